"""The bullets and numbers of lists in a Word document: Word shows them, but they are no part of the text."""

from collections import defaultdict
from typing import Final
from xml.etree import ElementTree as ET

BULLET: Final = "• "
_LEVELS: Final = 9
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Lists:
    """Numbers list paragraphs in their order."""

    def __init__(self, numbering: bytes | None, styles: bytes | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}  # list → level → format, text, start
        self._of_style: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)
        if numbering:
            self._learn(ET.fromstring(numbering))  # noqa: S314  # expat, and no document type
        if styles and self._levels:
            for style in ET.fromstring(styles).iterfind("{*}style"):  # noqa: S314
                number = style.find("{*}pPr/{*}numPr/{*}numId")
                if number is not None:
                    level = style.find("{*}pPr/{*}numPr/{*}ilvl")
                    self._of_style[_value(style, "styleId")] = (_value(number), _whole(level))

    def _learn(self, root: ET.Element) -> None:
        abstract = {
            _value(each, "abstractNumId"): {
                _whole(level, "ilvl"): (
                    _value(level.find("{*}numFmt")),
                    _value(level.find("{*}lvlText")),
                    _whole(level.find("{*}start")),
                )
                for level in each.iterfind("{*}lvl")
            }
            for each in root.iterfind("{*}abstractNum")
        }
        for each in root.iterfind("{*}num"):
            name = _value(each.find("{*}abstractNumId"))
            self._levels[_value(each, "numId")] = abstract.get(name, {})

    def prefix(self, style: str, number: str, level: int) -> str:
        """Return what Word shows before a paragraph, with a space after it; empty outside of lists."""
        if not number:
            number, level = self._of_style.get(style, ("", 0))
        levels = self._levels.get(number, {})
        if level not in levels or not 0 <= level < _LEVELS:
            return ""
        kind, text, _ = levels[level]
        if kind == "bullet":
            return BULLET
        if kind in ("", "none"):
            return ""
        counts = self._counts[number]
        counts[level] = counts[level] + 1 if counts[level] else max(1, levels[level][2])
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        for place in range(level + 1):
            shown = _figure(counts[place] or 1, levels.get(place, ("decimal", "", 1))[0])
            text = text.replace(f"%{place + 1}", shown)
        return f"{text} "


def _figure(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if kind == "upperLetter" else letters
    if kind in ("lowerRoman", "upperRoman") and number < 40:  # noqa: PLR2004  # no list of ours is longer
        roman, rest = "", number
        for worth, letters in _ROMAN:
            while rest >= worth:
                roman, rest = roman + letters, rest - worth
        return roman.upper() if kind == "upperRoman" else roman
    return str(number)


def _value(element: ET.Element | None, name: str = "val") -> str:
    if element is None:
        return ""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _whole(element: ET.Element | None, name: str = "val") -> int:
    value = _value(element, name)
    return int(value) if value.isdecimal() and len(value) < 6 else 0  # noqa: PLR2004
