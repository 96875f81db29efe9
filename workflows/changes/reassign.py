"""Reassigned: what was asked of one body is asked of another, with the partial answers if that may be."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from secrets import token_bytes

from languages import say
from problems.changes import BodyGone, BodyNotAsked, BodyToItself
from problems.stages import Refused
from questionnaires.model import Item
from responses.model import Answer
from stakeholders.model import Assignment, Stakeholder
from store import query, standing
from store.changes import record_relief
from store.record import record_actions, record_assignments
from workflows.ask import Random
from workflows.changes.decline import says_something
from workflows.changes.issuing import issue
from workflows.changes.naming import chosen
from workflows.changes.registry import body_anywhere
from workflows.changes.scene import Change, Scene, changing
from workflows.changes.words import about, detail, may_be_named, may_be_passed_on, read_detail
from workflows.process import Process
from workflows.workspace import Workspace


def reassign(
    workspace: Workspace,
    process: Process,
    giver: str,
    taker: str,
    *,
    items: Sequence[str] = (),
    articles: Sequence[str] = (),
    why: str = "",
    with_answers: bool = False,
    round: str = "",
    at: datetime,
    random: Random = token_bytes,
) -> Change:
    """Pass questions on: what is named, else everything that is or was asked of the giver.

    The taker's workbook has the giver's answers in place, to go on from; in the record they stay the giver's.
    Those of a body at risk, or that appears nowhere, are passed on only `with_answers`.
    """
    with changing(workspace, process, at=at) as scene:
        (one,) = scene.bodies([giver])
        other = body_anywhere(scene, taker)
        _check(scene, one, other)
        opened = scene.opened(round)
        known = scene.items(opened.id)
        asked, before = scene.asked(one.id, opened.id), scene.asked(other.id, opened.id)
        meant = _meant(scene, one, other, opened.id, known)
        if items or articles:
            picked = set(chosen(tuple(known.values()), items, articles))
            meant = tuple(each for each in meant if each in picked)
        new = tuple(each for each in meant if each not in before)
        if not new and not set(meant) & set(asked):
            return _again(scene, one, other, opened.id, random if with_answers else None)
        told = detail(other.id, why)
        record_relief(scene.store, one.id, meant, "reassigned", told, at=at, actor=scene.actor)
        because = why or say(scene.language, "changes", "passed-on-by", name=one.name)
        record_assignments(
            scene.store,
            [Assignment(other.id, each, "because-added", because) for each in meant],
            at=at,
            actor=scene.actor,
        )
        passed = [known[each] for each in meant]
        what = about(passed, scene.questionnaires(opened.id), scene.language)
        scene.say("changes-reassigned", giver=one.name, taker=other.name, what=what)
        given = _given(scene, one, meant, with_answers=with_answers)
        if given:
            _first(scene, one, other)
        facts = {"giver": one.name if may_be_named(one) else "", "first": not before}
        _tell_taker(scene, other, opened.id, given, facts | _passed(scene, other, opened.id, meant), random)
        _tell_giver(scene, one, other, opened.id, meant)
        return scene.done("changes-next-send")


def _check(scene: Scene, one: Stakeholder, other: Stakeholder) -> None:
    if one.id == other.id:
        raise Refused(BodyToItself(name=one.name))
    if other.id in standing.withdrawn(scene.store):
        raise Refused(BodyGone(name=other.name))


def _meant(
    scene: Scene, one: Stakeholder, other: Stakeholder, round: str, known: Mapping[str, Item]
) -> tuple[str, ...]:
    """Return what can be passed on: what is asked, and what was declined or left by withdrawing."""
    last = {each.item: each for each in standing.reliefs(scene.store) if each.stakeholder == one.id}
    left = {item for item, each in last.items() if each.kind in {"declined", "withdrawn"}}
    asked, theirs = set(scene.asked(one.id, round)), set(scene.asked(other.id, round))
    return tuple(item for item in known if item in asked or (item in left and item not in theirs))


def _again(scene: Scene, one: Stakeholder, other: Stakeholder, round: str, random: Random | None) -> Change:
    """Say that it was done before; with `random`, send the answers that were kept back then, once."""
    passed = [
        each
        for each in standing.reliefs(scene.store)
        if each.stakeholder == one.id
        and (each.kind != "reassigned" or read_detail(each.detail)[0] == other.id)
    ]
    if not passed:
        raise Refused(BodyNotAsked(name=one.name))
    theirs = set(scene.asked(other.id, round))
    meant = [item for item in scene.items(round) if item in {each.item for each in passed} & theirs]
    if random and (given := _given(scene, one, meant, with_answers=True)) and _first(scene, one, other):
        facts = {"giver": one.name if may_be_named(one) else "", "first": False}
        _tell_taker(scene, other, round, given, facts | _passed(scene, other, round, list(given)), random)
        return scene.done("changes-next-send")
    scene.says.clear()
    scene.say("changes-reassigned-again", giver=one.name, taker=other.name)
    return scene.done("changes-next-status", again=True)


def _passing(one: str, other: str) -> str:
    """Name the action that a body's answers went to another one."""
    return f"passed-answers@{one}:{other}"


def _first(scene: Scene, one: Stakeholder, other: Stakeholder) -> bool:
    """Record that a body's answers went to another one; False where they went before."""
    key = _passing(one.id, other.id)
    return bool(record_actions(scene.store, [key], at=scene.at, actor=scene.actor))


def answers_passed(scene: Scene, other: Stakeholder) -> dict[str, Answer]:
    """Return the answers that went to a body with the questions passed on to it, by item.

    Without those of a body whose answers may not be passed on as things stand now.
    """
    done, bodies = query.performed(scene.store), {each.id: each for each in query.stakeholders(scene.store)}
    passed: dict[str, list[str]] = {}
    for each in standing.reliefs(scene.store):
        went = each.kind == "reassigned" and read_detail(each.detail)[0] == other.id
        if went and _passing(each.stakeholder, other.id) in done:
            passed.setdefault(each.stakeholder, []).append(each.item)
    found: dict[str, Answer] = {}
    for one, items in passed.items():
        if may_be_passed_on(bodies[one]):
            found |= _without_remarks(scene.answers(one), items)
    return found


def _given(scene: Scene, one: Stakeholder, meant: Sequence[str], *, with_answers: bool) -> dict[str, Answer]:
    """Return the answers that go along: without remarks to the focal point, and without "not our remit"."""
    found = _without_remarks(scene.answers(one.id), meant)
    if found and not (with_answers or may_be_passed_on(one)):
        scene.say("changes-answers-kept", name=one.name, count=len(found))
        return {}
    if found:
        scene.say("changes-answers-passed", name=one.name, count=len(found))
    return found


def _without_remarks(said: Mapping[str, Answer], items: Sequence[str]) -> dict[str, Answer]:
    return {item: replace(said[item], comment="") for item in items if says_something(said.get(item))}


def _passed(scene: Scene, to: Stakeholder, round: str, meant: Sequence[str]) -> dict[str, object]:
    """Say in a body's language which questions were passed on."""
    desk = scene.desk()
    items = [desk.items[each] for each in meant]
    return {"passed": about(items, desk.questionnaires[round], desk.language(to, round))}


def _tell_taker(  # noqa: PLR0917  # what stands in one letter
    scene: Scene,
    other: Stakeholder,
    round: str,
    given: Mapping[str, Answer],
    facts: Mapping[str, object],
    random: Random,
) -> None:
    own = {item: said for item, said in scene.answers(other.id).items() if says_something(said)}
    answers = tuple({**given, **own}.values())
    facts = {**facts, "prefilled": len(given)}
    issue(scene, other, round, "reassigned", answers=answers, facts=facts, random=random)


def _tell_giver(scene: Scene, one: Stakeholder, other: Stakeholder, round: str, meant: Sequence[str]) -> None:
    desk, left = scene.desk(), scene.owes(one.id, round)
    taker = other.name if may_be_named(other) else ""
    facts = {**_passed(scene, one, round, meant), "taker": taker, "left": left}
    book = scene.workbook(desk, one, round) if left else None
    scene.post(desk, one, "passed-on", round, workbook=book, facts=facts)
