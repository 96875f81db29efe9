"""Sheets that a person fills in, read again: their columns found by marks, their cells as texts."""

from collections.abc import Collection, Mapping

from workbooks.contents import Contents, Sheet, Value, text
from workbooks.values import is_blank


def marked_columns(
    sheet: Sheet, marks: Mapping[str, str], needed: Collection[str]
) -> tuple[int, dict[str, int]] | None:
    """Find the row that holds the marks of the `needed` columns, and each column's number, both from 1.

    `marks` gives the name of the column that each mark stands over.
    """
    rows: dict[int, dict[str, int]] = {}
    for row, column, value in sheet.cells():
        if isinstance(value, str) and value in marks:
            rows.setdefault(row, {})[marks[value]] = column
    wanted = set(needed)
    return next(((row, found) for row, found in rows.items() if found.keys() >= wanted), None)


def cell_text(value: Value) -> str:
    return "" if is_blank(value) else text(value).strip()


def unread_cells(contents: Contents, sheet: Sheet) -> frozenset[str]:
    """Return the cells of a sheet that hold an error, or a formula without a result."""
    return frozenset(cell for name, cell, *_ in (*contents.uncached, *contents.errors) if name == sheet.name)
