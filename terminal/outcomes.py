"""What a stage did, said in a few lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from rich.text import Text

from languages import day, day_and_time, native_name, say
from problems import Severity
from responses.model import Settlement
from responses.wording import value_text
from responses.wording import words as in_language
from terminal.console import Terminal
from terminal.tables import quiet

if TYPE_CHECKING:
    from workflows.check import Checked
    from workflows.launch import Launched
    from workflows.settle import Settled
    from workflows.submit import Cleared, Compiled
    from workflows.workspace import Workspace


def local_day(workspace: Workspace, at: datetime) -> str:
    return day(workspace.consultation.language, at.astimezone(ZoneInfo(workspace.consultation.zone)).date())


def next_step(terminal: Terminal, message: str, **parameters: object) -> None:
    """Say what to do next: the last line of every command."""
    terminal.blank()
    terminal.say("next", style="bold", step=terminal.word(message, **parameters))


def show_check(terminal: Terminal, checked: Checked) -> None:
    terminal.problems(checked.problems, to_error=False)
    if checked.problems:
        terminal.blank()
        errors = sum(problem.severity >= Severity.ERROR for problem in checked.problems)
        terminal.say("check-counts", errors=errors, warnings=len(checked.problems) - errors)
    else:
        articles = {item.article_key for item in checked.items}
        bodies = len(checked.stakeholders)
        terminal.say("check-fine", items=len(checked.items), articles=len(articles), stakeholders=bodies)
    if checked.broken:
        next_step(terminal, "check-next-mend")
    else:
        routed = checked.process is None or any(each.of == "mandates" for each in checked.process.rounds)
        there = "check-next-route" if routed else "check-next-plan"
        next_step(terminal, there if checked.stakeholders else "check-next-fill")


def show_launch(terminal: Terminal, workspace: Workspace, launched: Launched) -> None:
    terminal.problems(launched.problems)
    if launched.again and launched.at:
        terminal.say("launch-again", day=local_day(workspace, launched.at))
        return
    if not launched.letters:
        terminal.say("launch-refused", style="bold")
        next_step(terminal, "check-next-mend")
        return
    table = quiet(*map(terminal.word, ("route-body", "route-items", "launch-language")), right=[1])
    for sent in launched.letters:
        table.add_row(sent.stakeholder.name, str(sent.items), native_name(sent.language))
    terminal.out.print(table)
    terminal.blank()
    zone = workspace.consultation.deadline_at.tzinfo
    until = (launched.deadline or workspace.consultation.deadline_at).astimezone(zone)
    deadline = day_and_time(terminal.language, until)
    terminal.say("launch-done", count=len(launched.letters), deadline=deadline)
    next_step(terminal, "launch-next-send" if workspace.consultation.sending else "launch-next")


def show_settlement(terminal: Terminal, settled: Settled, *, asked_to_read: bool) -> None:
    terminal.problems(settled.problems)
    situation = settled.situation
    if asked_to_read:
        terminal.say("reconcile-recorded", count=settled.recorded)
    agreed, diverging = situation.agreed, situation.divergences
    terminal.say("reconcile-sum", items=len(agreed) + len(diverging), agreed=len(agreed), open=len(diverging))
    how = Counter(answer.settlement for answer in agreed.values())
    words = [terminal.word(f"reconcile-how-{way}", count=how[way]) for way in Settlement if how[way]]
    if words:
        terminal.out.print(Text("  " + " · ".join(words), style="dim"))
    if not diverging:
        next_step(terminal, "reconcile-next-compile")
        return
    terminal.blank()
    names = {body.id: body.name for body in situation.stakeholders}
    items = {item.id: item for item in situation.items}
    table = quiet(terminal.word("reconcile-item"), terminal.word("reconcile-says"))
    for name, divergence in diverging.items():
        positions = [
            terminal.word(
                "reconcile-position",
                value=value_text(items[name], position.value, terminal.language),
                names=", ".join(names[answer.provenance.stakeholder] for answer in position.answers),
            )
            for position in divergence.positions
            if position.value is not None
        ]
        question = in_language(items[name].text, terminal.language)
        table.add_row(Text(f"{name}\n{question}"), Text("\n".join(positions)))
    terminal.out.print(table)
    next_step(terminal, "reconcile-next-decide", path=settled.workbook)


def settlement_as_json(settled: Settled, language: str) -> dict[str, Any]:
    situation = settled.situation
    items = {item.id: item for item in situation.items}
    return {
        "agreed": {name: answer.settlement.value for name, answer in situation.agreed.items()},
        "divergences": {
            name: [
                {
                    "value": value_text(items[name], position.value, language),
                    "stakeholders": [answer.provenance.stakeholder for answer in position.answers],
                }
                for position in divergence.positions
            ]
            for name, divergence in situation.divergences.items()
        },
        "decisions_recorded": settled.recorded,
        "decision_workbook": settled.workbook,
        "problems": [problem.as_json(language) for problem in settled.problems],
    }


def compilation_as_json(compiled: Compiled) -> dict[str, Any]:
    return {
        "files": list(compiled.paths),
        "draft": compiled.submission.draft,
        "figures": asdict(compiled.submission.figures),
    }


def show_compilation(terminal: Terminal, workspace: Workspace, compiled: Compiled) -> None:
    submission, figures = compiled.submission, compiled.submission.figures
    terminal.say("compile-draft" if submission.draft else "compile-final")
    for path in compiled.paths:
        terminal.out.print(Text(f"  {path}", style="bold"))
    terminal.say(
        "compile-figures",
        asked=figures.asked,
        answered=figures.answered,
        settled=figures.settled,
        open=figures.open,
    )
    terminal.problems(compiled.problems, to_error=False)
    if submission.draft:
        next_step(terminal, "compile-next-final")
    else:
        next_step(terminal, "compile-next-clear", name=workspace.consultation.focal_point.name)


def show_clearance(terminal: Terminal, workspace: Workspace, cleared: Cleared) -> None:
    message = "clear-again" if cleared.again else "clear-done"
    terminal.say(message, by=cleared.by, day=local_day(workspace, cleared.at))
    for path in cleared.paths:
        terminal.out.print(Text(f"  {path}"))
    terminal.say("clear-digest", style="dim", digest=cleared.digest)
    drafts = sorted(path.name for path in workspace.folder.exports.glob("*-draft.*"))
    if drafts:  # they may name who must not be named any more, and cannot be compiled again
        terminal.say("clear-drafts", style="yellow", names=" · ".join(drafts))
    next_step(terminal, "clear-next")


def kind_word(language: str, kind: str) -> str:
    return say(language, "stakeholders", kind)
