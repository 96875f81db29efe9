"""What can be wrong with a questionnaire beyond its shape: one rule a function, every breach at its place."""

import re
from collections.abc import Iterable, Iterator, Sequence

from clusters.load import load_topics
from problems import Problem, nearest
from problems.definitions import (
    BadItemId,
    BadOption,
    ColumnsMissing,
    ColumnsSurplus,
    DuplicateItem,
    DuplicateText,
    OptionsMissing,
    OptionsSurplus,
    TextTooLong,
    UnknownTopic,
)
from questionnaires.check_law import check_against_law
from questionnaires.check_references import check_references
from questionnaires.model import ITEM_ID, AnswerType
from questionnaires.written import Closing, Draft, Entry, WrittenAsked

LONGEST = 2000
"""Characters that a question, its guidance or a label may have: what a reader takes in and a cell shows."""

CHOOSING = frozenset({AnswerType.CHOICE, AnswerType.CHOICES})
OPTION = re.compile(r"[a-z0-9-]+")


def check(draft: Draft, closing: Closing) -> list[Problem]:
    """Return everything wrong with a questionnaire, by place."""
    problems = [
        *check_ids(draft, closing),
        *check_against_law(draft),
        *check_entries(draft.entries),
        *check_references(draft.entries),
    ]
    return sorted(problems, key=lambda problem: (problem.place, problem.code))


def check_closing(closing: Closing) -> list[Problem]:
    problems = [
        *check_repeats(closing.entries),
        *check_entries(closing.entries),
        *check_references(closing.entries),
    ]
    return sorted(problems, key=lambda problem: (problem.place, problem.code))


def check_ids(draft: Draft, closing: Closing) -> Iterator[Problem]:
    """Ids have the form of ids, stand once, and leave those of the closing questions alone."""
    for entry in draft.entries:
        if not re.fullmatch(ITEM_ID.strip("^$"), entry.id):
            yield BadItemId(place=entry.place("id"), item=entry.id, name=entry.id)
    yield from check_repeats(draft.entries)
    reserved = {
        f"{draft.instrument.id}.{section.article}.{entry.id}": entry
        for section in draft.written.sections
        for entry in closing.entries
    }
    for entry in draft.entries:
        if entry.id in reserved:
            first = str(reserved[entry.id].place("suffix"))
            yield DuplicateItem(place=entry.place("id"), item=entry.id, first=first)


def check_repeats(entries: Iterable[Entry[WrittenAsked]]) -> Iterator[Problem]:
    first: dict[str, Entry[WrittenAsked]] = {}
    for entry in entries:
        earlier = first.setdefault(entry.id, entry)
        if earlier is not entry:
            key = "suffix" if entry.article == 0 else "id"
            yield DuplicateItem(place=entry.place(key), item=entry.id, first=str(earlier.place(key)))


def check_entries(entries: Sequence[Entry[WrittenAsked]]) -> Iterator[Problem]:
    yield from _check_texts(entries)
    for entry in entries:
        yield from _check_lengths(entry)
        yield from _check_topics(entry)
        yield from _check_answers(entry)


def _check_texts(entries: Iterable[Entry[WrittenAsked]]) -> Iterator[Problem]:
    """The same words twice in one place are an oversight; under another question or article they are not."""
    first: dict[tuple[int, str, str], Entry[WrittenAsked]] = {}
    for entry in entries:
        words = " ".join(entry.item.text.casefold().split())
        earlier = first.setdefault((entry.article, entry.item.under, words), entry)
        if earlier is not entry:
            yield DuplicateText(place=entry.place("text"), item=entry.id, other=earlier.id)


def _check_lengths(entry: Entry[WrittenAsked]) -> Iterator[Problem]:
    for key, word in entry.words.items():
        if len(word) > LONGEST:
            place = entry.place(*key[2:])
            yield TextTooLong(place=place, item=entry.id, characters=len(word), most=LONGEST)


def _check_topics(entry: Entry[WrittenAsked]) -> Iterator[Problem]:
    known = tuple(load_topics())
    for index, topic in enumerate(entry.item.topics):
        if topic not in known:
            place, near = entry.place("topics", index), nearest(topic, known)
            yield UnknownTopic(place=place, item=entry.id, topic=topic, allowed=known, near=near)


def _check_answers(entry: Entry[WrittenAsked]) -> Iterator[Problem]:
    """Options and columns stand where the type of the answer needs them, with values fit to be ids."""
    item, at = entry.item, entry.place
    if item.type in CHOOSING and not item.options:
        yield OptionsMissing(place=at("type"), item=entry.id, type=item.type)
    if item.options and item.type not in CHOOSING:
        yield OptionsSurplus(place=at("options"), item=entry.id, type=item.type)
    if item.type is AnswerType.ROWS and not item.columns:
        yield ColumnsMissing(place=at("type"), item=entry.id)
    if item.columns and item.type is not AnswerType.ROWS:
        yield ColumnsSurplus(place=at("columns"), item=entry.id, type=item.type)
    for key, values in (("options", item.options), ("columns", item.columns)):
        for value in values:
            if not OPTION.fullmatch(value):
                yield BadOption(place=at(key, value), item=entry.id, value=value)
