"""Launch: what is asked of whom is written down; an invitation with its workbook each lies in the outbox."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from secrets import token_bytes

from consultation.folder import write_whole
from delivery.letters import Ask, addressed, write_letter
from delivery.outbox import eml
from problems import Place, Problem
from problems.settings import FocalPointMissing
from problems.stages import NobodyToAsk, RecordMissing, Refused, RegistryChanged
from questionnaires.model import Item
from stakeholders.model import Assignment, Invitation, Stakeholder
from store import query
from store.connection import Store
from store.open import open_store
from store.record import record_invitation, record_key, record_launch, record_letter
from workbooks.identity import Key, new_key, token
from workbooks.issue import Issuer
from workflows.check import Checked, Routed, check, route_all
from workflows.guards import not_launched
from workflows.workspace import Workspace

Random = Callable[[int], bytes]
"""Gives so many random bytes."""

ACTOR = "coordinator"


@dataclass(frozen=True)
class Sent:
    """One letter that now lies in the outbox."""

    stakeholder: Stakeholder
    items: int
    language: str
    path: str


@dataclass(frozen=True)
class Launched:
    """The launch: its letters, or, where the folder must be mended first, none and the problems."""

    problems: tuple[Problem, ...] = ()
    at: datetime | None = None
    again: bool = False  # launched before: nothing was issued now
    letters: tuple[Sent, ...] = ()
    routed: Routed | None = None


@dataclass(frozen=True)
class _Issue:
    invitation: Invitation
    stakeholder: Stakeholder
    items: tuple[str, ...]
    workbook: bytes
    message: bytes
    path: str


def launch(workspace: Workspace, *, at: datetime, random: Random = token_bytes) -> Launched:
    """Ask everybody what the registry and the routing say; once.

    All of it is one transaction, so that a second launch waits for the first: whatever interrupts it, either
    nothing was launched, and launching again writes the letters anew, or everything was.
    """
    checked = check(workspace.folder, at=at, definitions=False)
    with open_store(workspace.database, create=True) as store, store.transaction():
        if (earlier := query.launch(store)) is not None:
            return Launched(_changed(store, checked, workspace), earlier.at, again=True)
        nobody_to_call = any(isinstance(problem, FocalPointMissing) for problem in checked.problems)
        if checked.broken or nobody_to_call:
            return Launched(checked.problems)
        if isinstance(missing := not_launched(workspace), RecordMissing):
            raise Refused(missing)
        routed = route_all(checked)
        if not routed.assignments:
            raise Refused(NobodyToAsk(place=Place(workspace.folder.registry.name)))
        key = new_key(random(32))
        _record_launch(store, checked, routed, key, at)
        letters: list[Sent] = []
        for issue in _issues(workspace, checked, routed, key, at=at, random=random):
            write_whole(workspace.folder.root / issue.path, issue.message)
            _record_issue(store, issue, at)
            letters.append(Sent(issue.stakeholder, len(issue.items), issue.invitation.language, issue.path))
    return Launched(checked.problems, at, letters=tuple(letters), routed=routed)


def items_of(assignments: tuple[Assignment, ...]) -> dict[str, tuple[str, ...]]:
    """Return the items asked of each stakeholder, in the order of the assignments."""
    found: dict[str, list[str]] = {}
    for assignment in assignments:
        found.setdefault(assignment.stakeholder, []).append(assignment.item)
    return {stakeholder: tuple(items) for stakeholder, items in found.items()}


def _issues(
    workspace: Workspace, checked: Checked, routed: Routed, key: Key, *, at: datetime, random: Random
) -> Iterator[_Issue]:
    consultation, by_id = workspace.consultation, {item.id: item for item in checked.items}
    issuer = Issuer(consultation, checked.questionnaires)
    asked = items_of(routed.assignments)
    for stakeholder in checked.stakeholders:
        names = asked.get(stakeholder.id)
        if not names:
            continue
        language = issuer.language(stakeholder)
        invitation = Invitation(id=random(5).hex(), stakeholder=stakeholder.id, language=language, key=key.id)
        workbook = issuer.workbook(addressed(stakeholder, language), names, token(key, invitation.id))
        items: tuple[Item, ...] = tuple(by_id[name] for name in names)
        letter = write_letter(
            "invitation", consultation, checked.questionnaires, Ask(stakeholder, items), language
        )
        message = eml(
            letter,
            key=letter_key("invitation", invitation.id),
            state=consultation.state,
            sender=consultation.focal_point,
            to=stakeholder,
            language=language,
            workbook=workbook,
            at=at,
        )
        path = f"outbox/invitation-{stakeholder.id}.eml"
        yield _Issue(invitation, stakeholder, names, workbook, message, path)


def letter_key(kind: str, invitation: str) -> str:
    """Return a letter's id: it becomes its Message-ID, so it names nobody."""
    return f"{kind}-{invitation}"


def _record_launch(store: Store, checked: Checked, routed: Routed, key: Key, at: datetime) -> None:
    if checked.consultation is None:
        raise ValueError("a launch needs settings")
    settings = checked.consultation.model_dump_json().encode()
    record_launch(
        store,
        questionnaires=checked.questionnaires,
        stakeholders=checked.stakeholders,
        assignments=routed.assignments,
        deadline=checked.consultation.deadline_at,
        settings_digest=hashlib.sha256(settings).hexdigest(),
        at=at,
        actor=ACTOR,
    )
    record_key(store, key.id, key.secret, at=at, actor=ACTOR)


def _record_issue(store: Store, issue: _Issue, at: datetime) -> None:
    digest = hashlib.sha256(issue.workbook).hexdigest()
    record_invitation(store, issue.invitation, workbook_sha256=digest, items=issue.items, at=at, actor=ACTOR)
    record_letter(
        store,
        id=letter_key("invitation", issue.invitation.id),
        stakeholder=issue.stakeholder.id,
        kind="invitation",
        path=issue.path,
        at=at,
        actor=ACTOR,
    )


def _changed(store: Store, checked: Checked, workspace: Workspace) -> tuple[Problem, ...]:
    """Say which bodies of today's registry would be asked something else than the launch did."""
    if checked.broken:
        return ()
    asked, now = items_of(query.assignments(store)), items_of(route_all(checked).assignments)
    names = {body.id: body.name for body in checked.stakeholders}
    new = tuple(names[body] for body, items in now.items() if set(items) - set(asked.get(body, ())))
    place = Place(workspace.folder.registry.name)
    return (RegistryChanged(place=place, names=new),) if new else ()
