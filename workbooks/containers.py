"""What holds other files: a mail with its attachments, a zip file; each part is a file of its own."""

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal
from zipfile import ZipInfo

from problems import Problem
from problems.containers import MemberUnreadable, NothingInside, OutlookMessage, PartsLeftOut
from problems.intake import DamagedFile, NotASpreadsheet
from workbooks.mailhead import looks_like_mail
from workbooks.prescan import OLE, beyond_limits, directory, inflated
from workbooks.recognition import recognise

PARTS_LIMIT: Final = 200
SIZE_LIMIT: Final = 60 * 2**20
"""So much may lie in one container: it goes to the parent in one reply."""

_OUTLOOK: Final = "__properties_version1.0".encode("utf-16-le")
"""A stream of every `.msg`, whatever is attached to it."""
_BEGINNING: Final = 2**20
_SAID_TO_BE_UTF8: Final = 0x800
_PACKAGES: Final = {
    "[content_types].xml",
    "mimetype",
    "meta-inf/manifest.xml",
    "index/document.iwa",
    "xl/workbook.xml",
}
"""Parts by which a zip file is known as the document of an office program."""


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


def unpack(data: bytes) -> tuple[Unpacked | None, list[Problem]]:
    """Take a mail or a zip file of files apart; nothing in it is opened, and no name in it becomes a path.

    What is neither has none, and the problem that says what it is; a workbook or document, none at all.
    """
    if data.startswith(OLE) and _OUTLOOK in data:
        return None, [OutlookMessage()]
    found = recognise(data[:_BEGINNING])
    if found is None:
        return _unzipped(data)
    if isinstance(found, NotASpreadsheet) and looks_like_mail(data):
        from workbooks.mailparts import take_apart  # noqa: PLC0415  # only for a mail

        return take_apart(data)
    return None, [found]


def within_limits(parts: Iterable[Part]) -> tuple[tuple[Part, ...], list[Problem]]:
    """Take files as long as they are within the limits; say so where that leaves some out."""
    taken: list[Part] = []
    size = 0
    for part in parts:
        size += len(part.data)
        if len(taken) == PARTS_LIMIT or size > SIZE_LIMIT:
            return tuple(taken), [left_out(len(taken))]
        taken.append(part)
    return tuple(taken), []


def left_out(taken: int) -> Problem:
    """Say that only the first files were taken."""
    return PartsLeftOut(taken=taken, files=PARTS_LIMIT, megabytes=SIZE_LIMIT // 2**20)


def _unzipped(data: bytes) -> tuple[Unpacked | None, list[Problem]]:
    entries = directory(data)
    if entries is None:
        return None, [DamagedFile()]
    if any(entry.filename.lower() in _PACKAGES for entry in entries):
        return None, []
    if problem := next(beyond_limits(entries, len(data)), None):
        return None, [problem]
    problems: list[Problem] = []
    wanted = [entry for entry in entries if not _left_by_systems(_name(entry))]
    parts, more = within_limits(_members(data, wanted, problems))
    if not wanted:
        problems.append(NothingInside())
    return Unpacked("zip", parts), [*problems, *more]


def _members(data: bytes, entries: Iterable[ZipInfo], problems: list[Problem]) -> Iterator[Part]:
    """Yield the files of a zip file; what cannot be unpacked is named in `problems`."""
    for entry in entries:
        try:
            yield Part(_name(entry), inflated(data, entry))
        except (ValueError, zlib.error, struct.error):
            problems.append(MemberUnreadable(name=_name(entry)[-80:]))


def _name(entry: ZipInfo) -> str:
    """Return a member's name; macOS writes UTF-8 without saying so."""
    if entry.flag_bits & _SAID_TO_BE_UTF8:
        return entry.filename.encode("utf-8", "replace").decode()
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _left_by_systems(name: str) -> bool:
    last = name.replace("\\", "/").rpartition("/")[2].lower()
    return (
        name.startswith("__MACOSX/")
        or last in {".ds_store", "thumbs.db", "desktop.ini"}
        or last.startswith("~$")
    )
