"""Deployments of a consultation, kept as its process and its record want them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import DeploymentScheduleCreate
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import ConcurrencyLimitStrategy, ConcurrencyOptions, FlowRun, StateType
from prefect.client.schemas.responses import DeploymentResponse
from prefect.client.schemas.schedules import IntervalSchedule, RRuleSchedule
from prefect.utilities.callables import parameter_schema

from workflows.flows_limits import make_limits
from workflows.flows_watch import BEAT
from workflows.guards import launched_store
from workflows.process import Process
from workflows.reading import read_record
from workflows.timetable import Scheduled, first_at, run_name, slug, timetable, title
from workflows.workspace import Workspace

PAGE = 200
"""What Prefect gives at once."""


def register(
    workspace: Workspace, process: Process, *, pool: str, at: datetime, every: timedelta
) -> list[UUID]:
    """Make the deployments of a consultation, with their schedules, in a work pool; return their ids."""
    with get_client(sync_client=True) as client:
        make_limits(client, workspace)
        ids = _write(client, workspace, process, pool=pool, at=at, every=every)
        for each in ids:
            client.resume_deployment(each)
    return ids


def bring_up_to_date(workspace: Workspace, process: Process, *, at: datetime, every: timedelta) -> None:
    """Change those deployments whose dates or words have changed, and name the runs to come."""
    with get_client(sync_client=True) as client:
        there = deployments(client, title(workspace, process))
        pools = {each.work_pool_name for each in there if each.work_pool_name}
        if len(pools) == 1:  # else somebody has moved them about: theirs to say
            _write(client, workspace, process, pool=pools.pop(), at=at, every=every)
            name_runs(client, there, workspace.consultation.deadline_at.tzinfo)


def deployments(client: SyncPrefectClient, name: str) -> list[DeploymentResponse]:
    """Return the deployments of a consultation, by the name of its flow."""
    flow = FlowFilter(name=FlowFilterName(any_=[name]))
    return client.read_deployments(flow_filter=flow, limit=PAGE)


def start_rounds(ids: Sequence[UUID]) -> None:
    """Start a round of each consultation now, that does all that is due: nobody knows how long it rested."""
    with get_client(sync_client=True) as client:
        for each in ids:
            found = client.read_deployment(each)
            if "minutes" in found.parameters:
                client.create_flow_run_from_deployment(
                    each, parameters={**found.parameters, "everything": True}
                )


def pause(ids: Iterable[UUID]) -> None:
    """Pause deployments: their runs to come are taken off the timetable."""
    with get_client(sync_client=True) as client:
        for each in ids:
            client.pause_deployment(each)


def running(ids: Sequence[UUID]) -> list[FlowRun]:
    """Return the runs of deployments that have begun, or are about to."""
    with get_client(sync_client=True) as client:
        return client.read_flow_runs(
            deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=list(ids))),
            flow_run_filter=_in(StateType.RUNNING, StateType.PENDING, StateType.CANCELLING),
        )


def name_runs(client: SyncPrefectClient, there: Iterable[DeploymentResponse], zone: tzinfo | None) -> None:
    """Give the runs to come their names, as they will bear them when they run."""
    names = {each.id: each.name for each in there}
    coming = client.read_flow_runs(
        deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=list(names))),
        flow_run_filter=_in(StateType.SCHEDULED),
        limit=PAGE,
    )
    for run in coming:
        if run.deployment_id and run.expected_start_time:
            name = run_name(names[run.deployment_id], run.expected_start_time, zone)
            if run.name != name:
                client.set_flow_run_name(run.id, name)


def _in(*states: StateType) -> FlowRunFilter:
    return FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=list(states))))


def _write(
    client: SyncPrefectClient,
    workspace: Workspace,
    process: Process,
    *,
    pool: str,
    at: datetime,
    every: timedelta,
) -> list[UUID]:
    """Write the deployments that differ from what is wanted; what is wanted no longer is taken away."""
    with launched_store(workspace) as store:
        record = read_record(workspace, process, store)
    wanted = timetable(workspace, process, record, at=at, every=every)
    name = title(workspace, process)
    there = {each.name: each for each in deployments(client, name)}
    flow = client.create_flow_from_name(name)
    ids = []
    for each in wanted:
        found = there.pop(each.name, None)
        same = found and (found.version, found.work_pool_name) == (each.digest, pool)
        ids.append(found.id if same and found else _create(client, flow, workspace, each, pool))
    for gone in there.values():
        client.delete_deployment(gone.id)
    return ids


def _create(
    client: SyncPrefectClient, flow: UUID, workspace: Workspace, wanted: Scheduled, pool: str
) -> UUID:
    from workflows import flows

    runs = flows.perform_action if wanted.action else flows.make_a_round
    given: dict[str, object] = {"consultation": str(workspace.folder.root)}
    if wanted.action:
        given["action"] = wanted.action
    elif wanted.every:
        given["minutes"] = int(wanted.every.total_seconds() // 60)
    return client.create_deployment(
        flow_id=flow,
        name=wanted.name,
        version=wanted.digest,
        schedules=list(_schedules(workspace, wanted)),
        concurrency_limit=1,  # what is not finished when it is due again is due again later
        concurrency_options=ConcurrencyOptions(collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        parameters=given,
        description=wanted.about,
        tags=list(wanted.tags),
        work_pool_name=pool,
        job_variables={"env": {"PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(BEAT)}},
        entrypoint=f"workflows.flows.{runs.fn.__name__}",
        parameter_openapi_schema=parameter_schema(runs.fn).model_dump(),
        enforce_parameter_schema=True,
        paused=False,
    )


def _schedules(workspace: Workspace, wanted: Scheduled) -> Iterable[DeploymentScheduleCreate]:
    zone = workspace.consultation.zone
    if wanted.every:
        anchor = first_at(slug(workspace), wanted.every)
        interval = IntervalSchedule(interval=wanted.every, anchor_date=anchor, timezone=zone)
        yield DeploymentScheduleCreate(schedule=interval)
    for date in wanted.dates:  # one schedule each, since a rule repeats and dates do not
        once = f"DTSTART:{date.astimezone(UTC):%Y%m%dT%H%M%S}\nRRULE:FREQ=DAILY;COUNT=1"
        yield DeploymentScheduleCreate(schedule=RRuleSchedule(rrule=once, timezone="UTC"))
