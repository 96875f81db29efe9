"""Ask, take in, see who owes what, settle."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from commands.given import AsJson, At, given, now

app = typer.Typer()
PANEL = "Ask and collect"


@app.command(rich_help_panel=PANEL)
def launch(context: typer.Context) -> None:
    """Ask everybody: one workbook and one letter each, in outbox/. Launching twice issues nothing twice."""
    from terminal.outcomes import show_launch
    from terminal.session import Exit, working
    from workflows.launch import launch as launch_consultation

    with working(given(context), "run") as (terminal, workspace):
        launched = launch_consultation(workspace, at=now(), actor=workspace.actor)
        show_launch(terminal, workspace, launched)
        raise typer.Exit(Exit.FINE if launched.at else Exit.PROBLEMS)


@app.command(rich_help_panel=PANEL)
def receive(
    context: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(help="Returned files; else all of inbox/.")] = None,
    *,
    dismiss: Annotated[
        Path | None, typer.Option(help="A file that waits for you, and that you are done with.")
    ] = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="Then decide, file by file, what waits for a person.")
    ] = False,
    whose: Annotated[
        str, typer.Option(help="Whose the one file named is, where it does not say: a body's id or name.")
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="Print every doubt, not the first of a kind.")] = False,
    json: AsJson = False,
) -> None:
    """Take returned workbooks in: every file's bytes are kept, every problem is named at its cell."""
    from terminal.intake import show_received
    from terminal.session import Exit, working
    from workflows.receive import receive as receive_files

    with working(given(context), "receive") as (terminal, workspace):
        if whose:
            if not files or len(files) != 1:
                raise typer.BadParameter(terminal.word("receive-whose-one"), param_hint="--whose")
            from workflows.undecided import said_of

            told = said_of(workspace, files[0].name, whose, at=now())
            show_received(terminal, told, whole=every)
            raise typer.Exit(Exit.PROBLEMS if told.wanting else Exit.FINE)
        if dismiss is not None:
            from workflows.dismiss import dismiss as dismiss_file

            new = dismiss_file(workspace, dismiss, at=now())
            terminal.say("receive-dismissed" if new else "receive-dismissed-before", name=dismiss.name)
            return
        received = receive_files(workspace, files or None, at=now())
        if json:
            terminal.json(received.as_json(terminal.language))
        else:
            show_received(terminal, received, whole=every, asking=ask)
        if ask and not json:
            from terminal.asking import ask_about_everything

            terminal.blank()
            prompt = partial(typer.prompt, default="", show_default=False)
            ask_about_everything(terminal, workspace, prompt, at=now())
            raise typer.Exit(Exit.FINE)
        raise typer.Exit(Exit.PROBLEMS if received.wanting else Exit.FINE)


@app.command(rich_help_panel=PANEL)
def status(
    context: typer.Context,
    at: At = "",
    *,
    round: Annotated[
        str, typer.Option("--round", help="A round of the process; else the last that was opened.")
    ] = "",
    every: Annotated[
        bool, typer.Option("--all", help="Show every body, every warning and every date.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Show who owes what, what comes next, and what may go wrong."""
    from terminal.session import instant, working
    from terminal.status import as_json, show_status
    from workflows.overview import overview

    with working(given(context), "read") as (terminal, workspace):
        when = instant(at, workspace.consultation.zone, terminal) if at else now()
        seen = overview(workspace, at=when, round=round)
        if json:
            terminal.json(as_json(seen))
        else:
            show_status(terminal, seen, whole=every)


@app.command(rich_help_panel=PANEL)
def reconcile(
    context: typer.Context,
    decisions: Annotated[Path | None, typer.Option(help="A filled decision workbook to read back.")] = None,
    *,
    workshop: Annotated[
        bool, typer.Option("--workshop", help="Write the decision workbook for a workshop: fewer names.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Merge what agrees; lay contradictions before a person in a decision workbook; read it back."""
    from problems import Severity
    from terminal.outcomes import settlement_as_json, show_settlement
    from terminal.session import Exit, working
    from workflows.settle import settle

    with working(given(context), "settle") as (terminal, workspace):
        settled = settle(workspace, at=now(), decisions=decisions, workshop=workshop)
        if json:
            terminal.json(settlement_as_json(settled, terminal.language))
        else:
            show_settlement(terminal, settled, asked_to_read=decisions is not None)
        wrong = any(problem.severity >= Severity.ERROR for problem in settled.problems)
        raise typer.Exit(Exit.PROBLEMS if wrong else Exit.FINE)
