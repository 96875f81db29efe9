"""What holds now, after everything that happened on the way. Plain SQL, as in `store.query`.

No table classes here: what only reads does not wait for them.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, text

from store.connection import Store
from store.narrowing import Only, narrowed
from store.values import instant


@dataclass(frozen=True, slots=True)
class Round:
    """A round that has been opened; `deadlines` are those of stakeholders with one of their own."""

    id: str
    opened: datetime
    deadline: datetime  # UTC; of everybody, as last moved
    deadlines: dict[str, datetime] = field(default_factory=dict)
    granted: dict[str, datetime] = field(default_factory=dict)  # when each of these was given

    def deadline_of(self, stakeholder: str) -> datetime:
        """Return a stakeholder's deadline: its own extension never becomes shorter by moving that of all."""
        return max(self.deadline, self.deadlines.get(stakeholder, self.deadline))


@dataclass(frozen=True, slots=True)
class Extension:
    round: str
    stakeholder: str  # empty: of all
    deadline: datetime
    reason: str
    at: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class Relief:
    """An item taken away from a stakeholder, and why."""

    stakeholder: str
    item: str
    kind: str  # declined, reassigned, withdrawn, item-withdrawn
    detail: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reopening:
    """A correction requested; `answered`: an answer has come since."""

    stakeholder: str
    item: str
    remark: str
    at: datetime
    answered: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    sheet: str
    subject: str
    outcome: str
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class Held:
    action: str
    day: date
    note: str
    attended: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FocalPointSince:
    name: str
    office: str
    email: str
    telephone: str
    at: datetime


def rounds(store: Store) -> dict[str, Round]:
    """Return the rounds that were opened, in order, with the deadlines that hold now."""
    sql = "SELECT r.key, r.deadline, a.at FROM round r JOIN audit a ON a.seq = r.seq ORDER BY r.seq"
    with store.reading() as connection:
        opened = connection.execute(text(sql)).all()
        moved = extensions(store) if opened else ()
    general = {row.key: instant(row.deadline) for row in opened}
    own: dict[str, dict[str, datetime]] = defaultdict(dict)
    granted: dict[str, dict[str, datetime]] = defaultdict(dict)
    for each in moved:
        if each.stakeholder:
            own[each.round][each.stakeholder] = each.deadline
            granted[each.round][each.stakeholder] = each.at
        else:
            general[each.round] = each.deadline
    return {
        row.key: Round(row.key, instant(row.at), general[row.key], own[row.key], granted[row.key])
        for row in opened
    }


def extensions(store: Store) -> tuple[Extension, ...]:
    """Return every change of a deadline, in the order in which they were recorded."""
    sql = """
        SELECT e.*, s.key AS stakeholder, a.at, a.actor FROM extension e JOIN audit a ON a.seq = e.seq
        LEFT JOIN stakeholder s ON s.id = e.stakeholder_id ORDER BY e.seq
    """
    with store.reading() as connection:
        return tuple(
            Extension(
                row.round,
                row.stakeholder or "",
                instant(row.deadline),
                row.reason,
                instant(row.at),
                row.actor,
            )
            for row in connection.execute(text(sql))
        )


def reliefs(store: Store) -> tuple[Relief, ...]:
    sql = """
        SELECT s.key AS stakeholder, i.key AS item, r.kind, r.detail, a.at FROM relief r
        JOIN audit a ON a.seq = r.seq JOIN stakeholder s ON s.id = r.stakeholder_id
        JOIN item i ON i.id = r.item_id ORDER BY r.seq, r.stakeholder_id, r.item_id
    """
    with store.reading() as connection:
        return tuple(
            Relief(row.stakeholder, row.item, row.kind, row.detail, instant(row.at))
            for row in connection.execute(text(sql))
        )


def reopenings(store: Store, only: Only = None) -> tuple[Reopening, ...]:
    """Return the corrections requested of everybody, or of some stakeholders: the latest on each item."""
    whose = "s.key IN :only AND" if only is not None else ""
    sql = f"""
        SELECT s.key AS stakeholder, i.key AS item, r.remark, a.at,
               EXISTS (SELECT 1 FROM answer n WHERE n.stakeholder_id = r.stakeholder_id
                       AND n.item_id = r.item_id AND n.seq > r.seq) AS answered
        FROM reopening r JOIN audit a ON a.seq = r.seq JOIN stakeholder s ON s.id = r.stakeholder_id
        JOIN item i ON i.id = r.item_id
        WHERE {whose} r.seq = (SELECT max(seq) FROM reopening l
                       WHERE l.stakeholder_id = r.stakeholder_id AND l.item_id = r.item_id)
        ORDER BY r.stakeholder_id, r.item_id
    """  # noqa: S608  # our own words
    with store.reading() as connection:
        return tuple(
            Reopening(row.stakeholder, row.item, row.remark, instant(row.at), bool(row.answered))
            for row in narrowed(connection, sql, only)
        )


def withdrawn(store: Store) -> dict[str, str]:
    """Return the stakeholders that take no part any more, each with the reason."""
    sql = """
        SELECT s.key, w.reason FROM withdrawal w JOIN stakeholder s ON s.id = w.stakeholder_id ORDER BY w.seq
    """
    with store.reading() as connection:
        return {row.key: row.reason for row in connection.execute(text(sql))}


def outcomes(store: Store, sheet: str = "") -> tuple[Outcome, ...]:
    """Return what counts of one choice sheet, or of all."""
    with store.reading() as connection:
        return tuple(
            Outcome(row.sheet, row.subject, row.outcome, row.reason, row.decided_by)
            for row in latest_outcomes(connection, sheet)
        )


def latest_outcomes(connection: Connection, sheet: str) -> list[Any]:
    """Return the rows that count of a sheet: the latest of each subject, in the order of the subjects."""
    sql = """
        SELECT o.* FROM outcome o WHERE (:sheet = '' OR o.sheet = :sheet) AND o.seq =
            (SELECT max(l.seq) FROM outcome l WHERE l.sheet = o.sheet AND l.subject = o.subject)
        ORDER BY o.sheet, o.subject
    """
    return list(connection.execute(text(sql), {"sheet": sheet}))


def held(store: Store) -> dict[str, Held]:
    """Return what people did, by the action of the process."""
    with store.reading() as connection:
        rows = connection.execute(text("SELECT * FROM held ORDER BY seq")).all()
    return {
        row.key: Held(row.key, date.fromisoformat(row.day), row.note, tuple(json.loads(row.attended)))
        for row in rows
    }


def focal_point(store: Store) -> FocalPointSince | None:
    """Return who has taken over as focal point since the launch; None where nobody has."""
    sql = "SELECT f.*, a.at FROM focal_point f JOIN audit a ON a.seq = f.seq ORDER BY f.seq DESC LIMIT 1"
    with store.reading() as connection:
        row = connection.execute(text(sql)).first()
    if row is None:
        return None
    return FocalPointSince(row.name, row.office, row.email, row.telephone, instant(row.at))


def owing(store: Store, round: str) -> tuple[str, ...]:
    """Return the stakeholders who still owe main answers in a round, in order."""
    return tuple(_owing(store, round, "SELECT DISTINCT s.id, s.key", "ORDER BY s.id"))


def complete(store: Store, round: str) -> bool:
    """Say whether nobody owes anything in a round; stops at the first who does."""
    return not _owing(store, round, "SELECT s.id, s.key", "LIMIT 1")


def done(store: Store) -> dict[str, datetime]:
    """Return when what concerns no single stakeholder was performed, or held by people, by its key."""
    sql = """
        SELECT n.key, a.at FROM action n JOIN audit a ON a.seq = n.seq WHERE n.key NOT LIKE '%:%'
        UNION ALL SELECT h.key, a.at FROM held h JOIN audit a ON a.seq = h.seq
    """
    with store.reading() as connection:
        return {row.key: instant(row.at) for row in connection.execute(text(sql))}


SETTLES: Final = """
    (n.value IS NOT NULL OR n.absent IS NOT NULL
     OR (i.type NOT IN ('scale', 'yes-no', 'choice') AND (n.details <> '' OR n.citations <> '[]')))
"""
"""Whether an answer `n` settles its item `i`, as `responses.validate.settles` says it."""

_OWED = f"""
    FROM item i JOIN standing_assignment w ON w.item_id = i.id JOIN stakeholder s ON s.id = w.stakeholder_id
    WHERE i.round = :round AND i.main AND NOT EXISTS (
        SELECT 1 FROM answer n WHERE n.stakeholder_id = w.stakeholder_id AND n.item_id = w.item_id
            AND {SETTLES}
            AND NOT EXISTS (SELECT 1 FROM answer l WHERE l.replaces = n.seq AND l.item_id = n.item_id)
            AND NOT EXISTS (SELECT 1 FROM reopening r WHERE r.stakeholder_id = n.stakeholder_id
                AND r.item_id = n.item_id AND r.seq > n.seq))
"""  # noqa: S608  # our own words
"""A main item that is asked and has no answer that stands and says something."""


def _owing(store: Store, asked_in: str, select: str, order: str) -> list[str]:
    with store.reading() as connection:
        return [row.key for row in connection.execute(text(select + _OWED + order), {"round": asked_in})]
