"""Merged cells: of a program that keeps what stood in the first of them, and nothing else."""

from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.intake.book import COLUMN, Case
from benchmarks.intake.damages import damage
from questionnaires.model import AnswerType, Item

SCALES = (AnswerType.SCALE, AnswerType.YES_NO)


def merge(sheet: Worksheet, row: int, column: int, last_row: int, last_column: int) -> None:
    for merged in list(sheet.merged_cells.ranges):
        down = merged.min_row <= last_row and merged.max_row >= row
        if down and merged.min_col <= last_column and merged.max_col >= column:
            sheet.unmerge_cells(str(merged))
    sheet.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)


@damage("Answer and details merged into one cell")
def answer_with_details(c: Case) -> None:
    for item in c.typed(*SCALES)[:5]:
        row = c.row(item.id)
        merge(c.q, row, 3, row, 4)


@damage("Answer, details, law and comment merged into one cell")
def answer_with_everything(c: Case) -> None:
    for item in c.typed(*SCALES, AnswerType.CHOICE)[:5]:
        row = c.row(item.id)
        merge(c.q, row, 3, row, 6)


@damage("Long answers written across merged cells, from the answer on")
def text_across(c: Case) -> None:
    for item in c.said(AnswerType.TEXT)[:5]:
        row, cell = c.row(item.id), c.at(item, "details")
        if c.at(item).value is not None or cell.value is None or c.parts(item, "comment"):
            continue
        c.at(item).value, c.at(item).data_type = cell.value, "s"
        cell.value = None
        merge(c.q, row, 3, row, 6)


def neighbours(c: Case) -> list[tuple[Item, Item]]:
    """List pairs of questions of one kind in adjacent rows, of which the first has nothing but an answer."""
    typed = {item.id for item in c.typed(*SCALES)}
    pairs = []
    for one, two in zip(c.items, c.items[1:], strict=False):
        adjacent = c.row(two.id) == c.row(one.id) + 1 and (not pairs or pairs[-1][1] is not one)
        if adjacent and one.id in typed and one.type is two.type:
            pairs.append((one, two))
    return pairs


@damage("One answer merged over two questions")
def over_two_questions(c: Case) -> None:
    """For the first it is an answer; that the second has one too, only the sender can say."""
    for one, two in neighbours(c)[:4]:
        c.lose(c.parts(two, "answer"))
        c.q.cell(c.row(two.id), 3).value = None
        merge(c.q, c.row(one.id), 3, c.row(two.id), 3)
        c.asked[c.st(two)] = c.truth[c.st(one)]
        c.cells[c.st(two)] = []


@damage("One explanation merged over several questions")
def details_over_questions(c: Case) -> None:
    for item in c.said(*SCALES, part="details")[:3]:
        row = c.row(item.id)
        following = [other for other in c.items if c.row(other.id) in {row + 1, row + 2}]
        for other in following:
            kind = "answer" if other.type is AnswerType.TEXT and not c.at(other).value else "details"
            c.lose(c.parts(other, kind))
        merge(c.q, row, 4, row + 2, 4)


@damage("Question and answer merged: the answer is gone")
def question_with_answer(c: Case) -> None:
    for item in c.typed(*SCALES)[:4]:
        row = c.row(item.id)
        c.lose(c.parts(item, "answer"))
        merge(c.q, row, 2, row, 3)


@damage("The codes of a question and its options merged")
def codes_merged(c: Case) -> None:
    for item in c.ticked()[:4]:
        rows = c.option_rows(item)
        merge(c.q, c.row(item.id), 1, rows[-1], 1)


@damage("The codes merged, and all defined names gone")
def codes_merged_unnamed(c: Case) -> None:
    codes_merged(c)
    c.book.defined_names.clear()


@damage("The codes of two neighbouring questions merged")
def codes_of_two_merged(c: Case) -> None:
    for one, two in neighbours(c)[:4]:
        merge(c.q, c.row(one.id), 1, c.row(two.id), 1)


@damage("Comments merged down the whole page")
def comments_merged(c: Case) -> None:
    first = 5
    c.lose(c.statements("comment"))
    for row in range(4, c.q.max_row + 1):
        for merged in list(c.q.merged_cells.ranges):
            if merged.min_row == row:
                c.q.unmerge_cells(str(merged))
        c.q.cell(row, COLUMN["comment"]).value = None
    merge(c.q, first, COLUMN["comment"], c.q.max_row, COLUMN["comment"])
    c.note(c.q, first, COLUMN["comment"], "Le ministère maintient ses réserves.")


@damage("Ticks of all options merged into one cell")
def ticks_merged(c: Case) -> None:
    """The first option is ticked; whether the others are meant too, only the sender can say."""
    for item in [each for each in c.ticked() if c.q.cell(c.option_rows(each)[0], 3).value][:3]:
        rows = c.option_rows(item)
        for row in rows[1:]:
            c.q.cell(row, 3).value = None
        merge(c.q, rows[0], 3, rows[-1], 3)
        c.ask([c.st(item)])
        c.asked[c.st(item)] = (item.options[0].value,)


@damage("Cells of a table's column merged over three rows")
def table_cells_merged(c: Case) -> None:
    for item in c.filled_tables()[:1]:
        rows = c.table_rows(item)
        last = item.columns[-1].id
        place = 1 + len(item.columns)
        kept = [dict(row) for row in c.truth[c.st(item)]]
        for each in kept[1:]:
            each[last] = ""
        merge(c.t, rows[0], place, rows[-1], place)
        c.truth[c.st(item)] = tuple(tuple(row.items()) for row in kept)
