"""How far a consultation has come, in one cheap reading: what `consult status` shows."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from store import progress as counting
from store import query, standing, versions
from store.connection import Store
from store.outgoing import outgoing
from store.progress import Progress, Subject
from workflows.guards import launched_store
from workflows.outbox import in_outbox
from workflows.outlook import Coming, Happened, Outlook, SheetAhead, outlook
from workflows.warning import Concern, is_part
from workflows.warning_pace import Pace
from workflows.warning_read import watch
from workflows.workspace import Workspace


@dataclass(frozen=True)
class RoundCount:
    """Another round in one line."""

    id: str
    title: str
    deadline: datetime
    asked: int
    returned: int


@dataclass(frozen=True)
class SheetCount:
    """What a choice sheet says so far; `open`: subjects without an outcome, where they are known."""

    id: str
    title: str
    counts: tuple[tuple[str, int], ...]  # label and number
    open: int | None


@dataclass(frozen=True)
class Next:
    """What is to be done next: a message of `terminal/status`."""

    message: str
    path: str = ""
    action: str = ""
    title: str = ""


@dataclass(frozen=True)
class Overview:
    """One round, and what concerns all of them."""

    state: str
    subjects: tuple[Subject, ...]
    at: datetime
    zone: ZoneInfo
    round: str
    deadline: datetime  # of everybody, in the consultation's zone
    deadlines: dict[str, datetime]  # of those with a later one of their own
    late: frozenset[str]  # those whose last return came after the deadline that held then
    progress: Progress
    cleared: datetime | None
    ahead: Outlook | None  # None where the process cannot be read
    reminded: dict[str, int]  # how many a coming reminder goes to, by its key
    others: tuple[RoundCount, ...]
    sheets: tuple[SheetCount, ...]
    outcomes: dict[str, str]  # what sheets say of a body, by its id
    concerns: tuple[Concern, ...]
    pace: Pace
    next: Next
    mail: Mapping[str, int] = field(default_factory=dict)  # letters by how it stands with them

    @property
    def is_form(self) -> bool:
        return all(is_part(article.key) for article in self.progress.articles)

    @property
    def title(self) -> str:
        return self.ahead.rounds[self.round].title if self.ahead else self.round


def overview(workspace: Workspace, *, at: datetime, round: str = "") -> Overview:
    """Read the progress of a round, of the last one opened where none is named. Raises Refused."""
    zone = ZoneInfo(workspace.consultation.zone)
    with launched_store(workspace) as store, store.reading():
        launched, cleared, rounds = query.launch(store), query.clearance(store), standing.rounds(store)
        if launched is None:
            raise ValueError("a launched store has a launch")
        if round and round not in rounds:
            raise _not_open(round, tuple(rounds))
        name = round or next(reversed(rounds))
        opened = rounds[name]
        done = standing.done(store)
        happened = Happened(launched.at, cleared.at if cleared else None, rounds, done)
        counted = _counted(workspace, store, name)

        def complete(other: str) -> bool:
            return counted.complete if other == name else standing.complete(store, other)

        ahead = outlook(workspace, store, happened, at=at, complete=complete)
        soft = ahead.rounds[name].soft if ahead and name in ahead.rounds else None
        watched = watch(store, name, at=at, soft=soft, counted=counted, opened=opened)
        outcomes, dates = standing.outcomes(store), versions.deadlines(store)
        subjects = counting.subjects(store, name)
        mail = _mail(workspace, store)
        others = tuple(_other(store, each, ahead) for each in reversed(rounds.values()) if each.id != name)
    coming = () if ahead is None or cleared else ahead.coming
    return Overview(
        state=workspace.consultation.state_name(workspace.consultation.language),
        subjects=tuple(subjects),
        at=at,
        zone=zone,
        round=name,
        deadline=opened.deadline.astimezone(zone),
        deadlines={
            body: deadline.astimezone(zone)
            for body in opened.deadlines
            if (deadline := opened.deadline_of(body)) > opened.deadline
        },
        late=frozenset(
            each.id
            for each in counted.stakeholders
            if each.last_return and dates.late(name, each.id, each.last_return)
        ),
        progress=counted,
        cleared=cleared.at if cleared else None,
        ahead=ahead,
        reminded={each.key: _reminded(each, counted, opened) for each in coming if each.round == name},
        others=others,
        sheets=tuple(_sheet(each, outcomes, counted, name) for each in _shown(ahead, outcomes, name)),
        outcomes=_by_subject(ahead, outcomes),
        concerns=() if cleared else watched.concerns,
        pace=watched.pace,
        next=_next(
            workspace,
            counted,
            coming,
            cleared=cleared is not None,
            late=opened.deadline < at,
            unsent=mail.get("waiting", 0) + mail.get("later", 0),
        ),
        mail=mail,
    )


def _not_open(round: str, allowed: tuple[str, ...]) -> Exception:
    from problems import nearest
    from problems.changes import RoundNotOpen
    from problems.stages import Refused

    return Refused(RoundNotOpen(value=round, allowed=allowed, near=nearest(round, allowed)))


def _mail(workspace: Workspace, store: Store) -> Mapping[str, int]:
    """Count letters by how it stands with them; where no server sends them, none waits to be sent."""
    found: Counter[str] = Counter(each.standing for each in in_outbox(workspace, outgoing(store)))
    if workspace.consultation.sending is None:
        del found["waiting"], found["later"]
    return found


def _counted(workspace: Workspace, store: Store, round: str) -> Progress:
    """Count; where rules of precedence may have settled what differs, reconcile to know; that is slower."""
    counted = counting.progress(store, round)
    if not counted.contradictory or not _rules(workspace):
        return counted
    from workflows.situation import read_situation

    open_ones = Counter(_article(item) for item in read_situation(workspace, store).divergences)
    articles = [replace(each, contradictory=open_ones[each.key]) for each in counted.articles]
    return replace(counted, articles=tuple(articles))


def _rules(workspace: Workspace) -> bool:
    """Say whether routing.yaml has rules of precedence, without reading YAML."""
    try:
        text = workspace.folder.routing.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return False
    return re.search(r"^['\"]?precedence['\"]?\s*:", text, re.MULTILINE) is not None


def _article(item: str) -> str:
    instrument, number, *_ = item.split(".")
    return f"{instrument}.{number}"


def _other(store: Store, opened: standing.Round, ahead: Outlook | None) -> RoundCount:
    counted = counting.progress(store, opened.id)
    asked = [each for each in counted.stakeholders if each.asked]
    title = ahead.rounds[opened.id].title if ahead and opened.id in ahead.rounds else opened.id
    returned = sum(each.version > 0 for each in asked)
    return RoundCount(opened.id, title, opened.deadline, len(asked), returned)


def _reminded(coming: Coming, counted: Progress, opened: standing.Round) -> int:
    """Count to whom a reminder would go today."""
    return sum(
        each.given < each.owed and coming.group in {None, opened.deadline_of(each.id)}
        for each in counted.stakeholders
        if not each.withdrawn
    )


def _shown(
    ahead: Outlook | None, outcomes: tuple[standing.Outcome, ...], round: str
) -> tuple[SheetAhead, ...]:
    """Return the choice sheets that say something already, or are about those who answer in this round."""
    if ahead is None:
        return ()
    said = {each.sheet for each in outcomes}
    return tuple(each for each in ahead.sheets if each.id in said or each.answered == round)


def _sheet(
    sheet: SheetAhead, outcomes: tuple[standing.Outcome, ...], counted: Progress, round: str
) -> SheetCount:
    chosen = {each.subject: each.outcome for each in outcomes if each.sheet == sheet.id}
    many = Counter(chosen.values())
    counts = tuple((label, many[name]) for name, label in sheet.outcomes.items())
    answered = [each.id for each in counted.stakeholders if each.version]
    left = sum(name not in chosen for name in answered) if sheet.answered == round else None
    return SheetCount(sheet.id, sheet.title, counts, left)


def _by_subject(ahead: Outlook | None, outcomes: tuple[standing.Outcome, ...]) -> dict[str, str]:
    labels = (
        {(sheet.id, name): label for sheet in ahead.sheets for name, label in sheet.outcomes.items()}
        if ahead
        else {}
    )
    return {each.subject: labels.get((each.sheet, each.outcome), each.outcome) for each in outcomes}


def _next(
    workspace: Workspace,
    counted: Progress,
    coming: tuple[Coming, ...],
    *,
    cleared: bool,
    late: bool,
    unsent: int,
) -> Next:
    """Say what is to be done first."""
    due = next((each for each in coming if each.due), None)
    forms = all(is_part(article.key) for article in counted.articles)
    if cleared:
        found = Next("status-next-done")
    elif counted.waiting:
        found = Next("status-next-files")
    elif unsent:  # before anybody is reminded of a letter that never left
        found = Next("status-next-send")
    elif due is not None:
        message = "status-next-held" if due.perform == "hold" else "status-next-advance"
        found = Next(message, action=due.id, title=due.title)
    elif counted.contradictory and not forms:  # what forms say differs as people do
        found = _settling(workspace)
    elif late or all(each.given >= each.owed for each in counted.stakeholders):
        found = Next("status-next-plan" if forms else "status-next-compile")
    else:
        found = Next("status-next-collect" if counted.returned else "status-next-wait")
    return found


def _settling(workspace: Workspace) -> Next:
    """Name the decision workbook that lies there, the newest if there are several."""
    books = workspace.folder.exports.glob("decisions-*.xlsx")
    newest = max(books, key=lambda path: path.stat().st_mtime_ns, default=None)
    if newest is None:
        return Next("status-next-reconcile")
    return Next("status-next-decide", path=workspace.shown(newest))
