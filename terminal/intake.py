"""What came in, file by file, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from languages import say
from problems import Problem, Severity
from problems.stages import NothingFilledIn
from terminal.console import Terminal
from terminal.fetching import show_fetched
from terminal.outcomes import next_step
from terminal.tables import quiet
from workbooks.verdict import Verdict
from workflows.answering import NOT_FOR_SENDERS

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


def show_received(
    terminal: Terminal, received: Received, *, whole: bool = False, asking: bool = False
) -> None:
    """Print what came; with `asking`, a person is asked about it next."""
    if received.fetched:
        show_fetched(terminal, received.fetched)
    terminal.problems(received.problems)
    if not received.files:
        terminal.say("receive-nothing")
        if not asking:
            next_step(terminal, "receive-next-status")
        return
    show_outcomes(terminal, received.files, whole=whole)
    terminal.blank()
    _sum(terminal, received, asking=asking)


def show_outcomes(terminal: Terminal, files: Sequence[FileOutcome], *, whole: bool = False) -> None:
    """Print a table of what came, then what is wrong with each file."""
    columns = ("receive-file", "receive-from", "receive-version", "receive-answers")
    table = quiet(*map(terminal.word, columns), "", right=[2, 3])
    for each in files:
        table.add_row(
            each.name.removeprefix("inbox/"),
            each.sender or terminal.word("receive-unknown"),
            str(each.version) if each.version else "",
            str(each.answers) if each.answers else "",
            _verdict(terminal, each),
        )
    terminal.out.print(table)
    for each in files:
        if each.problems:
            terminal.blank()
            if each.answer_to is None and speaks_to_sender(each.problems):
                terminal.say("receive-to-nobody", name=each.name.removeprefix("inbox/"))
            if whole:
                terminal.problems(each.problems, to_error=False)
            else:
                terminal.digest(each.problems)


def speaks_to_sender(problems: Sequence[Problem]) -> bool:
    """Say whether some sentence asks whoever sent a file to mend it, and not the coordinator."""
    return any(
        each.severity >= Severity.WARNING and not isinstance(each, (*NOT_FOR_SENDERS, NothingFilledIn))
        for each in problems
    )


def _verdict(terminal: Terminal, each: FileOutcome) -> Text:
    if _settled_before(each):
        return Text(terminal.word("receive-before"), style="dim")
    told = Text(say(terminal.language, "verdicts", each.verdict.value), style=STYLES[each.verdict])
    if each.late:
        told.append(f" · {terminal.word('receive-late')}", style="yellow")
    return told


def _settled_before(each: FileOutcome) -> bool:
    """Say whether a file came before and needs nobody; one that does is shown until it is dismissed."""
    return each.known and (each.done or each.verdict is not Verdict.NEEDS_A_PERSON)


def _sum(terminal: Terminal, received: Received, *, asking: bool) -> None:
    files = [each for each in received.files if each.verdict is not Verdict.UNPACKED]
    counts = Counter(each.verdict for each in files if not _settled_before(each))
    known = sum(map(_settled_before, files))
    person, refused = counts[Verdict.NEEDS_A_PERSON], counts[Verdict.REFUSED]
    taken = len(files) - known - person - refused
    terminal.say("receive-sum", files=len(files), taken=taken, known=known, person=person, refused=refused)
    if received.moved:
        terminal.say("receive-cleared-away", style="dim")
    if received.letters:
        kinds = Counter(each.action for each in received.letters)
        terminal.say("receive-letters", receipts=kinds.pop("receipt", 0), others=kinds.total())
        terminal.say("receive-letters-send" if received.by_server else "receive-letters-by-hand")
    if refused and any(_unanswered(each) for each in files):
        terminal.say("receive-refused-unanswered")
    if not asking:
        next_step(terminal, "receive-next-person" if person else "receive-next-status")


def _unanswered(each: FileOutcome) -> bool:
    """Say whether nobody was told that a file could not be read, since nobody knows whose it is."""
    return each.verdict is Verdict.REFUSED and not each.known and each.answer_to is None
