"""What stands in a returned file outside the cells to fill: nothing that somebody wrote goes unmentioned."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from problems import Place, Problem
from problems.returns import ExtraSheet, TextBeyondTable, UnknownRowCode
from problems.structure import (
    CodeChanged,
    QuestionNotAskedNow,
    TextBesideQuestion,
    TextInQuestion,
    TextOnCover,
    TextOutsideTables,
)
from workbooks.answers import preview
from workbooks.contents import Contents, Sheet, cell_name
from workbooks.contents import Value as CellValue
from workbooks.flow import MARGINS, OUTSIDE
from workbooks.found import CODE, INPUT, Found, Frame, Row
from workbooks.identity import Carrier
from workbooks.index import Index, cover_words
from workbooks.own_words import WORD, in_code, in_words
from workbooks.values import folded, is_blank

Stray = tuple[int, CellValue]


def strays(
    contents: Contents, found: Found, index: Index, tokens: Sequence[Carrier], shown: str
) -> Iterator[Problem]:
    """Yield rows of no question, texts beside our columns, and sheets that are not ours."""
    marked = {carrier.where for carrier in tokens}
    carrying = {where.rpartition("!")[0] for where in marked}
    for sheet in contents.sheets:
        frame = found.frames.get(sheet.name)
        if frame is not None:
            yield from _in_sheet(sheet, frame, found, index, shown=shown, marked=marked)
        elif sheet.name in carrying:
            yield from _on_cover(sheet, shown, marked)
        elif contents.format in _DOCUMENTS and sheet.name in _AROUND:
            yield from _around(sheet, shown)
        elif sheet.name not in found.lost and not _only_lists(sheet, index):
            first = next(((row, right) for row, right, value in sheet.cells() if not is_blank(value)), None)
            if first:
                yield ExtraSheet(
                    place=Place(shown, sheet=sheet.name, cell=cell_name(*first)), name=sheet.name
                )


_DOCUMENTS: Final = frozenset({"docx", "odt"})
_AROUND: Final = frozenset({OUTSIDE, MARGINS})


def _around(sheet: Sheet, shown: str) -> Iterator[Problem]:
    """Yield the paragraphs of a text document that stand outside its tables, as they stand."""
    for row, right, value in sheet.cells():
        if not is_blank(value):
            place = Place(shown, sheet=sheet.name, cell=cell_name(row, right))
            yield TextOutsideTables(place=place, value=preview(value))


def _in_sheet(
    sheet: Sheet, frame: Frame, found: Found, index: Index, *, shown: str, marked: Collection[str]
) -> Iterator[Problem]:
    count = frame.count or _count_column(sheet)
    columns = found.questions.get(sheet.name, {})
    inputs = frozenset(columns[column] for column in INPUT if column in columns)
    elsewhere = frozenset({frame.first, count})
    accounted: dict[tuple[int, bool], frozenset[int]] = {}  # rows of a kind share their columns
    for row, values in enumerate(sheet.rows, sheet.first_row):
        claimed = found.claimed.get((sheet.name, row))
        known = elsewhere
        if claimed is not None:
            kind = id(claimed.columns), ":" in claimed.code
            if kind not in accounted:
                accounted[kind] = claimed.accounted | elsewhere
            known = accounted[kind]
        stray = [
            (right, value)
            for right, value in enumerate(values, sheet.first_column)
            if value is not None
            and (right not in known or (claimed is None and right == frame.first))
            and not is_blank(value)
            and f"{sheet.name}!{cell_name(row, right)}" not in marked
            and not (claimed is None and row <= frame.top and _above(value, index))
        ]
        if claimed is not None:
            yield from _within(claimed, index, Place(shown, sheet=sheet.name), row)
        if not stray:
            continue
        if claimed is not None:
            yield from _beside(stray, claimed, index, Place(shown, sheet=sheet.name), row)
        else:
            yield from _between(stray, frame, inputs, columns, index, Place(shown, sheet=sheet.name), row)


def _above(value: CellValue, index: Index) -> bool:
    """Tell whether a text is ours that stands above a table: its title, how to fill it in."""
    if not isinstance(value, str):
        return False
    return index.heading(value) or all(map(index.heading, filter(None, value.splitlines())))


def _within(claimed: Row, index: Index, place: Place, row: int) -> Iterator[Problem]:
    """Yield what somebody wrote into our own words: those of a question, of an option, or a code."""
    item = index.item_of(claimed.code)
    if words := in_words(claimed, index):
        at = _at(place, row, claimed.columns["question"])
        yield TextInQuestion(place=at, item=item, value=preview(words))
    if code := in_code(claimed, index):
        yield CodeChanged(place=_at(place, row, claimed.columns[CODE]), item=item, value=preview(code))


def _at(place: Place, row: int, right: int) -> Place:
    return Place(place.path, sheet=place.sheet, cell=cell_name(row, right))


def _beside(stray: Sequence[Stray], claimed: Row, index: Index, place: Place, row: int) -> Iterator[Problem]:
    """Yield what stands in a row of ours, in none of its cells."""
    item = index.item_of(claimed.code)
    for right, value in stray:
        if item in index.items and right > max(claimed.columns.values()):
            yield TextBesideQuestion(place=_at(place, row, right), item=item, value=preview(value))
        else:
            yield TextBeyondTable(place=_at(place, row, right), value=preview(value))


def _between(  # noqa: PLR0917
    stray: Sequence[Stray],
    frame: Frame,
    inputs: frozenset[int],
    columns: Mapping[str, int],
    index: Index,
    place: Place,
    row: int,
) -> Iterator[Problem]:
    """Yield what stands in a row that is none of ours; our own words may stand there, such as headings."""
    code = next((value for right, value in stray if right == frame.first), None)
    others = [
        (right, value)
        for right, value in stray
        if right != frame.first and (right in inputs or not _ours(value, index))
    ]
    if isinstance(code, str) and index.like_a_code(code) and not index.code(code):
        if others:
            words = next((value for right, value in stray if right == columns.get("question")), None)
            at = _at(place, row, frame.first)
            if words is None or index.worded(words):
                yield UnknownRowCode(place=at, value=preview(code))
            else:
                yield QuestionNotAskedNow(place=at, value=preview(code), words=preview(words))
        return
    if isinstance(code, str) and _told(code, index):
        others.insert(0, (frame.first, code))
    for right, value in others:
        yield TextBeyondTable(place=_at(place, row, right), value=preview(value))


def _told(words: str, index: Index) -> bool:
    """Tell whether a text in the column of codes is somebody's own: no code, heading or number."""
    if sum(letter.isalpha() for letter in words) < WORD or index.code(words) or index.heading(words):
        return False
    return not any(said in folded(words) for texts in index.said.values() for said in texts)


def _on_cover(sheet: Sheet, shown: str, marked: Collection[str]) -> Iterator[Problem]:
    """Yield what stands on the first sheet outside the area of its own words."""
    ours = [(row, right) for row, right, value in sheet.cells() if _of_cover(value)]
    if not ours:
        return
    last = max(row for row, _ in ours)
    first, right_most = min(right for _, right in ours), max(right for _, right in ours)
    for row, right, value in sheet.cells():
        inside = row <= last and first <= right <= max(right_most, first + 1)
        if not inside and not is_blank(value) and f"{sheet.name}!{cell_name(row, right)}" not in marked:
            place = Place(shown, sheet=sheet.name, cell=cell_name(row, right))
            yield TextOnCover(place=place, value=preview(value))


def _of_cover(value: CellValue) -> bool:
    return isinstance(value, str) and folded(value) in cover_words()


def _ours(value: CellValue, index: Index) -> bool:
    """Tell whether a text is the wording of one of our questions or options."""
    if not isinstance(value, str):
        return False
    words = folded(value)
    return words in index.labels or any(said in words for texts in index.said.values() for said in texts)


_FEW: Final = 20
"""So many different values a column has at most that holds our counts, and blanks of several kinds."""


def _count_column(sheet: Sheet) -> int:
    """Return the column that holds nothing but our counts, 0, 1 and -, where its place is not known."""
    for right, values in enumerate(zip_longest(*sheet.rows), sheet.first_column):
        held = set(values) - {None}  # at the speed of sets; only few columns hold so little
        filled = {each for each in held if not is_blank(each)} if len(held) <= _FEW else set(held)
        if filled and filled <= {0, 1, "-"}:
            return right
    return 0


def _only_lists(sheet: Sheet, index: Index) -> bool:
    """Tell whether a sheet holds only what our dropdowns offer."""
    return all(
        isinstance(value, str) and (folded(value) or value.strip()) in index.labels
        for _, _, value in sheet.cells()
        if not is_blank(value)
    )
