"""An address that is mended in the registry holds for every letter from then on, and the record says so."""

from datetime import UTC, datetime
from pathlib import Path

from store import query
from store.audit import trail, verify
from store.open import open_store
from tests.stage import AT, NAMES, bytes_in_order, letter, new_folder
from workflows.advance import advance
from workflows.changes.history import history
from workflows.launch import launch
from workflows.process_read import read_process

REMINDER = datetime(2027, 3, 3, 10, tzinfo=UTC)


def test_reminders_go_where_the_registry_says_today(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    registry = workspace.folder.registry
    before = registry.read_text(encoding="utf-8")
    registry.write_text(before.replace("parquet@justice.example", "greffe@parquet.example"), encoding="utf-8")
    process, _ = read_process("consultation", workspace.folder.root)
    assert process is not None
    advance(workspace, process, at=REMINDER)
    folder = workspace.folder.root
    assert letter(folder, NAMES["parquet"])["To"] == "Parquet général <parquet@justice.example>"
    assert (
        letter(folder, NAMES["parquet"], "reminder-early")["To"] == "Parquet général <greffe@parquet.example>"
    )
    with open_store(workspace.database, create=False) as store:
        assert [entry.subject for entry in trail(store) if entry.event == "contact"] == [NAMES["parquet"]]
        assert {body.id: body.email for body in query.stakeholders(store)}[NAMES["parquet"]] == (
            "greffe@parquet.example"
        )
        assert list(verify(store)) == []
    assert [
        each.what for each in history(workspace, process, NAMES["parquet"]) if each.kind == "contact"
    ] == ["Parquet général a depuis un autre contact ou une autre adresse, selon le registre"]


def test_an_empty_or_broken_registry_changes_nothing(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    workspace.folder.registry.write_text("name,kind,email\nParquet général,authority,\n", encoding="utf-8")
    process, _ = read_process("consultation", workspace.folder.root)
    assert process is not None
    assert len(advance(workspace, process, at=REMINDER).posted) == len(NAMES)
    reminder = letter(workspace.folder.root, NAMES["parquet"], "reminder-early")
    assert reminder["To"] == "Parquet général <parquet@justice.example>"
