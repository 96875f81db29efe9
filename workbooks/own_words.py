"""What somebody wrote into our own words: behind a question, behind a code."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from languages import say
from languages.messages import spoken
from questionnaires.model import Item
from workbooks.found import CODE, Row
from workbooks.index import Index
from workbooks.layout import elsewhere, label, provision, said, words
from workbooks.values import folded, key, read_tick

WORD: Final = 3
"""So many letters at least make a word."""

_ISOLATES: Final = dict.fromkeys((*range(0x2066, 0x206A), 0x200E, 0x200F))
_SIGNS: Final = re.compile(r"\W+")
_COLONS: Final = (":", "：")


def in_words(row: Row, index: Index) -> str:
    """Return what stands in the cell of a question's or an option's words beside them; mostly nothing."""
    held = row.value("question")
    if not isinstance(held, str) or "#" in row.code:
        return ""
    return _beside(held, row.code, index)


@lru_cache(maxsize=4096)
def _beside(held: str, code: str, index: Index) -> str:
    lines = (line.partition(_remark_mark())[0] for line in held.splitlines())
    text = _plain(" ".join(lines))
    item, option = index.options.get(code, (index.items.get(code), None))
    if item is None:
        return ""
    worded = {tag: _plain(words(option.label if option else item.text, tag)) for tag in spoken()}
    for tag, wording in sorted(worded.items(), key=lambda each: -len(each[1])):  # Civile before Civil
        before, found, rest = text.partition(wording)
        if not found:
            continue
        for piece in () if option else _pieces(item, tag):
            rest = rest.replace(piece, " ", 1)
        if item.enable_when and before.rstrip().endswith(_COLONS):
            before = ""  # when it applies
        beside = _plain(f"{before} {rest}")
        pieces = () if option else _pieces(item, tag)
        said = _worded(_without(_letters(beside), map(_letters, pieces))) or _ticked(beside)
        return beside if said else ""
    return ""


def _without(text: str, pieces: Iterable[str]) -> str:
    """Leave pieces out whose signs an old encoding had no room for: ✓ came back as a question mark."""
    for piece in filter(None, pieces):
        text = text.replace(piece, " ", 1)
    return text


def _letters(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text).split())


def _pieces(item: Item, tag: str) -> Iterator[str]:
    """Yield what our files say of a question after its words, the longer first."""
    guidance = words(item.guidance, tag)
    offered = " · ".join(label(tag, value, item) for value in item.values)
    every = {
        f"[{provision(item, tag)}]" if item.provision else "",
        guidance,
        *guidance.splitlines(),
        elsewhere(item, tag),
        said(tag, "see-optional"),
        say(tag, "printed", "see-table"),
        say(tag, "printed", "one-of", options=offered),
    }
    yield from sorted(filter(None, map(_plain, every)), key=len, reverse=True)


def in_code(row: Row, index: Index) -> str:
    """Return what the cell of a row's code says that was recognized otherwise; nothing where it is cut."""
    held = row.value(CODE)
    if row.how not in ("name", "text") or not isinstance(held, str) or index.code(held):
        return ""
    if _ticked(held):
        return held
    plain, code = folded(held), folded(row.code)
    if plain in code or not _worded(plain.replace(code, "")) or index.like_a_code(held):
        return ""
    return held


@lru_cache(maxsize=1)
def _remark_mark() -> str:
    """Return the sign before our own remarks, the same in every language."""
    (mark,) = {said(tag, "remark-mark").strip() for tag in spoken()}
    return mark


def _plain(text: str) -> str:
    """Return a text with single blanks, without the signs that keep words of another direction apart."""
    return " ".join(text.translate(_ISOLATES).split())


def _ticked(text: str) -> bool:
    """Tell whether a text is a tick, and no number, as programs put before lists."""
    return read_tick(text) is True and not key(text).isdigit()


def _worded(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= WORD
