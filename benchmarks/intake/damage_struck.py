"""Lines drawn through answers, and another body's visible cells, which bring no code of ours along."""

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from benchmarks.intake.book import COLUMN, Case
from benchmarks.intake.damage_others import other
from benchmarks.intake.damages import damage
from questionnaires.model import AnswerType

_SHARED = 5
_VISIBLE = 6


def _told(c: Case, cell: Cell) -> None:
    c.notes.append((cell.parent.title, cell.coordinate))
    c.not_by = "SheetJS"  # it keeps no fonts


@damage("Answers struck through and left in their cells")
def answers_struck(c: Case) -> None:
    for item in c.typed(AnswerType.SCALE, AnswerType.YES_NO)[::3]:
        cell = c.at(item)
        cell.font = Font(strike=True)
        c.lose(c.parts(item))
        _told(c, cell)


@damage("Words of answers struck through, new ones typed behind them")
def words_struck(c: Case) -> None:
    for item in c.typed(AnswerType.SCALE, AnswerType.YES_NO)[1::3]:
        cell = c.at(item)
        cell.value = CellRichText(TextBlock(InlineFont(strike=True), str(cell.value)), " — to be checked")
        c.lose(c.parts(item))
        _told(c, cell)


@damage("Visible cells of another body's rows pasted as a sheet, without their hidden codes")
def visible_rows_of_another(c: Case) -> None:
    guest = Case.of(other(c))
    theirs = {item.id for item in guest.typed(AnswerType.SCALE, AnswerType.YES_NO)}
    shared = [item for item in c.blank(AnswerType.SCALE, AnswerType.YES_NO) if item.id in theirs]
    pasted = c.book.create_sheet("Other service")
    for row, code in enumerate(["", *(item.id for item in shared[:_SHARED])], 1):
        at = guest.row(code) if code else 3
        for column in range(1, _VISIBLE + 1):
            pasted.cell(row, column).value = guest.q.cell(at, column).value
        if code:
            c.notes.append((pasted.title, pasted.cell(row, COLUMN["answer"]).coordinate))
