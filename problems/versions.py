"""What of a body's returns cannot be shown or handed out, and why."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class VersionUnknown(Problem):
    """A version that a body has not sent."""

    code: ClassVar[str] = "version-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: int
    name: str
    allowed: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class NothingToCompare(Problem):
    """A body that has sent one version, or none."""

    code: ClassVar[str] = "nothing-to-compare"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
    count: int


@dataclass(frozen=True, kw_only=True)
class OriginalUnknown(Problem):
    """Neither a version of a body nor the beginning of the digest of one of its files."""

    code: ClassVar[str] = "original-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    name: str
    allowed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OriginalNone(Problem):
    """A body of which no file has come."""

    code: ClassVar[str] = "original-none"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class OriginalMissing(Problem):
    """The bytes of a recorded file are not where they are kept."""

    code: ClassVar[str] = "original-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class OriginalAltered(Problem):
    """The bytes that are kept are not those that came."""

    code: ClassVar[str] = "original-altered"
    severity: ClassVar[Severity] = Severity.BLOCKER
    digest: str


@dataclass(frozen=True, kw_only=True)
class CopyExists(Problem):
    """There is something already where the copy is to go."""

    code: ClassVar[str] = "copy-exists"
    severity: ClassVar[Severity] = Severity.BLOCKER
