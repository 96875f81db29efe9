"""What a database driver complains about, as problems that a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from problems import Problem
from problems.store import (
    DatabaseAddress,
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DiskFull,
    NotADatabase,
    StoreUnavailable,
)

_SQLITE = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_BUSY": DatabaseLocked,
    "SQLITE_LOCKED": DatabaseLocked,
    "SQLITE_READONLY": DatabaseReadOnly,
    "SQLITE_PERM": DatabaseReadOnly,
    "SQLITE_CORRUPT": DatabaseDamaged,
    "SQLITE_NOTADB": NotADatabase,
}
_POSTGRES = {
    "53100": DiskFull,
    "55P03": DatabaseLocked,
    "40P01": DatabaseLocked,
    "25006": DatabaseReadOnly,
    "42501": DatabaseReadOnly,
    "XX001": DatabaseDamaged,
    "XX002": DatabaseDamaged,
}


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn what the driver says about the database `name` into StoreUnavailable; our mistakes pass."""
    try:
        yield
    except DBAPIError as error:
        if problem := _problem(name, error):
            raise StoreUnavailable(problem) from error
        raise
    except NoSuchModuleError as error:
        raise StoreUnavailable(DatabaseAddress(name=name)) from error


def _problem(name: str, error: DBAPIError) -> Problem | None:
    cause = error.orig
    if "decode to UTF-8" in str(cause):
        return DatabaseDamaged(name=name)
    sqlite = str(getattr(cause, "sqlite_errorname", "")).split("_")
    kind = _SQLITE.get("_".join(sqlite[:2])) or _POSTGRES.get(str(getattr(cause, "sqlstate", "")))
    if kind:
        return kind(name=name)
    first_line = (str(cause).strip() or type(cause).__name__).splitlines()[0]
    if "_".join(sqlite[:2]) in {"SQLITE_CANTOPEN", "SQLITE_IOERR"} or _connection_lost(error):
        return DatabaseUnreachable(name=name, why=first_line)
    return None


def _connection_lost(error: DBAPIError) -> bool:
    """Say whether PostgreSQL could not be reached, refused us or went away (by its classes of errors)."""
    if type(error.orig).__module__.partition(".")[0] != "psycopg":
        return False
    state = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or (
        type(error.orig).__name__ in {"OperationalError", "ConnectionTimeout"}
        if state is None
        else state[:2] in {"08", "28", "3D", "53", "57", "58"}
    )
