"""What people do themselves is told to the record once, with who was there."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from problems import Place
from problems.deciding import (
    AttendeeElsewhere,
    AttendeeUnknown,
    DayAhead,
    DayUnreadable,
    DoneBefore,
    EventNotWritten,
    NotForPeople,
)
from problems.processes import ActionUnknown
from problems.stages import NotLaunched, Refused
from store import standing
from store.changes import record_outcomes
from store.record import record_actions
from terminal.decide import the_day
from tests.small_process import LAUNCH, ZONE, applied, desk_of, launched, open_record, talks
from workflows.choose import write_sheet
from workflows.hold import Held, Waiting, held, waiting
from workflows.process import Process
from workflows.workspace import Workspace

AT = datetime(2027, 2, 1, 12, tzinfo=UTC)
DAY = date(2027, 1, 29)


@pytest.fixture
def stage(tmp_path: Path) -> tuple[Workspace, Process]:
    return launched(tmp_path / "c")


def meeting(stage: tuple[Workspace, Process], attended: str = "", note: str = "", day: date = DAY) -> Held:
    return held(*stage, "meeting", day=day, note=note, attended=attended, at=AT, actor="coordinator")


def recorded(workspace: Workspace) -> dict[str, standing.Held]:
    with open_record(workspace) as store:
        return standing.held(store)


def refusal(stage: tuple[Workspace, Process], action: str, day: date = DAY) -> object:
    with pytest.raises(Refused) as refused:
        held(*stage, action, day=day, at=AT, actor="coordinator")
    return refused.value.problem


def test_a_meeting_is_recorded_with_those_who_were_there_and_stands_in_the_registry(
    stage: tuple[Workspace, Process],
) -> None:
    found = meeting(stage, "river; Réseau Abri, cy uni", "In the town hall")
    assert found == Held("meeting", DAY, "In the town hall", ("river", "abri", "uni"))
    assert recorded(stage[0]) == {
        "meeting": standing.Held("meeting", DAY, "In the town hall", ("river", "abri", "uni"))
    }
    lines = stage[0].folder.registry.read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith(",Trainings,Events")
    assert lines[1].endswith(",Dialogue basics (2027-01-29),First meeting (2027-01-29)")
    assert "First meeting" not in lines[4]


def test_a_meeting_is_held_once(stage: tuple[Workspace, Process]) -> None:
    meeting(stage, "river")
    before = stage[0].folder.registry.read_bytes()
    assert refusal(stage, "meeting") == DoneBefore(name="First meeting", day="Friday, 29 January 2027")
    assert recorded(stage[0])["meeting"].attended == ("river",)
    assert stage[0].folder.registry.read_bytes() == before


def test_what_cannot_be_said_to_be_done_is_refused(stage: tuple[Workspace, Process], tmp_path: Path) -> None:
    assert refusal(stage, "meting") == ActionUnknown(name="meting", allowed=("meeting",), near="meeting")
    assert refusal(stage, "screening") == NotForPeople(name="screening", allowed=("meeting",))
    assert refusal(stage, "meeting", date(2027, 2, 2)) == DayAhead(day="Tuesday, 2 February 2027")
    assert isinstance(refusal(talks(tmp_path / "new"), "meeting"), NotLaunched)
    assert recorded(stage[0]) == {}


def test_who_is_not_in_the_registry_is_asked_back_and_nothing_is_recorded(
    stage: tuple[Workspace, Process],
) -> None:
    wrong = meeting(stage, "River Wotch; river")
    assert wrong.problems == (AttendeeUnknown(name="River Wotch", near="River Watch"),)
    assert (wrong.recorded, recorded(stage[0])) == (False, {})
    stranger = meeting(stage, "river; Zoé Quist", "Long")
    assert stranger.problems == (AttendeeElsewhere(name="Zoé Quist"),)
    assert (stranger.recorded, recorded(stage[0])) == (False, {})  # a note may be printed
    meeting(stage, "river", "Long")
    assert recorded(stage[0])["meeting"] == standing.Held("meeting", DAY, "Long", ("river",))


@pytest.mark.parametrize("headings", [["Name", "Signature"], ["id", "Name"], []])
def test_a_list_of_who_was_there_is_read_from_a_spreadsheet(
    stage: tuple[Workspace, Process], tmp_path: Path, headings: list[str]
) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    if headings:
        page.append(headings)
    rows = {"river": "River Watch", "uni": "University of the River"}
    for body, name in rows.items():
        page.append([body, name] if headings[:1] == ["id"] else [name, "x"])
    book.save(tmp_path / "list.xlsx")
    assert meeting(stage, str(tmp_path / "list.xlsx")) == Held("meeting", DAY, "", ("river", "uni"))


def test_a_list_that_is_not_there_records_nothing(stage: tuple[Workspace, Process], tmp_path: Path) -> None:
    found = meeting(stage, str(tmp_path / "none.xlsx"))
    assert [each.code for each in found.problems] == ["no-such-file"]
    assert recorded(stage[0]) == {}


def test_an_open_registry_does_not_hold_up_the_record_and_is_completed_later(
    stage: tuple[Workspace, Process],
) -> None:
    registry = stage[0].folder.registry
    lock = registry.with_name(f".~lock.{registry.name}#")
    lock.touch()
    (problem,) = meeting(stage, "river").problems
    assert isinstance(problem, EventNotWritten)
    assert (problem.place, problem.action) == (Place(registry.name), "meeting")
    assert recorded(stage[0])["meeting"].attended == ("river",)
    assert "First meeting" not in registry.read_text(encoding="utf-8")
    lock.unlink()
    assert isinstance(refusal(stage, "meeting"), DoneBefore)
    assert "First meeting" in registry.read_text(encoding="utf-8")


def test_what_waits_for_people_is_told_with_since_when(stage: tuple[Workspace, Process]) -> None:
    workspace, process = stage
    hold = Waiting("meeting", "First meeting", "hold", "focal-point", None)
    assert waiting(*stage, at=AT) == (hold,)
    applied(workspace, "river")
    written = datetime(2027, 1, 25, 9, tzinfo=ZONE)
    with open_record(workspace) as store, store.transaction():
        write_sheet(desk_of(*stage, store, written), process.action("screening"))
        record_actions(store, ["screening"], at=written, actor="process")
    sheet = Waiting(
        "screening", "Screening", "sheet", "coordinator", written, datetime(2027, 1, 25, 17, tzinfo=ZONE)
    )
    assert waiting(*stage, at=AT) == (sheet, hold)
    decided = datetime(2027, 1, 26, 9, tzinfo=ZONE)
    with open_record(workspace) as store, store.transaction():
        picked = [("river", "accepted", "")]
        record_outcomes(store, "screening", picked, decided_by="Board", at=decided, actor="coordinator")
        record_actions(store, ["screening.decided"], at=decided, actor="coordinator")
    planned = datetime(2027, 1, 29, 9, tzinfo=ZONE)
    assert waiting(*stage, at=datetime(2027, 1, 27, tzinfo=ZONE)) == (
        Waiting("meeting", "First meeting", "hold", "focal-point", None, planned),
    )
    assert waiting(*stage, at=AT) == (
        Waiting("meeting", "First meeting", "hold", "focal-point", planned, planned),
    )
    meeting(stage)
    assert waiting(*stage, at=AT) == ()


def test_the_day_is_today_where_the_consultation_is_unless_it_is_said(
    stage: tuple[Workspace, Process],
) -> None:
    assert the_day("", stage[0], datetime(2027, 1, 4, 23, 30, tzinfo=UTC)) == date(2027, 1, 4)
    assert the_day("2027-01-29", stage[0], LAUNCH) == DAY
    with pytest.raises(Refused) as refused:
        the_day("29 January", stage[0], LAUNCH)
    assert refused.value.problem == DayUnreadable(value="29 January")
