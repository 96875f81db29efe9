"""The answer back: every return is answered once, in the transaction of its verdict; hidden bodies stay so."""

import hashlib
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import unescape
from pathlib import Path

import pytest

from problems import Place, Problem, Severity
from problems.identity import FromElsewhere, MailSays, OldKey
from problems.intake import PasswordProtected
from problems.stages import NothingFilledIn
from responses.validate import validate
from store import query
from store.audit import verify
from store.open import open_store
from store.record import record_file, record_return
from tests.stage import AT, NAMES, bytes_in_order, fill, issued, new_folder
from workbooks.child import examine
from workbooks.read import read
from workbooks.verdict import Verdict, judge
from workflows.answering import Judgement, answer_back
from workflows.asked import Asked
from workflows.judging import FileOutcome, response_of
from workflows.launch import launch
from workflows.post import Desk, Posted
from workflows.process_read import read_process
from workflows.workspace import Workspace, open_workspace

FEBRUARY = datetime(2027, 2, 1, 9, tzinfo=UTC)
APRIL = datetime(2027, 4, 2, 9, tzinfo=UTC)
Cells = Mapping[str, Mapping[str, object]]
FIRST: Cells = {"untoc.10.1": {"answer": "Yes", "law": "Act 7"}, "untoc.10.4": {"answer": "No"}}
UNREADABLE: Cells = {"untoc.10.1": {"answer": "Yes", "law": "Act 7"}, "untoc.10.4": {"answer": "perhaps"}}


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


@dataclass(frozen=True)
class Came:
    """A file that came from a body, as it is judged here without the mail and the sandbox around it."""

    who: str
    cells: Cells = None  # type: ignore[assignment]  # None: it could not be opened
    name: str = "inbox/réponses finales (2).xlsx"
    more: Sequence[Problem] = ()
    known: bool = False

    def judgement(self, workspace: Workspace, asked: Asked, at: datetime) -> tuple[Judgement, list[Problem]]:
        (invitation,) = (
            each for each in asked.issued.values() if each.invitation.stakeholder == NAMES[self.who]
        )
        if self.cells is None:
            sha256 = hashlib.sha256(self.name.encode()).hexdigest()
            verdict = judge(identified=False, read=0, problems=self.more)
            return Judgement(
                sha256, FileOutcome(self.name, verdict, tuple(self.more), answer_to=invitation)
            ), []
        language = invitation.invitation.language
        data = fill(issued(workspace.folder.root, NAMES[self.who]), self.cells, language)
        sha256 = hashlib.sha256(data).hexdigest()
        contents, problems = examine(data)
        assert contents is not None, problems
        reading, found = read(
            contents,
            questionnaires={each.id: each for each in asked.questionnaires},
            shown=self.name,
            asked=invitation.items,
            language=language,
        )
        response = response_of(invitation.invitation, reading.entries, asked, sha256, at)
        found = [*found, *validate(asked.items, response.answers, invitation.items, self.name), *self.more]
        verdict = judge(identified=True, read=len(reading.entries), problems=found)
        counts = verdict not in {Verdict.NEEDS_A_PERSON, Verdict.REFUSED}
        outcome = FileOutcome(
            name=self.name,
            verdict=verdict,
            problems=tuple(found),
            known=self.known,
            stakeholder=NAMES[self.who],
            answers=len(reading.entries),
            answer_to=invitation,
        )
        return Judgement(sha256, outcome, response if counts else None), found


def answered(workspace: Workspace, *came: Came, at: datetime = FEBRUARY) -> tuple[Posted, ...]:
    """Record some returns and answer them, as one transaction."""
    with open_store(workspace.database, create=False) as store:
        asked = Asked.read(store)
        with store.transaction():
            judged = []
            for each in came:
                judgement, problems = each.judgement(workspace, asked, at)
                record_file(
                    store, sha256=judgement.sha256, name=each.name, size=1, at=at, actor="coordinator"
                )
                version = record_return(
                    store,
                    judgement.response,
                    sha256=judgement.sha256,
                    verdict=judgement.outcome.verdict.value,
                    problems=[problem.as_json("en") for problem in problems],
                    at=at,
                    actor="coordinator",
                )
                judged.append(replace(judgement, outcome=replace(judgement.outcome, version=version)))
            process, _ = read_process("consultation", workspace.folder.root)
            assert process is not None
            posted = answer_back(Desk(workspace, process, store, at, "coordinator"), judged)
        assert verify(store) == []
    return posted
