"""The `consult` command: its groups of commands put together. Nobody imports this module.

Whatever is slow to import is imported inside the command that needs it: `consult --help` stays as fast as an
empty command line.
"""

import os
import zoneinfo
from pathlib import Path
from typing import Annotated

import typer

from commands import (
    changes,
    collect,
    decide,
    engine,
    history,
    keys,
    letters,
    mail,
    mailbox,
    people,
    prepare,
    printed,
    registry,
    submit,
)
from commands.given import Given

os.umask(0o077)  # a consultation names people, some of them at risk: what is made is its owner's alone
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # looking for them reads all that is installed
zoneinfo.reset_tzpath(to=[])  # the zones that we ship with, so that two machines agree on every hour

app = typer.Typer(
    name="consult",
    help="Run a national consultation on the self-assessment questionnaires of the UN Convention against "
    "Transnational Organized Crime and its Protocols. Work inside the consultation's folder.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for group in (prepare, people, collect, printed, mail, mailbox, history, changes, decide, submit, engine):
    app.add_typer(group.app)
app.add_typer(registry.app, name="registry", rich_help_panel="Prepare")
app.add_typer(letters.app, name="template", rich_help_panel="Prepare")
app.add_typer(keys.app, name="key", rich_help_panel="Prepare")


@app.callback()
def _main(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Option("-C", "--folder", help="Work in this folder instead of the current one.")
    ] = Path(),
    acting: Annotated[
        str, typer.Option("--as", envvar="CONSULT_AS", help="Your name, where settings list who takes part.")
    ] = "",
) -> None:
    context.obj = Given(folder, acting)


if __name__ == "__main__":
    app()
