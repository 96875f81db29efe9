"""Problems of letters that somebody has written anew: what every letter needs."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class LetterWithoutSubject(Problem):
    code: ClassVar[str] = "letter-without-subject"
    start: str


@dataclass(frozen=True, kw_only=True)
class SubjectRunsOn(Problem):
    """What follows the subject without a blank line would become part of it."""

    code: ClassVar[str] = "letter-subject-runs-on"
    start: str


@dataclass(frozen=True, kw_only=True)
class LetterEmpty(Problem):
    code: ClassVar[str] = "letter-empty"


@dataclass(frozen=True, kw_only=True)
class LetterWithoutContact(Problem):
    code: ClassVar[str] = "letter-without-contact"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class HtmlInLetter(Problem):
    code: ClassVar[str] = "letter-with-html"
    severity: ClassVar[Severity] = Severity.WARNING
    tag: str


@dataclass(frozen=True, kw_only=True)
class LetterUnused(Problem):
    code: ClassVar[str] = "letter-unused"
    severity: ClassVar[Severity] = Severity.WARNING
    name: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterUnknown(Problem):
    code: ClassVar[str] = "letter-unknown"
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterThere(Problem):
    code: ClassVar[str] = "letter-there"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class LetterFailed(Problem):
    """A letter could not be written when it was needed: its template is wrong, and nothing was recorded.

    `why` is one of `division`, `missing` (`what` is), `not-many`, `forbidden`, or else `what` says it.
    """

    code: ClassVar[str] = "letter-failed"
    severity: ClassVar[Severity] = Severity.BLOCKER
    why: str
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterWouldFail(Problem):
    """A letter cannot be written with examples of its facts.

    `shape` is one of `full`, `bare` (nothing in what may be empty) and `other`: `fact` alone was otherwise.
    """

    code: ClassVar[str] = "letter-would-fail"
    why: str
    what: str
    shape: str
    fact: str = ""
