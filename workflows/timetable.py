"""What is to be scheduled for a consultation, in words that a coordinator reads. Pure; knows no Prefect."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count

from languages import day_and_time, say
from workflows.due import active, before, schedule
from workflows.plan_words import Wording
from workflows.process import Action, Phase, Process
from workflows.record import Record
from workflows.workspace import Workspace

BANNED = re.compile(r"[/%&><]")
"""What Prefect allows in no name."""


@dataclass(frozen=True)
class Scheduled:
    """Something to be started again and again, or at dates; `action` is empty for the round."""

    action: str
    number: int  # its place in the process, by which Prefect's pages put it in order
    title: str
    about: str
    tags: tuple[str, ...]
    every: timedelta | None = None
    dates: tuple[datetime, ...] = ()  # to come, in the consultation's zone

    @property
    def name(self) -> str:
        return f"{self.number:02} {self.title}"

    @property
    def digest(self) -> str:
        """Tell one timetable from another: what has the same need not be written again."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:12]


def title(workspace: Workspace, process: Process) -> str:
    """Name a consultation as its pages do: the State, the process, the folder, since a State may have two."""
    settings = workspace.consultation
    words = (settings.state_name(settings.language), process.say(settings.language, "title"))
    return _allowed(" · ".join((*words, workspace.folder.root.name)))


def slug(workspace: Workspace) -> str:
    """Return a short name of a consultation for keys: small letters, digits and hyphens."""
    name = f"{workspace.consultation.state}-{workspace.folder.root.name}"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def timetable(
    workspace: Workspace, process: Process, record: Record, *, at: datetime, every: timedelta
) -> tuple[Scheduled, ...]:
    """Return the round, then each action that the engine does: standing ones while their phase goes on."""
    return tuple(_Table(workspace, process, record, at, every).all())


@dataclass(frozen=True)
class _Table:
    workspace: Workspace
    process: Process
    record: Record
    at: datetime
    every: timedelta

    @property
    def language(self) -> str:
        return self.workspace.consultation.language

    def all(self) -> Iterator[Scheduled]:
        yield Scheduled(
            "",
            0,
            say(self.language, "engine", "round"),
            say(self.language, "engine", "round-about", minutes=int(self.every.total_seconds() // 60)),
            self.tags("round"),
            self.every,
        )
        titles = Counter(self.title(action) for action in self.process.written.actions)
        going = {phase.id for phase in active(self.process, self.record, self.at)}
        numbers = count(1)
        for phase in self.process.phases:
            for action in phase.actions:
                if action.perform != "hold":  # that is done by people
                    several = titles[self.title(action)] > 1
                    name = f"{self.title(action)} ({action.id})" if several else self.title(action)
                    yield Scheduled(
                        action.id,
                        next(numbers),
                        _allowed(name),
                        self.about(phase, action),
                        self.tags(phase.id),
                        self.every if action.standing and phase.id in going else None,
                        self.dates(action),
                    )

    def tags(self, phase: str) -> tuple[str, ...]:
        return "consult", self.workspace.consultation.state.lower(), self.process.id, phase

    def title(self, action: Action) -> str:
        return self.process.say(self.language, "actions", action.id)

    def dates(self, action: Action) -> tuple[datetime, ...]:
        """Return when an action is still to be done: at several times where extensions were granted."""
        return tuple(
            slot.at.astimezone(self.record.zone)
            for slot in schedule(self.process, self.record)
            if slot.action is action and slot.key not in self.record.done and not before(slot.at, self.at)
        )

    def about(self, phase: Phase, action: Action) -> str:
        """Say of an action when it is done, for whom and why then, in Markdown."""
        words = Wording(self.process, self.record, self.language, {})
        dates = [day_and_time(self.language, date) for date in self.dates(action)]
        lines = {
            "phase": self.process.say(self.language, "phases", phase.id),
            "when": self.when(action, dates),
            "why": words.why(action.when),
            "who": words.who(action),
        }
        told = [f"- **{say(self.language, 'engine', name)}** {text}" for name, text in lines.items() if text]
        return "\n".join((f"**{self.title(action)}**", "", *told))

    def when(self, action: Action, dates: list[str]) -> str:
        if action.standing:
            return say(self.language, "engine", "when-standing")
        if dates:
            return ", ".join(dates)
        done = any(key.partition("@")[0] == action.id for key in self.record.done)
        return say(self.language, "engine", "when-done" if done else "when-unknown")


NUMBER = re.compile(r"^\d\d+ ")


def run_name(name: str, at: datetime, zone: tzinfo | None) -> str:
    """Name one run: the time at which it was to be, on the consultation's clocks, and what it does."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M} · {NUMBER.sub('', name)}"


def first_at(slug: str, every: timedelta) -> datetime:
    """Return an instant from which rounds are counted, each consultation's own: not all come at once."""
    spread = int(hashlib.sha256(slug.encode()).hexdigest(), 16) % int(every.total_seconds())
    return datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=spread)


def _allowed(name: str) -> str:
    return BANNED.sub("-", name)
