"""What must hold before a stage goes ahead."""

from collections.abc import Iterator
from contextlib import contextmanager

from languages import day
from problems import Place, Problem
from problems.stages import AlreadyCleared, NotLaunched, RecordMissing, Refused
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
            raise Refused(not_launched(workspace)) from None
        raise
    with store:
        if query.launch(store) is None:
            raise Refused(not_launched(workspace))
        yield store


def not_launched(workspace: Workspace) -> Problem:
    """Say that nobody was asked, unless returned workbooks show that it is the record which is missing."""
    received = workspace.folder.received
    if received.is_dir() and any(received.iterdir()):
        return RecordMissing(place=Place(workspace.folder.database.name))
    return NotLaunched()


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
