"""Who may be named in the external edition, and under what else a contribution may stand.

- NAMED: under the name.
- BY_TYPE: under the type, where at least three of that type who may not be named answered the item.
- otherwise, and for ANONYMOUS: under "non-governmental stakeholders", where at least three non-governmental
  ones who may not be named stand under that very label.
- otherwise WITHHELD: the text is left out, for a person to decide; the value still counts.

An error must mean less disclosure, so this is stricter than it might be in two points: those who are named
anyway do not hide the others and are not counted; and no label stands for fewer than three, so that one left
over is not told by subtraction: then the types are folded with it. The anonymous hide in that group only.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from stakeholders.model import NON_GOVERNMENTAL, Attribution, Kind, Stakeholder

CROWD = 3
"""As few as may stand under one label."""

Level = tuple[Stakeholder, Attribution]


class Label(StrEnum):
    NAME = "name"
    TYPE = "type"
    FOLDED = "folded"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Credit:
    """Under what a contribution may be printed: whose name, which type, or nothing."""

    label: Label
    stakeholder: str = ""
    kind: Kind | None = None


WITHHELD = Credit(Label.WITHHELD)
FOLDED = Credit(Label.FOLDED)

_DISCLOSURE = (Attribution.ANONYMOUS, Attribution.BY_TYPE, Attribution.NAMED)


def least(one: Attribution, other: Attribution) -> Attribution:
    """Return the level that discloses less."""
    return min(one, other, key=_DISCLOSURE.index)


def level(stakeholder: Stakeholder) -> Attribution:
    """Return how a stakeholder may appear; one at risk never appears, whatever else is written."""
    return Attribution.ANONYMOUS if stakeholder.at_risk else stakeholder.attribution


def credits_for(contributors: Iterable[Level]) -> dict[str, Credit]:
    """Return for each contributor to one item, by id, under what the contribution may stand."""
    levels = tuple(contributors)
    credited = {
        body.id: Credit(Label.NAME, stakeholder=body.id) if at is Attribution.NAMED else WITHHELD
        for body, at in levels
    }
    hidden = [(body, at) for body, at in levels if at is not Attribution.NAMED]
    crowds = Counter(body.kind for body, at in hidden if at is Attribution.BY_TYPE)
    typed = {
        body.id: Credit(Label.TYPE, kind=body.kind)
        for body, at in hidden
        if at is Attribution.BY_TYPE and crowds[body.kind] >= CROWD
    }
    civil = [body.id for body, _ in hidden if body.kind in NON_GOVERNMENTAL]
    left = [body for body in civil if body not in typed]
    if left and len(left) < CROWD <= len(civil):
        left = civil  # fold the types too: nobody is left over alone
    credited |= typed
    if len(left) >= CROWD:
        credited |= dict.fromkeys(left, FOLDED)
    return credited


class Guard:
    """Finds in a text the names, ids, addresses and contacts of those who may not be named.

    Names are found however they are written: in any case, in compatible letters, with any gap between words.
    """

    def __init__(self, hidden: Iterable[Stakeholder]) -> None:
        terms = {" ".join(_GAP.split(_folded(term))).strip() for body in hidden for term in _terms(body)}
        self._pattern = _matcher(terms - {""})

    def reveals(self, text: str) -> bool:
        return self._pattern is not None and bool(text) and self._pattern.search(_folded(text)) is not None


def _terms(body: Stakeholder) -> tuple[str, ...]:
    return body.name, body.id, body.contact, body.email, body.telephone


def _folded(text: str) -> str:
    """Return a text without case, in compatible letters, without the characters that nobody sees."""
    if text.isascii():
        return text.lower()
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()


_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_GAPS = r"[\s\-‐‑‒–—_.,'’]"
_GAP = re.compile(f"{_GAPS}+")
_SHORT = 4
"""Names shorter than this count only as whole words: "Ice" is not in "police"."""

Trie = dict[str, "Trie"]


def _matcher(terms: Iterable[str]) -> re.Pattern[str] | None:
    """Compile the terms into one expression over their common beginnings: many terms cost as few."""
    trie: Trie = {}
    whole = []
    for term in sorted(terms):
        if len(term) < _SHORT:
            whole.append("".join(map(_letter, term)))
            continue
        node = trie
        for letter in term:
            node = node.setdefault(letter, {})
        node[""] = {}
    parts = [_expression(trie)] if trie else []
    if whole:
        parts.append(rf"(?<!\w)(?:{'|'.join(whole)})(?!\w)")
    return re.compile("|".join(parts)) if parts else None


def _expression(node: Trie) -> str:
    if "" in node:
        return ""  # a shorter term ends here: whatever follows, it is found
    branches = [_letter(letter) + _expression(rest) for letter, rest in node.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _letter(letter: str) -> str:
    return f"{_GAPS}+" if letter == " " else re.escape(letter)


def levels_of(
    stakeholders: Mapping[str, Stakeholder], ids: Iterable[str], lowered: Mapping[str, Attribution]
) -> list[Level]:
    """Return the registered contributors with their levels; `lowered` has those who asked for less."""
    return [
        (body, least(level(body), lowered.get(body.id, Attribution.NAMED)))
        for name in ids
        if (body := stakeholders.get(name))
    ]
