"""From the ids that people see to the numbers in the tables; they never change, so they are remembered."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from questionnaires.model import AnswerType
from store.connection import Store


class ItemNumber(NamedTuple):
    id: int
    type: AnswerType


def item_numbers(store: Store) -> dict[str, ItemNumber]:
    """Return the numbers and types of all items; empty before the launch."""
    found: dict[str, ItemNumber] | None = store.remembered.get("item")
    if not found:
        with store.reading() as connection:
            rows = connection.execute(text("SELECT key, id, type FROM item"))
            found = {row.key: ItemNumber(row.id, AnswerType(row.type)) for row in rows}
        store.remembered["item"] = found
    return found


def stakeholder_numbers(store: Store) -> dict[str, int]:
    """Return the numbers of all stakeholders that take part."""
    found: dict[str, int] | None = store.remembered.get("stakeholder")
    if not found:
        with store.reading() as connection:
            found = {row.key: row.id for row in connection.execute(text("SELECT key, id FROM stakeholder"))}
        store.remembered["stakeholder"] = found
    return found


def stakeholder_number(store: Store, key: str) -> int:
    """Return a stakeholder's number; KeyError for one that does not take part."""
    return stakeholder_numbers(store)[key]


def exists(connection: Connection, sql: str, **parameters: object) -> bool:
    return connection.execute(text(sql), parameters).first() is not None
