"""Declined: a body says that questions are not its to answer, and perhaps whose they are."""

from collections.abc import Sequence
from datetime import datetime

from problems.changes import BodyNotAsked, BodyUnknown
from problems.stages import Refused
from questionnaires.model import Item
from responses.model import Absence, Answer
from stakeholders.model import Stakeholder
from store import query, standing
from store.changes import record_relief
from workflows.changes.naming import chosen, named
from workflows.changes.scene import Change, Scene, changing
from workflows.changes.words import about, detail
from workflows.process import Process
from workflows.workspace import Workspace


def decline(
    workspace: Workspace,
    process: Process,
    name: str,
    *,
    items: Sequence[str] = (),
    articles: Sequence[str] = (),
    suggest: str = "",
    why: str = "",
    round: str = "",
    at: datetime,
) -> Change:
    """Ask a body no longer what it declines: what is named, else everything that it has not answered.

    What it has answered stays. Says what nobody is asked any more, and how to pass it on.
    """
    with changing(workspace, process, at=at) as scene:
        (body,) = scene.taking_part([name])
        opened = scene.opened(round)
        known, asked = scene.items(opened.id), scene.asked(body.id, opened.id)
        said = scene.answers(body.id)
        if items or articles:
            meant = [each for each in chosen(tuple(known.values()), items, articles) if each in asked]
        else:
            meant = [each for each in asked if not says_something(said.get(each))]
        whom = _suggested(scene, suggest)
        if not meant:
            return _again(scene, body, opened.id, whom)
        said_why = detail(whom.id if whom else suggest, why)
        record_relief(scene.store, body.id, meant, "declined", said_why, at=at, actor=scene.actor)
        declined = [known[each] for each in meant]
        scene.say("changes-declined", name=body.name, what=_about(scene, declined, opened.id))
        desk = scene.desk()
        left = scene.owes(body.id, opened.id)
        book = scene.workbook(desk, body, opened.id) if left else None
        facts = {"passed": about(declined, desk.questionnaires[opened.id], desk.language(body, opened.id))}
        scene.post(desk, body, "declined", opened.id, workbook=book, facts={**facts, "left": left})
        if suggest and whom is None:
            scene.say("changes-suggested-stranger", name=suggest)
        return _next(scene, body, opened.id, declined, whom)


def says_something(answer: Answer | None) -> bool:
    """Say whether an answer is one: "not our remit" declines, and a mere remark answers nothing."""
    if answer is None or answer.absent is Absence.NOT_OUR_REMIT:
        return False
    return bool(answer.absent or answer.details or answer.citations or answer.value is not None)


def uncovered(scene: Scene, round: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the questions that nobody is asked any more and nobody has answered."""
    asked = {each.item for each in query.assignments(scene.store, round)}
    answered = {each.item for each in query.latest_answers(scene.store) if says_something(each)}
    return tuple(item for item in items if item.id not in asked | answered)


def say_uncovered(scene: Scene, round: str, items: Sequence[Item]) -> bool:
    """Say what nobody covers any more; tell whether there is any."""
    alone = uncovered(scene, round, items)
    if alone:
        scene.say("changes-uncovered", what=_about(scene, alone, round))
    else:
        scene.say("changes-covered")
    return bool(alone)


def selection(items: Sequence[Item], everything: Sequence[str], known: dict[str, Item]) -> str:
    """Return the options that name these questions: by article where all of it that was asked is meant."""
    names = {item.id for item in items}
    options: list[str] = []
    for key in dict.fromkeys(item.article_key for item in items):
        whole = {each for each in everything if known[each].article_key == key}
        if whole <= names:
            options.append(f"--articles {key}")
        else:
            options += [f"--items {item.id}" for item in items if item.article_key == key]
    return " ".join(options)


def _suggested(scene: Scene, words: str) -> Stakeholder | None:
    """Return the body that is suggested; None where nobody here has that name: a new one perhaps."""
    if not words:
        return None
    try:
        return named(words, query.stakeholders(scene.store))
    except Refused as refusal:
        if isinstance(refusal.problem, BodyUnknown):
            return None
        raise


def _again(scene: Scene, body: Stakeholder, round: str, whom: Stakeholder | None) -> Change:
    given_up = [each for each in standing.reliefs(scene.store) if each.stakeholder == body.id]
    if not given_up and not scene.asked(body.id, round):
        raise Refused(BodyNotAsked(name=body.name))
    known = scene.items(round)
    scene.say("changes-declined-again", name=body.name)
    gone = [known[each.item] for each in given_up if each.item in known]
    if gone and say_uncovered(scene, round, gone) and whom:
        return scene.done("changes-next-reassign", again=True, command=f"{body.id} {whom.id}")
    return scene.done("changes-next-status", again=True)


def _next(
    scene: Scene,
    body: Stakeholder,
    round: str,
    declined: Sequence[Item],
    whom: Stakeholder | None,
) -> Change:
    """Say what nobody covers now, and the command that passes exactly this on."""
    if not say_uncovered(scene, round, declined):
        return scene.done("changes-next-send")
    known = scene.items(round)
    given_up = [each.item for each in standing.reliefs(scene.store) if each.stakeholder == body.id]
    still = scene.asked(body.id, round)
    everything = [each for each in (*given_up, *still) if each in known]
    options = selection(declined, everything, known) if still else ""
    command = " ".join(filter(None, [body.id, whom.id if whom else "OTHER", options]))
    return scene.done("changes-next-reassign", command=command)


def _about(scene: Scene, items: Sequence[Item], round: str) -> str:
    return about(items, scene.questionnaires(round), scene.language)
