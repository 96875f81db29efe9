"""What the process does, when: a moving clock over a pure function."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from workflows.due import Record, due
from workflows.process import Process, read_process

BAMAKO = ZoneInfo("Africa/Bamako")  # UTC all year
LAUNCHED = Record(
    launched_at=datetime(2027, 1, 4, 10, tzinfo=BAMAKO),
    deadline_at=datetime(2027, 3, 31, 17, tzinfo=BAMAKO),
    zone=BAMAKO,
    owing=("bank", "ministry"),
)


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Process:
    process, problems = read_process("consultation", tmp_path_factory.mktemp("empty"))
    assert problems == []
    assert process is not None
    return process


def keys(process: Process, record: Record, *instant: int) -> list[str]:
    return [each.key or each.action for each in due(process, record, datetime(*instant, tzinfo=UTC))]


def test_nothing_is_due_before_the_launch_nor_after_the_clearance(process: Process) -> None:
    assert keys(process, replace(LAUNCHED, launched_at=None), 2027, 3, 30) == []
    assert keys(process, LAUNCHED, 2027, 1, 4, 9, 59) == []
    cleared = replace(LAUNCHED, cleared_at=datetime(2027, 4, 2, tzinfo=UTC))
    assert keys(process, cleared, 2027, 4, 3) == []


def test_between_reminders_only_the_inbox_is_looked_at(process: Process) -> None:
    assert keys(process, LAUNCHED, 2027, 1, 4, 10) == ["receive"]
    assert keys(process, LAUNCHED, 2027, 3, 3, 8, 59) == ["receive"]


def test_a_reminder_goes_to_those_who_owe_and_once(process: Process) -> None:
    first = ["receive", "reminder-early:bank", "reminder-early:ministry"]
    assert keys(process, LAUNCHED, 2027, 3, 3, 9) == first
    done = replace(LAUNCHED, performed=frozenset({"reminder-early:bank"}))
    assert keys(process, done, 2027, 3, 3, 9) == ["receive", "reminder-early:ministry"]
    assert keys(process, replace(LAUNCHED, owing=()), 2027, 3, 3, 9) == ["receive"]


def test_after_weeks_of_silence_only_the_latest_reminder_is_sent(process: Process) -> None:
    assert keys(process, LAUNCHED, 2027, 3, 29) == ["receive", "reminder-late:bank", "reminder-late:ministry"]


def test_a_reminder_from_before_the_launch_is_never_sent(process: Process) -> None:
    late = replace(LAUNCHED, launched_at=datetime(2027, 3, 20, tzinfo=BAMAKO))
    assert keys(process, late, 2027, 3, 21) == ["receive"]


def test_after_the_deadline_late_returns_are_taken_in_and_a_draft_is_made_once(process: Process) -> None:
    assert keys(process, LAUNCHED, 2027, 3, 31, 17, 1) == ["receive-late"]
    assert keys(process, LAUNCHED, 2027, 4, 1) == ["receive-late", "reconcile", "draft"]
    done = replace(LAUNCHED, performed=frozenset({"reconcile", "draft"}))
    assert keys(process, done, 2027, 4, 1) == ["receive-late"]


def test_times_are_the_wall_clock_of_the_zone(process: Process) -> None:
    zone = ZoneInfo("Pacific/Kiritimati")  # UTC+14
    record = replace(
        LAUNCHED,
        zone=zone,
        launched_at=datetime(2027, 1, 4, 10, tzinfo=zone),
        deadline_at=datetime(2027, 3, 31, 17, tzinfo=zone),
    )
    assert keys(process, record, 2027, 3, 2, 18, 59) == ["receive"]
    assert keys(process, record, 2027, 3, 2, 19)[1:] == ["reminder-early:bank", "reminder-early:ministry"]


def test_a_process_of_ones_own_replaces_the_shipped_one_and_its_mistakes_have_a_place(tmp_path: Path) -> None:
    (tmp_path / "process.yaml").write_text(
        "process: consultation\nversion: '2'\nclears: focal-point\nphases:\n"
        "  - {id: a, from: launch, until: deadline, actions: [{id: x, perform: remnd, standing: true}]}\n"
    )
    process, problems = read_process("consultation", tmp_path)
    assert process is None
    assert [(str(each.place), each.code) for each in problems] == [("process.yaml:5:62", "not-allowed")]
    assert 'Did you mean "remind"?' in problems[0].message("en")
