"""When: the instants of a process, planned or as they have come to be. Pure."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from languages.days import months_after
from workflows.process import Process, Round, When
from workflows.record import Record
from workflows.working_time import shifted, wall, working_days_from


class GoesRoundError(ValueError):
    """A moment that waits for itself."""


@dataclass(frozen=True)
class Times:
    """Tells times. `group` is the deadline of those whom it concerns, where it is not the one of all."""

    process: Process
    record: Record
    group: datetime | None = None
    asked: frozenset[str] = field(default=frozenset())  # moments on the way to this one

    def of(self, when: When) -> datetime | None:
        """Return when something is to happen; None while the moment that it counts from is not known."""
        raw = self.raw(when)
        return None if raw is None else self.on_working_day(raw, when)

    def raw(self, when: When) -> datetime | None:
        """Return the instant before it is moved to a working day."""
        if when.on is not None and when.at is not None:
            return wall(when.on, when.at, self.record.zone)
        anchor = self.moment(when.of)
        if anchor is None or not (when.days or when.working_days or when.months or when.at):
            return anchor
        local = anchor.astimezone(self.record.zone)
        day = months_after(local.date(), when.months) + timedelta(days=when.days)
        if when.working_days:
            day = working_days_from(day, when.working_days, self.record.calendar)
        return wall(day, when.at or local.time(), self.record.zone)

    def on_working_day(self, at: datetime, when: When) -> datetime:
        """Move an instant to a day on which people work, at the same time of day."""
        local = at.astimezone(self.record.zone)
        day = shifted(local.date(), self.record.calendar, when.shift)
        return at if day == local.date() else wall(day, local.time(), self.record.zone)

    def moment(self, name: str) -> datetime | None:
        """Return the instant of a moment such as `answers.deadline`; None while it is not known."""
        if name in self.asked:
            raise GoesRoundError(name)
        match name:
            case "launch":
                return self.record.launched_at
            case "cleared":
                return self.record.cleared_at
        whose, _, which = name.rpartition(".")
        if which in {"done", "decided"}:
            return self.record.done.get(whose if which == "done" else f"{whose}.decided")
        further = replace(self, asked=self.asked | {name})
        if which == "planned":
            return further.planned(whose)
        return further.of_round(self.process.round(whose), which)

    def planned(self, action: str) -> datetime | None:
        """Return when an action is to be: as the settings fix it, else as the process says."""
        when = self.process.action(action).when
        fixed = self.record.dates.get(action)
        return fixed if fixed or when is None else self.of(when)

    def of_round(self, asking: Round, which: str) -> datetime | None:
        """Return when a round opens, is soft, is due, or shuts: as it came to be, else as planned."""
        opened = self.record.rounds.get(asking.id)
        if which == "opens":
            if opened:
                return opened.opened
            return self.of(asking.opens) if asking.opens else self.record.launched_at
        if which == "soft":
            return self.of(asking.soft) if asking.soft else None
        deadline = self.group or self._deadline(asking)
        if deadline is None or which == "deadline":
            return deadline
        own = opened.deadlines.values() if opened and not self.group else ()
        last = max([deadline, *own], key=lambda each: each.astimezone(UTC))
        local = last.astimezone(self.record.zone)
        return wall(local.date() + timedelta(days=asking.grace), local.time(), self.record.zone)  # shuts

    def _deadline(self, asking: Round) -> datetime | None:
        if opened := self.record.rounds.get(asking.id):
            return opened.deadline
        return self.record.deadline if asking.deadline == "consultation" else self.of(asking.deadline)
