"""Who may be named in a document, and which counts tell nobody apart: as in the external edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from clusters.load import load_topics
from exports.attribution import Credit, Guard, Label, credits_for, level, levels_of
from exports.texts import folded, label, printable
from exports.unnamed import crowds, tellable
from languages import say
from stakeholders.model import Attribution, Stakeholder


@dataclass(frozen=True)
class Named:
    """Names bodies and counts them, in one language."""

    language: str
    bodies: Mapping[str, Stakeholder]

    def may_be(self, body: str) -> bool:
        """Say whether a body may be named."""
        found = self.bodies.get(body)
        return found is not None and level(found) is Attribution.NAMED

    def names(self, bodies: Iterable[str]) -> list[str]:
        """Return the names of those who may be named, in order."""
        return sorted((printable(self.bodies[each].name) for each in bodies if self.may_be(each)), key=folded)

    def counted(self, bodies: Iterable[str]) -> set[str]:
        """Return those who may be counted: one or two who are not named would be told by subtraction."""
        all_, open_ = set(bodies), {each for each in bodies if self.may_be(each)}
        return all_ if tellable(len(all_ - open_)) else open_

    def count(self, bodies: Iterable[str]) -> int:
        return len(self.counted(tuple(bodies)))

    def kinds(self, bodies: Iterable[str]) -> dict[str, int]:
        """Count bodies by kind; those not named under the labels under which their texts may stand."""
        ids = [each for each in dict.fromkeys(bodies) if each in self.bodies]
        hidden = [self.bodies[each] for each in ids if not self.may_be(each)]
        told: dict[str, int] = {}
        for each in ids:
            if self.may_be(each):
                name = label(self.language, f"type-{self.bodies[each].kind.value}")
                told[name] = told.get(name, 0) + 1
        found = crowds(hidden, {each.id for each in hidden})
        for kind, count in found.labelled.items():
            name = label(self.language, f"type-{kind.value if kind else 'non-governmental'}")
            told[name] = told.get(name, 0) + count
        if found.others and tellable(found.others):
            told[label(self.language, "others-unnamed")] = found.others
        return told

    def regions(self, bodies: Iterable[str]) -> dict[str, int]:
        """Count bodies by the regions in which they work, the most frequent first; in each of several.

        One or two who are not named are not counted in a region, nor is a region told of them.
        """
        found: dict[str, tuple[str, set[str]]] = {}
        for body in dict.fromkeys(bodies):
            for region in self.bodies[body].regions if body in self.bodies else ():
                found.setdefault(folded(region), (printable(region), set()))[1].add(body)
        counts = {name: len(self.counted(ids)) for name, ids in found.values()}
        told = {name: count for name, count in counts.items() if count}
        return dict(sorted(told.items(), key=lambda each: (-each[1], folded(each[0]))))

    def credits(self, bodies: Iterable[str]) -> dict[str, str]:
        """Return under what each of several bodies may stand; who may not stand there at all is left out."""
        credited = credits_for(levels_of(self.bodies, dict.fromkeys(bodies), {}))
        return {
            body: self._words(each) for body, each in credited.items() if each.label is not Label.WITHHELD
        }

    def unless_telling(self, text: str) -> str:
        """Return a text, or nothing where it names somebody who may not be named."""
        return "" if self._guard.reveals(text) else printable(text)

    def about(self, body: Stakeholder) -> dict[str, Any]:
        """Return what a document may say of a body that may be named."""
        topics = load_topics()
        return {
            "id": body.id,
            "name": printable(body.name),
            "type": say(self.language, "stakeholders", body.kind.value),
            "sector": printable(body.sector),
            "topics": [
                _words(topics[each], self.language) if each in topics else each for each in body.topics
            ],
            "regions": [printable(each) for each in body.regions],
            "trainings": [printable(str(each)) for each in body.trainings],
        }

    @cached_property
    def _guard(self) -> Guard:
        return Guard(body for body in self.bodies.values() if level(body) is not Attribution.NAMED)

    def _words(self, credit: Credit) -> str:
        if credit.label is Label.NAME:
            return printable(self.bodies[credit.stakeholder].name)
        return label(self.language, f"type-{credit.kind.value if credit.kind else 'non-governmental'}")


def _words(text: Mapping[str, str], language: str) -> str:
    return text.get(language) or text["en"]
