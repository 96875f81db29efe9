"""What mail servers say of letters that did not arrive: RFC 3464, and the plain words of Exim and qmail."""

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from typing import Final

from workbooks.containers import Bounce
from workbooks.mime import Node, split, value_of, values

RETURNED: Final = {
    "message/rfc822", "message/global", "message/rfc822-headers", "text/rfc822-headers",
    "message/global-headers",
}  # fmt: skip
"""The types in which a report brings back the letter, or its headers."""

_REPORTS: Final = {"message/delivery-status", "message/global-delivery-status"}
_FAILED: Final = {"failed", "failure", "delayed", ""}
_REPORT_LIMIT: Final = 2**20
_RECIPIENTS_LIMIT: Final = 200
_ADDRESS: Final = re.compile(r"[^\s<>@,;:()\[\]\"]{1,100}@[^\s<>@,;:()\[\]\"]{1,255}")
_STATUS: Final = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)")
_MESSAGE_ID: Final = re.compile(r"<[^<>\s]{1,900}>")
_ID_LINE: Final = re.compile(r"^[ \t>]*Message-ID:\s{0,40}(<[^<>\s]{1,900}>)", re.IGNORECASE | re.MULTILINE)
_QMAIL: Final = re.compile(
    r"^<([^<>\s@]{1,100}@[^<>\s]{1,255})>:[ \t]*\r?\n((?:[^\r\n]+\r?\n?){1,20})", re.MULTILINE
)
_POSTMASTERS: Final = ("mailer-daemon", "mail-daemon", "postmaster", "mailerdaemon", "microsoftexchange")
_STILL_TRYING: Final = re.compile(
    r"\b(?:delayed|not yet been delivered|will (?:continue|keep) (?:to try|trying)|warning: message)\b",
    re.IGNORECASE,
)


def is_from_a_server(headers: Message, sender: str) -> bool:
    """Say whether a message claims to come from a mail server: nobody may answer it (RFC 5321)."""
    return (
        sender.partition("@")[0].startswith(_POSTMASTERS) or value_of(headers, "Return-Path").strip() == "<>"
    )


def bounces(headers: Message, nodes: Sequence[Node], sender: str) -> tuple[Bounce, ...]:
    """Return what a message says about letters that did not arrive; nothing for any other message."""
    reports = [node for node in nodes if node.kind in _REPORTS]
    if reports:
        original = _original(nodes, reports)
        found = [bounce for node in reports for bounce in _reported(node, original)]
    elif is_from_a_server(headers, sender):
        found = list(_told(headers, nodes))
    else:
        found = []
    return tuple(each for each in dict.fromkeys(found) if f"{each.message_id}{each.recipient}".isprintable())


def _original(nodes: Sequence[Node], reports: Sequence[Node]) -> str:
    """Return the Message-ID of the letter: from its returned headers, else from the report's own fields."""
    for node in nodes:
        if node.kind in RETURNED:
            headers, _ = split(node.decoded[0])
            if found := _MESSAGE_ID.search(_line(value_of(headers, "Message-ID"))):
                return found[0]
    for node in reports:
        for fields in _groups(node):
            said = value_of(fields, "X-Original-Message-ID") or value_of(fields, "Original-Message-ID")
            if said and (found := _MESSAGE_ID.search(_line(said))):
                return found[0]
    return ""


def _groups(node: Node) -> Iterator[Message]:
    """Yield the groups of fields of a report: one for the message, then one for each recipient."""
    groups = re.split(
        rb"(?:\r?\n[ \t]*){2,}", node.decoded[0][:_REPORT_LIMIT].strip(), maxsplit=_RECIPIENTS_LIMIT
    )
    for group in groups[:_RECIPIENTS_LIMIT]:
        if group:
            yield split(group + b"\n\n")[0]


def _reported(node: Node, original: str) -> Iterator[Bounce]:
    for fields in _groups(node):
        final, first = value_of(fields, "Final-Recipient"), value_of(fields, "Original-Recipient")
        if not final and not first:
            continue
        status = _STATUS.search(value_of(fields, "Status"))
        action = value_of(fields, "Action").partition("(")[0].strip().lower()
        code = status[1] if status else ""
        if action not in _FAILED or (not action and code.startswith("2")):
            continue
        delayed = action == "delayed" or (not action and code.startswith("4"))
        reason = value_of(fields, "Diagnostic-Code").partition(";")[2] or value_of(fields, "Diagnostic-Code")
        yield Bounce(original, _recipient(final) or _recipient(first), code, not delayed, _line(reason))


def _told(headers: Message, nodes: Sequence[Node]) -> Iterator[Bounce]:
    """Yield what a server says in words: Exim names the recipients in a header, qmail where a line starts."""
    text = "\n".join(node.text() for node in nodes if node.kind == "text/plain")
    mentioned = _ID_LINE.search(text)
    returned = _original(nodes, ())
    original = returned or (mentioned[1] if mentioned else "")
    final = not _STILL_TRYING.search(f"{value_of(headers, 'Subject')}\n{text[:5_000]}")
    exim = [each for value in values(headers, "X-Failed-Recipients") for each in _ADDRESS.findall(value)]
    exim = exim[:_RECIPIENTS_LIMIT]
    if exim:
        reasons = {each: _after(text, each) for each in exim}
    else:
        reasons = {found[1]: found[2] for found in _QMAIL.finditer(text[:100_000])}
    for recipient, reason in reasons.items():
        status = _STATUS.search(reason)
        yield Bounce(original, recipient.lower(), status[1] if status else "", final, _line(reason))


def _after(text: str, recipient: str) -> str:
    """Return the paragraph of a text that begins with an address."""
    found = re.search(
        rf"^[ \t]*<?{re.escape(recipient)}>?.*\r?\n((?:[ \t]+\S.*\r?\n?)*)", text[:100_000], re.MULTILINE
    )
    return found[1] if found else ""


def _recipient(value: str) -> str:
    """Take the address out of `rfc822; somebody@example.org`."""
    found = _ADDRESS.search(_line(value.partition(";")[2] or value))
    return found[0].lower() if found else ""


def _line(text: str) -> str:
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return re.sub(" +", " ", plain).strip()[:500]
