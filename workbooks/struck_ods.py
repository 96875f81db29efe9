"""Text that is struck through in an OpenDocument spreadsheet: in which cells, and what of it stands."""

from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from workbooks.contents import cell_name
from workbooks.looks import PLAIN, Look, Looks
from workbooks.scan import FAR_COLUMN, FAR_ROW
from workbooks.struck import Piece, of_pieces

_CELLS: Final = frozenset({"table:table-cell", "table:covered-table-cell"})
_PARAGRAPHS: Final = frozenset({"text:p", "text:h"})
_ASIDE: Final = frozenset({"office:annotation", "draw:frame", "draw:custom-shape", "table:shapes"})
_REPEATED: Final = 1000
"""So many rows or columns alike are told one by one."""


def struck_cells(content: bytes, looks: Looks) -> Iterator[tuple[str, str, str]]:
    """Yield the sheet and name of each cell where something is struck, and what of it stands."""
    if any(look.struck for look in looks.values()):
        reader = _Reader(looks)
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
        parser.CharacterDataHandler = reader.text
        parser.Parse(content, True)
        yield from reader.found


class _Reader:
    """Follows the elements of the content."""

    def __init__(self, looks: Looks) -> None:
        self.found: list[tuple[str, str, str]] = []
        self._looks = looks
        self._tables: list[str] = []
        self._columns: list[str] = []  # the style of the cells of each column
        self._row = self._rows = self._column = self._width = self._aside = 0
        self._of_row = ""
        self._around: list[Look] = []  # the looks of the cell, the paragraph and the spans that are open
        self._pieces: list[Piece] = []

    def start(self, name: str, own: dict[str, str]) -> None:
        if self._aside or name in _ASIDE:
            self._aside += 1
        elif name == "table:table":
            self._tables.append(own.get("table:name", ""))
            self._columns, self._row, self._rows = [], 1, 0
        elif name == "table:table-column":
            many = min(_count(own.get("table:number-columns-repeated")), FAR_COLUMN)
            self._columns += [own.get("table:default-cell-style-name", "")] * many
        elif name == "table:table-row":
            self._row, self._column = self._row + self._rows, 1
            self._rows = _count(own.get("table:number-rows-repeated"))
            self._of_row = own.get("table:default-cell-style-name", "")
        elif name in _CELLS:
            self._width = _count(own.get("table:number-columns-repeated"))
            self._around = [self._look("table-cell", own.get("table:style-name") or self._default())]
            self._pieces = []
        elif name in _PARAGRAPHS and self._around:
            self._around.append(self._look("paragraph", own.get("text:style-name", "")))
        elif name == "text:span" and self._around:
            self._around.append(self._look("text", own.get("text:style-name", "")))

    def _default(self) -> str:
        place = self._column - 1
        return self._of_row or (self._columns[place] if place < len(self._columns) else "")

    def _look(self, family: str, style: str) -> Look:
        under = self._around[-1] if self._around and family != "table-cell" else PLAIN
        return self._looks.get((family, style), PLAIN).over(under)

    def end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif name == "table:table":
            self._tables.pop()
        elif name in _CELLS:
            self._tell()
            self._column += self._width
            self._around = []
        elif (name in _PARAGRAPHS or name == "text:span") and len(self._around) > 1:
            self._around.pop()
            if name in _PARAGRAPHS:
                self._pieces.append(("\n", False))

    def text(self, text: str) -> None:
        if len(self._around) > 1 and not self._aside:
            self._pieces.append((text, bool(self._around[-1].struck)))

    def _tell(self) -> None:
        stands = of_pieces(self._pieces, cell=False)
        if stands is None or self._row > FAR_ROW or self._column > FAR_COLUMN:
            return
        for row in range(self._row, self._row + min(self._rows, _REPEATED)):
            for column in range(self._column, self._column + min(self._width, FAR_COLUMN)):
                self.found.append((self._tables[-1], cell_name(row, column), stands))


def _count(repeated: str | None) -> int:
    return int(repeated) if repeated and repeated.isdecimal() and len(repeated) < 8 else 1  # noqa: PLR2004
