"""What a text that is none of the answers of a list most likely meant: for the sender to say, never taken."""

from typing import Final, NamedTuple

from problems import nearest
from questionnaires.model import AnswerType, Item
from workbooks.layout import answer_labels, label
from workbooks.values import key, typed, words_for

_LEAST: Final = 2
"""A beginning shorter than this means nothing: the `y` of `y compris`."""

_MOST: Final = 100
"""No answer is longer than this."""


class Suggestion(NamedTuple):
    """The printed answer that a text suggests, or nothing; and whether the text says more than that."""

    label: str = ""
    more: bool = False


def suggestion(words: str, item: Item, language: str) -> Suggestion:
    """Suggest the answer that a text begins with, the longest such, else the one it most resembles.

    Of `not yes`, which resembles `Yes`, nothing is suggested.
    """
    plain = key(words).removesuffix(" ?")
    if meant := _begun(plain, item):
        return Suggestion(label(language, meant, item), more=plain not in words_for(item))
    if typed()["not"].intersection(plain.split()):
        return Suggestion()
    return Suggestion(nearest(" ".join(words.split())[:200], answer_labels(language, item)))


def _begun(words: str, item: Item) -> str:
    """Return the answer that a key begins with; of `Yes`, going on with `partly`, `Yes, in part`."""
    known = words_for(item)
    spaced = f"{words} "
    ends = (place for place in range(min(len(words), _MOST), _LEAST - 1, -1) if spaced[place] == " ")
    meant = (known.get(spaced[:end], frozenset()) for end in ends)
    answer = next((next(iter(answers)) for answers in meant if len(answers) == 1), "")
    partly = (word for word in typed()["in-part"] if f" {word} " in f" {spaced}")
    if answer == "yes" and item.type is AnswerType.SCALE and any(partly):
        return "in-part"
    ticked = item.type is AnswerType.CHOICES and answer in item.values  # each has a cell of its own
    return "" if ticked else answer
