"""Problems of a returned workbook that cannot be told whose it is."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class NotIdentified(Problem):
    code: ClassVar[str] = "not-identified"


@dataclass(frozen=True, kw_only=True)
class TwoInvitations(Problem):
    code: ClassVar[str] = "two-invitations"
    count: int


@dataclass(frozen=True, kw_only=True)
class OtherConsultation(Problem):
    """Codes stand in the file that are well formed, but that nobody here has issued."""

    code: ClassVar[str] = "other-consultation"


@dataclass(frozen=True, kw_only=True)
class FromElsewhere(Problem):
    """The file came by mail from somebody who is neither the invitee nor one of ours; `domain` is theirs."""

    code: ClassVar[str] = "from-elsewhere"
    severity: ClassVar[Severity] = Severity.BLOCKER
    domain: str


@dataclass(frozen=True, kw_only=True)
class OldKey(Problem):
    """The code was signed with a key that is not trusted any more."""

    code: ClassVar[str] = "old-key"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class RowsOfAnother(Problem):
    code: ClassVar[str] = "rows-of-another"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    name: str


@dataclass(frozen=True, kw_only=True)
class RowsOfNobody(Problem):
    code: ClassVar[str] = "rows-of-nobody"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    name: str


@dataclass(frozen=True, kw_only=True)
class CopyWithoutToken(Problem):
    """A second copy of a row says what our own row, on the sheet `own`, does not say."""

    code: ClassVar[str] = "copy-without-token"
    own: str


@dataclass(frozen=True, kw_only=True)
class MailWithoutFile(Problem):
    """A message in which nothing is attached that could be read; `words` is how it begins."""

    code: ClassVar[str] = "mail-without-file"
    severity: ClassVar[Severity] = Severity.WARNING
    words: str


@dataclass(frozen=True, kw_only=True)
class MailSays(Problem):
    """What somebody wrote beside the files they attached."""

    code: ClassVar[str] = "mail-says"
    severity: ClassVar[Severity] = Severity.INFO
    words: str


@dataclass(frozen=True, kw_only=True)
class AutomaticReply(Problem):
    code: ClassVar[str] = "automatic-reply"
    severity: ClassVar[Severity] = Severity.INFO
    words: str


@dataclass(frozen=True, kw_only=True)
class LetterCameBack(Problem):
    """A mail server's report on letters of ours."""

    code: ClassVar[str] = "letter-came-back"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    bodies: tuple[str, ...] = ()  # whose they are, by their ids


@dataclass(frozen=True, kw_only=True)
class TooDeep(Problem):
    """A mail within a mail within a zip file …: deeper than anybody packs by accident."""

    code: ClassVar[str] = "too-deep"
    limit: int


@dataclass(frozen=True, kw_only=True)
class OlderThanStanding(Problem):
    """A file that a person has only now said to be somebody's, who has answered since."""

    code: ClassVar[str] = "older-than-standing"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
