"""One reading of the record, for everything that documents say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from exports.ground import Ground
from questionnaires.model import Questionnaire
from responses.model import AgreedAnswer, Divergence
from responses.reconcile import reconcile
from store import query
from workflows.facts_linked import Linked, read_linked
from workflows.post import Desk
from workflows.situation import Situation, read_situation

WORDS = "products"
"""The file of our words."""


Settled = tuple[dict[str, AgreedAnswer], dict[str, Divergence]]


def key(name: str) -> str:
    """Return an id as it can stand behind a dot."""
    return name.replace("-", "_")


@dataclass
class Reading:
    """What the facts are made from; each part is read once, when something asks for it."""

    desk: Desk
    general: dict[str, dict[str, Any]] = field(default_factory=dict)  # facts that are made, by language

    @cached_property
    def linked(self) -> Linked:
        """The consultation that this one rests on, where the settings name one."""
        return read_linked(self.desk.workspace)

    @cached_property
    def situation(self) -> Situation:
        return read_situation(self.desk.workspace, self.desk.store)

    @cached_property
    def forms(self) -> Settled:
        """What was said on forms, in the shape of what is settled: nobody settles it."""
        items = [
            item
            for many in self.desk.questionnaires.values()
            for each in many
            if each.is_form
            for item in each.items
        ]
        return reconcile(items, query.latest_answers(self.desk.store))

    @cached_property
    def returned(self) -> Mapping[str, frozenset[str]]:
        """Who sent something in, by round."""
        found: dict[str, set[str]] = {}
        for body, many in query.returns(self.desk.store).items():
            for each in many:
                found.setdefault(each.round, set()).add(body)
        return {name: frozenset(bodies) for name, bodies in found.items()}

    def ground(self, language: str, questionnaires: Sequence[Questionnaire], round: str) -> Ground:
        """Return what entries of the external edition are made from, for one round."""
        asked: dict[str, list[str]] = {}
        for (asked_in, body), items in self.desk.asked.items():
            if asked_in == round:
                for item in items:
                    asked.setdefault(item, []).append(body)
        agreed, divergences = self.forms
        if any(not each.is_form for each in questionnaires):
            agreed = {**agreed, **self.situation.agreed}
            divergences = {**divergences, **self.situation.divergences}
        return Ground(
            language=language,
            edition="external",
            items={item.id: item for each in questionnaires for item in each.items},
            agreed=agreed,
            divergences=divergences,
            stakeholders=self.desk.bodies,
            asked=asked,
        )
