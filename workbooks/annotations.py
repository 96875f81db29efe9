"""Notes pinned to cells, and text boxes: they are no cells, and are named so that a person looks at them."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final

from problems import Place, Problem
from problems.structure import PinnedNotes, TextBoxes
from workbooks.prescan import Package

NAMED: Final = 5
"""So many cells with notes are named."""

PREVIEW: Final = 80
"""So much of a text box is shown."""

_LINK: Final = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_TYPE: Final = re.compile(rb"""\sType\s*=\s*["'][^"']*/(comments|drawing)["']""")
_TARGET: Final = re.compile(rb"""\sTarget\s*=\s*["']([^"'<]+)["']""")
_NOTE: Final = re.compile(
    rb"""<(?:\w+:)?comment\s(?:[^<>]*\s)?ref\s*=\s*["']([A-Z]{1,3}[1-9][0-9]{0,6})["']"""
)
_SHAPE: Final = re.compile(rb"<(\w+:)?sp[\s>].*?</(?:\w+:)?sp>", re.DOTALL)
_WORDS: Final = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</")
_BOX: Final = re.compile(rb"<draw:(custom-shape|text-box|rect)[\s>].*?</draw:\1>", re.DOTALL)
_LAID_OVER: Final = re.compile(
    rb"\s*<(office:annotation|draw:(?:custom-shape|frame|rect))(?=[\s>])[^<>]*(?:/>|(?<!/)>.*?</\1>)\s*",
    re.DOTALL,
)
_TAG: Final = re.compile(rb"<[^<>]*>")


def of_excel(package: Package, part: str, sheet: str) -> Iterator[Problem]:
    """Name the notes and text boxes of a sheet of an Excel file, whose own part is `part`."""
    folder, _, file = part.rpartition("/")
    for link in _LINK.finditer(package.part(f"{folder}/_rels/{file}.rels") or b""):
        kind, target = _TYPE.search(b" " + link[1]), _TARGET.search(b" " + link[1])
        if kind is None or target is None:
            continue
        path = unescape(target[1].decode("utf-8", "replace"))
        path = path.lstrip("/") if path.startswith("/") else posixpath.normpath(f"{folder}/{path}")
        content = package.part(path) or b""
        if kind[1] == b"comments":
            yield from notes([hit[1].decode() for hit in _NOTE.finditer(content)], sheet)
        else:
            texts = (b" ".join(_WORDS.findall(shape[0])) for shape in _SHAPE.finditer(content))
            yield from _boxes([text for text in texts if text.strip()], sheet)


def boxes_of_table(content: bytes, sheet: str) -> Iterator[Problem]:
    """Name the text boxes of a table of an OpenDocument file."""
    texts = (_TAG.sub(b" ", box[0]) for box in _BOX.finditer(content))
    yield from _boxes([text for text in texts if text.strip()], sheet)


def notes(cells: Sequence[str], sheet: str) -> Iterator[Problem]:
    """Name the cells of a sheet that have notes."""
    if cells:
        named = (*cells[:NAMED], "…") if len(cells) > NAMED else tuple(cells)
        yield PinnedNotes(place=Place(sheet=sheet, cell=cells[0]), count=len(cells), cells=named)


def _boxes(texts: Sequence[bytes], sheet: str) -> Iterator[Problem]:
    if texts:
        words = " ".join(unescape(texts[0].decode("utf-8", "replace")).split())
        shown = words if len(words) <= PREVIEW else words[: PREVIEW - 1] + "…"
        yield TextBoxes(place=Place(sheet=sheet), count=len(texts), value=shown)


def without(content: bytes) -> bytes:
    """Return an OpenDocument part without notes and shapes: calamine gives up on the blanks around them."""
    if b"<office:annotation" in content or b"<draw:" in content:
        return _LAID_OVER.sub(b"", content)
    return content
