"""Letters out by mail."""

from functools import partial
from typing import Annotated

import typer

from commands.given import AsJson, given, now

app = typer.Typer()
PANEL = "Ask and collect"


@app.command(rich_help_panel=PANEL)
def send(
    context: typer.Context,
    *,
    to: Annotated[
        list[str] | None, typer.Option(help="Only to this body, by name or id; may be given several times.")
    ] = None,
    again: Annotated[
        list[str] | None,
        typer.Option(help="Once more to this body: what was refused, came back, or may never have arrived."),
    ] = None,
    by_hand: Annotated[
        bool, typer.Option("--by-hand", help="Send nothing: note that you have sent the letters yourself.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Send the letters that lie in outbox/, each at most once, and say what became of each."""
    from terminal.sending import show_pause, show_sent
    from terminal.session import Exit, working
    from workflows.send import as_json, sent_by_hand
    from workflows.send import send as send_letters

    if by_hand and again:
        raise typer.BadParameter("--by-hand notes what you sent; --again sends")
    with working(given(context), "run") as (terminal, workspace):
        sent = (
            sent_by_hand(workspace, to or (), at=now())
            if by_hand
            else send_letters(
                workspace, at=now(), to=to or (), again=again or (), pausing=partial(show_pause, terminal)
            )
        )
        if json:
            terminal.json(as_json(sent, terminal.language))
        else:
            show_sent(terminal, sent)
        raise typer.Exit(Exit.PROBLEMS if sent.wanting else Exit.FINE)
