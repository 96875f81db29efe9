"""Problems of a returned workbook that cannot be told whose it is."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem


@dataclass(frozen=True, kw_only=True)
class NotIdentified(Problem):
    code: ClassVar[str] = "not-identified"


@dataclass(frozen=True, kw_only=True)
class TwoInvitations(Problem):
    code: ClassVar[str] = "two-invitations"
    count: int
