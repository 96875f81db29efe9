"""What every change is made in: one transaction of a consultation that runs, with its letters."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from problems import nearest
from problems.changes import BodyGone, BodyMissing, BodyNotAsked, RoundNotOpen
from problems.stages import Refused
from questionnaires.model import Item, Questionnaire
from responses.model import Answer
from stakeholders.model import Stakeholder
from store import query, standing
from store.connection import Store
from workflows.changes.corrections import workbook_again
from workflows.changes.naming import named
from workflows.contacts import take_contacts
from workflows.guards import launched_store, must_not_be_cleared
from workflows.post import Desk, Posted, letter_key, secret_of
from workflows.process import Process
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Said:
    """A message of the terminal, with its parameters; instants among them are in the consultation's zone."""

    message: str
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """What a command changed: in words, the letters that now lie in the outbox, and what to do next.

    `again`: it was so already, and nothing was recorded.
    """

    says: tuple[Said, ...]
    next: Said
    letters: tuple[Posted, ...] = ()
    again: bool = False


@dataclass
class Scene:
    """The consultation within the transaction of one change."""

    workspace: Workspace
    process: Process
    store: Store
    at: datetime
    actor: str
    letters: list[Posted] = field(default_factory=list)
    says: list[Said] = field(default_factory=list)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.workspace.consultation.zone)

    @property
    def language(self) -> str:
        return self.workspace.consultation.language

    def desk(self) -> Desk:
        """Return a desk that knows what has been recorded up to now."""
        return Desk(self.workspace, self.process, self.store, self.at, self.actor)

    def say(self, message: str, **parameters: object) -> None:
        self.says.append(Said(message, parameters))

    def done(self, message: str, *, again: bool = False, **parameters: object) -> Change:
        """Return what was changed, with what is to be done next."""
        return Change(tuple(self.says), Said(message, parameters), tuple(self.letters), again)

    def opened(self, wished: str = "") -> standing.Round:
        """Return the round meant: one by name, else that of the questionnaires, else the last one opened."""
        rounds = standing.rounds(self.store)
        if wished and wished not in rounds:
            raise Refused(RoundNotOpen(value=wished, allowed=tuple(rounds), near=nearest(wished, rounds)))
        main = self.process.main
        asks_law = main.asks == "questionnaires" and main.id in rounds
        return rounds[wished or (main.id if asks_law else list(rounds)[-1])]

    def questionnaires(self, round: str) -> tuple[Questionnaire, ...]:
        return query.questionnaires(self.store, round)

    def items(self, round: str) -> dict[str, Item]:
        return {item.id: item for each in self.questionnaires(round) for item in each.items}

    def bodies(self, names: Sequence[str]) -> tuple[Stakeholder, ...]:
        """Return the bodies that are named, each once. Raises Refused for none, and for a stranger."""
        if not names:
            raise Refused(BodyMissing())
        known = query.stakeholders(self.store)
        found = (named(name, known) for name in names)
        return tuple({body.id: body for body in found}.values())

    def taking_part(self, names: Sequence[str], round: str = "") -> tuple[Stakeholder, ...]:
        """Return the bodies that are named and take part; with a round, that are asked in it."""
        bodies, gone = self.bodies(names), standing.withdrawn(self.store)
        asked = {each.stakeholder for each in query.assignments(self.store, round)} if round else set()
        for body in bodies:
            if body.id in gone:
                raise Refused(BodyGone(name=body.name))
            if round and body.id not in asked:
                raise Refused(BodyNotAsked(name=body.name))
        return bodies

    def asked(self, stakeholder: str, round: str) -> tuple[str, ...]:
        """Return what is asked of a body in a round as things stand, in the order of the questions."""
        assignments = query.assignments(self.store, round)
        return tuple(each.item for each in assignments if each.stakeholder == stakeholder)

    def answers(self, stakeholder: str) -> dict[str, Answer]:
        """Return what a body has said, by item."""
        said = query.latest_answers(self.store)
        return {each.item: each for each in said if each.provenance.stakeholder == stakeholder}

    def owes(self, stakeholder: str, round: str) -> bool:
        return stakeholder in standing.owing(self.store, round)

    def workbook(self, desk: Desk, body: Stakeholder, round: str) -> bytes | None:
        """Issue a body's workbook as it is now; None where nothing is asked of it."""
        asked = (round, body.id) in desk.issued and (round, body.id) in desk.asked
        return workbook_again(desk, body, round) if asked else None

    def post(
        self,
        desk: Desk,
        body: Stakeholder,
        kind: str,
        round: str,
        *,
        workbook: bytes | None = None,
        facts: Mapping[str, object] | None = None,
    ) -> None:
        """Write a letter of this change into the outbox; a second one of a kind in a day has a number."""
        day = f"{self.at.astimezone(self.zone):%Y%m%d}"
        there = {letter.path for letter in query.letters(self.store)}
        tags = [day, *(f"{day}-{number}" for number in range(2, len(there) + 3))]
        tag = next(tag for tag in tags if f"outbox/{kind}-{tag}-{body.id}.eml" not in there)
        issue = desk.issued.get((round, body.id))
        whose = issue.invitation.id if issue else secret_of(desk, body.id)
        key = letter_key(f"{kind}-{tag}", whose)
        message = desk.message(
            kind, body, key=key, round=round if issue else "", workbook=workbook, facts=facts
        )
        posted = desk.post(
            message, body, kind, f"{kind}-{tag}-{body.id}", key=key, action=f"{kind}@{tag}:{body.id}"
        )
        if posted is None:
            raise ValueError(f"{kind}@{tag}:{body.id} is recorded, but not its letter")
        self.letters.append(posted)


@contextmanager
def changing(workspace: Workspace, process: Process, *, at: datetime) -> Iterator[Scene]:
    """Open one transaction for a change. Raises Refused before the launch and after the clearance.

    Whatever interrupts it, either everything is recorded with its letters, or nothing is.
    """
    with launched_store(workspace) as store, store.transaction():
        must_not_be_cleared(workspace, store)
        take_contacts(workspace, store, at=at, actor=workspace.actor)
        yield Scene(workspace, process, store, at, workspace.actor)
