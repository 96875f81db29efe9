"""What came in, file by file, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from languages import say
from terminal.console import Terminal
from terminal.outcomes import next_step
from terminal.tables import quiet
from workbooks.verdict import Verdict

STYLES = {
    Verdict.ACCEPTED: "green",
    Verdict.ACCEPTED_WITH_WARNINGS: "green",
    Verdict.PARTLY_ACCEPTED: "yellow",
    Verdict.NEEDS_A_PERSON: "yellow",
    Verdict.REFUSED: "red",
    Verdict.UNPACKED: "dim",
}

if TYPE_CHECKING:
    from workflows.receive import FileOutcome, Received


def show_received(terminal: Terminal, received: Received, *, whole: bool = False) -> None:
    terminal.problems(received.problems)
    if not received.files:
        terminal.say("receive-nothing")
        next_step(terminal, "receive-next-status")
        return
    columns = ("receive-file", "receive-from", "receive-version", "receive-answers")
    table = quiet(*map(terminal.word, columns), "", right=[2, 3])
    for each in received.files:
        table.add_row(
            each.name,
            each.sender or terminal.word("receive-unknown"),
            str(each.version) if each.version else "",
            str(each.answers) if each.answers else "",
            _verdict(terminal, each),
        )
    terminal.out.print(table)
    for each in received.files:
        if each.problems:
            terminal.blank()
            if whole:
                terminal.problems(each.problems, to_error=False)
            else:
                terminal.digest(each.problems)
    terminal.blank()
    _sum(terminal, received)


def _verdict(terminal: Terminal, each: FileOutcome) -> Text:
    if _settled_before(each):
        return Text(terminal.word("receive-before"), style="dim")
    told = Text(say(terminal.language, "verdicts", each.verdict.value), style=STYLES[each.verdict])
    if each.late:
        told.append(f" · {terminal.word('receive-late')}", style="yellow")
    return told


def _settled_before(each: FileOutcome) -> bool:
    """Say whether a file came before and needs nobody; one that does is shown until it is dismissed."""
    return each.known and each.verdict is not Verdict.NEEDS_A_PERSON


def _sum(terminal: Terminal, received: Received) -> None:
    counts = Counter(each.verdict for each in received.files if not _settled_before(each))
    known = sum(_settled_before(each) for each in received.files)
    person, refused = counts[Verdict.NEEDS_A_PERSON], counts[Verdict.REFUSED]
    taken = len(received.files) - known - person - refused
    terminal.say(
        "receive-sum", files=len(received.files), taken=taken, known=known, person=person, refused=refused
    )
    if received.moved:
        terminal.say("receive-cleared-away", style="dim")
    if received.letters:
        kinds = Counter(each.action for each in received.letters)
        terminal.say("receive-letters", receipts=kinds.pop("receipt", 0), others=kinds.total())
    next_step(terminal, "receive-next-person" if person or refused else "receive-next-status")
