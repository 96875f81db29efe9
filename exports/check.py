"""What the coordinator should know about a submission before it goes out."""

from collections.abc import Iterator

from exports.submission import Submission
from problems import Problem
from problems.exports import CharactersReplaced, TextsWithheld


def check(submission: Submission) -> Iterator[Problem]:
    """Yield what is not printed as it was said; to refuse what is open is for the stage that compiles."""
    if submission.figures.withheld:
        yield TextsWithheld(count=submission.figures.withheld)
    if submission.replaced:
        yield CharactersReplaced(items=submission.replaced)
