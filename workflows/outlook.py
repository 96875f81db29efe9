"""What comes next in the process, remembered between two looks.

`consult status` is asked for many times a day and is to cost little more than the database: reading the
process and the calendar of the State costs more than all the rest. So what they say is kept in
`.outlook.json` beside the record, and used as long as neither the files nor the record, as far as it moves
dates, nor the time has moved on. It may be deleted at any time; where it cannot be written, it is reckoned
anew each time.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consultation.folder import write_whole
from store import standing
from store.connection import Store
from workflows.workspace import Workspace

if TYPE_CHECKING:
    from workflows.process import Process
    from workflows.record import Record

NAME = ".outlook.json"
SHAPE = 1  # of the file: another number makes older ones worthless
DEFINITIONS = Path(__file__).parent / "definitions"
IN_QUIET_HOURS = timedelta(hours=1)
"""How long what is said in quiet hours holds: letters that wait for the morning come due without a date."""


@dataclass(frozen=True)
class Coming:
    """Something with a date: `due` where it is to be done now. `group` is the deadline of those it is for."""

    id: str
    key: str
    title: str
    perform: str
    round: str
    at: datetime
    group: datetime | None = None
    due: bool = False


@dataclass(frozen=True)
class RoundAhead:
    title: str
    soft: datetime | None = None


@dataclass(frozen=True)
class SheetAhead:
    """A choice sheet; its subjects are those who answered in a round, where `answered` names one."""

    id: str
    title: str
    outcomes: dict[str, str]  # labels by id
    answered: str = ""


@dataclass(frozen=True)
class Outlook:
    title: str
    phases: tuple[str, ...] = ()  # that go on now
    coming: tuple[Coming, ...] = ()  # not done, in order of time
    rounds: dict[str, RoundAhead] = field(default_factory=dict)
    sheets: tuple[SheetAhead, ...] = ()


@dataclass(frozen=True)
class Happened:
    """What of the record moves dates."""

    launched: datetime
    cleared: datetime | None
    rounds: dict[str, standing.Round]
    done: dict[str, datetime]


def outlook(
    workspace: Workspace, store: Store, happened: Happened, *, at: datetime, complete: Callable[[str], bool]
) -> Outlook | None:
    """Return what comes next; None where the process cannot be read.

    `complete` says whether nobody owes anything in a round.
    """
    path = workspace.folder.root / NAME
    stamp = _stamp(workspace, happened)
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["stamp"] == stamp and _holds(kept, complete, at):
            return _read(kept["outlook"])
    found = _reckon(workspace, store, at)
    if found is None:
        return None
    made, until, so = found
    kept = {"stamp": stamp, "from": at, "until": until, "complete": so, "outlook": asdict(made)}
    with suppress(OSError):
        write_whole(path, json.dumps(kept, default=_text, ensure_ascii=False).encode())
    return made


def _stamp(workspace: Workspace, happened: Happened) -> str:
    """Name everything that moves dates, but for the time and for who is complete."""
    name = workspace.consultation.process
    files = [workspace.folder.settings]
    for folder in (workspace.folder.root, DEFINITIONS / name):
        files += sorted(folder.glob("process*.yaml"))
    seen = [(str(path), stat.st_mtime_ns, stat.st_size) for path in files for stat in [path.stat()]]
    said = json.dumps([SHAPE, seen, asdict(happened)], default=_text, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _holds(kept: dict[str, Any], complete: Callable[[str], bool], at: datetime) -> bool:
    until = kept["until"] and datetime.fromisoformat(kept["until"])
    if datetime.fromisoformat(kept["from"]) > at or (until and until <= at):
        return False
    return all(complete(name) == so for name, so in kept["complete"].items())


def _reckon(
    workspace: Workspace, store: Store, at: datetime
) -> tuple[Outlook, datetime | None, dict[str, bool]] | None:
    from workflows.due import active, before, due, hushed, schedule
    from workflows.moments import Times
    from workflows.process_read import read_process
    from workflows.reading import read_record

    process, _ = read_process(workspace.consultation.process, workspace.folder.root)
    if process is None:
        return None
    record = read_record(workspace, process, store)
    language, times = workspace.consultation.language, Times(process, record)
    now = {slot.key for slot in due(process, record, at)}
    slots = [slot for slot in schedule(process, record) if slot.key not in record.done]
    coming = tuple(
        Coming(
            slot.action.id,
            slot.key,
            process.say(language, "actions", slot.action.id),
            slot.action.perform,
            slot.action.round,
            slot.at.astimezone(UTC),
            slot.group,
            due=slot.key in now,
        )
        for slot in slots
        if slot.key in now or not before(slot.at, at)
    )
    rounds = {
        each.id: RoundAhead(process.say(language, "rounds", each.id), times.of_round(each, "soft"))
        for each in process.rounds
    }
    phases = tuple(process.say(language, "phases", each.id) for each in active(process, record, at))
    title = process.say(language, "title")
    made = Outlook(title, phases, coming, rounds, tuple(_sheets(process, language)))
    turns = [slot.at for slot in slots] + list(_turns(process, record))
    later = [each.astimezone(UTC) for each in turns if each.astimezone(UTC) > at]
    if hushed(process, record, at):
        later.append(at + IN_QUIET_HOURS)
    complete = {name: name in record.complete for name in _waited(process) if name in record.rounds}
    return made, min(later, default=None), complete


def _sheets(process: "Process", language: str) -> Iterator[SheetAhead]:
    for action in process.written.actions:
        if action.sheet is not None:
            labels = {
                each.id: process.say(language, "sheets", action.id, "outcomes", each.id)
                for each in action.sheet.outcomes
            }
            title = process.say(language, "sheets", action.id, "title")
            yield SheetAhead(action.id, title, labels, getattr(action.sheet.of, "answered", ""))


def _turns(process: "Process", record: "Record") -> Iterator[datetime]:
    """Yield the times at which phases begin or end by the clock."""
    from workflows.moments import Times

    for phase in process.phases:
        for conditions in filter(None, (phase.enter, phase.exit)):
            for each in (*conditions.all, *conditions.any):
                if each.after and (at := Times(process, record).of(each.after)):
                    yield at


def _waited(process: "Process") -> Iterator[str]:
    for phase in process.phases:
        for conditions in filter(None, (phase.enter, phase.exit)):
            yield from (each.complete for each in (*conditions.all, *conditions.any) if each.complete)


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _read(said: dict[str, Any]) -> Outlook:
    def instant(text: str | None) -> datetime | None:
        return datetime.fromisoformat(text) if text else None

    return Outlook(
        title=said["title"],
        phases=tuple(said["phases"]),
        coming=tuple(
            Coming(**{**each, "at": datetime.fromisoformat(each["at"]), "group": instant(each["group"])})
            for each in said["coming"]
        ),
        rounds={
            name: RoundAhead(each["title"], instant(each["soft"])) for name, each in said["rounds"].items()
        },
        sheets=tuple(SheetAhead(**each) for each in said["sheets"]),
    )
