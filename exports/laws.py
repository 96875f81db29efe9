"""The annex of legislation: each law once, numbered in the order in which the submission first cites it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from exports.same_law import Form, form_of, same_laws, tag_of
from exports.submission import Cited, Law, Title
from exports.texts import folded, printable
from responses.gather import spaced
from responses.model import Citation


@dataclass
class _Entry:
    titles: dict[str, Title] = field(default_factory=dict)  # by what makes two titles the same
    dates: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    spelled: dict[frozenset[str], str] = field(default_factory=dict)  # how a provision was first written
    cited_in: dict[tuple[str, str], None] = field(default_factory=dict)


class Laws:
    """Collects the citations that are printed.

    It is made with all there are, since which of them mean the same law shows only from all of them; a title,
    date or link is noted when it is first printed, so that nothing of what is withheld comes in.
    """

    def __init__(self, language: str, cited: Iterable[Citation]) -> None:
        self._language = language
        self._laws = same_laws(form_of(citation) for citation in dict.fromkeys(cited))
        self._numbers: dict[int, int] = {}
        self._entries: list[_Entry] = []

    def cite(self, number: str, citations: Iterable[Citation]) -> tuple[Cited, ...]:
        """Note that the question `number` cites laws; return each of them once, with its provisions."""
        provisions: dict[int, dict[str, None]] = {}
        for citation in dict.fromkeys(citations):
            form = form_of(citation)
            provision = spaced(printable(citation.provision))
            law = self._numbers.setdefault(self._laws[form], len(self._numbers) + 1)
            if law > len(self._entries):
                self._entries.append(_Entry())
            _note(self._entries[law - 1], form)
            spelled = self._entries[law - 1].spelled.setdefault(parts_of(provision), provision)
            provisions.setdefault(law, {})[spelled] = None
        found = tuple(Cited(law, in_order(cited)) for law, cited in provisions.items())
        for cited in found:
            for provision in cited.provisions or ("",):
                self._entries[cited.law - 1].cited_in[number, provision] = None
        return found

    def all(self) -> tuple[Law, ...]:
        return tuple(self._law(number, entry) for number, entry in enumerate(self._entries, 1))

    def _law(self, number: int, entry: _Entry) -> Law:
        """Return a law under its title in the submission's language, if somebody cites it so."""
        titles = sorted(entry.titles.values(), key=lambda title: tag_of(title.language) != self._language)
        return Law(
            number,
            titles=tuple(Title(title.text, _shown(title.language, self._language)) for title in titles),
            date=max(entry.dates, key=_figures, default=""),
            links=tuple(entry.links),
            cited_in=tuple(sorted(entry.cited_in, key=lambda cited: provision_key(cited[1]))),
        )


def in_order(provisions: Iterable[str]) -> tuple[str, ...]:
    """Return provisions in the order of a law, each once.

    Neither the law as a whole stands beside its parts, nor "art. 312" beside "art. 312 et 313".
    """
    named = tuple(filter(None, provisions))
    lists = [parts for provision in named if len(parts := parts_of(provision)) > 1]
    apart = (provision for provision in named if not any(parts_of(provision) < parts for parts in lists))
    return tuple(sorted(apart, key=provision_key))


_KIND = r"(?:art(?:icles?|s)?|s(?:s|ecs?|ections?)?)\b\.?|§+"
_NUMBER = r"\d(?:[\w()/-]|\.(?=\w))*"
_AND = r"\s*(?:[,;&]|\b(?:et|and|y|и|و)\b|和)\s*"
_LIST = re.compile(rf"({_KIND})?\s*{_NUMBER}(?:{_AND}(?:(?:{_KIND})\s*)?{_NUMBER})*")


@cache
def parts_of(provision: str) -> frozenset[str]:
    """Return what a provision names, as far as it is a plain list: art. 312 et 313 → a312, a313.

    Anything else, as "art. 312, al. 2", is one part by itself.
    """
    text = folded(provision)
    plain = _LIST.fullmatch(text)
    if not plain:
        return frozenset((text,))
    return frozenset((plain[1] or "")[:1] + number for number in re.findall(_NUMBER, text))


def provision_key(provision: str) -> tuple[str | int, ...]:
    """Return what sorts provisions as a law does: art. 5 · art. 5, par. 1 · art. 6 · art. 10 · s. 2."""
    if not provision:
        return ()
    kind, *rest = re.split(r"(\d+)", folded(provision))
    numbered = (int(part) if index % 2 == 0 else part for index, part in enumerate(rest))
    return (kind.rstrip(" .s") or "s", *numbered)


def _note(entry: _Entry, form: Form) -> None:
    known = entry.titles.get(form.name)
    if known is None or not known.language:
        entry.titles[form.name] = Title(known.text if known else form.title, form.language)
    if form.date and form.date not in entry.dates:
        entry.dates.append(form.date)
    if form.link and form.link not in entry.links:
        entry.links.append(form.link)


def _figures(date: str) -> int:
    return sum(map(str.isdigit, date))


def _shown(language: str, reader: str) -> str:
    """Return a language's name for the reader, else what was written; nothing for the reader's own."""
    from babel import Locale  # noqa: PLC0415  # paid where a language is named

    tag = tag_of(language)
    return "" if tag == reader else Locale.parse(reader).languages.get(tag, language)
