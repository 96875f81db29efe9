"""A letter came back: its address does not work, and early warning is to know."""

from collections.abc import Sequence
from datetime import datetime

from problems.changes import NoLetterYet
from problems.stages import Refused
from store import query
from store.outgoing import BOUNCED
from store.record import record_delivery
from workflows.changes.scene import Change, changing
from workflows.process import Process
from workflows.workspace import Workspace


def undelivered(
    workspace: Workspace,
    process: Process,
    names: Sequence[str],
    *,
    why: str = "",
    at: datetime,
) -> Change:
    """Record that the last letter to each of these bodies came back."""
    with changing(workspace, process, at=at) as scene:
        last = {letter.stakeholder: letter for letter in query.letters(scene.store)}
        again = True
        for body in scene.bodies(names):
            letter = last.get(body.id)
            if letter is None:
                raise Refused(NoLetterYet(name=body.name))
            if letter.outcome == BOUNCED:
                scene.say("changes-bounced-again", name=body.name, path=letter.path)
                continue
            record_delivery(
                scene.store, letter=letter.id, outcome=BOUNCED, detail=why.strip(), at=at, actor=scene.actor
            )
            again = False
            reached = body.telephone or body.contact or body.name
            scene.say("changes-bounced", name=body.name, email=body.email, path=letter.path, reached=reached)
        return scene.done("changes-next-bounced", again=again)
