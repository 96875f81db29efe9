"""Read letters as they are sent: how it stands with each, and which addresses a body has had."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, text

from store.connection import Store
from store.values import instant

Standing = Literal["waiting", "later", "open", "sent", "failed", "unknown", "bounced", "delayed"]
"""`waiting`: not tried; `later`: tried, surely not sent; `open`: an attempt is under way, or broke off."""

BOUNCED, DELAYED = "bounced", "delayed"
"""Outcomes that servers on the way report, or a person."""

LATER = "later: "
"""Begins the detail of a failed delivery that is to be tried again."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter of the record, and how it stands with it."""

    id: str
    stakeholder: str
    kind: str
    path: str
    at: datetime
    standing: Standing
    detail: str  # of the last delivery
    attempts: int
    word: int  # the audit entry of the last thing recorded about it; 0: none
    first: datetime | None  # when something became of it for the first time
    last: datetime | None


def outgoing(store: Store) -> tuple[Outgoing, ...]:
    """Return every letter, in the order in which they were written."""
    with store.reading() as connection:
        return outgoing_in(connection)


def addresses(store: Store) -> dict[str, tuple[str, ...]]:
    """Return all the addresses that each stakeholder has had in the record, the one that holds now last."""
    sql = """
        SELECT s.key, n.email, 0 AS seq FROM identity n JOIN stakeholder s ON s.id = n.stakeholder_id
        UNION ALL
        SELECT s.key, c.email, c.seq FROM contact c JOIN stakeholder s ON s.id = c.stakeholder_id
        ORDER BY 1, 3
    """
    found: dict[str, tuple[str, ...]] = {}
    with store.reading() as connection:
        for row in connection.execute(text(sql)):
            found[row.key] = (*found.get(row.key, ()), row.email)
    return found


_LETTERS = """
    SELECT l.key, s.key AS stakeholder, l.kind, l.path, w.at AS written,
           coalesce(t.attempts, 0) AS attempts, coalesce(t.last, 0) AS tried, coalesce(d.last, 0) AS known,
           e.outcome, e.detail, fa.at AS first_at, la.at AS last_at
    FROM letter l JOIN stakeholder s ON s.id = l.stakeholder_id JOIN audit w ON w.seq = l.seq
    LEFT JOIN (SELECT letter, count(*) AS attempts, max(seq) AS last FROM sending GROUP BY letter) t
        ON t.letter = l.key
    LEFT JOIN (SELECT letter, min(seq) AS first, max(seq) AS last FROM delivery GROUP BY letter) d
        ON d.letter = l.key
    LEFT JOIN delivery e ON e.seq = d.last
    LEFT JOIN audit fa ON fa.seq = d.first LEFT JOIN audit la ON la.seq = d.last
    WHERE :letter = '' OR l.key = :letter
    ORDER BY l.seq, l.key
"""


def outgoing_in(connection: Connection, letter: str = "") -> tuple[Outgoing, ...]:
    rows: Sequence[Row[Any]] = connection.execute(text(_LETTERS), {"letter": letter}).all()
    return tuple(
        Outgoing(
            id=row.key,
            stakeholder=row.stakeholder,
            kind=row.kind,
            path=row.path,
            at=instant(row.written),
            standing=_standing(row),
            detail=(row.detail or "").removeprefix(LATER),
            attempts=row.attempts,
            word=max(row.tried, row.known),
            first=instant(row.first_at) if row.first_at else None,
            last=instant(row.last_at) if row.last_at else None,
        )
        for row in rows
    )


def _standing(row: Row[Any]) -> Standing:
    if row.tried > row.known:
        return "open"
    if not row.known:
        return "waiting"
    if row.outcome == "failed" and row.detail.startswith(LATER):
        return "later"
    standing: Standing = row.outcome
    return standing
