"""What a compiled submission does not show as it was said: for the coordinator, none of it stops anything."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class TextsWithheld(Problem):
    code: ClassVar[str] = "texts-withheld"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int


@dataclass(frozen=True, kw_only=True)
class CharactersReplaced(Problem):
    code: ClassVar[str] = "characters-replaced"
    severity: ClassVar[Severity] = Severity.WARNING
    items: tuple[str, ...]
