"""Who took part is written into the registry, once, and makes bodies ready for a rule."""

from pathlib import Path

import openpyxl
import pytest

from problems.registry import RegistryOpen
from problems.stages import Refused
from stakeholders.model import Attended
from tests.registry_folder import BODIES, new_folder
from workflows.registry import read_register
from workflows.registry_participation import Participation, record_participation

INTRODUCTION = Attended(id="introduction", title="introduction", on="2026-10-03")


def test_trainings_and_events_are_added_once(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", [*BODIES[:2], {**BODIES[3], "trainings": "a, b"}])
    trainings = {
        "ministry-of-justice": "introduction (2026-10-03); convention (2027-02-01)",
        "financial-intelligence-unit": "=introduction",
        "uni": "convention (2027-02-01)",
        "nobody": "convention",
    }
    events = {"ministry-of-justice": "2027-03 Workshop, second day"}
    done = record_participation(workspace.folder, trainings=trainings, events=events)
    assert done == Participation(
        changed=("ministry-of-justice", "financial-intelligence-unit", "uni"), unknown=("nobody",)
    )
    justice, fiu, uni = read_register(workspace).stakeholders
    convention = Attended(id="convention", title="convention", on="2027-02-01")
    assert justice.trainings == (INTRODUCTION, convention)
    assert [str(each) for each in justice.events] == ["Workshop, second day (2027-03)"]
    assert [each.title for each in fiu.trainings] == ["=introduction"]
    assert [each.id for each in uni.trainings] == ["a", "b", "convention"]
    before = workspace.folder.registry.read_bytes()
    assert record_participation(workspace.folder.registry, trainings=trainings, events=events).changed == ()
    assert workspace.folder.registry.read_bytes() == before


def test_a_missing_column_is_added_in_the_registrys_language_and_looks(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", BODIES[:1], language="fr")
    path = workspace.folder.registry
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.delete_cols(16, 2)
    table = sheet.tables["stakeholders"]
    table.ref = table.autoFilter.ref = "A4:O304"
    table.tableColumns = table.tableColumns[:15]
    book.save(path)
    record_participation(workspace.folder, trainings={"ministry-of-justice": "introduction"})
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert (sheet["P4"].value, sheet["P5"].value) == ("Formations", "introduction")
    assert sheet["P4"].fill.fgColor.rgb == sheet["O4"].fill.fgColor.rgb
    table = sheet.tables["stakeholders"]
    assert (table.ref, table.tableColumns[-1].name) == ("A4:P304", "Formations")
    (body,) = read_register(workspace).stakeholders
    assert body.trained == {"introduction"}


def test_a_csv_gets_its_column_too(tmp_path: Path) -> None:
    path = tmp_path / "stakeholders.csv"
    path.write_text("name,kind,email\nBar,other,bar@x.example\n")
    record_participation(path, events={"bar": "Forum"})
    assert path.read_text() == "name,kind,email,Events\nBar,other,bar@x.example,Forum\n"
    assert record_participation(tmp_path / "none.csv", events={"bar": "Forum"}).unknown == ("bar",)


def test_a_registry_that_is_open_is_left_alone(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", BODIES[:1])
    (workspace.folder.root / "~$stakeholders.xlsx").touch()
    with pytest.raises(Refused) as refusal:
        record_participation(workspace.folder, trainings={"ministry-of-justice": "x"})
    assert isinstance(refusal.value.problem, RegistryOpen)
    assert record_participation(
        workspace.folder, trainings={"ministry-of-justice": "introduction (2026-10-03)"}
    )
