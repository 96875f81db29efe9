"""What one advance did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from rich.text import Text

from languages import day_and_time
from terminal.console import Terminal
from terminal.intake import show_received
from terminal.outcomes import (
    compilation_as_json,
    next_step,
    settlement_as_json,
    show_compilation,
    show_settlement,
)

if TYPE_CHECKING:
    from workflows.advance import Advanced
    from workflows.workspace import Workspace


def show_advance(terminal: Terminal, workspace: Workspace, done: Advanced) -> None:
    if done.idle:
        local = done.at.astimezone(ZoneInfo(workspace.consultation.zone))
        terminal.say("advance-idle", when=day_and_time(terminal.language, local))
    if done.waiting_for_answers:
        terminal.say("advance-nobody")
    if done.received and done.received.files:
        show_received(terminal, done.received)
    if done.reminded:
        terminal.say("advance-reminded", count=len(done.reminded))
        for each in done.reminded:
            terminal.out.print(Text(f"  {each.path}"))
        next_step(terminal, "advance-next")
    if done.settled:
        show_settlement(terminal, done.settled, asked_to_read=False)
    if done.compiled:
        show_compilation(terminal, workspace, done.compiled)


def as_json(done: Advanced, language: str) -> dict[str, Any]:
    return {
        "at": done.at.isoformat(),
        "received": done.received.as_json(language) if done.received else None,
        "reminders": [{"stakeholder": each.stakeholder, "letter": each.path} for each in done.reminded],
        "settled": settlement_as_json(done.settled, language) if done.settled else None,
        "compiled": compilation_as_json(done.compiled) if done.compiled else None,
    }
