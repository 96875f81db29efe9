"""Take files in, in order: kept, opened by a confined child, taken apart where others lie within, settled."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count, islice
from pathlib import Path
from typing import Final

from delivery.replies import invitation_of
from problems import Place, Problem
from problems.identity import LetterCameBack, TooDeep
from store import query
from store.connection import Store
from store.mail import record_unpacked
from store.progress import DISMISSED
from store.record import Returned, record_files, record_returns
from workbooks.containers import Unpacked
from workbooks.reader import Found, reading
from workbooks.sandbox import Sandbox
from workbooks.verdict import Verdict
from workflows.arriving import DEEPEST, Arriving, about_container, laid, lay_within
from workflows.asked import Asked
from workflows.batches import Batches, Opened, as_recorded
from workflows.bounces import Bounced, note_bounces
from workflows.inbox import put_away
from workflows.judging import FileOutcome
from workflows.keeping import keep, keep_parts
from workflows.post import Desk, Posted
from workflows.workspace import Workspace

BATCH: Final = 16
"""Files whose arrival, or verdicts, are one transaction: killed within it, they are simply taken in again."""

MOST: Final = 200
"""So many files of one mail or zip file are judged beside each other."""


@dataclass
class Taking:
    """One call of `receive`: the files on their way, in order."""

    desk: Desk
    problems: list[Problem] = field(default_factory=list)
    moved: int = 0
    _outcomes: dict[tuple[int, ...], tuple[FileOutcome, ...]] = field(default_factory=dict)  # by place
    _digests: dict[tuple[int, ...], str] = field(default_factory=dict)  # by place
    _waiting: deque[Arriving] = field(default_factory=deque)  # for a child
    _opened: list[Opened] = field(default_factory=list)  # to be settled with their batch
    _within: list[Arriving] = field(default_factory=list)  # what lay in files of this pass
    _new: set[str] = field(default_factory=set)  # digests of what nobody has seen before

    @property
    def letters(self) -> tuple[Posted, ...]:
        return tuple(self._batches.letters)

    @property
    def told(self) -> tuple[FileOutcome, ...]:
        """What became of each file, what lay in it below it."""
        return tuple(each for place in sorted(self._outcomes) for each in self._outcomes[place])

    @property
    def _workspace(self) -> Workspace:
        return self.desk.workspace

    @property
    def _store(self) -> Store:
        return self.desk.store

    @cached_property
    def _asked(self) -> Asked:
        return Asked.read(self._store, self._workspace.consultation)

    @cached_property
    def _batches(self) -> Batches:
        return Batches(self.desk, self._asked)

    @cached_property
    def _dismissed(self) -> frozenset[str]:
        done = query.performed(self._store)
        return frozenset(each.removeprefix(DISMISSED) for each in done if each.startswith(DISMISSED))

    def through(self, paths: Sequence[Path]) -> None:
        """Take in what lies there, then what lay in it, as deep as it goes; put away what needs nobody."""
        with self._sandbox() as sandbox:
            self._pass(sandbox, self._laid(paths))
            for _ in range(DEEPEST):
                files, self._within = self._within, []
                self._pass(sandbox, self._unknown(files))
        waits = {place[0] for place, outcomes in self._outcomes.items() if self._needed(place, outcomes)}
        for number, path in enumerate(paths, start=1):
            if (number,) in self._outcomes and number not in waits:
                self.moved += put_away(self._workspace, path)

    def again(self, files: Iterable[Arriving]) -> None:
        """Judge files once more, whatever is known of them."""
        with self._sandbox() as sandbox:
            self._pass(sandbox, self._queue(files))

    def _needed(self, place: tuple[int, ...], outcomes: Sequence[FileOutcome]) -> bool:
        needs = any(each.verdict is Verdict.NEEDS_A_PERSON for each in outcomes)
        return needs and self._digests[place] not in self._dismissed

    def _sandbox(self) -> Sandbox[Found]:
        language = self._workspace.consultation.language
        return Sandbox(
            task=reading(self._asked.questionnaires, language=language, languages=self._asked.languages)
        )

    def _pass(self, sandbox: Sandbox[Found], files: Iterable[tuple[str, Path]]) -> None:
        for _, found, problems in sandbox.open_all(files):
            file = self._waiting.popleft()
            if isinstance(found, Unpacked):
                self._unpack(file, found, problems)
                continue
            if len(self._opened) >= BATCH and not self._together(file):
                self._settle()
            self._opened.append(Opened(file, found, tuple(problems)))
        self._settle()

    def _together(self, file: Arriving) -> bool:
        """Say whether a file came in one mail or zip file with the one before, to be judged beside it."""
        around, before = file.place[:-1], self._opened[-1].file.place[:-1]
        return bool(around) and around == before and len(self._opened) < MOST

    def _settle(self) -> None:
        self._outcomes |= self._batches.settle(self._opened)
        self._opened.clear()

    def _laid(self, paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
        """Keep the bytes of each file and record that it came; hand on those that must be judged."""
        left, numbers = iter(paths), count(1)
        while batch := list(islice(left, BATCH)):
            places = dict(zip(batch, numbers, strict=False))
            came, problems = keep(batch, self._workspace.folder.received, self._workspace.shown)
            self.problems += problems
            self._arrived([(each.sha256, each.path.name, each.size) for each in came])
            yield from self._unknown([laid(each, places[each.path], self._workspace.shown) for each in came])

    def _arrived(self, files: Sequence[tuple[str, str, int]]) -> None:
        self._new |= record_files(self._store, files, at=self.desk.at, actor=self.desk.actor)

    def _unknown(self, files: Iterable[Arriving]) -> Iterator[tuple[str, Path]]:
        """Hand on the files that must be judged; what others hold is looked into however often it comes.

        So is what was refused: whoever sends it again should learn why, and the reason may have been ours.
        """
        for each in files:
            self._digests[each.place] = each.sha256
            known = None if each.sha256 in self._new else query.file_verdict(self._store, each.sha256)
            if known:
                self._outcomes[each.place] = (self._as_known(each, known),)
            again = known is not None and known.verdict in {Verdict.UNPACKED, Verdict.REFUSED}
            if known is None or again or self._open(each.sha256, known):
                yield from self._queue([replace(each, known=known is not None)])

    def _queue(self, files: Iterable[Arriving]) -> Iterator[tuple[str, Path]]:
        for each in files:
            self._waiting.append(each)
            yield each.shown, each.copy

    def _open(self, sha256: str, verdict: query.FileVerdict) -> bool:
        """Say whether a file still needs a person."""
        return verdict.verdict == Verdict.NEEDS_A_PERSON and sha256 not in self._dismissed

    def _as_known(self, file: Arriving, verdict: query.FileVerdict) -> FileOutcome:
        return FileOutcome(
            name=file.shown,
            verdict=Verdict(verdict.verdict),
            known=True,
            stakeholder=verdict.stakeholder,
            sender=self._asked.names.get(verdict.stakeholder, ""),
            version=verdict.version,
            done=file.sha256 in self._dismissed,
        )

    def _unpack(self, file: Arriving, found: Unpacked, problems: Sequence[Problem]) -> None:
        """Keep each file that lay in another one as one of its own, to be judged in the next pass."""
        parts = keep_parts(found.parts, self._workspace.folder.received)
        inside = [(part.name, copy, sha256) for part, (copy, sha256) in zip(found.parts, parts, strict=True)]
        verdict, said = about_container(found, problems, file.shown)
        mark, (at, actor) = "", (self.desk.at, self.desk.actor)
        if found.mail:
            mark = invitation_of(found.mail.references, found.mail.addressed, found.mail.subject)
        with self._store.transaction():
            sizes = (len(part.data) for part in found.parts)
            self._arrived(
                [(sha256, name, size) for (name, _, sha256), size in zip(inside, sizes, strict=True)]
            )
            record_unpacked(
                self._store,
                sha256=file.sha256,
                parts=[(sha256, name) for name, _, sha256 in inside],
                mail=(found.mail.sender, mark) if found.mail else None,
                at=at,
                actor=actor,
            )
            if found.mail and found.mail.bounces:
                noted = note_bounces(self._store, found.mail.bounces, at=at, actor=actor)
                said = tuple(_with_bodies(each, noted) for each in said)
            returned = Returned(file.sha256, verdict.value, as_recorded(said))
            record_returns(self._store, [returned], at=at, actor=actor)
        if len(file.place) <= DEEPEST:
            automatic = found.mail is not None and found.mail.automatic
            self._within += lay_within(file, inside, automatic=automatic)
        elif inside:
            said = (*said, TooDeep(place=Place(file.shown), limit=DEEPEST))
        before = self._outcomes.get(file.place)
        outcome = before[0] if before else FileOutcome(file.shown, verdict)
        self._outcomes[file.place] = (replace(outcome, problems=said),)


def _with_bodies(problem: Problem, noted: Sequence[Bounced]) -> Problem:
    """Name the bodies whose letters came back, by their ids."""
    bodies = tuple(dict.fromkeys(each.stakeholder for each in noted))
    return replace(problem, bodies=bodies) if isinstance(problem, LetterCameBack) else problem
