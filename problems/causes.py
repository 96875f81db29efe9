"""Why a machine or a server would not: the commonest reasons in our words, all others as they were said."""

import errno
import ssl
from dataclasses import dataclass, replace
from typing import Final

from languages import say
from problems.model import Problem

OURS: Final = frozenset(
    {
        "certificate-expired",
        "certificate-other-name",
        "certificate-untrusted",
        "connection-refused",
        "hung-up",
        "is-a-folder",
        "name-unknown",
        "no-certificate",
        "no-permission",
        "no-such-file",
        "no-way-there",
        "not-a-mail-server",
        "not-international",
        "not-tls",
        "not-utf8",
        "silent",
        "timed-out",
        "too-large",
    }
)
"""The reasons that have a sentence of their own."""

_VERIFIED: Final = {
    10: "certificate-expired",
    18: "certificate-untrusted",
    19: "certificate-untrusted",
    20: "certificate-untrusted",
    21: "certificate-untrusted",
    62: "certificate-other-name",
    64: "certificate-other-name",
}
"""What OpenSSL's X509_V_ERR_… numbers mean."""

_KINDS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (ConnectionRefusedError, "connection-refused"),
    (ConnectionError, "hung-up"),
    (TimeoutError, "timed-out"),
    (FileNotFoundError, "no-such-file"),
    (NotADirectoryError, "no-such-file"),
    (IsADirectoryError, "is-a-folder"),
    (PermissionError, "no-permission"),
    (UnicodeDecodeError, "not-utf8"),
)


def cause_of(error: Exception) -> str:
    """Return our word for why something failed; empty where there is none."""
    import socket  # noqa: PLC0415  # only when something is wrong

    if isinstance(error, ssl.SSLCertVerificationError):
        return _VERIFIED.get(error.verify_code, "")
    if isinstance(error, ssl.SSLError):
        reasons = {"WRONG_VERSION_NUMBER": "not-tls", "NO_CERTIFICATE_OR_CRL_FOUND": "no-certificate"}
        return reasons.get(error.reason or "", "")
    if isinstance(error, socket.gaierror):
        return "name-unknown"
    if isinstance(error, OSError) and error.errno in {errno.ENETUNREACH, errno.EHOSTUNREACH}:
        return "no-way-there"
    return next((word for kind, word in _KINDS if isinstance(error, kind)), "")


@dataclass(frozen=True, kw_only=True)
class Because(Problem):
    """A problem whose `why` is one of our words, or what a machine or a server said."""

    why: str

    def message(self, language: str = "en") -> str:
        said = say(language, "problems/causes", self.why) if self.why in OURS else self.why.rstrip(".")
        return Problem.message(replace(self, why=said), language)
