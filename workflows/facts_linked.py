"""The consultation that a process rests on: how its replies stand, without saying who said what."""

from dataclasses import dataclass
from typing import Any

from delivery.letters import one_line, subject_matter
from exports.ground import Ground
from problems import Place, Problem
from problems.settings import LinkedUnreadable
from problems.stages import Refused
from problems.store import StoreUnavailable
from workflows.facts_items import article_facts
from workflows.guards import launched_store
from workflows.situation import Situation, read_situation
from workflows.workspace import Workspace, open_workspace

FIGURES = ("asked", "answered", "agreed", "open")


@dataclass(frozen=True)
class Linked:
    """What could be read of the other consultation; a problem where nothing could."""

    workspace: Workspace | None = None
    situation: Situation | None = None
    problem: Problem | None = None


def read_linked(workspace: Workspace) -> Linked:
    """Read the consultation that `linked` in the settings names, as it stands now."""
    name = workspace.consultation.linked
    if not name:
        return Linked()
    place = Place(workspace.folder.settings.name)
    folder = workspace.folder.root / name
    if not (folder / workspace.folder.settings.name).is_file():
        return Linked(problem=LinkedUnreadable(place=place, folder=name, why="no-consultation"))
    other, _ = open_workspace(folder)
    if other is None:
        return Linked(problem=LinkedUnreadable(place=place, folder=name, why="settings"))
    try:
        with launched_store(other) as store:
            return Linked(other, read_situation(other, store))
    except Refused:
        return Linked(problem=LinkedUnreadable(place=place, folder=name, why="not-launched"))
    except StoreUnavailable:
        return Linked(problem=LinkedUnreadable(place=place, folder=name, why="record"))


def linked_facts(linked: Linked, language: str) -> dict[str, Any]:
    """Return the state of play, article by article; `there` says whether there is any."""
    if linked.workspace is None or linked.situation is None:
        return {"there": False, "state": "", "title": "", "articles": [], **dict.fromkeys(FIGURES, 0)}
    situation, asked = linked.situation, dict[str, list[str]]()
    for each in situation.assignments:
        asked.setdefault(each.item, []).append(each.stakeholder)
    ground = Ground(
        language=language,
        edition="external",
        items={item.id: item for item in situation.items},
        agreed=situation.agreed,
        divergences=situation.divergences,
        stakeholders={body.id: body for body in situation.stakeholders},
        asked=asked,
    )
    treaties = [each for each in situation.questionnaires if not each.is_form]
    articles = [article_facts(ground, section) for each in treaties for section in each.sections]
    return {
        "there": True,
        "state": one_line(linked.workspace.consultation.state_name(language)),
        "title": subject_matter(treaties, language),
        "articles": articles,
        **{figure: sum(each[figure] for each in articles) for figure in FIGURES},
    }
