"""Ask: open a round of the process, with an invitation and a workbook for everybody it is put to."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from consultation.folder import write_whole
from delivery.letters import addressed
from problems.stages import Refused
from questionnaires.load import load_questionnaire, shipped
from questionnaires.model import Questionnaire
from stakeholders.model import Assignment, Invitation, Stakeholder
from store import query, standing
from store.record import record_invitation, record_letter, record_round
from workbooks.identity import token
from workflows.application import open_form
from workflows.audience import audience
from workflows.moments import Times
from workflows.post import Desk, letter_key
from workflows.process import Process, Round
from workflows.process_read import read_forms

Random = Callable[[int], bytes]
"""Gives so many random bytes."""


@dataclass(frozen=True)
class Sent:
    """One invitation that now lies in the outbox."""

    stakeholder: Stakeholder
    items: int
    language: str
    path: str


@dataclass(frozen=True)
class Opened:
    """A round that has been opened."""

    round: str
    letters: tuple[Sent, ...]


def questionnaires_of(process: Process, asking: Round, settings: Sequence[str]) -> tuple[Questionnaire, ...]:
    """Return what a round asks: the questionnaires that the settings name and that ship, or its forms."""
    if asking.asks == "questionnaires":
        return tuple(load_questionnaire(name) for name in settings if name in shipped())
    forms, problems = read_forms(process)
    if problems and len(forms) < len(asking.asks):
        raise Refused(problems[0])
    return tuple(forms[name] for name in asking.asks)


def assign_everything(
    questionnaires: Sequence[Questionnaire], bodies: Sequence[Stakeholder], asking: Round
) -> tuple[Assignment, ...]:
    """Ask everything of everybody, as forms are."""
    items = [item.id for each in questionnaires for item in each.items]
    return tuple(Assignment(body.id, item, "because-form", asking.id) for body in bodies for item in items)


def open_round(desk: Desk, asking: Round, *, random: Random) -> Opened:
    """Open a later round for those whom it is for now; where that is nobody, nobody owes anything."""
    store, process = desk.store, desk.process
    with store.transaction():
        if asking.id in standing.rounds(store):
            return Opened(asking.id, ())
        bodies = audience(asking.of, store, query.stakeholders(store), asking.id)
        asked = questionnaires_of(process, asking, desk.consultation.questionnaires)
        deadline = deadline_of(desk, asking)
        record_round(
            store,
            asking.id,
            questionnaires=asked,
            assignments=assign_everything(asked, bodies, asking),
            deadline=deadline,
            at=desk.at,
            actor=desk.actor,
        )
        fresh = Desk(desk.workspace, process, store, desk.at, desk.actor)
        open_form(fresh, asking)
        return Opened(asking.id, tuple(invite(fresh, asking, body, random=random) for body in bodies))


def deadline_of(desk: Desk, asking: Round) -> datetime:
    """Return the deadline of a round that is opened now."""
    record = desk.times.record
    if asking.deadline == "consultation":
        return record.deadline
    rounds = {**record.rounds, asking.id: standing.Round(asking.id, desk.at, desk.at)}
    record = replace(record, rounds=rounds, launched_at=record.launched_at or desk.at)
    found = Times(desk.process, record).of(asking.deadline)
    if found is None:
        raise ValueError(f"the deadline of {asking.id} counts from what has not happened")
    return found


def own_workbook(desk: Desk, asking: Round, body: Stakeholder, *, random: Random) -> tuple[Invitation, bytes]:
    """Make a stakeholder's invitation to a round, and the workbook that carries it; records nothing."""
    key = desk.signing_key
    language = desk.issuer(asking.id).language(body)
    invitation = Invitation(id=random(5).hex(), stakeholder=body.id, language=language, key=key.id)
    workbook = desk.issuer(asking.id).workbook(
        addressed(body, language),
        desk.asked[asking.id, body.id],
        token(key, invitation.id),
        deadline=desk.deadline(body, asking.id),
    )
    return invitation, workbook


def invite(desk: Desk, asking: Round, body: Stakeholder, *, random: Random) -> Sent:
    """Issue one stakeholder's workbook of a round, with its letter, within the open transaction."""
    invitation, workbook = own_workbook(desk, asking, body, random=random)
    items = desk.asked[asking.id, body.id]
    name = letter_key(asking.letter, invitation.id)
    message = desk.message(asking.letter, body, key=name, round=asking.id, workbook=workbook)
    path = f"outbox/{asking.letter}-{body.id}.eml"
    write_whole(desk.workspace.folder.root / path, message)
    digest = hashlib.sha256(workbook).hexdigest()
    record_invitation(
        desk.store,
        invitation,
        workbook_sha256=digest,
        items=items,
        round=asking.id,
        at=desk.at,
        actor=desk.actor,
    )
    record_letter(
        desk.store,
        id=name,
        stakeholder=body.id,
        kind=asking.letter,
        path=path,
        at=desk.at,
        actor=desk.actor,
    )
    return Sent(body, len(items), invitation.language, path)
