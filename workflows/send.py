"""Send the letters that lie in outbox/: each at most once, unless a person says otherwise."""

import fcntl
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from consultation.mail import Sending
from consultation.servers import secret_of
from problems import Problem, Severity
from problems.changes import BodyMissing
from problems.mail import (
    MailAuthority,
    MailCertificate,
    MailEncryptionWanted,
    MailLoginNotOffered,
    MailLoginRefused,
    MailLoginWanted,
    MailNotEncrypted,
    MailPasswordFile,
    MailPasswordMissing,
    MailSenderRefused,
    MailServerUnreachable,
    MailTokenCommand,
    MailTokenNotOffered,
    MailTokenProgram,
    MailTokenRefused,
    MailUnderWay,
    MailUnprotected,
    NothingToSendAgain,
)
from problems.stages import Refused
from stakeholders.model import Stakeholder
from store import query
from store.connection import Store
from store.outgoing import Outgoing, outgoing
from store.sending import give_up_on_open, note
from workflows.changes.naming import named
from workflows.contacts import take_contacts
from workflows.guards import launched_store
from workflows.mailing import PAUSES, Clock, Run
from workflows.outbox import OPEN_TO_SENDING, in_outbox
from workflows.workspace import Workspace

LOCK = ".sending"
FRESH = timedelta(days=1)
"""Older letters that nobody has tried to send do not leave by themselves: somebody may have sent them."""

PATIENCE = timedelta(hours=6)
"""The longest time between two attempts by itself; at first they follow each other sooner."""

IN_DOUBT = frozenset({"unknown", "failed", "bounced", "delayed"})

OF_SETTINGS = (
    MailAuthority,
    MailCertificate,
    MailEncryptionWanted,
    MailLoginNotOffered,
    MailLoginRefused,
    MailLoginWanted,
    MailNotEncrypted,
    MailPasswordFile,
    MailPasswordMissing,
    MailSenderRefused,
    MailServerUnreachable,
    MailTokenCommand,
    MailTokenNotOffered,
    MailTokenProgram,
    MailTokenRefused,
    MailUnprotected,
)
"""What usually stays as it is, however often it is tried, until settings, server or network are mended."""


@dataclass(frozen=True)
class Told:
    """A letter of the record, and to whom; `now`: it has left in this run."""

    letter: Outgoing
    name: str
    now: bool = False


@dataclass(frozen=True)
class Sent:
    """How it stands with the letters that lie in outbox/, or that were sent from there."""

    configured: bool
    letters: tuple[Told, ...]
    problems: tuple[Problem, ...] = ()
    by_hand: bool = False  # nothing was sent: letters were noted as sent by hand

    @property
    def counts(self) -> Counter[str]:
        """Count the letters by how it stands with them; `now` are those of this run."""
        return Counter("now" if each.now else each.letter.standing for each in self.letters)

    @property
    def wanting(self) -> bool:
        return any(
            problem.severity >= Severity.ERROR or isinstance(problem, MailPasswordMissing)
            for problem in self.problems
        )

    @property
    def mistaken(self) -> bool:
        """Say whether what keeps letters from leaving stands in the settings."""
        return any(isinstance(problem, OF_SETTINGS) for problem in self.problems)


def send(
    workspace: Workspace,
    *,
    at: datetime,
    to: Sequence[str] = (),
    again: Sequence[str] = (),
    alone: bool = False,
    clock: Clock | None = None,
    pauses: Sequence[float] = PAUSES,
    pausing: Callable[[float], None] = lambda _: None,
) -> Sent:
    """Send what was not sent: everything, or only `to` these bodies; `again` what may have been, or was.

    `alone`: nobody gave a command, so what may have been sent by hand is left. `pausing` is told, before each
    pause, how many seconds it lasts. Raises Refused for a body that nobody knows, or that has no letter to be
    sent again.
    """
    sending = workspace.consultation.sending
    with launched_store(workspace) as store, _only_one(workspace.folder.outbox) as first:
        if not first:
            return _told(workspace, store, sending, problems=[MailUnderWay()])
        give_up_on_open(store, at=at, actor=workspace.actor)
        wished = [each for each in _wished(workspace, store, to, again) if not alone or _by_itself(each, at)]
        if sending is None or not wished:
            return _told(workspace, store, sending)
        secret, problems = secret_of(sending, workspace.folder.root)
        if sending.user and not secret:
            return _told(workspace, store, sending, problems=problems)
        if query.clearance(store) is None:
            take_contacts(workspace, store, at=at, actor=workspace.actor)
        run = Run(workspace, store, sending, secret, at, clock or Clock(), pausing, problems=problems)
        run.all(wished, pauses)
        return _told(workspace, store, sending, run.sent, run.problems)


def sent_by_hand(workspace: Workspace, names: Sequence[str], *, at: datetime) -> Sent:
    """Record letters that nobody has sent from here as sent by hand; of these bodies, also those in doubt."""
    with launched_store(workspace) as store, store.transaction():
        meant = {body.id for body in _bodies(store, names)}
        letters = [
            each
            for each in outgoing(store)
            if (each.stakeholder in meant and each.standing in OPEN_TO_SENDING | IN_DOUBT)
            or (not names and each.standing in OPEN_TO_SENDING)
        ]
        for each in letters:
            note(store, each, "sent", "by-hand", begun=False, at=at, actor=workspace.actor)
        done = {each.id for each in letters}
        return replace(_told(workspace, store, workspace.consultation.sending, done), by_hand=True)


def _wished(workspace: Workspace, store: Store, to: Sequence[str], again: Sequence[str]) -> list[Outgoing]:
    """Return the letters meant, in the order in which they were written."""
    lying = list(in_outbox(workspace, outgoing(store)))
    if not to and not again:
        return [each for each in lying if each.standing in OPEN_TO_SENDING]
    meant = {body.id for body in _bodies(store, to)}
    wished = {each.id for each in lying if each.stakeholder in meant and each.standing in OPEN_TO_SENDING}
    for body in _bodies(store, again):
        own = [each for each in lying if each.stakeholder == body.id]
        if not own:
            raise Refused(NothingToSendAgain(name=body.name))
        doubtful = [each.id for each in own if each.standing in IN_DOUBT | OPEN_TO_SENDING]
        wished.update(doubtful or [own[-1].id])
    return [each for each in lying if each.id in wished]


def _by_itself(letter: Outgoing, at: datetime) -> bool:
    """Say whether a letter may leave without anybody's command, at this instant."""
    if letter.first is None or letter.last is None:
        return at - letter.at <= FRESH
    return at - letter.last >= min(letter.last - letter.first, PATIENCE)


def _bodies(store: Store, names: Sequence[str]) -> list[Stakeholder]:
    known = query.stakeholders(store)
    if any(not name.strip() for name in names):
        raise Refused(BodyMissing())
    return [named(name, known) for name in names]


def _told(
    workspace: Workspace,
    store: Store,
    sending: Sending | None,
    sent: Iterable[str] = (),
    problems: Iterable[Problem] = (),
) -> Sent:
    names = {body.id: body.name for body in query.stakeholders(store)}
    now, letters = set(sent), outgoing(store)
    lying = {each.id for each in in_outbox(workspace, letters)}
    shown = (each for each in letters if each.id in lying or each.standing != "waiting")
    told = tuple(Told(each, names[each.stakeholder], each.id in now) for each in shown)
    return Sent(sending is not None, told, tuple(problems))


@contextmanager
def _only_one(outbox: Path) -> Iterator[bool]:
    """Hold the folder's lock while letters are sent; False where another command holds it."""
    outbox.mkdir(exist_ok=True)
    descriptor = os.open(outbox / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def as_json(sent: Sent, language: str) -> dict[str, Any]:
    """Return what was sent, for `--json`."""
    return {
        "configured": sent.configured,
        "counts": dict(sent.counts),
        "letters": [
            {
                "letter": each.letter.id,
                "stakeholder": each.letter.stakeholder,
                "kind": each.letter.kind,
                "path": each.letter.path,
                "standing": each.letter.standing,
                "detail": each.letter.detail,
                "sent_now": each.now,
            }
            for each in sent.letters
        ],
        "problems": [each.as_json(language) for each in sent.problems],
    }
