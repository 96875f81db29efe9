"""Whether the rows of a table bear its own codes: the heads of its columns and its title tell."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from workbooks.columns import Hits
from workbooks.contents import Sheet
from workbooks.index import Index
from workbooks.values import is_blank

_LEAST: Final = 2
"""So many heads of a table's columns make its header, whatever code the row has; one where it has no more."""


def headers(sheet: Sheet, index: Index) -> dict[int, frozenset[str]]:
    """Return the rows that hold the heads of our tables, with the tables whose heads they are."""
    found: dict[int, frozenset[str]] = {}
    above: frozenset[str] = frozenset()
    for row, values in enumerate(sheet.rows, sheet.first_row):
        texts = [value for value in values if type(value) is str]
        seen = Counter(item for item, _ in {pair for text in texts for pair in index.heads(text)})
        wanted = {item: len(index.items[item].columns) for item in seen}
        whole = {item for item in seen if seen[item] == wanted[item]}
        tables = whole or {item for item in seen if seen[item] >= min(_LEAST, wanted[item])}
        most = max((seen[item] for item in tables), default=0)
        tables = {item for item in tables if seen[item] == most}
        if tables:
            found[row] = frozenset(tables & above or tables)
        above = frozenset(each for text in texts for each in index.worded(text)) if texts else frozenset()
    return found


def in_doubt(
    sheet: Sheet, main: int, hits: Hits, heads: Mapping[int, frozenset[str]], index: Index
) -> dict[str, int]:
    """Return the tables whose rows bear the codes of others, each with the row of the header concerned."""
    found: dict[str, int] = {}
    for head, end, tables in _spans(sheet, hits, heads, index):
        codes = [(row, code) for row, code in hits if head <= row < end]
        items = {index.item_of(code) for _, code in codes}
        own = all(code.endswith("#") == (row == head) for row, code in codes)
        if not codes or (own and len(items) == 1 and items <= tables):
            continue
        if _filled(sheet, main, range(head + 1, end)):
            for item in sorted(items | (tables if len(tables) == 1 else frozenset())):
                found.setdefault(item, head)
    return found


def _spans(
    sheet: Sheet, hits: Hits, heads: Mapping[int, frozenset[str]], index: Index
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield each table's first row, the row after its last, and which tables it may be by its header."""
    tops = {row: frozenset({index.item_of(code)}) for row, code in hits if code.endswith("#")}
    tops.update(heads)
    for head, end in pairwise([*sorted(tops), sheet.first_row + len(sheet.rows)]):
        yield head, end, tops[head]


def _filled(sheet: Sheet, main: int, rows: Iterable[int]) -> bool:
    """Tell whether some rows hold something beside the column of codes."""
    right = range(sheet.first_column, sheet.first_column + max(map(len, sheet.rows), default=0))
    return any(not is_blank(sheet.at(row, column)) for row in rows for column in right if column != main)
