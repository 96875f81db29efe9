"""What goes to a mail server of a letter in outbox/: from whom, to whom, and its bytes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from email import encoders
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP, SMTPUTF8
from typing import Final

LINE: Final = 998
"""The longest line that a server must take, in bytes."""

ADDRESS: Final = re.compile(r"[^\s<>@\x00-\x1f]+@[^\s<>@\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Envelope:
    sender: str
    recipients: tuple[str, ...]
    data: bytes
    international: bool  # an address or a header is not ASCII


def envelope(
    raw: bytes,
    *,
    bounces_to: str = "",
    readdress: Callable[[str], Address | None],
    mark: Callable[[EmailMessage], None] = lambda _: None,
) -> Envelope:
    """Make what goes out of an `.eml`: without its mark of a draft and its Bcc, in lines that servers take.

    `readdress` gives the address that now holds instead of one that the letter was written to, or None.
    `mark` adds what replies are known by. Raises ValueError for what is no letter to anybody.
    """
    message = BytesParser(EmailMessage, policy=SMTPUTF8).parsebytes(raw)
    _read_as_utf8(message)
    del message["X-Unsent"]
    mark(message)
    written = _addresses(message, "To")
    now = [readdress(each.addr_spec) or each for each in written]
    if now != written:
        del message["To"]
        message["To"] = now
    copied = [
        each for name in ("Cc", "Bcc") for header in message.get_all(name, ()) for each in header.addresses
    ]
    del message["Bcc"]
    recipients = tuple(dict.fromkeys(each.addr_spec for each in (*now, *copied)))
    authors = [each.addr_spec for each in _addresses(message, "From")]
    sender = bounces_to or next(iter(authors), "")
    if not recipients or not all(ADDRESS.fullmatch(each) for each in (sender, *recipients)):
        raise ValueError("no letter to anybody")
    for part in message.walk():
        _fit(part)
    international = not all(each.isascii() for each in (sender, *recipients, *authors))
    data = message.as_bytes(policy=SMTPUTF8 if international else SMTP)
    return Envelope(sender, recipients, data, international)


def _read_as_utf8(message: EmailMessage) -> None:
    """Put letters into headers where the parser, which knows ASCII alone, left bytes (RFC 6532)."""
    for name, value in list(message.raw_items()):
        if not str(value).isascii():
            plain = "".join(str(value).splitlines())
            message.replace_header(name, plain.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _addresses(message: EmailMessage, header: str) -> list[Address]:
    return [each for found in message.get_all(header, ()) for each in found.addresses]


def _fit(part: EmailMessage) -> None:
    """Encode a part whose lines are too long, or not ASCII: not every server takes them."""
    body = part.get_payload()
    if not isinstance(body, str):
        return
    if body.isascii() and all(len(line) <= LINE for line in body.splitlines()):
        return
    content = part.get_payload(decode=True)
    del part["Content-Transfer-Encoding"]
    part.set_payload(content)
    encoders.encode_base64(part)
