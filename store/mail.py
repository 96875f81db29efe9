"""Record and read what came by mail: what was taken from a mailbox, what lay in what, whose it is."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, text

from store import tables
from store.audit import Event, Rows, append
from store.connection import Store
from store.lookup import exists
from store.values import as_json, visible


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


def mails_around(store: Store, sha256: str) -> tuple[Came, ...]:
    """Return the mails in which a file came, the nearest first; none for a file that was laid there.

    The file may be the mail itself. What came by several ways has the mails of all of them.
    """
    sql = """
        WITH RECURSIVE around(file_seq, depth) AS (
            SELECT seq, 0 FROM file WHERE sha256 = :sha256
            UNION SELECT p.within, a.depth + 1 FROM part p JOIN around a ON p.file_seq = a.file_seq
            WHERE a.depth < 8
        )
        SELECT f.sha256, m.sender, m.invitation, min(a.depth) AS depth FROM around a
        JOIN mail m ON m.file_seq = a.file_seq JOIN file f ON f.seq = a.file_seq
        GROUP BY f.sha256, m.sender, m.invitation ORDER BY depth, f.sha256
    """
    with store.reading() as connection:
        rows = connection.execute(text(sql), {"sha256": sha256}).all()
    return tuple(Came(row.sha256, row.sender, row.invitation) for row in rows)


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
