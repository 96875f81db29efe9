"""What a workbook says, before it is known whose it is and so what was asked of whoever filled it in."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from problems import Place, Problem
from problems.returns import NotAsked
from workbooks.answers import Entry
from workbooks.contents import cell_position
from workbooks.identity import Carrier


@dataclass(frozen=True, slots=True)
class Told:
    """What is told on one item: an entry, problems with it, or both.

    `sheet` and `cell` are where its answer is expected; empty where the row of the question is gone.
    """

    item: str
    sheet: str
    cell: str
    entry: Entry | None
    problems: tuple[Problem, ...]
    rest: Entry | None = None  # what else is said, where there is no entry because something is unclear


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in a file: items as the questionnaires order them, other problems as one reads."""

    carriers: tuple[Carrier, ...]
    language: str
    sheets: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    problems: tuple[Problem, ...] = ()
    shares: tuple[tuple[str, "Findings"], ...] = ()
    """Where the tokens name several invitations: what stands under each of them, proven or not."""
    part: bool = False
    """Whether this is what stands under one of several invitations."""

    def share_of(self, invitation: str) -> "Findings":
        """Return what stands under an invitation; everything where the file names no other."""
        share = dict(self.shares).get(invitation)
        return replace(share, part=True) if share else self

    def rests(self, asked: Collection[str]) -> tuple[Entry, ...]:
        """Return what is said beside what has no one reading, on the items `asked`: for its sender alone."""
        return tuple(told.rest for told in self.told if told.rest and told.item in asked)

    def answers_to(
        self, asked: Collection[str] | None, shown: str
    ) -> tuple[tuple[Entry, ...], list[Problem]]:
        """Return the entries on the items `asked`, or on all, and the problems as a reader meets them.

        What is told on other items is left out, with its problems, and reported as not asked.
        """
        entries: list[Entry] = []
        problems = list(self.problems)
        for told in self.told:
            if asked is not None and told.item not in asked:
                place = Place(shown, sheet=told.sheet, cell=told.cell)
                problems.append(NotAsked(place=place, item=told.item))
                continue
            problems += told.problems
            if told.entry is not None:
                entries.append(told.entry)
        if self.told:
            problems.sort(key=in_order(self.sheets))
        return tuple(entries), problems


def in_order(sheets: Sequence[str]) -> Callable[[Problem], tuple[int, int, int]]:
    """Return the key that sorts problems as a reader meets them: by sheet, row and column."""
    places = {sheet: place for place, sheet in enumerate(sheets)}

    def key(problem: Problem) -> tuple[int, int, int]:
        row, column = cell_position(problem.place.cell) if problem.place.cell else (0, 0)
        return places.get(problem.place.sheet, -1), row, column

    return key
