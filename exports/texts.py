"""Texts of strangers made fit for documents, and phrases that are said many thousand times."""

import re
import unicodedata
from functools import cache

from languages import direction, say

_ILLEGAL = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, "Char"
_NEWLINES = re.compile("\r\n?|\x0b")  # an old Mac's, and a word processor's line break inside a paragraph

REPLACEMENT = "\ufffd"
NO_BREAK = "\u00a0"


def printable(text: str) -> str:
    """Return a text with the characters that no XML document can carry visibly replaced by �."""
    if text.isascii() and text.isprintable():
        return text
    return _ILLEGAL.sub(REPLACEMENT, _NEWLINES.sub("\n", text))


def has_illegal(text: str) -> bool:
    return _ILLEGAL.search(text) is not None


def folded(text: str) -> str:
    """Return a text as a list is ordered by it: without case and accents, "École" as "ecole"."""
    if text.isascii():
        return text.casefold()
    letters = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_rtl(text: str) -> bool:
    """Say whether a text begins with a letter that is written from right to left."""
    if text.isascii():
        return False
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return False
            case "R" | "AL":
                return True
    return False


class Phrase:
    """A message of `submission` with parameters to be filled in many thousand times.

    Fluent forms it once, with a private character in each parameter's place; filling is one substitution, so
    that a parameter's text is never read as a pattern.
    """

    def __init__(self, language: str, message: str, *names: str) -> None:
        marks = {chr(0xF0000 + index): name for index, name in enumerate(names)}
        formed = say(language, "submission", message, **{name: mark for mark, name in marks.items()})
        parts = re.split(f"([{''.join(marks)}])", formed)
        self._names = tuple(marks[part] for part in parts if part in marks)
        self._template = "".join("%s" if part in marks else part.replace("%", "%%") for part in parts)

    def __call__(self, **values: str) -> str:
        return self._template % tuple([values[name] for name in self._names])


@cache
def phrase(language: str, message: str, *names: str) -> Phrase:
    return Phrase(language, message, *names)


@cache
def label(language: str, message: str) -> str:
    """Return a message of `submission` that has no parameters."""
    return say(language, "submission", message)


@cache
def obligation(language: str, level: str) -> str:
    """Return what a level of obligation is called beside a provision; nothing for none."""
    return say(language, "obligations", level) if level else ""


def rtl(language: str) -> bool:
    return direction(language) == "rtl"
