"""The rows of a text document's table as they were meant: cells under each other, added rows numbered."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_WIDE: Final = 3
"""So many cells at least has a row that shows where the columns of its table stand."""

_HEAD: Final = re.compile(r"\s*(\S+)#\s*")
_NUMBERED: Final = re.compile(r"\s*(\S+)#(\d{1,4})\s*")

Row = tuple[str | None, ...]
"""The texts of a table's row."""


def aligned(rows: list[Row], begins: Sequence[tuple[int, ...]]) -> list[Row]:
    """Put the cells of rows under each other in which none is merged: borders of some were dragged.

    Where several rows have as many cells, and no row has more, there is nothing else that they may be.
    """
    most = max((count for count, rows in Counter(map(len, begins)).items() if rows > 1), default=0)
    whole = Counter(each for each in begins if len(each) == most)
    usual = whole.most_common(1)[0][0] if most >= _WIDE else ()
    found = list(rows)
    for down, begun in enumerate(begins):
        if usual and len(begun) == most and begun != usual:
            held = dict(enumerate(rows[down], 1))
            cells = {own: held.get(place) for own, place in zip(usual, begun, strict=True)}
            found[down] = tuple(cells.get(column) for column in range(1, max(usual) + 1))
    return found


def with_numbers(rows: list[Row]) -> list[Row]:
    """Number the rows that somebody added to a table of rows: they have no code, and Word gives them none.

    Only where the table has one head with a code, below it.
    """
    codes = [(row[0] or "") if row else "" for row in rows]
    heads = [(place, hit[1]) for place, code in enumerate(codes) if (hit := _HEAD.fullmatch(code))]
    if len(heads) != 1:
        return rows
    ((head, item),) = heads
    taken = [int(hit[2]) for code in codes if (hit := _NUMBERED.fullmatch(code)) and hit[1] == item]
    following, numbered = max(taken, default=0), list(rows)
    for place in range(head + 1, len(rows)):
        if not codes[place].strip() and any(rows[place]):
            following += 1
            numbered[place] = (f"{item}#{following}", *rows[place][1:])
    return numbered
