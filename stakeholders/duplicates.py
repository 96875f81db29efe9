"""Rows of the registry that are likely one body: the same address, telephone or name, or its initials."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz, process

from stakeholders.entries import Entry
from stakeholders.words import fold

SAME_NAME = 90
"""From this likeness (of 100) on, two names whose words are sorted are taken for one."""

WEIGHTS = {"email": 5, "name": 5, "near-name": 4, "telephone": 3, "initials": 2}
"""How much each sign counts; a pair with the sum of 2 is worth a look, with 5 it is all but sure."""

SMALL = frozenset("of the and for de la le les du des d l et a au aux".split())  # noqa: SIM905  # reads as words
DIGITS = 8
"""Digits by which telephones are compared, from the right: codes of countries are written in many ways."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Why two rows may be one body: `kind` is a key of WEIGHTS, `value` what they have in common."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Pair:
    keep: Entry  # the one that says more
    other: Entry
    signs: tuple[Sign, ...]

    @property
    def score(self) -> int:
        return sum(WEIGHTS[sign.kind] for sign in self.signs)


def duplicates(entries: Sequence[Entry]) -> tuple[Pair, ...]:
    """Return the pairs that are likely one body, the surest first."""
    signs: dict[tuple[int, int], list[Sign]] = defaultdict(list)
    for first, second, sign in (*_names(entries), *_shared(entries, "email"), *_shared(entries, "telephone")):
        signs[first, second].append(sign)
    pairs = [_pair(entries[first], entries[second], found) for (first, second), found in signs.items()]
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.keep.row, pair.other.row)))


def _pair(first: Entry, second: Entry, signs: Iterable[Sign]) -> Pair:
    fuller = sum(map(bool, second.texts.values())) > sum(map(bool, first.texts.values()))
    keep, other = (second, first) if fuller else (first, second)
    return Pair(keep, other, tuple(signs))


def _names(entries: Sequence[Entry]) -> Iterator[tuple[int, int, Sign]]:
    words = [[word for word in fold(entry.name).split() if word not in SMALL] for entry in entries]
    names = [" ".join(sorted(each)) for each in words]
    for number, name in enumerate(names):
        if not name:
            continue
        later = names[number + 1 :]
        for _, score, place in process.extract(
            name, later, scorer=fuzz.ratio, score_cutoff=SAME_NAME, limit=None
        ):
            second = number + 1 + place
            if _numbers(name) == _numbers(names[second]):
                kind = "name" if score == 100 else "near-name"  # noqa: PLR2004  # per cent
                yield number, second, Sign(kind, entries[second].name)
    yield from _initials(entries, words)


def _initials(entries: Sequence[Entry], words: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, Sign]]:
    """Yield a name of one word that is the initials of another name, such as FIU."""
    short = {each[0]: number for number, each in enumerate(words) if len(each) == 1}
    for number, each in enumerate(words):
        initials = "".join(word[0] for word in each)
        if len(initials) > 2 and initials in short:  # noqa: PLR2004  # two letters fit too much
            first, second = sorted((number, short[initials]))
            yield first, second, Sign("initials", entries[short[initials]].name)


def _numbers(name: str) -> list[str]:
    """Return the numbers in a name: Regional Court 1 is not Regional Court 2."""
    return re.findall(r"\d+|\b[ivx]+\b", name)


def _shared(entries: Sequence[Entry], column: str) -> Iterator[tuple[int, int, Sign]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        if key := _key(entry.text(column), column):
            holders[key].append(number)
    for numbers in holders.values():
        for first, second in combinations(numbers, 2):
            yield first, second, Sign(column, entries[second].text(column))


def _key(text: str, column: str) -> str:
    if column == "email":
        return text.casefold().removeprefix("mailto:")
    digits = "".join(re.findall(r"\d", text))
    return digits[-DIGITS:] if len(digits) >= DIGITS else ""
