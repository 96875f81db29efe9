"""How things stand: everything said so far, settled as far as rules and decisions settle it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from clusters.load import load_law, load_topics
from problems import Problem
from problems.stages import NotLaunched, Refused
from questionnaires.model import Item, Questionnaire
from responses.model import AgreedAnswer, Answer, Decision, Divergence
from responses.reconcile import Lead, reconcile
from stakeholders.mandates import what_is_known
from stakeholders.model import Assignment, Stakeholder
from store import query
from store.connection import Store
from workflows.check import read_routing_of
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Situation:
    """One reading of the record, with what follows from it."""

    launched_at: datetime
    questionnaires: tuple[Questionnaire, ...]
    stakeholders: tuple[Stakeholder, ...]
    assignments: tuple[Assignment, ...]
    answers: tuple[Answer, ...]
    decisions: tuple[Decision, ...]
    agreed: Mapping[str, AgreedAnswer]
    divergences: Mapping[str, Divergence]
    leads: Mapping[str, Lead]  # who goes first on which item
    problems: tuple[Problem, ...]  # of routing.yaml, whose rules of precedence count here

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for questionnaire in self.questionnaires for item in questionnaire.items)

    @property
    def contradictions(self) -> Mapping[str, Divergence]:
        """All there are, those decided since included: what a decision workbook may speak of."""
        _, divergences = reconcile(self.items, self.answers, precedence=self.leads)
        return divergences


def read_situation(workspace: Workspace, store: Store) -> Situation:
    """Read the record in one state and settle it. Raises Refused where nothing was launched."""
    with store.reading():
        launched = query.launch(store)
        if launched is None:
            raise Refused(NotLaunched())
        asked, bodies = query.questionnaires(store), query.stakeholders(store)
        questionnaires = tuple(each for each in asked if not each.is_form)  # forms are settled by nobody
        on = {item.id for questionnaire in questionnaires for item in questionnaire.items}
        answers = [each for each in query.latest_answers(store) if each.item in on]
        decisions = query.decisions(store)
        assignments = tuple(each for each in query.assignments(store) if each.item in on)
    items = tuple(item for questionnaire in questionnaires for item in questionnaire.items)
    known = what_is_known(load_law(), load_topics(), questionnaires)
    routing, problems = read_routing_of(workspace.folder, known, bodies, questionnaires)
    leads = {name: Lead(rule.lead, rule.settles, rule.why) for name, rule in routing.leads(items).items()}
    agreed, divergences = reconcile(items, answers, precedence=leads, decisions=decisions)
    return Situation(
        launched_at=launched.at,
        questionnaires=questionnaires,
        stakeholders=bodies,
        assignments=assignments,
        answers=tuple(answers),
        decisions=decisions,
        agreed=agreed,
        divergences=divergences,
        leads=leads,
        problems=tuple(problems),
    )
