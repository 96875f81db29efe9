"""Consultations that go on by themselves: what the coordinator sees of it."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from datetime import datetime, timedelta

import typer

from terminal.console import Terminal
from terminal.outcomes import next_step
from terminal.session import Exit, stop
from workflows.guards import launched_store
from workflows.process import Process
from workflows.process_read import read_process
from workflows.server import server
from workflows.workspace import Workspace


def serve_here(terminal: Terminal, workspaces: Sequence[Workspace], *, minutes: int, at: datetime) -> None:
    """Run until told to stop, with a server and a worker of our own where none is configured."""
    consultations = ready(terminal, workspaces)
    home = workspaces[0].folder.root / ".prefect"
    shared = "PREFECT_API_URL" in os.environ
    terminal.say("serve-start", minutes=minutes, count=len(workspaces))
    with server(home) as address:
        from workflows.flows_serve import serve  # noqa: PLC0415  # Prefect reads its settings once

        terminal.say("serve-page", address=address.removesuffix("/api"))
        terminal.say("serve-how-to-stop")
        pool = f"consult-{socket.gethostname()}" if shared else "consult"
        every = timedelta(minutes=minutes)
        serve(consultations, pool=pool, home=home, at=at, every=every, say=terminal.say)
    terminal.say("serve-stop")
    next_step(terminal, "serve-next")


def enrol_in_pool(
    terminal: Terminal, workspaces: Sequence[Workspace], *, pool: str, minutes: int, at: datetime
) -> None:
    """Make the deployments in a work pool of a server that others run, and end."""
    if "PREFECT_API_URL" not in os.environ:
        terminal.err.print(terminal.word("serve-no-server"))
        raise typer.Exit(Exit.USAGE)
    consultations = ready(terminal, workspaces)
    from workflows.flows_serve import enrol  # noqa: PLC0415  # Prefect takes a second to load

    ids = enrol(consultations, pool=pool, at=at, every=timedelta(minutes=minutes))
    terminal.say("serve-enrolled", count=len(workspaces), deployments=len(ids), pool=pool)
    next_step(terminal, "serve-next-worker", pool=pool)


def ready(terminal: Terminal, workspaces: Sequence[Workspace]) -> list[tuple[Workspace, Process]]:
    """Read the process of each consultation; refuse where nobody has been asked yet."""
    found = []
    for workspace in workspaces:
        process, problems = read_process(workspace.consultation.process, workspace.folder.root)
        if process is None:
            stop(terminal, problems)
        with launched_store(workspace):
            found.append((workspace, process))
    return found
