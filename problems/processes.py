"""What is wrong in the description of a process."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem


@dataclass(frozen=True, kw_only=True)
class NameTwice(Problem):
    code: ClassVar[str] = "name-twice"
    name: str


@dataclass(frozen=True, kw_only=True)
class MomentUnknown(Problem):
    code: ClassVar[str] = "moment-unknown"
    name: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class PhaseUnknown(Problem):
    code: ClassVar[str] = "phase-unknown"
    name: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class RoundUnknown(Problem):
    code: ClassVar[str] = "round-unknown"
    name: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class ActionUnknown(Problem):
    code: ClassVar[str] = "action-unknown"
    name: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class FormMissing(Problem):
    code: ClassVar[str] = "form-missing"
    name: str


@dataclass(frozen=True, kw_only=True)
class GoesRound(Problem):
    """A moment that waits for itself."""

    code: ClassVar[str] = "goes-round"
    name: str
