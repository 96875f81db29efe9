"""A process that fetches, and is killed on the way: `python -m tests.fetcher`, then lines `KILL FOLDER`."""

import imaplib

import delivery.mailbox  # noqa: F401  # everything is loaded once
from tests.killing import deadly, each_line, opened
from tests.recorded import AT
from workflows.fetch import fetch


def be_killed_at(fatal: int) -> None:
    """Points: before and after each command to the server, a file about to get its name, and each commit."""
    point = deadly(fatal, audited="os.rename")
    send = imaplib.IMAP4.send

    def sent(client: imaplib.IMAP4, data: bytes) -> None:
        point()
        send(client, data)
        point()

    imaplib.IMAP4.send = sent


def perform(folder: str) -> str:
    fetched = fetch(opened(folder), at=AT)
    return " ".join([f"{len(fetched.laid)} {fetched.known}", *(each.code for each in fetched.problems)])


if __name__ == "__main__":
    each_line(perform, be_killed_at)
