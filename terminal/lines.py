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


def put_text(terminal: Terminal, text: Text, indent: int, *, label: str = "") -> None:
    """Print a text further in, after a label; where a screen wraps it, the rest stands beneath its begin."""
    if not terminal.out.is_terminal:
        terminal.out.print(Text(" " * indent + label).append_text(text))
        return
    width = max(20, terminal.out.width - indent - len(label))
    for number, line in enumerate(text.wrap(terminal.out, width)):
        head = label if not number else " " * len(label)
        terminal.out.print(Padding(Text(head).append_text(line), (0, 0, 0, indent)))
