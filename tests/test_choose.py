"""A choice sheet of the process goes out with what was answered, and what is chosen on it decides."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from problems import Place
from problems.choices import ChoicesOpen, NotChoiceSheet
from problems.deciding import NotOurSheet, OutcomeTwice, OutcomeUnknown, SheetAboutNobody, SheetItemUnknown
from problems.processes import NameTwice
from problems.stages import AlreadyCleared, NoSuchFile, Refused
from store import query, standing
from store.changes import record_outcomes, record_withdrawal
from store.record import record_clearance
from store.standing import Outcome
from tests.small_process import (
    LAUNCH,
    PROCESS,
    ZONE,
    applied,
    attached,
    desk_of,
    fill_form,
    launched,
    open_record,
    talks,
)
from tests.stage import bytes_in_order, saved
from workbooks.choice_layout import Subject
from workbooks.choice_write import choice_workbook
from workflows.ask import open_round
from workflows.choose import Decided, SheetWritten, code_of, decide, write_sheet
from workflows.choosing import layout_of, row_of, subjects_of
from workflows.launch import launch
from workflows.mark import Mark, Marked, mark, marks
from workflows.process import Process
from workflows.process_read import read_process
from workflows.receive import receive
from workflows.workspace import Workspace

LATER = datetime(2027, 1, 26, 9, tzinfo=ZONE)


@pytest.fixture
def stage(tmp_path: Path) -> tuple[Workspace, Process]:
    return launched(tmp_path / "c")


def written(stage: tuple[Workspace, Process], action: str = "screening") -> SheetWritten:
    with open_record(stage[0]) as store:
        return write_sheet(desk_of(*stage, store, LATER), stage[1].action(action))


def chosen(workspace: Workspace, path: str, choices: dict[str, tuple[str, str]], by: str = "Board") -> Path:
    """Fill a choice sheet in: outcome and reason by the code of the row; save it under another name."""
    book = load_workbook(workspace.folder.root / path)
    cover, page = book.worksheets[:2]
    for row in cover.iter_rows():
        if row[0].value == "decided-by":
            row[2].value = by
    marks = {str(cell.value): cell.column for cell in page[1] if cell.value}
    left = dict(choices)
    for number in range(5, page.max_row + 1):
        outcome = left.pop(str(page.cell(number, marks["consult:choice-subject"]).value), None)
        if outcome:
            page.cell(number, marks["consult:choice-outcome"]).value = outcome[0]
            page.cell(number, marks["consult:choice-reason"]).value = outcome[1]
    assert left == {}
    filled = workspace.folder.root / "back from the board.xlsx"
    filled.write_bytes(saved(book))
    return filled


def decided(stage: tuple[Workspace, Process], path: Path, actor: str = "coordinator") -> Decided:
    return decide(*stage, path, at=LATER, actor=actor)


def outcomes(workspace: Workspace, sheet: str) -> tuple[Outcome, ...]:
    with open_record(workspace) as store:
        return standing.outcomes(store, sheet)


def is_decided(workspace: Workspace, sheet: str) -> bool:
    with open_record(workspace) as store:
        return f"{sheet}.decided" in query.performed(store)


def hidden(stage: tuple[Workspace, Process]) -> str:
    """Return the code under which the body at risk stands on sheets."""
    with open_record(stage[0]) as store:
        desk = desk_of(*stage, store)
        return row_of(desk, desk.bodies["abri"])


def test_applicants_stand_with_their_answers_and_points_and_who_is_at_risk_by_code(
    stage: tuple[Workspace, Process],
) -> None:
    applied(stage[0], "river", "abri")
    with open_record(stage[0]) as store:
        desk = desk_of(*stage, store)
        found = subjects_of(desk, stage[1].action("screening"))
    kind = "What kind of organization is it? A non-governmental organization"
    ngo = "Non-governmental organization"
    assert found.rows == (
        Subject(
            "river",
            ("River Watch", ngo, "River Watch", "Laws; Victims"),
            5,
            f"+2 · {kind}\n+3 · Do you have experience with victims of trafficking? Yes",
        ),
        Subject(hidden(stage), ("Not named here", ngo, "", "Victims"), 2, f"+2 · {kind}"),
    )
    book = written(stage).path
    texts = [
        str(cell.value)
        for page in load_workbook(stage[0].folder.root / book)
        for row in page.iter_rows()
        for cell in row
    ]
    assert not any("abri" in text.casefold() for text in texts)


def test_options_stand_with_how_many_of_which_kinds_chose_them(stage: tuple[Workspace, Process]) -> None:
    applied(stage[0], "river", "abri", "uni")
    with open_record(stage[0]) as store:
        desk = desk_of(*stage, store)
        rows = subjects_of(desk, stage[1].action("topics")).rows
        record_withdrawal(store, "uni", "no time", at=LATER, actor="coordinator")
        after = subjects_of(desk_of(*stage, store), stage[1].action("topics")).rows
    assert rows == (  # one or two of a kind who are not named are not told by their kind
        Subject("law", ("Laws", ""), 1),
        Subject("victims", ("Victims", "3 × Non-governmental stakeholders"), 3),
        Subject("money", ("Confiscation", ""), 1),
    )
    assert [row.points for row in after] == [1, 2, 0]  # who has left is not counted


def test_a_sheet_that_somebody_may_be_filling_in_stays_until_there_is_more_to_choose(
    stage: tuple[Workspace, Process],
) -> None:
    applied(stage[0], "river", "abri")
    first = written(stage)
    assert first == SheetWritten("screening", "exports/screening-en.xlsx", 2)
    path = chosen(stage[0], first.path, {"river": ("Accepted", "")})
    path.replace(stage[0].folder.root / first.path)
    bytes_before = (stage[0].folder.root / first.path).read_bytes()
    assert written(stage) == SheetWritten("screening", first.path, 2, again=True)
    decided(stage, stage[0].folder.root / first.path)
    applied(stage[0], "uni")
    second = written(stage)
    assert second == SheetWritten("screening", "exports/screening-en-2.xlsx", 3)
    assert (stage[0].folder.root / first.path).read_bytes() == bytes_before
    page = load_workbook(stage[0].folder.root / second.path).worksheets[1]
    cells = {row[1].value: row[8].value for row in page.iter_rows(min_row=5)}
    assert cells == {"river": "Accepted", "uni": None, hidden(stage): None}


def test_what_is_chosen_is_recorded_and_decides_once_every_subject_has_an_outcome(
    stage: tuple[Workspace, Process],
) -> None:
    applied(stage[0], "river", "abri")
    sheet = written(stage).path
    half = chosen(stage[0], sheet, {"river": ("Accepted", "")})
    (left,) = decided(stage, half).problems
    assert left == ChoicesOpen(place=Place("back from the board.xlsx", sheet="Choices"), count=1)
    assert not is_decided(stage[0], "screening")
    whole = chosen(stage[0], sheet, {"river": ("Accepted", ""), hidden(stage): ("regret", "Too late")})
    assert decided(stage, whole) == Decided("screening", 1, 0, 2)
    assert decided(stage, whole) == Decided("screening", 0, 0, 2)  # twice is once
    assert outcomes(stage[0], "screening") == (
        Outcome("screening", "abri", "regret", "Too late", "Board"),
        Outcome("screening", "river", "accepted", "", "Board"),
    )
    assert is_decided(stage[0], "screening")
    mind = chosen(stage[0], sheet, {"river": ("Regret", "Has no time"), hidden(stage): ("Accepted", "")})
    assert decided(stage, mind).chosen == 2
    assert [each.outcome for each in outcomes(stage[0], "screening")] == ["accepted", "regret"]


def test_who_has_left_since_the_sheet_was_written_does_not_hold_it_up(
    stage: tuple[Workspace, Process],
) -> None:
    applied(stage[0], "river", "uni")
    sheet = written(stage).path
    with open_record(stage[0]) as store:
        record_withdrawal(store, "uni", "no time", at=LATER, actor="coordinator")
    one = chosen(stage[0], sheet, {"river": ("Accepted", "")})
    assert decided(stage, one) == Decided("screening", 1, 0, 1)
    both = chosen(stage[0], sheet, {"river": ("Accepted", ""), "uni": ("Accepted", "")})
    assert decided(stage, both) == Decided("screening", 1, 0, 1)


def test_files_that_are_no_sheet_of_ours_are_not_taken(
    stage: tuple[Workspace, Process], tmp_path: Path
) -> None:
    applied(stage[0], "river")
    with pytest.raises(Refused) as refused:
        decided(stage, tmp_path / "none.xlsx")
    assert refused.value.problem == NoSuchFile(place=Place(str(tmp_path / "none.xlsx")), name="none.xlsx")
    workbook = tmp_path / "river.xlsx"
    workbook.write_bytes(attached(stage[0].folder.root, "river"))
    assert decided(stage, workbook) == Decided("", problems=(NotChoiceSheet(place=Place(str(workbook))),))
    with open_record(stage[0]) as store:
        layout = layout_of(desk_of(*stage, store), stage[1].action("topics"))
    foreign = tmp_path / "foreign.xlsx"
    foreign.write_bytes(
        choice_workbook(
            layout,
            [Subject("law", ("Laws", ""))],
            language="en",
            state="XA",
            office="Ministry",
            code="topics-0123456789",
            at=LATER,
        )
    )
    problem = NotOurSheet(place=Place(str(foreign)), sheets=("screening", "topics"))
    assert decided(stage, foreign) == Decided("", problems=(problem,))


def test_after_the_clearance_nothing_is_decided(stage: tuple[Workspace, Process]) -> None:
    applied(stage[0], "river")
    path = chosen(stage[0], written(stage).path, {"river": ("Accepted", "")})
    with open_record(stage[0]) as store:
        record_clearance(store, digest="0" * 64, paths=["a.docx"], at=LATER, actor="focal-point")
    with pytest.raises(Refused) as refused:
        decided(stage, path)
    assert isinstance(refused.value.problem, AlreadyCleared)


def test_the_code_of_a_sheet_is_of_its_consultation_and_its_action(
    stage: tuple[Workspace, Process],
) -> None:
    with open_record(stage[0]) as store:
        desk = desk_of(*stage, store)
        codes = [code_of(desk, stage[1].action(name)) for name in ("screening", "topics")]
    assert [code[:-10] for code in codes] == ["screening-", "topics-"]
    assert codes[0][-10:] != codes[1][-10:]


def test_a_sheet_that_shows_what_no_form_asks_is_refused(tmp_path: Path) -> None:
    process = PROCESS.replace("application.subjects]", "application.subject]")
    workspace, read = talks(tmp_path / "c", process=process)
    launch(workspace, at=LAUNCH, random=bytes_in_order())
    with open_record(workspace) as store, pytest.raises(Refused) as refused:
        write_sheet(desk_of(workspace, read, store), read.action("screening"))
    assert refused.value.problem == SheetItemUnknown(name="application.subject", near="application.subjects")


@pytest.mark.parametrize(
    ("wrong", "right", "problem"),
    [
        ("[regrets]", "[regret]", OutcomeUnknown),
        ("outcomes: [acepted]", "outcomes: [accepted]", OutcomeUnknown),
        ("{id: later, label: first}", "{id: later, label: Later}", OutcomeTwice),
        ("{id: first, label: Later}", "{id: later, label: Later}", OutcomeTwice),
        ("of: mandates", "of: {answered: application}", SheetAboutNobody),
        ("options: applications.subjects", "options: application.subjects", SheetItemUnknown),
        ("- id: application\n        title: Topics", "- id: topics\n        title: Topics", NameTwice),
    ],
)
def test_sheets_are_checked_when_a_process_is_read(
    tmp_path: Path, wrong: str, right: str, problem: type
) -> None:
    talks(tmp_path / "c")
    path = tmp_path / "c" / "process.yaml"
    path.write_text(PROCESS.replace(right, wrong), encoding="utf-8")
    read, problems = read_process("talks", tmp_path / "c")
    assert read is None
    assert problem in {type(each) for each in problems}


def test_a_quiz_is_marked_again_whenever_somebody_answers(stage: tuple[Workspace, Process]) -> None:
    """Two of three are right: 66 percent, over the 60 that pass; one tick too many is wrong."""
    workspace, process = stage
    with open_record(workspace) as store:
        picked = [("river", "accepted", ""), ("uni", "accepted", "")]
        record_outcomes(store, "screening", picked, decided_by="Board", at=LATER, actor="coordinator")
        open_round(desk_of(*stage, store, LATER), process.round("quiz"), random=bytes_in_order_of_quiz())

    def sent(body: str, answers: dict[str, object], ticks: list[str], name: str) -> Marked:
        quiz = attached(workspace.folder.root, body)
        (workspace.folder.inbox / name).write_bytes(fill_form(quiz, "quiz", answers, ticks, item="both"))
        (file,) = receive(workspace, at=LATER).files
        assert file.verdict == "accepted"
        with open_record(workspace) as store:
            return mark(desk_of(*stage, store, LATER), process.action("marking"))

    right: dict[str, object] = {"public": "No", "who": "The State"}
    assert sent("river", right, ["state", "guests", "press"], "1.xlsx") == Marked("marking", 1, 0, 1)
    assert sent("uni", {"public": "No"}, ["state"], "2.xlsx") == Marked("marking", 1, 1, 1)
    assert outcomes(workspace, "marking") == (
        Outcome("marking", "river", "passed", "2/3", "process"),
        Outcome("marking", "uni", "failed", "1/3", "process"),
    )
    assert sent("uni", right, ["state", "guests"], "3.xlsx") == Marked("marking", 2, 0, 1)
    with open_record(workspace) as store:
        desk = desk_of(*stage, store, LATER)
        assert marks(desk, process.action("marking")) == (
            Mark("river", 2, 3, passed=True),
            Mark("uni", 3, 3, passed=True),
        )
        assert mark(desk, process.action("marking")) == Marked("marking", 2, 0, 0)


def bytes_in_order_of_quiz() -> Callable[[int], bytes]:
    """Give other bytes than the launch did."""
    give = bytes_in_order()
    for _ in range(40):
        give(5)
    return give
