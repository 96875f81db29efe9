"""What an item depends on: `under` names what it follows up, `enableWhen` the answers that call for it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from problems import Problem, nearest
from problems.definitions import (
    CircularReference,
    ConditionShape,
    FreeCondition,
    LaterReference,
    ReferenceElsewhere,
    UnknownConditionValue,
    UnknownReference,
)
from questionnaires.model import Condition
from questionnaires.written import Entry, WrittenAsked
from sources.yaml import Step

NEEDS: dict[str, Literal["one", "several", "none"]] = {
    "=": "one",
    "!=": "one",
    "in": "several",
    "answered": "none",
}

Reference = tuple[str, str, tuple[Step, ...]]
"""The key that refers, the id it names, and the steps to that name inside the item."""


def check_references(entries: Sequence[Entry[WrittenAsked]]) -> Iterator[Problem]:
    known = {entry.id: entry for entry in entries}
    order = {entry.id: index for index, entry in reversed(list(enumerate(entries)))}
    for entry in entries:
        for key, question, steps in _references(entry):
            if question not in known:
                near = nearest(question, [name for name in known if name != entry.id])
                place = entry.place(*steps)
                yield UnknownReference(place=place, item=entry.id, key=key, question=question, near=near)
            elif order[question] >= order[entry.id]:
                yield _turned(known, entry, key, question, steps)
            elif known[question].article != entry.article:
                place = entry.place(*steps)
                yield ReferenceElsewhere(place=place, item=entry.id, key=key, question=question)
        for index, condition in enumerate(entry.item.enable_when):
            if condition.question in known:
                yield from _check_condition(entry, index, condition, known[condition.question])


def _references(entry: Entry[WrittenAsked]) -> Iterator[Reference]:
    if entry.item.under:
        yield "under", entry.item.under, ("under",)
    for index, condition in enumerate(entry.item.enable_when):
        yield "enableWhen", condition.question, ("enableWhen", index, "question")


def _turned(
    known: Mapping[str, Entry[WrittenAsked]],
    entry: Entry[WrittenAsked],
    key: str,
    question: str,
    steps: tuple[Step, ...],
) -> Problem:
    """Return what is wrong with depending on a later item: a circle where that one depends on this one."""
    place = entry.place(*steps)
    way = _way(known, question, entry.id)
    if way:
        return CircularReference(place=place, item=entry.id, path=" → ".join([entry.id, *way]))
    return LaterReference(place=place, item=entry.id, key=key, question=question)


def _way(known: Mapping[str, Entry[WrittenAsked]], start: str, end: str) -> list[str]:
    """Return the ids from `start` to `end` along what each depends on; empty where there is no way."""
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == end:
            return way
        for _, question, _ in _references(known[way[-1]]):
            if question in known and question not in seen:
                seen.add(question)
                ways.append([*way, question])
    return []


def _check_condition(
    entry: Entry[WrittenAsked], index: int, condition: Condition, asked: Entry[WrittenAsked]
) -> Iterator[Problem]:
    """A condition compares with as many values as its operator takes, and with answers that can be given."""
    given = (condition.answer,) if isinstance(condition.answer, str) else condition.answer
    given = tuple(value for value in given if value)
    needs = NEEDS[condition.operator]
    fits = {
        "none": not given,
        "several": bool(given) and not isinstance(condition.answer, str),
        "one": bool(given) and isinstance(condition.answer, str),
    }
    at = ("enableWhen", index)
    if not fits[needs]:
        place = entry.place(*at)
        yield ConditionShape(place=place, item=entry.id, operator=condition.operator, needs=needs)
        return
    allowed = asked.item.values
    if given and not allowed:
        yield FreeCondition(
            place=entry.place(*at, "answer"), item=entry.id, question=asked.id, type=asked.item.type
        )
        return
    for value in given:
        if value not in allowed:
            yield UnknownConditionValue(
                place=entry.place(*at, "answer"),
                item=entry.id,
                question=asked.id,
                value=value,
                allowed=allowed,
                near=nearest(value, allowed),
            )
