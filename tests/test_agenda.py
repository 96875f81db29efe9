"""The agenda: what is read back from the file is what was meant, with or without knowing the zones."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from workflows.agenda import Entry, ics
from workflows.working_time import wall

STAMP = datetime(2027, 1, 4, 10, 30, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
DEADLINE = Entry(
    "deadline.mali-2027@consult",
    wall(date(2027, 3, 31), time(17), ZoneInfo("Africa/Bamako")),
    "Réponses attendues : partie 1",
    "Who still owes: Police; Customs, both.\nWrite to c\\o.",
    alarm=True,
)
WORKSHOP = Entry("workshop@consult", wall(date(2027, 4, 7), time(9), PARIS), "Workshop", "", minutes=180)


def written(*entries: Entry) -> str:
    return ics(entries, name="Mali: UNTOC", stamp=STAMP).decode()


def read(text: str) -> dict[str, datetime]:
    return {str(event["uid"]): event.start for event in Calendar.from_ical(text).walk("VEVENT")}


def by_its_own_rules(text: str) -> dict[str, datetime]:
    """Read as a calendar does that knows no zones but those in the file, to the letter of RFC 5545 3.6.5."""
    calendar = Calendar.from_ical(text)
    onsets = {
        str(zone["tzid"]): sorted(
            (part.DTSTART - part.TZOFFSETFROM, part.TZOFFSETTO) for part in zone.subcomponents
        )
        for zone in calendar.walk("VTIMEZONE")
    }
    found = {}
    for event in calendar.walk("VEVENT"):
        shown, key = event.start.replace(tzinfo=None), event["dtstart"].params.get("TZID")
        found[str(event["uid"])] = (_instant(shown, onsets[key]) if key else shown).replace(tzinfo=UTC)
    return found


def _instant(shown: datetime, onsets: list[tuple[datetime, timedelta]]) -> datetime:
    ends = [onset for onset, _ in onsets[1:]] + [datetime.max]  # noqa: DTZ901
    return min(
        shown - ahead
        for (onset, ahead), end in zip(onsets, ends, strict=True)
        if onset <= shown - ahead < end
    )


def utc(instants: dict[str, datetime]) -> dict[str, datetime]:
    return {uid: at.astimezone(UTC) for uid, at in instants.items()}


def test_the_file_is_the_same_to_the_byte() -> None:
    text = written(WORKSHOP, DEADLINE)
    assert text == written(DEADLINE, WORKSHOP)
    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//consult//consult//EN",
        "METHOD:PUBLISH",
        "NAME:Mali: UNTOC",
        "X-WR-CALNAME:Mali: UNTOC",
        "BEGIN:VTIMEZONE",
        "TZID:Africa/Bamako",
        "BEGIN:STANDARD",
        "DTSTART:20261201T000000",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Paris",
        "BEGIN:STANDARD",
        "DTSTART:20261201T010000",
        "TZNAME:CET",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20270328T020000",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20271031T030000",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "SUMMARY:Réponses attendues : partie 1",
        "DTSTART;TZID=Africa/Bamako:20270331T170000",
        "DTSTAMP:20270104T103000Z",
        "UID:deadline.mali-2027@consult",
        r"DESCRIPTION:Who still owes: Police\; Customs\, both.\nWrite to c\\o.",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Réponses attendues : partie 1",
        "TRIGGER:-P1D",
        "END:VALARM",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "SUMMARY:Workshop",
        "DTSTART;TZID=Europe/Paris:20270407T090000",
        "DTEND;TZID=Europe/Paris:20270407T120000",
        "DTSTAMP:20270104T103000Z",
        "UID:workshop@consult",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_instants_survive_every_change_of_the_clocks_with_the_files_own_rules_too() -> None:
    random = Random(9)
    keys = ["Europe/Paris", "Africa/Casablanca", "Asia/Gaza", "Australia/Lord_Howe", "America/Santiago"]
    keys += ["Pacific/Chatham", "Antarctica/Troll", "Pacific/Kiritimati", "Etc/GMT+12", "Africa/Bamako"]
    for key in keys:
        zone, start = ZoneInfo(key), datetime(2027, 1, 1, tzinfo=UTC)
        meant = {
            f"{n}@consult": (start + timedelta(minutes=15 * n)).astimezone(zone) for n in range(4 * 24 * 365)
        }
        # Near a change everything, elsewhere something.
        near = timedelta(hours=4)
        kept = {
            uid: at
            for uid, at in meant.items()
            if random.random() < 0.01
            or (at - near).utcoffset() != (at + near).utcoffset()
            or (at.astimezone(UTC) - near).astimezone(zone).utcoffset()
            != (at.astimezone(UTC) + near).astimezone(zone).utcoffset()
        }
        text = written(*(Entry(uid, at, "x", "") for uid, at in kept.items()))
        assert utc(read(text)) == utc(kept)
        assert utc(by_its_own_rules(text)) == utc(kept)


def test_a_time_shown_twice_is_said_in_utc_the_second_time() -> None:
    first = wall(date(2027, 10, 31), time(2, 30), PARIS)
    text = written(Entry("1", first, "x", ""), Entry("2", first.replace(fold=1), "x", ""))
    assert "DTSTART;TZID=Europe/Paris:20271031T023000" in text
    assert "DTSTART:20271031T013000Z" in text
    leapt = Entry("3", datetime(2027, 3, 28, 2, 30, tzinfo=PARIS), "x", "")
    assert "DTSTART;TZID=Europe/Paris:20270328T033000" in written(leapt)


def test_minutes_pass_while_the_clocks_change() -> None:
    night = Entry("n", wall(date(2027, 3, 27), time(12), PARIS), "x", "", minutes=1440)
    (event,) = Calendar.from_ical(written(night)).walk("VEVENT")
    assert event.end.isoformat() == "2027-03-28T13:00:00+02:00"
    assert "VTIMEZONE" not in written(Entry("u", STAMP, "x", ""))


def test_lines_are_folded_and_what_a_stranger_wrote_stays_text() -> None:
    title = "Ministère\rEND:VEVENT\r\nde l’Intérieur\x07\u2028 et\x00 \ud800" + " très long" * 30
    text = "первая строка\r\nBEGIN:VALARM\x85третья\tстрока; " + "кириллица, " * 40
    made = ics([Entry("a\nb", STAMP, title, text)], name="N\nATTENDEE:x", stamp=STAMP)
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    assert set(made.replace(b"\r\n", b"")) & set(range(32)) == {9}
    calendar = Calendar.from_ical(made)
    (event,) = calendar.walk("VEVENT")
    assert [event["summary"], event["description"], event["uid"], calendar["name"]] == [
        "Ministère END:VEVENT de l’Intérieur  et ?" + " très long" * 30,
        "первая строка\nBEGIN:VALARM\nтретья\tстрока; " + "кириллица, " * 40,
        "a b",
        "N ATTENDEE:x",
    ]
    assert list(event.walk("VALARM")) == []


def test_two_entries_of_one_name_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="workshop@consult"):
        written(WORKSHOP, WORKSHOP)
    assert read(written()) == {}
