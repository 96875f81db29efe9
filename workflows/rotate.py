"""Keys: a new one signs from now on; what older ones signed stays good, unless one of them got out."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_bytes

from problems import Place, nearest
from problems.keys import KeyStillSigns, KeyUnknown
from problems.stages import Refused
from store import query
from store.record import record_actions, record_key
from workbooks.identity import new_key
from workflows.ask import Random
from workflows.guards import launched_store, must_not_be_cleared
from workflows.post import DISTRUSTED
from workflows.workspace import Workspace


@dataclass(frozen=True)
class KeyKnown:
    """A signing key: its id, how many invitations it signed, whether it signs now, whether it is trusted."""

    id: str
    signed: int
    signs: bool
    trusted: bool


def keys_known(workspace: Workspace) -> tuple[KeyKnown, ...]:
    """Return every key, in the order in which they were made; a key's secret is never told."""
    with launched_store(workspace) as store, store.reading():
        known, marks = tuple(query.keys(store)), query.performed(store)
        signed = [each.invitation.key for each in query.issued(store)]
    return tuple(
        KeyKnown(name, signed.count(name), name == known[-1], f"{DISTRUSTED}{name}" not in marks)
        for name in known
    )


def rotate(workspace: Workspace, *, at: datetime, random: Random = token_bytes) -> str:
    """Make a new key, which signs every workbook issued from now on; return its id."""
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        key = new_key(random(32))
        record_key(store, key.id, key.secret, at=at, actor=workspace.actor)
    return key.id


def distrust(workspace: Workspace, name: str, *, at: datetime) -> bool:
    """End the trust in a key that got out; False where that was done before.

    What it signed is confirmed with each body before it counts. Raises Refused for a key that is none, and
    for the one that signs now.
    """
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        known = tuple(query.keys(store))
        wanted = name.strip().upper()
        if wanted not in known:
            raise Refused(KeyUnknown(place=Place(), value=name, near=nearest(wanted, known)))
        if wanted == known[-1]:
            raise Refused(KeyStillSigns(place=Place(), value=wanted))
        return bool(record_actions(store, [f"{DISTRUSTED}{wanted}"], at=at, actor=workspace.actor))
