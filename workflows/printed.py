"""The Word form of one body, for those who would rather fill in Word than a workbook."""

from dataclasses import dataclass
from datetime import datetime

from consultation.folder import write_whole
from delivery.letters import addressed
from responses.model import Answer
from responses.validate import settles
from stakeholders.model import Attribution, Stakeholder
from workbooks.printed import printed_form
from workflows.asked_back import remarks_asked_back
from workflows.changes.corrections import remarks_to
from workflows.changes.decline import says_something
from workflows.changes.reassign import answers_passed
from workflows.changes.scene import Scene
from workflows.guards import launched_store, must_not_be_cleared
from workflows.post import Desk, secret_of
from workflows.process import Process
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Printed:
    """The form of a body, as it now lies in the outbox; `answers`: how many are in place in it."""

    name: str
    path: str
    deadline: datetime
    questions: int
    answers: int


def print_form(workspace: Workspace, process: Process, body: str, *, round: str, at: datetime) -> Printed:
    """Write the form of a body for a round, with its code and its answers in place; nothing is recorded.

    Raises Refused for a stranger, for one who is not asked, and for a round that is not open.
    """
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        scene = Scene(workspace, process, store, at, workspace.actor)
        opened = scene.opened(round)
        (found,) = scene.taking_part([body], opened.id)
        desk = scene.desk()
        asked = desk.asked[opened.id, found.id]
        invitation = desk.issued[opened.id, found.id].invitation
        deadline = desk.deadline(found, opened.id)
        answers, remarks = _in_place(scene, found, opened.id, invitation.language)
        form = printed_form(
            desk.issuer(opened.id),
            addressed(found, invitation.language),
            asked,
            desk.token_of(invitation),
            answers=answers,
            remarks=remarks,
            deadline=deadline,
        )
        path = f"outbox/{_name(desk, found)}"
        write_whole(workspace.folder.root / path, form)
    filled = sum(each.item in asked and settles(desk.items[each.item], each) for each in answers)
    return Printed(found.name, path, deadline, len(asked), filled)


def _in_place(
    scene: Scene, body: Stakeholder, round: str, language: str
) -> tuple[tuple[Answer, ...], dict[str, str]]:
    """Return what a body has said or was passed on to it, and what it is to correct, for its form.

    A form travels by mail, so that of a hidden body holds nothing that was said.
    """
    if body.at_risk or body.attribution is Attribution.ANONYMOUS:
        return (), {}
    own = scene.answers(body.id)
    passed = {
        item: each for item, each in answers_passed(scene, body).items() if not says_something(own.get(item))
    }
    answers = {**own, **passed}
    remarks = remarks_to(scene.store, body.id, language)
    for item, remark in remarks_asked_back(scene.store, body.id, round, language, own).items():
        remarks[item] = " ".join(filter(None, (remarks.get(item), remark)))
    return tuple(answers.values()), remarks


def _name(desk: Desk, body: Stakeholder) -> str:
    """Name the file; it does not say whose it is where nobody may know."""
    hidden = body.attribution is Attribution.ANONYMOUS
    return f"form-{secret_of(desk, f'form {body.id}') if hidden else body.id}.docx"
