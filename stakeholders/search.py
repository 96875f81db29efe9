"""Search the registry over all its columns, whatever the accents and the typing errors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from stakeholders.entries import Entry
from stakeholders.words import fold

TYPED_WRONG = 78
"""From this likeness (of 100) on, a word of five letters or more counts as the other one mistyped."""

SHORT = 4
"""Words up to this length are not thought to be mistyped: too many others are near."""

NAME_FIRST = 1.25
"""How much more a word counts that is found in the body's name."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A body in which every word was found: how well (best first), and in which columns."""

    entry: Entry
    score: float
    columns: tuple[str, ...]


def find(
    words: Sequence[str], entries: Sequence[Entry], also: Mapping[str, Mapping[str, str]] | None = None
) -> tuple[Hit, ...]:
    """Find the bodies that have every one of `words`, best first.

    `also` gives, by the body's ref and column, further words for what is written there: a kind or a topic in
    other languages.
    """
    sought = [part for word in words for part in fold(word).split()]
    hits = []
    for entry in entries if sought else ():
        more = (also or {}).get(entry.ref, {})
        tokens = {
            column: fold(f"{text} {more.get(column, '')}").split() for column, text in entry.texts.items()
        }
        found = [_best(word, tokens) for word in sought]
        if all(score for score, _ in found):
            columns = tuple(dict.fromkeys(column for _, column in found))
            hits.append(Hit(entry, sum(score for score, _ in found) / len(found), columns))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.entry.row)))


def _best(word: str, tokens: Mapping[str, Sequence[str]]) -> tuple[float, str]:
    """Return how well a word is found where it is found best, and the column; 0 for nowhere."""
    scores = (
        (
            max((_likeness(word, token) for token in theirs), default=0)
            * (NAME_FIRST if at == "name" else 1),
            at,
        )
        for at, theirs in tokens.items()
    )
    return max(scores, key=lambda pair: pair[0], default=(0, ""))


def _likeness(word: str, token: str) -> float:
    if word == token:
        return 100
    if token.startswith(word) and len(word) > 1:
        return 92
    if len(word) > SHORT and word in token:
        return 85
    if len(word) <= SHORT or len(token) <= SHORT:
        return 0
    likeness = fuzz.ratio(word, token, score_cutoff=TYPED_WRONG)
    return likeness * 0.85
