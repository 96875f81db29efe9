"""A table in anybody's columns, put into ours: headings understood, said by a person, or left and named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from problems import Place, Problem, nearest
from problems.registry import ImportColumnMissing, ImportColumnUnknown
from sources.tables import Cell, Table
from stakeholders.columns import COLUMNS, LISTS, TITLE_ROWS
from stakeholders.meaning import CHOICES
from stakeholders.words import fold, look_up, meanings

ALIKE = 88
"""From this likeness (of 100) on, a heading is taken for a known word mistyped."""

NEEDED = ("name", "kind")
"""Without these a row is no body; an address may follow later."""

IGNORED = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading was taken for, and why: `said` now, `kept` from before, the `same` word, `near` it."""

    heading: str
    column: str  # ours; empty: to be ignored
    how: str


@dataclass(frozen=True)
class Wishes:
    """What a person says about a foreign table: their headings → our columns, their words → ours."""

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by our column
    constants: Mapping[str, str] = field(default_factory=dict)  # by our column: the same for every row

    def over(self, earlier: "Wishes") -> "Wishes":
        """Add what was said earlier; what is said now goes before it."""
        columns = set(self.values) | set(earlier.values)
        return Wishes(
            {**earlier.columns, **self.columns},
            {name: {**earlier.values.get(name, {}), **self.values.get(name, {})} for name in columns},
            {**earlier.constants, **self.constants},
        )


@dataclass(frozen=True)
class Foreign:
    """A foreign table: where its headings stand, what they were taken for, and which were not understood."""

    table: Table
    row: int
    matches: tuple[Match, ...]
    unknown: tuple[str, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(
            cell.text for row in self.table.rows[self.row : self.row + 1] for cell in row if cell.text
        )


def understand(
    table: Table, said: Wishes, kept: Mapping[tuple[str, ...], Wishes]
) -> tuple[Foreign, list[Problem]]:
    """Find the row of headings, and take each for one of our columns where that can be.

    `kept` holds what was said about earlier tables, by their sorted headings.
    """
    row = _row_of_headings(table, said, kept)
    written = [cell for cell in table.rows[row] if cell.text] if table.rows else []
    cells = list({cell.text: cell for cell in reversed(written)}.values())[::-1]
    earlier = kept.get(tuple(sorted(cell.text for cell in written)), Wishes())
    headings = {fold(cell.text): cell.text for cell in cells}
    problems: list[Problem] = [
        ImportColumnUnknown(
            place=table.place, value=name, allowed=tuple(headings.values()), near=_near(name, headings)
        )
        for name in said.columns
        if fold(name) not in headings
    ]
    told = {fold(name): (column, "kept") for name, column in earlier.columns.items()}
    told |= {fold(name): (column, "said") for name, column in said.columns.items()}
    matches = [_match(cell, told) for cell in cells]
    taken = {match.column for match in matches if match and match.how in {"said", "kept"}}
    final: list[Match] = []
    for how in ("said", "kept", "same", "near"):  # the surest first: a column is taken but once by guessing
        for match in filter(None, matches):
            if match.how == how and (how in {"said", "kept"} or match.column not in taken):
                taken.add(match.column)
                final.append(match)
    order = [cell.text for cell in cells]
    final.sort(key=lambda match: order.index(match.heading))
    done = {match.heading for match in final}
    foreign = Foreign(table, row, tuple(final), tuple(text for text in order if text not in done))
    constants = said.over(earlier).constants
    columns = {match.column for match in final} | set(constants)
    problems += [
        ImportColumnMissing(place=table.place, column=f"heading-{column}", headings=foreign.headings)
        for column in NEEDED
        if column not in columns
    ]
    return foreign, problems


def _near(name: str, headings: Mapping[str, str]) -> str:
    return headings.get(nearest(fold(name), headings), "")


def _row_of_headings(table: Table, said: Wishes, kept: Mapping[tuple[str, ...], Wishes]) -> int:
    """Return the row with most words that are headings; a row that was understood before is one."""
    scores = []
    wanted = set(map(fold, said.columns))
    for row in table.rows[:TITLE_ROWS]:
        texts = [cell.text for cell in row if cell.text]
        before = tuple(sorted(texts)) in kept
        known = sum(fold(text) in wanted or _guess(text)[0] is not None for text in texts)
        scores.append(len(texts) * 2 + 1 if before else known)
    return scores.index(max(scores)) if any(scores) else 0


def _match(cell: Cell, told: Mapping[str, tuple[str, str]]) -> Match | None:
    if fold(cell.text) in told:
        column, how = told[fold(cell.text)]
        return Match(cell.text, column, how)
    guess, how = _guess(cell.text)
    return Match(cell.text, guess, how) if guess else None


def _guess(text: str) -> tuple[str | None, str]:
    """Guess our column from a heading: the same word; else the longest known words in it; else one mistyped.

    Nothing but the same word makes an id: ids of other people's are not ours.
    """
    known = meanings("registry", COLUMNS, "heading-")
    if column := look_up(text, known):
        return column, "same"
    rest = {word: column for word, column in known.items() if column != "id"}
    words = fold(text).split()
    inside = [
        (len(word.split()), column) for word, column in rest.items() if f" {word} " in f" {' '.join(words)} "
    ]
    best = {column for size, column in inside if size == max(inside)[0]}
    if len(best) == 1:
        return best.pop(), "near"
    if not best:
        near = process.extractOne(fold(text), list(rest), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if near:
            return rest[near[0]], "near"
    return None, ""


def our_table(foreign: Foreign, wishes: Wishes) -> Table:
    """Return the table in our columns, its headings our ids, each cell at its foreign place.

    Columns that were taken for the same one of ours are joined: lists as lists, other words with a space.
    """
    at = {
        cell.text: number
        for number, cell in reversed(list(enumerate(foreign.table.rows[foreign.row])))
        if cell.text
    }
    sources: dict[str, list[int]] = {column: [] for column in wishes.constants}
    for match in foreign.matches:
        if match.column != IGNORED:
            sources.setdefault(match.column, []).append(at[match.heading])
    heads = tuple(Cell(column, _place(foreign, foreign.row, numbers)) for column, numbers in sources.items())
    rows = [heads]
    for number in range(foreign.row + 1, len(foreign.table.rows)):
        row = foreign.table.rows[number]
        if any(row[place].text for places in sources.values() for place in places):
            rows.append(
                tuple(
                    Cell(_value(column, row, places, wishes), _place(foreign, number, places))
                    for column, places in sources.items()
                )
            )
    return Table(foreign.table.place, tuple(rows))


def _place(foreign: Foreign, row: int, numbers: Sequence[int]) -> Place:
    first = numbers[0] if numbers else 0
    return foreign.table.rows[row][first].place


def _value(column: str, row: Sequence[Cell], places: Sequence[int], wishes: Wishes) -> str:
    texts = [row[place].text for place in places if row[place].text]
    text = ("; " if column in LISTS else " ").join(texts) or wishes.constants.get(column, "")
    theirs = {fold(word): ours for word, ours in wishes.values.get(column, {}).items()}
    return theirs.get(fold(text), text) if column in CHOICES else text
