"""The tables of a text document as sheets: what its elements say, put into rows and columns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, Protocol
from xml.parsers import expat

from problems import Place, Problem
from problems.intake import CellsTooFarApart, TooManyCells
from problems.structure import HiddenText, Pictures, TextBoxes
from workbooks.contents import Contents, Format, Sheet, cell_name
from workbooks.flow_rows import Row, aligned, with_numbers
from workbooks.looks import PLAIN, Look
from workbooks.placeholders import placeholders
from workbooks.prescan import RefusedError
from workbooks.scan import CELL_LIMIT
from workbooks.struck import of_pieces
from workbooks.values import preview

OUTSIDE: Final = "Text"
"""What the sheet is called that holds the paragraphs outside all tables."""

MARGINS: Final = "Header and footer"
COLUMNS: Final = 200
"""More columns than any text document has: Word stops at 63."""

PARAGRAPH: Final = "\r"
"""The end of a paragraph, while its cell is read: empty ones at the ends of a cell are nothing, but a line
break within a paragraph is somebody's."""


class Styled(str):
    """A piece of text that does not look plain."""

    __slots__ = ("look",)
    look: Look


class Marked(str):
    """The text of a cell that says more than its letters."""

    __slots__ = ("links", "lit", "stands")
    stands: str | None
    """What of it is not struck through; None where nothing is."""
    links: tuple[str, ...]
    """The addresses to which its words link."""
    lit: tuple[str, ...]
    """What is highlighted of it."""


class Follower(Protocol):
    """Follows the elements of a part; names are expanded, with a blank behind the namespace."""

    def start(self, name: str, attributes: dict[str, str], /) -> None: ...

    def end(self, name: str, /) -> None: ...

    def text(self, text: str, /) -> None: ...


def follow(part: bytes, follower: Follower) -> None:
    """Read a part. Raises ExpatError for a damaged one."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = follower.start
    parser.EndElementHandler = follower.end
    parser.CharacterDataHandler = follower.text
    parser.Parse(part, True)


def not_too_many(part: bytes, cell: re.Pattern[bytes]) -> None:
    """Count a part's cells before it is read. Raises RefusedError for too many."""
    count = sum(1 for _ in cell.finditer(part))
    if count > CELL_LIMIT:
        raise RefusedError(TooManyCells(count=count, limit=CELL_LIMIT))


@dataclass(slots=True)
class Flow:
    """Collects a document while it is read: tables row by row, and the paragraphs outside of them."""

    sheets: list[Sheet] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    depth: int = 0
    """How many tables are open: those within a cell become its text."""

    boxes: dict[Place, list[str]] = field(default_factory=dict)
    """What text boxes say, by where they are anchored: they may lie over anything."""

    hidden: dict[Place, list[str]] = field(default_factory=dict)
    """What stands there and is not shown, by where it stands: it counts for nothing."""

    pictures: Counter[Place] = field(default_factory=Counter)
    """How many pictures, and drawings without words, are anchored where."""

    merged: list[tuple[str, str]] = field(default_factory=list)
    """The cells merged over several rows, as (table, C6:C8)."""

    _pieces: list[str] = field(default_factory=list)
    _rows: list[Row] = field(default_factory=list)
    _cells: dict[int, str] = field(default_factory=dict)
    _begun: list[int] = field(default_factory=list)
    _begins: list[tuple[int, ...]] = field(default_factory=list)
    """The columns in which the cells of each row begin."""
    _styled: bool = False
    """Whether something is struck through or highlighted: in most documents nothing is."""
    _links: list[str] = field(default_factory=list)
    """The addresses to which the cell being read links."""
    _column: int = 0
    _stored: int = 0
    _spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    """First and last row of the merged cells that may go on below, by column."""

    def write(self, text: str, look: Look = PLAIN) -> None:
        text = text.replace(PARAGRAPH, "\n")
        if look is PLAIN:
            self._pieces.append(text)
        elif look.hidden:
            self.hidden.setdefault(self.place, []).append(text)
        else:
            self._styled = True
            piece = Styled(text)
            piece.look = look
            self._pieces.append(piece)

    def link(self, address: str) -> None:
        """Note where words of the cell being read lead."""
        if self.depth:
            self._links.append(address)

    def mark(self) -> int:
        """Return a place in the text, for `since` and `cut`."""
        return len(self._pieces)

    def since(self, mark: int) -> str:
        return "".join(self._pieces[mark:])

    def look(self, mark: int) -> Look:
        """Return whether something was struck through since a mark."""
        return Look(any(map(_struck, self._pieces[mark:])))

    def cut(self, mark: int) -> None:
        """Take back what was written since a mark."""
        del self._pieces[mark:]

    def end_paragraph(self) -> None:
        if self.depth:
            self._pieces.append(PARAGRAPH)
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        if text.strip():
            self._count(self.place)
            self.outside.append(text)

    @property
    def place(self) -> Place:
        """Where the document is being read: a cell, or a paragraph outside the tables."""
        if self.depth:
            return Place(sheet=self._name, cell=cell_name(len(self._rows) + 1, self._column + 1))
        return Place(sheet=OUTSIDE, cell=cell_name(len(self.outside) + 1, 1))

    def box(self, inside: "Flow") -> None:
        """End a text box that is anchored here; tables in one outside the tables are tables like others."""
        if not self.depth:
            self.sheets += [
                replace(each, name=f"Table {number}")
                for number, each in enumerate(inside.sheets, len(self.sheets) + 1)
            ]
            texts = inside.outside
        else:
            texts = texts_of(inside)
        for hidden in inside.hidden.values():
            self.hidden.setdefault(self.place, []).extend(hidden)
        if inside.pictures:
            self.pictures[self.place] += inside.pictures.total()
        if texts:
            self.boxes.setdefault(self.place, []).append("\n".join(texts))

    def picture(self) -> None:
        """Note a picture, or a drawing without words, that is anchored here."""
        self.pictures[self.place] += 1

    @property
    def silent(self) -> bool:
        """Whether no text has come so far."""
        return not (self.sheets or self.outside or self.boxes)

    def begin_table(self) -> None:
        if not self.depth:
            self._pieces.clear()
            self._rows, self._begins, self._spans = [], [], {}
        self.depth += 1

    def end_table(self) -> None:
        self.depth -= 1
        if not self.depth:
            self._close(*self._spans)
            self.sheets.append(Sheet(self._name, tuple(with_numbers(aligned(self._rows, self._begins)))))

    @property
    def _name(self) -> str:
        return f"Table {len(self.sheets) + 1}"

    def begin_row(self) -> None:
        if self.depth == 1:
            self._cells, self._begun, self._column = {}, [], 0

    def pass_columns(self, count: int) -> None:
        """Leave columns out at the beginning of a row."""
        if self.depth == 1:
            self._forward(count)

    def end_row(self, *, deleted: bool = False) -> None:
        if self.depth > 1:
            self._replace_end("\t", PARAGRAPH)
        elif deleted:
            row = len(self._rows) + 1
            self._spans = {
                column: (first, last - (last == row))
                for column, (first, last) in self._spans.items()
                if first < row
            }
        else:
            self._close(*(column for column, (_, last) in self._spans.items() if last <= len(self._rows)))
            self._begins.append(tuple(self._begun))
            last = max(self._cells, default=0)
            self._rows.append(tuple(self._cells.get(column) for column in range(1, last + 1)))

    def begin_cell(self) -> None:
        if self.depth == 1:
            self._pieces.clear()
            self._links.clear()

    def end_cell(
        self, *, span: int = 1, covered: bool = False, instead: str | None = None, whole: bool = True
    ) -> None:
        """End a cell over `span` columns; one that is `covered` by the cell above or before holds nothing.

        `whole`: whether it is a cell of its own, and not what the cell before covers.
        """
        if self.depth > 1:
            self._replace_end(PARAGRAPH, "\t")
            return
        if whole:
            self._begun.append(self._column + 1)
        text = "".join(self._pieces) if instead is None else instead
        stands, lit = (self._stands(), self._lit()) if self._styled else (None, ())
        self._pieces.clear()
        text = text.strip(PARAGRAPH).replace(PARAGRAPH, "\n")
        if not covered and text.strip() and text.strip() not in placeholders():
            plain = stands is None and not self._links and not lit
            self._cells[self._column + 1] = text if plain else _marked(text, stands, self._links, lit)
        self._count(Place(sheet=self._name))
        self._forward(span)

    def _stands(self) -> str | None:
        """Return what of the cell being read is not struck through; None where nothing is."""
        return of_pieces(((piece, _struck(piece)) for piece in self._pieces), cell=False)

    def _lit(self) -> tuple[str, ...]:
        """Return the texts in the cell being read that are highlighted, each as far as it goes."""
        runs = groupby(self._pieces, key=lambda piece: isinstance(piece, Styled) and bool(piece.look.lit))
        return tuple(text for lit, pieces in runs if lit and (text := "".join(pieces).strip()))

    def merge(self, rows: int = 1, *, on: bool = False) -> None:
        """Note that the cell being read covers `rows`; with `on`, that it goes on with the cell above."""
        column, row = self._column + 1, len(self._rows) + 1
        if self.depth != 1:
            return
        if on and column in self._spans:
            self._spans[column] = self._spans[column][0], row
        elif not on:
            self._close(*self._spans.keys() & {column})
            self._spans[column] = row, row + rows - 1

    def _close(self, *columns: int) -> None:
        """End merged cells, which nothing continues."""
        for column in columns:
            first, last = self._spans.pop(column)
            if last > first:
                self.merged.append((self._name, f"{cell_name(first, column)}:{cell_name(last, column)}"))

    def _forward(self, columns: int) -> None:
        self._column += max(1, columns)
        if self._column > COLUMNS:
            cell = cell_name(len(self._rows) + 1, COLUMNS)
            raise RefusedError(CellsTooFarApart(place=Place(sheet=self._name, cell=cell)))

    def _count(self, place: Place) -> None:
        self._stored += 1
        if self._stored > CELL_LIMIT:
            raise RefusedError(TooManyCells(place=place, count=self._stored, limit=CELL_LIMIT))

    def _replace_end(self, end: str, by: str) -> None:
        if self._pieces and self._pieces[-1] == end:
            self._pieces[-1] = by
        else:
            self._pieces.append(by)


def _struck(piece: str) -> bool:
    return isinstance(piece, Styled) and bool(piece.look.struck)


def _marked(text: str, stands: str | None, links: Iterable[str], lit: tuple[str, ...]) -> Marked:
    marked = Marked(text)
    marked.lit = lit
    marked.stands = None if stands is None else stands.replace(PARAGRAPH, "\n").strip()
    marked.links = tuple(links)
    return marked


def contents_of(form: Format, flow: Flow, margins: list[str], properties: dict[str, str]) -> Contents:
    """Return what a document says: tables, then paragraphs outside of them, then headers and footers."""
    paragraphs = ((OUTSIDE, flow.outside), (MARGINS, margins))
    more = (Sheet(name, tuple((text,) for text in texts)) for name, texts in paragraphs if texts)
    sheets = [*flow.sheets, *more]
    struck, links, lit = (list[tuple[str, str, str]]() for _ in range(3))
    for number, sheet in enumerate(sheets):
        cells = [
            (cell_name(row, column), value)
            for row, column, value in sheet.cells()
            if isinstance(value, Marked)
        ]
        if cells:
            rows = tuple(tuple(value and str(value) for value in row) for row in sheet.rows)
            sheets[number] = replace(sheet, rows=rows)
        struck += [(sheet.name, cell, value.stands) for cell, value in cells if value.stands is not None]
        links += [(sheet.name, cell, address) for cell, value in cells for address in value.links]
        lit += [(sheet.name, cell, words) for cell, value in cells for words in value.lit]
    return Contents(
        form, tuple(sheets), properties,
        merged=tuple(flow.merged), struck=tuple(struck), links=tuple(links), lit=tuple(lit),
    )  # fmt: skip


def texts_of(flow: Flow) -> list[str]:
    """Return everything that a header or footer says, in tables or not."""
    return [*(str(value) for sheet in flow.sheets for _, _, value in sheet.cells()), *flow.outside]


def told_of(flow: Flow) -> Iterator[Problem]:
    """Name what stands in a document and is not read, where it stands: what is hidden, boxes, pictures."""
    for place, texts in flow.hidden.items():
        if words := "".join(texts).strip():
            yield HiddenText(place=place, value=preview(words))
    for place, texts in flow.boxes.items():
        yield TextBoxes(place=place, count=len(texts), value=preview(texts[0]), within="document")
    for place, count in flow.pictures.items():
        yield Pictures(place=place, count=count, within="document")
