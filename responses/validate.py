"""What does not fit together within one return: said kindly, at its cell, and no answer is lost for it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from urllib.parse import urlsplit

from clusters.model import Obligation
from problems import Place, Problem
from problems.answers import (
    AbsenceWithValue,
    FollowUpNotApplicable,
    FollowUpWithoutQuestion,
    InPartWithoutDetails,
    LinkNotWeb,
    NegativeNumber,
    NothingChosenBeside,
    YesWithoutLaw,
)
from questionnaires.model import AnswerType, Condition, Item, Purpose
from responses.model import AgreedAnswer, Answer

Given = Mapping[str, Answer | AgreedAnswer]
"""Answers by item id: one return's, or the agreed ones."""

CHOSEN = frozenset({AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE})
LAW_QUESTIONS = frozenset({AnswerType.SCALE, AnswerType.YES_NO})


def enabled(item: Item, answers: Given) -> bool:
    """Say whether an item applies, given the answers by item id.

    As in FHIR's enableWhen, a question without an answer meets no condition, not even `!=`.
    """
    if not item.enable_when:
        return True
    met = (_met(condition, answers.get(condition.question)) for condition in item.enable_when)
    return any(met) if item.enable_behavior == "any" else all(met)


def validate(
    items: Mapping[str, Item],
    answers: Sequence[Answer],
    asked: Collection[str],
    shown: str = "",
    *,
    standing: Mapping[str, Answer] = MappingProxyType({}),
    unclear: Collection[str] = (),
    laws: str = "",
) -> Iterator[Problem]:
    """Yield what is doubtful in one return, at `shown`:sheet!cell, in the order of `answers`.

    `items` are the questions by id, `asked` the ids that this body was asked: a follow-up is held against its
    question only where both were, and where the question is not asked back itself: it is not among the
    `unclear` ones, nor without a choice here. `standing` is what the body said before, by item; it counts
    where this return is silent. `laws` is the name of the sheet of laws, where it is known. Answers to
    unknown items are passed over; reading has reported them.
    """
    given = {**standing, **{answer.item: answer for answer in answers}}
    followed_up = {items[name].under for name in given if name in items and says_something(given[name])}
    open_still = {each.item for each in answers if each.item in items and not settles(items[each.item], each)}
    held_against = frozenset(asked) - frozenset(unclear) - open_still
    for answer in answers:
        if item := items.get(answer.item):
            place = Place(shown, sheet=answer.provenance.sheet, cell=answer.provenance.cell)
            yield from _alone(item, answer, place)
            yield from _together(_Among(item, answer, given, held_against, item.id in followed_up), place)
    yield from _links(answers, items, Place(shown, sheet=laws))


def says_something(answer: Answer | AgreedAnswer) -> bool:
    """Say whether there is a value, a text or a law: an absence or a mere comment answers nothing."""
    told = answer.details.strip() if isinstance(answer, Answer) else answer.statements
    return answer.value is not None or bool(answer.citations) or bool(told)


def settles(item: Item, answer: Answer) -> bool:
    """Say whether a question is answered, if only by an absence: of a list, one answer has to be chosen."""
    if answer.absent or answer.value is not None:
        return True
    return item.type not in CHOSEN and says_something(answer)


@dataclass(frozen=True, slots=True)
class _Among:
    """An answer among the others of its body."""

    item: Item
    answer: Answer
    given: Mapping[str, Answer]
    held_against: Collection[str]  # the questions that a follow-up is held against
    followed_up: bool  # whether a follow-up question to it says something


def _alone(item: Item, answer: Answer, place: Place) -> Iterator[Problem]:
    """Check what an answer contradicts by itself."""
    if answer.absent and (answer.value is not None or answer.citations):  # details may say why, or who else
        yield AbsenceWithValue(place=place, item=item.id, absence=answer.absent.value)
    if says_something(answer) and not settles(item, answer):
        yield NothingChosenBeside(place=place, item=item.id)
    if isinstance(answer.value, Decimal) and answer.value < 0:
        yield NegativeNumber(place=place, item=item.id, value=str(answer.value))


def _links(answers: Sequence[Answer], items: Mapping[str, Item], place: Place) -> Iterator[Problem]:
    """Check the links of the laws: each once, at the first question that cites it."""
    first: dict[tuple[str, str], str] = {}
    for answer in answers:
        for citation in answer.citations if answer.item in items else ():
            first.setdefault((citation.title, citation.link), answer.item)
    for (title, link), item in first.items():
        if link and not _web(link):
            yield LinkNotWeb(place=place, item=item, link=link, law=title)


def _together(among: _Among, place: Place) -> Iterator[Problem]:
    """Check an answer against the other answers of the body."""
    item, answer = among.item, among.answer
    if says_something(answer):
        yield from _follow_up(among, place)
    told = bool(answer.details.strip()) or among.followed_up
    if answer.value == "in-part" and item.type is AnswerType.SCALE and not told:
        yield InPartWithoutDetails(place=place, item=item.id)
    if _affirms_law(item, answer) and not answer.citations and not among.followed_up:
        yield YesWithoutLaw(place=place, item=item.id)


def _follow_up(among: _Among, place: Place) -> Iterator[Problem]:
    """Check whether a follow-up question applies, as far as it is held against those it depends on."""
    item = among.item
    questions = [condition.question for condition in item.enable_when]
    if not set(questions) <= set(among.held_against) or enabled(item, among.given):
        return
    silent = [name for name in questions if name not in among.given or not says_something(among.given[name])]
    if silent:
        yield FollowUpWithoutQuestion(place=place, item=item.id, question=silent[0])
    else:
        yield FollowUpNotApplicable(place=place, item=item.id, question=questions[0])


def _affirms_law(item: Item, answer: Answer) -> bool:
    """Say whether the answer claims that the law provides for something, and so wants the law named."""
    return (
        item.type in LAW_QUESTIONS
        and item.purpose is Purpose.QUESTION
        and not item.under
        and item.obligation not in {Obligation.INHERITED, Obligation.DEFINITION}
        and answer.value in {"yes", "in-part"}
    )


def _met(condition: Condition, answer: Answer | AgreedAnswer | None) -> bool:
    if answer is None:
        return False
    if condition.operator == "answered":
        return says_something(answer)
    values = _values(answer)
    wanted = {condition.answer} if isinstance(condition.answer, str) else set(condition.answer)
    if condition.operator == "!=":
        return bool(values) and not values & wanted
    return bool(values & wanted)


def _values(answer: Answer | AgreedAnswer) -> set[str]:
    """Return an answer's values as a condition writes them."""
    match answer.value:
        case None:
            return set()
        case tuple() as several:
            return {value for value in several if isinstance(value, str)}
        case date() as when:
            return {when.isoformat()}
    return {str(answer.value)}


def _web(link: str) -> bool:
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
