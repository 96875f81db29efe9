"""What of ours was found in a file: rows with their columns, sheet by sheet."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from problems import Problem
from workbooks.contents import Sheet, cell_name
from workbooks.contents import Value as CellValue

INPUT: Final = ("answer", "details", "law", "comment")
"""The columns of a question that take something."""

NOT_OF_OPTIONS: Final = frozenset({"details", "law", "comment"})
"""The columns that the row of an option does not have."""

CODE: Final = "code"

How = Literal["code", "name", "text", "place", "doubt"]
"""How a row was recognized: by its code, its answer cell's name, its words, its place; or not at all."""


@dataclass(slots=True, eq=False)  # not frozen: a file has hundreds, and frozen ones cost three times as much
class Row:
    """One of our rows in a file: its code, and where the columns stand. Never altered."""

    code: str
    sheet: Sheet
    row: int
    columns: Mapping[str, int]
    how: How = "code"
    values: tuple[CellValue, ...] = field(init=False)
    """What the row holds, from the sheet's first column on."""

    def __post_init__(self) -> None:
        down = self.row - self.sheet.first_row
        self.values = self.sheet.rows[down] if 0 <= down < len(self.sheet.rows) else ()

    def value(self, column: str) -> CellValue:
        place = self.columns.get(column, 0) - self.sheet.first_column
        return self.values[place] if 0 <= place < len(self.values) else None

    def cell(self, column: str) -> str:
        """Return where a column stands in this row; the leftmost one's place for one that is gone."""
        return cell_name(self.row, self.columns.get(column) or min(self.columns.values(), default=1))

    @property
    def accounted(self) -> frozenset[int]:
        """The columns whose cells are read with this row."""
        kept = self.columns.keys() - NOT_OF_OPTIONS if ":" in self.code else self.columns.keys()
        return frozenset(self.columns[column] for column in kept)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why nothing can be taken of an item: the row to look at, the kind of problem, what it says."""

    row: Row
    kind: type[Problem]
    about: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a sheet of ours: column of codes, header row, hidden count; 0 where unknown."""

    first: int
    top: int = 0
    count: int = 0


@dataclass(slots=True)
class Found:
    """Everything of ours in a file."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    laws: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    claimed: dict[tuple[str, int], Row] = field(default_factory=dict)
    """(sheet, row) of each row of ours, headers too."""
    questions: dict[str, Mapping[str, int]] = field(default_factory=dict)  # sheet → where its columns stand
    lost: dict[str, tuple[str, ...]] = field(default_factory=dict)  # sheet → columns that are not recognized
    gone: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # sheet → columns that the others do without
    frames: dict[str, Frame] = field(default_factory=dict)  # by sheet
    doubts: dict[str, Doubt] = field(default_factory=dict)  # by item, of which nothing is taken
    turned: set[str] = field(default_factory=set)  # sheets that show a question a column: nothing is read
    language: str = ""

    def add(self, row: Row) -> None:
        self.rows[row.code].append(row)
        self.claim(row)

    def add_law(self, row: Row) -> None:
        self.laws[row.code].append(row)
        self.claim(row)

    def leave(self, row: Row) -> None:
        """Take a row from the question of its code; it is nobody's then."""
        self.rows[row.code].remove(row)
        if not self.rows[row.code]:
            del self.rows[row.code]
        if self.claimed.get((row.sheet.name, row.row)) is row:
            del self.claimed[row.sheet.name, row.row]

    def doubt(self, item: str, doubt: Doubt) -> None:
        """Take nothing of an item; its rows stay its own."""
        self.doubts.setdefault(item, doubt)

    def claim(self, row: Row) -> None:
        self.claimed.setdefault((row.sheet.name, row.row), row)
