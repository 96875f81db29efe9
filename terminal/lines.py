"""Lines that stand further in, and texts from outside that steer nothing."""

import unicodedata

from rich.padding import Padding
from rich.text import Text

from terminal.console import Terminal

JOINERS = "\u200c\u200d"


def cleaned(text: str) -> str:
    """Return a text fit for a terminal: line breaks stay, what is invisible or would steer it becomes �."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(letter if _harmless(letter) else "\ufffd" for letter in lines)


def _harmless(letter: str) -> bool:
    return letter.isprintable() or letter in JOINERS or letter == "\n" or unicodedata.category(letter) == "Zs"


def put(terminal: Terminal, text: str, *, style: str = "", indent: int = 2) -> None:
    put_text(terminal, Text(text, style=style), indent)


def put_text(terminal: Terminal, text: Text, indent: int, *, hang: int = 0) -> None:
    """Print a line further in; where a screen wraps it, the rest stays as far in, and `hang` further."""
    if not terminal.out.is_terminal:
        terminal.out.print(Text(" " * indent).append_text(text))
        return
    width = max(20, terminal.out.width - indent - hang)
    first, *rest = text.wrap(terminal.out, width) or [Text()]
    terminal.out.print(Padding(first, (0, 0, 0, indent)))
    for line in rest:
        terminal.out.print(Padding(line, (0, 0, 0, indent + hang)))
