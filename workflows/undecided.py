"""What came and waits for a person: whose it may be, what speaks for whom, and what becomes of it then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from delivery.senders import speaks_for
from problems import Problem
from problems.deciding import ApplicationWaiting
from problems.identity import FromElsewhere, MailWithoutFile, OldKey
from store import query
from store.mail import Arrival, arrivals, record_claim
from store.progress import DISMISSED
from store.record import record_actions
from workbooks.containers import Unpacked
from workbooks.findings import Findings
from workbooks.identity import identify
from workbooks.reader import reading
from workbooks.sandbox import Sandbox
from workflows.arriving import Arriving, about_container
from workflows.asked import Asked
from workflows.changes.naming import named
from workflows.guards import launched_store, must_not_be_cleared
from workflows.judging import judged
from workflows.receive import Received, receive, rejudge
from workflows.waiting import waiting, waiting_under
from workflows.whose import Circumstances
from workflows.workspace import Workspace

Question = Literal["whose", "parts", "confirm", "mail", "application", "nothing"]
"""What a person is asked of a file: whose it is, whose parts count, whether it is confirmed; or it is a mail
to read, an application to admit, or a workbook from which nothing could be taken."""

MOST = 6
"""So many bodies are proposed."""


@dataclass(frozen=True)
class Candidate:
    """Somebody whose a file may be, and what speaks for it."""

    invitation: str
    stakeholder: str
    name: str
    asked: int  # of the questions answered there, so many were put to this body
    answered: int
    marked: bool = False  # the mail is a reply to a letter to it
    sender: bool = False  # the mail comes from its house


@dataclass(frozen=True)
class Undecided:
    sha256: str
    name: str
    at: datetime
    question: Question
    problems: tuple[Problem, ...]
    senders: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def undecided(workspace: Workspace) -> tuple[Undecided, ...]:
    """Look once more at every file that needs a person, the oldest first."""
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        files = waiting(store)
        if not files:
            return ()
        asked = Asked.read(store, workspace.consultation)
        came = {each.sha256: arrivals(store, each.sha256) for each in files}
    language = workspace.consultation.language
    task = reading(asked.questionnaires, language=language, languages=asked.languages)
    kept = ((each.names[-1], workspace.folder.received / each.sha256) for each in files)
    with Sandbox(task=task) as sandbox:
        return tuple(
            _looked_at(file, found, problems, asked, came[file.sha256])
            for file, (_, found, problems) in zip(files, sandbox.open_all(kept), strict=True)
        )


def decide(
    workspace: Workspace, file: Undecided, invitations: Sequence[str], *, why: str, at: datetime
) -> Received:
    """Record whose a file is, as a person says, and judge it again."""
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        for invitation in invitations:
            record_claim(
                store, sha256=file.sha256, invitation=invitation, why=why, at=at, actor=workspace.actor
            )
        copy = workspace.folder.received / file.sha256
        arriving = Arriving((1,), file.name, copy, file.sha256, came=file.at)
        return rejudge(workspace, store, [arriving], at=at)


def lay_aside(workspace: Workspace, file: Undecided, *, at: datetime) -> None:
    """Record that a file needs nobody any more; its bytes and its verdict stay."""
    with launched_store(workspace) as store:
        record_actions(store, [f"{DISMISSED}{file.sha256}"], at=at, actor=workspace.actor)


def invitation_of_body(workspace: Workspace, name: str) -> Candidate:
    """Return the latest invitation of a body, by its id or name. Refused for a stranger."""
    with launched_store(workspace) as store:
        asked = Asked.read(store)
        body = named(name, query.stakeholders(store))
    return _candidate(_latest(asked)[body.id], frozenset(), asked, ())


def said_of(workspace: Workspace, name: str, whose: str, *, at: datetime) -> Received:
    """Decide for one waiting file, by its name or the beginning of its digest, whose it is.

    Refused where no such file waits, or several do.
    """
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        found = waiting_under(store, name)
    file = Undecided(found.sha256, found.names[-1], found.at, "whose", ())
    return decide(workspace, file, [invitation_of_body(workspace, whose).invitation], why="said", at=at)


def tidied(workspace: Workspace, *, at: datetime) -> int:
    """Put away what lies in inbox/ and needs nobody any more; return how many files moved."""
    return receive(workspace, at=at).moved


def _looked_at(
    file: query.StoredFile,
    found: Findings | Unpacked | None,
    problems: Sequence[Problem],
    asked: Asked,
    came: Sequence[Arrival],
) -> Undecided:
    senders = tuple(dict.fromkeys(mail.sender for arrival in came for mail in arrival if mail.sender))
    name = file.names[-1]
    if isinstance(found, Unpacked):
        _, said = about_container(found, problems, name)
        question: Question = "mail" if any(isinstance(each, MailWithoutFile) for each in said) else "nothing"
        return Undecided(file.sha256, name, file.at, question, said, senders)
    (first, *_) = judged(
        found, problems, asked, Circumstances(came), shown=name, sha256=file.sha256, at=file.at
    )
    said = first.outcome.problems
    candidates: Iterator[Candidate] | Sequence[Candidate] = ()
    question = "nothing"
    if any(isinstance(each, ApplicationWaiting) for each in said):
        question = "application"
    elif any(isinstance(each, FromElsewhere | OldKey) for each in said) and first.outcome.answer_to:
        question, candidates = "confirm", [_under(found, first.outcome.answer_to, asked, came)]
    elif found is not None and not first.outcome.stakeholder:
        _, ids = identify(found.carriers, asked.keys)
        mine = [asked.issued[each] for each in ids if each in asked.issued]
        question = "parts" if len(mine) > 1 else "whose"
        if question == "parts":
            candidates = [_under(found, each, asked, came) for each in mine]
        else:
            candidates = _proposed(found, asked, came)
    return Undecided(file.sha256, name, file.at, question, said, senders, tuple(candidates))


def _under(found: Findings | None, issued: query.Issued, asked: Asked, came: Sequence[Arrival]) -> Candidate:
    """Return the one under whose invitation something stands."""
    share = found.share_of(issued.invitation.id) if found else None
    told = frozenset(each.item for each in share.told if each.entry) if share else frozenset[str]()
    return _candidate(issued, told, asked, came)


def _proposed(found: Findings, asked: Asked, came: Sequence[Arrival]) -> list[Candidate]:
    """Return those whose it may be: who replied, who sent it, then who was asked most of what it answers."""
    told = frozenset(each.item for each in found.told if each.entry)
    every = [_candidate(issued, told, asked, came) for issued in _latest(asked).values()]
    likely = [each for each in every if each.marked or each.sender or each.asked]
    likely.sort(key=lambda each: (-each.marked, -each.sender, -each.asked, each.name))
    return likely[:MOST]


def _candidate(
    issued: query.Issued, told: frozenset[str], asked: Asked, came: Sequence[Arrival]
) -> Candidate:
    body = issued.invitation.stakeholder
    mails = [mail for arrival in came for mail in arrival]
    return Candidate(
        invitation=issued.invitation.id,
        stakeholder=body,
        name=asked.names[body],
        asked=len(told & set(issued.items)),
        answered=len(told),
        marked=any(
            (marked := asked.issued.get(mail.invitation)) is not None
            and marked.invitation.stakeholder == body
            for mail in mails
        ),
        sender=any(speaks_for(mail.sender, asked.addresses[body]) for mail in mails),
    )


def _latest(asked: Asked) -> dict[str, query.Issued]:
    """Return the latest invitation of each stakeholder."""
    return {each.invitation.stakeholder: each for each in asked.issued.values()}
