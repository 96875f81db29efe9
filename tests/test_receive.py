"""Receiving: every file has exactly one verdict, whatever it is, whenever it is cut short."""

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from email import message_from_bytes
from email.policy import default
from functools import partial
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from questionnaires.load import load_questionnaire
from store import query
from store.audit import trail, verify
from store.open import open_store
from tests.stage import AT, NAMES, bytes_in_order, fill, issued, new_folder, saved
from workbooks.identity import LETTERS, bare, well_formed
from workbooks.layout import header
from workbooks.sandbox import Sandbox
from workbooks.verdict import Verdict
from workflows.launch import launch
from workflows.receive import FileOutcome, receive
from workflows.workspace import Workspace, open_workspace

OURS = load_questionnaire("untoc.1").by_id
Cells = Mapping[str, Mapping[str, object]]
FIRST: Cells = {"untoc.10.1": {"answer": "Yes", "law": "Act 7"}, "untoc.10.4": {"answer": "No"}}


@pytest.fixture(scope="module")
def launched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("launched") / "consultation"
    assert launch(new_folder(folder), at=AT, random=bytes_in_order()).at
    return folder


@pytest.fixture
def workspace(launched: Path, tmp_path: Path) -> Workspace:
    """A launched consultation of one's own."""
    shutil.copytree(launched, tmp_path / "consultation")
    workspace, _ = open_workspace(tmp_path / "consultation")
    assert workspace is not None
    return workspace


def returned(workspace: Workspace, cells: Cells = FIRST, who: str = "fiu") -> bytes:
    return fill(issued(workspace.folder.root, NAMES[who]), cells, "en" if who in {"fiu", "uni"} else "fr")


def lay(workspace: Workspace, name: str, data: bytes) -> Path:
    path = workspace.folder.inbox / name
    path.write_bytes(data)
    return path


def inbox(workspace: Workspace) -> set[str]:
    root = workspace.folder.inbox
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def said(outcome: FileOutcome) -> tuple[str, Verdict, bool, int, int]:
    return Path(outcome.name).name, outcome.verdict, outcome.known, outcome.version, outcome.answers


def codes(outcome: FileOutcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


def in_store(workspace: Workspace) -> tuple[list[tuple[str, ...]], list[tuple[str, int, int]]]:
    """Return the names of each file, and of each response its sender, version and answers."""
    with open_store(workspace.database, create=False) as store:
        assert verify(store) == []
        files = [each.names for each in query.files(store)]
        responses = [
            (each.stakeholder, each.version, each.answers)
            for body in query.returns(store).values()
            for each in body
        ]
    return files, responses


def test_a_return_is_kept_read_recorded_and_put_away(workspace: Workspace) -> None:
    data = returned(workspace)
    lay(workspace, "réponse عربية.xlsx", data)
    received = receive(workspace, at=AT)
    (outcome,) = received.files
    assert said(outcome) == ("réponse عربية.xlsx", Verdict.ACCEPTED, False, 1, 2)
    assert (outcome.stakeholder, outcome.sender) == (NAMES["fiu"], "Financial Intelligence Unit")
    assert (received.problems, received.moved, received.wanting) == ((), 1, False)
    assert inbox(workspace) == {"done/réponse عربية.xlsx"}
    assert [path.read_bytes() for path in workspace.folder.received.iterdir()] == [data]
    assert in_store(workspace) == ([("réponse عربية.xlsx",)], [(NAMES["fiu"], 1, 2)])


def test_the_same_bytes_again_are_recorded_once(workspace: Workspace) -> None:
    data = returned(workspace)
    lay(workspace, "a.xlsx", data)
    lay(workspace, "b.xlsx", data)
    first = receive(workspace, at=AT).files
    assert [said(each)[:4] for each in first] == [
        ("a.xlsx", Verdict.ACCEPTED, False, 1),
        ("b.xlsx", Verdict.ACCEPTED, True, 1),
    ]
    lay(workspace, "c.xlsx", data)
    assert said(receive(workspace, at=AT).files[0]) == ("c.xlsx", Verdict.ACCEPTED, True, 1, 0)
    assert inbox(workspace) == {"done/a.xlsx", "done/b.xlsx", "done/c.xlsx"}
    assert in_store(workspace) == ([("a.xlsx", "b.xlsx", "c.xlsx")], [(NAMES["fiu"], 1, 2)])


def test_a_corrected_version_keeps_earlier_answers_where_it_is_blank(workspace: Workspace) -> None:
    lay(workspace, "first.xlsx", returned(workspace))
    receive(workspace, at=AT)
    lay(workspace, "second.xlsx", returned(workspace, {"untoc.10.4": {"answer": "Yes", "law": "Act 8"}}))
    assert said(receive(workspace, at=AT).files[0]) == ("second.xlsx", Verdict.ACCEPTED, False, 2, 1)
    with open_store(workspace.database, create=False) as store:
        assert {each.item: each.value for each in query.latest_answers(store)} == {
            "untoc.10.1": "yes",
            "untoc.10.4": "yes",
        }
        second = query.returns(store)[NAMES["fiu"]][1]
    assert (second.status, second.replaced, second.kept) == ("amended", 1, 1)


def without_tokens(data: bytes) -> bytes:
    """Take every carrier of the token out of a workbook."""
    book = load_workbook(io.BytesIO(data))
    book.properties.identifier = book.properties.keywords = None
    for name in list(book.defined_names):
        del book.defined_names[name]
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and any(
                    well_formed(word) for word in cell.value.split() if len(bare(word)) == LETTERS
                ):
                    cell.value = None
    return saved(book)


def two_in_one(workspace: Workspace) -> bytes:
    """Copy the questions of one body into the workbook of another."""
    book = load_workbook(io.BytesIO(returned(workspace)))
    other = load_workbook(io.BytesIO(returned(workspace, who="uni")))
    for sheet in other:
        copy = book.create_sheet(f"{sheet.title} 2")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copy.cell(cell.row, cell.column).value = cell.value
    return saved(book)


def of_another_consultation(tmp_path: Path) -> bytes:
    folder = tmp_path / "another"
    order = bytes_in_order()
    launch(new_folder(folder), at=AT, random=lambda size: order(size)[::-1])
    return fill(issued(folder, NAMES["fiu"]), FIRST, "en")


def unrelated() -> bytes:
    book = Workbook()
    book.active["B2"] = "Budget 2027"
    return saved(book)


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("without tokens", "not-identified"),
        ("two in one", "two-invitations"),
        ("of another consultation", "other-consultation"),
        ("unrelated", "no-questions-found"),
    ],
)
def test_what_nobody_can_be_named_for_waits_for_a_person(
    workspace: Workspace, tmp_path: Path, what: str, code: str
) -> None:
    data = {
        "without tokens": lambda: without_tokens(returned(workspace)),
        "two in one": lambda: two_in_one(workspace),
        "of another consultation": lambda: of_another_consultation(tmp_path),
        "unrelated": unrelated,
    }[what]()
    lay(workspace, "strange.xlsx", data)
    for again in (False, True):
        received = receive(workspace, at=AT)
        (outcome,) = received.files
        assert (said(outcome)[:3], codes(outcome)) == (
            ("strange.xlsx", Verdict.NEEDS_A_PERSON, again),
            [code],
        )
        assert (outcome.stakeholder, received.moved, received.wanting) == ("", 0, not again)
        assert inbox(workspace) == {"strange.xlsx"}
    assert in_store(workspace) == ([("strange.xlsx",)], [])


def test_lock_files_and_hidden_files_are_no_returns(workspace: Workspace) -> None:
    for name in ("~$x.xlsx", ".~lock.x#", ".DS_Store"):
        lay(workspace, name, b"x")
    (workspace.folder.inbox / "folder").mkdir()
    assert receive(workspace, at=AT).files == ()
    assert in_store(workspace) == ([], [])


def test_a_file_never_takes_the_place_of_another_in_done(workspace: Workspace) -> None:
    for number in range(3):
        lay(workspace, "a.xlsx", returned(workspace, {**FIRST, "untoc.10.4": {"comment": str(number)}}))
        receive(workspace, at=AT)
    assert inbox(workspace) == {"done/a.xlsx", "done/a (2).xlsx", "done/a (3).xlsx"}
    assert len(list(workspace.folder.received.iterdir())) == 3


def test_a_refused_file_is_kept_and_put_away(workspace: Workspace) -> None:
    lay(workspace, "letter.pdf", b"%PDF-1.7")
    received = receive(workspace, at=AT)
    assert (said(received.files[0])[1], codes(received.files[0])) == (Verdict.REFUSED, ["not-a-spreadsheet"])
    assert inbox(workspace) == {"done/letter.pdf"}
    assert received.wanting


def test_what_was_refused_is_told_why_again(workspace: Workspace) -> None:
    for name in ("letter.pdf", "again.pdf"):
        lay(workspace, name, b"%PDF-1.7")
        (outcome,) = receive(workspace, at=AT).files
        assert (outcome.verdict, codes(outcome)) == (Verdict.REFUSED, ["not-a-spreadsheet"])
    assert outcome.known


def test_what_a_failure_of_ours_refused_is_taken_in_when_it_comes_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = returned(workspace)
    lay(workspace, "a.xlsx", data)
    with monkeypatch.context() as broken:
        broken.setattr("workflows.taking.Sandbox", partial(Sandbox, wall_seconds=0))
        (late,) = receive(workspace, at=AT).files
    assert (late.verdict, codes(late)) == (Verdict.REFUSED, ["reading-too-slow"])
    lay(workspace, "a.xlsx", data)
    (outcome,) = receive(workspace, at=AT).files
    assert said(outcome) == ("a.xlsx", Verdict.ACCEPTED, False, 1, 2)


def test_files_named_on_the_command_line_stay_where_they_are(workspace: Workspace, tmp_path: Path) -> None:
    there, pipe = tmp_path / "there.xlsx", tmp_path / "pipe"
    there.write_bytes(returned(workspace))
    os.mkfifo(pipe)
    received = receive(workspace, [tmp_path / "gone.xlsx", pipe, there, there], at=AT)
    assert [problem.code for problem in received.problems] == ["no-such-file", "no-such-file"]
    assert [problem.place.path for problem in received.problems] == [str(tmp_path / "gone.xlsx"), str(pipe)]
    assert [said(each)[:2] for each in received.files] == [("there.xlsx", Verdict.ACCEPTED)]
    assert (there.exists(), received.moved, received.wanting) == (True, 0, True)


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_taken_in(workspace: Workspace) -> None:
    unreadable = Path("/proc/self/mem")
    if not unreadable.exists():
        pytest.skip("no file here that even its owner cannot read")
    lay(workspace, "a.xlsx", returned(workspace))
    received = receive(workspace, [unreadable, workspace.folder.inbox / "a.xlsx"], at=AT)
    assert [problem.code for problem in received.problems] == ["file-unreadable"]
    assert [said(each)[:2] for each in received.files] == [("a.xlsx", Verdict.ACCEPTED)]
    assert len(list(workspace.folder.received.iterdir())) == 1


def test_answers_to_what_this_body_was_not_asked_are_left_out_and_named(workspace: Workspace) -> None:
    """A row of another body's workbook, copied below one's own."""
    book = load_workbook(io.BytesIO(returned(workspace)))
    sheet = next(each for each in book if each.max_row > 20)
    row = sheet.max_row + 1
    sheet.cell(row, 1).value, sheet.cell(row, 3).value = "untoc.23.a", "Yes"
    sheet.cell(row, 2).value = OURS["untoc.23.a"].text["en"]
    sheet.cell(row + 1, 1).value, sheet.cell(row + 1, 3).value = "untoc.23.b", "perhaps"
    lay(workspace, "more.xlsx", saved(book))
    (outcome,) = receive(workspace, at=AT).files
    assert said(outcome) == ("more.xlsx", Verdict.ACCEPTED_WITH_WARNINGS, False, 1, 2)
    assert [(each.code, each.item, each.place.cell) for each in outcome.problems] == [
        ("not-asked", "untoc.23.a", f"C{row}"),
        ("not-asked", "untoc.23.b", f"C{row + 1}"),
    ]


def test_a_workbook_without_headers_is_spoken_of_in_the_language_of_its_invitation(
    workspace: Workspace,
) -> None:
    book = load_workbook(io.BytesIO(returned(workspace, {**FIRST, "untoc.10.4": {"answer": "perhaps"}})))
    heads = {header("en", column) for column in ("code", "question", "answer", "details", "law", "comment")}
    for sheet in book:
        for row in sheet.iter_rows(max_row=12):
            for cell in row:
                if cell.value in heads:
                    cell.value = None
    lay(workspace, "bare.xlsx", saved(book))
    (outcome,) = receive(workspace, at=AT).files
    (problem,) = (each for each in outcome.problems if each.code == "unknown-option")
    assert problem.parameters()["allowed"].startswith("Yes · ")
    assert outcome.verdict is Verdict.PARTLY_ACCEPTED


RECEIVE = """
import sys; sys.path[:] = eval(sys.argv[1])
from pathlib import Path
from tests.stage import AT
from workflows.receive import receive
from workflows.workspace import open_workspace
print("ready", flush=True)
receive(open_workspace(Path(sys.argv[2]))[0], at=AT)
print("done", flush=True)
"""


def receiving(folder: Path) -> subprocess.Popen[str]:
    """Start receiving in a process of its own, up to where it begins."""
    root = str(Path(__file__).parent.parent)
    arguments = [sys.executable, "-c", RECEIVE, repr([root, *sys.path]), str(folder)]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def forty(workspace: Workspace) -> int:
    """Lay forty files into the inbox: returns, corrections, copies, and what is no return."""
    for number in range(36):
        who = ("fiu", "uni")[number % 2]
        lay(workspace, f"{number}.xlsx", returned(workspace, {"untoc.10.1": {"details": f"{number}"}}, who))
    lay(workspace, "copy.xlsx", (workspace.folder.inbox / "0.xlsx").read_bytes())
    lay(workspace, "no.pdf", b"%PDF-1.7")
    lay(workspace, "unrelated.xlsx", unrelated())
    lay(workspace, "damaged.xlsx", returned(workspace)[:9000])
    return 40


@pytest.mark.slow
def test_killed_at_any_moment_receiving_again_loses_nothing_and_doubles_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    count, dice = forty(workspace), random.Random(2)
    before = sorted(path.name for path in workspace.folder.inbox.iterdir())
    whole = tmp_path / "whole"
    shutil.copytree(workspace.folder.root, whole)
    with receiving(whole) as process:
        started = time.monotonic()
        assert process.wait(timeout=60) == 0
    took = time.monotonic() - started
    kills = 0
    for attempt in range(16):
        folder = tmp_path / str(attempt)
        shutil.copytree(workspace.folder.root, folder)
        for _ in range(dice.randint(1, 3)):
            with receiving(folder) as process:
                time.sleep(dice.uniform(0, took))
                kills += process.poll() is None
                process.send_signal(signal.SIGKILL)
        with receiving(folder) as process:
            assert process.wait(timeout=60) == 0
        assert verdicts(folder) == verdicts(whole)
        check_files(folder, before, count)
        shutil.rmtree(folder)
    assert kills >= 14


def verdicts(folder: Path) -> tuple[dict[str, str], Counter[str], int]:
    """Return each file's one verdict by digest, the events of the record, and how many answers stand."""
    with open_store(folder / "consult.db", create=False) as store:
        assert verify(store) == []
        files = {each.sha256: each.verdict.verdict for each in query.files(store) if each.verdict}
        assert len(files) == len(query.files(store))
        events = Counter(each.event for each in trail(store))
        return files, events, len(query.latest_answers(store))


def check_files(folder: Path, before: list[str], count: int) -> None:
    left = [path.name for path in (folder / "inbox").iterdir() if path.is_file()]
    done = [path.name for path in (folder / "inbox" / "done").iterdir()]
    assert sorted(left + done) == before
    assert left == ["unrelated.xlsx"]
    kept = [path.name for path in (folder / "received").iterdir() if not path.name.startswith(".")]
    assert len(kept) == count - 1


def test_what_stands_beside_a_cell_that_nobody_can_read_goes_back_to_its_sender(workspace: Workspace) -> None:
    unclear = {"answer": "perhaps", "details": "Depends on the court.", "law": "Act 9", "comment": "Ask us."}
    lay(workspace, "1.xlsx", returned(workspace, {**FIRST, "untoc.10.4": unclear}))
    received = receive(workspace, at=AT)
    assert [each.action for each in received.letters] == ["correct"]
    back = message_from_bytes((workspace.folder.root / received.letters[0].path).read_bytes(), policy=default)
    (attached,) = back.iter_attachments()
    sheet = load_workbook(io.BytesIO(attached.get_content()))["Questions"]
    (row,) = [row for row in sheet.iter_rows(values_only=True) if row[0] == "untoc.10.4"]
    assert row[2:6] == (None, "Depends on the court.", "Act 9", "Ask us.")
    with open_store(workspace.database, create=False) as store:
        assert {each.item for each in query.latest_answers(store)} == {"untoc.10.1"}
