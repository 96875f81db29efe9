"""A mail taken apart: the files in it, what it says of itself, and what could not be taken out."""

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from typing import Final

from problems import Problem
from problems.containers import (
    AttachmentDamaged,
    FileBehindLink,
    MailCutOff,
    NestedTooDeep,
    ProtectedMail,
    TnefAttached,
)
from workbooks.bounces import bounces, is_from_a_server
from workbooks.containers import Mail, Part, Unpacked, left_out, within_limits
from workbooks.mailhead import BLANK, MBOX
from workbooks.mailwords import cloud, own_words
from workbooks.mime import DEPTH_LIMIT, Cutting, Node, readable, split, value_of, values

_UNMANGLED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")
_SMALL_PICTURE: Final = 64 * 2**10
_SIGNATURES: Final = {
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
    "application/pgp-keys", "text/calendar", "application/ics", "text/vcard", "text/x-vcard",
    "text/directory",
}  # fmt: skip
"""What mail programs add by themselves, and is no return whatever it is called."""
_SIGNATURE_NAMES: Final = ("smime.p7s", "signature.asc", ".vcf", ".ics")
_GENERIC: Final = {"application/octet-stream", "text/plain"}
_ENCRYPTED: Final = re.compile(rb"\A\s*-----BEGIN PGP MESSAGE-----")
_BARE: Final = re.compile(r"(?<![^\s<>,;:(\"\[])[^\s<>@,;:()\"\[\]]{1,200}@[^\s<>@,;:()\"\[\]]{1,255}")
_ANGLE: Final = re.compile(r"<\s*([^\s<>@]{1,200}@[^\s<>@]{1,255})\s*>")
_IDS: Final = re.compile(r"<[^<>\s]{1,900}>")
_ADDRESSES_LIMIT: Final = 50
_BULK: Final = {"auto_reply", "auto-reply", "bulk", "junk", "list"}


def take_apart(data: bytes) -> tuple[Unpacked, list[Problem]]:
    """Take a message apart; a mailbox file (mbox) of several messages, into its messages."""
    data = data.lstrip(BLANK)
    messages = _messages(data)
    if len(messages) == 1:
        return _mail(messages[0])
    parts, problems = within_limits(
        Part(f"message-{number}.eml", each) for number, each in enumerate(messages, 1)
    )
    return Unpacked("mail", parts), problems


def _messages(data: bytes) -> list[bytes]:
    """Cut a mailbox file at the lines that begin a message; anything else is one message."""
    if not MBOX.match(data):
        return [data]
    starts = list(MBOX.finditer(data))
    ends = [*(each.start() + 1 for each in starts[1:]), len(data)]
    return [_UNMANGLED.sub(rb"\1", data[each.end() : end]) for each, end in zip(starts, ends, strict=True)]


def _mail(data: bytes) -> tuple[Unpacked, list[Problem]]:
    headers, _ = split(data)
    cutting = Cutting()
    nodes = list(cutting.parts(data))
    sender = _sender(headers)
    report = headers.get_content_type() == "multipart/report"
    plain = [node.text() for node in nodes if _is_words(node, "text/plain")]
    pages = [node.text() for node in nodes if _is_words(node, "text/html")]
    shown = {
        node.content_id
        for node in nodes
        if node.content_id and any(f"cid:{node.content_id}" in page for page in pages)
    }
    problems: list[Problem] = []
    files = [] if report else [node for node in nodes if _is_file(node, shown)]
    parts, more = within_limits(_parts(files, problems))
    problems += [*_protected(headers, nodes), *more]
    words = own_words(plain, pages)
    if not parts and not problems and not report and (service := cloud(words.links)):
        problems.append(FileBehindLink(service=service))
    if cutting.too_many and not more:
        problems.append(left_out(len(parts)))
    if cutting.too_deep:
        problems.append(NestedTooDeep(limit=DEPTH_LIMIT))
    if cutting.cut_off and not report:
        problems.append(MailCutOff())
    mail = Mail(
        sender=sender,
        subject=_line(readable(value_of(headers, "Subject"))),
        addressed=_addressed(headers),
        references=_references(headers),
        words=words.text,
        automatic=_automatic(headers, sender),
        bounces=bounces(headers, nodes, sender),
    )
    return Unpacked("mail", parts, mail), problems


def _parts(nodes: Sequence[Node], problems: list[Problem]) -> Iterator[Part]:
    """Yield the files; what is damaged is named in `problems`."""
    for node in nodes:
        data, damaged = node.decoded
        name = node.name
        if node.kind in {"message/rfc822", "message/global"} and not name.lower().endswith(".eml"):
            name = f"{name or 'message'}.eml"
        if damaged:
            problems.append(AttachmentDamaged(name=_line(name) or "…"))
        if data or node.name:
            yield Part(name, data)


def _is_words(node: Node, kind: str) -> bool:
    return (node.kind == kind or (kind == "text/plain" and node.kind.startswith("multipart/"))) and not (
        node.name or node.disposition == "attachment"
    )


def _is_file(node: Node, shown: set[str]) -> bool:
    """Say whether a part may be a return: not the words, what mail programs add, or a wrapping."""
    if _is_words(node, "text/plain") or _is_words(node, "text/html") or _wrapping(node):
        return False
    if node.kind in _SIGNATURES or (node.kind in _GENERIC and node.name.lower().endswith(_SIGNATURE_NAMES)):
        return False
    if node.kind in {"text/x-amp-html", "text/enriched", "text/watch-html"} and not node.name:
        return False
    return not _decoration(node, shown)


def _decoration(node: Node, shown: set[str]) -> bool:
    """Say whether a part is plainly a picture within the words, such as a signature's; no photograph."""
    data, _ = node.decoded
    if not data.startswith(_PICTURES):
        return False
    within = node.content_id or "multipart/related" in node.within or len(data) < _SMALL_PICTURE
    return node.content_id in shown or (node.disposition != "attachment" and bool(within))


def _wrapping(node: Node) -> str:
    """Say in which protection or wrapping a part is that only some mail programs open; empty for none."""
    name, kind = node.name.lower(), node.kind
    if kind in {"application/ms-tnef", "application/vnd.ms-tnef"} or name == "winmail.dat":
        return "tnef"
    if kind == "application/x-microsoft-rpmsg-message" or name.endswith(".rpmsg"):
        return "rights"
    if kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"} or name == "smime.p7m":
        return "smime"
    if kind == "application/pgp-encrypted" or "multipart/encrypted" in node.within:
        return "pgp"
    return "pgp" if _ENCRYPTED.match(node.decoded[0][:1_000]) else ""


def _protected(headers: Message, nodes: Sequence[Node]) -> Iterator[Problem]:
    found = {_wrapping(node) for node in nodes}
    if headers.get_content_type() == "multipart/encrypted":
        found.add("pgp")
    if "tnef" in found:
        yield TnefAttached()
    for kind in ("smime", "pgp", "rights"):
        if kind in found:
            yield ProtectedMail(kind=kind)


def _sender(headers: Message) -> str:
    """Return the address of From as it is written, not as its name pretends."""
    value = re.sub(r'"(?:[^"\\]|\\.)*"', " ", value_of(headers, "From"))
    found = _ANGLE.search(value)
    bare = None if found else _BARE.search(value)
    address = (found[1] if found else bare[0] if bare else "").lower()
    return address if address.isprintable() else ""


def _addressed(headers: Message) -> tuple[str, ...]:
    found: list[str] = []
    for name in ("To", "Cc", "Delivered-To", "X-Original-To"):
        for value in values(headers, name):
            found += (each.lower() for each in _BARE.findall(re.sub(r'"(?:[^"\\]|\\.)*"', " ", value)))
    return tuple(each for each in dict.fromkeys(found) if each.isprintable())[:_ADDRESSES_LIMIT]


def _references(headers: Message) -> tuple[str, ...]:
    """Return what a message answers, its direct answer first, then the latest of the thread."""
    direct = [each for value in values(headers, "In-Reply-To") for each in _IDS.findall(value)]
    thread = [each for value in values(headers, "References") for each in _IDS.findall(value)]
    known = dict.fromkeys([*direct, *reversed(thread)])
    return tuple(each for each in known if each.isprintable())[:_ADDRESSES_LIMIT]


def _automatic(headers: Message, sender: str) -> bool:
    """Say whether a program wrote this (RFC 3834): nobody may be answered automatically for it."""
    submitted = value_of(headers, "Auto-Submitted").partition(";")[0].strip().lower()
    return (
        submitted not in {"", "no"}
        or any(
            value_of(headers, name)
            for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply")
        )
        or value_of(headers, "Precedence").strip().lower() in _BULK
        or headers.get_content_type() == "multipart/report"
        or is_from_a_server(headers, sender)
    )


def _line(text: str) -> str:
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return re.sub(" +", " ", plain).strip()[:500]
