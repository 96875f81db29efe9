"""The handover dossier: all that somebody needs who takes a consultation over in the middle of it."""

from collections.abc import Mapping
from typing import Any

from consultation.model import FocalPoint
from exports.templating import environment, render_product
from languages import say
from languages.messages import spoken
from problems import Place
from problems.stages import Refused
from problems.templates import TemplateMissing
from responses.wording import value_text, words
from sources.template_check import Known
from sources.templates import loader
from store import query, standing
from store.progress import StakeholderProgress, progress
from workflows.changes.history import told
from workflows.changes.scene import Scene
from workflows.due import schedule
from workflows.post import Desk
from workflows.reading import read_record
from workflows.situation import read_situation

NAME = "handover.j2"


def dossier(scene: Scene, *, before: FocalPoint, why: str = "") -> bytes:
    """Return the dossier as a Word document, in the working language."""
    language = scene.language if scene.language in spoken() else "en"
    facts = handover_facts(scene, language, before, why)
    process = scene.process
    languages = tuple(dict.fromkeys([language, "en"]))
    folders = [root / "products" / tag for tag in languages for root in process.roots]
    shown = f"products/{language}/{NAME}"
    if not any((folder / NAME).is_file() for folder in folders):
        raise Refused(TemplateMissing(place=Place(shown), name=shown))
    made, problems = render_product(
        environment(loader(folders)),
        NAME,
        facts,
        shown=shown,
        title=process.say(language, "title"),
        footer=facts["state"],
        author=facts["focal_point"]["office"],
        at=scene.at.astimezone(scene.zone),
    )
    if problems:
        raise Refused(problems[0])
    return made


def handover_facts(scene: Scene, language: str, before: FocalPoint, why: str) -> dict[str, Any]:
    """Return what the template of the dossier may say; everybody is named in it."""
    desk = scene.desk()
    consultation = desk.consultation
    counted = progress(scene.store)
    asked = [row for row in counted.stakeholders if row.asked]
    invited = {body for _, body in desk.issued}
    return {
        "state": consultation.state_name(language),
        "language": language,
        "title": scene.process.say(language, "title"),
        "today": scene.at.astimezone(scene.zone).date(),
        "focal_point": consultation.focal_point.model_dump(),
        "before": before.model_dump(),
        "why": why,
        "process": {"id": scene.process.id, "title": scene.process.say(language, "title")},
        "people": [
            {"name": each.name, "role": say(language, "changes", f"actor-{each.role}"), "email": each.email}
            for each in consultation.people
        ],
        "figures": {
            "asked": len(asked),
            "returned": counted.returned,
            "owed": counted.owed,
            "given": counted.given,
            "waiting": counted.waiting,
        },
        "rounds": _rounds(desk, language),
        "bodies": [_body(desk, row, language) for row in counted.stakeholders if row.id in invited],
        "next": _next(scene, language),
        "corrections": _corrections(desk, language),
        **_settled(scene, desk, language),
        "changes": [
            {"at": each.at, "what": each.what, "by": each.by, "why": each.why}
            for each in told(scene.store, scene.process, language, scene.zone)
        ],
    }


def _rounds(desk: Desk, language: str) -> list[dict[str, Any]]:
    zone = desk.times.record.zone
    return [
        {
            "title": desk.process.say(language, "rounds", name)
            if ("rounds", name) in desk.process.texts
            else name,
            "opened": opened.opened.astimezone(zone),
            "deadline": opened.deadline.astimezone(zone),
            "own": [
                {"body": desk.bodies[body].name, "deadline": opened.deadline_of(body).astimezone(zone)}
                for body, own in opened.deadlines.items()
                if own > opened.deadline and (name, body) in desk.asked
            ],
        }
        for name, opened in desk.rounds.items()
    ]


def _body(desk: Desk, row: StakeholderProgress, language: str) -> dict[str, Any]:
    body, zone = desk.bodies[row.id], desk.times.record.zone
    return {
        "name": body.name,
        "type": say(language, "stakeholders", body.kind),
        "contact": body.contact,
        "email": body.email,
        "telephone": body.telephone,
        "at_risk": body.at_risk,
        "appears": say(language, "changes", f"appears-{body.attribution.value}"),
        "owed": row.owed,
        "given": row.given,
        "open": max(row.owed - row.given, 0),
        "reopened": row.reopened,
        "returned": row.last_return.astimezone(zone).date() if row.last_return else None,
        "withdrawn": row.withdrawn,
        "bounced": row.mail == "bounced",
    }


def _next(scene: Scene, language: str) -> list[dict[str, Any]]:
    """Return what the process will do or wait for from now on, in the order of time."""
    record = read_record(scene.workspace, scene.process, scene.store)
    asked = scene.desk().asked
    groups = {record.rounds[name].deadline_of(body) for name, body in asked}
    found = []
    for slot in schedule(scene.process, record):
        nobody = slot.group is not None and slot.group not in groups
        if slot.at > scene.at and slot.key not in record.done and not nobody:
            title = scene.process.say(language, "actions", slot.action.id)
            group = slot.group.astimezone(record.zone) if slot.group else None
            found.append(
                {
                    "at": slot.at.astimezone(record.zone),
                    "title": title,
                    "deadline": group,
                    "held": slot.action.perform == "hold",
                }
            )
    return found


def _corrections(desk: Desk, language: str) -> list[dict[str, Any]]:
    zone = desk.times.record.zone
    return [
        {
            "body": desk.bodies[each.stakeholder].name,
            "item": each.item,
            "question": words(desk.items[each.item].text, language),
            "remark": each.remark,
            "day": each.at.astimezone(zone).date(),
        }
        for each in standing.reopenings(desk.store)
        if not each.answered
    ]


def _settled(scene: Scene, desk: Desk, language: str) -> dict[str, Any]:
    """Return what contradicts itself, and what has been decided."""
    names = {body.id: body.name for body in desk.bodies.values()}
    situation = read_situation(scene.workspace, scene.store)
    contradictions = [
        {
            "item": name,
            "question": words(desk.items[name].text, language),
            "positions": [
                {
                    "value": value_text(desk.items[name], position.value, language),
                    "bodies": [names[each.provenance.stakeholder] for each in position.answers],
                }
                for position in divergence.positions
                if position.value is not None
            ],
        }
        for name, divergence in situation.divergences.items()
    ]
    decisions = [
        {
            "item": each.item,
            "question": words(desk.items[each.item].text, language),
            "value": value_text(desk.items[each.item], each.value, language) or each.details,
            "reason": each.reason,
            "by": each.decided_by,
            "day": each.decided_at.astimezone(desk.times.record.zone).date(),
        }
        for each in query.decisions(scene.store)
    ]
    return {"contradictions": contradictions, "decisions": decisions}


def _names(*names: str) -> dict[str, None]:
    return dict.fromkeys(names)


_PERSON: Mapping[str, None] = _names("name", "office", "email", "telephone")

HANDOVER_FACTS: Known = {
    **_names("state", "language", "title", "today", "why"),
    "focal_point": _PERSON,
    "before": _PERSON,
    "process": _names("id", "title"),
    "people": [_names("name", "role", "email")],
    "figures": _names("asked", "returned", "owed", "given", "waiting"),
    "rounds": [{**_names("title", "opened", "deadline"), "own": [_names("body", "deadline")]}],
    "bodies": [
        _names(
            "name", "type", "contact", "email", "telephone", "at_risk", "appears", "owed", "given", "open",
            "reopened", "returned", "withdrawn", "bounced",
        )
    ],
    "next": [_names("at", "title", "deadline", "held")],
    "corrections": [_names("body", "item", "question", "remark", "day")],
    "contradictions": [{**_names("item", "question"), "positions": [_names("value", "bodies")]}],
    "decisions": [_names("item", "question", "value", "reason", "by", "day")],
    "changes": [_names("at", "what", "by", "why")],
}  # fmt: skip
"""What the template of the dossier may use."""
