"""The rows of a sheet written as XML: of what XlsxWriter writes, the little that rows of questions need.

A row is written from its first cell to its last; rows and columns count from 0. A text stays a text, whatever
it looks like.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from workbooks.stencil import as_xml

COLUMNS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Enough for every sheet written here."""

Runs = tuple[tuple[str, str], ...]
"""A rich text: fonts by name, and what is written in each."""


Fonts = tuple[tuple[str, str], ...]
"""The element that sets each font, by name."""


class Written(NamedTuple):
    """What a pen wrote: its rows, the element that lists the joined cells, the last column and row."""

    rows: str
    merged: str
    column: str
    row: str


class Strings:
    """The shared strings of a workbook, each once, in the order of their first use."""

    def __init__(self, first: Iterable[str], used: int) -> None:
        self._places = {body: place for place, body in enumerate(first)}
        self._used = used

    def place(self, body: str) -> int:
        """Return the place of a string, given as XML."""
        self._used += 1
        return self._places.setdefault(body, len(self._places))

    def part(self) -> str:
        """Return the part of the file that holds them."""
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'count="{self._used}" uniqueCount="{len(self._places)}">'
            f"<si>{'</si><si>'.join(self._places)}</si></sst>"
        )


class Pen:
    """Writes the rows of one sheet, below those that its frame has."""

    def __init__(self, palette: Mapping[str, int], fonts: Fonts, strings: Strings) -> None:
        self._palette = palette
        self._fonts = fonts
        self._strings = strings
        self._out: list[str] = []
        self._merged: list[str] = []
        self._row = ""
        self._column = 0  # the last one written in this row
        self._broadest = 0

    def row(self, row: int, tall: float | None = None) -> None:
        """Begin a row; its height in points is rounded to whole pixels, as spreadsheet programs do."""
        if self._row:
            self._end()
        self._row = str(row + 1)
        high = "" if tall is None else f' ht="{0.75 * int(tall / 0.75 + 0.5):g}" customHeight="1"'
        self._out.append(f'<row r="{self._row}"{high}>')

    def text(self, column: int, text: str, style: str) -> None:
        self._shared(column, _plain(text), style)

    def rich(self, column: int, runs: Runs, style: str) -> None:
        self._shared(column, _rich(runs, self._fonts) if len(runs) > 1 else _plain(runs[0][1]), style)

    def enter(self, column: int, entered: str | Decimal | None, style: str) -> None:
        """Write what somebody has entered, as the text or number that it is; a blank for nothing."""
        match entered:
            case None:
                self.blank(column, style)
            case Decimal():
                self._column = column
                place = f'r="{COLUMNS[column]}{self._row}" s="{self._palette[style]}"'
                self._out.append(f"<c {place}><v>{float(entered)!r}</v></c>")
            case str():
                self._shared(column, as_entered(entered), style)

    def blank(self, column: int, style: str) -> None:
        self._column = column
        self._out.append(f'<c r="{COLUMNS[column]}{self._row}" s="{self._palette[style]}"/>')

    def formula(self, column: int, formula: str, shown: str, style: str) -> None:
        """Write a formula (without its `=`) and its first result, a whole number or a text."""
        self._column = column
        kind = "" if shown.isdigit() else ' t="str"'
        place = f'r="{COLUMNS[column]}{self._row}" s="{self._palette[style]}"'
        self._out.append(f"<c {place}{kind}><f>{escape(formula)}</f><v>{shown}</v></c>")

    def across(self, text: str, style: str, last: int) -> None:
        """Write a text into the row's first cell, joined with those up to `last`."""
        self.text(0, text, style)
        for column in range(1, last + 1):
            self.blank(column, style)
        if last:
            self._merged.append(f'<mergeCell ref="A{self._row}:{COLUMNS[last]}{self._row}"/>')

    def finish(self) -> Written:
        """End the last row, and return everything written."""
        self._end()
        count = len(self._merged)
        merged = f'<mergeCells count="{count}">{"".join(self._merged)}</mergeCells>' if count else ""
        return Written("".join(self._out), merged, COLUMNS[self._broadest], self._row)

    def _shared(self, column: int, body: str, style: str) -> None:
        self._column = column
        place = self._strings.place(body)
        cell = f'<c r="{COLUMNS[column]}{self._row}" s="{self._palette[style]}" t="s"><v>{place}</v></c>'
        self._out.append(cell)

    def _end(self) -> None:
        self._out.append("</row>")
        self._broadest = max(self._broadest, self._column)


def as_entered(text: str) -> str:
    """Return what somebody entered as it stands in a shared string; a hole's mark in it makes no hole."""
    return _plain(text).replace("ZHOLE", "&#90;HOLE")


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    """Return a text as it stands in a shared string."""
    keep = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<t{keep}>{as_xml(text)}</t>"


@lru_cache(maxsize=4096)
def _rich(runs: Runs, fonts: Fonts) -> str:
    elements = dict(fonts)
    return "".join(f"<r>{elements[font]}{as_entered(text)}</r>" for font, text in runs)
