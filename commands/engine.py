"""Let the process run: what is due, here or as a service."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from commands.given import AsJson, At, given, now

app = typer.Typer()
PANEL = "Let it run"


@app.command(rich_help_panel=PANEL)
def advance(context: typer.Context, at: At = "", *, json: AsJson = False) -> None:
    """Do what is due now: take the inbox in, write reminders, reconcile, compile a draft."""
    from terminal.advance import as_json, show_advance
    from terminal.session import instant, stop, working
    from workflows.advance import advance as advance_consultation
    from workflows.process_read import read_process

    with working(given(context), "run") as (terminal, workspace):
        when = instant(at, workspace.consultation.zone, terminal) if at else now()
        process, problems = read_process(workspace.consultation.process, workspace.folder.root)
        if process is None:
            stop(terminal, problems)
        done = advance_consultation(workspace, process, at=when)
        if json:
            terminal.json(as_json(done, terminal.language))
        else:
            show_advance(terminal, workspace, process, done)


@app.command(rich_help_panel=PANEL)
def plan(
    context: typer.Context,
    at: At = "",
    *,
    ics: Annotated[Path | None, typer.Option(help="Write the dates to this calendar file, too.")] = None,
    json: AsJson = False,
) -> None:
    """Show the whole timeline: what is done when, who gets what and why; and what would be done now."""
    from terminal.plan import show_plan
    from terminal.session import instant, stop, working
    from workflows.plan import agenda
    from workflows.plan import plan as plan_consultation
    from workflows.process_read import read_process

    with working(given(context), "read") as (terminal, workspace):
        when = instant(at, workspace.consultation.zone, terminal) if at else now()
        process, problems = read_process(workspace.consultation.process, workspace.folder.root)
        if process is None:
            stop(terminal, problems)
        told = plan_consultation(workspace, process, at=when, language=terminal.language)
        if ics is not None:
            count = agenda(told, ics, workspace, at=when)
        if json:
            terminal.json(told.as_json())
            return
        show_plan(terminal, told, when.astimezone(workspace.consultation.deadline_at.tzinfo))
        if ics is not None:
            terminal.say("plan-ics", count=count, path=str(ics))


@app.command(rich_help_panel=PANEL)
def serve(
    context: typer.Context,
    folders: Annotated[
        list[Path] | None, typer.Argument(help="Consultation folders; else the one you are in.")
    ] = None,
    *,
    every: Annotated[int, typer.Option(help="Minutes between two rounds.", min=1)] = 15,
    pool: Annotated[
        str, typer.Option(help="Only enrol in this work pool: workers elsewhere do the rest (docs/scale.md).")
    ] = "",
) -> None:
    """Let consultations go on by themselves, as Prefect flows, until interrupted."""
    from contextlib import ExitStack

    from terminal.serving import enrol_in_pool, serve_here
    from terminal.session import working

    acting = given(context)
    with ExitStack() as opened:
        found = [
            opened.enter_context(working(replace(acting, folder=folder), "run"))
            for folder in folders or [acting.folder]
        ]
        terminal, workspaces = found[0][0], [workspace for _, workspace in found]
        if pool:
            enrol_in_pool(terminal, workspaces, pool=pool, minutes=every, at=now())
        else:
            serve_here(terminal, workspaces, minutes=every, at=now())
