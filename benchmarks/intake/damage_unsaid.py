"""Words where nobody looks for any: over ours, behind them, on the first sheet, on a sheet from last year."""

from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.intake.book import COLUMN, Case, copied
from benchmarks.intake.damages import damage
from questionnaires.model import AnswerType, Item
from workbooks.layout import label


class Place(NamedTuple):
    row: int
    column: int


HEADER = 3
"""The row of the headers, beneath which the first heading stands."""

SEEN = Place(6, 3)
"""Where the first sheet says who will see the answers."""

CHOSEN = (AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE)


def _behind(c: Case, sheet: Worksheet, row: int, column: int, words: str) -> None:
    """Write words behind what stands in a cell."""
    c.note(sheet, row, column, f"{sheet.cell(row, column).value} {words}")


def _open(c: Case) -> list[Item]:
    """List some questions without an answer."""
    return c.blank(AnswerType.SCALE, AnswerType.YES_NO)[:3]


@damage("The words of questions overtyped with their answers")
def question_overtyped(c: Case) -> None:
    for item in c.typed(*CHOSEN)[:2]:
        cell = c.at(item)
        words = c.q.cell(cell.row, COLUMN["question"])
        words.value, words.data_type, cell.value = cell.value, "s", None
        c.ask([c.st(item)], (c.q, cell.row, words.column))


@damage("“No” typed behind the words of questions")
def answer_behind_question(c: Case) -> None:
    for item in _open(c):
        _behind(c, c.q, c.row(item.id), COLUMN["question"], label(c.body.language, "no"))


@damage("A year typed behind the words of questions")
def year_behind_question(c: Case) -> None:
    for item in _open(c):
        _behind(c, c.q, c.row(item.id), COLUMN["question"], "2009")


@damage("A reservation typed behind the words of answered questions")
def reservation_behind_question(c: Case) -> None:
    for item in c.typed(*CHOSEN)[:3]:
        _behind(c, c.q, c.row(item.id), COLUMN["question"], "(sous réserve de confirmation)")


@damage("Words typed over the codes of rows")
def words_over_codes(c: Case) -> None:
    for item in c.typed(*CHOSEN)[:3]:
        c.note(c.q, c.row(item.id), COLUMN["code"], "voir l’annexe jointe")


@damage("A wish typed into a text of the first sheet")
def wish_on_the_cover(c: Case) -> None:
    _behind(c, c.s, SEEN.row, SEEN.column, "Ne nommez pas notre service.")


@damage("Words typed into the header of a column")
def words_in_the_header(c: Case) -> None:
    _behind(c, c.q, HEADER, COLUMN["comment"], "– provisoire, à ne pas publier")


@damage("Words typed behind a heading")
def words_behind_a_heading(c: Case) -> None:
    _behind(c, c.q, HEADER + 1, 1, "Tout ceci relève du ministère de l’intérieur.")


@damage("Answers on a sheet of their own, without any code")
def own_sheet_bare(c: Case) -> None:
    sheet = c.book.create_sheet("Réponses")
    for row, item in enumerate(c.typed(*CHOSEN)[:5], 1):
        cell = c.at(item)
        sheet.cell(row, 1).value, cell.value = cell.value, None
        c.ask([c.st(item)], (sheet, row, 1))


@damage("Last year's answers on a copy of the sheet, hidden codes and all")
def last_year_on_a_copy(c: Case) -> None:
    """Whether they fill what is blank this year, only the sender can say."""
    copy = copied(c.q, c.book, "2024")
    for item in c.typed(*CHOSEN)[:2]:
        copy.cell(c.row(item.id), COLUMN["answer"]).value = None
    for item in _open(c):
        copy.cell(c.row(item.id), COLUMN["answer"]).value = label(c.body.language, "no")
        c.truth[c.st(item)] = "no"
    c.codes.append("answers-on-two-sheets")
