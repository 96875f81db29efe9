"""Problems of what a cell shows and does not hold, or holds and does not show."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class HiddenAddress(Problem):
    """Words that link to an address which they do not show."""

    code: ClassVar[str] = "hidden-address"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    address: str


@dataclass(frozen=True, kw_only=True)
class AnswerHighlighted(Problem):
    """One of the answers is highlighted where our words offer it, and no answer is given beside them."""

    code: ClassVar[str] = "answer-highlighted"
    value: str


@dataclass(frozen=True, kw_only=True)
class PartOfDay(Problem):
    """A day that a program made of what was typed, such as a month and a year, which is all that is shown."""

    code: ClassVar[str] = "part-of-day"
    value: str
    shown: str
