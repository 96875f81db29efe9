"""Keys: a new one signs from now on, old ones stay good; one that got out is believed no more."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from problems.keys import KeyStillSigns, KeyUnknown
from problems.stages import Refused
from store import query
from store.audit import verify
from store.open import open_store
from tests.stage import AT, NAMES, fill
from tests.test_receive import FIRST, codes, launched, lay, returned, workspace
from workbooks.identity import read_token
from workbooks.verdict import Verdict
from workflows.asked import Asked
from workflows.post import Desk
from workflows.receive import process_of, receive
from workflows.rotate import KeyKnown, distrust, keys_known, rotate
from workflows.undecided import decide, undecided
from workflows.workspace import Workspace

__all__ = ["launched", "workspace"]


def test_what_an_older_key_signed_stays_good(workspace: Workspace) -> None:
    (before,) = keys_known(workspace)
    new = rotate(workspace, at=AT, random=lambda size: b"n" * size)
    assert keys_known(workspace) == (
        KeyKnown(before.id, before.signed, signs=False, trusted=True),
        KeyKnown(new, 0, signs=True, trusted=True),
    )
    lay(workspace, "old.xlsx", returned(workspace))
    assert [each.verdict for each in receive(workspace, at=AT).files] == [Verdict.ACCEPTED]


def test_what_a_key_that_got_out_signed_is_confirmed_before_it_counts(workspace: Workspace) -> None:
    old = keys_known(workspace)[0].id
    rotate(workspace, at=AT, random=lambda size: b"n" * size)
    assert distrust(workspace, old.lower(), at=AT)
    assert not distrust(workspace, old, at=AT)
    data = returned(workspace)
    lay(workspace, "old.xlsx", data)
    (outcome,) = receive(workspace, at=AT).files
    assert (outcome.verdict, codes(outcome), outcome.stakeholder) == (
        Verdict.NEEDS_A_PERSON,
        ["old-key"],
        NAMES["fiu"],
    )
    (waiting,) = undecided(workspace)
    assert waiting.question == "confirm"
    told = decide(workspace, waiting, [waiting.candidates[0].invitation], why="by telephone", at=AT)
    assert [(each.verdict, each.version) for each in told.files] == [(Verdict.ACCEPTED, 1)]
    with open_store(workspace.database, create=False) as store:
        assert verify(store) == []


def test_a_workbook_issued_again_is_signed_with_a_key_that_is_trusted(workspace: Workspace) -> None:
    old = keys_known(workspace)[0].id
    new = rotate(workspace, at=AT, random=lambda size: b"n" * size)
    distrust(workspace, old, at=AT)
    with open_store(workspace.database, create=False) as store:
        desk = Desk(workspace, process_of(workspace), store, AT)
        invitation = next(
            each.invitation for each in query.issued(store) if each.invitation.stakeholder == NAMES["fiu"]
        )
        code = desk.token_of(invitation)
        asked = Asked.read(store)
        again = desk.workbook(desk.bodies[NAMES["fiu"]], "answers")
    assert code.replace("-", "").startswith(new)
    assert read_token(code, asked.trusted) == invitation.id
    lay(workspace, "new.xlsx", fill(again, FIRST, "en"))
    assert [each.verdict for each in receive(workspace, at=AT).files] == [Verdict.ACCEPTED]


def test_the_key_that_signs_and_one_that_is_none_are_not_distrusted(workspace: Workspace) -> None:
    (only,) = keys_known(workspace)
    with pytest.raises(Refused) as raised:
        distrust(workspace, only.id, at=AT)
    assert isinstance(raised.value.problem, KeyStillSigns)
    with pytest.raises(Refused) as raised:
        distrust(workspace, "ZZZ", at=AT)
    assert isinstance(raised.value.problem, KeyUnknown)


def test_the_commands_speak_the_language_of_the_consultation(tmp_path: Path, launched: Path) -> None:
    shutil.copytree(launched, tmp_path / "consultation")
    typed = CliRunner(env={"CONSULT_NOW": AT.isoformat(), "COLUMNS": "100"})
    root = ["--folder", str(tmp_path / "consultation")]
    for command, words in ((["key", "list"], "Clé"), (["key", "rotate"], "signe désormais")):
        result = typed.invoke(app, [*root, *command])
        assert (result.exit_code, words in result.output) == (0, True), result.output
