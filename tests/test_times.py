from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from languages.times import brief, day, day_and_time, in_words
from problems.returns import AmbiguousValue
from workflows.versions import sentence


def test_the_same_instant_is_told_in_its_own_zone_whichever_was_told_first() -> None:
    there = datetime(2027, 5, 12, 9, tzinfo=ZoneInfo("Africa/Bamako"))
    here = there.astimezone(UTC)
    assert (here, hash(here)) == (there, hash(there))
    assert day_and_time("en", here) == "Wednesday, 12 May 2027, 09:00 (UTC)"
    assert day_and_time("en", there) == "Wednesday, 12 May 2027, 09:00 (Africa/Bamako)"
    assert day_and_time("fr", there) == "mercredi 12 mai 2027, 09:00 (Africa/Bamako)"
    assert day_and_time("fr", here) == "mercredi 12 mai 2027, 09:00 (UTC)"


def test_a_clock_turned_back_is_told_as_it_stands_on_the_wall() -> None:
    twice = [datetime(2027, 10, 31, 2, 30, tzinfo=ZoneInfo("Europe/Paris"), fold=fold) for fold in (0, 1)]
    assert {day_and_time("en", each) for each in twice} == {"Sunday, 31 October 2027, 02:30 (Europe/Paris)"}


@pytest.mark.parametrize(
    ("language", "when", "written"),
    [
        ("fr", date(2027, 3, 1), ["1er mars", "lun. 1er mars", "lun. 1er mars 2027", "lundi 1er mars 2027"]),
        (
            "fr",
            date(2021, 1, 11),
            ["11 janv.", "lun. 11 janv.", "lun. 11 janv. 2021", "lundi 11 janvier 2021"],
        ),
        ("en", date(2027, 9, 1), ["1 Sept", "Wed 1 Sept", "Wed 1 Sept 2027", "Wednesday, 1 September 2027"]),
    ],
)
def test_the_first_of_a_month_is_told_as_french_writes_it_however_short(
    language: str, when: date, written: list[str]
) -> None:
    short = [
        brief(language, when, **shape) for shape in ({}, {"weekday": True}, {"weekday": True, "year": True})
    ]
    assert [*short, day(language, when)] == written


@pytest.mark.parametrize(
    ("written", "en", "fr"),
    [
        ("2018-03-04", "4 March 2018", "4 mars 2018"),
        ("2018-04-01", "1 April 2018", "1er avril 2018"),
        ("20180304", "20180304", "20180304"),
        ("2018-02-30", "2018-02-30", "2018-02-30"),
        ("1.234", "1.234", "1.234"),
        ("", "", ""),
    ],
)
def test_a_day_is_told_with_the_name_of_its_month_and_any_other_text_as_it_is(
    written: str, en: str, fr: str
) -> None:
    assert (in_words("en", written), in_words("fr", written)) == (en, fr)


def test_the_readings_of_days_are_recorded_in_figures_and_told_in_the_language_of_who_reads_them() -> None:
    days = AmbiguousValue(item="untoc.5", value="03/04/2018", readings=("2018-03-04", "2018-04-03"))
    recorded = days.as_json("en")
    assert recorded["parameters"] == {"value": "03/04/2018", "readings": "2018-03-04 · 2018-04-03"}
    assert sentence(recorded, "en") == days.message("en") == recorded["message"]
    assert sentence(recorded, "fr") == days.message("fr") != recorded["message"]
    assert days.message("fr").replace("\u00a0", " ") == (
        "« 03/04/2018 » (question untoc.5) peut se lire de plusieurs façons : 4 mars 2018 · 3 avril 2018. "
        "Veuillez écrire celle que vous entendez ; rien n’a été enregistré pour cette question."
    )
