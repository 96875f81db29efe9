"""`mail` in consultation.yaml, checked for what its keys alone do not show."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from consultation.mail import Receiving, Sending, Server
from consultation.model import Consultation, Email
from consultation.servers import is_here, password_of
from consultation.tokens import no_program, program_of
from problems import Place, Problem
from problems.causes import cause_of
from problems.mail import (
    MailAuthority,
    MailHostMissing,
    MailHostMore,
    MailPortUnusual,
    MailReplyAddress,
    MailShareAddress,
    MailTokenAndPassword,
    MailTokenUser,
    MailUnprotected,
    MailUserMissing,
)
from sources.yaml import Document

USUAL: Final = {465: "tls", 587: "starttls", 993: "tls", 143: "starttls"}
"""What the registered ports of SMTP (RFC 8314) and IMAP begin with."""


def check_mail(consultation: Consultation, document: Document, root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the mail servers; `root` is the folder that paths count from."""
    mail = consultation.mail
    if mail is None:
        return
    for name, server in (("sending", mail.sending), ("receiving", mail.receiving)):
        if server is not None:
            yield from _server(server, document, name, root)
    if mail.sending is not None:
        yield from _letters(mail.sending, document)


def _server(server: Sending | Receiving, document: Document, name: str, root: Path) -> Iterator[Problem]:
    def place(key: str) -> Place:
        return document.place(("mail", name, key))

    yield from _address(server, place)
    if server.ca_file:
        try:
            text = (root / server.ca_file).read_bytes()
            why = "" if b"-----BEGIN CERTIFICATE-----" in text else "no-certificate"
        except OSError as error:
            why = cause_of(error) or error.strerror or type(error).__name__
        if why:
            yield MailAuthority(place=place("ca-file"), value=server.ca_file, why=why)
    if server.token_command:
        yield from _token(server, place, root)
        return
    if isinstance(server, Receiving) and not server.user:
        yield MailUserMissing(place=place("user"), host=server.host)
    yield from password_of(server, root, place("password-file" if server.password_file else "user"))[1]


def _address(server: Sending | Receiving, place: Callable[[str], Place]) -> Iterator[Problem]:
    if not server.host.strip():
        yield MailHostMissing(place=place("host"))
    elif re.search(r"[/\s@]", server.host) or re.fullmatch(r"[^:\[]*:\d*|\[.*\]:\d*", server.host):
        yield MailHostMore(place=place("host"), value=server.host)
    elif server.security == "none" and not is_here(server.host):
        yield MailUnprotected(place=place("security"), host=server.host)
    usual = USUAL.get(server.port, server.security)
    if server.security not in {usual, "none"}:
        yield MailPortUnusual(place=place("port"), port=server.port, security=server.security, usual=usual)


def _token(server: Server, place: Callable[[str], Place], root: Path) -> Iterator[Problem]:
    """Yield what keeps a token from being asked for, without asking for one."""
    if server.password_file:
        yield MailTokenAndPassword(place=place("password-file"))
    if not server.user:
        yield MailTokenUser(place=place("token-command"), host=server.host)
    if program_of(server, root) is None:
        yield no_program(server, place("token-command"))


def _letters(sending: Sending, document: Document) -> Iterator[Problem]:
    if sending.reply_to and not _is_address(sending.reply_to):
        yield MailReplyAddress(place=document.place(("mail", "sending", "reply-to")), value=sending.reply_to)
    if sending.share and not re.fullmatch(r"https://[^\s/<>\"]+(/[^\s<>\"]*)?", sending.share):
        yield MailShareAddress(place=document.place(("mail", "sending", "share")), value=sending.share)


def _is_address(text: str) -> bool:
    try:
        TypeAdapter(Email).validate_python(text)
    except ValidationError:
        return False
    return True
