"""What every command is given: the folder, who is acting, the time."""

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
    return datetime.now(UTC)
