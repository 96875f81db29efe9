"""When offices are open: wall clocks, working days and quiet hours. Pure, whatever the clocks do.

Compare what comes from here in UTC, or with what is in UTC: Python compares two times of one zone by what
the clock shows, which in the hour that happens twice is not the order in which things happen.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from consultation.model import USER_ASSIGNED
from languages.days import months_after

if TYPE_CHECKING:  # a tenth of a second, only for who needs it
    from holidays import HolidayBase

__all__ = [
    "Calendar",
    "DayOff",
    "Direction",
    "Quiet",
    "after_quiet",
    "calendar_of",
    "is_quiet",
    "is_working",
    "months_after",
    "next_open",
    "shifted",
    "wall",
    "why_not",
    "working_days_from",
]

Direction = Literal["next", "previous", "none"]

DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)
WEEK = frozenset(range(7))
SATURDAY_AND_SUNDAY = frozenset({5, 6})
NONE: Mapping[date, str] = MappingProxyType({})


@dataclass(frozen=True)
class DayOff:
    """Why a day is not worked; a weekend has no name, its day of the week says it."""

    kind: Literal["weekend", "holiday", "own"]
    name: str = ""


@dataclass(frozen=True)
class Calendar:
    """The days that a State works. Its library is loaded when a day is first looked up, and not before."""

    zone: ZoneInfo
    state: str = ""  # empty: only what is said here
    holidays: bool = True
    language: str = "en"
    weekend: frozenset[int] | None = None  # Monday is 0; None: the State's own
    also: Mapping[date, str] = field(default_factory=dict)  # further days off
    worked: frozenset[date] = frozenset()  # days that are worked whatever else is said

    @property
    def known(self) -> bool:
        """Whether the State's holidays and weekend are known: those of an exercise's State are not."""
        return _library(self.state, 2000, self.language) is not None

    def knows(self, year: int) -> bool:
        """Whether any public holiday is known of this year: for some States not every one is."""
        return bool(_library(self.state, year, self.language))


@dataclass(frozen=True)
class Quiet:
    """Hours in which nothing is sent, from `start` to before `end`, over midnight too; none if equal."""

    start: time
    end: time

    def at(self, clock: time) -> bool:
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


def wall(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the instant at which the clocks of a zone show this time; the result is a time they do show.

    Where they leap over it, it is moved on by the length of the leap (02:30 becomes 03:30); where they show
    it twice, the first is meant: so say RFC 5545 (3.3.5), java.time, and Temporal's "compatible".
    """
    local = datetime.combine(day, clock.replace(tzinfo=None, fold=0), zone)
    try:
        return local.astimezone(UTC).astimezone(zone)
    except OverflowError:  # the first and last day there are: no clock leaps there
        return local


def calendar_of(
    state: str,
    zone: str,
    *,
    holidays: bool,
    language: str = "en",
    weekend: Collection[int] | None = None,
    also: Mapping[date, str] = NONE,
    worked: Collection[date] = (),
) -> Calendar:
    """Return the calendar of a State (ISO 3166-1) in a time zone, with what its own settings say besides.

    Raise ValueError where the weekend is no set of days, or is the whole week.
    """
    own = None if weekend is None else frozenset(weekend)
    if own is not None and not own < WEEK:
        raise ValueError(weekend)
    return Calendar(ZoneInfo(zone), state, holidays, language, own, dict(also), frozenset(worked))


def why_not(day: date, calendar: Calendar) -> DayOff | None:
    """Return why a day is not worked, or None: it is. What people said goes before what the library says."""
    if day in calendar.worked:
        return None
    if day in calendar.also:
        return DayOff("own", calendar.also[day])
    library = _library(calendar.state, day.year, calendar.language) if calendar.holidays else None
    if library is not None and day in library:
        return DayOff("holiday", library[day])
    return DayOff("weekend") if _is_weekend(day, calendar) else None


def is_working(day: date, calendar: Calendar) -> bool:
    return why_not(day, calendar) is None


def shifted(day: date, calendar: Calendar, direction: Direction) -> date:
    """Return the day, or the next or previous one that is worked."""
    if direction != "none":
        step = DAY if direction == "next" else -DAY
        while not is_working(day, calendar):
            day += step
    return day


def working_days_from(day: date, n: int, calendar: Calendar) -> date:
    """Return the n-th working day after a day, or before it where n is negative; for 0 the day itself."""
    step = DAY if n > 0 else -DAY
    for _ in range(abs(n)):
        day = shifted(day + step, calendar, "next" if n > 0 else "previous")
    return day


def is_quiet(instant: datetime, quiet: Quiet, zone: ZoneInfo) -> bool:
    return quiet.at(instant.astimezone(zone).time())


def after_quiet(instant: datetime, quiet: Quiet, zone: ZoneInfo) -> datetime:
    """Return the first instant, from this one on, at which the clocks of the zone show no quiet time."""
    local = instant.astimezone(zone)
    while quiet.at(local.time()):
        until = datetime.combine(local.date(), quiet.end) - local.replace(tzinfo=None)
        start = local.astimezone(UTC)
        end = start + (until if until > timedelta() else until + DAY)
        local = _before_clocks_change(start, end, zone).astimezone(zone)
    return local


def next_open(instant: datetime, calendar: Calendar, quiet: Quiet | None = None) -> datetime:
    """Return the first instant, from this one on, that is neither quiet nor on a day that is not worked."""
    local = instant.astimezone(calendar.zone)
    while True:
        day = shifted(local.date(), calendar, "next")
        if day != local.date():
            local = wall(day, time.min, calendar.zone)
        later = after_quiet(local, quiet, calendar.zone) if quiet else local
        if is_working(later.date(), calendar):
            return later
        local = later


def _before_clocks_change(start: datetime, end: datetime, zone: ZoneInfo) -> datetime:
    """Return `end`, or the instant before it at which the zone's offset is no longer that of `start`."""
    offset = start.astimezone(zone).utcoffset()
    if end.astimezone(zone).utcoffset() == offset:
        return end
    while end - start > INSTANT:
        middle = start + (end - start) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            start = middle
        else:
            end = middle
    return end


def _is_weekend(day: date, calendar: Calendar) -> bool:
    library = _library(calendar.state, day.year, calendar.language)
    if library is not None and day in library.weekend_workdays:  # a Saturday worked in place of a Friday
        return False
    if calendar.weekend is not None:
        return day.weekday() in calendar.weekend
    if library is not None:  # it may be empty, and false, in a year that it says nothing of
        return bool(library.is_weekend(day))
    return day.weekday() in SATURDAY_AND_SUNDAY


@cache
def _library(state: str, year: int, language: str) -> "HolidayBase | None":
    """Return what the library knows of one year, in the language or in English, or None: not this State.

    Each year is asked for alone, so that no answer hangs on what was asked before.
    """
    if not state or USER_ASSIGNED.match(state):  # XK too, which the library knows
        return None
    from holidays import country_holidays

    try:
        spoken = country_holidays(state, expand=False).supported_languages
    except NotImplementedError:
        return None
    wanted = [language, f"{language}_GB", f"{language}_{state}"]
    named = [each for each in spoken if each.startswith(f"{language}_")]
    tag = next((each for each in [*wanted, *named, "en_GB", "en_US"] if each in spoken), None)
    return country_holidays(state, years=year, expand=False, language=tag)
