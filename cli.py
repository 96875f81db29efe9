"""The `consult` command: parse, call one workflow function, print. Nobody imports this module.

Whatever is slow to import is imported inside the command that needs it: `consult --help` stays as fast as an
empty command line.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from problems import Problem
    from terminal.console import Terminal
    from workflows.workspace import Workspace

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


class Exit(IntEnum):
    """Exit codes: docs/commands.md."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    REFUSED = 3


@contextmanager
def _speaking(language: str = "en") -> Iterator["Terminal"]:
    """Give a terminal; turn refusals and what the disk refuses into sentences and exit codes."""
    from problems.model import Place
    from problems.stages import NotWritable, Refused
    from problems.store import StoreUnavailable
    from terminal.console import Terminal

    terminal = Terminal(language)
    try:
        yield terminal
    except Refused as refusal:
        terminal.problems([refusal.problem])
        raise typer.Exit(Exit.REFUSED) from None
    except StoreUnavailable as error:
        terminal.problems([error.problem])
        raise typer.Exit(Exit.PROBLEMS) from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        terminal.problems([NotWritable(place=Place(str(error.filename or "")), why=why)])
        raise typer.Exit(Exit.PROBLEMS) from None
    except KeyboardInterrupt:
        terminal.err.print(terminal.word("interrupted"))
        raise typer.Exit(Exit.PROBLEMS) from None
    except (typer.Exit, typer.BadParameter):
        raise
    except Exception as error:
        if os.environ.get("CONSULT_DEBUG"):
            raise
        terminal.err.print(terminal.word("bug", what=type(error).__name__))
        raise typer.Exit(Exit.PROBLEMS) from None


def _now() -> datetime:
    return datetime.now(UTC)


def _language_here() -> str:
    """Return the language to speak before any settings are read: the environment's, where we speak it."""
    from languages.messages import spoken

    wished = (os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "")[:2]
    return wished if wished in spoken() else "en"


class _Here:
    folder = Path()


@app.callback()
def _main(
    folder: Annotated[
        Path, typer.Option("-C", "--folder", help="Work in this folder instead of the current one.")
    ] = Path(),
) -> None:
    _Here.folder = folder


@contextmanager
def _working() -> Iterator[tuple["Terminal", "Workspace"]]:
    """Open the consultation one stands in; a folder that is none ends the command with a sentence."""
    from languages.messages import spoken
    from workflows.workspace import open_workspace

    with _speaking(_language_here()) as terminal:
        workspace, problems = open_workspace(_Here.folder)
        if workspace is None:
            _stop(terminal, problems)
        language = workspace.consultation.language
        terminal.language = language if language in spoken() else "en"
        yield terminal, workspace


def _stop(terminal: "Terminal", problems: "list[Problem]") -> NoReturn:
    terminal.problems(problems)
    raise typer.Exit(Exit.PROBLEMS)


def _instant(text: str, zone: str, terminal: "Terminal") -> datetime:
    """Read `--at`: an instant, of the consultation's zone where it names none."""
    from zoneinfo import ZoneInfo

    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        terminal.err.print(terminal.word("bad-instant", value=text))
        raise typer.Exit(Exit.USAGE) from None
    return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(zone))


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
    from languages.messages import spoken
    from terminal.outcomes import next_step
    from workflows.check import everything_known

    with _speaking(language if language in spoken() else _language_here()) as terminal:
        said = {
            "state": state,
            "language": language,
            "focal_point": focal_point,
            "office": office,
            "email": email,
        }
        _ask_for_missing(terminal, said, spoken())
        if said["language"] in spoken():
            terminal.language = said["language"]
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
            _stop(terminal, problems)
        terminal.say("new-made", state=said["state"], folder=str(folder))
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
            said[key] = typer.prompt(question, default="" if key not in {"state", "language"} else None)
        elif key in {"state", "language"}:
            raise typer.BadParameter(f"--{key} is needed, such as {'XA' if key == 'state' else 'fr'}")


@app.command()
def check(*, json: Json = False) -> None:
    """Check everything a person may have written, and report every problem at once with its place."""
    from terminal.outcomes import show_check
    from workflows.check import check as check_folder
    from workflows.workspace import find_folder

    with _speaking(_language_here()) as terminal:
        here = find_folder(_Here.folder)
        if here is None:
            _no_folder(terminal)
        checked = check_folder(here, at=_now())
        if checked.consultation:
            terminal.language = _speakable(checked.consultation.language)
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
    from workflows.check import check as check_folder
    from workflows.check import route_all

    with _working() as (terminal, workspace):
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
    from workflows.launch import launch as launch_consultation

    with _working() as (terminal, workspace):
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
    from workflows.receive import receive as receive_files

    with _working() as (terminal, workspace):
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
    from terminal.status import as_json, show_status
    from workflows.overview import overview

    with _working() as (terminal, workspace):
        seen = overview(workspace, at=_now())
        if json:
            terminal.json(as_json(seen))
        else:
            show_status(terminal, seen, whole=every)


@app.command()
def reconcile(
    decisions: Annotated[Path | None, typer.Option(help="A filled decision workbook to read back.")] = None,
    *,
    json: Json = False,
) -> None:
    """Merge what agrees; lay contradictions before a person in a decision workbook; read it back."""
    from problems import Severity
    from terminal.outcomes import settlement_as_json, show_settlement
    from workflows.settle import settle

    with _working() as (terminal, workspace):
        settled = settle(workspace, at=_now(), decisions=decisions)
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
    from problems import nearest
    from problems.stages import NoSuchLanguage, Refused
    from terminal.outcomes import compilation_as_json, show_compilation
    from workflows.submit import EDITIONS, compile_submission

    with _working() as (terminal, workspace):
        chosen = language or terminal.language
        offered = _spoken()
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
) -> None:
    """Record the focal point's clearance of the compiled submission, and freeze the record."""
    from terminal.outcomes import show_clearance
    from workflows.submit import clear as clear_submission

    with _working() as (terminal, workspace):
        show_clearance(terminal, workspace, clear_submission(workspace, by=by, at=_now()))


@app.command()
def advance(at: At = "", *, json: Json = False) -> None:
    """Do what is due now: take the inbox in, write reminders, reconcile, compile a draft."""
    from terminal.advance import as_json, show_advance
    from workflows.advance import advance as advance_consultation
    from workflows.process import read_process

    with _working() as (terminal, workspace):
        instant = _instant(at, workspace.consultation.zone, terminal) if at else _now()
        process, problems = read_process(workspace.consultation.process, workspace.folder.root)
        if process is None:
            _stop(terminal, problems)
        done = advance_consultation(workspace, process, at=instant)
        if json:
            terminal.json(as_json(done, terminal.language))
        else:
            show_advance(terminal, workspace, done)


@app.command()
def serve(every: Annotated[int, typer.Option(help="Minutes between two rounds.", min=1)] = 15) -> None:
    """Advance the consultation again and again, as a Prefect flow, until interrupted."""
    from datetime import timedelta

    with _working() as (terminal, workspace):
        from workflows.server import server

        terminal.say("serve-start", minutes=every)
        with server(workspace.folder.root / ".prefect") as address:
            from workflows.flows import serve as serve_consultation

            terminal.say("serve-page", address=address.removesuffix("/api"))
            serve_consultation(workspace.folder.root, every=timedelta(minutes=every))
        terminal.say("serve-stop")


def _spoken() -> list[str]:
    from languages.messages import spoken

    return spoken()


def _speakable(language: str) -> str:
    return language if language in _spoken() else "en"


def _no_folder(terminal: "Terminal") -> NoReturn:
    from problems import Place
    from problems.files import FileMissing

    _stop(terminal, [FileMissing(place=Place(str(_Here.folder.resolve())), name="consultation.yaml")])


if __name__ == "__main__":
    app()
