"""What text documents, tables of text, mails and archives say, read slowly by other means than ours."""

import contextlib
import email
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from email.message import Message
from xml.etree import ElementTree as ET

from languages import say
from languages.messages import spoken
from tests.oracle import _OFFICE, _TABLE, _TEXT, Sheets, UnsureError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SILENT = frozenset({"tcPr", "pPr", "rPr", "trPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "sectPr"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}
_TICK = "✓"
_SEPARATORS = ",;\t|"
_OUTSIDE = "Text"
_OFF = frozenset({"0", "false", "off"})


def word(data: bytes) -> Sheets:
    """Read the tables of a Word document, and the paragraphs around them."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        links = ET.fromstring(parts.read("_rels/.rels"))
        targets = [
            each.get("Target", "") for each in links if each.get("Type", "").endswith("/officeDocument")
        ]
        root = ET.fromstring(parts.read(targets[0].lstrip("/") if targets else "word/document.xml"))
    bodies = root.findall(f"{_W}body")
    if len(bodies) != 1 or len(root) != 1:
        raise UnsureError("no body, or several")
    return _documents(_Word().blocks(bodies[0]))


def open_text(data: bytes) -> Sheets:
    """Read the tables of an OpenDocument text, and the paragraphs around them."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        root = ET.fromstring(parts.read("content.xml"))
    bodies = root.findall(f"{_OFFICE}body/{_OFFICE}text")
    if len(bodies) != 1 or len(root) != 1 or len(root[0]) != 1:
        raise UnsureError("no body, or several")
    return _documents(_OpenText().blocks(bodies[0]))


Block = str | list[list[tuple[int, str | None]]]
"""A paragraph, or the rows of a table; a cell is how many columns it covers, and its text."""


def _documents(blocks: Iterable[Block]) -> Sheets:
    found, tables, paragraphs = Sheets(), 0, 0
    for block in blocks:
        if isinstance(block, str):
            if block.strip():
                paragraphs += 1
                found.put((_OUTSIDE, paragraphs, 1), block)
            continue
        tables += 1
        for row, cells in enumerate(block, 1):
            column = 1
            for span, text in cells:
                if text and text.strip() and text.strip() not in _CHOOSE:
                    found.put((f"Table {tables}", row, column), text.strip("\n"))
                column += span
    return found


_CHOOSE = frozenset(say(language, "printed", "choose") for language in spoken())


class _Word:
    def blocks(self, around: ET.Element) -> Iterator[Block]:
        for each in around:
            match each.tag.removeprefix(_W):
                case "p":
                    yield self.paragraph(each)
                case "tbl":
                    yield [self.row(row) for row in self.only(each, "tr")]
                case "sectPr" | "bookmarkStart" | "bookmarkEnd":
                    pass
                case _:
                    raise UnsureError("something else in a document")

    def only(self, around: ET.Element, *names: str) -> Iterator[ET.Element]:
        for each in around:
            if each.tag.removeprefix(_W) in names:
                yield each
            elif each.tag.removeprefix(_W) not in _SILENT:
                raise UnsureError(f"something else in {around.tag.rpartition('}')[2]}")

    def row(self, row: ET.Element) -> list[tuple[int, str | None]]:
        if any(each.tag.removeprefix(_W) in {"del", "ins", "gridBefore"} for each in row.iter()):
            raise UnsureError("a row that was changed")
        return [self.cell(cell) for cell in self.only(row, "tc")]

    def cell(self, cell: ET.Element) -> tuple[int, str | None]:
        spans = cell.findall(f"{_W}tcPr/{_W}gridSpan")
        said = [each.get(f"{_W}val", "") for each in spans] or ["1"]
        strange = {"vMerge", "cellDel", "gridSpan"} & {each.tag.removeprefix(_W) for each in cell.iter()}
        if strange - ({"gridSpan"} if len(spans) == 1 else set()) or not re.fullmatch("[1-9]", said[0]):
            raise UnsureError("a cell over others")
        return int(said[0]), "\n".join(self.paragraph(each) for each in self.only(cell, "p"))

    def paragraph(self, paragraph: ET.Element) -> str:
        if any(each.tag in {f"{_W}numPr", f"{_W}del"} for each in paragraph.iter()):
            raise UnsureError("a list, or something deleted")
        return "".join(self.pieces(paragraph))

    def pieces(self, around: ET.Element) -> Iterator[str]:
        for each in self.only(around, "r", "sdt", "hyperlink", "proofErr", "bookmarkStart", "bookmarkEnd"):
            match each.tag.removeprefix(_W):
                case "r":
                    yield from self.run(each)
                case "sdt":
                    yield self.control(each)
                case _:
                    yield from self.pieces(each)

    def control(self, control: ET.Element) -> str:
        ticks = control.findall(f"{_W}sdtPr/{_W14}checkbox/{_W14}checked")
        marks = control.findall(f"{_W}sdtPr/{_W}showingPlcHdr")
        held, settings = control.findall(f"{_W}sdtContent"), control.findall(f"{_W}sdtPr")
        states = sum(each.tag in {f"{_W14}checked", f"{_W}showingPlcHdr"} for each in control.iter())
        if len(held) != 1 or len(settings) != 1 or states != len(ticks) + len(marks) or states > 1:
            raise UnsureError("a control within another")
        if ticks:
            return _TICK if ticks[0].get(f"{_W14}val", "1") not in _OFF else ""
        text = "".join(self.pieces(held[0]))
        return "" if marks and marks[0].get(f"{_W}val", "1") not in _OFF and text.strip() in _CHOOSE else text

    def run(self, run: ET.Element) -> Iterator[str]:
        for each in self.only(run, "t", *_SIGNS):
            if len(each):
                raise UnsureError("something in a text")
            if each.tag == f"{_W}t":
                yield each.text or ""
            elif each.get(f"{_W}type", "textWrapping") == "textWrapping":  # no page
                yield _SIGNS[each.tag.removeprefix(_W)]


class _OpenText:
    def blocks(self, around: ET.Element) -> Iterator[Block]:
        for each in around:
            if each.tag == f"{_TEXT}p":
                yield self.paragraph(each)
            elif each.tag == f"{_TABLE}table":
                yield [self.row(row) for row in each if row.tag != f"{_TABLE}table-column"]
            else:
                raise UnsureError("something else in a document")

    def row(self, row: ET.Element) -> list[tuple[int, str | None]]:
        if row.tag != f"{_TABLE}table-row" or {each.tag for each in row} - {f"{_TABLE}table-cell"}:
            raise UnsureError("something else in a table")
        return [self.cell(cell) for cell in row]

    def cell(self, cell: ET.Element) -> tuple[int, str | None]:
        wide = cell.get(f"{_TABLE}number-columns-repeated", "1")
        if {each.tag for each in cell} - {f"{_TEXT}p"} or not re.fullmatch("[1-9]", wide):
            raise UnsureError("more than plain lines")
        return int(wide), "\n".join(map(self.paragraph, cell))

    def paragraph(self, paragraph: ET.Element) -> str:
        return re.sub("[ \t\r\n]+", " ", "".join(self.pieces(paragraph)))

    def pieces(self, around: ET.Element) -> Iterator[str]:
        yield around.text or ""
        for each in around:
            if each.tag == f"{_TEXT}span":
                yield from self.pieces(each)
            elif each.tag == f"{_TEXT}s" and not len(each) and not each.text:
                yield " "
            else:
                raise UnsureError("something else in a text")
            yield each.tail or ""


def separated(data: bytes, encoding: str) -> Iterator[Sheets]:
    """Read a table of text in each way in which it can be meant; `encoding` is that of the good file."""
    for text in _texts(data, encoding):
        said = re.match(r'"?sep=(.)"?(?:\r\n|\r|\n)', text, re.IGNORECASE)
        for delimiter in said[1] if said else sorted(_SEPARATORS, key=text.count, reverse=True):
            found = Sheets()
            for row, values in enumerate(_rows(text[said.end() if said else 0 :], delimiter), 1):
                for column, value in enumerate(values, 1):
                    found.put(("CSV", row, column), value)
            yield found


def _texts(data: bytes, encoding: str) -> Iterator[str]:
    for name in ("utf-8-sig", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        try:
            yield data.decode(name)
        except UnicodeError:
            continue
    yield data.decode(encoding, "replace")
    with contextlib.suppress(UnicodeError):
        yield data.decode("gb18030")


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Walk letter by letter, as RFC 4180 says; what follows a closing quotation mark stays as it is."""
    row, cell, quoted, at = [], "", False, 0
    fresh = True
    while at < len(text):
        letter = text[at]
        at += 1
        if quoted:
            if letter != '"':
                cell += letter
            elif text[at : at + 1] == '"':
                cell, at = cell + '"', at + 1
            else:
                quoted = False
        elif letter == '"' and fresh:
            quoted = True
        elif letter == delimiter:
            row, cell, fresh = [*row, cell], "", True
            continue
        elif letter in "\r\n":
            at += letter == "\r" and text[at : at + 1] == "\n"
            yield [*row, cell] if row or cell or not fresh else []
            row, cell, fresh = [], "", True
            continue
        else:
            cell += letter
        fresh = False
    if row or cell or not fresh:
        yield [*row, cell]


def attached(data: bytes) -> list[tuple[str, bytes]]:
    """Return the files attached to a mail, messages left out, as Python's library sees them."""
    if b"\r\r\n" in data or re.search(rb":[ \t]*\r?\n[ \t]|\n[ \t]+\r?\n", data):
        raise UnsureError("lines ended twice over, or headers folded around nothing")
    leaves = list(_leaves(email.message_from_bytes(data)))
    found = [(each.get_filename() or "", each.get_payload(decode=True) or b"") for each in leaves]
    if any(each.defects for each in leaves):
        raise UnsureError("a damaged mail")
    return found


def _leaves(message: Message) -> Iterator[Message]:
    if message.defects:
        raise UnsureError("a damaged mail")
    if any("content-" in (aside or "").lower() for aside in (message.preamble, message.epilogue)):
        raise UnsureError("a part that lost its boundary")
    if message.get_content_maintype() == "multipart":
        for each in message.get_payload():
            yield from _leaves(each)
    elif message.get_content_maintype() != "message":
        yield message
    elif message.get_content_type() != "message/rfc822":
        raise UnsureError("a piece of a message")


def archived(data: bytes) -> Mapping[str, bytes]:
    """Return the files of a zip file as Python's library unpacks them."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        if len(set(zipped.namelist())) < len(zipped.namelist()):
            raise UnsureError("a name twice")
        return {name: zipped.read(name) for name in zipped.namelist()}
