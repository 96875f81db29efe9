"""Problems of definitions: the law in `clusters/definitions`, questionnaires, and their translations."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class FixedValue(Problem):
    """A key that must repeat something, such as the language in the name of a translation."""

    code: ClassVar[str] = "fixed-value"
    key: str
    value: str
    expected: str


# Translations


@dataclass(frozen=True, kw_only=True)
class TranslationFileMissing(Problem):
    code: ClassVar[str] = "translation-file-missing"
    severity: ClassVar[Severity] = Severity.WARNING
    name: str
    tag: str


@dataclass(frozen=True, kw_only=True)
class UnknownLanguage(Problem):
    code: ClassVar[str] = "unknown-language"
    tag: str
    allowed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TranslationMissing(Problem):
    code: ClassVar[str] = "translation-missing"
    key: str
    tag: str


@dataclass(frozen=True, kw_only=True)
class TranslationSurplus(Problem):
    code: ClassVar[str] = "translation-surplus"
    key: str
    near: str = ""


# The law


@dataclass(frozen=True, kw_only=True)
class UnknownArticle(Problem):
    code: ClassVar[str] = "unknown-article"
    instrument: str
    article: int
    last: int
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class ArticleOutOfOrder(Problem):
    code: ClassVar[str] = "article-out-of-order"
    article: int
    expected: int


@dataclass(frozen=True, kw_only=True)
class BadLabel(Problem):
    code: ClassVar[str] = "bad-label"
    label: str


@dataclass(frozen=True, kw_only=True)
class DuplicateLabel(Problem):
    code: ClassVar[str] = "duplicate-label"
    label: str


@dataclass(frozen=True, kw_only=True)
class OrphanLabel(Problem):
    code: ClassVar[str] = "orphan-label"
    label: str
    above: str


@dataclass(frozen=True, kw_only=True)
class DuplicateArticle(Problem):
    code: ClassVar[str] = "duplicate-article"
    article: int


@dataclass(frozen=True, kw_only=True)
class DuplicateCell(Problem):
    code: ClassVar[str] = "duplicate-cell"
    cell: str


@dataclass(frozen=True, kw_only=True)
class MissingCell(Problem):
    code: ClassVar[str] = "missing-cell"
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ClusterOutOfOrder(Problem):
    code: ClassVar[str] = "cluster-out-of-order"


# Questionnaires against the law


@dataclass(frozen=True, kw_only=True)
class UnknownQuestionnaire(Problem):
    code: ClassVar[str] = "unknown-questionnaire"
    name: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class ArticleOutsideCell(Problem):
    code: ClassVar[str] = "article-outside-cell"
    severity: ClassVar[Severity] = Severity.WARNING
    article: int
    articles: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class SectionMissing(Problem):
    code: ClassVar[str] = "section-missing"
    article: int


@dataclass(frozen=True, kw_only=True)
class UnknownProvision(Problem):
    code: ClassVar[str] = "unknown-provision"
    article: int
    provision: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class ProvisionNotAsked(Problem):
    code: ClassVar[str] = "provision-not-asked"
    article: int
    provision: str


@dataclass(frozen=True, kw_only=True)
class ObligationDiffers(Problem):
    code: ClassVar[str] = "obligation-differs"
    severity: ClassVar[Severity] = Severity.WARNING
    provision: str
    obligation: str
    expected: str


# Items


@dataclass(frozen=True, kw_only=True)
class BadItemId(Problem):
    code: ClassVar[str] = "bad-item-id"
    name: str


@dataclass(frozen=True, kw_only=True)
class ItemIdElsewhere(Problem):
    """The id says another instrument, article or provision than the section and `provision` do."""

    code: ClassVar[str] = "item-id-elsewhere"
    expected: str


@dataclass(frozen=True, kw_only=True)
class DuplicateItem(Problem):
    code: ClassVar[str] = "duplicate-item"
    first: str


@dataclass(frozen=True, kw_only=True)
class DuplicateText(Problem):
    code: ClassVar[str] = "duplicate-text"
    severity: ClassVar[Severity] = Severity.WARNING
    other: str


@dataclass(frozen=True, kw_only=True)
class TextTooLong(Problem):
    code: ClassVar[str] = "text-too-long"
    characters: int
    most: int


@dataclass(frozen=True, kw_only=True)
class UnknownTopic(Problem):
    code: ClassVar[str] = "unknown-topic"
    topic: str
    allowed: tuple[str, ...]
    near: str = ""


# Answers


@dataclass(frozen=True, kw_only=True)
class OptionsMissing(Problem):
    code: ClassVar[str] = "options-missing"
    type: str


@dataclass(frozen=True, kw_only=True)
class OptionsSurplus(Problem):
    code: ClassVar[str] = "options-surplus"
    type: str


@dataclass(frozen=True, kw_only=True)
class ColumnsMissing(Problem):
    code: ClassVar[str] = "columns-missing"


@dataclass(frozen=True, kw_only=True)
class ColumnsSurplus(Problem):
    code: ClassVar[str] = "columns-surplus"
    type: str


@dataclass(frozen=True, kw_only=True)
class BadOption(Problem):
    code: ClassVar[str] = "bad-option"
    value: str


# What depends on what


@dataclass(frozen=True, kw_only=True)
class UnknownReference(Problem):
    """`under` or `enableWhen` names an item that the questionnaire does not have."""

    code: ClassVar[str] = "unknown-reference"
    key: str
    question: str
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class LaterReference(Problem):
    code: ClassVar[str] = "later-reference"
    key: str
    question: str


@dataclass(frozen=True, kw_only=True)
class CircularReference(Problem):
    code: ClassVar[str] = "circular-reference"
    path: str


@dataclass(frozen=True, kw_only=True)
class ReferenceElsewhere(Problem):
    """A reference into another article: whoever gets only this article never sees that question."""

    code: ClassVar[str] = "reference-elsewhere"
    severity: ClassVar[Severity] = Severity.WARNING
    key: str
    question: str


@dataclass(frozen=True, kw_only=True)
class UnknownConditionValue(Problem):
    code: ClassVar[str] = "unknown-condition-value"
    question: str
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class FreeCondition(Problem):
    code: ClassVar[str] = "free-condition"
    question: str
    type: str


@dataclass(frozen=True, kw_only=True)
class ConditionShape(Problem):
    code: ClassVar[str] = "condition-shape"
    operator: str
    needs: Literal["one", "several", "none"]
