"""What the command line says to people who do what people do."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app
from languages import say
from problems import Severity
from problems.stages import NotWritable
from tests.stage import AT, NAMES, bytes_in_order, issued, new_folder
from workflows.check import check
from workflows.launch import launch

STAGES = (["status"], ["receive"], ["reconcile"], ["compile"], ["clear", "--by", "Awa Traoré"], ["advance"])


def consult(folder: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["-C", str(folder), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result.exit_code, result.output


def codes(folder: Path, *words: str) -> list[tuple[str, str]]:
    """Return place and code of every problem that `--json` reports."""
    _, output = consult(folder, *words, "--json")
    found: dict[str, Any] = json.loads(output)
    return [(each["place"], each["code"]) for each in found["problems"]]


@pytest.mark.parametrize("words", [["check"], ["route"], ["launch"], *STAGES])
def test_in_a_folder_that_is_no_consultation_every_command_says_so(tmp_path: Path, words: list[str]) -> None:
    exit_code, output = consult(tmp_path, *words)
    assert exit_code == 1
    assert "file-missing" in output
    assert "consult new FOLDER" in output


@pytest.mark.parametrize("words", STAGES)
def test_before_the_launch_every_stage_is_refused(tmp_path: Path, words: list[str]) -> None:
    new_folder(tmp_path / "c")
    exit_code, output = consult(tmp_path / "c", *words)
    assert exit_code == 3
    assert "not-launched" in output


def test_commands_work_from_inside_the_folder_as_git_does(tmp_path: Path) -> None:
    new_folder(tmp_path / "c")
    assert consult(tmp_path / "c" / "inbox", "check")[0] == 0


def test_half_written_yaml_is_placed_and_nothing_is_launched(tmp_path: Path) -> None:
    new_folder(tmp_path / "c")
    settings = tmp_path / "c" / "consultation.yaml"
    settings.write_text('state: "XA"\nname: {fr: "État\n')
    assert codes(tmp_path / "c", "check") == [("consultation.yaml:3:1", "not-yaml")]
    exit_code, output = consult(tmp_path / "c", "launch")
    assert exit_code == 1
    assert "not-yaml" in output
    assert not (tmp_path / "c" / "consult.db").exists()


def test_every_mistake_in_the_settings_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    new_folder(tmp_path / "c")
    settings = tmp_path / "c" / "consultation.yaml"
    settings.write_text(
        "state: XA\nname: {fr: Exemple}\ninstruments: [untok]\nclusters: [1, 9]\nlanguages: [fr]\n"
        'deadline: soon\nzone: Africa/Bamakoo\ndedline: "2027"\nfocal_point: {name: A, office: B, email: a}\n'
    )
    assert codes(tmp_path / "c", "check") == [
        ("consultation.yaml:3:15", "not-allowed"),
        ("consultation.yaml:4:15", "bad-value"),
        ("consultation.yaml:6:1", "bad-value"),
        ("consultation.yaml:7:1", "bad-value"),
        ("consultation.yaml:8:1", "unknown-key"),
        ("consultation.yaml:9:35", "bad-value"),
    ]
    _, output = consult(tmp_path / "c", "check")
    assert "Did you mean “deadline”?" in " ".join(output.split())


def test_the_registry_s_mistakes_are_told_at_their_cells_and_stop_the_launch(tmp_path: Path) -> None:
    registry = (
        "name,kind,mandates,languages,email\n"
        "Police,authority,untoc.5,fr,police@x.example\n"
        "Police,authority,untoc.77,fr,other@x.example\n"
        "Bank,bank,money-laundring,fr,bank@x.example\n"
    )
    new_folder(tmp_path / "c", registry=registry, routing="")
    found = codes(tmp_path / "c", "check")
    assert [place for place, _ in found] == [
        "stakeholders.csv:3:1",
        "stakeholders.csv:3:3",
        "stakeholders.csv:4:2",
        "stakeholders.csv:4:3",
    ]
    exit_code, output = consult(tmp_path / "c", "launch")
    assert exit_code == 1
    assert "Rien n’a été lancé" in output
    assert list((tmp_path / "c" / "outbox").iterdir()) == []


def test_a_deadline_in_the_past_stops_the_launch(tmp_path: Path) -> None:
    new_folder(tmp_path / "c")
    settings = tmp_path / "c" / "consultation.yaml"
    settings.write_text(settings.read_text().replace("2027-03-31 17:00", "2020-03-31 17:00"))
    assert [code for _, code in codes(tmp_path / "c", "check")] == ["deadline-past"]
    assert consult(tmp_path / "c", "launch")[0] == 1


def test_a_deadline_on_a_day_off_is_warned_of_and_stops_nothing(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", language="fr")
    settings = tmp_path / "c" / "consultation.yaml"
    settings.write_text(settings.read_text().replace("2027-03-31 17:00", "2027-03-28 17:00"))
    (problem,) = check(workspace.folder, at=AT, definitions=False).problems
    said = problem.message("fr")
    assert (problem.code, problem.severity) == ("deadline-day-off", Severity.WARNING)
    assert said == (
        "La date limite, dimanche 28 mars 2027, 17:00 (Africa/Bamako), tombe un jour où les bureaux sont"
        " fermés (fin de semaine). Mieux vaut un jour où quelqu’un peut répondre aux questions, par exemple"
        " le vendredi 26 mars 2027 ou le lundi 29 mars 2027."
    )
    off = settings.read_text().replace("2027-03-28 17:00", "2027-03-31 17:00")
    settings.write_text(off + "\ndays-off: {2027-03-31: Fête des archives}\n")
    (problem,) = check(workspace.folder, at=AT, definitions=False).problems
    assert "(Fête des archives)" in problem.message("fr")
    assert consult(tmp_path / "c", "launch")[0] == 0
    assert check(workspace.folder, at=AT, definitions=False).problems == ()


def test_a_registry_that_covers_nothing_has_nobody_to_ask(tmp_path: Path) -> None:
    registry = "name,kind,mandates,languages,email\nPolice,authority,,fr,police@x.example\n"
    new_folder(tmp_path / "c", registry=registry, routing="")
    exit_code, output = consult(tmp_path / "c", "launch")
    assert exit_code == 3
    assert "nobody-to-ask" in output


def test_launching_twice_issues_nothing_twice(tmp_path: Path) -> None:
    new_folder(tmp_path / "c")
    assert consult(tmp_path / "c", "launch")[0] == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "c" / "outbox").iterdir()}
    assert len(before) == 5
    exit_code, output = consult(tmp_path / "c", "launch")
    assert exit_code == 0
    assert "Déjà lancée" in output
    assert {path.name: path.read_bytes() for path in (tmp_path / "c" / "outbox").iterdir()} == before


def test_a_body_added_after_the_launch_is_said_and_not_asked(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    with (tmp_path / "c" / "stakeholders.csv").open("a") as registry:
        registry.write("Late Bank,private sector,banking,untoc.10,en,,late@bank.example,\n")
    exit_code, output = consult(tmp_path / "c", "launch")
    assert exit_code == 0
    assert "registry-changed" in output
    assert "Late Bank" in output
    assert len(list((tmp_path / "c" / "outbox").iterdir())) == 5


def test_after_the_launch_a_passed_deadline_is_no_mistake(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    settings = tmp_path / "c" / "consultation.yaml"
    settings.write_text(settings.read_text().replace("2027-03-31 17:00", "2020-03-31 17:00"))
    found = [code for _, code in codes(tmp_path / "c", "check")]
    assert found == ["deadline-differs"]  # the record has the one that everybody was told


def test_before_anybody_has_answered_there_is_nothing_to_settle_or_compile(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    for words in (["reconcile"], ["compile", "--draft"]):
        exit_code, output = consult(tmp_path / "c", *words)
        assert exit_code == 3
        assert "nothing-returned" in output


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    exit_code, output = consult(tmp_path / "c", "receive", str(tmp_path / "nowhere.xlsx"))
    assert exit_code == 1
    assert "no-such-file" in output


def test_a_language_nobody_speaks_is_refused_with_a_proposal(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    exit_code, output = consult(tmp_path / "c", "compile", "--language", "fre")
    assert exit_code == 3
    assert "no-such-language" in output
    assert "« fr »" in output


def test_usage_errors_exit_with_2(tmp_path: Path) -> None:
    new_folder(tmp_path / "c")
    assert consult(tmp_path / "c", "advance", "--at", "tomorrow")[0] == 2
    assert consult(tmp_path / "c", "fly")[0] == 2
    assert consult(tmp_path, "new", str(tmp_path / "d"))[0] == 2
    assert not (tmp_path / "d").exists()


def test_new_refuses_a_folder_with_something_in_it(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "letter.txt").write_text("mine")
    exit_code, output = consult(tmp_path, "new", str(tmp_path / "d"), "--state", "XA", "--language", "fr")
    assert exit_code == 1
    assert "folder-taken" in output
    assert [path.name for path in (tmp_path / "d").iterdir()] == ["letter.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_without_permission_to_write_the_folder_is_named(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    (workspace.folder.outbox).chmod(0o500)
    exit_code, output = consult(tmp_path / "c", "launch")
    (workspace.folder.outbox).chmod(0o700)
    assert exit_code == 1
    assert NotWritable.code in output


def test_an_outbox_that_is_a_file_is_said_and_nothing_is_launched(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    workspace.folder.outbox.rmdir()
    workspace.folder.outbox.write_text("in the way")
    exit_code, output = consult(tmp_path / "c", "launch")
    assert exit_code == 1
    assert "not-writable" in output
    workspace.folder.outbox.unlink()
    assert "not-launched" in consult(tmp_path / "c", "status")[1]
    assert consult(tmp_path / "c", "launch")[0] == 0


def test_json_is_one_document_and_nothing_else(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    for command in ("check", "route", "status", "receive", "advance"):
        exit_code, output = consult(tmp_path / "c", command, "--json")
        assert (exit_code, type(json.loads(output))) == (0, dict), command


def test_a_record_that_is_gone_is_not_launched_over(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    (workspace.folder.inbox / "blank.xlsx").write_bytes(issued(workspace.folder.root, NAMES["uni"]))
    assert "nothing-filled-in" in consult(tmp_path / "c", "receive")[1]
    before = {path.name: path.read_bytes() for path in workspace.folder.outbox.iterdir()}
    workspace.folder.database.unlink()
    for words in (["status"], ["launch"], ["receive"]):
        exit_code, output = consult(tmp_path / "c", *words)
        assert (exit_code, "record-missing" in output) == (3, True), words
    assert {path.name: path.read_bytes() for path in workspace.folder.outbox.iterdir()} == before


def test_a_folder_in_the_inbox_is_named(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    launch(workspace, at=AT, random=bytes_in_order())
    (workspace.folder.inbox / "From the bank").mkdir()
    exit_code, output = consult(tmp_path / "c", "receive")
    assert exit_code == 1
    assert "inbox/From the bank  folder-in-inbox" in output


def test_check_counts_in_french_stand_alone() -> None:
    assert say("fr", "terminal/check", "check-counts", errors=0, warnings=1) == (
        "Rien n’est à corriger, un point est à vérifier."
    )


def test_what_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    CliRunner().invoke(app, ["new", str(folder), "--state", "XA", "--language", "en"])
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (folder, *folder.iterdir())}
    assert set(modes.values()) == {"0o700", "0o600"}
    assert modes["outbox"] == modes["c"] == "0o700"
