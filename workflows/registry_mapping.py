"""registry-import.yaml: how the columns of other people's tables were understood, for the next time."""

import io
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from clusters.model import Model
from consultation.folder import write_whole
from problems import Problem, nearest
from problems.registry import ImportColumnUnknown
from sources.yaml import load_model, read_yaml
from stakeholders.columns import COLUMNS
from stakeholders.foreign import IGNORED, Foreign, Wishes

NAME = "registry-import.yaml"
UNREAD = "-"
HEAD = """\
# How columns of other spreadsheets were understood by: consult registry import
# A table is known again by its headings. "-" leaves a column unread. This file may be edited.
"""


class TableEntry(Model):
    """One kind of table: its sorted headings, and what a person said, or the program guessed, about it."""

    headings: tuple[str, ...]
    columns: dict[str, str] = Field(default_factory=dict)  # theirs → ours, or `-`
    values: dict[str, dict[str, str]] = Field(default_factory=dict)  # our column → their word → ours
    constants: dict[str, str] = Field(default_factory=dict)  # our column → what holds for every row


class MappingFile(Model):
    tables: tuple[TableEntry, ...] = ()


def kept_mappings(folder: Path) -> tuple[dict[tuple[str, ...], Wishes], list[Problem]]:
    """Read what was understood before, by sorted headings."""
    path = folder / NAME
    if not path.is_file():
        return {}, []
    document, problems = read_yaml(path, NAME)
    if document is None or document.data is None:
        return {}, problems
    written, problems = load_model(document, MappingFile)
    if written is None:
        return {}, problems
    kept = {}
    for number, table in enumerate(written.tables):
        for key in ("columns", "values", "constants"):
            given: Mapping[str, object] = getattr(table, key)
            for step, column in given.items() if key == "columns" else ((name, name) for name in given):
                if column not in {*COLUMNS, UNREAD}:
                    place = document.place(("tables", number, key, step))
                    near = nearest(str(column), COLUMNS)
                    problems.append(
                        ImportColumnUnknown(place=place, value=str(column), allowed=COLUMNS, near=near)
                    )
        columns = {theirs: IGNORED if ours == UNREAD else ours for theirs, ours in table.columns.items()}
        kept[tuple(sorted(table.headings))] = Wishes(columns, table.values, table.constants)
    return kept, problems


def keep_mapping(folder: Path, foreign: Foreign, wishes: Wishes) -> bool:
    """Keep how a table was understood; return whether that is news."""
    kept, _ = kept_mappings(folder)
    headings = tuple(sorted(foreign.headings))
    columns = {match.heading: match.column for match in foreign.matches}
    now = Wishes(columns, wishes.values, wishes.constants)
    if kept.get(headings) == now:
        return False
    kept[headings] = now
    write_whole(folder / NAME, HEAD.encode() + _yaml(kept))
    return True


def _yaml(kept: Mapping[tuple[str, ...], Wishes]) -> bytes:
    from ruamel.yaml import YAML

    tables = []
    for headings, wishes in kept.items():
        columns = {theirs: ours or UNREAD for theirs, ours in wishes.columns.items()}
        table = {"headings": list(headings), "columns": columns}
        values = {name: dict(words) for name, words in wishes.values.items() if words}
        table |= {"values": values} if values else {}
        table |= {"constants": dict(wishes.constants)} if wishes.constants else {}
        tables.append(table)
    yaml = YAML()
    yaml.width = 100
    out = io.BytesIO()
    yaml.dump({"tables": tables}, out)
    return out.getvalue()
