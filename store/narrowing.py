"""Statements about some of many: those whose ids are in a list."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, CursorResult, TextClause, bindparam, text

Only = Collection[str] | None
"""The ids of the stakeholders that are meant; None: all of them."""


def several(sql: str, name: str) -> TextClause:
    """Return a statement whose parameter `name` is a list, as in `key IN :keys`."""
    return text(sql).bindparams(bindparam(name, expanding=True))


def narrowed(connection: Connection, sql: str, only: Only, **parameters: object) -> CursorResult[Any]:
    """Execute a statement that says `IN :only` where some stakeholders are meant."""
    if only is None:
        return connection.execute(text(sql), parameters)
    return connection.execute(several(sql, "only"), {**parameters, "only": list(only)})
