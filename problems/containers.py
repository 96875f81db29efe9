"""Problems of mails and zip files: what lies in them, and could not be taken out."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from problems.intake import Refusal
from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class OutlookMessage(Refusal):
    """A message in Outlook's own format."""

    code: ClassVar[str] = "outlook-message"


@dataclass(frozen=True, kw_only=True)
class ProtectedMail(Problem):
    """A message that only its addressee's mail program can open."""

    code: ClassVar[str] = "protected-mail"
    kind: Literal["smime", "pgp", "rights"]


@dataclass(frozen=True, kw_only=True)
class TnefAttached(Problem):
    """What Outlook sends in its own wrapping (winmail.dat)."""

    code: ClassVar[str] = "winmail-dat"


@dataclass(frozen=True, kw_only=True)
class FileBehindLink(Problem):
    code: ClassVar[str] = "file-behind-link"
    service: str


@dataclass(frozen=True, kw_only=True)
class AttachmentDamaged(Problem):
    code: ClassVar[str] = "attachment-damaged"
    severity: ClassVar[Severity] = Severity.WARNING
    name: str


@dataclass(frozen=True, kw_only=True)
class MemberUnreadable(Problem):
    code: ClassVar[str] = "member-unreadable"
    name: str


@dataclass(frozen=True, kw_only=True)
class MailCutOff(Problem):
    code: ClassVar[str] = "mail-cut-off"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class PartsLeftOut(Problem):
    """Only the first files were taken out."""

    code: ClassVar[str] = "parts-left-out"
    taken: int
    files: int  # the limits
    megabytes: int


@dataclass(frozen=True, kw_only=True)
class NestedTooDeep(Problem):
    code: ClassVar[str] = "nested-too-deep"
    limit: int


@dataclass(frozen=True, kw_only=True)
class NothingInside(Problem):
    """A zip file that holds no file."""

    code: ClassVar[str] = "nothing-inside"
