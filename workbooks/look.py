"""How the workbooks look: formats, and rows high enough for their text."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format

FONT: Final = "Calibri"
INK, GREY, ACCENT, TINT, LINE, BAND = "#1F2933", "#6B7280", "#1F4E79", "#FFF8E1", "#C9B98A", "#E8EEF4"
FLAG, ALERT = "#FCE4D6", "#9C3A00"
TEXT, SMALL, CODE, OPTION_CODE = 10, 9, 8, 7
"""Sizes of what stands beside and inside a question, in points."""

ROW_LIMIT: Final = 409.0
"""The greatest height of a row, in points."""

_NARROW: Final = frozenset("iljtfrI.,;:'’|!()[]{} -")
_BROAD: Final = frozenset("mwMW@%—")


class Formats:
    """The formats of one workbook, each made at its first use."""

    def __init__(self, book: Workbook, *, rtl: bool) -> None:
        self._book = book
        self._made: dict[str, Format] = {}
        self._rtl = rtl

    def __getitem__(self, name: str) -> Format:
        if name not in self._made:
            base = {"font_name": FONT, "font_size": TEXT, "font_color": INK, "valign": "top"}
            start, end = ("right", "left") if self._rtl else ("left", "right")
            side = {"align": start, "reading_order": 2 if self._rtl else 1}
            made = {**base, **side, **_ALL[name]}
            if made["align"] == "end":
                made["align"] = end
            self._made[name] = self._book.add_format(made)
        return self._made[name]


_INPUT: Final[dict[str, Any]] = {
    "bg_color": TINT,
    "border": 1,
    "border_color": LINE,
    "locked": False,
    "text_wrap": True,
}

_RULE: Final[dict[str, Any]] = {"top": 7, "top_color": LINE}
"""A fine line above each question, so that the eye keeps its row."""

STYLES: Final[dict[str, dict[str, Any]]] = {
    "title": {"font_size": 18, "bold": True, "font_color": ACCENT, "text_wrap": True},
    "subtitle": {"font_size": 12, "font_color": GREY, "text_wrap": True},
    "lead": {"font_size": 12, "text_wrap": True},
    "label": {"bold": True, "font_color": ACCENT, "text_wrap": True, "font_size": 11},
    "body": {"text_wrap": True, "font_size": 11},
    "progress": {"bold": True, "font_size": 13, "bg_color": BAND, "valign": "vcenter", "indent": 1},
    "strong": {"text_wrap": True, "font_size": 11, "bold": True},
    "token": {"font_size": 11, "font_name": "Consolas"},
    "note": {"font_size": 9, "font_color": GREY, "text_wrap": True},
    "sheet-title": {"font_size": 14, "bold": True, "font_color": ACCENT, "valign": "vcenter"},
    "sheet-code": {"font_size": 8, "font_color": GREY, "valign": "vcenter", "align": "end"},
    "hint": {"font_size": 9, "font_color": GREY, "valign": "vcenter"},
    "header": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": ACCENT,
        "border": 1,
        "border_color": ACCENT,
        "text_wrap": True,
        "valign": "vcenter",
    },
    "instrument": {
        "bold": True,
        "font_size": 13,
        "font_color": "#FFFFFF",
        "bg_color": GREY,
        "valign": "vcenter",
    },
    "article": {
        "bold": True,
        "font_size": 12,
        "font_color": ACCENT,
        "bg_color": BAND,
        "valign": "vcenter",
        "text_wrap": True,
    },
    "about": {"italic": True, "font_color": GREY, "bg_color": BAND, "text_wrap": True},
    "code": {"font_size": CODE, "font_color": GREY, "text_wrap": True, **_RULE},
    "option-code": {"font_size": OPTION_CODE, "font_color": GREY, "text_wrap": True, "valign": "vcenter"},
    "unseen": {"font_size": OPTION_CODE, "font_color": GREY, "align": "fill"},
    "law-code": {"bold": True, "font_color": ACCENT, "font_size": 11, "valign": "vcenter"},
    "question": {"text_wrap": True, **_RULE},
    "follow-up": {"text_wrap": True, "indent": 2, **_RULE},
    "option": {"text_wrap": True, "indent": 4, "valign": "vcenter"},
    "listed": {},
    "answer": {**_INPUT, "bold": True},
    "tick": {**_INPUT, "bold": True, "align": "center", "valign": "vcenter"},
    "date": {**_INPUT, "bold": True, "num_format": "yyyy-mm-dd"},
    "number": {**_INPUT, "bold": True, "num_format": "General"},
    "typed": {**_INPUT, "num_format": "@"},
    "table-header": {"bold": True, "font_color": ACCENT, "text_wrap": True, "valign": "vcenter"},
}
"""The styles of cells. `unseen` is for hidden columns: what fills its cell never spills into the next one."""

_LOOK: Final[dict[str, Any]] = {"bg_color": FLAG, "border": 5, "border_color": ALERT}
"""A thick frame: what needs another look is told by more than its colour."""

MARKED: Final[dict[str, dict[str, Any]]] = {
    "look": {"bg_color": FLAG, "font_color": ALERT, "bold": True, "valign": "vcenter"},
    **{f"{name}-marked": {**STYLES[name], **_LOOK} for name in ("answer", "tick", "date", "number", "typed")},
    "notice": {"font_size": 11, "bg_color": FLAG, "text_wrap": True, "valign": "vcenter", "indent": 1},
    "question-marked": {**STYLES["question"], "bg_color": FLAG},
    "follow-up-marked": {**STYLES["follow-up"], "bg_color": FLAG},
}
"""The styles of what only a workbook with answers in place has."""

FONTS: Final[dict[str, dict[str, Any]]] = {
    "condition": {"font_size": SMALL, "italic": True, "font_color": ACCENT},
    "plain": {},
    "provision": {"font_size": SMALL, "font_color": ACCENT},
    "guidance": {"font_size": SMALL, "font_color": GREY},
    "remark": {"bold": True, "font_color": ALERT},
}
"""What stands inside the cell of a question."""

PALE: Final[dict[str, dict[str, Any]]] = {
    "dim": {"font_color": "#A3A9B2"},
    "dim-input": {"font_color": "#A3A9B2", "bg_color": "#F5F5F4"},
}
"""What does not apply."""

_ALL: Final = STYLES | MARKED | FONTS | PALE


@lru_cache(maxsize=8192)
def height(text: str, width: float, size: float = 10, least: int = 1) -> float:
    """Estimate the height in points of `text` wrapped in a column `width` digits wide at `size` points."""
    return stacked(((text, size),), width, least)


def stacked(parts: Iterable[tuple[str, float]], width: float, least: int = 1) -> float:
    """Estimate the height of texts of different sizes, one below the other."""
    tall = sum(max(least, _lines(text, width * 10.6 / size)) * size * 1.32 for text, size in parts if text)
    return min(ROW_LIMIT, round(tall + 4, 2))


@lru_cache(maxsize=4096)
def _lines(text: str, width: float) -> int:
    return sum(1 for paragraph in text.split("\n") for _ in _wrapped(paragraph, width))


def _wrapped(paragraph: str, width: float) -> Iterator[None]:
    """Yield once per line that a paragraph takes; a word too long for a line is broken."""
    used = 0.0
    for word in paragraph.split(" "):
        extent = _extent(word)
        if used and used + 0.5 + extent > width:
            yield
            used = 0.0
        used += extent + (0.5 if used else 0)
        while used > width:
            yield
            used -= width
    yield


@lru_cache(maxsize=8192)
def _extent(word: str) -> float:
    """Return the width of a word in digits of the column's font."""
    return sum(map(_letter_extent, word))


@lru_cache(maxsize=4096)
def _letter_extent(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 2.0
    if letter in _NARROW:
        return 0.55
    return 1.6 if letter in _BROAD else 1.25 if letter.isupper() else 1.0
