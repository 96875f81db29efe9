"""What a spreadsheet says, read slowly by a whole XML parser: to hold the fast reading against."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

_CELL = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_MOST = 100_000


class UnsureError(Exception):
    """Raised where programs differ in what such a file says."""


@dataclass
class Sheets:
    """The cells that hold something, by (sheet, row, column): a text, a number, or True/False."""

    cells: dict[tuple[str, int, int], str | float | bool] = field(default_factory=dict)
    broken: set[tuple[str, int, int]] = field(default_factory=set)
    """Errors, and formulas without a result."""

    def put(self, at: tuple[str, int, int], value: str | float | bool | None) -> None:
        if at in self.cells or at in self.broken:
            raise UnsureError("a cell twice")
        if value is not None and value != "":
            self.cells[at] = value


def sheets(data: bytes) -> Sheets:
    """Read a spreadsheet. ParseError, KeyError, ValueError or UnsureError where there is no one way."""
    if not data.startswith(b"PK"):
        return _ods(data)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return _ods(parts.read("content.xml")) if "content.xml" in parts.namelist() else _xlsx(parts)


def _xlsx(parts: zipfile.ZipFile) -> Sheets:
    names = {name.lower(): name for name in parts.namelist()}

    def part(name: str) -> ET.Element:
        return ET.fromstring(parts.read(names[name.lower()]))

    found, targets, seen = Sheets(), {}, set()
    for link in part("xl/_rels/workbook.xml.rels"):
        target = link.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if link.get("Id", "") in targets:
            raise UnsureError("a relationship twice")
        targets[link.get("Id", "")] = link.get("Type", "").rpartition("/")[2], path
    shared = [path for kind, path in targets.values() if kind == "sharedStrings"]
    if len(shared) > 1:
        raise UnsureError("texts twice")
    texts = [_rich(each) for each in part(shared[0]).iterfind("{*}si")] if shared else []
    for sheet in part("xl/workbook.xml").iterfind("{*}sheets/{*}sheet"):
        name = sheet.get("name", "")
        kind, path = targets[next(value for key, value in sheet.items() if key.endswith("}id"))]
        if name in seen or kind != "worksheet":
            raise UnsureError("two sheets of one name, or another kind of sheet")
        seen.add(name)
        _sheet(part(path), name, texts, found)
    return found


def _sheet(root: ET.Element, name: str, texts: list[str], found: Sheets) -> None:
    if len(root.findall("{*}sheetData")) != 1 or not root.tag.endswith("}worksheet"):
        raise UnsureError("no sheet, or several sets of rows")
    row = 0
    for line in root.iterfind("{*}sheetData/*"):
        if not line.tag.endswith("}row") or not line.get("r", "1").isdecimal():
            raise UnsureError("no row")
        row, column = int(line.get("r", row + 1)), 0
        for cell in line:
            reference = cell.get("r")
            place = _CELL.fullmatch(reference or "")
            if not cell.tag.endswith("}c") or (reference is not None and place is None):
                raise UnsureError("no cell")
            column = _column(place[1]) if place else column + 1
            at = name, int(place[2]) if place else row, column
            if at[1] > 2**20 or at[2] > 2**14:
                raise UnsureError("off the grid")
            if len(cell) != len({each.tag for each in cell}):
                raise UnsureError("two values")
            _value(cell, at, texts, found)


def _value(  # noqa: C901, PLR0912  # as the format has it
    cell: ET.Element, at: tuple[str, int, int], texts: list[str], found: Sheets
) -> None:
    kind, value = cell.get("t", "n"), cell.find("{*}v")
    said = "".join(value.itertext()) if value is not None else ""
    formula, inline = cell.find("{*}f"), cell.find("{*}is")
    if inline is not None and (value is not None or kind != "inlineStr"):
        raise UnsureError("a value and a text")
    if inline is not None and formula is not None:
        raise UnsureError("a formula and a text")
    if {each.tag.rpartition("}")[2] for each in cell} - {"v", "f", "is", "extLst"} or (
        value is not None and len(value)
    ):
        raise UnsureError("something else in a cell")
    if kind == "e" or (formula is not None and not said and kind != "str"):
        found.put(at, None)
        found.broken.add(at)
    elif kind == "inlineStr":
        if inline is None and said:
            raise UnsureError("an inline text that is none")
        found.put(at, _rich(inline) if inline is not None else None)
    elif not said:
        found.put(at, None)
    elif kind == "s":
        if not re.fullmatch("[0-9]+", said) or int(said) >= len(texts):
            raise ValueError("no such text")
        found.put(at, texts[int(said)])
    elif kind in {"str", "d"}:
        found.put(at, _unescaped(said))
    elif kind == "b":
        found.put(at, {"1": True, "true": True, "0": False, "false": False}[said])
    elif kind == "n":
        try:
            found.put(at, float(said.strip()))
        except ValueError:
            found.put(at, said)
    else:
        raise UnsureError("a type that there is not")


def _rich(element: ET.Element) -> str:
    if any("}" not in each.tag for each in element.iter()):
        raise UnsureError("another namespace")
    runs = [each for each in element.iter() if each.tag.endswith("}t")]
    silent = {id(each) for phonetic in element.iterfind("{*}rPh") for each in phonetic.iter()}
    if {each.tag.rpartition("}")[2] for each in element} - {"t", "r", "rPh", "phoneticPr"} or any(
        map(len, runs)
    ):
        raise UnsureError("something else in a text")
    return _unescaped("".join(each.text or "" for each in runs if id(each) not in silent))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda hit: chr(int(hit[1], 16)), text)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


_OFFICE, _TABLE, _TEXT, _CALC = (
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}",
    "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}",
)


def _ods(content: bytes) -> Sheets:
    found, seen = Sheets(), set()
    for table in ET.fromstring(content).iterfind(f".//{_OFFICE}spreadsheet/{_TABLE}table"):
        name, row = table.get(f"{_TABLE}name", ""), 1
        if name in seen or {each.tag for each in table} - {f"{_TABLE}table-row", f"{_TABLE}table-column"}:
            raise UnsureError("two tables of one name, or something else in a table")
        seen.add(name)
        for line in table.iterfind(f"{_TABLE}table-row"):
            times, column = int(line.get(f"{_TABLE}number-rows-repeated", 1)), 1
            for cell in line:
                wide = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
                value, broken = _ods_value(cell)
                if wide < 1 or times < 1 or (wide * times > _MOST and (broken or value is not None)):
                    raise UnsureError("too often")
                if cell.tag not in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
                    raise UnsureError("no cell")
                if broken or value is not None:
                    for at in (
                        (name, row + down, column + right) for down in range(times) for right in range(wide)
                    ):
                        found.put(at, value)
                        if broken:
                            found.broken.add(at)
                column += wide
            row += times
    return found


def _ods_value(cell: ET.Element) -> tuple[str | float | bool | None, bool]:
    kind, lines = cell.get(f"{_OFFICE}value-type", ""), cell.findall(f"{_TEXT}p")
    if (
        any(len(line) for line in lines)
        or len(lines) != len(cell)
        or (cell.text or "").strip()
        or any((each.tail or "").strip() for each in lines)
    ):
        raise UnsureError("more than plain lines")
    if cell.get(f"{_TABLE}formula") or cell.get(f"{_CALC}value-type"):
        raise UnsureError("a formula")
    shown = "\n".join(line.text or "" for line in lines)
    if kind == "float":
        said = cell.get(f"{_OFFICE}value")
        return (None, True) if said is None else (float(said), False)
    others = (
        cell.get(f"{_OFFICE}{name}") for name in ("value", "string-value", "date-value", "boolean-value")
    )
    if kind != "string" or any(each is not None for each in others):
        if kind or shown:
            raise UnsureError("another type")
        return None, False
    return shown or None, False
