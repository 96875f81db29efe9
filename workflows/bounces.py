"""Letters that came back, as mail servers say: noted with the letter, so that early warning knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from delivery.replies import letter_in
from delivery.smtp import shortened
from store.connection import Store
from store.outgoing import BOUNCED, DELAYED, Outgoing, addresses, outgoing
from store.record import record_delivery
from workbooks.containers import Bounce


@dataclass(frozen=True)
class Bounced:
    """A letter that came back, or has not arrived yet; `again`: that was known."""

    letter: str
    stakeholder: str
    path: str
    final: bool
    again: bool = False


def note_bounces(store: Store, bounces: Sequence[Bounce], *, at: datetime, actor: str) -> tuple[Bounced, ...]:
    """Record what became of letters, in one transaction; reports on letters that are not ours say nothing.

    A report names its letter by Message-ID; where it does not, the last letter to its recipient is meant.
    A report that a letter is late says nothing any more once it is known to have come back.
    """
    with store.transaction():
        known = {each.id.lower(): each for each in outgoing(store)}
        noted = []
        for bounce in bounces:
            letter = _meant(store, bounce, known)
            if letter is None:
                continue
            outcome = BOUNCED if bounce.final else DELAYED
            again = letter.standing in {outcome, BOUNCED}
            if not again:
                detail = shortened(f"{bounce.status} {bounce.reason}".strip())
                record_delivery(store, letter=letter.id, outcome=outcome, detail=detail, at=at, actor=actor)
                known = {each.id.lower(): each for each in outgoing(store)}
            noted.append(Bounced(letter.id, letter.stakeholder, letter.path, bounce.final, again))
    return tuple(noted)


def _meant(store: Store, bounce: Bounce, known: dict[str, Outgoing]) -> Outgoing | None:
    if named := letter_in(bounce.message_id):
        return known.get(named)
    recipient = bounce.recipient.strip().casefold()
    bodies = {
        body for body, had in addresses(store).items() if recipient in {each.casefold() for each in had}
    }
    letters = [each for each in known.values() if each.stakeholder in bodies]
    return letters[-1] if letters and recipient else None
