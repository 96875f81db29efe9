"""The `consult` command: parse, call one workflow function, print. Nobody imports this module.

Whatever is slow to import is imported inside the command that needs it: `consult --help` stays as fast as an
empty command line.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from terminal.console import Terminal

app = typer.Typer(
    name="consult",
    help="Run a national consultation on the self-assessment questionnaires of the UN Convention against "
    "Transnational Organized Crime and its Protocols. Work inside the consultation's folder.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]
At = Annotated[
    str, typer.Option("--at", help="An instant such as 2027-03-01T09:00 instead of now.", show_default=False)
]


def _now() -> datetime:
    return datetime.now(UTC)


class _Here:
    folder = Path()


@app.callback()
def _main(
    folder: Annotated[
        Path, typer.Option("-C", "--folder", help="Work in this folder instead of the current one.")
    ] = Path(),
) -> None:
    _Here.folder = folder


@app.command()
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
) -> None:
    """Make a consultation folder: settings, an empty registry, empty routing, boxes for mail."""
    from consultation.new import Wishes, new_consultation
    from consultation.places import names_of
    from languages.messages import spoken
    from terminal.outcomes import next_step
    from terminal.session import speaking, stop
    from workflows.check import everything_known

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
        )
        written, problems = new_consultation(folder, wishes, at=_now(), known=everything_known())
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


@app.command()
def check(*, json: Json = False) -> None:
    """Check everything a person may have written, and report every problem at once with its place."""
    from terminal.outcomes import show_check
    from terminal.session import Exit, folder_at, speaking
    from workflows.check import check as check_folder

    with speaking() as terminal:
        checked = check_folder(folder_at(terminal, _Here.folder), at=_now())
        if checked.consultation:
            terminal.speak(checked.consultation.language)
        if json:
            terminal.json({"problems": [each.as_json(terminal.language) for each in checked.problems]})
        else:
            show_check(terminal, checked)
        raise typer.Exit(Exit.PROBLEMS if checked.broken else Exit.FINE)


@app.command()
def route(*, json: Json = False) -> None:
    """Show who gets which articles and why, and what nobody, or a single voice, would answer."""
    from dataclasses import asdict

    from terminal.routing import show_routing
    from terminal.session import Exit, working
    from workflows.check import check as check_folder
    from workflows.check import route_all

    with working(_Here.folder) as (terminal, workspace):
        checked = check_folder(workspace.folder, at=_now(), definitions=False)
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


@app.command()
def launch() -> None:
    """Ask everybody: one workbook and one letter each, in outbox/. Launching twice issues nothing twice."""
    from terminal.outcomes import show_launch
    from terminal.session import Exit, working
    from workflows.launch import launch as launch_consultation

    with working(_Here.folder) as (terminal, workspace):
        launched = launch_consultation(workspace, at=_now())
        show_launch(terminal, workspace, launched)
        raise typer.Exit(Exit.FINE if launched.at else Exit.PROBLEMS)


@app.command()
def receive(
    files: Annotated[list[Path] | None, typer.Argument(help="Returned files; else all of inbox/.")] = None,
    *,
    dismiss: Annotated[
        Path | None, typer.Option(help="A file in inbox/ that you have looked at and are done with.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Print every doubt, not the first of a kind.")] = False,
    json: Json = False,
) -> None:
    """Take returned workbooks in: every file's bytes are kept, every problem is named at its cell."""
    from terminal.intake import show_received
    from terminal.session import Exit, working
    from workflows.receive import receive as receive_files

    with working(_Here.folder) as (terminal, workspace):
        if dismiss is not None:
            from workflows.dismiss import dismiss as dismiss_file

            new = dismiss_file(workspace, dismiss, at=_now())
            terminal.say("receive-dismissed" if new else "receive-dismissed-before", name=dismiss.name)
            return
        received = receive_files(workspace, files or None, at=_now())
        if json:
            terminal.json(received.as_json(terminal.language))
        else:
            show_received(terminal, received, whole=every)
        raise typer.Exit(Exit.PROBLEMS if received.wanting else Exit.FINE)


@app.command()
def status(
    *,
    every: Annotated[bool, typer.Option("--all", help="Show every body, however many there are.")] = False,
    json: Json = False,
) -> None:
    """Show who owes what, per body and per article."""
    from terminal.session import working
    from terminal.status import as_json, show_status
    from workflows.overview import overview

    with working(_Here.folder) as (terminal, workspace):
        seen = overview(workspace, at=_now())
        if json:
            terminal.json(as_json(seen))
        else:
            show_status(terminal, seen, whole=every)


@app.command()
def reconcile(
    decisions: Annotated[Path | None, typer.Option(help="A filled decision workbook to read back.")] = None,
    *,
    workshop: Annotated[
        bool, typer.Option("--workshop", help="Write the decision workbook for a workshop: fewer names.")
    ] = False,
    json: Json = False,
) -> None:
    """Merge what agrees; lay contradictions before a person in a decision workbook; read it back."""
    from problems import Severity
    from terminal.outcomes import settlement_as_json, show_settlement
    from terminal.session import Exit, working
    from workflows.settle import settle

    with working(_Here.folder) as (terminal, workspace):
        settled = settle(workspace, at=_now(), decisions=decisions, workshop=workshop)
        if json:
            terminal.json(settlement_as_json(settled, terminal.language))
        else:
            show_settlement(terminal, settled, asked_to_read=decisions is not None)
        wrong = any(problem.severity >= Severity.ERROR for problem in settled.problems)
        raise typer.Exit(Exit.PROBLEMS if wrong else Exit.FINE)


@app.command()
def compile(  # noqa: A001  # the command's name
    *,
    draft: Annotated[bool, typer.Option("--draft", help="Compile although contradictions are open.")] = False,
    language: Annotated[str, typer.Option(help="en or fr; else the working language.")] = "",
    edition: Annotated[str, typer.Option(help="external, internal or both.")] = "both",
    json: Json = False,
) -> None:
    """Compile the Word and Excel submission into exports/."""
    from languages.messages import spoken
    from problems import nearest
    from problems.stages import NoSuchLanguage, Refused
    from terminal.outcomes import compilation_as_json, show_compilation
    from terminal.session import working
    from workflows.submit import EDITIONS, compile_submission

    with working(_Here.folder) as (terminal, workspace):
        chosen = language or terminal.language
        offered = spoken()
        if chosen not in offered:
            near = nearest(chosen, offered)
            raise Refused(NoSuchLanguage(language=chosen, allowed=tuple(offered), near=near))
        if edition not in EDITIONS:
            raise typer.BadParameter("external, internal or both", param_hint="--edition")
        compiled = compile_submission(
            workspace, at=_now(), language=chosen, draft=draft, editions=EDITIONS[edition]
        )
        if json:
            terminal.json(compilation_as_json(compiled))
        else:
            show_compilation(terminal, workspace, compiled)


@app.command()
def clear(
    by: Annotated[str, typer.Option(help="The focal point's name: only the focal point clears.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
) -> None:
    """Record the focal point's clearance of the compiled submission, and freeze the record."""
    from terminal.outcomes import show_clearance
    from terminal.session import working
    from workflows.submit import clear as clear_submission

    with working(_Here.folder) as (terminal, workspace):
        person = sys.stdin.isatty() and sys.stdout.isatty()
        state = workspace.consultation.state_name(terminal.language)
        if person and not yes and not typer.confirm(terminal.word("clear-confirm", state=state)):
            terminal.say("clear-not")
            return
        show_clearance(terminal, workspace, clear_submission(workspace, by=by, at=_now()))


@app.command()
def advance(at: At = "", *, json: Json = False) -> None:
    """Do what is due now: take the inbox in, write reminders, reconcile, compile a draft."""
    from terminal.advance import as_json, show_advance
    from terminal.session import instant, stop, working
    from workflows.advance import advance as advance_consultation
    from workflows.process import read_process

    with working(_Here.folder) as (terminal, workspace):
        when = instant(at, workspace.consultation.zone, terminal) if at else _now()
        process, problems = read_process(workspace.consultation.process, workspace.folder.root)
        if process is None:
            stop(terminal, problems)
        done = advance_consultation(workspace, process, at=when)
        if json:
            terminal.json(as_json(done, terminal.language))
        else:
            show_advance(terminal, workspace, done)


@app.command()
def serve(every: Annotated[int, typer.Option(help="Minutes between two rounds.", min=1)] = 15) -> None:
    """Advance the consultation again and again, as a Prefect flow, until interrupted."""
    from datetime import timedelta

    from terminal.session import working

    with working(_Here.folder) as (terminal, workspace):
        from workflows.server import server

        terminal.say("serve-start", minutes=every)
        with server(workspace.folder.root / ".prefect") as address:
            from workflows.flows import serve as serve_consultation

            terminal.say("serve-page", address=address.removesuffix("/api"))
            serve_consultation(workspace.folder.root, every=timedelta(minutes=every))
        terminal.say("serve-stop")


if __name__ == "__main__":
    app()
