"""What became of the letters in outbox/, and what is for a person to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.padding import Padding
from rich.text import Text

from terminal.console import Terminal
from terminal.outcomes import next_step
from terminal.tables import quiet

if TYPE_CHECKING:
    from workflows.send import Sent, Told

COUNTED: Final = ("now", "sent", "delayed", "waiting", "later", "failed", "bounced", "unknown", "open")
"""How it stands with letters, in the order in which it is told; those for a person come last but one."""

FOR_A_PERSON: Final = ("failed", "bounced", "unknown")
OUR_WORDS: Final = frozenset(
    {"too-large", "not-international", "lost-before-end", "lost-after-end", "interrupted"}
)
SHOWN: Final = 20
MEBIBYTE: Final = 2**20


def show_sent(terminal: Terminal, sent: Sent) -> None:
    """Print how many letters left, and every one that needs somebody."""
    counts = sent.counts
    _count(terminal, sent)
    for standing in FOR_A_PERSON:
        _list(terminal, standing, [each for each in sent.letters if each.letter.standing == standing])
    if sent.by_hand and any(counts[standing] for standing in FOR_A_PERSON):
        terminal.blank()
        terminal.say("send-not-noted")
    if sent.problems:
        terminal.blank()
        terminal.problems(sent.problems, to_error=False)
    left = counts["waiting"] + counts["later"]
    if not sent.configured and left:
        terminal.blank()
        terminal.say("send-not-configured")
        next_step(terminal, "send-next-by-hand")
    elif left:
        next_step(terminal, "send-next-mend" if sent.mistaken else "send-next-again")
    elif counts["unknown"]:
        next_step(terminal, "send-next-unknown")
    elif counts["failed"] or counts["bounced"]:
        next_step(terminal, "send-next-failed")
    else:
        next_step(terminal, "send-next-status")


def _count(terminal: Terminal, sent: Sent) -> None:
    if not sent.letters:
        terminal.say("send-nothing")
        return
    table = quiet(terminal.word("send-letters"), terminal.word("send-count"), right=[1])
    for standing in COUNTED:
        if sent.counts[standing]:
            word = "noted" if sent.by_hand and standing == "now" else standing
            table.add_row(terminal.word(f"send-{word}"), str(sent.counts[standing]))
    terminal.out.print(table)


def show_pause(terminal: Terminal, seconds: float) -> None:
    """Print that nothing happens for a while, where it is in nobody's way."""
    terminal.err.print(Text(terminal.word("send-pause", seconds=round(seconds)), style="dim"))


def _list(terminal: Terminal, standing: str, letters: list[Told]) -> None:
    if not letters:
        return
    terminal.blank()
    terminal.say(f"send-{standing}-what", style="yellow")
    for each in letters[:SHOWN]:
        _indented(terminal, _line(terminal, each))
    if len(letters) > SHOWN:
        terminal.say("send-more", style="dim", count=len(letters) - SHOWN)


def _line(terminal: Terminal, told: Told) -> str:
    why = _why(terminal, told.letter.detail)
    message = "send-letter" if why else "send-letter-alone"
    return terminal.word(message, name=told.name, path=told.letter.path, why=why)


def _indented(terminal: Terminal, line: str) -> None:
    """Print a line that stays indented where a screen wraps it; a pipe gets it whole."""
    wrapped = Padding(Text(line), (0, 0, 0, 2))
    terminal.out.print(wrapped if terminal.out.is_terminal else Text(f"  {line}"))


def _why(terminal: Terminal, detail: str) -> str:
    """Say why in our words where the reason is ours; else in the server's."""
    code, *rest = detail.split(" ")
    if code not in OUR_WORDS:
        return detail
    if code != "too-large":
        return terminal.word(f"send-why-{code}")
    size, limit = map(int, rest)
    word = "send-why-too-large" if limit >= MEBIBYTE else "send-why-far-too-large"
    return terminal.word(word, size=_size(terminal, size), limit=_size(terminal, limit))


def _size(terminal: Terminal, size: int) -> str:
    """Return a size to be read, rounded up so that what is too large looks so."""
    if size < MEBIBYTE:
        return terminal.word("send-kibibytes", count=-(-size // 2**10))
    return terminal.word("send-mebibytes", count=-(-size * 10 // MEBIBYTE) / 10)
