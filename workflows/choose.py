"""Choice sheets of the process: written for a person, read back, recorded as outcomes."""

from dataclasses import dataclass

from workflows.post import Desk
from workflows.process import Action


@dataclass(frozen=True)
class SheetWritten:
    """A choice sheet that now lies in exports/."""

    action: str
    path: str
    subjects: int


def write_sheet(desk: Desk, action: Action) -> SheetWritten:
    """Write the choice sheet of an action."""
    raise NotImplementedError
