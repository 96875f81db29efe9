"""Issue a body's workbook anew, under an invitation of its own: what is asked in it has grown."""

import hashlib
from collections.abc import Mapping, Sequence

from delivery.letters import addressed
from responses.model import Answer
from stakeholders.model import Invitation, Stakeholder
from store.record import record_invitation
from workbooks.identity import token
from workflows.ask import Random
from workflows.changes.corrections import remarks_to
from workflows.changes.scene import Scene


def issue(
    scene: Scene,
    body: Stakeholder,
    round: str,
    kind: str,
    *,
    answers: Sequence[Answer],
    facts: Mapping[str, object],
    random: Random,
) -> None:
    """Record another invitation for all that is asked of a body now, and post it with a letter."""
    desk = scene.desk()
    key = desk.signing_key
    language = desk.language(body, round)
    invitation = Invitation(id=random(5).hex(), stakeholder=body.id, language=language, key=key.id)
    items = desk.asked[round, body.id]
    remarks = remarks_to(scene.store, body.id, language)
    book = desk.issuer(round).workbook(
        addressed(body, language),
        items,
        token(key, invitation.id),
        answers=answers,
        remarks=remarks,
        deadline=desk.deadline(body, round),
    )
    record_invitation(
        scene.store,
        invitation,
        workbook_sha256=hashlib.sha256(book).hexdigest(),
        items=items,
        round=round,
        at=scene.at,
        actor=scene.actor,
    )
    scene.post(scene.desk(), body, kind, round, workbook=book, facts=facts)
