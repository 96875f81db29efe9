"""`No change` in a newer return: what was said there before stands, and that is said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from problems import Problem
from problems.meanings import SaysUnchanged, UnchangedStands
from questionnaires.model import AnswerType, Item
from responses.model import Answer
from responses.quoting import quoted
from responses.wording import absence_text, citation_text, separator, value_text

PREVIEW = 80
"""So much of what was said before is named."""


def with_unchanged(
    answers: Iterable[Answer],
    found: Iterable[Problem],
    standing: Mapping[str, Answer],
    items: Mapping[str, Item],
) -> tuple[Answer, ...]:
    """Return answers with what stands in each part of which a return says `no change`.

    `standing` is what the same body said before, by item. An item of which a return says nothing else has no
    answer there, and stands as it is.
    """
    new = {answer.item: answer for answer in answers}
    for each in found:
        if isinstance(each, SaysUnchanged) and each.item in new and each.item in standing:
            kept = _part(items[each.item], standing[each.item], each.part)
            new[each.item] = replace(new[each.item], **kept)
    return tuple(new.values())


def unchanged(
    found: Iterable[Problem], standing: Mapping[str, Answer], items: Mapping[str, Item], language: str
) -> Iterator[Problem]:
    """Yield problems, and instead of `no change` what stands; where nothing does, the sender is asked."""
    for each in found:
        told = _stands(each, standing, items, language) if isinstance(each, SaysUnchanged) else None
        yield told or each


def _stands(
    said: SaysUnchanged, standing: Mapping[str, Answer], items: Mapping[str, Item], language: str
) -> UnchangedStands | None:
    """Return what is told of a part that stands; None where nothing was said there before."""
    if said.item not in standing or said.item not in items:
        return None
    words = _words(items[said.item], standing[said.item], said.part, language)
    if not words:
        return None
    return UnchangedStands(place=said.place, item=said.item, value=said.value, answer=quoted(words, PREVIEW))


def _part(item: Item, before: Answer, column: str) -> dict[str, Any]:
    """Return the fields of an answer that a column of the workbook fills."""
    if column == "law":
        return {"citations": before.citations}
    if column == "details" and item.type is not AnswerType.TEXT:
        return {"details": before.details}
    return {"value": before.value, "absent": before.absent}


def _words(item: Item, before: Answer, column: str, language: str) -> str:
    part = _part(item, before, column)
    if "citations" in part:
        return separator(language).join(map(citation_text, before.citations))
    if "details" in part:
        return before.details
    if before.absent:
        return absence_text(before.absent, language)
    if item.type is AnswerType.CITATION:
        return separator(language).join(map(citation_text, before.citations))
    return value_text(item, before.value, language)
