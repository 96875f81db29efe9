"""Do everything that is due, once, here and now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from secrets import token_bytes
from typing import Any, TypeVar

from store import query
from store.record import record_actions
from workflows.ask import Opened, Random, open_round
from workflows.choose import SheetWritten, write_sheet
from workflows.due import Slot, due, hushed
from workflows.guards import launched_store
from workflows.mark import Marked, mark
from workflows.post import ACTOR, Desk, Posted
from workflows.process import Process
from workflows.produce import Produced, produce
from workflows.reading import read_record
from workflows.receive import Received, receive
from workflows.remind import remind
from workflows.settle import Settled, settle
from workflows.submit import Compiled, compile_submission
from workflows.warn import Warned, warn
from workflows.workspace import Workspace
from workflows.write import write

R = TypeVar("R")

Run = Callable[[str, Callable[[], Any]], Any]
"""Runs one stage under a name: plainly, or as a Prefect task."""

Result = (
    Opened | Received | tuple[Posted, ...] | Settled | Compiled | SheetWritten | Marked | Produced | Warned
)
"""What a stage yields."""


@dataclass(frozen=True)
class Step:
    """One action that was performed; without a result where another had done it, or nobody has answered."""

    slot: Slot
    result: Result | None


@dataclass(frozen=True)
class Advanced:
    """What was done, in order."""

    at: datetime
    steps: tuple[Step, ...] = ()
    waiting_for_answers: bool = False  # something was due that needs answers, but nobody has answered
    hushed: bool = False  # letters wait for the end of the quiet hours

    def results(self, kind: type[R]) -> tuple[R, ...]:
        """Return what the stages of a kind yielded."""
        return tuple(step.result for step in self.steps if isinstance(step.result, kind))

    @property
    def received(self) -> Received | None:
        return next(iter(self.results(Received)), None)

    @property
    def posted(self) -> tuple[Posted, ...]:
        return tuple(each for step in self.steps if isinstance(step.result, tuple) for each in step.result)

    @property
    def idle(self) -> bool:
        return all(
            step.result in {None, ()} or (isinstance(step.result, Received) and not step.result.files)
            for step in self.steps
        )


def plainly(_name: str, stage: Callable[[], Any]) -> Any:
    return stage()


def advance(
    workspace: Workspace,
    process: Process,
    *,
    at: datetime,
    run: Run = plainly,
    only: str = "",
    random: Random = token_bytes,
) -> Advanced:
    """Perform what `due` says, in the process's order, until nothing more is; `only` one action if named.

    What was done may make something else due, or not due any more, so that is asked again after each. A
    letter is recorded in one transaction with its action, any other stage together with its own: killed
    anywhere, advancing again does only what did not happen, and of several who advance at once one does it.
    """
    steps: list[Step] = []
    tried: set[str] = set()
    nobody = False
    while True:
        with launched_store(workspace) as store:
            record = read_record(workspace, process, store)
            answered = bool(query.returned(store))
        left = [
            slot
            for slot in due(process, record, at)
            if (slot.key or slot.action.id) not in tried and only in {"", slot.action.id}
        ]
        if not left:
            return Advanced(at, tuple(steps), nobody, hushed(process, record, at))
        slot = left[0]
        tried.add(slot.key or slot.action.id)
        if slot.action.perform in {"reconcile", "compile"} and not answered:
            nobody = True
            continue
        stage = partial(perform, workspace, process, slot, at=at, random=random)
        result = run(slot.action.id, stage)
        steps.append(Step(slot, result))


def perform(
    workspace: Workspace, process: Process, slot: Slot, *, at: datetime, random: Random
) -> Result | None:
    """Perform one action; None where another has done it meanwhile."""
    if slot.action.perform == "receive":
        return receive(workspace, at=at)
    with launched_store(workspace) as store:
        desk = Desk(workspace, process, store, at)
        if letters := LETTERS.get(slot.action.perform):
            posted = letters(desk, slot)
            record_actions(store, [slot.key], at=at, actor=ACTOR)
            return posted
        with store.transaction():  # others who advance wait here, and then find it done
            if not record_actions(store, [slot.key], at=at, actor=ACTOR):
                return None
            return STAGES[slot.action.perform](desk, slot, random)


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
