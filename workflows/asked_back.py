"""What a body was asked to look at again in its last return, as the record tells it: for its Word form."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any, Final

from languages import say
from problems import Severity
from problems.model import shortened
from problems.place import written_place
from store import query, versions
from store.connection import Store
from workflows.answer_words import REMARK, WORDS, with_cell
from workflows.versions import sentence

ANSWERS: Final = frozenset({"receipt", "correct"})
"""The kinds of letters that answer a return from which something was read."""


def remarks_asked_back(
    store: Store, body: str, round: str, language: str, standing: Collection[str]
) -> dict[str, str]:
    """Return the remark to each question that the last answer to a return of this round asked about.

    `standing` are the questions on which something of the body's stands. A later return that asks for nothing
    ends what an earlier one asked for.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for problem in _asked_back(store, body, round):
        words = " ".join(sentence(problem, language).split())
        said = with_cell(written_place(problem["place"]), words, language)
        if problem["item"] and said not in found[problem["item"]]:
            found[problem["item"]].append(said)
    earlier = say(language, WORDS, "earlier-stands")
    return {
        item: " ".join([shortened(" ".join(said), REMARK), *([earlier] if item in standing else [])])
        for item, said in found.items()
    }


def _asked_back(store: Store, body: str, round: str) -> Iterator[dict[str, Any]]:
    of_round = {each.invitation.id for each in query.issued(store) if each.round == round}
    answered = [
        each
        for each in query.letters(store)
        if each.stakeholder == body and each.kind in ANSWERS and each.id.rpartition("-")[2] in of_round
    ]
    if not answered or answered[-1].kind != "correct":
        return
    digest = answered[-1].id.split("-")[1]  # such a letter is named after the file that it answers
    for sha256, file in versions.files_of(store, body).items():
        if sha256.startswith(digest):
            yield from (
                each for each in file.problems if Severity[each["severity"].upper()] >= Severity.WARNING
            )
