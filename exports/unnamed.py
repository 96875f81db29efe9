"""Counting those who are not named: no count, and no difference of two, stands for one or two of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exports.attribution import CROWD, Label, credits_for, level
from stakeholders.model import Kind, Stakeholder


def tellable(unnamed: int) -> bool:
    """Say whether a total may be printed beside the names, if so many in it are not named."""
    return unnamed == 0 or unnamed >= CROWD


@dataclass(frozen=True)
class Crowds:
    """Those who are not named: who answered, by kind or (None) as non-governmental; and all others."""

    labelled: Mapping[Kind | None, int]
    others: int


def crowds(hidden: Iterable[Stakeholder], answered: set[str]) -> Crowds:
    """Count bodies that may not be named under the labels under which their texts may stand.

    A label stands for those who answered only: who is silent hides nobody. Where one or two are left over,
    the smallest group is counted with them, so that its label is not printed and nobody is left over alone.
    """
    hidden = tuple(hidden)
    labelled: dict[Kind | None, int] = {}
    for credit in credits_for((body, level(body)) for body in hidden if body.id in answered).values():
        if credit.label in (Label.TYPE, Label.FOLDED):
            labelled[credit.kind] = labelled.get(credit.kind, 0) + 1
    others = len(hidden) - sum(labelled.values())
    while labelled and not tellable(others):
        others += labelled.pop(min(labelled, key=lambda kind: (labelled[kind], kind or "")))
    return Crowds(labelled, others)
