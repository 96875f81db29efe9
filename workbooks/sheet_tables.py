"""The sheet of tables: one for each item of repeated rows."""

from collections.abc import Mapping
from typing import Final

from xlsxwriter.worksheet import Worksheet

from workbooks.layout import said, table_code, words
from workbooks.look import OPTION_CODE, Formats, height
from workbooks.pen import Pen
from workbooks.plan import Block, Plan
from workbooks.prefill import Entered
from workbooks.stencil import hole

TOTAL_WIDTH: Final = 136
CODE_WIDTH: Final = 16


def frame_tables(sheet: Worksheet, formats: Formats, language: str, columns: int) -> None:
    """Write what stands above the tables, of which the broadest has so many columns to fill."""
    sheet.set_column(0, 0, CODE_WIDTH)
    sheet.set_column(1, columns, _column_width(columns))
    sheet.set_column(columns + 1, columns + 1, 4, None, {"hidden": True})
    title = said(language, "tables-title", (("instruments", hole("instruments")),))
    sheet.write_string(0, 0, title, formats["sheet-title"])
    sheet.write_string(1, 0, said(language, "tables-hint"), formats["hint"])
    sheet.set_row(0, 26)


def write_tables(pen: Pen, plan: Plan, language: str, entered: Mapping[tuple[str, str], Entered]) -> None:
    """Write the rows of all tables, with what is entered by row code and column."""
    for block in plan.blocks:
        _table(pen, block, plan.columns, language, entered)


def _column_width(columns: int) -> float:
    return min(60.0, TOTAL_WIDTH / max(1, columns))


def _table(
    pen: Pen, block: Block, columns: int, language: str, entered: Mapping[tuple[str, str], Entered]
) -> None:
    item, width = block.item, _column_width(columns)
    nothing = [None] * len(item.columns)
    labels = [words(column.label, language) for column in item.columns]
    text = words(item.text, language)
    pen.row(block.row, height(text, CODE_WIDTH + width * columns, 12) + 6)
    pen.across(text, "article", columns if columns > 1 else 0)
    pen.row(block.row + 1, max(22, *(height(label, width) for label in labels)))
    pen.text(0, table_code(item), "option-code")
    for place, label in enumerate(labels, 1):
        pen.text(place, label, "table-header")
    for row, code in block.codes():
        cells = [entered.get((code, column.id)) for column in item.columns] if entered else nothing
        texts = (height(cell, width - 1) for cell in cells if isinstance(cell, str))
        pen.row(row, max(24, height(code, CODE_WIDTH - 1, OPTION_CODE), *texts))
        pen.text(0, code, "option-code")
        for place, cell in enumerate(cells, 1):
            pen.enter(place, cell, "typed")
        pen.text(columns + 1, hole("code"), "unseen")
