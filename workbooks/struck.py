"""Text that is struck through in a spreadsheet: in which cells, and what of each one still stands.

calamine tells no fonts, so a withdrawn answer would be one. Nothing is looked for where no font is struck.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from workbooks.walk import cells, root_of

OFF: Final = frozenset({"0", "false", "off"})

Piece = tuple[str, bool | None]
"""A part of a text, and whether it is struck through; None where it looks as its cell does."""

Texts = Mapping[int, tuple[Piece, ...]]
"""The shared texts that have parts with looks of their own, by number."""

_STRIKE: Final = re.compile(rb"<(?:[\w.-]+:)?strike[\s/>]")
_STYLE: Final = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
_TYPE: Final = re.compile(rb"""\st\s*=\s*["'](s|inlineStr)["']""")
_NUMBER: Final = re.compile(rb"v(?:\s[^<>]*)?>\s*(\d{1,9})\s*<")


def of_pieces(pieces: Iterable[Piece], *, cell: bool) -> str | None:
    """Return what stands of a text whose `cell` is struck or not; None where nothing of it is struck."""
    known = [(text, cell if struck is None else struck) for text, struck in pieces]
    if not any(struck and text.strip() for text, struck in known):
        return None
    return "".join(text for text, struck in known if not struck).strip()


def struck_styles(styles: bytes) -> frozenset[int]:
    """Return the numbers of the cell styles of an Excel file whose font is struck. Raises ParseError."""
    if b"strike" not in styles or not _STRIKE.search(styles):
        return frozenset()
    root = ET.fromstring(styles)  # noqa: S314  # expat, and no document type
    fonts = {str(n) for n, font in enumerate(root.iterfind("{*}fonts/{*}font")) if _struck(font)}
    kinds = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(n for n, each in kinds if each.get("fontId", "0") in fonts)


def _struck(look: ET.Element | None) -> bool:
    strikes = () if look is None else look.iterfind("{*}strike")
    return any(each.get("val", "1") not in OFF for each in strikes)


def struck_texts(shared: bytes, styles: frozenset[int]) -> Texts:
    """Return the shared texts that are struck in part, or may be in a cell that is. Raises ParseError."""
    if not shared or not (styles or (b"strike" in shared and _STRIKE.search(shared))):
        return {}
    root = ET.fromstring(shared)  # noqa: S314  # expat, and no document type
    texts = ((n, _pieces(each)) for n, each in enumerate(root.iterfind("{*}si")))
    return {n: pieces for n, pieces in texts if pieces}


def _pieces(text: ET.Element) -> tuple[Piece, ...]:
    runs = text.iterfind("{*}r")
    return tuple((run.findtext("{*}t", ""), _look(run.find("{*}rPr"))) for run in runs)


def _look(look: ET.Element | None) -> bool | None:
    return None if look is None else _struck(look)


def struck_cells(sheet: bytes, styles: frozenset[int], texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield the cells of an Excel sheet where something is struck, and what of their text stands.

    Raises ParseError.
    """
    if not styles and not texts and b"strike" not in sheet:
        return
    root = root_of(sheet)
    if root is None:
        return
    for cell in cells(sheet):
        style, kind = _STYLE.search(cell.about), _TYPE.search(cell.about)
        pieces = _held(cell.held, kind[1] if kind else b"", texts, root)
        stands = of_pieces(pieces or (("?", None),), cell=int(style[1] if style else 0) in styles)
        if stands is not None:
            yield cell.name, stands


def _held(held: bytes, kind: bytes, texts: Texts, root: re.Match[bytes]) -> tuple[Piece, ...]:
    """Return the parts of a cell's text; none where it has no looks of its own."""
    if kind == b"s":
        number = _NUMBER.search(held)
        return texts.get(int(number[1]), ()) if number else ()
    if kind == b"inlineStr":
        text = ET.fromstring(b"%b%b</%b>" % (root[0], held, root[1])).find("{*}is")  # noqa: S314  # expat
        return () if text is None else _pieces(text)
    return ()
