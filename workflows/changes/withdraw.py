"""Withdrawn: a body takes no part any more, or a question is asked of nobody any more."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from problems.changes import QuestionsMissing, WhyMissing
from problems.stages import Refused
from questionnaires.model import Item
from store import query, standing
from store.changes import record_relief, record_withdrawal
from workflows.changes.decline import say_uncovered
from workflows.changes.naming import chosen
from workflows.changes.scene import Change, Scene, changing
from workflows.changes.words import about
from workflows.process import Process
from workflows.workspace import Workspace


def withdraw(
    workspace: Workspace,
    process: Process,
    names: Sequence[str],
    *,
    why: str,
    at: datetime,
) -> Change:
    """Let bodies go: nothing is asked of them any more in any round; what they have answered stays."""
    if not why.strip():
        raise Refused(WhyMissing())
    with changing(workspace, process, at=at) as scene:
        gone, left = standing.withdrawn(scene.store), dict[str, list[Item]]()
        for body in scene.bodies(names):
            if body.id in gone:
                scene.say("changes-withdrawn-again", name=body.name)
                continue
            answered = len(scene.answers(body.id))
            for round in standing.rounds(scene.store):
                known = scene.items(round)
                asked = scene.asked(body.id, round)
                left.setdefault(round, []).extend(known[each] for each in asked)
                record_relief(scene.store, body.id, asked, "withdrawn", why, at=at, actor=scene.actor)
            record_withdrawal(scene.store, body.id, why, at=at, actor=scene.actor)
            scene.say("changes-withdrawn", name=body.name, answers=answered)
            main = scene.opened().id
            scene.post(scene.desk(), body, "withdrawn", main, facts={"kept": answered})
        for round, items in left.items():
            if items:
                say_uncovered(scene, round, list({item.id: item for item in items}.values()))
        if not scene.letters:
            return scene.done("changes-next-status", again=True)
        return scene.done("changes-next-withdrawn")


def withdraw_items(
    workspace: Workspace,
    process: Process,
    items: Sequence[str],
    *,
    articles: Sequence[str] = (),
    why: str,
    round: str = "",
    at: datetime,
) -> Change:
    """Ask questions, and what follows them up, of nobody any more; who still owed them gets a letter.

    In the submission they stay in their place: with the answers given before, else as not asked.
    """
    if not why.strip():
        raise Refused(WhyMissing())
    if not items and not articles:
        raise Refused(QuestionsMissing())
    with changing(workspace, process, at=at) as scene:
        opened = scene.opened(round)
        known = scene.items(opened.id)
        meant = chosen(tuple(known.values()), items, articles)
        what = about([known[each] for each in meant], scene.questionnaires(opened.id), scene.language)
        asked: dict[str, list[str]] = defaultdict(list)
        for each in query.assignments(scene.store, opened.id):
            if each.item in meant:
                asked[each.stakeholder].append(each.item)
        if not asked:
            scene.say("changes-items-again", what=what)
            return scene.done("changes-next-status", again=True)
        owing = _owed(scene, asked)
        for body, theirs in asked.items():
            record_relief(scene.store, body, theirs, "item-withdrawn", why, at=at, actor=scene.actor)
        scene.say("changes-items-withdrawn", what=what, bodies=len(asked))
        _tell(scene, opened.id, owing, why)
        answered = {each.item for each in query.latest_answers(scene.store) if each.item in meant}
        scene.say("changes-items-submission", answered=len(answered))
        return scene.done("changes-next-send" if scene.letters else "changes-next-status")


def _owed(scene: Scene, asked: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the bodies that have not answered everything of it, with what was asked of them."""
    said = {(each.provenance.stakeholder, each.item) for each in query.latest_answers(scene.store)}
    open_ones = {
        (each.stakeholder, each.item) for each in standing.reopenings(scene.store) if not each.answered
    }
    return {
        body: theirs
        for body, theirs in asked.items()
        if any((body, item) not in said or (body, item) in open_ones for item in theirs)
    }


def _tell(scene: Scene, round: str, owing: dict[str, list[str]], why: str) -> None:
    desk = scene.desk()
    for name, theirs in owing.items():
        body = desk.bodies[name]
        questions = [
            {"id": each, "text": " ".join(_text(desk.items[each], desk.language(body, round)).split())}
            for each in theirs
        ]
        left = scene.owes(name, round)
        book = scene.workbook(desk, body, round) if left else None
        facts = {"questions": questions, "left": left, "why": why.strip()}
        scene.post(desk, body, "item-withdrawn", round, workbook=book, facts=facts)


def _text(item: Item, language: str) -> str:
    return item.text.get(language) or item.text["en"]
