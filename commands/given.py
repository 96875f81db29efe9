"""What every command is given: the folder, who is acting, the time."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]
At = Annotated[
    str, typer.Option("--at", help="An instant such as 2027-03-01T09:00 instead of now.", show_default=False)
]


@dataclass(frozen=True)
class Given:
    folder: Path
    acting: str  # the name of who gives the command; empty: the coordinator


def given(context: typer.Context) -> Given:
    found = context.obj
    if not isinstance(found, Given):
        raise TypeError("a command runs under `consult`")
    return found


def now() -> datetime:
    """Return the time, or in exercises the one that CONSULT_NOW says: in UTC where it names no zone."""
    said = os.environ.get("CONSULT_NOW", "")
    if not said:
        return datetime.now(UTC)
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        raise typer.BadParameter(f"CONSULT_NOW={said}: such as 2027-03-01T09:00") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
