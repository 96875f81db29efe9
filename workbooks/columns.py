"""Where our columns stand: by their headers; a lost one by its place, unless the cells speak against it."""

from collections.abc import Iterator, Mapping, Sequence

from workbooks.contents import Sheet
from workbooks.contents import Value as CellValue
from workbooks.identity import well_formed
from workbooks.index import Index
from workbooks.layout import QUESTION_COLUMNS
from workbooks.values import folded, is_blank, read_choice

Hits = Sequence[tuple[int, str]]
"""Rows with the codes in them."""

Held = list[tuple[str, CellValue]]
"""What a column holds, with the codes of the rows."""

_MOST = 2 / 3
"""So much of what a column holds must be of one kind to tell which column it is."""

_WITNESSES = 2
"""So many columns must be known to tell by them where the others stand."""

_LEAST = 3
"""So many cells must hold something to tell which column it is."""


def columns_of(seen: Mapping[str, int], main: int, order: Sequence[str]) -> dict[str, int]:
    """Return where columns stand: by their headers; a lost header by its place among the others.

    A place is inferred only where everything that was seen stands as it was sent, one beside the other.
    """
    columns = dict(seen)
    if main:
        columns[order[0]] = main
    offsets = {right - order.index(column) for column, right in columns.items()}
    if len(offsets) == 1:
        (offset,) = offsets
        columns |= {column: place + offset for place, column in enumerate(order) if place + offset > 0}
    return columns


def question_columns(
    sheet: Sheet, labels: Mapping[str, int], main: int, hits: Hits, index: Index
) -> dict[str, int]:
    """Return where the columns of a sheet of questions stand; those that nothing tells are left out.

    What the rows of our codes hold is asked wherever a header is lost: tokens, counts, our words, choices. A
    column that stands elsewhere than its place says that others may, too.
    """
    shown = QUESTION_COLUMNS[:6]
    known = dict(labels) | ({"code": main} if main else {})
    hidden = dict(_hidden(sheet, hits, known))
    if all(column in known for column in shown):
        return known | hidden
    everything = known | hidden | dict(_told(sheet, hits, index, known))
    offsets = {right - QUESTION_COLUMNS.index(column) for column, right in everything.items()}
    if len(offsets) > 1 or len(everything) < _WITNESSES:
        return known | hidden
    columns = columns_of(everything, 0, QUESTION_COLUMNS)
    return hidden | {column: right for column, right in columns.items() if column in shown}


def _cells(sheet: Sheet, hits: Hits, known: Mapping[str, int]) -> Iterator[tuple[int, Held]]:
    """Yield each column that is not known with what it holds in the rows of our codes, blanks left out."""
    taken = set(known.values())
    last = sheet.first_column + max(map(len, sheet.rows), default=0)
    for right in range(sheet.first_column, last):
        held = [(code, sheet.at(row, right)) for row, code in hits] if right not in taken else []
        if filled := [(code, value) for code, value in held if not is_blank(value)]:
            yield right, filled


def _hidden(sheet: Sheet, hits: Hits, known: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Tell the columns of counts and tokens: they have no header, and hold nothing else."""
    for right, held in _cells(sheet, hits, known):
        if all(type(value) is str and well_formed(value) for _, value in held):
            yield "token", right
        elif len(held) >= _LEAST and all(value in {0, 1, "-", "0", "1"} for _, value in held):
            yield "count", right


def _told(sheet: Sheet, hits: Hits, index: Index, known: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Tell the columns of questions and answers by what they hold."""
    for right, held in _cells(sheet, hits, known):
        texts = [(code, value) for code, value in held if isinstance(value, str)]
        worded = sum(any(said in folded(value) for said in index.said.get(code, ())) for code, value in texts)
        if worded >= _MOST * len([code for code, _ in held if code in index.said]) > 0:
            yield "question", right
            continue
        chosen = [(index.items[code], value) for code, value in held if _of_choices(code, index)]
        read = sum(isinstance(read_choice(value, item), str) for item, value in chosen)
        if len(chosen) >= _LEAST and read >= _MOST * len(chosen):
            yield "answer", right


def _of_choices(code: str, index: Index) -> bool:
    """Tell whether a code is of a question whose answer cell offers a list of answers."""
    return code in index.items and code not in index.several and bool(index.items[code].values)
