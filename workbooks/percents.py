"""Percentages in Excel files: a cell that shows 12 % holds 0.12, and what a person wrote is what it shows."""

import re
from collections.abc import Collection
from decimal import Decimal
from math import isfinite
from typing import Final
from xml.etree import ElementTree as ET

_BUILT_IN: Final = frozenset({"9", "10"})
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CELL: Final = re.compile(
    rb"<((?:[A-Za-z_][\w.-]*:)?)c(\s[^<>]*)>((?:<\1f(?:\s[^<>]*)?(?:/>|>[^<]*</\1f\s*>))?)<\1v>([^<]*)</\1v\s*>"
)
_STYLE: Final = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
_TYPE: Final = re.compile(rb"""\st\s*=\s*["']([a-zA-Z]+)["']""")


def percent_styles(styles: bytes) -> frozenset[bytes]:
    """Return the numbers of the cell styles that show a percentage. Raises ParseError."""
    if not re.search(rb"""%|numFmtId\s*=\s*["'](?:9|10)["']""", styles):
        return frozenset()
    root = ET.fromstring(styles)  # noqa: S314  # expat, and no document type
    formats = {
        each.get("numFmtId", "")
        for each in root.iterfind("{*}numFmts/{*}numFmt")
        if "%" in _QUOTED.sub("", each.get("formatCode", ""))
    }
    kinds = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(b"%d" % n for n, each in kinds if each.get("numFmtId") in _BUILT_IN | formats)


def with_percents(sheet: bytes, styles: Collection[bytes]) -> bytes:
    """Write the percentages of a sheet as texts, such as `12%`, for readers that know no formats."""

    def written(cell: re.Match[bytes]) -> bytes:
        prefix, attributes, formula, value = cell.groups()
        style, kind = _STYLE.search(attributes), _TYPE.search(attributes)
        if style is None or style[1] not in styles or (kind and kind[1] != b"n"):
            return cell[0]
        try:
            number = float(value)
        except ValueError:
            return cell[0]
        if not isfinite(number):
            return cell[0]
        shown = f"{Decimal(f'{number * 100:.15g}'):f}%".encode()
        plain = _TYPE.sub(b"", attributes)
        return b'<%bc%b t="str">%b<%bv>%b</%bv>' % (prefix, plain, formula, prefix, shown, prefix)

    return _CELL.sub(written, sheet) if styles else sheet
