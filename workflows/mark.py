"""Mark an assessment: the share of right answers of everybody who sent it in."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from questionnaires.model import AnswerType, Item
from responses.model import Value
from responses.wording import words
from store import query, standing
from store.changes import record_outcomes
from workflows.post import ACTOR, Desk
from workflows.process import Action

PASSED, FAILED = "passed", "failed"


@dataclass(frozen=True)
class Mark:
    """What one body achieved: so many right answers `of` so many questions that have one."""

    body: str
    right: int
    of: int
    passed: bool

    @property
    def percent(self) -> int:
        """Return whole percents, rounded down: who is just below does not pass."""
        return self.right * 100 // self.of if self.of else 0

    @property
    def reason(self) -> str:
        return f"{self.right}/{self.of}"


@dataclass(frozen=True)
class Marked:
    """How many passed, and how many did not; `news`: how many marks are new or others than before."""

    action: str
    passed: int
    failed: int
    news: int = 0


def mark(desk: Desk, action: Action) -> Marked:
    """Record passed or failed for everybody who answered the round; what stands already stays."""
    found = marks(desk, action)
    chosen = [(each.body, PASSED if each.passed else FAILED, each.reason) for each in found]
    news = record_outcomes(desk.store, action.id, chosen, decided_by=ACTOR, at=desk.at, actor=desk.actor)
    passed = sum(each.passed for each in found)
    return Marked(action.id, passed, len(found) - passed, news)


def marks(desk: Desk, action: Action) -> tuple[Mark, ...]:
    """Mark everybody who returned the round; what is unanswered is wrong, an item withdrawn is none."""
    returned = [
        body
        for body, many in query.returns(desk.store).items()
        if any(each.round == action.round for each in many)
    ]
    script = Script(desk, action.round)
    found = []
    for body in returned:
        right, of = script.count(body, script.items)
        found.append(Mark(body, right, of, bool(of) and right * 100 >= action.needs * of))
    return tuple(found)


@dataclass(frozen=True)
class PartMark:
    """What one body achieved in one part of an assessment."""

    title: str
    about: str
    right: int
    of: int


class Script:
    """The questions of a round that have a right answer, and what was said to them."""

    def __init__(self, desk: Desk, round: str) -> None:
        self.desk, self.round = desk, round

    @cached_property
    def items(self) -> tuple[Item, ...]:
        forms = self.desk.questionnaires.get(self.round, ())
        return tuple(item for each in forms for item in each.items if item.right)

    @cached_property
    def said(self) -> dict[tuple[str, str], Value | None]:
        latest = query.latest_answers(self.desk.store)
        return {(answer.provenance.stakeholder, answer.item): answer.value for answer in latest}

    @cached_property
    def spared(self) -> set[tuple[str, str]]:
        found = standing.reliefs(self.desk.store)
        return {(each.stakeholder, each.item) for each in found if each.kind == "item-withdrawn"}

    def count(self, body: str, items: Iterable[Item]) -> tuple[int, int]:
        """Return how many of these a body has right, and how many of them count."""
        counted = [item for item in items if (body, item.id) not in self.spared]
        return sum(is_right(item, self.said.get((body, item.id))) for item in counted), len(counted)

    def parts(self, body: str, language: str) -> tuple[PartMark, ...]:
        """Return what a body achieved in each part that has questions with a right answer."""
        sections = (
            section for each in self.desk.questionnaires.get(self.round, ()) for section in each.sections
        )
        counted = ((section, self.count(body, [i for i in section.items if i.right])) for section in sections)
        return tuple(
            PartMark(words(section.title, language), words(section.about, language), right, of)
            for section, (right, of) in counted
            if of
        )

    def unanswered(self, body: str) -> int:
        """Return how many questions that count a body has left open."""
        open_ = (item for item in self.items if self.said.get((body, item.id)) is None)
        return sum((body, item.id) not in self.spared for item in open_)


def is_right(item: Item, value: Value | None) -> bool:
    """Say whether an answer is right: one of the right ones, or, where several are chosen, exactly those."""
    if item.type is AnswerType.CHOICES:
        return isinstance(value, tuple) and frozenset(value) == frozenset(item.right)
    return isinstance(value, str) and value in item.right
