"""Who may do what: a name that nobody bears, a deed that is not for a role."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class PersonUnknown(Problem):
    """A name given with --as that is not among the people."""

    code: ClassVar[str] = "person-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class WhoActs(Problem):
    """People are listed, and nobody said who gives the command."""

    code: ClassVar[str] = "who-acts"
    severity: ClassVar[Severity] = Severity.BLOCKER
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NotForRole(Problem):
    """`deed` is one of workflows.acting."""

    code: ClassVar[str] = "not-for-role"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
    role: str
    deed: str
    names: tuple[str, ...]
