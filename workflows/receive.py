"""Receive: keep every file's bytes, then judge it; exactly one verdict each, every problem at its cell."""

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from delivery.replies import invitation_of
from problems import Place, Problem, Severity
from problems.identity import LetterCameBack, TooDeep
from problems.intake import NotASpreadsheet
from problems.stages import FolderInInbox, NoSuchFile
from responses.model import Answer
from store import query, standing
from store.connection import Store
from store.mail import arrivals, claimed_files, claims, record_unpacked
from store.progress import DISMISSED
from store.record import record_file, record_return
from workbooks.containers import Unpacked
from workbooks.findings import Findings
from workbooks.reader import Found, reading
from workbooks.sandbox import Sandbox
from workbooks.verdict import Verdict
from workflows.answering import Judgement, answer_back
from workflows.application import unnamed
from workflows.arriving import DEEPEST, Arriving, about_container, laid, lay_within
from workflows.asked import Asked
from workflows.bounces import Bounced, note_bounces
from workflows.consents import record_wishes
from workflows.guards import launched_store, must_not_be_cleared
from workflows.inbox import DONE, HIDDEN, put_away
from workflows.judging import FileOutcome, Judged, judged
from workflows.keeping import keep, keep_parts
from workflows.older import behind
from workflows.post import Desk, Posted
from workflows.process import Process
from workflows.process_read import process_of
from workflows.whose import Circumstances
from workflows.workspace import Workspace

if TYPE_CHECKING:
    from workflows.fetch import Fetched

__all__ = ["FileOutcome", "Received", "receive"]

BATCH = 16
"""Files whose arrival, or verdicts, are one transaction: killed within it, they are simply taken in again."""


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
        run = _Run(workspace, store, process or process_of(workspace), at, problems=missing)
        with _spared():
            run.through(paths)
        return Received(
            run.told(), tuple(run.problems), run.moved, tuple(run.letters), fetched, by_server=by_server
        )


def _fetched(workspace: Workspace, at: datetime) -> "Fetched | None":
    """Take over what lies in the mailbox, where one is set; whatever keeps it there, the inbox is read."""
    from workflows.fetch import configured, fetch

    return fetch(workspace, at=at) if configured(workspace) else None


def rejudge(workspace: Workspace, store: Store, files: Sequence[Arriving], *, at: datetime) -> Received:
    """Judge files again whose bytes are kept, since a person has said whose they are."""
    run = _Run(workspace, store, process_of(workspace), at)
    run.again(files)
    return Received(run.told(), tuple(run.problems), 0, tuple(run.letters))


@dataclass
class _Run:
    """One call of `receive`: the files on their way, in order."""

    workspace: Workspace
    store: Store
    process: Process
    at: datetime
    problems: list[Problem] = field(default_factory=list)
    outcomes: dict[tuple[int, ...], tuple[FileOutcome, ...]] = field(default_factory=dict)  # by place
    waiting: deque[Arriving] = field(default_factory=deque)
    judged: list[tuple[Arriving, tuple[Judged, ...]]] = field(default_factory=list)
    within: list[Arriving] = field(default_factory=list)  # what lay in files of this pass
    first: dict[str, tuple[int, ...]] = field(default_factory=dict)  # where the same bytes lay first
    letters: list[Posted] = field(default_factory=list)
    new: set[str] = field(default_factory=set)  # digests of what nobody has seen before
    digests: dict[tuple[int, ...], str] = field(default_factory=dict)  # by place
    moved: int = 0

    @cached_property
    def asked(self) -> Asked:
        return Asked.read(self.store, self.workspace.consultation)

    @cached_property
    def desk(self) -> Desk:
        return Desk(self.workspace, self.process, self.store, self.at, self.workspace.actor)

    @cached_property
    def dismissed(self) -> frozenset[str]:
        done = query.performed(self.store)
        return frozenset(each.removeprefix(DISMISSED) for each in done if each.startswith(DISMISSED))

    @cached_property
    def claimed(self) -> frozenset[str]:
        return claimed_files(self.store)

    @cached_property
    def rounds(self) -> dict[str, standing.Round]:
        return standing.rounds(self.store)

    def through(self, paths: Sequence[Path]) -> None:
        """Take in what lies there, then what lay in it, as deep as it goes; put away what needs nobody."""
        with self._sandbox() as sandbox:
            self._pass(sandbox, self.stored(paths))
            for _ in range(DEEPEST):
                files, self.within = self.within, []
                self._pass(sandbox, self._known(files))
        waits = {place[0] for place, outcomes in self.outcomes.items() if self._needed(place, outcomes)}
        for number, path in enumerate(paths, start=1):
            if (number,) in self.outcomes and number not in waits:
                self.moved += put_away(self.workspace, path)

    def _needed(self, place: tuple[int, ...], outcomes: Sequence[FileOutcome]) -> bool:
        needs = any(each.verdict is Verdict.NEEDS_A_PERSON for each in outcomes)
        return needs and self.digests[place] not in self.dismissed

    def again(self, files: Sequence[Arriving]) -> None:
        with self._sandbox() as sandbox:
            self._pass(sandbox, self._queue(files))

    def _sandbox(self) -> Sandbox[Found]:
        asked = self.asked
        language = self.workspace.consultation.language
        return Sandbox(task=reading(asked.questionnaires, language=language, languages=asked.languages))

    def _pass(self, sandbox: Sandbox[Found], files: Iterable[tuple[str, Path]]) -> None:
        for shown, found, problems in sandbox.open_all(files):
            if isinstance(found, Unpacked):
                self.unpack(found, problems, shown)
            else:
                self.judge(found, problems, shown)
        self.record()

    def stored(self, paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
        """Keep the bytes of each file and record that it came; hand on those that must be judged."""
        left, numbers = iter(paths), count(1)
        while batch := list(islice(left, BATCH)):
            places = dict(zip(batch, numbers, strict=False))
            came, problems = keep(batch, self.workspace.folder.received, self.workspace.shown)
            self.problems += problems
            with self.store.transaction():
                for each in came:
                    self._arrived(each.sha256, each.path.name, each.size)
            yield from self._known([laid(each, places[each.path], self.workspace.shown) for each in came])

    def _arrived(self, sha256: str, name: str, size: int) -> None:
        actor = self.workspace.actor
        if record_file(self.store, sha256=sha256, name=name, size=size, at=self.at, actor=actor):
            self.new.add(sha256)

    def _known(self, files: Iterable[Arriving]) -> Iterator[tuple[str, Path]]:
        """Hand on the files that must be judged; what others hold is looked into however often it comes."""
        for each in files:
            self.digests[each.place] = each.sha256
            known = None if each.sha256 in self.new else query.file_verdict(self.store, each.sha256)
            if known:
                self.outcomes[each.place] = (self.known(each, known),)
            if known is None or known.verdict == Verdict.UNPACKED or self._open(each.sha256, known):
                yield from self._queue([each])

    def _queue(self, files: Iterable[Arriving]) -> Iterator[tuple[str, Path]]:
        for each in files:
            self.waiting.append(each)
            yield each.shown, each.copy

    def _open(self, sha256: str, verdict: query.FileVerdict) -> bool:
        """Say whether a file still needs a person."""
        return verdict.verdict == Verdict.NEEDS_A_PERSON and sha256 not in self.dismissed

    def known(self, file: Arriving, verdict: query.FileVerdict) -> FileOutcome:
        return FileOutcome(
            name=file.shown,
            verdict=Verdict(verdict.verdict),
            known=True,
            stakeholder=verdict.stakeholder,
            sender=self.asked.names.get(verdict.stakeholder, ""),
            version=verdict.version,
            done=file.sha256 in self.dismissed,
        )

    def unpack(self, found: Unpacked, problems: Sequence[Problem], shown: str) -> None:
        """Keep each file that lay in another one as one of its own, to be judged in the next pass."""
        file = self.waiting.popleft()
        parts = keep_parts(found.parts, self.workspace.folder.received)
        verdict, said = about_container(found, problems, shown)
        mark = ""
        if found.mail:
            mark = invitation_of(found.mail.references, found.mail.addressed, found.mail.subject)
        with self.store.transaction():
            for part, (_, sha256) in zip(found.parts, parts, strict=True):
                self._arrived(sha256, part.name, len(part.data))
            record_unpacked(
                self.store,
                sha256=file.sha256,
                parts=[(sha256, part.name) for part, (_, sha256) in zip(found.parts, parts, strict=True)],
                mail=(found.mail.sender, mark) if found.mail else None,
                at=self.at,
                actor=self.workspace.actor,
            )
            if found.mail and found.mail.bounces:
                noted = note_bounces(self.store, found.mail.bounces, at=self.at, actor=self.workspace.actor)
                said = tuple(_with_bodies(each, noted) for each in said)
            self._verdict(file, verdict, said)
        before = self.outcomes.get(file.place)
        outcome = before[0] if before else FileOutcome(shown, verdict)
        self.outcomes[file.place] = (replace(outcome, problems=said),)
        inside = [(part.name, copy, sha256) for part, (copy, sha256) in zip(found.parts, parts, strict=True)]
        if len(file.place) <= DEEPEST:
            automatic = found.mail is not None and found.mail.automatic
            self.within += lay_within(file, inside, automatic=automatic)
        elif inside:
            deep = TooDeep(place=Place(shown), limit=DEEPEST)
            self.outcomes[file.place] = (replace(outcome, problems=(*said, deep)),)

    def _verdict(self, file: Arriving, verdict: Verdict, problems: Sequence[Problem]) -> None:
        record_return(
            self.store,
            None,
            sha256=file.sha256,
            verdict=verdict.value,
            problems=[unnamed(problem).as_json("en") for problem in problems],
            at=self.at,
            actor=self.workspace.actor,
        )

    def judge(self, findings: Findings | None, problems: Sequence[Problem], shown: str) -> None:
        """Judge the next file that waits; what it says is recorded with the verdicts of its batch."""
        file = self.waiting.popleft()
        came = Circumstances(
            arrivals(self.store, file.sha256) if len(file.place) > 1 else (),
            claims(self.store, file.sha256) if file.sha256 in self.claimed else (),
        )
        at = file.came or self.at
        shares = judged(
            findings,
            problems,
            self.asked,
            came,
            shown=shown,
            sha256=file.sha256,
            at=at,
            standing=lambda body: self._standing(body, until=at),
        )
        if came.claims:
            shares = tuple(behind(each, self._standing(each.outcome.stakeholder)) for each in shares)
        self.judged.append((file, shares))
        if len(self.judged) >= BATCH:
            self.record()

    def _standing(self, stakeholder: str, until: datetime | None = None) -> dict[str, Answer]:
        """Return what a body has said, in files judged but not yet recorded, too; up to an instant."""
        answers = query.latest_answers(self.store, stakeholder)
        for _, shares in self.judged:
            for each in shares:
                if each.response and each.response.stakeholder == stakeholder:
                    answers += each.response.answers
        return {each.item: each for each in answers if until is None or each.provenance.received_at <= until}

    def record(self) -> None:
        """Record the verdicts of a batch, with everything the files say, and answer them: one transaction."""
        shares = [(file, each) for file, many in self.judged for each in many]
        if not shares:
            return
        with self.store.transaction():
            versions = [self.recorded_as(file, each) for file, each in shares]
            responses = [each.response for _, each in shares if each.response]
            record_wishes(self.store, responses, self.asked.items, at=self.at, actor=self.workspace.actor)
            told = list(self._told(shares, versions))
            judgements = [Judgement(file.sha256, outcome, each.response) for file, each, outcome in told]
            self.letters += answer_back(self.desk, judgements)
        for file, _ in self.judged:
            self.outcomes[file.place] = tuple(outcome for other, _, outcome in told if other is file)
        self.judged.clear()

    def _told(
        self, shares: Sequence[tuple[Arriving, Judged]], versions: Sequence[int]
    ) -> Iterator[tuple[Arriving, Judged, FileOutcome]]:
        """Yield what became of each share of a file: the same bytes may lie there under two names."""
        for (file, each), version in zip(shares, versions, strict=True):
            waits_still = file.place in self.outcomes and not version
            known = waits_still or self.first.setdefault(file.sha256, file.place) != file.place
            told = replace(each.outcome, version=version, known=known, late=self._late(each))
            yield file, each, replace(told, answer_to=None) if self._silent(file, each) else told

    def _late(self, each: Judged) -> bool:
        issued = each.outcome.answer_to
        if each.response is None or issued is None:
            return False
        deadline = self.rounds[issued.round].deadline_of(issued.invitation.stakeholder)
        return each.response.received_at > deadline

    def _silent(self, file: Arriving, each: Judged) -> bool:
        """Say whether nobody is to be written to: no machine, no person who decided that nothing counts.

        Neither is anybody about a picture beside other files, such as the one in a signature.
        """
        doubts = each.outcome.problems
        picture = any(isinstance(doubt, NotASpreadsheet) and doubt.kind == "picture" for doubt in doubts)
        undone = file.came is not None and each.response is None
        return file.unanswered or undone or (picture and file.siblings > 0)

    def recorded_as(self, file: Arriving, each: Judged) -> int:
        """Record a verdict; return which version of its sender's answers the file is, 0 for none."""
        issued = each.outcome.answer_to
        return record_return(
            self.store,
            each.response,
            invitation=issued.invitation.id if issued else "",
            sha256=file.sha256,
            verdict=each.outcome.verdict.value,
            problems=[unnamed(problem).as_json("en") for problem in each.outcome.problems],
            at=self.at,
            actor=self.workspace.actor,
        )

    def told(self) -> tuple[FileOutcome, ...]:
        """Return what became of each file, what lay in it below it."""
        return tuple(each for place in sorted(self.outcomes) for each in self.outcomes[place])


def _with_bodies(problem: Problem, noted: Sequence[Bounced]) -> Problem:
    """Name the bodies whose letters came back, by their ids."""
    bodies = tuple(dict.fromkeys(each.stakeholder for each in noted))
    return replace(problem, bodies=bodies) if isinstance(problem, LetterCameBack) else problem


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
