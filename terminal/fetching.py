"""What came out of the mailbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terminal.console import Terminal

if TYPE_CHECKING:
    from workflows.fetch import Fetched


def show_fetched(terminal: Terminal, fetched: Fetched) -> None:
    """Print what was taken over, and what kept the rest there."""
    terminal.problems(fetched.problems)
    if fetched.laid:
        terminal.say("fetch-laid", count=len(fetched.laid))
    if fetched.known:
        terminal.say("fetch-known", count=fetched.known)
    if not (fetched.laid or fetched.known or fetched.problems):
        terminal.say("fetch-nothing")
