"""A sheet saved as text (CSV): its separator found by our own codes and heads, its cells as they stand."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from problems import Place
from problems.intake import NotASpreadsheet, QuotesUnclear, TooManyCells
from workbooks.codes import like_a_code, of_ours
from workbooks.contents import Contents, Sheet
from workbooks.letters import decoded
from workbooks.prescan import FILE_LIMIT, RefusedError
from workbooks.recognition import table_kind
from workbooks.scan import CELL_LIMIT

NAME: Final = "CSV"
"""What the one sheet of such a file is called in problems: the file itself does not say."""

_SEPARATORS: Final = ",;\t|"
_SAID: Final = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n)', re.IGNORECASE)
_COLUMNS: Final = 3
"""So many cells at least has a row with a code; a letter that names a code is no table."""

_SAMPLE: Final = 2_000
"""So many rows show which separator a file uses."""


def read(data: bytes) -> Contents:
    """Read the sheet. Raises RefusedError where it is none of ours or has no one reading."""
    text = decoded(data)
    said = _SAID.match(text)
    if said:
        text, separators = text[said.end() :], said[1]
    else:
        separators = _SEPARATORS
    separator = max(separators, key=lambda each: _fitting(text, each))
    sheet = Sheet(NAME, tuple(_rows(text, separator)))
    contents = Contents("csv", (sheet,))
    coded = [row for row in sheet.rows if any(isinstance(cell, str) and like_a_code(cell) for cell in row)]
    if min(map(len, coded), default=0) < _COLUMNS or not of_ours(contents):
        raise RefusedError(NotASpreadsheet(kind=table_kind(text)))
    return contents


def _fitting(text: str, separator: str) -> tuple[int, int]:
    """Count the cells that are a code and, of rows with a code, all the cells."""
    codes = cells = 0
    try:
        for _, row in zip(range(_SAMPLE), _reader(text, separator, strict=False), strict=False):
            found = sum(map(like_a_code, row))
            codes += found
            cells += len(row) if found else 0
    except csv.Error:
        return (0, 0)
    return codes, cells


def _reader(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    csv.field_size_limit(FILE_LIMIT)
    return iter(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict))


def _rows(text: str, separator: str) -> Iterator[tuple[str | None, ...]]:
    stored, number = 0, 0
    rows = _reader(text, separator, strict=True)
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            raise RefusedError(QuotesUnclear(place=Place(sheet=NAME), row=number)) from None
        stored += len(row)
        if stored > CELL_LIMIT:
            raise RefusedError(TooManyCells(place=Place(sheet=NAME), count=stored, limit=CELL_LIMIT))
        yield tuple(cell or None for cell in row)
