"""Problems of a choice sheet: what a person wrote on it, and what cannot be taken as a choice."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class NotChoiceSheet(Problem):
    code: ClassVar[str] = "not-a-choice-sheet"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class OtherChoiceSheet(Problem):
    code: ClassVar[str] = "other-choice-sheet"
    severity: ClassVar[Severity] = Severity.BLOCKER
    found: str
    expected: str


@dataclass(frozen=True, kw_only=True)
class ChoiceRowForeign(Problem):
    code: ClassVar[str] = "choice-row-foreign"
    found: str
    expected: str


@dataclass(frozen=True, kw_only=True)
class ChoiceUnknownSubject(Problem):
    code: ClassVar[str] = "choice-unknown-subject"
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class ChoiceWithoutSubject(Problem):
    code: ClassVar[str] = "choice-without-subject"
    value: str


@dataclass(frozen=True, kw_only=True)
class ChoiceUnknownOutcome(Problem):
    code: ClassVar[str] = "choice-unknown-outcome"
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class ChoiceAmbiguous(Problem):
    code: ClassVar[str] = "choice-ambiguous"
    value: str
    readings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ChoiceMissing(Problem):
    code: ClassVar[str] = "choice-missing"
    allowed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ChoiceReasonMissing(Problem):
    code: ClassVar[str] = "choice-reason-missing"
    outcome: str


@dataclass(frozen=True, kw_only=True)
class ChosenTwice(Problem):
    code: ClassVar[str] = "chosen-twice"
    others: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ChoiceCellUnreadable(Problem):
    """An error, or a formula without a result: not the same as empty."""

    code: ClassVar[str] = "choice-cell-unreadable"


@dataclass(frozen=True, kw_only=True)
class ChooserMissing(Problem):
    code: ClassVar[str] = "chooser-missing"


@dataclass(frozen=True, kw_only=True)
class ChoiceDayUnclear(Problem):
    code: ClassVar[str] = "choice-day-unclear"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class TooManyChosen(Problem):
    code: ClassVar[str] = "too-many-chosen"
    severity: ClassVar[Severity] = Severity.WARNING
    outcome: str
    count: int
    places: int


@dataclass(frozen=True, kw_only=True)
class NothingChosen(Problem):
    code: ClassVar[str] = "nothing-chosen"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class ChoicesOpen(Problem):
    code: ClassVar[str] = "choices-open"
    severity: ClassVar[Severity] = Severity.INFO
    count: int
