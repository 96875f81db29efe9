"""Write things down, each with its audit entry in one transaction. Nothing is ever changed or taken away.

Every function takes the store, the instant `at` (any zone; kept as UTC) and who acts, and may be called
twice: what is recorded already stays as it is, and the second call says so. Inside
`with store.transaction():` several of them become one transaction. Ids of stakeholders, items and files that
were never recorded raise KeyError: that is a mistake of the program.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from questionnaires.model import Questionnaire
from responses.model import Decision
from stakeholders.model import Assignment, Invitation, Stakeholder
from store import tables
from store.audit import Event, Rows, append, append_all
from store.connection import Store
from store.lookup import exists, item_numbers, stakeholder_number, stakeholder_numbers
from store.narrowing import several
from store.query import (
    clearance,
    decisions,
    invitations,
    keys,
    letters,
    performed,
)
from store.returns import Returned, record_file, record_files, record_return, record_returns
from store.values import PROFILE, as_json, utc, value_to_json

__all__ = [
    "Returned",
    "Written",
    "clearance",
    "decisions",
    "invitations",
    "keys",
    "letters",
    "performed",
    "record_actions",
    "record_assignments",
    "record_clearance",
    "record_decisions",
    "record_delivery",
    "record_file",
    "record_files",
    "record_invitation",
    "record_key",
    "record_launch",
    "record_letter",
    "record_letters",
    "record_return",
    "record_returns",
    "record_round",
    "record_stakeholders",
]


def record_launch(
    store: Store,
    *,
    questionnaires: Sequence[Questionnaire],
    stakeholders: Sequence[Stakeholder],
    assignments: Iterable[Assignment],
    deadline: datetime,
    settings_digest: str,
    at: datetime,
    actor: str,
    round: str = "answers",
) -> bool:
    """Record who takes part, and the first round: what is asked of whom; False where one was before."""
    with store.transaction() as connection:
        if exists(connection, "SELECT 1 FROM launch"):
            return False
        rows: Rows = [
            (tables.LaunchRow, [{"deadline": utc(deadline), "settings": settings_digest}]),
            *_bodies(stakeholders),
            *_asked(connection, round, questionnaires, deadline),
        ]
        item_ids = {row["key"]: row["id"] for kind, many in rows if kind is tables.ItemRow for row in many}
        body_ids = {body.id: number for number, body in enumerate(stakeholders, 1)}
        rows.append((tables.AssignmentRow, [_assignment(each, body_ids, item_ids) for each in assignments]))
        append(connection, Event.LAUNCH, settings_digest, rows, at=at, actor=actor)
        store.remembered.clear()
    return True


def record_round(
    store: Store,
    round: str,
    *,
    questionnaires: Sequence[Questionnaire],
    assignments: Iterable[Assignment],
    deadline: datetime,
    at: datetime,
    actor: str,
) -> bool:
    """Record that a round is open: its questionnaires, and what is asked of whom; False where it was."""
    with store.transaction() as connection:
        if _known(connection, "round", round):
            return False
        rows = _asked(connection, round, questionnaires, deadline)
        append(connection, Event.ROUND, round, rows, at=at, actor=actor)
        store.remembered.clear()
        record_assignments(store, assignments, at=at, actor=actor)
    return True


def record_stakeholders(
    store: Store, stakeholders: Sequence[Stakeholder], *, at: datetime, actor: str
) -> tuple[str, ...]:
    """Record stakeholders that join after the launch; return the ids of those that were not there."""
    with store.transaction() as connection:
        known = {row.key: row.id for row in connection.execute(text("SELECT key, id FROM stakeholder"))}
        new = [body for body in stakeholders if body.id not in known]
        if new:
            subject = " ".join(body.id for body in new)
            rows = _bodies(new, first=max(known.values(), default=0) + 1)
            append(connection, Event.STAKEHOLDERS, subject, rows, at=at, actor=actor)
            store.remembered.clear()
    return tuple(body.id for body in new)


def record_assignments(store: Store, assignments: Iterable[Assignment], *, at: datetime, actor: str) -> int:
    """Record items asked of stakeholders; return how many were not asked of them already."""
    with store.transaction() as connection:
        sql = "SELECT stakeholder_id, item_id FROM standing_assignment"
        standing = {tuple(row) for row in connection.execute(text(sql))}
        items = {name: number.id for name, number in item_numbers(store).items()}
        bodies = stakeholder_numbers(store)
        wished = {(each.stakeholder, each.item): each for each in assignments}
        rows = [_assignment(each, bodies, items) for each in wished.values()]
        new = [row for row in rows if (row["stakeholder_id"], row["item_id"]) not in standing]
        if new:
            whom = " ".join(dict.fromkeys(stakeholder for stakeholder, _ in wished))
            append(connection, Event.ASSIGNMENT, whom, [(tables.AssignmentRow, new)], at=at, actor=actor)
    return len(new)


def record_key(store: Store, key_id: str, secret: bytes, *, at: datetime, actor: str) -> bool:
    """Record a key that signs workbooks' tokens; ValueError for another secret under a known id."""
    with store.transaction() as connection:
        known = keys(store).get(key_id)
        if known is not None:
            if known != secret:
                raise ValueError(f"key {key_id} has another secret")
            return False
        rows: Rows = [(tables.SigningKeyRow, [{"key": key_id, "secret": secret.hex()}])]
        append(connection, Event.KEY, key_id, rows, at=at, actor=actor)
    return True


def record_invitation(
    store: Store,
    invitation: Invitation,
    *,
    workbook_sha256: str,
    items: Iterable[str],
    at: datetime,
    actor: str,
    round: str = "answers",
) -> bool:
    """Record an issued workbook: its digest and the items it asks. The key must have been recorded."""
    with store.transaction() as connection:
        if _known(connection, "invitation", invitation.id):
            return False
        row = {
            "key": invitation.id,
            "stakeholder_id": stakeholder_number(store, invitation.stakeholder),
            "round": round,
            "language": invitation.language,
            "signed_by": invitation.key,
            "workbook": workbook_sha256,
            "items": as_json(list(items)),
        }
        append(
            connection, Event.INVITATION, invitation.id, [(tables.InvitationRow, [row])], at=at, actor=actor
        )
    return True


@dataclass(frozen=True, slots=True)
class Written:
    """A letter put into the outbox, such as an invitation or a reminder; `id`: what everybody calls it."""

    id: str
    stakeholder: str
    kind: str
    path: str


def record_letters(store: Store, letters: Iterable[Written], *, at: datetime, actor: str) -> tuple[str, ...]:
    """Record letters put into the outbox; return the ids of those that were not recorded before, in order."""
    with store.transaction() as connection:
        named = {each.id: each for each in letters}
        known = "SELECT key FROM letter WHERE key IN :keys"
        before = set(connection.execute(several(known, "keys"), {"keys": list(named)}).scalars())
        new = [each for name, each in named.items() if name not in before]
        rows = [(Event.LETTER, each.id, _letter(store, each)) for each in new]
        append_all(connection, rows, at=at, actor=actor)
    return tuple(each.id for each in new)


def _letter(store: Store, letter: Written) -> Rows:
    number = stakeholder_number(store, letter.stakeholder)
    row = {"key": letter.id, "stakeholder_id": number, "kind": str(letter.kind), "path": letter.path}
    return [(tables.LetterRow, [row])]


def record_letter(
    store: Store, *, id: str, stakeholder: str, kind: str, path: str, at: datetime, actor: str
) -> bool:
    """Record one letter; False where it was recorded before."""
    return bool(record_letters(store, [Written(id, stakeholder, kind, path)], at=at, actor=actor))


def record_delivery(
    store: Store, *, letter: str, outcome: str, detail: str = "", at: datetime, actor: str
) -> None:
    """Record what became of an attempt to send a letter: sent, failed or unknown. Every attempt counts."""
    with store.transaction() as connection:
        if not _known(connection, "letter", letter):
            raise KeyError(letter)
        row = {"letter": letter, "outcome": str(outcome), "detail": detail}
        append(connection, Event.DELIVERY, letter, [(tables.DeliveryRow, [row])], at=at, actor=actor)


def record_decisions(store: Store, decided: Iterable[Decision], *, at: datetime, actor: str) -> int:
    """Record decisions that say something else than the latest one on their item; return how many do.

    Who decided and when is not something else: the same decision workbook read twice is one decision.
    """
    with store.transaction() as connection:
        latest = {decision.item: _substance(decision) for decision in decisions(store)}
        new = {each.item: each for each in decided if latest.get(each.item) != _substance(each)}
        if new:
            numbers = item_numbers(store)
            rows = [_decision(each, numbers[each.item].id) for each in new.values()]
            subject = str(len(rows))
            append(connection, Event.DECISIONS, subject, [(tables.DecisionRow, rows)], at=at, actor=actor)
    return len(new)


def record_clearance(store: Store, *, digest: str, paths: Iterable[str], at: datetime, actor: str) -> bool:
    """Record that the focal point clears the submission with this digest; False where that is so already."""
    with store.transaction() as connection:
        latest = clearance(store)
        if latest is not None and latest.digest == digest:
            return False
        row = {"digest": digest, "paths": as_json([str(path) for path in paths])}
        append(connection, Event.CLEARANCE, digest, [(tables.ClearanceRow, [row])], at=at, actor=actor)
    return True


def record_actions(store: Store, actions: Iterable[str], *, at: datetime, actor: str) -> tuple[str, ...]:
    """Record actions of the process as performed; return those that were not recorded before, in order.

    Put it into one `store.transaction()` with the effect that it records.
    """
    with store.transaction() as connection:
        before = performed(store)
        new = tuple(key for key in dict.fromkeys(actions) if key not in before)
        rows: list[tuple[Event, str, Rows]] = [
            (Event.ACTION, key, [(tables.ActionRow, [{"key": key}])]) for key in new
        ]
        append_all(connection, rows, at=at, actor=actor)
    return new


def _asked(
    connection: Connection, opened: str, questionnaires: Sequence[Questionnaire], deadline: datetime
) -> Rows:
    """Return a round's questionnaires, articles and items, numbered on; what stands twice is asked once."""
    articles = {row.key: row.id for row in connection.execute(text("SELECT key, id FROM article"))}
    items = {row.key: row.id for row in connection.execute(text("SELECT key, id FROM item"))}
    snapshots, sections, asked = [], [], []
    for questionnaire in questionnaires:
        content = questionnaire.model_dump_json(by_alias=True)
        snapshots.append({"key": questionnaire.id, "digest": questionnaire.digest, "content": content})
        for section in questionnaire.sections:
            key = f"{section.instrument}.{section.article}"
            if key not in articles:
                articles[key] = len(articles) + 1
                sections.append({"id": articles[key], "key": key, "title": as_json(section.title)})
            for item in section.items:
                if item.id in items:
                    continue
                items[item.id] = len(items) + 1
                row = {
                    "id": items[item.id],
                    "key": item.id,
                    "article_id": articles[key],
                    "questionnaire": questionnaire.id,
                    "round": opened,
                    "type": str(item.type),
                    "main": item.main,
                }
                asked.append(row)
    return [
        (tables.RoundRow, [{"key": opened, "deadline": utc(deadline)}]),
        (tables.QuestionnaireRow, snapshots),
        (tables.ArticleRow, sections),
        (tables.ItemRow, asked),
    ]


def _bodies(stakeholders: Sequence[Stakeholder], first: int = 1) -> Rows:
    bodies, identities = [], []
    for number, body in enumerate(stakeholders, first):
        bodies.append(
            {
                "id": number,
                "key": body.id,
                "kind": str(body.kind),
                "sector": body.sector,
                "mandates": as_json(body.mandates),
                "languages": as_json(body.languages),
                "at_risk": body.at_risk,
                "attribution": str(body.attribution),
                "profile": as_json(body.model_dump(mode="json", include=set(PROFILE), exclude_defaults=True)),
            }
        )
        named = {"name": body.name, "contact": body.contact, "email": body.email, "telephone": body.telephone}
        identities.append({"stakeholder_id": number, **named})
    return [(tables.StakeholderRow, bodies), (tables.IdentityRow, identities)]


def _assignment(each: Assignment, bodies: Mapping[str, int], items: Mapping[str, int]) -> dict[str, Any]:
    return {
        "stakeholder_id": bodies[each.stakeholder],
        "item_id": items[each.item],
        "reason": each.reason,
        "detail": each.detail,
    }


def _substance(decision: Decision) -> tuple[object, ...]:
    return decision.fingerprint, decision.value, decision.details, decision.reason


def _decision(decision: Decision, item_id: int) -> dict[str, Any]:
    return {
        "item_id": item_id,
        "fingerprint": decision.fingerprint,
        "value": value_to_json(decision.value),
        "details": decision.details,
        "reason": decision.reason,
        "decided_by": decision.decided_by,
        "decided_at": utc(decision.decided_at),
    }


def _known(connection: Connection, named: str, key: str) -> bool:
    return exists(connection, f"SELECT 1 FROM {named} WHERE key = :key", key=key)  # noqa: S608  # our own names
