"""Write a letter of the process to those whom it is for: acceptance, regret, feedback, thanks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import meta
from jinja2.sandbox import SandboxedEnvironment

from delivery.outbox import Attachment
from stakeholders.model import Stakeholder
from store import query, standing
from workflows.audience import audience
from workflows.due import Slot
from workflows.feedback import used, used_words
from workflows.post import Desk, Posted, letter_key, secret_of, templates_of
from workflows.process import Action
from workflows.produce import product_name
from workflows.situation import Situation, read_situation


def write(desk: Desk, slot: Slot) -> tuple[Posted, ...]:
    """Write the letter to everybody meant, once each; products named are attached where they exist."""
    action, posted = slot.action, []
    if action.to is None or (isinstance(action.to, str) and action.to in {"coordinator", "focal-point"}):
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
            attachments=tuple(_attachments(desk, action, body, language)),
            facts=further.facts(body, language),
            at=slot.at,
        )
        done = desk.post(
            message, body, action.letter, f"{action.id}-{body.id}", key=key, action=f"{slot.key}:{body.id}"
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
        if "used" not in meta.find_undeclared_variables(SandboxedEnvironment().parse(source)):
            return {}
        return {"used": used_words(used(body.id, self.situation, self.reliefs), self.situation, language)}

    @cached_property
    def situation(self) -> Situation:
        return read_situation(self.desk.workspace, self.desk.store)

    @cached_property
    def reliefs(self) -> tuple[standing.Relief, ...]:
        return standing.reliefs(self.desk.store)
