"""Receive: keep every file's bytes, then judge it; exactly one verdict each, every problem at its cell."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from consultation.folder import write_whole
from problems import Place, Problem
from problems.files import FileUnreadable
from problems.identity import NotIdentified, TwoInvitations
from problems.returns import NoQuestionsFound
from problems.stages import NoSuchFile, NotLaunched, Refused
from questionnaires.model import Item, Questionnaire
from responses.model import Answer, Provenance, Response
from responses.validate import validate
from stakeholders.model import Invitation
from store import query
from store.connection import Store
from store.open import open_store
from store.record import record_file, record_return
from workbooks.answers import Entry
from workbooks.contents import Contents
from workbooks.identity import Identity, Key, carriers, identify
from workbooks.read import read
from workbooks.sandbox import Sandbox
from workbooks.verdict import Verdict, judge
from workflows.guards import must_not_be_cleared
from workflows.workspace import Workspace

ACTOR = "coordinator"
BATCH = 16
"""Files whose arrival, or verdicts, are one transaction: killed within it, they are simply taken in again."""

DONE = "done"
"""Where in the inbox a file goes that needs nobody any more; its bytes are in received/ anyway."""


@dataclass(frozen=True)
class FileOutcome:
    """What became of one file; `known`: its bytes had come before, and nothing was recorded again."""

    name: str
    verdict: Verdict
    problems: tuple[Problem, ...] = ()
    known: bool = False
    stakeholder: str = ""
    sender: str = ""
    version: int = 0
    answers: int = 0

    def as_json(self, language: str) -> dict[str, Any]:
        return {
            "file": self.name,
            "verdict": self.verdict.value,
            "already_received": self.known,
            "stakeholder": self.stakeholder,
            "version": self.version,
            "answers": self.answers,
            "problems": [problem.as_json(language) for problem in self.problems],
        }


@dataclass(frozen=True)
class Received:
    files: tuple[FileOutcome, ...] = ()
    problems: tuple[Problem, ...] = ()  # of files that could not even be read
    moved: int = 0

    @property
    def wanting(self) -> bool:
        """Say whether anything that came needs a person."""
        open_ones = {Verdict.NEEDS_A_PERSON, Verdict.REFUSED, Verdict.PARTLY_ACCEPTED}
        return bool(self.problems) or any(each.verdict in open_ones and not each.known for each in self.files)

    def as_json(self, language: str) -> dict[str, Any]:
        return {
            "files": [each.as_json(language) for each in self.files],
            "problems": [problem.as_json(language) for problem in self.problems],
        }


@dataclass(frozen=True)
class _Asked:
    """What the launch asked of whom, as judging a return needs it."""

    keys: tuple[Key, ...]
    questionnaires: dict[str, Questionnaire]
    items: dict[str, Item]
    issued: dict[str, query.Issued]
    names: dict[str, str]

    @classmethod
    def of(cls, store: Store) -> "_Asked":
        questionnaires = query.questionnaires(store)
        return cls(
            keys=tuple(Key(name, secret) for name, secret in query.keys(store).items()),
            questionnaires={each.id: each for each in questionnaires},
            items={item.id: item for each in questionnaires for item in each.items},
            issued={each.invitation.id: each for each in query.issued(store)},
            names={body.id: body.name for body in query.stakeholders(store)},
        )


@dataclass(frozen=True)
class _File:
    path: Path
    data: bytes
    sha256: str


@dataclass(frozen=True)
class _Judged:
    """A file with its verdict, not recorded yet."""

    index: int
    file: _File
    outcome: FileOutcome
    response: Response | None


@dataclass
class _Run:
    """One call of `receive`: the files on their way, in order."""

    workspace: Workspace
    store: Store
    asked: _Asked
    at: datetime
    outcomes: list[FileOutcome | None] = field(default_factory=list)
    waiting: list[tuple[int, _File]] = field(default_factory=list)  # with the index of their outcomes
    judged: list[_Judged] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    moved: int = 0

    def stored(self, paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
        """Keep the bytes of each file; hand on those that must be judged."""
        for batch in batched(paths, BATCH):
            came = [each for each in map(self.came, batch) if each]
            for each in came:
                kept = self.workspace.folder.received / each.sha256
                if not kept.exists():
                    write_whole(kept, each.data)
            with self.store.transaction():
                for each in came:
                    record_file(
                        self.store,
                        sha256=each.sha256,
                        name=each.path.name,
                        size=len(each.data),
                        at=self.at,
                        actor=ACTOR,
                    )
            for each in came:
                known = query.file_verdict(self.store, each.sha256)
                self.outcomes.append(self.known(each.path, known) if known else None)
                if known is None or known.verdict == Verdict.NEEDS_A_PERSON:
                    self.waiting.append((len(self.outcomes) - 1, each))
                    yield self.workspace.shown(each.path), each.data
                else:
                    self.put_away(each.path)

    def came(self, path: Path) -> _File | None:
        """Read a file; one that cannot be read is a problem, and no return."""
        try:
            data = path.read_bytes()
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.problems.append(FileUnreadable(place=Place(self.workspace.shown(path)), why=why))
            return None
        return _File(path, data, hashlib.sha256(data).hexdigest())

    def known(self, path: Path, verdict: query.FileVerdict) -> FileOutcome:
        return FileOutcome(
            name=self.workspace.shown(path),
            verdict=Verdict(verdict.verdict),
            known=True,
            stakeholder=verdict.stakeholder,
            sender=self.asked.names.get(verdict.stakeholder, ""),
            version=verdict.version,
        )

    def judge(self, contents: Contents | None, problems: Sequence[Problem], shown: str) -> None:
        """Judge the next file that waits; what it says is recorded with the verdicts of its batch."""
        index, file = self.waiting.pop(0)
        issued, entries, found = self.understand(contents, problems, shown)
        verdict = judge(identified=issued is not None, read=len(entries), problems=found)
        invitation = issued.invitation if issued else None
        taken = verdict not in {Verdict.NEEDS_A_PERSON, Verdict.REFUSED}
        response = self.response(invitation, entries, file.sha256) if invitation and taken else None
        if response:
            found = sorted([*found, *self.doubts(response, issued, shown)], key=lambda each: each.place)
            verdict = judge(identified=True, read=len(entries), problems=found)
        outcome = FileOutcome(
            name=shown,
            verdict=verdict,
            problems=tuple(found),
            stakeholder=invitation.stakeholder if invitation else "",
            sender=self.asked.names[invitation.stakeholder] if invitation else "",
            answers=len(entries) if response else 0,
        )
        self.judged.append(_Judged(index, file, outcome, response))
        if len(self.judged) >= BATCH:
            self.record()

    def record(self) -> None:
        """Record the verdicts of a batch, with everything the files say, in one transaction."""
        with self.store.transaction():
            versions = [
                record_return(
                    self.store,
                    each.response,
                    sha256=each.file.sha256,
                    verdict=each.outcome.verdict.value,
                    problems=[problem.as_json("en") for problem in each.outcome.problems],
                    at=self.at,
                    actor=ACTOR,
                )
                for each in self.judged
            ]
        for each, version in zip(self.judged, versions, strict=True):
            before = self.outcomes[each.index]
            self.outcomes[each.index] = (
                replace(before, problems=each.outcome.problems)
                if before
                else replace(each.outcome, version=version)
            )
            if each.outcome.verdict is not Verdict.NEEDS_A_PERSON:
                self.put_away(each.file.path)
        self.judged.clear()

    def understand(
        self, contents: Contents | None, problems: Sequence[Problem], shown: str
    ) -> tuple[query.Issued | None, tuple[Entry, ...], list[Problem]]:
        """Tell whose workbook it is and what it says."""
        if contents is None:
            return None, (), list(problems)
        tokens = carriers(contents)
        identity, ids = identify(tokens, self.asked.keys)
        issued = self.asked.issued.get(ids[0]) if identity is Identity.IDENTIFIED else None
        reading, found = read(
            contents,
            questionnaires=self.asked.questionnaires,
            shown=shown,
            asked=issued.items if issued else None,
            language=issued.invitation.language if issued else self.workspace.consultation.language,
            tokens=tokens,
        )
        ours = not any(isinstance(problem, NoQuestionsFound) for problem in found)
        if issued is None and ours:  # what its cells hold is nobody's, so their problems are not told
            found = [_stranger(identity, ids, shown)]
        return issued, reading.entries if issued else (), [*problems, *found]

    def response(self, invitation: Invitation, entries: Sequence[Entry], sha256: str) -> Response:
        name = sha256[:20]
        answers = tuple(
            Answer(
                item=entry.item,
                provenance=Provenance(
                    stakeholder=invitation.stakeholder,
                    response=name,
                    sha256=sha256,
                    sheet=entry.sheet,
                    cell=entry.cell,
                    received_at=self.at,
                    language=invitation.language,
                    question=self.asked.items[entry.item].digest(invitation.language),
                ),
                value=entry.value,
                absent=entry.absent,
                details=entry.details,
                citations=entry.citations,
                comment=entry.comment,
            )
            for entry in entries
        )
        return Response(
            id=name,
            invitation=invitation.id,
            stakeholder=invitation.stakeholder,
            sha256=sha256,
            language=invitation.language,
            received_at=self.at,
            answers=answers,
        )

    def doubts(self, response: Response, issued: query.Issued | None, shown: str) -> Iterator[Problem]:
        asked = issued.items if issued else ()
        return validate(self.asked.items, response.answers, asked, shown)

    def put_away(self, path: Path) -> None:
        """Move a file that lies in the inbox to inbox/done/, never over another one."""
        inbox = self.workspace.folder.inbox
        if path.parent != inbox:
            return
        target, number = inbox / DONE / path.name, 2
        while target.exists():
            target, number = inbox / DONE / f"{path.stem} ({number}){path.suffix}", number + 1
        target.parent.mkdir(exist_ok=True)
        path.replace(target)
        self.moved += 1


def receive(workspace: Workspace, files: Sequence[Path] | None = None, *, at: datetime) -> Received:
    """Take in `files`, or everything in inbox/.

    The bytes of a file are under received/<sha256> and its arrival recorded before anybody looks at it; its
    verdict, response and answers are one transaction. Killed anywhere, receiving again goes on from there.
    """
    with open_store(workspace.database, create=False) as store:
        if query.launch(store) is None:
            raise Refused(NotLaunched())
        must_not_be_cleared(workspace, store)
        paths, missing = _paths(workspace, files)
        if not paths:
            return Received(problems=tuple(missing))
        run = _Run(workspace, store, _Asked.of(store), at, problems=missing)
        with Sandbox() as sandbox:
            for shown, contents, problems in sandbox.open_all(run.stored(paths)):
                run.judge(contents, problems, shown)
            run.record()
        outcomes = tuple(outcome for outcome in run.outcomes if outcome)
        return Received(outcomes, tuple(run.problems), run.moved)


def _paths(workspace: Workspace, files: Sequence[Path] | None) -> tuple[list[Path], list[Problem]]:
    """Return the files to take in; lock files and what systems hide in folders are no returns."""
    if files is None:
        inbox = workspace.folder.inbox
        found = sorted(inbox.iterdir()) if inbox.is_dir() else []
        return [each for each in found if each.is_file() and not each.name.startswith((".", "~$"))], []
    there = [each.resolve() for each in files if each.is_file()]
    missing = [each for each in files if not each.is_file()]
    return list(dict.fromkeys(there)), [
        NoSuchFile(place=Place(str(each)), name=each.name) for each in missing
    ]


def batched(paths: Iterable[Path], size: int) -> Iterator[list[Path]]:
    left = iter(paths)
    while batch := list(islice(left, size)):
        yield batch


def _stranger(identity: Identity, ids: Sequence[str], shown: str) -> Problem:
    """Say why a readable workbook belongs to nobody."""
    if identity is Identity.CONFLICT:
        return TwoInvitations(place=Place(shown), count=len(ids))
    return NotIdentified(place=Place(shown))
