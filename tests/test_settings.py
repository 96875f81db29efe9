"""consultation.yaml: what it may say, and what is wrong with it where."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from consultation.folder import Folder
from consultation.load import check_consultation, load_consultation
from consultation.model import Consultation, FocalPoint
from problems import Problem, Severity

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
