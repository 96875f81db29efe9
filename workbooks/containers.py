"""What holds other files: a mail with its attachments, a zip file; each part is a file of its own."""

from dataclasses import dataclass
from typing import Literal

from problems import Problem


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside another one; `name` is what the sender called it, and may be anything at all."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail server's word that a letter did not arrive (RFC 3464)."""

    message_id: str  # of our letter, with its angle brackets; empty where the report does not say
    recipient: str
    status: str  # RFC 3463, such as 5.1.1
    final: bool  # False: the server is still trying
    reason: str  # the server's words, on one line


@dataclass(frozen=True, slots=True)
class Mail:
    """What a message says of itself. Nothing in it is proven: a sender's address is what anybody writes."""

    sender: str  # the address of From, in small letters; empty where there is none
    subject: str
    addressed: tuple[str, ...]  # To, Cc, Delivered-To, X-Original-To, in small letters
    references: tuple[str, ...]  # In-Reply-To and References: Message-IDs with angle brackets
    words: str  # the beginning of what the sender wrote, without what is quoted; at most 2,000 letters
    automatic: bool  # RFC 3834: an out-of-office reply, not a person
    bounces: tuple[Bounce, ...] = ()


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a container holds; `mail` where it is one."""

    kind: Literal["mail", "zip"]
    parts: tuple[Part, ...]
    mail: Mail | None = None


def unpack(data: bytes) -> tuple[Unpacked | None, list[Problem]]:  # to be written: what it is for stands in the brief
    """Take a mail or a zip file apart; None for anything else."""
    del data
    return None, []
