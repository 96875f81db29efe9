"""Which letters lie in outbox/, and which of them are to be sent."""

from collections.abc import Iterable, Iterator
from typing import Final

from store.outgoing import Outgoing, outgoing
from workflows.guards import launched_store
from workflows.workspace import Workspace

OPEN_TO_SENDING: Final = frozenset({"waiting", "later"})


def in_outbox(workspace: Workspace, letters: Iterable[Outgoing]) -> Iterator[Outgoing]:
    """Yield the letters that lie in outbox/: whoever has moved one away does not want it sent."""
    return (each for each in letters if (workspace.folder.root / each.path).is_file())


def to_be_sent(workspace: Workspace) -> int:
    """Count the letters in outbox/ that were not sent; none where no server sends them."""
    if workspace.consultation.sending is None:
        return 0
    with launched_store(workspace) as store:
        return sum(each.standing in OPEN_TO_SENDING for each in in_outbox(workspace, outgoing(store)))
