"""Receive: keep every file's bytes, then judge it; exactly one verdict each, every problem at its cell."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from problems import Place, Problem, Severity
from problems.stages import FolderInInbox, NoSuchFile
from store.connection import Store
from workbooks.verdict import Verdict
from workflows.arriving import Arriving
from workflows.guards import launched_store, must_not_be_cleared
from workflows.inbox import DONE, HIDDEN
from workflows.judging import FileOutcome
from workflows.post import Desk, Posted
from workflows.process import Process
from workflows.process_read import process_of
from workflows.taking import Taking
from workflows.workspace import Workspace

if TYPE_CHECKING:
    from workflows.fetch import Fetched

__all__ = ["FileOutcome", "Received", "receive"]


@dataclass(frozen=True)
class Received:
    files: tuple[FileOutcome, ...] = ()
    problems: tuple[Problem, ...] = ()  # of files that could not even be read
    moved: int = 0
    letters: tuple[Posted, ...] = ()  # to send back
    fetched: "Fetched | None" = None  # out of the mailbox, where one is set
    by_server: bool = False  # letters leave by `consult send`

    @property
    def wanting(self) -> bool:
        """Say whether anything that came needs a person."""
        open_ones = {Verdict.NEEDS_A_PERSON, Verdict.REFUSED, Verdict.PARTLY_ACCEPTED}
        kept_there = self.fetched is not None and self.fetched.wanting
        return (
            kept_there
            or bool(self.problems)
            or any(not each.known and (each.verdict in open_ones or _wrong(each)) for each in self.files)
        )

    def as_json(self, language: str) -> dict[str, Any]:
        return {
            "files": [each.as_json(language) for each in self.files],
            "problems": [problem.as_json(language) for problem in self.problems],
            "letters": [each.path for each in self.letters],
            "fetched": self.fetched.as_json(language) if self.fetched else None,
        }


def _wrong(outcome: FileOutcome) -> bool:
    """Say whether part of a mail or zip file could not be had."""
    severe = any(problem.severity >= Severity.ERROR for problem in outcome.problems)
    return outcome.verdict is Verdict.UNPACKED and severe


def receive(
    workspace: Workspace, files: Sequence[Path] | None = None, *, at: datetime, process: Process | None = None
) -> Received:
    """Take in `files`, or everything in inbox/; `process`: of the consultation, where it has been read.

    The bytes of a file are under received/<sha256> and its arrival recorded before anybody looks at it; its
    verdict, response, answers and the letter back are one transaction. Mails and zip files are taken apart,
    and each file in them is one of its own. Killed anywhere, receiving again goes on from there.
    """
    fetched = _fetched(workspace, at) if files is None else None
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        paths, missing = _paths(workspace, files)
        if not paths:
            return Received(problems=tuple(missing), fetched=fetched)
        by_server = workspace.consultation.sending is not None
        desk = Desk(workspace, process or process_of(workspace), store, at, workspace.actor)
        taking = Taking(desk, problems=missing)
        with _spared():
            taking.through(paths)
        return Received(
            taking.told, tuple(taking.problems), taking.moved, taking.letters, fetched, by_server=by_server
        )


def _fetched(workspace: Workspace, at: datetime) -> "Fetched | None":
    """Take over what lies in the mailbox, where one is set; whatever keeps it there, the inbox is read."""
    from workflows.fetch import configured, fetch

    return fetch(workspace, at=at) if configured(workspace) else None


def rejudge(workspace: Workspace, store: Store, files: Sequence[Arriving], *, at: datetime) -> Received:
    """Judge files again whose bytes are kept, since a person has said whose they are."""
    taking = Taking(Desk(workspace, process_of(workspace), store, at, workspace.actor))
    taking.again(files)
    return Received(taking.told, letters=taking.letters)


@contextmanager
def _spared() -> Iterator[None]:
    """Keep the garbage collector from going through all that was there before, again with every few files."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _paths(workspace: Workspace, files: Sequence[Path] | None) -> tuple[list[Path], list[Problem]]:
    """Return the files to take in, the oldest first; lock files and what systems hide are no returns."""
    if files is None:
        inbox = workspace.folder.inbox
        found = [each for each in inbox.iterdir() if not _hidden(each)] if inbox.is_dir() else []
        folders = [each for each in found if each.is_dir() and each.name != DONE]
        there = [each for each in found if each.is_file()]
    else:
        folders = [each for each in files if each.is_dir()]
        there = [each.resolve() for each in files if each.is_file()]
    problems: list[Problem] = [FolderInInbox(place=Place(workspace.shown(each))) for each in folders]
    missing = [each for each in files or () if not each.is_file() and not each.is_dir()]
    problems += [NoSuchFile(place=Place(str(each)), name=each.name) for each in missing]
    ordered = sorted(there, key=lambda each: (each.stat().st_mtime, each.name)) if files is None else there
    return list(dict.fromkeys(ordered)), problems


def _hidden(path: Path) -> bool:
    return path.name.startswith(HIDDEN)
