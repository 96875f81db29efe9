"""Mail waiting to go: one `.eml` per letter, ready to be opened, looked at and sent from any mail program."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from consultation.model import FocalPoint
from delivery.letters import Letter, one_line
from languages import say
from stakeholders.model import Attribution, Stakeholder

XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def message_id(key: str, state: str) -> str:
    """Return the Message-ID of a letter: the same letter always has the same one."""
    return f"<{key}.{state.lower()}@consult.invalid>"


def eml(
    letter: Letter,
    *,
    key: str,
    state: str,
    sender: FocalPoint,
    to: Stakeholder,
    language: str,
    workbook: bytes,
    at: datetime,
) -> bytes:
    """Build the message as bytes; the same arguments give the same bytes.

    `X-Unsent: 1` makes mail programs open it as a draft to be sent, not as mail received.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(sender.name, sender.email)
    hidden = to.attribution is Attribution.ANONYMOUS
    message["To"] = _address("" if hidden else to.contact or to.name, to.email)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id(key, state)
    message["X-Unsent"] = "1"
    message.set_content(letter.text, cte="base64")
    message.add_alternative(letter.html, subtype="html", cte="base64")
    kind = "attachment-hidden" if hidden else "attachment"
    name = say(language, "delivery", kind, **({} if hidden else {"stakeholder": to.id}))
    message.add_attachment(workbook, maintype=XLSX[0], subtype=XLSX[1], filename=name)
    message["Content-Language"] = language  # now: set earlier, it would move to the first part
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{key}_{number}")
    return message.as_bytes()


def _address(name: str, email: str) -> Address:
    return Address(display_name=one_line(name), addr_spec=email)
