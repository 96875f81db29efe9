"""Read a stranger's table for the import: .xlsx and .ods in a confined child process, .csv as text."""

from pathlib import Path

from problems import Place, Problem, nearest
from problems.registry import SheetUnknown
from problems.stages import NoSuchFile
from problems.tables import CellError
from sources.tables import Cell, Table, cell_place, read_table, text_of
from workbooks.contents import Contents, Sheet, cell_position
from workbooks.sandbox import Sandbox


def read_foreign(path: Path, shown: str, sheet: str = "") -> tuple[Table | None, list[Problem]]:
    """Read one sheet: the one of that name, else the first with anything in it that is not hidden."""
    if not path.is_file():
        return None, [NoSuchFile(place=Place(shown), name=path.name)]
    if path.suffix.lower() == ".csv":
        return read_table(path, shown)
    with Sandbox(children=1) as sandbox:
        contents, problems = sandbox.open(path, shown)
    if contents is None:
        return None, problems
    names = [each.name for each in contents.sheets]
    if sheet:
        chosen = next((each for each in contents.sheets if each.name.casefold() == sheet.casefold()), None)
        if chosen is None:
            near = nearest(sheet, names)
            return None, [
                *problems,
                SheetUnknown(place=Place(shown), value=sheet, allowed=tuple(names), near=near),
            ]
    else:
        chosen = next((each for each in contents.sheets if each.rows and not each.hidden), None)
    if chosen is None:
        return Table(Place(shown), ()), problems
    return _table(chosen, shown), [*problems, *_errors(contents, chosen, shown)]


def _table(sheet: Sheet, shown: str) -> Table:
    place = Place(shown, sheet=sheet.name)
    return Table(
        place,
        tuple(
            tuple(
                Cell(text_of(value), cell_place(place, row, column))
                for column, value in enumerate(values, sheet.first_column - 1)
            )
            for row, values in enumerate(sheet.rows, sheet.first_row - 1)
        ),
    )


def _errors(contents: Contents, sheet: Sheet, shown: str) -> list[Problem]:
    place = Place(shown, sheet=sheet.name)
    return [
        CellError(place=cell_place(place, row - 1, column - 1), value=value)
        for name, cell, value in contents.errors
        if name == sheet.name
        for row, column in [cell_position(cell)]
    ]
