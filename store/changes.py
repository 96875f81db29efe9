"""Write down what happens on the way: extensions, declines, withdrawals, corrections, consent, handovers.

As in `store.record`: each with its audit entry in one transaction, nothing is changed or taken away, and what
is recorded already is not recorded again.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection, text

from store import tables
from store.audit import Event, append
from store.connection import Store
from store.lookup import exists, item_numbers, stakeholder_number
from store.standing import latest_outcomes
from store.values import as_json, utc

ReliefKind = Literal["declined", "reassigned", "withdrawn", "item-withdrawn"]


def record_relief(
    store: Store,
    stakeholder: str,
    items: Iterable[str],
    kind: ReliefKind,
    detail: str,
    *,
    at: datetime,
    actor: str,
) -> tuple[str, ...]:
    """Record that items are no longer asked of a stakeholder; return those that were asked of it."""
    with store.transaction() as connection:
        body, numbers = stakeholder_number(store, stakeholder), item_numbers(store)
        standing = _asked_of(connection, body)
        relieved = tuple(dict.fromkeys(name for name in items if numbers[name].id in standing))
        if relieved:
            rows = [
                {"stakeholder_id": body, "item_id": numbers[name].id, "kind": kind, "detail": detail}
                for name in relieved
            ]
            append(connection, Event.RELIEF, stakeholder, [(tables.ReliefRow, rows)], at=at, actor=actor)
    return relieved


def record_reopening(
    store: Store, stakeholder: str, remarks: Sequence[tuple[str, str]], *, at: datetime, actor: str
) -> None:
    """Record that corrections are requested, as pairs of an item and the remark to the stakeholder."""
    with store.transaction() as connection:
        body, numbers = stakeholder_number(store, stakeholder), item_numbers(store)
        rows = [
            {"stakeholder_id": body, "item_id": numbers[name].id, "remark": remark}
            for name, remark in dict(remarks).items()
        ]
        append(connection, Event.REOPENING, stakeholder, [(tables.ReopeningRow, rows)], at=at, actor=actor)


def record_withdrawal(store: Store, stakeholder: str, reason: str, *, at: datetime, actor: str) -> bool:
    """Record that a stakeholder takes no part any more; False where it did not before."""
    with store.transaction() as connection:
        body = stakeholder_number(store, stakeholder)
        if exists(connection, "SELECT 1 FROM withdrawal WHERE stakeholder_id = :body", body=body):
            return False
        row = {"stakeholder_id": body, "reason": reason}
        append(connection, Event.WITHDRAWAL, stakeholder, [(tables.WithdrawalRow, [row])], at=at, actor=actor)
    return True


def record_extension(
    store: Store,
    round: str,
    stakeholder: str,
    deadline: datetime,
    reason: str,
    *,
    at: datetime,
    actor: str,
) -> None:
    """Record another deadline of a round, for one stakeholder, or for all where none is named."""
    body = stakeholder_number(store, stakeholder) if stakeholder else None
    row = {"round": round, "stakeholder_id": body, "deadline": utc(deadline), "reason": reason}
    _add(store, Event.EXTENSION, stakeholder or round, tables.ExtensionRow, row, at=at, actor=actor)


def record_consent(
    store: Store, stakeholder: str, attribution: str, words: str, *, at: datetime, actor: str
) -> None:
    """Record how a stakeholder says that it may appear, with its words."""
    row = {
        "stakeholder_id": stakeholder_number(store, stakeholder),
        "attribution": attribution,
        "words": words,
    }
    _add(store, Event.CONSENT, stakeholder, tables.ConsentRow, row, at=at, actor=actor)


def record_contact(
    store: Store, stakeholder: str, *, contact: str, email: str, telephone: str, at: datetime, actor: str
) -> None:
    """Record whom letters to a stakeholder go to from now on."""
    row = {
        "stakeholder_id": stakeholder_number(store, stakeholder),
        "contact": contact,
        "email": email,
        "telephone": telephone,
    }
    _add(store, Event.CONTACT, stakeholder, tables.ContactRow, row, at=at, actor=actor)


def record_focal_point(
    store: Store, *, name: str, office: str, email: str, telephone: str, at: datetime, actor: str
) -> None:
    """Record who has taken over as focal point."""
    row = {"name": name, "office": office, "email": email, "telephone": telephone}
    _add(store, Event.FOCAL_POINT, "focal-point", tables.FocalPointRow, row, at=at, actor=actor)


def record_outcomes(
    store: Store,
    sheet: str,
    chosen: Iterable[tuple[str, str, str]],
    *,
    decided_by: str,
    at: datetime,
    actor: str,
) -> int:
    """Record what was chosen, as (subject, outcome, reason); return how many differ from what stood."""
    with store.transaction() as connection:
        before = {row.subject: (row.outcome, row.reason) for row in latest_outcomes(connection, sheet)}
        new = {subject: (outcome, reason) for subject, outcome, reason in chosen}
        rows = [
            {
                "sheet": sheet,
                "subject": subject,
                "outcome": said[0],
                "reason": said[1],
                "decided_by": decided_by,
            }
            for subject, said in new.items()
            if before.get(subject) != said
        ]
        if rows:
            append(connection, Event.OUTCOMES, sheet, [(tables.OutcomeRow, rows)], at=at, actor=actor)
    return len(rows)


def record_held(
    store: Store, action: str, day: date, note: str, attended: Iterable[str], *, at: datetime, actor: str
) -> bool:
    """Record something that people did, such as a meeting; False where it was recorded before."""
    with store.transaction() as connection:
        if exists(connection, "SELECT 1 FROM held WHERE key = :key", key=action):
            return False
        row = {"key": action, "day": day.isoformat(), "note": note, "attended": as_json(list(attended))}
        append(connection, Event.HELD, action, [(tables.HeldRow, [row])], at=at, actor=actor)
    return True


def _asked_of(connection: Connection, body: int) -> frozenset[int]:
    sql = "SELECT item_id FROM standing_assignment WHERE stakeholder_id = :body"
    return frozenset(connection.execute(text(sql), {"body": body}).scalars())


def _add(
    store: Store,
    event: Event,
    subject: str,
    kind: type[Any],
    row: dict[str, Any],
    *,
    at: datetime,
    actor: str,
) -> None:
    with store.transaction() as connection:
        append(connection, event, subject, [(kind, [row])], at=at, actor=actor)
