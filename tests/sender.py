"""A process that sends letters whenever it is told to: `python -m tests.sender FOLDER`."""

import smtplib
import sys
from datetime import datetime

import delivery.smtp  # noqa: F401  # everything is loaded once
from tests.killing import deadly, each_line, opened
from workflows.mailing import Clock
from workflows.send import send


def be_killed_at(fatal: int) -> None:
    """Points: words about to go to the server, gone, its answer read, and before and after each commit."""
    point = deadly(fatal, audited="smtplib.send")
    read = smtplib.SMTP.getreply

    def listened(server: smtplib.SMTP) -> tuple[int, bytes]:
        point()
        answer = read(server)
        point()
        return answer

    smtplib.SMTP.getreply = listened  # type: ignore[method-assign]


def main() -> None:
    """Take lines `KILL INSTANT`."""
    workspace = opened(sys.argv[1])

    def perform(instant: str) -> str:
        at = datetime.fromisoformat(instant)
        sent = send(workspace, at=at, clock=Clock(sleep=lambda _: None), pauses=(0.0,))
        return " ".join(["done", *(each.letter.id for each in sent.letters if each.now)])

    each_line(perform, be_killed_at)


if __name__ == "__main__":
    main()
