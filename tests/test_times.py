from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from languages.times import day_and_time


def test_the_same_instant_is_told_in_its_own_zone_whichever_was_told_first() -> None:
    there = datetime(2027, 5, 12, 9, tzinfo=ZoneInfo("Africa/Bamako"))
    here = there.astimezone(UTC)
    assert here == there and hash(here) == hash(there)
    assert day_and_time("en", here) == "Wednesday, 12 May 2027, 09:00 (UTC)"
    assert day_and_time("en", there) == "Wednesday, 12 May 2027, 09:00 (Africa/Bamako)"
    assert day_and_time("fr", there) == "mercredi 12 mai 2027, 09:00 (Africa/Bamako)"
    assert day_and_time("fr", here) == "mercredi 12 mai 2027, 09:00 (UTC)"


def test_a_clock_turned_back_is_told_as_it_stands_on_the_wall() -> None:
    twice = [datetime(2027, 10, 31, 2, 30, tzinfo=ZoneInfo("Europe/Paris"), fold=fold) for fold in (0, 1)]
    assert {day_and_time("en", each) for each in twice} == {"Sunday, 31 October 2027, 02:30 (Europe/Paris)"}
