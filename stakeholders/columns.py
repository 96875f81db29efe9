"""The columns of the registry: one layout for its reader and for the empty one that a person fills in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from problems import Problem, nearest
from problems.registry import ColumnMissing, ColumnTwice, ColumnUnknown
from sources.tables import Cell, Table
from stakeholders.model import Attribution, Kind
from stakeholders.words import fold, look_up, meanings, printed

COLUMNS = (
    "name",
    "kind",
    "sector",
    "mandates",
    "languages",
    "contact",
    "email",
    "telephone",
    "at-risk",
    "attribution",
    "id",
    "regions",
    "expertise",
    "focal",
    "events",
    "trainings",
    "notes",
)
LISTS = frozenset({"mandates", "languages", "regions", "expertise", "focal", "events", "trainings"})
"""The columns whose cells list several things."""

REQUIRED = ("name", "kind", "email")
KINDS = tuple(Kind)
ATTRIBUTIONS = tuple(Attribution)

TITLE_ROWS = 10
"""How far down the row of headings may stand, below a title or a logo."""


@dataclass(frozen=True)
class Headings:
    """Which column of the table holds what, and the row under which the bodies begin."""

    row: int
    columns: dict[str, int]

    def cell(self, row: Sequence[Cell], column: str) -> Cell | None:
        return row[self.columns[column]] if column in self.columns else None


def heading(language: str, column: str) -> str:
    return printed(language, f"heading-{column}")


def find_headings(table: Table) -> tuple[Headings | None, list[Problem]]:
    """Find the row of headings, in any language we speak; without one there is no registry to read."""
    known = meanings("registry", COLUMNS, "heading-")
    scores = [sum(look_up(cell.text, known) is not None for cell in row) for row in table.rows[:TITLE_ROWS]]
    if not any(scores):
        return None, [ColumnMissing(place=table.place, column="heading-name")]
    number = scores.index(max(scores))
    row = table.rows[number]
    found: dict[str, Cell] = {}
    problems: list[Problem] = []
    for cell in row:
        column = look_up(cell.text, known)
        if column in found:
            problems.append(ColumnTwice(place=cell.place, heading=cell.text, first=where(found[column])))
        elif column:
            found[column] = cell
        elif cell.text:
            problems.append(_unknown(cell, known))
    missing = (column for column in REQUIRED if column not in found)
    problems += [ColumnMissing(place=row[0].place, column=f"heading-{column}") for column in missing]
    return Headings(number, {column: row.index(cell) for column, cell in found.items()}), problems


def where(cell: Cell) -> str:
    """Return the place of a cell within its own table, for a sentence about another one."""
    return cell.place.cell or f"{cell.place.line}:{cell.place.column}"


def _unknown(cell: Cell, known: Mapping[str, str]) -> Problem:
    near = known.get(nearest(fold(cell.text), known), "")
    allowed = tuple(f"heading-{column}" for column in COLUMNS)
    return ColumnUnknown(
        place=cell.place, heading=cell.text, allowed=allowed, near=near and f"heading-{near}"
    )
