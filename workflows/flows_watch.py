"""Runs that nobody runs any more: Prefect itself takes those for crashed whose heart has stopped.

A worker that is lost leaves its runs as running; they would hold their deployment's only place for ever.
"""

from datetime import timedelta

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification

NAME = "consult: lost runs"
BEAT = 30
"""Seconds from one beat to the next."""

PATIENCE = timedelta(seconds=3 * BEAT)
ALIVE = "prefect.flow-run.heartbeat"
ENDED = frozenset(f"prefect.flow-run.{state}" for state in ("Completed", "Failed", "Cancelled", "Crashed"))


def make_watch(client: SyncPrefectClient) -> None:
    """Make the automation that tells lost runs from slow ones, unless it is there."""
    if client.read_automations_by_name(NAME):
        return
    stopped = EventTrigger(
        match=ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"}),
        match_related=ResourceSpecification(
            {"prefect.resource.role": "tag", "prefect.resource.id": "prefect.tag.consult"}
        ),
        for_each={"prefect.resource.id"},
        after={ALIVE},
        expect={ALIVE, *ENDED},
        posture=Posture.Proactive,
        threshold=1,
        within=PATIENCE,
    )
    crashed = ChangeFlowRunState(
        state=StateType.CRASHED, message="Its worker was lost; the next round goes on."
    )
    client.create_automation(
        AutomationCore(
            name=NAME,
            description="Takes a run for crashed when nothing has been heard of it for 90 seconds.",
            trigger=stopped,
            actions=[crashed],
        )
    )
