"""Everything that people do to a workbook before it comes back, each with its description in their words."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from benchmarks.intake.book import Case

SUBJECTS: Final = ("sheets", "codes", "rows", "columns", "places", "merges", "values", "files", "others")


@dataclass(frozen=True)
class Damage:
    """Something done to a workbook; `what` says it as people would."""

    subject: str
    name: str
    what: str
    do: Callable[[Case], None]


_KNOWN: dict[str, Damage] = {}


def damage(what: str) -> Callable[[Callable[[Case], None]], Callable[[Case], None]]:
    def known(do: Callable[[Case], None]) -> Callable[[Case], None]:
        if do.__name__ in _KNOWN:
            raise ValueError(do.__name__)
        subject = do.__module__.rpartition(".")[2].removeprefix("damage_")
        _KNOWN[do.__name__] = Damage(subject, do.__name__, what, do)
        return do

    return known


def damages() -> tuple[Damage, ...]:
    for subject in SUBJECTS:
        import_module(f"benchmarks.intake.damage_{subject}")
    return tuple(_KNOWN.values())
