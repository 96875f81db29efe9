"""A process that sends letters whenever it is told to: `python -m tests.sender FOLDER`."""

import os
import signal
import smtplib
import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

import delivery.smtp  # noqa: F401  # everything is loaded once
from workflows.mailing import Clock
from workflows.send import send
from workflows.workspace import open_workspace


def be_killed_at(fatal: int) -> None:
    """End by SIGKILL at the so-manieth point at which something may be half done.

    Points: words about to go to the server, words gone and the answer not read, the answer read and not
    recorded, a transaction about to be committed, a transaction just committed.
    """
    passed = count(1)

    def point(*_: object) -> None:
        if next(passed) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def talked(name: str, _arguments: tuple[object, ...]) -> None:
        if name == "smtplib.send":
            point()

    read = smtplib.SMTP.getreply

    def listened(server: smtplib.SMTP) -> tuple[int, bytes]:
        point()
        answer = read(server)
        point()
        return answer

    smtplib.SMTP.getreply = listened  # type: ignore[method-assign]
    sys.addaudithook(talked)
    event.listen(Engine, "commit", point)
    event.listen(Engine, "checkin", point)


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Take lines `KILL INSTANT` (0: not at all), each in a process of its own that has loaded everything."""
    workspace, problems = open_workspace(Path(sys.argv[1]))
    if workspace is None:
        raise SystemExit(str(problems))
    say("ready")
    for line in sys.stdin:
        fatal, instant = line.split()
        if child := os.fork():
            _, status = os.waitpid(child, 0)
            if status:
                say("killed" if os.WTERMSIG(status) == signal.SIGKILL else "failed")
            continue
        if int(fatal):
            be_killed_at(int(fatal))
        at = datetime.fromisoformat(instant)
        sent = send(workspace, at=at, clock=Clock(sleep=lambda _: None), pauses=(0.0,))
        say(" ".join(["done", *(each.letter.id for each in sent.letters if each.now)]))
        os._exit(0)


if __name__ == "__main__":
    main()
