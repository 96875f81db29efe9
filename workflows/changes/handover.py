"""The focal point is replaced: recorded, written into consultation.yaml, and handed over with a dossier."""

from datetime import datetime

from pydantic import ValidationError

from consultation.folder import write_whole
from consultation.model import FocalPoint
from consultation.rewrite import rewrite_settings
from problems.changes import PersonMissing
from problems.stages import Refused
from store.changes import record_focal_point
from workflows.changes.dossier import dossier
from workflows.changes.scene import Change, Scene, changing
from workflows.process import Process
from workflows.reading import consultation_now
from workflows.workspace import Workspace


def hand_over(
    workspace: Workspace,
    process: Process,
    *,
    name: str,
    office: str,
    email: str,
    telephone: str = "",
    why: str = "",
    at: datetime,
) -> Change:
    """Make somebody else the focal point from now on; the dossier says how things stand on this day."""
    try:
        person = FocalPoint(
            name=name.strip(), office=office.strip(), email=email.strip(), telephone=telephone.strip()
        )
    except ValidationError:
        raise Refused(PersonMissing(email=email)) from None
    if not person.name or not person.office:
        raise Refused(PersonMissing(email=email))
    with changing(workspace, process, at=at) as scene:
        before = consultation_now(workspace, scene.store).focal_point
        again = before == person
        if again:
            scene.say("changes-handed-over-again", name=person.name)
        else:
            record_focal_point(scene.store, **person.model_dump(), at=at, actor=scene.actor)
            scene.say("changes-handed-over", name=person.name, before=before.name)
            path = _write_dossier(scene, before, why)
            scene.say("changes-dossier", path=path)
    # Only now: killed before, the settings still name the former one, and the same command does it again.
    values: dict[tuple[str, ...], str] = {
        ("focal_point", key): value for key, value in person.model_dump().items()
    }
    if rewrite_settings(workspace.folder, values):
        scene.say("changes-settings-written")
    if again:
        return scene.done("changes-next-status", again=True)
    return scene.done("changes-next-handover", name=person.name)


def _write_dossier(scene: Scene, before: FocalPoint, why: str) -> str:
    path = scene.workspace.folder.exports / f"handover-{scene.at.astimezone(scene.zone):%Y-%m-%d}.docx"
    write_whole(path, dossier(scene, before=before, why=why))
    return scene.workspace.shown(path)
