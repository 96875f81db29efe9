"""Who applies uninvited is admitted by a person, once, and is from then on as everybody else."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from problems import Place
from problems.deciding import ApplicantKnown, ApplicationWaiting, NotApplication, NothingToAdmit
from problems.registry import BodyUnknown, ValueMissing
from problems.stages import AlreadyCleared, NoSuchFile, Refused
from stakeholders.model import Attribution, Kind, Stakeholder
from store import query
from store.audit import verify
from store.progress import progress
from store.record import record_clearance
from tests.small_process import ZONE, attached, fill_form, launched, open_record
from tests.stage import bytes_in_order, fill
from workbooks.verdict import Verdict
from workflows.admit import Admitted, admit
from workflows.dismiss import dismiss
from workflows.process import Process
from workflows.receive import Received, receive
from workflows.workspace import Workspace

AT = datetime(2027, 1, 12, 9, tzinfo=ZONE)
FORM = "exports/application-en.xlsx"
ANSWERS: dict[str, object] = {
    "name": "Hills and Rivers",
    "kind": "A university or institute",
    "contact": "Eve Hills",
    "email": "eve@hills.example",
    "expertise": "Yes",
    "regions": "North; South",
}
ROW = "Hills and Rivers,Academia,en,Eve Hills,eve@hills.example,,"


@pytest.fixture
def stage(tmp_path: Path) -> tuple[Workspace, Process]:
    return launched(tmp_path / "c")


def sent(workspace: Workspace, file: str = "new.xlsx", **other: object) -> Path:
    """Let somebody fill in the open form; it lies in the inbox."""
    form = (workspace.folder.root / FORM).read_bytes()
    answers = {name: value for name, value in (ANSWERS | other).items() if value}
    path = workspace.folder.inbox / file
    path.write_bytes(fill_form(form, "application", answers, ["law"]))
    return path


def took(stage: tuple[Workspace, Process], path: Path, as_body: str = "") -> Admitted:
    return admit(*stage, path, as_body=as_body, at=AT, actor="coordinator", random=bytes_in_order())


def refusal(stage: tuple[Workspace, Process], path: Path, as_body: str = "") -> object:
    with pytest.raises(Refused) as refused:
        took(stage, path, as_body)
    return refused.value.problem


def taken_in(workspace: Workspace) -> Received:
    return receive(workspace, at=AT)


def bodies(workspace: Workspace) -> dict[str, Stakeholder]:
    with open_record(workspace) as store:
        return {body.id: body for body in query.stakeholders(store)}


def registry(workspace: Workspace) -> list[str]:
    return workspace.folder.registry.read_text(encoding="utf-8").splitlines()


def test_the_open_form_asks_everything_in_each_language_and_is_nobodys(
    stage: tuple[Workspace, Process],
) -> None:
    workspace = stage[0]
    forms = sorted(path.name for path in workspace.folder.exports.iterdir())
    assert forms == [f"application-{tag}.xlsx" for tag in sorted(workspace.consultation.languages)]
    codes = {str(row[0].value) for page in load_workbook(workspace.folder.root / FORM) for row in page.rows}
    assert {"talks.application.name", "talks.application.subjects:law"} <= codes
    assert set(bodies(workspace)) == {"river", "abri", "uni", "ministry"}
    with open_record(workspace) as store:
        assert [row.id for row in progress(store).stakeholders] == ["river", "abri", "uni", "ministry"]


def test_an_application_waits_for_a_person_and_says_from_whom(stage: tuple[Workspace, Process]) -> None:
    workspace = stage[0]
    sent(workspace)
    waiting = ApplicationWaiting(
        place=Place("inbox/new.xlsx"), name="Hills and Rivers", file="inbox/new.xlsx"
    )
    (file,) = taken_in(workspace).files
    assert (file.verdict, file.problems, file.known) == (Verdict.NEEDS_A_PERSON, (waiting,), False)
    (file,) = taken_in(workspace).files
    assert (file.verdict, file.problems, file.known) == (Verdict.NEEDS_A_PERSON, (waiting,), True)
    with open_record(workspace) as store:
        (stored,) = query.files(store)
        assert stored.verdict is not None
        assert "Hills" not in str(stored.verdict.problems)  # names stand among the identities alone
        assert progress(store).waiting == 1


@pytest.mark.parametrize("received_before", [True, False])
def test_who_is_admitted_stands_in_the_registry_and_the_record_with_what_they_said(
    stage: tuple[Workspace, Process], received_before: bool
) -> None:
    workspace = stage[0]
    path = sent(workspace)
    if received_before:
        taken_in(workspace)
    assert took(stage, path) == Admitted("hills-and-rivers", "Hills and Rivers", "application", 7, 1)
    assert bodies(workspace)["hills-and-rivers"] == Stakeholder(
        id="hills-and-rivers",
        name="Hills and Rivers",
        kind=Kind.ACADEMIA,
        languages=("en",),
        contact="Eve Hills",
        email="eve@hills.example",
        attribution=Attribution.BY_TYPE,
        regions=("North", "South"),
    )
    lines = registry(workspace)
    assert lines[0] == "id,name,kind,languages,contact,email,at risk,Regions"
    assert lines[-1] == ",Hills and Rivers,Academia,,Eve Hills,eve@hills.example,,North; South"
    assert (path.exists(), (workspace.folder.inbox / "done" / "new.xlsx").exists()) == (False, True)
    with open_record(workspace) as store:
        said = {
            answer.item.rpartition(".")[2]: answer.value
            for answer in query.latest_answers(store)
            if answer.provenance.stakeholder == "hills-and-rivers"
        }
        issued = [each for each in query.issued(store) if each.invitation.stakeholder == "hills-and-rivers"]
        row = progress(store).stakeholders[-1]
        assert progress(store).waiting == 0
        assert verify(store) == []
    assert said == {
        "name": "Hills and Rivers",
        "kind": "academia",
        "contact": "Eve Hills",
        "email": "eve@hills.example",
        "regions": "North; South",
        "expertise": "yes",
        "subjects": ("law",),
    }
    assert [(each.round, len(each.items)) for each in issued] == [("application", 8)]
    assert (row.id, row.version, row.answered) == ("hills-and-rivers", 1, 7)


def test_an_application_is_admitted_once(stage: tuple[Workspace, Process]) -> None:
    path = sent(stage[0])
    form = path.read_bytes()
    took(stage, path)
    before = registry(stage[0])
    again = Admitted("hills-and-rivers", "Hills and Rivers", version=1, again=True)
    assert took(stage, path) == again
    same = path.with_name("again.xlsx")
    same.write_bytes(form)
    (file,) = taken_in(stage[0]).files
    assert (file.known, file.stakeholder, file.problems) == (True, "hills-and-rivers", ())
    assert same.exists() is False
    assert registry(stage[0]) == before
    assert isinstance(refusal(stage, sent(stage[0], expertise="No")), ApplicantKnown)  # sent once more


def test_who_is_likely_known_is_asked_back_and_joined_on_request(stage: tuple[Workspace, Process]) -> None:
    workspace = stage[0]
    path = sent(workspace, name="Watch, River", email="ann@river.example")
    known = ApplicantKnown(
        place=Place("inbox/new.xlsx"),
        name="Watch, River",
        body="river",
        known_as="River Watch",
        file="inbox/new.xlsx",
    )
    assert refusal(stage, path) == known
    assert "watch-river" not in bodies(workspace)
    assert isinstance(refusal(stage, path, "rivers"), BodyUnknown)
    before = registry(workspace)
    found = took(stage, path, "river")
    assert (found.stakeholder, found.version, found.joined) == ("river", 1, True)
    assert registry(workspace) == before
    own = fill_form(attached(workspace.folder.root, "river"), "application", {"expertise": "No"}, ["money"])
    (workspace.folder.inbox / "own.xlsx").write_bytes(own)
    (file,) = taken_in(workspace).files
    assert (file.stakeholder, file.version) == ("river", 2)  # its own invitation goes on


def test_who_was_written_into_the_registry_by_hand_is_not_asked_back(
    stage: tuple[Workspace, Process],
) -> None:
    path = stage[0].folder.registry
    line = "hills,Hills and Rivers,academia,en,Eve,eve@hills.example,\n"
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    assert took(stage, sent(stage[0])).stakeholder == "hills"
    assert registry(stage[0])[-1] + "\n" == line


def test_what_the_registry_needs_is_asked_for(stage: tuple[Workspace, Process]) -> None:
    found = took(stage, sent(stage[0], email=""))
    missing = ValueMissing(place=Place("inbox/new.xlsx"), column="heading-email")
    assert found == Admitted(problems=(missing,))
    assert "hills-and-rivers" not in bodies(stage[0])


def test_what_is_no_application_is_not_admitted(stage: tuple[Workspace, Process], tmp_path: Path) -> None:
    workspace = stage[0]
    own = workspace.folder.inbox / "own.xlsx"
    own.write_bytes(attached(workspace.folder.root, "river"))
    assert refusal(stage, own) == NotApplication(place=Place("inbox/own.xlsx"), name="own.xlsx")
    blank = workspace.folder.inbox / "blank.xlsx"
    blank.write_bytes((workspace.folder.root / FORM).read_bytes())
    assert refusal(stage, blank) == NothingToAdmit(place=Place("inbox/blank.xlsx"))
    none = tmp_path / "none.xlsx"
    assert refusal(stage, none) == NoSuchFile(place=Place(str(none)), name="none.xlsx")


def test_an_application_that_is_not_wanted_is_dismissed(stage: tuple[Workspace, Process]) -> None:
    path = sent(stage[0])
    taken_in(stage[0])
    assert dismiss(stage[0], path, at=AT)
    with open_record(stage[0]) as store:
        assert progress(store).waiting == 0


def test_a_registry_that_is_open_holds_the_admission_up_whole(stage: tuple[Workspace, Process]) -> None:
    path, table = sent(stage[0]), stage[0].folder.registry
    lock = table.with_name(f".~lock.{table.name}#")
    lock.touch()
    assert type(refusal(stage, path)).__name__ == "RegistryOpen"
    assert "hills-and-rivers" not in bodies(stage[0])
    lock.unlink()
    assert took(stage, path).stakeholder == "hills-and-rivers"


def test_after_the_clearance_nobody_is_admitted(stage: tuple[Workspace, Process]) -> None:
    path = sent(stage[0])
    with open_record(stage[0]) as store:
        record_clearance(store, digest="0" * 64, paths=["a.docx"], at=AT, actor="focal-point")
    assert isinstance(refusal(stage, path), AlreadyCleared)


def test_an_application_in_french_is_read_in_french(stage: tuple[Workspace, Process]) -> None:
    workspace = stage[0]
    if "fr" not in workspace.consultation.languages:
        pytest.skip("the folder speaks English alone")
    form = (workspace.folder.exports / "application-fr.xlsx").read_bytes()
    cells: dict[str, dict[str, object]] = {
        "talks.application.name": {"answer": "Collines"},
        "talks.application.kind": {"answer": "Une université ou un institut"},
        "talks.application.email": {"answer": "moi@collines.example"},
        "talks.application.languages:fr": {"answer": "x"},
    }
    path = workspace.folder.inbox / "collines.xlsx"
    path.write_bytes(fill(form, cells, "fr"))
    assert took(stage, path).stakeholder == "collines"
    assert bodies(workspace)["collines"].languages == ("fr",)
