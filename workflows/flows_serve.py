"""Consultations that go on by themselves: deployments in a work pool, and a worker that runs them here."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.exceptions import ObjectAlreadyExists, ObjectNotFound

from workflows.flows_timetable import pause, register, running, start_rounds
from workflows.flows_watch import make_watch
from workflows.process import Process
from workflows.workspace import Workspace

PATIENCE = 300
"""Seconds that a stage may take to end when it is asked to stop."""

AT_ONCE = 2
"""Runs that a worker does at the same time."""

Say = Callable[..., None]
"""Says a message of `terminal`, such as `serve-stopping`."""

Consultations = Sequence[tuple[Workspace, Process]]


def enrol(consultations: Consultations, *, pool: str, at: datetime, every: timedelta) -> list[UUID]:
    """Make the deployments of consultations in a work pool, which is made if it is not there."""
    make_pool(pool)
    with get_client(sync_client=True) as client:
        make_watch(client)
    return [
        each
        for workspace, process in consultations
        for each in register(workspace, process, pool=pool, at=at, every=every)
    ]


def serve(
    consultations: Consultations, *, pool: str, home: Path, at: datetime, every: timedelta, say: Say
) -> None:
    """Keep consultations going until a signal says stop; then finish what is running, and pause the rest."""
    stop = threading.Event()
    make_pool(pool)
    with _told_to_stop(stop), _worker(pool, home) as worker:
        ids = enrol(consultations, pool=pool, at=at, every=every)
        try:
            start_rounds(ids)
            while not stop.wait(1):
                if worker.poll() is not None:
                    raise OSError(0, "the Prefect worker has ended", str(home / "worker.log"))
        finally:
            pause(ids)
            if left := running(ids):
                say("serve-stopping", count=len(left))
            _wait(lambda: not running(ids) or worker.poll() is not None)


@contextmanager
def _told_to_stop(stop: threading.Event) -> Iterator[None]:
    """Take SIGINT and SIGTERM as the wish to stop, while inside."""

    def told(*_: Any) -> None:
        stop.set()

    before = {each: signal.signal(each, told) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@contextmanager
def _worker(pool: str, home: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a worker of the pool, in a session of its own: an interrupt does not reach what it runs."""
    command = [sys.executable, "-m", "prefect", "worker", "start", "--type", "process", "--pool", pool]
    with (home / "worker.log").open("a", encoding="utf-8") as log:
        running = subprocess.Popen(
            [*command, "--limit", str(AT_ONCE), "--name", f"consult {socket.gethostname()} {os.getpid()}"],
            stdout=log,
            stderr=subprocess.STDOUT,
            env={"PREFECT_WORKER_QUERY_SECONDS": "5", **os.environ},
            start_new_session=True,
        )
    try:
        yield running
    finally:
        running.terminate()
        try:
            running.wait(timeout=30)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def make_pool(name: str) -> None:
    """Make a work pool whose workers start processes, unless it is there."""
    from prefect.workers.process import ProcessWorker

    with get_client(sync_client=True) as client:
        try:
            client.read_work_pool(name)
        except ObjectNotFound:
            template = ProcessWorker.get_default_base_job_template()
            wanted = WorkPoolCreate(name=name, type="process", base_job_template=template)
            try:
                client.create_work_pool(wanted)
            except ObjectAlreadyExists:  # another has made it meanwhile
                return


def _wait(met: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not met() and time.monotonic() < until:
        time.sleep(0.5)
