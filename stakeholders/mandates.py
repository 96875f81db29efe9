"""Mandates as people write them: articles, ranges of articles, whole instruments, topics."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from clusters.model import Law, Text
from languages import say
from languages.messages import spoken
from questionnaires.model import Questionnaire
from stakeholders.words import fold, split_list, unique

RANGE = re.compile(r"(?<=\d)\s*[-‐‑–—]\s*(?=(?:[^\W\d]+[. ]?)?\d)")
"""The dash of `5-10` and `untoc.5 – untoc.10`: not the one in the name of a topic."""


@dataclass(frozen=True)
class Known:
    """What a mandate may name: everything in the law, what this consultation asks of it, and its topics."""

    instruments: Mapping[str, Text]  # id → short title
    articles: Mapping[str, Text]  # key such as `untoc.5` → title
    asked: frozenset[str] = frozenset()  # the articles and topics that this consultation asks about
    topics: Mapping[str, Text] = field(default_factory=dict)  # id → label
    long_titles: Mapping[str, Text] = field(default_factory=dict)

    @cached_property
    def asked_instruments(self) -> tuple[str, ...]:
        return tuple(
            name for name in self.instruments if any(key.startswith(f"{name}.") for key in self.asked)
        )

    def asks(self, mandate: str) -> bool:
        """Return whether this consultation asks anything that the mandate covers."""
        return mandate in self.asked or mandate in self.asked_instruments

    @cached_property
    def names_of_instruments(self) -> Mapping[str, str]:
        """Folded names of the instruments, long ones first, so that the longest fits first."""
        titles = [self.instruments, self.long_titles]
        names = {
            fold(title): name for texts in titles for name, text in texts.items() for title in text.values()
        }
        names |= {name: name for name in self.instruments}
        return dict(sorted(names.items(), key=lambda pair: -len(pair[0])))

    @cached_property
    def names_of_topics(self) -> Mapping[str, str]:
        names = {fold(label): topic for topic, text in self.topics.items() for label in text.values()}
        return names | {fold(topic): topic for topic in self.topics}

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Everything a mandate may be, as suggested to a person who mistyped one."""
        labels = (label for text in self.topics.values() for label in text.values())
        return unique([*self.instruments, *self.articles, *self.topics, *labels])


def what_is_known(law: Law, topics: Mapping[str, Text], questionnaires: Iterable[Questionnaire]) -> Known:
    """Gather what mandates may name, in a consultation on these questionnaires."""
    items = [item for questionnaire in questionnaires for item in questionnaire.items]
    return Known(
        instruments={instrument.id: instrument.short for instrument in law.instruments},
        long_titles={instrument.id: instrument.title for instrument in law.instruments},
        articles={
            f"{instrument.id}.{article.number}": article.title
            for instrument in law.instruments
            for article in instrument.articles
        },
        topics=topics,
        asked=frozenset(
            {item.article_key for item in items} | {topic for item in items for topic in item.topics}
        ),
    )


@dataclass(frozen=True)
class Unknown:
    """A word that is no mandate; `article` where it has the form of an article that does not exist."""

    word: str
    article: str = ""


def read_mandates(text: str, known: Known) -> Iterator[str | Unknown]:
    """Read the mandates listed in one cell; a bare number is of the instrument named before."""
    instrument = known.asked_instruments[0] if len(known.asked_instruments) == 1 else ""
    for word in split_list(text):
        for part in _parts(word, known):
            found = _mandate(part, known, instrument)
            if isinstance(found, Unknown):
                yield found
                continue
            yield from found
            if found and found[0] not in known.topics:
                instrument = found[0].partition(".")[0]


def _parts(word: str, known: Known) -> list[str]:
    """Cut `5 and 6` in two, but leave `integrity and corruption` whole where that is a topic."""
    if fold(word) in known.names_of_topics:
        return [word]
    return re.split(r"\s+(?:and|et|&)\s+(?=\D{0,12}\d)", word)


def _mandate(word: str, known: Known, instrument: str) -> list[str] | Unknown:
    folded = fold(RANGE.sub(" to ", word))
    if folded in known.names_of_topics:
        return [known.names_of_topics[folded]]
    if folded in known.names_of_instruments:
        return [known.names_of_instruments[folded]]
    if folded in _words("everything"):
        return list(known.asked_instruments)
    for name, named in known.names_of_instruments.items():
        if f" {name} " in f" {folded} ":
            instrument, folded = named, f" {folded} ".replace(f" {name} ", " ").strip()
            break
    folded = " ".join(part for part in folded.split() if part not in _words("article-words"))
    return _articles(word, folded, known, instrument)


def _articles(word: str, numbers: str, known: Known, instrument: str) -> list[str] | Unknown:
    """Read `5` or `5 to 10` as articles of `instrument`; `5 1` is a paragraph, and no mandate."""
    match = re.fullmatch(r"(\d+)(?: ([^\W\d]+) (\d+))?", numbers)
    if not match or not instrument or (match[2] and match[2] not in _words("to-words")):
        return Unknown(word)
    first, last = int(match[1]), int(match[3] or match[1])
    for number in (first, last):
        if f"{instrument}.{number}" not in known.articles:
            return Unknown(word, article=f"{instrument}.{number}")
    if first > last:
        return Unknown(word)
    return [key for number in range(first, last + 1) if (key := f"{instrument}.{number}") in known.articles]


def _words(message: str) -> frozenset[str]:
    return frozenset(
        fold(word) for language in spoken() for word in say(language, "registry", message).split("|")
    )
