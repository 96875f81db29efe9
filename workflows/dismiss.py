"""Dismiss: a person has looked at a file that nobody could be told to have sent, and is done with it."""

import hashlib
from datetime import datetime
from pathlib import Path

from problems import Place
from problems.stages import NoSuchFile, NotWaiting, Refused
from store import query
from store.progress import DISMISSED, NEEDS_A_PERSON
from store.record import record_actions
from workflows.guards import launched_store
from workflows.inbox import put_away
from workflows.workspace import Workspace


def dismiss(workspace: Workspace, path: Path, *, at: datetime) -> bool:
    """Record that a file needs nobody any more and put it away; False where that was so already.

    Its bytes and its verdict stay. Raises Refused for a file that does not exist or needs no person.
    """
    path = path if path.is_file() else workspace.folder.inbox / path.name
    if not path.is_file():
        raise Refused(NoSuchFile(place=Place(str(path)), name=path.name))
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    with launched_store(workspace) as store:
        verdict = query.file_verdict(store, sha256)
        if verdict is None or verdict.verdict != NEEDS_A_PERSON:
            raise Refused(NotWaiting(place=Place(workspace.shown(path)), name=path.name))
        new = bool(record_actions(store, [f"{DISMISSED}{sha256}"], at=at, actor=workspace.actor))
    put_away(workspace, path.resolve())
    return new
