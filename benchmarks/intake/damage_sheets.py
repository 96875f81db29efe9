"""Sheets: renamed, moved, doubled, taken away, put into other books."""

from io import BytesIO

import openpyxl

from benchmarks.intake.bodies import issued
from benchmarks.intake.book import Case, copied
from benchmarks.intake.damages import damage
from responses.model import Citation
from workbooks.layout import SheetId


def as_written(c: Case) -> None:
    """Without the sheet of laws, `L1 art. 3` is all that the file says; nobody can say which law that was."""
    for each in c.statements("law"):
        item = next(item for item in c.items if item.id == each[1])
        cell = c.at(item, "law")
        if str(cell.value).startswith("L"):
            c.truth[each] = tuple(Citation(part.strip()) for part in cell.value.split(";"))


@damage("Nothing: filled in and saved")
def nothing(c: Case) -> None:
    pass


@damage("All sheets renamed")
def sheets_renamed(c: Case) -> None:
    for number, sheet in enumerate(c.book.worksheets, 1):
        sheet.title = f"Feuil{number}"


@damage("Sheets in another order")
def sheets_moved(c: Case) -> None:
    c.book._sheets.reverse()  # noqa: SLF001  # openpyxl moves one sheet at a time


@damage("The sheet of questions doubled, both copies equal")
def doubled_equal(c: Case) -> None:
    c.book.copy_worksheet(c.q)


@damage("An empty copy of the questions beside the filled one")
def doubled_blank(c: Case) -> None:
    blank = openpyxl.load_workbook(BytesIO(issued(c.body)))[c.q.title]
    copied(blank, c.book, "Copy")


@damage("The questions doubled, and some answers changed in the copy")
def doubled_differing(c: Case) -> None:
    copy = c.book.copy_worksheet(c.q)
    for item in c.typed()[:3]:
        at = c.at(item)
        copy.cell(at.row, at.column).value = "?? another answer"
        c.ask(c.parts(item))


@damage("The sheet of questions copied alone into a new book")
def questions_alone(c: Case) -> None:
    as_written(c)
    c.lose(c.of_tables())
    alone = openpyxl.Workbook()
    copied(c.q, alone, c.q.title)
    alone.remove(alone.worksheets[0])
    c.book = alone


@damage("Every sheet copied into a new book by hand, as values")
def all_sheets_as_values(c: Case) -> None:
    new = openpyxl.Workbook()
    new.remove(new.active)
    for sheet in c.book.worksheets:
        copied(sheet, new, sheet.title)
    c.book = new


@damage("The cover sheet deleted")
def cover_deleted(c: Case) -> None:
    c.book.remove(c.s)


@damage("The sheet of lists deleted")
def lists_deleted(c: Case) -> None:
    c.book.remove(c.book[c.body.sheet(SheetId.LISTS)])


@damage("The hidden sheet shown")
def lists_shown(c: Case) -> None:
    c.book[c.body.sheet(SheetId.LISTS)].sheet_state = "visible"


@damage("All sheets but the questions hidden")
def others_hidden(c: Case) -> None:
    c.book.active = c.book.worksheets.index(c.q)
    for sheet in c.book.worksheets:
        if sheet is not c.q:
            sheet.sheet_state = "hidden"


@damage("The sheet of tables deleted")
def tables_deleted(c: Case) -> None:
    c.lose(c.of_tables())
    c.book.remove(c.t)


@damage("The sheet of laws deleted, while the answers refer to it")
def laws_deleted(c: Case) -> None:
    as_written(c)
    c.book.remove(c.l)


@damage("Empty sheets added")
def empty_sheets(c: Case) -> None:
    c.book.create_sheet("Sheet1")
    c.book.create_sheet("Sheet2", 0)


@damage("A sheet with notes of their own added")
def own_notes(c: Case) -> None:
    sheet = c.book.create_sheet("Notes internes")
    c.note(sheet, 2, 2, "À vérifier avec le cabinet avant envoi")
    c.note(sheet, 3, 2, "Yes")


@damage("The questions split over two sheets, the header copied")
def split_in_two(c: Case) -> None:
    sheet = c.q
    half = sheet.max_row // 2
    while isinstance(sheet.cell(half, 1).value, str) and ":" in sheet.cell(half, 1).value:
        half += 1  # between questions, as people would
    second = c.book.create_sheet("Part 2")
    for row in (3, *range(half, sheet.max_row + 1)):
        for column in range(1, 9):
            old = sheet.cell(row, column)
            new = second.cell(1 if row == 3 else row - half + 2, column)
            new.value = 1 if old.data_type == "f" else old.value
            if isinstance(new.value, str):
                new.data_type = "s"
            new.number_format = old.number_format
    for values in list(sheet.merged_cells.ranges):
        if values.max_row >= half:
            sheet.unmerge_cells(str(values))
    sheet.delete_rows(half, sheet.max_row)


@damage("Questions, tables and laws put below each other on one sheet")
def all_on_one_sheet(c: Case) -> None:
    one = openpyxl.Workbook()
    one.remove(one.active)
    sheet = copied(c.q, one, "All")
    for source in (c.t, c.l):
        below = sheet.max_row + 2
        for values in source.iter_rows():
            for old in values:
                if old.value is not None:
                    new = sheet.cell(old.row + below, old.column)
                    new.value = 1 if old.data_type == "f" else old.value
                    new.number_format = old.number_format
    c.book = one
