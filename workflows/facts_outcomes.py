"""Facts of a document on what was chosen and held: by name only where that may be said."""

from typing import Any

from exports.texts import folded, printable
from languages import say
from questionnaires.model import Item, of_form
from responses.wording import option_text, value_text
from stakeholders.model import Attribution, Stakeholder
from store import query, standing
from workflows.facts_items import concerned, item_facts
from workflows.facts_reading import WORDS, Reading, key
from workflows.named import Named
from workflows.post import Desk


def outcomes(reading: Reading, named: Named) -> dict[str, Any]:
    """Return what was chosen on each sheet, of options in their order, of bodies as they may be named."""
    desk = reading.desk
    sheets: dict[str, list[standing.Outcome]] = {}
    for each in standing.outcomes(desk.store):
        sheets.setdefault(each.sheet, []).append(each)
    ids = [action.id for action in desk.process.written.actions if action.sheet or action.perform == "mark"]
    return {
        key(name): _sheet(reading, named, name, sheets.get(name, []))
        for name in dict.fromkeys([*ids, *sheets])
    }


def _sheet(reading: Reading, named: Named, name: str, chosen: list[standing.Outcome]) -> list[dict[str, Any]]:
    desk = reading.desk
    item = _item_of_sheet(desk, name)
    if item is None:
        credited = named.credits(each.subject for each in chosen if each.subject in desk.bodies)
        rows = [
            {
                "subject": each.subject if named.may_be(each.subject) else "",
                "name": credited[each.subject],
                **_outcome(desk, named, each),
                "points": None,
                "concerns": [],
            }
            for each in chosen
            if each.subject in credited
        ]
        return sorted(rows, key=lambda row: (not row["subject"], folded(row["name"]), row["outcome"]))
    order = {value: number for number, value in enumerate(item.values)}
    counts = _counts(reading, named, item)
    return [
        {
            "subject": each.subject,
            "name": printable(option_text(item, each.subject, named.language)),
            **_outcome(desk, named, each),
            "points": counts.get(each.subject, 0),
            "concerns": concerned(
                item.concerns.get(each.subject) or item.concerns.get("", ()), named.language
            ),
        }
        for each in sorted(chosen, key=lambda each: order.get(each.subject, len(order)))
    ]


def tallies(desk: Desk, named: Named) -> dict[str, Any]:
    """Return, of each choice sheet or mark about bodies, how many of which kinds got each outcome."""
    found: dict[str, dict[str, list[str]]] = {}
    labels: dict[tuple[str, str], str] = {}
    for each in standing.outcomes(desk.store):
        if each.subject in desk.bodies and _item_of_sheet(desk, each.sheet) is None:
            found.setdefault(each.sheet, {}).setdefault(each.outcome, []).append(each.subject)
            labels[each.sheet, each.outcome] = _outcome_label(desk, named.language, each)
    return {
        key(name): {
            key(outcome): {
                "label": labels[name, outcome],
                "count": len(bodies),
                "kinds": named.kinds(bodies),
            }
            for outcome, bodies in many.items()
        }
        for name, many in found.items()
    }


def _item_of_sheet(desk: Desk, name: str) -> Item | None:
    try:
        sheet = desk.process.action(name).sheet
    except KeyError:
        return None
    return desk.items.get(f"{desk.process.id}.{sheet.options}") if sheet and sheet.options else None


def _counts(reading: Reading, named: Named, item: Item) -> dict[str, int]:
    for name, many in reading.desk.questionnaires.items():
        if any(item.id in each.by_id for each in many):
            ground = reading.ground(named.language, many, name)
            return {each["value"]: each["count"] for each in item_facts(ground, item)["options"]}
    return {}


def _outcome(desk: Desk, named: Named, each: standing.Outcome) -> dict[str, Any]:
    return {
        "outcome": each.outcome,
        "label": _outcome_label(desk, named.language, each),
        "reason": named.unless_telling(each.reason),
        "by": named.unless_telling(each.decided_by),
    }


def _outcome_label(desk: Desk, language: str, each: standing.Outcome) -> str:
    if ("sheets", each.sheet, "outcomes", each.outcome) in desk.process.texts:
        return desk.process.say(language, "sheets", each.sheet, "outcomes", each.outcome)
    if each.outcome in {"passed", "failed"}:
        return say(language, WORDS, f"outcome-{each.outcome}")
    return each.outcome


def held(desk: Desk, named: Named) -> dict[str, Any]:
    return {
        key(name): {
            "title": action_title(desk, named.language, name),
            "day": each.day,
            "note": named.unless_telling(each.note),
            "attended": named.names(each.attended),
            "count": len(each.attended),
            "kinds": named.kinds(each.attended),
            "regions": named.regions(each.attended),
        }
        for name, each in standing.held(desk.store).items()
    }


def body_facts(desk: Desk, body: Stakeholder, language: str) -> dict[str, Any]:
    """Return what a document for one body alone says of it: its own name, whatever others may read."""
    chosen = {each.sheet: each for each in standing.outcomes(desk.store) if each.subject == body.id}
    return {
        **Named(language, desk.bodies).about(body),
        "contact": printable(body.contact),
        "hidden": body.at_risk or body.attribution is Attribution.ANONYMOUS,
        "said": _said(desk, body, language),
        "language": language,
        "attended": [
            {"title": action_title(desk, language, name), "day": each.day}
            for name, each in standing.held(desk.store).items()
            if body.id in each.attended
        ],
        "outcomes": {
            key(name): {"outcome": each.outcome, "label": _outcome_label(desk, language, each)}
            for name, each in chosen.items()
        },
    }


def _said(desk: Desk, body: Stakeholder, language: str) -> dict[str, str]:
    """Return what a body answered in forms, by form and item: `registration_name`."""
    told = {}
    for answer in query.latest_answers(desk.store):
        item = desk.items.get(answer.item)
        if item is None or answer.provenance.stakeholder != body.id or not of_form(item.instrument):
            continue
        said = value_text(item, answer.value, language) if answer.value is not None else answer.details
        told[key(answer.item.partition(".")[2].replace(".", "-"))] = printable(said)
    return told


def action_title(desk: Desk, language: str, name: str) -> str:
    return desk.process.say(language, "actions", name) if ("actions", name) in desk.process.texts else name
