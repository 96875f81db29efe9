"""A body joins after the launch, or has got further mandates since: it is asked what routing gives it."""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_bytes

from problems.changes import BodyGone, BodyMissing, BodyNotRouted
from problems.stages import Refused
from stakeholders.model import Stakeholder
from store import standing
from store.record import record_assignments
from workflows.ask import Random, assign_everything, invite
from workflows.changes.issuing import issue
from workflows.changes.registry import body_anywhere, registry_now, routed_to
from workflows.changes.scene import Change, Scene, changing
from workflows.changes.words import about
from workflows.check import Checked
from workflows.post import Posted
from workflows.process import Process
from workflows.workspace import Workspace


def add(
    workspace: Workspace,
    process: Process,
    names: Sequence[str],
    *,
    declined: bool = False,
    round: str = "",
    at: datetime,
    random: Random = token_bytes,
) -> Change:
    """Ask bodies of the registry that were not asked at the launch, or not everything they can answer now.

    What they declined or passed on is asked again only if `declined` says so: it was a mistake, perhaps.
    """
    if not names:
        raise Refused(BodyMissing())
    with changing(workspace, process, at=at) as scene:
        opened = scene.opened(round)
        checked = registry_now(scene)
        for body in dict.fromkeys(body_anywhere(scene, name, checked) for name in names):
            if body.id in standing.withdrawn(scene.store):
                raise Refused(BodyGone(name=body.name))
            _add(scene, body, checked, opened.id, random, declined=declined)
        return scene.done(
            "changes-next-send" if scene.letters else "changes-next-status", again=not scene.letters
        )


def _add(
    scene: Scene, body: Stakeholder, checked: Checked, round: str, random: Random, *, declined: bool
) -> None:
    asking = scene.process.round(round)
    before = set(scene.asked(body.id, round))
    if asking.asks == "questionnaires":
        wished = routed_to(scene, body, checked, round)
    else:
        wished = assign_everything(scene.questionnaires(round), [body], asking)
    given_up = {
        each.item
        for each in standing.reliefs(scene.store)
        if each.stakeholder == body.id and not (declined and each.kind in {"declined", "reassigned"})
    }
    new = [each for each in wished if each.item not in before | given_up]
    if not wished:
        raise Refused(BodyNotRouted(name=body.name))
    if not new:
        scene.say("changes-added-again", name=body.name)
        return
    record_assignments(scene.store, new, at=scene.at, actor=scene.actor)
    known = scene.items(round)
    items = [known[each.item] for each in new]
    what = about(items, scene.questionnaires(round), scene.language)
    desk = scene.desk()
    if (round, body.id) in desk.issued:
        scene.say("changes-added-more", name=body.name, what=what)
        facts = {"passed": about(items, desk.questionnaires[round], desk.language(body, round))}
        own = tuple(scene.answers(body.id).values())
        issue(scene, body, round, "added", answers=own, facts=facts, random=random)
        return
    scene.say("changes-added", name=body.name, what=what)
    sent = invite(scene.desk(), asking, body, random=random)
    scene.letters.append(Posted(body.id, body.name, asking.letter, sent.path))
