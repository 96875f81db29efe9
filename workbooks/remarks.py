"""Words that stand where an answer should: placeholders, `same as above`, `no change`, a dash for nothing."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal, cast

from ruamel.yaml import YAML

from workbooks.values import key

DEFINITIONS: Final = Path(__file__).parent / "definitions" / "remarks.yaml"

Remark = Literal["", "nothing", "later", "same", "unchanged", "attached"]
"""What a text is, if it is no answer; nothing of it where it may be one."""

_LONGEST: Final = 60
"""A longer text says something of its own."""

_FILE_WORDS: Final = 3
"""So many words may follow `see attached`: which file it is."""


def remark(words: str) -> Remark:
    """Tell which remark a text consists of; a text that says more is none."""
    return _remark(words) if len(words) <= _LONGEST else ""


@lru_cache(maxsize=4096)  # short texts come again and again
def _remark(words: str) -> Remark:
    plain = _plain(words)
    if found := _known().get(plain):
        return found
    parts = plain.split()
    begun = (" ".join(parts[:size]) for size in range(max(len(parts) - _FILE_WORDS, 1), len(parts)))
    return "attached" if any(_known().get(start) == "attached" for start in begun) else ""


def names_no_law(words: str) -> bool:
    """Tell whether a law cell says that there is no law to name."""
    return len(words) <= _LONGEST and _plain(words) in _defined()["no-law"]


def _plain(words: str) -> str:
    plain = key(words)
    if not any(letter.isalnum() for letter in plain):
        return plain[0] if plain and len(set(plain)) == 1 else plain
    return plain.removesuffix(" ?")


@cache
def _known() -> Mapping[str, Remark]:
    return {
        word: cast("Remark", kind) for kind, words in _defined().items() if kind != "no-law" for word in words
    }


@cache
def _defined() -> Mapping[str, frozenset[str]]:
    kinds = YAML(typ="safe").load(DEFINITIONS.read_text(encoding="utf-8"))
    return {kind: frozenset(map(_plain, words)) for kind, words in kinds.items()}
