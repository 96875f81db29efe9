"""Take messages out of the mailbox."""

import typer

from commands.given import AsJson, given, now

app = typer.Typer()


@app.command(rich_help_panel="Ask and collect")
def fetch(context: typer.Context, *, json: AsJson = False) -> None:
    """Take new messages out of the mailbox into inbox/. What was taken is marked as read there."""
    from terminal.fetching import show_fetched
    from terminal.outcomes import next_step
    from terminal.session import Exit, working
    from workflows.fetch import fetch as fetch_messages

    with working(given(context), "receive") as (terminal, workspace):
        fetched = fetch_messages(workspace, at=now())
        if json:
            terminal.json(fetched.as_json(terminal.language))
        else:
            show_fetched(terminal, fetched)
            if fetched.laid:
                next_step(terminal, "fetch-next")
        raise typer.Exit(Exit.PROBLEMS if fetched.wanting else Exit.FINE)
