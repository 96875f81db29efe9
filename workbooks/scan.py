"""What both kinds of spreadsheet are scanned for before calamine reads them, and what it is then given."""

import re
import struct
import sys
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers.expat import ParserCreate

from problems import Problem
from workbooks.contents import Format, Value
from workbooks.prescan import Package

CELL_LIMIT: Final = 1_000_000
"""Filled cells in a file, and cells in the rectangle around a sheet's filled cells."""

LAST_ROW: Final = 2**20
LAST_COLUMN: Final = 2**14
"""No office program shows more rows or columns."""

FAR_ROW: Final = 20_000
FAR_COLUMN: Final = 50
"""Where a sheet whose rectangle is over the limit is cut; no form of ours comes near either."""

MERGED_LIMIT: Final = 10_000
"""So many merged areas of a file are noted."""

NAMED_FAR_CELLS: Final = 5

UNKNOWN_ERROR: Final = "#ERROR!"
"""For an error cell that does not say which error it is."""

_PROPERTIES: Final = {
    "identifier": "identifier",
    "keywords": "keywords",
    "keyword": "keywords",
    "title": "title",
    "subject": "subject",
    "description": "description",
    "creator": "creator",
    "language": "language",
}
_CDATA: Final = b"<![CDATA["
_ENDS: Final = {b"<!--": b"-->", b"<?": b"?>", _CDATA: b"]]>"}
_ASIDE: Final = re.compile(b"|".join(map(re.escape, _ENDS)))
_XML: Final = re.compile(rb"[xX][mM][lL]\s|[^A-Za-z_:\x80-\xff]")
_NUMBERED: Final = re.compile(rb"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")


Shows = Callable[[Value], str]
"""Tells what a cell shows instead of its value, if anything."""


@dataclass(slots=True)
class Scan:
    """A spreadsheet's parts that calamine needs, and what calamine will not tell about them."""

    format: Format
    parts: dict[str, bytes] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    uncached: list[tuple[str, str]] = field(default_factory=list)
    errors: list[tuple[str, str, str]] = field(default_factory=list)
    merged: list[tuple[str, str]] = field(default_factory=list)
    struck: list[tuple[str, str, str]] = field(default_factory=list)
    shown: list[tuple[str, str, Shows]] = field(default_factory=list)
    """The cells that may show something else than their value."""
    links: list[tuple[str, str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stored: int = 0
    """Filled or formatted cells counted so far."""

    def need(self, package: Package, name: str) -> bytes:
        """Unpack a part for calamine and for the scan. ValueError when it is missing; else as `want`."""
        content = self.want(package, name)
        if content is None:
            raise ValueError(f"no {name}")
        return content

    def want(self, package: Package, name: str) -> bytes | None:
        """Unpack a part for calamine and for the scan, if there is one. ExpatError where it is no XML."""
        content = package.part(name)
        if content is None:
            return None
        content = plainly_marked(content)
        self.parts[package.entries[name.lower()].filename] = content
        return content


def plainly_marked(content: bytes) -> bytes:
    """Write what XML may say in several ways in the one way that everybody reads.

    Comments and instructions go, CDATA and numbered letters become text: calamine reads numbers only up to a
    comment, and drops what is numbered; the patterns of the scan would be led astray. ExpatError for what is
    no XML: calamine reads on where a tag is broken.
    """
    start = content.find(b"?>") + 2 if content.startswith((b"<?xml", b"\xef\xbb\xbf<?xml")) else 0
    aside = content.find(b"?", start) >= 0 or b"!" in content  # one letter is found much faster than two
    if aside and (b"<!" in content or content.find(b"<?", start) >= 0):
        content = _without_asides(content, start)
    ParserCreate("UTF-8", " ").Parse(content, True)  # after that: a long comment would take it minutes
    return _NUMBERED.sub(_letter, content) if b"#" in content and b"&#" in content else content


def _without_asides(content: bytes, start: int) -> bytes:
    """Leave out comments and instructions from `start` on, and write CDATA as text."""
    chunks, at = [content[:start]], start
    while aside := _ASIDE.search(content, at):
        end = content.find(_ENDS[aside[0]], aside.end())
        before, within = content[at : aside.start()], content[aside.end() : max(end, aside.end())]
        broken = end < 0 or before.rfind(b"<") > before.rfind(b">")
        if broken or (aside[0] == b"<!--" and b"--" in within) or (aside[0] == b"<?" and _XML.match(within)):
            raise ValueError("a comment that is none")
        chunks.append(before)
        if aside[0] == _CDATA:
            chunks.append(within.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;"))
        at = end + len(_ENDS[aside[0]])
    return b"".join((*chunks, content[at:]))


def _letter(numbered: re.Match[bytes]) -> bytes:
    return _plain_letter(numbered[0], numbered[1] or b"", numbered[2] or b"")


@lru_cache(maxsize=1024)
def _plain_letter(written: bytes, hexadecimal: bytes, decimal: bytes) -> bytes:
    """Return a letter written as its number; one that means something to XML, and a control, stay numbers."""
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code > sys.maxunicode or not (chr(code).isprintable() or chr(code).isspace()) or code < ord(" "):
        return written
    return written if chr(code) in "<>&\"'" else chr(code).encode()


def document_properties(part: bytes | None) -> dict[str, str]:
    """Read Dublin Core and keyword elements, which xlsx and ods nest differently and name alike."""
    if part is None:
        return {}
    properties: dict[str, str] = {}
    for element in ET.fromstring(part).iter():  # noqa: S314  # expat; a document type never comes this far
        key = _PROPERTIES.get(element.tag.rpartition("}")[2])
        if key and element.text:
            properties[key] = f"{properties[key]} {element.text}" if key in properties else element.text
    return properties


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Write parts as a zip file without compression: calamine sees these bytes and no others.

    A tenth of zipfile's time, which counts at one file per 2 ms.
    """
    chunks, directory, at = [], [], 0
    for name, content in parts.items():
        path, crc, size = name.encode(), zlib.crc32(content), len(content)
        chunks += [
            _LOCAL.pack(b"PK\3\4", 20, 0x800, 0, 0, 0x21, crc, size, size, len(path), 0),
            path,
            content,
        ]
        directory += [
            _CENTRAL.pack(
                b"PK\1\2", 20, 20, 0x800, 0, 0, 0x21, crc, size, size, len(path), 0, 0, 0, 0, 0, at
            ),
            path,
        ]
        at += _LOCAL.size + len(path) + size
    listing = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listing), at, 0)
    return b"".join([*chunks, listing, end])
