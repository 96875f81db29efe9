"""What people chose, held and admitted, said in a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from languages import day
from problems import Problem, Severity
from problems.deciding import DayUnreadable
from problems.stages import Refused
from terminal.console import Terminal
from terminal.outcomes import local_day, next_step
from terminal.session import stop
from terminal.tables import quiet
from workflows.process_read import read_process

if TYPE_CHECKING:
    from workflows.admit import Admitted
    from workflows.choose import Decided
    from workflows.hold import Held, Waiting
    from workflows.process import Process
    from workflows.workspace import Workspace


def process_of(terminal: Terminal, workspace: Workspace) -> Process:
    """Read the process that runs here; where it is broken, say so and end."""
    process, problems = read_process(workspace.consultation.process, workspace.folder.root)
    if process is None:
        stop(terminal, problems)
    return process


def failed(problems: Iterable[Problem]) -> bool:
    return any(problem.severity >= Severity.ERROR for problem in problems)


def the_day(text: str, workspace: Workspace, at: datetime) -> date:
    """Read the day of `--on`; without it, today in the consultation's zone."""
    if not text:
        return at.astimezone(ZoneInfo(workspace.consultation.zone)).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(DayUnreadable(value=text)) from None


def show_decision(terminal: Terminal, process: Process, decided: Decided) -> None:
    terminal.problems(decided.problems)
    if not decided.action:
        return
    title = process.say(terminal.language, "actions", decided.action)
    terminal.say("decide-recorded", title=title, count=decided.chosen)
    if decided.open:
        terminal.say("decide-open", count=decided.open, subjects=decided.subjects)
        if decided.further:
            next_step(terminal, "decide-next-further", path=decided.further)
            return
        next_step(terminal, "decide-next-open")
    else:
        terminal.say("decide-whole", count=decided.subjects)
        next_step(terminal, "decide-next")


def decision_as_json(decided: Decided, language: str) -> dict[str, Any]:
    return {
        "action": decided.action,
        "recorded": decided.chosen,
        "open": decided.open,
        "subjects": decided.subjects,
        "problems": [problem.as_json(language) for problem in decided.problems],
    }


def show_waiting(terminal: Terminal, workspace: Workspace, process: Process, left: Sequence[Waiting]) -> None:
    if not left:
        terminal.say("done-nothing")
        return
    table = quiet(*map(terminal.word, ("done-what", "done-action", "done-who", "done-since")))
    for each in left:
        if each.since is not None:
            when = local_day(workspace, each.since)
        elif each.planned is not None:
            when = terminal.word("done-planned", day=local_day(workspace, each.planned))
        else:
            when = terminal.word("done-later")
        role = ("roles", each.by)
        who = process.say(terminal.language, *role) if role in process.texts else each.by
        table.add_row(each.title, each.action, who, when)
    terminal.out.print(table)
    sheets = any(each.perform == "sheet" for each in left if each.since)
    next_step(terminal, "done-next-decide" if sheets else "done-next-say")


def waiting_as_json(left: Sequence[Waiting]) -> list[dict[str, Any]]:
    return [
        {
            "action": each.action,
            "title": each.title,
            "perform": each.perform,
            "by": each.by,
            "since": each.since and each.since.isoformat(),
            "planned": each.planned and each.planned.isoformat(),
        }
        for each in left
    ]


def show_held(terminal: Terminal, process: Process, held: Held) -> None:
    terminal.problems(held.problems)
    if not held.recorded:
        return
    title = process.say(terminal.language, "actions", held.action)
    terminal.say("done-recorded", title=title, day=day(terminal.language, held.day), count=len(held.attended))
    next_step(terminal, "done-next")


def held_as_json(held: Held, language: str) -> dict[str, Any]:
    return {
        "action": held.action,
        "recorded": held.recorded,
        "day": held.day.isoformat(),
        "note": held.note,
        "attended": list(held.attended),
        "problems": [problem.as_json(language) for problem in held.problems],
    }


def show_admission(terminal: Terminal, admitted: Admitted) -> None:
    terminal.problems(admitted.problems)
    if not admitted.stakeholder:
        return
    message = "admit-again" if admitted.again else "admit-joined" if admitted.joined else "admit-done"
    terminal.say(message, name=admitted.name, body=admitted.stakeholder, count=admitted.answers)
    next_step(terminal, "admit-next")


def admission_as_json(admitted: Admitted, language: str) -> dict[str, Any]:
    return {
        "stakeholder": admitted.stakeholder,
        "name": admitted.name,
        "round": admitted.round,
        "answers": admitted.answers,
        "version": admitted.version,
        "joined": admitted.joined,
        "already_admitted": admitted.again,
        "problems": [problem.as_json(language) for problem in admitted.problems],
    }
