"""Whatever is done to the record behind the product's back is found."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, text
from sqlmodel import SQLModel

from problems import Problem
from problems.store import (
    AuditContentAltered,
    AuditEntryAltered,
    AuditEntryMissing,
    AuditHeadDiffers,
    DatabaseDamaged,
    StoreUnavailable,
)
from responses.model import Decision
from store import query
from store.audit import Head, head, trail, verify
from store.changes import (
    record_consent,
    record_contact,
    record_extension,
    record_focal_point,
    record_held,
    record_outcomes,
    record_relief,
    record_reopening,
    record_withdrawal,
)
from store.connection import Store
from store.mail import record_claim, record_fetched, record_unpacked
from store.open import open_store
from store.outgoing import outgoing
from store.record import (
    record_actions,
    record_clearance,
    record_decisions,
    record_delivery,
    record_file,
    record_letter,
)
from store.sending import begin
from store.tables import ROWS, AuditRow, table
from tests.recorded import WHO, digest, later, launched, response, take

pytest_plugins = ["tests.postgres"]

EVERY: list[type[SQLModel]] = [AuditRow, *ROWS]


@pytest.fixture
def store(address: str | Path) -> Iterator[Store]:
    with open_store(address, create=True) as opened:
        _fill(opened)
        yield opened


def _fill(opened: Store) -> None:
    launched(opened)
    take(opened, response("r1", "justice", {"untoc.5.1": "yes", "untoc.5.2": "Article 12."}), **later(1))
    record_file(opened, sha256=digest("r1"), name="again.xlsx", size=1, **later(1))
    letter: dict[str, Any] = {"stakeholder": "shelter", "kind": "reminder", "path": "outbox/l1.eml"}
    record_letter(opened, id="l1", **letter, **later(2))
    record_delivery(opened, letter="l1", outcome="sent", **later(2))
    decision = Decision("untoc.5.1", "f1", "yes", "", "The law says so.", "focal-point", later(3)["at"])
    record_decisions(opened, [decision], **later(3))
    record_clearance(opened, digest="c1ea4", paths=["exports/submission.docx"], **later(4))
    record_actions(opened, ["close"], **later(5))


def _change(opened: Store) -> None:
    """Record one of everything that may happen on the way."""
    at: Any = later(6)
    record_relief(opened, "shelter", ["untoc.5.2"], "declined", "not our remit", **at)
    record_reopening(opened, "justice", [("untoc.5.1", "Which law?")], **at)
    record_withdrawal(opened, "shelter", "no staff", **at)
    record_extension(opened, "answers", "justice", datetime(2027, 4, 15, tzinfo=UTC), "vacant post", **at)
    record_consent(opened, "justice", "named", "by letter", **at)
    record_contact(opened, "justice", contact="B", email="b@justice.example", telephone="", **at)
    record_focal_point(opened, name="B", office="O", email="b@x.example", telephone="", **at)
    record_outcomes(opened, "screening", [("shelter", "accepted", "")], decided_by="Chair", **at)
    record_held(opened, "workshop", date(2027, 4, 1), "", ["shelter"], **at)
    file = query.files(opened)[0].sha256
    record_unpacked(opened, sha256=file, parts=[(file, "a.xlsx")], mail=("b@x.example", ""), **at)
    record_claim(
        opened, sha256=file, invitation=query.issued(opened)[0].invitation.id, why="telephoned", **at
    )
    record_fetched(opened, {"1": file}, mailbox="INBOX", uidvalidity="1", **at)
    assert begin(opened, outgoing(opened)[0], **at)


def tamper(store: Store, *statements: str) -> None:
    """Do what somebody with all rights could do: take the protection away, then change things."""
    with store.transaction() as connection:
        _unprotect(connection)
        for statement in statements:
            connection.exec_driver_sql(statement)


def _unprotect(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        return
    triggers = (
        connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    )
    for trigger in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def unbound(store: Store) -> None:
    """Switch SQLite's foreign keys off, which only works outside a transaction."""
    if store._engine.dialect.name == "sqlite":
        store._engine.dispose()
        event.listen(store._engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = OFF"))


def test_an_untouched_record_holds(store: Store) -> None:
    assert verify(store, [head(store)]) == []


def test_the_trail_tells_what_happened_when_and_by_whom(store: Store) -> None:
    told = [(entry.seq, entry.at, entry.actor, entry.event, entry.subject) for entry in trail(store)]
    start, who = WHO["at"], "focal-point"
    assert told == [
        (1, start, who, "launch", "5e77"),
        (2, start, who, "key", "k1"),
        (3, start, who, "invitation", "0000000000"),
        (4, start, who, "invitation", "0000000001"),
        (5, start, who, "invitation", "0000000002"),
        (6, start, who, "file", digest("r1")),
        (7, later(1)["at"], who, "return", "justice 1"),
        (8, later(1)["at"], who, "sighting", digest("r1")),
        (9, later(2)["at"], who, "letter", "l1"),
        (10, later(2)["at"], who, "delivery", "l1"),
        (11, later(3)["at"], who, "decisions", "1"),
        (12, later(4)["at"], who, "clearance", "c1ea4"),
        (13, later(5)["at"], who, "action", "close"),
    ]


@pytest.mark.parametrize("row", EVERY, ids=lambda row: row.__tablename__)
def test_the_database_itself_refuses_to_change_or_remove_rows(store: Store, row: type[SQLModel]) -> None:
    column = table(row).columns[0].name
    _change(store)
    for change in (f"UPDATE {row.__tablename__} SET {column} = {column}", f"DELETE FROM {row.__tablename__}"):
        before = _count(store, row)
        assert before > 0
        with pytest.raises(Exception, match="rows are only ever added"), store.transaction() as connection:
            connection.exec_driver_sql(change)
        assert _count(store, row) == before


def _count(store: Store, row: type[SQLModel]) -> int:
    with store.reading() as connection:
        return len(connection.execute(table(row).select()).all())


@pytest.mark.parametrize("column", ["at", "actor", "event", "subject", "payload", "digest"])
def test_an_altered_entry_is_found_at_its_number(store: Store, column: str) -> None:
    tamper(store, f"UPDATE audit SET {column} = 'x' WHERE seq = 3")
    found = verify(store)
    named = "x" if column == "event" else "invitation"
    assert found[0] == AuditEntryAltered(seq=3, event=named)
    if column != "digest":  # an altered digest breaks the next link as well
        assert found == [AuditEntryAltered(seq=3, event=named)]


@pytest.mark.parametrize(
    ("statement", "seq", "entry"),
    [
        (
            "UPDATE answer SET value = '{\"text\":\"no\"}' WHERE sheet = 'Questions' AND cell = 'D7'",
            7,
            "return",
        ),
        ("DELETE FROM answer WHERE cell = 'D8'", 7, "return"),
        ("UPDATE verdict SET verdict = 'refused'", 7, "return"),
        ("UPDATE identity SET name = 'Somebody else' WHERE stakeholder_id = 1", 1, "launch"),
        ("INSERT INTO action (key, seq) VALUES ('clear', 13)", 13, "action"),
        ("UPDATE letter SET path = ''", 9, "letter"),
    ],
)
def test_altered_added_and_removed_contents_are_found(
    store: Store, statement: str, seq: int, entry: str
) -> None:
    tamper(store, statement)
    assert verify(store) == [AuditContentAltered(seq=seq, event=entry)]


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE letter SET path = X'00ff'", AuditContentAltered(seq=9, event="letter")),
        ("UPDATE assignment SET item_id = 'x' WHERE item_id = 4", AuditContentAltered(seq=1, event="launch")),
        ("UPDATE action SET seq = 'x'", AuditEntryMissing(entries="x")),
    ],
)
def test_values_of_another_type_are_found_where_the_database_lets_them_in(
    tmp_path: Path, statement: str, problem: Problem
) -> None:
    with open_store(tmp_path / "consult.db", create=True) as store:
        _fill(store)
        unbound(store)
        tamper(store, statement)
        assert problem in verify(store)


def test_text_that_is_none_is_a_damaged_database(tmp_path: Path) -> None:
    with open_store(tmp_path / "consult.db", create=True) as store:
        _fill(store)
        tamper(store, "UPDATE letter SET path = CAST(X'ff' AS TEXT)")
        with pytest.raises(StoreUnavailable) as raised:
            verify(store)
    assert raised.value.problem == DatabaseDamaged(name="consult.db")


def test_a_removed_entry_is_found(store: Store) -> None:
    unbound(store)
    tamper(store, "DELETE FROM audit WHERE seq IN (4, 5)")
    assert verify(store) == [AuditEntryMissing(entries="4–5")]


def test_entries_that_changed_places_are_found(store: Store) -> None:
    unbound(store)
    tamper(
        store,
        "UPDATE audit SET seq = 99 WHERE seq = 3",
        "UPDATE audit SET seq = 3 WHERE seq = 4",
        "UPDATE audit SET seq = 4 WHERE seq = 99",
    )
    found = set(verify(store))
    assert found >= {
        AuditEntryAltered(seq=3, event="invitation"),
        AuditEntryAltered(seq=4, event="invitation"),
    }


def test_a_cut_end_of_the_chain_is_found_by_the_rows_it_leaves(store: Store) -> None:
    unbound(store)
    tamper(store, "DELETE FROM audit WHERE seq >= 12")
    assert verify(store) == [AuditEntryMissing(entries="12–13")]


def test_an_end_cut_off_with_its_rows_is_found_by_the_head_printed_before(store: Store) -> None:
    printed = head(store)
    tamper(store, "DELETE FROM action", "DELETE FROM audit WHERE seq = 13")
    assert verify(store) == []
    assert verify(store, [printed]) == [AuditHeadDiffers(seq=13, digest=printed.digest)]
    record_actions(store, ["something-else"], **later(6))
    assert verify(store, [printed]) == [AuditHeadDiffers(seq=13, digest=printed.digest)]


def test_an_empty_record_holds(address: str | Path) -> None:
    with open_store(address, create=True) as opened:
        assert (verify(opened), trail(opened), head(opened)) == ([], (), Head(0, ""))


def _any_row(chance: random.Random, connection: Connection) -> tuple[str, str, dict[str, Any]]:
    row = chance.choice([kind for kind in EVERY if connection.execute(table(kind).select()).first()])
    values = dict(chance.choice(connection.execute(table(row).select()).mappings().all()))
    return str(row.__tablename__), " AND ".join(f"{key} = :{key}" for key in _primary(row)), values


def _primary(row: type[SQLModel]) -> list[str]:
    return [column.name for column in table(row).primary_key]


def _edit(chance: random.Random, connection: Connection) -> None:
    name, where, values = _any_row(chance, connection)
    column = chance.choice([key for key, value in values.items() if isinstance(value, str)] or ["seq"])
    new = f"{values[column]}!" if isinstance(values[column], str) else 10_000 + values["seq"]
    connection.execute(text(f"UPDATE {name} SET {column} = :new WHERE {where}"), {**values, "new": new})


def _remove(chance: random.Random, connection: Connection) -> None:
    name, where, values = _any_row(chance, connection)
    connection.execute(text(f"DELETE FROM {name} WHERE {where}"), values)


def _swap(chance: random.Random, connection: Connection) -> None:
    entries = connection.execute(text("SELECT seq FROM audit ORDER BY seq")).scalars().all()
    one, other = chance.sample(entries, 2)
    for before, after in ((one, 99_999), (other, one), (99_999, other)):
        move = text("UPDATE audit SET seq = :after WHERE seq = :before")
        connection.execute(move, {"before": before, "after": after})


def _cut(chance: random.Random, connection: Connection) -> None:
    last = connection.execute(text("SELECT max(seq) FROM audit")).scalar_one()
    connection.execute(text("DELETE FROM audit WHERE seq > :seq"), {"seq": chance.randrange(last)})


@pytest.mark.parametrize("attack", [_edit, _remove, _swap, _cut])
def test_two_hundred_and_fifty_attacks_of_each_kind_are_all_found(
    tmp_path: Path, attack: Callable[[random.Random, Connection], None]
) -> None:
    with open_store(tmp_path / "consult.db", create=True) as opened:
        launched(opened)
        for number in range(8):
            take(opened, response(f"r{number}", "justice", {"untoc.5.1": "yes", "untoc.5.2": "words"}))
            record_file(opened, sha256=digest(f"r{number}"), name="again.xlsx", size=1, **WHO)
        unbound(opened)
        assert [seed for seed in range(250) if not _found(opened, attack, random.Random(seed))] == []
        assert verify(opened) == []


class _Undo(Exception):  # noqa: N818
    """Rolls an attack back, so that the next one meets the untouched record."""


def _found(opened: Store, attack: Callable[[random.Random, Connection], None], chance: random.Random) -> bool:
    problems = []
    with suppress(_Undo), opened.transaction() as connection:
        _unprotect(connection)
        attack(chance, connection)
        problems = verify(opened)
        raise _Undo
    return bool(problems)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_problem_says_which_entry(language: str) -> None:
    assert "4–5" in AuditEntryMissing(entries="4–5").message(language)
    assert "42" in AuditEntryAltered(seq=42, event="file").message(language)
    assert "42" in AuditContentAltered(seq=42, event="file").message(language)
    assert "abc" in AuditHeadDiffers(seq=42, digest="abc").message(language)
