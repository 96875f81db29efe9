"""Tables of our documents: as wide as the text, each column as wide as what stands in it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from markdown_it.tree import SyntaxTreeNode

from exports.document_runs import Align, Form, Line, paragraph, paragraphs_in, words
from exports.word_articles import LONG_ROW
from exports.word_markup import Ink, cell, joined, row

LETTER, MARGIN, ASIDE = 100, 260, 160
"""What a letter of a table takes on average, what a cell has around its text, and figures behind them."""
LONG = 60
"""A column asks for so many letters at most on a line; what is longer is broken."""


@dataclass(frozen=True)
class Cell:
    lines: tuple[Line, ...]
    align: Align | None

    @property
    def longest(self) -> int:
        """Return the room that the cell asks for to have its text on one line."""
        letters = max((len(words(line)) for line in self.lines), default=0)
        return min(letters, LONG) * LETTER + self.around

    @property
    def word(self) -> int:
        """Return the room for the longest word, which a column should not break."""
        letters = max((len(word) for line in self.lines for word in words(line).split()), default=0)
        return min(letters, LONG // 2) * LETTER + self.around

    @property
    def around(self) -> int:
        return MARGIN + (ASIDE if self.align == "right" else 0)


def table(node: SyntaxTreeNode, ink: Ink, width: int) -> str:
    rows = [[_cell(each) for each in line.children] for part in node.children for line in part.children]
    head, *body = rows
    headless = not any(each.lines for each in head)
    shown = body if headless else rows
    widths = column_widths(shown or rows, width)
    made = [] if headless else [_row(head, widths, ink, head=True)]
    made += [_row(line, widths, ink, head=False) for line in body]
    return ink.table(widths, joined(made)) + ink.paragraph("Tablegap") if made else ""


def column_widths(rows: Sequence[Sequence[Cell]], width: int) -> list[int]:
    """Share a width among columns: each has room for its longest word first, then for its texts."""
    columns = list(zip(*rows, strict=True))
    least = [max(each.word for each in column) for column in columns]
    asked = [max(each.longest for each in column) for column in columns]
    room = width - sum(least)
    if room < 0:
        shares = [width * each // sum(least) for each in least]
    else:
        more = [max(ask - low, 0) for ask, low in zip(asked, least, strict=True)]
        scale = sum(more)
        shares = [
            low + (room * each // scale if scale else room // len(columns))
            for low, each in zip(least, more, strict=True)
        ]
    shares[-1] += width - sum(shares)
    return shares


def _cell(node: SyntaxTreeNode) -> Cell:
    style = str(node.attrs.get("style", ""))
    asked = style.removeprefix("text-align:")
    align: Align | None = asked if asked in {"left", "center", "right"} else None  # type: ignore[assignment]
    inline = node.children[0] if node.children else None
    return Cell(tuple(paragraphs_in(inline)) if inline else (), align)


def _row(cells: Sequence[Cell], widths: Sequence[int], ink: Ink, *, head: bool) -> str:
    style = "Tablehead" if head else "Tabletext"
    written = []
    for each, width in zip_longest(cells, widths, fillvalue=Cell((), None)):
        if not isinstance(each, Cell) or not isinstance(width, int):
            raise TypeError("a row has as many cells as its table has columns")
        form = Form(style, align=each.align, aside=ASIDE if each.align == "right" else 0, beside=True)
        content = "".join(paragraph(line, form, rtl=ink.rtl) for line in each.lines)
        written.append(cell(width, content or ink.paragraph(style)))
    whole = sum(len(words(line)) for each in cells for line in each.lines) < LONG_ROW
    return row(written, head=head, whole=whole)
