"""Find questions and options whose rows lost code and name: by their words, and by what stands around them.

Words that several questions share say which one only where the rows still stand in the order in which they
were sent: then one of them lies between its neighbours, or none does, and nothing is read.
"""

from collections.abc import Iterator, Mapping, Set
from itertools import pairwise

from workbooks.contents import Contents, Sheet
from workbooks.found import Found, Row
from workbooks.index import Index
from workbooks.values import folded, is_blank

_IN_ORDER = 0.9
"""So much of a sheet's rows must follow each other as they were sent."""


def by_wording(contents: Contents, index: Index, found: Found) -> None:
    """Add the rows that nothing but their words tells."""
    for sheet in contents.sheets:
        columns = found.questions.get(sheet.name, {})
        if "question" not in columns or sheet.name in found.lost:
            continue
        open_rows = dict(_worded(sheet, columns, index, found))
        for row, meant in open_rows.items():
            if len(meant) == 1 and not meant & taken(found):
                found.add(Row(min(meant), sheet, row, columns, "text"))
        there = _there(sheet, index, found)
        if not _in_order(there, index):
            continue
        if open_rows:
            _between(sheet, columns, index, found, open_rows, there)
            there = dict(sorted(there.items()))
        _options(sheet, columns, index, found, there)


def taken(found: Found) -> Set[str]:
    """Return the codes that no further row can have: those found, and the items of which nothing is taken."""
    return found.rows.keys() | found.doubts.keys()


def _worded(
    sheet: Sheet, columns: Mapping[str, int], index: Index, found: Found
) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the rows that are nobody's yet, with the questions that their words may be."""
    for row in range(sheet.first_row, sheet.first_row + len(sheet.rows)):
        if (sheet.name, row) not in found.claimed and (
            meant := index.worded(sheet.at(row, columns["question"]))
        ):
            yield row, meant


def _there(sheet: Sheet, index: Index, found: Found) -> dict[int, str]:
    """Return the questions whose rows are known, by row, from the top."""
    rows = ((row.row, row.code) for (name, _), row in found.claimed.items() if name == sheet.name)
    return dict(sorted((row, code) for row, code in rows if code in index.items))


def _in_order(there: Mapping[int, str], index: Index) -> bool:
    steps = [index.order[one] < index.order[two] for one, two in pairwise(there.values())]
    return sum(steps) >= _IN_ORDER * len(steps)


def _between(  # noqa: PLR0917
    sheet: Sheet,
    columns: Mapping[str, int],
    index: Index,
    found: Found,
    open_rows: Mapping[int, frozenset[str]],
    there: dict[int, str],
) -> None:
    """Add the rows whose words several questions share, where one alone fits between those around it."""
    for row, meant in open_rows.items():
        if (sheet.name, row) in found.claimed:
            continue
        above = max((known for known in there if known < row), default=0)
        below = min((known for known in there if known > row), default=0)
        around = [there[known] for known in (above, below) if known]
        fitting = [
            code
            for code in meant - taken(found)
            if any(index.section[code] == index.section[other] for other in around)
            and (not above or index.order[there[above]] < index.order[code])
            and (not below or index.order[code] < index.order[there[below]])
        ]
        if len(fitting) == 1:
            found.add(Row(fitting[0], sheet, row, columns, "text"))
            there[row] = fitting[0]


def _options(
    sheet: Sheet, columns: Mapping[str, int], index: Index, found: Found, there: Mapping[int, str]
) -> None:
    """Add the options that lost their code, right beneath their question and in its words."""
    last = sheet.first_row + len(sheet.rows)
    for top, code in there.items():
        if code not in index.several:
            continue
        left = index.options_of(code)
        for row in range(top + 1, last):
            known = found.claimed.get((sheet.name, row))
            words = sheet.at(row, columns["question"])
            if known is not None and index.item_of(known.code) != code:
                break
            if known is not None or is_blank(words):
                continue
            option = left.get(folded(words)) if isinstance(words, str) else None
            if option is None:
                break
            if option not in found.rows:
                found.add(Row(option, sheet, row, columns, "text"))
