"""The keys that sign the codes in workbooks."""

from typing import Annotated

import typer

from commands.given import AsJson, given, now

app = typer.Typer(help="The keys that sign the codes in workbooks.", no_args_is_help=True)


@app.command("list")
def list_keys(context: typer.Context, *, json: AsJson = False) -> None:
    """Show the keys: how much each signed, and whether it is trusted."""
    from terminal.keys import keys_as_json, show_keys
    from terminal.session import working
    from workflows.rotate import keys_known

    with working(given(context), "read") as (terminal, workspace):
        known = keys_known(workspace)
        if json:
            terminal.json(keys_as_json(known))
        else:
            show_keys(terminal, known)


@app.command()
def rotate(context: typer.Context) -> None:
    """Make a new key for what is issued from now on. What is out stays good."""
    from terminal.outcomes import next_step
    from terminal.session import working
    from workflows.rotate import keys_known, rotate

    with working(given(context), "run") as (terminal, workspace):
        old = keys_known(workspace)[-1].id
        terminal.say("key-rotated", key=rotate(workspace, at=now()))
        next_step(terminal, "key-rotated-next", old=old)


@app.command()
def distrust(
    context: typer.Context, key: Annotated[str, typer.Argument(help="The three letters of the key.")]
) -> None:
    """Do not trust a key that got out: what it signed is confirmed with each body before it counts."""
    from terminal.outcomes import next_step
    from terminal.session import working
    from workflows.rotate import distrust

    with working(given(context), "run") as (terminal, workspace):
        new = distrust(workspace, key, at=now())
        terminal.say("key-distrusted-now" if new else "key-distrusted-before", key=key.strip().upper())
        next_step(terminal, "key-distrusted-next")
