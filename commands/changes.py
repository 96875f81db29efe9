"""On the way: more time, other bodies, corrections, another focal point; and what has happened so far."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from commands.given import AsJson, given, now

if TYPE_CHECKING:
    from terminal.console import Terminal
    from workflows.acting import Deed
    from workflows.process import Process
    from workflows.workspace import Workspace

app = typer.Typer()
PANEL = "On the way"

Bodies = Annotated[list[str] | None, typer.Argument(metavar="BODY…", help="Bodies, by name or id.")]
Body = Annotated[str, typer.Argument(metavar="BODY", help="A body, by name or id.")]
Why = Annotated[str, typer.Option(help="The reason, for the record.", show_default=False)]
Items = Annotated[
    list[str] | None, typer.Option("--items", help="Code of a question, such as untoc.5.1.a; several times.")
]
Articles = Annotated[
    list[str] | None, typer.Option("--articles", help="A whole article, such as 5; several times.")
]
Round = Annotated[str, typer.Option(help="A round of the process; else the main one.", show_default=False)]


@contextmanager
def _changing(
    context: typer.Context, deed: "Deed" = "run"
) -> Iterator[tuple["Terminal", "Workspace", "Process"]]:
    from terminal.session import stop, working
    from workflows.process_read import read_process

    with working(given(context), deed) as (terminal, workspace):
        process, problems = read_process(workspace.consultation.process, workspace.folder.root)
        if process is None:
            stop(terminal, problems)
        yield terminal, workspace, process


@app.command(rich_help_panel=PANEL)
def extend(
    context: typer.Context,
    bodies: Bodies = None,
    *,
    until: Annotated[str, typer.Option(help='Such as "2027-04-15 17:00", or a day alone.')] = "",
    days: Annotated[int, typer.Option(help="Days after the deadline of all, instead of --until.", min=0)] = 0,
    every: Annotated[bool, typer.Option("--all", help="Everybody who still owes answers.")] = False,
    why: Why = "",
    round: Round = "",
) -> None:
    """Give one, some or all of those who owe answers more time, with a letter each."""
    from terminal.changes import show_change
    from workflows.changes.extend import extend as extend_bodies

    if bool(until) == bool(days):
        raise typer.BadParameter("either --until or --days", param_hint="--until")
    if every and bodies:
        raise typer.BadParameter("either bodies or --all", param_hint="--all")
    with _changing(context) as (terminal, workspace, process):
        change = extend_bodies(
            workspace,
            process,
            bodies or (),
            until=until,
            days=days,
            every=every,
            why=why,
            round=round,
            at=now(),
        )
        show_change(terminal, change)


@app.command(rich_help_panel=PANEL)
def deadline(
    context: typer.Context,
    until: Annotated[str, typer.Argument(metavar="DEADLINE", help='Such as "2027-04-30 17:00".')],
    *,
    why: Why = "",
    round: Round = "",
) -> None:
    """Move the deadline of everybody, with a letter to those who owe answers."""
    from terminal.changes import show_change
    from workflows.changes.extend import move_deadline

    with _changing(context) as (terminal, workspace, process):
        show_change(terminal, move_deadline(workspace, process, until, why=why, round=round, at=now()))


@app.command(rich_help_panel=PANEL)
def decline(
    context: typer.Context,
    body: Body,
    *,
    items: Items = None,
    articles: Articles = None,
    suggest: Annotated[str, typer.Option(help="Whose questions it says they are.", show_default=False)] = "",
    why: Why = "",
    round: Round = "",
) -> None:
    """Note that a body declines questions: those named, else all that it has not answered."""
    from terminal.changes import show_change
    from workflows.changes.decline import decline as decline_items

    with _changing(context) as (terminal, workspace, process):
        change = decline_items(
            workspace,
            process,
            body,
            items=items or (),
            articles=articles or (),
            suggest=suggest,
            why=why,
            round=round,
            at=now(),
        )
        show_change(terminal, change)


@app.command(rich_help_panel=PANEL)
def reassign(
    context: typer.Context,
    giver: Annotated[str, typer.Argument(metavar="FROM", help="Who was asked, by name or id.")],
    taker: Annotated[str, typer.Argument(metavar="TO", help="Who is asked instead, by name or id.")],
    *,
    items: Items = None,
    articles: Articles = None,
    with_answers: Annotated[
        bool, typer.Option("--with-answers", help="Pass on the answers of a body at risk, too.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
    why: Why = "",
    round: Round = "",
) -> None:
    """Pass questions on to another body, with what has been answered so far in its workbook."""
    from terminal.changes import show_change
    from workflows.changes.reassign import reassign as reassign_items

    with _changing(context) as (terminal, workspace, process):
        person = sys.stdin.isatty() and sys.stdout.isatty()
        question = terminal.word("changes-answers-confirm", name=giver, taker=taker)
        if with_answers and person and not yes and not typer.confirm(question):
            terminal.say("changes-answers-refused")
            return
        change = reassign_items(
            workspace,
            process,
            giver,
            taker,
            items=items or (),
            articles=articles or (),
            why=why,
            with_answers=with_answers,
            round=round,
            at=now(),
        )
        show_change(terminal, change)


@app.command(rich_help_panel=PANEL)
def add(
    context: typer.Context,
    bodies: Bodies = None,
    *,
    declined: Annotated[
        bool, typer.Option("--declined", help="Ask again what they have declined or passed on.")
    ] = False,
    round: Round = "",
) -> None:
    """Ask bodies that came into the registry after the launch, or got further mandates there."""
    from terminal.changes import show_change
    from workflows.changes.join import add as add_bodies

    with _changing(context) as (terminal, workspace, process):
        change = add_bodies(workspace, process, bodies or (), declined=declined, round=round, at=now())
        show_change(terminal, change)


@app.command(rich_help_panel=PANEL)
def withdraw(context: typer.Context, bodies: Bodies = None, *, why: Why = "") -> None:
    """Let bodies go: nothing is asked of them any more; what they have answered stays."""
    from terminal.changes import show_change
    from workflows.changes.withdraw import withdraw as withdraw_bodies

    with _changing(context) as (terminal, workspace, process):
        show_change(terminal, withdraw_bodies(workspace, process, bodies or (), why=why, at=now()))


@app.command("withdraw-item", rich_help_panel=PANEL)
def withdraw_item(
    context: typer.Context,
    items: Annotated[list[str] | None, typer.Argument(metavar="ITEM…", help="Codes of questions.")] = None,
    *,
    articles: Articles = None,
    why: Why = "",
    round: Round = "",
) -> None:
    """Ask questions of nobody any more, with what follows them up."""
    from terminal.changes import show_change
    from workflows.changes.withdraw import withdraw_items

    with _changing(context) as (terminal, workspace, process):
        change = withdraw_items(
            workspace, process, items or (), articles=articles or (), why=why, round=round, at=now()
        )
        show_change(terminal, change)


@app.command(rich_help_panel=PANEL)
def reopen(
    context: typer.Context,
    body: Body,
    items: Annotated[
        list[str] | None,
        typer.Argument(metavar="ITEM[=remark]…", help='Such as untoc.5.1.a="Which court?"'),
    ] = None,
    *,
    articles: Articles = None,
    remark: Annotated[str, typer.Option(help="For questions without one of their own.")] = "",
    round: Round = "",
) -> None:
    """Request corrections: a body looks at answers again, each with your remark beneath it."""
    from terminal.changes import show_change
    from workflows.changes.reopen import reopen as reopen_items

    pairs = [(item.strip(), said.strip()) for item, _, said in (each.partition("=") for each in items or ())]
    with _changing(context) as (terminal, workspace, process):
        change = reopen_items(
            workspace, process, body, pairs, articles=articles or (), remark=remark, round=round, at=now()
        )
        show_change(terminal, change)


@app.command(rich_help_panel=PANEL)
def consent(
    context: typer.Context,
    body: Body,
    *,
    attribution: Annotated[str, typer.Option(help="named, by-type or anonymous.", show_default=False)] = "",
    words: Annotated[str, typer.Option(help="What it wrote or said.", show_default=False)] = "",
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="It takes its consent back and appears nowhere.")
    ] = False,
) -> None:
    """Record how a body says that it may appear, or that it takes its consent back."""
    from terminal.changes import show_change
    from workflows.changes.consent import consent as record

    if bool(attribution) == withdraw:
        raise typer.BadParameter("either --attribution or --withdraw", param_hint="--attribution")
    with _changing(context) as (terminal, workspace, process):
        change = record(
            workspace, process, body, attribution=attribution, words=words, withdraw=withdraw, at=now()
        )
        show_change(terminal, change)


@app.command(rich_help_panel=PANEL)
def handover(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Option(help="Who is the focal point from now on.")],
    office: Annotated[str, typer.Option(help="The office.")],
    email: Annotated[str, typer.Option(help="The e-mail address.")],
    telephone: Annotated[str, typer.Option(help="The telephone number.", show_default=False)] = "",
    why: Why = "",
) -> None:
    """Hand the consultation over to another focal point, with a dossier in exports/."""
    from terminal.changes import show_change
    from workflows.changes.handover import hand_over

    with _changing(context, "handover") as (terminal, workspace, process):
        change = hand_over(
            workspace,
            process,
            name=name,
            office=office,
            email=email,
            telephone=telephone,
            why=why,
            at=now(),
        )
        show_change(terminal, change)


@app.command(rich_help_panel=PANEL)
def undelivered(context: typer.Context, bodies: Bodies = None, *, why: Why = "") -> None:
    """Note that the last letter to a body came back."""
    from terminal.changes import show_change
    from workflows.changes.undelivered import undelivered as note

    with _changing(context) as (terminal, workspace, process):
        show_change(terminal, note(workspace, process, bodies or (), why=why, at=now()))


@app.command(rich_help_panel=PANEL)
def changes(
    context: typer.Context,
    body: Annotated[str, typer.Argument(metavar="BODY", help="A body; else everybody.")] = "",
    *,
    json: AsJson = False,
) -> None:
    """Show what has happened so far: who did what, when and why."""
    from terminal.changes import show_history
    from workflows.changes.history import history

    with _changing(context, "read") as (terminal, workspace, process):
        told = history(workspace, process, body)
        if json:
            terminal.json([each.as_json() for each in told])
        else:
            show_history(terminal, told)
