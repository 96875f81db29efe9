"""One open database: transactions in which everything or nothing is written, and readings of one instant."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from sqlite3 import OperationalError
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, event, text

from store.failures import explained

_TURN = (
    0x636F6E73756C74  # "consult": the advisory lock behind which PostgreSQL's writers queue, as SQLite's do
)
WAIT = 30
"""Seconds a writer waits for its turn before the database counts as locked."""


class Store:
    """The database of one consultation, for one thread; a context manager.

    Each record function is a transaction of its own. To make several of them one, put them in
    `with store.transaction():`; they join it, and all of it is committed at the end of the outermost block
    or not at all. An exception inside rolls everything back, also if somebody catches it halfway. Readings
    inside the block see what it has written. Writers take turns: meanwhile nobody else changes anything.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self.name = name
        self.remembered: dict[str, Any] = {}
        """What has been read and can never change, because rows are only ever added."""
        self._engine = engine
        self._open: Connection | None = None
        self._writes = self._doomed = False
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", self._begin_sqlite)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Write in one transaction, or join the one that is open."""
        if self._open is None:
            self._writes, self._doomed = True, False
            with self._connected() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT}s'"))
                    connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
                yield connection
                if self._doomed:
                    raise RuntimeError("a part of this transaction failed, so none of it is kept")
            return
        if not self._writes:
            raise RuntimeError("a reading cannot become a transaction")
        try:
            yield self._open
        except BaseException:
            self._doomed = True
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one consistent state, of the open transaction if there is one."""
        if self._open is not None:
            yield self._open
            return
        self._writes = False
        with self._connected() as connection:
            yield connection

    def let_readers_read(self) -> None:
        """Switch SQLite to a write-ahead log, where readers and the writer do not wait for each other."""
        with explained(self.name), self._engine.connect() as connection:
            if connection.dialect.name == "sqlite" and connection.connection.dbapi_connection:
                with suppress(OperationalError):  # two at once: the other one does it
                    connection.connection.dbapi_connection.cursor().execute("PRAGMA journal_mode=WAL")

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with explained(self.name), self._engine.connect() as connection:
            if connection.dialect.name == "postgresql" and not self._writes:
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                connection.info.clear()  # what was noted while others could not write holds no longer
                self._open = connection
                try:
                    yield connection
                except BaseException:
                    self.remembered.clear()  # it may come from what is now rolled back
                    raise
                finally:
                    self._open = None

    def _begin_sqlite(self, connection: Connection) -> None:
        # IMMEDIATE takes the write lock at once: a reading that turns into a writing could not wait for it.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if self._writes else "BEGIN")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # Python's sqlite3 leaves transactions to us
    for pragma in (
        "foreign_keys=ON",
        "recursive_triggers=ON",  # so that INSERT OR REPLACE meets the triggers too
        "synchronous=FULL",
        f"busy_timeout={WAIT * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}")
