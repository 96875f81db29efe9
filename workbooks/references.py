"""What a law cell cites: laws by their number in the sheet of laws, and free text, in the order of the cell.

References are found however people join them: `L1 art. 331 et L2 art. 4`, `art. 3 of L1; see also L2`. A word
that only joins is dropped where it touches a reference; every other word stays in a citation. `L1–L3` and
`L1 and 2` are all the laws they name; where it is not certain which these are, the cell is `unclear`.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

from workbooks.layout import LAWS
from workbooks.values import folded, is_blank

DEFINITIONS: Final = Path(__file__).parent / "definitions" / "citing.yaml"

_REFERENCE: Final = re.compile(r"(?<![0-9A-Za-zÀ-ɏ_])L ?(\d{1,3})(?![0-9A-Za-zÀ-ɏ_])", re.IGNORECASE)
_LAW: Final = r"(?<![0-9A-Za-zÀ-ɏ_.-])L ?(\d{1,2})"
_AND: Final = r"\s*(?:[{signs}]|\s[^\W\d]{{1,3}}\s)\s*\d{{1,2}}"
_TWO: Final = re.compile(rf"{_LAW}(\s*[-–—‐‑]\s*|\s+[^\W\d]{{1,8}}\s+)L ?(\d{{1,2}})", re.IGNORECASE)
_RANGE: Final = re.compile(rf"{_TWO.pattern}(?=\s*(?:$|[;؛；,&+\n]))", re.IGNORECASE)
_JOINED: Final = re.compile(rf"{_LAW}((?:{_AND.format(signs='&+/')})+)(?![\w.(/-]|\s*[.(]\d)", re.IGNORECASE)
_BARE: Final = re.compile(rf"{_LAW}((?:{_AND.format(signs=',&+/-')})+)\s*$", re.IGNORECASE)
_FOLLOWED: Final = re.compile(r"[-.]\d")
_EDGES: Final = " \t\u00a0\u202f,:–—-/"
_LONGEST: Final = 3
"""So many words a joining phrase has at most."""

_NEAR: Final = 40
"""So many letters before a reference may speak against it."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One thing cited: a law by its number, with its provision as `text`; or, without number, a free text."""

    text: str
    law: str = ""
    written: str = ""  # the law's number and provision as they came, for a number that leads nowhere


def cited(cell: str, known: Collection[str]) -> Iterator[Cited]:
    """Yield what a cell cites; `known`: the laws that have a title.

    A cell without any reference is free text, one citation per line; in another, semicolons part too.
    """
    lines = [line for line in _in_full(cell, known).split("\n") if not is_blank(line)]
    parts = [part.strip() for line in lines for part in re.split("[;؛；]", line) if not is_blank(part)]
    hits = [list(_references(part, known)) for part in parts]
    if not any(hits):
        yield from map(Cited, lines)
        return
    for part, found in zip(parts, hits, strict=True):
        yield from _of_part(part, found) if found else (Cited(part),)


def unclear(cell: str, known: Collection[str]) -> bool:
    """Tell whether it is not certain which laws a cell means: `not L1 but L2`, `L2 (was L3)`, `L1, 2`.

    Bare numbers behind a comma may be laws or provisions, where there are laws with these numbers.
    """
    parts = re.split("[;؛；\n]", _in_full(cell, known))
    return any(_turned(part, known) or _ranged(part) or _bare(part, known) for part in parts)


def _turned(part: str, known: Collection[str]) -> bool:
    """Tell whether a reference stands behind a word that says it is not meant, or in brackets behind any."""
    start = 0
    for hit in _references(part, known):
        before = part[: hit.start()]
        bracket = max(before.rfind("("), before.rfind("["))
        within = bracket > max(before.rfind(")"), before.rfind("]"))
        if within and _unjoined_start(before[max(bracket + 1, start) :]):
            return True
        if _says_not(before[start:]):
            return True
        start = hit.end()
    return False


def _says_not(words: str) -> bool:
    plain = f" {folded(words)} "
    return any(f" {word} " in plain for word in _words()["not"])


def _ranged(part: str) -> bool:
    """Tell whether a range of laws stands in a part that could not be written out."""
    return any(_joint(hit[2]) in _words()["range"] for hit in _TWO.finditer(part))


def _joint(words: str) -> str:
    return folded(words) or words.strip()


def _bare(part: str, known: Collection[str]) -> bool:
    """Tell whether what follows a reference is nothing but numbers that laws have, too."""
    for hit in _BARE.finditer(part):
        numbers = re.findall(r"\d+", hit[2])
        if not _join(hit[2], ",/-"):
            continue
        within = hit[2].lstrip()[:1] == "-" and int(numbers[0]) <= int(hit[1])
        if not within and all(f"L{int(number)}" in known for number in (hit[1], *numbers)):
            return True
    return False


def _in_full(cell: str, known: Collection[str]) -> str:
    """Write out the laws of a range and of a list: `L1, L2, L3` for `L1–L3`, `L1, L2` for `L1 and 2`."""
    if re.fullmatch(r"\s*[(\[][^()\[\]]*[)\]]\s*", cell):
        cell = cell.strip()[1:-1]
    return _JOINED.sub(lambda hit: _all_of(hit, known), _RANGE.sub(_between, cell))


def _between(hit: re.Match[str]) -> str:
    first, last = int(hit[1]), int(hit[3])
    if _joint(hit[2]) not in _words()["range"] or not first < last <= LAWS:
        return hit[0]
    return ", ".join(f"L{number}" for number in range(first, last + 1))


def _all_of(hit: re.Match[str], known: Collection[str]) -> str:
    numbers = [f"L{int(number)}" for number in (hit[1], *re.findall(r"\d+", hit[2]))]
    every = _join(hit[2], "/") and all(number in known for number in numbers)
    return ", ".join(numbers) if every else hit[0]


def _join(words: str, signs: str) -> bool:
    """Tell whether nothing but numbers, joining words and some signs stand in a text."""
    joints = (_joint(joint) for joint in re.findall(r"[^\d\s]+", words))
    return all(joint in signs or joint in _words()["joining"] for joint in joints)


def _references(part: str, known: Collection[str]) -> Iterator[re.Match[str]]:
    """Yield the references in a part; `art. L 233-3` within a text is the article of a code, and none."""
    for hit in _REFERENCE.finditer(part):
        before = part[max(0, hit.start() - _NEAR) : hit.start()].split()
        within = before and (
            _FOLLOWED.match(part, hit.end())
            or folded(before[-1]) in _words()["article"]
            or (_law(hit) not in known and int(hit[1]) > LAWS)
        )
        if not within:
            yield hit


def _law(hit: re.Match[str]) -> str:
    return f"L{int(hit[1])}"


def _of_part(part: str, hits: list[re.Match[str]]) -> Iterator[Cited]:
    """Yield what one part cites, which has some references."""
    before = part[: hits[0].start()]
    if not _belongs(before):
        if free := _unjoined_end(_unjoined_start(before)).rstrip(" (["):
            yield Cited(free)
        before = ""
    alone = len(hits) == 1 and hits[0].start() == 0
    for hit, end in zip(hits, [*(hit.start() for hit in hits[1:]), len(part)], strict=True):
        after, following = part[hit.end() : end], ""
        if end < len(part):
            if _unjoined_start(after) != after.strip() and _belongs(after):
                after, following = "", after
            after = _unjoined_end(after)
        said = after.strip().lstrip(_EDGES + ".;") if alone or _says(after) else ""
        provision = " ".join(filter(None, (_provision(before), said)))
        yield Cited(provision, _law(hit), " ".join(filter(None, (hit[0], provision))))
        before = following


def _belongs(words: str) -> bool:
    """Tell whether a text is the provision of the law named after it: `art. 3 of …`, or a bare `art. 3 …`."""
    plain = _unjoined_start(words)
    if plain and _ends_with(plain, "of-law"):
        return True
    start = re.match(r"\W*([^\W\d_]+)(.*)", plain, re.DOTALL)
    return bool(start and folded(start[1]) in _words()["article"] and not re.search(r"[^\W\d_]{3}", start[2]))


def begins_with_provision(words: str) -> bool:
    """Tell whether a text begins with a provision: `art. 3 of …`, `s. 12`, `§ 5`."""
    start = re.match(r"\W*?(§+|[^\W\d_]+)\W*\d", words)
    return bool(start and (start[1][0] == "§" or folded(start[1]) in _words()["article"]))


def _provision(words: str) -> str:
    """Return the provision that stands before its law, without what only joins the two."""
    plain = _unjoined_start(words)
    while plain and (size := _ends_with(plain, "of-law")):
        plain = plain[:-size].rstrip(_EDGES)
    return plain.rstrip(_EDGES)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Return the words that join, tie and number, folded; signs alone stay as they are."""
    kinds = YAML(typ="safe").load(DEFINITIONS.read_text(encoding="utf-8"))
    return {kind: frozenset(folded(word) or word for word in known) for kind, known in kinds.items()}


def _says(words: str) -> bool:
    return any(letter.isalnum() or letter == "§" for letter in words)


def _unjoined_start(words: str) -> str:
    """Return a text without the words and marks that only join it to what stands before."""
    plain = words.strip().lstrip(_EDGES)
    while plain and (size := _starts_with(plain, "joining")):
        plain = plain[size:].lstrip(_EDGES)
    return plain if _says(plain) else ""


def _unjoined_end(words: str) -> str:
    """Return a text without the words and marks that only join it to what stands after."""
    plain = words.strip().rstrip(_EDGES)
    while plain and (size := _ends_with(plain, "joining")):
        plain = plain[:-size].rstrip(_EDGES)
    return plain if _says(plain) else ""


def _starts_with(words: str, phrases: str) -> int:
    """Return the length of the longest of some known phrases at the start of a text, or 0."""
    ends = [hit.end() for hit in islice(re.finditer(r"\S+", words), _LONGEST)]
    return next((end for end in reversed(ends) if _known(words[:end], phrases)), 0)


def _ends_with(words: str, phrases: str) -> int:
    """Return the length of the longest of some known phrases at the end of a text, or 0."""
    for size in range(_LONGEST, 0, -1):
        head, *last = words.rsplit(None, size)
        start = len(head) if len(last) == size else 0
        if _known(words[start:], phrases):
            return len(words) - start
    return 0


def _known(words: str, phrases: str) -> bool:
    if len(words) > _NEAR:
        return False
    plain = words.strip()
    return (folded(plain) or plain) in _words()[phrases]
