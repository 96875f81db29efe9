"""The layout of a decision workbook, once, for writer and reader: columns, marks, what may be chosen."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from languages import say
from questionnaires.model import AnswerType, Item
from responses.model import Divergence, Value
from responses.wording import value_text

SUBJECT: Final = "decisions"

COLUMNS: Final = ("item", "fingerprint", "who", "decision", "text", "reason", "decided-by")
"""Columns of the decisions, A to G; the first two are hidden. Over a decision stand the positions:
who · answer · what they say · law and provision · their comment."""

MARKS: Final = tuple(f"consult:{column}" for column in COLUMNS)
"""What the hidden first row says over each column: they are found by it wherever they have been moved."""

DECIDED_BY: Final = "consult:decided-by-all"
"""The item of the row whose `decided-by` holds for every row that names nobody."""

OPEN: Final = "keep-open"

LISTED: Final = frozenset({AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE})
"""Types of answer for which only a listed decision is possible; other decisions may be typed."""


LABEL_LIMIT: Final = 255
"""The longest text that a dropdown offers in every program; a longer one is typed, or copied."""


def column(name: str) -> int:
    """Return the index of a column, from 0."""
    return COLUMNS.index(name)


def word(language: str, message: str, **parameters: object) -> str:
    return say(language, SUBJECT, message, **parameters)


def offered(item: Item, divergence: Divergence, language: str) -> tuple[str, ...]:
    """List what the dropdown of a decision offers: every option or, without options, every value given."""
    labels = (text for text, _ in choices(item, divergence, language) if len(text) <= LABEL_LIMIT)
    return (*dict.fromkeys(labels), word(language, OPEN))


def choices(item: Item, divergence: Divergence, language: str) -> Iterator[tuple[str, Value]]:
    """Yield the labels that may be chosen, each with its value."""
    given = [position.value for position in divergence.positions if position.value is not None]
    others: list[Value] = [value for value in given if value not in item.values]
    for value in (*item.values, *others):
        yield visible(value_text(item, value, language)), value


def visible(text: str) -> str:
    """Return a stranger's text as a cell may hold it; what XML forbids becomes a replacement character."""
    return "".join("�" if _forbidden(letter) else letter for letter in text.replace("\r\n", "\n"))


def units(text: str) -> int:
    """Return a text's length as spreadsheet programs count it."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _forbidden(letter: str) -> bool:
    if letter in "\n\t":
        return False
    return unicodedata.category(letter) in {"Cc", "Cs"} or letter in "\ufffe\uffff"
