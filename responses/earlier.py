"""What a body chose before stands where its new return chooses nothing, whatever is written beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from problems import Place, Problem
from problems.answers import EarlierAnswerStands
from questionnaires.model import AnswerType, Item
from responses.model import Answer
from responses.wording import absence_text, value_text

_FROM_A_LIST = frozenset({AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE, AnswerType.CHOICES})


def with_earlier(
    answers: Iterable[Answer], standing: Mapping[str, Answer], items: Mapping[str, Item], shown: str = ""
) -> tuple[tuple[Answer, ...], tuple[Problem, ...]]:
    """Complete answers that choose nothing by what stands, and say so at each, at `shown`:sheet!cell.

    `standing` is what the same body said before, by item. Chosen or not applies to lists and ticks; there
    the details, laws and comment of before stand too where the new ones are blank. Of other types what is
    written is the answer.
    """
    completed: list[Answer] = []
    problems: list[Problem] = []
    for answer in answers:
        before, item = standing.get(answer.item), items.get(answer.item)
        if before and item and _chooses_nothing(item, answer) and (before.absent or before.value is not None):
            language, source = answer.provenance.language, answer.provenance
            said = (
                value_text(item, before.value, language)
                if before.absent is None
                else absence_text(before.absent, language)
            )
            place = Place(shown, sheet=source.sheet, cell=source.cell)
            problems.append(EarlierAnswerStands(place=place, item=item.id, answer=said))
            completed.append(_completed(answer, before))
        else:
            completed.append(answer)
    return tuple(completed), tuple(problems)


def _chooses_nothing(item: Item, answer: Answer) -> bool:
    return item.type in _FROM_A_LIST and answer.value is None and answer.absent is None


def _completed(answer: Answer, before: Answer) -> Answer:
    return replace(
        answer,
        value=before.value,
        absent=before.absent,
        details=answer.details or before.details,
        citations=answer.citations or before.citations,
        comment=answer.comment or before.comment,
    )
