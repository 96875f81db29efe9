"""Problems within one return: answers that do not fit together. None of them loses an answer."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class YesWithoutLaw(Problem):
    """Worth a question, but no fault: a body outside the government need not know the paragraph."""

    code: ClassVar[str] = "yes-without-law"
    severity: ClassVar[Severity] = Severity.INFO


@dataclass(frozen=True, kw_only=True)
class InPartWithoutDetails(Problem):
    code: ClassVar[str] = "in-part-without-details"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class FollowUpNotApplicable(Problem):
    code: ClassVar[str] = "follow-up-not-applicable"
    severity: ClassVar[Severity] = Severity.WARNING
    question: str


@dataclass(frozen=True, kw_only=True)
class FollowUpWithoutQuestion(Problem):
    code: ClassVar[str] = "follow-up-without-question"
    severity: ClassVar[Severity] = Severity.WARNING
    question: str


@dataclass(frozen=True, kw_only=True)
class EarlierAnswerStands(Problem):
    """Words, but no answer where one is chosen; `answer` is the label of the one that was chosen before."""

    code: ClassVar[str] = "earlier-answer-stands"
    severity: ClassVar[Severity] = Severity.INFO
    answer: str


@dataclass(frozen=True, kw_only=True)
class AnswerReplaced(Problem):
    """Another answer than before, which it replaces; `answer` is the beginning of what was said before."""

    code: ClassVar[str] = "answer-replaced"
    severity: ClassVar[Severity] = Severity.INFO
    answer: str


@dataclass(frozen=True, kw_only=True)
class FilesDisagree(Problem):
    """Two files that came together answer a question differently, so neither counts; `other`: its name."""

    code: ClassVar[str] = "files-disagree"
    other: str


@dataclass(frozen=True, kw_only=True)
class NothingChosenBeside(Problem):
    """Details or laws, but no answer where one is chosen, now or before: the question stays open."""

    code: ClassVar[str] = "nothing-chosen-beside"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class AbsenceWithValue(Problem):
    """`absence` is an id of `responses.model.Absence`."""

    code: ClassVar[str] = "absence-with-value"
    severity: ClassVar[Severity] = Severity.WARNING
    absence: str


@dataclass(frozen=True, kw_only=True)
class NegativeNumber(Problem):
    code: ClassVar[str] = "negative-number"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class LinkNotWeb(Problem):
    """Of a law that `item` cites; the link stands on the sheet of laws."""

    code: ClassVar[str] = "link-not-web"
    severity: ClassVar[Severity] = Severity.WARNING
    link: str
    law: str
