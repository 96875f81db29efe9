"""How far a consultation has come, in one cheap reading: what `consult status` shows."""

from dataclasses import dataclass
from datetime import datetime

from store import progress as counting
from store.progress import Progress, Subject
from store.query import clearance
from workflows.guards import launched_store
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Overview:
    state: str
    subjects: tuple[Subject, ...]
    at: datetime
    deadline: datetime
    progress: Progress
    cleared: datetime | None
    next_step: str  # a message of `terminal`


def overview(workspace: Workspace, *, at: datetime) -> Overview:
    """Read the progress. Raises Refused before the launch."""
    consultation = workspace.consultation
    with launched_store(workspace) as store, store.reading():
        counted, cleared = counting.progress(store), clearance(store)
        subjects = counting.subjects(store)
    return Overview(
        state=consultation.state_name(consultation.language),
        subjects=tuple(subjects),
        at=at,
        deadline=consultation.deadline_at,
        progress=counted,
        cleared=cleared.at if cleared else None,
        next_step=_next(counted, cleared=cleared is not None),
    )


def _next(counted: Progress, *, cleared: bool) -> str:
    if cleared:
        return "status-next-done"
    if counted.waiting:
        return "status-next-files"
    if counted.contradictory:
        return "status-next-reconcile"
    if all(each.given >= each.owed for each in counted.stakeholders):
        return "status-next-compile"
    return "status-next-collect"
