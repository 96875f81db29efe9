"""What a returned spreadsheet contains, whatever program saved it: the type between intake and reading."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal, Self, get_args


@dataclass(frozen=True, slots=True)
class Shown:
    """A number or a day in a cell that shows more, or less: `00123`, `48 months`, `March 2024`."""

    value: float | date
    words: str


Value = str | float | bool | date | datetime | time | timedelta | Shown | None
"""A cell's value; an empty cell is None, a number may be an int or a float."""

_KINDS: Final = frozenset({str, int, float, bool, date, datetime, time, timedelta, Shown, type(None)})

Format = Literal["xlsx", "ods", "csv", "docx", "odt"]
"""What a file was read as; templates, macros and the one-file form of ods make no difference."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rectangle of a sheet that holds something; rows and columns count from 1, as people see them."""

    name: str
    rows: tuple[tuple[Value, ...], ...]
    first_row: int = 1
    first_column: int = 1
    hidden: bool = False

    def cells(self) -> Iterator[tuple[int, int, Value]]:
        """Yield row, column and value of every cell that is not empty, row by row."""
        for row, values in enumerate(self.rows, self.first_row):
            for column, value in enumerate(values, self.first_column):
                if value is not None:
                    yield row, column, value

    def at(self, row: int, column: int) -> Value:
        """Return the value at a row and column counted from 1; None outside the rectangle."""
        down, right = row - self.first_row, column - self.first_column
        if 0 <= down < len(self.rows) and 0 <= right < len(self.rows[down]):
            return self.rows[down][right]
        return None


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole spreadsheet file as values.

    `properties` holds the document properties that are filled in, under `identifier`, `keywords`, `title`,
    `subject`, `description`, `creator`, `language`; `names` maps a defined name to its reference, as in
    `'Questions'!$D$7`. Formulas saved without a result stand in `uncached` as (sheet, cell), error cells in
    `errors` as (sheet, cell, code); the value of both is None in `rows`, and must not be taken for empty.
    `merged` are the areas of cells merged over several rows, as (sheet, C6:C8). `struck` are the cells where
    something is struck through, with what still stands of their text, which may be nothing. `links` are the
    cells that link out of the file, and the addresses; `lit` those of a document with highlighted words.
    """

    format: Format
    sheets: tuple[Sheet, ...]
    properties: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    uncached: tuple[tuple[str, str], ...] = ()
    errors: tuple[tuple[str, str, str], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    struck: tuple[tuple[str, str, str], ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()
    lit: tuple[tuple[str, str, str], ...] = ()

    def as_json(self) -> bytes:
        """Return the contents as JSON, with dates and times as tagged objects. Raises ValueError for NaN."""
        return json.dumps(
            {
                "format": self.format,
                "sheets": [[s.name, s.rows, s.first_row, s.first_column, s.hidden] for s in self.sheets],
                "properties": list(self.properties.items()),
                "names": list(self.names.items()),
                "uncached": self.uncached,
                "errors": self.errors,
                "merged": self.merged,
                "struck": self.struck,
                "links": self.links,
                "lit": self.lit,
            },
            ensure_ascii=False,
            allow_nan=False,
            check_circular=False,
            default=_tagged,
        ).encode("utf-8", "surrogatepass")

    @classmethod
    def from_json(cls, data: bytes) -> Self:
        """Read what `as_json` wrote. Raises ValueError, TypeError or KeyError for anything else."""
        plain = json.loads(data.decode("utf-8", "surrogatepass"), object_hook=_untagged)
        if plain["format"] not in get_args(Format):
            raise ValueError("no format of ours")
        return cls(
            format=plain["format"],
            sheets=tuple(_sheet(*sheet) for sheet in plain["sheets"]),
            properties=dict(_texts(pair, 2) for pair in plain["properties"]),
            names=dict(_texts(pair, 2) for pair in plain["names"]),
            uncached=tuple(_texts(place, 2) for place in plain["uncached"]),
            errors=tuple(_texts(error, 3) for error in plain["errors"]),
            merged=tuple(_texts(area, 2) for area in plain["merged"]),
            struck=tuple(_texts(cell, 3) for cell in plain["struck"]),
            links=tuple(_texts(link, 3) for link in plain["links"]),
            lit=tuple(_texts(words, 3) for words in plain["lit"]),
        )


def _sheet(name: str, rows: list[list[Value]], row: int, column: int, hidden: bool) -> Sheet:
    if [type(each) for each in (name, row, column, hidden)] != [str, int, int, bool]:
        raise TypeError("no sheet")
    if not {type(value) for values in rows for value in values} <= _KINDS:
        raise TypeError("no value of a cell")
    return Sheet(name, tuple(map(tuple, rows)), row, column, hidden)


def _texts(plain: list[str], count: int) -> Any:
    if len(plain) != count or any(type(text) is not str for text in plain):
        raise TypeError("not so many texts")
    return tuple(plain)


@cache
def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return a cell's name from its row and column counted from 1: 17, 4 is D17."""
    return f"{column_letters(column)}{row}"


def cell_position(name: str) -> tuple[int, int]:
    """Return the row and column, counted from 1, of a cell's name: D17 is 17, 4; so is $D$17."""
    letters = name.replace("$", "").rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name.replace("$", "")[len(letters) :]), column


def _tagged(value: object) -> dict[str, Any]:
    match value:
        case Shown():
            return {"shown": [value.value, value.words]}
        case datetime():
            return {"datetime": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case timedelta():
            return {"seconds": value.total_seconds()}
    raise TypeError(f"{type(value).__name__} is no value of a cell")


def _shown(value: float | date, words: str) -> Shown:
    if type(value) not in {int, float, date, datetime} or type(words) is not str:
        raise TypeError("nothing that is shown otherwise")
    return Shown(value, words)


def _untagged(plain: dict[str, Any]) -> Any:  # noqa: PLR0911  # a return per tag
    if len(plain) != 1:
        return plain
    ((tag, value),) = plain.items()
    match tag:
        case "shown":
            return _shown(*value)
        case "datetime":
            return datetime.fromisoformat(value)
        case "date":
            return date.fromisoformat(value)
        case "time":
            return time.fromisoformat(value)
        case "seconds":
            return timedelta(seconds=value)
    return plain


def text(value: Value) -> str:  # noqa: PLR0911  # a return per type of cell
    """Return a cell as the text of an answer, unaltered but for its line ends, which become LF.

    Numbers appear without a superfluous `.0`, dates as year-month-day, truth values as TRUE and FALSE.
    """
    match value:
        case None:
            return ""
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n")
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return f"{number_of(value):f}"
        case Shown():
            return value.words
        case datetime() if (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0):
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def number_of(value: float) -> Decimal:
    """Return a stored number as the decimal that a person sees: 12 for 12.0, 0.3 for 0.1 + 0.2.

    Spreadsheet programs show, and take from the keyboard, no more than 15 figures.
    """
    if isinstance(value, int) or value.is_integer():
        return Decimal(int(value))
    return Decimal(repr(float(f"{value:.15g}")))
