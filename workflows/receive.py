"""Receive: keep every file's bytes, then judge it; exactly one verdict each, every problem at its cell."""

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from problems import Place, Problem
from problems.stages import FolderInInbox, NoSuchFile
from store import query
from store.connection import Store
from store.record import record_file, record_return
from workbooks.findings import Findings
from workbooks.reader import reading
from workbooks.sandbox import Sandbox
from workbooks.verdict import Verdict
from workflows.application import unnamed
from workflows.asking import write_questions
from workflows.consents import record_wishes
from workflows.guards import launched_store, must_not_be_cleared
from workflows.inbox import DONE, HIDDEN, put_away
from workflows.judging import Asked, FileOutcome, Judged, judged
from workflows.keeping import Kept, keep
from workflows.workspace import Workspace

__all__ = ["FileOutcome", "Received", "receive"]

BATCH = 16
"""Files whose arrival, or verdicts, are one transaction: killed within it, they are simply taken in again."""


@dataclass(frozen=True)
class Received:
    files: tuple[FileOutcome, ...] = ()
    problems: tuple[Problem, ...] = ()  # of files that could not even be read
    moved: int = 0
    questions: tuple[str, ...] = ()  # texts to send back, one per body

    @property
    def wanting(self) -> bool:
        """Say whether anything that came needs a person."""
        open_ones = {Verdict.NEEDS_A_PERSON, Verdict.REFUSED, Verdict.PARTLY_ACCEPTED}
        return bool(self.problems) or any(each.verdict in open_ones and not each.known for each in self.files)

    def as_json(self, language: str) -> dict[str, Any]:
        return {
            "files": [each.as_json(language) for each in self.files],
            "problems": [problem.as_json(language) for problem in self.problems],
            "questions": list(self.questions),
        }


def receive(workspace: Workspace, files: Sequence[Path] | None = None, *, at: datetime) -> Received:
    """Take in `files`, or everything in inbox/.

    The bytes of a file are under received/<sha256> and its arrival recorded before anybody looks at it; its
    verdict, response and answers are one transaction. Killed anywhere, receiving again goes on from there.
    """
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        paths, missing = _paths(workspace, files)
        if not paths:
            return Received(problems=tuple(missing))
        asked = Asked.read(store)
        run = _Run(workspace, store, asked, at, problems=missing)
        task = reading(
            asked.questionnaires, language=workspace.consultation.language, languages=asked.languages
        )
        with Sandbox(task=task) as sandbox, _spared():
            for shown, findings, problems in sandbox.open_all(run.stored(paths)):
                run.judge(findings, problems, shown)
            run.record()
        outcomes = tuple(outcome for outcome in run.outcomes if outcome)
        spoken = {each.invitation.stakeholder: each.invitation.language for each in asked.issued.values()}
        questions = write_questions(workspace, outcomes, spoken)
        return Received(outcomes, tuple(run.problems), run.moved, questions)


@dataclass
class _Run:
    """One call of `receive`: the files on their way, in order."""

    workspace: Workspace
    store: Store
    asked: Asked
    at: datetime
    outcomes: list[FileOutcome | None] = field(default_factory=list)
    waiting: deque[tuple[int, Kept]] = field(default_factory=deque)  # with the index of their outcomes
    judged: list[tuple[int, Kept, Judged]] = field(default_factory=list)
    recorded: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    moved: int = 0

    def stored(self, paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
        """Keep the bytes of each file and record that it came; hand on those that must be judged."""
        left = iter(paths)
        while batch := list(islice(left, BATCH)):
            came, problems = keep(batch, self.workspace.folder.received, self.workspace.shown)
            self.problems += problems
            with self.store.transaction():
                new = [self.arrived(each) for each in came]
            for each, first in zip(came, new, strict=True):
                known = None if first else query.file_verdict(self.store, each.sha256)
                self.outcomes.append(self.known(each.path, known) if known else None)
                if known is None or (known.verdict == Verdict.NEEDS_A_PERSON and not known.stakeholder):
                    self.waiting.append((len(self.outcomes) - 1, each))
                    yield self.workspace.shown(each.path), each.copy
                else:
                    self.moved += put_away(self.workspace, each.path)

    def arrived(self, file: Kept) -> bool:
        """Record that a file came; tell whether its bytes are new."""
        return record_file(
            self.store,
            sha256=file.sha256,
            name=file.path.name,
            size=file.size,
            at=self.at,
            actor=self.workspace.actor,
        )

    def known(self, path: Path, verdict: query.FileVerdict) -> FileOutcome:
        return FileOutcome(
            name=self.workspace.shown(path),
            verdict=Verdict(verdict.verdict),
            known=True,
            stakeholder=verdict.stakeholder,
            sender=self.asked.names.get(verdict.stakeholder, ""),
            version=verdict.version,
        )

    def judge(self, findings: Findings | None, problems: Sequence[Problem], shown: str) -> None:
        """Judge the next file that waits; what it says is recorded with the verdicts of its batch."""
        index, file = self.waiting.popleft()
        each = judged(findings, problems, self.asked, shown=shown, sha256=file.sha256, at=self.at)
        self.judged.append((index, file, each))
        if len(self.judged) >= BATCH:
            self.record()

    def record(self) -> None:
        """Record the verdicts of a batch, with everything the files say, in one transaction."""
        with self.store.transaction():
            versions = [self.recorded_as(file, each) for _, file, each in self.judged]
            responses = [each.response for _, _, each in self.judged if each.response]
            record_wishes(self.store, responses, self.asked.items, at=self.at, actor=self.workspace.actor)
        for (index, file, each), version in zip(self.judged, versions, strict=True):
            before = self.outcomes[index]
            if before:  # it needed a person, and is shown again with what is wrong
                self.outcomes[index] = replace(before, problems=each.outcome.problems)
            else:
                again = file.sha256 in self.recorded  # the same bytes lay there under two names
                self.outcomes[index] = replace(each.outcome, version=version, known=again)
                self.recorded.add(file.sha256)
            if each.outcome.verdict is not Verdict.NEEDS_A_PERSON:
                self.moved += put_away(self.workspace, file.path)
        self.judged.clear()

    def recorded_as(self, file: Kept, each: Judged) -> int:
        """Record a verdict; return which version of its sender's answers the file is, 0 for none."""
        return record_return(
            self.store,
            each.response,
            sha256=file.sha256,
            verdict=each.outcome.verdict.value,
            problems=[unnamed(problem).as_json("en") for problem in each.outcome.problems],
            at=self.at,
            actor=self.workspace.actor,
        )


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
