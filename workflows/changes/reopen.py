"""Reopened: a correction is requested, question by question, with a remark; a new return answers it."""

from collections.abc import Sequence
from datetime import datetime

from problems.changes import BodyNotAsked, NothingToCorrect, QuestionsMissing, RemarkTooLong
from problems.stages import Refused
from responses.wording import words
from stakeholders.model import Attribution, Stakeholder
from store import standing
from store.changes import record_reopening
from workflows.changes.naming import chosen
from workflows.changes.scene import Change, Scene, changing
from workflows.changes.words import about, remark_or_plain
from workflows.process import Process
from workflows.workspace import Workspace

LONGEST = 1000
"""Letters of a remark: it stands beneath its question, in one cell."""


def reopen(
    workspace: Workspace,
    process: Process,
    name: str,
    items: Sequence[tuple[str, str]] = (),
    *,
    articles: Sequence[str] = (),
    remark: str = "",
    round: str = "",
    at: datetime,
) -> Change:
    """Request corrections, as pairs of a question and what is to be looked at, or of whole articles.

    `remark` stands where a question has none of its own. Of an article, only what was answered is reopened.
    """
    if not items and not articles:
        raise Refused(QuestionsMissing())
    with changing(workspace, process, at=at) as scene:
        (body,) = scene.taking_part([name])
        opened = scene.opened(round)
        wished = _wished(scene, body, opened.id, items, articles, remark)
        standing_so = {
            each.item: each.remark
            for each in standing.reopenings(scene.store)
            if each.stakeholder == body.id and not each.answered
        }
        new = {item: said for item, said in wished.items() if standing_so.get(item) != said}
        if not new:
            scene.say("changes-reopened-again", name=body.name)
            return scene.done("changes-next-status", again=True)
        record_reopening(scene.store, body.id, tuple(new.items()), at=at, actor=scene.actor)
        known = scene.items(opened.id)
        what = about([known[each] for each in new], scene.questionnaires(opened.id), scene.language)
        scene.say("changes-reopened", name=body.name, what=what)
        _tell(scene, body, opened.id, new)
        if body.at_risk or body.attribution is Attribution.ANONYMOUS:
            scene.say("changes-reopened-careful", name=body.name)
        return scene.done("changes-next-send")


def _wished(  # noqa: PLR0917  # as the command is written
    scene: Scene,
    body: Stakeholder,
    round: str,
    items: Sequence[tuple[str, str]],
    articles: Sequence[str],
    remark: str,
) -> dict[str, str]:
    """Return what is to be corrected, with the remark to each. Raises Refused for what was not answered."""
    known, said = scene.items(round), scene.answers(body.id)
    asked = set(scene.asked(body.id, round))
    if not asked:
        raise Refused(BodyNotAsked(name=body.name))
    everything = tuple(known.values())
    named = chosen(everything, [item for item, _ in items], (), followed=False)
    of_articles = [
        each for each in chosen(everything, (), articles, followed=False) if each in said and each in asked
    ]
    silent = [each for each in named if each not in said or each not in asked]
    if silent or not (named or of_articles):
        raise Refused(NothingToCorrect(name=body.name, items=tuple(silent or articles)))
    own = dict(items)
    found = {
        each: " ".join((own.get(each) or remark).split()) for each in known if each in {*named, *of_articles}
    }
    for text in found.values():
        if len(text) > LONGEST:
            raise Refused(RemarkTooLong(length=len(text), limit=LONGEST, start=text[:40]))
    return found


def _tell(scene: Scene, body: Stakeholder, round: str, new: dict[str, str]) -> None:
    desk = scene.desk()
    language = desk.language(body, round)
    corrections = [
        {
            "id": item,
            "question": " ".join(words(desk.items[item].text, language).split()),
            "remark": remark_or_plain(said, language),
        }
        for item, said in new.items()
    ]
    book = scene.workbook(desk, body, round)
    scene.post(desk, body, "correction", round, workbook=book, facts={"corrections": corrections})
