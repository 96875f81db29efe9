"""Where the words of an OpenDocument cell lead."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from workbooks.links import called

_LINK: Final = re.compile(rb"""<text:a\s[^<>]*?xlink:href\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_FORMULA: Final = re.compile(rb"""table:formula\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")


def linked(row: bytes) -> bool:
    """Tell quickly whether a row may hold a link."""
    return b"<text:a " in row or b"HYPERLINK(" in row


def addresses(tag: bytes, held: bytes) -> Iterator[str]:
    """Yield the addresses to which a cell links, by its attributes and by what it holds."""
    for link in _LINK.finditer(held):
        yield _plain(link)
    if b"HYPERLINK(" in tag and (formula := _FORMULA.search(tag)):
        yield from called(_plain(formula).removeprefix("of:="))


def _plain(attribute: re.Match[bytes]) -> str:
    return unescape((attribute[1] or attribute[2] or b"").decode("utf-8", "replace"))
