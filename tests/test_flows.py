"""The same stages under a real Prefect server."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import query
from store.open import open_store
from tests.stage import AT, NAMES, bytes_in_order, fill, issued, new_folder
from workflows.launch import launch

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def server() -> Iterator[None]:
    """Prefect's own test server: a real one, in a database of its own."""
    from prefect.testing.utilities import prefect_test_harness

    import workflows.flows  # noqa: F401  # its settings come before Prefect's import

    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.mark.usefixtures("server")
def test_a_consultation_is_advanced_by_flows_once_each_with_its_progress_shown(tmp_path: Path) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    from workflows.flows import advance_consultation

    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    returned = fill(issued(workspace.folder.root, NAMES["parquet"]), {"untoc.5.1": {"answer": "Oui"}}, "fr")
    (workspace.folder.inbox / "retour.xlsx").write_bytes(returned)

    due = datetime(2027, 3, 3, 9, tzinfo=UTC)
    first = advance_consultation(str(workspace.folder.root), due)
    assert first == "1 files received, 5 reminders written"
    again = advance_consultation(str(workspace.folder.root), due)
    assert again == "0 files received, 0 reminders written"
    closed = advance_consultation(str(workspace.folder.root), datetime(2027, 4, 1, tzinfo=UTC))
    assert closed == "0 files received, 0 reminders written, 0 contradictions open, draft compiled"

    with open_store(workspace.database, create=False) as store:
        assert len(query.letters(store)) == 2 * len(NAMES)
        assert [len(versions) for versions in query.returns(store).values()] == [1]
    with get_client(sync_client=True) as client:
        runs = client.read_flow_runs()
        tasks = client.read_task_runs(
            flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[run.id for run in runs]))
        )
        artifacts = client.read_artifacts()
    assert [run.state_name for run in runs] == ["Completed"] * 3
    names = sorted(each.name.rsplit("-", 1)[0] for each in tasks)
    assert names == ["draft", "receive", "receive", "receive-late", "reconcile", "reminder-early"]
    assert {artifact.key for artifact in artifacts} == {"progress-xa"}
    table = str(artifacts[0].data)
    assert "parquet-general" in table
    assert "Parquet général" not in table


@pytest.mark.usefixtures("server")
def test_a_refused_stage_is_not_retried(tmp_path: Path) -> None:
    from problems.stages import Refused
    from workflows.flows import advance_consultation

    workspace = new_folder(tmp_path / "c")
    with pytest.raises(Refused) as refusal:
        advance_consultation(str(workspace.folder.root), AT)
    assert refusal.value.problem.code == "not-launched"
