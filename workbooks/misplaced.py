"""Answers in the wrong cell: a choice beside its own cell, one answer merged over several questions.

A choice is taken only where its own cell is empty and one other cell of the row is exactly one of the printed
answers; of a `No` that may as well be said of the law or the comment, it is asked. A merged answer is
the first question's, and the others are asked.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from languages.messages import spoken
from problems import Place, Problem
from problems.meanings import ChoiceOrRemark
from problems.structure import ChoiceElsewhere, MergedAnswer, MergedAnswers, MergedTicks, MergedWords
from questionnaires.model import AnswerType, Item
from responses.model import Absence
from workbooks.contents import Contents, cell_name, cell_position
from workbooks.found import INPUT, Found, Row
from workbooks.index import Index
from workbooks.layout import header, label
from workbooks.saying import Cells
from workbooks.values import folded, is_blank, preview

BESIDE = ("details", "law", "comment")
FEW = 3
"""So many questions at most are each asked whether an answer merged over them is theirs, too."""

OF_ITS_COLUMN: Mapping[str, frozenset[str]] = {
    "law": frozenset({"no", *Absence}),
    "comment": frozenset({"no"}),
}
"""The answers that may be said of the column they stand in: that there is no law, or no comment, to give."""


UNCLEAR = "unclear"
"""The column, instead of its own, of a cell that was asked about: nothing more is read of it."""


def with_its_choice(row: Row, item: Item, cells: Cells) -> Row:
    """Return a row whose choice stands in another cell with that cell for its answer; else the row.

    Of what may be said of its column, it is asked, and it is neither.
    """
    if not item.values or item.type is AnswerType.CHOICES or "answer" not in row.columns:
        return row
    if not is_blank(row.value("answer")) or row.cell("answer") in _broken(row, cells):
        return row
    named = {right: column for column, right in row.columns.items()}
    hits = [
        (right, value)
        for right, value in enumerate(row.values, row.sheet.first_column)
        if (named.get(right) in BESIDE or right > max(row.columns.values()))
        and isinstance(value, str)
        and folded(value) in _printed(item)
    ]
    if len(hits) != 1:
        return row
    ((right, value),) = hits
    column = named.get(right, "")
    if folded(value) in _of_its_column(column):
        return _asked(row, item, cells, column, value)
    columns = {name: place for name, place in row.columns.items() if name != column} | {"answer": right}
    new = Row(row.code, row.sheet, row.row, columns, row.how)
    cells.problems.append(
        ChoiceElsewhere(
            place=cells.place(new, "answer"),
            item=item.id,
            value=preview(value),
            column=header(cells.language, column) if column else "",
            beside="no" if column else "yes",
        )
    )
    return new


def _of_its_column(column: str) -> frozenset[str]:
    answers = OF_ITS_COLUMN.get(column, frozenset())
    return _folded(tuple(label(tag, value) for tag in spoken() for value in answers))


def _asked(row: Row, item: Item, cells: Cells, column: str, value: str) -> Row:
    """Ask whether a word is the answer or is said of its column; return the row without it."""
    cells.problems.append(
        ChoiceOrRemark(
            place=cells.place(row, column),
            item=item.id,
            value=preview(value),
            column=header(cells.language, column),
            proper=header(cells.language, "answer"),
        )
    )
    columns = {UNCLEAR if name == column else name: place for name, place in row.columns.items()}
    return Row(row.code, row.sheet, row.row, columns, row.how)


def _broken(row: Row, cells: Cells) -> Iterable[str]:
    return {cell for sheet, cell in (*cells.errors, *cells.uncached) if sheet == row.sheet.name}


@lru_cache(maxsize=2048)
def _folded(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, texts))


def _printed(item: Item) -> frozenset[str]:
    """Return the printed answers of an item, folded, in every language."""
    texts = (label(tag, value, item) for tag in spoken() for value in (*item.values, *Absence))
    return _folded(tuple(texts))


def merged(contents: Contents, found: Found, index: Index, cells: Cells) -> Iterator[Problem]:
    """Yield what stands in cells that were merged over the rows of several questions or options."""
    sheets = {sheet.name: sheet for sheet in contents.sheets}
    for name, area in contents.merged:
        columns = found.questions.get(name, {})
        if name not in found.frames or not columns:
            continue
        (top, left), (bottom, right) = map(cell_position, area.split(":"))
        first = found.claimed.get((name, top))
        covered = [column for column in INPUT if left <= columns.get(column, 0) <= right]
        if first is None or not first.code or not covered or is_blank(sheets[name].at(top, left)):
            continue
        rows = [
            found.claimed[name, row] for row in range(top + 1, bottom + 1) if (name, row) in found.claimed
        ]
        place = Place(cells.shown, sheet=name, cell=cell_name(top, left))
        yield from _shared(first, rows, index, place, header(cells.language, covered[0]), "answer" in covered)


def _shared(  # noqa: PLR0917
    first: Row, rows: Iterable[Row], index: Index, place: Place, column: str, answer: bool
) -> Iterator[Problem]:
    own = index.item_of(first.code)
    others = dict.fromkeys(index.item_of(row.code) for row in rows if row.code)
    options = sum(":" in row.code for row in rows if index.item_of(row.code) == own)
    if answer and ":" in first.code and options:
        yield MergedTicks(place=place, item=own)
    answers: Mapping[str, Row] = {row.code: row for row in rows if row.code in others and row.code != own}
    if answer and len(answers) > FEW:
        yield MergedAnswers(place=place, item=own, count=len(answers), others=tuple(answers))
    elif answer:
        for code, row in answers.items():
            at = Place(place.path, sheet=place.sheet, cell=row.cell("answer"))
            yield MergedAnswer(place=at, item=code, first=own)
    elif answers:
        yield MergedWords(place=place, item=own, column=column, others=tuple(answers))
