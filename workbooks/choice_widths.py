"""How wide the columns of a table of any texts should be, so that it fits a page across."""

from collections.abc import Sequence
from math import sqrt
from typing import Final

WIDEST, NARROWEST, ROOM = 40.0, 9.0, 100.0
"""Widths of columns: the most and the least of one, and of all of them together if that can be."""

LONGEST_WORD: Final = 24.0
"""A word wider than this is broken; others never are."""


def fitting_widths(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the width of each column. Raises ValueError if a row has not as many texts as the header."""
    if wrong := next((row for row in rows if len(row) != len(headers)), None):
        raise ValueError(f"{wrong[0]!r} has {len(wrong)} cells under {len(headers)} headers")
    columns = [(header, *(row[at] for row in rows)) for at, header in enumerate(headers)]
    least = [_least(texts) for texts in columns]
    wanted = [max(low, _wanted(texts)) for low, texts in zip(least, columns, strict=True)]
    spare, broad = sum(wanted) - ROOM, sum(wanted) - sum(least)
    share = min(1.0, spare / broad) if spare > 0 and broad else 0.0
    return [round(width - (width - low) * share, 1) for low, width in zip(least, wanted, strict=True)]


def _least(texts: Sequence[str]) -> float:
    """Return the width at which no usual word is broken."""
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return min(LONGEST_WORD, max(NARROWEST, longest * 1.2 + 2))


def _wanted(texts: Sequence[str]) -> float:
    """Return the width at which a short text stands on a line, and a longer one is a block, not a thread."""
    longest = max(len(line) for text in texts[1:] or ("",) for line in text.split("\n"))
    block = min(longest * 1.15 + 2, 2.3 * sqrt(longest) + 4)
    return min(WIDEST, max(block, len(texts[0]) * 0.6 + 5))
