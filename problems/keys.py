"""What cannot be done with the keys that sign workbooks."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class KeyUnknown(Problem):
    code: ClassVar[str] = "key-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class KeyStillSigns(Problem):
    code: ClassVar[str] = "key-still-signs"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
