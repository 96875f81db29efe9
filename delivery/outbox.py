"""Mail waiting to go: one `.eml` per letter, ready to be opened, looked at and sent from any mail program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from typing import Final

from consultation.mail import Sending
from consultation.model import FocalPoint
from delivery.letters import Letter, one_line
from delivery.mime import header, multipart
from delivery.replies import BY_HAND, message_id, reply_address, subject_with
from languages import say
from stakeholders.model import Attribution, Stakeholder

KINDS: Final = {
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".ics": ("text", "calendar"),
}
"""The types of what is attached, by the ending of its name."""


@dataclass(frozen=True)
class Attachment:
    name: str
    data: bytes


def eml(
    letter: Letter,
    *,
    key: str,
    state: str,
    sender: FocalPoint,
    to: Address | Sequence[Address],
    language: str,
    at: datetime,
    attachments: Sequence[Attachment] = (),
    sending: Sending | None = None,
) -> bytes:
    """Build the message as bytes; the same arguments give the same bytes.

    `X-Unsent: 1` makes mail programs open it as a draft to be sent, not as mail received. With a server that
    sends, replies carry whose they are.
    """
    people = [to] if isinstance(to, Address) else to
    policy = SMTPUTF8 if _international(people, sender, sending) else SMTP
    domain = mailed(sender.email).rpartition("@")[2] if sending else BY_HAND
    headers: dict[str, str | Sequence[Address]] = {
        "From": [address(sender.name, sender.email)],
        "To": people,
        "Subject": subject_with(letter.subject, key, sending) if sending else letter.subject,
        "Date": format_datetime(at),
        "Message-ID": message_id(key, state, domain),
    }
    if sending:
        headers["Reply-To"] = [address("", reply_address(key, sending, sender))]
    headers["X-Unsent"] = "1"
    return multipart(
        [header(policy, name, value) for name, value in headers.items()],
        key=key,
        language=language,
        text=letter.text,
        html=letter.html,
        files=[(each.name, *KINDS[each.name[each.name.rindex(".") :]], each.data) for each in attachments],
    )


def marked(message: EmailMessage, key: str, sending: Sending, sender: FocalPoint) -> None:
    """Give a letter that was written before a server was set up what makes replies say whose they are."""
    if message["Reply-To"] is not None:
        return
    plain = str(message["Subject"] or "")
    del message["Subject"]
    message["Subject"] = subject_with(plain, key, sending)
    message["Reply-To"] = [address("", reply_address(key, sending, sender))]


def address(name: str, email: str) -> Address:
    local, _, domain = mailed(email).rpartition("@")
    return Address(
        display_name=one_line(name), username=local, domain=domain
    )  # of any letters, unlike addr_spec


def mailed(email: str) -> str:
    """Return an address as every server takes it: the domain in letters of ASCII, where that can be."""
    local, _, domain = email.rpartition("@")
    try:
        return f"{local}@{domain.encode('idna').decode()}" if not domain.isascii() else email
    except UnicodeError:
        return email


def _international(people: Sequence[Address], sender: FocalPoint, sending: Sending | None) -> bool:
    """Say whether some address needs SMTPUTF8: its part before the @ is not ASCII."""
    others = (sender.email, sending.reply_to if sending else "")
    return not all(each.isascii() for each in (*(one.addr_spec for one in people), *map(mailed, others)))


def address_of(body: Stakeholder) -> Address:
    """Return where a stakeholder is written to: one that must not be named is not named on the envelope."""
    hidden = body.attribution is Attribution.ANONYMOUS
    return address("" if hidden else body.contact or body.name, body.email)


def workbook_name(body: Stakeholder, language: str) -> str:
    """Return the name of the workbook attached: it names nobody who must not be named."""
    if body.attribution is Attribution.ANONYMOUS:
        return say(language, "delivery", "attachment-hidden")
    return say(language, "delivery", "attachment", stakeholder=body.id)
