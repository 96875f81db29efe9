"""What must hold before a stage goes ahead."""

from languages import day
from problems.stages import AlreadyCleared, Refused
from store import query
from store.connection import Store
from workflows.workspace import Workspace


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
