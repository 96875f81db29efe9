"""What the process does, when: a moving clock over a pure function."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.standing import Round
from workflows.due import active, due, hushed, schedule
from workflows.process import Process
from workflows.process_read import read_process
from workflows.record import Record
from workflows.working_time import Calendar

BAMAKO = ZoneInfo("Africa/Bamako")  # UTC all year
LAUNCH = datetime(2027, 1, 4, 10, tzinfo=BAMAKO)
DEADLINE = datetime(2027, 3, 31, 17, tzinfo=BAMAKO)
LAUNCHED = Record(
    zone=BAMAKO,
    calendar=Calendar(BAMAKO, weekend=frozenset({5, 6})),
    deadline=DEADLINE,
    launched_at=LAUNCH,
    rounds={"answers": Round("answers", LAUNCH, DEADLINE)},
)
GENERAL = "@2027-03-31T1700Z"


@pytest.fixture(scope="module")
def process() -> Process:
    process, problems = read_process("consultation", Path("/nonexistent"))
    assert problems == []
    assert process is not None
    return process


def keys(process: Process, record: Record, *instant: int) -> list[str]:
    at = datetime(*instant, tzinfo=UTC)  # type: ignore[misc,arg-type]
    return [each.key or each.action.id for each in due(process, record, at)]


def performed(record: Record, names: Iterable[str], at: datetime = DEADLINE) -> Record:
    return replace(record, done={**record.done, **dict.fromkeys(names, at)})


def test_nothing_is_due_before_the_launch_nor_after_the_clearance(process: Process) -> None:
    assert keys(process, replace(LAUNCHED, launched_at=None), 2027, 3, 30) == []
    assert keys(process, LAUNCHED, 2027, 1, 4, 9, 59) == []
    cleared = replace(LAUNCHED, cleared_at=datetime(2027, 4, 20, 15, tzinfo=UTC))
    assert keys(process, cleared, 2027, 4, 20, 16) == []


def test_clearing_makes_due_what_waits_for_it(process: Process) -> None:
    cleared = replace(LAUNCHED, cleared_at=datetime(2027, 4, 20, 15, tzinfo=UTC))
    assert keys(process, cleared, 2027, 4, 21, 9) == ["feedback-letters"]
    assert keys(process, performed(cleared, ["feedback-letters"]), 2027, 4, 22, 9) == []


def test_between_reminders_only_the_inbox_is_looked_at(process: Process) -> None:
    assert keys(process, LAUNCHED, 2027, 1, 4, 10) == ["receive"]
    assert keys(process, LAUNCHED, 2027, 3, 3, 8, 59) == ["receive"]


def test_a_reminder_is_due_until_it_is_done(process: Process) -> None:
    assert keys(process, LAUNCHED, 2027, 3, 3, 9) == ["receive", f"reminder-early{GENERAL}"]
    assert keys(process, performed(LAUNCHED, [f"reminder-early{GENERAL}"]), 2027, 3, 3, 9) == ["receive"]


def test_after_weeks_of_silence_only_the_latest_reminder_is_sent(process: Process) -> None:
    assert keys(process, LAUNCHED, 2027, 3, 29, 10) == ["receive", "warning", f"reminder-late{GENERAL}"]


def test_a_reminder_from_before_the_launch_is_never_sent(process: Process) -> None:
    at = datetime(2027, 3, 20, tzinfo=BAMAKO)
    late = replace(LAUNCHED, launched_at=at, rounds={"answers": Round("answers", at, DEADLINE)})
    assert keys(process, late, 2027, 3, 22, 10) == ["receive", "warning"]


def test_nothing_is_sent_on_days_of_rest(process: Process) -> None:
    """28 March 2027, three days before the deadline, is a Sunday: the reminder goes out on the Friday."""
    assert keys(process, LAUNCHED, 2027, 3, 26, 8, 59) == ["receive", f"reminder-middle{GENERAL}", "warning"]
    assert keys(process, LAUNCHED, 2027, 3, 26, 9) == ["receive", "warning", f"reminder-late{GENERAL}"]


def test_letters_wait_for_the_morning(process: Process) -> None:
    night = datetime(2027, 3, 3, 21, tzinfo=UTC)
    assert hushed(process, LAUNCHED, night)
    assert keys(process, LAUNCHED, 2027, 3, 3, 21) == ["receive"]
    assert keys(process, LAUNCHED, 2027, 3, 4, 7) == ["receive", f"reminder-early{GENERAL}"]


def test_days_of_grace_pass_before_anything_is_settled(process: Process) -> None:
    assert keys(process, LAUNCHED, 2027, 4, 1, 10) == ["receive", "warning", f"overdue{GENERAL}"]
    done = performed(LAUNCHED, ["warning", f"overdue{GENERAL}"])
    assert keys(process, done, 2027, 4, 5, 16, 59) == ["receive"]
    assert keys(process, done, 2027, 4, 5, 17) == ["receive-late", "reconcile", "draft"]
    assert keys(process, performed(done, ["reconcile", "draft"]), 2027, 4, 6) == ["receive-late"]


def test_when_everybody_has_answered_collecting_is_over_before_its_time(process: Process) -> None:
    complete = replace(LAUNCHED, complete=frozenset({"answers"}))
    names = [phase.id for phase in active(process, complete, datetime(2027, 2, 1, tzinfo=UTC))]
    assert names == ["settle"]


def test_the_workshop_ends_the_settling(process: Process) -> None:
    held = performed(LAUNCHED, ["workshop"], datetime(2027, 4, 19, 12, tzinfo=UTC))
    names = [phase.id for phase in active(process, held, datetime(2027, 4, 19, 13, tzinfo=UTC))]
    assert names == ["clear"]
    assert keys(process, held, 2027, 4, 20, 9) == ["receive-last", "final-draft"]


def test_who_has_an_extension_is_reminded_by_it_and_the_others_by_theirs(process: Process) -> None:
    later = datetime(2027, 4, 30, 17, tzinfo=UTC)
    extended = replace(LAUNCHED, rounds={"answers": Round("answers", LAUNCH, DEADLINE, {"bank": later})})
    own = "@2027-04-30T1700Z"
    assert keys(process, extended, 2027, 3, 30, 10) == ["receive", "warning", f"reminder-late{GENERAL}"]
    done = performed(extended, ["warning", f"reminder-late{GENERAL}", f"overdue{GENERAL}"])
    assert keys(process, done, 2027, 4, 2, 9) == ["receive", f"reminder-early{own}"]
    assert keys(process, done, 2027, 5, 4, 10) == ["receive", f"overdue{own}"]
    assert keys(process, done, 2027, 5, 5, 17)[0] == "receive-late"


def test_a_reminder_from_before_an_extension_was_granted_is_never_sent(process: Process) -> None:
    later = datetime(2027, 4, 14, 17, tzinfo=UTC)
    granted = datetime(2027, 3, 19, 11, tzinfo=UTC)  # after the 28 days, before the 14
    own = Round("answers", LAUNCH, DEADLINE, {"bank": later}, {"bank": granted})
    done = performed(replace(LAUNCHED, rounds={"answers": own}), [f"reminder-middle{GENERAL}", "warning"])
    assert keys(process, done, 2027, 3, 19, 12) == ["receive"]
    assert keys(process, done, 2027, 3, 31, 10)[1:] == [
        "reminder-middle@2027-04-14T1700Z",
        f"reminder-late{GENERAL}",
    ]


def test_dates_in_the_settings_go_before_those_of_the_process(process: Process) -> None:
    fixed = datetime(2027, 4, 12, 9, tzinfo=BAMAKO)
    record = replace(LAUNCHED, dates={"workshop": fixed})
    assert [slot.at for slot in schedule(process, record) if slot.action.id == "workshop"] == [fixed]


def test_the_whole_timeline_is_known_ahead(process: Process) -> None:
    told = [(slot.key, f"{slot.at:%a %d %b %H:%M}") for slot in schedule(process, LAUNCHED)]
    assert told == [
        (f"reminder-early{GENERAL}", "Wed 03 Mar 09:00"),
        (f"reminder-middle{GENERAL}", "Wed 17 Mar 09:00"),
        ("warning", "Fri 19 Mar 09:00"),
        (f"reminder-late{GENERAL}", "Fri 26 Mar 09:00"),
        (f"overdue{GENERAL}", "Thu 01 Apr 09:00"),
        ("reconcile", "Mon 05 Apr 17:00"),
        ("draft", "Mon 05 Apr 17:00"),
        ("workshop-pack", "Mon 12 Apr 09:00"),
        ("workshop", "Mon 19 Apr 09:00"),
    ]


def test_times_are_the_wall_clock_of_the_zone(process: Process) -> None:
    zone = ZoneInfo("Pacific/Kiritimati")  # UTC+14
    launch, deadline = LAUNCH.replace(tzinfo=zone), DEADLINE.replace(tzinfo=zone)
    record = replace(
        LAUNCHED,
        zone=zone,
        launched_at=launch,
        deadline=deadline,
        rounds={"answers": Round("answers", launch, deadline)},
    )
    assert keys(process, record, 2027, 3, 2, 18, 59) == ["receive"]
    assert keys(process, record, 2027, 3, 2, 19)[1:] == ["reminder-early@2027-03-31T0300Z"]


ZONES = (
    "Africa/Bamako",
    "Europe/Paris",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
    "Australia/Lord_Howe",
    "Africa/Cairo",
)


@given(
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    day=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    length=st.integers(30, 400),
    steps=st.lists(st.integers(-36, 24 * 30), min_size=5, max_size=60),
)
def test_a_clock_that_jumps_and_goes_back_does_everything_once_and_nothing_early(
    process: Process, zone: ZoneInfo, day: date, length: int, steps: list[int]
) -> None:
    launch = datetime(day.year, day.month, day.day, 10, tzinfo=zone)
    deadline = (launch + timedelta(days=length)).replace(hour=17)
    record = replace(
        LAUNCHED,
        zone=zone,
        launched_at=launch,
        deadline=deadline,
        rounds={"answers": Round("answers", launch, deadline)},
        calendar=Calendar(zone, weekend=frozenset({4, 5})),
    )
    now, latest = launch, launch
    for hours in steps:
        now += timedelta(hours=hours)
        latest = max(latest, now)
        for slot in due(process, record, now):
            assert slot.at.astimezone(UTC) <= now.astimezone(UTC)
            assert slot.key not in record.done
            if slot.action.perform in {"remind", "warn", "write"}:
                assert 7 <= now.astimezone(zone).hour < 20
            if slot.action.perform == "remind":
                assert slot.at.astimezone(zone).weekday() not in {4, 5}
            if slot.key:
                record = performed(record, [slot.key], now)
