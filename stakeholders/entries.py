"""The registry as it stands in its file: every body's row, with its words as written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from languages.messages import spoken
from problems import Place, Problem, nearest
from problems.registry import BodyUnknown
from sources.presence import missing
from sources.tables import Table, read_table
from stakeholders.columns import Headings, find_headings, heading
from stakeholders.registry import ID
from stakeholders.words import fold, slug


@dataclass(frozen=True)
class Entry:
    """One row: `ref` is the body's id, or `row:7` where that id is another row's, or none at all."""

    row: int  # from 0
    ref: str
    texts: Mapping[str, str]  # what is written, by our columns
    place: Place

    @property
    def name(self) -> str:
        return self.texts.get("name", "")

    def text(self, column: str) -> str:
        return self.texts.get(column, "")


@dataclass(frozen=True)
class Sheet:
    """The table of the registry, and its rows that are bodies."""

    table: Table
    headings: Headings
    entries: tuple[Entry, ...]

    @cached_property
    def by_ref(self) -> Mapping[str, Entry]:
        rows = {f"row:{entry.place.line}": entry for entry in self.entries}
        return rows | {entry.ref: entry for entry in self.entries}

    @cached_property
    def language(self) -> str:
        """Return the language of its headings, English where that cannot be told."""
        written = [fold(cell.text) for cell in self.table.rows[self.headings.row]]
        counts = {
            language: sum(fold(heading(language, column)) in written for column in self.headings.columns)
            for language in spoken()
        }
        return max(counts, key=lambda language: counts[language])

    @property
    def next_row(self) -> int:
        """Return the first row below the last body."""
        return max((entry.row for entry in self.entries), default=self.headings.row) + 1

    @property
    def next_column(self) -> int:
        """Return the first column to the right of the last heading."""
        written = [number for number, cell in enumerate(self.table.rows[self.headings.row]) if cell.text]
        return max(written, default=-1) + 1

    def columns_for(self, columns: Sequence[str]) -> tuple[dict[str, int], dict[tuple[int, int], str]]:
        """Return where these columns stand, and the headings to write for those that are missing."""
        where, new = dict(self.headings.columns), {}
        free = self.next_column
        for column in columns:
            if column not in where:
                where[column] = free
                new[self.headings.row, free] = heading(self.language, column)
                free += 1
        return where, new

    def find(self, ref: str) -> Entry | Problem:
        entry = self.by_ref.get(ref)
        refs = [each.ref for each in self.entries]
        return entry or BodyUnknown(value=ref, near=nearest(ref, refs))


def read_sheet(path: Path, shown: str) -> tuple[Sheet | None, list[Problem]]:
    """Read the registry's rows; without a file or a row of headings there is nothing to read."""
    if missing(path):
        return None, []
    table, problems = read_table(path, shown)
    if table is None:
        return None, problems
    sheet, more = sheet_of(table)
    return sheet, [*problems, *more]


def sheet_of(table: Table) -> tuple[Sheet | None, list[Problem]]:
    """Find the headings and the bodies of a table; none where no column gives their names."""
    headings, problems = find_headings(table)
    if headings is None or "name" not in headings.columns:
        return None, problems
    entries: list[Entry] = []
    taken: set[str] = set()
    for number, row in enumerate(table.rows):
        if number <= headings.row or not any(row[column].text for column in headings.columns.values()):
            continue
        texts = {column: row[at].text for column, at in headings.columns.items()}
        texts["name"] = " ".join(texts["name"].split())
        place = row[headings.columns["name"]].place
        own = texts.get("id") or (slug(texts["name"]) if texts["name"] else "")
        free = bool(own) and re.fullmatch(ID, own) is not None and own not in taken
        taken.add(own)
        entries.append(Entry(number, own if free else f"row:{place.line}", texts, place))
    return Sheet(table, headings, tuple(entries)), problems
