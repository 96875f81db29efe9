"""Look through an Excel file before calamine does: its sheets' extent, errors, uncached formulas, names.

calamine allocates the whole rectangle around the filled cells, and gives `''` for errors and for formulas
without a result, so these are looked up here, by regular expressions over the bytes: many times as fast as an
XML parser in Python, and precise enough, since a file that fools them meets the child's limits.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final
from xml.etree import ElementTree as ET

from problems import Place
from problems.intake import (
    EmbeddedObjects,
    FarCellsLeftOut,
    LinksToOtherFiles,
    MacrosInside,
    TooManyCells,
)
from workbooks import annotations
from workbooks.escapes import unescaped
from workbooks.formats import telling_cells, telling_styles
from workbooks.links import LINK_LIMIT, linked_cells
from workbooks.percents import percent_styles, with_percents
from workbooks.prescan import Package, RefusedError
from workbooks.scan import (
    CELL_LIMIT,
    FAR_COLUMN,
    FAR_ROW,
    LAST_COLUMN,
    LAST_ROW,
    MERGED_LIMIT,
    NAMED_FAR_CELLS,
    UNKNOWN_ERROR,
    Scan,
    document_properties,
)
from workbooks.struck import struck_cells, struck_styles, struck_texts
from workbooks.walk import REFERENCE, Places

_ROOT: Final = re.compile(rb"<([A-Za-z_][\w.-]*:)?worksheet[\s>]")
_PLAIN_REFERENCE: Final = re.compile(rb' r="([A-Z]*)([0-9]+)"')
_ANY_REFERENCE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
_DIGITS: Final = 9
"""More than any row has, and few enough for calamine, which counts modulo 2**32."""

_KNOWN_ERRORS: Final = frozenset({b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!"})
"""The errors that calamine can read; Excel has had others since."""
_MERGED: Final = re.compile(
    rb"""mergeCell\s[^<>]*?ref\s*=\s*["'](\$?[A-Z]{1,3}\$?([0-9]{1,7}):\$?[A-Z]{1,3}\$?([0-9]{1,7}))["']"""
)
_TEXT_OR_ERROR: Final = re.compile(rb"""\st\s*=\s*["'](?:str|e)["']""")


_LOOKS: Final = ("styles", "sharedStrings")


class _Patterns:
    """Regular expressions for a sheet whose elements have this prefix; each starts literally, for speed."""

    def __init__(self, prefix: bytes) -> None:
        p = re.escape(prefix)
        self.open = b"<" + prefix + b"c"
        self.error = re.compile(rb"""<%bc(\s(?:[^<>]*\s)?t\s*=\s*["']e["'][^<>]*)>""" % p)
        self.formula = re.compile(
            rb"<%bf(?:\s[^<>]*)?(?:/>|>[^<]*(?:<(?!/%bf)[^<]*)*</%bf\s*>)\s*(<%bv(?:\s[^<>]*)?>([^<]*))?"
            % (p, p, p, p)
        )
        self.value = re.compile(rb"<%bv(?:\s[^<>]*)?>([^<]+)|<%bt(?:\s[^<>]*)?>" % (p, p))
        self.end = re.compile(rb"</%bc\s*>" % p)
        self.cell = re.compile(rb"<%bc(?=\s)([^<>]*[^/<>])>(.*?)</%bc\s*>" % (p, p), re.DOTALL)
        self.tag = re.compile(rb"<%bc(\s[^<>]*)>" % p)
        self.shared = b't="s"><' + prefix + b"v>"
        self.bad_shared = re.compile(re.escape(self.shared) + rb"(?:[0-9]*[^0-9<]|[0-9]{10})")
        self.any_shared = re.compile(rb"""<%bc\s(?:[^<>]*\s)?t\s*=\s*["']s["'][^<>]*>\s*""" % p)
        self.no_text = re.compile(rb"<%bv(?:\s[^<>]*)?>(?![0-9]{1,9}<)(?!<)" % p)


_patterns = cache(_Patterns)


def scan(package: Package) -> Scan:
    """Collect what calamine needs and what it does not tell. Raises ParseError, and as `Package.part`."""
    found = Scan("xlsx")
    _remarks(package, found)
    found.need(package, "_rels/.rels")
    book = ET.fromstring(found.need(package, "xl/workbook.xml"))  # noqa: S314  # expat, and no document type
    targets = _targets(found.need(package, "xl/_rels/workbook.xml.rels"))
    _names(book, found)
    found.properties = document_properties(package.part("docProps/core.xml"))
    parts = {kind: found.want(package, path) or b"" for kind, path in targets.values() if kind in _LOOKS}
    styles, shared = (parts.get(kind, b"") for kind in _LOOKS)
    percents, struck, telling = percent_styles(styles), struck_styles(styles), telling_styles(styles)
    texts = struck_texts(shared, struck)
    for kind, target in targets.values():
        if kind == "sharedStrings" and shared:
            found.parts[package.entries[target.lower()].filename] = unescaped(shared)
    for sheet in book.iterfind("{*}sheets/{*}sheet"):
        reference = next((value for key, value in sheet.items() if key.endswith("}id")), "")
        kind, target = targets.get(reference, ("", ""))
        if kind == "worksheet":
            content = found.need(package, target)
            name = sheet.get("name", "")
            read = _sheet(content, name, found)
            found.struck.extend((name, cell, stands) for cell, stands in struck_cells(read, struck, texts))
            found.problems.extend(annotations.of_excel(package, target, name))
            found.links.extend(_links(read, name, package, target))
            found.shown.extend((name, cell, each.shows) for cell, each in telling_cells(read, telling))
            found.parts[package.entries[target.lower()].filename] = with_percents(unescaped(read), percents)
    return found


def _links(content: bytes, name: str, package: Package, part: str) -> Iterator[tuple[str, str, str]]:
    """Yield where the words of a sheet's cells lead; what a sheet refers to stands in a part of its own."""
    if b"hyperlink" in content or b"HYPERLINK(" in content:
        folder, _, file = part.rpartition("/")
        linked = linked_cells(content, package.part(f"{folder}/_rels/{file}.rels"))
        yield from ((name, cell, address) for cell, address in islice(linked, LINK_LIMIT))


def _remarks(package: Package, found: Scan) -> None:
    names = list(package.entries)
    if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in names):
        found.problems.append(MacrosInside())
    if any(name.startswith(("xl/externallinks/", "xl/connections.xml")) for name in names):
        found.problems.append(LinksToOtherFiles())
    if any(name.startswith(("xl/embeddings/", "xl/activex/", "xl/webextensions/")) for name in names):
        found.problems.append(EmbeddedObjects())


def _targets(links: bytes) -> dict[str, tuple[str, str]]:
    """Map a relationship's id to the last word of its type and the part it leads to."""
    targets = {}
    for link in ET.fromstring(links):  # noqa: S314  # expat, and no document type
        path = link.get("Target", "")
        path = path.lstrip("/") if path.startswith("/") else posixpath.normpath(f"xl/{path}")
        targets[link.get("Id", "")] = (link.get("Type", "").rpartition("/")[2], path)
    return targets


def _names(book: ET.Element, found: Scan) -> None:
    """Collect defined names; one for the whole file goes before one of a single sheet."""
    for name in book.find("{*}definedNames") or ():
        key = name.get("name", "")
        if not key.startswith("_xlnm.") and (key not in found.names or "localSheetId" not in name.attrib):
            found.names[key] = (name.text or "").strip()


def _sheet(content: bytes, name: str, found: Scan) -> bytes:
    """Scan one sheet and return what calamine may read of it."""
    root = _ROOT.search(content, 0, 4096)
    if root is None:
        raise ValueError("no worksheet")
    patterns = _patterns(root[1] or b"")
    cells = content.count(patterns.open)
    found.stored += cells
    if found.stored > CELL_LIMIT:
        raise RefusedError(TooManyCells(place=Place(sheet=name), count=found.stored, limit=CELL_LIMIT))
    _texts_exist(content, patterns)
    if b">NaN<" in content:
        found.errors.extend(_no_numbers(content, name, patterns))
    if b'"e"' in content or b"'e'" in content:
        errors = list(_errors(content, patterns))
        found.errors += [(name, cell, code) for cell, code, _ in errors]
        content = _with_known_errors(content, [span for *_, span in errors])
    found.uncached.extend(_uncached(content, name, patterns))
    if b"mergeCell" in content:
        areas = (hit[1].decode() for hit in _MERGED.finditer(content) if hit[2] != hit[3])
        found.merged.extend((name, area) for area in islice(areas, MERGED_LIMIT - len(found.merged)))
    references = _PLAIN_REFERENCE.findall(content)
    different = set(references)
    if len(different) < len(references):
        _each_once(content, patterns)
    if len(references) < cells:  # an unusual writer, or <col> and other elements counted as cells
        different = set(_ANY_REFERENCE.findall(content))
    return content if _area(different) <= CELL_LIMIT else _near(content, name, patterns, found)


def _each_once(content: bytes, patterns: _Patterns) -> None:
    """Hold that no cell stands in a sheet twice: which of the two would count?"""
    tags = (REFERENCE.search(tag[1]) for tag in patterns.tag.finditer(content))
    found = [reference[1] for reference in tags if reference]
    if len(set(found)) < len(found):
        raise ValueError("a cell twice")


def _area(references: Collection[tuple[bytes, bytes]]) -> int:
    """Return the size of the rectangle around references: (D, 17) for a cell, ('', 17) for a row."""
    every_letters, every_row = {letters for letters, _ in references}, {row for _, row in references}
    if max(map(len, every_letters), default=0) > len("XFD") or max(map(len, every_row), default=0) > _DIGITS:
        raise ValueError("no such cell")
    rows, columns = list(map(int, every_row)), [_column(letters) for letters in every_letters if letters]
    if max(rows, default=1) > LAST_ROW or max(columns, default=1) > LAST_COLUMN:
        raise ValueError("no such cell")
    if not columns:
        return 0
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - 64
    return column


def _near(content: bytes, name: str, patterns: _Patterns, found: Scan) -> bytes:
    """Leave out the cells far from the form, if the filled ones really span a rectangle over the limit."""
    filled: list[tuple[bytes, bytes]] = []
    far: list[str] = []

    def keep(cell: re.Match[bytes]) -> bytes:
        reference = _ANY_REFERENCE.search(cell[1])
        if reference is None or not patterns.value.search(cell[2]):
            return cell[0]
        filled.append((reference[1], reference[2]))
        if int(reference[2]) <= FAR_ROW and _column(reference[1]) <= FAR_COLUMN:
            return cell[0]
        far.append((reference[1] + reference[2]).decode())
        return b""

    near = patterns.cell.sub(keep, content)
    if _area(filled) <= CELL_LIMIT:
        return content
    named = (*far[:NAMED_FAR_CELLS], "…") if len(far) > NAMED_FAR_CELLS else tuple(far)
    found.problems.append(FarCellsLeftOut(place=Place(sheet=name, cell=far[0]), count=len(far), cells=named))
    return near


def _texts_exist(content: bytes, patterns: _Patterns) -> None:
    """Hold that shared texts are named by plain numbers: calamine takes the first one for any other word."""
    plain = content.count(patterns.shared) == content.count(b'"s"') + content.count(b"'s'")
    if plain and not patterns.bad_shared.search(content):
        return
    for cell in patterns.any_shared.finditer(content):
        if patterns.no_text.match(content, cell.end()):
            raise ValueError("a shared text without number")


def _no_numbers(content: bytes, name: str, patterns: _Patterns) -> Iterator[tuple[str, str, str]]:
    """Note the numbers that are none: as dates they would be days of 1899."""
    places = Places(content)
    for cell in patterns.cell.finditer(content):
        if b"v>NaN<" not in cell[2] or _TEXT_OR_ERROR.search(cell[1]):
            continue  # a text
        if place := places.name(cell.start(), cell[1]):
            yield name, place, "#NUM!"


def _errors(content: bytes, patterns: _Patterns) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield the cell of each error, its code, and where in the sheet that stands."""
    places = Places(content)
    for tag in patterns.error.finditer(content):
        if place := places.name(tag.start(), tag[1]):
            alone = content[tag.end() - 2] == ord("/")
            end = tag if alone else patterns.end.search(content, tag.end())
            value = patterns.value.search(content, tag.end(), end.start() if end else len(content))
            code = value[1].decode("utf-8", "replace") if value and value[1] else UNKNOWN_ERROR
            yield place, code, value.span(1) if value else (0, 0)


def _with_known_errors(content: bytes, spans: Sequence[tuple[int, int]]) -> bytes:
    """Write an error that calamine knows for each one that it does not: it would give up the whole file."""
    chunks, at = [], 0
    for start, end in spans:
        if end > start >= at and content[start:end] not in _KNOWN_ERRORS:
            chunks += [content[at:start], b"#N/A"]
            at = end
    return b"".join((*chunks, content[at:])) if chunks else content


def _uncached(content: bytes, name: str, patterns: _Patterns) -> Iterator[tuple[str, str]]:
    places = Places(content)
    for formula in patterns.formula.finditer(content):
        if formula[2]:
            continue
        start = content.rfind(patterns.open, 0, formula.start())
        tag = content[start : content.find(b">", start)]
        if formula[1] is not None and _TEXT_OR_ERROR.search(tag):
            continue  # the result is a text of no letters, or an error, which is reported as such
        if place := places.name(start, tag):
            yield name, place
