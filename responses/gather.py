"""Texts and laws from several answers: nothing lost, the same thing said once, with everyone who said it."""

import unicodedata
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from questionnaires.model import AnswerType, Item
from responses.model import Answer, Citation, Statement

T = TypeVar("T")


def plain(text: str) -> str:
    """Return a text as it is compared: composed letters, single spaces, no case."""
    return spaced(unicodedata.normalize("NFC", text)).casefold()


def spaced(text: str) -> str:
    return " ".join(text.split())


def texts_of(item: Item, answer: Answer) -> tuple[str, ...]:
    """Return what an answer tells: a text where the question asks for one, and its details if they differ."""
    told = [answer.details]
    if item.type is AnswerType.TEXT and isinstance(answer.value, str):
        told.insert(0, answer.value)
    return tuple(group[0] for group in _grouped((text for text in told if text.strip()), spaced))


def statements(item: Item, answers: Iterable[Answer]) -> tuple[Statement, ...]:
    """Return every text of every answer, with its answer; the same words of several bodies side by side."""
    told = (Statement(text, answer) for answer in answers for text in texts_of(item, answer))
    return tuple(statement for group in _by_text(told) for statement in group)


def merged(told: Iterable[Statement]) -> tuple[tuple[str, tuple[Answer, ...]], ...]:
    """Say each text once, with all who said it in these words (white space apart)."""
    return tuple((group[0].text, tuple(s.answer for s in group)) for group in _by_text(told))


def citations(answers: Iterable[Answer]) -> tuple[tuple[Citation, Answer], ...]:
    """Return every citation of every answer, each with its answer, those of one provision side by side."""
    cited = ((citation, answer) for answer in answers for citation in dict.fromkeys(answer.citations))
    return tuple(pair for group in _by_law(cited) for pair in group)


def laws(cited: Iterable[tuple[Citation, Answer]]) -> tuple[tuple[Citation, tuple[Answer, ...]], ...]:
    """Name each law and provision once, with all who cite it.

    A date, link or language that the first lacks is taken from the next that has one; the pairs keep all.
    """
    return tuple(
        (_completed([citation for citation, _ in group]), tuple(dict.fromkeys(answer for _, answer in group)))
        for group in _by_law(cited)
    )


def law_key(citation: Citation) -> tuple[str, str]:
    """Return what makes two citations the same: title and provision, whatever their case and spaces."""
    return plain(citation.title), plain(citation.provision)


def _completed(same: list[Citation]) -> Citation:
    return Citation(
        same[0].title,
        same[0].provision,
        date=next((citation.date for citation in same if citation.date), ""),
        link=next((citation.link for citation in same if citation.link), ""),
        language=next((citation.language for citation in same if citation.language), ""),
    )


def _by_text(told: Iterable[Statement]) -> list[list[Statement]]:
    return _grouped(told, lambda statement: spaced(statement.text))


def _by_law(cited: Iterable[tuple[Citation, Answer]]) -> list[list[tuple[Citation, Answer]]]:
    return _grouped(cited, lambda pair: law_key(pair[0]))


def _grouped(things: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    """Put what has the same key together, in the order in which each key first appears."""
    groups: dict[Hashable, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return list(groups.values())
