"""A body's returns, one version after the other: when each came, what it changed, what else came and went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from languages import say
from problems import nearest
from problems.changes import RoundNotOpen
from problems.model import shortened
from problems.place import in_words
from problems.returns import readings_in_words
from problems.stages import Refused
from problems.versions import NothingToCompare, OriginalNone, OriginalUnknown, VersionUnknown
from questionnaires.model import Item
from responses.differences import Change, Difference, differences
from responses.model import Answer
from stakeholders.model import Stakeholder
from store import mail, outgoing, query, standing, versions
from store.connection import Store
from store.outgoing import Outgoing
from store.query import Return
from store.versions import Deadlines, FileOf, Joined
from workflows.changes.naming import named
from workflows.guards import launched_store
from workflows.process_read import read_process
from workflows.working_time import wall
from workflows.workspace import Workspace

UNPACKED = "unpacked"
"""Verdict on what holds other files: each of those has its own."""

DIGEST = 8
"""So many characters of a digest, or more, name a file."""


@dataclass(frozen=True)
class Late:
    """How late a return came; `grace`: within the days in which the process still waits."""

    deadline: datetime  # in the consultation's zone, as it held then
    days: int  # 0: on the same day
    grace: bool


@dataclass(frozen=True)
class Version:
    """One return that counts. Of its answers, `same` repeat what stood; `kept` earlier ones stand."""

    number: int
    received_at: datetime  # in the consultation's zone
    late: Late | None
    returned: Return
    file: FileOf
    mails: tuple[mail.Came, ...]
    answers: tuple[Answer, ...]
    new: int
    changed: int
    same: int
    kept: int


@dataclass(frozen=True)
class Other:
    """A file of a body from which no answers came."""

    file: FileOf
    at: datetime  # in the consultation's zone
    mails: tuple[mail.Came, ...]


@dataclass(frozen=True)
class Comparison:
    """Two versions, item by item; `stands` names the version whose answer stands where the newer is blank."""

    before: int
    after: int
    differences: tuple[Difference, ...]
    stands: Mapping[str, int]

    def of(self, change: Change) -> tuple[Difference, ...]:
        return tuple(each for each in self.differences if each.change is change)


@dataclass(frozen=True)
class BodyHistory:
    body: Stakeholder
    zone: ZoneInfo
    round: str
    title: str  # of the round
    asked: bool  # in this round, at any time
    deadline: datetime  # in the consultation's zone, as it holds now
    versions: tuple[Version, ...]
    others: tuple[Other, ...]
    letters: tuple[Outgoing, ...]
    joined: Joined | None
    compared: Comparison | None
    items: Mapping[str, Item] = field(repr=False)
    elsewhere: Mapping[str, int] = field(default_factory=dict)  # versions in other rounds


def body_history(
    workspace: Workspace, name: str, *, round: str = "", between: tuple[int, int] | None = None
) -> BodyHistory:
    """Read what came from a body and went to it, in one round: else the last in which it was asked.

    Raises Refused before the launch, for a stranger, for a round that is not open, for versions there are
    not.
    """
    zone = ZoneInfo(workspace.consultation.zone)
    with launched_store(workspace) as store, store.reading():
        body = named(name, query.stakeholders(store))
        rounds, dates = standing.rounds(store), versions.deadlines(store)
        issued = [each.round for each in query.issued(store) if each.invitation.stakeholder == body.id]
        returned = query.returns(store).get(body.id, ())
        where = _round(round, rounds, [*issued, *(each.round for each in returned)])
        title, grace = _of_process(workspace, where)
        files = versions.files_of(store, body.id)
        here = [each for each in returned if each.round == where]
        said = versions.answers_by_return(store, body.id)
        came = tuple(_versions(store, here, said, files, _Clock(dates, zone, grace)))
        others = [each for each in files.values() if not each.counts and each.verdict != UNPACKED]
        return BodyHistory(
            body=body,
            zone=zone,
            round=where,
            title=title,
            asked=where in issued,
            deadline=rounds[where].deadline_of(body.id).astimezone(zone),
            versions=came,
            others=tuple(
                Other(each, each.at.astimezone(zone), _mails(store, each.sha256)) for each in others
            ),
            letters=tuple(each for each in outgoing.outgoing(store) if each.stakeholder == body.id),
            joined=versions.joined(store, body.id),
            compared=_compared(body, came, between),
            items={item.id: item for each in query.questionnaires(store, where) for item in each.items},
            elsewhere={
                name: count
                for name in rounds
                if name != where and (count := sum(each.round == name for each in returned))
            },
        )


def original(told: BodyHistory, wished: str) -> FileOf:
    """Return the file meant: of a version by number, else any by the beginning of its digest.

    Raises Refused.
    """
    all_files = [each.file for each in told.versions] + [each.file for each in told.others]
    if not all_files:
        raise Refused(OriginalNone(name=told.body.name))
    for each in told.versions:
        if wished.strip() == str(each.number):
            return each.file
    digest = wished.strip().lower()
    found = {file.sha256: file for file in all_files if file.sha256.startswith(digest)}
    if len(found) == 1 and len(digest) >= DIGEST:
        return next(iter(found.values()))
    numbers = [str(each.number) for each in told.versions]
    allowed = (*numbers, *(each.file.sha256[:12] for each in told.others))
    raise Refused(OriginalUnknown(value=wished, name=told.body.name, allowed=allowed))


def sentence(problem: Mapping[str, Any], language: str) -> str:
    """Say a recorded problem in a language, where its words still are as they were; else as recorded."""
    subject = _subjects().get(str(problem["code"]), "")
    said = {name: shortened(value) for name, value in problem["parameters"].items()}
    if places := said.get("others"):
        said["others"] = in_words(places, language)
    if readings := said.get("readings"):
        said["readings"] = readings_in_words(readings, language)
    try:
        return say(language, subject, problem["code"], item=problem["item"], **said)
    except (KeyError, TypeError, OSError):
        return str(problem["message"])


@cache
def _subjects() -> dict[str, str]:
    from problems.page import every_problem

    return {kind.code: kind.__module__.replace(".", "/") for kind in every_problem()}


@dataclass(frozen=True)
class _Clock:
    dates: Deadlines
    zone: ZoneInfo
    grace: int  # days

    def late(self, each: Return) -> Late | None:
        if not self.dates.late(each.round, each.stakeholder, each.received_at):
            return None
        then = self.dates.of(each.round, each.stakeholder, each.received_at).astimezone(self.zone)
        local = each.received_at.astimezone(self.zone)
        shuts = wall(then.date() + timedelta(days=self.grace), then.time(), self.zone)
        return Late(then, (local.date() - then.date()).days, grace=bool(self.grace) and local <= shuts)


def _round(wished: str, opened: Mapping[str, standing.Round], of_body: Sequence[str]) -> str:
    """Return the round meant: the one named, else the last of the body's own, else the last opened."""
    if wished and wished not in opened:
        raise Refused(RoundNotOpen(value=wished, allowed=tuple(opened), near=nearest(wished, opened)))
    own = [name for name in opened if name in of_body]
    return wished or [*opened, *own][-1]


def _of_process(workspace: Workspace, round: str) -> tuple[str, int]:
    """Return a round's title and days of grace; of a process that cannot be read, its id and none."""
    process, _ = read_process(workspace.consultation.process, workspace.folder.root)
    if process is None or round not in {each.id for each in process.rounds}:
        return round, 0
    return process.say(workspace.consultation.language, "rounds", round), process.round(round).grace


def _versions(
    store: Store,
    returned: Sequence[Return],
    said: Mapping[str, tuple[Answer, ...]],
    files: Mapping[str, FileOf],
    clock: _Clock,
) -> Iterator[Version]:
    stood: dict[str, Answer] = {}
    for each in returned:
        answers = said.get(each.response, ())
        found = [one.change for one in differences(tuple(stood.values()), answers)]
        yield Version(
            number=each.version,
            received_at=each.received_at.astimezone(clock.zone),
            late=clock.late(each),
            returned=each,
            file=files[each.sha256],
            mails=_mails(store, each.sha256),
            answers=answers,
            new=found.count(Change.ADDED),
            changed=found.count(Change.CHANGED),
            same=found.count(Change.SAME),
            kept=found.count(Change.SILENT),
        )
        stood |= {answer.item: answer for answer in answers}


def _mails(store: Store, sha256: str) -> tuple[mail.Came, ...]:
    """Return the mails in which a file came, whichever way; none for one that was laid there."""
    return tuple(dict.fromkeys(came for way in mail.arrivals(store, sha256) for came in way))


def _compared(
    body: Stakeholder, came: Sequence[Version], between: tuple[int, int] | None
) -> Comparison | None:
    """Compare two versions: those named, else the last two, if there are two."""
    if len(came) < 2:  # noqa: PLR2004  # a comparison is of two
        if between is not None:
            raise Refused(NothingToCompare(name=body.name, count=len(came)))
        return None
    known = {each.number: each for each in came}
    older, newer = sorted(between or (came[-2].number, came[-1].number))
    for wished in (older, newer):
        if wished not in known:
            raise Refused(VersionUnknown(value=wished, name=body.name, allowed=tuple(known)))
    stands = {answer.item: each.number for each in came if each.number <= newer for answer in each.answers}
    return Comparison(older, newer, differences(known[older].answers, known[newer].answers), stands)
