"""Problems of what a returned cell means: words that are no answer, signs and laws with two readings."""

from dataclasses import dataclass
from typing import Any, ClassVar

from problems.model import Problem, Severity
from problems.place import in_words


@dataclass(frozen=True, kw_only=True)
class ChoiceOrRemark(Problem):
    """`No` beside an empty answer cell: the answer, or that there is no law or comment to give."""

    code: ClassVar[str] = "choice-or-remark"
    value: str
    column: str
    proper: str


@dataclass(frozen=True, kw_only=True)
class UnclearTicks(Problem):
    """Signs in one list of ticks that may say yes or no, such as `✓` and `x`, or ranks."""

    code: ClassVar[str] = "unclear-ticks"
    signs: tuple[str, ...]

    def told(self, language: str) -> dict[str, Any]:
        said = self.parameters()
        return {**said, "signs": in_words(said["signs"], language)}


@dataclass(frozen=True, kw_only=True)
class OptionReworded(Problem):
    """A tick beside other words than the option's: what was ticked, only its sender knows."""

    code: ClassVar[str] = "option-reworded"
    value: str
    option: str


@dataclass(frozen=True, kw_only=True)
class WordsForTicks(Problem):
    code: ClassVar[str] = "words-for-ticks"
    value: str
    allowed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RestInDetails(Problem):
    """An answer with words that only explain it: `rest` went into the column of details, `column`."""

    code: ClassVar[str] = "rest-in-details"
    severity: ClassVar[Severity] = Severity.INFO
    value: str
    reading: str
    rest: str
    column: str


@dataclass(frozen=True, kw_only=True)
class UnclearLaws(Problem):
    code: ClassVar[str] = "unclear-laws"
    value: str


@dataclass(frozen=True, kw_only=True)
class NoLawNamed(Problem):
    """`kept`: "yes" where the words are the answer, and stand in the details."""

    code: ClassVar[str] = "no-law-named"
    severity: ClassVar[Severity] = Severity.INFO
    value: str
    kept: str = "no"


@dataclass(frozen=True, kw_only=True)
class SaysNothing(Problem):
    code: ClassVar[str] = "says-nothing"
    severity: ClassVar[Severity] = Severity.INFO
    value: str


@dataclass(frozen=True, kw_only=True)
class NotAnAnswer(Problem):
    """A placeholder, or words such as `same as above`; the rest of what stands on the question is kept."""

    code: ClassVar[str] = "not-an-answer"
    value: str


@dataclass(frozen=True, kw_only=True)
class SaysUnchanged(Problem):
    """`No change`, in the column `part`: an error unless something was said before."""

    code: ClassVar[str] = "says-unchanged"
    value: str
    part: str


@dataclass(frozen=True, kw_only=True)
class UnchangedStands(Problem):
    code: ClassVar[str] = "unchanged-stands"
    severity: ClassVar[Severity] = Severity.INFO
    value: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class SeeAttached(Problem):
    """`law`: "yes" where a law should be named."""

    code: ClassVar[str] = "see-attached"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    law: str = "no"


@dataclass(frozen=True, kw_only=True)
class YearAsDay(Problem):
    """A day that a program makes of a year typed into a cell for days."""

    code: ClassVar[str] = "year-as-day"
    value: str
    year: str


@dataclass(frozen=True, kw_only=True)
class DayForWords(Problem):
    """A day where a law or a short answer is asked for: programs make it of `6-2` and `5/10`."""

    code: ClassVar[str] = "day-for-words"
    value: str


@dataclass(frozen=True, kw_only=True)
class DayAmongWords(Problem):
    code: ClassVar[str] = "day-among-words"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
