"""Which row of a foreign table is which body of the registry: by id, else by address, else by name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from problems import Problem
from problems.registry import IdTwice, ImportAmbiguous, ImportTwice
from stakeholders.entries import Entry
from stakeholders.words import fold, slug


@dataclass(frozen=True)
class Matched:
    """The rows that are bodies of the registry, each with its body, and those that are new."""

    known: tuple[tuple[Entry, Entry], ...]  # theirs, ours
    new: tuple[Entry, ...]
    problems: tuple[Problem, ...]  # of rows that are neither


def match(theirs: Sequence[Entry], ours: Sequence[Entry]) -> Matched:
    """Match rows. An address of several bodies tells none of them; what is ambiguous is left out."""
    by_id = {entry.ref: entry for entry in ours}
    by_name = {fold(entry.name): entry for entry in reversed(ours)}
    by_email = _tell(ours)
    telling = _tell(theirs)
    known: dict[int, tuple[Entry, Entry]] = {}
    new: list[Entry] = []
    problems: list[Problem] = []
    for row in theirs:
        email = _email(row)
        mailed = by_email.get(email) if email in telling else None
        named = by_name.get(fold(row.name))
        own = by_id.get(row.text("id")) if row.text("id") else None
        found = own or mailed or named
        if not own and mailed and named and mailed is not named:
            problems.append(
                ImportAmbiguous(place=row.place, name=row.name, first=mailed.ref, second=named.ref)
            )
        elif found is None:
            same = by_id.get(row.text("id") or slug(row.name))
            if same:
                first = same.place.cell or str(same.place)
                problems.append(IdTwice(place=row.place, value=same.ref, first=first))
            else:
                new.append(row)
        elif found.row in known:
            earlier = known[found.row][0].place
            where = earlier.cell or str(earlier)
            problems.append(ImportTwice(place=row.place, name=row.name, body=found.ref, first=where))
        else:
            known[found.row] = row, found
    return Matched(tuple(known.values()), tuple(new), tuple(problems))


def _email(entry: Entry) -> str:
    return entry.text("email").casefold().removeprefix("mailto:")


def _tell(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Return the bodies by those addresses that are one body's alone."""
    counts = Counter(map(_email, entries))
    return {_email(entry): entry for entry in entries if _email(entry) and counts[_email(entry)] == 1}
