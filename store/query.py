"""What the record says. Plain SQL, so that a command that only reads does not wait for the table classes."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Row

from responses.model import Absence, Answer, Decision, Provenance
from stakeholders.model import Assignment, Attribution, Invitation, Kind, Stakeholder
from store.connection import Store
from store.narrowing import Only, narrowed
from store.values import citations_from_json, instant, value_from_json

if TYPE_CHECKING:
    from questionnaires.model import Questionnaire

K = TypeVar("K", str, str | None)
T = TypeVar("T")

_SHORT = 80


@dataclass(frozen=True, slots=True)
class Launch:
    at: datetime
    actor: str
    deadline: datetime  # UTC
    settings: str  # digest of the settings as they were
    questionnaires: dict[str, str]  # digest by id


@dataclass(frozen=True, slots=True)
class Issued:
    """An invitation with what went out under it."""

    invitation: Invitation
    workbook: str  # sha256
    items: tuple[str, ...]
    at: datetime
    round: str = "answers"


@dataclass(frozen=True, slots=True)
class Letter:
    id: str
    stakeholder: str
    kind: str
    path: str
    at: datetime
    outcome: str = ""  # of the latest attempt to send it: sent, failed, unknown; empty: none was recorded


@dataclass(frozen=True, slots=True)
class FileVerdict:
    verdict: str
    problems: tuple[dict[str, Any], ...]
    at: datetime
    stakeholder: str = ""  # where a response came of it
    response: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class StoredFile:
    sha256: str
    names: tuple[str, ...]  # in the order in which they were seen
    size: int
    at: datetime
    verdict: FileVerdict | None


@dataclass(frozen=True, slots=True)
class Return:
    """One version of a stakeholder's answers."""

    response: str
    stakeholder: str
    invitation: str
    version: int
    status: str  # completed, amended
    sha256: str
    language: str
    received_at: datetime
    answers: int
    replaced: int  # of these, the ones that take an earlier answer's place
    kept: int  # earlier answers that still stand, because this version says nothing there
    round: str = "answers"


@dataclass(frozen=True, slots=True)
class Clearance:
    digest: str
    paths: tuple[str, ...]
    at: datetime
    actor: str


def launch(store: Store) -> Launch | None:
    sql = "SELECT a.at, a.actor, l.deadline, l.settings FROM launch l JOIN audit a ON a.seq = l.seq"
    rows = _rows(store, sql)
    if not rows:
        return None
    digests = {
        row.key: row.digest for row in _rows(store, "SELECT key, digest FROM questionnaire ORDER BY key")
    }
    row = rows[0]
    return Launch(instant(row.at), row.actor, instant(row.deadline), row.settings, digests)


def questionnaires(store: Store, round: str = "") -> tuple["Questionnaire", ...]:
    """Return the questionnaires as they were when their round was opened: of one round, or of all."""
    sql = """
        SELECT content FROM questionnaire q WHERE :round = '' OR EXISTS
            (SELECT 1 FROM item i WHERE i.questionnaire = q.key AND i.round = :round)
        ORDER BY q.seq, q.key
    """
    from questionnaires.model import Questionnaire  # noqa: PLC0415  # models cost what few commands need

    rows = _rows(store, sql, round=round)
    return tuple(Questionnaire.model_validate_json(row.content) for row in rows)


def stakeholders(store: Store, only: Only = None) -> tuple[Stakeholder, ...]:
    """Return everybody who takes part or took part, or some of them, with contact and attribution of now."""
    sql = f"""
        SELECT s.*, i.name, coalesce(n.contact, i.contact) AS contact, coalesce(n.email, i.email) AS email,
               coalesce(n.telephone, i.telephone) AS telephone, c.attribution AS consented
        FROM stakeholder s JOIN identity i ON i.stakeholder_id = s.id
        LEFT JOIN contact n ON n.seq = (SELECT max(seq) FROM contact WHERE stakeholder_id = s.id)
        LEFT JOIN consent c ON c.seq = (SELECT max(seq) FROM consent WHERE stakeholder_id = s.id)
        WHERE {_whose(only)} ORDER BY s.id
    """  # noqa: S608  # our own words
    return tuple(
        Stakeholder(
            id=row.key,
            name=row.name,
            kind=Kind(row.kind),
            sector=row.sector,
            mandates=tuple(json.loads(row.mandates)),
            languages=tuple(json.loads(row.languages)),
            contact=row.contact,
            email=row.email,
            telephone=row.telephone,
            at_risk=bool(row.at_risk),
            attribution=Attribution(row.consented or row.attribution),
            **json.loads(row.profile),
        )
        for row in _rows(store, sql, only=only)
    )


def assignments(store: Store, round: str = "", only: Only = None) -> tuple[Assignment, ...]:
    """Return what is asked of all or some, and has not been taken away since: in one round, or in all."""
    sql = f"""
        SELECT s.key AS stakeholder, i.key AS item, a.reason, a.detail FROM standing_assignment a
        JOIN stakeholder s ON s.id = a.stakeholder_id JOIN item i ON i.id = a.item_id
        WHERE {_whose(only)} AND (:round = '' OR i.round = :round)
        ORDER BY a.stakeholder_id, a.item_id
    """  # noqa: S608  # our own words
    return tuple(Assignment(*row) for row in _rows(store, sql, round=round, only=only))


def keys(store: Store) -> dict[str, bytes]:
    rows = _rows(store, "SELECT key, secret FROM signing_key ORDER BY seq")
    return {row.key: bytes.fromhex(row.secret) for row in rows}


def issued(store: Store) -> tuple[Issued, ...]:
    """Return every invitation with what went out under it, in the order of issue."""
    sql = """
        SELECT v.*, s.key AS stakeholder, a.at FROM invitation v
        JOIN stakeholder s ON s.id = v.stakeholder_id JOIN audit a ON a.seq = v.seq
        ORDER BY v.seq
    """
    return tuple(
        Issued(
            Invitation(id=row.key, stakeholder=row.stakeholder, language=row.language, key=row.signed_by),
            row.workbook,
            tuple(json.loads(row.items)),
            instant(row.at),
            row.round,
        )
        for row in _rows(store, sql)
    )


def invitations(store: Store) -> tuple[Invitation, ...]:
    return tuple(issue.invitation for issue in issued(store))


def letters(store: Store) -> tuple[Letter, ...]:
    sql = """
        SELECT l.key, s.key AS stakeholder, l.kind, l.path, a.at, coalesce(d.outcome, '') AS outcome
        FROM letter l JOIN stakeholder s ON s.id = l.stakeholder_id JOIN audit a ON a.seq = l.seq
        LEFT JOIN delivery d ON d.seq = (SELECT max(seq) FROM delivery WHERE letter = l.key)
        ORDER BY l.seq
    """
    return tuple(
        Letter(row.key, row.stakeholder, row.kind, row.path, instant(row.at), row.outcome)
        for row in _rows(store, sql)
    )


def files(store: Store) -> tuple[StoredFile, ...]:
    """Return every file that came, in order, with its verdict where it has one."""
    sightings: dict[int, list[str]] = defaultdict(list)
    with store.reading():
        for row in _rows(store, "SELECT file_seq, name FROM sighting ORDER BY seq"):
            sightings[row.file_seq].append(row.name)
        verdicts = {row.file_seq: _verdict(row) for row in _rows(store, _VERDICTS, sha256="")}
        received = _rows(store, "SELECT f.*, a.at FROM file f JOIN audit a ON a.seq = f.seq ORDER BY f.seq")
    return tuple(
        StoredFile(
            row.sha256, (row.name, *sightings[row.seq]), row.size, instant(row.at), verdicts.get(row.seq)
        )
        for row in received
    )


def file_verdict(store: Store, sha256: str) -> FileVerdict | None:
    """Return the verdict on these bytes; None where they are unknown, or known and not judged yet."""
    rows = _rows(store, _VERDICTS, sha256=sha256)
    return next((_verdict(row) for row in rows), None)


def returns(store: Store) -> dict[str, tuple[Return, ...]]:
    """Return each stakeholder's versions, the earliest first; a stakeholder without any has no key."""
    sql = """
        SELECT r.*, s.key AS stakeholder, f.sha256,
               (SELECT count(*) FROM answer n WHERE n.seq = r.seq) AS answers
        FROM response r JOIN stakeholder s ON s.id = r.stakeholder_id JOIN file f ON f.seq = r.file_seq
        ORDER BY r.stakeholder_id, r.seq
    """
    found: dict[str, tuple[Return, ...]] = {}
    for row in _rows(store, sql):
        version = Return(
            response=row.key,
            stakeholder=row.stakeholder,
            invitation=row.invitation,
            version=row.version,
            status=row.status,
            sha256=row.sha256,
            language=row.language,
            received_at=instant(row.received_at),
            round=row.round,
            answers=row.answers,
            replaced=row.replaced,
            kept=row.kept,
        )
        found[row.stakeholder] = (*found.get(row.stakeholder, ()), version)
    return found


def returned(store: Store) -> bool:
    """Say whether anybody has answered anything."""
    return bool(_rows(store, "SELECT 1 FROM response LIMIT 1"))


def responded(store: Store, files: Collection[str]) -> frozenset[tuple[str, str]]:
    """Return under which invitations responses of some files are recorded, as (sha256, invitation)."""
    sql = """
        SELECT f.sha256, r.invitation FROM response r JOIN file f ON f.seq = r.file_seq
        WHERE f.sha256 IN :only
    """
    return frozenset((row.sha256, row.invitation) for row in _rows(store, sql, only=files))


def latest_answers(store: Store, only: Only = None) -> list[Answer]:
    """Return what each stakeholder, or some, last said on each item, by both in the launch's order.

    A newer return replaces the answers to the items on which it says something; where it is blank, the
    earlier answer stands, with its own provenance. `returns` tells how many were replaced and kept.
    """
    sql = f"""
        SELECT i.key, n.value, n.absent, n.details, n.citations, n.comment,
               s.key, r.key, f.sha256, n.sheet, n.cell, r.received_at, r.language, n.question
        FROM latest_answer n JOIN item i ON i.id = n.item_id JOIN stakeholder s ON s.id = n.stakeholder_id
        JOIN response r ON r.seq = n.seq JOIN file f ON f.seq = r.file_seq
        WHERE {_whose(only)} ORDER BY n.item_id, n.stakeholder_id
    """  # noqa: S608  # our own words
    # Of tens of thousands, most short texts are the same few: those are read once.
    value, laws, at = _once(value_from_json), _once(citations_from_json), _once(instant)
    answers = []
    for row in _rows(store, sql, only=only):
        item, said, absent, details, citations, comment = row[:6]
        who, response, sha256, sheet, cell, received_at, language, question = row[6:]
        source = Provenance(who, response, sha256, sheet, cell, at(received_at), language, question)
        why = Absence(absent) if absent else None
        answers.append(Answer(item, source, value(said), why, details, laws(citations), comment))
    return answers


def decisions(store: Store) -> tuple[Decision, ...]:
    """Return the latest decision on each item."""
    sql = """
        SELECT d.*, i.key AS item FROM decision d JOIN item i ON i.id = d.item_id
        WHERE d.seq = (SELECT max(seq) FROM decision l WHERE l.item_id = d.item_id) ORDER BY d.item_id
    """
    return tuple(
        Decision(
            item=row.item,
            fingerprint=row.fingerprint,
            value=value_from_json(row.value),
            details=row.details,
            reason=row.reason,
            decided_by=row.decided_by,
            decided_at=instant(row.decided_at),
        )
        for row in _rows(store, sql)
    )


def clearance(store: Store) -> Clearance | None:
    """Return the latest clearance."""
    sql = (
        "SELECT c.*, a.at, a.actor FROM clearance c JOIN audit a ON a.seq = c.seq ORDER BY c.seq DESC LIMIT 1"
    )
    for row in _rows(store, sql):
        return Clearance(row.digest, tuple(json.loads(row.paths)), instant(row.at), row.actor)
    return None


def performed(store: Store) -> frozenset[str]:
    """Return the keys of the process's actions that have been performed."""
    return frozenset(row.key for row in _rows(store, "SELECT key FROM action"))


_VERDICTS = """
    SELECT v.*, a.at, r.key AS response, r.version, s.key AS stakeholder
    FROM verdict v JOIN audit a ON a.seq = v.seq
    LEFT JOIN response r ON r.seq = v.seq LEFT JOIN stakeholder s ON s.id = r.stakeholder_id
    WHERE v.seq = (SELECT max(seq) FROM verdict WHERE file_seq = v.file_seq)
      AND (:sha256 = '' OR v.file_seq = (SELECT seq FROM file WHERE sha256 = :sha256))
"""
"""The latest verdict on one file, or on all of them where `sha256` is empty."""


def _whose(only: Only) -> str:
    """Return the condition that narrows a statement to some stakeholders, if some are meant."""
    return "s.key IN :only" if only is not None else "1 = 1"


def _rows(store: Store, sql: str, only: Only = None, **parameters: object) -> Sequence[Row[Any]]:
    with store.reading() as connection:
        return narrowed(connection, sql, only, **parameters).all()


def _verdict(row: Row[Any]) -> FileVerdict:
    problems = tuple(json.loads(row.problems))
    return FileVerdict(
        row.verdict, problems, instant(row.at), row.stakeholder or "", row.response or "", row.version or 0
    )


def _once(read: Callable[[K], T]) -> Callable[[K], T]:
    """Remember what short texts are read as; long ones seldom come twice."""
    known: dict[K, T] = {}

    def remembering(words: K) -> T:
        if words in known:
            return known[words]
        found = read(words)
        if words is None or len(words) <= _SHORT:
            known[words] = found
        return found

    return remembering
