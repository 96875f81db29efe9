"""What one advance did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from languages import day_and_time
from terminal.console import Terminal

if TYPE_CHECKING:
    from workflows.advance import Advanced
    from workflows.process import Process
    from workflows.workspace import Workspace


def show_advance(terminal: Terminal, workspace: Workspace, process: Process, done: Advanced) -> None:
    """Print what each action did, under its title."""
    if done.idle:
        local = done.at.astimezone(ZoneInfo(workspace.consultation.zone))
        terminal.say("advance-idle", when=day_and_time(terminal.language, local))
    if done.waiting_for_answers:
        terminal.say("advance-nobody")
    if done.hushed:
        terminal.say("advance-hushed")
    if not done.idle:
        _steps(terminal, workspace, process, done)
    if workspace.consultation.sending is not None:
        _to_be_sent(terminal, workspace)


def _to_be_sent(terminal: Terminal, workspace: Workspace) -> None:
    from workflows.outbox import to_be_sent  # noqa: PLC0415  # only where a server sends

    if left := to_be_sent(workspace):
        terminal.blank()
        terminal.say("advance-to-send", count=left)


def _steps(terminal: Terminal, workspace: Workspace, process: Process, done: Advanced) -> None:
    from terminal.performed import show_step  # noqa: PLC0415  # a second to load, for what was done only

    for step in done.steps:
        if step.result is not None:
            show_step(terminal, workspace, process, step)


def as_json(done: Advanced, language: str) -> dict[str, Any]:
    from terminal.performed import told  # noqa: PLC0415

    return {
        "at": done.at.isoformat(),
        "steps": [
            {"action": step.slot.action.id, "due": step.slot.at.isoformat(), **told(step.result, language)}
            for step in done.steps
        ],
    }
