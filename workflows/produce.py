"""Products of the process: Word documents from its templates, with the facts of the record."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from consultation.folder import write_whole
from exports.templating import environment, render_product
from problems import Place, Problem
from problems.stages import Refused
from problems.templates import TemplateMissing
from sources.templates import loader
from stakeholders.attended import read_attended
from stakeholders.entries import read_sheet
from stakeholders.model import Stakeholder
from store import query, standing
from store.connection import Store
from workflows.audience import audience
from workflows.facts import facts_of
from workflows.facts_reading import Reading
from workflows.post import Desk
from workflows.process import Action, Process
from workflows.registry_participation import Participation, record_participation
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Produced:
    """Documents that now lie in exports/.

    `trained`: who has the training in the registry now that had not before; `unregistered`: who would have it
    if the registry knew them.
    """

    product: str
    paths: tuple[str, ...]
    trained: tuple[str, ...] = ()
    unregistered: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def product_name(product: str, language: str, body: str = "") -> str:
    """Return the name of a product's file: of one for all, or of one stakeholder's."""
    return f"{product}/{product}-{body}.docx" if body else f"{product}-{language}.docx"


def produce(desk: Desk, action: Action) -> Produced:
    """Make the product of an action: one document in each language there is, or one for each of an audience.

    Those in the audience have completed the action's training, if it names one: the registry says so then.
    Raises Refused where a template is missing or cannot be filled.
    """
    reading = Reading(desk)
    meant = _meant(desk, action)
    wanted: Iterable[tuple[str, Stakeholder | None]]
    if action.to is None:
        wanted = [(language, None) for language in languages_of(desk, action.product)]
    else:
        wanted = [(_template_language(desk, action, body), body) for body in meant]
    paths = tuple([_write(reading, action, language, body) for language, body in wanted])
    taken = _trained(desk, action, meant) if action.training else Participation()
    problems = (reading.linked.problem,) if reading.linked.problem else ()
    return Produced(action.product, paths, taken.changed, taken.unknown, problems)


def drafted(workspace: Workspace, process: Process, store: Store) -> dict[str, str]:
    """Return the documents that lie there as drafts, to be cleared: path in exports/ → digest."""
    done, exports = standing.done(store), workspace.folder.exports
    wanted = (
        product_name(action.product, language)
        for action in process.written.actions
        if action.draft and action.id in done
        for language in workspace.consultation.languages
    )
    return {
        name: hashlib.sha256((exports / name).read_bytes()).hexdigest()
        for name in dict.fromkeys(wanted)
        if (exports / name).is_file()
    }


def languages_of(desk: Desk, product: str) -> tuple[str, ...]:
    """Return the consultation's languages in which there is a template, else English."""
    found = [each for each in desk.consultation.languages if _path(desk.process, product, each)]
    return tuple(found) or ("en",)


def _meant(desk: Desk, action: Action) -> tuple[Stakeholder, ...]:
    if action.to is None:
        return ()
    return audience(action.to, desk.store, query.stakeholders(desk.store), action.round)


def _template_language(desk: Desk, action: Action, body: Stakeholder) -> str:
    language = desk.language(body, action.round)
    return language if _path(desk.process, action.product, language) else "en"


def _path(process: Process, product: str, language: str) -> Path | None:
    return process.part(f"products/{language}/{product}.j2")


def _write(reading: Reading, action: Action, language: str, body: Stakeholder | None) -> str:
    """Write one document; return where it lies."""
    desk, name = reading.desk, f"{action.product}.j2"
    shown = f"products/{language}/{name}"
    if _path(desk.process, action.product, language) is None:
        raise Refused(TemplateMissing(place=Place(shown), name=shown))
    folders = [
        root / "products" / tag for tag in dict.fromkeys([language, "en"]) for root in desk.process.roots
    ]
    facts = facts_of(desk, language=language, body=body, reading=reading)
    made, problems = render_product(
        environment(loader(folders)),
        name,
        facts,
        shown=shown,
        title=desk.process.say(language, "title"),
        footer=facts["state"],
        author=desk.consultation.focal_point.office,
        at=desk.at.astimezone(desk.times.record.zone),
        draft=action.draft,
    )
    if problems:
        raise Refused(problems[0])
    path = desk.workspace.folder.exports / product_name(action.product, language, body.id if body else "")
    write_whole(path, made)
    return desk.workspace.shown(path)


def _trained(desk: Desk, action: Action, bodies: Iterable[Stakeholder]) -> Participation:
    """Write a training into the registry, for those of whom it does not say so yet, whenever that was."""
    day = desk.at.astimezone(desk.times.record.zone).date()
    words = f"{action.training} ({day.isoformat()})"
    (wanted,) = (each.id for each, _ in read_attended(words))
    registry = desk.workspace.folder.registry
    sheet, _ = read_sheet(registry, registry.name)
    rows = sheet.by_ref if sheet else {}
    new = {
        body.id: words
        for body in bodies
        if body.id not in rows
        or wanted not in {each.id for each, _ in read_attended(rows[body.id].text("trainings"))}
    }
    return record_participation(desk.workspace.folder, trainings=new)
