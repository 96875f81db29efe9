"""Problems of the dates and the people in consultation.yaml."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class DateOfNothing(Problem):
    """A date for an action that the process does not have."""

    code: ClassVar[str] = "date-of-nothing"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonTwice(Problem):
    code: ClassVar[str] = "person-twice"
    severity: ClassVar[Severity] = Severity.WARNING
    name: str
