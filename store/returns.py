"""Record files that came and what came of them."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import Any

from sqlalchemy import Connection, Row, text

from questionnaires.model import AnswerType
from responses.gather import plain
from responses.model import Answer, Response, Value
from responses.reconcile import EXCLUSIVE
from store import tables
from store.audit import Event, Rows, append, append_all
from store.connection import Store
from store.lookup import item_numbers, several, stakeholder_number
from store.progress import NEEDS_A_PERSON
from store.values import as_json, citations_to_json, utc, value_to_json, visible

ASKED_BACK = frozenset({"error", "blocker"})
"""Severities of the problems that go back to the sender as questions."""

_INDEXED = 40
"""Longer compared values are indexed by their digest."""


def record_files(
    store: Store, files: Iterable[tuple[str, str, int]], *, at: datetime, actor: str
) -> frozenset[str]:
    """Record that files came, as (sha256, name, size); return the digests that nobody had seen before.

    A known file's new name is recorded, too.
    """
    came = [(sha256, visible(name), size) for sha256, name, size in files]
    with store.transaction() as connection:
        known = _names(connection, {sha256 for sha256, _, _ in came})
        new: dict[str, tuple[str, int]] = {}
        for sha256, name, size in came:
            if sha256 not in known:
                new.setdefault(sha256, (name, size))
        rows: list[tuple[str, Rows]] = [
            (sha256, [(tables.FileRow, [{"sha256": sha256, "name": name, "size": size}])])
            for sha256, (name, size) in new.items()
        ]
        numbers = append_all(connection, Event.FILE, rows, at=at, actor=actor)
        for number, (sha256, (name, _)) in zip(numbers, new.items(), strict=True):
            known[sha256] = number, {name}
        seen: list[tuple[str, Rows]] = []
        for sha256, name, _ in came:
            number, names = known[sha256]
            if name not in names:
                names.add(name)
                seen.append((sha256, [(tables.SightingRow, [{"file_seq": number, "name": name}])]))
        append_all(connection, Event.SIGHTING, seen, at=at, actor=actor)
    return frozenset(new)


def record_file(store: Store, *, sha256: str, name: str, size: int, at: datetime, actor: str) -> bool:
    """Record that these bytes came; False where they are known."""
    return bool(record_files(store, [(sha256, name, size)], at=at, actor=actor))


def _names(connection: Connection, files: Collection[str]) -> dict[str, tuple[int, set[str]]]:
    """Return the number of each file that is known, and the names under which it came."""
    sql = """
        SELECT f.sha256, f.seq, f.name FROM file f WHERE f.sha256 IN :files
        UNION ALL
        SELECT f.sha256, f.seq, s.name FROM file f JOIN sighting s ON s.file_seq = f.seq
        WHERE f.sha256 IN :files
    """
    found: dict[str, tuple[int, set[str]]] = {}
    for row in connection.execute(several(sql, "files"), {"files": list(files)}):
        found.setdefault(row.sha256, (int(row.seq), set()))[1].add(row.name)
    return found


def record_return(
    store: Store,
    response: Response | None,
    *,
    sha256: str,
    verdict: str,
    problems: Sequence[Mapping[str, Any]],
    invitation: str = "",
    at: datetime,
    actor: str,
) -> int:
    """Record the verdict on a recorded file, with the response and its answers if there is one.

    `problems` as `Problem.as_json` makes them; `invitation`: under which it came, as far as that is known
    without a response. Returns the version that the response is of its stakeholder's
    (1, 2, …), 0 where there is none. A second call for the same file changes nothing and returns the same,
    except that a person may have said whose it is: a file that needed one then gets its response, and one
    with the answers of several bodies a response of each.
    """
    with store.transaction() as connection:
        file = _file(connection, sha256, response.invitation if response else "")
        claimed = response is not None and (file.verdict == NEEDS_A_PERSON or file.claimed)
        if file.version is not None or (file.verdict_seq is not None and not claimed):
            return int(file.version or 0)
        errors = sum(problem.get("severity") in ASKED_BACK for problem in problems)
        judged = {
            "file_seq": file.seq,
            "invitation": response.invitation if response else invitation,
            "verdict": str(verdict),
            "errors": errors,
            "problems": as_json(problems),
        }
        rows: Rows = [(tables.VerdictRow, [judged])]
        if response is None:
            append(connection, Event.VERDICT, sha256, rows, at=at, actor=actor)
            return 0
        _check(response, sha256)
        body = stakeholder_number(store, response.stakeholder)
        before = _before(connection, response.invitation, body)
        version = int(before.version) + 1
        answers = _answers(store, connection, response, body)
        replaced = sum(row["replaces"] is not None for row in answers)
        whole = _response(
            response,
            body=body,
            asked_in=before.round,
            file_seq=file.seq,
            version=version,
            kept=int(before.standing) - replaced,
            replaced=replaced,
        )
        rows += [(tables.ResponseRow, [whole]), (tables.AnswerRow, answers)]
        subject = f"{response.stakeholder} {version}"
        append(connection, Event.RETURN, subject, rows, at=at, actor=actor)
    return version


def compared(kind: AnswerType, value: Value) -> str | None:
    """Return a value as it is compared, short enough for an index; None where several can be right.

    Equal for two values exactly when `responses.reconcile` takes them for the same.
    """
    if kind not in EXCLUSIVE:
        return None
    match value:
        case str():
            told = plain(value) if kind is AnswerType.LINE else value
        case Decimal():
            told = _number(value)
        case date():
            told = value.isoformat()
        case _:
            return None
    return told if len(told) <= _INDEXED else hashlib.sha256(told.encode()).hexdigest()


def _number(value: Decimal) -> str:
    """Return a number without trailing zeros: 1.50 and 1.5 are equal, however many digits there are."""
    digits = len(value.as_tuple().digits)
    exact = Context(prec=max(1, digits), Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
    return str(value.normalize(exact)) if value else "0"


def _file(connection: Connection, sha256: str, invitation: str) -> Row[Any]:
    """Return a file with its latest verdict, and what is known of it under an invitation (empty: any)."""
    sql = """
        SELECT f.seq, v.seq AS verdict_seq, v.verdict,
               (SELECT max(r.version) FROM response r WHERE r.file_seq = f.seq
                AND (:invitation = '' OR r.invitation = :invitation)) AS version,
               EXISTS (SELECT 1 FROM claim c WHERE c.file_seq = f.seq
                       AND c.invitation = :invitation) AS claimed
        FROM file f LEFT JOIN verdict v ON v.seq = (SELECT max(seq) FROM verdict WHERE file_seq = f.seq)
        WHERE f.sha256 = :sha256
    """
    file = connection.execute(text(sql), {"sha256": sha256, "invitation": invitation}).first()
    if file is None:
        raise KeyError(sha256)
    return file


def _check(response: Response, sha256: str) -> None:
    """Raise ValueError where parts of a response contradict each other: they are kept once."""
    whole = (response.stakeholder, response.id, response.sha256, response.received_at, response.language)
    for answer in response.answers:
        told = answer.provenance
        if (told.stakeholder, told.response, told.sha256, told.received_at, told.language) != whole:
            raise ValueError(f"the answer on {answer.item} has another provenance than its response")
    if response.sha256 != sha256:
        raise ValueError("the response comes from another file")
    if len({answer.item for answer in response.answers}) < len(response.answers):
        raise ValueError("two answers on one item in one response")


def _before(connection: Connection, invitation: str, body: int) -> Row[Any]:
    """Return the round of an invitation, a stakeholder's latest version in it, and how many answers stand.

    Each replacement takes one earlier answer away. KeyError for an invitation that was never recorded.
    """
    sql = """
        SELECT v.round,
               (SELECT coalesce(max(r.version), 0) FROM response r
                WHERE r.stakeholder_id = :body AND r.round = v.round) AS version,
               (SELECT count(*) - count(a.replaces) FROM answer a JOIN item i ON i.id = a.item_id
                WHERE a.stakeholder_id = :body AND i.round = v.round) AS standing
        FROM invitation v WHERE v.key = :invitation
    """
    before = connection.execute(text(sql), {"invitation": invitation, "body": body}).first()
    if before is None:
        raise KeyError(invitation)
    return before


def _response(
    response: Response, *, body: int, asked_in: str, file_seq: int, version: int, kept: int, replaced: int
) -> dict[str, Any]:
    return {
        "key": response.id,
        "invitation": response.invitation,
        "stakeholder_id": body,
        "round": asked_in,
        "file_seq": file_seq,
        "language": response.language,
        "received_at": utc(response.received_at),
        "version": version,
        "status": "completed" if version == 1 else "amended",
        "kept": kept,
        "replaced": replaced,
    }


def _answers(store: Store, connection: Connection, response: Response, body: int) -> list[dict[str, Any]]:
    sql = "SELECT item_id, seq FROM latest_answer WHERE stakeholder_id = :body"
    earlier = {row.item_id: row.seq for row in connection.execute(text(sql), {"body": body})}
    numbers = item_numbers(store)
    rows = []
    for answer in response.answers:
        item = numbers[answer.item]
        choice = compared(item.type, answer.value)
        rows.append(_answer(answer, item.id, body, earlier.get(item.id), choice))
    return rows


def _answer(answer: Answer, item: int, body: int, replaces: int | None, choice: str | None) -> dict[str, Any]:
    return {
        "item_id": item,
        "stakeholder_id": body,
        "replaces": replaces,
        "choice": choice,
        "value": value_to_json(answer.value),
        "absent": str(answer.absent) if answer.absent else None,
        "details": answer.details,
        "citations": citations_to_json(answer.citations),
        "comment": answer.comment,
        "sheet": answer.provenance.sheet,
        "cell": answer.provenance.cell,
        "question": answer.provenance.question,
    }
