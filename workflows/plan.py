"""The whole timeline ahead: what will be done when, for whom and why; and what is waiting for what."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from consultation.folder import write_whole
from problems.store import DatabaseMissing, StoreUnavailable
from store import standing
from store.open import open_store
from workflows.agenda import Entry, ics
from workflows.due import Slot, before, due, held_back, schedule
from workflows.moments import Times
from workflows.plan_words import Wording
from workflows.process import Process
from workflows.reading import calendar_of_state, read_record
from workflows.record import Record
from workflows.workspace import Workspace

State = Literal["done", "due", "waits", "coming", "passed", "open"]
"""Done; due now; waits for the morning or its phase; to come; passed without need; time not known."""


@dataclass(frozen=True)
class Planned:
    """One line of the timeline; without `at` its time is not known yet. `who` and `why` are sentences."""

    id: str
    title: str
    at: datetime | None
    state: State
    who: str
    why: str
    moved: str = ""  # why it is not on the day that counting gives
    engine: bool = False  # done by `consult advance`, not by people

    def as_json(self) -> dict[str, Any]:
        at = self.at.isoformat() if self.at else None
        return {**vars(self), "at": at}


@dataclass(frozen=True)
class Plan:
    title: str
    launched: bool
    hushed: bool
    lines: tuple[Planned, ...]

    @property
    def now(self) -> tuple[Planned, ...]:
        return tuple(line for line in self.lines if line.state == "due")

    def as_json(self) -> dict[str, Any]:
        return {
            "process": self.title,
            "launched": self.launched,
            "quiet": self.hushed,
            "lines": [line.as_json() for line in self.lines],
        }


def plan(workspace: Workspace, process: Process, *, at: datetime, language: str) -> Plan:
    """Tell the timeline as it stands at `at`: before the launch, as if the launch were then."""
    try:
        with open_store(workspace.database, create=False) as store:
            record = read_record(workspace, process, store)
            owing = {name: len(standing.owing(store, name)) for name in record.rounds}
    except StoreUnavailable as error:
        if not isinstance(error.problem, DatabaseMissing):
            raise
        record, owing = _unlaunched(workspace, process), {}
    launched = record.launched_at is not None
    record = record if launched else replace(record, launched_at=at)
    teller = _Teller(Wording(process, record, language, owing), at)
    lines = sorted(teller.lines(launched=launched), key=lambda line: (line.at is None, line.at or at))
    title = process.say(language, "title")
    return Plan(title, launched, launched and bool(held_back(process, record, at)), tuple(lines))


def agenda(plan: Plan, path: Path, workspace: Workspace, *, at: datetime) -> int:
    """Write the dates of a plan as an iCalendar file (RFC 5545); return how many there are."""
    state = workspace.consultation.state.lower()
    entries = [
        Entry(
            f"{line.id}.{state}@consult.invalid",
            line.at,
            line.title,
            "\n".join(filter(None, (line.who, line.why, line.moved))),
            alarm=line.id.endswith(".deadline"),
        )
        for line in plan.lines
        if line.at is not None and line.state != "passed"
    ]
    write_whole(path, ics(entries, name=plan.title, stamp=at))
    return len(entries)


def _unlaunched(workspace: Workspace, process: Process) -> Record:
    settings = workspace.consultation
    calendar = calendar_of_state(settings, process)
    dates = {name: at.replace(tzinfo=calendar.zone) for name, at in settings.dates.items()}
    return Record(calendar.zone, calendar, settings.deadline_at, dates=dates)


@dataclass(frozen=True)
class _Teller:
    words: Wording
    now: datetime

    @property
    def process(self) -> Process:
        return self.words.process

    @property
    def record(self) -> Record:
        return self.words.record

    def lines(self, *, launched: bool) -> Iterator[Planned]:
        state: State = "done" if launched else "coming"
        yield self.line(
            "launch",
            self.words.word("launch"),
            self.record.launched_at,
            state,
            self.words.word("by-coordinator"),
        )
        for asking in self.process.rounds:
            yield from self.of_round(asking.id)
        is_due = {slot.key for slot in due(self.process, self.record, self.now)} if launched else set()
        timed = schedule(self.process, self.record)
        for slot in timed:
            yield self.of_slot(slot, is_due)
        known = {slot.action.id for slot in timed}
        for action in self.process.written.actions:
            if not action.standing and action.id not in known:
                yield self.line(
                    action.id,
                    self.words.title(action),
                    None,
                    "open",
                    self.words.who(action),
                    self.words.why(action.when),
                )

    def of_round(self, name: str) -> Iterator[Planned]:
        asking, times = self.process.round(name), Times(self.process, self.record)
        title = self.process.say(self.words.language, "rounds", name)
        for which in ("opens", "soft", "deadline", "shuts"):
            at = times.of_round(asking, which)
            same = which == "shuts" and not asking.grace
            if at is None or same or (which == "opens" and asking.opens is None):
                continue
            done = before(at, self.now)
            words = self.words.word(f"round-{which}", round=title, rounds=self.words.rounds)
            yield self.line(f"{name}.{which}", words, at, "done" if done else "coming", "", "")
        opened = self.record.rounds.get(name)
        for body, at in opened.deadlines.items() if opened else ():
            words = self.words.word("round-extended", round=title, body=body, rounds=self.words.rounds)
            state: State = "done" if before(at, self.now) else "coming"
            yield self.line(f"{name}.deadline:{body}", words, at, state, "", "")

    def of_slot(self, slot: Slot, is_due: set[str]) -> Planned:
        action = slot.action
        if slot.key in self.record.done:
            state: State = "done"
        elif slot.key in is_due:
            state = "due"
        elif not before(slot.at, self.now):
            state = "coming"
        else:
            state = "due" if action.perform == "hold" else "waits" if self.may_come(slot) else "passed"
        own = f" ({self.words.word('own-deadlines')})" if self.is_own(slot) else ""
        at = self.record.done.get(slot.key, slot.at)
        line = self.line(
            slot.key,
            self.words.title(action) + own,
            at,
            state,
            self.words.who(action, now=state == "due" and not own),
            self.words.why(action.when),
            self.words.moved(slot),
        )
        return replace(line, engine=action.perform != "hold")

    def may_come(self, slot: Slot) -> bool:
        """Say whether what is overdue waits for its phase, or for the morning; a reminder does not wait."""
        if slot.key in {each.key for each in held_back(self.process, self.record, self.now)}:
            return True
        return slot.action.perform != "remind" and self.record.cleared_at is None

    def is_own(self, slot: Slot) -> bool:
        opened = self.record.rounds.get(slot.action.round)
        return slot.group is not None and opened is not None and slot.group != opened.deadline

    def line(self, id: str, title: str, at: datetime | None, state: State, *said: str) -> Planned:
        """Make a line; `said` are who, why, and why it was moved."""
        local = at.astimezone(self.record.zone) if at else None
        who, why, moved = (*said, "", "", "")[:3]
        return Planned(id, title, local, state, who, why, moved)
