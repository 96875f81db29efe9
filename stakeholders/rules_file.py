"""routing.yaml: read, validated, and its names resolved against the law, the items and the registry."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field, field_validator

from clusters.model import Model
from problems import Problem, nearest
from problems.routing import (
    RoutingSaysNothing,
    RoutingStakeholderUnknown,
    RoutingTargetNotAsked,
    RoutingTargetUnknown,
    RoutingTrainingUnknown,
    RuleFitsNobody,
)
from questionnaires.model import Item
from sources.presence import missing
from sources.yaml import Document, Step, load_model, read_yaml
from stakeholders.mandates import Known, Unknown, read_mandates
from stakeholders.model import Kind, Stakeholder
from stakeholders.rules import Override, Precedence, Routing, Rule, Targets
from stakeholders.words import fold, slug

Names = tuple[str | int, ...]


class AskEntry(Model):
    kinds: tuple[Kind, ...] = ()
    sectors: tuple[str, ...] = ()
    stakeholders: tuple[str, ...] = ()
    trained: tuple[str, ...] = ()

    @field_validator("trained", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        """Take `trained: introduction` for a list of one."""
        return (value,) if isinstance(value, str) else value


class RuleEntry(Model):
    ask: AskEntry
    about: Names
    why: str = ""


class TargetsEntry(Model):
    articles: Names = ()
    topics: Names = ()
    items: Names = ()
    why: str = ""


class OverrideEntry(TargetsEntry):
    stakeholder: str


class PrecedenceEntry(TargetsEntry):
    lead: str
    settles: bool = False


class LimitsEntry(Model):
    items: int = Field(default=80, gt=0)


class RoutingFile(Model):
    """The keys of routing.yaml, as written."""

    rules: tuple[RuleEntry, ...] = ()
    add: tuple[OverrideEntry, ...] = ()
    remove: tuple[OverrideEntry, ...] = ()
    precedence: tuple[PrecedenceEntry, ...] = ()
    limits: LimitsEntry = LimitsEntry()


def read_routing(
    path: Path, *, shown: str, known: Known, stakeholders: Sequence[Stakeholder], items: Sequence[Item]
) -> tuple[Routing, list[Problem]]:
    """Read routing.yaml; a file that is missing or says nothing adds nothing to the mandates.

    A name that nobody knows is a problem at its place, and is left out of the rule that it stands in.
    """
    if missing(path):
        return Routing(), []
    document, problems = read_yaml(path, shown)
    if document is None or document.data is None:
        return Routing(), problems
    written, problems = load_model(_without_empty(document), RoutingFile)
    if written is None:
        return Routing(), problems
    resolver = _Resolver(document, known, stakeholders, {item.id for item in items})
    routing = Routing(
        rules=tuple(resolver.rule(entry, n) for n, entry in enumerate(written.rules)),
        add=tuple(resolver.override(entry, ("add", n)) for n, entry in enumerate(written.add)),
        remove=tuple(resolver.override(entry, ("remove", n)) for n, entry in enumerate(written.remove)),
        precedence=tuple(resolver.precedence(entry, n) for n, entry in enumerate(written.precedence)),
        limit=written.limits.items,
    )
    return routing, sorted(resolver.problems, key=lambda problem: problem.place)


def _without_empty(document: Document) -> Document:
    """Drop keys with nothing behind them, such as `rules:` above lines that are all comments."""
    if not isinstance(document.data, dict):
        return document
    filled = {key: value for key, value in document.data.items() if value is not None}
    return Document(document.path, document.text, filled)


@dataclass
class _Resolver:
    """Turns what is written into what is meant, and collects the problems."""

    document: Document
    known: Known
    stakeholders: Sequence[Stakeholder]
    items: set[str]
    problems: list[Problem] = field(default_factory=list)

    def rule(self, entry: RuleEntry, number: int) -> Rule:
        steps: tuple[Step, ...] = ("rules", number)
        names = [
            self.stakeholder(name, (*steps, "ask", "stakeholders", n))
            for n, name in enumerate(entry.ask.stakeholders)
        ]
        rule = Rule(
            about=self.targets(entry.about, (*steps, "about")),
            kinds=frozenset(entry.ask.kinds),
            sectors=frozenset(map(fold, entry.ask.sectors)),
            stakeholders=frozenset(names),
            why=entry.why,
            trained=frozenset(map(slug, entry.ask.trained)),
        )
        untaught = self.untaught(entry.ask.trained, (*steps, "ask", "trained"))
        if not (rule.kinds or rule.sectors or names or rule.trained):
            self.problems.append(RoutingSaysNothing(place=self.document.place((*steps, "ask")), key="ask"))
        elif untaught and len(untaught) == len(entry.ask.trained):
            pass  # that nobody has the training says why nobody fits
        elif (
            self.stakeholders
            and not (names and not rule.trained)
            and not any(map(rule.fits, self.stakeholders))
        ):
            self.problems.append(RuleFitsNobody(place=self.document.place((*steps, "ask"))))
        if not entry.about:
            self.problems.append(
                RoutingSaysNothing(place=self.document.place((*steps, "about")), key="about")
            )
        return rule

    def untaught(self, trainings: Sequence[str], steps: tuple[Step, ...]) -> list[str]:
        """Return the trainings that nobody in the registry has completed."""
        known = sorted(set().union(*(body.trained for body in self.stakeholders)))
        missing = [(n, name) for n, name in enumerate(trainings) if slug(name) not in known]
        for number, name in missing:
            place, near = self.document.place((*steps, number)), nearest(name, known)
            self.problems.append(RoutingTrainingUnknown(place=place, value=name, near=near))
        return [name for _, name in missing]

    def override(self, entry: OverrideEntry, steps: tuple[Step, ...]) -> Override:
        name = self.stakeholder(entry.stakeholder, (*steps, "stakeholder"))
        return Override(name, self.entry_targets(entry, steps), entry.why)

    def precedence(self, entry: PrecedenceEntry, number: int) -> Precedence:
        steps: tuple[Step, ...] = ("precedence", number)
        lead = self.stakeholder(entry.lead, (*steps, "lead"))
        return Precedence(self.entry_targets(entry, steps), lead, entry.settles, entry.why)

    def stakeholder(self, name: str, steps: tuple[Step, ...]) -> str:
        ids = [stakeholder.id for stakeholder in self.stakeholders]
        if name not in ids:
            place = self.document.place(steps)
            self.problems.append(RoutingStakeholderUnknown(place=place, value=name, near=nearest(name, ids)))
        return name

    def entry_targets(self, entry: TargetsEntry, steps: tuple[Step, ...]) -> Targets:
        named = {"articles": entry.articles, "topics": entry.topics, "items": entry.items}
        if not any(named.values()):
            self.problems.append(RoutingSaysNothing(place=self.document.place(steps), key=" / ".join(named)))
        parts = [self.targets(names, (*steps, key)) for key, names in named.items()]
        return Targets(
            instruments=frozenset().union(*(part.instruments for part in parts)),
            articles=frozenset().union(*(part.articles for part in parts)),
            topics=frozenset().union(*(part.topics for part in parts)),
            items=frozenset().union(*(part.items for part in parts)),
        )

    def targets(self, names: Names, steps: tuple[Step, ...]) -> Targets:
        """Resolve instruments, articles, topics and items, in any order."""
        found: list[str] = []
        for number, name in enumerate(map(str, names)):
            if name in self.items:
                found.append(name)
                continue
            for meant in read_mandates(name, self.known):
                if isinstance(meant, Unknown):
                    self._unknown(meant.word, (*steps, number))
                else:
                    found.append(meant)
                    self._asked(meant, (*steps, number))
        return Targets(
            instruments=frozenset(found) & set(self.known.instruments),
            articles=frozenset(found) & set(self.known.articles),
            topics=frozenset(found) & set(self.known.topics),
            items=frozenset(found) & self.items,
        )

    def _unknown(self, word: str, steps: tuple[Step, ...]) -> None:
        near = nearest(word, [*self.known.words, *sorted(self.items)])
        self.problems.append(RoutingTargetUnknown(place=self.document.place(steps), value=word, near=near))

    def _asked(self, name: str, steps: tuple[Step, ...]) -> None:
        if not self.known.asks(name):
            self.problems.append(RoutingTargetNotAsked(place=self.document.place(steps), value=name))
