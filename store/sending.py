"""Record what became of letters: attempts to send them, and what is known after each.

An attempt is recorded before the end of a message leaves, its outcome after the server's answer. So an
attempt without an outcome after it may have reached somebody, and nothing else may.
"""

from datetime import datetime

from store import tables
from store.audit import Event, append
from store.connection import Store
from store.outgoing import LATER, Outgoing, outgoing_in
from store.record import record_delivery


def begin(store: Store, letter: Outgoing, *, at: datetime, actor: str) -> bool:
    """Record that the end of a letter is about to leave; False where something was recorded of it since."""
    with store.transaction() as connection:
        (now,) = outgoing_in(connection, letter.id)
        if now.word != letter.word:
            return False
        row = {"letter": letter.id, "attempt": now.attempts + 1}
        append(connection, Event.SENDING, letter.id, [(tables.SendingRow, [row])], at=at, actor=actor)
    return True


def note(
    store: Store, letter: Outgoing, outcome: str, detail: str, *, begun: bool, at: datetime, actor: str
) -> None:
    """Record what became of a letter; `later` is a failure that is to be tried again.

    What became of an attempt that never `begun` says nothing where something else was recorded since.
    """
    if outcome == "later":
        outcome, detail = "failed", f"{LATER}{detail}"
    with store.transaction() as connection:
        if begun or outgoing_in(connection, letter.id)[0].word == letter.word:
            record_delivery(store, letter=letter.id, outcome=outcome, detail=detail, at=at, actor=actor)


def give_up_on_open(store: Store, *, at: datetime, actor: str) -> tuple[str, ...]:
    """Record attempts that broke off as unknown; return their letters. Only where nobody is sending."""
    with store.transaction() as connection:
        broken = [each.id for each in outgoing_in(connection) if each.standing == "open"]
        for letter in broken:
            record_delivery(store, letter=letter, outcome="unknown", detail="interrupted", at=at, actor=actor)
    return tuple(broken)
