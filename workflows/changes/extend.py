"""More time: an extension for one, some or all who still owe; or another deadline for everybody."""

from collections.abc import Sequence
from datetime import datetime

from consultation.rewrite import rewrite_settings
from languages import day_and_time
from problems.changes import ExtensionShorter, WhyMissing
from problems.stages import Refused
from stakeholders.model import Stakeholder
from store import query, standing
from store.changes import record_extension
from workflows.changes.naming import deadline_meant
from workflows.changes.scene import Change, Scene, changing
from workflows.process import Process
from workflows.workspace import Workspace


def extend(
    workspace: Workspace,
    process: Process,
    names: Sequence[str] = (),
    *,
    until: str = "",
    days: int = 0,
    every: bool = False,
    why: str = "",
    round: str = "",
    at: datetime,
) -> Change:
    """Give bodies, or `every` one that still owes, more time. Never shortens anybody's."""
    with changing(workspace, process, at=at) as scene:
        opened = scene.opened(round)
        wished = _meant(scene, opened, until, days)
        bodies = _owing(scene, opened.id) if every else scene.taking_part(names, opened.id)
        longer = [body for body in bodies if opened.deadline_of(body.id) < wished]
        for body in bodies:
            if body in longer:
                continue
            present = opened.deadline_of(body.id).astimezone(scene.zone)
            if wished < present and not longer and not every:
                shown = (day_and_time(scene.language, each) for each in (present, wished))
                raise Refused(ExtensionShorter(name=body.name, deadline=next(shown), wished=next(shown)))
            scene.say("changes-extended-again", name=body.name, deadline=present)
        for body in longer:
            record_extension(scene.store, opened.id, body.id, wished, why, at=at, actor=scene.actor)
        desk = scene.desk()
        for body in longer:
            scene.say("changes-extended", name=body.name, deadline=wished)
            scene.post(desk, body, "extension", opened.id, workbook=scene.workbook(desk, body, opened.id))
        if not bodies:
            scene.say("changes-nobody-owes")
        return scene.done("changes-next-send" if longer else "changes-next-status", again=not longer)


def move_deadline(
    workspace: Workspace,
    process: Process,
    until: str,
    *,
    why: str,
    round: str = "",
    at: datetime,
) -> Change:
    """Move the deadline of everybody; who has a later one of its own keeps it. Those who owe get a letter."""
    if not why.strip():
        raise Refused(WhyMissing())
    with changing(workspace, process, at=at) as scene:
        opened = scene.opened(round)
        wished = _meant(scene, opened, until, 0)
        again = wished == opened.deadline
        if again:
            scene.say("changes-deadline-again", deadline=wished)
        else:
            record_extension(scene.store, opened.id, "", wished, why, at=at, actor=scene.actor)
            _tell_all(scene, opened, wished, why)
    if process.round(opened.id).deadline == "consultation" and rewrite_settings(
        workspace.folder, {("deadline",): f"{wished:%Y-%m-%d %H:%M}"}
    ):
        scene.say("changes-settings-written")
    return scene.done("changes-next-send" if scene.letters else "changes-next-status", again=again)


def _tell_all(scene: Scene, before: standing.Round, wished: datetime, why: str) -> None:
    """Write to everybody who owes something and whose deadline is another one now."""
    earlier = wished < before.deadline
    scene.say("changes-deadline-earlier" if earlier else "changes-deadline", deadline=wished)
    desk = scene.desk()
    now = desk.rounds[before.id]
    for body in _owing(scene, before.id):
        if now.deadline_of(body.id) == before.deadline_of(body.id):
            own = now.deadline_of(body.id).astimezone(scene.zone)
            scene.say("changes-deadline-own", name=body.name, deadline=own)
            continue
        book = scene.workbook(desk, body, before.id)
        facts = {"why": why.strip(), "earlier": earlier}
        scene.post(desk, body, "deadline", before.id, workbook=book, facts=facts)


def _meant(scene: Scene, opened: standing.Round, until: str, days: int) -> datetime:
    return deadline_meant(
        until, days, present=opened.deadline, zone=scene.zone, at=scene.at, language=scene.language
    )


def _owing(scene: Scene, round: str) -> tuple[Stakeholder, ...]:
    owing = set(standing.owing(scene.store, round))
    return tuple(body for body in query.stakeholders(scene.store) if body.id in owing)
