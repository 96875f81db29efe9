"""Judge a returned file: whose it is, what it says, and exactly one verdict. Nothing is recorded here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from problems import Place, Problem, Severity
from problems.identity import NotIdentified, TwoInvitations
from problems.returns import NoQuestionsFound
from problems.stages import NothingFilledIn
from questionnaires.model import Item, Questionnaire
from responses.model import Answer, Provenance, Response
from responses.validate import validate
from stakeholders.model import Invitation
from store import query, standing
from store.connection import Store
from workbooks.answers import Entry
from workbooks.findings import Findings
from workbooks.identity import Identity, Key, identify
from workbooks.verdict import Verdict, judge
from workflows.application import OpenForm, application, open_forms


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

    def as_json(self, language: str) -> dict[str, Any]:
        return {
            "file": self.name,
            "verdict": self.verdict.value,
            "already_received": self.known,
            "stakeholder": self.stakeholder,
            "version": self.version,
            "answers": self.answers,
            "problems": [problem.as_json(language) for problem in self.problems],
        }


@dataclass(frozen=True)
class Asked:
    """What the launch asked of whom."""

    keys: tuple[Key, ...]
    questionnaires: tuple[Questionnaire, ...]
    issued: Mapping[str, query.Issued]  # by invitation
    names: Mapping[str, str]  # by stakeholder
    open: Mapping[str, OpenForm] = field(default_factory=dict)  # by what stands where an invitation does

    @classmethod
    def read(cls, store: Store) -> "Asked":
        keys = query.keys(store)
        return cls(
            keys=tuple(Key(name, secret) for name, secret in keys.items()),
            questionnaires=query.questionnaires(store),
            issued={each.invitation.id: each for each in query.issued(store)},
            names={body.id: body.name for body in query.stakeholders(store)},
            open=open_forms(keys, standing.rounds(store)),
        )

    @cached_property
    def items(self) -> dict[str, Item]:
        return {item.id: item for each in self.questionnaires for item in each.items}

    @cached_property
    def languages(self) -> dict[str, str]:
        """The language in which each invitation, or open form, asks."""
        open_to_all = {name: form.language for name, form in self.open.items()}
        return open_to_all | {name: each.invitation.language for name, each in self.issued.items()}

    @cached_property
    def digests(self) -> dict[tuple[str, str], str]:
        """The digest of each question in each language in which it was put."""
        return {
            (name, language): item.digest(language)
            for language in set(self.languages.values())
            for name, item in self.items.items()
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
    *,
    shown: str,
    sha256: str,
    at: datetime,
) -> Judged:
    """Judge what a child found in a file, or, without findings, why it could not be opened."""
    issued, entries, found = _understood(findings, asked, shown)
    found = [*problems, *found]
    if (
        issued is not None
        and not entries
        and max((each.severity for each in found), default=0) < Severity.ERROR
    ):
        found.append(NothingFilledIn(place=Place(shown)))
    verdict = judge(identified=issued is not None, read=len(entries), problems=found)
    if issued is None:
        return Judged(FileOutcome(shown, verdict, tuple(found)), None)
    response = None
    if verdict not in {Verdict.NEEDS_A_PERSON, Verdict.REFUSED}:
        response = response_of(issued.invitation, entries, asked, sha256, at)
        doubts = validate(asked.items, response.answers, issued.items, shown)
        found = sorted([*found, *doubts], key=lambda each: each.place)
        verdict = judge(identified=True, read=len(entries), problems=found)
    stakeholder = issued.invitation.stakeholder
    outcome = FileOutcome(
        name=shown,
        verdict=verdict,
        problems=tuple(found),
        stakeholder=stakeholder,
        sender=asked.names[stakeholder],
        answers=len(entries) if response else 0,
    )
    return Judged(outcome, response)


def _understood(
    findings: Findings | None, asked: Asked, shown: str
) -> tuple[query.Issued | None, tuple[Entry, ...], list[Problem]]:
    """Tell whose workbook it is, and what it says on the items that were put to them."""
    if findings is None:
        return None, (), []
    identity, ids = identify(findings.carriers, asked.keys)
    issued = asked.issued.get(ids[0]) if identity is Identity.IDENTIFIED else None
    if issued is not None:
        entries, found = findings.answers_to(frozenset(issued.items), shown)
        return issued, entries, found
    if identity is Identity.IDENTIFIED and ids[0] in asked.open and findings.told:
        return None, (), [application(findings, asked.items, shown)]
    if any(isinstance(problem, NoQuestionsFound) for problem in findings.problems):
        return None, (), list(findings.problems)
    return None, (), [_stranger(identity, ids, shown)]  # what its cells hold is nobody's, and not told


def _stranger(identity: Identity, ids: Sequence[str], shown: str) -> Problem:
    """Say why a readable workbook belongs to nobody."""
    if identity is Identity.CONFLICT:
        return TwoInvitations(place=Place(shown), count=len(ids))
    return NotIdentified(place=Place(shown))


def response_of(
    invitation: Invitation, entries: Sequence[Entry], asked: Asked, sha256: str, at: datetime
) -> Response:
    name, language = sha256[:20], invitation.language
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
