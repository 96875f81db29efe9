"""Problems of a returned workbook whose rows, columns and cells are not where they were."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class ChoiceElsewhere(Problem):
    """`beside`: "yes" where it stands to the right of the table, in no column of ours."""

    code: ClassVar[str] = "choice-elsewhere"
    severity: ClassVar[Severity] = Severity.INFO
    value: str
    column: str
    beside: str


@dataclass(frozen=True, kw_only=True)
class RowsWithoutNumber(Problem):
    code: ClassVar[str] = "rows-without-number"
    severity: ClassVar[Severity] = Severity.INFO
    count: int


@dataclass(frozen=True, kw_only=True)
class MergedAnswer(Problem):
    code: ClassVar[str] = "merged-answer"
    severity: ClassVar[Severity] = Severity.WARNING
    first: str


@dataclass(frozen=True, kw_only=True)
class MergedAnswers(Problem):
    """An answer merged over many questions: `others` are those it was not read for."""

    code: ClassVar[str] = "merged-answers"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    others: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MergedTicks(Problem):
    code: ClassVar[str] = "merged-ticks"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class MergedWords(Problem):
    code: ClassVar[str] = "merged-words"
    severity: ClassVar[Severity] = Severity.WARNING
    column: str
    others: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AnswersOnTwoSheets(Problem):
    """Two sheets hold rows of the same questions, and answers that the other one does not hold."""

    code: ClassVar[str] = "answers-on-two-sheets"
    severity: ClassVar[Severity] = Severity.WARNING
    first: str
    second: str


@dataclass(frozen=True, kw_only=True)
class TextBesideQuestion(Problem):
    code: ClassVar[str] = "text-beside-question"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class TextInQuestion(Problem):
    """Somebody wrote into the cell that holds our own words."""

    code: ClassVar[str] = "text-in-question"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class QuestionReplaced(Problem):
    """Instead of our words, and with no answer beside them; `value`: what stands there."""

    code: ClassVar[str] = "question-replaced"
    value: str


@dataclass(frozen=True, kw_only=True)
class QuestionsReplaced(Problem):
    """So many of them that hardly each is an answer: they may be translated."""

    code: ClassVar[str] = "questions-replaced"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TextsBeyondTable(Problem):
    """Many texts of a column that are alike; `values`: the first of them."""

    code: ClassVar[str] = "texts-beyond-table"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    values: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CodeChanged(Problem):
    """`value`: what stands where the code of a row stood, which was recognized otherwise."""

    code: ClassVar[str] = "code-changed"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class ColumnsGone(Problem):
    """The other columns of the sheet were read."""

    code: ClassVar[str] = "columns-gone"
    severity: ClassVar[Severity] = Severity.WARNING
    columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionNotAskedNow(Problem):
    """The row of a question of another edition: `value` is its code, `words` how it reads."""

    code: ClassVar[str] = "question-not-asked-now"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class TextOnCover(Problem):
    code: ClassVar[str] = "text-on-cover"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class TextOutsideTables(Problem):
    """A paragraph of a text document that stands in none of its tables."""

    code: ClassVar[str] = "text-outside-tables"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class PinnedNotes(Problem):
    code: ClassVar[str] = "pinned-notes"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class HiddenText(Problem):
    """Text of a document that its program does not show."""

    code: ClassVar[str] = "hidden-text"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class TextBoxes(Problem):
    """`within`: what they lie in, "sheet" or "document"."""

    code: ClassVar[str] = "text-boxes"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    value: str
    within: str = "sheet"


@dataclass(frozen=True, kw_only=True)
class Pictures(Problem):
    """Pictures, charts and drawings without words. `within`: what they lie in, "sheet" or "document"."""

    code: ClassVar[str] = "pictures"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    within: str = "sheet"
