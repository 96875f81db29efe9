"""Early warning: who is silent, what will be late, whose mail came back, what has a single voice."""

from dataclasses import dataclass

from workflows.due import Slot
from workflows.post import Desk


@dataclass(frozen=True)
class Warned:
    """A letter to the coordinator that now lies in the outbox."""

    path: str


def warn(desk: Desk, slot: Slot) -> Warned:
    """Write the coordinator what is likely to go wrong."""
    raise NotImplementedError
