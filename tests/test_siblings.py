"""Several files of one body: what a newer one replaces is named; of files sent together, none goes first."""

from email import message_from_bytes, policy

import pytest

from problems.answers import AnswerReplaced, FilesDisagree
from responses.model import Answer, Provenance
from responses.replaced import replaced
from store import query
from store.audit import verify
from store.open import open_store
from tests.sample_workbook import ROWS
from tests.stage import AT, NAMES
from tests.test_receive import FIRST, codes, launched, lay, returned, workspace
from tests.test_receive_mail import address, message, zipped
from workflows.receive import Received, receive
from workflows.workspace import Workspace

__all__ = ["launched", "workspace"]

FIU = NAMES["fiu"]
YES = {"untoc.10.1": {"answer": "Yes", "law": "Act 7"}}
NO = {"untoc.10.1": {"answer": "No"}}
LAW = {"untoc.10.1": {"answer": "Yes", "law": "Act 8"}}
MORE = {"untoc.10.4": {"answer": "Yes", "law": "Act 9"}}


def values(workspace: Workspace) -> dict[str, object]:
    with open_store(workspace.database, create=False) as store:
        assert verify(store) == []
        return {each.item: each.value for each in query.latest_answers(store, [FIU])}


def letters(workspace: Workspace, received: Received) -> list[tuple[str, str]]:
    """Return the letters as kind and text on one line."""
    found = []
    for each in received.letters:
        sent = message_from_bytes((workspace.folder.root / each.path).read_bytes(), policy=policy.default)
        body = sent.get_body(("plain",))
        assert body is not None
        found.append((each.action, " ".join(body.get_content().split())))
    return found


def test_what_a_newer_return_replaces_is_named_at_its_question(workspace: Workspace) -> None:
    lay(workspace, "1.xlsx", returned(workspace))
    ((_, first),) = letters(workspace, receive(workspace, at=AT))
    assert "Before, you said" not in first
    lay(workspace, "2.xlsx", returned(workspace, {**NO, **MORE}))
    received = receive(workspace, at=AT)
    replaced = [each for each in received.files[0].problems if isinstance(each, AnswerReplaced)]
    assert [(each.item, each.answer, each.place.cell[:1]) for each in replaced] == [
        ("untoc.10.1", "Yes", "C"),
        ("untoc.10.4", "No", "C"),
    ]
    ((kind, second),) = letters(workspace, received)
    assert kind == "receipt"
    assert second.count("→ Before, you said “Yes” here. What you sent now counts in its place.") == 1
    assert second.count("→ Before, you said “No” here. What you sent now counts in its place.") == 1
    assert values(workspace) == {"untoc.10.1": "no", "untoc.10.4": "yes"}


def test_the_same_answers_once_more_replace_nothing(workspace: Workspace) -> None:
    lay(workspace, "1.xlsx", returned(workspace))
    receive(workspace, at=AT)
    lay(
        workspace, "2.xlsx", returned(workspace, {**FIRST, "untoc.10.4": {"answer": "No", "details": "New."}})
    )
    assert "answer-replaced" not in codes(receive(workspace, at=AT).files[0])


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(("one", "other"), [(YES, NO), (NO, YES), (YES, LAW)])
def test_files_sent_together_that_contradict_are_asked_back_in_whatever_order(
    workspace: Workspace,
    one: dict[str, dict[str, object]],
    other: dict[str, dict[str, object]],
    packed: bool,
) -> None:
    files = [("a.xlsx", returned(workspace, one)), ("b.xlsx", returned(workspace, {**other, **MORE}))]
    if packed:
        lay(workspace, "both.zip", zipped(files))
    else:
        lay(workspace, "both.eml", message(address(workspace, "fiu"), files).as_bytes())
    received = receive(workspace, at=AT)
    _, first, second = received.files
    (asked,) = [each for each in first.problems if isinstance(each, FilesDisagree)]
    assert (asked.item, asked.other.rpartition(" ")[2]) == ("untoc.10.1", "b.xlsx")
    (asked,) = [each for each in second.problems if isinstance(each, FilesDisagree)]
    assert (asked.item, asked.other.rpartition(" ")[2]) == ("untoc.10.1", "a.xlsx")
    assert not {"answer-replaced"} & {*codes(first), *codes(second)}
    assert values(workspace) == {"untoc.10.4": "yes"}
    assert [kind for kind, _ in letters(workspace, received)] == ["correct", "correct"]


def test_files_sent_together_that_complete_each_other_both_count(workspace: Workspace) -> None:
    files = [("a.xlsx", returned(workspace, YES)), ("b.xlsx", returned(workspace, {**YES, **MORE}))]
    lay(workspace, "both.zip", zipped(files))
    received = receive(workspace, at=AT)
    assert values(workspace) == {"untoc.10.1": "yes", "untoc.10.4": "yes"}
    assert [each.version for each in received.files] == [0, 1, 2]
    (_, first), (_, second) = letters(workspace, received)
    assert "stands beside it" not in first
    assert "stand beside it" not in second


def test_what_stood_before_stands_where_files_sent_together_contradict(workspace: Workspace) -> None:
    lay(workspace, "1.xlsx", returned(workspace, YES))
    receive(workspace, at=AT)
    files = [("a.xlsx", returned(workspace, NO)), ("b.xlsx", returned(workspace, {**LAW, **MORE}))]
    lay(workspace, "both.zip", zipped(files))
    receive(workspace, at=AT)
    assert values(workspace) == {"untoc.10.1": "yes", "untoc.10.4": "yes"}


def test_a_zip_of_more_files_than_a_batch_is_judged_together(workspace: Workspace) -> None:
    between = [(f"x{number:02}.txt", f"{number}".encode()) for number in range(40)]
    last = returned(workspace, {**NO, **MORE})
    lay(workspace, "all.zip", zipped([("a.xlsx", returned(workspace, YES)), *between, ("z.xlsx", last)]))
    received = receive(workspace, at=AT)
    assert codes(received.files[1]) == ["files-disagree"]
    assert "files-disagree" in codes(received.files[-1])
    assert values(workspace) == {"untoc.10.4": "yes"}


def test_the_rows_of_a_table_that_is_replaced_are_kept_apart() -> None:
    def told(*years: str) -> Answer:
        source = Provenance("fiu", "r", "5e77" * 16, "Tables", "B4", AT, "fr", "0123456789abcdef")
        return Answer(
            ROWS.id, source, tuple((("name", year), ("task", "Enquêtes\n menées")) for year in years)
        )

    (problem,) = replaced([told("2023")], {ROWS.id: told("2021", "2022")}, {ROWS.id: ROWS}, "a.xlsx")
    assert problem.answer == "Nom : 2021 · Mission : Enquêtes menées / Nom : 2022 · Mission : Enquêtes menées"
