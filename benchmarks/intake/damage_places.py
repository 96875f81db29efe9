"""Places: the table elsewhere on its sheet, answers in the wrong column, under the table, on other sheets."""

from benchmarks.intake.book import COLUMN, Case, rebuilt
from benchmarks.intake.damages import damage
from questionnaires.model import AnswerType
from workbooks.misplaced import OF_ITS_COLUMN

CHOSEN = (AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE)
BESIDE = 10
"""A column to the right of the table."""


@damage("The table pasted lower and further right, at D6")
def pasted_elsewhere(c: Case) -> None:
    rows, columns = range(1, c.q.max_row + 1), range(1, 9)
    rebuilt(c.q, [*[None] * 5, *rows], [None, None, None, *columns])


@damage("The table pasted elsewhere, without its header and without defined names")
def pasted_elsewhere_bare(c: Case) -> None:
    rows = range(4, c.q.max_row + 1)
    rebuilt(c.q, [*[None] * 4, *rows], [None, *range(1, 9)], follow=False)
    c.book.defined_names.clear()


@damage("The questions transposed: one column each")
def transposed(c: Case) -> None:
    source, title = c.q, c.q.title
    turned = c.book.create_sheet("turned")
    for values in source.iter_rows():
        for old in values:
            if old.value is not None:
                new = turned.cell(old.column, old.row)
                new.value = 1 if old.data_type == "f" else old.value
                if isinstance(new.value, str):
                    new.data_type = "s"
                new.number_format = old.number_format
    c.book.remove(source)
    turned.title = title


def moved(c: Case, column: str | int, count: int = 6) -> None:
    """Move the chosen answers of some questions into another column."""
    for item in c.typed(*CHOSEN)[:count]:
        cell = c.at(item)
        place = COLUMN[column] if isinstance(column, str) else column
        c.q.cell(cell.row, place).value = cell.value
        cell.value = None
        if c.truth[c.st(item)] in OF_ITS_COLUMN.get(str(column), ()):
            c.ask([c.st(item)], (c.q, cell.row, place))


@damage("Choices typed in the column of details")
def choice_in_details(c: Case) -> None:
    moved(c, "details")


@damage("Choices typed in the column of laws")
def choice_in_law(c: Case) -> None:
    moved(c, "law")


@damage("Choices typed in the column of comments")
def choice_in_comment(c: Case) -> None:
    moved(c, "comment")


@damage("Choices typed to the right of the table")
def choice_beside(c: Case) -> None:
    moved(c, BESIDE)


@damage("Explanations typed to the right of the table")
def details_beside(c: Case) -> None:
    for item in c.said(part="details")[:5]:
        cell = c.at(item, "details")
        c.q.cell(cell.row, BESIDE).value = cell.value
        c.q.cell(cell.row, BESIDE).data_type, cell.value = "s", None
        c.ask([c.st(item, "details")], (c.q, cell.row, BESIDE))


@damage("Long answers typed in the answer column")
def text_in_answer(c: Case) -> None:
    for item in _long(c):
        cell = c.at(item, "details")
        c.at(item).value = cell.value
        c.at(item).data_type = "s"
        cell.value = None


@damage("Long answers typed in the column of comments")
def text_in_comment(c: Case) -> None:
    for item in _long(c):
        if c.parts(item, "comment"):
            continue
        cell = c.at(item, "details")
        target = c.at(item, "comment")
        target.value, target.data_type = cell.value, "s"
        cell.value = None
        c.truth[c.st(item, "comment")] = c.truth[c.st(item)]
        c.ask([c.st(item)], (c.q, target.row, target.column))


def _long(c: Case) -> list:
    return [
        item for item in c.said(AnswerType.TEXT) if c.at(item).value is None and c.at(item, "details").value
    ][:6]


@damage("Laws typed in the column of details")
def law_in_details(c: Case) -> None:
    """As words they are kept; whether they are meant as the law, only the sender knows."""
    items = [item for item in c.said(AnswerType.SCALE, part="law") if not c.parts(item, "details")][:4]
    for item in items:
        cell = c.at(item, "law")
        c.at(item, "details").value = cell.value
        c.at(item, "details").data_type = "s"
        c.truth[c.st(item, "details")] = cell.value
        del c.truth[c.st(item, "law")]
        cell.value = None


@damage("Choice and explanation in one cell")
def choice_with_words(c: Case) -> None:
    for item in c.typed(AnswerType.SCALE)[:5]:
        cell = c.at(item)
        cell.value = f"{cell.value} – depuis la loi de 2014"
        c.ask([c.st(item)], (c.q, cell.row, cell.column))


@damage("Answers typed under the table, each with its code")
def under_with_code(c: Case) -> None:
    last = c.q.max_row + 3
    for number, item in enumerate(c.typed(*CHOSEN)[:6]):
        cell, row = c.at(item), last + number
        c.q.cell(row, 1).value, c.q.cell(row, 3).value = item.id, cell.value
        cell.value = None


@damage("Answers typed under the table, without a code")
def under_without_code(c: Case) -> None:
    last = c.q.max_row + 3
    for number, item in enumerate(c.typed(*CHOSEN)[:6]):
        cell, row = c.at(item), last + number
        c.q.cell(row, 3).value = cell.value
        cell.value = None
        c.ask([c.st(item)], (c.q, row, 3))


@damage("Answers typed on the cover sheet")
def on_the_cover(c: Case) -> None:
    for number, item in enumerate(c.typed(*CHOSEN)[:4]):
        cell, row = c.at(item), 40 + number
        c.s.cell(row, 2).value = f"{item.id}: {cell.value}"
        cell.value = None
        c.ask([c.st(item)], (c.s, row, 2))


@damage("Answers typed on the cover sheet, beside the instructions")
def beside_the_instructions(c: Case) -> None:
    for number, item in enumerate(c.said(AnswerType.TEXT)[:3]):
        cell = c.at(item, "details")
        c.s.cell(4 + number, 6).value = cell.value
        c.s.cell(4 + number, 6).data_type = "s"
        if cell.value is not None and not c.at(item).value:
            cell.value = None
            c.ask([c.st(item)], (c.s, 4 + number, 6))


@damage("Answers on a sheet of their own: code and answer")
def own_sheet(c: Case) -> None:
    sheet = c.book.create_sheet("Answers")
    sheet["A1"], sheet["B1"] = "Code", "Answer"
    for number, item in enumerate(c.typed(*CHOSEN)[:8], 2):
        cell = c.at(item)
        sheet.cell(number, 1).value, sheet.cell(number, 2).value = item.id, cell.value
        cell.value = None
        c.ask([c.st(item)], (sheet, number, 2))


@damage("Answers on a sheet of their own, as prose")
def own_prose(c: Case) -> None:
    sheet = c.book.create_sheet("Réponses")
    for number, item in enumerate(c.said(AnswerType.TEXT)[:4], 1):
        cell = c.at(item, "details")
        if cell.value is None or c.at(item).value:
            continue
        sheet.cell(number, 1).value, sheet.cell(number, 1).data_type = cell.value, "s"
        cell.value = None
        c.ask([c.st(item)], (sheet, number, 1))


@damage("Explanations typed one row too low, beside an option")
def one_row_too_low(c: Case) -> None:
    """Options have no details: only the sender can say to what these words belong."""
    for item in c.said(AnswerType.CHOICES, part="details"):
        cell = c.at(item, "details")
        below = c.q.cell(cell.row + 1, cell.column)
        below.value, below.data_type, cell.value = cell.value, "s", None
        c.ask([c.st(item, "details")], (c.q, below.row, below.column))


@damage("Ticks beside the option's words instead of in the answer column")
def ticks_in_details(c: Case) -> None:
    for item in c.ticked()[:4]:
        at = []
        for row in c.option_rows(item):
            cell = c.q.cell(row, 3)
            if cell.value:
                c.q.cell(row, 4).value, cell.value = cell.value, None
                at.append((c.q, row, 4))
        c.ask([c.st(item)], *at)


@damage("Rows of a table typed below it, without a number")
def table_rows_below(c: Case) -> None:
    for item in c.filled_tables()[-1:]:
        row = c.table_rows(item, 12)[-1] + 1
        for column in range(2, 2 + len(item.columns)):
            c.note(c.t, row, column, f"further {column}")


@damage("Rows of a table typed below it, numbered on")
def table_rows_on(c: Case) -> None:
    for item in c.filled_tables()[-1:]:
        row = c.table_rows(item, 12)[-1] + 1
        c.t.cell(row, 1).value = f"{item.id}#13"
        cells = []
        for place, column in enumerate(item.columns):
            c.t.cell(row, 2 + place).value = f"further {column.id}"
            cells.append((column.id, f"further {column.id}"))
        c.truth[c.st(item)] = (*c.truth[c.st(item)], tuple(cells))


@damage("A law typed below the list, numbered on")
def law_below(c: Case) -> None:
    row = c.l.max_row + 1
    c.l.cell(row, 1).value, c.l.cell(row, 2).value = "L31", "Loi n° 31"
    c.notes.append((c.l.title, f"B{row}"))


@damage("A law typed below the list, without a number")
def law_below_without_number(c: Case) -> None:
    c.note(c.l, c.l.max_row + 2, 2, "Loi sans numéro")
