"""Write single cells of a registry, and leave everything else in its file as the person made it."""

import csv
import io
from collections.abc import Mapping
from copy import copy
from typing import Any

from problems import Place, Problem
from problems.registry import NotEditable
from sources.guards import guarded
from sources.tables import cell_place, decoded, delimiter_of


def edited(
    data: bytes, suffix: str, cells: Mapping[tuple[int, int], str], shown: str
) -> tuple[bytes | None, list[Problem]]:
    """Return the file with these cells written, by row and column from 0; nothing where it cannot be safe."""
    write = _csv if suffix.lower() == ".csv" else _xlsx
    return write(data, cells, shown)


def _csv(data: bytes, cells: Mapping[tuple[int, int], str], shown: str) -> tuple[bytes | None, list[Problem]]:
    text, guessed = decoded(data)
    if text is None:  # `read_table` has said so before
        raise ValueError(shown)
    delimiter = delimiter_of(text)
    declared = text.partition("\n")[0].strip().lower() == f"sep={delimiter}"
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    for (row, column), value in cells.items():
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = guarded(value)
    if declared:
        rows[0] = [f"sep={delimiter}"]
    out = io.StringIO(newline="")
    ends = "\r\n" if "\r\n" in text else "\n"
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ends)
    for number, each in enumerate(rows):
        if declared and number == 0:
            out.write(f"sep={delimiter}{ends}")
        else:
            writer.writerow(each)
    marked = guessed or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    return out.getvalue().encode("utf-8-sig" if marked else "utf-8"), []


def _xlsx(
    data: bytes, cells: Mapping[tuple[int, int], str], shown: str
) -> tuple[bytes | None, list[Problem]]:
    from openpyxl import load_workbook  # noqa: PLC0415  # 400 ms, paid by those who write
    from openpyxl.cell.cell import MergedCell  # noqa: PLC0415

    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    problems: list[Problem] = []
    where = Place(shown, sheet=sheet.title)
    for row in sheet.iter_rows():
        problems += [
            NotEditable(place=cell_place(where, cell.row - 1, cell.column - 1), value=str(cell.value))
            for cell in row
            if cell.data_type == "f"
        ]
    there = {(row + 1, column + 1) for row, column in cells if column < sheet.max_column}
    for row, column in cells:
        if (row + 1, column + 1) in there and isinstance(sheet.cell(row + 1, column + 1), MergedCell):
            problems.append(NotEditable(place=cell_place(where, row, column), value=cells[row, column]))
    if problems:
        return None, problems
    beyond = sheet.max_column
    for (row, column), value in cells.items():
        _write(sheet, row + 1, column + 1, value, beyond=beyond)
    _stretch(sheet, cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), []


def _write(sheet: Any, row: int, column: int, value: str, *, beyond: int) -> None:
    """Write a cell; where it has no looks of its own, it gets those above, or beside in a column `beyond`."""
    cell = sheet.cell(row, column)
    beside = column > beyond
    if not cell.has_style and (row > 1 or beside):
        model = sheet.cell(row, column - 1) if beside else sheet.cell(row - 1, column)
        cell._style = copy(model._style)  # noqa: SLF001  # openpyxl's own way to copy a style
    cell.value = value or None
    if value:
        cell.data_type = "s"  # never a formula, whatever it begins with


def _stretch(sheet: Any, cells: Mapping[tuple[int, int], str]) -> None:
    """Let the table around the registry reach over the rows that were written below it, and new columns."""
    from openpyxl.utils import get_column_letter, range_boundaries  # noqa: PLC0415
    from openpyxl.worksheet.table import TableColumn  # noqa: PLC0415

    for table in sheet.tables.values():
        left, top, right, bottom = range_boundaries(table.ref)
        down = max((row + 1 for row, column in cells if left <= column + 1 <= right), default=bottom)
        if table.totalsRowCount:
            continue
        while (top - 1, right) in cells:  # a new heading right beside the last one
            right += 1
            number = max(each.id for each in table.tableColumns) + 1
            table.tableColumns.append(TableColumn(id=number, name=cells[top - 1, right - 1]))
        table.ref = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{max(bottom, down)}"
        if table.autoFilter is not None:
            table.autoFilter.ref = table.ref
