"""Compile the submission and clear it."""

import sys
from typing import Annotated

import typer

from commands.given import AsJson, given, now

app = typer.Typer()
PANEL = "Submit"


@app.command(rich_help_panel=PANEL)
def compile(  # noqa: A001  # the command's name
    context: typer.Context,
    *,
    draft: Annotated[bool, typer.Option("--draft", help="Compile although contradictions are open.")] = False,
    language: Annotated[str, typer.Option(help="en or fr; else the working language.")] = "",
    edition: Annotated[str, typer.Option(help="external, internal or both.")] = "both",
    json: AsJson = False,
) -> None:
    """Compile the Word and Excel submission into exports/."""
    from languages.messages import spoken
    from problems import nearest
    from problems.stages import NoSuchLanguage, Refused
    from terminal.outcomes import compilation_as_json, show_compilation
    from terminal.session import working
    from workflows.submit import EDITIONS, compile_submission

    with working(given(context), "draft" if draft else "run") as (terminal, workspace):
        chosen = language or terminal.language
        offered = spoken()
        if chosen not in offered:
            near = nearest(chosen, offered)
            raise Refused(NoSuchLanguage(language=chosen, allowed=tuple(offered), near=near))
        if edition not in EDITIONS:
            raise typer.BadParameter("external, internal or both", param_hint="--edition")
        compiled = compile_submission(
            workspace, at=now(), language=chosen, draft=draft, editions=EDITIONS[edition]
        )
        if json:
            terminal.json(compilation_as_json(compiled))
        else:
            show_compilation(terminal, workspace, compiled)


@app.command(rich_help_panel=PANEL)
def clear(
    context: typer.Context,
    by: Annotated[str, typer.Option(help="The focal point's name: only the focal point clears.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
) -> None:
    """Record the focal point's clearance of the compiled submission, and freeze the record."""
    from problems.stages import NotTheFocalPoint, Refused
    from terminal.outcomes import show_clearance
    from terminal.session import working
    from workflows.acting import same_name
    from workflows.submit import clear as clear_submission

    acting = given(context).acting  # without it, --by says who clears
    with working(given(context), "clear" if acting else "read") as (terminal, workspace):
        if acting and not same_name(acting, by):
            raise Refused(NotTheFocalPoint(by=by, focal_point=acting))
        person = sys.stdin.isatty() and sys.stdout.isatty()
        state = workspace.consultation.state_name(terminal.language)
        if person and not yes and not typer.confirm(terminal.word("clear-confirm", state=state)):
            terminal.say("clear-not")
            return
        show_clearance(terminal, workspace, clear_submission(workspace, by=by, at=now()))
