"""Whom letters go to: an address that is mended in the registry holds for every letter from then on."""

from datetime import datetime

from clusters.load import load_law, load_topics
from stakeholders.mandates import what_is_known
from stakeholders.model import Stakeholder
from stakeholders.registry import read_registry
from store import query
from store.changes import record_contact
from store.connection import Store
from workflows.workspace import Workspace


def take_contacts(workspace: Workspace, store: Store, *, at: datetime, actor: str) -> tuple[str, ...]:
    """Record the contacts that differ in today's registry; return the stakeholders whose they are.

    What cannot be read there, or is empty, changes nothing: `consult check` says what is wrong with it.
    """
    today = _registry(workspace)
    changed = []
    with store.transaction():
        for body in query.stakeholders(store):
            now = today.get(body.id)
            if now is None or not now.email or _contact(now) == _contact(body):
                continue
            contact, email, telephone = _contact(now)
            record_contact(
                store, body.id, contact=contact, email=email, telephone=telephone, at=at, actor=actor
            )
            changed.append(body.id)
    return tuple(changed)


def _registry(workspace: Workspace) -> dict[str, Stakeholder]:
    settings, path = workspace.consultation, workspace.folder.registry
    bodies, _ = read_registry(
        path,
        shown=path.name,
        disclosure=settings.disclosure,
        languages=settings.languages,
        known=what_is_known(load_law(), load_topics(), ()),
    )
    return {body.id: body for body in bodies}


def _contact(body: Stakeholder) -> tuple[str, str, str]:
    return body.contact, body.email, body.telephone
