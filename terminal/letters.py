"""The letters there are, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from problems import Problem, Severity
from terminal.console import Terminal
from terminal.outcomes import next_step
from terminal.tables import quiet

if TYPE_CHECKING:
    from pathlib import Path

    from workflows.letter_files import LetterFile
    from workflows.workspace import Workspace


def show_letters(terminal: Terminal, letters: Sequence[LetterFile]) -> None:
    columns = ("template-letter", "template-languages", "template-own", "template-for")
    table = quiet(*map(terminal.word, columns), whole=[0, 1, 2])
    for each in letters:
        about = f"template-about-{each.name}" if each.common else "template-about-process"
        table.add_row(each.name, " ".join(each.languages), " ".join(each.own) or "—", terminal.word(about))
    terminal.out.print(table)
    next_step(terminal, "template-next-copy")


def show_checked(terminal: Terminal, problems: Sequence[Problem]) -> None:
    terminal.problems(problems, to_error=False)
    errors = sum(each.severity >= Severity.ERROR for each in problems)
    if problems:
        terminal.blank()
        terminal.say("template-counts", errors=errors, warnings=len(problems) - errors)
        next_step(terminal, "template-next-mend")
    else:
        terminal.say("template-fine")


def show_copied(terminal: Terminal, workspace: Workspace, path: Path) -> None:
    shown = workspace.shown(path)
    terminal.say("template-copied", path=shown)
    next_step(terminal, "template-next-check", path=shown)
