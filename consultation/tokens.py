"""Access tokens for a mail server (OAuth 2): printed, fresh each time, by a command of the ministry's own.

We hold no token and renew none: what the command prints is used at once, and neither kept nor shown.
"""

import os
import re
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from threading import Event, Timer
from typing import Final

from consultation.mail import Server
from problems import Place, Problem
from problems.mail import MailTokenCommand, MailTokenProgram

PATIENCE: Final = 60.0
"""Seconds that a command may take: those that ask another service are slow to begin."""

LARGEST: Final = 2**16
"""Bytes that are read of what a command prints; tokens have up to a few thousand."""

_TOKEN: Final = re.compile(rb"[A-Za-z0-9._~+/-]+=*")
"""What a token is made of (RFC 6750, 2.1)."""


def program_of(server: Server, root: Path) -> str | None:
    """Return where the program of `token-command` lies; a path counts from `root`. None: there is none."""
    name = server.token_command[0]
    path = (root / Path(name).expanduser()).absolute()
    return shutil.which(str(path) if "/" in name else name)


def no_program(server: Server, place: Place) -> Problem:
    return MailTokenProgram(place=place, program=server.token_command[0])


def token_of(
    server: Server, root: Path, place: Place, *, patience: float = PATIENCE
) -> tuple[str, list[Problem]]:
    """Have a token printed, and return it with what is wrong; the command runs in `root`, without a shell."""
    program = program_of(server, root)
    if program is None:
        return "", [no_program(server, place)]
    try:
        printed, why, status = _printed([program, *server.token_command[1:]], root, patience)
    except OSError:  # what bears its name is no program
        return "", [no_program(server, place)]
    if not why and not _TOKEN.fullmatch(printed):
        why = "other" if printed else "empty"
    if why:
        name, seconds = server.token_command[0], round(patience)
        return "", [MailTokenCommand(place=place, program=name, why=why, status=status, seconds=seconds)]
    return printed.decode("ascii"), []


def _printed(command: list[str], folder: Path, patience: float) -> tuple[bytes, str, int]:
    """Return what a command prints, why that is nothing to use, and with which number it ended."""
    quiet = subprocess.DEVNULL  # it can ask nobody, and what it complains of may hold what nobody should read
    late = Event()
    with subprocess.Popen(
        command, cwd=folder, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet, start_new_session=True
    ) as running:
        timer = Timer(patience, _end, (running, late))
        timer.start()
        try:
            printed = running.stdout.read(LARGEST) if running.stdout else b""
            if len(printed) == LARGEST:  # and it may go on for ever
                return b"", "other", 0
            status = running.wait()
        finally:
            timer.cancel()
            _end(running, Event())
    if late.is_set():
        return b"", "slow", 0
    return printed.strip(), "failed" if status else "", status


def _end(running: subprocess.Popen[bytes], ended: Event) -> None:
    """End a command that still runs, with all that it has started."""
    if running.returncode is None:  # after that, its number may be another's
        ended.set()
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
