"""Import from anybody's columns, export, and both together: nothing is guessed, lost, or written over."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from problems.registry import (
    ExportFormatUnknown,
    ExportOverRegistry,
    IdTwice,
    ImportAmbiguous,
    ImportColumnMissing,
    ImportColumnUnknown,
    ImportTwice,
    OptionMalformed,
    SheetUnknown,
    ValueUnknown,
)
from problems.stages import NoSuchFile, Refused
from stakeholders.columns import COLUMNS
from stakeholders.foreign import Wishes
from stakeholders.model import Stakeholder
from stakeholders.taking_over import Difference, Filled
from tests.registry_folder import AT, BODIES, as_json, consult, new_folder
from workflows.registry import read_register
from workflows.registry_export import export_registry
from workflows.registry_import import Imported, import_registry
from workflows.registry_mapping import NAME
from workflows.registry_wishes import read_wishes
from workflows.registry_writing import copy_of
from workflows.workspace import Workspace

LIST = """\
Contacts of the unit
Organisation / body;Type;First name;Last name;Contact e-mail;Province;Obs
Bar of the Capital;Parastatal;Awa;Example;bar@bar.example;Capital;x
River Watch;Civil society;Ali;Example;river@watch.example;Delta;
;NGO;;;;;
"""
SAID = read_wishes(["First name=contact", "Last name=contact", "Obs=-"], ["kind:Parastatal=other"], [])


def table(folder: Path, text: str = LIST, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def taken(workspace: Workspace, path: Path, wishes: Wishes = Wishes(), **more: Any) -> Imported:  # noqa: B008
    return import_registry(workspace, path, wishes, at=AT, **more)


def bodies(workspace: Workspace) -> tuple[Stakeholder, ...]:
    return read_register(workspace).stakeholders


def codes(imported: Imported) -> list[tuple[str, str]]:
    return [(str(each.place).partition(":")[2], each.code) for each in imported.problems]


def test_what_is_not_understood_is_listed_and_unknown_kinds_are_named_at_their_cells(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", [])
    done = taken(workspace, table(tmp_path))
    assert [(match.heading, match.column, match.how) for match in done.matches] == [
        ("Organisation / body", "name", "near"),
        ("Type", "kind", "same"),
        ("Contact e-mail", "email", "near"),
        ("Province", "regions", "same"),
    ]
    assert done.unknown == ("First name", "Last name", "Obs")
    assert [(each.code, each.place.line, each.place.column) for each in done.problems] == [
        ("registry-value-unknown", 3, 2),
        ("registry-value-missing", 5, 1),
        ("registry-value-missing", 5, 5),
    ]
    assert [body.name for body in bodies(workspace)] == ["River Watch"]


def test_the_mapping_is_kept_and_the_next_import_needs_no_flags(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", [])
    first = taken(workspace, table(tmp_path), SAID)
    assert first.kept
    assert [(body.id, body.kind, body.contact) for body in bodies(workspace)] == [
        ("bar-of-the-capital", "other", "Awa Example"),
        ("river-watch", "ngo", "Ali Example"),
    ]
    before = workspace.folder.registry.read_bytes()
    moved = "Type;Obs;Province;Contact e-mail;Last name;First name;Organisation / body\n"
    second = taken(workspace, table(tmp_path, moved + "Parastatal;;North;new@x.example;B;A;New body\n"))
    assert [match.how for match in second.matches] == ["kept"] * 7
    assert (second.kept, second.unknown, [each.name for each in second.added]) == (False, (), ["New body"])
    assert bodies(workspace)[2].contact == "B A"
    assert before != workspace.folder.registry.read_bytes()
    assert (workspace.folder.root / second.copy).read_bytes() == before


def test_importing_twice_is_importing_once(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    taken(workspace, table(tmp_path), SAID)
    files = {path.name: path.read_bytes() for path in workspace.folder.root.iterdir() if path.is_file()}
    again = taken(workspace, table(tmp_path), SAID)
    assert (again.added, again.filled, again.differences, again.known, again.copy) == ((), (), (), 2, "")
    assert {p.name: p.read_bytes() for p in workspace.folder.root.iterdir() if p.is_file()} == files


def test_of_a_known_body_only_what_was_empty_is_filled_and_differences_are_told(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    done = taken(
        workspace,
        table(
            tmp_path,
            "Id;Name;Kind;E-mail;Sector;Telephone;Attribution;Mandates\n"
            "uni;Université du Fleuve;academia;law@uni.example;law;1;;\n"
            ";Justice Ministry;authority;MOJ@gov.example;Interior;+00020000001;;untoc.23, untoc.5\n"
            ";shelter network;NGO;;victims;;named;\n",
        ),
    )
    assert done.filled == (
        Filled("uni", "sector", "law"),
        Filled("uni", "telephone", "1"),
        Filled("shelter-network", "sector", "victims"),
    )
    assert [(each.body, each.column, each.ours, each.theirs) for each in done.differences] == [
        ("ministry-of-justice", "name", "Ministry of Justice", "Justice Ministry"),
        ("ministry-of-justice", "sector", "Justice", "Interior"),
        ("shelter-network", "attribution", "", "named"),
    ]
    assert all(isinstance(each, Difference) for each in done.differences)
    assert bodies(workspace)[0].sector == "Justice"
    assert (done.added, done.known) == ((), 3)


def test_what_fits_two_bodies_or_an_id_of_another_is_left_out(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    done = taken(
        workspace,
        table(
            tmp_path,
            "Name;Kind;E-mail\n"
            "Shelter network;ngo;fiu@gov.example\n"
            "Uni;academia;other@uni.example\n"
            "Ministry of Justice;authority;a@gov.example\n"
            "MoJ;authority;moj@gov.example\n",
        ),
    )
    assert [type(each) for each in done.problems] == [ImportAmbiguous, IdTwice, ImportTwice]
    assert (done.added, done.filled) == ((), ())
    for problem in done.problems:
        assert problem.message("en") != problem.message("fr")


@pytest.mark.parametrize(
    ("text", "wishes", "problem"),
    [
        ("Name;E-mail\nA;a@x.example\n", Wishes(), ImportColumnMissing),
        ("A;B\n1;2\n", Wishes(), ImportColumnMissing),
        (LIST, Wishes(columns={"Typ": "kind"}), ImportColumnUnknown),
        ("", Wishes(), ImportColumnMissing),
    ],
)
def test_a_table_without_names_or_kinds_changes_nothing(
    tmp_path: Path, text: str, wishes: Wishes, problem: type
) -> None:
    workspace = new_folder(tmp_path / "c")
    before = workspace.folder.registry.read_bytes()
    done = taken(workspace, table(tmp_path, text), wishes)
    assert problem in {type(each) for each in done.problems}
    assert (done.read, done.copy, workspace.folder.registry.read_bytes()) == (False, "", before)
    assert not (workspace.folder.root / NAME).exists()
    for each in done.problems:
        assert each.message("en") != each.message("fr")


def test_what_holds_for_every_row_may_be_said_once(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", [])
    path = table(tmp_path, "Name;E-mail\nA;a@x.example\n")
    taken(workspace, path, read_wishes([], [], ["kind=ngo"]))
    assert [body.kind for body in bodies(workspace)] == ["ngo"]
    assert taken(workspace, path).known == 1


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    before = sorted((path, path.stat().st_mtime_ns) for path in workspace.folder.root.iterdir())
    done = taken(workspace, table(tmp_path), SAID, dry=True)
    assert [each.name for each in done.added] == ["Bar of the Capital", "River Watch"]
    assert sorted((path, path.stat().st_mtime_ns) for path in workspace.folder.root.iterdir()) == before


@pytest.mark.parametrize("name", ["stakeholders.xlsx", "stakeholders.csv"])
def test_a_missing_or_empty_registry_is_made(tmp_path: Path, name: str) -> None:
    workspace = new_folder(tmp_path / "c", [])
    (tmp_path / "c" / "stakeholders.xlsx").unlink()
    if name.endswith("csv"):
        (tmp_path / "c" / name).write_text("\n")
    assert len(taken(workspace, table(tmp_path), SAID, dry=True).added) == 2
    assert (tmp_path / "c" / name).exists() == name.endswith("csv")
    taken(workspace, table(tmp_path), SAID)
    assert workspace.folder.registry.name == name
    assert [body.id for body in bodies(workspace)] == ["bar-of-the-capital", "river-watch"]


def test_a_sheet_of_a_workbook_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Nothing here"])
    sheet = book.create_sheet("Bodies")
    sheet["C3"], sheet["D3"], sheet["E3"] = "Nom", "Nature", "Mél"
    sheet["C4"], sheet["D4"], sheet["E4"] = "Abri", "asso", "abri@abri.example"
    path = tmp_path / "list.xlsx"
    book.save(path)
    workspace = new_folder(tmp_path / "c", [])
    done = taken(workspace, path, sheet="bodies")
    (problem,) = done.problems
    assert isinstance(problem, ValueUnknown)
    assert str(problem.place).endswith("list.xlsx:Bodies!D4")
    taken(workspace, path, read_wishes([], ["kind:asso=ngo"], []), sheet="bodies")
    assert [body.id for body in bodies(workspace)] == ["abri"]
    (wrong,) = taken(workspace, path, sheet="Bodys").problems
    assert isinstance(wrong, SheetUnknown)
    assert wrong.near == "Bodies"
    assert isinstance(taken(workspace, tmp_path / "no.xlsx").problems[0], NoSuchFile)


def test_an_opendocument_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.ods"
    rows = [["Name", "Kind", "E-mail"], ["Abri", "NGO", "abri@abri.example"]]
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            for text in row
        )
        + "</table:table-row>"
        for row in rows
    )
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = f'<manifest:manifest xmlns:manifest="{urn}:manifest:1.0"/>'
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{urn}:office:1.0" xmlns:table="{urn}:table:1.0" '
            f'xmlns:text="{urn}:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">'
            f"{body}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    workspace = new_folder(tmp_path / "c", [])
    assert [each.ref for each in taken(workspace, path).added] == ["abri"]


@pytest.mark.parametrize("text", ["no equals sign", "=name", "Theirs=", "Theirs=nothing"])
def test_options_that_say_nothing_are_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_wishes([text], [], [])
    assert isinstance(refusal.value.problem, (OptionMalformed, ImportColumnUnknown))
    assert refusal.value.problem.message("en") != refusal.value.problem.message("fr")


def test_a_mapping_that_a_person_broke_is_named_at_its_place(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    (workspace.folder.root / NAME).write_text("tables:\n- headings: [A]\n  columns: {A: naem}\n")
    (problem,) = taken(workspace, table(tmp_path)).problems
    assert isinstance(problem, ImportColumnUnknown)
    assert (str(problem.place), problem.near) == (f"{NAME}:3:13", "name")


def test_an_export_without_names_shows_nothing_of_whom_nothing_may_be_shown(tmp_path: Path) -> None:
    row = {"kind": "NGO", "mandates": "untoc.5", "notes": "secret"}
    rows = [*BODIES, *({**row, "name": f"Secret {n}", "email": f"secret{n}@x.example"} for n in range(3))]
    workspace = new_folder(tmp_path / "c", rows)
    register = read_register(workspace)
    for name in ("x.csv", "x.xlsx", "x.json"):
        done = export_registry(register, tmp_path / name, anonymous=True)
        assert (done.rows, done.left_out) == (5, 2)
    written = (tmp_path / "x.csv").read_text("utf-8-sig")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0]
    written += str([cell.value for row in book.iter_rows() for cell in row])
    written += (tmp_path / "x.json").read_text()
    assert "Ministry of Justice" in written
    for word in ("Secret", "secret", "Shelter", "shelter", "Fleuve", "Call first"):
        assert word not in written
    names = [body["name"] for body in json.loads((tmp_path / "x.json").read_text())["stakeholders"]]
    assert names[2:] == [f"Non-governmental organization {n}" for n in (1, 2, 3)]


def test_an_export_elsewhere_or_otherwise_is_refused(tmp_path: Path) -> None:
    register = read_register(new_folder(tmp_path / "c"))
    for path, kind in (
        (tmp_path / "x.docx", ExportFormatUnknown),
        (tmp_path / "c" / "stakeholders.xlsx", ExportOverRegistry),
    ):
        with pytest.raises(Refused) as refusal:
            export_registry(register, path)
        assert isinstance(refusal.value.problem, kind)
        assert refusal.value.problem.message("en") != refusal.value.problem.message("fr")


def test_no_cell_of_an_export_is_a_formula(tmp_path: Path) -> None:
    rows = [
        {"name": "=1+1", "kind": "ngo", "email": "a@x.example", "telephone": "+223 20", "notes": "@SUM(A1)"}
    ]
    export_registry(read_register(new_folder(tmp_path / "c", rows)), tmp_path / "x.csv")
    (_, row) = csv.reader(io.StringIO((tmp_path / "x.csv").read_text("utf-8-sig")))
    assert [row[COLUMNS.index(name)] for name in ("name", "telephone", "notes")] == [
        "'=1+1",
        "+223 20",
        "'@SUM(A1)",
    ]


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=20).map(
    str.strip
)
NAMES = st.from_regex(r"[=+@'\-\"]?[A-Za-zÀ-ÿ]{1,8}( [A-Za-z0-9=;,'\"]{1,6}){0,2}", fullmatch=True)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"name": NAMES, "kind": st.sampled_from(["NGO", "Autorité", "other"])},
        optional={
            "sector": WORDS,
            "contact": WORDS,
            "mandates": st.sampled_from(["untoc.5-6; tip.3", "Témoins", "10, 23"]),
            "languages": st.sampled_from(["fr", "Bambara; en"]),
            "email": st.sampled_from(["a@x.example", "b@x.example", "c@x.example"]),
            "telephone": st.sampled_from(["+223 20 00", "'12", "-1"]),
            "at-risk": st.sampled_from(["oui", "No"]),
            "attribution": st.sampled_from(["nommé", "By type", "anonymous"]),
            "regions": st.sampled_from(["North; Delta", "Süd"]),
            "expertise": st.sampled_from(["Witnesses", "Blanchiment d’argent; victims"]),
            "focal": st.sampled_from(["yes", "North"]),
            "events": st.sampled_from(["2026-11 Forum, first day", "Forum; 2027 Forum"]),
            "trainings": st.sampled_from(["introduction (2026-10-03), convention", "a; b"]),
            "notes": WORDS,
        },
    ),
    max_size=5,
)


def law(workspace: Workspace, empty: Workspace, path: Path) -> None:
    """Into an empty registry the same bodies; into its own, and a second time, nothing at all."""
    ours = bodies(workspace)
    export_registry(read_register(workspace), path)
    first = taken(empty, path)
    if not ours:
        return
    assert bodies(empty) == ours
    assert len(first.added) == len(ours)
    for target in (workspace, empty):
        before = target.folder.registry.read_bytes()
        done = taken(target, path)
        assert (done.added, done.filled, done.differences, done.copy) == ((), (), (), "")
        assert target.folder.registry.read_bytes() == before
        assert bodies(target) == ours


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_exported_spreadsheet_taken_over_is_the_registry_again(
    tmp_path: Path, name: str, language: str
) -> None:
    workspace = new_folder(tmp_path / "a", BODIES, language=language)
    law(workspace, new_folder(tmp_path / "b", [], language=language), tmp_path / name)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Workspace, Workspace]]:
    """Make two consultations in each language, which are to have a .csv for a registry."""
    root = tmp_path_factory.mktemp("law")
    made = {
        language: tuple(new_folder(root / language / name, [], language=language) for name in "ab")
        for language in ("en", "fr")
    }
    for path in root.rglob("stakeholders.xlsx"):
        path.unlink()
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, language=st.sampled_from(["en", "fr"]))
def test_an_export_taken_over_is_the_registry_again(
    folders: dict[str, tuple[Workspace, Workspace]], rows: list[dict[str, str]], language: str
) -> None:
    workspace, empty = folders[language]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([row.get(column, "") for column in COLUMNS] for row in rows)
    (workspace.folder.root / "stakeholders.csv").write_text(out.getvalue(), encoding="utf-8")
    (empty.folder.root / "stakeholders.csv").write_text(",".join(COLUMNS), encoding="utf-8")
    law(workspace, empty, workspace.folder.root / "x.csv")


def test_the_commands_say_what_was_understood_and_done(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    new_folder(folder)
    path = str(table(tmp_path))
    exit_code, said = consult(folder, "import", path, "--dry-run")
    assert exit_code == 1
    assert "1 body would be added" in said or "One body would be added" in said
    assert '--map "First name=…"' in said
    assert '--value "kind:Parastatal=authority"' in said
    words = ["--map", "First name=contact", "--map", "Last name=contact", "--map", "Obs=-"]
    found = as_json(folder, "import", path, *words, "--value", "kind:Parastatal=other")
    assert [each["id"] for each in found["added"]] == ["bar-of-the-capital", "river-watch"]
    assert "as last time" in consult(folder, "import", path)[1]
    assert "6 bodies written to" in consult(folder, "export", str(tmp_path / "x.json"))[1].replace("\n", " ")
    assert "are left out" in consult(folder, "export", str(tmp_path / "x.json"), "--anonymous")[1]
    assert consult(folder, "import", path, "--map", "x")[0] == 3


def test_a_copy_of_the_registry_is_never_written_over(tmp_path: Path) -> None:
    registry, at = tmp_path / "stakeholders.csv", datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    names = []
    for _ in range(3):
        copy = copy_of(registry, at, "UTC")
        copy.touch()
        names.append(copy.name)
    assert names == [f"stakeholders.before-20261121-093000{number}.csv" for number in ("", "-2", "-3")]
