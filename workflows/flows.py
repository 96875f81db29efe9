"""The same stages as Prefect flows: the only module that imports Prefect.

Nothing waits here for weeks: a flow run does what is due and ends; the store remembers. Telemetry is off.
"""

import os

os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")
# A server that starts on a busy laptop takes longer than Prefect's own patience of 20 seconds.
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_table_artifact
from prefect.tasks import exponential_backoff

from problems.stages import Refused
from store.open import open_store
from store.progress import progress
from workflows.advance import Advanced, advance
from workflows.process_read import read_process
from workflows.workspace import Workspace, open_workspace

RETRIES = 3


def as_task(name: str, stage: Callable[[], Any]) -> Any:
    """Run a stage as one Prefect task: retried with growing, jittered delays, except where it is refused."""
    return task(
        name=name,
        retries=RETRIES,
        retry_delay_seconds=exponential_backoff(backoff_factor=2),
        retry_jitter_factor=0.5,
        retry_condition_fn=_worth_retrying,
        persist_result=False,
    )(stage)()


def _worth_retrying(_task: Any, _run: Any, finished: Any) -> bool:
    return not isinstance(finished.result(raise_on_failure=False), Refused)


@flow(name="advance-consultation", persist_result=False)
def advance_consultation(folder: str, at: datetime | None = None) -> str:
    """Do what is due in the consultation at `folder`; leave one artifact with the progress."""
    logger = get_run_logger()
    workspace, problems = open_workspace(Path(folder))
    if workspace is None:
        raise ValueError("; ".join(problem.message() for problem in problems))
    process, problems = read_process(workspace.consultation.process, workspace.folder.root)
    if process is None:
        raise ValueError("; ".join(problem.message() for problem in problems))
    done = advance(workspace, process, at=at or datetime.now(UTC), run=as_task)
    show_progress(workspace)
    told = summary(done)
    logger.info(told)  # counts only: logs name nobody
    return told


def show_progress(workspace: Workspace) -> None:
    """Leave the progress as a table artifact: bodies by id, since Prefect's pages are not the record."""
    with open_store(workspace.database, create=False) as store:
        counted = progress(store)
    rows = [
        {
            "body": each.id,
            "asked": each.asked,
            "answered": each.answered,
            "version": each.version,
            "last return": each.last_return.isoformat() if each.last_return else "",
        }
        for each in counted.stakeholders
    ]
    create_table_artifact(
        key=f"progress-{workspace.consultation.state.lower()}",
        table=rows,
        description=f"{counted.returned} of {len(rows)} bodies have answered; "
        f"{counted.contradictory} contradictions; {counted.waiting} files need a person.",
    )


def summary(done: Advanced) -> str:
    """Say in numbers what was done: logs name nobody."""
    files = len(done.received.files) if done.received else 0
    parts = [f"{files} files received", f"{len(done.posted)} letters written"]
    parts += [step.slot.action.id for step in done.steps if not step.slot.action.standing]
    return ", ".join(parts)


def serve(folder: Path, *, every: timedelta) -> None:
    """Advance the consultation at `folder` now, and again and again until interrupted.

    Schedules need a running server: see `workflows.server`, which must be up before this module is imported,
    since Prefect reads its settings once.
    """
    advance_consultation(str(folder))
    advance_consultation.serve(
        name=folder.name,
        interval=every,
        parameters={"folder": str(folder)},
        tags=["consult"],
        pause_on_shutdown=False,
        print_starting_message=False,
    )
