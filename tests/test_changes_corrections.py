"""Questions opened again, and questions taken out."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from problems.changes import NothingToCorrect, QuestionsMissing, RemarkTooLong, WhyMissing
from problems.stages import Refused
from store import standing
from store.open import open_store
from tests.changing import (
    ABRI,
    FIU,
    JUSTICE,
    MARCH,
    UNI,
    answered,
    asked,
    attached,
    body_of,
    entries,
    first_sheet,
    launched,
    paths,
    process,
    refused,
    row,
    rows,
    said,
)
from workbooks.layout import REMARK_END
from workflows.advance import advance
from workflows.changes.reopen import reopen
from workflows.changes.withdraw import withdraw_items
from workflows.submit import compile_submission
from workflows.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = launched(tmp_path / "c")
    answered(
        workspace,
        FIU,
        {
            "untoc.10.1": {"answer": "Yes", "details": "The Act", "comment": "ask me"},
            "untoc.10.3": {"answer": "No"},
        },
        language="en",
    )
    return workspace


def test_a_correction_is_asked_for_where_it_is_needed_and_a_new_return_answers_it(
    workspace: Workspace,
) -> None:
    assert (row(workspace, FIU).given, row(workspace, FIU).reopened) == (2, 0)
    change = reopen(
        workspace, process(), FIU, [("untoc.10.1", "Which section?"), ("untoc.10.3", "")], at=MARCH
    )
    path = f"outbox/correction-20270301-{FIU}.eml"
    assert paths(change) == [path]
    assert said(change) == [
        (
            "changes-reopened",
            {"name": "Financial Intelligence Unit", "what": "2 questions (article 10)"},
        )
    ]
    assert (row(workspace, FIU).given, row(workspace, FIU).reopened) == (0, 2)
    text = body_of(workspace, path)
    assert "→ Which section?\n" in text
    assert "→ Please look at this answer again.\n" in text
    book = attached(workspace, path)
    told = rows(book)
    assert told["untoc.10.1"][0].endswith(f"Which section?{REMARK_END}")
    assert told["untoc.10.1"][1:] == ("Yes", "The Act")
    assert told["untoc.10.3"][0].endswith(f"Please look at this answer again.{REMARK_END}")
    assert "untoc.10.1 · untoc.10.3" in first_sheet(book)
    before = entries(workspace)
    assert reopen(workspace, process(), FIU, [("untoc.10.1", "Which section?")], at=MARCH).again
    assert entries(workspace) == before
    corrected = {"untoc.10.1": {"details": "The Act, s. 4"}}
    answered(workspace, FIU, corrected, language="en", at=MARCH, book=book)
    assert (row(workspace, FIU).given, row(workspace, FIU).reopened) == (2, 0)
    again = reopen(workspace, process(), FIU, [("untoc.10.1", "Which section?")], at=MARCH)
    assert paths(again) == [f"outbox/correction-20270301-2-{FIU}.eml"]


def test_reminders_bring_the_workbook_with_what_is_to_be_corrected(workspace: Workspace) -> None:
    reopen(workspace, process(), FIU, articles=["10"], remark="Which section?", at=MARCH)
    sent = advance(workspace, process(), at=datetime(2027, 3, 17, 10, tzinfo=UTC)).posted
    (mine,) = (each.path for each in sent if each.stakeholder == FIU)
    book = rows(attached(workspace, mine))
    assert book["untoc.10.1"][1] == "Yes"
    assert book["untoc.10.3"][0].endswith(f"Which section?{REMARK_END}")
    (other,) = (each.path for each in sent if each.stakeholder == UNI)
    assert rows(attached(workspace, other))["untoc.10.1"][1] == ""


def test_of_a_body_at_risk_the_coordinator_is_told_to_take_care(workspace: Workspace) -> None:
    answered(workspace, ABRI, {"untoc.23.a": {"answer": "Oui"}})
    change = reopen(workspace, process(), "Réseau Abri", [("untoc.23.a", "Par qui ?")], at=MARCH)
    assert [message for message, _ in said(change)] == ["changes-reopened", "changes-reopened-careful"]
    assert body_of(workspace, change.letters[0].path).startswith("Madame, Monsieur,")


@pytest.mark.parametrize(
    ("items", "problem"),
    [
        ([], QuestionsMissing()),
        (
            [("untoc.10.4", "")],
            NothingToCorrect(name="Financial Intelligence Unit", items=("untoc.10.4",)),
        ),
        ([("untoc.10.1", "x" * 1001)], RemarkTooLong(length=1001, limit=1000, start="x" * 40)),
    ],
)
def test_what_cannot_be_opened_again(
    workspace: Workspace, items: list[tuple[str, str]], problem: object
) -> None:
    before = entries(workspace)
    with pytest.raises(Refused) as refusal:
        reopen(workspace, process(), FIU, items, at=MARCH)
    assert refused(refusal) == problem
    assert all(refused(refusal).message(language) for language in ("en", "fr"))
    assert entries(workspace) == before


def test_a_question_taken_out_is_asked_of_nobody_and_stays_in_its_place_as_not_asked(
    workspace: Workspace,
) -> None:
    change = withdraw_items(workspace, process(), ["untoc.10.4"], why="Asked elsewhere", at=MARCH)
    gone = {"untoc.10.4", "untoc.10.4.kinds", "untoc.10.4.maximum"}
    assert paths(change) == [f"outbox/item-withdrawn-20270301-{each}.eml" for each in (JUSTICE, FIU, UNI)]
    for who in (JUSTICE, FIU, UNI):
        assert not gone & set(asked(workspace, who))
        assert not gone & set(rows(attached(workspace, f"outbox/item-withdrawn-20270301-{who}.eml")))
    text = body_of(workspace, f"outbox/item-withdrawn-20270301-{UNI}.eml")
    assert "untoc.10.4: Does your country’s law provide for sanctions" in text
    assert "The reason: Asked elsewhere" in text
    with open_store(workspace.database, create=False) as store:
        assert {each.item for each in standing.reliefs(store)} == gone
    submission = compile_submission(workspace, at=MARCH, language="en", draft=True).submission
    entry = {
        entry.item: entry.outcome
        for chapter in submission.chapters
        for article in chapter.articles
        for entry in article.all_entries
    }
    assert (entry["untoc.10.4"], entry["untoc.10.3"]) == ("unasked", "settled")
    before = entries(workspace)
    assert withdraw_items(workspace, process(), ["untoc.10.4"], why="Asked elsewhere", at=MARCH).again
    assert entries(workspace) == before


def test_who_has_answered_it_all_gets_no_letter_and_the_answer_stays(workspace: Workspace) -> None:
    change = withdraw_items(workspace, process(), ["untoc.10.3"], why="Too many questions", at=MARCH)
    assert {each.stakeholder for each in change.letters} == {JUSTICE, UNI}
    assert said(change)[-1] == ("changes-items-submission", {"answered": 1})


def test_questions_are_taken_out_only_with_a_reason_and_by_name(workspace: Workspace) -> None:
    for items, why, problem in (
        (["untoc.10.3"], "", WhyMissing()),
        ([], "Too many", QuestionsMissing()),
    ):
        with pytest.raises(Refused) as refusal:
            withdraw_items(workspace, process(), items, why=why, at=MARCH)
        assert refused(refusal) == problem
