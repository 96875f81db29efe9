"""Record files that came and what came of them."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import Any

from sqlalchemy import Connection, CursorResult

from questionnaires.model import AnswerType
from responses.gather import plain
from responses.model import Answer, Response, Value
from responses.reconcile import EXCLUSIVE
from store import tables
from store.audit import Event, Rows, append_all
from store.connection import Store
from store.lookup import item_numbers, stakeholder_number
from store.narrowing import several
from store.progress import NEEDS_A_PERSON, REFUSED
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
        rows: list[tuple[Event, str, Rows]] = [
            (Event.FILE, sha256, [(tables.FileRow, [{"sha256": sha256, "name": name, "size": size}])])
            for sha256, (name, size) in new.items()
        ]
        numbers = append_all(connection, rows, at=at, actor=actor)
        for number, (sha256, (name, _)) in zip(numbers, new.items(), strict=True):
            known[sha256] = number, {name}
        seen: list[tuple[Event, str, Rows]] = []
        for sha256, name, _ in came:
            number, names = known[sha256]
            if name not in names:
                names.add(name)
                row = {"file_seq": number, "name": name}
                seen.append((Event.SIGHTING, sha256, [(tables.SightingRow, [row])]))
        append_all(connection, seen, at=at, actor=actor)
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


@dataclass(frozen=True, slots=True)
class Returned:
    """The verdict on a recorded file, with the response and its answers if there is one.

    `problems` as `Problem.as_json` makes them; `invitation`: under which it came, as far as that is known
    without a response.
    """

    sha256: str
    verdict: str
    problems: Sequence[Mapping[str, Any]]
    response: Response | None = None
    invitation: str = ""


def record_returns(store: Store, returns: Iterable[Returned], *, at: datetime, actor: str) -> list[int]:
    """Record verdicts on recorded files; return which version of its stakeholder's answers each one is.

    1, 2, …; 0 where there is no response. A second call for the same file changes nothing and returns the
    same, except that a person may have said whose it is: a file that needed one then gets its response, and
    one with the answers of several bodies a response of each. So does one that was refused and can be read.
    """
    with store.transaction() as connection:
        versions: list[int] = []
        for some in _apart(returns):
            versions += _recorded(store, connection, some, at=at, actor=actor)
    return versions


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
    """Record one verdict, as `record_returns` does."""
    returned = Returned(sha256, verdict, problems, response, invitation)
    (version,) = record_returns(store, [returned], at=at, actor=actor)
    return version


def _apart(returns: Iterable[Returned]) -> Iterator[list[Returned]]:
    """Yield returns together as long as neither a file nor a stakeholder comes a second time."""
    some: list[Returned] = []
    seen: set[str] = set()
    for each in returns:
        marks = {each.sha256, *([each.response.stakeholder] if each.response else [])}
        if marks & seen:
            yield some
            some, seen = [], set()
        some.append(each)
        seen |= marks
    if some:
        yield some


def _recorded(
    store: Store, connection: Connection, returns: Sequence[Returned], *, at: datetime, actor: str
) -> Iterator[int]:
    """Record verdicts on different files of different stakeholders, read and written at once."""
    files = _files(connection, [each.sha256 for each in returns])
    known = [files[each.sha256].known(each) for each in returns]
    new = [each for each, version in zip(returns, known, strict=True) if version is None]
    said = [each.response for each in new if each.response]
    bodies = _bodies(store, connection, said)
    entries: list[tuple[Event, str, Rows]] = []
    for each in new:
        rows: Rows = [(tables.VerdictRow, [_verdict(each, files[each.sha256].seq)])]
        if each.response is None:
            entries.append((Event.VERDICT, each.sha256, rows))
            continue
        _check(each.response, each.sha256)
        body = bodies[each.response.stakeholder]
        answers = _answers(store, each.response, body)
        rows += [
            (tables.ResponseRow, [_response(each.response, body, files[each.sha256].seq, answers)]),
            (tables.AnswerRow, answers),
        ]
        entries.append((Event.RETURN, f"{each.response.stakeholder} {body.version + 1}", rows))
    append_all(connection, entries, at=at, actor=actor)
    for each, version in zip(returns, known, strict=True):
        if version is not None:
            yield version
        else:
            yield bodies[each.response.stakeholder].version + 1 if each.response else 0


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


@dataclass(slots=True)
class _File:
    """A recorded file, and what is known of it."""

    seq: int
    verdict: str | None  # the latest
    versions: dict[str, int] = field(default_factory=dict)  # of the responses that came of it, by invitation
    claims: set[str] = field(default_factory=set)  # the invitations that a person has named

    def known(self, returned: Returned) -> int | None:
        """Return which version was recorded before, 0 for a verdict without a response; None: neither was.

        What could not be read once, and now can, is as if it had not come before.
        """
        response = returned.response
        if self.verdict == REFUSED != returned.verdict:
            return None
        if response is None:
            version = max(self.versions.values(), default=None)
        else:
            version = self.versions.get(response.invitation)
        claimed = response is not None and (
            self.verdict == NEEDS_A_PERSON or response.invitation in self.claims
        )
        if version is not None or (self.verdict is not None and not claimed):
            return version or 0
        return None


def _files(connection: Connection, digests: Sequence[str]) -> dict[str, _File]:
    """Return what is known of some files; KeyError for one that was never recorded."""
    latest = """
        SELECT f.sha256, f.seq, v.verdict
        FROM file f LEFT JOIN verdict v ON v.seq = (SELECT max(seq) FROM verdict WHERE file_seq = f.seq)
        WHERE f.sha256 IN :files
    """
    responses = """
        SELECT f.sha256, r.invitation, r.version FROM response r JOIN file f ON f.seq = r.file_seq
        WHERE f.sha256 IN :files
    """
    claims = """
        SELECT f.sha256, c.invitation FROM claim c JOIN file f ON f.seq = c.file_seq WHERE f.sha256 IN :files
    """

    def rows(sql: str) -> CursorResult[Any]:
        return connection.execute(several(sql, "files"), {"files": list(digests)})

    found = {row.sha256: _File(int(row.seq), row.verdict) for row in rows(latest)}
    for row in rows(responses):
        found[row.sha256].versions[row.invitation] = int(row.version)
    for row in rows(claims):
        found[row.sha256].claims.add(row.invitation)
    if missing := set(digests) - found.keys():
        raise KeyError(missing.pop())
    return found


def _verdict(returned: Returned, file: int) -> dict[str, Any]:
    return {
        "file_seq": file,
        "invitation": returned.response.invitation if returned.response else returned.invitation,
        "verdict": str(returned.verdict),
        "errors": sum(problem.get("severity") in ASKED_BACK for problem in returned.problems),
        "problems": as_json(returned.problems),
    }


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


@dataclass(slots=True)
class _Body:
    """What a stakeholder has said before, in the round of an invitation."""

    id: int
    round: str
    version: int  # the latest; 0: none
    standing: int  # answers: each replacement takes an earlier one away
    earlier: dict[int, int] = field(
        default_factory=dict
    )  # the entry of the latest answer, by item, in any round


def _bodies(store: Store, connection: Connection, responses: Sequence[Response]) -> dict[str, _Body]:
    """Return who says something, each once; KeyError for an invitation that was never recorded."""
    if not responses:
        return {}
    before = """
        SELECT v.key, v.round,
               (SELECT coalesce(max(r.version), 0) FROM response r
                WHERE r.stakeholder_id = v.stakeholder_id AND r.round = v.round) AS version,
               (SELECT count(*) - count(a.replaces) FROM answer a JOIN item i ON i.id = a.item_id
                WHERE a.stakeholder_id = v.stakeholder_id AND i.round = v.round) AS standing
        FROM invitation v WHERE v.key IN :invitations
    """
    names = {"invitations": [each.invitation for each in responses]}
    rows = {row.key: row for row in connection.execute(several(before, "invitations"), names)}
    found = {}
    for each in responses:
        row = rows[each.invitation]
        number = stakeholder_number(store, each.stakeholder)
        found[each.stakeholder] = _Body(number, row.round, int(row.version), int(row.standing))
    by_number = {body.id: body for body in found.values()}
    latest = "SELECT stakeholder_id, item_id, seq FROM latest_answer WHERE stakeholder_id IN :bodies"
    for row in connection.execute(several(latest, "bodies"), {"bodies": list(by_number)}):
        by_number[row.stakeholder_id].earlier[row.item_id] = row.seq
    return found


def _response(
    response: Response, body: _Body, file: int, answers: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    replaced = sum(row["replaces"] is not None for row in answers)
    return {
        "key": response.id,
        "invitation": response.invitation,
        "stakeholder_id": body.id,
        "round": body.round,
        "file_seq": file,
        "language": response.language,
        "received_at": utc(response.received_at),
        "version": body.version + 1,
        "status": "amended" if body.version else "completed",
        "kept": body.standing - replaced,
        "replaced": replaced,
    }


def _answers(store: Store, response: Response, body: _Body) -> list[dict[str, Any]]:
    numbers = item_numbers(store)
    rows = []
    for answer in response.answers:
        item = numbers[answer.item]
        choice = compared(item.type, answer.value)
        rows.append(_answer(answer, item.id, body.id, body.earlier.get(item.id), choice))
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
