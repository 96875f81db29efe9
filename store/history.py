"""What happened on the way, from the record: one entry of the audit chain after the other."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text

from store.connection import Store
from store.values import instant


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that was recorded. `kind` is `declined`, `extension`, `bounced` and the like."""

    seq: int
    at: datetime
    actor: str
    kind: str
    stakeholders: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    words: str = ""  # the reason, or what else was said
    deadline: datetime | None = None
    about: str = ""  # a round, an attribution, a letter's path, a person
    count: int = 0


def happenings(store: Store) -> tuple[Happening, ...]:
    """Return what changed since the launch, the launch first, in the order in which it was recorded."""
    with store.reading() as connection:

        def rows(sql: str) -> Iterable[Row[Any]]:
            return connection.execute(text(sql)).all()

        found = [*_single(rows), *_several(rows)]
    return tuple(sorted(found, key=lambda each: each.seq))


def _single(rows: Any) -> Iterator[Happening]:
    """Yield what has one row in its entry."""
    for row in rows(_ONE.format(table="launch", columns="1 AS n")):
        yield Happening(row.seq, instant(row.at), row.actor, "launch")
    for row in rows(_ONE.format(table="round", columns="t.key") + _AFTER_LAUNCH):
        yield Happening(row.seq, instant(row.at), row.actor, "round", about=row.key)
    for row in rows(_OF_ONE.format(table="withdrawal", columns="t.reason")):
        yield Happening(
            row.seq, instant(row.at), row.actor, "withdrawal", (row.stakeholder,), words=row.reason
        )
    for row in rows(_OF_ONE.format(table="extension", columns="t.round, t.deadline, t.reason")):
        yield Happening(
            row.seq,
            instant(row.at),
            row.actor,
            "extension" if row.stakeholder else "deadline",
            (row.stakeholder,) if row.stakeholder else (),
            words=row.reason,
            deadline=instant(row.deadline),
            about=row.round,
        )
    for row in rows(_OF_ONE.format(table="consent", columns="t.attribution, t.words")):
        yield Happening(
            row.seq,
            instant(row.at),
            row.actor,
            "consent",
            (row.stakeholder,),
            words=row.words,
            about=row.attribution,
        )
    yield from _since(rows)


def _since(rows: Any) -> Iterator[Happening]:
    """Yield who is written to, who writes, what was held, what was cleared, and what came back."""
    for row in rows(_OF_ONE.format(table="contact", columns="t.email")):
        yield Happening(row.seq, instant(row.at), row.actor, "contact", (row.stakeholder,))
    for row in rows(_ONE.format(table="focal_point", columns="t.name, t.office")):
        who = f"{row.name} ({row.office})" if row.office else row.name
        yield Happening(row.seq, instant(row.at), row.actor, "focal-point", about=who)
    for row in rows(_ONE.format(table="held", columns="t.key, t.note, t.attended")):
        yield Happening(
            row.seq, instant(row.at), row.actor, "held", words=row.note, about=row.key,
            count=len(json.loads(row.attended)),
        )  # fmt: skip
    for row in rows(_ONE.format(table="clearance", columns="1 AS n")):
        yield Happening(row.seq, instant(row.at), row.actor, "clearance")
    for row in rows(_BOUNCED):
        yield Happening(
            row.seq,
            instant(row.at),
            row.actor,
            "bounced",
            (row.stakeholder,),
            words=row.detail,
            about=row.path,
        )


def _several(rows: Any) -> Iterator[Happening]:
    """Yield what has many rows in its entry: an item each, mostly."""
    for kind, sql in (("", _RELIEFS), ("reopening", _REOPENINGS), ("assignment", _ASSIGNMENTS)):
        entries: dict[tuple[int, str, str], list[Row[Any]]] = defaultdict(list)
        for row in rows(sql):
            entries[row.seq, row.stakeholder, row.detail].append(row)
        for (seq, stakeholder, detail), many in entries.items():
            first, items = many[0], tuple(row.item for row in many)
            yield Happening(
                seq,
                instant(first.at),
                first.actor,
                kind or first.kind,
                (stakeholder,),
                items,
                detail,
            )
    joined: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows(_JOINED):
        joined[row.seq].append(row)
    for seq, many in joined.items():
        bodies = tuple(row.stakeholder for row in many)
        yield Happening(seq, instant(many[0].at), many[0].actor, "stakeholders", bodies)
    for row in rows(_DECISIONS):
        yield Happening(row.seq, instant(row.at), row.actor, "decisions", count=row.n)


_ONE = "SELECT t.seq, {columns}, a.at, a.actor FROM {table} t JOIN audit a ON a.seq = t.seq"
_AFTER_LAUNCH = " WHERE t.seq > (SELECT min(seq) FROM launch)"
_OF_ONE = """
    SELECT t.seq, {columns}, s.key AS stakeholder, a.at, a.actor FROM {table} t
    JOIN audit a ON a.seq = t.seq LEFT JOIN stakeholder s ON s.id = t.stakeholder_id
"""
_BOUNCED = """
    SELECT d.seq, d.detail, l.path, s.key AS stakeholder, a.at, a.actor FROM delivery d
    JOIN audit a ON a.seq = d.seq JOIN letter l ON l.key = d.letter
    JOIN stakeholder s ON s.id = l.stakeholder_id WHERE d.outcome = 'bounced'
"""
_OF_ITEMS = """
    SELECT t.seq, {columns}, s.key AS stakeholder, i.key AS item, a.at, a.actor FROM {table} t
    JOIN audit a ON a.seq = t.seq JOIN stakeholder s ON s.id = t.stakeholder_id
    JOIN item i ON i.id = t.item_id WHERE {where} ORDER BY t.seq, t.stakeholder_id, t.item_id
"""
_RELIEFS = _OF_ITEMS.format(table="relief", columns="t.kind, t.detail", where="1 = 1")
_REOPENINGS = _OF_ITEMS.format(table="reopening", columns="t.remark AS detail", where="1 = 1")
_ASSIGNMENTS = _OF_ITEMS.format(
    table="assignment",
    columns="'' AS detail",
    where="t.seq > (SELECT min(seq) FROM launch) AND t.reason <> 'because-form'",
)
_JOINED = """
    SELECT s.seq, s.key AS stakeholder, a.at, a.actor FROM stakeholder s JOIN audit a ON a.seq = s.seq
    WHERE s.seq > (SELECT min(seq) FROM launch) ORDER BY s.seq, s.id
"""
_DECISIONS = """
    SELECT d.seq, count(*) AS n, a.at, a.actor FROM decision d JOIN audit a ON a.seq = d.seq
    GROUP BY d.seq, a.at, a.actor
"""
