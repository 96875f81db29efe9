"""Numbers and days in OpenDocument cells that show something else than they are.

What is shown stands beside the value: only what says more than a number, or less than a day, is minded.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Final

from workbooks.contents import Value, text

_KIND: Final = re.compile(rb"""office:value-type\s*=\s*["'](?:float|currency|date)["']""")
_SAME: Final = re.compile(
    rb"""office:(?:date-)?value="([^"<]*)"[^<>]*><text:p>(?!\1</text:p></table:table-cell>)"""
)
_PARAGRAPH: Final = re.compile(rb"<text:p(?:\s[^<>]*)?>(.*?)</text:p>", re.DOTALL)
_SPACE: Final = re.compile(rb"<text:s(?:\s[^<>]*)?/>")
_TAG: Final = re.compile(rb"<[^<>]*>")
_PLAIN: Final = re.compile(r"-?(\d+)(?:[.,](\d+))?")
_POWER: Final = re.compile(r"[-+]?\d+(?:[.,]\d+)?E[-+]?\d+")
_LEAST_LETTERS: Final = 3
"""So many letters at least name a month."""


def telling(row: bytes) -> bool:
    """Tell quickly whether a row may hold a number or a day that shows something else."""
    return b'value="' in row and _SAME.search(row) is not None


def words_of(tag: bytes, held: bytes) -> str:
    """Return what a cell with a number or a day shows, by its attributes and by what it holds."""
    paragraph = _PARAGRAPH.search(held) if _KIND.search(tag) else None
    if paragraph is None:
        return ""
    return unescape(_TAG.sub(b"", _SPACE.sub(b" ", paragraph[1])).decode("utf-8", "replace")).strip()


def shown(words: str, value: Value) -> str:
    """Return the words shown, where they say more than the cell's number, or less than its day."""
    if isinstance(value, date):
        return words if _in_part(words, value) else ""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or words == text(value):
        return ""
    if figures := _PLAIN.fullmatch(words):
        whole, parts = figures[1], figures[2] or ""
        same = Decimal(f"{whole}.{parts or 0}") == abs(Decimal(text(value)))
        return words if same and (whole != str(int(whole)) or parts.endswith("0")) else ""
    letters = any(map(_tells, words)) and not _POWER.fullmatch(words)
    return words if letters and any(map(str.isdecimal, words)) else ""


def _tells(letter: str) -> bool:
    return letter.isalpha() or letter in "%‰°" or unicodedata.category(letter) == "Sc"


def _in_part(words: str, day: date) -> bool:
    """Tell whether the day, the month or the year is not among the words."""
    numbers = [int(figures) for figures in re.findall(r"\d+", words)]
    if day.day not in numbers:
        return bool(numbers)
    numbers.remove(day.day)
    named = re.search(rf"[^\W\d_]{{{_LEAST_LETTERS},}}", words)
    if day.month in numbers:
        numbers.remove(day.month)
    elif not named:
        return True
    return not numbers
