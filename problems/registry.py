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
class TopicUnknown(Problem):
    """A word in the column of expertise that is no topic; nothing hangs on it, so it is a warning."""

    code: ClassVar[str] = "registry-topic-unknown"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    allowed: tuple[str, ...] = ()
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class FocalWithoutRegion(Problem):
    code: ClassVar[str] = "registry-focal-without-region"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class DateImpossible(Problem):
    """The date of an event or a training that no calendar has, such as 2026-13."""

    code: ClassVar[str] = "registry-date-impossible"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    date: str


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


@dataclass(frozen=True, kw_only=True)
class BodyUnknown(Problem):
    """An id, or `row:7`, that leads to no body of the registry."""

    code: ClassVar[str] = "registry-body-unknown"
    value: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class SameBody(Problem):
    code: ClassVar[str] = "registry-same-body"
    value: str


@dataclass(frozen=True, kw_only=True)
class BodyWasAsked(Problem):
    """A body that is to be merged away, under whose id the record holds what it was asked."""

    code: ClassVar[str] = "registry-body-was-asked"
    severity: ClassVar[Severity] = Severity.BLOCKER
    keep: str
    other: str
    both: bool  # whether the one to keep was asked as well

    def message(self, language: str = "en") -> str:
        sentence = super().message(language)
        remedy = f"{self.code}-{'both' if self.both else 'turn'}"
        more = say(language, "problems/registry", remedy, keep=self.keep, other=self.other)
        return f"{sentence} {more}"


@dataclass(frozen=True, kw_only=True)
class NotEditable(Problem):
    """A cell that a program must not write into: a formula, whose result would be lost, or a merged one."""

    code: ClassVar[str] = "registry-not-editable"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str


@dataclass(frozen=True, kw_only=True)
class RegistryOpen(Problem):
    """The registry is open in a spreadsheet program, which would write over what is written now."""

    code: ClassVar[str] = "registry-open"
    severity: ClassVar[Severity] = Severity.BLOCKER
    lock: str


@dataclass(frozen=True, kw_only=True)
class ImportAmbiguous(Problem):
    """A row that fits one body by its address and another by its name."""

    code: ClassVar[str] = "import-ambiguous"
    severity: ClassVar[Severity] = Severity.WARNING
    name: str
    first: str
    second: str


@dataclass(frozen=True, kw_only=True)
class ImportTwice(Problem):
    """A row that fits a body which an earlier row of the same file has been taken for."""

    code: ClassVar[str] = "import-twice"
    severity: ClassVar[Severity] = Severity.WARNING
    name: str
    body: str
    first: str


@dataclass(frozen=True, kw_only=True)
class ImportColumnUnknown(Problem):
    """The left or the right side of `--map "Their column=our column"` that nobody knows."""

    code: ClassVar[str] = "import-column-unknown"
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class ImportColumnMissing(Problem):
    code: ClassVar[str] = "import-column-missing"
    severity: ClassVar[Severity] = Severity.BLOCKER
    column: str
    headings: tuple[str, ...]

    def message(self, language: str = "en") -> str:
        return _in_words(self, language, "column")


@dataclass(frozen=True, kw_only=True)
class SheetUnknown(Problem):
    code: ClassVar[str] = "import-sheet-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class OptionMalformed(Problem):
    """An option that should be `A=B`."""

    code: ClassVar[str] = "registry-option-malformed"
    severity: ClassVar[Severity] = Severity.BLOCKER
    option: str
    value: str
    example: str


@dataclass(frozen=True, kw_only=True)
class ExportFormatUnknown(Problem):
    code: ClassVar[str] = "export-format-unknown"
    severity: ClassVar[Severity] = Severity.BLOCKER
    value: str
    allowed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ExportOverRegistry(Problem):
    code: ClassVar[str] = "export-over-registry"
    severity: ClassVar[Severity] = Severity.BLOCKER
