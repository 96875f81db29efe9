"""Problems of templates: letters and documents that a process, or a consultation's folder, brings along."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class TemplateMissing(Problem):
    code: ClassVar[str] = "template-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str


@dataclass(frozen=True, kw_only=True)
class TemplateSyntax(Problem):
    code: ClassVar[str] = "template-syntax"
    severity: ClassVar[Severity] = Severity.BLOCKER
    why: str


@dataclass(frozen=True, kw_only=True)
class TemplateNotClosed(Problem):
    """A mark or a tag that opens and never closes; the place is where it opens."""

    code: ClassVar[str] = "template-not-closed"
    severity: ClassVar[Severity] = Severity.BLOCKER
    tag: str
    closing: str


@dataclass(frozen=True, kw_only=True)
class TemplateTagUnknown(Problem):
    code: ClassVar[str] = "template-tag-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    tag: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class TemplateFilterUnknown(Problem):
    """A filter (`| name`) or a test (`is name`) that does not exist."""

    code: ClassVar[str] = "template-filter-unknown"
    name: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class FactUnknown(Problem):
    code: ClassVar[str] = "template-fact-unknown"
    name: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class TemplateFailed(Problem):
    """Filling stopped: a fact was not there this time, or not of the kind that the template takes it for."""

    code: ClassVar[str] = "template-failed"
    severity: ClassVar[Severity] = Severity.BLOCKER
    why: str


@dataclass(frozen=True, kw_only=True)
class BlockUnknown(Problem):
    """A `::: name` of a document's template that means nothing."""

    code: ClassVar[str] = "template-block-unknown"
    name: str
    allowed: tuple[str, ...]
    near: str = ""
