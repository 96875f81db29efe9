"""What must hold before a stage goes ahead."""

from collections.abc import Iterator
from contextlib import contextmanager

from languages import day
from problems.stages import AlreadyCleared, NotLaunched, Refused
from problems.store import DatabaseMissing, StoreUnavailable
from store import query
from store.connection import Store
from store.open import open_store
from workflows.workspace import Workspace


@contextmanager
def launched_store(workspace: Workspace) -> Iterator[Store]:
    """Open the store of a launched consultation; refuse where nobody has been asked yet."""
    try:
        store = open_store(workspace.database, create=False)
    except StoreUnavailable as error:
        if isinstance(error.problem, DatabaseMissing):
            raise Refused(NotLaunched()) from None
        raise
    with store:
        if query.launch(store) is None:
            raise Refused(NotLaunched())
        yield store


def must_not_be_cleared(workspace: Workspace, store: Store) -> None:
    """Refuse where the focal point has cleared the submission: the record is frozen."""
    cleared = query.clearance(store)
    if cleared is None:
        return
    consultation = workspace.consultation
    local = cleared.at.astimezone(consultation.deadline_at.tzinfo)
    raise Refused(
        AlreadyCleared(by=consultation.focal_point.name, day=day(consultation.language, local.date()))
    )
