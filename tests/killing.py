"""Processes that end by SIGKILL at a chosen point: for each line they are given, a child does one thing.

The parent has loaded everything, so that a kill costs milliseconds.
"""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from workflows.workspace import Workspace, open_workspace

Point = Callable[..., None]


def opened(folder: str) -> Workspace:
    workspace, problems = open_workspace(Path(folder))
    if workspace is None:
        raise SystemExit(str(problems))
    return workspace


def deadly(fatal: int, *, audited: str) -> Point:
    """Return a point at which the so-manieth who passes it is killed.

    Passed of itself whenever Python audits the event `audited`, and before and after every commit.
    """
    passed = count(1)

    def point(*_: object) -> None:
        if next(passed) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def heard(name: str, _arguments: tuple[object, ...]) -> None:
        if name == audited:
            point()

    sys.addaudithook(heard)
    event.listen(Engine, "commit", point)
    event.listen(Engine, "checkin", point)
    return point


def each_line(perform: Callable[[str], str], arm: Callable[[int], object]) -> None:
    """Take lines `KILL WORDS` (0: not at all); say what `perform` makes of them, or `killed`, or `failed`."""
    _say("ready")
    for line in sys.stdin:
        fatal, words = line.strip().split(" ", 1)
        if child := os.fork():
            _, status = os.waitpid(child, 0)
            if status:
                _say("killed" if os.WTERMSIG(status) == signal.SIGKILL else "failed")
            continue
        if int(fatal):
            arm(int(fatal))
        _say(perform(words))
        os._exit(0)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
