"""One body's returns: every version, what changed from one to another, and the file as it came."""

from pathlib import Path
from typing import Annotated

import typer

from commands.given import AsJson, given

app = typer.Typer()


@app.command(rich_help_panel="Ask and collect")
def history(
    context: typer.Context,
    body: Annotated[str, typer.Argument(metavar="BODY", help="A body, by name or id.")],
    *,
    round: Annotated[
        str, typer.Option("--round", help="A round of the process; else the last that asked this body.")
    ] = "",
    between: Annotated[
        tuple[int, int] | None,
        typer.Option("--between", metavar="OLDER NEWER", help="Two versions; else the last two."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every letter, every change, whole texts.")] = False,
    file: Annotated[
        str, typer.Option("--file", help="A version, or how a digest begins: the file as it came.")
    ] = "",
    to: Annotated[
        Path | None, typer.Option("--to", help="Where the copy of that file goes: a name that is free.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Show every return of a body, which came late, and what changed from one to the next."""
    from terminal.session import working
    from terminal.versions import body_history_as_json, show_body_history, show_copied
    from workflows.versions import body_history, original

    if bool(file) != (to is not None):
        raise typer.BadParameter("--file and --to belong together", param_hint="--file")
    if between and between[0] == between[1]:
        raise typer.BadParameter("two different versions", param_hint="--between")
    with working(given(context), "receive" if file else "read") as (terminal, workspace):
        told = body_history(workspace, body, round=round, between=between)
        if to is not None:
            from workflows.originals import copy_original

            found = original(told, file)
            copy_original(workspace, found.sha256, to.absolute())
            show_copied(terminal, found, to)
        elif json:
            terminal.json(body_history_as_json(told, terminal.language))
        else:
            show_body_history(terminal, told, whole=every)
