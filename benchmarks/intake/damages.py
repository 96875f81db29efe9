"""Everything that people do to a workbook or a Word form before it comes back, each in their words."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

WORKBOOK: Final = (
    "sheets", "codes", "rows", "columns", "places", "merges", "values", "files", "others", "shifted",
    "struck", "meanings", "unsaid",
)  # fmt: skip
FORM: Final = ("word_tables", "word_cells", "word_files", "word_struck")
SUBJECTS: Final = (*WORKBOOK, *FORM)

KINDS: Final = {"workbook": WORKBOOK, "form": FORM}
"""What is damaged: the workbook, or the Word form; with the subjects of its damages."""


@dataclass(frozen=True)
class Damage:
    """Something done to a workbook, or to a Word form; `what` says it as people would."""

    subject: str
    name: str
    what: str
    do: Callable[[Any], None]

    @property
    def kind(self) -> str:
        """What is damaged, one of KINDS."""
        return next(kind for kind, subjects in KINDS.items() if self.subject in subjects)


_KNOWN: dict[str, Damage] = {}


def damage(what: str) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    def known(do: Callable[[Any], None]) -> Callable[[Any], None]:
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
