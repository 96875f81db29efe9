"""Perform one action: what each kind of it does. Loads everything that stages need; `advance` only then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from store.record import record_actions
from workflows.ask import Random, open_round
from workflows.choose import SheetWritten, write_sheet
from workflows.contacts import take_contacts
from workflows.due import Slot
from workflows.guards import launched_store
from workflows.mark import Marked, mark
from workflows.post import ACTOR, Desk, Posted
from workflows.process import Process
from workflows.produce import produce
from workflows.receive import receive
from workflows.remind import remind
from workflows.settle import settle
from workflows.submit import Compiled, compile_submission
from workflows.warn import warn
from workflows.workspace import Workspace
from workflows.write import write

if TYPE_CHECKING:
    from workflows.advance import Result


def perform(
    workspace: Workspace, process: Process, slot: Slot, *, at: datetime, random: Random
) -> Result | None:
    """Perform one action; None where another has done it meanwhile."""
    if slot.action.perform == "receive":
        return receive(workspace, at=at)
    with launched_store(workspace) as store:
        if slot.action.perform in {*LETTERS, "ask"}:
            take_contacts(workspace, store, at=at, actor=ACTOR)
        desk = Desk(workspace, process, store, at)
        if letters := LETTERS.get(slot.action.perform):
            posted = letters(desk, slot)
            record_actions(store, filter(None, [slot.key]), at=at, actor=ACTOR)  # a standing one has none
            return posted
        with store.transaction():  # others who advance wait here, and then find it done
            if slot.key and not record_actions(store, [slot.key], at=at, actor=ACTOR):
                return None
            result = STAGES[slot.action.perform](desk, slot, random)
            return result if slot.key or _is_news(result) else None


def _is_news(result: Result) -> bool:
    """Say whether what stands performed anything this time."""
    match result:
        case SheetWritten(again=True) | Marked(news=0):
            return False
    return True


LETTERS: dict[str, Callable[[Desk, Slot], tuple[Posted, ...]]] = {"remind": remind, "write": write}
"""What writes letters to many: each is recorded by itself, so that a kill loses none and repeats none."""


STAGES: dict[str, Callable[[Desk, Slot, Random], Result]] = {
    "ask": lambda desk, slot, random: open_round(desk, desk.process.round(slot.action.round), random=random),
    "reconcile": lambda desk, slot, _: settle(desk.workspace, at=desk.at, workshop=slot.action.workshop),
    "compile": lambda desk, _slot, _: _draft(desk),
    "sheet": lambda desk, slot, _: write_sheet(desk, slot.action),
    "mark": lambda desk, slot, _: mark(desk, slot.action),
    "produce": lambda desk, slot, _: produce(desk, slot.action),
    "warn": lambda desk, slot, _: warn(desk, slot),
}
"""What is one transaction with its own record."""


def _draft(desk: Desk) -> Compiled:
    language = desk.consultation.language
    return compile_submission(desk.workspace, at=desk.at, language=language, draft=True)
