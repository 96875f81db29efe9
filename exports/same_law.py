"""Which citations mean the same law, though bodies name it in their own words and languages.

Two laws taken for one mislead; one law listed twice does not. So a title alone joins what no date keeps
apart, a link joins only what is plainly one text, and a number joins only titles in different languages.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from exports.texts import printable
from languages.tags import LANGUAGES
from responses.gather import plain, spaced
from responses.model import Citation


@dataclass(frozen=True, slots=True)
class Form:
    """A law as somebody names it, without the provision."""

    title: str
    date: str
    link: str
    language: str

    @property
    def name(self) -> str:
        return plain(self.title)


def form_of(citation: Citation) -> Form:
    title, date, link, language = (
        spaced(printable(text)) for text in (citation.title, citation.date, citation.link, citation.language)
    )
    return Form(title or link or date, date, link, language)


def same_laws(forms: Iterable[Form]) -> dict[Form, int]:
    """Return for each form the law it means: forms with the same number mean the same."""
    laws = _Laws()
    every = tuple(dict.fromkeys(forms))
    for one in every:
        laws.root(one)
    for namesakes in _grouped(every, lambda form: form.name):
        dates = {plain(form.date) for form in namesakes} - {""}
        if len(dates) <= 1:
            laws.join(namesakes)
        else:
            for dated in _grouped(namesakes, lambda form: plain(form.date)):
                laws.join(dated)
    for linked in _grouped(every, lambda form: _address(form.link)):
        if _address(linked[0].link) and _one_text(linked):
            laws.join(linked)
    for numbered in _grouped(every, lambda form: plain(form.date)):
        links = {_address(form.link) for form in numbered} - {""}
        if _has_number(numbered[0].date) and len(links) <= 1 and _translations(numbered):
            laws.join(numbered)
    numbers: dict[Form, int] = {}
    return {one: numbers.setdefault(laws.root(one), len(numbers)) for one in every}


def _one_text(linked: Iterable[Form]) -> bool:
    """Say whether all that stands with one link is one law, and the link not that of a collection.

    It is where their numbers and dates agree in more than a year, or where none contradicts another and each
    language has one title.
    """
    linked = tuple(linked)
    dates = sorted({_figures(form.date) for form in linked}, key=len)
    agree = all(fewer <= more for fewer, more in pairwise(dates))
    return agree and (len(dates[0]) > 1 or _translations(linked))


def _translations(forms: Iterable[Form]) -> bool:
    """Say whether the titles differ by nothing but their language."""
    titles: dict[str, set[str]] = {}
    for form in forms:
        titles.setdefault(tag_of(form.language), set()).add(form.name)
    return all(len(names) == 1 for names in titles.values()) and ("" not in titles or len(titles) == 1)


def tag_of(language: str) -> str:
    """Return the tag of a language written as a tag, or by name in one we know; else what was written."""
    said = plain(language)
    return said if not said or said in LANGUAGES else _named().get(said, said)


@cache
def _named() -> dict[str, str]:
    """Return the tags of the languages we know by their names in each of them."""
    from babel import Locale  # noqa: PLC0415  # paid where a language is written out

    return {
        plain(Locale(shown).languages[tag]): tag
        for shown in LANGUAGES
        for tag in LANGUAGES
        if tag in Locale(shown).languages
    }


@cache
def _address(link: str) -> str:
    """Return a link as it is compared; empty for none, and for a whole site, which names no law."""
    try:
        parts = urlsplit(link if "//" in link else f"//{link}")
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    return f"{parts.netloc.casefold()}{path}?{parts.query}#{parts.fragment}" if path or parts.query else ""


@cache
def _figures(date: str) -> frozenset[str]:
    return frozenset(figures.lstrip("0") for figures in re.findall(r"\d+", date))


_DAYS = (
    re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"),  # 12.03.2004
    re.compile(r"\d{1,2}\S{0,2}\s+(?:de\s+|of\s+)?[^\W\d]+\s+(?:de\s+)?\d{4}"),  # 1er mars 2004
    re.compile(r"[^\W\d]+\s+\d{1,2}\S{0,2},?\s+\d{4}"),  # March 12, 2004
    re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)"),  # 2004
)


@cache
def _has_number(date: str) -> bool:
    """Say whether more than a day or a year is given: laws share their days."""
    for pattern in _DAYS:
        date = pattern.sub(" ", date)
    return re.search(r"\d", date) is not None


def _grouped(forms: Iterable[Form], key: Callable[[Form], Hashable]) -> Iterable[list[Form]]:
    groups: dict[Hashable, list[Form]] = {}
    for form in forms:
        groups.setdefault(key(form), []).append(form)
    return groups.values()


@dataclass
class _Laws:
    """Classes of forms that grow together."""

    _above: dict[Form, Form] = field(default_factory=dict)

    def root(self, form: Form) -> Form:
        above = self._above.setdefault(form, form)
        while above is not self._above[above]:
            above = self._above[above] = self._above[self._above[above]]
        return above

    def join(self, forms: Iterable[Form]) -> None:
        first, *others = forms
        for other in others:
            self._above[self.root(other)] = self.root(first)
