"""Whose a reply is: the marks that our letters carry, and how they come back from mail programs.

A mark is the invitation's id (40 bits) as eight letters, `7K3M-Q2PD`. It names nobody, and proves nothing but
that whoever wrote has seen our letter.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Final

from consultation.mail import Sending
from consultation.model import FocalPoint
from stakeholders.codes import ALPHABET, FORGIVEN, grouped, letters_of, number_of

LETTERS: Final = 8
BY_HAND: Final = "invalid"
"""The domain, after `consult.`, of letters that no server of ours sends."""

_KEY: Final = re.compile(r"-([0-9a-f]{10})$")
_OURS: Final = re.compile(r"<([^\s<>@]+-[0-9a-f]{10})\.[a-z]{2}@consult\.[^\s<>@]+>", re.IGNORECASE)
_PLUS: Final = re.compile(rf"\+([0-9a-hjkmnp-tv-z]{{{LETTERS}}})@", re.IGNORECASE)
_HALF: Final = "([0-9A-TV-Za-tv-z]{4})"
_DASH: Final = r"\s*[-‐-―−]\s*"
_BRACKETED: Final = re.compile(rf"\[\s*{_HALF}(?:{_DASH}|\s*){_HALF}\s*\]")
_BARE: Final = re.compile(rf"(?<![0-9A-Za-z]){_HALF}{_DASH}{_HALF}(?![0-9A-Za-z])")


def mark_of(invitation: str) -> str:
    """Return an invitation's id (ten hex digits) as eight letters in two groups."""
    return grouped(letters_of(int(invitation, 16), LETTERS))


def invitation_in(key: str) -> str:
    """Return the ten hex digits that a letter's key ends with; empty where it ends otherwise."""
    found = _KEY.search(key)
    return found[1] if found else ""


def message_id(key: str, state: str, domain: str = BY_HAND) -> str:
    """Return the Message-ID of a letter: the same letter always has the same one."""
    return f"<{key}.{state.lower()}@consult.{domain}>"


def letter_in(message_id: str) -> str:
    """Return the key of the letter that a Message-ID names; empty where it is none of ours."""
    found = _OURS.fullmatch(message_id.strip())
    return found[1].lower() if found else ""


def subject_with(subject: str, key: str, sending: Sending) -> str:
    """Return a letter's subject, with the mark where that is how replies are told apart."""
    invitation = invitation_in(key)
    return f"{subject} [{mark_of(invitation)}]" if invitation and sending.tagged == "subject" else subject


def reply_address(key: str, sending: Sending, sender: FocalPoint) -> str:
    """Return the address that replies to a letter go to, with the mark in it where that is how it is done."""
    mailbox = sending.reply_to or sender.email
    invitation = invitation_in(key)
    if not invitation or sending.tagged != "plus":
        return mailbox
    local, _, domain = mailbox.rpartition("@")
    return f"{local}+{mark_of(invitation).replace('-', '').lower()}@{domain}"


def invitation_of(references: Iterable[str], addressed: Iterable[str], subject: str) -> str:
    """Return the invitation id that a reply's own marks name; empty where they name none, or several.

    `references`: In-Reply-To and References; `addressed`: To, Cc and the like. Anybody can write anything, so
    look the id up: it may be of no invitation. What other words look like too, a mark without its brackets or
    without a digit, counts only where nothing else is there.
    """
    addresses = tuple(addressed)
    named = {
        *(letter[-10:] for each in references if (letter := letter_in(each))),
        *chain.from_iterable(map(_found(_PLUS, _mixed), addresses)),
        *_found(_BRACKETED, _mixed)(subject),
    } or {
        *chain.from_iterable(map(_found(_PLUS), addresses)),
        *_found(_BRACKETED)(subject),
        *_found(_BARE, _mixed)(subject),
    }
    return named.pop() if len(named) == 1 else ""


def _found(
    pattern: re.Pattern[str], like_one: Callable[[str], bool] = lambda _: True
) -> Callable[[str], Sequence[str]]:
    """Make what reads the marks of a pattern in a text."""

    def read(text: str) -> Sequence[str]:
        words = ("".join(hit.groups()) for hit in pattern.finditer(text))
        letters = (word.upper().translate(FORGIVEN) for word in words if like_one(word))
        return [f"{number_of(each):010x}" for each in letters if set(each) <= set(ALPHABET)]

    return read


def _mixed(word: str) -> bool:
    """Say whether a word has both digits and letters: neither `long-term` nor `2026-2027` is a mark."""
    return any(each.isdigit() for each in word) and not word.isdigit()
