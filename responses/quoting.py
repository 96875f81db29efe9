"""What somebody else wrote, as it may be quoted in a sentence: on one line, with nothing unseen in it."""

import re
from typing import Final

_UNSEEN: Final = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, half characters, and what turns the direction of the text that follows."""

REPLACED: Final = "\ufffd"


def quoted(text: str, limit: int) -> str:
    """Return a text on one line of at most `limit` characters; what cannot be shown is visibly replaced."""
    return shortened(one_line(text), limit)


def one_line(text: str) -> str:
    """Return a text on one line, whatever it holds; what cannot be shown is visibly replaced."""
    line = " ".join(text.split())
    return _UNSEEN.sub(REPLACED, line) if not line.isascii() or not line.isprintable() else line


def shortened(line: str, limit: int) -> str:
    """Return the beginning of a line that is too long, up to a whole word, with an ellipsis."""
    if len(line) <= limit:
        return line
    start = line[: limit - 1]
    whole, _, _ = start.rpartition(" ")
    return f"{whole if len(whole) > limit // 2 else start}…"
