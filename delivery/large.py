"""Attachments that are too large for a letter: they lie in `outbox/large/`, and the letter says where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import PurePath
from typing import Final

from consultation.mail import Sending
from consultation.model import FocalPoint
from delivery.html import html
from delivery.letters import Letter
from delivery.outbox import Attachment
from languages import say

FOLDER: Final = "outbox/large"


@dataclass(frozen=True)
class Aside:
    """A file beside a letter: `name` tells nobody whose it is, and cannot be guessed."""

    name: str
    attachment: Attachment


def too_large(message: bytes, sending: Sending | None) -> bool:
    """Say whether a message, as it would leave, is larger than the settings let letters be."""
    return sending is not None and len(message) > sending.attach_up_to * 2**20


def set_aside(attachments: Sequence[Attachment], secret: Callable[[str], str]) -> tuple[Aside, ...]:
    """Name attachments for the folder of large ones; `secret` makes of words what nobody else can."""
    return tuple(Aside(secret(each.name) + PurePath(each.name).suffix, each) for each in attachments)


def saying_where(
    letter: Letter, asides: Sequence[Aside], sending: Sending, sender: FocalPoint, language: str
) -> Letter:
    """Return the letter with a paragraph, after the salutation, that says where its files are."""
    links = [f"{sending.share.rstrip('/')}/{each.name}" for each in asides] if sending.share else []
    names = ", ".join(each.attachment.name for each in asides)
    reached = " · ".join(filter(None, (sender.name, sender.email, sender.telephone)))
    paragraph = (
        say(language, "delivery", "large-open", names=names, links="\n".join(links), count=len(asides))
        if links
        else say(language, "delivery", "large-ask", names=names, reached=reached, count=len(asides))
    )
    salutation, blank, rest = letter.text.partition("\n\n")
    text = f"{salutation}\n\n{paragraph}{blank}{rest}"
    page = html(letter.subject, text, language)
    for link in map(escape, links):
        page = page.replace(link, f'<a href="{link}">{link}</a>')
    return replace(letter, text=text, html=page)
