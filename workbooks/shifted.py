"""Answer cells that were moved against their questions: cells inserted or deleted in their columns alone.

Names go with their cells. When whole rows are sorted or moved, they stay where they were: then it is the rows
that no longer stand as they were sent. When the rows do, and from one of them on every name stands as many
rows too low or too high, the cells were moved.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from problems.witnesses import CellsMoved
from workbooks.contents import cell_name
from workbooks.found import INPUT, Doubt, Found, Row
from workbooks.index import Index
from workbooks.named import Named
from workbooks.plan import HEADER_ROW
from workbooks.values import is_blank

LEAST: Final = 3
"""So many cells one after the other make a block; fewer were cut and pasted one by one."""

BETWEEN: Final = (3, 4)
"""So far from each other are the last question of a section and the first of the next one."""

Step = tuple[Row, int]
"""A row, and how far below it the cell named after it stands."""

Steps = Sequence[tuple[Row, int | None]]
"""The rows of a sheet from the top, each with its step, where it has a named cell."""


def moved_cells(index: Index, found: Found, named: Named) -> None:
    """Ask for everything in blocks of answer cells that were moved against their questions."""
    moved = set(_elsewhere(found, named))
    for sheet, columns in found.questions.items():
        if sheet not in moved or "answer" not in columns:
            continue
        rows = sorted(
            (row for rows in found.rows.values() for row in rows if _of(row, sheet, columns)),
            key=lambda row: row.row,
        )
        steps = [(row, _step(row, named)) for row in rows]
        top = found.frames[sheet].top if sheet in found.frames else 0
        for block in _blocks(steps, top or HEADER_ROW + 1, index, named):
            _ask(block, steps, index, found)


def _elsewhere(found: Found, named: Named) -> Iterator[str]:
    """Yield the sheets where a named cell does not stand in the row of its code; most files have none."""
    for code, cells in named.cells.items():
        rows = found.rows.get(code, ())
        for name, down, _ in cells:
            if any(row.row != down and row.sheet.name == name for row in rows):
                yield name


def _of(row: Row, sheet: str, columns: Mapping[str, int]) -> bool:
    return row.sheet.name == sheet and "#" not in row.code and row.columns is columns


def _step(row: Row, named: Named) -> int | None:
    cells = named.rows(row.code, row.sheet.name, row.columns["answer"])
    return min((cell - row.row for cell in cells), key=abs, default=None)


def _blocks(steps: Steps, top: int, index: Index, named: Named) -> Iterator[tuple[list[Row], int]]:
    """Yield the rows whose named cells stand equally far off, unless it is the rows that were moved.

    `top`: the row of the header, which moves with the rows below it.
    """
    known = [(row, step) for row, step in steps if step is not None]
    above: Step | None = None
    for step, group in groupby(known, key=lambda each: each[1]):
        block = [row for row, _ in group]
        with_header = above is None and step == HEADER_ROW + 1 - top
        if (
            step
            and not with_header
            and len(block) >= LEAST
            and _as_sent(above, (block[0], step), steps, index, named)
        ):
            yield block, step
        above = block[-1], step


def _as_sent(above: Step | None, first: Step, steps: Steps, index: Index, named: Named) -> bool:
    """Tell whether it may be that the rows stand as they were sent, and the cells do not.

    `above`: the row above the block, where there is one; else it is the header.
    """
    there = sorted((row.code for row, _ in steps), key=index.places.__getitem__)
    (row, step) = first
    start = above[0].code if above else ""
    chain = [each.code for each, _ in steps if (above[0].row if above else 0) <= each.row <= row.row]
    place = there.index(chain[0])
    if there[place : place + len(chain)] != chain or len(set(chain)) < len(chain) or (place and not above):
        return False  # other questions stood between them, or rows were copied
    top = index.places[start] if start else -1
    lost = [
        code
        for code in named.cells.keys() - set(there)
        if top < index.places[code] < index.places[row.code]
        and named.rows(code, row.sheet.name, row.columns["answer"])
    ]
    least, most = _distance(
        [start, *sorted([*lost, *chain[bool(start) :]], key=index.places.__getitem__)], index
    )
    from_row = above[0].row if above else HEADER_ROW + 1
    from_cell = from_row + (above[1] if above else 0)
    cells, rows = row.row + step - from_cell, row.row - from_row
    if not least <= cells <= most or least <= rows <= most:
        return True
    return rows < least and bool(lost)


def _distance(codes: Sequence[str], index: Index) -> list[int]:
    """Return how many rows lie at least and at most between the first and the last, as they were sent."""
    section = [index.section.get(index.item_of(code)) for code in codes]
    near = [one == two for one, two in pairwise(section)]
    return [sum(1 if same else far for same in near) for far in BETWEEN]


def _ask(block: tuple[list[Row], int], steps: Steps, index: Index, found: Found) -> None:
    rows, step = block
    top, bottom = rows[0].row + min(step, 0), rows[-1].row + max(step, 0)
    within = [row for row, far in steps if top <= row.row <= bottom and far != 0]
    asked: dict[str, Row] = {}
    for row in within:
        if _filled(row, 0) or _filled(row, step):
            asked.setdefault(index.item_of(row.code), row)
    sheet, column = rows[0].sheet.name, rows[0].columns["answer"]
    about = {
        "first": f"{sheet}!{cell_name(top, column)}",
        "last": f"{sheet}!{cell_name(bottom, column)}",
        "count": len(asked),
    }
    for part, (item, row) in enumerate(asked.items()):
        found.doubt(item, Doubt(row, CellsMoved, {"part": "more" if part else "first", **about}))


def _filled(row: Row, step: int) -> bool:
    """Tell whether a cell to fill holds something, so many rows below this one."""
    return any(
        not is_blank(row.sheet.at(row.row + step, row.columns[column]))
        for column in INPUT
        if column in row.columns
    )
