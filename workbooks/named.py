"""Where the defined names of answer cells stand: they go with it where cells are inserted or deleted."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from workbooks.contents import Contents, cell_position
from workbooks.found import Row
from workbooks.index import Index

_REFERENCE: Final = re.compile(r"^=?\$?(?:'((?:[^']|'')+)'|([^'!]+?))[!.]\$?([A-Z]{1,3})\$?(\d+)$")

Cell = tuple[str, int, int]
"""Sheet, row and column."""


@dataclass(frozen=True)
class Named:
    """The answer cells by their names; a code has several where a book holds more than one workbook."""

    cells: Mapping[str, Sequence[Cell]]

    @cached_property
    def _codes(self) -> Mapping[Cell, frozenset[str]]:
        found: dict[Cell, set[str]] = defaultdict(set)
        for code, cells in self.cells.items():
            for cell in cells:
                found[cell].add(code)
        return {cell: frozenset(codes) for cell, codes in found.items()}

    def at(self, row: Row) -> frozenset[str]:
        """Return the codes by whose names the answer cell of a row goes."""
        place = row.sheet.name, row.row, row.columns.get("answer", 0)
        return self._codes.get(place, frozenset())

    def rows(self, code: str, sheet: str, column: int) -> list[int]:
        """Return the rows of a sheet in which the named cell of a code stands, in a column."""
        return [row for name, row, right in self.cells.get(code, ()) if name == sheet and right == column]


def answer_cells(contents: Contents, index: Index) -> Named:
    """Find the named answer cells of a file."""
    cells: dict[str, list[Cell]] = defaultdict(list)
    for name, reference in contents.names.items():
        code = index.names.get(name[: name.rfind("_") + 1].casefold())
        cell = _cell(reference) if code else None
        if code and cell:
            cells[code].append(cell)
    return Named(cells)


@lru_cache(maxsize=16_384)
def _cell(reference: str) -> Cell | None:
    hit = _REFERENCE.match(reference)
    if hit is None:
        return None
    return (hit[1] or hit[2]).replace("''", "'"), *cell_position(hit[3] + hit[4])
