"""Record and read what came by mail: what was taken from a mailbox, what lay in what, whose it is."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, text

from store import tables
from store.audit import Event, Rows, append
from store.connection import Store
from store.lookup import exists
from store.values import as_json, visible

DEEPEST: Final = 8
"""So many files may lie one within the other before nobody looks further."""


@dataclass(frozen=True, slots=True)
class Came:
    """A mail in which a file came: who says to have sent it, and the invitation that its own marks name."""

    sha256: str
    sender: str
    invitation: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Whose a file is, as a person said; of `sheets` only, where it holds more than one return."""

    invitation: str
    sheets: tuple[str, ...]
    why: str


def record_unpacked(
    store: Store,
    *,
    sha256: str,
    parts: Sequence[tuple[str, str]],
    mail: tuple[str, str] | None,
    at: datetime,
    actor: str,
) -> None:
    """Record what lay in a recorded file; what is known already is not recorded again.

    `parts` as (sha256 of a recorded file, its name inside); `mail`, of a mail, as (sender, invitation).
    """
    with store.transaction() as connection:
        within = _number(connection, sha256)
        rows: Rows = []
        new: dict[tuple[int, str], dict[str, object]] = {}
        for part, name in parts:
            number, shown = _number(connection, part), visible(name)
            known = "SELECT 1 FROM part WHERE within = :within AND file_seq = :number AND name = :name"
            if not exists(connection, known, within=within, number=number, name=shown):
                new.setdefault((number, ""), {"file_seq": number, "within": within, "name": shown})
        if new:
            rows.append((tables.PartRow, list(new.values())))
        if mail is not None and not exists(
            connection, "SELECT 1 FROM mail WHERE file_seq = :within", within=within
        ):
            sender, invitation = mail
            row = {"file_seq": within, "sender": visible(sender), "invitation": invitation}
            rows.append((tables.MailRow, [row]))
        if rows:
            append(connection, Event.UNPACKED, sha256, rows, at=at, actor=actor)


Arrival = tuple[Came, ...]
"""One way in which a file came: the mails around it, the nearest first; none for one that was laid there."""


def arrivals(store: Store, sha256: str) -> tuple[Arrival, ...]:
    """Return every way in which a recorded file came, itself included where it is a mail."""
    with store.reading() as connection:
        return tuple(dict.fromkeys(_arrivals(connection, _number(connection, sha256), ())))


def mails_around(store: Store, sha256: str) -> tuple[Came, ...]:
    """Return the mails in which a file came, by whatever way, the nearest first."""
    return tuple(dict.fromkeys(came for arrival in arrivals(store, sha256) for came in arrival))


def _arrivals(connection: Connection, file: int, below: tuple[int, ...]) -> Iterator[Arrival]:
    mail = "SELECT f.sha256, m.sender, m.invitation FROM mail m JOIN file f ON f.seq = m.file_seq"
    row = connection.execute(text(f"{mail} WHERE m.file_seq = :file"), {"file": file}).first()
    own = (Came(row.sha256, row.sender, row.invitation),) if row else ()
    within = connection.execute(
        text("SELECT DISTINCT within FROM part WHERE file_seq = :file ORDER BY within"), {"file": file}
    ).scalars()
    around = [each for each in within if each not in below]
    if not around or len(below) >= DEEPEST:
        yield own
    for each in around:
        for further in _arrivals(connection, each, (*below, file)):
            yield (*own, *further)


def record_claim(
    store: Store,
    *,
    sha256: str,
    invitation: str,
    sheets: Sequence[str] = (),
    why: str,
    at: datetime,
    actor: str,
) -> bool:
    """Record whose a file is, as a person says; False where that was said before."""
    with store.transaction() as connection:
        if Claim(invitation, tuple(sheets), why) in claims(store, sha256):
            return False
        row = {
            "file_seq": _number(connection, sha256),
            "invitation": invitation,
            "sheets": as_json(list(sheets)),
            "why": why,
        }
        append(connection, Event.CLAIM, sha256, [(tables.ClaimRow, [row])], at=at, actor=actor)
    return True


def claims(store: Store, sha256: str) -> tuple[Claim, ...]:
    """Return whose a file is, as persons said, in the order in which they did."""
    sql = """
        SELECT c.invitation, c.sheets, c.why FROM claim c JOIN file f ON f.seq = c.file_seq
        WHERE f.sha256 = :sha256 ORDER BY c.seq
    """
    with store.reading() as connection:
        rows = connection.execute(text(sql), {"sha256": sha256}).all()
    return tuple(Claim(row.invitation, tuple(json.loads(row.sheets)), row.why) for row in rows)


def claimed_files(store: Store) -> frozenset[str]:
    """Return the files of which a person has said whose they are."""
    sql = "SELECT DISTINCT f.sha256 FROM claim c JOIN file f ON f.seq = c.file_seq"
    with store.reading() as connection:
        return frozenset(connection.execute(text(sql)).scalars())


def record_fetched(
    store: Store, messages: Mapping[str, str], *, mailbox: str, uidvalidity: str, at: datetime, actor: str
) -> None:
    """Record messages as taken over, as UID → sha256 of what was kept; those known are not recorded again."""
    with store.transaction() as connection:
        known = _fetched(connection, mailbox, uidvalidity)
        rows = [
            {"mailbox": mailbox, "uidvalidity": uidvalidity, "uid": uid, "sha256": sha256}
            for uid, sha256 in messages.items()
            if uid not in known
        ]
        for row in rows:
            subject = f"{uidvalidity}/{row['uid']}"
            append(connection, Event.FETCHED, subject, [(tables.FetchedRow, [row])], at=at, actor=actor)


def fetched(store: Store, *, mailbox: str, uidvalidity: str) -> dict[str, str]:
    """Return the messages of a mailbox that were taken over, as UID → sha256."""
    with store.reading() as connection:
        return _fetched(connection, mailbox, uidvalidity)


def _fetched(connection: Connection, mailbox: str, uidvalidity: str) -> dict[str, str]:
    sql = "SELECT uid, sha256 FROM fetched WHERE mailbox = :mailbox AND uidvalidity = :uidvalidity"
    rows = connection.execute(text(sql), {"mailbox": mailbox, "uidvalidity": uidvalidity})
    return {row.uid: row.sha256 for row in rows}


def _number(connection: Connection, sha256: str) -> int:
    found = connection.execute(text("SELECT seq FROM file WHERE sha256 = :sha256"), {"sha256": sha256})
    number = found.scalar()
    if number is None:
        raise KeyError(sha256)
    return int(number)
