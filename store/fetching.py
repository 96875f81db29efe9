"""Read what of a mailbox's messages is known already, wherever it came from."""

from collections.abc import Collection

from sqlalchemy import bindparam, text

from store.connection import Store


def came_before(store: Store, digests: Collection[str]) -> frozenset[str]:
    """Return those of some sha256 whose bytes were taken from a mailbox before, or lay in the inbox."""
    sql = text(
        "SELECT sha256 FROM file WHERE sha256 IN :digests"
        " UNION SELECT sha256 FROM fetched WHERE sha256 IN :digests"
    ).bindparams(bindparam("digests", expanding=True))
    with store.reading() as connection:
        return frozenset(connection.execute(sql, {"digests": sorted(digests)}).scalars())
