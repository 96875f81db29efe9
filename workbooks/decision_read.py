"""Decisions read back from a decision workbook: found by code and fingerprint, never by position."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from languages.messages import spoken
from problems import Place, Problem, nearest
from problems.decisions import (
    DecidedTwice,
    DeciderMissing,
    DecisionAmbiguous,
    DecisionCellUnreadable,
    DecisionMissing,
    DecisionNotNeeded,
    DecisionNotRead,
    DecisionsOpen,
    DecisionUnknownQuestion,
    DecisionUnknownValue,
    NotDecisionWorkbook,
    ReasonMissing,
)
from questionnaires.model import AnswerType, Item
from responses.gather import plain
from responses.model import Absence, Decision, Divergence
from responses.model import Value as AnswerValue
from responses.reconcile import outdated
from responses.wording import option_text
from workbooks.contents import Contents, Sheet, Value, cell_name
from workbooks.days import read_date
from workbooks.decision_layout import COLUMNS, DECIDED_BY, MARKS, OPEN, choices, offered, word
from workbooks.figures import read_number
from workbooks.marked import cell_text, marked_columns, unread_cells
from workbooks.values import Several, Unreadable, read_choice

NAMES: Final = dict(zip(MARKS, COLUMNS, strict=True))

NEEDED: Final = frozenset(COLUMNS) - {"who", "text"}
"""Columns without which nothing can be read; names and agreed texts may have been deleted."""

WRITTEN: Final = ("decision", "text", "reason", "decided-by")


@dataclass(frozen=True, slots=True)
class _Row:
    """A decision row, as it was filled in; `decider` is the name at the top where the row has none."""

    item: str
    fingerprint: str
    values: Mapping[str, Value]
    places: Mapping[str, Place]
    decider: str
    broken: tuple[Place, ...]  # cells with an error or without a result

    def text(self, column: str) -> str:
        return cell_text(self.values.get(column))

    @property
    def blank(self) -> bool:
        return not self.broken and not any(self.text(column) for column in WRITTEN)

    @property
    def content(self) -> tuple[str, ...]:
        return (self.fingerprint, *map(self.text, WRITTEN), self.decider)


Outcome = Decision | Problem | None


def read_decisions(
    contents: Contents,
    *,
    items: Iterable[Item],
    divergences: Mapping[str, Divergence],
    language: str,
    decided_at: datetime,
    shown: str = "",
) -> tuple[tuple[Decision, ...], list[Problem]]:
    """Read the decisions, and what is wrong with the others, at `shown`:sheet!cell.

    `divergences` are the contradictions as the answers make them, before any decision, so that a file may be
    read twice. A row that is empty or says "keep open" decides nothing; how many are left is said at the end.
    """
    tables = [(sheet, *found) for sheet in contents.sheets if (found := marked_columns(sheet, NAMES, NEEDED))]
    if not tables:
        return (), [NotDecisionWorkbook(place=Place(shown))]
    by_id = {item.id: item for item in items}
    rows = [
        row
        for sheet, first, columns in tables
        for row in _rows(contents, sheet, first, columns, shown)
        if not row.blank
    ]
    outcomes = [
        _decided_twice(row, rows) or _decide(row, by_id, divergences, language, decided_at) for row in rows
    ]
    decisions = {outcome.item: outcome for outcome in outcomes if isinstance(outcome, Decision)}
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    if left := len(divergences.keys() - decisions.keys()):
        problems.append(DecisionsOpen(place=Place(shown, sheet=tables[0][0].name), count=left))
    return tuple(decisions.values()), problems


def _rows(
    contents: Contents, sheet: Sheet, first: int, columns: Mapping[str, int], shown: str
) -> Iterator[_Row]:
    unread = unread_cells(contents, sheet)
    numbers = range(first + 1, sheet.first_row + len(sheet.rows))
    codes = {number: cell_text(sheet.at(number, columns["item"])) for number in numbers}
    top = next((number for number, code in codes.items() if code == DECIDED_BY), 0)
    decider = cell_text(sheet.at(top, columns["decided-by"])) if top else ""
    for number, code in codes.items():
        if not code or code == DECIDED_BY:
            continue
        places = {
            name: Place(shown, sheet=sheet.name, cell=cell_name(number, column))
            for name, column in columns.items()
        }
        yield _Row(
            item=code,
            fingerprint=cell_text(sheet.at(number, columns["fingerprint"])),
            values={name: sheet.at(number, columns[name]) for name in WRITTEN if name in columns},
            places=places,
            decider=decider,
            broken=tuple(places[name] for name in WRITTEN if name in places and places[name].cell in unread),
        )


def _decided_twice(row: _Row, rows: Iterable[_Row]) -> Problem | None:
    """Say that another row decides the same question otherwise, as after copying a sheet."""
    others = [other for other in rows if other.item == row.item and other.content != row.content]
    if not others:
        return None
    cells = tuple(f"{place.sheet}!{place.cell}" for place in (other.places["decision"] for other in others))
    return DecidedTwice(place=row.places["decision"], item=row.item, others=cells)


def _decide(
    row: _Row,
    items: Mapping[str, Item],
    divergences: Mapping[str, Divergence],
    language: str,
    decided_at: datetime,
) -> Outcome:
    """Turn a filled row into a decision or the first thing wrong with it; nothing for "keep open"."""
    if row.broken:
        return DecisionCellUnreadable(place=row.broken[0], item=row.item)
    if _keeps_open(row.text("decision")):
        return None
    if row.item not in items:
        near = nearest(row.item, items)
        return DecisionUnknownQuestion(place=row.places["item"], value=row.item, near=near)
    if row.item not in divergences:
        return DecisionNotNeeded(place=row.places["decision"], item=row.item)
    return _read(row, items[row.item], divergences[row.item], language, decided_at)


def _read(
    row: _Row, item: Item, divergence: Divergence, language: str, decided_at: datetime
) -> Decision | Problem:
    place = row.places["decision"]
    if not row.text("decision"):
        return DecisionMissing(place=place, item=item.id)
    value = _value(row.values["decision"], item, divergence, language, place)
    if isinstance(value, Problem):
        return value
    decision = Decision(
        item=item.id,
        fingerprint=row.fingerprint,
        value=value,
        details=row.text("text"),
        reason=row.text("reason"),
        decided_by=row.text("decided-by") or row.decider,
        decided_at=decided_at,
    )
    if decision.fingerprint != divergence.fingerprint:
        return outdated(decision, divergence, place)
    if not decision.reason:
        return ReasonMissing(place=row.places["reason"], item=item.id)
    if not decision.decided_by:
        return DeciderMissing(place=row.places["decided-by"], item=item.id)
    return decision


def _keeps_open(text: str) -> bool:
    return plain(text) in {plain(word(language, OPEN)) for language in spoken()}


def _value(
    value: Value, item: Item, divergence: Divergence, language: str, place: Place
) -> AnswerValue | Problem:
    """Read the decision cell: a label of the list, or what may be typed for this type of answer."""
    words = cell_text(value)
    for label, chosen in choices(item, divergence, language):
        if plain(label) == plain(words):
            return chosen
    if item.type is AnswerType.LINE:
        return words
    read = {AnswerType.NUMBER: read_number, AnswerType.DATE: read_date}.get(item.type)
    found = read(value) if read else read_choice(value, item)
    match found:
        case Several():
            readings = tuple(option_text(item, reading, language) for reading in found.readings)
            return DecisionAmbiguous(place=place, item=item.id, value=words, readings=readings)
        case Unreadable() if read:
            return DecisionNotRead(place=place, item=item.id, value=words, expected=item.type.value)
        case Unreadable() | Absence():  # a decision cannot be that nothing is known
            allowed = offered(item, divergence, language)
            near = nearest(words, allowed)
            return DecisionUnknownValue(place=place, item=item.id, value=words, allowed=allowed, near=near)
    return found
