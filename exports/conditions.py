"""Whether a follow-up question arises, given what was settled."""

from collections.abc import Mapping

from questionnaires.model import Condition, Item
from responses.model import AgreedAnswer


def arises(item: Item, items: Mapping[str, Item], agreed: Mapping[str, AgreedAnswer]) -> bool | None:
    """Say whether an item's conditions are met; None while the questions they depend on are not settled.

    A follow-up of a question that does not arise does not arise either.
    """
    return _arises(item, items, agreed, frozenset())


def _arises(
    item: Item, items: Mapping[str, Item], agreed: Mapping[str, AgreedAnswer], above: frozenset[str]
) -> bool | None:
    if item.id in above:
        return None  # a circle of conditions decides nothing; `consult check` reports it
    above |= {item.id}
    parent = items.get(item.under)
    if parent and parent.id not in agreed and _arises(parent, items, agreed, above) is False:
        return False
    found = [_met(condition, items, agreed, above) for condition in item.enable_when]
    if not found:
        return True
    decisive = item.enable_behavior == "any"  # one True settles "any", one False settles "all"
    if decisive in found:
        return decisive
    return None if None in found else not decisive


def _met(
    condition: Condition, items: Mapping[str, Item], agreed: Mapping[str, AgreedAnswer], above: frozenset[str]
) -> bool | None:
    answer = agreed.get(condition.question)
    if answer is None:
        gate = items.get(condition.question)
        unmet = gate is not None and _arises(gate, items, agreed, above) is False
        return False if unmet else None
    if condition.operator == "answered":
        return bool(answer.value is not None or answer.statements or answer.citations)
    if answer.value is None:
        return None
    chosen = set(answer.value) if isinstance(answer.value, tuple) else {str(answer.value)}
    wanted = {condition.answer} if isinstance(condition.answer, str) else set(condition.answer)
    met = bool(chosen & wanted)
    return not met if condition.operator == "!=" else met
