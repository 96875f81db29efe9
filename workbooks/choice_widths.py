"""How wide the columns of a table of any texts should be, so that it fits a page across."""

from collections.abc import Sequence
from math import sqrt
from typing import Final

WIDEST, NARROWEST, ROOM = 40.0, 9.0, 84.0
"""Widths of columns: the most and the least of one, and of all of them together if that can be."""

USUAL: Final = 14.0
"""No column is made narrower than this to spare room."""


def fitting_widths(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the width of each column. Raises ValueError if a row has not as many texts as the header."""
    if any(len(row) != len(headers) for row in rows):
        wrong = next(row for row in rows if len(row) != len(headers))
        raise ValueError(f"{wrong[0]!r} has {len(wrong)} cells under {len(headers)} headers")
    wanted = [_width(header, [row[at] for row in rows]) for at, header in enumerate(headers)]
    spare = sum(wanted) - max(ROOM, USUAL * len(wanted))
    broad = sum(max(0.0, width - USUAL) for width in wanted)
    share = min(1.0, spare / broad) if spare > 0 and broad else 0.0
    return [round(width - max(0.0, width - USUAL) * share, 1) for width in wanted]


def _width(header: str, texts: Sequence[str]) -> float:
    """Return a width at which the longest word fits and a longer text makes a block, not a thread."""
    word = max((len(word) for text in (header, *texts) for word in text.split()), default=0) * 1.15 + 2
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    block = min(longest * 1.1 + 2, 2.3 * sqrt(longest) + 4)
    return min(WIDEST, max(NARROWEST, min(word, 24.0), block, len(header) * 0.6 + 5))
