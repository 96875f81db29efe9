"""What keeps letters from leaving by mail: settings, server, a letter. No password or token is named."""

from dataclasses import dataclass
from typing import ClassVar

from problems.causes import Because
from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class MailHostMissing(Problem):
    code: ClassVar[str] = "mail-host-missing"


@dataclass(frozen=True, kw_only=True)
class MailHostMore(Problem):
    """What is named as a host has a scheme, a port or a path with it."""

    code: ClassVar[str] = "mail-host-more"
    value: str


@dataclass(frozen=True, kw_only=True)
class MailPortUnusual(Problem):
    """The port is the usual one of the other kind of encryption."""

    code: ClassVar[str] = "mail-port-unusual"
    severity: ClassVar[Severity] = Severity.WARNING
    port: int
    security: str
    usual: str


@dataclass(frozen=True, kw_only=True)
class MailUserMissing(Problem):
    """A mailbox is named, and nobody who opens it."""

    code: ClassVar[str] = "mail-user-missing"
    host: str


@dataclass(frozen=True, kw_only=True)
class MailPasswordInSettings(Problem):
    code: ClassVar[str] = "mail-password-in-settings"


@dataclass(frozen=True, kw_only=True)
class MailUnprotected(Problem):
    """`security: none`, and the server is another machine."""

    code: ClassVar[str] = "mail-unprotected"
    host: str


@dataclass(frozen=True, kw_only=True)
class MailReplyAddress(Problem):
    code: ClassVar[str] = "mail-reply-address"
    value: str


@dataclass(frozen=True, kw_only=True)
class MailShareAddress(Problem):
    code: ClassVar[str] = "mail-share-address"
    value: str


@dataclass(frozen=True, kw_only=True)
class MailAuthority(Because):
    """The certificate of one's own authority cannot be read."""

    code: ClassVar[str] = "mail-authority"
    value: str


@dataclass(frozen=True, kw_only=True)
class MailPasswordMissing(Problem):
    code: ClassVar[str] = "mail-password-missing"
    severity: ClassVar[Severity] = Severity.WARNING
    variable: str
    host: str


@dataclass(frozen=True, kw_only=True)
class MailPasswordFile(Because):
    code: ClassVar[str] = "mail-password-file"
    value: str


@dataclass(frozen=True, kw_only=True)
class MailPasswordReadable(Problem):
    """Others on this machine can read the file that a password stands in."""

    code: ClassVar[str] = "mail-password-readable"
    severity: ClassVar[Severity] = Severity.WARNING
    value: str


@dataclass(frozen=True, kw_only=True)
class MailTokenAndPassword(Problem):
    """A server is to be opened with a password and with an access token."""

    code: ClassVar[str] = "mail-token-and-password"


@dataclass(frozen=True, kw_only=True)
class MailTokenUser(Problem):
    """A command prints access tokens, and nobody says whose they are."""

    code: ClassVar[str] = "mail-token-user"
    host: str


@dataclass(frozen=True, kw_only=True)
class MailTokenProgram(Problem):
    """There is no such program; its arguments are not named, since they may hold a secret."""

    code: ClassVar[str] = "mail-token-program"
    program: str


@dataclass(frozen=True, kw_only=True)
class MailTokenCommand(Problem):
    """`why` is one of `failed`, `empty`, `slow`, `other`: what it printed is no token."""

    code: ClassVar[str] = "mail-token-command"
    program: str
    why: str
    status: int
    seconds: int


@dataclass(frozen=True, kw_only=True)
class MailTokenRefused(Because):
    code: ClassVar[str] = "mail-token-refused"
    host: str
    user: str


@dataclass(frozen=True, kw_only=True)
class MailTokenNotOffered(Problem):
    """The server lets nobody in with an access token (SASL XOAUTH2)."""

    code: ClassVar[str] = "mail-token-not-offered"
    host: str


@dataclass(frozen=True, kw_only=True)
class MailServerUnreachable(Because):
    code: ClassVar[str] = "mail-server-unreachable"
    host: str
    port: int


@dataclass(frozen=True, kw_only=True)
class MailCertificate(Because):
    code: ClassVar[str] = "mail-certificate"
    host: str


@dataclass(frozen=True, kw_only=True)
class MailNotEncrypted(Problem):
    """The server offers no encryption, though the settings ask for it."""

    code: ClassVar[str] = "mail-not-encrypted"
    host: str


@dataclass(frozen=True, kw_only=True)
class MailLoginRefused(Because):
    code: ClassVar[str] = "mail-login-refused"
    host: str
    user: str


@dataclass(frozen=True, kw_only=True)
class MailLoginNotOffered(Problem):
    """The settings name a user, and the server lets nobody log in."""

    code: ClassVar[str] = "mail-login-not-offered"
    host: str
    user: str


@dataclass(frozen=True, kw_only=True)
class MailLoginWanted(Because):
    """The server takes letters after a login only, and the settings name no user."""

    code: ClassVar[str] = "mail-login-wanted"


@dataclass(frozen=True, kw_only=True)
class MailEncryptionWanted(Because):
    """The server takes letters over an encrypted connection only, and the settings want none."""

    code: ClassVar[str] = "mail-encryption-wanted"


@dataclass(frozen=True, kw_only=True)
class MailSenderRefused(Because):
    code: ClassVar[str] = "mail-sender-refused"
    address: str


@dataclass(frozen=True, kw_only=True)
class MailAllRefused(Because):
    """Several letters in a row were refused in the same words: it is not the letters."""

    code: ClassVar[str] = "mail-all-refused"
    count: int


@dataclass(frozen=True, kw_only=True)
class MailUnderWay(Problem):
    code: ClassVar[str] = "mail-under-way"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class LetterAltered(Problem):
    """A file in outbox/ is not, or no longer, the letter that the record means."""

    code: ClassVar[str] = "letter-altered"
    path: str


@dataclass(frozen=True, kw_only=True)
class NothingToSendAgain(Problem):
    code: ClassVar[str] = "nothing-to-send-again"
    severity: ClassVar[Severity] = Severity.BLOCKER
    name: str
