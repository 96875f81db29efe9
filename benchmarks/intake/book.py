"""A filled workbook on its way through people's hands, and what is still true of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidationList
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.intake.bodies import Body, Statement, filled
from benchmarks.intake.statements import Stated
from questionnaires.model import AnswerType, Item
from workbooks.contents import cell_name, column_letters
from workbooks.layout import LAW_COLUMNS, QUESTION_COLUMNS, SheetId, option_code, table_code

COLUMN = {name: place for place, name in enumerate(QUESTION_COLUMNS, 1)}
LAW_COLUMN = {name: place for place, name in enumerate(LAW_COLUMNS, 1)}

_NAMED = re.compile(r"^('(?:[^']|'')+'|[^!]+)!\$([A-Z]+)\$(\d+)$")


@dataclass(kw_only=True)
class Case(Stated):
    """A workbook that is being damaged."""

    book: openpyxl.Workbook

    @classmethod
    def of(cls, body: Body) -> "Case":
        data, truth = filled(body)
        return cls(body=body, book=openpyxl.load_workbook(BytesIO(data)), truth=dict(truth), items=body.items)

    @property
    def q(self) -> Worksheet:
        return self.book[self.body.sheet(SheetId.QUESTIONS)]

    @property
    def t(self) -> Worksheet:
        return self.book[self.body.sheet(SheetId.TABLES)]

    @property
    def l(self) -> Worksheet:  # noqa: E743
        return self.book[self.body.sheet(SheetId.LAWS)]

    @property
    def s(self) -> Worksheet:
        return self.book[self.body.sheet(SheetId.START)]

    def row(self, code: str) -> int:
        """Return the row of a code, in whatever column it stands now."""
        for sheet in (self.q, self.t, self.l):
            for values in sheet.iter_rows():
                for cell in values:
                    if cell.value == code:
                        return cell.row
        raise KeyError(code)

    def rows(self) -> dict[str, int]:
        """Return the row of every code in the first column of the questions."""
        return {c.value: c.row for (c,) in self.q.iter_rows(max_col=1) if isinstance(c.value, str)}

    def at(self, item: Item, part: str = "answer") -> Cell:
        """Return the cell of an item's part while the columns still stand."""
        return self.q.cell(self.row(item.id), COLUMN[part])

    def typed(self, *kinds: AnswerType) -> list[Item]:
        """List the items whose answer stands in the answer cell itself, with no words or laws beside it."""
        return [
            item
            for item in self.said(*kinds)
            if not self.parts(item, "details", "law", "comment") and self.at(item).value is not None
        ]

    def ask(self, statements: Iterable[Statement], *at: tuple[Worksheet, int, int]) -> None:
        """Statements of which only the sender can say where they belong; `at` is where they stand."""
        for each in list(statements):
            if each in self.truth:
                self.asked[each] = self.truth.pop(each)
                self.cells[each] = [(sheet.title, cell_name(row, column)) for sheet, row, column in at]

    def whole(self) -> None:
        """Note for every statement the sheet that it is on, where nothing more is known."""
        titles = {sheet.title for sheet in self.book.worksheets}
        if (title := self.body.sheet(SheetId.QUESTIONS)) in titles:
            for each in (*self.truth, *self.asked):
                self.cells.setdefault(each, []).append((title, ""))

    def note(self, sheet: Worksheet, row: int, column: int, text: str) -> None:
        """Write words that are no answer, which must not go unmentioned."""
        sheet.cell(row, column).value = text
        self.notes.append((sheet.title, cell_name(row, column)))

    def option_rows(self, item: Item) -> list[int]:
        return [self.row(option_code(item, option)) for option in item.options]

    def table_rows(self, item: Item, upto: int = 3) -> list[int]:
        return [self.row(table_code(item, number)) for number in range(1, upto + 1)]

    def bytes(self) -> bytes:
        out = BytesIO()
        self.book.save(out)
        data = out.getvalue()
        for change in self.after:
            data = change(data)
        return data


def rebuilt(
    sheet: Worksheet,
    rows: Sequence[int | None],
    columns: Sequence[int | None] | None = None,
    *,
    follow: bool = True,
) -> None:
    """Give a sheet new rows and columns, each one of the old ones or none.

    `follow`: defined names go with their cells, as when rows are inserted; when rows are sorted, they stay.
    """
    places = list(columns or range(1, sheet.max_column + 1))
    cells = {(cell.row, cell.column): cell for values in sheet.iter_rows() for cell in values}
    heights = {row: copy(dimension) for row, dimension in sheet.row_dimensions.items()}
    widths = {
        place: (sheet.column_dimensions[column_letters(place)].width,
                sheet.column_dimensions[column_letters(place)].hidden)
        for place in range(1, sheet.max_column + 1)
    }  # fmt: skip
    for merged in list(sheet.merged_cells.ranges):
        sheet.merged_cells.remove(merged)
    sheet._cells.clear()  # noqa: SLF001  # row by row it takes seconds
    sheet.row_dimensions.clear()
    _plain(sheet)
    for down, row in enumerate(rows, 1):
        if row is None:
            continue
        if row in heights:
            sheet.row_dimensions[down].height = heights[row].height
        for right, column in enumerate(places, 1):
            old = cells.get((row, column)) if column else None
            if old is not None and not (old.value is None and not old.has_style):
                _copied(old, sheet.cell(down, right))
    for right, column in enumerate(places, 1):
        width, hidden = widths.get(column or 0, (12, False))
        sheet.column_dimensions[column_letters(right)].width = width
        sheet.column_dimensions[column_letters(right)].hidden = hidden
    if follow:
        _follow(sheet, {row: down for down, row in enumerate(rows, 1) if row},
                {column: right for right, column in enumerate(places, 1) if column})  # fmt: skip


def _plain(sheet: Worksheet) -> None:
    sheet.conditional_formatting = ConditionalFormattingList()
    sheet.data_validations = DataValidationList()


def _copied(old: Cell, new: Cell) -> None:
    value = old.value
    if old.data_type == "f":
        value = 1  # what our hidden formulas show; a program would rewrite them, openpyxl does not
    new.value = value
    if isinstance(value, str):
        new.data_type = "s"
    if old.has_style:
        new._style = copy(old._style)  # noqa: SLF001  # as openpyxl's own copy does


def _follow(sheet: Worksheet, rows: dict[int, int], columns: dict[int, int]) -> None:
    letters = {column_letters(old): column_letters(new) for old, new in columns.items()}
    for name, defined in sheet.parent.defined_names.items():
        hit = _NAMED.match(defined.attr_text or "")
        if hit is None or hit[1].strip("'").replace("''", "'") != sheet.title:
            continue
        if int(hit[3]) in rows and hit[2] in letters:
            text = f"{hit[1]}!${letters[hit[2]]}${rows[int(hit[3])]}"
        else:
            text = f"{hit[1]}!#REF!"
        sheet.parent.defined_names[name] = DefinedName(name, attr_text=text)


def inserted(sheet: Worksheet, before: Iterable[int]) -> None:
    """Insert an empty row before each of these."""
    places = sorted(before)
    rows: list[int | None] = []
    for row in range(1, sheet.max_row + 1):
        rows += [None] * places.count(row)
        rows.append(row)
    rebuilt(sheet, rows)


def without_rows(sheet: Worksheet, gone: Iterable[int]) -> None:
    left = set(gone)
    rebuilt(sheet, [row for row in range(1, sheet.max_row + 1) if row not in left])


def with_columns(sheet: Worksheet, columns: Sequence[int | None]) -> None:
    rebuilt(sheet, range(1, sheet.max_row + 1), columns)


def sorted_by(sheet: Worksheet, column: int, first: int) -> None:
    """Sort the rows from `first` on by a column; names stay behind, as they do."""
    body = list(range(first, sheet.max_row + 1))
    text = {row: str(sheet.cell(row, column).value or "") for row in body}
    order = sorted(body, key=lambda row: (not text[row], text[row].casefold()))
    rebuilt(sheet, [*range(1, first), *order], follow=False)


def copied(
    source: Worksheet, into: openpyxl.Workbook, title: str, right: int = 0, down: int = 0
) -> Worksheet:
    """Copy what a sheet shows, and how, into another book."""
    sheet = into.create_sheet(title)
    for values in source.iter_rows():
        for old in values:
            if old.value is not None:
                new = sheet.cell(old.row + down, old.column + right)
                new.value = 1 if old.data_type == "f" else old.value
                if isinstance(new.value, str):
                    new.data_type = "s"
                new.number_format = old.number_format
    return sheet


def cleared(sheet: Worksheet, cells: Iterable[tuple[int, int]]) -> None:
    for row, column in cells:
        sheet.cell(row, column).value = None


def each_name(book: openpyxl.Workbook) -> Iterator[tuple[str, DefinedName]]:
    yield from list(book.defined_names.items())
