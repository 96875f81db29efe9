"""How many may do the same at once: real limits of Prefect's, made where they are missing.

A limit that does not exist would only be warned about, and hold nobody back.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import GlobalConcurrencyLimitCreate
from prefect.concurrency.sync import concurrency
from prefect.exceptions import ObjectAlreadyExists, ObjectNotFound

from workflows.timetable import slug
from workflows.workspace import Workspace

MAIL = "consult-mail"
LETTER_WRITERS = 2
"""How many stages may write letters at once, over all consultations, unless somebody has set it otherwise."""

LEASE = 60.0
"""Seconds after which a place is free again whose holder has died."""


def limit_of(workspace: Workspace) -> str:
    return f"consult-{slug(workspace)}"


def make_limits(client: SyncPrefectClient, workspace: Workspace) -> None:
    """Make the limit for letters and that of a consultation; one that is there keeps its number."""
    for name, places in ((MAIL, LETTER_WRITERS), (limit_of(workspace), 1)):
        try:
            client.read_global_concurrency_limit_by_name(name)
        except ObjectNotFound:
            try:
                client.create_global_concurrency_limit(GlobalConcurrencyLimitCreate(name=name, limit=places))
            except ObjectAlreadyExists:  # another run has made it meanwhile
                continue


@contextmanager
def one_at_a_time(workspace: Workspace) -> Iterator[None]:
    """Wait until no other run works on this consultation: they would only wait for each other's letters."""
    with get_client(sync_client=True) as client:
        make_limits(client, workspace)
    with concurrency(limit_of(workspace), occupy=1, lease_duration=LEASE, strict=True):
        yield
