"""Who is asked what, and why: mandates first, then the rules, additions and removals of routing.yaml.

- A mandate on an article or an instrument brings every item of it.
- A mandate on a topic brings the items about it, the follow-ups under them, and the closing items (example,
  difficulties, assistance needs, …) of each article of which at least one question is theirs.
- A rule brings its targets in the same way; an addition brings what it names and the follow-ups under it.
- A removal takes away what it names and the follow-ups under it, and with the last question of an article its
  closing items as well.
- A follow-up is never asked without the item it stands under: that item is brought along.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from languages import say
from questionnaires.model import Item, Purpose
from stakeholders.mandates import Known
from stakeholders.model import Assignment, Stakeholder
from stakeholders.rules import Override, Precedence, Routing, Rule, Targets
from stakeholders.rules_file import read_routing

__all__ = ["Override", "Precedence", "Routing", "Rule", "Targets", "explain", "read_routing", "route"]

INSTRUMENTS = ("untoc", "tip", "som", "fp")


def route(
    items: Sequence[Item], stakeholders: Sequence[Stakeholder], routing: Routing | None = None
) -> tuple[Assignment, ...]:
    """Assign items to stakeholders: in treaty order, and for each item in the order of the registry."""
    ordered = treaty_order(items)
    tree = _Tree.of(ordered)
    rules = routing or Routing()
    reasons = {stakeholder.id: _reasons(tree, stakeholder, rules) for stakeholder in stakeholders}
    return tuple(
        Assignment(stakeholder=stakeholder.id, item=item.id, reason=reason, detail=detail)
        for item in ordered
        for stakeholder in stakeholders
        if item.id in reasons[stakeholder.id]
        for reason, detail in [reasons[stakeholder.id][item.id]]
    )


def treaty_order(items: Iterable[Item]) -> list[Item]:
    """Sort by instrument and article; within an article, the order of the questionnaire stays."""
    return sorted(items, key=lambda item: (INSTRUMENTS.index(item.instrument), item.article))


def explain(language: str, assignment: Assignment, known: Known) -> str:
    """Say in `language` why an item is asked of a stakeholder."""
    text = known.topics.get(assignment.detail) or known.instruments.get(assignment.detail, {})
    detail = text.get(language) or text.get("en") or assignment.detail
    return say(language, "routing", assignment.reason, detail=detail)


Reason = tuple[str, str]  # message id of `routing`, its detail


@dataclass(frozen=True)
class _Tree:
    """The items, and what stands under and beside each of them."""

    items: dict[str, Item]
    under: dict[str, list[str]] = field(default_factory=dict)
    closing: dict[str, list[str]] = field(default_factory=dict)  # by article key

    @classmethod
    def of(cls, items: Iterable[Item]) -> "_Tree":
        tree = cls({item.id: item for item in items})
        for item in tree.items.values():
            tree.under.setdefault(item.under, []).append(item.id)
            if item.purpose is not Purpose.QUESTION:
                tree.closing.setdefault(item.article_key, []).append(item.id)
        return tree

    def followed(self, name: str) -> Iterable[str]:
        """Yield an item and all that stands under it."""
        yield name
        for follow_up in self.under.get(name, []):
            yield from self.followed(follow_up)

    def above(self, name: str) -> Iterable[str]:
        """Yield what an item stands under, nearest first."""
        while (name := self.items[name].under) and name in self.items:
            yield name


def _reasons(tree: _Tree, stakeholder: Stakeholder, routing: Routing) -> dict[str, Reason]:
    """Return the items of one stakeholder, each with the first reason that brought it."""
    found: dict[str, Reason] = {}
    for reason, targets in _mandates(stakeholder):
        _bring(tree, found, targets, reason)
    for rule in routing.rules:
        if rule.fits(stakeholder):
            _bring(tree, found, rule.about, _given("because-rule", rule.why))
    _close(tree, found)
    for entry in routing.add:
        if entry.stakeholder == stakeholder.id:
            _bring(tree, found, entry.about, _given("because-added", entry.why))
    for entry in routing.remove:
        if entry.stakeholder == stakeholder.id:
            _take(tree, found, entry.about)
    for name in list(found):
        for parent in tree.above(name):
            found.setdefault(parent, ("because-follow-up", name))
    return found


def _given(message: str, why: str) -> Reason:
    return (message, why) if why else (f"{message}-unexplained", "")


def _mandates(stakeholder: Stakeholder) -> list[tuple[Reason, Targets]]:
    """Return each mandate as targets: articles first, since theirs is the most telling reason."""
    articles, instruments, topics = [], [], []
    for mandate in stakeholder.mandates:
        one = frozenset({mandate})
        if "." in mandate:
            articles.append((("because-article", mandate), Targets(articles=one)))
        elif mandate in INSTRUMENTS:
            instruments.append((("because-instrument", mandate), Targets(instruments=one)))
        else:
            topics.append((("because-topic", mandate), Targets(topics=one)))
    return [*articles, *instruments, *topics]


def _bring(tree: _Tree, found: dict[str, Reason], targets: Targets, reason: Reason) -> None:
    for item in tree.items.values():
        if targets.cover(item):
            for name in tree.followed(item.id):
                found.setdefault(name, reason)


def _close(tree: _Tree, found: dict[str, Reason]) -> None:
    """Add the closing items of every article of which something is asked."""
    for article in {tree.items[name].article_key for name in found}:
        for closing in tree.closing.get(article, []):
            found.setdefault(closing, ("because-closing", article))


def _take(tree: _Tree, found: dict[str, Reason], targets: Targets) -> None:
    taken = [item for item in tree.items.values() if targets.cover(item)]
    for item in taken:
        for name in tree.followed(item.id):
            found.pop(name, None)
    for article in {item.article_key for item in taken}:
        rest = [name for name in found if tree.items[name].article_key == article]
        if all(tree.items[name].purpose is not Purpose.QUESTION for name in rest):
            for name in rest:
                del found[name]
