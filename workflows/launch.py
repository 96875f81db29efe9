"""Launch: what is asked of whom is written down; an invitation with its workbook each lies in the outbox."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from secrets import token_bytes

from problems import Place, Problem
from problems.settings import FocalPointMissing
from problems.stages import NobodyToAsk, RecordMissing, Refused, RegistryChanged
from stakeholders.model import Assignment
from store import query
from store.connection import Store
from store.open import open_store
from store.record import record_key, record_launch, record_round
from workbooks.identity import new_key
from workflows.application import open_form
from workflows.ask import Random, Sent, assign_everything, deadline_of, invite, questionnaires_of
from workflows.audience import audience
from workflows.check import Checked, Routed, check, route_all
from workflows.guards import not_launched
from workflows.post import Desk
from workflows.process import Process, Round
from workflows.workspace import Workspace

__all__ = ["Launched", "Random", "Sent", "items_of", "launch"]

ACTOR = "coordinator"


@dataclass(frozen=True)
class Launched:
    """The launch: its letters, or, where the folder must be mended first, none and the problems."""

    problems: tuple[Problem, ...] = ()
    at: datetime | None = None
    again: bool = False  # launched before: nothing was issued now
    letters: tuple[Sent, ...] = ()
    routed: Routed | None = None
    deadline: datetime | None = None  # of what is asked now


def launch(
    workspace: Workspace, *, at: datetime, random: Random = token_bytes, actor: str = ACTOR
) -> Launched:
    """Ask everybody what the registry and the routing say; once.

    All of it is one transaction, so that a second launch waits for the first: whatever interrupts it, either
    nothing was launched, and launching again writes the letters anew, or everything was.
    """
    checked = check(workspace.folder, at=at, definitions=False)
    with open_store(workspace.database, create=True) as store, store.transaction():
        if (earlier := query.launch(store)) is not None:
            return Launched(_changed(store, checked, workspace), earlier.at, again=True)
        nobody_to_call = any(isinstance(problem, FocalPointMissing) for problem in checked.problems)
        if checked.broken or nobody_to_call or checked.process is None:
            return Launched(checked.problems)
        if isinstance(missing := not_launched(workspace), RecordMissing):
            raise Refused(missing)
        routed = route_all(checked)
        desk = Desk(workspace, checked.process, store, at, actor)
        rounds = [each for each in checked.process.rounds if each.opens is None]
        asked = {each.id: _assignments(desk, each, checked, routed) for each in rounds}
        if not any(asked.values()) and not any(each.open for each in rounds):
            raise Refused(NobodyToAsk(place=Place(workspace.folder.registry.name)))
        _record(desk, rounds, asked, checked, random)
        desk = Desk(workspace, checked.process, store, at, actor)
        desk.asked = {
            (each.id, body): items for each in rounds for body, items in items_of(asked[each.id]).items()
        }
        letters = tuple(
            invite(desk, each, body, random=random)
            for each in rounds
            for body in checked.stakeholders
            if (each.id, body.id) in desk.asked
        )
        for each in rounds:
            open_form(desk, each)
        deadline = desk.rounds[rounds[0].id].deadline
    return Launched(checked.problems, at, letters=letters, routed=routed, deadline=deadline)


def items_of(assignments: tuple[Assignment, ...]) -> dict[str, tuple[str, ...]]:
    """Return the items asked of each stakeholder, in the order of the assignments."""
    found: dict[str, list[str]] = {}
    for assignment in assignments:
        found.setdefault(assignment.stakeholder, []).append(assignment.item)
    return {stakeholder: tuple(items) for stakeholder, items in found.items()}


def _assignments(desk: Desk, asking: Round, checked: Checked, routed: Routed) -> tuple[Assignment, ...]:
    if asking.of == "mandates":
        return routed.assignments
    bodies = audience(asking.of, desk.store, checked.stakeholders, asking.id)
    asked = questionnaires_of(desk.process, asking, desk.workspace.consultation.questionnaires)
    return assign_everything(asked, bodies, asking)


def _record(
    desk: Desk,
    rounds: list[Round],
    asked: dict[str, tuple[Assignment, ...]],
    checked: Checked,
    random: Random,
) -> None:
    """Record the launch with its first round, the key that signs workbooks, and further rounds."""
    process: Process = desk.process
    settings = desk.workspace.consultation
    digest = hashlib.sha256(settings.model_dump_json(by_alias=True).encode()).hexdigest()
    first, *others = rounds
    record_launch(
        desk.store,
        round=first.id,
        questionnaires=questionnaires_of(process, first, settings.questionnaires),
        stakeholders=checked.stakeholders,
        assignments=asked[first.id],
        deadline=deadline_of(desk, first),
        settings_digest=digest,
        at=desk.at,
        actor=desk.actor,
    )
    key = new_key(random(32))
    record_key(desk.store, key.id, key.secret, at=desk.at, actor=desk.actor)
    for each in others:
        record_round(
            desk.store,
            each.id,
            questionnaires=questionnaires_of(process, each, settings.questionnaires),
            assignments=asked[each.id],
            deadline=deadline_of(desk, each),
            at=desk.at,
            actor=desk.actor,
        )


def _changed(store: Store, checked: Checked, workspace: Workspace) -> tuple[Problem, ...]:
    """Say which bodies of today's registry would be asked something else than the launch did."""
    if checked.broken:
        return ()
    asked, now = items_of(query.assignments(store)), items_of(route_all(checked).assignments)
    names = {body.id: body.name for body in checked.stakeholders}
    new = tuple(names[body] for body, items in now.items() if set(items) - set(asked.get(body, ())))
    place = Place(workspace.folder.registry.name)
    return (RegistryChanged(place=place, names=new),) if new else ()
