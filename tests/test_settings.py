"""consultation.yaml: what it may say, and what is wrong with it where."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from consultation.check import check_consultation
from consultation.dates import check_dates
from consultation.folder import Folder
from consultation.load import load_consultation, read_settings
from consultation.model import Consultation, FocalPoint, Person
from problems import Place, Problem, Severity
from problems.dates import DateOfNothing, PersonTwice

SETTINGS = """\
state: ML
name: {fr: "République du Mali", en: Republic of Mali}
instruments: [untoc]
clusters: [1]
languages: [fr, en]
deadline: 2027-03-31 17:00
zone: Africa/Bamako
focal_point:
  name: Aïssata Keïta
  office: Ministère de la justice
  email: point.contact@justice.example
"""
NOW = datetime(2027, 1, 1, 9, tzinfo=UTC)


def check(folder: Path, text: str, at: datetime = NOW) -> tuple[Consultation | None, list[Problem]]:
    (folder / "consultation.yaml").write_text(text, encoding="utf-8")
    return check_consultation(
        Folder(folder),
        at=at,
        shipped=("untoc.1",),
        translated=("en", "fr"),
        processes=("consultation", "pilot"),
    )


def test_settings_become_a_consultation(tmp_path: Path) -> None:
    consultation, problems = check(tmp_path, SETTINGS)
    assert problems == []
    assert consultation == Consultation(
        state="ML",
        name={"fr": "République du Mali", "en": "Republic of Mali"},
        instruments=("untoc",),
        clusters=(1,),
        languages=("fr", "en"),
        deadline=datetime(2027, 3, 31, 17),  # noqa: DTZ001  # wall-clock time of the zone
        zone="Africa/Bamako",
        focal_point=FocalPoint(
            name="Aïssata Keïta", office="Ministère de la justice", email="point.contact@justice.example"
        ),
    )
    assert consultation.deadline_at == datetime(2027, 3, 31, 17, tzinfo=ZoneInfo("Africa/Bamako"))
    assert load_consultation(Folder(tmp_path)) == (consultation, [])


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("[untoc]", "[untoc, untoc]", ["3:22 setting-twice"]),
        ("[1]", "[1, 1]", ["4:15 setting-twice"]),
        ("[fr, en]", "[fr, en, fr]", ["5:21 setting-twice"]),
        ("[untoc]", "[untoc, tip]", ["3:22 questionnaire-not-shipped"]),
        ("[1]", "[2]", ["3:1 nothing-to-ask"]),
        ("[fr, en]", "[fr, es]", ["2:1 name-missing", "5:17 language-not-translated"]),
        ("2027-03-31 17:00", "2026-12-31 17:00", ["6:1 deadline-past"]),
        ("2027-03-31 17:00", "2027-01-10 17:00", ["6:1 deadline-soon"]),
        ("2027-03-31 17:00", "2027-03-31", ["6:1 deadline-midnight"]),
        ("2027-03-31 17:00", "2027-03-31T17:00:00+02:00", ["6:1 deadline-zoned"]),
        ("zone:", "process: consultaton\nzone:", ["7:1 process-unknown"]),
        ("point.contact@justice", "focal.point@to-be-filled-in", ["8:1 focal-point-missing"]),
        ("state: ML", "state: MLI", ["1:1 bad-value"]),
        ("zone: Africa", "zone: Afrika", ["7:1 bad-value"]),
        ("[untoc]", "[untok]", ["3:15 not-allowed"]),
        ("clusters: [1]\n", "", ["1:1 missing-key"]),
        ("deadline:", "deadlin:", ["1:1 missing-key", "6:1 unknown-key"]),
        ("state: ML", "state: [ML", ["2:5 not-yaml"]),
    ],
)
def test_what_is_wrong_is_named_at_its_place_in_both_languages(
    tmp_path: Path, old: str, new: str, places: list[str]
) -> None:
    assert SETTINGS.count(old) == 1
    _, problems = check(tmp_path, SETTINGS.replace(old, new))
    assert [f"{str(each.place).partition(':')[2]} {each.code}" for each in problems] == places
    for each in problems:
        assert each.message("en") != each.message("fr")


def test_a_deadline_counts_in_the_consultation_s_own_zone(tmp_path: Path) -> None:
    kiritimati = SETTINGS.replace("Africa/Bamako", "Pacific/Kiritimati")  # fourteen hours ahead
    just_after = datetime(2027, 3, 31, 3, 1, tzinfo=UTC)
    assert [each.code for each in check(tmp_path, kiritimati, just_after)[1]] == ["deadline-past"]
    _, (soon,) = check(tmp_path, SETTINGS, just_after)
    assert soon.message("fr") == (
        "La date limite, mercredi 31 mars 2027, 17:00 (Africa/Bamako), est dans moins d’un jour. Il faut "
        "d’ordinaire au moins deux semaines aux organismes ; repoussez-la si vous le pouvez."
    )


def test_settings_that_cannot_even_be_looked_for_are_said(tmp_path: Path) -> None:
    folder = Folder(tmp_path / ("x" * 300))  # as for a folder without permission: the system refuses to look
    assert [each.code for each in load_consultation(folder)[1]] == ["file-unreadable"]


def test_a_folder_without_settings_and_empty_settings_are_blockers(tmp_path: Path) -> None:
    assert [each.code for each in load_consultation(Folder(tmp_path))[1]] == ["file-missing"]
    consultation, (problem,) = check(tmp_path, "# to be filled in\n")
    assert (consultation, problem.code, problem.severity) == (None, "settings-empty", Severity.BLOCKER)
    assert problem.message("en") != problem.message("fr")


MORE = """\
dates: {workshop: "2027-05-12 09:00"}
details: {venue: Salle 2}
days-off: {2027-05-14: Pont}
people:
  - {name: Mariam Keita, role: coordinator, email: m@x.example}
"""


def test_dates_days_off_details_and_people_are_read(tmp_path: Path) -> None:
    consultation, problems = check(tmp_path, SETTINGS + MORE)
    assert problems == []
    assert consultation is not None
    assert consultation.dates == {"workshop": datetime(2027, 5, 12, 9)}  # noqa: DTZ001  # of the zone
    assert consultation.days_off == {date(2027, 5, 14): "Pont"}
    assert (consultation.details, consultation.people) == (
        {"venue": "Salle 2"},
        (Person(name="Mariam Keita", role="coordinator", email="m@x.example"),),
    )


def test_years_that_nobody_can_mean_are_refused_at_their_place(tmp_path: Path) -> None:
    text = SETTINGS.replace("2027-03-31", "0202-03-31") + (
        'dates: {workshop: "2207-05-12 09:00"}\ndays-off: {1999-05-14: Pont, never: x}\n'
    )
    _, problems = check(tmp_path, text)
    assert [(str(each.place), each.code, each.parameters().get("reason")) for each in problems] == [
        ("consultation.yaml:6:1", "bad-value", "year"),
        ("consultation.yaml:12:9", "bad-value", "year"),
        ("consultation.yaml:13:1", "bad-value", "year"),
        ("consultation.yaml:13:30", "bad-value", "other"),
    ]
    assert "“0202-03-31 17:00” does not fit “deadline”: a year from 2000 to 2100" in problems[0].message("en")


def test_a_date_of_nothing_and_a_person_listed_twice_are_told(tmp_path: Path) -> None:
    text = SETTINGS + (
        'dates: {workshp: "2027-05-12 09:00"}\npeople:\n'
        "  - {name: Mariam Keita, role: coordinator}\n  - {name: mariam  keita, role: coordinator}\n"
        "  - {name: Mariam Keita, role: observer}\n"
    )
    (tmp_path / "consultation.yaml").write_text(text, encoding="utf-8")
    document, consultation, problems = read_settings(Folder(tmp_path))
    assert (problems, document is None, consultation is None) == ([], False, False)
    assert list(check_dates(consultation, document, ("workshop", "draft"))) == [
        DateOfNothing(
            place=Place("consultation.yaml", line=12, column=9),
            value="workshp",
            allowed=("workshop", "draft"),
            near="workshop",
        ),
        PersonTwice(place=Place("consultation.yaml", line=15, column=5), name="mariam keita"),
    ]
