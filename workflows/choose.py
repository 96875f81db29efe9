"""Choice sheets of the process: written for a person, read back, recorded as outcomes."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from consultation.folder import write_whole
from problems import Place, Problem
from problems.choices import ChoicesOpen, NotChoiceSheet
from problems.deciding import NotOurSheet
from problems.stages import NoSuchFile, Refused
from store import standing
from store.changes import record_outcomes
from store.record import performed, record_actions
from workbooks.choice_layout import Choice
from workbooks.choice_read import read_choices
from workbooks.choice_rows import codes_of
from workbooks.choice_write import choice_workbook
from workbooks.contents import Contents
from workbooks.sandbox import Sandbox
from workflows.choosing import Subjects, code_of_row, layout_of, subjects_of
from workflows.guards import launched_store, must_not_be_cleared
from workflows.post import Desk, secret_of
from workflows.process import Action, Process
from workflows.workspace import Workspace

WRITTEN = "sheet:"
"""Begins the key, before action, number and digest, of the action by which a sheet was written."""


@dataclass(frozen=True)
class SheetWritten:
    """A choice sheet that now lies in exports/."""

    action: str
    path: str
    subjects: int
    again: bool = False  # it lay there before, about the same subjects


@dataclass(frozen=True)
class Decided:
    """What a filled choice sheet yielded."""

    action: str  # empty: it is none of ours
    chosen: int = 0  # outcomes that were recorded now
    open: int = 0  # subjects that still have none
    subjects: int = 0
    problems: tuple[Problem, ...] = ()
    further: str = ""  # a sheet that was written now, since it is about more than the one that was filled in


def code_of(desk: Desk, action: Action) -> str:
    """Return the code that binds a sheet to this consultation and this action; nobody else can make it."""
    return f"{action.id}-{secret_of(desk, f'choice sheet {action.id}')}"


def write_sheet(desk: Desk, action: Action) -> SheetWritten:
    """Write the choice sheet of an action.

    What somebody may be filling in is never written over: about the same subjects, saying the same, the sheet
    stays; about others there is a further one, `-2`, with what was chosen so far in its cells.
    """
    subjects = subjects_of(desk, action)
    digest = hashlib.sha256(repr(subjects.rows).encode()).hexdigest()[:10]
    language, count = desk.consultation.language, len(subjects.rows)
    with desk.store.transaction():
        written = _written(desk, action)
        number = written.get(digest, len(written) + 1)
        name = f"{action.id}-{language}{f'-{number}' if number > 1 else ''}.xlsx"
        path = desk.workspace.folder.exports / name
        shown = desk.workspace.shown(path)
        again = digest in written and path.exists()
        if not again:
            write_whole(path, _workbook(desk, action, subjects))
            key = f"{WRITTEN}{action.id}:{number}:{digest}"
            keys = [key] if subjects.rows else [key, f"{action.id}.decided"]  # nobody to decide on
            record_actions(desk.store, keys, at=desk.at, actor=desk.actor)
    return SheetWritten(action.id, shown, count, again)


def _written(desk: Desk, action: Action) -> dict[str, int]:
    """Return the numbers of the sheets that were written before, by the digest of their subjects."""
    start = f"{WRITTEN}{action.id}:"
    keys = (key.removeprefix(start).split(":") for key in performed(desk.store) if key.startswith(start))
    return {digest: int(number) for number, digest in keys}


def _workbook(desk: Desk, action: Action, subjects: Subjects) -> bytes:
    consultation = desk.consultation
    shown = {subjects.meant(row.id): row.id for row in subjects.rows}
    earlier = {
        shown.get(each.subject, each.subject): Choice(
            action.id, each.subject, each.outcome, each.reason, each.decided_by
        )
        for each in standing.outcomes(desk.store, action.id)
    }
    return choice_workbook(
        layout_of(desk, action),
        subjects.rows,
        language=consultation.language,
        state=consultation.state_name(consultation.language),
        office=consultation.focal_point.office,
        code=code_of(desk, action),
        at=desk.at.astimezone(consultation.deadline_at.tzinfo),
        earlier=earlier,
    )


def decide(workspace: Workspace, process: Process, path: Path, *, at: datetime, actor: str) -> Decided:
    """Record what a filled choice sheet says; the action is decided once every subject has an outcome.

    The file says itself which action it belongs to. What is chosen otherwise later counts from then on.
    """
    if not path.is_file():
        raise Refused(NoSuchFile(place=Place(str(path)), name=path.name))
    shown = workspace.shown(path.resolve())
    with launched_store(workspace) as store:
        must_not_be_cleared(workspace, store)
        with Sandbox(children=1) as sandbox:
            contents, problems = sandbox.open(path.read_bytes(), shown=shown)
        if contents is None:
            return Decided("", problems=tuple(problems))
        desk = Desk(workspace, process, store, at, actor)
        action = _action(desk, contents)
        if isinstance(action, Problem):
            return Decided("", problems=(*problems, replace(action, place=Place(shown))))
        found = _record(desk, action, contents, shown)
        if found.open:  # some may have come since this file was written
            further = write_sheet(desk, action)
            found = found if further.again else replace(found, further=further.path)
    return replace(found, problems=(*problems, *found.problems))


def _action(desk: Desk, contents: Contents) -> Action | Problem:
    """Tell by its codes which action a file belongs to."""
    codes = codes_of(contents)
    sheets = [action for action in desk.process.written.actions if action.sheet]
    ours = [action for action in sheets if code_of(desk, action) in codes]
    if len(ours) == 1:
        return ours[0]
    return NotOurSheet(sheets=tuple(each.id for each in sheets)) if codes else NotChoiceSheet()


def _record(desk: Desk, action: Action, contents: Contents, shown: str) -> Decided:
    store = desk.store
    with store.transaction():
        subjects = subjects_of(desk, action)
        choices, problems = read_choices(
            contents,
            layout_of(desk, action),
            _rows(desk, action, subjects),
            language=desk.consultation.language,
            code=code_of(desk, action),
            shown=shown,
        )
        chosen = [(subjects.meant(each.subject), each.outcome, each.reason) for each in choices]
        by = choices[0].by if choices else ""
        new = record_outcomes(store, action.id, chosen, decided_by=by, at=desk.at, actor=desk.actor)
        settled = {each.subject for each in standing.outcomes(store, action.id)}
        left = sum(subjects.meant(row.id) not in settled for row in subjects.rows)
        if subjects.rows and not left:
            record_actions(store, [f"{action.id}.decided"], at=desk.at, actor=desk.actor)
    told = [each for each in problems if not isinstance(each, ChoicesOpen)]
    told += [replace(each, count=left) for each in problems if isinstance(each, ChoicesOpen) and left]
    return Decided(action.id, new, left, len(subjects.rows), tuple(told))


def _rows(desk: Desk, action: Action, subjects: Subjects) -> list[str]:
    """Return the rows that a sheet may have: also of those who have left since it was written.

    Who has agreed, or does not agree any more, to be named stands under the other code on earlier sheets.
    """
    there = [row.id for row in subjects.rows]
    before = {*map(subjects.meant, there), *standing.withdrawn(desk.store)}
    before |= {each.subject for each in standing.outcomes(desk.store, action.id)}
    others = [row for body in sorted(before & desk.bodies.keys()) for row in (body, code_of_row(desk, body))]
    return list(dict.fromkeys([*there, *others]))
