"""A process: how a consultation runs, as data."""

from datetime import time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from clusters.model import Model
from problems import Problem
from sources import load_model, read_yaml

Moment = Literal["launch", "deadline", "cleared"]
Performance = Literal["receive", "remind", "reconcile", "compile"]

DEFINITIONS = Path(__file__).parent / "definitions"


def _clock(value: object) -> object:
    if isinstance(value, str):
        try:
            return time.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError("own-clock", "a time of day is needed") from error
    return value


class When(Model):
    """So many days after (or, negative, before) a moment, at a time of day."""

    days: int = Field(ge=-3660, le=3660)
    of: Literal["launch", "deadline"]
    at: Annotated[time, BeforeValidator(_clock)] = time(9)


class Action(Model):
    """Something the process does: at an instant once, or, `standing`, whenever it is asked what is due."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    perform: Performance
    to: Literal["owing"] | None = None
    when: When | None = None
    standing: bool = False

    @model_validator(mode="after")
    def _timed_or_standing(self) -> "Action":
        if self.standing == (self.when is not None):
            raise PydanticCustomError("own-timed", "either `when` or `standing`")
        if (self.perform == "remind") != (self.to is not None):
            raise PydanticCustomError("own-owing", "`remind` says `to: owing`")
        return self


class Phase(Model):
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    start: Literal["launch", "deadline"] = Field(alias="from")
    until: Moment
    actions: tuple[Action, ...]


class Process(Model):
    """What `workflows/definitions/<process>.yaml`, or `process.yaml` in the folder, says."""

    process: str
    version: str
    phases: tuple[Phase, ...] = Field(min_length=1)
    clears: Literal["focal-point"]

    @model_validator(mode="after")
    def _unique(self) -> "Process":
        names = [action.id for phase in self.phases for action in phase.actions]
        if len(names) != len(set(names)):
            raise PydanticCustomError("own-same-id", "two actions have the same id")
        return self


def read_process(name: str, folder: Path) -> tuple[Process | None, list[Problem]]:
    """Read the folder's own `process.yaml` if there is one, else the shipped process `name`."""
    own = folder / "process.yaml"
    path = own if own.exists() else DEFINITIONS / f"{name}.yaml"
    document, problems = read_yaml(path, shown=path.name)
    return load_model(document, Process) if document else (None, problems)


def shipped_processes() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in DEFINITIONS.glob("*.yaml")))
