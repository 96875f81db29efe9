"""Mark an assessment: the share of right answers of everybody who sent it in."""

from dataclasses import dataclass

from questionnaires.model import AnswerType, Item
from responses.model import Value
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
    asked = [item for each in desk.questionnaires.get(action.round, ()) for item in each.items if item.right]
    said = {
        (answer.provenance.stakeholder, answer.item): answer.value
        for answer in query.latest_answers(desk.store)
    }
    spared = {
        (each.stakeholder, each.item)
        for each in standing.reliefs(desk.store)
        if each.kind == "item-withdrawn"
    }
    found = []
    for body in returned:
        items = [item for item in asked if (body, item.id) not in spared]
        right = sum(is_right(item, said.get((body, item.id))) for item in items)
        passes = bool(items) and right * 100 >= action.needs * len(items)
        found.append(Mark(body, right, len(items), passes))
    return tuple(found)


def is_right(item: Item, value: Value) -> bool:
    """Say whether an answer is right: one of the right ones, or, where several are chosen, exactly those."""
    if item.type is AnswerType.CHOICES:
        return isinstance(value, tuple) and frozenset(value) == frozenset(item.right)
    return isinstance(value, str) and value in item.right
