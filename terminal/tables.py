"""Quiet tables: no frames, a dim head, aligned columns."""

from collections.abc import Iterable
from typing import Literal

from rich.table import Table
from rich.text import Text


def quiet(*columns: str, right: Iterable[int] = (), whole: Iterable[int] = ()) -> Table:
    """Make a table without lines; `right` are columns of numbers, `whole` columns that are never wrapped."""
    numbers, unbroken = set(right), set(whole)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
    for index, name in enumerate(columns):
        side: Literal["left", "right"] = "right" if index in numbers else "left"
        table.add_column(name, justify=side, overflow="fold", no_wrap=index in unbroken)
    return table


BLOCKS = " ▏▎▍▌▋▊▉█"


def bar(share: float, width: int = 16) -> Text:
    """Draw a share of 1 as a bar of `width` letters, in eighths of a letter."""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    full, rest = divmod(eighths, 8)
    drawn = ("█" * full + (BLOCKS[rest] if rest else "")).ljust(width)
    return Text(drawn, style="green" if share >= 1 else "cyan")
