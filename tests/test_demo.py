"""The demo runs to its end, and the workbooks that it takes back still are what LibreOffice makes."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from examples.example_state import (
    FILES,
    FOCAL_POINT,
    answers,
    make_example,
    read_yaml,
    returns,
)
from examples.fill import AT, DEADLINE, fill, issued, plain, python_with_uno
from problems import Problem
from questionnaires.load import load_questionnaire
from responses.model import Absence
from store import query
from store.open import open_store
from workbooks.answers import Entry
from workbooks.identity import carriers
from workbooks.read import read
from workbooks.sandbox import Sandbox
from workflows.situation import read_situation
from workflows.workspace import Workspace, open_workspace

DEMO = Path(__file__).parent.parent / "examples" / "demo.py"
QUESTIONNAIRE = load_questionnaire("untoc.1")
FILLED = [each for each in returns() if each.body and not each.cut]

VERDICTS = {
    "Ministère de la justice.xlsx": ("accepted", "ministere-de-la-justice", 1),
    "réponses finales (2).xlsx": ("partly-accepted", "universite-du-sud", 1),
    "Parquet général.xlsx": ("accepted-with-warnings", "parquet-general", 1),
    "police.ods": ("accepted", "police-nationale", 1),
    "crf_consultation.ods": ("accepted", "cellule-de-renseignement-financier", 1),
    "API - trié.xlsx": ("accepted", "autorite-integrite-publique", 1),
    "Northern University.xlsx": ("accepted", "northern-university", 1),
    "customs.xlsx": ("refused", "", 0),
    "budget atelier.ods": ("needs-a-person", "", 0),
    "réponses finales (3).xlsx": ("accepted", "universite-du-sud", 2),
    "police, corrigé.ods": ("accepted", "police-nationale", 2),
    "customs (sent again).xlsx": ("accepted", "customs-authority", 1),
    "ENM.xlsx": ("accepted", "ecole-de-la-magistrature", 1),
    "PAF.ods": ("accepted", "police-aux-frontieres", 1),
    "MFA Treaty Section.xlsx": ("accepted", "ministry-of-foreign-affairs", 1),
    "banques_VF.xlsx": ("accepted", "association-des-banques", 1),
    "Meridian.ods": ("accepted", "meridian-ports", 1),
    "observatoire.ods": ("accepted", "observatoire-citoyen", 1),
    "answers.xlsx": ("accepted", "safe-harbour", 1),
    "Barreau.xlsx": ("accepted", "ordre-des-avocats", 1),
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, str]:
    """Run the demo as `make demo` does, into another folder; give its consultation and what it printed."""
    folder = tmp_path_factory.mktemp("demo") / "État d’exemple"
    done = subprocess.run(
        [sys.executable, DEMO, folder], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    workspace, problems = open_workspace(folder)
    assert workspace, problems
    return workspace, done.stdout


def test_every_file_gets_its_verdict(demo: tuple[Workspace, str]) -> None:
    with open_store(demo[0].database, create=False) as store:
        files = query.files(store)
        found = {file.names[0]: query.file_verdict(store, file.sha256) for file in files}
    assert {name: (v.verdict, v.stakeholder, v.version) for name, v in found.items() if v} == VERDICTS
    twice = {file.names for file in files if len(file.names) > 1}
    assert twice == {("Northern University.xlsx", "Northern University - copy.xlsx")}


def test_the_consultation_ends_settled_and_cleared(demo: tuple[Workspace, str]) -> None:
    workspace, _ = demo
    with open_store(workspace.database, create=False) as store:
        situation, cleared = read_situation(workspace, store), query.clearance(store)
    settled = Counter(answer.settlement.value for answer in situation.agreed.values())
    assert cleared is not None
    assert situation.divergences == {}
    assert (settled["rule"], settled["decision"]) == (1, 3)
    assert situation.agreed["untoc.6.2.e"].value == "always"  # the lead authority's word, by the rule
    assert situation.agreed["untoc.5.1.a.penalty"].value == 10  # corrected by the second version
    assert situation.agreed["untoc.2.d"].value == "in-part"  # asked back, and answered
    decided = read_yaml(FILES / "decisions.yaml")["decisions"]
    assert {item: situation.agreed[item].value for item in decided} == dict.fromkeys(decided, "in-part")


def test_the_submission_lies_where_it_says(demo: tuple[Workspace, str]) -> None:
    workspace, printed = demo
    exports = workspace.folder.exports
    names = {path.name for path in exports.iterdir() if not path.name.startswith("decisions-")}
    finals = {
        f"xa-untoc-1-{edition}.{kind}"
        for edition in ("external-en", "external-fr", "internal-fr")
        for kind in ("docx", "xlsx")
    }
    assert names == finals | {"submission-en.json", "submission-fr.json"} | {
        f"xa-untoc-1-external-fr-draft.{kind}" for kind in ("docx", "xlsx")
    }
    assert str(exports) in printed
    assert all(f"  {name}" in printed for name in finals)
    manifests = [json.loads((exports / f"submission-{tag}.json").read_text()) for tag in ("en", "fr")]
    assert [(each["language"], each["editions"]) for each in manifests] == [
        ("en", ["external"]),
        ("fr", ["external", "internal"]),
    ]


def test_word_and_excel_hold_what_was_decided_and_name_nobody_at_risk(demo: tuple[Workspace, str]) -> None:
    exports = demo[0].folder.exports
    decided = read_yaml(FILES / "decisions.yaml")["decisions"]
    for name in ("xa-untoc-1-external-fr", "xa-untoc-1-external-en"):
        words = "\n".join(Document(str(exports / f"{name}.docx")).element.itertext())
        book = load_workbook(exports / f"{name}.xlsx")
        cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
        for said in decided.values():
            assert said["text"] in words
            assert any(said["text"] in cell for cell in cells)
        assert "Safe Harbour" not in words
        assert not any("Safe Harbour" in cell for cell in cells)


def test_reminders_go_to_those_who_owe_answers(demo: tuple[Workspace, str]) -> None:
    letters = {path.name for path in (demo[0].folder.root / "outbox").glob("reminder-*.eml")}
    owing = {"universite-du-sud", "telecommunications-du-golfe", "maison-du-droit"}
    assert letters == {f"reminder-late-{body}.eml" for body in owing}


def test_the_demo_says_each_step_and_its_exit_is_that_of_the_steps(demo: tuple[Workspace, str]) -> None:
    commands = [line.split()[2] for line in demo[1].splitlines() if line.startswith("$ consult ")]
    assert commands == [
        "new", "check", "route", "launch", "launch", "receive", "status", "receive", "advance", "status",
        "reconcile", "compile", "compile", "reconcile", "compile", "compile", "clear",
    ]  # fmt: skip
    assert f'--by "{FOCAL_POINT}"' in demo[1]


def test_a_demo_leaves_other_folders_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("years of work")
    done = subprocess.run([sys.executable, DEMO, tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("The demo failed: ")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.odt"]


def test_the_answers_are_to_questions_that_exist() -> None:
    """If this fails, a question or an option has changed: mend examples/example-state/answers/."""
    laws = read_yaml(FILES / "laws.yaml")
    wrong = [
        (each.body, name, problem)
        for each in FILLED
        for name, answer in answers(each).items()
        if (problem := wrong_with(name, answer, laws))
    ]
    assert wrong == []


def wrong_with(name: str, answer: Any, laws: dict[str, Any]) -> str:
    """Say what of a written answer no longer fits its question; empty where all does."""
    item = QUESTIONNAIRE.by_id.get(name)
    if item is None:
        return "no such question"
    spelled = answer if isinstance(answer, dict) else plain(item, answer)
    if not {option.value for option in item.options}.issuperset(spelled.get("ticked", ())):
        return "no such option"
    chosen = spelled.get("answer", "")
    if chosen and item.values and chosen not in {*item.values, *Absence}:
        return "no such answer"
    cited = {reference.split()[0] for reference in spelled.get("law", "").split("; ") if reference}
    return "" if cited <= laws.keys() else "no such law"


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, dict[str, tuple[Path, str]]]:
    """Launch the example as it is issued today."""
    folder = tmp_path_factory.mktemp("today") / "consultation"
    workspace, _ = make_example(folder, at=AT, deadline=DEADLINE)
    return workspace, issued(workspace)


def test_the_committed_returns_are_of_the_workbooks_issued_today(
    today: tuple[Workspace, dict[str, tuple[Path, str]]],
) -> None:
    """If this fails, make the returned files again: .venv/bin/python examples/fill.py"""
    bodies = {each.body for each in FILLED}
    with Sandbox() as sandbox:
        asked = {body: rows(sandbox, path) for body, (path, _) in today[1].items() if body in bodies}
        returned = {each.file: rows(sandbox, each.path) for each in FILLED}
    assert returned == {each.file: asked[each.body] for each in FILLED}


def rows(sandbox: Sandbox, path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return the row codes that a workbook shows in its first column, and the tokens it carries."""
    contents, problems = sandbox.open(path, path.name)
    assert contents, problems
    codes = {
        str(value)
        for sheet in contents.sheets
        for _, column, value in sheet.cells()
        if column == 1 and str(value).startswith("untoc.")
    }
    return frozenset(codes), frozenset(carrier.token for carrier in carriers(contents))


@pytest.mark.office
@pytest.mark.parametrize("file", ["Barreau.xlsx", "PAF.ods"])
def test_libreoffice_makes_the_committed_return_again(file: str, tmp_path: Path) -> None:
    if not os.environ.get("CI"):
        if shutil.which("soffice") is None:
            pytest.skip("LibreOffice (soffice) is not installed")
        try:
            python_with_uno()
        except LookupError as missing:
            pytest.skip(str(missing))
    (made,) = fill([file], tmp_path)
    (committed,) = (each.path for each in FILLED if each.file == file)
    assert said(made) == said(committed)
    assert len(said(made)[0]) >= 10


def said(path: Path) -> tuple[tuple[Entry, ...], list[Problem]]:
    with Sandbox(children=1) as sandbox:
        contents, problems = sandbox.open(path, path.name)
    assert contents, problems
    reading, found = read(contents, questionnaires={QUESTIONNAIRE.id: QUESTIONNAIRE}, shown=path.name)
    return reading.entries, found
