"""A launched consultation in which things change, and short ways to look at what became of it."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook

from problems import Problem
from problems.stages import Refused
from store import query, standing
from store.audit import verify
from store.open import open_store
from store.progress import StakeholderProgress, progress
from tests.stage import AT, NAMES, REGISTRY, bytes_in_order, fill, issued, new_folder
from workflows.changes.scene import Change
from workflows.launch import launch
from workflows.process import Process
from workflows.process_read import read_process
from workflows.receive import receive
from workflows.workspace import Workspace, open_workspace

QUIET = "Quiet Club,ngo,law,,en,,quiet@club.example,\n"
"""A body that is asked nothing."""

FEBRUARY = datetime(2027, 2, 1, 9, tzinfo=UTC)
MARCH = datetime(2027, 3, 1, 9, tzinfo=UTC)

JUSTICE, PARQUET, FIU, ABRI, UNI = (NAMES[each] for each in ("justice", "parquet", "fiu", "abri", "uni"))


def launched(folder: Path, *, language: str = "en", registry: str = REGISTRY + QUIET) -> Workspace:
    workspace = new_folder(folder, language=language, registry=registry)
    launch(workspace, at=AT, random=bytes_in_order())
    return workspace


def again(workspace: Workspace) -> Workspace:
    """Open the same folder once more, as the next command does."""
    found, problems = open_workspace(workspace.folder.root)
    assert problems == []
    assert found is not None
    return found


def process() -> Process:
    found, problems = read_process("consultation", Path("/nonexistent"))
    assert problems == []
    assert found is not None
    return found


def answered(
    workspace: Workspace,
    who: str,
    cells: Mapping[str, Mapping[str, object]],
    *,
    at: datetime = FEBRUARY,
    language: str = "fr",
    book: bytes | None = None,
) -> None:
    """Let a body send its workbook back, filled in."""
    path = workspace.folder.inbox / f"{who}-{at:%m%d}.xlsx"
    path.write_bytes(fill(book or issued(workspace.folder.root, who), cells, language))
    received = receive(workspace, [path], at=at)
    assert [each.stakeholder for each in received.files] == [who]


def said(change: Change) -> list[tuple[str, dict[str, object]]]:
    return [(each.message, dict(each.parameters)) for each in change.says]


def paths(change: Change) -> list[str]:
    return [letter.path for letter in change.letters]


def mail(workspace: Workspace, path: str) -> EmailMessage:
    message = message_from_bytes((workspace.folder.root / path).read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def body_of(workspace: Workspace, path: str) -> str:
    part = mail(workspace, path).get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def attached(workspace: Workspace, path: str) -> bytes | None:
    found = [each.get_content() for each in mail(workspace, path).iter_attachments()]
    assert all(isinstance(each, bytes) for each in found)
    return found[0] if found else None


def rows(workbook: bytes | None) -> dict[str, tuple[str, str, str]]:
    """Return each question of a workbook: its cell, the answer and the details that stand there."""
    assert workbook is not None
    found = {}
    for sheet in load_workbook(io.BytesIO(workbook)):
        for row in sheet.iter_rows(min_col=1, max_col=4, values_only=True):
            code = str(row[0] or "")
            if code.startswith("untoc.") and ":" not in code:
                found[code] = (str(row[1] or ""), str(row[2] or ""), str(row[3] or ""))
    return found


def first_sheet(workbook: bytes | None) -> str:
    assert workbook is not None
    sheet = load_workbook(io.BytesIO(workbook)).worksheets[0]
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def asked(workspace: Workspace, who: str) -> list[str]:
    with open_store(workspace.database, create=False) as store:
        return [each.item for each in query.assignments(store) if each.stakeholder == who]


def row(workspace: Workspace, who: str) -> StakeholderProgress:
    with open_store(workspace.database, create=False) as store:
        return next(each for each in progress(store).stakeholders if each.id == who)


def entries(workspace: Workspace) -> int:
    """Count the entries of the audit chain, which holds."""
    with open_store(workspace.database, create=False) as store:
        assert verify(store) == []
        from store.audit import head

        return head(store).seq


def deadlines(workspace: Workspace) -> standing.Round:
    with open_store(workspace.database, create=False) as store:
        return standing.rounds(store)["answers"]


def refused(refusal: pytest.ExceptionInfo[Refused]) -> Problem:
    return refusal.value.problem
