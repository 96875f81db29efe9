"""What a return says otherwise than its sender did before: it counts, and what it replaces is named."""

from collections.abc import Iterable, Iterator, Mapping

from problems import Place
from problems.answers import AnswerReplaced
from questionnaires.model import Item
from responses.differences import Difference, differences
from responses.model import Answer
from responses.quoting import quoted
from responses.wording import absence_text, citation_text, separator, value_line

PREVIEW = 80
"""So much of what was said before is named."""

BESIDE = ("details", "citations", "comment")
"""The parts of an answer beside the one that was given or chosen, an absence included."""


def replaced(
    answers: Iterable[Answer], standing: Mapping[str, Answer], items: Mapping[str, Item], shown: str = ""
) -> Iterator[AnswerReplaced]:
    """Yield what answers replace of what stands, by item, each at `shown`:sheet!cell."""
    now = [each for each in answers if each.item in standing]
    for each in differences([standing[each.item] for each in now], now):
        parts = _said_twice(each)
        if each.before and each.after and parts:
            source = each.after.provenance
            words = _words(items[each.item], each.before, parts[0], source.language)
            place = Place(shown, sheet=source.sheet, cell=source.cell)
            yield AnswerReplaced(place=place, item=each.item, answer=quoted(words, PREVIEW))


def contradict(one: Answer, other: Answer) -> bool:
    """Say whether two answers to one question cannot both be meant."""
    (difference,) = differences([one], [other])
    return bool(_said_twice(difference))


def _said_twice(difference: Difference) -> tuple[str, ...]:
    """Return the parts in which both answers say something, and not the same."""
    before, after, parts = difference.before, difference.after, frozenset(difference.parts)
    if before is None or after is None:
        return ()
    answered = all(each.absent or each.value is not None for each in (before, after))
    value = ("value",) if answered and parts & {"value", "absent"} else ()
    beside = (part for part in BESIDE if part in parts and getattr(before, part) and getattr(after, part))
    return (*value, *beside)


def _words(item: Item, answer: Answer, part: str, language: str) -> str:
    if part == "citations":
        return separator(language).join(map(citation_text, answer.citations))
    if part != "value":
        return str(getattr(answer, part))
    return (
        absence_text(answer.absent, language) if answer.absent else value_line(item, answer.value, language)
    )
