"""Number formats of Excel files that show what the number is not: `00123`, `12 €`, `March 2024`.

Only what a format adds is minded: zeros, letters and signs around a number, and the parts of a day that it
leaves out. How a number is grouped or rounded is nobody's words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import unescape
from math import isfinite
from typing import Final
from xml.etree import ElementTree as ET

from workbooks.contents import Value, number_of, text
from workbooks.walk import tags

_BUILT_IN: Final = {"2": "0.00", "4": "#,##0.00", "16": "d-mmm", "17": "mmm-yy"}
_LIKELY: Final = re.compile(rb"""numFmtId\s*=\s*["'](?:2|4|16|17)["']""")
_CODE: Final = re.compile(rb"""formatCode\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_STYLE: Final = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
_SECTION: Final = re.compile(r'((?:"[^"]*"|\\.|[^";\\])*)(?:;|$)')
_TOKEN: Final = re.compile(
    r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[([hms]+)\]|\[[A-Za-z]+[0-9]*\]|(.)', re.DOTALL
)
_CLOCK: Final = re.compile(r"(?i)am/pm|a/p")
_PLACES: Final = frozenset("0#?")
_SIGNS: Final = frozenset(" -+()'\u00a0\u202f")
"""What shows no more than how a number is written."""

_LONGEST: Final = 255
"""No program takes a longer format."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How a format shows numbers of one sign: what stands around them, and how many figures at least."""

    before: str
    after: str
    whole: int
    parts: int

    def show(self, value: float) -> str:
        whole, point, parts = f"{abs(number_of(value)):f}".partition(".")
        parts = parts.ljust(self.parts, "0")
        return f"{self.before}{whole.zfill(self.whole)}{'.' if parts else point}{parts}{self.after}".strip()


@dataclass(frozen=True, slots=True)
class Format:
    """What a format shows of numbers, by their sign, and which parts of a day."""

    figures: tuple[Figures, ...] = ()
    """Of numbers from zero up, and of those below, where these have their own."""
    zero: bool = True
    """Whether zero is shown as other numbers are."""
    day: str = ""
    """The letters of the parts of a day that are shown, some of `ymd`."""

    def shows(self, value: Value) -> str:
        """Return what a cell shows, where that says more than its number, or less than its day."""
        if isinstance(value, date):
            return _part(value, self.day) if self.day else ""
        if not self.figures or isinstance(value, bool) or not isinstance(value, (int, float)):
            return ""
        if not isfinite(value) or (value == 0 and not self.zero):
            return ""
        sign = "-" if value < 0 and len(self.figures) == 1 else ""
        shown = sign + self.figures[-1 if value < 0 else 0].show(value)
        return "" if shown == text(value) else shown


def _part(day: date, letters: str) -> str:
    """Return the parts of a day, from the year on: `2024-03`, `…-10-05`."""
    parts = (f"{day:%Y}" if "y" in letters else "…", f"{day:%m}", f"{day:%d}")
    return "-".join(parts[: 3 if "d" in letters else 2 if "m" in letters else 1])


def telling_styles(styles: bytes) -> Mapping[bytes, Format]:
    """Return the cell styles, by number, that show more, or less, than is stored. Raises ParseError."""
    codes = (
        unescape((code[1] or code[2] or b"").decode("utf-8", "replace")) for code in _CODE.finditer(styles)
    )
    if not any(map(format_of, codes)) and not _LIKELY.search(styles):
        return {}
    root = ET.fromstring(styles)  # noqa: S314  # expat, and no document type
    own = {
        each.get("numFmtId", ""): each.get("formatCode", "") for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    known = {number: format_of(code) for number, code in (_BUILT_IN | own).items()}
    kinds = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    found = ((b"%d" % n, known.get(each.get("numFmtId", ""))) for n, each in kinds)
    return {number: each for number, each in found if each}


def telling_cells(sheet: bytes, styles: Mapping[bytes, Format]) -> Iterator[tuple[str, Format]]:
    """Yield the cells of a sheet that have such a style."""
    if styles and re.search(rb"""\ss\s*=\s*["'](?:%b)["']""" % b"|".join(styles), sheet):
        for name, tag in tags(sheet):
            style = _STYLE.search(tag[2])
            if style and style[1] in styles:
                yield name, styles[style[1]]


@lru_cache(maxsize=1024)
def format_of(code: str) -> Format | None:
    """Return what a format shows that its number is not; None where that is nothing, or too intricate."""
    if len(code) > _LONGEST:
        return None
    first, *others = (list(_tokens(each)) for each in _SECTION.findall(code)[:-1] or [code])
    if letters := _day(first):
        return None if letters == "ymd" else Format(day=letters)
    figures = [_figures(each) for each in (first, *others[:1])]
    whole = tuple(each for each in figures if each)
    telling = len(whole) == len(figures) and any(map(_tells, whole))
    return Format(figures=whole, zero=len(others) < 2) if telling else None  # noqa: PLR2004


def _tokens(section: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a format: its own letters with a name, what it shows as it is without."""
    for token in _TOKEN.finditer(_CLOCK.sub("h", section)):
        quoted, escaped, currency, time, letter = token.groups()
        if letter and (letter.isascii() and letter not in "$-+/(): !^&'~{}<>="):
            yield letter.casefold(), letter
        elif time:
            yield "h", time
        else:
            yield "", quoted or escaped or currency or letter or ""


def _day(tokens: list[tuple[str, str]]) -> str:
    """Return which parts of a day a format shows, some of `ymd`; none for a time, and for what is no day."""
    names = "".join(name or " " for name, _ in tokens)
    if set(names) - set(" ymdhsbge.,0") or ("0" in names and "s" not in names):
        return ""
    runs = set(re.findall(r"([a-z])\1*", names))
    day = "d" if re.search(r"(?<!d)d{1,2}(?!d)", names) else ""
    year = "y" if runs & set("ybge") else ""
    month = "m" if "m" in runs and (day or year or not runs & set("hs")) else ""
    return f"{year}{month}{day}"


def _figures(tokens: list[tuple[str, str]]) -> Figures | None:
    """Return how a section shows numbers; None for what is more than figures between letters."""
    places = [at for at, (name, _) in enumerate(tokens) if name in _PLACES]
    if not places:
        return None
    first, last = places[0], places[-1] + 1
    names = "".join(name or letter for name, letter in tokens[first:last])
    shape = re.fullmatch(r"([0#?, \u00a0]+)(?:\.([0#?]*))?", names)
    around = [*tokens[:first], *tokens[last:]]
    if shape is None or any(name for name, _ in around):
        return None
    before, after = ("".join(letter for _, letter in part) for part in (tokens[:first], tokens[last:]))
    return Figures(before.lstrip(), after.rstrip(), shape[1].count("0"), (shape[2] or "").count("0"))


def _tells(figures: Figures) -> bool:
    around = set(figures.before + figures.after)
    return bool(around - _SIGNS) or figures.whole > 1 or figures.parts > 0
