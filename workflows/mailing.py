"""One run over the letters that are to be sent: over one connection as long as it lasts, so many a minute."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.parser import BytesHeaderParser
from functools import partial
from typing import TYPE_CHECKING

from consultation.mail import Sending
from consultation.servers import secret_of
from delivery.envelope import Envelope, envelope
from delivery.outbox import address_of, mailed, marked
from delivery.replies import letter_in
from problems import Place, Problem
from problems.causes import OURS
from problems.mail import LetterAltered, MailAllRefused, MailLoginWanted
from store import query
from store.connection import Store
from store.outgoing import Outgoing, addresses, outgoing
from store.sending import begin, note
from workflows.workspace import Workspace

if TYPE_CHECKING:
    import smtplib

    from delivery.smtp import Fate

PAUSES = (30.0, 120.0)
"""Seconds before what was put off is tried again within a run: some servers put off whom they do not know."""

GIVE_UP = timedelta(days=5)
"""How long a letter may be put off (RFC 5321, 4.5.4.1: at least four to five days)."""

REFUSALS = 5
"""Refusals in a row, in the same words, after which it is not the letters."""


@dataclass(frozen=True)
class Clock:
    """Time that passes while letters are sent, in seconds."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass
class Run:
    """One run over many letters, over one connection as long as it lasts."""

    workspace: Workspace
    store: Store
    sending: Sending
    secret: str  # what opens the server now: an access token lasts an hour or so
    at: datetime
    clock: Clock
    pausing: Callable[[float], None]
    sent: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._began = self.clock.now()
        self._next = self._began
        self._server: smtplib.SMTP | None = None
        self._refusals: list[str] = []
        self._bodies = {body.id: body for body in query.stakeholders(self.store)}
        self._addresses = addresses(self.store)

    def now(self) -> datetime:
        return self.at + timedelta(seconds=self.clock.now() - self._began)

    def all(self, letters: Iterable[Outgoing], pauses: Sequence[float]) -> None:
        """Send letters as they stood when they were chosen; after each pause those that are put off.

        Where no connection has ever been made it is rather a mistake in the settings, which no pause mends.
        """
        from delivery.smtp import Unavailable, leave

        left = deque(letters)
        try:
            for number, pause in enumerate((0.0, *pauses)):
                if number:
                    self.pausing(pause)
                    self.clock.sleep(pause)
                put_off: set[str] = set()
                try:
                    if not self._each(left, put_off):
                        return
                except Unavailable as error:
                    if not error.passing or self._server is None or number == len(pauses):
                        self.problems.append(error.problem)
                        return
                left += [
                    each for each in outgoing(self.store) if each.id in put_off and each.standing == "later"
                ]
                if not left:
                    return
        finally:
            leave(self._server)

    def _each(self, left: deque[Outgoing], put_off: set[str]) -> bool:
        """Try each letter once; False where no more are to be tried."""
        while left:
            if self._one(left[0]) == "later":
                put_off.add(left[0].id)
            left.popleft()
            if left and len(self._refusals) == REFUSALS:
                self.problems.append(MailAllRefused(count=REFUSALS, why=self._refusals[0]))
                return False
        return True

    def _one(self, letter: Outgoing) -> str:
        ready = self._ready(letter)
        if ready is None:
            self.problems.append(LetterAltered(place=Place(letter.path), path=letter.path))
            return "altered"
        self._in_turn()
        fate = self._handed_over(letter, ready)
        if fate.outcome != "taken":
            fate = self._patient(letter, fate)
            detail, now, actor = fate.detail, self.now(), self.workspace.actor
            note(self.store, letter, fate.outcome, detail, begun=fate.begun, at=now, actor=actor)
            self._count(letter, fate)
        return fate.outcome

    def _handed_over(self, letter: Outgoing, ready: Envelope) -> "Fate":
        """Hand a letter over; once more where the server, which had let us in, wants a login anew.

        Some do so when the access token of that login has expired.
        """
        from delivery.smtp import Unavailable, leave, transmit

        begun = partial(begin, self.store, letter, actor=self.workspace.actor)
        send = partial(transmit, letter=ready, before_end=lambda: begun(at=self.now()))
        before, server = self._server, self._connected()
        try:
            return send(server)
        except Unavailable as error:
            wanted = self.sending.user and isinstance(error.problem, MailLoginWanted)
            if server is not before or not wanted:
                raise
        leave(server)
        return send(self._connected())

    def _patient(self, letter: Outgoing, fate: "Fate") -> "Fate":
        """Give up on what has been put off for days."""
        over = fate.outcome == "later" and letter.first and self.now() - letter.first > GIVE_UP
        return replace(fate, outcome="failed") if over else fate

    def _count(self, letter: Outgoing, fate: "Fate") -> None:
        if fate.outcome == "sent":
            self.sent.add(letter.id)
        why = fate.detail if fate.detail.partition(" ")[0] not in OURS else fate.detail.partition(" ")[0]
        if fate.outcome != "failed":
            self._refusals = []
        elif self._refusals[-1:] == [why]:
            self._refusals.append(why)
        else:
            self._refusals = [why]

    def _ready(self, letter: Outgoing) -> Envelope | None:
        """Read a letter; None where it is not the one that was written, or is to nobody."""
        try:
            raw = (self.workspace.folder.root / letter.path).read_bytes()
            if letter_in(str(BytesHeaderParser().parsebytes(raw)["Message-ID"])) != letter.id.lower():
                return None
            readdress = partial(self._readdress, letter.stakeholder)
            point = self.workspace.consultation.focal_point
            mark = partial(marked, key=letter.id, sending=self.sending, sender=point)
            return envelope(raw, bounces_to=mailed(self.sending.reply_to), readdress=readdress, mark=mark)
        except (FileNotFoundError, ValueError, LookupError):
            return None

    def _readdress(self, stakeholder: str, written: str) -> Address | None:
        """Return the address of now for one that the record knows as an earlier one of the same body."""
        *before, now = (mailed(each).casefold() for each in self._addresses[stakeholder])
        earlier = written.casefold() != now and written.casefold() in before
        return address_of(self._bodies[stakeholder]) if earlier else None

    def _in_turn(self) -> None:
        """Wait until the next letter may leave: so many a minute, evenly."""
        wait = self._next - self.clock.now()
        if wait > 0:
            self.clock.sleep(wait)
        self._next = self.clock.now() + 60 / self.sending.per_minute

    def _connected(self) -> "smtplib.SMTP":
        from delivery.smtp import Unavailable, connect

        root = self.workspace.folder.root
        if self._server is None or self._server.sock is None:
            if self._server is not None:
                self.secret, problems = secret_of(self.sending, root)
                if self.sending.user and not self.secret:
                    raise Unavailable(problems[0], passing=True)
            self._server = connect(self.sending, self.secret, root=root)
        return self._server
