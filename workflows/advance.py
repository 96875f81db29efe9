"""Do everything that is due, once, here and now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from secrets import token_bytes
from typing import TYPE_CHECKING, Any, TypeVar

from store import query
from workflows.due import Slot, due, held_back
from workflows.guards import launched_store
from workflows.inbox import anything_waits
from workflows.process import Process
from workflows.reading import read_record
from workflows.workspace import Workspace

if TYPE_CHECKING:  # what stages yield; they are loaded when one of them is performed
    from workflows.ask import Opened, Random
    from workflows.choose import SheetWritten
    from workflows.mark import Marked
    from workflows.post import Posted
    from workflows.produce import Produced
    from workflows.receive import Received
    from workflows.settle import Settled
    from workflows.submit import Compiled
    from workflows.warn import Warned

    Result = (
        Opened
        | Received
        | tuple[Posted, ...]
        | Settled
        | Compiled
        | SheetWritten
        | Marked
        | Produced
        | Warned
    )
    """What a stage yields."""

R = TypeVar("R")

Run = Callable[[Slot, Callable[[], Any]], Any]
"""Runs the stage of an action: plainly, or as a Prefect task."""


@dataclass(frozen=True)
class Step:
    """One action that was performed; without a result where another had done it, or nothing was there."""

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
        from workflows.receive import Received

        return next(iter(self.results(Received)), None)

    @property
    def posted(self) -> tuple[Posted, ...]:
        return tuple(each for step in self.steps if isinstance(step.result, tuple) for each in step.result)

    @property
    def idle(self) -> bool:
        return all(step.result is None or step.result == () for step in self.steps)


def plainly(_slot: Slot, stage: Callable[[], Any]) -> Any:
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
        with launched_store(workspace) as store, store.reading():
            record = read_record(workspace, process, store)
            left = [
                slot
                for slot in due(process, record, at)
                if (slot.key or slot.action.id) not in tried and only in {"", slot.action.id}
            ]
            needs_answers = bool(left) and left[0].action.perform in {"reconcile", "compile"}
            answered = not needs_answers or bool(query.returned(store))
        if not left:
            return Advanced(at, tuple(steps), nobody, bool(held_back(process, record, at)))
        slot = left[0]
        tried.add(slot.key or slot.action.id)
        if not answered:
            nobody = True
        elif slot.action.perform == "receive" and not anything_waits(workspace):
            steps.append(Step(slot, None))
        else:
            steps.append(Step(slot, run(slot, stage(workspace, process, slot, at, random))))


def stage(
    workspace: Workspace, process: Process, slot: Slot, at: datetime, random: Random
) -> Callable[[], Any]:
    """Return what performs an action; only now everything that stages need is loaded."""
    from workflows.perform import perform

    return partial(perform, workspace, process, slot, at=at, random=random)
