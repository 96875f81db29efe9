"""Judge, record and answer some files at once: one transaction, in which nobody else records anything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from typing import Any

from problems import Problem
from problems.intake import NotASpreadsheet
from responses.model import Answer, Response
from store import query, standing
from store.connection import Store
from store.mail import arrivals, claimed_files, claims
from store.record import Returned, record_returns
from workbooks.findings import Findings
from workbooks.shares import invitations
from workflows.answering import Judgement, answer_back
from workflows.application import unnamed
from workflows.arriving import Arriving
from workflows.asked import Asked
from workflows.consents import record_wishes
from workflows.judging import FileOutcome, Judged, judged
from workflows.older import behind
from workflows.post import Desk, Posted
from workflows.siblings import agreed
from workflows.whose import Circumstances


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that a child has opened: what it found, or why it could not."""

    file: Arriving
    findings: Findings | None
    problems: tuple[Problem, ...]


@dataclass
class Batches:
    """Settles what came, batch after batch."""

    desk: Desk
    asked: Asked
    letters: list[Posted] = field(default_factory=list)
    _first: dict[str, tuple[int, ...]] = field(default_factory=dict)  # where the same bytes lay first

    @cached_property
    def _claimed(self) -> frozenset[str]:
        return claimed_files(self.desk.store)

    @cached_property
    def _rounds(self) -> dict[str, standing.Round]:
        return standing.rounds(self.desk.store)

    def settle(self, batch: Sequence[Opened]) -> dict[tuple[int, ...], tuple[FileOutcome, ...]]:
        """Judge some files, record what they say and write back; return what became of each, by its place."""
        if not batch:
            return {}
        store, at, actor = self.desk.store, self.desk.at, self.desk.actor
        with store.transaction():
            recorded = query.responded(store, {each.file.sha256 for each in batch})
            said = _Said(store, self._likely(batch), recorded)
            found = list(self._judged(batch, said))
            shares = agreed(found)
            if shares is not found:
                said.only(each.response for _, each in shares if each.response)
            versions = record_returns(store, [_returned(*each) for each in shares], at=at, actor=actor)
            responses = [each.response for _, each in shares if each.response]
            record_wishes(store, responses, self.asked.items, at=at, actor=actor)
            told = list(self._told(shares, versions))
            judgements = [Judgement(file.sha256, outcome, each.response) for file, each, outcome in told]
            self.letters += answer_back(self.desk, judgements, said.by)
        return {
            each.file.place: tuple(outcome for file, _, outcome in told if file is each.file)
            for each in batch
        }

    def _judged(self, batch: Sequence[Opened], said: "_Said") -> Iterator[tuple[Arriving, Judged]]:
        for each in batch:
            file, claimed = each.file, each.file.sha256 in self._claimed
            came = Circumstances(
                arrivals(self.desk.store, file.sha256) if len(file.place) > 1 else (),
                claims(self.desk.store, file.sha256) if claimed else (),
            )
            at = file.came or self.desk.at
            shares = judged(
                each.findings,
                each.problems,
                self.asked,
                came,
                shown=file.shown,
                sha256=file.sha256,
                at=at,
                standing=partial(said.by, until=at),
            )
            for share in shares:
                late = behind(share, said.by(share.outcome.stakeholder)) if claimed else share
                if late.response:
                    said.add(late.response)
                yield file, late

    def _likely(self, batch: Iterable[Opened]) -> frozenset[str]:
        """Return the bodies whose files these seem to be."""
        names = {name for each in batch if each.findings for name in invitations(each.findings.carriers)}
        return frozenset(
            self.asked.issued[name].invitation.stakeholder for name in names & self.asked.issued.keys()
        )

    def _told(
        self, shares: Sequence[tuple[Arriving, Judged]], versions: Sequence[int]
    ) -> Iterator[tuple[Arriving, Judged, FileOutcome]]:
        """Yield what became of each share of a file: the same bytes may lie there under two names."""
        for (file, each), version in zip(shares, versions, strict=True):
            waits_still = file.known and not version
            known = waits_still or self._first.setdefault(file.sha256, file.place) != file.place
            told = replace(each.outcome, version=version, known=known, late=self._late(each))
            yield file, each, replace(told, answer_to=None) if _silent(file, each) else told

    def _late(self, each: Judged) -> bool:
        issued = each.outcome.answer_to
        if each.response is None or issued is None:
            return False
        deadline = self._rounds[issued.round].deadline_of(issued.invitation.stakeholder)
        return each.response.received_at > deadline


def _returned(file: Arriving, share: Judged) -> Returned:
    issued = share.outcome.answer_to
    return Returned(
        file.sha256,
        share.outcome.verdict.value,
        as_recorded(share.outcome.problems),
        share.response,
        issued.invitation.id if issued else "",
    )


def as_recorded(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return problems as they are recorded: without what an application says."""
    return [unnamed(problem).as_json("en") for problem in problems]


def _silent(file: Arriving, each: Judged) -> bool:
    """Say whether nobody is to be written to: no machine, no person who decided that nothing counts.

    Neither is anybody about a picture beside other files, such as the one in a signature.
    """
    doubts = each.outcome.problems
    picture = any(isinstance(doubt, NotASpreadsheet) and doubt.kind == "picture" for doubt in doubts)
    undone = file.came is not None and each.response is None
    return file.unanswered or undone or (picture and file.siblings > 0)


class _Said:
    """What bodies have said: in the record, and in files of this batch that are not recorded yet."""

    def __init__(self, store: Store, likely: frozenset[str], recorded: frozenset[tuple[str, str]]) -> None:
        self._store = store
        self._likely = likely
        self._recorded = recorded
        self._answers: dict[str, list[Answer]] = {}

    def by(self, body: str, until: datetime | None = None) -> Mapping[str, Answer]:
        """Return a body's answers by item, up to an instant."""
        return {
            each.item: each
            for each in self._of(body)
            if until is None or each.provenance.received_at <= until
        }

    def add(self, response: Response) -> None:
        """Add what is going to be recorded; what another run has recorded meanwhile is in the record."""
        if (response.sha256, response.invitation) not in self._recorded:
            self._of(response.stakeholder).extend(response.answers)

    def only(self, responses: Iterable[Response]) -> None:
        """Forget what was added, but for what is going to be recorded after all."""
        self._answers.clear()
        for each in responses:
            self.add(each)

    def _of(self, body: str) -> list[Answer]:
        if body not in self._answers:
            wanted = {body, *self._likely} - self._answers.keys()
            self._answers |= {each: [] for each in wanted}
            for answer in query.latest_answers(self._store, wanted):
                self._answers[answer.provenance.stakeholder].append(answer)
        return self._answers[body]
