"""Answers with something around them that changes nothing: read, and the reader is told how.

What is plain, `values.read_choice` reads, and nobody is told. Here are the ticked boxes of a form pasted into
one cell, numbering, a tick beside the word, and the same answer twice, in two languages: each has one
reading, and what has two is asked back.
"""

import re
from collections.abc import Collection, Mapping
from datetime import datetime, time
from typing import Final

from questionnaires.model import Item
from responses.model import Absence
from workbooks.contents import Value as CellValue
from workbooks.contents import text
from workbooks.references import begins_with_provision
from workbooks.values import TURNED, UNREADABLE, Several, Unreadable, key, meant, one_of, typed, words_for

_MOST: Final = 300
"""No list of answers is longer than this."""

_TICKED: Final = "☑☒✅✓✔√🗹🗷●◉⦿■\uf0fc\uf0fe\uf0fd\uf052\uf050"
_EMPTY: Final = "☐□◻▢⬜❏❑❒○◯\uf0a8\uf06f\uf071\uf0a3"
_BOX: Final = re.compile(rf"([{_TICKED}]|[\[(][xX×✓✔√х][\])])|([{_EMPTY}]|\[ ?\]|\( ?\))")
"""A ticked box, or an empty one; the private letters are those of Wingdings, as Word pastes them."""

_NUMBERING: Final = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]|o(?=\t)|>)\s*(?=\S)")
_FOOTNOTE: Final = re.compile(r"(?s)(.*\w\W*?)\s*(?:[\[(]\d{1,2}[\])]|[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹]+)\s*")
_BEHIND: Final = re.compile(r"\s*[(\[]|[,;:.]\s+|\s[-–—]\s+")
"""What parts an answer from what stands behind it."""

_TIME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}[0-9:.]*)(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?")


def rescued(value: CellValue, item: Item) -> str | Absence | Several | Unreadable:
    """Read an answer of a list that stands among signs and repetitions."""
    words = text(value)
    if not isinstance(value, str) or len(words) > _MOST:
        return UNREADABLE
    known = words_for(item)
    marks = list(_BOX.finditer(words))
    if marks:
        return one_of(_boxes(words, marks, known), item)
    number = _NUMBERING.match(words.lstrip())
    if number and not known.get(key(re.sub(r"[\d()]", "", number[0]))):  # `n. Yes` is two answers
        words = words.lstrip()[number.end() :]
    answers = meant(words, known) or _repeated(key(words).split(), known)
    return UNREADABLE if answers == {"yes", "in-part"} else one_of(answers, item)


def options_named(value: CellValue, item: Item) -> tuple[str, ...]:
    """Return the options whose printed words, and nothing else, stand in one cell: `Training; Equipment`."""
    if not isinstance(value, str) or len(value) > _MOST:
        return ()
    known = words_for(item)
    answers = _repeated(key(value).split(), known)
    several = any(len(meant) > 1 for word, meant in known.items() if meant & answers and word == key(value))
    named = () if several else tuple(each.value for each in item.options if each.value in answers)
    return named if len(named) == len(answers) else ()


def without_footnote(value: CellValue) -> CellValue:
    """Return an answer without the mark of a footnote behind it, as in `No [1]`; None without one."""
    hit = _FOOTNOTE.fullmatch(value) if isinstance(value, str) and len(value) <= _MOST else None
    return hit[1] if hit else None


def with_details(value: CellValue, item: Item) -> tuple[str, str] | None:
    """Split an answer from what only explains it: the provision in `Yes (s. 12)`, `not yet` after no."""
    if not isinstance(value, str) or len(value) > _MOST:
        return None
    for hit in reversed(list(_BEHIND.finditer(value))):
        answers = meant(value[: hit.start()], words_for(item))
        if len(answers) == 1 and answers <= set(item.values):
            (answer,) = answers
            rest = value[hit.end() :].strip()
            rest = rest.removesuffix(")").removesuffix("]") if hit[0].strip() in ("(", "[") else rest
            return (answer, rest) if _explains(rest, answer) else None
    return None


def _explains(words: str, answer: str) -> bool:
    """Tell whether words behind an answer only explain it, and take nothing of it back."""
    plain = key(words)
    turned = {*plain.split()} & (typed()["not"] | typed()["but"] | {"?", TURNED})
    provision = begins_with_provision(words) and not turned
    return provision or (answer == "no" and plain in typed()["yet"])


def _boxes(words: str, marks: list[re.Match[str]], known: Mapping[str, frozenset[str]]) -> Collection[str]:
    """Return the answers whose boxes are ticked; none where a box has no answer, or two have the same."""
    starts, ends = [mark.start() for mark in marks], [mark.end() for mark in marks]
    before = not words[: starts[0]].strip()
    if before == (not words[ends[-1] :].strip()):
        return ()
    if before:
        named = zip(ends, [*starts[1:], len(words)], strict=True)
    else:
        named = zip([0, *ends[:-1]], starts, strict=True)
    answers = [meant(words[start:end], known) for start, end in named]
    if any(len(each) != 1 for each in answers) or len(frozenset().union(*answers)) < len(answers):
        return ()
    return frozenset().union(*(each for each, mark in zip(answers, marks, strict=True) if mark[1]))


def _repeated(words: list[str], known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the answers that a text consists of, the longest first, with nothing else but `or` between.

    Figures are none among others: `1.1` is not twice 1.
    """
    if any(word.isdigit() for word in words):
        return frozenset()
    for size in range(len(words), 0, -1):
        found, rest = known.get(" ".join(words[:size])), words[size:]
        if found and rest:
            others = _repeated(rest[1:] if rest[0] in typed()["or"] else rest, known)
            return found | others if others else frozenset()
        if found:
            return found
    return frozenset()


def without_time(value: CellValue) -> CellValue:
    """Return a day without the time that stands with it; None where there is no time."""
    if isinstance(value, datetime):
        return value.date() if value.time() != time() else None
    hit = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    return hit[1] if hit else None
