"""What an import writes: new bodies whole, of known ones what was empty; the rest is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from problems import Place
from stakeholders.columns import COLUMNS
from stakeholders.entries import Entry, Sheet
from stakeholders.mandates import Known
from stakeholders.matching import Matched
from stakeholders.meaning import CHOICES, YES_NO, meaning
from stakeholders.words import look_up, meanings, printed


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell of a known body that was empty, and what stands there now."""

    body: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What the registry and the foreign table say differently; the registry's stays."""

    body: str
    column: str
    ours: str
    theirs: str
    place: Place


@dataclass(frozen=True)
class TakenOver:
    cells: Mapping[tuple[int, int], str]
    filled: tuple[Filled, ...]
    differences: tuple[Difference, ...]


def take_over(sheet: Sheet, matched: Matched, known: Known) -> TakenOver:
    filled: list[Filled] = []
    differences: list[Difference] = []
    for theirs, ours in matched.known:
        for column in COLUMNS:
            text = theirs.text(column)
            if column == "id" or not text:
                continue
            there = ours.text(column)
            if not there and not (column == "attribution" and _may_be_at_risk(ours, theirs)):
                filled.append(Filled(ours.ref, column, in_words(sheet.language, column, text)))
            elif meaning(column, there, known) != meaning(column, text, known):
                differences.append(Difference(ours.ref, column, there, text, theirs.place))
    columns = _needed(matched.new, filled)
    where, cells = sheet.columns_for(columns)
    for each in filled:
        cells[sheet.by_ref[each.body].row, where[each.column]] = each.text
    for row, entry in enumerate(matched.new, start=sheet.next_row):
        for column in columns:
            if text := entry.text(column):
                cells[row, where[column]] = in_words(sheet.language, column, text)
    return TakenOver(cells, tuple(filled), tuple(differences))


def in_words(language: str, column: str, text: str) -> str:
    """Write a kind, a yes or an attribution in the registry's own language; anything else as it stands."""
    if column not in CHOICES:
        return text
    names, prefix = CHOICES[column]
    found = look_up(text, meanings("registry", names, prefix))
    return printed(language, f"{prefix}{found}") if found else text


def _may_be_at_risk(*entries: Entry) -> bool:
    """Say whether a body is at risk: then nobody but a person lets it appear."""
    yes = meanings("registry", YES_NO)
    return any(entry.text("at-risk") and look_up(entry.text("at-risk"), yes) != "no" for entry in entries)


def _needed(new: Sequence[Entry], filled: Sequence[Filled]) -> list[str]:
    columns = {each.column for each in filled} | {
        column for entry in new for column, text in entry.texts.items() if text
    }
    return [column for column in COLUMNS if column in columns]
