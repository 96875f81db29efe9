"""The cells of a question in words: what is no answer, or names no law, is said and not taken."""

from datetime import date

from problems.meanings import (
    DayAmongWords,
    DayForWords,
    NoLawNamed,
    NotAnAnswer,
    SaysNothing,
    SaysUnchanged,
    SeeAttached,
)
from problems.returns import AmbiguousValue, ReadAs
from questionnaires.model import AnswerType
from workbooks.contents import Value as CellValue
from workbooks.contents import text
from workbooks.found import Row
from workbooks.layout import label
from workbooks.remarks import names_no_law, remark
from workbooks.saying import Cells, Said
from workbooks.values import Several, folded, preview, printed_absences, read_absence


def cite(said: Said, row: Row, cells: Cells) -> None:
    value = cells.take(row, "law", said.item)
    if value is None or _no_law(said, row, value):
        return
    if cell := words_of(said, value, "law"):
        said.citations, problems = cells.laws.read(cell, cells.place(row, "law"), said.item.id)
        cells.problems.extend(problems)


def _no_law(said: Said, row: Row, value: CellValue) -> bool:
    """Read a law cell that names no law, and says so; where a law is the answer, that is one."""
    words, absent = text(value), read_absence(value)
    answers = said.item.type is AnswerType.CITATION
    if answers and absent:
        if isinstance(absent, Several):
            readings = [label(said.cells.language, reading) for reading in absent.readings]
            said.report(AmbiguousValue, "law", value=preview(value), readings=tuple(readings))
        else:
            said.absent, said.cell = absent, (row, "law")
            if folded(words) not in printed_absences():
                reading = label(said.cells.language, absent)
                said.report(ReadAs, "law", value=preview(value), reading=reading)
        return True
    if not absent and not names_no_law(words) and remark(words) != "nothing":
        return False
    kept = answers and remark(words) != "nothing"
    said.report(NoLawNamed, "law", value=preview(value), kept="yes" if kept else "no")
    if kept:
        said.details = "\n".join(filter(None, (said.details, words)))
    return True


def answering(said: Said, answer: CellValue) -> CellValue:
    """Return what stands in the answer cell; None for what is no answer, which is said."""
    free = said.item.type in (AnswerType.LINE, AnswerType.TEXT, AnswerType.CITATION)
    passed = isinstance(answer, str) and remark(answer) in ("nothing", "unchanged")
    return words_of(said, answer, "answer") or None if free or passed else answer


def words_of(said: Said, value: CellValue, column: str) -> str:
    """Return the text of a cell; nothing where its words are no answer, or are a program's, which is said."""
    words = text(value)
    if column == "comment" or not words:
        return words
    if isinstance(value, date):
        return _day_in_words(said, value, column)
    if not (kind := remark(words)):
        return words
    shown = {"value": preview(value)}
    match kind:
        case "nothing":
            said.report(SaysNothing, column, **shown)
        case "later" | "same":
            said.report(NotAnAnswer, column, **shown)
        case "unchanged":
            said.report(SaysUnchanged, column, **shown, part=column)
        case "attached":
            said.report(SeeAttached, column, **shown, law="yes" if column == "law" else "no")
            return words
    return ""


def _day_in_words(said: Said, value: CellValue, column: str) -> str:
    """Keep a day among details, which is said; where it is the answer, or a law, ask what was typed."""
    if column == "details" and said.item.type is not AnswerType.TEXT:
        said.report(DayAmongWords, column, value=text(value))
        return text(value)
    said.report(DayForWords, column, value=text(value))
    return ""
