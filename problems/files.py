"""Problems of text files that a person writes: the file itself, its syntax, its keys and values."""

from dataclasses import dataclass
from typing import ClassVar

from languages import say
from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class FileMissing(Problem):
    code: ClassVar[str] = "file-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class FileUnreadable(Problem):
    code: ClassVar[str] = "file-unreadable"
    severity: ClassVar[Severity] = Severity.BLOCKER
    why: str


@dataclass(frozen=True, kw_only=True)
class NotYaml(Problem):
    code: ClassVar[str] = "not-yaml"
    severity: ClassVar[Severity] = Severity.BLOCKER
    why: str


@dataclass(frozen=True, kw_only=True)
class DuplicateKey(Problem):
    code: ClassVar[str] = "duplicate-key"
    key: str


@dataclass(frozen=True, kw_only=True)
class UnknownKey(Problem):
    code: ClassVar[str] = "unknown-key"
    key: str
    allowed: tuple[str, ...] = ()
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class MissingKey(Problem):
    code: ClassVar[str] = "missing-key"
    key: str


@dataclass(frozen=True, kw_only=True)
class NotAllowed(Problem):
    code: ClassVar[str] = "not-allowed"
    key: str
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class BadValue(Problem):
    """A value of the wrong kind; `reason` is the message `why-<reason>`, `detail` its parameter."""

    code: ClassVar[str] = "bad-value"
    key: str
    value: str
    reason: str
    detail: str = ""

    def message(self, language: str = "en") -> str:
        subject = "problems/files"
        why = say(language, subject, f"why-{self.reason}", detail=self.detail)
        return say(language, subject, self.code, key=self.key, value=self.value, why=why)
