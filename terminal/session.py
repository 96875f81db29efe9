"""One run of a command: a terminal in the right language, the consultation, and how it ends.

Whatever goes wrong ends with a sentence and an exit code; a user never sees a traceback.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol
from zoneinfo import ZoneInfo

import typer

from languages.messages import spoken
from problems import Place, Problem
from problems.files import FileMissing
from problems.stages import NotWritable, Refused
from problems.store import StoreUnavailable
from terminal.console import Terminal
from workflows.acting import Deed, taken_over, who
from workflows.workspace import find_folder, open_workspace

if TYPE_CHECKING:
    from consultation.folder import Folder
    from workflows.workspace import Workspace


class Exit(IntEnum):
    """Exit codes: docs/commands.md."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    REFUSED = 3


@contextmanager
def speaking(language: str = "") -> Iterator[Terminal]:
    """Give a terminal; turn refusals and what the disk refuses into sentences and exit codes."""
    terminal = Terminal(language if language in spoken() else language_here())
    try:
        yield terminal
    except Refused as refusal:
        terminal.problems([refusal.problem])
        raise typer.Exit(Exit.REFUSED) from None
    except StoreUnavailable as error:
        stop(terminal, [error.problem])
    except OSError as error:
        why = error.strerror or type(error).__name__
        stop(terminal, [NotWritable(place=Place(str(error.filename or "")), why=why)])
    except (KeyboardInterrupt, typer.Abort):  # at a prompt, Ctrl-C and the end of what is typed
        terminal.err.print(terminal.word("interrupted"))
        raise typer.Exit(Exit.PROBLEMS) from None
    except (typer.Exit, typer.BadParameter):
        raise
    except Exception as error:
        if os.environ.get("CONSULT_DEBUG"):
            raise
        terminal.err.print(terminal.word("bug", what=type(error).__name__))
        raise typer.Exit(Exit.PROBLEMS) from None


class Given(Protocol):
    """What every command is given: the folder, and who acts (empty: nobody was named)."""

    @property
    def folder(self) -> Path: ...
    @property
    def acting(self) -> str: ...


@contextmanager
def working(given: Given | Path, deed: Deed = "run") -> Iterator[tuple[Terminal, Workspace]]:
    """Open the consultation at or above a folder for a deed, and speak its working language.

    Here, and nowhere else, it is asked whether who acts may do it; `workspace.actor` is what the record says.
    """
    start, acting = (given, "") if isinstance(given, Path) else (given.folder, given.acting)
    with speaking() as terminal:
        workspace, problems = open_workspace(start)
        if workspace is None:
            stop(terminal, problems)
        terminal.speak(workspace.consultation.language)
        focal_point = taken_over(workspace) if acting else None
        actor = who(workspace.consultation, acting, deed=deed, focal_point=focal_point)
        yield terminal, replace(workspace, actor=str(actor))


def folder_at(terminal: Terminal, start: Path) -> Folder:
    """Find the consultation folder without reading it; where there is none, say so and end."""
    found = find_folder(start)
    if found is None:
        stop(terminal, [FileMissing(place=Place(str(start.resolve())), name="consultation.yaml")])
    return found


def language_here() -> str:
    """Return the language to speak before any settings are read: the environment's, where we speak it."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wished = next(filter(None, names), "")[:2]
    return wished if wished in spoken() else "en"


def stop(terminal: Terminal, problems: Sequence[Problem]) -> NoReturn:
    """Print what must be mended first, and end."""
    terminal.problems(problems)
    raise typer.Exit(Exit.PROBLEMS) from None


def instant(text: str, zone: str, terminal: Terminal) -> datetime:
    """Read an instant such as `--at` takes: of the consultation's zone where it names none."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        terminal.err.print(terminal.word("bad-instant", value=text))
        raise typer.Exit(Exit.USAGE) from None
    return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(zone))
