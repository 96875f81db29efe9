"""How a message begins: told by its first lines alone, without reading it."""

import re
from typing import Final

BLANK: Final = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the first line."""

_STRONG: Final = {
    "received", "return-path", "mime-version", "message-id", "delivered-to", "from", "dkim-signature",
    "authentication-results", "x-unsent",
}  # fmt: skip
_KNOWN: Final = _STRONG | {
    "to", "cc", "date", "subject", "content-type", "content-transfer-encoding", "reply-to", "in-reply-to",
    "references", "sender", "user-agent", "x-mailer", "thread-topic", "thread-index", "arc-seal",
    "accept-language", "content-language", "x-received", "disposition-notification-to", "x-mozilla-status",
    "list-id", "resent-from",
}  # fmt: skip
_FIELD: Final = re.compile(rb"^([!-9;-~]{1,80})[ \t]*:", re.MULTILINE)
MBOX: Final = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]{0,300}\d\d:\d\d[^\r\n]{0,40}\r?\n(?=[!-9;-~]+[ \t]*:)")


def looks_like_mail(data: bytes) -> bool:
    """Say whether bytes begin as a message does: with header fields, and of those that mail has."""
    start = data[: 64 * 2**10].lstrip(BLANK)
    if MBOX.match(start):
        return True
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    if b"\0" in head or not _FIELD.match(head):
        return False
    names = {name.decode("ascii").lower() for name in _FIELD.findall(head)}
    return bool(names & _STRONG) and len(names & _KNOWN) > 1
