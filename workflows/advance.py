"""Do everything that is due, once, here and now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from store import query
from store.record import record_actions
from workflows.due import Due, Record, due
from workflows.guards import launched_store
from workflows.process import Process
from workflows.receive import Received, receive
from workflows.remind import ACTOR, Reminded, owing, remind
from workflows.settle import Settled, settle
from workflows.submit import Compiled, compile_submission
from workflows.workspace import Workspace

Run = Callable[[str, Callable[[], Any]], Any]
"""Runs one stage under a name: plainly, or as a Prefect task."""


@dataclass(frozen=True)
class Advanced:
    """What was done; None or empty where nothing was due."""

    at: datetime
    received: Received | None = None
    reminded: tuple[Reminded, ...] = ()
    settled: Settled | None = None
    compiled: Compiled | None = None
    waiting_for_answers: bool = False  # a draft was due, but nobody has answered

    @property
    def idle(self) -> bool:
        came = self.received is not None and self.received.files
        return not (came or self.reminded or self.settled or self.compiled)


def plainly(_name: str, stage: Callable[[], Any]) -> Any:
    return stage()


def advance(workspace: Workspace, process: Process, *, at: datetime, run: Run = plainly) -> Advanced:
    """Perform what `due` says, in the process's order; what comes in first may end what somebody owes.

    A stage is recorded as performed after it is done, a reminder in one transaction with its letter: killed
    anywhere, advancing again does only what did not happen.
    """
    received: Received | None = None
    for each in _due(workspace, process, at, "receive"):
        received = run(each.action, lambda: receive(workspace, at=at))
    reminded: tuple[Reminded, ...] = ()
    dues = _due(workspace, process, at, "remind")
    if dues:
        reminded = run(dues[0].action, lambda: remind(workspace, dues, at=at))
    settled: Settled | None = None
    compiled: Compiled | None = None
    nobody = False
    for each in (*_due(workspace, process, at, "reconcile"), *_due(workspace, process, at, "compile")):
        if not _answered(workspace):
            nobody = True
            break
        if each.perform == "reconcile":
            settled = run(each.action, lambda: settle(workspace, at=at))
        else:
            compiled = run(each.action, lambda: _draft(workspace, at))
        _done(workspace, each, at)
    return Advanced(at, received, reminded, settled, compiled, nobody)


def read_record(workspace: Workspace) -> Record:
    """Return what the process needs to know of what has happened."""
    with launched_store(workspace) as store, store.reading():
        launched, cleared = query.launch(store), query.clearance(store)
        return Record(
            launched_at=launched.at if launched else None,
            deadline_at=workspace.consultation.deadline_at,
            zone=ZoneInfo(workspace.consultation.zone),
            owing=owing(store) if launched else (),
            performed=query.performed(store),
            cleared_at=cleared.at if cleared else None,
        )


def _due(workspace: Workspace, process: Process, at: datetime, perform: str) -> tuple[Due, ...]:
    return tuple(each for each in due(process, read_record(workspace), at) if each.perform == perform)


def _answered(workspace: Workspace) -> bool:
    with launched_store(workspace) as store:
        return bool(query.returns(store))


def _draft(workspace: Workspace, at: datetime) -> Compiled:
    return compile_submission(workspace, at=at, language=workspace.consultation.language, draft=True)


def _done(workspace: Workspace, each: Due, at: datetime) -> None:
    with launched_store(workspace) as store:
        record_actions(store, [each.key], at=at, actor=ACTOR)
