"""The signs beside the options of one list, read together: beside `✓`, `x` has two readings."""

from collections.abc import Iterable, Mapping
from typing import Final

from workbooks.contents import Value as CellValue
from workbooks.contents import text
from workbooks.values import Unreadable, read_tick, tick_key, typed

_RANKS: Final = 2
"""So many different figures in one list are an order, or marks, and no ticks."""


def read_ticks(cells: Mapping[str, CellValue]) -> dict[str, bool | Unreadable]:
    """Read the cells of the options of a list; `✗` beside `✓` says no, alone it says nothing for certain."""
    read = {option: read_tick(value) for option, value in cells.items()}
    signs = {option: tick_key(text(value)) for option, value in cells.items()}
    crossed = any(sign in typed()["crosses"] for sign in signs.values())
    if True in read.values() and not crossed:
        read |= dict.fromkeys((each for each in signs if signs[each] in typed()["struck"]), False)
    return read


def unclear(cells: Iterable[CellValue]) -> tuple[str, ...]:
    """Return what stands in a list whose signs together have two readings; nothing where they have one.

    Beside another sign that says yes, `x` may strike out; a row of figures may be an order of importance.
    """
    shown = {tick_key(text(value)): text(value).strip() for value in cells}
    crosses = shown.keys() & typed()["crosses"]
    others = {sign for sign in shown if read_tick(sign) is True or sign in typed()["circles"]} - crosses
    figures = {sign for sign in shown if sign.isdigit() and sign.strip("0")}
    if (crosses and others) or len(figures) >= _RANKS:
        return tuple(words for sign, words in shown.items() if sign in crosses | others | figures)
    return ()
