"""Who would be heard on what: articles and items nobody answers, single voices, burdens."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from questionnaires.model import Item
from stakeholders.model import NON_GOVERNMENTAL, Assignment, Stakeholder
from stakeholders.routing import treaty_order
from stakeholders.words import unique


@dataclass(frozen=True, slots=True)
class ArticleCoverage:
    """One article: how many items it has, how many of them somebody answers, and who is asked at all."""

    article: str
    items: int
    answered_by_somebody: int
    stakeholders: tuple[str, ...]
    non_governmental: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What one stakeholder is asked: how many items, of which articles."""

    stakeholder: str
    items: int
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of a consultation; articles by key and items by id in treaty order, stakeholders by id."""

    articles: tuple[ArticleCoverage, ...]
    loads: tuple[Load, ...]
    limit: int
    items_nobody_answers: tuple[str, ...]

    @property
    def articles_nobody_answers(self) -> tuple[str, ...]:
        return tuple(row.article for row in self.articles if not row.stakeholders)

    @property
    def single_voice(self) -> tuple[str, ...]:
        """Return the articles that only one body is asked about."""
        return tuple(row.article for row in self.articles if len(row.stakeholders) == 1)

    @property
    def no_non_governmental_voice(self) -> tuple[str, ...]:
        """Return the articles that somebody is asked about, but authorities alone."""
        return tuple(row.article for row in self.articles if row.stakeholders and not row.non_governmental)

    @property
    def idle(self) -> tuple[str, ...]:
        return tuple(load.stakeholder for load in self.loads if not load.items)

    @property
    def overloaded(self) -> tuple[str, ...]:
        return tuple(load.stakeholder for load in self.loads if load.items > self.limit)

    def as_json(self) -> dict[str, Any]:
        return {
            "articles": [asdict(row) for row in self.articles],
            "stakeholders": [asdict(load) for load in self.loads],
            "limit": self.limit,
            "articles_nobody_answers": list(self.articles_nobody_answers),
            "items_nobody_answers": list(self.items_nobody_answers),
            "single_voice": list(self.single_voice),
            "no_non_governmental_voice": list(self.no_non_governmental_voice),
            "idle": list(self.idle),
            "overloaded": list(self.overloaded),
        }


def coverage(
    items: Sequence[Item],
    stakeholders: Sequence[Stakeholder],
    assignments: Sequence[Assignment],
    *,
    limit: int = 80,
) -> Coverage:
    """Count who is asked what; `limit` is the number of items beyond which a body is overloaded."""
    ordered = treaty_order(items)
    article_of = {item.id: item.article_key for item in ordered}
    asked_of: dict[str, list[str]] = {item.id: [] for item in ordered}
    items_of: dict[str, list[str]] = {stakeholder.id: [] for stakeholder in stakeholders}
    for assignment in assignments:
        asked_of[assignment.item].append(assignment.stakeholder)
        items_of[assignment.stakeholder].append(assignment.item)
    outsiders = {body.id for body in stakeholders if body.kind in NON_GOVERNMENTAL}
    return Coverage(
        articles=tuple(
            _article(
                key, [item.id for item in ordered if item.article_key == key], asked_of, items_of, outsiders
            )
            for key in unique(article_of.values())
        ),
        loads=tuple(
            Load(name, len(theirs), unique(article_of[item] for item in theirs))
            for name, theirs in items_of.items()
        ),
        limit=limit,
        items_nobody_answers=tuple(name for name, asked in asked_of.items() if not asked),
    )


def _article(
    key: str,
    items: Sequence[str],
    asked_of: dict[str, list[str]],
    registry: Sequence[str] | dict[str, list[str]],
    outsiders: set[str],
) -> ArticleCoverage:
    asked = {stakeholder for item in items for stakeholder in asked_of[item]}
    voices = tuple(name for name in registry if name in asked)
    return ArticleCoverage(
        article=key,
        items=len(items),
        answered_by_somebody=sum(bool(asked_of[item]) for item in items),
        stakeholders=voices,
        non_governmental=tuple(name for name in voices if name in outsiders),
    )
