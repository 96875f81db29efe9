"""The rows of an issued workbook written by XlsxWriter's own hand: what ours is compared with."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from questionnaires.model import Questionnaire
from workbooks.layout import SheetId, said, sheet_name
from workbooks.look import Formats
from workbooks.pen import Pen, Runs
from workbooks.plan import plan
from workbooks.sheet_lists import lists, write_lists
from workbooks.sheet_questions import AT, Page, frame_questions, write_questions
from workbooks.sheet_tables import frame_tables, write_tables
from workbooks.wordings import Wordings


class XlsxWriterPen(Pen):
    """Does what a pen does, through XlsxWriter."""

    def __init__(self, sheet: Worksheet, formats: Formats) -> None:
        self._sheet, self._formats, self._at = sheet, formats, 0

    def row(self, row: int, tall: float | None = None) -> None:
        self._at = row
        if tall is not None:
            self._sheet.set_row(row, tall)

    def text(self, column: int, text: str, style: str) -> None:
        self._sheet.write_string(self._at, column, text, self._formats[style])

    def rich(self, column: int, runs: Runs, style: str) -> None:
        if len(runs) == 1:
            self.text(column, runs[0][1], style)
        else:
            pieces = [each for font, text in runs for each in (self._formats[font], text)]
            self._sheet.write_rich_string(self._at, column, *pieces, self._formats[style])

    def enter(self, column: int, entered: str | Decimal | None, style: str) -> None:
        assert entered is None
        self.blank(column, style)

    def blank(self, column: int, style: str) -> None:
        self._sheet.write_blank(self._at, column, None, self._formats[style])

    def formula(self, column: int, formula: str, shown: str, style: str) -> None:
        value = int(shown) if shown.isdigit() else shown
        self._sheet.write_formula(self._at, column, f"={formula}", self._formats[style], value)

    def across(self, text: str, style: str, last: int) -> None:
        if last:
            self._sheet.merge_range(self._at, 0, self._at, last, "", self._formats[style])
        self.text(0, text, style)


def written(questionnaires: Sequence[Questionnaire], items: Sequence[str], language: str) -> bytes:
    """Write the sheets of questions, tables and lists for some items; holes stay open."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    rows, formats = plan(questionnaires, items), Formats(book, rtl=False)
    sheets = {
        name: book.add_worksheet(sheet_name(language, name))
        for name in (SheetId.QUESTIONS, SheetId.TABLES, SheetId.LISTS)
        if name is not SheetId.TABLES or rows.blocks
    }
    pens = {name: XlsxWriterPen(sheet, formats) for name, sheet in sheets.items()}
    frame_questions(sheets[SheetId.QUESTIONS], formats, language)
    ranges = write_lists(pens[SheetId.LISTS], lists(questionnaires, language), rows, language)
    page = Page(pens[SheetId.QUESTIONS], rows, language, Wordings(language), ranges)
    write_questions(page)
    _dropdowns(page, sheets[SheetId.QUESTIONS])
    if rows.blocks:
        frame_tables(sheets[SheetId.TABLES], formats, language, rows.columns)
        write_tables(pens[SheetId.TABLES], rows, language, {})
    for name, row in page.names:
        book.define_name(name, f"={sheet_name(language, SheetId.QUESTIONS)}!$C${row + 1}")
    book.close()
    return out.getvalue()


def _dropdowns(page: Page, sheet: Worksheet) -> None:
    for (area, hint), rows in page.offers.items():
        rule = {
            "validate": "list",
            "source": f"={area}",
            "input_title": said(page.language, "choose-title"),
            "input_message": said(page.language, hint),
            "error_title": said(page.language, "refused-title"),
            "error_message": said(page.language, "refused"),
            "error_type": "warning",
            "show_error": hint in {"choose", "choose-tick"},
        }
        for row in rows:
            sheet.data_validation(row, AT["answer"], row, AT["answer"], rule)
