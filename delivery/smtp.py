"""One message, handed to a mail server: told apart exactly is what surely left, surely did not, and may have.

A message without its end, a line with a single full stop, is none (RFC 5321, 4.1.1.4). So until the end
leaves, whatever happens, nothing was sent; once it has left and no answer comes, nobody knows.
"""

import re
import select
import smtplib
import ssl
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from consultation.mail import Sending
from consultation.servers import is_here
from delivery.envelope import Envelope
from delivery.letters import one_line
from delivery.xoauth2 import bearing, decoded, refusal
from problems import Problem
from problems.causes import cause_of
from problems.mail import (
    MailAuthority,
    MailCertificate,
    MailEncryptionWanted,
    MailLoginNotOffered,
    MailLoginRefused,
    MailLoginWanted,
    MailNotEncrypted,
    MailSenderRefused,
    MailServerUnreachable,
    MailTokenNotOffered,
    MailTokenRefused,
    MailUnprotected,
)

GREETING: Final = 20.0
"""Seconds to wait for a connection and for the first word, which a wrong port never says."""

PATIENCE: Final = 120.0
"""Seconds to wait for an answer, and for that to the end of a message (RFC 5321, 4.5.3.2.6)."""
PATIENCE_AT_END: Final = 600.0

WORDS: Final = 200

Outcome = Literal["sent", "failed", "later", "unknown", "taken"]
"""`later`: not sent, and to be tried again; `taken`: somebody else sends it, so we broke off."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an attempt; `detail` is what the server said, or a word of ours.

    `too-large` is followed by the letter's size and the server's limit, in bytes.
    """

    outcome: Outcome
    detail: str = ""
    begun: bool = False  # the end has left, or may have


class Unavailable(Exception):  # noqa: N818  # not an error of the program
    """No letter can be sent; `problem` says why. `passing`: it may be otherwise in a minute."""

    def __init__(self, problem: Problem, *, passing: bool = False) -> None:
        super().__init__(problem.code)
        self.problem, self.passing = problem, passing


def connect(sending: Sending, secret: str, *, root: Path, patience: float = PATIENCE) -> smtplib.SMTP:
    """Connect, encrypted and with the server's certificate verified, and log in. Raises Unavailable.

    `secret` is the password, or an access token where the settings name a command that prints them. `root` is
    the folder that the settings' paths count from.
    """
    context = _trusting(root / sending.ca_file if sending.ca_file else None)
    here = "[127.0.0.1]"  # no look-up of our own name, and no word of it to others
    if sending.security == "none" and not is_here(sending.host):
        raise Unavailable(MailUnprotected(host=sending.host))
    first = min(patience, GREETING)
    with _explained(sending):
        server: smtplib.SMTP = (
            smtplib.SMTP_SSL(sending.host, sending.port, here, timeout=first, context=context)
            if sending.security == "tls"
            else smtplib.SMTP(sending.host, sending.port, here, timeout=first)
        )
        try:
            server.timeout = patience
            if server.sock:
                server.sock.settimeout(patience)
            _introduce(server, sending, secret, context)
        except BaseException:
            server.close()
            raise
    return server


def _trusting(authority: Path | None) -> ssl.SSLContext:
    """Verify certificates against an authority of one's own, or against those that this machine knows."""
    try:
        return ssl.create_default_context(cafile=str(authority) if authority else None)
    except OSError as error:  # no such file, or no certificate in it
        raise Unavailable(MailAuthority(value=str(authority), why=_why(error))) from error


def _introduce(server: smtplib.SMTP, sending: Sending, secret: str, context: ssl.SSLContext) -> None:
    server.ehlo_or_helo_if_needed()
    if sending.security == "starttls":
        if not server.has_extn("starttls"):
            raise Unavailable(MailNotEncrypted(host=sending.host))
        server.starttls(context=context)
        server.ehlo_or_helo_if_needed()
    if sending.user and sending.token_command:
        _sign_in(server, sending, secret)
    elif sending.user:
        _log_in(server, sending.user, secret)


def _log_in(server: smtplib.SMTP, user: str, password: str) -> None:
    """Log in, also with other letters than ASCII (RFC 4616: UTF-8), which smtplib does not know."""
    ways = server.esmtp_features.get("auth", "").upper().split()
    if f"{user}{password}".isascii() or not {"PLAIN", "LOGIN"} & set(ways):
        server.login(user, password)
        return
    if "PLAIN" in ways:
        answer = server.docmd("AUTH", f"PLAIN {_base64(f'{chr(0)}{user}{chr(0)}{password}')}")
    else:
        answer = server.docmd("AUTH", f"LOGIN {_base64(user)}")
        if answer[0] == 334:  # noqa: PLR2004  # go on
            answer = server.docmd(_base64(password))
    if answer[0] != 235:  # noqa: PLR2004  # RFC 4954: authentication succeeded
        raise smtplib.SMTPAuthenticationError(*answer)


def _sign_in(server: smtplib.SMTP, sending: Sending, token: str) -> None:
    """Sign in with an access token, sent after the command: it may be longer than a command may be."""
    if "XOAUTH2" not in server.esmtp_features.get("auth", "").upper().split():
        raise Unavailable(MailTokenNotOffered(host=sending.host))
    status, (code, words) = b"", server.docmd("AUTH", "XOAUTH2")
    if code == 334:  # noqa: PLR2004  # go on
        code, words = server.docmd(_base64(bearing(sending.user, token)))
    if code == 334:  # noqa: PLR2004  # it says why not, and wants an empty answer
        status, (code, words) = decoded(words), server.docmd("")
    if code == 235:  # noqa: PLR2004  # RFC 4954: authentication succeeded
        return
    why = shortened(refusal(f"{code} {words.decode('utf-8', 'replace')}", status, token))
    if 500 <= code < 600:  # noqa: PLR2004
        raise Unavailable(MailTokenRefused(host=sending.host, user=sending.user, why=why))
    raise _unreachable(sending, why if code > 0 else "not-a-mail-server")


def _base64(text: str) -> str:
    return b64encode(text.encode()).decode()


@contextmanager
def _explained(sending: Sending) -> Iterator[None]:
    """Turn what keeps us from connecting into what a person can act on."""
    host = sending.host
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        why = cause_of(error) or shortened(error.verify_message)
        raise Unavailable(MailCertificate(host=host, why=why)) from error
    except smtplib.SMTPAuthenticationError as error:
        words = said(error.smtp_code, error.smtp_error)
        if 400 <= error.smtp_code < 500:  # noqa: PLR2004  # RFC 4954: 454, to be tried again
            raise _unreachable(sending, words) from error
        raise Unavailable(MailLoginRefused(host=host, user=sending.user, why=words)) from error
    except smtplib.SMTPNotSupportedError as error:  # no login at all; starttls was looked for before
        raise Unavailable(MailLoginNotOffered(host=host, user=sending.user)) from error
    except smtplib.SMTPResponseException as error:
        if error.smtp_code < 0:  # no answer of a mail server
            raise _unreachable(sending, "not-a-mail-server") from error
        raise _unreachable(sending, said(error.smtp_code, error.smtp_error)) from error
    except smtplib.SMTPServerDisconnected as error:
        raise _unreachable(sending, "silent" if "timed out" in str(error) else "hung-up") from error
    except (smtplib.SMTPException, UnicodeError) as error:  # no way of logging in that we know
        raise Unavailable(MailLoginRefused(host=host, user=sending.user, why=_why(error))) from error
    except OSError as error:
        raise _unreachable(sending, _why(error)) from error


def _unreachable(sending: Sending, why: str) -> Unavailable:
    problem = MailServerUnreachable(host=sending.host, port=sending.port, why=why)
    return Unavailable(problem, passing=True)


def _why(error: Exception) -> str:
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return cause_of(error) or shortened(words)


def said(code: int, words: bytes | str) -> str:
    """Return a server's answer on one short line, without the addresses in it."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return shortened(f"{code} {text}")


def shortened(text: str) -> str:
    """Return a stranger's words on one line, no longer than need be, without addresses."""
    plain = re.sub(r"<?[^\s<>@]+@[^\s<>@]+>?", "…", one_line(text))
    return plain if len(plain) <= WORDS else f"{plain[:WORDS].rstrip()} …"


def transmit(
    server: smtplib.SMTP,
    letter: Envelope,
    *,
    before_end: Callable[[], bool],
    patience_at_end: float = PATIENCE_AT_END,
) -> Fate:
    """Hand one message over to one server; raises Unavailable where the server takes nothing from us at all.

    `before_end` is called when all but the end of the message has left. What it records must be recorded for
    good when it returns; where it returns False somebody else has sent the message, and the end never leaves.
    Only an answer to the end says `sent`; only its absence says `unknown`. After anything else than an answer
    the connection is closed.
    """
    try:
        return _hand_over(server, letter, before_end, patience_at_end)
    except BaseException:
        server.close()  # anything else that we say might be taken as a part of the letter
        raise


def _hand_over(
    server: smtplib.SMTP, letter: Envelope, before_end: Callable[[], bool], patience_at_end: float
) -> Fate:
    try:
        if refused := _announce(server, letter):
            return refused
        code, words = server.docmd("DATA")
        if code != 354:  # noqa: PLR2004  # RFC 5321: start mail input
            return _answered(server, code, words)
        server.send(_stuffed(letter.data))
        if _broken_off(server):
            raise smtplib.SMTPServerDisconnected
    except (OSError, smtplib.SMTPException):
        server.close()
        return Fate("later", "lost-before-end")
    if not before_end():
        server.close()
        return Fate("taken")
    return replace(_end(server, patience_at_end), begun=True)


def _announce(server: smtplib.SMTP, letter: Envelope) -> Fate | None:
    """Say from whom and to whom; return what became of it where the server does not go along."""
    limit = server.esmtp_features.get("size", "").strip()
    if limit.isdecimal() and 0 < int(limit) < len(letter.data):
        return Fate("failed", f"too-large {len(letter.data)} {int(limit)}")
    if letter.international and not server.has_extn("smtputf8"):
        return Fate("failed", "not-international")
    code, words = server.mail(letter.sender, _options(server, letter))
    if code != 250:  # noqa: PLR2004
        if code == 552 or code < 500:  # noqa: PLR2004  # too large; another time
            return _answered(server, code, words)
        _reset(server)
        _lacking(code, words)
        raise Unavailable(MailSenderRefused(address=letter.sender, why=said(code, words)))
    refused = [answer for each in letter.recipients if (answer := server.rcpt(each))[0] not in {250, 251}]
    if not refused:
        return None
    for_good = (each for each in refused if 500 <= each[0] < 600)  # noqa: PLR2004
    code, words = next(for_good, refused[0])
    _lacking(code, words)
    return _answered(server, code, words)  # to all of them, or to nobody


def _lacking(code: int, words: bytes) -> None:
    """Raise Unavailable where a server takes nothing without a login, or without encryption."""
    if code == 530:  # noqa: PLR2004  # RFC 4954: authentication required; RFC 3207: STARTTLS first
        kind = MailEncryptionWanted if b"STARTTLS" in words.upper() else MailLoginWanted
        raise Unavailable(kind(why=said(code, words)))


def _options(server: smtplib.SMTP, letter: Envelope) -> list[str]:
    size = [f"size={len(letter.data)}"] if server.has_extn("size") else []
    wide = ["SMTPUTF8", "BODY=8BITMIME"] if letter.international else []
    return [*size, *wide]


def _answered(server: smtplib.SMTP, code: int, words: bytes) -> Fate:
    """Return what an answer before the message's end means, and make ready for the next message."""
    outcome: Outcome = "failed" if 500 <= code < 600 else "later"  # noqa: PLR2004
    _reset(server, code)
    return Fate(outcome, said(code, words) if code > 0 else "lost-before-end")


def _reset(server: smtplib.SMTP, code: int = 250) -> None:
    """Begin anew, on this connection or, where the server takes its leave, on none."""
    if code == 421 or code < 200:  # noqa: PLR2004  # closing; no answer at all
        server.close()
        return
    with suppress(OSError, smtplib.SMTPException):
        if server.rset()[0] == 250:  # noqa: PLR2004
            return
    server.close()


def _stuffed(data: bytes) -> bytes:
    """Return a message as it stands between DATA and the end: every line ends in CRLF, no line is the end."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", data)
    stuffed = re.sub(rb"(?m)^\.", b"..", lines)
    return stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n"


def _broken_off(server: smtplib.SMTP) -> bool:
    """Say whether the server has hung up, or talks, before its turn: then the end need not leave."""
    if server.sock is None or server.file is None:
        return True
    patience = server.sock.gettimeout()
    server.sock.settimeout(0)
    try:
        ahead = server.file.peek(1)
    except ssl.SSLWantReadError:
        return False
    except OSError:
        return True
    finally:
        server.sock.settimeout(patience)
    encrypted = isinstance(server.sock, ssl.SSLSocket)  # there, nothing to read would have been an error
    return bool(ahead) or encrypted or bool(select.select([server.sock], [], [], 0)[0])


def _end(server: smtplib.SMTP, patience: float) -> Fate:
    """Send the end of the message and read the answer, which alone decides."""
    try:
        if server.sock:
            server.sock.settimeout(patience)
        server.send(b".\r\n")
        code, words = server.getreply()
        if server.sock:
            server.sock.settimeout(server.timeout)
    except (OSError, smtplib.SMTPException):
        server.close()
        return Fate("unknown", "lost-after-end")
    if 200 <= code < 300:  # noqa: PLR2004
        return Fate("sent", said(code, words))
    if not 400 <= code < 600:  # noqa: PLR2004  # not an answer that there is
        server.close()
        return Fate("unknown", "lost-after-end")
    return _answered(server, code, words)


def leave(server: smtplib.SMTP | None) -> None:
    if server is not None:
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
        server.close()


def is_open(server: smtplib.SMTP | None) -> bool:
    return server is not None and server.sock is not None
