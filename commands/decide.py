"""Meet, choose, admit: what people do themselves is told to the record."""

from pathlib import Path
from typing import Annotated

import typer

from commands.given import AsJson, given, now

app = typer.Typer()
PANEL = "Meet and decide"


@app.command(rich_help_panel=PANEL)
def decide(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A filled choice sheet from exports/, under any name.")],
    *,
    json: AsJson = False,
) -> None:
    """Read a filled choice sheet: who is chosen, what comes first. A mind changed later counts, too."""
    from terminal.decide import decision_as_json, failed, process_of, show_decision
    from terminal.session import Exit, working
    from workflows.choose import decide as take

    with working(given(context), "settle") as (terminal, workspace):
        process = process_of(terminal, workspace)
        decided = take(workspace, process, file, at=now(), actor=workspace.actor)
        if json:
            terminal.json(decision_as_json(decided, terminal.language))
        else:
            show_decision(terminal, process, decided)
        raise typer.Exit(Exit.PROBLEMS if failed(decided.problems) else Exit.FINE)


@app.command(rich_help_panel=PANEL)
def done(
    context: typer.Context,
    action: Annotated[
        str, typer.Argument(help="What was done; without it: what waits for people.", show_default=False)
    ] = "",
    *,
    on: Annotated[
        str, typer.Option(help="The day, such as 2027-05-12; else today.", show_default=False)
    ] = "",
    note: Annotated[str, typer.Option(help="What is to be remembered of it.", show_default=False)] = "",
    attended: Annotated[
        str,
        typer.Option(help="Who was there: ids or names, or a spreadsheet with them.", show_default=False),
    ] = "",
    json: AsJson = False,
) -> None:
    """Say that people did something, such as a meeting, and who was there."""
    from terminal.decide import (
        failed,
        held_as_json,
        process_of,
        show_held,
        show_waiting,
        the_day,
        waiting_as_json,
    )
    from terminal.session import Exit, working
    from workflows.hold import held, waiting

    with working(given(context), "run") as (terminal, workspace):
        process = process_of(terminal, workspace)
        if not action:
            left = waiting(workspace, process, at=now())
            if json:
                terminal.json(waiting_as_json(left))
            else:
                show_waiting(terminal, workspace, process, left)
            return
        found = held(
            workspace,
            process,
            action,
            day=the_day(on, workspace, now()),
            note=note,
            attended=attended,
            at=now(),
            actor=workspace.actor,
        )
        if json:
            terminal.json(held_as_json(found, terminal.language))
        else:
            show_held(terminal, process, found)
        raise typer.Exit(Exit.PROBLEMS if failed(found.problems) else Exit.FINE)


@app.command(rich_help_panel=PANEL)
def admit(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="An open form that came back filled in.")],
    *,
    as_body: Annotated[
        str, typer.Option("--as-body", help="The id of the body that it is from.", show_default=False)
    ] = "",
    json: AsJson = False,
) -> None:
    """Take in an application from whom nobody has invited: into the registry, and as its answers."""
    from terminal.decide import admission_as_json, failed, process_of, show_admission
    from terminal.session import Exit, working
    from workflows.admit import admit as take

    with working(given(context), "run") as (terminal, workspace):
        process = process_of(terminal, workspace)
        found = take(workspace, process, file, as_body=as_body, at=now(), actor=workspace.actor)
        if json:
            terminal.json(admission_as_json(found, terminal.language))
        else:
            show_admission(terminal, found)
        raise typer.Exit(Exit.PROBLEMS if failed(found.problems) else Exit.FINE)
