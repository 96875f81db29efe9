"""What cannot be changed on the way, and why."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class BodyUnknown(Problem):
    code: ClassVar[str] = "body-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class BodyAmbiguous(Problem):
    """A name that several bodies have."""

    code: ClassVar[str] = "body-ambiguous"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BodyMissing(Problem):
    """A command that needs somebody was told nobody."""

    code: ClassVar[str] = "body-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class BodyGone(Problem):
    code: ClassVar[str] = "body-gone"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class BodyNotAsked(Problem):
    code: ClassVar[str] = "body-not-asked"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class BodyNotRouted(Problem):
    """A body of the registry to which routing gives no question."""

    code: ClassVar[str] = "body-not-routed"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class BodyToItself(Problem):
    code: ClassVar[str] = "body-to-itself"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class QuestionUnknown(Problem):
    code: ClassVar[str] = "question-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class ArticleNotAsked(Problem):
    code: ClassVar[str] = "article-not-asked"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    allowed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionsMissing(Problem):
    """A command that needs questions was told none."""

    code: ClassVar[str] = "questions-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class RoundNotOpen(Problem):
    code: ClassVar[str] = "round-not-open"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class DeadlineUnreadable(Problem):
    code: ClassVar[str] = "deadline-unreadable"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str


@dataclass(frozen=True, kw_only=True)
class DeadlineGone(Problem):
    code: ClassVar[str] = "deadline-gone"
    severity: ClassVar[Severity] = Severity.BLOCKER
    deadline: str
    now: str


@dataclass(frozen=True, kw_only=True)
class ExtensionShorter(Problem):
    code: ClassVar[str] = "extension-shorter"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
    deadline: str
    wished: str


@dataclass(frozen=True, kw_only=True)
class WhyMissing(Problem):
    code: ClassVar[str] = "why-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class NothingToCorrect(Problem):
    """A correction requested of an answer that was never given."""

    code: ClassVar[str] = "nothing-to-correct"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RemarkTooLong(Problem):
    code: ClassVar[str] = "remark-too-long"
    severity: ClassVar[Severity] = Severity.BLOCKER
    length: int
    limit: int
    start: str


@dataclass(frozen=True, kw_only=True)
class ConsentUnknown(Problem):
    code: ClassVar[str] = "consent-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class ConsentWordsMissing(Problem):
    """More disclosure than before, without what the body itself has said."""

    code: ClassVar[str] = "consent-words-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class NoLetterYet(Problem):
    code: ClassVar[str] = "no-letter-yet"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class PersonMissing(Problem):
    """A new focal point without a name, an office or an address that mail reaches."""

    code: ClassVar[str] = "person-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER
    email: str
