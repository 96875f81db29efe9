"""Tables with places: the first sheet of an .xlsx, or a .csv, as rows of cells that know where they stand."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from problems import Place, Problem
from problems.files import FileUnreadable
from problems.tables import (
    CellError,
    EncodingGuessed,
    NotSpreadsheet,
    NotText,
    TableCut,
    TableLocked,
    TableTooLarge,
)
from sources.guards import unguarded

BYTES = 10 * 2**20
UNPACKED_BYTES = 100 * 2**20
ROWS = 5_000
COLUMNS = 60
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
"""Characters that nobody typed and nobody sees; they would break the files made of the text."""

ERRORS = frozenset({"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"})


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, as text without spaces around it (empty: nothing), and where that is."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, empty ones included; every row has the same number of cells."""

    place: Place
    rows: tuple[tuple[Cell, ...], ...]


Locate = Callable[[Place, int, int], Place]
Read = tuple[Table | None, list[Problem]]


def read_table(path: Path, shown: str | None = None) -> Read:
    """Read the first sheet of an .xlsx or a .csv file; `shown` is the path that problems name.

    In a .csv, the column of a place is the column of the table, as a spreadsheet program counts it.
    """
    name = shown or str(path)
    try:
        if path.stat().st_size > BYTES:
            return None, [TableTooLarge(place=Place(name), megabytes=BYTES // 2**20)]
        data = path.read_bytes()
    except OSError as error:
        return None, [FileUnreadable(place=Place(name), why=error.strerror or type(error).__name__)]
    return _read_csv(data, name) if path.suffix.lower() == ".csv" else _read_xlsx(data, name)


def _read_xlsx(data: bytes, name: str) -> Read:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return None, [TableLocked(place=Place(name))]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # zipfile never hands out more of a part than it declares, so the declared sizes can be believed
            if sum(part.file_size for part in archive.infolist()) > UNPACKED_BYTES:
                return None, [TableTooLarge(place=Place(name), megabytes=UNPACKED_BYTES // 2**20)]
            if any(_declares_entities(archive, part) for part in archive.namelist()):
                return None, [NotSpreadsheet(place=Place(name))]
        sheet, rows = _sheet(data)
    except Exception:  # noqa: BLE001  # openpyxl raises nine kinds of exception on damaged files
        return None, [NotSpreadsheet(place=Place(name))]
    return _table(Place(name, sheet=sheet), rows, cell_place)


def _declares_entities(archive: zipfile.ZipFile, part: str) -> bool:
    if not part.endswith((".xml", ".rels")):
        return False
    with archive.open(part) as stream:
        return b"<!DOCTYPE" in stream.read(4096)


def _sheet(data: bytes) -> tuple[str, list[tuple[Any, ...]]]:
    """Return the name and the values of the first sheet, one row more than allowed where there are more."""
    from openpyxl import load_workbook  # noqa: PLC0415  # 400 ms, paid by those who read a spreadsheet

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # the declared size may be wrong, or a million rows of nothing
        return sheet.title, list(sheet.iter_rows(max_row=ROWS + 1, max_col=COLUMNS, values_only=True))
    finally:
        book.close()


def _read_csv(data: bytes, name: str) -> Read:
    text, guessed = decoded(data)
    if text is None or "\0" in text:
        return None, [NotText(place=Place(name))]
    problems: list[Problem] = [EncodingGuessed(place=Place(name), encoding=guessed)] if guessed else []
    delimiter = delimiter_of(text)
    first, _, rest = text.partition("\n")
    if first.strip().lower() == f"sep={delimiter}":
        text = "\n" + rest  # Excel's own line; blank, so that the lines below keep their numbers
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records: dict[int, list[str]] = {}
    try:
        begins = 1
        for record in reader:
            if len(records) > ROWS:
                break
            records[begins] = list(map(unguarded, record[:COLUMNS]))
            begins = reader.line_num + 1
    except csv.Error:
        return None, [*problems, NotText(place=Place(name))]
    lines = list(records)
    table, more = _table(
        Place(name),
        list(map(tuple, records.values())),
        lambda where, row, column: Place(where.path, line=lines[row], column=column + 1),
    )
    return table, problems + more


def decoded(data: bytes) -> tuple[str | None, str]:
    """Return the text, and the name of the encoding where it had to be guessed."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Excel calls Unicode text
        return data.decode("utf-16", errors="replace"), ""
    for encoding, said in (("utf-8-sig", ""), ("cp1252", "Windows-1252")):
        try:
            return data.decode(encoding), said
        except UnicodeDecodeError:
            continue
    return None, ""


def delimiter_of(text: str) -> str:
    """Return the delimiter that cuts the first line with anything in it into most cells."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.lower().startswith("sep=") and len(first) > len("sep="):
        return first[4]
    return max(";,\t", key=lambda delimiter: len(next(csv.reader([first], delimiter=delimiter), [])))


def _table(place: Place, rows: list[tuple[Any, ...]], at: Locate) -> Read:
    problems: list[Problem] = []
    if len(rows) > ROWS:
        if any(value not in (None, "") for value in rows[ROWS]):
            problems.append(TableCut(place=place, rows=ROWS))
        rows = rows[:ROWS]
    width = max((len(row) for row in rows), default=0)
    made = []
    for number, row in enumerate(rows):
        cells = tuple(
            Cell(text_of(value), at(place, number, column))
            for column, value in enumerate((*row, *(None,) * (width - len(row))))
        )
        problems.extend(CellError(place=cell.place, value=cell.text) for cell in cells if cell.text in ERRORS)
        made.append(tuple(Cell("", cell.place) if cell.text in ERRORS else cell for cell in cells))
    return Table(place, tuple(made)), problems


def cell_place(place: Place, row: int, column: int) -> Place:
    """Return the place of a cell of the sheet `place`, both counted from 0; places sort as people read."""
    first, last = divmod(column, 26)
    letters = (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)
    return Place(place.path, place.sheet, line=row + 1, column=column + 1, cell=f"{letters}{row + 1}")


def text_of(value: Any) -> str:
    """Return what a cell shows, as text without the spaces around it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time().isoformat() == "00:00:00":
            return value.date().isoformat()
        case date():
            return value.isoformat()
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    return CONTROLS.sub("", text).strip()
