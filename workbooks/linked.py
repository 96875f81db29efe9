"""Addresses that answers link to and do not show: the words are taken, so the address is told."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from problems import Place, Problem
from problems.shown import HiddenAddress
from workbooks.contents import Contents, cell_position, text
from workbooks.copies import taking
from workbooks.found import Found
from workbooks.index import Index
from workbooks.values import is_blank, preview

LONGEST: Final = 2_000
"""So much of an address is told, which is more than programs take."""

_AROUND: Final = ".,;:!?()[]<>\"'“”«»"


def hidden_addresses(contents: Contents, found: Found, index: Index, shown: str) -> Iterator[Problem]:
    """Yield the addresses behind the words of answers and laws."""
    for sheet, cell, address in dict.fromkeys(contents.links):
        at, right = cell_position(cell)
        row = found.claimed.get((sheet, at))
        if row is None or not row.code or row.code.endswith("#"):
            continue
        column = next((name for name, place in row.columns.items() if place == right), "")
        words = row.value(column)
        if taking(column, row.code) and not is_blank(words) and not shows(text(words), address):
            item = index.item_of(row.code)
            yield HiddenAddress(
                place=Place(shown, sheet=sheet, cell=cell),
                item=item if item in index.items else "",
                value=preview(words),
                address=" ".join(address[:LONGEST].split()),
            )


def shows(words: str, address: str) -> bool:
    """Tell whether somebody who reads the words knows the address; one within the file is none."""
    plain = _plain(address)
    return plain.startswith("#") or plain in {
        _plain(words),
        *(_plain(word.strip(_AROUND)) for word in words.split()),
    }


def _plain(address: str) -> str:
    """Return an address without what programs add to it, or leave out."""
    plain = unquote(address).strip().casefold()
    if plain.startswith("mailto:"):
        return plain.removeprefix("mailto:").partition("?")[0]
    return plain.removeprefix("https://").removeprefix("http://").rstrip("/")
