"""What warnings look at, read from the record: cheap, one round at a time."""

from dataclasses import dataclass
from datetime import datetime

from store import standing
from store.connection import Store
from store.progress import Progress, progress
from workflows.warning import Concern, warnings
from workflows.warning_pace import Pace, pace_of


@dataclass(frozen=True)
class Watched:
    """A round as it is going: what worries, the most urgent first, and the pace."""

    round: str
    deadline: datetime
    progress: Progress
    pace: Pace
    concerns: tuple[Concern, ...]


def watch(
    store: Store,
    round: str,
    *,
    at: datetime,
    soft: datetime | None,
    counted: Progress | None = None,
    opened: standing.Round | None = None,
) -> Watched:
    """Look at a round that has been opened, whose soft deadline the process says."""
    with store.reading():
        opened = opened or standing.rounds(store)[round]
        counted = counted or progress(store, round)
        asked_again = {body.id for body in counted.stakeholders if body.reopened}
        open_ones = [each for each in standing.reopenings(store) if not each.answered] if asked_again else []
    requested: dict[str, datetime] = {}
    for each in open_ones:
        if each.stakeholder in asked_again:
            requested[each.stakeholder] = min(each.at, requested.get(each.stakeholder, each.at))
    pace = pace_of(counted, opened, at)
    concerns = warnings(counted, opened, soft=soft, requested=requested, pace=pace, at=at)
    return Watched(round, opened.deadline, counted, pace, concerns)
