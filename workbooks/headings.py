"""The words of ours that stand above and between the rows: titles, headings, hints; in every language."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from babel.lists import format_list

from languages import LANGUAGES, say
from languages.shapes import Line, lines
from questionnaires.model import AnswerType
from workbooks.identity import well_formed
from workbooks.index import Index, law_headers, question_headers
from workbooks.layout import header, said, words
from workbooks.ours import Ours, plainly, worded
from workbooks.values import folded

GROUPS: Final = 7
"""So many groups of letters are the code of a workbook."""


@lru_cache(maxsize=4096)
def beside_heading(text: str, index: Index) -> str:
    """Return what a text says beside one of our titles, headings and hints; all of it where it is none."""
    return _headings(index).left(text).words


def beside_header(text: str) -> str:
    """Return a text unless it heads one of our columns."""
    plain = folded(text)
    return "" if plain in question_headers() or plain in law_headers() else text


def beside_footer(text: str) -> str:
    """Return what stands in the margins of a text document beside the code and the number of the page."""
    found = worded(text)
    codes = {
        word.place
        for first in range(len(found))
        for count in (GROUPS, 1)
        if well_formed("".join(word.plain for word in found[first : first + count]))
        for word in found[first : first + count]
    }
    ours = {word for tag in LANGUAGES for word in folded(_footer(tag)).split()}
    other = [
        word
        for word in found
        if word.place not in codes and word.plain not in ours and not word.plain.isdecimal()
    ]
    return text if other else ""


def _footer(tag: str) -> str:
    return f"{say(tag, 'printed', 'footer-code', code='')} {said(tag, 'footer')}"


@lru_cache(maxsize=8)
def _headings(index: Index) -> Ours:
    checks = {"instruments": lambda held: is_list(held, titles(index)), "count": str.isdecimal}
    return Ours(_same(index), _lines(), checks)


@lru_cache(maxsize=8)
def titles(index: Index) -> frozenset[str]:
    """Return the titles of what is asked about, as texts of ours are compared."""
    return frozenset(plainly(text) for each in index.questionnaires for text in each.title.values())


def is_list(plain: str, texts: Iterable[str]) -> bool:
    """Tell whether a text lists some others, and nothing else; all of them as they are compared."""
    for each in sorted(texts, key=len, reverse=True):
        plain = f" {plain} ".replace(f" {each} ", " | ").strip()
    return "|" in plain and _joining().issuperset(plain.split())


@cache
def _joining() -> frozenset[str]:
    """Return what stands between the members of a list, in every language."""
    lists = (folded(format_list(["|"] * count, locale=tag)) for tag in LANGUAGES for count in (2, 3))
    return frozenset({"|"}.union(*(each.split() for each in lists)))


def _same(index: Index) -> Iterator[str]:
    for questionnaire in index.questionnaires:
        yield from questionnaire.title.values()
        for section in questionnaire.sections:
            for tag in LANGUAGES:
                kind = "part" if section.is_form else "article"
                about = (("number", str(section.article)), ("title", words(section.title, tag)))
                yield from (said(tag, kind, about), words(section.about, tag))
    for item in index.items.values():
        if item.type is AnswerType.ROWS:
            yield from item.text.values()
    for tag in LANGUAGES:
        laws = (("law", header(tag, "law")),)
        yield from (said(tag, "questions-hint"), said(tag, "tables-hint"), said(tag, "laws-hint", laws))
        yield said(tag, "laws-title")


def _lines() -> Iterator[Line]:
    for tag in LANGUAGES:
        for message in ("questions-title", "tables-title", "questions-look"):
            yield from lines(tag, "workbook", message)
