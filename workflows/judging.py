"""Judge a returned file: what it says, and exactly one verdict. Nothing is recorded here."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from problems import Place, Problem, Severity
from problems.meanings import UnchangedStands
from problems.returns import NotAsked
from problems.stages import NothingFilledIn
from responses.earlier import with_earlier
from responses.model import Answer, Provenance, Response
from responses.replaced import replaced
from responses.unchanged import unchanged, with_unchanged
from responses.validate import validate
from stakeholders.model import Invitation
from store import query
from workbooks.answers import Entry
from workbooks.findings import Findings
from workbooks.layout import SheetId, sheet_name
from workbooks.verdict import Verdict, judge
from workflows.asked import Asked
from workflows.whose import Circumstances, Owned, answerable, whose

Standing = Callable[[str], Mapping[str, Answer]]
"""What a body, by its id, has said up to now in all rounds, by item (an item is of one round)."""


def nothing_stands(_: str) -> Mapping[str, Answer]:
    """Return what stands of a body that has said nothing yet."""
    return {}


@dataclass(frozen=True)
class FileOutcome:
    """What became of one file; `known`: its bytes had come before, and nothing was recorded again."""

    name: str
    verdict: Verdict
    problems: tuple[Problem, ...] = ()
    known: bool = False
    stakeholder: str = ""
    sender: str = ""
    version: int = 0
    answers: int = 0
    late: bool = False
    done: bool = False  # a person is done with it: nothing of it counts
    answer_to: query.Issued | None = None  # under which invitation the sender is written to
    rests: tuple[Entry, ...] = ()  # said beside what is unclear; counts for nothing, and goes back
    stood: frozenset[str] = frozenset()  # the items on which the sender had said something before

    def as_json(self, language: str) -> dict[str, Any]:
        return {
            "file": self.name,
            "verdict": self.verdict.value,
            "already_received": self.known,
            "stakeholder": self.stakeholder,
            "version": self.version,
            "late": self.late,
            "answers": self.answers,
            "problems": [problem.as_json(language) for problem in self.problems],
        }


@dataclass(frozen=True)
class Judged:
    """What is to be recorded of a file."""

    outcome: FileOutcome
    response: Response | None


def judged(
    findings: Findings | None,
    problems: Sequence[Problem],
    asked: Asked,
    came: Circumstances,
    *,
    shown: str,
    sha256: str,
    at: datetime,
    standing: Standing = nothing_stands,
) -> tuple[Judged, ...]:
    """Judge what a child found in a file, or, without findings, why it could not be opened.

    `standing` returns what a body, by its id, has said up to now, by item. One verdict; where
    a person has said that several bodies' answers stand in it, one for each of them.
    """
    if findings is None:
        reply_to = answerable(came, asked)
        verdict = judge(identified=False, read=0, problems=problems)
        outcome = FileOutcome(shown, verdict, tuple(problems), answer_to=reply_to)
        return (Judged(outcome, None),)
    name = sha256[:20]
    found = whose(findings, asked, came, shown)
    return tuple(
        _judged(
            each,
            problems,
            asked,
            shown=shown,
            sha256=sha256,
            name=_own(name, each, len(found)),
            at=at,
            standing=standing,
        )
        for each in found
    )


def _own(name: str, owned: Owned, shares: int) -> str:
    """Return the id of a response: that of its file, unless the answers of several bodies stand in it."""
    several = owned.findings is not None and owned.findings.part
    if owned.issued is None or not (several or shares > 1):
        return name
    return hashlib.sha256(f"{name} {owned.issued.invitation.id}".encode()).hexdigest()[:20]


def _judged(
    owned: Owned,
    problems: Sequence[Problem],
    asked: Asked,
    *,
    shown: str,
    sha256: str,
    name: str,
    at: datetime,
    standing: Standing,
) -> Judged:
    issued, findings, found = owned.issued, owned.findings, [*problems, *owned.problems]
    if issued is None or findings is None:
        verdict = judge(identified=False, read=0, problems=found)
        return Judged(FileOutcome(shown, verdict, tuple(found)), None)
    entries, more = findings.answers_to(frozenset(issued.items), shown)
    before = standing(issued.invitation.stakeholder)
    if not owned.problems:  # what waits to be confirmed is spoken of when it is
        found += unchanged(more, before, asked.items, issued.invitation.language)
    elsewhere = any(isinstance(each, NotAsked) for each in found)  # it says something, to others' questions
    stands = any(isinstance(each, UnchangedStands) for each in found)
    if (
        not entries
        and not elsewhere
        and not stands
        and max((each.severity for each in found), default=0) < Severity.ERROR
    ):
        found.append(NothingFilledIn(place=Place(shown)))
    verdict = judge(identified=True, read=len(entries), problems=found)
    response, stood = None, frozenset[str]()
    if verdict not in {Verdict.NEEDS_A_PERSON, Verdict.REFUSED}:
        stood = frozenset(before)
        response = response_of(issued.invitation, entries, asked, sha256, at, name=name)
        answers = with_unchanged(response.answers, more, before, asked.items)
        answers, kept = with_earlier(answers, before, asked.items, shown)
        response = replace(response, answers=answers)
        doubts = validate(
            asked.items,
            answers,
            issued.items,
            shown,
            standing=before,
            unclear={each.item for each in found if each.severity >= Severity.ERROR},
            laws=_laws(findings, issued.invitation.language),
        )
        new = replaced(answers, before, asked.items, shown)
        found = sorted([*found, *kept, *new, *doubts], key=lambda each: each.place)
        verdict = judge(identified=True, read=len(entries), problems=found)
    stakeholder = issued.invitation.stakeholder
    outcome = FileOutcome(
        name=shown,
        verdict=verdict,
        problems=tuple(found),
        stakeholder=stakeholder,
        sender=asked.names[stakeholder],
        answers=len(entries) if response or owned.problems else 0,
        answer_to=issued,
        rests=findings.rests(frozenset(issued.items)),
        stood=stood,
    )
    return Judged(outcome, response)


def _laws(findings: Findings, language: str) -> str:
    """Return the name of the sheet of laws; nothing where it is gone, or was named anew."""
    name = sheet_name(language, SheetId.LAWS)
    return name if name in findings.sheets else ""


def response_of(
    invitation: Invitation,
    entries: Sequence[Entry],
    asked: Asked,
    sha256: str,
    at: datetime,
    *,
    name: str = "",
) -> Response:
    name, language = name or sha256[:20], invitation.language
    answers = tuple(
        Answer(
            item=entry.item,
            provenance=Provenance(
                stakeholder=invitation.stakeholder,
                response=name,
                sha256=sha256,
                sheet=entry.sheet,
                cell=entry.cell,
                received_at=at,
                language=language,
                question=asked.digests[entry.item, language],
            ),
            value=entry.value,
            absent=entry.absent,
            details=entry.details,
            citations=entry.citations,
            comment=entry.comment,
        )
        for entry in entries
    )
    return Response(
        id=name,
        invitation=invitation.id,
        stakeholder=invitation.stakeholder,
        sha256=sha256,
        language=language,
        received_at=at,
        answers=answers,
    )
