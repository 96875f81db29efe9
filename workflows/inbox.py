"""The inbox as a folder: a file that needs nobody any more is put away, never over another one."""

from pathlib import Path

from workflows.workspace import Workspace

DONE = "done"
HIDDEN = (".", "~$")
"""How the names begin of lock files and of what systems hide: no returns."""


def put_away(workspace: Workspace, path: Path) -> bool:
    """Move a file that lies in inbox/ to inbox/done/; say whether it was moved."""
    inbox = workspace.folder.inbox
    if path.parent != inbox:
        return False
    target, number = inbox / DONE / path.name, 2
    while target.exists():
        target, number = inbox / DONE / f"{path.stem} ({number}){path.suffix}", number + 1
    target.parent.mkdir(exist_ok=True)
    try:
        path.replace(target)
    except FileNotFoundError:  # another run has put it away meanwhile
        return False
    return True


def anything_waits(workspace: Workspace) -> bool:
    """Say whether anything may have come: something lies in inbox/, or there is a mailbox to look into."""
    mail, inbox = workspace.consultation.mail, workspace.folder.inbox
    if mail is not None and mail.receiving is not None:
        return True
    return inbox.is_dir() and any(
        each.name != DONE and not each.name.startswith(HIDDEN) for each in inbox.iterdir()
    )
