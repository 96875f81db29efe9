"""A consultation moved on by a clock: what is due is done, once, and nothing else."""

import hashlib
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from problems.stages import NotWaiting, Refused
from store import query
from store.audit import verify
from store.open import open_store
from store.progress import progress
from tests.stage import AT, NAMES, bytes_in_order, fill, issued, letter, new_folder, saved
from workbooks.verdict import Verdict
from workflows.advance import Advanced, advance
from workflows.dismiss import dismiss
from workflows.launch import launch
from workflows.process import Process
from workflows.process_read import read_process
from workflows.receive import receive
from workflows.settle import settle
from workflows.submit import Compiled
from workflows.workspace import Workspace

ROOT = Path(__file__).parent.parent


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    return workspace


def process() -> Process:
    found, problems = read_process("consultation", Path("/nonexistent"))
    assert problems == []
    assert found is not None
    return found


def advanced(workspace: Workspace, *instant: int) -> Advanced:
    return advance(workspace, process(), at=datetime(*instant, tzinfo=UTC))  # type: ignore[arg-type]


def answers(language: str, *codes: str) -> dict[str, dict[str, object]]:
    return {code: {"answer": "Oui" if language == "fr" else "Yes"} for code in codes}


def main_items(workspace: Workspace, stakeholder: str) -> list[str]:
    with open_store(workspace.database, create=False) as store:
        (issue,) = (each for each in query.issued(store) if each.invitation.stakeholder == stakeholder)
        by_id = {
            item.id: item for questionnaire in query.questionnaires(store) for item in questionnaire.items
        }
    return [name for name in issue.items if by_id[name].main]


def test_months_of_consultation_remind_each_who_owes_once_each_time(workspace: Workspace) -> None:
    """Day by day from the launch to after the deadline; the university declines everything in February."""
    (done, reminders) = (NAMES["uni"], Counter[str]())
    now = AT
    while now < datetime(2027, 4, 8, tzinfo=UTC):
        if now.date() == datetime(2027, 2, 15, tzinfo=UTC).date():
            cells = {code: {"answer": "Not our remit"} for code in main_items(workspace, done)}
            cells = {code: cell for code, cell in cells.items() if not code.endswith("legislation")} | {
                code: {"law": "none"} for code in cells if code.endswith("legislation")
            }
            returned = fill(issued(workspace.folder.root, done), cells, "en")
            (workspace.folder.inbox / "from the university.xlsx").write_bytes(returned)
        for hour in (0, 12):
            result = advance(workspace, process(), at=now + timedelta(hours=hour))
            reminders.update(f"{each.action}:{each.stakeholder}" for each in result.posted)
        now += timedelta(days=1)
    others = sorted(set(NAMES.values()) - {done})
    assert reminders == Counter(
        f"{when}:{name}"
        for when in ("reminder-early", "reminder-middle", "reminder-late", "overdue")
        for name in others
    )
    drafts = sorted(path.name for path in workspace.folder.exports.iterdir())
    assert drafts == ["xa-untoc-1-external-fr-draft.docx", "xa-untoc-1-external-fr-draft.xlsx"]
    with open_store(workspace.database, create=False) as store:
        assert list(verify(store)) == []
        assert {"draft", "reconcile"} <= query.performed(store)


def test_a_reminder_carries_the_same_workbook_and_says_what_is_open(workspace: Workspace) -> None:
    items = main_items(workspace, NAMES["parquet"])
    cells = answers("fr", "untoc.5.1", "untoc.5.2")
    returned = fill(issued(workspace.folder.root, NAMES["parquet"]), cells, "fr")
    (workspace.folder.inbox / "retour.xlsx").write_bytes(returned)
    result = advanced(workspace, 2027, 3, 3, 9)
    assert (
        [each.name for each in result.received.files] == ["inbox/retour.xlsx"] if result.received else False
    )
    assert NAMES["parquet"] in {each.stakeholder for each in result.posted}
    reminder = letter(workspace.folder.root, NAMES["parquet"], "reminder-early")
    body = reminder.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert f"Sur {len(items)} questions principales, {len(items) - 2} restent ouvertes." in text
    (attachment,) = reminder.iter_attachments()
    first = issued(workspace.folder.root, NAMES["parquet"])
    assert hashlib.sha256(attachment.get_content()).digest() == hashlib.sha256(first).digest()


def test_nothing_is_due_twice_at_the_same_instant(workspace: Workspace) -> None:
    assert len(advanced(workspace, 2027, 3, 3, 9).posted) == len(NAMES)
    again = advanced(workspace, 2027, 3, 3, 9)
    assert again.idle


def test_a_draft_waits_for_the_first_answer(workspace: Workspace) -> None:
    late = advanced(workspace, 2027, 4, 5, 18)
    assert late.waiting_for_answers
    assert late.results(Compiled) == ()
    cells = answers("fr", "untoc.5.1")
    returned = fill(issued(workspace.folder.root, NAMES["parquet"]), cells, "fr")
    (workspace.folder.inbox / "en retard.xlsx").write_bytes(returned)
    result = advanced(workspace, 2027, 4, 6, 9)
    assert result.received is not None
    assert [each.sender for each in result.received.files] == ["Parquet général"]
    (compiled,) = result.results(Compiled)
    assert compiled.submission.draft


LAUNCH = """
import sys
from pathlib import Path
from tests.stage import AT
from workflows.launch import launch
from workflows.workspace import open_workspace
workspace, _ = open_workspace(Path(sys.argv[1]))
print("ready", flush=True)
print(len(launch(workspace, at=AT).letters))
"""


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LAUNCH, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def test_two_launches_at_once_ask_everybody_once(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    both = [start(workspace.folder.root) for _ in range(2)]
    letters = sorted(each.communicate(timeout=60)[0].split()[-1] for each in both)
    assert letters == ["0", "5"]
    check_launched_whole(workspace)


@pytest.mark.slow
def test_a_launch_killed_anywhere_is_launched_whole_by_the_next(tmp_path: Path) -> None:
    for number in range(20):
        workspace = new_folder(tmp_path / str(number))
        running = start(workspace.folder.root)
        assert running.stdout
        running.stdout.readline()
        time.sleep(0.02 * number)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        launch(workspace, at=AT)
        check_launched_whole(workspace)


def check_launched_whole(workspace: Workspace) -> None:
    """Every body has one invitation, and the letter in the outbox carries the workbook that is recorded."""
    with open_store(workspace.database, create=False) as store:
        recorded = {each.invitation.stakeholder: each.workbook for each in query.issued(store)}
        assert len(query.issued(store)) == len(NAMES)
        assert {each.stakeholder for each in query.letters(store)} == set(NAMES.values())
        assert [each.asked > 0 for each in progress(store).stakeholders] == [True] * len(NAMES)
        assert list(verify(store)) == []
    there = {name: hashlib.sha256(issued(workspace.folder.root, name)).hexdigest() for name in NAMES.values()}
    assert there == recorded
    assert not [path for path in workspace.folder.outbox.iterdir() if path.suffix != ".eml"]


def test_a_file_that_needs_a_person_waits_until_a_person_is_done_with_it(workspace: Workspace) -> None:
    book = Workbook()
    book.active["A1"] = "shopping list"
    stray = workspace.folder.inbox / "list.xlsx"
    stray.write_bytes(saved(book))
    first = receive(workspace, at=AT)
    assert [each.verdict for each in first.files] == [Verdict.NEEDS_A_PERSON]
    assert stray.exists()
    assert waiting(workspace) == 1
    assert dismiss(workspace, stray, at=AT)
    assert waiting(workspace) == 0
    assert [path.name for path in (workspace.folder.inbox / "done").iterdir()] == ["list.xlsx"]
    assert not dismiss(workspace, workspace.folder.inbox / "done" / "list.xlsx", at=AT)
    with pytest.raises(Refused) as refusal:
        dismiss(workspace, workspace.folder.settings, at=AT)
    assert isinstance(refusal.value.problem, NotWaiting)


def waiting(workspace: Workspace) -> int:
    with open_store(workspace.database, create=False) as store:
        return progress(store).waiting


def test_the_edition_for_a_workshop_names_only_who_agreed(workspace: Workspace) -> None:
    for name, value in (("parquet", "Oui"), ("abri", "Non")):
        cells = {"untoc.23.a": {"answer": value}}
        returned = fill(issued(workspace.folder.root, NAMES[name]), cells, "fr")
        (workspace.folder.inbox / f"{name}.xlsx").write_bytes(returned)
    receive(workspace, at=AT)
    own, handed_out = settle(workspace, at=AT), settle(workspace, at=AT, workshop=True)
    assert handed_out.workbook == own.workbook.replace(".xlsx", "-workshop.xlsx")
    named = ["Réseau Abri" in texts(workspace.folder.root / each.workbook) for each in (own, handed_out)]
    assert named == [True, False]


def texts(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        return parts.read("xl/sharedStrings.xml").decode()


def test_a_comment_alone_is_kept_and_told_and_still_owed(workspace: Workspace) -> None:
    cells = {"untoc.10.1": {"answer": "Yes"}, "untoc.10.4": {"comment": "Ask the bar."}}
    returned = fill(issued(workspace.folder.root, NAMES["fiu"]), cells, "en")
    (workspace.folder.inbox / "1.xlsx").write_bytes(returned)
    (outcome,) = receive(workspace, at=AT).files
    assert "comment-only" in {problem.code for problem in outcome.problems}
    with open_store(workspace.database, create=False) as store:
        said = {answer.item: answer.comment for answer in query.latest_answers(store)}
        (row,) = (each for each in progress(store).stakeholders if each.id == NAMES["fiu"])
    assert said["untoc.10.4"] == "Ask the bar."
    assert (row.answered, row.given) == (1, 1)
