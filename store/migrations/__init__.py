"""The database's versions, from the empty one on: numbered, one file each, never changed once released."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

_HERE = str(Path(__file__).parent)


def config(connection: Connection) -> Config:
    """Return alembic's configuration, without an alembic.ini, for one open connection."""
    settings = Config()
    settings.set_main_option("script_location", _HERE.replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings


def upgrade(connection: Connection) -> None:
    """Bring the database to the newest version, within the transaction of `connection`."""
    command.upgrade(config(connection), "head")
