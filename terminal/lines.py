"""Lines that stand further in, and texts from outside that steer nothing."""

import unicodedata

from rich.text import Text

from terminal.console import Terminal, unbroken

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
    """Print a text further in, after a label: its other lines, too, and those of a screen that wraps it."""
    if terminal.out.is_terminal:
        width = max(20, terminal.out.width - indent - len(label))
        lines = unbroken(text).wrap(terminal.out, width)
    else:
        lines = text.split()
    for number, line in enumerate(lines):
        head = label if not number else " " * len(label)
        terminal.out.print(Text(" " * indent + head).append_text(line))
