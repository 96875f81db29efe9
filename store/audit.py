"""The audit chain: an entry beside each write, each one covering the one before.

An entry holds the digest of what was written with it (its payload), not the content: a content can be erased
later without breaking the chain. A cut-off end that took its rows with it cannot be seen from inside: print
`head()` where others keep it, and give it back to `verify`.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, text
from sqlmodel import SQLModel

from problems import Problem
from problems.store import AuditContentAltered, AuditEntryAltered, AuditEntryMissing, AuditHeadDiffers
from store.connection import Store
from store.tables import ROWS, AuditRow, metadata, table, validate
from store.values import as_json, instant, utc

_HEAD: Final = "audit head"
"""Under this the end of the chain is noted in a connection, until its transaction ends."""

Rows = list[tuple[type[SQLModel], list[dict[str, Any]]]]
"""What one entry adds: per table the rows, still without their `seq`."""


class Event(StrEnum):
    LAUNCH = "launch"
    KEY = "key"
    INVITATION = "invitation"
    LETTER = "letter"
    DELIVERY = "delivery"
    FILE = "file"
    SIGHTING = "sighting"
    UNPACKED = "unpacked"
    FETCHED = "fetched"
    CLAIM = "claim"
    SENDING = "sending"
    VERDICT = "verdict"
    RETURN = "return"
    DECISIONS = "decisions"
    ROUND = "round"
    STAKEHOLDERS = "stakeholders"
    ASSIGNMENT = "assignment"
    RELIEF = "relief"
    REOPENING = "reopening"
    WITHDRAWAL = "withdrawal"
    EXTENSION = "extension"
    CONSENT = "consent"
    CONTACT = "contact"
    FOCAL_POINT = "focal-point"
    OUTCOMES = "outcomes"
    HELD = "held"
    CLEARANCE = "clearance"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain at some time: how many entries, and the digest of the last one."""

    seq: int
    digest: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.digest}"


@dataclass(frozen=True, slots=True)
class Entry:
    seq: int
    at: datetime
    actor: str
    event: str
    subject: str
    digest: str


def append(
    connection: Connection, event: Event, subject: str, rows: Rows, *, at: datetime, actor: str
) -> int:
    """Write `rows` and their entry, within the open transaction; return the entry's `seq`."""
    (seq,) = append_all(connection, [(event, subject, rows)], at=at, actor=actor)
    return seq


def append_all(
    connection: Connection, many: Iterable[tuple[Event, str, Rows]], *, at: datetime, actor: str
) -> list[int]:
    """Write an entry after the other, each table at once; return their `seq`s."""
    last: Head = connection.info.get(_HEAD) or _head(connection)
    written: list[tuple[Event, str, Rows]] = []
    everything: dict[type[SQLModel], list[dict[str, Any]]] = {}
    for seq, (event, subject, rows) in enumerate(many, last.seq + 1):
        complete: Rows = [(row, [{"seq": seq, **values} for values in some]) for row, some in rows if some]
        written.append((event, subject, complete))
        for row, some in complete:
            everything.setdefault(row, []).extend(some)
    for row, values in everything.items():
        validate(row, values)
    entries: list[dict[str, Any]] = []
    for event, subject, rows in written:
        entry = {
            "seq": last.seq + 1,
            "at": utc(at),
            "actor": actor,
            "event": str(event),
            "subject": subject,
            "payload": _payload({table(row).name: some for row, some in rows}),
        }
        last = Head(last.seq + 1, _link(last.digest, entry))
        entries.append({**entry, "digest": last.digest})
    if not entries:
        return []
    validate(AuditRow, entries)
    connection.execute(insert(table(AuditRow)), entries)
    for row, values in everything.items():
        connection.execute(insert(table(row)), values)
    connection.info[_HEAD] = last
    return [entry["seq"] for entry in entries]


def head(store: Store) -> Head:
    """Return the end of the chain, to be printed and kept elsewhere; seq 0 and no digest where nothing is."""
    with store.reading() as connection:
        return _head(connection)


def trail(store: Store) -> tuple[Entry, ...]:
    """Return what happened, in order."""
    with store.reading() as connection:
        return tuple(
            Entry(row.seq, instant(row.at), row.actor, row.event, row.subject, row.digest)
            for row in connection.execute(select(table(AuditRow)).order_by(text("seq")))
        )


def verify(store: Store, printed: Iterable[Head] = ()) -> list[Problem]:
    """Check every entry, every row and every head printed before; return what does not hold, in order."""
    with store.reading() as connection:
        entries = connection.execute(select(table(AuditRow)).order_by(text("seq"))).all()
        contents = _contents(connection)
    digests = {entry.seq: entry.digest for entry in entries}
    problems = [*_broken(entries, contents), *_ownerless(contents, entries[-1].seq if entries else 0)]
    problems += (
        AuditHeadDiffers(seq=mark.seq, digest=mark.digest)
        for mark in printed
        if mark.seq and digests.get(mark.seq) != mark.digest
    )
    return problems


def _broken(
    entries: Sequence[Row[Any]], contents: Mapping[Any, Mapping[str, list[dict[str, Any]]]]
) -> Iterator[Problem]:
    previous: str | None = ""
    due = 1
    for entry in entries:
        if entry.seq > due:
            yield AuditEntryMissing(entries=_range(due, entry.seq - 1))
            previous = None  # what stood before is gone, so this link cannot be checked
        if entry.seq < due or (previous is not None and entry.digest != _link(previous, entry._asdict())):
            yield AuditEntryAltered(seq=entry.seq, event=entry.event)
        elif entry.payload != _payload(contents.get(entry.seq, {})):
            yield AuditContentAltered(seq=entry.seq, event=entry.event)
        previous, due = entry.digest, max(due, entry.seq) + 1


def _head(connection: Connection) -> Head:
    row = connection.execute(text("SELECT seq, digest FROM audit ORDER BY seq DESC LIMIT 1")).first()
    return Head(row.seq, row.digest) if row else Head(0, "")


def _link(previous: str, entry: dict[str, Any]) -> str:
    covered = [entry[name] for name in ("seq", "at", "actor", "event", "subject", "payload")]
    return hashlib.sha256(as_json([previous, *covered]).encode()).hexdigest()


def _payload(rows: Mapping[str, list[dict[str, Any]]]) -> str:
    """Return the digest of rows by table, in whatever order they come.

    Empty columns are left out, so that a later version may add columns. `repr` is for values that only
    somebody else can have put there.
    """
    covered = [
        [name, [{key: said for key, said in row.items() if said is not None} for row in _ordered(name, many)]]
        for name, many in sorted(rows.items())
    ]
    written = json.dumps(covered, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=repr)
    return hashlib.sha256(written.encode()).hexdigest()


def _ordered(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    identity = [column.name for column in metadata.tables[name].primary_key]
    return sorted(rows, key=lambda row: [str(row[column]) for column in identity])


def _contents(connection: Connection) -> dict[Any, dict[str, list[dict[str, Any]]]]:
    """Return every row there is, by the entry it claims and by table."""
    found: dict[Any, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in ROWS:
        for values in connection.execute(select(table(row))).mappings():
            found[values["seq"]][table(row).name].append(dict(values))
    return found


def _ownerless(claimed: Collection[Any], last: int) -> Iterator[Problem]:
    """Yield what is missing at the end, where only rows tell of it; gaps before are known already."""
    numbers = sorted(seq for seq in claimed if isinstance(seq, int) and not 0 < seq <= last)
    if numbers:
        yield AuditEntryMissing(entries=_range(numbers[0], numbers[-1]))
    for odd in sorted(str(seq) for seq in claimed if not isinstance(seq, int)):
        yield AuditEntryMissing(entries=odd)


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
