"""Write a letter of the process to those whom it is for: acceptance, regret, feedback, thanks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import meta
from jinja2.sandbox import SandboxedEnvironment

from delivery.outbox import Attachment
from responses.model import Answer
from stakeholders.model import Stakeholder
from store import query, standing
from workflows.audience import audience
from workflows.due import Slot
from workflows.feedback import used, used_words
from workflows.mark import Script
from workflows.post import Desk, Posted, letter_key, secret_of, templates_of
from workflows.process import Action
from workflows.produce import product_name
from workflows.situation import Situation, read_situation

WORKBOOK = "workbook"
"""What is attached where an action says so among its products: the round's, with what was answered in it."""


def write(desk: Desk, slot: Slot) -> tuple[Posted, ...]:
    """Write the letter to everybody meant, once each; products named are attached where they exist."""
    action, posted = slot.action, []
    if action.to is None:
        raise ValueError(action.id)
    further = _Further(desk, action)
    for body in audience(action.to, desk.store, query.stakeholders(desk.store), action.round):
        language = desk.language(body, action.round)
        key = letter_key(action.id, secret_of(desk, f"{action.id}:{body.id}"))
        message = desk.message(
            action.letter,
            body,
            key=key,
            round=action.round,
            workbook=further.workbook(body) if WORKBOOK in action.attach else None,
            attachments=tuple(_attachments(desk, action, body, language)),
            facts=further.facts(body, language),
        )
        done = desk.post(
            message, body, action.letter, f"{action.id}-{body.id}", key=key, action=f"{action.id}:{body.id}"
        )
        if done:
            posted.append(done)
    return tuple(posted)


def _attachments(desk: Desk, action: Action, body: Stakeholder, language: str) -> Iterator[Attachment]:
    """Yield each product once: the body’s own, else that in its language, the working one, or English."""
    tags = dict.fromkeys([language, desk.consultation.language, "en"])
    for product in action.attach:
        names = [product_name(product, language, body.id), *(product_name(product, tag) for tag in tags)]
        paths = (desk.workspace.folder.exports / name for name in names)
        if path := next((path for path in paths if path.is_file()), None):
            yield Attachment(path.name.replace(f"-{body.id}", ""), path.read_bytes())


@dataclass
class _Further:
    """Facts that cost something: made only for a letter whose template asks for them."""

    desk: Desk
    action: Action

    def facts(self, body: Stakeholder, language: str) -> dict[str, Any]:
        template = templates_of(self.desk.process).find(self.action.letter, language)
        source = template.read_text(encoding="utf-8")
        wanted = meta.find_undeclared_variables(SandboxedEnvironment().parse(source))
        facts: dict[str, Any] = {}
        if "used" in wanted:
            facts["used"] = used_words(used(body.id, self.situation, self.reliefs), self.situation, language)
        if "marked" in wanted:
            facts["marked"] = self.marked(body, language)
        return facts

    def marked(self, body: Stakeholder, language: str) -> dict[str, Any]:
        """Return how a body did in the assessment of the round, by part; never which answers are right."""
        script, round = self.script, self.action.round
        marking = (each for each in self.desk.process.written.actions if each.perform == "mark")
        right, of = script.count(body.id, script.items)
        return {
            "right": right,
            "of": of,
            "needs": next((each.needs for each in marking if each.round == round), 0),
            "unanswered": script.unanswered(body.id),
            "parts": script.parts(body.id, language),
        }

    def workbook(self, body: Stakeholder) -> bytes:
        """Issue the round's workbook once more, with the answers of the body in place."""
        own = [each for each in self.answers if each.provenance.stakeholder == body.id]
        return self.desk.workbook(body, self.action.round, own)

    @cached_property
    def script(self) -> Script:
        return Script(self.desk, self.action.round)

    @cached_property
    def answers(self) -> list[Answer]:
        return query.latest_answers(self.desk.store)

    @cached_property
    def situation(self) -> Situation:
        return read_situation(self.desk.workspace, self.desk.store)

    @cached_property
    def reliefs(self) -> tuple[standing.Relief, ...]:
        return standing.reliefs(self.desk.store)
