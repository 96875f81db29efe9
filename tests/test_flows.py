"""The same stages under a real Prefect server."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from store import query
from store.open import open_store
from tests.letters import configured, local
from tests.mailserver import mailserver
from tests.stage import AT, NAMES, bytes_in_order, fill, issued, new_folder
from workflows.launch import launch
from workflows.process import Process
from workflows.process_read import read_process
from workflows.workspace import Workspace

pytestmark = pytest.mark.engine
WEEK = timedelta(days=7)


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Prefect's own test server: a real one, in a database of its own."""
    from prefect.testing.utilities import prefect_test_harness

    import workflows.flows  # noqa: F401  # its settings come before Prefect's import

    with prefect_test_harness(server_startup_timeout=120):
        from prefect.client.orchestration import get_client

        with get_client(sync_client=True) as client:
            yield client


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = new_folder(tmp_path / "c", language="en")
    launch(workspace, at=AT, random=bytes_in_order())
    return workspace


def process_of(workspace: Workspace) -> Process:
    process, problems = read_process("consultation", workspace.folder.root)
    assert (process is not None, problems) == (True, [])
    return process


def test_a_consultation_goes_on_by_rounds_once_each_with_what_happens_shown(
    client: Any, workspace: Workspace
) -> None:
    from workflows.flows import make_a_round, perform_action

    folder = str(workspace.folder.root)
    returned = fill(issued(workspace.folder.root, NAMES["parquet"]), {"untoc.5.1": {"answer": "Oui"}}, "fr")
    (workspace.folder.inbox / "retour.xlsx").write_bytes(returned)

    due = datetime(2027, 3, 3, 9, tzinfo=UTC)
    assert perform_action(folder, "receive", due) == "Take in what has come: one file"
    assert perform_action(folder, "reminder-early", due) == "First reminder: 5 letters"
    assert perform_action(folder, "reminder-early", due) == "Nothing was left to do."
    assert make_a_round(folder, everything=True, at=due) == "Nothing was left to do."
    late = make_a_round(folder, at=datetime(2027, 4, 6, 9, tzinfo=UTC))
    assert late.startswith("Merge what agrees; lay contradictions before people: done · Draft of")
    with open_store(workspace.database, create=False) as store:
        assert len(query.letters(store)) == 2 * len(NAMES) + 1  # and a receipt
        assert [len(versions) for versions in query.returns(store).values()] == [1]
    runs = sorted(run.name for run in client.read_flow_runs())
    assert runs[0] == "2027-03-03 09:00 · receive"
    tasks = {each.name for each in client.read_task_runs()}
    assert {"Take in what has come", "First reminder", "Draft of the submission"} <= tasks
    said = sorted(client.read_artifacts(), key=lambda each: each.created)
    pages = {each.key: each for each in said if each.key}  # the others are results
    assert pages.keys() == {f"{kind}-xa-c" for kind in ("progress", "coverage", "warnings", "documents")}
    assert "parquet-general" in str(pages["progress-xa-c"].data)
    assert "Parquet général" not in "".join(str(each.data) for each in pages.values())
    assert "xa-untoc-1-external-en-draft.docx" in str(pages["documents-xa-c"].data)
    voices = {row["Article"]: row["Single voice"] for row in json.loads(pages["coverage-xa-c"].data)}
    assert voices["untoc.5"] == "yes"


def test_limits_are_real_and_what_somebody_has_set_stays(client: Any, workspace: Workspace) -> None:
    from workflows.flows import make_a_round

    client.upsert_global_concurrency_limit_by_name("consult-mail", 7)
    make_a_round(str(workspace.folder.root), everything=True, at=AT)
    limits = {each.name: each.limit for each in client.read_global_concurrency_limits()}
    assert (limits["consult-mail"], limits["consult-xa-c"]) == (7, 1)


@pytest.mark.usefixtures("client")
def test_a_refused_run_is_not_retried_and_is_told_once(tmp_path: Path) -> None:
    from problems.stages import Refused
    from workflows.flows import make_a_round

    workspace = new_folder(tmp_path / "c", language="fr")
    with pytest.raises(Refused) as refusal:
        make_a_round(str(workspace.folder.root), everything=True, at=AT)
    assert refusal.value.problem.code == "not-launched"
    (path,) = workspace.folder.outbox.glob("engine-*.eml")
    letter = message_from_bytes(path.read_bytes(), policy=default)
    assert "awa@justice.example" in str(letter["To"])
    assert "n’a pas pu être mené à bien" in str(letter["Subject"])
    text = letter.get_body(("plain",)).get_content()
    assert refusal.value.problem.message("fr") in text
    assert "consult status" in text


@pytest.mark.usefixtures("client")
def test_what_a_run_has_written_leaves_at_once_and_a_server_that_is_away_fails_no_run(
    workspace: Workspace,
) -> None:
    from workflows.flows import perform_action

    folder = workspace.folder.root
    due = datetime(2027, 3, 3, 9, tzinfo=UTC)
    with mailserver() as server:
        configured(folder, local(server.port))
        said = perform_action(str(folder), "reminder-early", due)
        assert said == "First reminder: 5 letters · 5 letters sent · 5 letters still to be sent"
        assert len(server.remembered.taken) == 5
    last = perform_action(str(folder), "reminder-late", datetime(2027, 3, 26, 9, tzinfo=UTC))
    assert last == "Last reminder: 5 letters · 10 letters still to be sent"


def test_every_action_has_a_deployment_with_its_own_dates_and_a_moved_date_moves_it(
    client: Any, workspace: Workspace
) -> None:
    from workflows.flows_serve import enrol
    from workflows.flows_timetable import bring_up_to_date, deployments, pause
    from workflows.timetable import title

    process = process_of(workspace)
    every = timedelta(minutes=15)
    ids = enrol([(workspace, process)], pool="tests", at=AT, every=every)
    there = deployments(client, title(workspace, process))
    assert title(workspace, process) == "Example State · National consultation · c"
    assert {each.id for each in there} == set(ids)
    rules = {each.name[3:]: [told(one.schedule) for one in each.schedules] for each in there}
    assert rules["Last reminder"] == ["20270326T090000"]
    assert rules["Take in what has come"] == [every]
    assert rules["Round: what was missed, dates, tables"] == [every]
    assert rules["Take in what comes late"] == rules["Draft after the workshop"] == []
    assert "Validation workshop" not in rules  # people hold it
    early = next(each for each in there if each.name.endswith("First reminder"))
    assert "Wednesday, 3 March 2027, 09:00 (Africa/Bamako)" in early.description
    assert early.work_pool_name == "tests"
    assert early.parameters == {"consultation": str(workspace.folder.root), "action": "reminder-early"}

    again = {each.id: each.updated for each in there}
    bring_up_to_date(workspace, process, at=AT, every=every)
    same = deployments(client, title(workspace, process))
    assert {each.id: each.updated for each in same} == again, "what has not changed is left alone"

    from store.changes import record_extension

    with open_store(workspace.database, create=False) as store:
        until = datetime(2027, 4, 30, 17, tzinfo=UTC)
        record_extension(store, "answers", NAMES["fiu"], until, "asked", at=AT, actor="coordinator")
    bring_up_to_date(workspace, process, at=AT, every=every)
    moved = {each.name[3:]: each.schedules for each in deployments(client, title(workspace, process))}
    assert sorted(told(one.schedule) for one in moved["Last reminder"]) == [
        "20270326T090000",
        "20270427T090000",
    ]
    pause(ids)
    assert all(each.paused for each in deployments(client, title(workspace, process)))


def told(schedule: Any) -> object:
    rule = getattr(schedule, "rrule", None)
    return rule.partition(":")[2].partition("\n")[0] if rule else schedule.interval
