"""Open the database of a consultation: make it, bring it up to date, or say why that cannot be."""

import os
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from problems.store import (
    DatabaseAddress,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseUnreachable,
    ForeignDatabase,
    StoreUnavailable,
)
from store.connection import Store
from store.failures import explained

HEAD = "0001"
"""The newest revision in `migrations/versions`; a test keeps the two equal."""


def open_store(address: str | Path, *, create: bool) -> Store:
    """Open the database at a path or an address; only where `create` is true is a new one made.

    An older version of ours is migrated. Raises StoreUnavailable with the problem: missing, newer than we
    are, somebody else's, not a database, not reachable, not writable.
    """
    url, name = _url(address)
    if url.get_backend_name() == "sqlite":
        _prepare_file(url, name, create=create)
    with explained(name):
        store = Store(_engine(url), name)
    try:
        _bring_to_head(store, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _url(address: str | Path) -> tuple[URL, str]:
    """Return the address, and how it may be shown: a file's name, or a server's without the password."""
    if isinstance(address, Path) or "://" not in address:
        path = Path(address)
        return URL.create("sqlite", database=str(path)), path.name
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise StoreUnavailable(DatabaseAddress(name=address.partition("://")[0] + "://…")) from error
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in {"sqlite", "postgresql+psycopg"} or not url.database:
        raise StoreUnavailable(DatabaseAddress(name=url.render_as_string(hide_password=True)))
    return url, url.set(query={}).render_as_string(hide_password=True)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        return create_engine(url)
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})


def _prepare_file(url: URL, name: str, *, create: bool) -> None:
    """Make the file, for its owner alone; what SQLite puts beside it gets the same rights."""
    path = Path(str(url.database))
    try:
        if path.exists():
            return
        if not create:
            raise StoreUnavailable(DatabaseMissing(name=name))
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise StoreUnavailable(DatabaseUnreachable(name=name, why=why)) from error


def _version(connection: Connection, name: str) -> str | None:
    """Return the revision of a database of ours, None of an empty one."""
    tables = inspect(connection)
    if not tables.has_table("alembic_version"):
        if tables.get_table_names():
            raise StoreUnavailable(ForeignDatabase(name=name))
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if not (version and version.isdecimal() and tables.has_table("audit")):
        raise StoreUnavailable(ForeignDatabase(name=name))
    if version > HEAD:
        raise StoreUnavailable(DatabaseNewer(name=name, version=version, known=HEAD))
    return str(version)


def _bring_to_head(store: Store, *, create: bool) -> None:
    """Migrate in one transaction, if need be; whoever waited for its turn finds nothing left to do."""
    with store.reading() as connection:
        version = _version(connection, store.name)
    if version == HEAD:
        return
    if version is None and not create:
        raise StoreUnavailable(DatabaseMissing(name=store.name))

    from store.migrations import upgrade  # noqa: PLC0415  # alembic, only when there is something to migrate

    store.let_readers_read()
    with store.transaction() as connection:
        if _version(connection, store.name) != HEAD:
            upgrade(connection)
