"""Take messages out of the mailbox into the inbox: laid there whole, then recorded, then marked as read.

Killed anywhere, the next run goes on: what was laid and not recorded is laid again under the same name, what
was recorded and not marked is marked. A message whose bytes came before, by whatever way, is not laid again.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from consultation.folder import write_whole
from consultation.mail import Receiving
from consultation.servers import secret_of
from problems import Place, Problem, Severity
from problems.mailbox import FetchUnderWay, MailboxNotSet, MailboxReadOnly, MessageTooLarge
from store.connection import Store
from store.fetching import came_before
from store.mail import fetched as recorded_before
from store.mail import record_fetched
from workflows.guards import launched_store, must_not_be_cleared
from workflows.workspace import Workspace

if TYPE_CHECKING:
    from delivery.mailbox import Box, Lying

LARGEST: Final = 30 * 2**20
"""Larger messages are left in the mailbox."""

BATCH: Final = 16
BATCH_SIZE: Final = 8 * 2**20
"""So many messages, or bytes, are asked for at once and recorded in one transaction."""

LEFT_THERE: Final = hashlib.sha256(b"").hexdigest()
"""Recorded for a message that was left in the mailbox: there is no message without a byte."""


@dataclass(frozen=True)
class Fetched:
    laid: tuple[str, ...] = ()  # names in inbox/
    known: int = 0  # messages whose bytes came before
    problems: tuple[Problem, ...] = ()

    @property
    def wanting(self) -> bool:
        """Say whether anything keeps messages in the mailbox that should come."""
        return any(problem.severity >= Severity.WARNING for problem in self.problems)

    def as_json(self, language: str) -> dict[str, Any]:
        return {
            "laid": list(self.laid),
            "known": self.known,
            "problems": [problem.as_json(language) for problem in self.problems],
        }


def configured(workspace: Workspace) -> bool:
    """Say whether the settings name a mailbox to fetch from."""
    mail = workspace.consultation.mail
    return mail is not None and mail.receiving is not None


def fetch(workspace: Workspace, *, at: datetime) -> Fetched:
    """Take over every message of the mailbox that was not taken over before, whoever has read it there."""
    mail = workspace.consultation.mail
    place = Place(workspace.folder.settings.name)
    if mail is None or mail.receiving is None:
        return Fetched(problems=(MailboxNotSet(place=place),))
    with launched_store(workspace) as store, _alone(workspace.folder.inbox) as alone:
        must_not_be_cleared(workspace, store)
        if not alone:
            return Fetched(problems=(FetchUnderWay(),))
        return _fetch(workspace, store, mail.receiving, place, at)


def _fetch(workspace: Workspace, store: Store, receiving: Receiving, place: Place, at: datetime) -> Fetched:
    from delivery.mailbox import Lost, lost, opened
    from delivery.smtp import Unavailable

    secret, problems = secret_of(receiving, workspace.folder.root, place)
    if receiving.user and not secret:
        return Fetched(problems=tuple(problems))
    run = _Run(workspace, store, receiving, at, problems)
    try:
        with opened(receiving, secret, root=workspace.folder.root) as box:
            try:
                run.take(box)
            except Lost as error:
                run.problems.append(lost(receiving, error, taken=len(run.laid) + run.known))
    except Unavailable as error:
        run.problems.append(error.problem)
    return Fetched(tuple(run.laid), run.known, tuple(run.problems))


@dataclass
class _Run:
    """One call of `fetch`."""

    workspace: Workspace
    store: Store
    receiving: Receiving
    at: datetime
    problems: list[Problem]
    laid: list[str] = field(default_factory=list)
    known: int = 0

    @property
    def mailbox(self) -> str:
        """What UIDs and their UIDVALIDITY belong to."""
        return f"{self.receiving.user}@{self.receiving.host}/{self.receiving.mailbox}"

    def take(self, box: "Box") -> None:
        lying = box.lying()
        before = recorded_before(self.store, mailbox=self.mailbox, uidvalidity=box.uidvalidity)
        if not box.writable:
            self.problems.append(MailboxReadOnly(mailbox=self.receiving.mailbox))
        taken = [uid for uid, sha256 in before.items() if sha256 != LEFT_THERE]
        self._mark(box, [uid for uid in taken if uid in lying and not lying[uid].seen])
        new = {uid: each for uid, each in lying.items() if uid not in before}
        self._leave(box, {uid: each.size for uid, each in new.items() if each.size > LARGEST})
        for batch in _batches({uid: each for uid, each in new.items() if each.size <= LARGEST}):
            self._take_batch(box, batch)

    def _take_batch(self, box: "Box", uids: Sequence[str]) -> None:
        """Lay some messages, record them, and only then mark them as read."""
        messages = box.messages(uids)
        digests = {uid: hashlib.sha256(message).hexdigest() for uid, message in messages.items()}
        there = set(came_before(self.store, digests.values()))
        for uid, message in messages.items():
            if digests[uid] in there:
                self.known += 1
            else:
                self._lay(message, box.uidvalidity, uid, digests[uid])
                there.add(digests[uid])
        self._record(box, digests)
        self._mark(box, list(messages))

    def _lay(self, message: bytes, uidvalidity: str, uid: str, digest: str) -> None:
        """Write a message to the inbox, never over another one that waits there."""
        path = self.workspace.folder.inbox / f"mail-{uidvalidity}-{uid}.eml"
        if path.exists() and path.read_bytes() != message:
            path = path.with_name(f"{path.stem}-{digest[:12]}.eml")
        write_whole(path, message)
        self.laid.append(path.name)

    def _leave(self, box: "Box", sizes: Mapping[str, int]) -> None:
        """Leave what is too large where it is, unread, and say so once."""
        if not sizes:
            return
        self._record(box, dict.fromkeys(sizes, LEFT_THERE))
        limit = LARGEST // 2**20
        self.problems += (
            MessageTooLarge(uid=uid, megabytes=-(-size // 2**20), limit=limit) for uid, size in sizes.items()
        )

    def _record(self, box: "Box", digests: Mapping[str, str]) -> None:
        record_fetched(
            self.store,
            digests,
            mailbox=self.mailbox,
            uidvalidity=box.uidvalidity,
            at=self.at,
            actor=self.workspace.actor,
        )

    def _mark(self, box: "Box", uids: Sequence[str]) -> None:
        if uids and box.writable and not box.mark_read(uids):
            box.writable = False
            self.problems.append(MailboxReadOnly(mailbox=self.receiving.mailbox))


def _batches(lying: Mapping[str, "Lying"]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for uid, each in lying.items():
        if batch and (len(batch) == BATCH or size + each.size > BATCH_SIZE):
            yield batch
            batch, size = [], 0
        batch.append(uid)
        size += each.size
    if batch:
        yield batch


@contextmanager
def _alone(inbox: Path) -> Iterator[bool]:
    """Say whether nobody else fetches into this folder at this moment; nobody begins while we do."""
    inbox.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(inbox / ".fetching", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _locked(descriptor)
    finally:
        os.close(descriptor)  # and with it the lock


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
