"""Prepare a consultation: a folder, its check, who is asked what."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.given import AsJson, given, now

if TYPE_CHECKING:
    from terminal.console import Terminal

app = typer.Typer()
PANEL = "Prepare"


@app.command(rich_help_panel=PANEL)
def new(  # noqa: PLR0917  # Typer makes options of them
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    state: Annotated[str, typer.Option(help="ISO 3166-1 code of the State; XA for an exercise.")] = "",
    language: Annotated[str, typer.Option(help="Working language: en, fr, …")] = "",
    name: Annotated[str, typer.Option(help="The State's name in the working language.")] = "",
    deadline: Annotated[str, typer.Option(help="Such as '2027-03-31 17:00'; else in six months.")] = "",
    zone: Annotated[str, typer.Option(help="IANA time zone; else the State's.")] = "",
    focal_point: Annotated[str, typer.Option(help="Name of the focal point.")] = "",
    office: Annotated[str, typer.Option(help="Ministry or office of the focal point.")] = "",
    email: Annotated[str, typer.Option(help="E-mail address of the focal point.")] = "",
    telephone: Annotated[str, typer.Option(help="Telephone of the focal point.")] = "",
    process: Annotated[
        str,
        typer.Option(help="consultation, dialogue, pilot, training, or the folder of a process of your own."),
    ] = "consultation",
) -> None:
    """Make a consultation folder: settings, an empty registry, empty routing, boxes for mail."""
    from consultation.new import Wishes, new_consultation
    from consultation.places import names_of
    from languages.messages import spoken
    from terminal.outcomes import next_step
    from terminal.session import speaking, stop
    from workflows.check import everything_known
    from workflows.process_read import choose_process

    with speaking(language) as terminal:
        said = {
            "state": state,
            "language": language,
            "focal_point": focal_point,
            "office": office,
            "email": email,
        }
        _ask_for_missing(terminal, said, spoken())
        terminal.speak(said["language"])
        chosen, parts, wrong = choose_process(process)
        if wrong:
            stop(terminal, wrong)
        wishes = Wishes(
            state=said["state"],
            language=said["language"],
            focal_point=said["focal_point"],
            office=said["office"],
            email=said["email"],
            names={said["language"]: name} if name else None,
            deadline=deadline,
            zone=zone,
            telephone=telephone,
            process=chosen,
            parts=parts,
        )
        written, problems = new_consultation(folder, wishes, at=now(), known=everything_known())
        if problems:
            stop(terminal, problems)
        known_as = names_of(said["state"], [said["language"]]).get(said["language"], said["state"])
        terminal.say("new-made", state=name or known_as, folder=str(folder))
        for path in written:
            terminal.out.print(f"  {path.relative_to(folder)}")
        next_step(terminal, "new-next-settings")


def _ask_for_missing(terminal: "Terminal", said: dict[str, str], languages: list[str]) -> None:
    """Ask a person for what is missing; a pipe is never asked: it must say the State and the language."""
    person = sys.stdin.isatty() and sys.stdout.isatty()
    for key, value in said.items():
        if value:
            continue
        if person:
            question = terminal.word(f"new-ask-{key.replace('_', '-')}", allowed=", ".join(languages))
            optional = key not in {"state", "language"}
            said[key] = typer.prompt(question, default="" if optional else None, show_default=False)
            terminal.speak(said["language"] or terminal.language)
        elif key in {"state", "language"}:
            raise typer.BadParameter(f"--{key} is needed, such as {'XA' if key == 'state' else 'fr'}")


@app.command(rich_help_panel=PANEL)
def check(context: typer.Context, *, json: AsJson = False) -> None:
    """Check everything a person may have written, and report every problem at once with its place."""
    from terminal.outcomes import show_check
    from terminal.session import Exit, folder_at, speaking
    from workflows.check import check as check_folder

    with speaking() as terminal:
        checked = check_folder(folder_at(terminal, given(context).folder), at=now())
        if checked.consultation:
            terminal.speak(checked.consultation.language)
        if json:
            terminal.json({"problems": [each.as_json(terminal.language) for each in checked.problems]})
        else:
            show_check(terminal, checked)
        raise typer.Exit(Exit.PROBLEMS if checked.broken else Exit.FINE)


@app.command(rich_help_panel=PANEL)
def route(context: typer.Context, *, json: AsJson = False) -> None:
    """Show who gets which articles and why, and what nobody, or a single voice, would answer."""
    from dataclasses import asdict

    from terminal.routing import show_routing
    from terminal.session import Exit, working
    from workflows.check import check as check_folder
    from workflows.check import route_all

    with working(given(context), "read") as (terminal, workspace):
        checked = check_folder(workspace.folder, at=now(), definitions=False)
        routed = route_all(checked)
        if json:
            terminal.json(
                {
                    "assignments": [asdict(each) for each in routed.assignments],
                    "coverage": routed.coverage.as_json(),
                    "problems": [each.as_json(terminal.language) for each in checked.problems],
                }
            )
        else:
            show_routing(terminal, checked, routed)
        raise typer.Exit(Exit.PROBLEMS if checked.broken else Exit.FINE)


@app.command(rich_help_panel=PANEL)
def schema(
    name: Annotated[str, typer.Argument(help="consultation, process, form, routing or questionnaire.")],
) -> None:
    """Print the JSON Schema of a file that you write, for an editor that checks while you type."""
    from terminal.session import speaking
    from workflows.schemas import SCHEMAS
    from workflows.schemas import schema as schema_of

    if name not in SCHEMAS:
        raise typer.BadParameter(" · ".join(SCHEMAS))
    with speaking() as terminal:
        terminal.json(schema_of(name))
