"""What routing.yaml adds to mandates: rules, additions and removals, who has the last word, limits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaires.model import Item, Purpose
from stakeholders.model import Kind, Stakeholder
from stakeholders.words import fold


@dataclass(frozen=True, slots=True)
class Targets:
    """A part of the questionnaires: whole instruments, articles, topics, single items.

    A topic covers questions only: the closing items of an article are about all of its topics at once.
    """

    instruments: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()

    def cover(self, item: Item) -> bool:
        return (
            item.id in self.items
            or item.article_key in self.articles
            or item.instrument in self.instruments
            or (item.purpose is Purpose.QUESTION and not self.topics.isdisjoint(item.topics))
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """Ask those who fit about the targets: one of the kinds and one of the sectors, or one of the ids.

    Where it names trainings, only those who have completed one of them fit; trainings alone select too.
    """

    about: Targets
    kinds: frozenset[Kind] = frozenset()
    sectors: frozenset[str] = frozenset()  # folded
    stakeholders: frozenset[str] = frozenset()
    why: str = ""
    trained: frozenset[str] = frozenset()  # ids

    def fits(self, stakeholder: Stakeholder) -> bool:
        if self.trained and self.trained.isdisjoint(stakeholder.trained):
            return False
        if stakeholder.id in self.stakeholders:
            return True
        if not self.kinds and not self.sectors:
            return bool(self.trained) and not self.stakeholders
        kind = not self.kinds or stakeholder.kind in self.kinds
        return kind and (not self.sectors or fold(stakeholder.sector) in self.sectors)


@dataclass(frozen=True, slots=True)
class Override:
    """Add the targets to, or remove them from, what one stakeholder is asked."""

    stakeholder: str
    about: Targets
    why: str = ""


@dataclass(frozen=True, slots=True)
class Precedence:
    """Whose answer leads on the targets; where it `settles`, contrary answers become dissent."""

    about: Targets
    lead: str
    settles: bool = False
    why: str = ""

    def covers(self, item: Item) -> bool:
        return self.about.cover(item)


@dataclass(frozen=True, slots=True)
class Routing:
    """Everything that routing.yaml says, with names resolved."""

    rules: tuple[Rule, ...] = ()
    add: tuple[Override, ...] = ()
    remove: tuple[Override, ...] = ()
    precedence: tuple[Precedence, ...] = ()
    limit: int = 80  # items that one stakeholder can be asked without being overloaded

    def leads(self, items: Sequence[Item]) -> Mapping[str, Precedence]:
        """Return who leads on which item: by the first rule that names it, else the first about it."""
        ranked = sorted(self.precedence, key=lambda rule: not rule.about.items)
        found = ((item.id, next((rule for rule in ranked if rule.covers(item)), None)) for item in items)
        return {name: rule for name, rule in found if rule}
