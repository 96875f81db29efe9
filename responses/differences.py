"""What differs between two returns of one body, item by item, and between two texts, word by word. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from responses.model import Answer, Citation, Value


class Change(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    SILENT = "silent"  # the newer return says nothing here, so what was said before stands
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one item from one return to another; `parts` are those in which two answers differ."""

    item: str
    change: Change
    before: Answer | None
    after: Answer | None
    parts: tuple[str, ...] = ()  # of PARTS


PARTS = ("value", "absent", "details", "citations", "comment")


class Edit(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words of one fate."""

    edit: Edit
    text: str


def differences(before: Sequence[Answer], after: Sequence[Answer]) -> tuple[Difference, ...]:
    """Compare two returns: each item of either exactly once, in the order of `after`, then of `before`.

    Letters composed otherwise and other ends of lines are no difference, nor is another order of laws or of
    chosen options.
    """
    old, new = ({each.item: each for each in answers} for answers in (before, after))
    return tuple(_difference(item, old.get(item), new.get(item)) for item in dict.fromkeys([*new, *old]))


def same_text(text: str) -> str:
    """Return a text as it is compared: composed letters, one kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def word_edits(before: str, after: str) -> tuple[Run, ...]:
    """Tell how one text became the other, in stretches of whole words.

    What was kept and removed is `before`, what was kept and added is `after`, both as they are compared.
    """
    old, new = (_TOKENS.findall(same_text(text)) for text in (before, after))
    long = len(old) * len(new) > _EXACT
    runs: list[Run] = []
    for _, begin, end, start, stop in SequenceMatcher(None, old, new, autojunk=long).get_opcodes():
        gone, come = "".join(old[begin:end]), "".join(new[start:stop])
        if gone == come:
            runs.append(Run(Edit.KEPT, come))
        else:
            runs += [Run(edit, text) for edit, text in ((Edit.REMOVED, gone), (Edit.ADDED, come)) if text]
    return tuple(runs)


_MARKS = r".,;:!?()\[\]«»“”\"、。，；："
_IDEOGRAPHS = r"\u3400-\u4dbf\u4e00-\u9fff"
_TOKENS = re.compile(rf"[{_MARKS}{_IDEOGRAPHS}]\s*|[^\s{_MARKS}{_IDEOGRAPHS}]+\s*|\s+")
"""A word, a punctuation mark or an ideograph, with the space after it."""

_EXACT = 250_000
"""Beyond so many pairs of words, frequent words do not anchor a comparison: strangers' texts may be long."""


def _difference(item: str, before: Answer | None, after: Answer | None) -> Difference:
    if after is None:
        return Difference(item, Change.SILENT, before, None)
    if before is None:
        return Difference(item, Change.ADDED, None, after)
    old, new = _compared(before), _compared(after)
    parts = tuple(part for part, one, other in zip(PARTS, old, new, strict=True) if one != other)
    return Difference(item, Change.CHANGED if parts else Change.SAME, before, after, parts)


def _compared(answer: Answer) -> tuple[object, ...]:
    """Return the parts of an answer as they are compared, in the order of PARTS."""
    laws = frozenset(map(_law, answer.citations))
    return _value(answer.value), answer.absent, same_text(answer.details), laws, same_text(answer.comment)


def _value(value: Value) -> object:
    match value:
        case str():
            return same_text(value)
        case tuple() if all(isinstance(each, str) for each in value):
            return frozenset(value)
        case tuple():
            return tuple(
                tuple((name, same_text(text)) for name, text in row)
                for row in value
                if isinstance(row, tuple)
            )
    return value


def _law(citation: Citation) -> Citation:
    return Citation(*map(same_text, astuple(citation)))


def laws_apart(
    before: Sequence[Citation], after: Sequence[Citation]
) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
    """Return the laws that only the earlier answer cites, and those that only the newer one does."""
    old, new = (dict.fromkeys(map(_law, laws)) for laws in (before, after))
    return tuple(each for each in old if each not in new), tuple(each for each in new if each not in old)
