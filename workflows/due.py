"""What is due at an instant: one pure function of the process, the record and the clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from store.standing import Round as Opened
from workflows.moments import Times
from workflows.process import MAILS, Action, Condition, Conditions, Phase, Process, When
from workflows.record import Record
from workflows.working_time import Quiet, is_quiet, is_working, next_open

LONGEST_REST = timedelta(days=14)
"""No State rests for longer, its own days off apart: what lies further off need not be looked up."""

OF_DEADLINE = ("soft", "deadline", "shuts")


@dataclass(frozen=True)
class Slot:
    """One thing to do at one time; `key` names it for ever, so that it is done once.

    `group`: the deadline of those stakeholders whom it concerns, where an action goes by their deadlines.
    A standing action has no key.
    """

    action: Action
    phase: Phase
    at: datetime
    key: str = ""
    group: datetime | None = None


def due(process: Process, record: Record, instant: datetime) -> tuple[Slot, ...]:
    """Return what is due at `instant`, in the order of the process.

    Nothing is due before the launch; after the clearance, only what waits for it. Of several reminders that
    have come due for one deadline only the latest is, none from before the round was opened, and none that
    was to go out before the deadline once that has passed. In quiet hours and on days of rest no letter is.
    """
    found = _due(process, record, instant)
    return tuple(slot for slot in found if not _waits(slot, process, record, instant))


def held_back(process: Process, record: Record, instant: datetime) -> tuple[Slot, ...]:
    """Return the letters that are due but for the hour or the day: they wait until people work."""
    found = _due(process, record, instant)
    return tuple(slot for slot in found if _waits(slot, process, record, instant))


def _due(process: Process, record: Record, instant: datetime) -> tuple[Slot, ...]:
    if record.launched_at is None or not before(record.launched_at, instant):
        return ()
    now = _Now(process, record, instant)
    found = (slot for phase in active(process, record, instant) for slot in now.due_in(phase))
    return tuple(slot for slot in found if slot.key not in record.done)


def _waits(slot: Slot, process: Process, record: Record, instant: datetime) -> bool:
    """Say whether it is no time for a letter: the calendar is asked only where one is due."""
    when = slot.action.when
    if slot.action.perform not in MAILS or when is None:
        return False
    if hushed(process, record, instant):
        return True
    fixed = when.shift == "none" or slot.action.id in record.dates
    return not fixed and not is_working(instant.astimezone(record.zone).date(), record.calendar)


def before(at: datetime, instant: datetime) -> bool:
    """Say whether `at` has come at `instant`: in UTC, since clocks of one zone show some times twice."""
    return at.astimezone(UTC) <= instant.astimezone(UTC)


def schedule(process: Process, record: Record) -> tuple[Slot, ...]:
    """Return everything with a time that is known, done or not, in the order of time."""
    now = _Now(process, record, record.launched_at or record.deadline)
    slots = [
        Slot(action, phase, at, key, group)
        for phase in process.phases
        for action in phase.actions
        for key, group in now.keys(action)
        if (at := now.time(action, group)) is not None
    ]
    return tuple(sorted(slots, key=lambda slot: slot.at.astimezone(UTC)))


def hushed(process: Process, record: Record, instant: datetime) -> bool:
    """Say whether letters must wait, because it is too late or too early in the day."""
    quiet = quiet_hours(process)
    return quiet is not None and is_quiet(instant, quiet, record.zone)


def quiet_hours(process: Process) -> Quiet | None:
    said = process.written.quiet
    return Quiet(said.start, said.end) if said else None


def active(process: Process, record: Record, instant: datetime) -> tuple[Phase, ...]:
    """Return the phases that have begun and are not over at `instant`."""
    now = _Now(process, record, instant)
    return tuple(
        phase for number, phase in enumerate(process.phases) if now.begun(number) and not now.over(number)
    )


@dataclass(frozen=True)
class _Now:
    process: Process
    record: Record
    instant: datetime

    def begun(self, number: int) -> bool:
        enter = self.process.phases[number].enter
        if enter is not None:
            return self.hold(enter)
        return self.passed(self.record.launched_at) if number == 0 else self.over(number - 1)

    def over(self, number: int) -> bool:
        """Tell whether a phase began and its exit holds; clearing ends all but those that wait for it."""
        if not self.begun(number):
            return False
        if self.passed(self.record.cleared_at) and number < self._after_clearing():
            return True
        end = self.process.phases[number].exit
        return end is not None and self.hold(end)

    def hold(self, conditions: Conditions) -> bool:
        if conditions.all:
            return all(map(self.holds, conditions.all))
        return any(map(self.holds, conditions.any))

    def holds(self, condition: Condition) -> bool:
        match condition:
            case Condition(launched=True):
                return self.passed(self.record.launched_at)
            case Condition(cleared=True):
                return self.passed(self.record.cleared_at)
            case Condition(after=When() as when):
                return self.passed(Times(self.process, self.record).of(when))
            case Condition(complete=name) if name:
                return name in self.record.complete
            case Condition(over=name) if name:
                return self.over([phase.id for phase in self.process.phases].index(name))
        return (condition.done or f"{condition.decided}.decided") in self.record.done

    def passed(self, at: datetime | None) -> bool:
        return at is not None and before(at, self.instant)

    def due_in(self, phase: Phase) -> Iterator[Slot]:
        for action in phase.actions:
            if action.standing:
                yield Slot(action, phase, self.instant)
            elif action.perform != "hold":  # that is done by people
                for key, group in self.keys(action):
                    at = self.come(action, group)
                    if at is not None and not self._overtaken(action, phase, at, group):
                        yield Slot(action, phase, at, key, group)

    def keys(self, action: Action) -> list[tuple[str, datetime | None]]:
        """Return a key for each deadline that an action goes by: extensions have reminders of their own."""
        opened = self.record.rounds.get(action.round)
        by_deadline = {f"{action.round}.{which}" for which in OF_DEADLINE}
        if (
            action.perform != "remind"
            or opened is None
            or not action.when
            or action.when.of not in by_deadline
        ):
            return [(action.id, None)]
        deadlines = sorted({opened.deadline, *map(opened.deadline_of, opened.deadlines)})
        return [(f"{action.id}@{each.astimezone(UTC):%Y-%m-%dT%H%MZ}", each) for each in deadlines]

    def time(self, action: Action, group: datetime | None) -> datetime | None:
        """Return when an action is to be performed: on a working day, and letters not in quiet hours."""
        if action.when is None:
            return None
        if fixed := self.record.dates.get(action.id):
            return fixed
        at = Times(self.process, self.record, group).of(action.when)
        quiet = quiet_hours(self.process)
        if at is None or quiet is None or action.perform not in MAILS:
            return at
        return next_open(at, self.record.calendar, quiet) if is_quiet(at, quiet, self.record.zone) else at

    def come(self, action: Action, group: datetime | None) -> datetime | None:
        """Return the time of an action if it has come; the calendar is asked only where that may be."""
        if action.when is None:
            return None
        raw = self.record.dates.get(action.id) or Times(self.process, self.record, group).raw(action.when)
        rest = LONGEST_REST + timedelta(days=len(self.record.calendar.also))
        if raw is None or before(self.instant + rest, raw):
            return None
        if action.when.shift == "next" and not before(raw, self.instant):
            return None  # it can only become later
        at = self.time(action, group)
        return at if self.passed(at) else None

    def _overtaken(self, action: Action, phase: Phase, at: datetime, group: datetime | None) -> bool:
        """Say whether a reminder is none any more: a later one has come, or it lies before the round."""
        if action.perform != "remind":
            return False
        opened = self.record.rounds.get(action.round)
        if opened is None or before(at, _known_since(opened, group)):
            return True
        deadline = group or opened.deadline
        if self.passed(deadline) and before(at, deadline):
            return True  # it spoke of a deadline to come
        order = [each for each in phase.actions if (each.perform, each.round) == ("remind", action.round)]
        come = [
            (other.astimezone(UTC), n)
            for n, each in enumerate(order)
            if (other := self.come(each, group)) is not None
        ]
        return order[max(come)[1]] is not action

    def _after_clearing(self) -> int:
        """Return the number of the first phase that waits for the clearance."""
        phases = self.process.phases
        waiting = (
            number
            for number, phase in enumerate(phases)
            if phase.enter and any(each.cleared for each in (*phase.enter.all, *phase.enter.any))
        )
        return next(waiting, len(phases))


def _known_since(opened: Opened, group: datetime | None) -> datetime:
    """Return since when a deadline holds: the opening, or the first extension to it."""
    to_it = [
        opened.granted.get(body, opened.opened)
        for body in opened.deadlines
        if opened.deadline_of(body) == group != opened.deadline
    ]
    return min(to_it, default=opened.opened)
