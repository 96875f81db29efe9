"""Two rows that are one body become one: lists are united, the rest stays as in the row that is kept."""

from dataclasses import dataclass

from stakeholders.attended import parts_of
from stakeholders.columns import ATTRIBUTIONS, KINDS, LISTS
from stakeholders.entries import Entry, Sheet
from stakeholders.mandates import Known
from stakeholders.meaning import YES_NO, listed, meaning
from stakeholders.model import Attribution, Kind
from stakeholders.registry import Disclosure
from stakeholders.words import look_up, meanings

Cells = dict[tuple[int, int], str]
"""New texts by row and column, both from 0; an empty one empties the cell."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where the two rows contradict each other: what stays and what goes; `column` is ours, or a heading."""

    column: str
    kept: str
    dropped: str


@dataclass(frozen=True)
class Merge:
    cells: Cells
    changed: tuple[tuple[str, str], ...]  # columns of the row that is kept, and what now stands there
    conflicts: tuple[Conflict, ...]


def merge(sheet: Sheet, keep: Entry, other: Entry, *, known: Known, disclosure: Disclosure) -> Merge:
    """Join `other` into `keep`, and empty its row.

    Lists are united. Elsewhere the words of `keep` stay, and what was empty is filled. A body that is at risk
    in either row stays at risk, and of two attributions the one that discloses less stays.
    """
    joined: dict[str, str] = {}
    conflicts: list[Conflict] = []
    for column in sheet.headings.columns:
        if column == "id":
            continue
        ours, theirs = keep.text(column), other.text(column)
        if column in {"at-risk", "attribution"}:
            continue
        if column in LISTS:
            joined[column] = _united(column, keep, other, known)
        elif column == "notes" and theirs and theirs not in ours:
            joined[column] = "\n".join(filter(None, (ours, theirs)))
        elif not ours:
            joined[column] = theirs
        elif theirs and column != "notes" and meaning(column, ours, known) != meaning(column, theirs, known):
            conflicts.append(Conflict(column, ours, theirs))
    _protect(keep, other, disclosure, joined, conflicts)
    changed = {
        column: text
        for column, text in joined.items()
        if text != keep.text(column) and column in sheet.headings.columns
    }
    cells = {(keep.row, sheet.headings.columns[column]): text for column, text in changed.items()}
    cells |= _own_columns(sheet, keep, other, conflicts)
    cells |= {(other.row, number): "" for number, cell in enumerate(sheet.table.rows[other.row]) if cell.text}
    return Merge(cells, tuple(changed.items()), tuple(conflicts))


def _united(column: str, keep: Entry, other: Entry, known: Known) -> str:
    """Write what is new behind what is there; a focal point's mere yes becomes its regions where need be."""
    ours, theirs = keep.text(column), other.text(column)
    if column == "focal":
        yes = meanings("registry", YES_NO)
        answers = [look_up(text, yes) if text else "no" for text in (ours, theirs)]
        if answers[1] == "no" or answers == ["yes", "yes"]:
            return ours
        if answers[0] == "no":
            ours = ""
        ours, theirs = (
            entry.text("regions") if answer == "yes" else text
            for entry, answer, text in zip((keep, other), answers, (ours, theirs), strict=True)
        )
    there = listed(column, ours, known)
    new = [text for key, text in listed(column, theirs, known).items() if key not in there]
    # a semicolon behind titles that were parted by commas would make one title of them
    before = "; ".join(parts_of(ours)) if column in {"events", "trainings"} and new else ours
    return "; ".join(filter(None, (before.strip().rstrip(";"), *new))) if new else ours


def _protect(
    keep: Entry, other: Entry, disclosure: Disclosure, joined: dict[str, str], conflicts: list[Conflict]
) -> None:
    """Let the more careful of two rows speak: at risk where either is, and the lesser attribution."""
    risky = [_at_risk(entry) for entry in (keep, other)]
    if risky[1] and not risky[0]:
        joined["at-risk"] = other.text("at-risk")
        if keep.text("at-risk"):
            conflicts.append(Conflict("at-risk", other.text("at-risk"), keep.text("at-risk")))
    elif not risky[1] and risky[0] and other.text("at-risk"):
        conflicts.append(Conflict("at-risk", keep.text("at-risk"), other.text("at-risk")))
    ours, theirs = keep.text("attribution"), other.text("attribution")
    if not theirs:
        return
    shown = [_attribution(entry, disclosure, at_risk=any(risky)) for entry in (keep, other)]
    less = ATTRIBUTIONS.index(shown[1]) > ATTRIBUTIONS.index(shown[0])
    joined["attribution"] = theirs if less else ours
    if ours and shown[0] != shown[1]:
        kept, dropped = (theirs, ours) if less else (ours, theirs)
        conflicts.append(Conflict("attribution", kept, dropped))


def _at_risk(entry: Entry) -> bool:
    text = entry.text("at-risk")
    return bool(text) and look_up(text, meanings("registry", YES_NO)) != "no"


def _attribution(entry: Entry, disclosure: Disclosure, *, at_risk: bool) -> Attribution:
    text = entry.text("attribution")
    if text:
        found = look_up(text, meanings("registry", ATTRIBUTIONS, "attribution-"))
        return Attribution(found) if found else Attribution.ANONYMOUS
    kind = look_up(entry.text("kind"), meanings("registry", KINDS, "kind-"))
    return disclosure(Kind(kind) if kind else Kind.OTHER, at_risk)


def _own_columns(sheet: Sheet, keep: Entry, other: Entry, conflicts: list[Conflict]) -> Cells:
    """Take over what stands in columns of the person's own, which nobody here understands."""
    ours = set(sheet.headings.columns.values())
    cells: Cells = {}
    for number, (heading, kept, dropped) in enumerate(
        zip(*(sheet.table.rows[row] for row in (sheet.headings.row, keep.row, other.row)), strict=True)
    ):
        if number in ours or not dropped.text or dropped.text == kept.text:
            continue
        if kept.text:
            conflicts.append(Conflict(heading.text or kept.place.cell, kept.text, dropped.text))
        else:
            cells[keep.row, number] = dropped.text
    return cells
