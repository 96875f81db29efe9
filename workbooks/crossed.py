"""Lines drawn through what is no answer: a law of the list, the words of a question."""

from collections.abc import Iterator, Mapping

from problems import Place, Problem
from problems.returns import QuestionStruck
from workbooks.answers import struck_through
from workbooks.citations import LAW_TEXTS
from workbooks.contents import cell_position
from workbooks.found import Found
from workbooks.index import Index
from workbooks.values import is_blank


def crossed_out(
    found: Found, struck: Mapping[tuple[str, str], str], index: Index, shown: str
) -> Iterator[Problem]:
    """Yield the laws and questions that a line was drawn through; such laws are taken out of `found`."""
    for (sheet, cell), stands in struck.items():
        at, right = cell_position(cell)
        row = found.claimed.get((sheet, at))
        if row is None or not row.code:
            continue
        column = next((name for name, place in row.columns.items() if place == right), "")
        place = Place(shown, sheet=sheet, cell=cell)
        if column in LAW_TEXTS and not is_blank(row.value(column)):
            found.laws[row.code] = [each for each in found.laws[row.code] if each is not row]
            yield struck_through(place, "", row.value(column), stands)
        elif column == "question" and row.code in index.items:
            yield QuestionStruck(place=place, item=row.code)
