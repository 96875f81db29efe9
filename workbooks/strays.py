"""What stands in a returned file outside the cells to fill: nothing that somebody wrote goes unmentioned."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from languages.messages import spoken
from problems import Place, Problem
from problems.returns import ExtraSheet, TextBeyondTable, UnknownRowCode
from problems.structure import (
    CodeChanged,
    QuestionNotAskedNow,
    QuestionReplaced,
    TextBesideQuestion,
    TextInQuestion,
    TextOnCover,
    TextOutsideTables,
)
from responses.model import Absence
from workbooks.alike import together
from workbooks.contents import Contents, Sheet, cell_name, text
from workbooks.contents import Value as CellValue
from workbooks.cover import on_cover
from workbooks.flow import MARGINS, OUTSIDE
from workbooks.found import CODE, INPUT, Found, Frame, Row
from workbooks.headings import beside_footer, beside_header, beside_heading
from workbooks.identity import LETTERS, Carrier, bare
from workbooks.index import Index
from workbooks.layout import TICK, label
from workbooks.own_words import beside_question, in_code, in_words
from workbooks.values import folded, is_blank, preview

Stray = tuple[int, CellValue]


def strays(
    contents: Contents, found: Found, index: Index, tokens: Sequence[Carrier], shown: str
) -> Iterator[Problem]:
    """Yield rows of no question, texts beside our columns, and sheets that are not ours."""
    yield from together(list(_strays(contents, found, index, tokens, shown)), index)


def _strays(
    contents: Contents, found: Found, index: Index, tokens: Sequence[Carrier], shown: str
) -> Iterator[Problem]:
    marked = {carrier.where for carrier in tokens}
    for sheet in contents.sheets:
        frame = found.frames.get(sheet.name)
        if frame is not None:
            yield from _in_sheet(sheet, frame, found, index, shown=shown, marked=marked)
        elif contents.format in _DOCUMENTS and sheet.name in _AROUND:
            yield from _around(sheet, shown)
        else:
            yield from _elsewhere(sheet, found, index, shown, marked)


_DOCUMENTS: Final = frozenset({"docx", "odt"})
_AROUND: Final = frozenset({OUTSIDE, MARGINS})


def _around(sheet: Sheet, shown: str) -> Iterator[Problem]:
    """Yield the paragraphs of a text document that stand outside its tables, as they stand."""
    for row, right, value in sheet.cells():
        words = value if is_blank(value) or sheet.name != MARGINS else beside_footer(text(value))
        if not is_blank(words):
            place = Place(shown, sheet=sheet.name, cell=cell_name(row, right))
            yield TextOutsideTables(place=place, value=preview(words))


def _elsewhere(
    sheet: Sheet, found: Found, index: Index, shown: str, marked: Collection[str]
) -> Iterator[Problem]:
    """Yield what stands on a sheet without rows to fill: the first one, the lists, or somebody else's."""
    if sheet.name in found.lost:  # which is said of all of it
        return
    if (cells := on_cover(sheet, index)) is not None:
        for cell, words in cells:
            yield TextOnCover(place=Place(shown, sheet=sheet.name, cell=cell), value=preview(words))
    elif _lists(sheet):
        for row, right, value in sheet.cells():
            if not is_blank(value) and not (right == sheet.first_column and _offered(value, index)):
                place = Place(shown, sheet=sheet.name, cell=cell_name(row, right))
                yield TextBeyondTable(place=place, value=preview(value))
    else:
        filled = (cell_name(row, right) for row, right, value in sheet.cells() if not is_blank(value))
        first = next((cell for cell in filled if f"{sheet.name}!{cell}" not in marked), None)
        if first:
            yield ExtraSheet(place=Place(shown, sheet=sheet.name, cell=first), name=sheet.name)


def _in_sheet(
    sheet: Sheet, frame: Frame, found: Found, index: Index, *, shown: str, marked: Collection[str]
) -> Iterator[Problem]:
    count = frame.count or _count_column(sheet)
    columns = found.questions.get(sheet.name, {})
    inputs = frozenset(columns[column] for column in INPUT if column in columns)
    accounted: dict[tuple[int, bool], frozenset[int]] = {}  # rows of a kind share their columns
    place = Place(shown, sheet=sheet.name)
    ours = _Unseen(count, sheet.name, marked)
    for row, values in enumerate(sheet.rows, sheet.first_row):
        claimed = found.claimed.get((sheet.name, row))
        known = frozenset[int]()
        if claimed is not None and (
            claimed.how == "doubt" or (claimed.code and not claimed.code.endswith("#"))
        ):
            kind = id(claimed.columns), ":" in claimed.code
            if kind not in accounted:
                unseen = {count, claimed.columns.get("token", 0)}
                accounted[kind] = (claimed.accounted | {frame.first}) - unseen
            known = accounted[kind]
        stray = [
            (right, value)
            for right, value in enumerate(values, sheet.first_column)
            if value is not None
            and right not in known
            and value not in ours.codes
            and not is_blank(value)
            and not ours.holds(row, right, value)
        ]
        if claimed is None:
            if stray:
                yield from _between(stray, frame, inputs, columns, index, place, row)
            continue
        if claimed.code:
            yield from _within(claimed, found, index, place, row)
        yield from _beside(stray, claimed, index, place, row)


_COUNTS: Final = frozenset({"0", "1", "-"})


class _Unseen:
    """Tells what we put into cells that nobody sees: counts, and the code of the workbook in every row."""

    def __init__(self, count: int, sheet: str, marked: Collection[str]) -> None:
        self._count, self._sheet, self._marked = count, sheet, marked
        self.codes: set[CellValue] = set()

    def holds(self, row: int, right: int, value: CellValue) -> bool:
        if right == self._count and (not isinstance(value, str) or value.strip() in _COUNTS):
            return True
        if not isinstance(value, str) or f"{self._sheet}!{cell_name(row, right)}" not in self._marked:
            return False
        alone = len(bare(value)) == LETTERS
        if alone:
            self.codes.add(value)
        return alone


def _within(claimed: Row, found: Found, index: Index, place: Place, row: int) -> Iterator[Problem]:
    """Yield what somebody wrote into our own words: those of a question, of an option, or a code."""
    item = index.item_of(claimed.code)
    words, how = in_words(claimed, index)
    if words:
        at = _at(place, row, claimed.columns["question"])
        reworded = how == "changed" or (how == "instead" and words.rstrip().endswith(_QUESTION_MARKS))
        answered = how != "beside" and _answered(item, found, index)
        if how == "instead" and not reworded and not answered and ":" not in claimed.code:
            yield QuestionReplaced(place=at, item=item, value=preview(words))
        elif not reworded or not answered:  # that wording was changed is said beside an answer
            yield TextInQuestion(place=at, item=item, value=preview(words))
    if code := in_code(claimed, index):
        yield CodeChanged(place=_at(place, row, claimed.columns[CODE]), item=item, value=preview(code))


_QUESTION_MARKS: Final = ("?", "？", "؟")
"""What asks is no answer: a question in the place of ours is another wording of it."""


def _answered(item: str, found: Found, index: Index) -> bool:
    """Tell whether anything stands in the cells of a question, of its options or of its table."""
    return any(
        not is_blank(row.value(column))
        for code, rows in found.rows.items()
        if index.item_of(code) == item
        for row in rows
        for column in row.columns
        if column in INPUT or ("#" in code and column != CODE)
    )


def _at(place: Place, row: int, right: int) -> Place:
    return Place(place.path, sheet=place.sheet, cell=cell_name(row, right))


def _beside(stray: Sequence[Stray], claimed: Row, index: Index, place: Place, row: int) -> Iterator[Problem]:
    """Yield what stands in a row of ours, in none of its cells; or above a table, and heads no column."""
    item = index.item_of(claimed.code)
    for right, value in stray:
        if (not claimed.code or claimed.code.endswith("#")) and _heads(value, claimed, index):
            continue
        if claimed.code and item in index.items and right > max(claimed.columns.values()):
            yield TextBesideQuestion(place=_at(place, row, right), item=item, value=preview(value))
        else:
            yield TextBeyondTable(place=_at(place, row, right), value=preview(value))


def _heads(value: CellValue, claimed: Row, index: Index) -> bool:
    """Tell whether a text is ours that stands in a header row."""
    if not isinstance(value, str):
        return False
    if not claimed.code:
        return not beside_header(value)
    columns = index.items[index.item_of(claimed.code)].columns
    labels = (folded(words) for column in columns for words in column.label.values())
    return index.code(value) == claimed.code or folded(value) in labels


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
    foreign = [
        (right, value)
        if right in inputs
        else (
            right,
            _foreign(value, index, short=right == columns.get("question"), coded=right == frame.first),
        )
        for right, value in stray
    ]
    others = [(right, value) for right, value in foreign if not is_blank(value)]
    if isinstance(code, str) and index.like_a_code(code) and not index.code(code):
        if [right for right, _ in others if right != frame.first]:
            words = next((value for right, value in stray if right == columns.get("question")), None)
            at = _at(place, row, frame.first)
            if words is None or index.worded(words):
                yield UnknownRowCode(place=at, value=preview(code))
            else:
                yield QuestionNotAskedNow(place=at, value=preview(code), words=preview(words))
        return
    for right, value in others:
        yield TextBeyondTable(place=_at(place, row, right), value=preview(value))


def _foreign(value: CellValue, index: Index, *, short: bool, coded: bool) -> CellValue:
    """Return what is not ours of a text that stands in no row of ours.

    `short`: an option may stand there; `coded`: a code.
    """
    if not isinstance(value, str):
        return value
    if (short and folded(value) in index.labels) or (coded and index.code(value)):
        return None
    return min((beside_heading(value, index), beside_question(value, index)), key=len)


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


def _lists(sheet: Sheet) -> bool:
    """Tell whether a sheet begins as ours does that holds what the dropdowns offer."""
    begins = [row[0] if row else None for row in sheet.rows[: len(Absence) + 1]]
    plain = [folded(value) for value in begins if isinstance(value, str)]
    return any(plain == [*(folded(label(tag, value)) for value in Absence), folded(TICK)] for tag in spoken())


def _offered(value: CellValue, index: Index) -> bool:
    return isinstance(value, str) and (folded(value) or value.strip()) in index.labels
