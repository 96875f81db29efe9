"""What the documents of a process may say, gathered from the record in one language.

Who may be named, and which texts may stand under which name, is as in the external edition of a submission;
counts leave out one or two who are not named. Only a document for one body names that body.
"""

from typing import Any

from delivery.letters import one_line, subject_matter
from exports.texts import folded, printable
from stakeholders.model import Stakeholder
from store import standing
from store.progress import progress
from workflows.facts_changes import changes
from workflows.facts_items import article_facts, item_facts, parts_of
from workflows.facts_linked import linked_facts
from workflows.facts_outcomes import body_facts, held, outcomes, tallies
from workflows.facts_reading import Reading, key
from workflows.named import Named
from workflows.post import Desk


def facts_of(
    desk: Desk, *, language: str, body: Stakeholder | None = None, reading: Reading | None = None
) -> dict[str, Any]:
    """Return everything that docs/products.md promises; `body`: of a document that is for it alone.

    Who makes several documents gives the same `reading` each time.
    """
    reading = reading or Reading(desk)
    if language not in reading.general:
        reading.general[language] = _general(reading, language)
    general = reading.general[language]
    return general if body is None else {**general, "body": body_facts(desk, body, language)}


def _general(reading: Reading, language: str) -> dict[str, Any]:
    desk, consultation = reading.desk, reading.desk.consultation
    named = Named(language, desk.bodies)
    gone = standing.withdrawn(desk.store)
    part = [body for body in desk.bodies.values() if body.id not in gone]
    open_ones = sorted((body for body in part if named.may_be(body.id)), key=lambda each: folded(each.name))
    point, process = consultation.focal_point, desk.process
    return {
        "state": one_line(consultation.state_name(language)),
        "language": language,
        "title": _title(desk, language),
        "today": desk.at.astimezone(desk.times.record.zone).date(),
        "focal_point": {
            "name": point.name,
            "office": point.office,
            "email": point.email,
            "telephone": point.telephone,
        },
        "process": {
            "id": process.id,
            "title": process.say(language, "title"),
            "about": process.say(language, "about"),
        },
        "details": dict(consultation.details),
        "dates": _dates(desk),
        "rounds": {key(name): _round(reading, named, name) for name in desk.rounds},
        "outcomes": outcomes(reading, named),
        "tallies": tallies(desk, named),
        "held": held(desk, named),
        "bodies": [named.about(body) for body in open_ones],
        "kinds": named.kinds(body.id for body in part),
        "unnamed": named.count(body.id for body in part) - len(open_ones),
        "status": _status(desk, named),
        "changes": changes(desk, named),
        "linked": linked_facts(reading.linked, language),
    }


def _title(desk: Desk, language: str) -> str:
    """Return what it is about: the instruments and clusters, else what the process is called."""
    asked = [each for many in desk.questionnaires.values() for each in many if not each.is_form]
    return subject_matter(asked, language) if asked else desk.process.say(language, "title")


def _dates(desk: Desk) -> dict[str, Any]:
    record = desk.times.record
    return {
        key(action.id): at.astimezone(record.zone)
        for action in desk.process.written.actions
        if (at := desk.times.planned(action.id))
    }


def _round(reading: Reading, named: Named, name: str) -> dict[str, Any]:
    desk, language = reading.desk, named.language
    opened, zone = desk.rounds[name], desk.times.record.zone
    questionnaires = desk.questionnaires[name]
    ground = reading.ground(language, questionnaires, name)
    items = {item.id: item_facts(ground, item) for each in questionnaires for item in each.items}
    asked = {body for asked_in, body in desk.asked if asked_in == name}
    returned = reading.returned.get(name, frozenset())
    articles = [
        article_facts(ground, section)
        for each in questionnaires
        for section in each.sections
        if not section.is_form
    ]
    return {
        "id": name,
        "title": _round_title(desk, language, name),
        "opened": opened.opened.astimezone(zone),
        "deadline": opened.deadline.astimezone(zone),
        "asked": len(asked),
        "returned": len(returned),
        "kinds": named.kinds(sorted(returned)),
        "items": list(items.values()),
        "parts": parts_of(questionnaires, items, language),
        "articles": articles,
        "figures": {
            key: sum(each[key] for each in articles) for key in ("asked", "answered", "agreed", "open")
        },
    }


def _round_title(desk: Desk, language: str, name: str) -> str:
    return desk.process.say(language, "rounds", name) if ("rounds", name) in desk.process.texts else name


def _status(desk: Desk, named: Named) -> list[dict[str, Any]]:
    zone = desk.times.record.zone
    rows = [
        {
            "body": printable(row.name),
            "asked": row.asked,
            "answered": row.answered,
            "returned": row.last_return.astimezone(zone).date() if row.last_return else None,
        }
        for row in progress(desk.store).stakeholders
        if named.may_be(row.id) and not row.withdrawn
    ]
    return sorted(rows, key=lambda row: folded(str(row["body"])))
