"""What each action did; loads what stages yield, so it is loaded when there is something to show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from terminal.console import Terminal
from terminal.intake import show_received
from terminal.outcomes import (
    compilation_as_json,
    next_step,
    settlement_as_json,
    show_compilation,
    show_settlement,
)
from workflows.ask import Opened
from workflows.choose import SheetWritten
from workflows.mark import Marked
from workflows.produce import Produced
from workflows.receive import Received
from workflows.settle import Settled
from workflows.submit import Compiled
from workflows.warn import Warned

if TYPE_CHECKING:
    from workflows.advance import Step
    from workflows.process import Process
    from workflows.workspace import Workspace

SHOWN = 12
"""Paths that are listed at most: the others lie beside them."""


def show_step(  # noqa: C901  # a case for each kind of result
    terminal: Terminal, workspace: Workspace, process: Process, step: Step
) -> None:
    title = process.say(terminal.language, "actions", step.slot.action.id)
    match step.result:
        case Received(files=()) | ():
            return
        case Received() as received:
            show_received(terminal, received)
        case Settled() as settled:
            show_settlement(terminal, settled, asked_to_read=False)
        case Compiled() as compiled:
            show_compilation(terminal, workspace, compiled)
        case Opened(letters=letters):
            _letters(terminal, title, [each.path for each in letters])
        case tuple() as posted:
            _letters(terminal, title, [each.path for each in posted])
        case SheetWritten() as sheet:
            terminal.say("advance-sheet", title=title, count=sheet.subjects, path=sheet.path)
            next_step(terminal, "advance-next-sheet", path=sheet.path)
        case Marked() as marked:
            terminal.say("advance-marked", title=title, passed=marked.passed, failed=marked.failed)
        case Produced() as produced:
            _letters(terminal, title, produced.paths, message="advance-produced")
            _trained(terminal, produced)
            terminal.problems(produced.problems, to_error=False)
        case Warned(path=path):
            terminal.say("advance-warned", title=title, path=path)


def _trained(terminal: Terminal, produced: Produced) -> None:
    if produced.trained:
        terminal.say("advance-trained", count=len(produced.trained))
    if produced.unregistered:
        terminal.say("advance-unregistered", bodies=", ".join(produced.unregistered))


def _letters(terminal: Terminal, title: str, paths: Sequence[str], message: str = "advance-posted") -> None:
    terminal.say(message, title=title, count=len(paths))
    for path in paths[:SHOWN]:
        terminal.out.print(Text(f"  {path}"))
    if len(paths) > SHOWN:
        terminal.say("advance-more", count=len(paths) - SHOWN)
    if message == "advance-posted" and paths:
        next_step(terminal, "advance-next")


def told(result: object, language: str) -> dict[str, Any]:  # noqa: PLR0911
    match result:
        case Received():
            return {"received": result.as_json(language)}
        case Settled():
            return {"settled": settlement_as_json(result, language)}
        case Compiled():
            return {"compiled": compilation_as_json(result)}
        case Opened(letters=letters):
            return {
                "letters": [{"stakeholder": each.stakeholder.id, "letter": each.path} for each in letters]
            }
        case tuple():
            return {"letters": [{"stakeholder": each.stakeholder, "letter": each.path} for each in result]}
        case Produced():
            return {**vars(result), "problems": [each.as_json(language) for each in result.problems]}
        case None:
            return {}
    return {name: value for name, value in vars(result).items() if name != "action"}
