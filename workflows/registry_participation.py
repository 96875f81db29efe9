"""Write into the registry who took part in a training or an event: readiness, for routing and for people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from consultation.folder import Folder
from stakeholders.attended import parts_of, read_attended
from stakeholders.entries import Sheet, read_sheet
from workflows.registry_writing import write_cells


@dataclass(frozen=True)
class Participation:
    """What was written: the ids of the bodies whose row changed, and of those that the registry lacks."""

    changed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def record_participation(
    registry: Folder | Path,
    *,
    trainings: Mapping[str, str] | None = None,
    events: Mapping[str, str] | None = None,
) -> Participation:
    """Add trainings and events to the cells of bodies, given by id; what stands there already stays as it is.

    Values are written as in the registry: `introduction (2026-10-03)`, `2026-11 Kick-off meeting`; several
    are parted by semicolons. Twice is once: the same title at the same date is not added again.
    A missing column is added. Refused as `write_cells` is.
    """
    path = registry.registry if isinstance(registry, Folder) else registry
    sheet, _ = read_sheet(path, path.name)
    wanted = {"trainings": trainings or {}, "events": events or {}}
    ids = [body for given in wanted.values() for body in given]
    if sheet is None:
        return Participation(unknown=tuple(dict.fromkeys(ids)))
    changes = dict(_changes(sheet, wanted))
    columns = dict.fromkeys(column for _, column in changes)
    where, cells = sheet.columns_for(list(columns))
    for (body, column), text in changes.items():
        cells[sheet.by_ref[body].row, where[column]] = text
    if cells:
        write_cells(path, cells)
    changed = tuple(dict.fromkeys(body for body, _ in changes))
    return Participation(changed, tuple(body for body in dict.fromkeys(ids) if body not in sheet.by_ref))


def _changes(sheet: Sheet, wanted: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    for column, given in wanted.items():
        for body, words in given.items():
            entry = sheet.by_ref.get(body)
            if entry is None:
                continue
            text = entry.text(column)
            there = {(each.id, each.on) for each, _ in read_attended(text)}
            new = [str(each) for each, _ in read_attended(words) if (each.id, each.on) not in there]
            if new:
                # a semicolon behind what was parted by commas would make one title of it
                yield (body, column), "; ".join([*parts_of(text), *dict.fromkeys(new)])
