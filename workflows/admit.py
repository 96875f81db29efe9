"""Admit: somebody whom nobody has invited has applied, and a person lets them take part."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes

from problems import Place, Problem, Severity, nearest
from problems.deciding import ApplicantKnown, NotApplication, NothingToAdmit
from problems.registry import BodyUnknown
from problems.stages import NoSuchFile, Refused
from stakeholders.model import Stakeholder
from store import query
from store.connection import Store
from store.progress import DISMISSED
from store.record import (
    record_actions,
    record_assignments,
    record_file,
    record_invitation,
    record_return,
    record_stakeholders,
)
from workbooks.answers import Entry as Said
from workbooks.containers import Unpacked
from workbooks.identity import Identity, identify
from workbooks.reader import reading
from workbooks.sandbox import Sandbox
from workbooks.verdict import judge
from workflows.applicant import Applicant, applicant, known_already, row_cells
from workflows.application import OpenForm
from workflows.ask import Random, assign_everything, own_workbook
from workflows.asked import Asked
from workflows.consents import record_wishes
from workflows.guards import launched_store, must_not_be_cleared
from workflows.inbox import DONE, put_away
from workflows.judging import response_of
from workflows.keeping import Kept, keep
from workflows.post import Desk
from workflows.process import Process
from workflows.registry import Register, read_register
from workflows.registry_writing import write_cells
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Admitted:
    """Who takes part now, with what of the application was taken; nobody where a problem is an error."""

    stakeholder: str = ""
    name: str = ""
    round: str = ""
    answers: int = 0
    version: int = 0
    joined: bool = False  # to a body that was known
    again: bool = False  # taken in before: nothing was done now
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Application:
    """An open form that came back: its file, what it says, and what is wrong with that."""

    file: Kept
    shown: str
    form: OpenForm
    said: tuple[Said, ...]
    problems: tuple[Problem, ...]


def admit(
    workspace: Workspace,
    process: Process,
    file: Path,
    *,
    as_body: str = "",
    at: datetime,
    actor: str,
    random: Random = token_bytes,
) -> Admitted:
    """Make a stakeholder of an applicant, in the registry and the record, and take its answers in.

    With `as_body`, the application is that of this body of the registry. Refused for what is no open form,
    and for who is likely a body that the registry has.
    """
    path = _found(workspace, file)
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        kept = _keep(workspace, store, path, at, actor)
        if before := _before(store, kept):
            put_away(workspace, path)
            return before
        asked = Asked.read(store)
        found = _read(workspace, asked, kept)
        with store.transaction():  # others who admit wait here, and then find it done
            if before := _before(store, kept):
                return before
            register = read_register(workspace)
            record = {each.id: each for each in query.stakeholders(store)}
            named = _named(register, record, as_body) if as_body else None
            body, new = (named, None) if named else _whose(register, record, asked, found)
            if body is None:
                return Admitted(problems=new.problems if new else ())
            version = _record(Desk(workspace, process, store, at, actor), asked, found, body, random)
            if new is not None and register.sheet is not None and body.id not in register.by_ref:
                write_cells(workspace.folder.registry, row_cells(register.sheet, new))
    put_away(workspace, path)
    doubts = tuple(new.problems) if new else ()
    return Admitted(
        body.id,
        body.name,
        found.form.round,
        len(found.said),
        version,
        joined=new is None,
        problems=(*found.problems, *doubts),
    )


def _before(store: Store, file: Kept) -> Admitted | None:
    """Return what became of a file that was taken in before."""
    verdict = query.file_verdict(store, file.sha256)
    if verdict is None or not verdict.stakeholder:
        return None
    names = {body.id: body.name for body in query.stakeholders(store)}
    return Admitted(verdict.stakeholder, names[verdict.stakeholder], version=verdict.version, again=True)


def _found(workspace: Workspace, file: Path) -> Path:
    """Find the file as it was named, or in the inbox, where it may have been put away."""
    inbox = workspace.folder.inbox
    for path in (file, inbox / file.name, inbox / DONE / file.name):
        if path.is_file():
            return path.resolve()
    raise Refused(NoSuchFile(place=Place(str(file)), name=file.name))


def _keep(workspace: Workspace, store: Store, path: Path, at: datetime, actor: str) -> Kept:
    came, problems = keep([path], workspace.folder.received, workspace.shown)
    if problems:
        raise Refused(problems[0])
    (kept,) = came
    record_file(store, sha256=kept.sha256, name=path.name, size=kept.size, at=at, actor=actor)
    return kept


def _read(workspace: Workspace, asked: Asked, kept: Kept) -> _Application:
    """Read an application in the sandbox. Refused for a file that is none, or says nothing."""
    shown = workspace.shown(kept.path)
    task = reading(asked.questionnaires, language=workspace.consultation.language, languages=asked.languages)
    with Sandbox(children=1, task=task) as sandbox:
        findings, problems = sandbox.open(kept.copy, shown)
    if findings is None:
        raise Refused(problems[0])
    if isinstance(findings, Unpacked):
        raise Refused(NotApplication(place=Place(shown), name=kept.path.name))
    identity, ids = identify(findings.carriers, asked.keys)
    form = asked.open.get(ids[0]) if identity is Identity.IDENTIFIED else None
    if form is None:
        raise Refused(NotApplication(place=Place(shown), name=kept.path.name))
    said, more = findings.answers_to(None, shown)
    if not said:
        raise Refused(NothingToAdmit(place=Place(shown)))
    return _Application(kept, shown, form, said, (*problems, *more))


def _named(register: Register, record: Mapping[str, Stakeholder], name: str) -> Stakeholder:
    known = register.bodies | dict(record)
    if name not in known:
        raise Refused(BodyUnknown(value=name, near=nearest(name, known)))
    return known[name]


def _whose(
    register: Register, record: Mapping[str, Stakeholder], asked: Asked, found: _Application
) -> tuple[Stakeholder | None, Applicant | None]:
    """Return whose application it is, and the row to write where that is nobody's yet.

    Who stands in the registry with the same name and address, but was never asked, is not asked back.
    """
    new = applicant(register.workspace, register.known, found.said, asked.items, found.shown)
    if new.body is None or any(problem.severity >= Severity.ERROR for problem in new.problems):
        return None, new
    there = known_already(register, tuple(record.values()), new)
    if there is None:
        return new.body, new
    if there.sure and there.body not in record and there.body in register.bodies:
        return register.bodies[there.body], None
    problem = ApplicantKnown(
        place=Place(found.shown),
        name=new.body.name,
        body=there.body,
        known_as=there.name,
        file=found.shown,
    )
    raise Refused(problem)


def _record(desk: Desk, asked: Asked, found: _Application, body: Stakeholder, random: Random) -> int:
    """Record the body, what it is asked, an invitation of its own, and its answers, in one transaction."""
    store, at, actor, name = desk.store, desk.at, desk.actor, found.form.round
    asking = desk.process.round(name)
    record_stakeholders(store, [body], at=at, actor=actor)
    wished = assign_everything(desk.questionnaires[name], [body], asking)
    record_assignments(store, wished, at=at, actor=actor)
    fresh = Desk(desk.workspace, desk.process, store, at, actor)
    issued = fresh.issued.get((name, body.id))
    if issued is None:
        invitation, workbook = own_workbook(fresh, asking, body, random=random)
        digest, items = sha256(workbook).hexdigest(), fresh.asked[name, body.id]
        record_invitation(
            store, invitation, workbook_sha256=digest, items=items, round=name, at=at, actor=actor
        )
    else:
        invitation = issued.invitation
    told = invitation.model_copy(update={"language": found.form.language})  # the one that it was asked in
    response = response_of(told, found.said, asked, found.file.sha256, at)
    verdict = judge(identified=True, read=len(found.said), problems=found.problems)
    version = record_return(
        store,
        response,
        sha256=found.file.sha256,
        verdict=verdict.value,
        problems=[problem.as_json("en") for problem in found.problems],
        at=at,
        actor=actor,
    )
    record_wishes(store, [response], asked.items, at=at, actor=actor)
    record_actions(store, [f"{DISMISSED}{found.file.sha256}"], at=at, actor=actor)  # it waits for nobody now
    return version
