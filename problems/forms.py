"""Problems of forms: what a questionnaire that is a form can have wrong beyond any other."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem


@dataclass(frozen=True, kw_only=True)
class BadFormName(Problem):
    """The name of a form, of a part or of an item."""

    code: ClassVar[str] = "bad-form-name"
    name: str


@dataclass(frozen=True, kw_only=True)
class DuplicatePart(Problem):
    code: ClassVar[str] = "duplicate-part"
    name: str
    first: str


@dataclass(frozen=True, kw_only=True)
class FieldFilledTwice(Problem):
    code: ClassVar[str] = "field-filled-twice"
    fills: str
    other: str


@dataclass(frozen=True, kw_only=True)
class UnknownAnswer(Problem):
    """`points` or `right` names an answer that the question does not have."""

    code: ClassVar[str] = "unknown-answer"
    key: str
    value: str
    allowed: tuple[str, ...]
    near: str = ""


@dataclass(frozen=True, kw_only=True)
class AnswerNotFixed(Problem):
    """`points` or `right` for a question whose answers are free."""

    code: ClassVar[str] = "answer-not-fixed"
    key: str
    type: str


@dataclass(frozen=True, kw_only=True)
class RequiredConditional(Problem):
    code: ClassVar[str] = "required-conditional"


@dataclass(frozen=True, kw_only=True)
class UnknownConcern(Problem):
    """`concerns` names a provision that no instrument has."""

    code: ClassVar[str] = "unknown-concern"
    name: str
