"""How a decision workbook looks, in the colours of the stakeholders' workbooks."""

from collections.abc import Mapping
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from workbooks.look import ACCENT, BAND, FONT, GREY, INK, LINE, TINT

WARN: Final = "#9B1C1C"

TINTED: Final[dict[str, Any]] = {
    "bg_color": TINT,
    "border": 1,
    "border_color": LINE,
    "locked": False,
    "text_wrap": True,
}
SAID: Final[dict[str, Any]] = {"text_wrap": True, "bottom": 4, "bottom_color": LINE}
MIDDLE: Final[dict[str, Any]] = {"valign": "vcenter"}

Styles = Mapping[str, Mapping[str, Any]]

STYLES: Final[Styles] = {
    "title": {"font_size": 18, "bold": True, "font_color": ACCENT, "text_wrap": True},
    "warning": {"font_size": 12, "bold": True, "font_color": WARN, "text_wrap": True},
    "sheet-title": {**MIDDLE, "font_size": 14, "bold": True, "font_color": ACCENT},
    "sheet-warning": {**MIDDLE, "bold": True, "font_color": WARN, "align": "right"},
    "label": {"font_size": 11, "bold": True, "font_color": ACCENT, "text_wrap": True},
    "body": {"font_size": 11, "text_wrap": True},
    "command": {**MIDDLE, "font_size": 11, "font_name": "Consolas", "bg_color": BAND, "indent": 1},
    "progress": {**MIDDLE, "font_size": 13, "bold": True, "bg_color": BAND, "indent": 1, "align": "left"},
    "note": {"font_size": 9, "font_color": GREY, "text_wrap": True},
    "hint": {**MIDDLE, "font_color": ACCENT, "bold": True, "align": "right", "indent": 1, "text_wrap": True},
    "header": {**MIDDLE, "bold": True, "font_color": "#FFFFFF", "bg_color": ACCENT, "text_wrap": True},
    "article": {**MIDDLE, "font_size": 12, "bold": True, "font_color": ACCENT, "bg_color": BAND},
    "question": {"text_wrap": True, "bottom": 1, "bottom_color": ACCENT},
    "code": {"font_size": 8, "font_color": GREY},
    "text": {"font_size": 11, "bold": True},
    "provision": {"font_size": 9, "font_color": ACCENT},
    "who": SAID,
    "value": {**SAID, "bold": True},
    "said": {**SAID, "quote_prefix": True},
    "past": {**SAID, "italic": True, "font_color": GREY, "quote_prefix": True},
    "decide": {"bold": True, "font_color": ACCENT, "text_wrap": True, "align": "right", "indent": 1},
    "decide-label": {"font_size": 8, "bold": True, "font_color": ACCENT, "valign": "bottom"},
    "decision": {**TINTED, "bold": True},
    "input": TINTED,
    "hidden": {"font_size": 8, "font_color": GREY},
    "whole": {"text_wrap": True, "quote_prefix": True},
}


class Formats:
    """The formats of one workbook of decisions or choices, each made at its first use."""

    def __init__(self, book: Workbook, *, rtl: bool, styles: Styles = STYLES) -> None:
        self._book = book
        self._styles = styles
        self._base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "top"}
        self._base["reading_order"] = 2 if rtl else 1
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        if name not in self._made:
            self._made[name] = self._book.add_format({**self._base, **self._styles[name]})
        return self._made[name]
