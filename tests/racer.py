"""A process that advances a consultation whenever it is told an instant: `python -m tests.racer FOLDER`."""

import hashlib
import os
import signal
import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

import workflows.perform  # noqa: F401  # everything is loaded once
from store import query
from store.open import open_store
from workflows.advance import advance
from workflows.process_read import read_process
from workflows.workspace import Workspace, open_workspace


def opened(folder: str) -> Workspace:
    workspace, problems = open_workspace(Path(folder))
    if workspace is None:
        raise SystemExit(str(problems))
    return workspace


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
    """End by SIGKILL at the so-manieth point at which something may be half done.

    Points: a file about to get its name, a transaction about to be committed, a transaction just committed.
    """
    passed = count(1)

    def point(*_: object) -> None:
        if next(passed) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def renamed(name: str, _arguments: tuple[object, ...]) -> None:
        if name == "os.rename":
            point()

    sys.addaudithook(renamed)
    event.listen(Engine, "commit", point)
    event.listen(Engine, "checkin", point)


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Take lines `KILL INSTANT` (0: not at all), each in a process of its own that has loaded everything."""
    workspace = opened(sys.argv[1])
    say("ready")
    for line in sys.stdin:
        fatal, instant = line.split()
        at = datetime.fromisoformat(instant)
        if child := os.fork():
            _, status = os.waitpid(child, 0)
            if status:
                say("killed" if os.WTERMSIG(status) == signal.SIGKILL else "failed")
            continue
        if int(fatal):
            be_killed_at(int(fatal))
        say("\t".join(told(workspace, at, same_bytes(at, workspace))))
        os._exit(0)


if __name__ == "__main__":
    main()
