"""Outcomes as people write them: the label, or what is usually typed for it, where it has one reading."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

from workbooks.choice_layout import ChoiceSheet, Outcome
from workbooks.contents import Value
from workbooks.decision_layout import visible
from workbooks.marked import cell_text
from workbooks.values import folded

DEFINITIONS: Final = Path(__file__).parent / "definitions" / "chosen.yaml"

LEAST_LETTERS: Final = 3
"""The fewest letters that are taken for the beginning of a label."""

_NUMBERED: Final = re.compile(r"[^\W\d]* ?(\d{1,3})")
"""A number alone, or after one word at most: 1, p1, priority 1."""


@cache
def meanings() -> tuple[frozenset[str], ...]:
    """Return the words that mean the same, a set for each meaning, as they are compared."""
    lists = YAML(typ="safe").load(DEFINITIONS.read_text(encoding="utf-8"))
    return tuple(frozenset(map(_folded, words)) for words in lists)


def readings(value: Value, sheet: ChoiceSheet, language: str) -> tuple[str, ...]:
    """Return the ids of the outcomes that a cell may mean: none, one, or several to be asked back.

    The first way to read it that finds any outcome counts: the label in the file's `language`; the id, or a
    label in another language; a word that means the same; a number; the beginning of one.
    """
    typed = cell_text(value)
    words = _folded(typed)
    for found in _ways(typed, words, sheet, language):
        if ids := tuple(dict.fromkeys(found)):
            return ids
    return ()


def _ways(typed: str, words: str, sheet: ChoiceSheet, language: str) -> Iterator[Iterator[str]]:
    own = {outcome.id: visible(sheet.label(outcome.id, language)) for outcome in sheet.outcomes}
    names = {outcome.id: set(map(_folded, _names(outcome))) for outcome in sheet.outcomes}
    yield (one for one, label in own.items() if label.strip() == typed)
    yield (one for one, label in own.items() if _folded(label) == words)
    yield (one for one, known in names.items() if words in known)
    alike = [meaning for meaning in meanings() if words in meaning]
    yield (one for one, known in names.items() if any(meaning & known for meaning in alike))
    number = _number(words)
    yield (one for one, known in names.items() if number and number in map(_number, known))
    start = _squeezed(words)
    if len(start) >= LEAST_LETTERS:
        yield (one for one, known in names.items() if _begins(start, known))


def _names(outcome: Outcome) -> Iterator[str]:
    yield outcome.id
    yield from outcome.label.values()


def _folded(words: str) -> str:
    """Fold a text as values are; a sign alone, such as ✓, stays as it is."""
    return folded(words) or words.strip()


def _squeezed(words: str) -> str:
    return words.replace(" ", "")


def _begins(start: str, known: Iterable[str]) -> bool:
    return any(_squeezed(name).startswith(start) for name in known)


def _number(words: str) -> str:
    hit = _NUMBERED.fullmatch(words)
    return hit[1].lstrip("0") if hit else ""
