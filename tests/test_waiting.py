"""Files that wait for a person: found by their names wherever they lie, and spoken of to whoever reads."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from cli import app
from problems import Place
from problems.stages import NotWaiting, Refused, SeveralWaiting
from store import query
from store.open import open_store
from tests.stage import AT
from tests.test_receive import launched, lay, workspace
from workflows.dismiss import dismiss
from workflows.receive import receive
from workflows.workspace import Workspace

__all__ = ["launched", "workspace"]


def shopping(what: str) -> bytes:
    book, file = Workbook(), BytesIO()
    book.active["A1"] = what
    book.save(file)
    return file.getvalue()


def digests(workspace: Workspace) -> list[str]:
    with open_store(workspace.database, create=False) as store:
        return [each.sha256 for each in query.files(store)]


def moved(workspace: Workspace, name: str) -> None:
    """Move a file as a tidy person does, who has looked at it."""
    done = workspace.folder.inbox / "done"
    done.mkdir(exist_ok=True)
    (workspace.folder.inbox / name).rename(done / name)


def test_a_file_that_waits_is_dismissed_by_its_name_wherever_it_lies(workspace: Workspace) -> None:
    lay(workspace, "budget.xlsx", shopping("bread"))
    receive(workspace, at=AT)
    moved(workspace, "budget.xlsx")
    assert dismiss(workspace, Path("budget.xlsx"), at=AT)
    assert not dismiss(workspace, Path("inbox/budget.xlsx"), at=AT)
    assert not dismiss(workspace, Path(digests(workspace)[0][:8]), at=AT)
    with pytest.raises(Refused) as refusal:
        dismiss(workspace, Path("other.xlsx"), at=AT)
    assert refusal.value.problem == NotWaiting(place=Place("other.xlsx"), name="other.xlsx")


def test_of_several_files_of_one_name_none_is_guessed(workspace: Workspace) -> None:
    for what in ("bread", "milk"):
        lay(workspace, "list.xlsx", shopping(what))
        receive(workspace, at=AT)
    moved(workspace, "list.xlsx")
    first, second = digests(workspace)
    with pytest.raises(Refused) as refusal:
        dismiss(workspace, Path("list.xlsx"), at=AT)
    assert refusal.value.problem == SeveralWaiting(
        place=Place("list.xlsx"), name="list.xlsx", digests=(first[:12], second[:12])
    )
    assert dismiss(workspace, Path(second[:12]), at=AT)
    assert dismiss(workspace, Path("list.xlsx"), at=AT)


def consult(workspace: Workspace, *words: str, typed: str = "") -> list[str]:
    runner = CliRunner(env={"CONSULT_NOW": AT.isoformat(), "COLUMNS": "200"})
    result = runner.invoke(app, ["-C", str(workspace.folder.root), *words], input=typed)
    return [line.strip() for line in result.output.splitlines()]


TO_NOBODY = (
    "Nul ne sait encore de qui vient budget.xlsx. Là où il faut corriger, les phrases ci-dessous"
    " s’adressent à qui l’a envoyé\u00a0:"
)
NO_QUESTIONS = (
    "Aucune de nos questions n’a été trouvée dans ce fichier. Veuillez renvoyer, rempli, le classeur que vous"
    " avez reçu."
)


def test_of_a_file_that_is_nobody_s_it_is_said_whom_the_sentences_address(workspace: Workspace) -> None:
    lay(workspace, "budget.xlsx", shopping("bread"))
    lines = consult(workspace, "receive")
    start = lines.index(TO_NOBODY)
    assert lines[start + 1 : start + 3] == ["inbox/budget.xlsx  no-questions-found", NO_QUESTIONS]
    assert "Un fichier vous attend\u00a0: consult receive --ask montre ce qui attend, et pourquoi" in consult(
        workspace, "status"
    )


def test_who_is_being_asked_is_told_of_no_number_and_of_no_command_that_is_not_there(
    workspace: Workspace,
) -> None:
    lay(workspace, "budget.xlsx", shopping("bread"))
    lines = consult(workspace, "receive", "--ask", typed="\n")
    start = lines.index("1/1  budget.xlsx")
    assert lines[start + 3 :] == [
        TO_NOBODY,
        NO_QUESTIONS,
        "De qui vient-il\u00a0? Rien ne l’indique.",
        "a = dire quel organisme, c = classer, rien ne compte, p = plus tard:",
        "Laissé pour plus tard.",
        "",
        "Un fichier vous attend encore.",
    ]
    assert [line for line in lines if "--ask" in line] == []
