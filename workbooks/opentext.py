"""Read an OpenDocument text, such as our Word form saved by LibreOffice: its tables become sheets."""

import re
from typing import Final
from xml.parsers import expat

from problems import Problem
from problems.intake import EmbeddedObjects, MacrosInside, NotASpreadsheet, NotesNotRead
from workbooks.codes import of_ours
from workbooks.contents import Contents
from workbooks.flow import Flow, sheets_of, texts_of
from workbooks.layout import TICK
from workbooks.lists import BULLET
from workbooks.prescan import Package, RefusedError
from workbooks.scan import document_properties
from workbooks.wire import Answer

_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES: Final = re.compile(r"[ \t\r\n]+")
_LEFT_OUT: Final = frozenset(
    {
        "tracked-changes",
        "forms",
        "title",
        "desc",
        "list-header",
        "bibliography-source",
        "table-of-content-source",
    }
)
_NOTES: Final = frozenset({"note", "annotation"})
_MOST_SPACES: Final = 10_000


class _Document:
    """Follows the elements of one part; `margins`: only its headers and footers count."""

    def __init__(self, *, margins: bool = False) -> None:
        self.flow = Flow()
        self.notes = 0
        self._margins = margins
        self._in_margin = 0
        self._skipped = 0
        self._paragraphs = 0
        self._fresh = True
        self._bulleted: dict[str, bool] = {}
        self._style = ""
        self._lists: list[list[object]] = []  # style and count of each list open
        self._items: list[bool] = []  # whether an item still waits for its mark
        self._controls: list[tuple[int, dict[str, str]]] = []
        self._repeated: list[int] = []

    def read(self, part: bytes) -> None:
        """Read a part. Raises ExpatError for a damaged one."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(part, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: C901, PLR0912  # one case each
        local = name.rpartition(" ")[2]
        if self._skipped or local in _LEFT_OUT or local in _NOTES:
            self.notes += not self._skipped and local in _NOTES
            self._skipped += 1
            return
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        match local:
            case "header" | "footer" | "header-first" | "footer-first" | "header-left" | "footer-left":
                self._in_margin += 1
            case "list-style":
                self._style = own.get("name", "")
            case "list-level-style-bullet" if own.get("level") == "1":
                self._bulleted[self._style] = True
            case "table":
                self.flow.begin_table()
            case "table-row":
                self.flow.begin_row()
            case "table-cell" | "covered-table-cell":
                self._repeated.append(_count(own.get("number-columns-repeated")))
                self.flow.begin_cell()
            case "list":
                outer = self._lists[-1][0] if self._lists else ""
                self._lists.append([own.get("style-name", outer), 0])
            case "list-item":
                self._items.append(True)
                self._lists[-1][1] = int(str(self._lists[-1][1])) + 1
            case "p" | "h":
                self._paragraphs += 1
                self._fresh = True
            case "s" if self._paragraphs:
                self._write(" " * _count(own.get("c")))
            case "tab" if self._paragraphs:
                self._write("\t")
            case "line-break" if self._paragraphs:
                self._write("\n")
            case "content-control":
                self._controls.append((self.flow.mark(), own))
            case _:
                pass

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        match name.rpartition(" ")[2]:
            case "header" | "footer" | "header-first" | "footer-first" | "header-left" | "footer-left":
                self._in_margin -= 1
            case "table":
                self.flow.end_table()
            case "table-row":
                self.flow.end_row()
            case "table-cell":
                self.flow.end_cell(span=self._repeated.pop())
            case "covered-table-cell":
                self.flow.end_cell(span=self._repeated.pop(), covered=True)
            case "list":
                self._lists.pop()
            case "list-item":
                self._items.pop()
            case "p" | "h":
                self._paragraphs -= 1
                self.flow.end_paragraph()
            case "content-control":
                self._control()
            case _:
                pass

    def _control(self) -> None:
        """End a content control: a box is ticked or not, a placeholder is nothing."""
        mark, own = self._controls.pop()
        if own.get("checkbox") == "true":
            self.flow.cut(mark)
            self.flow.write(TICK if own.get("checked") == "true" else "")
        elif own.get("showing-place-holder") == "true":
            self.flow.cut(mark)

    def _text(self, text: str) -> None:
        if self._skipped or not self._paragraphs or (self._margins and not self._in_margin):
            return
        words = _SPACES.sub(" ", text)
        self._write(words.lstrip(" ") if self._fresh else words)

    def _write(self, text: str) -> None:
        if text and self._items and self._items[-1]:
            self._items[-1] = False
            style, count = self._lists[-1]
            self.flow.write(BULLET if self._bulleted.get(str(style)) else f"{count}. ")
        self._fresh = self._fresh and not text
        self.flow.write(text)


def _count(value: str | None) -> int:
    return max(1, min(int(value), _MOST_SPACES)) if value and value.isdecimal() and len(value) < 8 else 1  # noqa: PLR2004


def read(package: Package) -> Answer[Contents]:
    """Read the document. Raises ExpatError or ValueError for a damaged one, RefusedError for no form."""
    part = package.part("content.xml")
    if part is None:
        raise ValueError("no content")
    document, margins = _Document(), _Document(margins=True)
    document.read(part)
    if styles := package.part("styles.xml"):
        margins.read(styles)
    properties = document_properties(package.part("meta.xml"))
    contents = Contents("odt", sheets_of(document.flow, texts_of(margins.flow)), properties)
    if not of_ours(contents):
        raise RefusedError(NotASpreadsheet(kind="word"))
    return contents, list(_remarks(package, part, document))


def _remarks(package: Package, part: bytes, document: _Document) -> list[Problem]:
    found: list[Problem] = []
    if any(name.startswith(("basic/", "scripts/")) for name in package.entries):
        found.append(MacrosInside())
    if b"<draw:object-ole" in part:
        found.append(EmbeddedObjects())
    if document.notes:
        found.append(NotesNotRead(count=document.notes))
    return found
