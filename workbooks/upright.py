"""Sheets that were transposed, a question a column: turned for reading, every cell told as it stands."""

from collections.abc import Collection
from dataclasses import replace
from itertools import zip_longest

from problems import Problem
from workbooks.contents import Contents, Sheet, cell_name, cell_position
from workbooks.findings import Findings, Told
from workbooks.identity import Carrier


def upright(
    contents: Contents, tokens: tuple[Carrier, ...], sheets: Collection[str]
) -> tuple[Contents, tuple[Carrier, ...]]:
    """Return a file and its carriers with these sheets turned: rows are columns, columns are rows."""
    turned = replace(
        contents,
        sheets=tuple(_turned(sheet) if sheet.name in sheets else sheet for sheet in contents.sheets),
        uncached=tuple((name, _cell(name, cell, sheets)) for name, cell in contents.uncached),
        errors=tuple((name, _cell(name, cell, sheets), code) for name, cell, code in contents.errors),
        struck=tuple((name, _cell(name, cell, sheets), text) for name, cell, text in contents.struck),
        links=tuple((name, _cell(name, cell, sheets), text) for name, cell, text in contents.links),
        merged=tuple((name, _area(name, area, sheets)) for name, area in contents.merged),
    )
    return turned, tuple(Carrier(each.token, _where(each.where, sheets)) for each in tokens)


def as_it_stands(findings: Findings, tokens: tuple[Carrier, ...], sheets: Collection[str]) -> Findings:
    """Return what was found with the cells of the turned sheets as they are in the file."""
    return replace(
        findings,
        carriers=tokens,
        told=tuple(_told(each, sheets) for each in findings.told),
        problems=tuple(_problem(each, sheets) for each in findings.problems),
    )


def _turned(sheet: Sheet) -> Sheet:
    rows = tuple(zip_longest(*sheet.rows))
    return replace(sheet, rows=rows, first_row=sheet.first_column, first_column=sheet.first_row)


def _cell(name: str, cell: str, sheets: Collection[str]) -> str:
    if name not in sheets or not cell:
        return cell
    row, column = cell_position(cell)
    return cell_name(column, row)


def _area(name: str, area: str, sheets: Collection[str]) -> str:
    return ":".join(_cell(name, corner, sheets) for corner in area.split(":"))


def _where(where: str, sheets: Collection[str]) -> str:
    name, mark, cell = where.rpartition("!")
    return f"{name}!{_cell(name, cell, sheets)}" if mark else where


def _told(told: Told, sheets: Collection[str]) -> Told:
    entry = told.entry
    if entry is not None:
        entry = replace(entry, cell=_cell(entry.sheet, entry.cell, sheets))
    problems = tuple(_problem(each, sheets) for each in told.problems)
    return replace(told, cell=_cell(told.sheet, told.cell, sheets), entry=entry, problems=problems)


def _problem(problem: Problem, sheets: Collection[str]) -> Problem:
    place = problem.place
    if place.sheet not in sheets:
        return problem
    new = type(place)(place.path, sheet=place.sheet, cell=_cell(place.sheet, place.cell, sheets))
    return replace(problem, place=new)
