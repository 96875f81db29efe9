"""Bodies of the registry as it is now: those that came after the launch can take part, too."""

from collections.abc import Sequence

from problems import Severity
from problems.stages import Refused
from stakeholders.model import Assignment, Stakeholder
from stakeholders.routing import route
from store import query
from store.record import record_stakeholders
from workflows.changes.naming import named
from workflows.changes.scene import Scene
from workflows.check import Checked, check


def registry_now(scene: Scene) -> Checked:
    """Read the registry and the routing. Raises Refused for what must be mended first."""
    checked = check(scene.workspace.folder, at=scene.at, definitions=False)
    for problem in checked.problems:
        if problem.severity >= Severity.ERROR:
            raise Refused(problem)
    return checked


def body_anywhere(scene: Scene, words: str, checked: Checked | None = None) -> Stakeholder:
    """Return a body of the record, else of the registry, which then takes part from now on."""
    known = {body.id: body for body in query.stakeholders(scene.store)}
    checked = checked or registry_now(scene)
    new = [body for body in checked.stakeholders if body.id not in known]
    found = named(words, [*known.values(), *new])
    record_stakeholders(scene.store, [found], at=scene.at, actor=scene.actor)
    return found


def routed_to(scene: Scene, body: Stakeholder, checked: Checked, round: str) -> Sequence[Assignment]:
    """Return what the mandates in the registry and the routing ask of a body, of what a round asks."""
    now = next((each for each in checked.stakeholders if each.id == body.id), body)
    return route(tuple(scene.items(round).values()), [now], checked.routing)
