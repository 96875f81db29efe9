"""What came from one body, and the deadline that held when it came. Plain SQL."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text

from responses.model import Absence, Answer, Provenance
from store.connection import Store
from store.lookup import stakeholder_number
from store.progress import DISMISSED
from store.standing import Extension, extensions
from store.values import citations_from_json, instant, value_from_json


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadlines of rounds as they held at any time."""

    first: Mapping[str, datetime]  # by round, as it was opened
    moved: tuple[Extension, ...]  # in the order in which they were recorded

    def of(self, round: str, stakeholder: str, at: datetime) -> datetime:
        """Return a stakeholder's deadline as it was known at an instant: no later change counts."""
        general, own = self.first[round], None
        for each in self.moved:
            if each.round == round and each.at <= at:
                if not each.stakeholder:
                    general = each.deadline
                elif each.stakeholder == stakeholder:
                    own = each.deadline
        return max(general, own or general)

    def late(self, round: str, stakeholder: str, received_at: datetime) -> bool:
        """Say whether what came at an instant came after the deadline that held then."""
        return received_at > self.of(round, stakeholder, received_at)


@dataclass(frozen=True, slots=True)
class Sighting:
    """The same bytes again, under another name."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Claimed:
    """Whose a person said a file is."""

    invitation: str
    sheets: tuple[str, ...]
    why: str
    at: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class FileOf:
    """A file that came from a body, or is said to."""

    sha256: str
    name: str
    size: int
    at: datetime
    verdict: str  # with which its answers were taken, else the latest; empty where it has none yet
    problems: tuple[dict[str, Any], ...]
    counts: bool  # somebody's answers came of it
    dismissed: bool
    again: tuple[Sighting, ...] = ()
    claims: tuple[Claimed, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """When a body came to take part after the launch, and by whose hand."""

    at: datetime
    actor: str


def deadlines(store: Store) -> Deadlines:
    with store.reading() as connection:
        rows = connection.execute(text("SELECT key, deadline FROM round ORDER BY seq")).all()
        return Deadlines({row.key: instant(row.deadline) for row in rows}, extensions(store))


def files_of(store: Store, stakeholder: str) -> dict[str, FileOf]:
    """Return the files of a body by digest, in order.

    These are: those that its answers came in, those that carry its code or that a person said are its own,
    and those of mails that name an invitation of its own or come from its address.
    """
    body = {"body": stakeholder_number(store, stakeholder)}
    again, claims = defaultdict[int, list[Sighting]](list), defaultdict[int, list[Claimed]](list)
    with store.reading() as connection:
        files = connection.execute(text(_FILES), {**body, "dismissed": DISMISSED}).all()
        for row in connection.execute(text(_SIGHTINGS)):
            again[row.file_seq].append(Sighting(row.name, instant(row.at)))
        for row in connection.execute(text(_CLAIMS), body):
            sheets = tuple(json.loads(row.sheets))
            claims[row.file_seq].append(Claimed(row.invitation, sheets, row.why, instant(row.at), row.actor))
    return {
        row.sha256: FileOf(
            row.sha256,
            row.name,
            row.size,
            instant(row.at),
            row.verdict or "",
            tuple(json.loads(row.problems or "[]")),
            counts=bool(row.counts),
            dismissed=bool(row.dismissed),
            again=tuple(again[row.seq]),
            claims=tuple(claims[row.seq]),
        )
        for row in files
    }


def answers_by_return(store: Store, stakeholder: str) -> dict[str, tuple[Answer, ...]]:
    """Return what each return of a body said, by response, in the order of the questions."""
    found: dict[str, list[Answer]] = defaultdict(list)
    with store.reading() as connection:
        for row in connection.execute(text(_ANSWERS), {"body": stakeholder_number(store, stakeholder)}):
            source = Provenance(
                stakeholder,
                row.response,
                row.sha256,
                row.sheet,
                row.cell,
                instant(row.received_at),
                row.language,
                row.question,
            )
            answer = Answer(
                row.item,
                source,
                value_from_json(row.value),
                Absence(row.absent) if row.absent else None,
                row.details,
                citations_from_json(row.citations),
                row.comment,
            )
            found[row.response].append(answer)
    return {response: tuple(answers) for response, answers in found.items()}


def joined(store: Store, stakeholder: str) -> Joined | None:
    """Return when a body joined; None where it was there at the launch."""
    sql = """
        SELECT a.at, a.actor FROM stakeholder s JOIN audit a ON a.seq = s.seq
        WHERE s.id = :body AND s.seq > (SELECT min(seq) FROM launch)
    """
    with store.reading() as connection:
        row = connection.execute(text(sql), {"body": stakeholder_number(store, stakeholder)}).first()
    return Joined(instant(row.at), row.actor) if row else None


_FILES = """
    WITH RECURSIVE inside(file_seq, depth) AS (
        SELECT m.file_seq, 0 FROM mail m
        WHERE m.invitation IN (SELECT key FROM invitation WHERE stakeholder_id = :body)
           OR lower(m.sender) IN (
                SELECT lower(email) FROM identity WHERE stakeholder_id = :body AND email <> ''
                UNION SELECT lower(email) FROM contact WHERE stakeholder_id = :body AND email <> '')
        UNION SELECT p.file_seq, i.depth + 1 FROM part p JOIN inside i ON p.within = i.file_seq
        WHERE i.depth < 8
    )
    SELECT f.seq, f.sha256, f.name, f.size, a.at, v.verdict, v.problems,
           (SELECT count(*) FROM response r WHERE r.file_seq = f.seq) AS counts,
           (SELECT count(*) FROM action d WHERE d.key = :dismissed || f.sha256) AS dismissed
    FROM file f JOIN audit a ON a.seq = f.seq
    LEFT JOIN verdict v ON v.seq = coalesce(
        (SELECT max(r.seq) FROM response r JOIN verdict w ON w.seq = r.seq
         WHERE r.file_seq = f.seq AND r.stakeholder_id = :body),
        (SELECT max(l.seq) FROM verdict l WHERE l.file_seq = f.seq))
    WHERE f.seq IN (SELECT file_seq FROM response WHERE stakeholder_id = :body)
       OR f.seq IN (SELECT c.file_seq FROM claim c JOIN invitation n ON n.key = c.invitation
                    WHERE n.stakeholder_id = :body)
       OR f.seq IN (SELECT w.file_seq FROM verdict w JOIN invitation n ON n.key = w.invitation
                    WHERE n.stakeholder_id = :body)
       OR f.seq IN (SELECT file_seq FROM inside)
    ORDER BY f.seq
"""
_SIGHTINGS = """
    SELECT s.file_seq, s.name, a.at FROM sighting s JOIN audit a ON a.seq = s.seq ORDER BY s.seq
"""
_CLAIMS = """
    SELECT c.*, a.at, a.actor FROM claim c JOIN audit a ON a.seq = c.seq
    JOIN invitation n ON n.key = c.invitation WHERE n.stakeholder_id = :body ORDER BY c.seq
"""
_ANSWERS = """
    SELECT i.key AS item, r.key AS response, f.sha256, r.received_at, r.language, n.value, n.absent,
           n.details, n.citations, n.comment, n.sheet, n.cell, n.question
    FROM answer n JOIN item i ON i.id = n.item_id JOIN response r ON r.seq = n.seq
    JOIN file f ON f.seq = r.file_seq WHERE n.stakeholder_id = :body ORDER BY n.seq, n.item_id
"""
