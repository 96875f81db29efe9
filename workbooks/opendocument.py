"""Look through an OpenDocument spreadsheet before calamine does: its tables' extent, errors, names."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from itertools import pairwise, product
from typing import Final

from problems import Place
from problems.intake import CellsTooFarApart, EmbeddedObjects, LinksToOtherFiles, MacrosInside, TooManyCells
from workbooks import annotations
from workbooks.contents import cell_name
from workbooks.formats_ods import shown, telling, words_of
from workbooks.links import LINK_LIMIT
from workbooks.links_ods import addresses, linked
from workbooks.looks import looks
from workbooks.prescan import Package, RefusedError
from workbooks.scan import (
    CELL_LIMIT,
    FAR_COLUMN,
    FAR_ROW,
    LAST_COLUMN,
    LAST_ROW,
    MERGED_LIMIT,
    UNKNOWN_ERROR,
    Scan,
    Shows,
    document_properties,
)
from workbooks.struck_ods import struck_cells

_TABLE: Final = re.compile(rb"<table:table(\s[^<>]*)>")
_CELL: Final = re.compile(rb"<table:(?:covered-)?table-cell(\s[^<>]*?)?/?>")
_ROWS_REPEATED: Final = re.compile(rb"""table:number-rows-repeated\s*=\s*["']([0-9]+)["']""")
_COLUMNS_REPEATED: Final = re.compile(rb"""table:number-columns-repeated\s*=\s*["']([0-9]+)["']""")
_ROWS_SPANNED: Final = re.compile(rb"""table:number-rows-spanned\s*=\s*["']([0-9]+)["']""")
_COLUMNS_SPANNED: Final = re.compile(rb"""table:number-columns-spanned\s*=\s*["']([0-9]+)["']""")
_NOTE, _DRAWN = b"<office:annotation", b"<draw:"
_NAME: Final = re.compile(rb"""\stable:name\s*=\s*["']([^"<]*?)["']""")
_UNINDENTED: Final = re.compile(rb">\s+<(?=/?(?:table:|office:)|text:p[\s/>])")
"""The blanks with which Gnumeric and SheetJS indent: calamine gives up on them."""

_NAMED: Final = re.compile(
    rb"""<table:named-(?:range|expression)(?=[^<>]*?\stable:name\s*=\s*(["'])([^<]*?)\1)"""
    rb"""(?=[^<>]*?\stable:(?:cell-range-address|expression)\s*=\s*(["'])([^<]*?)\3)"""
)
_FORMULA: Final = re.compile(rb"""table:formula\s*=\s*(?:"[^"<]*"|'[^'<]*')([^<>]*)>(?:<text:p>(#|Err:))?""")
_ERROR_TEXT: Final = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:[0-9]{3}")
_TEXT: Final = re.compile(rb"<text:p(?:\s[^<>]*)?/?>([^<]*)")
_VALUED: Final = re.compile(rb"""office:value-type\s*=\s*["'](?:float|currency|date|time|boolean)["']""")
_VALUE: Final = re.compile(rb"""office:(?:date-|time-|boolean-)?value\s*=""")
_PERCENTAGE: Final = re.compile(rb'office:value-type="percentage"(?:\s+office:value="[^"<]*")?')
_ADDRESS: Final = re.compile(
    r"^\$?((?:'(?:[^']|'')*'|[^.'$ ]+))\.(\$?[A-Z]+\$?[0-9]+)(?::\.?(\$?[A-Z]+\$?[0-9]+))?$"
)


def scan(package: Package) -> Scan:
    """Collect what calamine needs and what it does not tell. Raises what `Package.part` raises."""
    found = Scan("ods")
    found.parts["mimetype"] = package.part("mimetype") or b""
    found.want(package, "META-INF/manifest.xml")
    content = found.need(package, "content.xml")
    _remarks(package, content, found)
    found.properties = document_properties(package.part("meta.xml"))
    found.names = dict(_names(content))
    tables = list(_TABLE.finditer(content))
    if not tables:
        raise ValueError("no table")
    for table, following in zip(tables, [*tables[1:], None], strict=True):
        end = following.start() if following else len(content)
        _table(
            content[table.end() : end], _plain(named[1]) if (named := _NAME.search(table[1])) else "", found
        )
    found.struck = list(struck_cells(content, looks(content, package.part("styles.xml") or b"")))
    found.parts["content.xml"] = _spelled_out(_UNINDENTED.sub(b"><", annotations.without(content)))
    return found


def _spelled_out(content: bytes) -> bytes:
    """Write tabs and line breaks as characters, and percentages as the texts that are shown.

    calamine leaves the elements out and joins the words; of what shows 12 % it tells 0.12.
    """
    if b'"percentage"' in content:
        content = _PERCENTAGE.sub(b'office:value-type="string"', content)
    if b"<text:tab" in content:
        content = re.sub(rb"<text:tab\b[^<>]*/>", b"&#9;", content)
    if b"<text:line-break" in content:
        content = re.sub(rb"<text:line-break\s*/>", b"&#10;", content)
    return content


def _remarks(package: Package, content: bytes, found: Scan) -> None:
    if any(name.startswith(("basic/", "scripts/")) for name in package.entries):
        found.problems.append(MacrosInside())
    if b"<table:table-source" in content:
        found.problems.append(LinksToOtherFiles())
    if b"<draw:object-ole" in content:
        found.problems.append(EmbeddedObjects())


def _names(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield defined names with their references written as Excel writes them."""
    for _, name, _, reference in _NAMED.findall(content, max(content.find(b"<table:named-"), 0)):
        if not name.startswith(b"_xlnm."):
            yield _plain(name), _as_excel_writes(_plain(reference))


def _plain(attribute: bytes) -> str:
    """Decode an attribute; the apostrophe, which is in every reference, takes the short way."""
    text = attribute.decode("utf-8", "replace").replace("&apos;", "'")
    return unescape(text) if "&" in text else text


def _as_excel_writes(reference: str) -> str:
    """Turn `$'My sheet'.$D$7` into `'My sheet'!$D$7`; leave any other expression without its `of:=`."""
    if address := _ADDRESS.match(reference):
        sheet, start, end = address.groups()
        return f"{sheet}!{start}:{end}" if end else f"{sheet}!{start}"
    return reference.removeprefix("of:").removeprefix("=")


def _table(content: bytes, name: str, found: Scan) -> None:
    """Count a table's cells with their repetitions, up to its last filled row and column."""
    row, first_row, last_row, last_column = 1, 0, 0, 0
    pinned: dict[bytes, list[str]] = {mark: [] for mark in (_NOTE, _DRAWN) if mark in content}
    for element in content.split(b"<table:table-row")[1:]:
        if element.startswith((b"s", b"-")):  # <table:table-rows>, <table:table-row-group>
            continue
        repeated = _repeated(_ROWS_REPEATED, element[: element.find(b">")])
        for mark, cells in pinned.items():
            cells.extend(_pinned(element, row, mark))
        if width := _width(element):
            found.stored += width * repeated
            first_row, last_row, last_column = first_row or row, row + repeated - 1, max(last_column, width)
            _tell(element, name, range(row, row + repeated), found)
            if found.stored > CELL_LIMIT:
                raise RefusedError(
                    TooManyCells(place=Place(sheet=name), count=found.stored, limit=CELL_LIMIT)
                )
        row += repeated
    found.problems.extend(annotations.of_table(content, name, pinned.get(_DRAWN)))
    found.problems.extend(annotations.notes(pinned.get(_NOTE, ()), name))
    area = (last_row - first_row + 1) * last_column
    if area > CELL_LIMIT or last_row > LAST_ROW or last_column > LAST_COLUMN:
        last = cell_name(min(last_row, LAST_ROW), min(last_column, LAST_COLUMN))
        raise RefusedError(CellsTooFarApart(place=Place(sheet=name, cell=last)))


def _tell(element: bytes, name: str, rows: range, found: Scan) -> None:
    """Note what calamine does not tell of rows that are alike."""
    row = rows.start
    if linked(element) and len(found.links) < LINK_LIMIT:
        found.links.extend((name, cell, address) for cell, address in _links(element, row))
    if telling(element) and row <= FAR_ROW:
        found.shown.extend((name, cell, shows) for cell, shows in _shown(element, rows[:FAR_COLUMN]))
    if _suspicious(element):
        _formulas(element, name, row, found)
    if b"rows-spanned" in element and len(found.merged) < MERGED_LIMIT:
        found.merged.extend((name, area) for area in _merged(element, row))


def _suspicious(row: bytes) -> bool:
    """Tell quickly whether a row may hold an error or something without a value; most rows hold neither."""
    if row.count(b'office:value-type="') - row.count(b'office:value-type="string"') > row.count(b'value="'):
        return True
    if b"table:formula" not in row:
        return b'"error"' in row
    return any(
        error or b'"error"' in rest or (rest.endswith(b"/") and b"office:value-type" not in rest)
        for rest, error in _FORMULA.findall(row)
    )


def _width(row: bytes) -> int:
    """Return the last filled column of a row, 0 for an empty one."""
    last = max(row.rfind(b"office:value-type"), row.rfind(b"<text:p"))
    if last < 0:
        return 0
    upto = row[: row.find(b">", last)]
    cells = upto.count(b"<table:table-cell") + upto.count(b"<table:covered-")
    if b"columns-repeated" in upto:
        cells += sum(int(times[:9]) - 1 for times in _COLUMNS_REPEATED.findall(upto))
    return cells


def _formulas(element: bytes, name: str, row: int, found: Scan) -> None:
    """Note a row's errors, its formulas without a result, and its numbers and days without a value.

    Of the last, calamine makes empty cells, whatever text they show.
    """
    column = 1
    for cell in _CELL.finditer(element):
        tag = cell[1] or b""
        if _VALUED.search(tag) and not _VALUE.search(tag):
            found.errors.append((name, cell_name(row, column), UNKNOWN_ERROR))
        elif b"table:formula" in tag or b'"error"' in tag:
            text = _TEXT.match(element, cell.end())
            shown = text[1].decode("utf-8", "replace") if text else ""
            if b'calcext:value-type="error"' in tag or _ERROR_TEXT.fullmatch(shown):
                found.errors.append((name, cell_name(row, column), shown or UNKNOWN_ERROR))
            elif b"office:value-type" not in tag and text is None:  # an empty <text:p> is a result, too
                found.uncached.append((name, cell_name(row, column)))
        column += _repeated(_COLUMNS_REPEATED, tag)


def _links(element: bytes, row: int) -> Iterator[tuple[str, str]]:
    """Yield the cells of a row that link somewhere, and the addresses."""
    for column, tag, held in _held(annotations.without(element)):
        yield from ((cell_name(row, column), address) for address in addresses(tag, held))


def _shown(element: bytes, rows: range) -> Iterator[tuple[str, Shows]]:
    """Yield the cells of rows that are alike which may show something else than their value."""
    for column, tag, held in _held(annotations.without(element)):
        if words := words_of(tag, held):
            across = range(column, column + _repeated(_COLUMNS_REPEATED, tag))[:FAR_COLUMN]
            for place in product(rows, across):
                yield cell_name(*place), partial(shown, words)


def _held(element: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield the column of each cell of a row, its attributes, and what it holds."""
    column, cells = 1, [*_CELL.finditer(element), None]
    for cell, following in pairwise(cells):
        assert cell is not None  # noqa: S101  # only the last one is
        tag = cell[1] or b""
        yield column, tag, element[cell.end() : following.start() if following else len(element)]
        column += _repeated(_COLUMNS_REPEATED, tag)


def _merged(element: bytes, row: int) -> Iterator[str]:
    """Yield the areas of cells of a row that are merged with those beneath."""
    column = 1
    for cell in _CELL.finditer(element):
        tag = cell[1] or b""
        down = _number(_ROWS_SPANNED, tag)
        if down > 1:
            right = column + _number(_COLUMNS_SPANNED, tag) - 1
            yield f"{cell_name(row, column)}:{cell_name(row + down - 1, right)}"
        column += _repeated(_COLUMNS_REPEATED, tag)


def _pinned(element: bytes, row: int, mark: bytes) -> Iterator[str]:
    """Yield the cells of a row to which something is pinned."""
    if mark not in element:
        return
    yield from (cell_name(row, column) for column, _, held in _held(element) if mark in held)


def _number(pattern: re.Pattern[bytes], tag: bytes) -> int:
    hit = pattern.search(tag) if b"-spanned" in tag else None
    return max(1, int(hit[1][:7])) if hit else 1


def _repeated(pattern: re.Pattern[bytes], tag: bytes) -> int:
    times = pattern.search(tag) if b"-repeated" in tag else None
    return int(times[1][:9]) if times else 1
