"""Every returned file gets exactly one verdict."""

import pytest

from problems import Problem
from problems.files import DuplicateKey, FileUnreadable
from problems.intake import EmptyFile, MacrosInside
from workbooks.verdict import Verdict, judge

WRONG = DuplicateKey(key="answer")
CONFLICT = FileUnreadable(why="two identities")


@pytest.mark.parametrize(
    ("identified", "read", "problems", "verdict"),
    [
        (True, 12, [], Verdict.ACCEPTED),
        (True, 12, [MacrosInside()], Verdict.ACCEPTED_WITH_WARNINGS),
        (True, 12, [WRONG, MacrosInside()], Verdict.PARTLY_ACCEPTED),
        (False, 12, [], Verdict.NEEDS_A_PERSON),
        (False, 12, [WRONG], Verdict.NEEDS_A_PERSON),
        (True, 0, [], Verdict.NEEDS_A_PERSON),
        (True, 12, [CONFLICT], Verdict.NEEDS_A_PERSON),
        (False, 0, [EmptyFile()], Verdict.REFUSED),
        (True, 12, [EmptyFile(), WRONG], Verdict.REFUSED),
    ],
)
def test_the_verdict_follows_from_identity_answers_and_the_worst_problem(
    identified: bool, read: int, problems: list[Problem], verdict: Verdict
) -> None:
    assert judge(identified, read, problems) is verdict


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_speaks_to_sender_and_coordinator_in_both_languages(verdict: Verdict) -> None:
    said = [
        sentence(language)
        for language in ("en", "fr")
        for sentence in (verdict.label, verdict.for_sender, verdict.for_coordinator)
    ]
    assert len(set(said)) == 6
    assert all(said)
