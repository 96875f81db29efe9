"""The mailbox that replies come to (IMAP): what lies there, each message whole; and the mark that it came.

Nothing is deleted or moved there, and reading marks nothing: only what is recorded here is marked as read.
"""

import imaplib
import re
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from imap_tools import (
    BaseMailBox,
    MailBox,
    MailboxFolderSelectError,
    MailboxLoginError,
    MailBoxUnencrypted,
)

from consultation.mail import Receiving
from consultation.servers import is_here
from delivery.smtp import Unavailable, shortened
from delivery.xoauth2 import bearing, refusal
from problems import Problem
from problems.causes import cause_of
from problems.mail import MailAuthority, MailTokenNotOffered, MailTokenRefused
from problems.mailbox import (
    MailboxCertificate,
    MailboxLoginRefused,
    MailboxLost,
    MailboxMissing,
    MailboxNotEncrypted,
    MailboxUnprotected,
    MailboxUnreachable,
    MailboxWithoutNumbers,
)

PATIENCE: Final = 60.0
"""Seconds to wait for the server's next word."""

MARKED_AT_ONCE: Final = 200
SHOWN: Final = 12

_UID: Final = re.compile(rb"\bUID (\d+)")
_SIZE: Final = re.compile(rb"\bRFC822\.SIZE (\d+)")
_FLAGS: Final = re.compile(rb"\bFLAGS \(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Lying:
    """A message in the mailbox, before anybody reads it."""

    size: int  # bytes, as the server says
    seen: bool


class Lost(Exception):  # noqa: N818  # not an error of the program
    """The server would not go on, or is gone; `why` in its words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Box:
    """An open mailbox. Every method raises Lost where the server does not go along any more."""

    def __init__(self, client: imaplib.IMAP4, uidvalidity: str, *, writable: bool) -> None:
        self._client = client
        self.uidvalidity = uidvalidity
        self.writable = writable

    def lying(self) -> dict[str, Lying]:
        """Return what lies there by UID, the oldest first; not what is marked to be deleted."""
        found: dict[int, Lying] = {}
        for line in self._asked("FETCH", "1:*", "(UID RFC822.SIZE FLAGS)"):
            text = line if isinstance(line, bytes) else b" ".join(line)
            uid, size, flags = _UID.search(text), _SIZE.search(text), _FLAGS.search(text)
            if uid and size:
                marks = flags[1].lower().split() if flags else []
                if b"\\deleted" not in marks:
                    found[int(uid[1])] = Lying(int(size[1]), b"\\seen" in marks)
        return {str(uid): found[uid] for uid in sorted(found)}

    def messages(self, uids: Sequence[str]) -> dict[str, bytes]:
        """Fetch messages whole, by UID; what is gone meanwhile is not among them."""
        answer = self._asked("FETCH", ",".join(uids), "(UID BODY.PEEK[])")
        found = {}
        for number, line in enumerate(answer):
            if isinstance(line, tuple) and b"BODY[]" in line[0]:
                after = answer[number + 1] if number + 1 < len(answer) else b""
                named = _UID.search(line[0]) or (_UID.search(after) if isinstance(after, bytes) else None)
                if named and (uid := named[1].decode()) in uids:
                    found[uid] = line[1]
        return found

    def mark_read(self, uids: Sequence[str]) -> bool:
        """Mark messages as read; False where the server does not let us."""
        for at in range(0, len(uids), MARKED_AT_ONCE):
            some = ",".join(uids[at : at + MARKED_AT_ONCE])
            with _listening():
                status, _ = self._client.uid("STORE", some, "+FLAGS.SILENT", r"(\Seen)")
            if status != "OK":
                return False
        return True

    def _asked(self, *command: str) -> list[Any]:
        with _listening():
            status, answer = self._client.uid(*command)
        if status != "OK":
            raise Lost(_words(answer))
        return [line for line in answer if line]


@contextmanager
def opened(receiving: Receiving, secret: str, *, root: Path, patience: float = PATIENCE) -> Iterator[Box]:
    """Open the mailbox: encrypted, the server's certificate verified. Raises Unavailable.

    `secret` is the password, or an access token where the settings name a command that prints them. `root` is
    the folder that the settings' paths count from.
    """
    server = _connected(receiving, root, patience)
    try:
        if receiving.token_command:
            _sign_in(server.client, receiving, secret)
        else:
            _log_in(server, receiving, secret)
        yield _selected(server, receiving)
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            server.client.logout()  # closes the connection, too
        with suppress(OSError, imaplib.IMAP4.error):
            server.client.shutdown()


def lost(receiving: Receiving, error: Lost, *, taken: int) -> Problem:
    return MailboxLost(host=receiving.host, taken=taken, why=error.why)


def _connected(receiving: Receiving, root: Path, patience: float) -> BaseMailBox:
    host, port = receiving.host, receiving.port
    if receiving.security == "none":
        if not is_here(host):
            raise Unavailable(MailboxUnprotected(host=host))
        with _explained(receiving):
            return MailBoxUnencrypted(host, port, timeout=patience)
    context = _trusting(root / receiving.ca_file if receiving.ca_file else None)
    with _explained(receiving):
        if receiving.security == "tls":
            return MailBox(host, port, timeout=patience, ssl_context=context)
        server = MailBoxUnencrypted(host, port, timeout=patience)
        try:
            _encrypt(server.client, receiving, context)
        except BaseException:
            server.client.shutdown()
            raise
    return server


def _encrypt(client: imaplib.IMAP4, receiving: Receiving, context: ssl.SSLContext) -> None:
    if "STARTTLS" not in client.capabilities:
        raise Unavailable(MailboxNotEncrypted(host=receiving.host, port=receiving.port))
    client.starttls(context)


def _trusting(authority: Path | None) -> ssl.SSLContext:
    """Verify certificates against an authority of one's own, or against those that this machine knows."""
    try:
        return ssl.create_default_context(cafile=str(authority) if authority else None)
    except OSError as error:  # no such file, or no certificate in it
        raise Unavailable(MailAuthority(value=str(authority), why=_why(error))) from error


def _log_in(server: BaseMailBox, receiving: Receiving, password: str) -> None:
    user = receiving.user
    login = server.login if f"{user}{password}".isascii() else server.login_utf8
    with _explained(receiving):
        try:
            login(user, password, initial_folder=None)
        except MailboxLoginError as error:
            status, answer = error.command_result
            words = _words(answer)
            if "[UNAVAILABLE]" in words or "[INUSE]" in words:
                raise Unavailable(_unreachable(receiving, words), passing=True) from error
            raise Unavailable(
                MailboxLoginRefused(host=receiving.host, user=user, why=words or str(status))
            ) from error
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:  # AUTHENTICATE refused, or no such way
            why = shortened(str(error))
            raise Unavailable(MailboxLoginRefused(host=receiving.host, user=user, why=why)) from error


def _sign_in(client: imaplib.IMAP4, receiving: Receiving, token: str) -> None:
    """Sign in with an access token; a server that takes none says why, and wants an empty answer to that."""
    if "AUTH=XOAUTH2" not in client.capabilities:
        raise Unavailable(MailTokenNotOffered(host=receiving.host))
    heard: list[bytes] = []

    def answer(challenge: bytes) -> bytes:
        heard.append(challenge)
        return bearing(receiving.user, token).encode() if len(heard) == 1 else b""

    with _explained(receiving):
        try:
            client.authenticate("XOAUTH2", answer)
        except (imaplib.IMAP4.error, ValueError) as error:  # or what ought to be base64 is none
            why = shortened(refusal(str(error), b"".join(heard[1:]), token))
            if isinstance(error, imaplib.IMAP4.abort) or "[UNAVAILABLE]" in why or "[INUSE]" in why:
                raise Unavailable(_unreachable(receiving, why), passing=True) from error
            problem = MailTokenRefused(host=receiving.host, user=receiving.user, why=why)
            raise Unavailable(problem) from error


def _selected(server: BaseMailBox, receiving: Receiving) -> Box:
    client, writable = server.client, True
    with _explained(receiving):
        try:
            try:
                server.folder.set(receiving.mailbox)
            except imaplib.IMAP4.readonly:
                server.folder.set(receiving.mailbox, readonly=True)
                writable = False
        except MailboxFolderSelectError as error:
            why = _words(error.command_result[1])
            there = tuple(_names(server))[:SHOWN]
            raise Unavailable(MailboxMissing(mailbox=receiving.mailbox, why=why, there=there)) from error
    _, validity = client.response("UIDVALIDITY")
    _, unsteady = client.response("UIDNOTSTICKY")
    number = validity[0].decode("ascii", "replace") if validity and validity[0] else ""
    if not number.isdecimal() or (unsteady and unsteady[0] is not None):
        raise Unavailable(MailboxWithoutNumbers(mailbox=receiving.mailbox))
    return Box(client, number, writable=writable)


def _names(server: BaseMailBox) -> list[str]:
    """Return the names of the folders that there are; none where the server does not say."""
    with suppress(OSError, imaplib.IMAP4.error, ValueError, UnicodeError):
        return [each.name for each in server.folder.list()]
    return []


@contextmanager
def _explained(receiving: Receiving) -> Iterator[None]:
    """Turn what keeps us from opening the mailbox into what a person can act on."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        why = cause_of(error) or shortened(error.verify_message)
        raise Unavailable(MailboxCertificate(host=receiving.host, why=why)) from error
    except (OSError, imaplib.IMAP4.error) as error:
        raise Unavailable(_unreachable(receiving, _why(error)), passing=True) from error


@contextmanager
def _listening() -> Iterator[None]:
    try:
        yield
    except (OSError, imaplib.IMAP4.error) as error:
        raise Lost(_why(error)) from error


def _unreachable(receiving: Receiving, why: str) -> MailboxUnreachable:
    return MailboxUnreachable(host=receiving.host, port=receiving.port, why=why)


def _why(error: Exception) -> str:
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return cause_of(error) or shortened(words)


def _words(answer: Any) -> str:
    """Return a server's words on one short line, without the addresses in them."""
    lines = answer if isinstance(answer, list) else [answer]
    return shortened(
        " ".join(line.decode("utf-8", "replace") for line in lines if isinstance(line, bytes)).strip()
    )
