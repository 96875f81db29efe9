"""Answers that are highlighted in our own words, as on paper, while the cells to fill in stay empty."""

from collections.abc import Iterator

from problems import Place, Problem
from problems.shown import AnswerHighlighted
from workbooks.contents import Contents, cell_position
from workbooks.found import Found
from workbooks.index import Index
from workbooks.values import folded
from workbooks.witnesses import holds


def highlighted(contents: Contents, found: Found, index: Index, shown: str) -> Iterator[Problem]:
    """Ask about the answers that are highlighted where a question or an option stands, and nowhere given."""
    for sheet, cell, words in contents.lit:
        at, right = cell_position(cell)
        row = found.claimed.get((sheet, at))
        if row is None or row.columns.get("question") != right or index.item_of(row.code) not in index.items:
            continue
        if folded(words) in index.labels and not holds(row):
            item, place = index.item_of(row.code), Place(shown, sheet=sheet, cell=cell)
            yield AnswerHighlighted(place=place, item=item, value=words)
