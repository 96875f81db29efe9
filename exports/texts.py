"""Texts of strangers made fit for documents, and phrases that are said many thousand times."""

import re
import unicodedata
from functools import cache

from languages import direction, say

_ILLEGAL = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, "Char"
_NEWLINES = re.compile("\r\n?|\x0b")  # an old Mac's, and a word processor's line break inside a paragraph

REPLACEMENT = "\ufffd"


def printable(text: str) -> str:
    """Return a text with the characters that no XML document can carry visibly replaced by �; others stay as they are."""
    if text.isascii() and text.isprintable():
        return text
    return _ILLEGAL.sub(REPLACEMENT, _NEWLINES.sub("\n", text))


def has_illegal(text: str) -> bool:
    return _ILLEGAL.search(text) is not None


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

    Fluent forms it once, with a private character in each parameter's place; filling is plain replacement in one
    pass, so that a parameter's text is never read as a pattern.
    """

    def __init__(self, language: str, message: str, *names: str) -> None:
        marks = {name: chr(0xF0000 + index) for index, name in enumerate(names)}
        formed = say(language, "submission", message, **marks)
        self._parts = re.split("([" + "".join(marks.values()) + "])", formed) if marks else [formed]
        self._names = {mark: name for name, mark in marks.items()}

    def __call__(self, **values: str) -> str:
        return "".join(values[self._names[part]] if part in self._names else part for part in self._parts)


@cache
def phrase(language: str, message: str, *names: str) -> Phrase:
    return Phrase(language, message, *names)


@cache
def label(language: str, message: str) -> str:
    """Return a message of `submission` that has no parameters."""
    return say(language, "submission", message)


def rtl(language: str) -> bool:
    return direction(language) == "rtl"
