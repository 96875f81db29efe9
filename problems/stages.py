"""What a stage of the consultation refuses, and why (exit code 3)."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


class Refused(Exception):  # noqa: N818  # a refusal is not an error of the program
    """A stage does not go ahead; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, kw_only=True)
class NotLaunched(Problem):
    code: ClassVar[str] = "not-launched"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class RecordMissing(Problem):
    code: ClassVar[str] = "record-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class AnswersMissing(Problem):
    code: ClassVar[str] = "answers-missing"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FolderInInbox(Problem):
    code: ClassVar[str] = "folder-in-inbox"


@dataclass(frozen=True, kw_only=True)
class NothingFilledIn(Problem):
    code: ClassVar[str] = "nothing-filled-in"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class AlreadyCleared(Problem):
    code: ClassVar[str] = "already-cleared"
    severity: ClassVar[Severity] = Severity.BLOCKER
    by: str
    day: str


@dataclass(frozen=True, kw_only=True)
class NobodyToAsk(Problem):
    code: ClassVar[str] = "nobody-to-ask"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class NothingReturned(Problem):
    code: ClassVar[str] = "nothing-returned"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class StillDiverging(Problem):
    code: ClassVar[str] = "still-diverging"
    severity: ClassVar[Severity] = Severity.BLOCKER
    count: int
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NothingCompiled(Problem):
    code: ClassVar[str] = "nothing-compiled"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class NothingDrafted(Problem):
    code: ClassVar[str] = "nothing-drafted"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class SubmissionOutdated(Problem):
    code: ClassVar[str] = "submission-outdated"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class NotTheFocalPoint(Problem):
    code: ClassVar[str] = "not-the-focal-point"
    severity: ClassVar[Severity] = Severity.BLOCKER
    by: str
    focal_point: str


@dataclass(frozen=True, kw_only=True)
class NotWritable(Problem):
    code: ClassVar[str] = "not-writable"
    severity: ClassVar[Severity] = Severity.BLOCKER
    why: str


@dataclass(frozen=True, kw_only=True)
class NoSuchFile(Problem):
    code: ClassVar[str] = "no-such-file"
    name: str


@dataclass(frozen=True, kw_only=True)
class NotWaiting(Problem):
    code: ClassVar[str] = "not-waiting"
    name: str


@dataclass(frozen=True, kw_only=True)
class SeveralWaiting(Problem):
    """Several files of one name wait; `digests`: how the digest of each of them begins."""

    code: ClassVar[str] = "several-waiting"
    name: str
    digests: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RegistryChanged(Problem):
    code: ClassVar[str] = "registry-changed"
    severity: ClassVar[Severity] = Severity.WARNING
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NoSuchLanguage(Problem):
    code: ClassVar[str] = "no-such-language"
    severity: ClassVar[Severity] = Severity.BLOCKER
    language: str
    allowed: tuple[str, ...]
    near: str = ""
