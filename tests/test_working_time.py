"""Wall clocks, working days, quiet hours, against an oracle that only walks from UTC to the clocks."""

import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import pytest

from languages.days import months_after
from workflows.working_time import (
    Calendar,
    DayOff,
    Quiet,
    after_quiet,
    calendar_of,
    is_quiet,
    is_working,
    next_open,
    shifted,
    wall,
    why_not,
    working_days_from,
)

ZONES = [
    "Pacific/Kiritimati",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kwajalein",
    "Pacific/Fakaofo",
    "Pacific/Norfolk",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Pyongyang",
    "Africa/Bamako",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Juba",
    "Europe/Dublin",
    "Europe/Paris",
    "Europe/Volgograd",
    "America/Asuncion",
    "America/Caracas",
    "America/Havana",
    "America/Nuuk",
    "America/Santiago",
    "America/St_Johns",
    "Atlantic/Azores",
    "Pacific/Honolulu",
    "Pacific/Pago_Pago",
    "Etc/GMT+12",
]
CASES = 20_000
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FIRST, LAST = datetime(1990, 1, 1), datetime(2091, 1, 1)  # noqa: DTZ001  # UTC, as everything the oracle does

Piece = tuple[datetime, datetime, timedelta]
"""From one instant to before another the clocks are so far ahead of UTC (all in UTC, without a zone)."""


def offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    return instant.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) - instant


def pieces(zone: ZoneInfo, first: datetime, last: datetime, step: timedelta) -> Iterator[Piece]:
    """Walk through the instants and look at the clocks."""
    start = here = first
    ahead = offset(here, zone)
    while here < last:
        there = here + step
        if (then := offset(there, zone)) != ahead:
            before, after = here, there
            while after - before > timedelta(seconds=1):
                middle = before + timedelta(seconds=(after - before).total_seconds() // 2)
                if offset(middle, zone) == ahead:
                    before = middle
                else:
                    after = middle
            yield start, after, ahead
            start, ahead = after, then
        here = there
    yield start, here, ahead


@cache
def century(key: str) -> list[Piece]:
    return list(pieces(ZoneInfo(key), FIRST - 3 * DAY, LAST + 3 * DAY, 12 * HOUR))


def oracle(shown: datetime, around: list[Piece]) -> datetime:
    """Return the first instant (UTC) at which the clocks show this, or in a leap what the rule says."""
    hits = [shown - ahead for start, end, ahead in around if start <= shown - ahead < end]
    if hits:
        return min(hits)
    for (_, leap, before), (_, _, after) in pairwise(around):
        if leap + before <= shown < leap + after:
            return shown + (after - before) - after  # moved on by the leap, read on the clocks after it
    raise AssertionError(shown)


def near(shown: datetime, key: str) -> list[Piece]:
    found = century(key)
    index = bisect_right(found, shown, key=lambda piece: piece[0])
    return found[max(0, index - 4) : index + 4]


def wrong(shown: datetime, key: str, around: list[Piece]) -> bool:
    zone = ZoneInfo(key)
    found = wall(shown.date(), shown.time(), zone)
    instant = oracle(shown, around)
    real = instant + offset(instant, zone)
    return (found.astimezone(UTC).replace(tzinfo=None), found.replace(tzinfo=None, fold=0)) != (instant, real)


def random_shown(random: Random, key: str) -> datetime:
    """Half of the times anywhere, half near a change of the clocks, some on leap days."""
    changes = [end for _, end, _ in century(key)[:-1]]
    which = random.random()
    if which < 0.5 and changes:
        return random.choice(changes) + timedelta(minutes=random.randrange(-40 * 60, 40 * 60))
    if which < 0.6:
        leap_day = date(random.randrange(1992, 2089, 4), 2, 29)
        return datetime.combine(leap_day, time(random.randrange(24), random.randrange(60)))
    return FIRST + timedelta(seconds=random.randrange(int((LAST - FIRST).total_seconds())))


def test_a_wall_clock_is_the_instant_at_which_the_clocks_show_it() -> None:
    random = Random(3)
    cases = [(random_shown(random, key), key) for key in random.choices(ZONES, k=CASES)]
    assert [case for case in cases if wrong(*case, near(*case))] == []


def test_so_it_is_in_every_zone_there_is() -> None:
    random = Random(4)
    keys = random.choices(sorted(available_timezones() - {"localtime", "Factory"}), k=CASES // 4)
    cases = [(random_shown(random, "Etc/GMT+12"), key) for key in keys]
    around = (
        (shown, key, list(pieces(ZoneInfo(key), shown - 4 * DAY, shown + 4 * DAY, 6 * HOUR)))
        for shown, key in cases
    )
    assert [case[:2] for case in around if wrong(*case)] == []


@pytest.mark.parametrize("key", ["Africa/Casablanca", "Asia/Gaza", "Australia/Lord_Howe", "America/Santiago"])
def test_every_leap_and_every_hour_shown_twice_in_a_century_follow_the_rule(key: str) -> None:
    zone, seen = ZoneInfo(key), {"leap": 0, "twice": 0}
    for (_, change, before), (_, _, after) in pairwise(century(key)):
        first, size = min(change + before, change + after), abs(after - before)
        for part in (0, 1, 2, 3):
            shown = first + size * part / 4
            found = wall(shown.date(), shown.time(), zone)
            assert not wrong(shown, key, near(shown, key))
            if after > before:
                seen["leap"] += 1
                assert found.replace(tzinfo=None) == shown + size
                assert found.astimezone(UTC) >= change.replace(tzinfo=UTC)
            else:
                seen["twice"] += 1
                assert found.replace(tzinfo=None) == shown
                assert found.astimezone(UTC) < change.replace(tzinfo=UTC)
    assert min(seen.values()) > 100


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("Pacific/Apia", date(2011, 12, 30)),
        ("Pacific/Fakaofo", date(2011, 12, 30)),
        ("Pacific/Kwajalein", date(1993, 8, 21)),
        ("Pacific/Kiritimati", date(1994, 12, 31)),
    ],
)
def test_a_day_that_a_country_skipped_becomes_the_next(key: str, day: date) -> None:
    for hour in range(24):
        found = wall(day, time(hour, 30), ZoneInfo(key))
        assert found.replace(tzinfo=None) == datetime.combine(day + DAY, time(hour, 30))


def test_the_rule_in_examples() -> None:
    paris, troll = ZoneInfo("Europe/Paris"), ZoneInfo("Antarctica/Troll")
    assert wall(date(2027, 3, 28), time(2, 30), paris).isoformat() == "2027-03-28T03:30:00+02:00"
    assert wall(date(2027, 10, 31), time(2, 30, fold=1), paris).isoformat() == "2027-10-31T02:30:00+02:00"
    assert wall(date(2027, 3, 28), time(2), troll).isoformat() == "2027-03-28T04:00:00+02:00"
    gaza = wall(date(2024, 4, 20), time(2, 15), ZoneInfo("Asia/Gaza"))
    assert gaza.isoformat() == "2024-04-20T03:15:00+03:00"
    for day in (date.min, date.max):
        for key in ("Pacific/Kiritimati", "Etc/GMT+12"):
            assert wall(day, time(12), ZoneInfo(key)).date() == day


def test_months_end_with_their_last_day() -> None:
    assert months_after(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_after(date(2028, 2, 29), -48) == date(2024, 2, 29)
    assert months_after(date(2027, 1, 31), -2) == date(2026, 11, 30)
    assert months_after(date(2099, 10, 31), 4) == date(2100, 2, 28)
    random = Random(5)
    for _ in range(CASES):
        day, n = date.fromordinal(random.randrange(726_468, 763_000)), random.randrange(-600, 600)
        found = months_after(day, n)
        assert (found.year - day.year) * 12 + found.month - day.month == n
        assert found.day == day.day or (found.day < day.day and (found + DAY).day == 1)


# Working days

KNOWN = [  # a State, a day, why its offices are closed
    ("ML", date(2027, 9, 22), DayOff("holiday", "National Day of the Republic of Mali")),
    ("FR", date(2027, 7, 14), DayOff("holiday", "National Day")),
    ("SA", date(2027, 9, 23), DayOff("holiday", "National Day Holiday")),
    ("BR", date(2027, 4, 21), DayOff("holiday", "Tiradentes' Day")),
    ("KE", date(2027, 12, 13), DayOff("holiday", "Jamhuri Day (observed)")),
    ("TH", date(2027, 4, 14), DayOff("holiday", "Songkran Festival")),
    ("SA", date(2027, 3, 5), DayOff("weekend")),  # a Friday
    ("SA", date(2027, 3, 7), None),  # a Sunday
    ("IR", date(2027, 3, 6), None),  # a Saturday: Friday alone is the weekend
    ("AE", date(2021, 3, 5), DayOff("weekend")),  # until 2021 a Friday
    ("AE", date(2027, 3, 7), DayOff("weekend")),  # and then Sundays
    ("CN", date(2024, 2, 4), None),  # a Sunday worked for a day of the Spring Festival
    ("XA", date(2027, 1, 1), None),  # an exercise's State has no New Year
    ("XA", date(2027, 1, 2), DayOff("weekend")),
    ("ML", date(2150, 1, 1), None),  # further than the library goes
    ("ML", date(2150, 1, 3), DayOff("weekend")),
]


def mali(**settings: object) -> Calendar:
    return calendar_of("ML", "Africa/Bamako", **{"holidays": True, **settings})


@pytest.mark.parametrize(("state", "day", "why"), KNOWN)
def test_a_state_is_closed_on_its_holidays_and_its_own_weekend(
    state: str, day: date, why: DayOff | None
) -> None:
    assert why_not(day, calendar_of(state, "UTC", holidays=True)) == why


def test_holidays_are_named_in_the_readers_language_or_in_english() -> None:
    day = date(2027, 5, 1)
    names = [
        why_not(day, calendar_of(state, "UTC", holidays=True, language=language))
        for state, language in [("ML", "fr"), ("ML", "ru"), ("GI", "en"), ("EG", "ar"), ("KM", "fr")]
    ]
    assert [each and each.name for each in names] == [
        "Fête du Travail",
        "Labor Day",
        "May Day",
        "عيد العمال",
        "Labour Day",
    ]


def test_the_states_that_are_known_and_those_of_exercises() -> None:
    states = ("ML", "SA", "TV", "XA", "ZZ", "QM", "XK", "")
    known = [state for state in states if calendar_of(state, "UTC", holidays=True).known]
    assert known == ["ML", "SA", "TV"]
    sri_lanka = calendar_of("LK", "Asia/Colombo", holidays=True)  # its moons are known for a few years ahead
    assert [sri_lanka.known, sri_lanka.knows(2025), sri_lanka.knows(2099)] == [True, True, False]
    assert [mali().knows(2027), mali().knows(2101)] == [True, False]
    assert not calendar_of("XA", "UTC", holidays=True).knows(2027)


def test_what_people_say_goes_before_what_the_library_says() -> None:
    assert why_not(date(2027, 3, 9), mali()) == DayOff("holiday", "Eid al-Fitr (estimated)")
    seen = mali(also={date(2027, 3, 10): "Eid al-Fitr"}, worked=[date(2027, 3, 9)])
    assert why_not(date(2027, 3, 9), seen) is None
    assert why_not(date(2027, 3, 10), seen) == DayOff("own", "Eid al-Fitr")
    assert is_working(date(2027, 9, 22), mali(holidays=False))
    fridays = mali(weekend=(4,))
    assert [is_working(date(2027, 3, day), fridays) for day in (5, 6, 7)] == [False, True, True]
    for weekend in (range(7), (7,)):
        with pytest.raises(ValueError, match=r"."):
            mali(weekend=weekend)


def test_a_day_is_moved_to_the_next_or_previous_that_is_worked() -> None:
    eve, easter, after = date(2027, 3, 25), date(2027, 3, 27), date(2027, 3, 30)  # Martyrs' Day to Monday
    assert shifted(easter, mali(), "next") == after
    assert shifted(easter, mali(), "previous") == eve
    assert shifted(easter, mali(), "none") == easter
    assert shifted(eve, mali(), "next") == shifted(eve, mali(), "previous") == eve


def test_working_days_are_counted_as_one_counts_them_on_the_wall() -> None:
    calendars = [mali(), calendar_of("SA", "Asia/Riyadh", holidays=True), mali(weekend=())]
    random = Random(6)
    for calendar in calendars:
        for _ in range(200):
            day, n = date(2026, 1, 1) + timedelta(days=random.randrange(900)), random.randrange(-40, 41)
            found = working_days_from(day, n, calendar)
            between = [day + DAY * i for i in range(1, (found - day).days + 1)]
            before = [found + DAY * i for i in range((day - found).days)]
            assert sum(is_working(each, calendar) for each in between + before) == abs(n)
            assert n == 0 or is_working(found, calendar)
    assert working_days_from(date(2027, 3, 26), 0, mali()) == date(2027, 3, 26)
    assert working_days_from(date(2027, 3, 26), 1, mali()) == date(2027, 3, 30)


def test_the_order_of_questions_changes_no_answer() -> None:
    """A clock that is set back finds the days as they were, in a new process too."""
    asked = [(state, year) for state in ("US", "KE", "SA", "CN") for year in range(2024, 2031)]
    program = (
        "import sys\nfrom datetime import date\nfrom workflows.working_time import *\n"
        "order = sys.argv[2:] if sys.argv[1] == 'on' else sys.argv[:1:-1]\n"
        "found = {each: [str(why_not(date(int(each[2:]), m, d), calendar_of(each[:2], 'UTC', holidays=True)))"
        " for m, d in ((1, 1), (1, 2), (1, 3), (12, 29), (12, 30), (12, 31))] for each in order}\n"
        "print(sorted(found.items()))"
    )
    arguments = [f"{state}{year}" for state, year in asked]
    on, back = (
        subprocess.run([sys.executable, "-c", program, way, *arguments], capture_output=True, check=True)
        for way in ("on", "back")
    )
    assert on.stdout == back.stdout
    assert on.stdout.count(b"holiday") > 20


def test_nothing_is_loaded_before_a_holiday_is_looked_up() -> None:
    program = (
        "import sys\nfrom datetime import *\nfrom workflows.working_time import *\nimport workflows.agenda\n"
        "calendar = calendar_of('ML', 'Africa/Bamako', holidays=True)\n"
        "wall(date(2027, 1, 1), time(9), calendar.zone)\n"
        "assert not {'holidays', 'icalendar', 'dateutil'} & set(sys.modules)\n"
        "assert not is_working(date(2027, 1, 1), calendar)\nassert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


# Quiet hours

NIGHT = Quiet(time(20), time(7))
QUIETS = [NIGHT, Quiet(time(0), time(6)), Quiet(time(1, 30), time(2, 30)), Quiet(time(2, 30), time(3, 15))]
QUIETS += [Quiet(time(12), time(14)), Quiet(time(7), time(6, 59)), Quiet(time(8), time(8))]


def test_quiet_hours_reach_over_midnight() -> None:
    bamako = ZoneInfo("Africa/Bamako")
    shown = {
        clock: is_quiet(wall(date(2027, 3, 1), time(clock), bamako), NIGHT, bamako)
        for clock in (6, 7, 19, 20)
    }
    assert shown == {6: True, 7: False, 19: False, 20: True}
    late = datetime(2027, 3, 1, 21, 5, 3, 7, tzinfo=UTC)
    assert after_quiet(late, NIGHT, bamako).isoformat() == "2027-03-02T07:00:00+00:00"
    assert not is_quiet(late, Quiet(time(9), time(9)), bamako)


def test_quiet_ends_at_the_first_instant_that_is_not_quiet_whatever_the_clocks_do() -> None:
    random, minute = Random(7), timedelta(minutes=1)
    for key in random.choices(ZONES, k=2_000):
        zone, quiet = ZoneInfo(key), random.choice(QUIETS)
        changes = [end for _, end, _ in century(key)[:-1]] or [FIRST]
        instant = random.choice(changes).replace(tzinfo=UTC) + minute * random.randrange(-36 * 60, 12 * 60)
        found = after_quiet(instant, quiet, zone)
        end, here = found.astimezone(UTC), instant
        while here < end:
            assert is_quiet(here, quiet, zone), (key, quiet, instant)
            here += minute
        assert (here, is_quiet(here, quiet, zone)) == (end, False), (key, quiet, instant)
        assert after_quiet(found, quiet, zone).astimezone(UTC) == end
        odd = timedelta(seconds=1, microseconds=1)
        if end - instant > odd:
            assert after_quiet(instant + odd, quiet, zone).astimezone(UTC) == end


def test_the_clocks_change_while_it_is_quiet() -> None:
    paris = ZoneInfo("Europe/Paris")
    late, short = Quiet(time(22), time(2, 30)), Quiet(time(2, 30), time(3, 30))
    ends = {
        # The clocks leap over the end: quiet ends with the leap, at 03:00.
        (late, "2027-03-28T00:59+00:00"): "2027-03-28T03:00:00+02:00",
        # 02:30 comes twice: the second time it is quiet again from 02:00 to 02:30.
        (late, "2027-10-31T00:10+00:00"): "2027-10-31T02:30:00+02:00",
        (late, "2027-10-31T01:10+00:00"): "2027-10-31T02:30:00+01:00",
        # From 03:00 the clocks go back to 02:00, before the quiet begins.
        (short, "2027-10-31T00:45+00:00"): "2027-10-31T02:00:00+01:00",
    }
    found = {
        (quiet, text): after_quiet(datetime.fromisoformat(text), quiet, paris).isoformat()
        for quiet, text in ends
    }
    assert found == ends


def test_offices_open_after_the_weekend_the_holiday_and_the_night() -> None:
    calendar = mali()
    friday = datetime(2027, 3, 5, 20, 30, tzinfo=UTC)
    assert next_open(friday, calendar, NIGHT).isoformat() == "2027-03-08T07:00:00+00:00"
    assert next_open(friday, calendar).isoformat() == "2027-03-05T20:30:00+00:00"
    monday = datetime(2027, 3, 8, 20, 30, tzinfo=UTC)  # Eid al-Fitr on Tuesday
    assert next_open(monday, calendar, NIGHT).isoformat() == "2027-03-10T07:00:00+00:00"
    assert next_open(monday + 12 * HOUR, calendar).isoformat() == "2027-03-10T00:00:00+00:00"
    open_now = datetime(2027, 3, 10, 9, 12, tzinfo=UTC)
    assert next_open(open_now, calendar, NIGHT) == open_now


def test_a_clock_set_back_finds_what_it_found_before() -> None:
    random, calendar = Random(8), calendar_of("CL", "America/Santiago", holidays=True)
    start = datetime(2027, 1, 1, tzinfo=UTC)
    instants = sorted(start + timedelta(minutes=random.randrange(525_600)) for _ in range(500))
    on = [next_open(each, calendar, NIGHT) for each in instants]
    back = [next_open(each, calendar, NIGHT) for each in reversed(instants)]
    assert on == back[::-1]
    in_utc = [each.astimezone(UTC) for each in on]
    assert in_utc == sorted(in_utc)
    assert all(before <= after for before, after in zip(instants, in_utc, strict=True))
