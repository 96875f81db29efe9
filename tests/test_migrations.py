"""The database is made, opened and brought up to date; and what can be wrong with it is said, not thrown."""

import multiprocessing
import os
import pwd
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, text

import store.connection
from problems import Problem
from problems.store import (
    DatabaseAddress,
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DiskFull,
    ForeignDatabase,
    NotADatabase,
    StoreUnavailable,
)
from store.connection import Store
from store.migrations import config
from store.open import HEAD, open_store
from store.record import keys, record_actions, record_key
from store.tables import metadata
from tests.recorded import WHO, launched

pytest_plugins = ["tests.postgres"]

FORK = multiprocessing.get_context("fork")


def refused(call: Callable[[], object]) -> Problem:
    with pytest.raises(StoreUnavailable) as raised:
        call()
    return raised.value.problem


def shown(where: str) -> str:
    return where.partition("?")[0]


def test_the_migrations_make_exactly_the_tables_that_the_classes_say(address: str | Path) -> None:
    with open_store(address, create=True) as opened, opened.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert ScriptDirectory.from_config(config(connection)).get_heads() == [HEAD]


def test_opening_again_changes_nothing_and_keeps_everything(address: str | Path) -> None:
    with open_store(address, create=True) as opened:
        record_key(opened, "k1", b"secret", **WHO)
    with open_store(address, create=False) as opened:
        assert keys(opened) == {"k1": b"secret"}


def _make(where: str | Path) -> None:
    for _ in range(3):
        open_store(where, create=True).close()


def test_two_processes_may_make_the_same_database(address: str | Path) -> None:
    makers = [FORK.Process(target=_make, args=(address,)) for _ in range(4)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert [maker.exitcode for maker in makers] == [0, 0, 0, 0]
    with open_store(address, create=False) as opened:
        assert keys(opened) == {}


def test_a_new_database_is_for_its_owner_alone_and_safe_against_power_cuts(tmp_path: Path) -> None:
    with open_store(tmp_path / "consult.db", create=True) as opened:
        with opened.reading() as connection:
            pragmas = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
        modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
    assert modes == {0o600}


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "مجلد with spaces & 100% #?"
    folder.mkdir()
    with open_store(folder / "consult.db", create=True):
        assert min(path.name for path in folder.iterdir()) == "consult.db"


def test_reading_progress_loads_neither_sqlmodel_nor_alembic(tmp_path: Path) -> None:
    open_store(tmp_path / "consult.db", create=True).close()
    program = """
        import sys
        from pathlib import Path
        from store.open import open_store
        from store.progress import progress
        with open_store(Path(sys.argv[1]), create=False) as store:
            print(progress(store))
        print(sorted({"sqlmodel", "alembic", "pydantic", "ruamel"} & set(sys.modules)))
    """
    run: list[str | Path] = [sys.executable, "-c", dedent(program), tmp_path / "consult.db"]
    out = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    assert out == "Progress(stakeholders=(), articles=(), files=0, waiting=0)\n[]\n"


def test_without_a_database_there_is_nothing_to_read(tmp_path: Path) -> None:
    path = tmp_path / "consult.db"
    assert refused(lambda: open_store(path, create=False)) == DatabaseMissing(name="consult.db")
    assert not path.exists()


@pytest.mark.postgres
def test_an_empty_database_is_only_filled_on_purpose(address: str | Path) -> None:
    if isinstance(address, Path):
        sqlite3.connect(address).close()
    problem = refused(lambda: open_store(address, create=False))
    assert isinstance(problem, DatabaseMissing)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "consult.db"
    path.write_bytes(b"PK\x03\x04 this is a workbook " * 100)
    assert refused(lambda: open_store(path, create=True)) == NotADatabase(name="consult.db")


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "consult.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (id INTEGER)")
    assert refused(lambda: open_store(path, create=True)) == ForeignDatabase(name="consult.db")
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute("INSERT INTO alembic_version VALUES ('1975ea83b712')")
    assert refused(lambda: open_store(path, create=True)) == ForeignDatabase(name="consult.db")


def test_a_database_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "consult.db"
    open_store(path, create=True).close()
    with sqlite3.connect(path) as future:
        future.execute("UPDATE alembic_version SET version_num = '0099'")
    problem = DatabaseNewer(name="consult.db", version="0099", known=HEAD)
    assert refused(lambda: open_store(path, create=False)) == problem


def test_a_damaged_database(tmp_path: Path) -> None:
    path = tmp_path / "consult.db"
    with open_store(path, create=True) as opened:
        launched(opened)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)

    def use() -> None:
        with open_store(path, create=False) as opened:
            record_actions(opened, ["close"], **WHO)

    assert refused(use) == DatabaseDamaged(name="consult.db")


def test_a_database_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.connection, "WAIT", 0.1)
    path = tmp_path / "consult.db"
    with open_store(path, create=True) as opened, sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refused(lambda: record_actions(opened, ["close"], **WHO)) == DatabaseLocked(name="consult.db")
        other.execute("ROLLBACK")
        assert record_actions(opened, ["close"], **WHO) == ("close",)


@pytest.mark.postgres
def test_a_server_that_another_writer_holds(server_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.connection, "WAIT", 0.1)
    where = server_address
    with open_store(where, create=True) as opened, open_store(where, create=False) as other:
        with other.transaction():
            problem = refused(lambda: record_actions(opened, ["close"], **WHO))
        assert problem == DatabaseLocked(name=shown(where))
        assert record_actions(opened, ["close"], **WHO) == ("close",)


def test_a_full_disk_keeps_what_was_there_and_nothing_by_halves(tmp_path: Path) -> None:
    path = tmp_path / "consult.db"
    with open_store(path, create=True) as opened:
        _limit(opened, pages=60)
        kept = 0
        with suppress(StoreUnavailable):
            for kept in range(10_000):
                record_actions(opened, [f"{kept:500}"], **WHO)
        assert refused(lambda: record_actions(opened, ["x" * 9999], **WHO)) == DiskFull(name="consult.db")
    with open_store(path, create=False) as opened, opened.reading() as connection:
        counts = [
            connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in ("action", "audit")
        ]
    assert counts == [kept, kept]
    assert kept > 10


def _limit(opened: Store, pages: int) -> None:
    def cap(connection: sqlite3.Connection, _record: object) -> None:
        size = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {size + pages}")

    opened._engine.dispose()
    event.listen(opened._engine, "connect", cap)


def _use_as_nobody(path: Path, said: Any) -> None:
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)
    try:
        with open_store(path, create=True) as opened:
            record_actions(opened, ["close"], **WHO)
    except StoreUnavailable as error:
        said.put(error.problem)


@pytest.mark.parametrize(
    ("exists", "problem"),
    [
        (True, DatabaseReadOnly(name="consult.db")),
        (False, DatabaseUnreachable(name="consult.db", why="Permission denied")),
    ],
)
def test_a_folder_without_the_right_to_write(exists: bool, problem: Problem) -> None:
    folder = Path(tempfile.mkdtemp(dir="/tmp"))  # pytest's own folders are closed to others
    try:
        if exists:
            open_store(folder / "consult.db", create=True).close()
            (folder / "consult.db").chmod(0o444)
        folder.chmod(0o555)
        said = FORK.SimpleQueue()
        user = FORK.Process(target=_use_as_nobody, args=(folder / "consult.db", said))
        user.start()
        user.join()
        assert user.exitcode == 0
        assert said.get() == problem
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "consult.db"
    problem = DatabaseUnreachable(name="consult.db", why="No such file or directory")
    assert refused(lambda: open_store(path, create=True)) == problem


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("mysql://me:secret@host/db", "mysql://me:***@host/db"),
        ("postgresql://me:secret@host:port/db", "postgresql://…"),
        ("postgresql://me:secret@host", "postgresql+psycopg://me:***@host"),
        ("sqlite://", "sqlite://"),
    ],
)
def test_an_address_of_another_kind_is_refused_without_showing_its_password(given: str, shown: str) -> None:
    assert refused(lambda: open_store(given, create=True)) == DatabaseAddress(name=shown)


def test_a_server_that_does_not_answer() -> None:
    problem = refused(lambda: open_store("postgresql://me:secret@127.0.0.1:1/consult", create=True))
    assert isinstance(problem, DatabaseUnreachable)
    assert (problem.name, "refused" in problem.why, "secret" in str(problem)) == (
        "postgresql+psycopg://me:***@127.0.0.1:1/consult",
        True,
        False,
    )


@pytest.mark.postgres
def test_a_database_that_the_server_lacks(cluster: Path) -> None:
    problem = refused(lambda: open_store(f"postgresql://consult@/nowhere?host={cluster}", create=True))
    assert isinstance(problem, DatabaseUnreachable)
    assert 'database "nowhere" does not exist' in problem.why


@pytest.mark.postgres
def test_a_server_of_which_one_may_only_read(server_address: str) -> None:
    where = server_address
    with open_store(where, create=True) as opened, opened.transaction() as connection:
        schema = connection.execute(text("SELECT current_schema()")).scalar_one()
        connection.execute(text("CREATE ROLE reader LOGIN"))
        connection.execute(text(f"GRANT USAGE ON SCHEMA {schema} TO reader"))
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader"))
    with open_store(where.replace("consult@", "reader@"), create=False) as opened:
        problem = refused(lambda: record_actions(opened, ["close"], **WHO))
    assert problem == DatabaseReadOnly(name=shown(where).replace("consult@", "reader@"))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "problem",
    [
        DatabaseMissing(name="consult.db"),
        NotADatabase(name="consult.db"),
        ForeignDatabase(name="consult.db"),
        DatabaseNewer(name="consult.db", version="0002", known="0001"),
        DatabaseDamaged(name="consult.db"),
        DatabaseLocked(name="consult.db"),
        DatabaseReadOnly(name="consult.db"),
        DiskFull(name="consult.db"),
        DatabaseUnreachable(name="consult.db", why="Permission denied"),
        DatabaseAddress(name="consult.db"),
    ],
    ids=lambda problem: problem.code,
)
def test_each_problem_names_the_database_and_a_remedy(problem: Problem, language: str) -> None:
    sentence = problem.message(language)
    assert "consult.db" in sentence
    assert len(sentence) > 60
    assert sentence.endswith((".", "consult launch"))
