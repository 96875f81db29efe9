"""What stands in a returned file outside the cells to fill: nothing that somebody wrote goes unmentioned."""

from collections.abc import Container, Iterator, Sequence

from problems import Place, Problem
from problems.returns import ExtraSheet, TextBeyondTable, UnknownRowCode
from workbooks.answers import preview
from workbooks.contents import Contents, Sheet, cell_name
from workbooks.contents import Value as CellValue
from workbooks.found import Found, Frame
from workbooks.identity import Carrier
from workbooks.index import Index
from workbooks.values import folded, is_blank


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
        elif sheet.name not in carrying and sheet.name not in found.lost and not _only_lists(sheet, index):
            first = next(((row, right) for row, right, value in sheet.cells() if not is_blank(value)), None)
            if first:
                yield ExtraSheet(
                    place=Place(shown, sheet=sheet.name, cell=cell_name(*first)), name=sheet.name
                )


def _in_sheet(
    sheet: Sheet, frame: Frame, found: Found, index: Index, *, shown: str, marked: Container[str]
) -> Iterator[Problem]:
    count = frame.count or _count_column(sheet)
    elsewhere = frozenset({frame.first, count})
    accounted: dict[tuple[int, bool], frozenset[int]] = {}  # rows of a kind share their columns
    for row, values in enumerate(sheet.rows, sheet.first_row):
        claimed = found.claimed.get((sheet.name, row))
        if claimed is None and row <= frame.top:
            continue
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
            and right not in known
            and not is_blank(value)
            and f"{sheet.name}!{cell_name(row, right)}" not in marked
        ]
        if claimed is None:
            stray = [(right, value) for right, value in stray if not _ours(value, index)]
        if not stray:
            continue
        code = sheet.at(row, frame.first)
        if claimed is None and isinstance(code, str) and index.like_a_code(code):
            place = Place(shown, sheet=sheet.name, cell=cell_name(row, frame.first))
            yield UnknownRowCode(place=place, value=preview(code))
            continue
        for right, value in stray:
            place = Place(shown, sheet=sheet.name, cell=cell_name(row, right))
            yield TextBeyondTable(place=place, value=preview(value))


def _ours(value: CellValue, index: Index) -> bool:
    """Tell whether a text is the wording of one of our questions or options."""
    if not isinstance(value, str):
        return False
    words = folded(value)
    return words in index.labels or any(said in words for texts in index.said.values() for said in texts)


def _count_column(sheet: Sheet) -> int:
    """Return the column that holds nothing but our counts, 0, 1 and - (in a CSV as texts), where its place is not known."""
    seen: dict[int, set[CellValue]] = {}
    for _, right, value in sheet.cells():
        if not is_blank(value):
            seen.setdefault(right, set()).add(value)
    return next((right for right, values in seen.items() if values <= {0, 1, "-", "0", "1"}), 0)


def _only_lists(sheet: Sheet, index: Index) -> bool:
    """Tell whether a sheet holds only what our dropdowns offer."""
    return all(
        isinstance(value, str) and (folded(value) or value.strip()) in index.labels
        for _, _, value in sheet.cells()
        if not is_blank(value)
    )
