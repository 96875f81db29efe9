"""A new consultation folder: what stands in it, and that everything reads it back."""

import os
import shutil
import subprocess
import warnings
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from clusters.load import load_law, load_topics
from consultation.check import check_consultation
from consultation.folder import Folder
from consultation.model import Consultation
from consultation.new import Wishes, new_consultation, quoted
from consultation.places import zone_of
from problems import Problem
from questionnaires.load import load_questionnaire, shipped
from stakeholders.mandates import Known, what_is_known
from stakeholders.model import Attended, Attribution, Kind, Stakeholder
from stakeholders.registry import read_registry
from stakeholders.routing import Routing, read_routing

AT = datetime(2026, 8, 31, 10, tzinfo=UTC)
WORDS = 'O\'Neil: "né" # {x} [y] & *z | > % @ ` \\ وزارة العدل 司法部'


@pytest.fixture(scope="module")
def known() -> Known:
    return what_is_known(load_law(), load_topics(), [load_questionnaire("untoc.1")])


def check(root: Path, known: Known) -> tuple[Consultation, list[Problem]]:
    """Read everything that the folder holds, as `consult check` does."""
    folder = Folder(root)
    consultation, problems = check_consultation(folder, at=AT, shipped=shipped(), translated=("en", "fr"))
    assert consultation is not None
    stakeholders, more = read_registry(
        folder.registry,
        shown=folder.registry.name,
        disclosure=consultation.disclosure,
        languages=consultation.languages,
        known=known,
    )
    routing, most = read_routing(
        folder.routing, shown="routing.yaml", known=known, stakeholders=stakeholders, items=()
    )
    assert (stakeholders, routing) == ((), Routing())
    return consultation, [*problems, *more, *most]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("state", "zone", "names"),
    [
        ("XA", "UTC", {"en": "Example State", "fr": "État d’exemple"}),
        ("ML", "Africa/Bamako", {"en": "Mali", "fr": "Mali"}),
        ("CI", "Africa/Abidjan", {"en": "Côte d’Ivoire", "fr": "Côte d’Ivoire"}),
        ("NO", "Europe/Oslo", {"en": "Norway", "fr": "Norvège"}),
    ],
)
def test_a_new_folder_passes_the_check_with_two_friendly_warnings(  # noqa: PLR0917  # a table of cases
    tmp_path: Path, known: Known, language: str, state: str, zone: str, names: dict[str, str]
) -> None:
    root = tmp_path / "une consultation وطنية"
    written, problems = new_consultation(root, Wishes(state=state, language=language), at=AT, known=known)
    assert problems == []
    assert sorted(path.name for path in root.iterdir()) == [
        "consultation.yaml",
        "exports",
        "inbox",
        "outbox",
        "received",
        "routing.yaml",
        "stakeholders.xlsx",
    ]
    assert sorted(written) == sorted(root.iterdir())
    consultation, problems = check(root, known)
    assert [(each.code, each.severity.name) for each in problems] == [
        ("focal-point-missing", "WARNING"),
        ("registry-empty", "WARNING"),
    ]
    assert (consultation.state, consultation.zone, dict(sorted(consultation.name.items()))) == (
        state,
        zone,
        names,
    )
    assert consultation.languages == (("en", "fr") if language == "en" else ("fr", "en"))
    assert consultation.deadline == datetime(2027, 3, 1, 17)  # noqa: DTZ001  # 31 August and six months is a Sunday


def test_what_a_person_says_is_kept_to_the_letter(tmp_path: Path, known: Known) -> None:
    wishes = Wishes(
        state="MA",
        language="fr",
        languages=("ar",),
        names={"fr": WORDS, "ar": "المملكة المغربية"},
        instruments=("untoc", "som"),
        clusters=(1, 4),
        deadline="2027-03-31 17:00",
        zone="Africa/Casablanca",
        focal_point=WORDS,
        office=WORDS,
        email="point.contact@justice.example",
        telephone="+212 5 37",
    )
    _, problems = new_consultation(tmp_path / "x", wishes, at=AT, known=known)
    assert problems == []
    consultation, _ = check(tmp_path / "x", known)
    assert consultation.name == wishes.names
    assert (consultation.instruments, consultation.clusters) == (("untoc", "som"), (1, 4))
    assert (consultation.languages, consultation.zone) == (("fr", "ar"), "Africa/Casablanca")
    assert consultation.deadline == datetime(2027, 3, 31, 17)  # noqa: DTZ001  # wall-clock time of the zone
    assert consultation.focal_point.model_dump() == {
        "name": WORDS,
        "office": WORDS,
        "email": "point.contact@justice.example",
        "telephone": "+212 5 37",
    }


@given(st.text())
def test_any_text_is_quoted_so_that_yaml_gives_it_back(text: str) -> None:
    read = YAML(typ="safe").load(f"a: {quoted(text)}\nb: 1\n")
    assert read == {"a": text, "b": 1}


@pytest.mark.parametrize(
    ("wishes", "codes"),
    [
        (Wishes(state="mali", language="fr"), ["bad-value"]),
        (Wishes(state="ML", language="xx"), ["not-allowed"]),
        (Wishes(state="ML", language="fr", zone="Bamako"), ["bad-value"]),
        (Wishes(state="ML", language="fr", deadline="soon", email="nobody"), ["bad-value", "bad-value"]),
        (Wishes(state="ML", language="fr", instruments=("untoc]: {",)), ["not-allowed"]),
    ],
)
def test_what_settings_could_not_take_is_refused_before_anything_is_written(
    tmp_path: Path, known: Known, wishes: Wishes, codes: list[str]
) -> None:
    written, problems = new_consultation(tmp_path / "x", wishes, at=AT, known=known)
    assert (written, [each.code for each in problems]) == ([], codes)
    assert all(not str(each.place) for each in problems)
    assert not (tmp_path / "x").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, known: Known) -> None:
    wishes = Wishes(state="XA", language="en")
    (tmp_path / ".git").mkdir()
    (tmp_path / "minutes.docx").write_text("x")
    _, problems = new_consultation(tmp_path, wishes, at=AT, known=known)
    assert [each.code for each in problems] == ["folder-taken"]
    (tmp_path / "minutes.docx").rename(tmp_path / "consultation.yaml")
    _, (problem,) = new_consultation(tmp_path, wishes, at=AT, known=known)
    assert problem.code == "consultation-there"
    assert problem.message("en") != problem.message("fr")
    assert (tmp_path / "consultation.yaml").read_text() == "x"
    (tmp_path / "consultation.yaml").unlink()
    assert new_consultation(tmp_path, wishes, at=AT, known=known)[1] == []  # .git is nobody's business


def test_a_file_in_the_way_is_said(tmp_path: Path, known: Known) -> None:
    (tmp_path / "x").write_text("")
    wishes = Wishes(state="XA", language="en")
    for folder in (tmp_path / "x", tmp_path / "x" / "y", tmp_path / ("z" * 300)):
        written, (problem,) = new_consultation(folder, wishes, at=AT, known=known)
        assert (written, problem.code) == ([], "folder-unwritable")
        assert problem.message("en") != problem.message("fr")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_may_not_be_written_is_said(tmp_path: Path, known: Known) -> None:
    tmp_path.chmod(0o500)
    written, (problem,) = new_consultation(
        tmp_path / "x", Wishes(state="XA", language="en"), at=AT, known=known
    )
    assert (written, problem.code) == ([], "folder-unwritable")
    assert "may not write" in problem.message("en")


def test_no_state_begins_with_an_outlying_zone() -> None:
    zones = {state: zone_of(state) for state in ("AU", "BR", "CA", "RU", "UA", "US", "QM")}
    assert zones == {
        "AU": "Australia/Sydney",
        "BR": "America/Sao_Paulo",
        "CA": "America/Toronto",
        "RU": "Europe/Moscow",
        "UA": "Europe/Kyiv",
        "US": "America/New_York",
        "QM": "UTC",
    }


def fill_with_examples(path: Path) -> None:
    """Copy the three examples of the second sheet into the registry, as a person would."""
    book = openpyxl.load_workbook(path)
    registry, help_sheet = book.worksheets
    cells = [row for row in help_sheet.iter_rows(max_col=5, values_only=True) if row[3] or row[4]][1:]
    for column, row in enumerate(cells, start=1):
        for number, value in enumerate(row[2:], start=5):
            registry.cell(number, column, value)
    book.save(path)


KICK_OFF = Attended(id="kick-off-meeting", title="Kick-off meeting", on="2026-11")
EXAMPLES = (
    Stakeholder(
        id="ministry-of-justice",
        name="Ministry of Justice",
        kind=Kind.AUTHORITY,
        sector="Justice",
        mandates=("untoc.5", "untoc.10", "untoc.15"),
        languages=("en",),
        contact="Ms A. Example",
        email="directorate@justice.example",
        telephone="+000 20 00 00 01",
        attribution=Attribution.NAMED,
        regions=("Capital",),
        topics=("criminalization", "sanctions"),
        events=(KICK_OFF,),
        trainings=(
            Attended(id="introduction", title="introduction", on="2026-10-03"),
            Attended(id="convention", title="convention"),
        ),
    ),
    Stakeholder(
        id="shelter-network",
        name="Shelter network",
        kind=Kind.NGO,
        sector="Victims’ rights",
        mandates=("obstruction-of-justice",),
        languages=("fr", "en"),
        contact="Mr B. Example",
        email="office@shelter.example",
        at_risk=True,
        attribution=Attribution.ANONYMOUS,
        regions=("North", "Delta"),
        topics=("victims", "witnesses"),
        focal_for=("North", "Delta"),
        trainings=(Attended(id="introduction", title="introduction"),),
        notes="Call before writing",
    ),
    Stakeholder(
        id="bankers",
        name="Bankers’ association",
        kind=Kind.PRIVATE_SECTOR,
        sector="Finance",
        mandates=("untoc.6", "money-laundering"),
        languages=("en",),
        contact="Ms C. Example",
        email="compliance@bankers.example",
        telephone="+000 20 00 00 03",
        attribution=Attribution.BY_TYPE,
        topics=("confiscation",),
        events=(
            KICK_OFF,
            Attended(id="finance-round-table", title="Finance round table", on="2027-02-18"),
        ),
    ),
)


def read_filled(
    path: Path, consultation: Consultation, known: Known
) -> tuple[tuple[Stakeholder, ...], list[Problem]]:
    return read_registry(
        path,
        shown=path.name,
        disclosure=consultation.disclosure,
        languages=consultation.languages,
        known=known,
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_examples_of_the_empty_registry_are_what_the_reader_understands(
    tmp_path: Path, known: Known, language: str
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a hint longer than Excel takes would only warn, and be left out
        new_consultation(tmp_path / "x", Wishes(state="XA", language=language), at=AT, known=known)
    consultation, _ = check(tmp_path / "x", known)
    path = Folder(tmp_path / "x").registry
    fill_with_examples(path)
    stakeholders, problems = read_filled(path, consultation, known)
    assert problems == []
    same = {"mandates", "kind", "at_risk", "attribution", "telephone", "topics"}
    assert [body.model_dump(include=same) for body in stakeholders] == [
        body.model_dump(include=same) for body in EXAMPLES
    ]
    if language == "en":
        assert stakeholders == EXAMPLES


def test_the_empty_registry_can_be_chosen_from_and_explains_itself(tmp_path: Path, known: Known) -> None:
    new_consultation(tmp_path / "x", Wishes(state="XA", language="fr"), at=AT, known=known)
    book = openpyxl.load_workbook(Folder(tmp_path / "x").registry)
    registry, help_sheet = book.worksheets
    assert [cell.value for cell in registry[4]] == [
        "Nom *",
        "Type *",
        "Secteur",
        "Mandats",
        "Langues",
        "Contact",
        "Courriel *",
        "Téléphone",
        "Exposé à des risques",
        "Attribution",
        "Identifiant",
        "Régions",
        "Expertise",
        "Point de contact régional",
        "Événements",
        "Formations",
        "Notes",
    ]
    assert registry.freeze_panes == "B5"
    lists = [each.formula1 for each in registry.data_validations.dataValidation if each.type == "list"]
    chosen = [
        [cell.value for (cell,) in help_sheet[reference.partition("!")[2].replace("$", "")]]
        for reference in lists
    ]
    assert chosen == [
        ["Autorité", "ONG", "Milieu universitaire", "Secteur privé", "Autre"],
        ["Oui", "Non"],
        ["Nommé", "Par type", "Anonyme"],
    ]
    explained = {row[0].value: row[1].value for row in help_sheet.iter_rows()}
    assert explained["untoc.23"] == "Incrimination de l’entrave au bon fonctionnement de la justice"
    assert explained["money-laundering"] == "Blanchiment d’argent"


@pytest.mark.office
def test_a_registry_saved_by_libreoffice_reads_the_same(tmp_path: Path, known: Known) -> None:
    office = shutil.which("soffice")
    if office is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice is not installed")
    assert office is not None
    new_consultation(tmp_path / "x", Wishes(state="XA", language="en"), at=AT, known=known)
    consultation, _ = check(tmp_path / "x", known)
    path = Folder(tmp_path / "x").registry
    fill_with_examples(path)
    for kind in ("xlsx", "csv"):
        subprocess.run(
            [
                office,
                f"-env:UserInstallation=file://{tmp_path}/office",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(tmp_path / kind),
                str(path),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        saved = tmp_path / kind / f"stakeholders.{kind}"
        assert read_filled(saved, consultation, known)[0] == EXAMPLES
