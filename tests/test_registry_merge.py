"""Two rows become one: lists united, contradictions told, the file otherwise as the person made it."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from problems import Place, Problem
from problems.registry import BodyUnknown, BodyWasAsked, NotEditable, RegistryOpen, SameBody
from problems.stages import Refused
from stakeholders.merging import Conflict
from stakeholders.model import Attended, Attribution, Kind
from tests.registry_folder import AT, BODIES, as_json, consult, new_folder
from tests.stage import AT as STAGE_AT
from tests.stage import bytes_in_order
from tests.stage import new_folder as new_stage
from workflows.launch import launch
from workflows.registry import read_register
from workflows.registry_merge import Merged, merge_bodies
from workflows.workspace import Workspace

TWIN = {
    "name": "Ministère de la Justice",
    "kind": "Ministry",
    "mandates": "untoc.5-6; Témoins",
    "languages": "fr",
    "contact": "M. B. Exemple",
    "email": "moj2@gov.example",
    "regions": "capital; North",
    "focal": "yes",
    "events": "Forum, first day",
    "trainings": "introduction (2026-10-03), convention",
    "at-risk": "yes",
    "attribution": "by type",
    "notes": "=1+1",
}


def merged(folder: Path, *rows: dict[str, str]) -> tuple[Workspace, Merged]:
    workspace = new_folder(folder, rows)
    first, second = (entry.ref for entry in read_register(workspace).entries)
    return workspace, merge_bodies(workspace, first, second, at=AT)


def test_lists_are_united_and_what_was_empty_is_filled(tmp_path: Path) -> None:
    workspace, done = merged(tmp_path / "c", BODIES[0], TWIN)
    register = read_register(workspace)
    (body,) = register.stakeholders
    assert (body.id, body.name, body.kind) == ("ministry-of-justice", "Ministry of Justice", Kind.AUTHORITY)
    assert body.mandates == ("untoc.5", "untoc.23", "untoc.6", "witnesses")
    assert (body.regions, body.focal_for) == (("Capital", "North"), ("capital", "North"))
    assert body.events == (Attended(id="forum-first-day", title="Forum, first day"),)
    assert [each.id for each in body.trainings] == ["introduction", "convention"]
    assert body.notes == "=1+1"
    assert (body.contact, body.email, body.telephone) == (
        "Ms A. Example",
        "moj@gov.example",
        "+000 20 00 00 01",
    )
    assert body.at_risk
    assert body.attribution is Attribution.ANONYMOUS
    assert done.merge.conflicts == (
        Conflict("name", "Ministry of Justice", "Ministère de la Justice"),
        Conflict("contact", "Ms A. Example", "M. B. Exemple"),
        Conflict("email", "moj@gov.example", "moj2@gov.example"),
    )


def test_the_more_careful_of_two_attributions_stays(tmp_path: Path) -> None:
    keep = {"name": "A", "kind": "ngo", "email": "a@x.example", "attribution": "Named", "at-risk": "No"}
    other = {"name": "B", "kind": "ngo", "email": "a@x.example", "attribution": "anonyme", "at-risk": "Yes"}
    workspace, done = merged(tmp_path / "c", keep, other)
    (body,) = read_register(workspace).stakeholders
    assert (body.at_risk, body.attribution) == (True, Attribution.ANONYMOUS)
    assert done.merge.conflicts[1:] == (
        Conflict("at-risk", "Yes", "No"),
        Conflict("attribution", "anonyme", "Named"),
    )
    workspace, done = merged(tmp_path / "d", other, keep)
    (body,) = read_register(workspace).stakeholders
    assert (body.at_risk, body.attribution) == (True, Attribution.ANONYMOUS)


def test_looks_and_columns_of_ones_own_stay(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", [*BODIES, {**BODIES[0], "name": "Justice", "contact": "Other"}])
    path = workspace.folder.registry
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    yellow = PatternFill("solid", fgColor="FFFFFF00")
    sheet["B6"].fill = yellow
    sheet["R4"], sheet["R5"], sheet["R9"], sheet["R7"] = "Desk", "", "Awa", "Ali"
    book.save(path)
    before = path.read_bytes()
    done = merge_bodies(workspace, "ministry-of-justice", "justice", at=AT)
    assert (workspace.folder.root / done.copy).read_bytes() == before
    assert done.copy == "stakeholders.before-20270104-103000.xlsx"
    after = openpyxl.load_workbook(path)
    sheet = after.worksheets[0]
    assert sheet["B6"].fill.fgColor.rgb == "FFFFFF00"
    assert (sheet["R5"].value, sheet["R7"].value, sheet["R9"].value) == ("Awa", "Ali", None)
    assert [cell.value for cell in sheet[9] if cell.value] == []
    assert sheet.freeze_panes == "B5"
    assert len(sheet.data_validations.dataValidation) == len(
        book.worksheets[0].data_validations.dataValidation
    )
    assert len(after.worksheets) == 2


def test_two_rows_of_one_name_are_told_apart_by_their_row(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", [BODIES[0], {**BODIES[0], "mandates": "untoc.10"}])
    merge_bodies(workspace, "ministry-of-justice", "row:6", at=AT)
    (body,) = read_register(workspace).stakeholders
    assert body.mandates == ("untoc.5", "untoc.23", "untoc.10")


def test_a_csv_keeps_its_form(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", [])
    (tmp_path / "c" / "stakeholders.xlsx").unlink()
    path = tmp_path / "c" / "stakeholders.csv"
    lines = (
        "sep=;",
        "Nom;Type;Courriel;Secteur",
        "École;autre;e@x.example;",
        "Ecole 1;autre;f@x.example;=2+3",
        "",
    )
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    merge_bodies(workspace, "ecole", "ecole-1", at=AT)
    assert path.read_bytes().decode("utf-8-sig").split("\r\n") == [
        "sep=;",
        "Nom;Type;Courriel;Secteur",
        "École;autre;e@x.example;'=2+3",
        ";;;",
        "",
    ]


def test_routing_that_names_the_one_that_is_gone_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    workspace = new_folder(folder, [BODIES[0], {**BODIES[0], "name": "MoJ"}])
    routing = "remove:\n  - {stakeholder: moj, articles: [untoc.5]}\n"
    (folder / "routing.yaml").write_text(routing)
    assert merge_bodies(workspace, "ministry-of-justice", "moj", at=AT).in_routing


def refused(workspace: Workspace, keep: str, other: str) -> Problem:
    before = {path: path.read_bytes() for path in workspace.folder.root.iterdir() if path.is_file()}
    with pytest.raises(Refused) as refusal:
        merge_bodies(workspace, keep, other, at=AT)
    assert {path: path.read_bytes() for path in workspace.folder.root.iterdir() if path.is_file()} == before
    problem = refusal.value.problem
    assert problem.message("en") != problem.message("fr")
    return problem


def test_what_cannot_be_joined_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    path = workspace.folder.registry
    unknown = refused(workspace, "uni", "ministry-of-justce")
    assert isinstance(unknown, BodyUnknown)
    assert unknown.near == "ministry-of-justice"
    assert isinstance(refused(workspace, "uni", "row:8"), SameBody)
    lock = path.with_name(".~lock.stakeholders.xlsx#")
    lock.touch()
    assert isinstance(refused(workspace, "uni", "shelter-network"), RegistryOpen)
    lock.unlink()
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["C6"] = "=C5"
    book.save(path)
    formula = refused(workspace, "uni", "shelter-network")
    assert isinstance(formula, NotEditable)
    assert (str(formula.place), formula.value) == ("stakeholders.xlsx:Registry!C6", "=C5")


def test_a_body_that_was_asked_is_not_merged_away(tmp_path: Path) -> None:
    launched = new_stage(tmp_path / "c")
    launch(launched, at=STAGE_AT, random=bytes_in_order())
    path = launched.folder.registry
    path.write_text(path.read_text() + "Parquet,authority,justice,,fr,,parquet2@justice.example,\n")
    problem = refused(launched, "parquet", "parquet-general")
    assert problem == BodyWasAsked(
        place=Place("stakeholders.csv", line=3, column=1), keep="parquet", other="parquet-general", both=False
    )
    assert "consult registry merge parquet-general parquet" in problem.message("en")
    both = refused(launched, "reseau-abri", "parquet-general")
    assert isinstance(both, BodyWasAsked)
    assert "reseau-abri" in both.message("fr")
    merge_bodies(launched, "parquet-general", "parquet", at=AT)
    assert len(read_register(launched).stakeholders) == 5


def test_the_commands_say_what_was_done(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    new_folder(folder, [BODIES[0], TWIN])
    exit_code, said = consult(folder, "merge", "ministry-of-justice", "ministere-de-la-justice")
    assert exit_code == 0
    assert "Mandates: untoc.5; untoc.23; untoc.6; witnesses" in said
    assert "moj2@gov.example" in said
    assert consult(folder, "merge", "ministry-of-justice", "ministere-de-la-justice")[0] == 3
    new_folder(tmp_path / "d", [BODIES[0], TWIN])
    found = as_json(tmp_path / "d", "merge", "ministry-of-justice", "row:6")
    assert found["conflicts"][0]["column"] == "name"
