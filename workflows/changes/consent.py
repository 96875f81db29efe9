"""Consent: a body says how it may appear, or takes back what it allowed."""

from datetime import datetime

from languages import say
from problems import nearest
from problems.changes import ConsentUnknown, ConsentWordsMissing
from problems.stages import Refused
from stakeholders.model import Attribution
from store.changes import record_consent
from workflows.changes.scene import Change, Scene, changing
from workflows.process import Process
from workflows.workspace import Workspace

LEAST_FIRST = (Attribution.ANONYMOUS, Attribution.BY_TYPE, Attribution.NAMED)


def consent(
    workspace: Workspace,
    process: Process,
    name: str,
    *,
    attribution: str = "",
    words: str = "",
    withdraw: bool = False,
    at: datetime,
) -> Change:
    """Record how a body may appear; withdrawn consent means: nowhere, as those do who are anonymous.

    Towards less is always possible; towards more needs the body's own words.
    """
    with changing(workspace, process, at=at) as scene:
        (body,) = scene.bodies([name])
        wished = _wished("anonymous" if withdraw else attribution)
        how = say(scene.language, "changes", f"appears-{wished.value}")
        if wished is body.attribution:
            scene.say("changes-consent-again", name=body.name, how=how)
            return scene.done("changes-next-status", again=True)
        more = LEAST_FIRST.index(wished) > LEAST_FIRST.index(body.attribution)
        if more and not words.strip():
            raise Refused(ConsentWordsMissing(name=body.name))
        record_consent(scene.store, body.id, wished.value, words.strip(), at=at, actor=scene.actor)
        scene.say("changes-consent", name=body.name, how=how)
        _say_compiled(scene)
        desk = scene.desk()
        scene.post(desk, desk.bodies[body.id], "consent", scene.opened().id)
        return scene.done("changes-next-send")


def _wished(text: str) -> Attribution:
    try:
        return Attribution(text)
    except ValueError:
        allowed = tuple(each.value for each in reversed(LEAST_FIRST))
        raise Refused(ConsentUnknown(value=text, allowed=allowed, near=nearest(text, allowed))) from None


def _say_compiled(scene: Scene) -> None:
    """Say what was compiled before and still shows the body as it appeared then."""
    exports = scene.workspace.folder.exports
    state = scene.workspace.consultation.state.lower()
    compiled = [path for path in exports.glob(f"{state}-*") if path.suffix in {".docx", ".xlsx"}]
    if compiled:
        scene.say("changes-consent-compiled", count=len(compiled))
