"""A mail server of the settings: whether it is this machine, and what opens it, which stands elsewhere."""

import os
import stat
from ipaddress import ip_address
from pathlib import Path

from consultation.mail import Receiving, Sending, Server
from consultation.tokens import token_of
from problems import Place, Problem
from problems.causes import cause_of
from problems.mail import MailPasswordFile, MailPasswordMissing, MailPasswordReadable

VARIABLES: dict[type[Server], str] = {Sending: "CONSULT_SMTP_PASSWORD", Receiving: "CONSULT_IMAP_PASSWORD"}


def is_here(host: str) -> bool:
    """Say whether a host is this machine."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def secret_of(server: Server, root: Path, place: Place | None = None) -> tuple[str, list[Problem]]:
    """Return what opens a server, a password or a fresh access token, and what is wrong."""
    if server.user and server.token_command:
        return token_of(server, root, place or Place("consultation.yaml"))
    return password_of(server, root, place)


def password_of(server: Server, root: Path, place: Place | None = None) -> tuple[str, list[Problem]]:
    """Return the password for a server that asks for one, and what is wrong; paths count from `root`."""
    place = place or Place("consultation.yaml")
    variable = VARIABLES[type(server)]
    if not server.user:
        return "", []
    found, problems = os.environ.get(variable, ""), list[Problem]()
    if not found and server.password_file:
        found, problems = _from_file(root, server.password_file, place)
    if not found and not problems:
        problems = [MailPasswordMissing(place=place, variable=variable, host=server.host)]
    return found, problems


def _from_file(root: Path, name: str, place: Place) -> tuple[str, list[Problem]]:
    path = root / Path(name).expanduser()
    try:
        found = next(iter(path.read_text(encoding="utf-8-sig").splitlines()), "")
        open_to_others = stat.S_IMODE(path.stat().st_mode) & 0o077
    except (OSError, UnicodeDecodeError) as error:
        why = cause_of(error) or getattr(error, "strerror", None) or type(error).__name__
        return "", [MailPasswordFile(place=place, value=name, why=why)]
    return found, [MailPasswordReadable(place=place, value=name)] if found and open_to_others else []
