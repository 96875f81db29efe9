"""Files that a body sent together and that contradict each other: nobody knows which was meant to count."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from problems import Place
from problems.answers import AnswerReplaced, EarlierAnswerStands, FilesDisagree
from responses.model import Answer, Response
from responses.quoting import quoted
from responses.replaced import contradict
from workbooks.verdict import Verdict, judge
from workflows.arriving import Arriving
from workflows.judging import Judged

Share = tuple[Arriving, Judged]

NAME = 80
OF_BEFORE = (AnswerReplaced, EarlierAnswerStands)


def agreed(shares: list[Share]) -> list[Share]:
    """Leave out the answers to questions on which files of one mail or zip file contradict each other.

    Neither counts: the order in which files lie in a mail says nothing of which is the newer one.
    """
    together: dict[tuple[tuple[int, ...], str], list[Share]] = defaultdict(list)
    for file, each in shares:
        if len(file.place) > 1 and each.response:
            together[file.place[:-1], each.response.stakeholder].append((file, each))
    open_items: dict[int, dict[str, str]] = defaultdict(dict)  # by share: item → the other file's name
    for some in together.values():
        for one, other in combinations(some, 2):
            for item in _contradicted(one, other):
                open_items[id(one[1])][item] = other[0].shown
                open_items[id(other[1])][item] = one[0].shown
    if not open_items:
        return shares
    return [
        (file, _without(each, open_items[id(each)]) if id(each) in open_items else each)
        for file, each in shares
    ]


def _contradicted(one: Share, other: Share) -> Iterator[str]:
    if one[0].sha256 == other[0].sha256:
        return
    said = {each.item: each for each in _answers(one)}
    for each in _answers(other):
        if each.item in said and contradict(said[each.item], each):
            yield each.item


def _answers(share: Share) -> tuple[Answer, ...]:
    response = share[1].response
    return response.answers if response else ()


def _without(judged: Judged, others: dict[str, str]) -> Judged:
    """Ask about some items in place of taking what is said on them."""
    outcome, response = judged.outcome, judged.response
    if response is None:
        return judged
    asked = [
        FilesDisagree(
            place=Place(outcome.name, sheet=each.provenance.sheet, cell=each.provenance.cell),
            item=each.item,
            other=quoted(others[each.item], NAME),
        )
        for each in response.answers
        if each.item in others
    ]
    kept = tuple(each for each in response.answers if each.item not in others)
    said = [each for each in outcome.problems if not (isinstance(each, OF_BEFORE) and each.item in others)]
    problems = tuple(sorted([*said, *asked], key=lambda each: each.place))
    verdict = judge(identified=True, read=len(kept), problems=problems)
    left: Response | None = None if verdict is Verdict.NEEDS_A_PERSON else replace(response, answers=kept)
    return Judged(
        replace(outcome, problems=problems, verdict=verdict, answers=len(kept) if left else 0), left
    )
