"""Who takes part in the work, and may do what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from terminal.outcomes import next_step
from terminal.tables import quiet
from workflows.acting import MAY, Actor, Role, may

if TYPE_CHECKING:
    from terminal.console import Terminal

FEW = 3


def show_people(terminal: Terminal, people: tuple[tuple[str, Role], ...], you: Actor) -> None:
    """Print everybody who is listed with what their role may do."""
    table = quiet(*map(terminal.word, ("people-name", "people-role", "people-may")))
    for name, role in people:
        mine = (name, role) == (you.name, you.role)
        table.add_row(
            Text(terminal.word("people-you", name=name) if mine else name, style="bold" if mine else ""),
            Text(terminal.word(f"people-role-{role}")),
            Text(_may(terminal, role)),
        )
    terminal.out.print(table)
    terminal.blank()
    terminal.say("people-rail", style="dim")
    if len(people) == 1:
        terminal.say("people-nobody", style="dim")
        next_step(terminal, "people-next-list")
    elif not you.name:
        next_step(terminal, "people-next-name")


def _may(terminal: Terminal, role: Role) -> str:
    """Say what a role may do, or, where that is shorter, what it may not."""
    yes, no = ([deed for deed in MAY if may(role, deed) is wanted] for wanted in (True, False))
    named = " · ".join(terminal.word(f"people-deed-{deed}") for deed in (yes if len(no) >= FEW else no))
    if not no:
        return terminal.word("people-everything")
    return named if len(no) >= FEW else terminal.word("people-everything-but", deeds=named)


def people_as_json(people: tuple[tuple[str, Role], ...], you: Actor) -> dict[str, Any]:
    return {
        "people": [
            {"name": name, "role": role, "may": [deed for deed in MAY if may(role, deed)]}
            for name, role in people
        ],
        "you": {"name": you.name, "role": you.role},
    }
