"""Copies of our rows that came from elsewhere: those without a token, where another copy has one.

A row pasted from another body's workbook, or from last year's, brings its visible cells, and neither the
hidden token nor the name of its answer cell. What only such a copy says is asked, and counts for nobody.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from problems import Place, Problem
from problems.identity import CopyWithoutToken
from problems.structure import AnswersOnTwoSheets
from workbooks.citations import LAW_TEXTS
from workbooks.contents import Contents, cell_position, text
from workbooks.found import CODE, INPUT, Found, Row
from workbooks.identity import Carrier
from workbooks.index import Index
from workbooks.values import is_blank

Said = frozenset[tuple[str, str]]
"""What a row holds, by column."""

_REFERENCE: Final = re.compile(r"=?('(?:[^']|'')+'|[^'!]+)!(\$?[A-Z]{1,3}\$?[0-9]{1,7})")


def without_strangers(
    contents: Contents, tokens: Iterable[Carrier], found: Found, index: Index, shown: str
) -> tuple[frozenset[str], list[Problem]]:
    """Take the copies that came from elsewhere out of `found`; return the items on which they say more."""
    doubled = [copies for copies in (*found.rows.items(), *found.laws.items()) if len(copies[1]) > 1]
    marked = _marked(contents, tokens) if doubled else frozenset()
    asked: set[str] = set()
    problems: list[Problem] = []
    for code, rows in doubled:
        own = [row for row in rows if (row.sheet.name, row.row) in marked]
        if not own or len(own) == len(rows):
            continue
        known = [holds(row) for row in own]
        others = [row for row in rows if row not in own and not _typed(row)]
        rows[:] = [row for row in rows if row not in others]
        item = index.item_of(code) if code in found.rows else ""
        for row in others:
            said = holds(row)
            if not any(said <= each for each in known):
                asked.add(item)
                column = next(column for column in row.columns if column in dict(said))
                place = Place(shown, sheet=row.sheet.name, cell=row.cell(column))
                problems.append(CopyWithoutToken(place=place, item=item, own=own[0].sheet.name))
    return frozenset(asked), problems


def on_two_sheets(found: Found, shown: str) -> Iterator[Problem]:
    """Tell of two sheets of which each says something that the other does not: one may be a draft."""
    unlike: dict[tuple[str, str], dict[tuple[bool, bool], Row]] = defaultdict(dict)
    for rows in found.rows.values():
        for one, other in combinations(rows, 2):
            said = holds(one), holds(other)
            if one.sheet.name != other.sheet.name and said[0] != said[1]:
                unlike[one.sheet.name, other.sheet.name].setdefault((bool(said[0]), bool(said[1])), other)
    for (first, second), ways in unlike.items():
        if len(ways) > 1:
            cell = min((row.row, row.cell(_first(row))) for row in ways.values())[1]
            yield AnswersOnTwoSheets(place=Place(shown, sheet=second, cell=cell), first=first, second=second)


def _first(row: Row) -> str:
    """Return the first column of a row that takes something."""
    return next(column for column in row.columns if taking(column, row.code))


def holds(row: Row) -> Said:
    """Return what the columns of a row that take something hold, whatever columns it has."""
    held = ((column, row.value(column)) for column in row.columns if taking(column, row.code))
    return frozenset((column, text(value)) for column, value in held if not is_blank(value))


def _typed(row: Row) -> bool:
    """Tell whether somebody typed a row, code and answer, without the words that a pasted one brings."""
    return "question" in row.columns and is_blank(row.value("question"))


def taking(column: str, code: str) -> bool:
    """Tell whether a column takes something: in a row of a table, of the questions, or of the laws."""
    return column != CODE if "#" in code else column in INPUT or column in LAW_TEXTS


def _marked(contents: Contents, tokens: Iterable[Carrier]) -> frozenset[tuple[str, int]]:
    """Return the (sheet, row) of every token, and of every cell whose name carries one."""
    found: set[tuple[str, int]] = set()
    for carrier in tokens:
        sheet, mark, cell = carrier.where.rpartition("!")
        if not mark:
            hit = _REFERENCE.fullmatch(contents.names.get(carrier.where, ""))
            if hit is None:
                continue
            sheet, cell = hit[1].strip("'").replace("''", "'"), hit[2]
        found.add((sheet, cell_position(cell)[0]))
    return frozenset(found)
