"""A process that fetches, and is killed on the way: `python -m tests.fetcher FOLDER`, then lines `KILL`."""

import imaplib
import os
import signal
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

import delivery.mailbox  # noqa: F401  # everything is loaded once
from tests.recorded import AT
from workflows.fetch import fetch
from workflows.workspace import open_workspace


def be_killed_at(fatal: int) -> None:
    """End by SIGKILL at the so-manieth point at which something may be half done.

    Points: before and after each command to the server, a file about to get its name, a transaction about to
    be committed, a transaction just committed.
    """
    passed = count(1)
    send = imaplib.IMAP4.send

    def point(*_: object) -> None:
        if next(passed) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def renamed(name: str, _arguments: tuple[object, ...]) -> None:
        if name == "os.rename":
            point()

    def sent(client: imaplib.IMAP4, data: bytes) -> None:
        point()
        send(client, data)
        point()

    imaplib.IMAP4.send = sent
    sys.addaudithook(renamed)
    event.listen(Engine, "commit", point)
    event.listen(Engine, "checkin", point)


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Take lines `KILL FOLDER` (0: not at all), each in a process of its own that has loaded everything."""
    say("ready")
    for line in sys.stdin:
        fatal, folder = line.strip().split(" ", 1)
        if child := os.fork():
            _, status = os.waitpid(child, 0)
            if status:
                say("killed" if os.WTERMSIG(status) == signal.SIGKILL else "failed")
            continue
        if int(fatal):
            be_killed_at(int(fatal))
        workspace, problems = open_workspace(Path(folder))
        if workspace is None:
            raise SystemExit(str(problems))
        fetched = fetch(workspace, at=AT)
        say(" ".join([f"{len(fetched.laid)} {fetched.known}", *(each.code for each in fetched.problems)]))
        os._exit(0)


if __name__ == "__main__":
    main()
