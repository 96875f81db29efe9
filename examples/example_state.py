"""The example State: its settings, its launch with fixed codes, and what its bodies answer.

Everything about it is invented. XA is a code that ISO 3166-1 leaves to its users: no State has it. The
launch draws its codes from a fixed stream of bytes, so that the returned workbooks in `example-
state/returns/`, saved by LibreOffice, belong to every launch made here.
"""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from consultation.new import Wishes, new_consultation
from workflows.check import everything_known
from workflows.launch import Launched, Random, launch
from workflows.workspace import Workspace, open_workspace

FILES = Path(__file__).parent / "example-state"
RETURNS = FILES / "returns"
WAVES = ("first", "second")
"""Folders of `returns/`: what comes back before the reminder, and after it."""

STATE, LANGUAGE, ZONE = "XA", "fr", "Africa/Bamako"
NAMES = {"fr": "État d’exemple", "en": "Example State"}
FOCAL_POINT = "Awa Delorme"
OFFICE = "Ministère de la justice"
EMAIL = "point.de.contact@justice.example"
TELEPHONE = "+999 20 00 01 00"


@dataclass(frozen=True)
class Return:
    """One returned file, as `returns.yaml` describes how a person made it."""

    file: str
    wave: str
    body: str = ""
    changes: dict[str, Any] = field(default_factory=dict)  # answers that differ in this version
    sheet: str = ""  # what the sheet of questions was renamed to
    sort: bool = False  # its rows were sorted by the answers
    copy: str = ""  # the same bytes as this file
    cut: int = 0  # only so many bytes arrived
    cells: tuple[tuple[str, ...], ...] = ()  # a spreadsheet that has nothing to do with us

    @property
    def path(self) -> Path:
        return RETURNS / self.wave / self.file


def read_yaml(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def returns() -> Iterator[Return]:
    """Yield the returned files, in the order in which they are made."""
    for wave, files in read_yaml(FILES / "returns.yaml").items():
        for each in files:
            cells = tuple(tuple(map(str, row)) for row in each.pop("cells", ()))
            yield Return(wave=wave, cells=cells, **each)


def answers(each: Return) -> dict[str, Any]:
    """Return what a body says in this version of its return, by item."""
    said = dict(read_yaml(FILES / "answers" / f"{each.body}.yaml")) | each.changes
    return {item: answer for item, answer in said.items() if answer is not None}


def fixed_codes() -> Random:
    """Return a stream of bytes that is always the same: for this example, never for a real consultation."""
    drawn = iter(range(1_000_000))

    def draw(size: int) -> bytes:
        return hashlib.shake_256(f"example State {next(drawn)}".encode()).digest(size)

    return draw


def copy_settings(folder: Path) -> None:
    """Put the example's registry and routing in place, instead of the empty ones of a new folder."""
    (folder / "stakeholders.xlsx").unlink()
    for name in ("stakeholders.csv", "routing.yaml"):
        shutil.copy(FILES / name, folder / name)


def name_in_english(folder: Path) -> None:
    """Write the State's English name into the settings, as a person would, beneath the French one."""
    settings = folder / "consultation.yaml"
    french = f'  fr: "{NAMES["fr"]}"\n'
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(french, f'{french}  en: "{NAMES["en"]}"\n'), encoding="utf-8")


def launch_example(folder: Path, *, at: datetime) -> tuple[Workspace, Launched]:
    """Launch the consultation in `folder` at an instant, with the codes that the returned workbooks carry."""
    workspace, problems = open_workspace(folder)
    if workspace is None:
        raise ValueError([problem.message() for problem in problems])
    return workspace, launch(workspace, at=at, random=fixed_codes())


def make_example(folder: Path, *, at: datetime, deadline: str) -> tuple[Workspace, Launched]:
    """Make and launch the whole example in `folder`, without the command line."""
    wishes = Wishes(
        state=STATE,
        language=LANGUAGE,
        names={LANGUAGE: NAMES[LANGUAGE]},
        deadline=deadline,
        zone=ZONE,
        focal_point=FOCAL_POINT,
        office=OFFICE,
        email=EMAIL,
        telephone=TELEPHONE,
    )
    _, problems = new_consultation(folder, wishes, at=at, known=everything_known())
    if problems:
        raise ValueError([problem.message() for problem in problems])
    copy_settings(folder)
    name_in_english(folder)
    return launch_example(folder, at=at)
