"""Problems of text files that a person writes: the file itself, its syntax, its keys and values."""

from dataclasses import dataclass
from typing import ClassVar

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
class BadValue(Problem):
    code: ClassVar[str] = "bad-value"
    key: str
    value: str
    why: str
    near: str = ""
