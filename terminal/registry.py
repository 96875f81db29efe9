"""The bodies of the registry: listed, found, and those that are likely the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from stakeholders.columns import heading
from stakeholders.words import fold, printed
from terminal.console import Terminal
from terminal.outcomes import next_step
from terminal.tables import quiet

if TYPE_CHECKING:
    from stakeholders.duplicates import Pair
    from stakeholders.entries import Entry
    from stakeholders.model import Attended, Stakeholder
    from stakeholders.search import Hit
    from workflows.registry import Register

SCREEN = 18
"""Bodies shown, at two lines each, where more would fill more than a screen."""


def show_bodies(
    terminal: Terminal, register: Register, bodies: Sequence[Stakeholder], *, whole: bool
) -> None:
    if not bodies:
        terminal.say("registry-nobody-fits" if register.stakeholders else "registry-nobody")
        return
    columns = ("registry-body", "registry-kind", "registry-regions", "registry-trained")
    table = quiet(*map(terminal.word, columns))
    shown = bodies if whole else bodies[:SCREEN]
    for body in shown:
        regions = [_region(terminal, body, region) for region in body.regions]
        regions += [
            terminal.word("registry-focal", region=region)
            for region in body.focal_for
            if fold(region) not in map(fold, body.regions)
        ]
        table.add_row(
            _named(name_of(terminal, body.name, at_risk=body.at_risk), body.id),
            printed(terminal.language, f"kind-{body.kind}"),
            ", ".join(regions) or "—",
            ", ".join(map(_attended, body.trainings)) or "—",
        )
    terminal.out.print(table)
    _more(terminal, len(bodies) - len(shown))
    terminal.blank()
    trained = sum(bool(body.trainings) for body in bodies)
    risky = sum(body.at_risk for body in bodies)
    everybody = len(register.stakeholders)
    terminal.say("registry-sum", count=len(bodies), of=everybody, trained=trained, risky=risky)
    unread = len(register.entries) - everybody
    if unread > 0:
        terminal.say("registry-unread", style="yellow", count=unread)


def _region(terminal: Terminal, body: Stakeholder, region: str) -> str:
    focal = fold(region) in map(fold, body.focal_for)
    return terminal.word("registry-focal", region=region) if focal else region


def _attended(each: Attended) -> str:
    return str(each)


def _named(name: Text, ref: str) -> Text:
    """Put the id below a name, where it stands unbroken."""
    return Text.assemble(name, "\n", (ref, "dim"))


def name_of(terminal: Terminal, name: str, *, at_risk: bool) -> Text:
    """Return a body's name, marked where it is at risk."""
    text = Text(name)
    if at_risk:
        text.append(f" ({terminal.word('registry-at-risk')})", style="yellow")
    return text


def bodies_as_json(register: Register, bodies: Sequence[Stakeholder]) -> dict[str, Any]:
    return {
        "stakeholders": [body.model_dump(mode="json") | {"trained": sorted(body.trained)} for body in bodies],
        "unread": max(0, len(register.entries) - len(register.stakeholders)),
    }


def show_hits(terminal: Terminal, hits: Sequence[Hit], *, whole: bool) -> None:
    if not hits:
        terminal.say("registry-nothing-found")
        return
    table = quiet(*map(terminal.word, ("registry-body", "registry-found-in")))
    shown = hits if whole else hits[:SCREEN]
    for hit in shown:
        found = Text()
        for number, column in enumerate(hit.columns):
            found.append("\n" if number else "")
            name = heading(terminal.language, column)
            text = _short(hit.entry.text(column))
            found.append(name if column == "name" else terminal.word("registry-cell", column=name, text=text))
        table.add_row(_named(Text(hit.entry.name), hit.entry.ref), found)
    terminal.out.print(table)
    _more(terminal, len(hits) - len(shown))


def _short(text: str, limit: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def _more(terminal: Terminal, count: int) -> None:
    if count > 0:
        terminal.say("registry-more", style="dim", count=count)


def hits_as_json(hits: Sequence[Hit]) -> dict[str, Any]:
    return {
        "found": [
            {
                "id": hit.entry.ref,
                "name": hit.entry.name,
                "score": round(hit.score, 1),
                "columns": list(hit.columns),
                "place": str(hit.entry.place),
            }
            for hit in hits
        ]
    }


def show_pairs(terminal: Terminal, pairs: Sequence[Pair]) -> None:
    if not pairs:
        terminal.say("registry-no-duplicates")
        return
    for pair in pairs:
        for entry in (pair.keep, pair.other):
            line = Text(entry.name)
            line.append(f"  {entry.ref} · {_at(entry)}", style="dim")
            terminal.out.print(line)
        why = [terminal.word(f"registry-sign-{sign.kind}", value=sign.value) for sign in pair.signs]
        terminal.out.print(Text("  " + " · ".join(why), style="yellow"))
        terminal.out.print(Text(f"  consult registry merge {pair.keep.ref} {pair.other.ref}", style="dim"))
        terminal.blank()
    terminal.say("registry-pairs", count=len(pairs))
    next_step(terminal, "registry-next-merge")


def _at(entry: Entry) -> str:
    return entry.place.cell or f"{entry.place.line}:{entry.place.column}"


def pairs_as_json(pairs: Sequence[Pair]) -> dict[str, Any]:
    return {
        "pairs": [
            {
                "keep": pair.keep.ref,
                "other": pair.other.ref,
                "score": pair.score,
                "signs": [{"kind": sign.kind, "value": sign.value} for sign in pair.signs],
                "places": [str(pair.keep.place), str(pair.other.place)],
            }
            for pair in pairs
        ]
    }
