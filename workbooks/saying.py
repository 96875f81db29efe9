"""What is read of one question: its cells, what they say, and the problems found on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from problems import Place, Problem
from problems.returns import ErrorCell, PartlyStruck, StruckThrough, UncachedFormula
from problems.shown import PartOfDay
from questionnaires.model import AnswerType, Item
from responses.model import Absence, Citation, Value
from workbooks.citations import Laws
from workbooks.contents import Shown, text
from workbooks.contents import Value as CellValue
from workbooks.days import year_of
from workbooks.figures import in_other_unit
from workbooks.find import column_number
from workbooks.found import Row
from workbooks.values import is_blank, preview

_WORDS: Final = frozenset({AnswerType.LINE, AnswerType.TEXT, AnswerType.CITATION})
_ASKED: Final = ("details", "law")
"""Where a day among words is told, or asked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a returned workbook says on one item, and in which cell."""

    item: str
    sheet: str
    cell: str
    value: Value = None
    absent: Absence | None = None
    details: str = ""
    citations: tuple[Citation, ...] = ()
    comment: str = ""


@dataclass(slots=True)
class Cells:
    """What is needed to read the cells of a file, and the problems found on the way."""

    shown: str
    language: str  # of the workbook, for the answers allowed
    laws: Laws
    errors: Mapping[tuple[str, str], str]
    uncached: frozenset[tuple[str, str]]
    struck: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What stands of the cells where something is struck through."""
    problems: list[Problem] = field(default_factory=list)
    rest: Entry | None = None
    """What else is said on the item read last, where one of its cells has no one reading."""
    suspect: frozenset[tuple[str, int]] = field(init=False)
    """The (sheet, column) of errors and uncached formulas: most files have some, in our column of counts."""

    def __post_init__(self) -> None:
        places = {(sheet, cell.rstrip("0123456789")) for sheet, cell in (*self.errors, *self.uncached)}
        self.suspect = frozenset((sheet, column_number(letters)) for sheet, letters in places)

    def place(self, row: Row, column: str) -> Place:
        return Place(self.shown, sheet=row.sheet.name, cell=row.cell(column))

    def take(self, row: Row, column: str, item: Item) -> CellValue:
        """Return the value of a cell; None for an empty one, and for a broken one, which is reported."""
        value = row.value(column)
        if isinstance(value, Shown):
            value = self._meant(value, row, column, item)
        if value is not None:
            return None if is_blank(value) or self._struck(row, column, item) else value
        if (row.sheet.name, row.columns.get(column)) in self.suspect:
            cell = row.sheet.name, row.cell(column)
            if cell in self.errors:
                place = self.place(row, column)
                self.problems.append(ErrorCell(place=place, item=item.id, value=self.errors[cell]))
            elif cell in self.uncached:
                self.problems.append(UncachedFormula(place=self.place(row, column), item=item.id))
        return None

    def _meant(self, shown: Shown, row: Row, column: str, item: Item) -> CellValue:
        """Return what a cell says that shows something else than its value: a number where one is asked for.

        Shown in another unit, it is read as if that had been typed: `48 months` is no number of years. Of a
        day that is shown in part, the rest is a program's.
        """
        answers = column == "answer"
        if not isinstance(shown.value, date):
            wanted = item.type not in _WORDS and not in_other_unit(shown.words, item.text.values())
            return shown.value if answers and wanted else shown.words
        if answers and item.type is AnswerType.DATE and not year_of(shown.value):
            day, place = text(shown.value), self.place(row, column)
            self.problems.append(PartOfDay(place=place, item=item.id, value=day, shown=shown.words))
            return None
        return shown.value if answers or column in _ASKED else shown.words

    def _struck(self, row: Row, column: str, item: Item) -> bool:
        """Tell whether something of a cell is struck through, which is reported: does it count?"""
        stands = self.struck.get((row.sheet.name, row.cell(column))) if self.struck else None
        if stands is not None:
            self.problems.append(struck_through(self.place(row, column), item.id, row.value(column), stands))
        return stands is not None


@dataclass(slots=True)
class Said:
    """The rows of one item in a file, and what is read from them."""

    item: Item
    row: Row | None  # the question's own row
    parts: Mapping[str, Row]  # rows of options and of the table, by code
    cells: Cells
    value: Value = None
    absent: Absence | None = None
    details: str = ""
    citations: tuple[Citation, ...] = ()
    comment: str = ""
    cell: tuple[Row, str] | None = None  # where the answer stands, if not where it should

    def report(
        self, kind: type[Problem], column: str, row: Row | None = None, /, **parameters: object
    ) -> None:
        at = row or self.row
        if at is None:
            raise ValueError("a problem needs a row")
        place = self.cells.place(at, column)
        self.cells.problems.append(kind(place=place, item=self.item.id, **parameters))


def struck_through(place: Place, item: str, value: CellValue, stands: str) -> Problem:
    """Ask whether a text counts that is struck through, or that of which only a part `stands`."""
    if stands:
        return PartlyStruck(place=place, item=item, value=preview(value), stands=preview(stands))
    return StruckThrough(place=place, item=item, value=preview(value))
