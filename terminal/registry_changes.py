"""What a merge or an import did to the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from problems.registry import ValueUnknown
from stakeholders.columns import COLUMNS, heading
from terminal.console import Terminal
from terminal.outcomes import next_step
from terminal.tables import quiet

if TYPE_CHECKING:
    from workflows.registry_import import Imported
    from workflows.registry_merge import Merged

SCREEN = 30


def show_merged(terminal: Terminal, merged: Merged) -> None:
    terminal.say("registry-merged", keep=merged.keep.ref, other=merged.other.ref)
    for column, text in merged.merge.changed:
        line = terminal.word("registry-cell", column=_column(terminal, column), text=" ".join(text.split()))
        terminal.out.print(Text(f"  {line}"))
    if merged.merge.conflicts:
        terminal.blank()
        terminal.say("registry-conflicts", style="yellow")
        columns = ("registry-column", "registry-kept", "registry-dropped")
        table = quiet(*map(terminal.word, columns))
        for each in merged.merge.conflicts:
            table.add_row(_column(terminal, each.column), Text(each.kept), Text(each.dropped, style="dim"))
        terminal.out.print(table)
    terminal.blank()
    terminal.say("registry-copy", style="dim", name=merged.copy)
    if merged.in_routing:
        terminal.say("registry-in-routing", style="yellow", keep=merged.keep.ref, other=merged.other.ref)
    next_step(terminal, "registry-next-check")


def _column(terminal: Terminal, column: str) -> str:
    return heading(terminal.language, column) if column in COLUMNS else column


def merged_as_json(merged: Merged) -> dict[str, Any]:
    return {
        "keep": merged.keep.ref,
        "other": merged.other.ref,
        "changed": dict(merged.merge.changed),
        "conflicts": [
            {"column": each.column, "kept": each.kept, "dropped": each.dropped}
            for each in merged.merge.conflicts
        ],
        "copy": merged.copy,
        "in_routing": merged.in_routing,
    }


def show_imported(terminal: Terminal, imported: Imported, *, dry: bool) -> None:
    terminal.problems(imported.problems)
    _columns(terminal, imported)
    if not imported.read:
        terminal.blank()
        terminal.say("registry-import-refused", style="bold")
        return
    _differences(terminal, imported)
    terminal.blank()
    added, filled = len(imported.added), len(imported.filled)
    said = "registry-import-would" if dry else "registry-import-done"
    terminal.say(said, style="bold", added=added, filled=filled, known=imported.known)
    for entry in imported.added[:SCREEN]:
        line = Text(f"  + {entry.name}")
        line.append(f"  {entry.ref}", style="dim")
        terminal.out.print(line)
    for each in imported.filled[:SCREEN]:
        filled_in = terminal.word("registry-cell", column=_column(terminal, each.column), text=each.text)
        terminal.out.print(Text(f"  {each.body} · {filled_in}", style="dim"))
    more = max(0, added - SCREEN) + max(0, filled - SCREEN)
    if more:
        terminal.say("registry-more-changes", style="dim", count=more)
    if imported.kept:
        terminal.say("registry-mapping-kept", style="dim")
    if imported.copy:
        terminal.say("registry-copy", style="dim", name=imported.copy)
    next_step(terminal, "registry-next-dry" if dry else "registry-next-check")


def _columns(terminal: Terminal, imported: Imported) -> None:
    """Show which column was taken for which, the guesses marked, and how to map those that are left."""
    table = quiet(*map(terminal.word, ("registry-theirs", "registry-ours", "registry-how")))
    for match in imported.matches:
        ours = _column(terminal, match.column) if match.column else terminal.word("registry-unread-column")
        style = "yellow" if match.how == "near" else "dim"
        table.add_row(match.heading, ours, Text(terminal.word(f"registry-how-{match.how}"), style=style))
    for name in imported.unknown:
        table.add_row(name, "—", Text(terminal.word("registry-how-not"), style="yellow"))
    if imported.matches or imported.unknown:
        terminal.out.print(table)
    if imported.unknown:
        terminal.blank()
        terminal.say("registry-how-to-map", heading=imported.unknown[0], columns=", ".join(COLUMNS))
    foreign = next((each for each in imported.problems if isinstance(each, ValueUnknown)), None)
    if foreign:
        terminal.blank()
        column = foreign.column.removeprefix("heading-")
        choice = foreign.allowed[0].removeprefix(f"{column}-")
        terminal.say("registry-how-to-value", column=column, value=foreign.value, choice=choice)


def _differences(terminal: Terminal, imported: Imported) -> None:
    if not imported.differences:
        return
    terminal.blank()
    terminal.say("registry-differences", style="yellow", count=len(imported.differences))
    columns = ("registry-id", "registry-column", "registry-in-registry", "registry-in-file")
    table = quiet(*map(terminal.word, columns))
    for each in imported.differences[:SCREEN]:
        table.add_row(
            Text(each.body, style="dim"), _column(terminal, each.column), Text(each.ours), Text(each.theirs)
        )
    terminal.out.print(table)
    if len(imported.differences) > SCREEN:
        terminal.say("registry-more-changes", style="dim", count=len(imported.differences) - SCREEN)


def imported_as_json(imported: Imported, language: str) -> dict[str, Any]:
    return {
        "read": imported.read,
        "columns": [
            {"heading": match.heading, "column": match.column, "how": match.how} for match in imported.matches
        ],
        "not_understood": list(imported.unknown),
        "added": [{"id": entry.ref, "name": entry.name} for entry in imported.added],
        "filled": [{"id": each.body, "column": each.column, "value": each.text} for each in imported.filled],
        "differences": [
            {
                "id": each.body,
                "column": each.column,
                "ours": each.ours,
                "theirs": each.theirs,
                "place": str(each.place),
            }
            for each in imported.differences
        ],
        "known": imported.known,
        "mapping_kept": imported.kept,
        "copy": imported.copy,
        "problems": [problem.as_json(language) for problem in imported.problems],
    }
