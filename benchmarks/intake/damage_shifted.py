"""Codes, words and answers moved against each other: cells inserted, deleted, sorted in some columns."""

from collections.abc import Sequence

from openpyxl.workbook.defined_name import DefinedName

from benchmarks.intake.book import Case, each_name
from benchmarks.intake.damage_codes import codes, unnamed
from benchmarks.intake.damages import damage

NAMELESS = "SheetJS ods"
"""The program that keeps no defined names, which tell what these damages did."""


def _questions(c: Case) -> list[int]:
    return [row for row, _ in codes(c)]


def _put(c: Case, column: int, rows: Sequence[int], values: Sequence[object]) -> None:
    for row, value in zip(rows, values, strict=True):
        cell = c.q.cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"


def _rotated(c: Case, column: int) -> None:
    rows = _questions(c)
    values = [c.q.cell(row, column).value for row in rows]
    _put(c, column, rows, [*values[1:], None])


def _all_asked(c: Case) -> None:
    """Nobody but the sender knows; tables and laws stand on sheets of their own."""
    c.ask(list(c.truth))


@damage("The codes moved up by one row: a cell was deleted among them")
def codes_deleted_up(c: Case) -> None:
    _rotated(c, 1)
    c.not_by = NAMELESS


@damage("The codes sorted, nothing else")
def codes_sorted_alone(c: Case) -> None:
    rows = _questions(c)
    _put(c, 1, rows, sorted((c.q.cell(row, 1).value for row in rows), reverse=True))
    c.not_by = NAMELESS


@damage("The codes moved up by one row, and all defined names gone")
def codes_deleted_up_without_names(c: Case) -> None:
    _rotated(c, 1)
    unnamed(c)
    _all_asked(c)


@damage("The questions sorted, nothing else")
def words_sorted_alone(c: Case) -> None:
    rows = _questions(c)
    _put(c, 2, rows, sorted(str(c.q.cell(row, 2).value) for row in rows))
    _all_asked(c)


def _shifted(c: Case, first: int, by: int, columns: Sequence[int]) -> None:
    """Move the cells to fill from a row on, with their names, as programs do that insert or delete cells."""
    c.not_by = NAMELESS
    for area in list(c.q.merged_cells.ranges):
        c.q.unmerge_cells(str(area))
    last = c.q.max_row
    order = range(last, first - 1, -1) if by > 0 else range(first, last + 1)
    for row in order:
        for column in columns:
            old, new = c.q.cell(row, column), c.q.cell(row + by, column)
            new.value, old.value = old.value, None
            if isinstance(new.value, str):
                new.data_type = "s"
    for name, defined in each_name(c.book):
        head, _, row = (defined.attr_text or "").rpartition("$")
        if row.isdigit() and c.q.title in head and int(row) >= first:
            c.book.defined_names[name] = DefinedName(name, attr_text=f"{head}${int(row) + by}")


def _middle(c: Case) -> int:
    rows = _questions(c)
    return rows[len(rows) // 3]


@damage("A cell inserted among the answers: those below stand one row too low")
def answer_inserted(c: Case) -> None:
    _shifted(c, _middle(c), 1, (3,))
    _all_asked(c)


@damage("Cells inserted among answers, details, laws and comments: those below stand one row too low")
def cells_inserted(c: Case) -> None:
    _shifted(c, _middle(c), 1, (3, 4, 5, 6))
    _all_asked(c)
