"""Where the words of an Excel cell lead: calamine tells the words of a hyperlink, and never its address."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import product
from typing import Final
from xml.etree import ElementTree as ET

from workbooks.contents import cell_name, cell_position
from workbooks.walk import cells

LINK_LIMIT: Final = 10_000
"""So many links of a sheet are told."""

_LINK: Final = re.compile(rb"<(?:[\w.-]+:)?hyperlink\s([^<>]*)>")
_REFERENCE: Final = re.compile(
    rb"""(?:^|\s)ref\s*=\s*["']([A-Z]{1,3}[0-9]{1,7})(?::([A-Z]{1,3}[0-9]{1,7}))?["']"""
)
_ID: Final = re.compile(rb"""[\w.-]+:id\s*=\s*["']([^"'<]+)["']""")
_LOCATION: Final = re.compile(rb"""\slocation\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_FORMULA: Final = re.compile(rb"<(?:[\w.-]+:)?f(?:\s[^<>]*)?>([^<]*)<")
_CALLED: Final = re.compile(r'HYPERLINK\(\s*(?:"((?:[^"]|"")*)"\s*[,;)])?')
_SIDE: Final = 100
"""A link that lies over more rows or columns is told at so many of them."""


def linked_cells(sheet: bytes, relations: bytes | None) -> Iterator[tuple[str, str]]:
    """Yield the cells of an Excel sheet that link out of the file, and the address. Raises ParseError.

    `relations`: the part that names the targets of the sheet's links.
    """
    if b"hyperlink" in sheet and relations:
        targets = targets_of(relations)
        for link in _LINK.finditer(sheet):
            target, area = _ID.search(link[1]), _REFERENCE.search(link[1])
            address = targets.get(target[1].decode("utf-8", "replace")) if target else None
            if address and area:
                within = _LOCATION.search(link[1])
                part = unescape((within[1] or within[2] or b"").decode("utf-8", "replace")) if within else ""
                for cell in _area(area[1].decode(), (area[2] or area[1]).decode()):
                    yield cell, f"{address}#{part}" if part else address
    if b"HYPERLINK(" in sheet:
        for each in cells(sheet):
            formula = _FORMULA.search(each.held) if b"HYPERLINK(" in each.held else None
            for address in called(unescape(formula[1].decode("utf-8", "replace")) if formula else ""):
                yield each.name, address


def targets_of(relations: bytes) -> Mapping[str, str]:
    """Return the addresses outside of the file to which a part refers, by their id. Raises ParseError."""
    links = ET.fromstring(relations)  # noqa: S314  # expat, and no document type
    return {
        link.get("Id", ""): link.get("Target", "")
        for link in links
        if link.get("TargetMode") == "External" and link.get("Type", "").endswith("/hyperlink")
    }


def called(formula: str) -> Iterator[str]:
    """Yield the addresses that a formula links to; the formula itself where it computes them."""
    for call in _CALLED.finditer(formula):
        yield formula if call[1] is None else call[1].replace('""', '"')


def _area(first: str, last: str) -> Iterator[str]:
    (top, left), (bottom, right) = cell_position(first), cell_position(last)
    down, across = range(top, bottom + 1)[:_SIDE], range(left, right + 1)[:_SIDE]
    return (cell_name(row, column) for row, column in product(down, across))
