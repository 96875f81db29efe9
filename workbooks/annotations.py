"""Notes pinned to cells, and text boxes: they are no cells, and are named so that a person looks at them."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final

from problems import Place, Problem
from problems.structure import Pictures, PinnedNotes, TextBoxes
from workbooks.contents import cell_name
from workbooks.prescan import Package

NAMED: Final = 5
"""So many cells with notes are named."""

PREVIEW: Final = 80
"""So much of a text box is shown."""

_LINK: Final = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_TYPE: Final = re.compile(rb"""\sType\s*=\s*["'][^"']*/(comments|drawing|image|vmlDrawing)["']""")
_TARGET: Final = re.compile(rb"""\sTarget\s*=\s*["']([^"'<]+)["']""")
_NOTE: Final = re.compile(
    rb"""<(?:\w+:)?comment\s(?:[^<>]*\s)?ref\s*=\s*["']([A-Z]{1,3}[1-9][0-9]{0,6})["']"""
)
_ANCHOR: Final = re.compile(rb"<(?:\w+:)?(\w+)Anchor[\s>].*?</(?:\w+:)?\1Anchor>", re.DOTALL)
_DRAWN: Final = re.compile(rb"<(?:\w+:)?(?:sp|pic|graphicFrame|cxnSp|contentPart)[\s>]")
_FROM: Final = re.compile(
    rb"<(?:\w+:)?col>\s*([0-9]{1,5})\s*</.*?<(?:\w+:)?row>\s*([0-9]{1,7})\s*<", re.DOTALL
)
_CONTROL: Final = re.compile(rb"<v:shape[\s>].*?</v:shape>", re.DOTALL)
_NO_CONTROL: Final = re.compile(rb"""ObjectType\s*=\s*["']Note["']""")
_IN_CONTROL: Final = re.compile(rb"<v:textbox[\s>].*?</v:textbox>", re.DOTALL)
_OVER_CELLS: Final = re.compile(rb"<(/?)(draw:[\w-]+|office:annotation)(?=[\s/>])[^<>]*?(/?)>")
_WORDS: Final = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</")
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
        if kind[1] == b"image":  # behind the cells
            yield Pictures(place=Place(sheet=sheet), count=1)
            continue
        content = package.part(path) or b""
        if kind[1] == b"comments":
            yield from notes([hit[1].decode() for hit in _NOTE.finditer(content)], sheet)
        elif kind[1] == b"vmlDrawing":
            drawn = (each[0] for each in _CONTROL.finditer(content) if not _NO_CONTROL.search(each[0]))
            yield from _laid_over(
                [(b" ".join(map(_words, _IN_CONTROL.findall(each))), "") for each in drawn], sheet
            )
        else:
            yield from _laid_over(list(_anchored(content)), sheet)


def _anchored(content: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield what each drawing of an Excel file says, and the cell at which it begins."""
    for anchor in _ANCHOR.finditer(content):
        if _DRAWN.search(anchor[0]):
            start = _FROM.search(anchor[0])
            cell = cell_name(int(start[2]) + 1, int(start[1]) + 1) if start else ""
            yield b" ".join(_WORDS.findall(anchor[0])), cell


def of_table(content: bytes, sheet: str, cells: Sequence[str] | None) -> Iterator[Problem]:
    """Name what is drawn in a table of an OpenDocument file, pinned to `cells`; None: nothing is drawn."""
    if cells is not None:
        drawn = (content[start:end] for start, end in _spans(content))
        words = [_words(each) for each in drawn if not each.startswith(b"<office")]
        yield from _laid_over([(each, cells[0] if cells else "") for each in words], sheet)


def _words(content: bytes) -> bytes:
    return _TAG.sub(b" ", content)


def _laid_over(drawn: Sequence[tuple[bytes, str]], sheet: str) -> Iterator[Problem]:
    """Name the text boxes among drawings, and the drawings that say nothing."""
    yield from _boxes([words for words, _ in drawn if words.strip()], sheet)
    mute = [cell for words, cell in drawn if not words.strip()]
    if mute:
        yield Pictures(place=Place(sheet=sheet, cell=mute[0]), count=len(mute))


def _spans(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield where notes and shapes begin and end that lie in no other."""
    depth, start = 0, 0
    for tag in _OVER_CELLS.finditer(content):
        if tag[1]:
            depth = max(0, depth - 1)
        else:
            start = start if depth else tag.start()
            depth += not tag[3]
        if not depth:
            yield start, tag.end()


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
    """Return an OpenDocument part without notes and shapes: calamine takes their words for a cell's.

    It gives up on the blanks around them.
    """
    if b"<office:annotation" not in content and b"<draw:" not in content:
        return content
    kept, at = list[bytes](), 0
    for start, end in _spans(content):
        kept.append(content[at:start].rstrip() if at < start else b"")
        at = end
    rest = content[at:]
    return b"".join((*kept, rest.lstrip() if kept else rest))
