"""Early warning by letter: the coordinator reads what is likely to go wrong, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from itertools import groupby
from zoneinfo import ZoneInfo

from consultation.folder import write_whole
from consultation.model import Consultation
from delivery.letters import fill, sender_facts
from delivery.outbox import address, eml
from languages import day, day_and_time
from languages.messages import spoken
from stakeholders.model import Attribution, Stakeholder
from store.progress import Progress
from workflows.due import Slot
from workflows.letter_facts import must_be_declared
from workflows.post import Desk, letter_key, secret_of, templates_of
from workflows.warning import Concern
from workflows.warning_pace import Pace
from workflows.warning_read import Watched, watch
from workflows.warning_words import Telling, instruments_of

LETTER = "warning"
LINES = 12
"""Bodies or articles named of one kind: `consult status --all` names the others."""


@dataclass(frozen=True)
class Warned:
    """A letter to the coordinator that now lies in the outbox."""

    path: str


def warn(desk: Desk, slot: Slot) -> Warned:
    """Write those who coordinate what is likely to go wrong in a round, and what to do; or that all is well.

    Mail is read by others: it does not name those whom nothing may name.
    """
    name = slot.action.round or next(reversed(desk.rounds))
    soft = desk.times.moment(f"{name}.soft")
    opened = desk.rounds.get(name)
    watched = watch(desk.store, name, at=desk.at, soft=soft) if opened else _unopened(desk, name)
    language = _language(desk.consultation)
    template = templates_of(desk.process).find(slot.action.letter or LETTER, language)
    facts = _facts(desk, watched, language)
    must_be_declared(LETTER, facts)
    letter = fill(template, facts, language)
    when = slot.at.astimezone(UTC)
    stem = f"{slot.action.id}-{when:%Y%m%d}"
    people = recipients(desk.consultation)
    message = eml(
        letter,
        key=letter_key(stem, secret_of(desk, slot.key or stem)),
        state=desk.consultation.state,
        sender=desk.consultation.focal_point,
        to=people,
        language=language,
        at=desk.at,
    )
    path = f"outbox/{stem}.eml"
    write_whole(desk.workspace.folder.root / path, message)
    return Warned(path)


def recipients(consultation: Consultation) -> tuple[Address, ...]:
    """Return the coordinators with an address; where there is none, the focal point."""
    found = tuple(
        address(person.name, person.email)
        for person in consultation.people
        if person.role == "coordinator" and person.email
    )
    focal_point = consultation.focal_point
    return found or (address(focal_point.name, focal_point.email),)


def _unopened(desk: Desk, name: str) -> Watched:
    return Watched(name, desk.consultation.deadline_at, Progress((), (), 0, 0), Pace(0, 0, 0, 0, 0), ())


def _language(consultation: Consultation) -> str:
    return consultation.language if consultation.language in spoken() else "en"


def _facts(desk: Desk, watched: Watched, language: str) -> dict[str, object]:
    zone = ZoneInfo(desk.consultation.zone)
    names = {body.id: body.name for body in desk.bodies.values() if _may_be_named(body)}
    articles = [each.subject for each in watched.concerns if each.about_article]
    telling = Telling(language, zone, names, instruments_of(articles))
    counted = watched.progress
    asked = [body for body in counted.stakeholders if body.asked]
    return {
        **sender_facts(desk.consultation, language),
        "process": desk.process.say(language, "title"),
        "round": desk.process.say(language, "rounds", watched.round),
        "today": day(language, desk.at.astimezone(zone).date()),
        "deadline": day_and_time(language, watched.deadline.astimezone(zone)),
        "deadline_day": day(language, watched.deadline.astimezone(zone).date()),
        "days": _days(watched.deadline, desk.at, zone),
        "asked": len(asked),
        "returned": sum(body.version > 0 for body in asked),
        "groups": _groups(watched.concerns, telling),
        "pace": telling.pace(watched.pace),
    }


def _groups(concerns: Sequence[Concern], telling: Telling) -> list[dict[str, object]]:
    """Put together what worries in the same way, with what to do about it; no line is said twice."""
    groups: list[dict[str, object]] = []
    for _, same in groupby(concerns, key=lambda each: each.kind):
        many = list(same)
        lines = [telling.concern(each) for each in many]
        counted = {line: lines.count(line) for line in lines}
        shown = [f"{line} (× {count})" if count > 1 else line for line, count in counted.items()]
        remedies = {each.message: telling.remedy(each) for each in reversed(many)}  # the first of a kind
        groups.append(
            {
                "title": telling.group(many[0]),
                "lines": shown[:LINES],
                "more": max(len(shown) - LINES, 0),
                "remedies": list(remedies.values()),
            }
        )
    return groups


def _may_be_named(body: Stakeholder) -> bool:
    return body.attribution is not Attribution.ANONYMOUS and not body.at_risk


def _days(deadline: datetime, at: datetime, zone: ZoneInfo) -> int:
    return (deadline.astimezone(zone).date() - at.astimezone(zone).date()).days
