"""What a text that is none of the answers of a list most likely meant: for the sender to say, never taken."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from problems import nearest
from questionnaires.model import AnswerType, Item
from workbooks.layout import answer_labels, label
from workbooks.values import TURNED, key, typed, words_for

_FOR_LETTERS: Final = str.maketrans("015", "ois")
"""The letters that figures look like."""

_LEAST: Final = 2
"""A beginning shorter than this means nothing: the `y` of `y compris`."""

_MOST: Final = 100
"""No answer is longer than this."""

_LONGEST: Final = 12
"""No answer that is sought among other words has more words than this."""

_STEM: Final = 4
"""A word this long, in what is another statement, stands for its plurals, too."""


class Suggestion(NamedTuple):
    """The printed answer that a text suggests, or nothing; and whether the text says more than that."""

    label: str = ""
    more: bool = False


def suggestion(words: str, item: Item, language: str) -> Suggestion:
    """Suggest the answer that a text begins with, the longest such, else the one it most resembles.

    Nothing is suggested of `not yes`, which resembles `Yes`, nor of `no opinion`, which is no `No`.
    """
    plain = key(words).removesuffix(" ?")
    if TURNED in plain.split() or len(_held(_parted(plain), item)) > 1:
        return Suggestion()
    start = _beginning(plain, item)
    if len(words_for(item).get(start, ())) > 1 or _is_another(plain, start):
        return Suggestion()
    meant, rest = _begun(plain, start, item)
    if meant:
        near = "" if _turned(meant, rest) else label(language, meant, item)
        return Suggestion(near, more=plain not in words_for(item))
    if typed()["not"].intersection(plain.split()):
        return Suggestion()
    if like := _with_letters(plain, item):
        return Suggestion(label(language, like, item))
    return Suggestion(nearest(" ".join(words.split())[:200], answer_labels(language, item)))


def _parted(words: str) -> str:
    """Part a key at the signs between its words: of `yes>no`, both are held."""
    return " ".join("".join(" " if unicodedata.category(each) == "Sm" else each for each in words).split())


def _with_letters(words: str, item: Item) -> str:
    """Return the answer that a text with figures for letters shows: `N0`, `0ui`."""
    if words.isdigit() or not any(map(str.isdigit, words)):
        return ""
    found = words_for(item).get(words.translate(_FOR_LETTERS), frozenset())
    return next(iter(found)) if len(found) == 1 else ""


def _beginning(words: str, item: Item) -> str:
    """Return the longest words that a key begins with and that are known; nothing where none are."""
    known, spaced = words_for(item), f"{words} "
    ends = [place for place in range(min(len(words), _MOST), _LEAST - 1, -1) if spaced[place] == " "]
    return next((spaced[:end] for end in ends if known.get(spaced[:end])), "")


def _is_another(words: str, start: str) -> bool:
    """Say whether a key begins like an answer and is, that far or farther, like another statement."""
    said, known = words.split(), len(start.split())
    statements = (each.split() for each in typed()["not-no"])
    return any(
        0 < known <= len(each) <= len(said) and all(map(_same, said, each))  # of their first words
        for each in statements
    )


def _same(word: str, known: str) -> bool:
    return word == known or (len(known) >= _STEM and word.startswith(known))


def _begun(words: str, start: str, item: Item) -> tuple[str, Sequence[str]]:
    """Return the answer that a key begins with, and the other words; of `Yes` with `partly`, `in part`."""
    answer, rest = next(iter(words_for(item).get(start, ())), ""), f"{words} "[len(start) :]
    partly = max((word for word in typed()["in-part"] if f" {word} " in rest), key=len, default="")
    if answer == "yes" and item.type is AnswerType.SCALE and partly:
        before, _, after = rest.partition(f" {partly} ")
        between = [word for word in before.split() if word not in typed()["but"]]  # `yes, but partly`
        return "in-part", [*between, *after.split()]
    ticked = item.type is AnswerType.CHOICES and answer in item.values  # each has a cell of its own
    return ("", ()) if ticked else (answer, rest.split())


def _turned(answer: str, rest: Sequence[str]) -> bool:
    """Say whether the words after an answer take it back; after `no`, a negation does so only at once."""
    denied = typed()["not"].intersection(rest if answer != "no" else rest[:1])
    joined = rest and rest[0].startswith(
        tuple(word for word in typed()["but"] | typed()["not"] if _signs(word))
    )
    return bool(denied or joined or typed()["but"].intersection(rest))


def _held(words: str, item: Item) -> frozenset[str]:
    """Return the answers whose words a key holds, the longest first; `Yes` and `in part` are one answer."""
    known, left = words_for(item), words.split()
    held: set[str] = set()
    while left:
        sizes = range(min(len(left), _LONGEST), 0, -1)
        size = next((size for size in sizes if _means_one(known, " ".join(left[:size]))), 0)
        held |= known[" ".join(left[:size])] if size else frozenset()
        left = left[size or 1 :]
    return frozenset(held - {"yes"} if "in-part" in held else held)


def _means_one(known: Mapping[str, frozenset[str]], words: str) -> bool:
    """Say whether words have one meaning; letters and figures may be anything: an abbreviation, a number."""
    return len(known.get(words, ())) == 1 and (len(words) >= _LEAST or _signs(words))


def _signs(word: str) -> bool:
    """Say whether a word is written in signs that stand for words, without spaces between them."""
    return "\u3400" <= word[0] <= "\u9fff"
