"""Write into the registry in place: whole or not at all, with a copy of what was there."""

from collections.abc import Mapping
from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from consultation.folder import write_whole
from problems import Place
from problems.registry import RegistryOpen
from problems.stages import Refused
from stakeholders.editing import edited


def write_cells(path: Path, cells: Mapping[tuple[int, int], str], *, copy: Path | None = None) -> None:
    """Write cells of the registry, by row and column from 0; before that, keep it as it was under `copy`.

    Refused where the file is open in a spreadsheet program, or a cell must not be written.
    """
    for lock in (path.with_name(f".~lock.{path.name}#"), path.with_name(f"~${path.name}")):
        if lock.exists():
            raise Refused(RegistryOpen(place=Place(path.name), lock=lock.name))
    before = path.read_bytes()
    after, problems = edited(before, path.suffix, cells, path.name)
    if after is None:
        raise Refused(problems[0])
    if copy is not None:
        write_whole(copy, before)
    write_whole(path, after)


def copy_of(path: Path, at: datetime, zone: str) -> Path:
    """Return where the registry of an instant is kept: `stakeholders.before-20261121-093000.xlsx`.

    A copy is never written over: a second one of the same instant has a number.
    """
    local = at.astimezone(ZoneInfo(zone))
    name = f"{path.stem}.before-{local:%Y%m%d-%H%M%S}"
    numbers = (f"-{number}" if number > 1 else "" for number in count(1))
    copies = (path.with_name(f"{name}{number}{path.suffix}") for number in numbers)
    return next(copy for copy in copies if not copy.exists())
