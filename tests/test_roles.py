"""Who may do what: said in one table, asked in one place, written down in the record."""

import ast
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from consultation.model import Consultation, FocalPoint, Person
from languages import say
from problems.roles import NotForRole, PersonUnknown, WhoActs
from problems.stages import Refused
from store.audit import trail
from store.changes import record_focal_point
from store.open import open_store
from tests.stage import AT, bytes_in_order, new_folder
from workflows.acting import MAY, ROLES, Actor, known_people, may, taken_over, who
from workflows.launch import launch
from workflows.workspace import Workspace

AWA, MARIAM, ALI, OUMAR = "Awa Traoré", "Mariam Keita", "Ali Sy", "Oumar Ba"
PEOPLE = (
    Person(name=MARIAM, role="coordinator", email="mariam@justice.example"),
    Person(name=OUMAR, role="governmental-expert"),
    Person(name=ALI, role="observer"),
)
YAML = "people:\n" + "".join(f"  - {{name: {each.name}, role: {each.role}}}\n" for each in PEOPLE)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = new_folder(tmp_path / "c", language="en")
    launch(workspace, at=AT, random=bytes_in_order())
    return workspace


@pytest.fixture
def listed(workspace: Workspace) -> Consultation:
    return workspace.consultation.model_copy(update={"people": PEOPLE})


def consult(workspace: Workspace, *words: str) -> tuple[int, str, str]:
    result = CliRunner(env={"COLUMNS": "120"}).invoke(app, ["-C", str(workspace.folder.root), *words])
    return result.exit_code, result.stdout, result.stderr


def list_people(workspace: Workspace) -> None:
    path = workspace.folder.settings
    path.write_text(path.read_text(encoding="utf-8") + YAML, encoding="utf-8")


def test_the_table_of_who_may_do_what() -> None:
    assert {role: [deed for deed in MAY if may(role, deed)] for role in ROLES} == {
        "focal-point": ["read", "receive", "settle", "draft", "run", "handover", "clear"],
        "coordinator": ["read", "receive", "settle", "draft", "run"],
        "governmental-expert": ["read", "receive", "settle", "draft"],
        "observer": ["read"],
    }


def test_where_nobody_is_listed_whoever_works_does_everything(workspace: Workspace) -> None:
    for deed in MAY:
        assert who(workspace.consultation, "", deed=deed) == Actor()
    assert str(Actor()) == "coordinator"
    assert who(workspace.consultation, "awa  TRAORÉ", deed="clear") == Actor(AWA, "focal-point")


def test_who_is_not_named_is_the_only_coordinator(listed: Consultation) -> None:
    actor = who(listed, "", deed="run")
    assert (actor, str(actor)) == (Actor(MARIAM, "coordinator"), "coordinator: Mariam Keita")
    with pytest.raises(Refused) as refusal:
        who(listed, "", deed="clear")
    assert refusal.value.problem == NotForRole(name=MARIAM, role="coordinator", deed="clear", names=(AWA,))


def test_where_it_could_be_several_the_record_must_know_who(listed: Consultation) -> None:
    two = listed.model_copy(update={"people": (*PEOPLE, Person(name="Sira Diop", role="coordinator"))})
    assert who(two, "") == Actor("", "observer"), "looking needs no name"
    with pytest.raises(Refused) as refusal:
        who(two, "", deed="run")
    assert refusal.value.problem == WhoActs(names=(AWA, MARIAM, "Sira Diop"))


def test_a_name_that_nobody_bears_is_refused_with_the_nearest(listed: Consultation) -> None:
    with pytest.raises(Refused) as refusal:
        who(listed, "Marian Keïta")
    assert refusal.value.problem == PersonUnknown(
        value="Marian Keïta", allowed=(AWA, MARIAM, OUMAR, ALI), near=MARIAM
    )


def test_who_is_listed_twice_acts_in_the_role_that_may(listed: Consultation) -> None:
    both = listed.model_copy(update={"people": (Person(name=AWA, role="observer"), *PEOPLE)})
    assert [who(both, AWA, deed=deed).role for deed in ("read", "clear")] == ["focal-point", "focal-point"]
    again = listed.model_copy(update={"people": (*PEOPLE, Person(name=ALI, role="coordinator"))})
    assert [who(again, ALI, deed=deed).role for deed in ("read", "run")] == ["observer", "coordinator"]


def test_another_focal_point_is_the_focal_point_from_then_on(workspace: Workspace) -> None:
    assert taken_over(workspace) is None
    new = {"name": "Sira Diop", "office": "Justice", "email": "sira@justice.example", "telephone": ""}
    with open_store(workspace.database, create=False) as store:
        record_focal_point(store, **new, at=AT, actor="focal-point")
    assert taken_over(workspace) == FocalPoint(**new)
    assert known_people(workspace.consultation, FocalPoint(**new)) == (("Sira Diop", "focal-point"),)
    assert consult(workspace, "--as", "Sira Diop", "status")[0] == 0
    assert "person-unknown" in consult(workspace, "--as", AWA, "status")[2]


def test_an_observer_looks_and_touches_nothing(workspace: Workspace) -> None:
    list_people(workspace)
    before = workspace.folder.database.read_bytes()
    assert consult(workspace, "--as", ALI, "status")[0] == 0
    assert consult(workspace, "--as", ALI, "route")[0] == 0
    touching = (["launch"], ["receive"], ["reconcile"], ["compile", "--draft"], ["advance"])
    assert {(consult(workspace, "--as", ALI, *words)[0]) for words in touching} == {3}
    code, _, error = consult(workspace, "--as", ALI, "reconcile")
    assert code == 3
    assert " ".join(error.split()) == (
        "consult not-for-role Ali Sy is observer here and does not settle answers. This may be done by: "
        "Awa Traoré · Mariam Keita · Oumar Ba. See: consult people"
    )
    assert workspace.folder.database.read_bytes() == before


def test_clearing_is_the_focal_points_alone(workspace: Workspace) -> None:
    list_people(workspace)
    assert "not-for-role" in consult(workspace, "--as", MARIAM, "clear", "--by", AWA)[2]
    assert "not-the-focal-point" in consult(workspace, "--as", AWA, "clear", "--by", MARIAM)[2]
    assert "not-the-focal-point" in consult(workspace, "clear", "--by", MARIAM)[2]
    assert "nothing-compiled" in consult(workspace, "--as", AWA, "clear", "--by", AWA)[2]


def test_the_record_says_who_did_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSULT_AS", "mariam keita")
    workspace = new_folder(tmp_path / "c", language="en")
    list_people(workspace)
    assert consult(workspace, "launch")[0] == 0
    with open_store(workspace.database, create=False) as store:
        assert {entry.actor for entry in trail(store)} == {"coordinator: Mariam Keita"}


def test_people_lists_who_may_do_what(workspace: Workspace) -> None:
    assert "Nobody is listed" in consult(workspace, "people")[1]
    list_people(workspace)
    shown = consult(workspace, "--as", OUMAR, "people")[1].splitlines()
    assert [" ".join(line.split()) for line in shown] == [
        "Name Role May",
        "Awa Traoré Focal point everything",
        "Mariam Keita Coordinator everything but: hand over · clear",
        "Oumar Ba (you) Governmental expert look · take returns in · settle answers · compile drafts",
        "Ali Sy Observer look",
        "",
        say("en", "terminal/people", "people-rail"),
    ]


def test_every_command_says_what_it_does_with_the_consultation() -> None:
    """A command that opens a consultation names its deed, so that nobody forgets to ask who may do it."""
    silent = [
        f"{path.name}:{node.lineno}"
        for path in sorted((Path(__file__).parent.parent / "commands").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "working"
        and (len(node.args) != 2 or ast.unparse(node.args[0]).endswith(".folder"))
    ]
    assert silent == []
