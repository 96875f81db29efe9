"""What changed on the way, as documents may tell it: deadlines, questions, who left, who took over."""

from datetime import datetime
from itertools import groupby
from typing import Any

from exports.texts import printable
from languages import day_and_time, say
from store import standing
from workflows.changes.words import read_detail
from workflows.facts_reading import WORDS
from workflows.named import Named
from workflows.post import Desk


def changes(desk: Desk, named: Named) -> list[dict[str, Any]]:
    """Return every change in the order in which it came; of bodies that may not be named, none."""
    found = [
        *_deadlines(desk, named),
        *_reliefs(desk, named),
        *_corrections(desk, named),
        *_handover(desk, named),
    ]
    zone = desk.times.record.zone
    return [
        {"day": at.astimezone(zone).date(), **rest} for at, rest in sorted(found, key=lambda each: each[0])
    ]


Change = tuple[datetime, dict[str, Any]]


def _change(
    named: Named, at: datetime, kind: str, body: str = "", reason: str = "", **parameters: object
) -> Change:
    name = printable(named.bodies[body].name) if body else ""
    text = say(named.language, WORDS, f"change-{kind}", body=name, **parameters)
    return at, {"kind": kind, "body": name, "text": text, "reason": named.unless_telling(reason)}


def _deadlines(desk: Desk, named: Named) -> list[Change]:
    zone = desk.times.record.zone
    return [
        _change(
            named,
            each.at,
            "extension" if each.stakeholder else "deadline",
            each.stakeholder,
            each.reason,
            deadline=day_and_time(named.language, each.deadline.astimezone(zone)),
        )
        for each in standing.extensions(desk.store)
        if not each.stakeholder or named.may_be(each.stakeholder)
    ]


def _reliefs(desk: Desk, named: Named) -> list[Change]:
    def together(each: standing.Relief) -> tuple[datetime, str, str, str]:
        return each.at, each.stakeholder, each.kind, each.detail

    found = (each for each in standing.reliefs(desk.store) if named.may_be(each.stakeholder))
    return [
        _change(
            named,
            at,
            kind,
            body,
            "" if kind == "reassigned" else read_detail(detail)[1],  # whom it went to may not be named
            count=len(list(group)),
        )
        for (at, body, kind, detail), group in groupby(sorted(found, key=together), together)
    ]


def _corrections(desk: Desk, named: Named) -> list[Change]:
    def together(each: standing.Reopening) -> tuple[datetime, str]:
        return each.at, each.stakeholder

    found = (each for each in standing.reopenings(desk.store) if named.may_be(each.stakeholder))
    return [
        _change(named, at, "correction", body, count=len(list(group)))
        for (at, body), group in groupby(sorted(found, key=together), together)
    ]


def _handover(desk: Desk, named: Named) -> list[Change]:
    since = standing.focal_point(desk.store)
    if since is None:
        return []
    return [_change(named, since.at, "focal-point", name=since.name, office=since.office)]
