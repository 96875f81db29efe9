"""Read what the process looks at, and the settings as they hold now. Cheap, however many take part."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from consultation.model import Consultation, FocalPoint
from store import query, standing
from store.connection import Store
from workflows.process import Process
from workflows.record import Record
from workflows.working_time import Calendar, calendar_of
from workflows.workspace import Workspace


def read_record(workspace: Workspace, process: Process, store: Store) -> Record:
    """Return what the process needs to know of what has happened."""
    settings = workspace.consultation
    zone = ZoneInfo(settings.zone)
    with store.reading():
        launched, cleared = query.launch(store), query.clearance(store)
        opened = standing.rounds(store)
        return Record(
            zone=zone,
            calendar=calendar_of_state(settings, process),
            deadline=settings.deadline_at,
            launched_at=launched.at if launched else None,
            cleared_at=cleared.at if cleared else None,
            rounds=opened,
            done=standing.done(store),
            complete=frozenset(
                name for name in _waited_for(process) if name in opened and standing.complete(store, name)
            ),
            dates={name: at.replace(tzinfo=zone) for name, at in settings.dates.items()},
        )


def calendar_of_state(settings: Consultation, process: Process) -> Calendar:
    """Return the days that a State works, as its settings and the process say."""
    return calendar_of(
        settings.state,
        settings.zone,
        holidays=process.written.holidays,
        language=settings.language,
        also=settings.days_off,
    )


def consultation_now(workspace: Workspace, store: Store) -> Consultation:
    """Return the settings as they hold now: another focal point or deadline may have been recorded since."""
    settings = workspace.consultation
    since, opened = focal_point_since(store), standing.rounds(store)
    changed: dict[str, object] = {}
    if since is not None:
        changed["focal_point"] = since
    if opened:
        first = next(iter(opened.values()))
        local = first.deadline.astimezone(ZoneInfo(settings.zone))
        changed["deadline"] = local.replace(tzinfo=None)
    return settings.model_copy(update=changed)


def focal_point_since(store: Store) -> FocalPoint | None:
    """Return who has taken over as focal point since the launch; None where nobody has."""
    since = standing.focal_point(store)
    if since is None:
        return None
    return FocalPoint(name=since.name, office=since.office, email=since.email, telephone=since.telephone)


def workspace_now(workspace: Workspace, store: Store) -> Workspace:
    """Return the workspace with the settings as they hold now."""
    return replace(workspace, consultation=consultation_now(workspace, store))


def _waited_for(process: Process) -> frozenset[str]:
    """Return the rounds that some phase waits for until nobody owes anything."""
    conditions = (each for phase in process.phases for each in (phase.enter, phase.exit) if each)
    return frozenset(one.complete for each in conditions for one in (*each.all, *each.any) if one.complete)
