"""The page people look at every morning: round by round, what comes next, what may go wrong."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from store.changes import (
    record_extension,
    record_outcomes,
    record_relief,
    record_reopening,
    record_withdrawal,
)
from store.open import open_store
from store.record import record_actions
from tests.letters import configured
from tests.small_process import applied, launched
from tests.stage import AT, NAMES, bytes_in_order, fill, issued, new_folder
from workflows.advance import advance
from workflows.launch import launch
from workflows.outlook import NAME
from workflows.overview import Next, overview
from workflows.receive import receive
from workflows.settle import settle
from workflows.workspace import Workspace

LATER = datetime(2027, 2, 1, 9, tzinfo=UTC)
WHO = {"at": LATER, "actor": "coordinator"}


def consult(workspace: Workspace, *words: str) -> str:
    result = CliRunner(env={"COLUMNS": "100"}).invoke(app, ["-C", str(workspace.folder.root), *words])
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.stdout.splitlines())


def started(folder: Path, *, language: str = "en", routing: str = "") -> Workspace:
    workspace = new_folder(folder, language=language, routing=routing)
    launch(workspace, at=AT, random=bytes_in_order())
    return workspace


def answer(workspace: Workspace, body: str, answers: Mapping[str, str], *, at: datetime = LATER) -> None:
    cells = {item: {"answer": said} for item, said in answers.items()}
    language = "fr" if "Oui" in answers.values() or "Non" in answers.values() else "en"
    filled = fill(issued(workspace.folder.root, NAMES[body]), cells, language)
    (workspace.folder.inbox / f"{body}.xlsx").write_bytes(filled)
    receive(workspace, at=at)


def test_one_page_says_who_owes_what_what_comes_and_what_may_go_wrong(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c")
    answer(workspace, "parquet", {"untoc.5.1": "Oui", "untoc.5.2": "Oui"})
    with open_store(workspace.database, create=False) as store:
        record_reopening(store, NAMES["parquet"], [("untoc.5.1", "Which law?")], **WHO)
        until = datetime(2027, 4, 15, 17, tzinfo=UTC)
        record_extension(store, "answers", NAMES["justice"], until, "asked", **WHO)
        record_withdrawal(store, NAMES["uni"], "no time", **WHO)
        record_relief(store, NAMES["uni"], _items(workspace, "uni"), "withdrawn", "no time", **WHO)
    shown = consult(workspace, "status", "--at", "2027-02-02T10:00").splitlines()
    page = [" ".join(line.split()) for line in shown]
    assert page == [
        "Example State · UNTOC, cluster I, Criminalization and jurisdiction",
        "National consultation: Answers are collected",
        (
            "Deadline Wednesday, 31 March 2027, 17:00 (Africa/Bamako, UTC+0), in 57 days "
            "(one body has longer) · 1 of 4 bodies have answered · 3% of the questions"
        ),
        "",
        "Body Items Answered Last return",
        "Ministère de la Justice 39 — invited 4 Jan, until 15 Apr",
        "Parquet général 37 █▍ 8% 1 Feb, one to correct",
        "Financial Intelligence Unit 15 — invited 4 Jan",
        "Réseau Abri (at risk) 13 — invited 4 Jan",
        "University of the River 0 — withdrawn",
        "",
        "Nobody is asked about articles 2, 6, 8, 9, 15",
        "Nobody has answered yet on articles 10 (2 asked), 23 (2 asked)",
        "",
        "What comes next",
        "Wed 3 Mar First reminder, to 3 bodies as things stand",
        "Wed 17 Mar Second reminder, to 3 bodies as things stand",
        "Thu 18 Mar First reminder, to one body as things stand",
        "",
        "What may go wrong",
        "Article 10: no NGO or university is asked any more",
        "Pace: too early to say (1 of 4 bodies in 29 days).",
        "",
        "Next: wait for the others; consult advance writes reminders when it is time",
    ]


def test_french_counts_in_the_singular(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c", language="fr")
    assert "aucun organisme sur 5 n’a répondu" in consult(workspace, "status", "--at", "2027-01-05T10:00")
    answer(workspace, "parquet", {"untoc.5.1": "Oui"})
    assert "un organisme sur 5 a répondu" in consult(workspace, "status", "--at", "2027-02-02T10:00")
    assert "Une question a des réponses\u00a0: une concordante, aucune contradictoire." in consult(
        workspace, "reconcile"
    )


def test_what_was_declined_is_not_owed_and_its_articles_are_watched(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c")
    with open_store(workspace.database, create=False) as store:
        for body in ("parquet", "abri"):
            items = [each for each in _items(workspace, body) if each.startswith("untoc.23")]
            record_relief(store, NAMES[body], items, "declined", "", **WHO)
    page = consult(workspace, "status", "--at", "2027-02-02T10:00")
    assert "Article 23: nobody is asked any more (2 bodies have declined or withdrawn)" in page
    assert [" ".join(line.split()) for line in page.splitlines() if "Abri" in line] == [
        "Réseau Abri (at risk) 0 — invited 4 Jan, no longer asked"
    ]


def _items(workspace: Workspace, body: str) -> list[str]:
    from store import query

    with open_store(workspace.database, create=False) as store:
        return [each.item for each in query.assignments(store) if each.stakeholder == NAMES[body]]


def test_before_anybody_has_answered_the_first_answers_are_waited_for_once_letters_have_left(
    tmp_path: Path,
) -> None:
    workspace = started(tmp_path / "c", language="fr")
    soon = datetime(2027, 1, 5, 10, tzinfo=UTC)
    assert overview(workspace, at=soon).next == Next("status-next-wait")
    assert (
        "Ensuite\u00a0: attendez les premières réponses\u00a0; consult advance établit les rappels le moment"
        " venu"
    ) in consult(workspace, "status", "--at", "2027-01-05T10:00")
    served = configured(workspace.folder.root, {"host": "localhost", "security": "none"})
    assert overview(served, at=soon).next == Next("status-next-send")
    answer(workspace, "parquet", {"untoc.5.1": "Oui"}, at=soon)
    assert overview(workspace, at=soon).next == Next("status-next-collect")


def test_bodies_left_out_are_said_to_be_further_along_only_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("terminal.status.SCREEN", 3)
    workspace = started(tmp_path / "c", language="fr")
    words = ("status", "--at", "2027-02-02T10:00")
    assert "\n… et 2 autres organismes\u00a0: consult status --all\n" in consult(workspace, *words)
    answer(workspace, "parquet", {"untoc.5.1": "Oui"})
    ahead = "\n… et 2 autres organismes, plus avancés\u00a0: consult status --all\n"
    assert ahead not in consult(workspace, *words)  # of the two, one has not begun either
    answer(workspace, "justice", {"untoc.5.1": "Oui"})
    assert ahead in consult(workspace, *words)


def test_what_a_rule_of_precedence_settles_does_not_differ(tmp_path: Path) -> None:
    rule = "precedence:\n  - {lead: parquet-general, items: [untoc.5.1], settles: true, why: prosecutes}\n"
    for routing, differing, step in (("", 2, "status-next-reconcile"), (rule, 1, "status-next-reconcile")):
        workspace = started(tmp_path / f"c{differing}", routing=routing)
        answer(workspace, "parquet", {"untoc.5.1": "Oui", "untoc.5.2": "Oui"})
        answer(workspace, "justice", {"untoc.5.1": "Non", "untoc.5.2": "Non"})
        seen = overview(workspace, at=datetime(2027, 2, 2, tzinfo=UTC))
        assert (seen.progress.contradictory, seen.next) == (differing, Next(step))


def test_the_next_step_names_the_decision_workbook_that_lies_there(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c")
    answer(workspace, "parquet", {"untoc.5.1": "Oui"})
    answer(workspace, "justice", {"untoc.5.1": "Non"})
    settled = settle(workspace, at=datetime(2027, 2, 2, tzinfo=UTC))
    assert settled.workbook
    seen = overview(workspace, at=datetime(2027, 2, 2, 10, tzinfo=UTC))
    assert seen.next == Next("status-next-decide", path=settled.workbook)
    page = consult(workspace, "status", "--at", "2027-02-02T10:00")
    assert f"Next: settle what differs: decide in {settled.workbook}, then consult reconcile" in page


def test_what_is_due_comes_first(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c")
    page = consult(workspace, "status", "--at", "2027-03-03T10:00")
    assert page.splitlines()[-1] == "Next: “First reminder” is due: consult advance"
    assert "  now         First reminder, to 5 bodies as things stand" in page


# --- what is remembered between two looks


def test_what_comes_next_is_remembered_and_forgotten_when_it_changes(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c")
    kept = workspace.folder.root / NAME
    at = datetime(2027, 2, 2, 10, tzinfo=UTC)
    first = overview(workspace, at=at).ahead
    written = kept.read_bytes()
    assert overview(workspace, at=at.replace(hour=15)).ahead == first
    assert kept.read_bytes() == written, "nothing was reckoned again"
    kept.write_text("{", encoding="utf-8")
    assert overview(workspace, at=at).ahead == first
    with open_store(workspace.database, create=False) as store:
        record_extension(store, "answers", "", datetime(2027, 4, 30, 17, tzinfo=UTC), "Ramadan", **WHO)
    moved = overview(workspace, at=at).ahead
    assert first is not None
    assert moved is not None
    assert [each.at.date().isoformat() for each in (first.coming[0], moved.coming[0])] == [
        "2027-03-03",
        "2027-04-02",
    ]


def test_time_itself_makes_what_is_remembered_old(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c")
    before = overview(workspace, at=datetime(2027, 3, 3, 8, 59, tzinfo=UTC)).ahead
    after = overview(workspace, at=datetime(2027, 3, 3, 9, 0, tzinfo=UTC)).ahead
    assert before is not None
    assert after is not None
    assert [each.coming[0].due for each in (before, after)] == [False, True]
    back = overview(workspace, at=datetime(2027, 3, 3, 8, 59, tzinfo=UTC)).ahead
    assert back == before, "a clock set back"


def test_status_works_where_nothing_can_be_remembered_or_read(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c")
    (workspace.folder.root / NAME).mkdir()
    at = datetime(2027, 2, 2, 10, tzinfo=UTC)
    assert overview(workspace, at=at).ahead is not None
    (workspace.folder.root / "process.yaml").write_text("process: [", encoding="utf-8")
    assert overview(workspace, at=at).ahead is None
    assert "Deadline Wednesday, 31 March 2027" in consult(workspace, "status")


# --- several rounds


def test_the_last_round_is_shown_and_the_others_in_a_line(tmp_path: Path) -> None:
    workspace, process = launched(tmp_path / "c")
    applied(workspace, "river", "uni")
    chosen = [("river", "accepted", ""), ("uni", "regret", "")]
    with open_store(workspace.database, create=False) as store:
        record_outcomes(store, "screening", chosen[:1], decided_by="Bureau", **WHO)
    page = consult(workspace, "status", "--at", "2027-02-01T10:00")
    assert "Application to take part in the talks" in page
    assert "Article" not in page
    assert "Who takes part: 1 Accepted · 1 open" in page
    with open_store(workspace.database, create=False) as store:
        record_outcomes(store, "screening", chosen[1:], decided_by="Bureau", **WHO)
        record_actions(store, ["screening.decided"], **WHO)
    advance(workspace, process, at=datetime(2027, 2, 3, 10, tzinfo=UTC), random=bytes_in_order())
    page = [
        " ".join(line.split())
        for line in consult(workspace, "status", "--at", "2027-02-03T11:00").splitlines()
    ]
    assert page[1] == "Talks: Meeting"
    assert "Applications: 2 of 4 have answered, deadline 25 Jan: consult status --round application" in page
    assert [line for line in page if line.startswith(("River", "University"))] == [
        "River Watch 4 — invited 3 Feb, Accepted"
    ]
    first = consult(workspace, "status", "--at", "2027-02-03T11:00", "--round", "application")
    assert "Application to take part in the talks" in first
    assert "2 of 4 bodies have answered" in first


def test_a_round_that_is_not_open_is_refused(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c")
    result = CliRunner().invoke(app, ["-C", str(workspace.folder.root), "status", "--round", "answer"])
    assert (result.exit_code, "round-not-open" in result.stderr, "“answers”?" in result.stderr) == (
        3,
        True,
        True,
    )


def test_json_holds_all_of_it(tmp_path: Path) -> None:
    workspace = started(tmp_path / "c")
    said = json.loads(consult(workspace, "status", "--json", "--at", "2027-03-22T10:00"))
    assert {
        key: said[key] for key in ("state", "process", "phases", "round", "round_title", "zone", "next")
    } == {
        "state": "Example State",
        "process": "National consultation",
        "phases": ["Answers are collected"],
        "round": "answers",
        "round_title": "Answers to the questionnaires",
        "zone": "Africa/Bamako",
        "next": {"message": "status-next-advance", "action": "reminder-middle", "title": "Second reminder"},
    }
    assert said["deadline"] == "2027-03-31T17:00:00+00:00"
    assert said["coming"][0] == {
        "action": "reminder-middle",
        "title": "Second reminder",
        "at": "2027-03-17T09:00:00+00:00",
        "due": True,
        "to": 5,
    }
    assert {each["kind"] for each in said["warnings"]} == {"silent", "nobody-likely"}
    assert said["pace"]["known"] is True
    assert {"stakeholders", "articles", "other_rounds", "sheets", "deadlines"} <= set(said)
