"""Mail waiting to go: one `.eml` per letter, ready to be opened, looked at and sent from any mail program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final

from consultation.model import FocalPoint
from delivery.letters import Letter, one_line
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


def message_id(key: str, state: str) -> str:
    """Return the Message-ID of a letter: the same letter always has the same one."""
    return f"<{key}.{state.lower()}@consult.invalid>"


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
) -> bytes:
    """Build the message as bytes; the same arguments give the same bytes.

    `X-Unsent: 1` makes mail programs open it as a draft to be sent, not as mail received.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = address(sender.name, sender.email)
    message["To"] = to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id(key, state)
    message["X-Unsent"] = "1"
    message.set_content(letter.text, cte="base64")
    message.add_alternative(letter.html, subtype="html", cte="base64")
    for each in attachments:
        main, sub = KINDS[each.name[each.name.rindex(".") :]]
        message.add_attachment(each.data, maintype=main, subtype=sub, filename=each.name)
    message["Content-Language"] = language  # now: set earlier, it would move to the first part
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{key}_{number}")
    return message.as_bytes()


def address(name: str, email: str) -> Address:
    return Address(display_name=one_line(name), addr_spec=email)


def address_of(body: Stakeholder) -> Address:
    """Return where a stakeholder is written to: one that must not be named is not named on the envelope."""
    hidden = body.attribution is Attribution.ANONYMOUS
    return address("" if hidden else body.contact or body.name, body.email)


def workbook_name(body: Stakeholder, language: str) -> str:
    """Return the name of the workbook attached: it names nobody who must not be named."""
    if body.attribution is Attribution.ANONYMOUS:
        return say(language, "delivery", "attachment-hidden")
    return say(language, "delivery", "attachment", stakeholder=body.id)
