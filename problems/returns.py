"""Problems of a stakeholder's workbook: of a returned one, cell by cell, and of one that cannot be issued."""

from dataclasses import dataclass
from typing import Any, ClassVar

from languages import times
from problems.model import Problem, Severity
from problems.place import in_words


def readings_in_words(written: str, language: str) -> str:
    """Return readings, with dots between them, as people tell them: a day with the name of its month."""
    return " · ".join(times.in_words(language, each) for each in written.split(" · "))


@dataclass(frozen=True, kw_only=True)
class CellTextTooLong(Problem):
    code: ClassVar[str] = "cell-text-too-long"
    length: int
    limit: int
    start: str


@dataclass(frozen=True, kw_only=True)
class UnknownOption(Problem):
    """`rest`: "yes" where what goes beyond the answer `near` has room in the empty column `details`."""

    code: ClassVar[str] = "unknown-option"
    asked_back: ClassVar[str] = "did-you-mean-in-print"
    value: str
    allowed: tuple[str, ...]
    near: str = ""
    rest: str = "no"
    details: str = ""


@dataclass(frozen=True, kw_only=True)
class UnknownTick(Problem):
    """The one ERROR of a tick list that leaves the other ticks of the question standing."""

    code: ClassVar[str] = "unknown-tick"
    value: str
    option: str


@dataclass(frozen=True, kw_only=True)
class OtherInWords(Problem):
    code: ClassVar[str] = "other-in-words"
    severity: ClassVar[Severity] = Severity.INFO
    value: str
    option: str


@dataclass(frozen=True, kw_only=True)
class CommentOnly(Problem):
    """`how` an answer is given to the question (list, ticks, table, or words), and in which `column`."""

    code: ClassVar[str] = "comment-only"
    severity: ClassVar[Severity] = Severity.WARNING
    how: str
    column: str


@dataclass(frozen=True, kw_only=True)
class AmbiguousValue(Problem):
    code: ClassVar[str] = "ambiguous-value"
    value: str
    readings: tuple[str, ...]

    def told(self, language: str) -> dict[str, Any]:
        said = self.parameters()
        return {**said, "readings": readings_in_words(said["readings"], language)}


@dataclass(frozen=True, kw_only=True)
class NotANumber(Problem):
    code: ClassVar[str] = "not-a-number"
    value: str


@dataclass(frozen=True, kw_only=True)
class NotADate(Problem):
    code: ClassVar[str] = "not-a-date"
    value: str


@dataclass(frozen=True, kw_only=True)
class OtherCalendar(Problem):
    code: ClassVar[str] = "other-calendar"
    value: str


@dataclass(frozen=True, kw_only=True)
class ReadAs(Problem):
    """A value with one `reading` that is not plain enough to go without saying."""

    code: ClassVar[str] = "read-as"
    severity: ClassVar[Severity] = Severity.INFO
    value: str
    reading: str


@dataclass(frozen=True, kw_only=True)
class ErrorCell(Problem):
    code: ClassVar[str] = "error-cell"
    value: str


@dataclass(frozen=True, kw_only=True)
class UncachedFormula(Problem):
    code: ClassVar[str] = "uncached-formula"


@dataclass(frozen=True, kw_only=True)
class StruckThrough(Problem):
    code: ClassVar[str] = "struck-through"
    value: str


@dataclass(frozen=True, kw_only=True)
class PartlyStruck(Problem):
    """`value`: the whole text; `stands`: what of it is not struck through."""

    code: ClassVar[str] = "partly-struck"
    value: str
    stands: str


@dataclass(frozen=True, kw_only=True)
class QuestionStruck(Problem):
    """A line was drawn through the words of a question."""

    code: ClassVar[str] = "question-struck"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class AnswerAndAbsence(Problem):
    code: ClassVar[str] = "answer-and-absence"
    absence: str


@dataclass(frozen=True, kw_only=True)
class TwoAnswers(Problem):
    """The answer in `proper`, where it belongs, is kept; the text `value` in the column `column` is not."""

    code: ClassVar[str] = "two-answers"
    value: str
    column: str
    proper: str


@dataclass(frozen=True, kw_only=True)
class AnswerInOtherCell(Problem):
    code: ClassVar[str] = "answer-in-other-cell"
    severity: ClassVar[Severity] = Severity.INFO
    value: str


@dataclass(frozen=True, kw_only=True)
class TakenAsDetails(Problem):
    code: ClassVar[str] = "taken-as-details"
    severity: ClassVar[Severity] = Severity.INFO
    value: str
    column: str


@dataclass(frozen=True, kw_only=True)
class ConflictingCopies(Problem):
    code: ClassVar[str] = "conflicting-copies"
    others: tuple[str, ...]

    def told(self, language: str) -> dict[str, Any]:
        said = self.parameters()
        return {**said, "others": in_words(said["others"], language)}


@dataclass(frozen=True, kw_only=True)
class UnknownRowCode(Problem):
    code: ClassVar[str] = "unknown-row-code"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class TextBeyondTable(Problem):
    code: ClassVar[str] = "text-beyond-table"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class NotAsked(Problem):
    code: ClassVar[str] = "not-asked"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class UnknownLaw(Problem):
    code: ClassVar[str] = "unknown-law"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    law: str


@dataclass(frozen=True, kw_only=True)
class LawNotCited(Problem):
    code: ClassVar[str] = "law-not-cited"
    severity: ClassVar[Severity] = Severity.INFO
    law: str
    value: str


@dataclass(frozen=True, kw_only=True)
class LockedTextChanged(Problem):
    code: ClassVar[str] = "locked-text-changed"
    severity: ClassVar[Severity] = Severity.INFO


@dataclass(frozen=True, kw_only=True)
class FoundWithoutCode(Problem):
    """`there`: "yes" where `value` stands in the place of the code."""

    code: ClassVar[str] = "found-without-code"
    severity: ClassVar[Severity] = Severity.INFO
    how: str
    there: str = "no"
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class ColumnsNotFound(Problem):
    code: ClassVar[str] = "columns-not-found"
    columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NoQuestionsFound(Problem):
    code: ClassVar[str] = "no-questions-found"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class ExtraSheet(Problem):
    code: ClassVar[str] = "extra-sheet"
    severity: ClassVar[Severity] = Severity.WARNING
    name: str
