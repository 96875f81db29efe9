"""Walk over the cells of an Excel sheet: where each of them stands, whether it says so or not."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from workbooks.contents import cell_name, cell_position

_ROOT: Final = re.compile(rb"<((?:[\w.-]+:)?worksheet)(?:\s[^<>]*)?>")
_TAG: Final = re.compile(rb"<(?:[\w.-]+:)?(?:(row)|c)((?:\s[^<>]*?)?)(/?)>")
_END: Final = re.compile(rb"</(?:[\w.-]+:)?c\s*>")
_PLACE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
REFERENCE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3}[0-9]{1,7})["']""")


class Cell(NamedTuple):
    """A cell: its name, its attributes, and what it holds."""

    name: str
    about: bytes
    held: bytes


def root_of(sheet: bytes) -> re.Match[bytes] | None:
    """Find the tag that opens a sheet; its first group is the tag's name."""
    return _ROOT.search(sheet)


def tags(sheet: bytes) -> Iterator[tuple[str, re.Match[bytes]]]:
    """Yield each cell's name and opening tag; one that does not say where it is stands behind the last."""
    root = root_of(sheet)
    row = column = 0
    for tag in _TAG.finditer(sheet, root.end() if root else 0):
        place = _PLACE.search(tag[2])
        if tag[1]:
            row, column = int(place[2]) if place else row + 1, 0
            continue
        row, column = cell_position((place[1] + place[2]).decode().upper()) if place else (row, column + 1)
        yield cell_name(row, column), tag


def cells(sheet: bytes) -> Iterator[Cell]:
    """Yield the cells of a sheet that hold something."""
    for name, tag in tags(sheet):
        end = None if tag[3] else _END.search(sheet, tag.end())
        if end and end.start() > tag.end():
            yield Cell(name, tag[2], sheet[tag.end() : end.start()])


class Places:
    """Tells the names of a sheet's cells by where they begin."""

    def __init__(self, sheet: bytes) -> None:
        self._sheet = sheet

    def name(self, start: int, tag: bytes) -> str:
        """Return the name of the cell whose `tag` begins at `start`; nothing where there is none."""
        if reference := REFERENCE.search(tag):
            return reference[1].decode().upper()
        return self._names.get(start, "")

    @cached_property
    def _names(self) -> Mapping[int, str]:
        """All cells by where they begin: few files have any that need this."""
        return {tag.start(): name for name, tag in tags(self._sheet)}
