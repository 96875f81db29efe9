"""What has happened so far, as far as the process looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from store.standing import Round as Opened
from workflows.working_time import Calendar


@dataclass(frozen=True)
class Record:
    """The state of a consultation. Instants are aware; `zone` is the one whose clocks people look at."""

    zone: ZoneInfo
    calendar: Calendar
    deadline: datetime  # the one of consultation.yaml
    launched_at: datetime | None = None
    cleared_at: datetime | None = None
    rounds: Mapping[str, Opened] = field(default_factory=dict)
    done: Mapping[str, datetime] = field(default_factory=dict)  # by the key of what was performed or held
    complete: frozenset[str] = frozenset()  # rounds in which nobody owes anything
    dates: Mapping[str, datetime] = field(default_factory=dict)  # of actions, as consultation.yaml fixes them
