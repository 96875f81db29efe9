"""What people do themselves, such as a meeting: what waits for them, and the record that it was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz
from rapidfuzz import process as match

from languages import day as day_in_words
from problems import Place, Problem, Severity, nearest
from problems.deciding import (
    AttendeeElsewhere,
    AttendeeUnknown,
    DayAhead,
    DoneBefore,
    EventNotWritten,
    NotForPeople,
)
from problems.processes import ActionUnknown
from problems.stages import Refused
from stakeholders.entries import sheet_of
from stakeholders.model import Stakeholder
from stakeholders.words import fold, split_list
from store import query, standing
from store.changes import record_held
from store.connection import Store
from workflows.due import active, before, schedule
from workflows.guards import launched_store
from workflows.process import Action, Process
from workflows.reading import read_record
from workflows.registry_participation import record_participation
from workflows.registry_tables import read_foreign
from workflows.workspace import Workspace

SLIP = 85
"""From this likeness (of 100) on, a name is taken for another one with a slip in it."""


@dataclass(frozen=True)
class Waiting:
    """Something that people have to do: `hold`, or a sheet to be decided; `since` None: not yet begun."""

    action: str
    title: str
    perform: str
    by: str
    since: datetime | None
    planned: datetime | None = None


@dataclass(frozen=True)
class Held:
    """What was recorded; nothing where a problem is an error."""

    action: str
    day: date
    note: str
    attended: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def recorded(self) -> bool:
        return all(problem.severity < Severity.ERROR for problem in self.problems)


def waiting(workspace: Workspace, process: Process, *, at: datetime) -> tuple[Waiting, ...]:
    """Return what waits for people: what is to be held by now, or later, and sheets not decided on."""
    with launched_store(workspace) as store:
        record = read_record(workspace, process, store)
    language = workspace.consultation.language
    running = {phase.id for phase in active(process, record, at)}
    times = {slot.action.id: slot.at for slot in schedule(process, record)}
    found = []
    for phase in process.phases:
        for action in phase.actions:
            title, planned = process.say(language, "actions", action.id), times.get(action.id)
            if action.perform == "hold" and action.id not in record.done:
                come = phase.id in running and (planned is None or before(planned, at))
                since = (planned or record.launched_at) if come else None
                found.append(Waiting(action.id, title, "hold", action.by, since, planned))
            elif action.sheet and action.id in record.done and f"{action.id}.decided" not in record.done:
                found.append(Waiting(action.id, title, "sheet", action.by, record.done[action.id], planned))
    return tuple(found)


def held(
    workspace: Workspace,
    process: Process,
    action: str,
    *,
    day: date,
    note: str = "",
    attended: str | Sequence[str] = (),
    at: datetime,
    actor: str,
) -> Held:
    """Record that people did something, on which day, and who was there; once.

    `attended`: names or ids, or a spreadsheet with them. Where one of them is not in the registry, nothing is
    recorded: a note may be printed, and must name nobody by mistake. The event is then written into the
    registry; where that is refused, doing this again does what is left.
    """
    held_by_people = tuple(each.id for each in process.written.actions if each.perform == "hold")
    what = _action(process, action, held_by_people)
    consultation = workspace.consultation
    language = consultation.language
    with launched_store(workspace) as store:
        if (earlier := standing.held(store).get(what.id)) is not None:
            _write_event(workspace, process, what, earlier.day, earlier.attended)
            told = day_in_words(language, earlier.day)
            raise Refused(DoneBefore(name=process.say(language, "actions", what.id), day=told))
        if day > at.astimezone(ZoneInfo(consultation.zone)).date():
            raise Refused(DayAhead(day=day_in_words(language, day)))
        people, problems = _attendance(workspace, store, attended)
        whole = note.strip()
        result = Held(what.id, day, whole, people, tuple(problems))
        if not result.recorded:
            return result
        record_held(store, what.id, day, whole, people, at=at, actor=actor)
    wrong = _write_event(workspace, process, what, day, people)
    return Held(what.id, day, whole, people, (*problems, *wrong))


def _action(process: Process, name: str, allowed: tuple[str, ...]) -> Action:
    try:
        action = process.action(name)
    except KeyError:
        raise Refused(ActionUnknown(name=name, allowed=allowed, near=nearest(name, allowed))) from None
    if action.perform != "hold":
        raise Refused(NotForPeople(name=name, allowed=allowed))
    return action


def _attendance(
    workspace: Workspace, store: Store, attended: str | Sequence[str]
) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the ids of those who were there, each once, and what is wrong with the other names."""
    bodies = query.stakeholders(store)
    names, problems = _named(workspace, attended)
    found: list[str] = []
    for name, place in names:
        who = _who(name, bodies)
        if isinstance(who, Stakeholder):
            found.append(who.id)
        else:
            near = AttendeeUnknown(place=place, name=name, near=who)
            problems.append(near if who else AttendeeElsewhere(place=place, name=name))
    return tuple(dict.fromkeys(found)), problems


def _who(name: str, bodies: Iterable[Stakeholder]) -> Stakeholder | str:
    """Return the body of an id, a name, a contact or an address; else the name that was probably meant."""
    wanted = fold(name)
    for body in bodies:
        if name in {body.id, body.email} or wanted in {fold(body.name), fold(body.contact)} - {""}:
            return body
    words = {fold(word): word for body in bodies for word in (body.id, body.name)}
    hit = match.extractOne(wanted, list(words), scorer=fuzz.ratio, score_cutoff=SLIP)
    return words[hit[0]] if hit else ""


def _named(
    workspace: Workspace, attended: str | Sequence[str]
) -> tuple[list[tuple[str, Place]], list[Problem]]:
    """Return the names on a list, each with its place: of a spreadsheet, or as they were typed."""
    if not isinstance(attended, str):
        return [(each, Place()) for each in attended if each.strip()], []
    path = Path(attended)
    if attended and (path.is_file() or path.suffix.lower() in {".xlsx", ".ods", ".csv"}):
        return _on_sheet(path, workspace.shown(path.resolve()))
    return [(each, Place()) for each in split_list(attended)], []


def _on_sheet(path: Path, shown: str) -> tuple[list[tuple[str, Place]], list[Problem]]:
    """Return the ids, else the names, on a list: below their headings, or the first column of it."""
    table, problems = read_foreign(path, shown)
    if table is None or any(each.severity >= Severity.ERROR for each in problems):
        return [], problems
    sheet, _ = sheet_of(table)
    if sheet is not None:
        return [(each.text("id") or each.name, each.place) for each in sheet.entries], problems
    first = (next((cell for cell in row if cell.text), None) for row in table.rows)
    return [(cell.text, cell.place) for cell in first if cell], problems


def _write_event(
    workspace: Workspace, process: Process, action: Action, day: date, people: Sequence[str]
) -> tuple[Problem, ...]:
    """Write into the registry who was there; whatever the registry refuses is told, and done later."""
    if not people:
        return ()
    title = process.say(workspace.consultation.language, "actions", action.id)
    events = dict.fromkeys(people, f"{day.isoformat()} {title.replace(';', ',')}")
    trainings = dict.fromkeys(people, f"{action.training} ({day.isoformat()})") if action.training else {}
    try:
        record_participation(workspace.folder, events=events, trainings=trainings)
    except Refused as refusal:
        why = refusal.problem.message(workspace.consultation.language)
        return (EventNotWritten(place=refusal.problem.place, why=why, action=action.id),)
    except OSError as error:
        why = error.strerror or type(error).__name__
        return (EventNotWritten(place=Place(workspace.folder.registry.name), why=why, action=action.id),)
    return ()
