"""Problems of a decision workbook, and of decisions that the answers have outrun."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class NotDecisionWorkbook(Problem):
    code: ClassVar[str] = "not-a-decision-workbook"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class DecisionUnknownQuestion(Problem):
    code: ClassVar[str] = "decision-unknown-question"
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class DecisionOutdated(Problem):
    """`was` and `now` are the visible codes of the answers decided upon, and of today's."""

    code: ClassVar[str] = "decision-outdated"
    severity: ClassVar[Severity] = Severity.WARNING
    was: str
    now: str


@dataclass(frozen=True, kw_only=True)
class DecisionNotNeeded(Problem):
    code: ClassVar[str] = "decision-not-needed"
    severity: ClassVar[Severity] = Severity.INFO


@dataclass(frozen=True, kw_only=True)
class DecisionUnknownValue(Problem):
    code: ClassVar[str] = "decision-unknown-value"
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class DecisionAmbiguous(Problem):
    code: ClassVar[str] = "decision-ambiguous"
    value: str
    readings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DecisionNotRead(Problem):
    """`expected` is `number` or `date`."""

    code: ClassVar[str] = "decision-not-read"
    value: str
    expected: str


@dataclass(frozen=True, kw_only=True)
class DecisionMissing(Problem):
    code: ClassVar[str] = "decision-missing"


@dataclass(frozen=True, kw_only=True)
class ReasonMissing(Problem):
    code: ClassVar[str] = "reason-missing"


@dataclass(frozen=True, kw_only=True)
class DeciderMissing(Problem):
    code: ClassVar[str] = "decider-missing"


@dataclass(frozen=True, kw_only=True)
class DecidedTwice(Problem):
    code: ClassVar[str] = "decided-twice"
    others: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DecisionCellUnreadable(Problem):
    """An error, or a formula without a result: not the same as empty."""

    code: ClassVar[str] = "decision-cell-unreadable"


@dataclass(frozen=True, kw_only=True)
class DecisionsOpen(Problem):
    code: ClassVar[str] = "decisions-open"
    severity: ClassVar[Severity] = Severity.INFO
    count: int
