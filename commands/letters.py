"""The letters: which there are, one of one's own, and whether they are right."""

from pathlib import Path
from typing import Annotated

import typer

from commands.given import AsJson, given

app = typer.Typer(
    help="The letters that are written: list them, copy one to change it, check what you have changed.",
    no_args_is_help=True,
)


@app.command("list")
def list_(context: typer.Context, *, json: AsJson = False) -> None:
    """List every letter with its languages, and which of them are your own."""
    from terminal.letters import show_letters
    from terminal.session import working
    from workflows.letter_files import list_letters
    from workflows.process_read import process_of

    with working(given(context), "read") as (terminal, workspace):
        letters = list_letters(workspace, process_of(workspace))
        if json:
            terminal.json({"letters": [each.as_json() for each in letters]})
        else:
            show_letters(terminal, letters)


@app.command()
def check(
    context: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(help="Letters such as letters/fr/receipt.j2; else all there are.")
    ] = None,
    *,
    json: AsJson = False,
) -> None:
    """Check letters: unknown facts, tags left open, no subject, nobody to ask; each at its line."""
    from problems import Severity
    from terminal.letters import show_checked
    from terminal.session import Exit, working
    from workflows.letter_files import check_files
    from workflows.process_read import process_of

    with working(given(context), "read") as (terminal, workspace):
        problems = check_files(workspace, process_of(workspace), files or ())
        if json:
            terminal.json({"problems": [each.as_json(terminal.language) for each in problems]})
        else:
            show_checked(terminal, problems)
        broken = any(each.severity >= Severity.ERROR for each in problems)
        raise typer.Exit(Exit.PROBLEMS if broken else Exit.FINE)


@app.command()
def copy(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A letter, as consult template list names it.")],
    *,
    language: Annotated[
        str, typer.Option(help="Its language: en, fr, …; else that of the consultation.", show_default=False)
    ] = "",
) -> None:
    """Copy a letter into letters/ of your folder, to change it there; one that lies there stays as it is."""
    from terminal.letters import show_copied
    from terminal.session import working
    from workflows.letter_files import copy_letter, language_of
    from workflows.process_read import process_of

    with working(given(context), "run") as (terminal, workspace):
        process = process_of(workspace)
        path = copy_letter(workspace, process, name, language_of(language, workspace))
        show_copied(terminal, workspace, path)
