"""What is due at an instant: one pure function of the process, the record and the clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from workflows.process import Action, Performance, Phase, Process, When


@dataclass(frozen=True)
class Record:
    """What has happened so far, as far as the process looks at it."""

    launched_at: datetime | None
    deadline_at: datetime
    zone: ZoneInfo
    owing: tuple[str, ...] = ()  # stakeholders with items they have not answered
    performed: frozenset[str] = frozenset()  # keys of actions that are done
    cleared_at: datetime | None = None


@dataclass(frozen=True)
class Due:
    """One thing to do: its `key` names it for ever, so that it is done once. A standing action has none."""

    action: str
    perform: Performance
    due_at: datetime
    key: str = ""
    stakeholder: str = ""


def due(process: Process, record: Record, instant: datetime) -> tuple[Due, ...]:
    """Return what is due at `instant`, in the order of the process.

    Nothing is due before the launch or after the clearance. A reminder whose time lay before the launch is
    never sent; of several that have come due, only the latest is.
    """
    if record.launched_at is None or record.cleared_at is not None or instant < record.launched_at:
        return ()
    return tuple(
        item
        for phase in process.phases
        if _moment(phase.start, record) <= instant and not _over(phase, record, instant)
        for item in _due_in(phase, record, instant)
    )


def instant_of(when: When, record: Record) -> datetime:
    """Return when an action falls due: a wall-clock time of the consultation's zone on a counted day."""
    anchor = _moment(when.of, record).astimezone(record.zone)
    return datetime.combine(anchor.date() + timedelta(days=when.days), when.at, record.zone)


def _due_in(phase: Phase, record: Record, instant: datetime) -> Iterator[Due]:
    latest = _latest_reminder(phase, record, instant)
    for action in phase.actions:
        if action.standing:
            yield Due(action.id, action.perform, instant)
        elif action.to == "owing":
            if action is latest:
                yield from _reminders(action, record)
        elif action.when and action.id not in record.performed:
            at = instant_of(action.when, record)
            if at <= instant:
                yield Due(action.id, action.perform, at, key=action.id)


def _latest_reminder(phase: Phase, record: Record, instant: datetime) -> Action | None:
    passed = [
        (instant_of(action.when, record), index)
        for index, action in enumerate(phase.actions)
        if action.to == "owing"
        and action.when
        and record.launched_at is not None
        and record.launched_at < instant_of(action.when, record) <= instant
    ]
    return phase.actions[max(passed)[1]] if passed else None


def _reminders(action: Action, record: Record) -> Iterator[Due]:
    if action.when is None:
        return
    at = instant_of(action.when, record)
    for stakeholder in record.owing:
        key = f"{action.id}:{stakeholder}"
        if key not in record.performed:
            yield Due(action.id, action.perform, at, key=key, stakeholder=stakeholder)


def _over(phase: Phase, record: Record, instant: datetime) -> bool:
    """A phase that lasts until the deadline is over after it; one until the clearance, when that is given."""
    return phase.until == "deadline" and instant > record.deadline_at


def _moment(name: str, record: Record) -> datetime:
    if name == "deadline" or record.launched_at is None:
        return record.deadline_at
    return record.launched_at
