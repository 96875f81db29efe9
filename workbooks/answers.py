"""Make an answer of the cells of one question, with a problem at each cell that has no one reading."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from problems import Place, Problem
from problems.model import Severity
from problems.returns import (
    AmbiguousValue,
    AnswerAndAbsence,
    AnswerInOtherCell,
    CommentOnly,
    ErrorCell,
    NotADate,
    NotANumber,
    OtherCalendar,
    OtherInWords,
    PartlyStruck,
    ReadAs,
    StruckThrough,
    TakenAsDetails,
    TwoAnswers,
    UncachedFormula,
    UnknownOption,
    UnknownTick,
)
from questionnaires.model import AnswerType, Item
from responses.model import Absence, Citation, Value
from workbooks.citations import Laws
from workbooks.contents import Value as CellValue
from workbooks.days import OTHER_CALENDAR, read_date
from workbooks.figures import read_number
from workbooks.find import column_number
from workbooks.found import Row
from workbooks.layout import ANSWER_CELL, SheetId, answer_labels, header, label, option_code, sheet_name
from workbooks.rescue import rescued, without_time
from workbooks.suggestion import Suggestion, suggestion
from workbooks.values import (
    Several,
    Unreadable,
    folded,
    is_blank,
    printed_absences,
    read_absence,
    read_choice,
    read_tick,
    text,
)

PREVIEW: Final = 80
"""So much of a value a problem shows."""

KEPT: Final = (TwoAnswers, UnknownTick)
"""Errors at one cell beside which the rest of an answer is kept; after any other there is no answer."""

OTHERS: Final = frozenset({"other", "others", "further"})
"""Options of a tick list beside which words say what is meant."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a returned workbook says on one item, and in which cell."""

    item: str
    sheet: str
    cell: str
    value: Value = None
    absent: Absence | None = None
    details: str = ""
    citations: tuple[Citation, ...] = ()
    comment: str = ""


@dataclass(slots=True)
class Cells:
    """What is needed to read the cells of a file, and the problems found on the way."""

    shown: str
    language: str  # of the workbook, for the answers allowed
    laws: Laws
    errors: Mapping[tuple[str, str], str]
    uncached: frozenset[tuple[str, str]]
    struck: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What stands of the cells where something is struck through."""
    problems: list[Problem] = field(default_factory=list)
    rest: Entry | None = None
    """What else is said on the item read last, where one of its cells has no one reading."""
    suspect: frozenset[tuple[str, int]] = field(init=False)
    """The (sheet, column) of errors and uncached formulas: most files have some, in our column of counts."""

    def __post_init__(self) -> None:
        places = {(sheet, cell.rstrip("0123456789")) for sheet, cell in (*self.errors, *self.uncached)}
        self.suspect = frozenset((sheet, column_number(letters)) for sheet, letters in places)

    def place(self, row: Row, column: str) -> Place:
        return Place(self.shown, sheet=row.sheet.name, cell=row.cell(column))

    def take(self, row: Row, column: str, item: Item) -> CellValue:
        """Return the value of a cell; None for an empty one, and for a broken one, which is reported."""
        value = row.value(column)
        if value is not None:
            return None if is_blank(value) or self._struck(row, column, item) else value
        if (row.sheet.name, row.columns.get(column)) in self.suspect:
            cell = row.sheet.name, row.cell(column)
            if cell in self.errors:
                place = self.place(row, column)
                self.problems.append(ErrorCell(place=place, item=item.id, value=self.errors[cell]))
            elif cell in self.uncached:
                self.problems.append(UncachedFormula(place=self.place(row, column), item=item.id))
        return None

    def _struck(self, row: Row, column: str, item: Item) -> bool:
        """Tell whether something of a cell is struck through, which is reported: does it count?"""
        stands = self.struck.get((row.sheet.name, row.cell(column))) if self.struck else None
        if stands is not None:
            self.problems.append(struck_through(self.place(row, column), item.id, row.value(column), stands))
        return stands is not None


@dataclass(slots=True)
class Said:
    """The rows of one item in a file, and what is read from them."""

    item: Item
    row: Row | None  # the question's own row
    parts: Mapping[str, Row]  # rows of options and of the table, by code
    cells: Cells
    value: Value = None
    absent: Absence | None = None
    details: str = ""
    citations: tuple[Citation, ...] = ()
    comment: str = ""
    cell: tuple[Row, str] | None = None  # where the answer stands, if not where it should

    def report(
        self, kind: type[Problem], column: str, row: Row | None = None, /, **parameters: object
    ) -> None:
        at = row or self.row
        if at is None:
            raise ValueError("a problem needs a row")
        place = self.cells.place(at, column)
        self.cells.problems.append(kind(place=place, item=self.item.id, **parameters))


def read_entry(item: Item, row: Row | None, parts: Mapping[str, Row], cells: Cells) -> Entry | None:
    """Read one item; None where nothing is said, or where something has no one reading (see the problems).

    Where only one cell of several has none (KEPT), the others are the answer; else they are `cells.rest`.
    """
    before, cells.rest = len(cells.problems), None
    said = Said(item, row, parts, cells)
    answer = cells.take(row, "answer", item) if row else None
    if row:
        said.details = text(cells.take(row, "details", item))
        said.comment = text(cells.take(row, "comment", item))
        _cite(said, row, cells)
    _READERS.get(item.type, _choice)(said, answer)
    new = cells.problems[before:]
    if any(problem.severity >= Severity.ERROR and not isinstance(problem, KEPT) for problem in new):
        cells.rest = _entry(said) if said.details or said.citations or said.comment else None
        return None
    if said.value is None and not (said.absent or said.details or said.citations):
        if not said.comment:
            return None
        if not new:
            _only_comment(said)
    return _entry(said)


def _entry(said: Said) -> Entry:
    place, column = said.cell or (said.row or next(iter(said.parts.values())), _column(said))
    return Entry(
        said.item.id, place.sheet.name, place.cell(column),
        said.value, said.absent, said.details, said.citations, said.comment,
    )  # fmt: skip


def _column(said: Said) -> str:
    return "answer" if said.absent else ANSWER_CELL.get(said.item.type, "answer")


def _only_comment(said: Said) -> None:
    """Ask whether a comment without an answer is meant as one."""
    column = header(said.cells.language, ANSWER_CELL.get(said.item.type, "answer"))
    how = {AnswerType.CHOICES: "ticks", AnswerType.ROWS: "table"}.get(said.item.type, "words")
    said.report(
        CommentOnly, "comment", how="list" if said.item.values and how == "words" else how, column=column
    )


def _cite(said: Said, row: Row, cells: Cells) -> None:
    cell = text(cells.take(row, "law", said.item))
    if cell:
        said.citations, problems = cells.laws.read(cell, cells.place(row, "law"), said.item.id)
        cells.problems.extend(problems)


def _choice(said: Said, answer: CellValue) -> None:
    if answer is None:
        return
    item, language = said.item, said.cells.language
    found = read_choice(answer, item)
    plain = not isinstance(found, Unreadable)
    if not plain:
        found = rescued(answer, item)
    match found:
        case Unreadable():
            known = answer_labels(language, item)
            _unknown(said, answer, known, suggestion(text(answer), item, language))
        case Several(readings=readings):
            _ambiguous(said, answer, [label(language, reading, item) for reading in readings])
        case Absence() as absent:
            said.absent = absent
        case value:
            said.value = value
    if not plain and (meaning := said.absent or said.value):
        _read_as(said, answer, label(language, str(meaning), item))


def _read_as(said: Said, answer: CellValue, reading: str) -> None:
    """Tell how a value was read that says more, or says it otherwise, than the answer kept of it."""
    said.report(ReadAs, "answer", value=preview(answer), reading=reading)


def _unknown(said: Said, answer: CellValue, allowed: Sequence[str], near: Suggestion) -> None:
    rest = near.more and not said.details
    said.report(
        UnknownOption,
        "answer",
        value=preview(answer),
        allowed=tuple(allowed),
        near=near.label,
        rest="yes" if rest else "no",
        details=header(said.cells.language, "details") if rest else "",
    )


def _ambiguous(said: Said, answer: CellValue, readings: Iterable[str]) -> None:
    said.report(AmbiguousValue, "answer", value=preview(answer), readings=tuple(readings))


def struck_through(place: Place, item: str, value: CellValue, stands: str) -> Problem:
    """Ask whether a text counts that is struck through, or that of which only a part `stands`."""
    if stands:
        return PartlyStruck(place=place, item=item, value=preview(value), stands=preview(stands))
    return StruckThrough(place=place, item=item, value=preview(value))


def preview(value: CellValue) -> str:
    """Return the beginning of a value, on one line, for a problem's sentence."""
    words = " ".join(text(value).split())
    return words if len(words) <= PREVIEW else words[: PREVIEW - 1] + "…"


def _absence(said: Said, answer: CellValue) -> bool:
    """Take an absence from an answer cell that is no choice; tell whether it is one, or blank."""
    match read_absence(answer):
        case Absence() as absent:
            said.absent = absent
        case Several(readings=readings):
            _ambiguous(said, answer, [label(said.cells.language, reading) for reading in readings])
        case None:
            return answer is None
    return True


def _line(said: Said, answer: CellValue) -> None:
    """Read a short text; only the printed words of an absence are one, every other word is the answer."""
    if answer is None:
        return
    words = text(answer)
    said.absent = printed_absences().get(folded(words))
    if said.absent is None:
        said.value = words


def _text(said: Said, answer: CellValue) -> None:
    """Read a long text from the details; beside an absence they explain it, and stay details."""
    if not _absence(said, answer):
        if not said.details:
            said.details = text(answer)
            _elsewhere(said, answer)
        else:
            _two_answers(said, answer, header(said.cells.language, "details"))
    if said.absent is None and said.details:
        said.value, said.details = said.details, ""


def _citation(said: Said, answer: CellValue) -> None:
    if not _absence(said, answer):
        if said.citations:
            _two_answers(said, answer, header(said.cells.language, "law"))
        elif said.row:
            _elsewhere(said, answer)
            place = said.cells.place(said.row, "answer")
            said.citations, problems = said.cells.laws.read(text(answer), place, said.item.id)
            said.cells.problems.extend(problems)
    elif said.absent and said.citations:
        _contradiction(said)


def _elsewhere(said: Said, answer: CellValue) -> None:
    """Take an answer in the answer column that belongs into another, empty one."""
    said.report(AnswerInOtherCell, "answer", value=preview(answer))
    if said.row:
        said.cell = said.row, "answer"


def _two_answers(said: Said, answer: CellValue, proper: str) -> None:
    """Report a text in the answer column of a question that is answered where it should be, in `proper`."""
    column = header(said.cells.language, "answer")
    said.report(TwoAnswers, "answer", value=preview(answer), column=column, proper=proper)


def _contradiction(said: Said) -> None:
    absence = label(said.cells.language, said.absent or "")
    said.report(AnswerAndAbsence, "answer", absence=absence)


def _number(said: Said, answer: CellValue) -> None:
    _free(said, answer, read_number, NotANumber)


def _date(said: Said, answer: CellValue) -> None:
    if read_date(answer) is OTHER_CALENDAR:
        said.report(OtherCalendar, "answer", value=preview(answer))
        return
    day = without_time(answer)
    _free(said, answer if day is None else day, read_date, NotADate)
    if day is not None and isinstance(said.value, date):
        _read_as(said, answer, said.value.isoformat())


def _free(
    said: Said,
    answer: CellValue,
    read: Callable[[CellValue], Decimal | date | Several | Unreadable],
    wrong: type[Problem],
) -> None:
    if _absence(said, answer):
        return
    match read(answer):
        case Unreadable():
            said.report(wrong, "answer", value=preview(answer))
        case Several(readings=readings):
            _ambiguous(said, answer, readings)
        case value:
            said.value = value


def _choices(said: Said, answer: CellValue) -> None:
    ticked, others = [], []
    for option in said.item.options:
        row = said.parts.get(option_code(said.item, option))
        tick = said.cells.take(row, "answer", said.item) if row else None
        if row is None or tick is None:
            continue
        shown = {"value": preview(tick), "option": label(said.cells.language, option.value, said.item)}
        match read_tick(tick):
            case True:
                ticked.append(option.value)
            case Unreadable() if option.value in OTHERS and isinstance(tick, str) and not read_absence(tick):
                ticked.append(option.value)
                others.append(text(tick))
                said.report(OtherInWords, "answer", row, **shown)
            case Unreadable():
                said.report(UnknownTick, "answer", row, **shown)
    said.value = tuple(ticked) or None
    if ticked and answer is not None and read_absence(answer) is None:
        others.insert(0, text(answer))
        column = header(said.cells.language, "answer")
        said.report(TakenAsDetails, "answer", value=preview(answer), column=column)
    else:
        _only_absence(said, answer)
    said.details = "\n".join(filter(None, (said.details, *others)))


def _rows(said: Said, answer: CellValue) -> None:
    rows, columns = [], [column.id for column in said.item.columns]
    for row in said.parts.values():
        filled = tuple((column, text(said.cells.take(row, column, said.item))) for column in columns)
        if any(words for _, words in filled):
            rows.append(filled)
            said.cell = said.cell or (row, columns[0])
    said.value = tuple(rows) or None
    _only_absence(said, answer)


def _only_absence(said: Said, answer: CellValue) -> None:
    """Read the answer cell of a question that is answered elsewhere and can only be declined here."""
    language = said.cells.language
    if _absence(said, answer):
        if said.absent and said.value is not None:
            _contradiction(said)
    elif said.item.type is AnswerType.ROWS and said.value is not None:
        _two_answers(said, answer, sheet_name(language, SheetId.TABLES))
    else:
        near = suggestion(text(answer), said.item, language)
        _unknown(said, answer, [label(language, value) for value in Absence], near)


_READERS: Final[Mapping[AnswerType, Callable[[Said, CellValue], None]]] = {
    AnswerType.LINE: _line,
    AnswerType.TEXT: _text,
    AnswerType.CITATION: _citation,
    AnswerType.NUMBER: _number,
    AnswerType.DATE: _date,
    AnswerType.CHOICES: _choices,
    AnswerType.ROWS: _rows,
}
