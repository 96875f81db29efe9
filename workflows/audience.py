"""Whom a round or an action is about: from the words of the process to stakeholders."""

from collections.abc import Iterable, Mapping

from stakeholders.model import Stakeholder
from store import query, standing
from store.connection import Store
from workflows.process import Audience, Select


def audience(
    wanted: Audience,
    store: Store,
    bodies: Iterable[Stakeholder],
    round: str = "",
) -> tuple[Stakeholder, ...]:
    """Return the stakeholders meant, of `bodies`, in their order; who has withdrawn is never meant.

    Whose mandate something is, is who was asked: the launch has routed it.
    """
    gone = standing.withdrawn(store)
    here = tuple(body for body in bodies if body.id not in gone)
    match wanted:
        case "asked" | "mandates":
            asked = {each.stakeholder for each in query.assignments(store, round)}
            return tuple(body for body in here if body.id in asked)
        case "owing":
            owing = set(standing.owing(store, round))
            return tuple(body for body in here if body.id in owing)
        case Select():
            return tuple(body for body in here if body.id in _chosen(wanted, store, here))
        case "everybody":
            return here
    raise ValueError(wanted)


def _chosen(select: Select, store: Store, bodies: Iterable[Stakeholder]) -> frozenset[str]:
    """Return the ids for which all holds that is asked for."""
    found = {
        body.id
        for body in bodies
        if (not select.kinds or body.kind in select.kinds)
        and (not select.topics or set(select.topics) & {*body.topics, *body.mandates})
        and set(select.trained) <= set(body.trained)
    }
    if select.answered:
        returned = query.returns(store).items()
        found &= {body for body, many in returned if any(each.round == select.answered for each in many)}
    held = standing.held(store) if select.attended or select.took_part else {}
    for action in select.attended:
        found &= set(held[action].attended) if action in held else set()
    if select.took_part:
        found &= _took_part(select.took_part, store, held)
    if select.sheet:
        found &= {
            each.subject
            for each in standing.outcomes(store, select.sheet)
            if not select.outcomes or each.outcome in select.outcomes
        }
    return frozenset(found)


def _took_part(names: tuple[str, ...], store: Store, held: Mapping[str, standing.Held]) -> set[str]:
    """Return the ids of those who answered one of these rounds or attended one of these actions."""
    returned = query.returns(store).items()
    answered = {body for body, many in returned if any(each.round in names for each in many)}
    return answered.union(*(held[name].attended for name in names if name in held))
