"""The timeline as a table, and what would be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from languages import brief, day_and_time
from terminal.console import Terminal
from terminal.outcomes import next_step

if TYPE_CHECKING:
    from datetime import datetime

    from workflows.plan import Plan, Planned

STYLES = {"done": "dim", "due": "bold", "waits": "yellow", "passed": "dim", "coming": "", "open": "italic"}


def show_plan(terminal: Terminal, plan: Plan, at: datetime) -> None:
    """Print every line of the timeline with its date, whom it concerns and why then."""
    when = day_and_time(terminal.language, at)
    terminal.say(
        "plan-title" if plan.launched else "plan-title-unlaunched", style="bold", title=plan.title, when=when
    )
    terminal.blank()
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    for name in ("when", "state", "what", "who", "why"):
        table.add_column(terminal.word(f"plan-column-{name}"), overflow="fold", no_wrap=name == "when")
    for line in plan.lines:
        table.add_row(*_cells(terminal, line), style=STYLES[line.state])
    terminal.out.print(table)
    terminal.blank()
    if plan.hushed:
        terminal.say("plan-hushed")
    if not plan.launched:
        next_step(terminal, "plan-next-launch")
        return
    if plan.now:
        terminal.say("plan-now", count=len(plan.now), when=when)
        for line in plan.now:
            terminal.out.print(Text(f"  {line.title} – {line.who}" if line.who else f"  {line.title}"))
        next_step(
            terminal, "plan-next-advance" if any(line.engine for line in plan.now) else "plan-next-done"
        )
    else:
        terminal.say("plan-nothing", when=when)


def _cells(terminal: Terminal, line: Planned) -> tuple[str, ...]:
    when = ""
    if line.at:
        when = f"{brief(terminal.language, line.at.date(), weekday=True, year=True)} {line.at:%H:%M}"
    why = " · ".join(filter(None, (line.why, line.moved)))
    return when, terminal.word(f"plan-{line.state}"), line.title, line.who, why
