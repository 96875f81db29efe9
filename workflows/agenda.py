"""The timeline as an iCalendar file (RFC 5545), for whatever calendar a person keeps."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:  # a tenth of a second, only for who writes an agenda
    from icalendar import Event, Timezone

PRODUCT = "-//consult//consult//EN"
STEP = timedelta(hours=12)
"""No zone changes its clocks twice in so short a time."""


@dataclass(frozen=True)
class Entry:
    """Something that happens at an instant, or from it on for some minutes.

    `uid` names it for ever and everywhere, such as `reminder-early.mali-2027@consult`: a calendar into which
    a later edition is read replaces what has the same.
    """

    uid: str
    at: datetime  # aware; in the zone whose clocks it goes by
    title: str
    text: str
    minutes: int = 0
    alarm: bool = False  # to be reminded of a day before


def ics(entries: Iterable[Entry], *, name: str, stamp: datetime) -> bytes:
    """Return the file, the same for the same entries in whatever order; `stamp` is when it was made.

    Raise ValueError where two entries have one uid: calendars would show one of them.
    """
    from icalendar import Calendar

    ordered = sorted(entries, key=lambda entry: (entry.at.astimezone(UTC), entry.uid))
    if len({entry.uid for entry in ordered}) < len(ordered):
        raise ValueError([entry.uid for entry in ordered])
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _line(name))  # RFC 7986; the other is what most calendars look for
    calendar.add("x-wr-calname", _line(name))
    for zone, times in _zones(ordered).items():
        calendar.add_component(_timezone(zone, times))
    for entry in ordered:
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def _event(entry: Entry, stamp: datetime) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", _line(entry.uid))
    event.add("dtstamp", stamp.astimezone(UTC))
    _say(event, "dtstart", _written(entry.at))
    if entry.minutes:
        _say(event, "dtend", _written(_end(entry)))
    else:
        event.add("transp", "TRANSPARENT")  # a deadline keeps nobody from a meeting
    event.add("summary", _line(entry.title))
    if entry.text:
        event.add("description", _clean(entry.text))
    if entry.alarm:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _line(entry.title))
        alarm.add("trigger", timedelta(days=-1))
        event.add_component(alarm)
    return event


def _say(event: "Event", name: str, written: datetime) -> None:
    """Name the zone ourselves: icalendar takes Bamako and thirty more for UTC, as they are today."""
    if isinstance(written.tzinfo, ZoneInfo):
        event.add(name, written.replace(tzinfo=None), parameters={"TZID": written.tzinfo.key})
    else:
        event.add(name, written)


def _end(entry: Entry) -> datetime:
    """Return when it is over: minutes pass as they do, whatever the clocks show meanwhile."""
    return (entry.at.astimezone(UTC) + timedelta(minutes=entry.minutes)).astimezone(entry.at.tzinfo)


def _written(at: datetime) -> datetime:
    """Return the instant as the file says it: by the clocks of its zone, or in UTC.

    By the clocks, because five o'clock stays five o'clock if the State changes its rules; in UTC where there
    is no such zone, or its clocks show this time for the second time, which the file cannot say.
    """
    if not isinstance(at.tzinfo, ZoneInfo) or at.tzinfo.key in {None, "UTC"}:
        return at.astimezone(UTC)
    shown = at.astimezone(UTC).astimezone(at.tzinfo)
    return at.astimezone(UTC) if shown.fold else shown


def _zones(entries: Sequence[Entry]) -> dict[ZoneInfo, list[datetime]]:
    """Return the zones by whose clocks something is written, by name, each with those instants."""
    found: dict[str, tuple[ZoneInfo, list[datetime]]] = {}
    for entry in entries:
        for written in (_written(entry.at), _written(_end(entry))):
            if isinstance(written.tzinfo, ZoneInfo):
                found.setdefault(written.tzinfo.key, (written.tzinfo, []))[1].append(written.astimezone(UTC))
    return dict(found[key] for key in sorted(found))


def _timezone(zone: ZoneInfo, times: Sequence[datetime]) -> "Timezone":
    """Return the rules of a zone in the years of these instants, change by change.

    icalendar's own `from_tzinfo` says when clocks leap by what they show after it, where RFC 5545 (3.6.5)
    has what they would have shown, and steps over what lasts less than 64 days: Ramadan in Morocco.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    first = datetime(min(times).year - 1, 12, 1, tzinfo=UTC)
    last = datetime(max(times).year + 1, 2, 1, tzinfo=UTC)
    component = Timezone()
    component.add("tzid", zone.key)
    for at, before in _changes(zone, first, last):
        shown = at.astimezone(zone)
        part = TimezoneDaylight() if shown.dst() else TimezoneStandard()
        part.DTSTART = (at + before).replace(tzinfo=None)
        part.TZOFFSETFROM = before
        part.TZOFFSETTO = _ahead(at, zone)
        part.add("tzname", shown.tzname() or zone.key)
        component.add_component(part)
    return component


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[tuple[datetime, timedelta]]:
    """Yield the first instant and each from which the clocks are other than before, with how they were."""
    at, before = first, _ahead(first, zone)
    yield at, before
    while at < last:
        if _ahead(at + STEP, zone) != before:
            low, high = 0, int(STEP.total_seconds())
            while high - low > 1:
                middle = (low + high) // 2
                same = _ahead(at + timedelta(seconds=middle), zone) == before
                low, high = (middle, high) if same else (low, middle)
            yield at + timedelta(seconds=high), before
            before = _ahead(at + STEP, zone)
        at += STEP


def _ahead(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _clean(text: str) -> str:
    """Return the text with plain line breaks and without what iCalendar forbids or readers break lines at."""
    text = re.sub(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    text = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", text)
    return text.encode("utf-8", "replace").decode()


def _line(text: str) -> str:
    return " ".join(_clean(text).splitlines())
