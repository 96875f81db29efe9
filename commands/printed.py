"""The questions of a body as a Word document."""

from typing import Annotated

import typer

from commands.given import given, now

app = typer.Typer()


@app.command(rich_help_panel="Ask and collect")
def form(
    context: typer.Context,
    body: Annotated[str, typer.Argument(metavar="BODY", help="A body, by name or id.")],
    *,
    round: Annotated[
        str, typer.Option("--round", help="A round of the process; else the main one.", show_default=False)
    ] = "",
) -> None:
    """Write a body's questions as a Word form into outbox/, with what it has answered in place."""
    from terminal.outcomes import next_step
    from terminal.session import stop, working
    from workflows.printed import print_form
    from workflows.process_read import read_process

    with working(given(context), "run") as (terminal, workspace):
        process, problems = read_process(workspace.consultation.process, workspace.folder.root)
        if process is None:
            stop(terminal, problems)
        printed = print_form(workspace, process, body, round=round, at=now())
        terminal.say("form-done", name=printed.name, count=printed.questions, answers=printed.answers)
        terminal.out.print(f"  {printed.path}")
        next_step(terminal, "form-next")
