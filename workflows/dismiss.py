"""Dismiss: a person has looked at a file that nobody could be told to have sent, and is done with it."""

import hashlib
from datetime import datetime
from pathlib import Path

from problems import Place
from problems.stages import NotWaiting, Refused
from store import query
from store.progress import DISMISSED, NEEDS_A_PERSON
from store.record import record_actions
from workflows.guards import launched_store
from workflows.inbox import put_away
from workflows.waiting import waiting_under
from workflows.workspace import Workspace


def dismiss(workspace: Workspace, path: Path, *, at: datetime) -> bool:
    """Record that a file needs nobody any more and put it away; False where that was so already.

    Where it lies no longer where `path` says, its name or how its digest begins is looked up in the record.
    Its bytes and its verdict stay. Raises Refused for a file that needs no person.
    """
    here = next((each for each in (path, workspace.folder.inbox / path.name) if each.is_file()), None)
    with launched_store(workspace) as store:
        if here is None:
            sha256 = waiting_under(store, str(path)).sha256
        else:
            sha256 = hashlib.sha256(here.read_bytes()).hexdigest()
            verdict = query.file_verdict(store, sha256)
            if verdict is None or verdict.verdict != NEEDS_A_PERSON:
                raise Refused(NotWaiting(place=Place(workspace.shown(here)), name=path.name))
        new = bool(record_actions(store, [f"{DISMISSED}{sha256}"], at=at, actor=workspace.actor))
    if here is not None:
        put_away(workspace, here.resolve())
    return new
