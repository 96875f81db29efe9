"""Problems of the database: it cannot be opened or written, or its audit chain does not hold."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


class StoreUnavailable(Exception):  # noqa: N818  # it says what is the case; the problem says what is wrong
    """The database cannot do what was asked; `problem` says why. Nothing of the transaction stays."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, kw_only=True)
class _Blocker(Problem):
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str  # the file, or the address without its password


@dataclass(frozen=True, kw_only=True)
class DatabaseMissing(_Blocker):
    code: ClassVar[str] = "database-missing"


@dataclass(frozen=True, kw_only=True)
class NotADatabase(_Blocker):
    code: ClassVar[str] = "not-a-database"


@dataclass(frozen=True, kw_only=True)
class ForeignDatabase(_Blocker):
    code: ClassVar[str] = "foreign-database"


@dataclass(frozen=True, kw_only=True)
class DatabaseNewer(_Blocker):
    code: ClassVar[str] = "database-newer"
    version: str
    known: str


@dataclass(frozen=True, kw_only=True)
class DatabaseDamaged(_Blocker):
    code: ClassVar[str] = "database-damaged"


@dataclass(frozen=True, kw_only=True)
class DatabaseLocked(_Blocker):
    code: ClassVar[str] = "database-locked"


@dataclass(frozen=True, kw_only=True)
class DatabaseReadOnly(_Blocker):
    code: ClassVar[str] = "database-read-only"


@dataclass(frozen=True, kw_only=True)
class DiskFull(_Blocker):
    code: ClassVar[str] = "disk-full"


@dataclass(frozen=True, kw_only=True)
class DatabaseUnreachable(_Blocker):
    code: ClassVar[str] = "database-unreachable"
    why: str


@dataclass(frozen=True, kw_only=True)
class DatabaseAddress(_Blocker):
    code: ClassVar[str] = "database-address"


@dataclass(frozen=True, kw_only=True)
class AuditEntryMissing(Problem):
    code: ClassVar[str] = "audit-entry-missing"
    entries: str  # one number, or the first and the last


@dataclass(frozen=True, kw_only=True)
class AuditEntryAltered(Problem):
    code: ClassVar[str] = "audit-entry-altered"
    seq: int
    event: str


@dataclass(frozen=True, kw_only=True)
class AuditContentAltered(Problem):
    code: ClassVar[str] = "audit-content-altered"
    seq: int
    event: str


@dataclass(frozen=True, kw_only=True)
class AuditHeadDiffers(Problem):
    code: ClassVar[str] = "audit-head-differs"
    seq: int
    digest: str
