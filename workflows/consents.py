"""Consent given in forms: how a body says there that it may appear holds from then on."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from exports.attribution import least
from questionnaires.model import Item
from responses.model import Response
from stakeholders.model import Attribution
from store import query
from store.changes import record_consent
from store.connection import Store

TELLING = frozenset({"attribution", "at-risk"})
"""What an item fills that says how a body may appear."""


def record_wishes(
    store: Store, responses: Iterable[Response], items: Mapping[str, Item], *, at: datetime, actor: str
) -> None:
    """Record what responses say of how their senders may appear, within the open transaction.

    Who has said that it could come to harm remains anonymous, whatever it answers elsewhere.
    """
    telling = {item.id: item for item in items.values() if item.fills in TELLING}
    senders = dict.fromkeys(
        each.stakeholder for each in responses if any(answer.item in telling for answer in each.answers)
    )
    if not senders:
        return
    said: dict[str, dict[str, str]] = {body: {} for body in senders}
    for answer in query.latest_answers(store):
        body = answer.provenance.stakeholder
        if body in said and answer.item in telling and isinstance(answer.value, str):
            said[body][answer.item] = answer.value
    standing = {body.id: body.attribution for body in query.stakeholders(store)}
    for body, answers in said.items():
        wished = _wished(answers, telling)
        if wished is not None and wished is not standing[body]:
            words = " · ".join(f"{item}: {value}" for item, value in answers.items())
            record_consent(store, body, wished.value, words, at=at, actor=actor)


def _wished(answers: Mapping[str, str], telling: Mapping[str, Item]) -> Attribution | None:
    """Return what a body wishes, the least of what it says; None where it does not say."""
    wished: Attribution | None = None
    for item, value in answers.items():
        if telling[item].fills == "at-risk":
            found = Attribution.ANONYMOUS if value == "yes" else None
        else:
            found = Attribution(value) if value in set(Attribution) else None
        if found is not None:
            wished = found if wished is None else least(wished, found)
    return wished
