"""Problems of the registry of stakeholders, each at its cell.

Columns and words of the registry are parameters by the id of their message, put into words for the reader.
"""

from dataclasses import dataclass
from typing import ClassVar

from languages import say
from problems.model import Problem, Severity


def _in_words(problem: Problem, language: str, *worded: str) -> str:
    """Return the problem's sentence with the message ids in the parameters `worded` put into words."""
    values = problem.parameters()
    for name in worded:
        ids = getattr(problem, name)
        listed = (ids,) if isinstance(ids, str) else ids
        values[name] = " · ".join(
            say(language, "registry", id_).split("|")[0].strip() for id_ in listed if id_
        )
    sentence = say(language, "problems/registry", problem.code, **values)
    near = values.get("near")
    return f"{sentence} {say(language, 'problems/model', 'did-you-mean', near=near)}" if near else sentence


@dataclass(frozen=True, kw_only=True)
class RegistryEmpty(Problem):
    code: ClassVar[str] = "registry-empty"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class RegistryTwice(Problem):
    code: ClassVar[str] = "registry-two-files"
    severity: ClassVar[Severity] = Severity.WARNING
    read: str
    unread: str


@dataclass(frozen=True, kw_only=True)
class ColumnUnknown(Problem):
    code: ClassVar[str] = "registry-column-unknown"
    severity: ClassVar[Severity] = Severity.WARNING
    heading: str
    allowed: tuple[str, ...] = ()
    near: str = ""

    def message(self, language: str = "en") -> str:
        return _in_words(self, language, "allowed", "near")


@dataclass(frozen=True, kw_only=True)
class ColumnTwice(Problem):
    code: ClassVar[str] = "registry-column-twice"
    heading: str
    first: str


@dataclass(frozen=True, kw_only=True)
class ColumnMissing(Problem):
    code: ClassVar[str] = "registry-column-missing"
    column: str

    def message(self, language: str = "en") -> str:
        return _in_words(self, language, "column")


@dataclass(frozen=True, kw_only=True)
class ValueMissing(Problem):
    code: ClassVar[str] = "registry-value-missing"
    column: str

    def message(self, language: str = "en") -> str:
        return _in_words(self, language, "column")


@dataclass(frozen=True, kw_only=True)
class ValueUnknown(Problem):
    """A word that is none of the allowed ones: a kind, yes or no, an attribution."""

    code: ClassVar[str] = "registry-value-unknown"
    column: str
    value: str
    allowed: tuple[str, ...]
    near: str = ""

    def message(self, language: str = "en") -> str:
        return _in_words(self, language, "column", "allowed", "near")


@dataclass(frozen=True, kw_only=True)
class MandateUnknown(Problem):
    code: ClassVar[str] = "mandate-unknown"
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class MandateArticleUnknown(Problem):
    code: ClassVar[str] = "mandate-article-unknown"
    value: str
    article: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class MandateNotAsked(Problem):
    """An article that exists, but that this consultation asks nothing about."""

    code: ClassVar[str] = "mandate-not-asked"
    severity: ClassVar[Severity] = Severity.INFO
    mandates: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LanguageUnknown(Problem):
    code: ClassVar[str] = "registry-language-unknown"
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class LanguageNotAvailable(Problem):
    code: ClassVar[str] = "registry-language-not-available"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    given: str


@dataclass(frozen=True, kw_only=True)
class EmailMalformed(Problem):
    code: ClassVar[str] = "registry-email-malformed"
    value: str


@dataclass(frozen=True, kw_only=True)
class EmailTwice(Problem):
    code: ClassVar[str] = "registry-email-twice"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    first: str


@dataclass(frozen=True, kw_only=True)
class NameTwice(Problem):
    code: ClassVar[str] = "registry-name-twice"
    value: str
    first: str


@dataclass(frozen=True, kw_only=True)
class IdTwice(Problem):
    code: ClassVar[str] = "registry-id-twice"
    value: str
    first: str


@dataclass(frozen=True, kw_only=True)
class IdMalformed(Problem):
    code: ClassVar[str] = "registry-id-malformed"
    value: str
    proposal: str


@dataclass(frozen=True, kw_only=True)
class AtRiskDisclosed(Problem):
    """A body at risk whose own column says more than `anonymous`."""

    code: ClassVar[str] = "registry-at-risk-disclosed"
    severity: ClassVar[Severity] = Severity.WARNING
    attribution: str

    def message(self, language: str = "en") -> str:
        return _in_words(self, language, "attribution")
