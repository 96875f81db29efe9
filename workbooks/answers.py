"""Make an answer of the cells of one question, with a problem at each cell that has no one reading."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from problems import Problem
from problems.meanings import (
    DayForWords,
    NotAnAnswer,
    OptionReworded,
    RestInDetails,
    SaysUnchanged,
    UnclearLaws,
    UnclearTicks,
    WordsForTicks,
    YearAsDay,
)
from problems.model import Severity
from problems.returns import (
    AmbiguousValue,
    AnswerAndAbsence,
    AnswerInOtherCell,
    CommentOnly,
    NotADate,
    NotANumber,
    OtherCalendar,
    OtherInWords,
    ReadAs,
    TakenAsDetails,
    TwoAnswers,
    UnknownOption,
    UnknownTick,
)
from questionnaires.model import AnswerType, Item
from responses.model import Absence
from workbooks.contents import Value as CellValue
from workbooks.contents import text
from workbooks.days import OTHER_CALENDAR, read_date, unbroken, year_of
from workbooks.figures import read_number, without_unit
from workbooks.found import Row
from workbooks.layout import ANSWER_CELL, TICK, SheetId, answer_labels, header, label, option_code, sheet_name
from workbooks.rescue import options_named, rescued, with_details, without_footnote, without_time
from workbooks.saying import Cells, Entry, Said, struck_through
from workbooks.spoken import answering, cite, words_of
from workbooks.suggestion import Suggestion, suggestion
from workbooks.ticks import read_ticks, unclear
from workbooks.values import (
    Several,
    Unreadable,
    folded,
    is_blank,
    preview,
    printed_absences,
    read_absence,
    read_choice,
)

__all__ = ["KEPT", "Cells", "Entry", "Said", "read_entry", "struck_through"]

KEPT: Final = (
    DayForWords,
    NotAnAnswer,
    OptionReworded,
    SaysUnchanged,
    TwoAnswers,
    UnclearLaws,
    UnknownTick,
)
"""Errors at one cell beside which the rest of an answer is kept; after any other there is no answer."""

OTHERS: Final = frozenset({"other", "others", "further"})
"""Options of a tick list beside which words say what is meant."""


def read_entry(item: Item, row: Row | None, parts: Mapping[str, Row], cells: Cells) -> Entry | None:
    """Read one item; None where nothing is said, or where something has no one reading (see the problems).

    Where only one cell of several has none (KEPT), the others are the answer; else they are `cells.rest`.
    """
    before, cells.rest = len(cells.problems), None
    said = Said(item, row, parts, cells)
    answer = cells.take(row, "answer", item) if row else None
    if row:
        answer = answering(said, answer)
        said.details = words_of(said, cells.take(row, "details", item), "details")
        said.comment = words_of(said, cells.take(row, "comment", item), "comment")
        cite(said, row, cells)
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


def _choice(said: Said, answer: CellValue) -> None:
    if answer is None:
        return
    item, language = said.item, said.cells.language
    found = read_choice(answer, item)
    bare = without_footnote(answer)
    plain = not isinstance(found, Unreadable) and bare is None
    if isinstance(found, Unreadable):
        found = rescued(answer if bare is None else bare, item)
    if isinstance(found, Unreadable) and (parted := with_details(answer, item)):
        _in_details(said, answer, *parted)
        return
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


def _in_details(said: Said, answer: CellValue, value: str, rest: str) -> None:
    """Take an answer and put what explains it behind the details, which is said."""
    said.value = value
    said.details = "\n".join(filter(None, (said.details, rest)))
    reading, column = label(said.cells.language, value, said.item), header(said.cells.language, "details")
    said.report(RestInDetails, "answer", value=preview(answer), reading=reading, rest=rest, column=column)


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
        said.absent = printed_absences().get(folded(said.details))
        if said.absent and said.row:
            said.cell = said.row, "details"
        said.value, said.details = (None if said.absent else said.details), ""


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
    bare = without_unit(answer, said.item.text.values())
    _free(said, bare or answer, read_number, NotANumber)
    if bare and said.value is not None:
        _read_as(said, answer, text(bare))


def _date(said: Said, answer: CellValue) -> None:
    if read_date(answer) is OTHER_CALENDAR:
        said.report(OtherCalendar, "answer", value=preview(answer))
        return
    if year := year_of(answer):
        said.report(YearAsDay, "answer", value=text(answer), year=str(year))
        return
    day = without_time(answer) or unbroken(answer)
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
    rows = {option.value: said.parts.get(option_code(said.item, option)) for option in said.item.options}
    cells = {option: said.cells.take(row, "answer", said.item) for option, row in rows.items() if row}
    cells = {option: tick for option, tick in cells.items() if tick is not None}
    ticked, others = _ticked(said, rows, cells)
    if signs := unclear(cells.values()):
        first = next(option for option, tick in cells.items() if text(tick).strip() in signs)
        said.report(UnclearTicks, "answer", rows[first], signs=signs)
        ticked = []
    said.value = tuple(ticked) or None
    named = () if answer is None else options_named(answer, said.item)
    if named and not cells:
        said.value = named
        labels = (f"{TICK} {label(said.cells.language, option, said.item)}" for option in named)
        _read_as(said, answer, " · ".join(labels))
    elif ticked and answer is not None and not _said_twice(named, ticked) and read_absence(answer) is None:
        others.insert(0, text(answer))
        column = header(said.cells.language, "answer")
        said.report(TakenAsDetails, "answer", value=preview(answer), column=column)
    elif not _said_twice(named, ticked):
        _only_absence(said, answer)
    said.details = "\n".join(filter(None, (said.details, *others)))


def _said_twice(named: Sequence[str], ticked: Sequence[str]) -> bool:
    """Tell whether the options named in words are all ticked, too."""
    return bool(named) and set(named) <= set(ticked)


def _ticked(
    said: Said, rows: Mapping[str, Row | None], cells: Mapping[str, CellValue]
) -> tuple[list[str], list[str]]:
    """Return the options that are ticked, and the words beside those that are open to words."""
    ticked, others = [], []
    unclear_list = bool(unclear(cells.values()))
    for option, read in read_ticks(cells).items():
        row, tick = rows[option], cells[option]
        shown = {"value": preview(tick), "option": label(said.cells.language, option, said.item)}
        if read is False or row is None:
            continue
        if words := _other_words(said.item, option, row):
            said.report(OptionReworded, "answer", row, value=words, option=shown["option"])
        elif read is True:
            ticked.append(option)
        elif option in OTHERS and isinstance(tick, str) and not read_absence(tick):
            ticked.append(option)
            others.append(text(tick))
            said.report(OtherInWords, "answer", row, **shown)
        elif not unclear_list:
            said.report(UnknownTick, "answer", row, **shown)
    return ticked, others


def _other_words(item: Item, option: str, row: Row) -> str:
    """Return what stands where an option was printed, if it is something else: whoever ticks ticks that."""
    words = row.value("question")
    if not isinstance(words, str) or is_blank(words):
        return ""
    printed = next(each for each in item.options if each.value == option).label.values()
    plain = folded(words)
    same = any(
        plain == folded(each) or (option in OTHERS and plain.startswith(folded(each))) for each in printed
    )
    return "" if same else preview(words)


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
    elif said.item.type is AnswerType.CHOICES:
        allowed = tuple(label(language, value) for value in Absence)
        said.report(WordsForTicks, "answer", value=preview(answer), allowed=allowed)
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
