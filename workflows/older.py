"""An older file that counts only now: what its sender has said since stands."""

from collections.abc import Mapping
from dataclasses import replace

from problems import Place
from problems.identity import OlderThanStanding, RowsOfAnother
from responses.model import Answer
from workflows.judging import Judged


def behind(judged: Judged, standing: Mapping[str, Answer]) -> Judged:
    """Leave out answers to questions that the body has answered since the file came, and say how many.

    `standing`: its latest answers, by item. Whose rows else stand in the file was settled by a person.
    """
    if judged.response is None:
        return judged
    since = {
        item
        for item, answer in standing.items()
        if answer.provenance.received_at > judged.response.received_at
    }
    kept = tuple(each for each in judged.response.answers if each.item not in since)
    left = len(judged.response.answers) - len(kept)
    said = tuple(each for each in judged.outcome.problems if not isinstance(each, RowsOfAnother))
    if left:
        said = (*said, OlderThanStanding(place=Place(judged.outcome.name), count=left))
    outcome = replace(judged.outcome, problems=said, answers=len(kept))
    return Judged(outcome, replace(judged.response, answers=kept))
