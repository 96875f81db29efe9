"""Remind those who still owe answers: a letter each, with their workbook again, in the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from consultation.folder import write_whole
from delivery.letters import Ask, addressed, write_letter
from delivery.outbox import eml
from store import query
from store.connection import Store
from store.open import open_store
from store.progress import progress
from store.record import record_actions, record_letter
from workbooks.identity import Key, token
from workbooks.issue import Issuer
from workflows.due import Due
from workflows.launch import letter_key
from workflows.workspace import Workspace

ACTOR = "process"


@dataclass(frozen=True)
class Reminded:
    stakeholder: str
    name: str
    action: str
    path: str


def owing(store: Store) -> tuple[str, ...]:
    """Return the stakeholders who owe answers: to main questions, not to follow-ups or closing items."""
    return tuple(row.id for row in progress(store).stakeholders if row.given < row.owed)


def remind(workspace: Workspace, dues: Sequence[Due], *, at: datetime) -> tuple[Reminded, ...]:
    """Write the reminders that are due; each is recorded in one transaction with its action: it goes once."""
    reminded = []
    with open_store(workspace.database, create=False) as store:
        consultation, questionnaires = workspace.consultation, query.questionnaires(store)
        by_id = {item.id: item for questionnaire in questionnaires for item in questionnaire.items}
        bodies = {body.id: body for body in query.stakeholders(store)}
        issued = {each.invitation.stakeholder: each for each in query.issued(store)}
        keys = query.keys(store)
        answered = {row.id: row.given for row in progress(store).stakeholders}
        issuer = Issuer(consultation, questionnaires)
        for each in dues:
            body, issue = bodies[each.stakeholder], issued[each.stakeholder]
            invitation = issue.invitation
            key = letter_key(each.action, invitation.id)
            items = tuple(by_id[name] for name in issue.items)
            ask = Ask(body, items, answered[body.id])
            code = token(Key(invitation.key, keys[invitation.key]), invitation.id)
            message = eml(
                write_letter("reminder", consultation, questionnaires, ask, invitation.language),
                key=key,
                state=consultation.state,
                sender=consultation.focal_point,
                to=body,
                language=invitation.language,
                workbook=issuer.workbook(addressed(body, invitation.language), issue.items, code),
                at=each.due_at,
            )
            path = f"outbox/{each.action}-{body.id}.eml"
            with store.transaction():
                if not record_actions(store, [each.key], at=at, actor=ACTOR):
                    continue
                write_whole(workspace.folder.root / path, message)
                record_letter(
                    store, id=key, stakeholder=body.id, kind="reminder", path=path, at=at, actor=ACTOR
                )
            reminded.append(Reminded(body.id, body.name, each.action, path))
    return tuple(reminded)
