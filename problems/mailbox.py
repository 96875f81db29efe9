"""What keeps messages from being taken out of the mailbox. Passwords are never named."""

from dataclasses import dataclass
from typing import Any, ClassVar

from problems.causes import Because
from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class MailboxNotSet(Problem):
    """There is no `mail: receiving` in the settings."""

    code: ClassVar[str] = "mailbox-not-set"


@dataclass(frozen=True, kw_only=True)
class MailboxUnreachable(Because):
    code: ClassVar[str] = "mailbox-unreachable"
    host: str
    port: int


@dataclass(frozen=True, kw_only=True)
class MailboxCertificate(Because):
    code: ClassVar[str] = "mailbox-certificate"
    host: str


@dataclass(frozen=True, kw_only=True)
class MailboxNotEncrypted(Problem):
    """The server offers no encryption at this port, though the settings ask for it."""

    code: ClassVar[str] = "mailbox-not-encrypted"
    host: str
    port: int


@dataclass(frozen=True, kw_only=True)
class MailboxUnprotected(Problem):
    """`security: none`, and the server is another machine."""

    code: ClassVar[str] = "mailbox-unprotected"
    host: str


@dataclass(frozen=True, kw_only=True)
class MailboxLoginRefused(Because):
    code: ClassVar[str] = "mailbox-login-refused"
    host: str
    user: str


@dataclass(frozen=True, kw_only=True)
class MailboxMissing(Because):
    """The server does not open the folder of that name."""

    code: ClassVar[str] = "mailbox-missing"
    mailbox: str
    there: tuple[str, ...] = ()

    def parameters(self) -> dict[str, Any]:
        return super().parameters() | {"count": len(self.there)}


@dataclass(frozen=True, kw_only=True)
class MailboxWithoutNumbers(Problem):
    """The server numbers messages anew each time (no UIDVALIDITY, or UIDNOTSTICKY)."""

    code: ClassVar[str] = "mailbox-without-numbers"
    mailbox: str


@dataclass(frozen=True, kw_only=True)
class MailboxLost(Because):
    """The connection ended, or the server would not go on, while messages were taken over."""

    code: ClassVar[str] = "mailbox-lost"
    host: str
    taken: int


@dataclass(frozen=True, kw_only=True)
class MailboxReadOnly(Problem):
    """Messages are taken over, but cannot be marked as read."""

    code: ClassVar[str] = "mailbox-read-only"
    severity: ClassVar[Severity] = Severity.WARNING
    mailbox: str


@dataclass(frozen=True, kw_only=True)
class MessageTooLarge(Problem):
    code: ClassVar[str] = "message-too-large"
    severity: ClassVar[Severity] = Severity.WARNING
    uid: str
    megabytes: int
    limit: int


@dataclass(frozen=True, kw_only=True)
class FetchUnderWay(Problem):
    code: ClassVar[str] = "fetch-under-way"
    severity: ClassVar[Severity] = Severity.INFO
