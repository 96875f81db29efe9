"""The sheets beside the questions: tables for repeated rows, laws, the hidden lists of the dropdowns."""

from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from languages import say
from questionnaires.model import AnswerType
from responses.model import Absence
from workbooks.formulas import sheet_reference
from workbooks.layout import (
    LAW_COLUMNS,
    LAWS,
    TICK,
    SheetId,
    answer_labels,
    header,
    label,
    law_code,
    sheet_name,
    table_code,
    words,
)
from workbooks.look import Formats, height
from workbooks.plan import HEADER_ROW, Block, Plan
from workbooks.stencil import hole

LAW_WIDTHS: Final = {
    "law-number": 7,
    "law-title": 62,
    "law-date": 34,
    "law-language": 16,
    "law-link": 58,
    "token": 4,
}
TABLE_WIDTH: Final = 160
CODE_WIDTH: Final = 14


def write_lists(sheet: Worksheet, formats: Formats, plan: Plan, language: str) -> dict[str, str]:
    """Write one column per list; return the range of each: by item, `absences`, `tick`."""
    columns: dict[tuple[str, ...], str] = {}
    ranges: dict[str, str] = {}
    wanted = {"absences": tuple(label(language, value) for value in Absence), "tick": (TICK,)}
    wanted |= {
        item.id: answer_labels(language, item)
        for item in plan.items.values()
        if item.type in (AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE)
    }
    for name, values in wanted.items():
        if values not in columns:
            column = len(columns)
            for row, value in enumerate(values):
                sheet.write_string(row, column, value, formats["plain"])
            first, last = (xl_rowcol_to_cell(r, column, True, True) for r in (0, len(values) - 1))
            columns[values] = f"={sheet_reference(language, SheetId.LISTS)}{first}:{last}"
        ranges[name] = columns[values]
    return ranges


def write_laws(sheet: Worksheet, formats: Formats, language: str) -> None:
    """Write the sheet of laws, L1 to L30."""
    for place, (column, width) in enumerate(LAW_WIDTHS.items()):
        sheet.set_column(place, place, width, None, {"hidden": True} if column == "token" else {})
    sheet.write_string(0, 0, say(language, "workbook", "laws-title"), formats["sheet-title"])
    sheet.write_string(0, len(LAW_COLUMNS) - 2, hole("code"), formats["sheet-code"])
    hint = say(language, "workbook", "laws-hint", law=header(language, "law"))
    sheet.write_string(1, 0, hint, formats["hint"])
    for place, column in enumerate(LAW_COLUMNS[:-1]):
        sheet.write_string(HEADER_ROW, place, header(language, column), formats["header"])
    sheet.set_row(0, 26)
    sheet.set_row(1, 16)
    sheet.set_row(HEADER_ROW, 22)
    for number in range(1, LAWS + 1):
        row = HEADER_ROW + number
        sheet.write_string(row, 0, law_code(number), formats["label"])
        for place in range(1, len(LAW_COLUMNS) - 1):
            sheet.write_blank(row, place, None, formats["typed"])
        sheet.write_string(row, len(LAW_COLUMNS) - 1, hole("code"), formats["option-code"])
        sheet.set_row(row, 30)


def write_tables(sheet: Worksheet, formats: Formats, plan: Plan, language: str) -> None:
    """Write one table per item of repeated rows."""
    last = plan.columns + 1
    sheet.set_column(0, 0, CODE_WIDTH)
    sheet.set_column(1, plan.columns, _column_width(plan))
    sheet.set_column(last, last, 4, None, {"hidden": True})
    title = say(language, "workbook", "tables-title", instruments=hole("instruments"))
    sheet.write_string(0, 0, title, formats["sheet-title"])
    sheet.write_string(1, 0, say(language, "workbook", "tables-hint"), formats["hint"])
    sheet.set_row(0, 26)
    for block in plan.blocks:
        _table(sheet, formats, block, plan, language)


def _column_width(plan: Plan) -> float:
    return min(60.0, TABLE_WIDTH / max(1, plan.columns))


def _table(sheet: Worksheet, formats: Formats, block: Block, plan: Plan, language: str) -> None:
    item, width = block.item, _column_width(plan)
    text = words(item.text, language)
    if plan.columns > 1:
        sheet.merge_range(block.row, 0, block.row, plan.columns, "", formats["article"])
    sheet.write_string(block.row, 0, text, formats["article"])
    sheet.set_row(block.row, height(text, CODE_WIDTH + width * plan.columns, 12) + 6)
    sheet.write_string(block.row + 1, 0, table_code(item), formats["option-code"])
    for place, column in enumerate(item.columns, 1):
        sheet.write_string(block.row + 1, place, words(column.label, language), formats["table-header"])
    sheet.set_row(block.row + 1, max(height(words(c.label, language), width) for c in item.columns))
    for row, code in block.codes():
        sheet.write_string(row, 0, code, formats["option-code"])
        for place in range(1, len(item.columns) + 1):
            sheet.write_blank(row, place, None, formats["typed"])
        sheet.write_string(row, plan.columns + 1, hole("code"), formats["option-code"])
        sheet.set_row(row, max(24, height(code, CODE_WIDTH, 6)))


def add_sheet(book: Workbook, language: str, sheet: SheetId) -> Worksheet:
    return book.add_worksheet(sheet_name(language, sheet))
