"""What a change on the way did, and what has happened so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.text import Text

from languages import day_and_time
from terminal.console import Terminal
from terminal.outcomes import next_step
from terminal.tables import quiet

if TYPE_CHECKING:
    from workflows.changes.history import Told
    from workflows.changes.scene import Change, Said

SHOWN = 12
"""Letters that are listed at most: the others lie beside them."""


def show_change(terminal: Terminal, change: Change) -> None:
    """Print what was done, the letters that wait to be sent, and what to do next."""
    for said in change.says:
        terminal.say(said.message, **_shown(terminal, said))
    if change.letters:
        terminal.say("changes-letters", count=len(change.letters))
        for letter in change.letters[:SHOWN]:
            terminal.out.print(Text(f"  {letter.path}"))
        if len(change.letters) > SHOWN:
            terminal.say("changes-more", count=len(change.letters) - SHOWN)
    next_step(terminal, change.next.message, **_shown(terminal, change.next))


def show_history(terminal: Terminal, told: Sequence[Told]) -> None:
    """Print what has happened, the earliest first."""
    if not told:
        terminal.say("changes-nothing")
    else:
        table = quiet(*map(terminal.word, ("changes-when", "changes-what", "changes-who")), whole=[0])
        for each in told:
            why = "\n" + terminal.word("changes-why", why=each.why) if each.why else ""
            table.add_row(f"{each.at:%Y-%m-%d %H:%M}", Text(each.what + why), each.by)
        terminal.out.print(table)
    next_step(terminal, "changes-next-status")


def _shown(terminal: Terminal, said: Said) -> dict[str, Any]:
    return {
        name: day_and_time(terminal.language, value) if isinstance(value, datetime) else value
        for name, value in said.parameters.items()
    }
