"""Remarks that are nearly the same, said once with all their places: forty notices are read by nobody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from problems import Problem
from problems.returns import TextBeyondTable
from problems.structure import QuestionReplaced, QuestionsReplaced, TextBesideQuestion, TextsBeyondTable
from workbooks.contents import cell_name, cell_position
from workbooks.index import Index
from workbooks.values import folded

MANY: Final = 4
"""So many remarks alike are said as one."""

SHOWN: Final = 3
"""So many of their values are shown."""


def together(problems: Sequence[Problem], index: Index) -> Iterator[Problem]:
    """Yield some problems, those that are alike as one."""
    groups: dict[object, list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[_kind(problem, index)].append(problem)
    for kind, alike in groups.items():
        yield from alike if kind is None or len(alike) < MANY else [_one(alike)]


def _kind(problem: Problem, index: Index) -> object:
    """Return what problems alike share; None for one that stands for itself."""
    match problem:
        case QuestionReplaced():
            return problem.code, problem.place.sheet
        case TextBeyondTable() | TextBesideQuestion():
            words = problem.value
            kind = "number" if folded(words).isdecimal() else "code" if index.code(words) else ""
            return (TextBeyondTable.code, problem.place.sheet, problem.place.column, kind) if kind else None
    return None


def _one(alike: Sequence[Problem]) -> Problem:
    places = sorted(problem.place for problem in alike)
    cells = tuple(_areas(place.cell for place in places))
    values = dict.fromkeys(value for problem in alike if (value := getattr(problem, "value", "")))
    if isinstance(alike[0], QuestionReplaced):
        return QuestionsReplaced(place=places[0], count=len(alike), cells=cells)
    shown = (*list(values)[:SHOWN], "…") if len(values) > SHOWN else tuple(values)
    return TextsBeyondTable(place=places[0], count=len(alike), values=shown, cells=cells)


def _areas(cells: Iterable[str]) -> Iterator[str]:
    """Yield cells of a column, those right beneath each other as an area: A6:A31."""
    found: list[list[int]] = []
    column = 0
    for cell in cells:
        row, column = cell_position(cell)
        if found and found[-1][1] == row - 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    for first, last in found:
        yield (
            cell_name(first, column)
            if first == last
            else f"{cell_name(first, column)}:{cell_name(last, column)}"
        )
