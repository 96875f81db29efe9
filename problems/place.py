"""Where something is wrong: a place in a text, a table or a document; and how people call it."""

import re
from dataclasses import dataclass
from typing import Final

from languages import say

_DOCUMENT: Final = re.compile(r"Table (?P<table>\d+)|(?P<outside>Text)|(?P<margins>Header and footer)")
"""What the parts of a text document are called, which has no sheets."""

_SPREADSHEET: Final = (".xlsx", ".xlsm", ".xltx", ".xltm", ".ods", ".ots", ".fods", ".csv", ".tsv")
"""How files end whose sheets may be called like that."""

_BETWEEN: Final = " · "
_WRITTEN: Final = re.compile(r"(?:(.*):)?([^:!]+)(?:!([A-Z]{1,3}[0-9]{1,7}))?", re.DOTALL)


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where something is wrong: `path:line:column` in text, `path:sheet!cell` in a workbook."""

    path: str = ""
    sheet: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""

    def __post_init__(self) -> None:
        """Take line and column from the cell, so that places sort as people read: D9 before C10."""
        if self.cell and not self.line:
            letters = self.cell.rstrip("0123456789")
            number = 0
            for letter in letters:
                number = number * 26 + ord(letter) - 64
            object.__setattr__(self, "line", int(self.cell[len(letters) :] or 0))
            object.__setattr__(self, "column", number)

    def __str__(self) -> str:
        if self.sheet or self.cell:
            return f"{self.path}:{self.sheet}" + (f"!{self.cell}" if self.cell else "")
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    def in_document(self, language: str) -> str:
        """Say in words where this is in a text document, without its path; empty for any other place."""
        hit = self._part
        if hit is None:
            return ""
        kind = hit.lastgroup or ""
        message = f"in-{kind}-cell" if self.cell and kind != "margins" else f"in-{kind}"
        return say(
            language,
            "problems/place",
            message,
            table=hit["table"],
            row=str(self.line),
            column=str(self.column),
        )

    @property
    def _part(self) -> re.Match[str] | None:
        return None if self.path.casefold().endswith(_SPREADSHEET) else _DOCUMENT.fullmatch(self.sheet)

    @property
    def of_document(self) -> bool:
        """Whether this is in a text document."""
        return self._part is not None

    def words(self, language: str) -> str:
        """Return the place as people tell it: in a text document by table, row and column."""
        if not self.of_document:
            return str(self)
        return ", ".join(filter(None, (self.path, self.in_document(language))))


NOWHERE: Final = Place()


def in_words(written: str, language: str) -> str:
    """Return a place, or several with dots between them, that are written as in JSON as people tell them."""
    return _BETWEEN.join(_in_words(each, language) for each in written.split(_BETWEEN))


def written_place(written: str) -> Place:
    """Return a place in a workbook or a document that is written as in JSON; nowhere for any other."""
    hit = _WRITTEN.fullmatch(written)
    return Place(hit[1] or "", sheet=hit[2], cell=hit[3] or "") if hit else NOWHERE


def _in_words(written: str, language: str) -> str:
    place = written_place(written)
    return place.words(language) if place.of_document else written
