"""The same stages as Prefect flows. Only modules named `flows…` import Prefect.

Nothing waits here for weeks: a flow run does what is due and ends; the store remembers. Telemetry is off.
"""

import os

os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")
# A server that starts on a busy laptop takes longer than Prefect's own patience of 20 seconds.
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from prefect import flow, get_run_logger, runtime, task
from prefect.cache_policies import NO_CACHE
from prefect.concurrency.sync import concurrency
from prefect.tasks import exponential_backoff

from languages import say
from problems.stages import Refused
from workflows.advance import Advanced, advance
from workflows.due import Slot, due
from workflows.flows_alarm import alarm
from workflows.flows_artifacts import leave_artifacts
from workflows.flows_limits import LEASE, MAIL, one_at_a_time
from workflows.flows_sending import send_what_waits
from workflows.flows_timetable import bring_up_to_date
from workflows.guards import launched_store
from workflows.process import MAILS, Process
from workflows.process_read import read_process
from workflows.reading import read_record
from workflows.timetable import run_name
from workflows.workspace import Workspace, open_workspace

RETRIES = 3


def named() -> str:
    """Name a run by when it was to be and what it does, so that a list of runs reads as a diary."""
    given = runtime.flow_run.parameters
    workspace, _ = open_workspace(Path(given["consultation"]))
    zone = ZoneInfo(workspace.consultation.zone) if workspace else None
    at = given.get("at") or runtime.flow_run.scheduled_start_time or datetime.now(UTC)
    return run_name(runtime.deployment.name or given.get("action") or "round", at, zone)


@flow(
    name="consult-action",
    flow_run_name=named,
    persist_result=True,
    result_serializer="json",
    on_failure=[alarm],
    on_crashed=[alarm],
)
def perform_action(consultation: str, action: str, at: datetime | None = None) -> str:
    """Do one action of the process, if it is due.

    Args:
        consultation: The consultation's folder.
        action: The action of its process.yaml.
        at: As if it were this time; else now.
    """
    workspace, process = opened(consultation)
    with one_at_a_time(workspace):
        when = at or datetime.now(UTC)
        done = advance(workspace, process, at=when, run=as_task(process, workspace), only=action)
        sent = send_what_waits(workspace, at=when)
        leave_artifacts(workspace, at=when)
    mails = process.action(action).perform in MAILS
    return told(workspace, process, [done], sent, mails=mails)


@flow(
    name="consult-round",
    flow_run_name=named,
    persist_result=True,
    result_serializer="json",
    on_failure=[alarm],
    on_crashed=[alarm],
)
def make_a_round(
    consultation: str, minutes: int = 15, everything: bool = False, at: datetime | None = None
) -> str:
    """Do what is overdue, bring the dates of everything else up to date, renew the tables.

    What has only just come due is left to its own deployment.

    Args:
        consultation: The consultation's folder.
        minutes: How long it is from one round to the next.
        everything: Do all that is due now, not only what is a round late.
        at: As if it were this time; else now.
    """
    workspace, process = opened(consultation)
    every = timedelta(minutes=minutes)
    with one_at_a_time(workspace):
        when = at or datetime.now(UTC)
        done = list(overdue(workspace, process, when, timedelta(0) if everything else every))
        sent = send_what_waits(workspace, at=when)
        leave_artifacts(workspace, at=when)
        if runtime.deployment.id:
            bring_up_to_date(workspace, process, at=when, every=every)
    return told(workspace, process, done, sent)


def overdue(workspace: Workspace, process: Process, at: datetime, every: timedelta) -> Iterator[Advanced]:
    """Do action by action what should have been done a round ago; with no time between rounds, everything."""
    tried: set[str] = set()
    while True:
        with launched_store(workspace) as store:
            slots = due(process, read_record(workspace, process, store), at)
        late = [
            slot.action.id
            for slot in slots
            if slot.action.id not in tried and (slot.at <= at - every if slot.key else not every)
        ]
        if not late:
            return
        tried.add(late[0])
        yield advance(workspace, process, at=at, run=as_task(process, workspace), only=late[0])


def opened(folder: str) -> tuple[Workspace, Process]:
    """Open the consultation in a folder; raise what is wrong with its files, as a refusal."""
    workspace, problems = open_workspace(Path(folder))
    if workspace is None:
        raise Refused(problems[0])
    process, problems = read_process(workspace.consultation.process, workspace.folder.root)
    if process is None:
        raise Refused(problems[0])
    return workspace, process


def as_task(process: Process, workspace: Workspace) -> Callable[[Slot, Callable[[], Any]], Any]:
    """Run each stage as one task: retried with growing, jittered delays, except where it is refused."""
    language = workspace.consultation.language

    def run(slot: Slot, stage: Callable[[], Any]) -> Any:
        name = process.say(language, "actions", slot.action.id)
        mails = slot.action.perform in MAILS

        @task(
            name=slot.action.perform,
            task_run_name=name.replace("{", "(").replace("}", ")"),
            description=name,
            retries=RETRIES,
            retry_delay_seconds=exponential_backoff(backoff_factor=2),
            retry_jitter_factor=0.5,
            retry_condition_fn=_worth_retrying,
            cache_policy=NO_CACHE,
            persist_result=False,
        )
        def performed() -> Any:
            with _mail() if mails else nullcontext():
                return stage()

        return performed()

    return run


@contextmanager
def _mail() -> Iterator[None]:
    """Wait for the turn to write letters: so many at once over all consultations and workers."""
    with concurrency(MAIL, occupy=1, lease_duration=LEASE, strict=True):
        yield


def _worth_retrying(_task: Any, _run: Any, finished: Any) -> bool:
    return not isinstance(finished.result(raise_on_failure=False), Refused)


def told(
    workspace: Workspace,
    process: Process,
    done: list[Advanced],
    sent: tuple[str, ...] = (),
    *,
    mails: bool = False,
) -> str:
    """Say in a line what was done, in numbers: logs and pages name nobody."""
    language = workspace.consultation.language
    parts = [_step(step, process, language) for each in done for step in each.steps if step.result]
    parts += sent
    if any(each.waiting_for_answers for each in done):
        parts.append(say(language, "engine", "did-waiting"))
    if any(each.hushed for each in done) and mails:
        parts.append(say(language, "engine", "did-hushed"))
    line = " · ".join(parts) or say(language, "engine", "did-nothing")
    get_run_logger().info(line)
    return line


def _step(step: Any, process: Process, language: str) -> str:
    title = process.say(language, "actions", step.slot.action.id)
    files = getattr(step.result, "files", None)  # of what was taken in, with letters back
    if files is not None:
        return say(language, "engine", "did-files", title=title, count=len(files))
    letters = step.result if isinstance(step.result, tuple) else getattr(step.result, "letters", None)
    if letters is not None:
        return say(language, "engine", "did-letters", title=title, count=len(letters))
    return say(language, "engine", "did", title=title)
