"""A process that advances a consultation whenever it is told an instant: `python -m tests.racer FOLDER`."""

import hashlib
import os
import sys
from datetime import datetime
from itertools import count

import workflows.perform  # noqa: F401  # everything is loaded once
from store import query
from store.open import open_store
from tests.killing import deadly, each_line, opened
from workflows.advance import advance
from workflows.process_read import read_process
from workflows.workspace import Workspace


def told(workspace: Workspace, at: datetime, random=os.urandom) -> list[str]:
    """Advance, and return what was done: the letters, and the actions that yielded anything."""
    process, problems = read_process(workspace.consultation.process, workspace.folder.root)
    if process is None:
        raise SystemExit(str(problems))
    done = advance(workspace, process, at=at, random=random)
    return [each.path for each in done.posted] + [
        step.slot.key
        for step in done.steps
        if step.slot.key and step.result is not None and not isinstance(step.result, tuple)
    ]


def same_bytes(at: datetime, workspace: Workspace):
    """Give bytes that depend on what the record holds already, so that a run can be repeated exactly."""
    with open_store(workspace.database, create=False) as store:
        numbers = count(len(query.issued(store)))
    return lambda size: hashlib.shake_256(f"{at:%Y-%m-%d %H:%M} {next(numbers)}".encode()).digest(size)


def be_killed_at(fatal: int) -> None:
    """Points: a file about to get its name, a transaction about to be committed, one just committed."""
    deadly(fatal, audited="os.rename")


def main() -> None:
    """Take lines `KILL INSTANT`."""
    workspace = opened(sys.argv[1])

    def perform(instant: str) -> str:
        at = datetime.fromisoformat(instant)
        return "\t".join(told(workspace, at, same_bytes(at, workspace)))

    each_line(perform, be_killed_at)


if __name__ == "__main__":
    main()
