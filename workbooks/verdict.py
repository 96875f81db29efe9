"""The one verdict that every returned file gets."""

from collections.abc import Iterable
from enum import StrEnum

from languages import say
from problems import Problem, Severity
from problems.intake import Refusal
from problems.model import worst


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    ACCEPTED_WITH_WARNINGS = "accepted-with-warnings"
    PARTLY_ACCEPTED = "partly-accepted"
    NEEDS_A_PERSON = "needs-a-person"
    REFUSED = "refused"
    UNPACKED = "unpacked"  # a mail or zip file: each file in it has a verdict of its own

    def label(self, language: str = "en") -> str:
        return say(language, "verdicts", self.value)

    def for_sender(self, language: str = "en") -> str:
        """Say to whoever sent the file what became of it."""
        return say(language, "verdicts", f"{self.value}-sender")

    def for_coordinator(self, language: str = "en") -> str:
        """Say to the coordinator what became of the file, and what remains to be done."""
        return say(language, "verdicts", f"{self.value}-coordinator")


def judge(identified: bool, read: int, problems: Iterable[Problem]) -> Verdict:
    """Judge a file by whether its invitation is known, how many answers were read, and its problems.

    A file that could not be opened is refused. One that was opened goes to a person when nobody can say whose
    it is, when nothing was read from it, or when a problem blocks it (as two identities in one file do).
    """
    found = list(problems)
    if any(isinstance(problem, Refusal) for problem in found):
        return Verdict.REFUSED
    severity = worst(found)
    if not identified or read == 0 or severity == Severity.BLOCKER:
        return Verdict.NEEDS_A_PERSON
    if severity == Severity.ERROR:
        return Verdict.PARTLY_ACCEPTED
    if severity == Severity.WARNING:
        return Verdict.ACCEPTED_WITH_WARNINGS
    return Verdict.ACCEPTED
