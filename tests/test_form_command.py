"""`consult form`: a body's Word form in the outbox, filled in and taken in like a workbook."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from typer.testing import CliRunner

from cli import app
from languages import say
from problems.changes import BodyNotAsked
from problems.stages import Refused
from store import query
from store.open import open_store
from tests.changing import (
    ABRI,
    FEBRUARY,
    FIU,
    JUSTICE,
    MARCH,
    PARQUET,
    again,
    answered,
    asked,
    entries,
    launched,
    process,
    refused,
)
from tests.paper import Paper
from tests.stage import bytes_in_order, issued
from workbooks.verdict import Verdict
from workflows.changes.reassign import reassign
from workflows.changes.reopen import reopen
from workflows.printed import print_form
from workflows.receive import receive
from workflows.workspace import Workspace

ITEM = "untoc.10.1"


def form(workspace: Workspace, body: str) -> Path:
    printed = print_form(workspace, process(), body, round="", at=FEBRUARY)
    return workspace.folder.root / printed.path


def test_a_form_comes_back_as_the_body_s_answers(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    before = entries(workspace)
    path = form(workspace, "Financial Intelligence Unit")
    assert path.name == f"form-{FIU}.docx"
    assert entries(workspace) == before  # nothing is recorded
    paper = Paper(path.read_bytes())
    codes = [row.cells[0].text for table in paper.document.tables for row in table.rows]
    asked = next(code for code in codes if code.startswith(ITEM))
    paper.put(asked, "Yes").put(asked, "Since 2004.", "details").put(asked, "Act 5, art. 3", "law")
    (tmp_path / "unsere Antwort.docx").write_bytes(paper.bytes())
    received = receive(again(workspace), [tmp_path / "unsere Antwort.docx"], at=FEBRUARY)
    (outcome,) = received.files
    assert (outcome.stakeholder, outcome.verdict, outcome.problems) == (FIU, Verdict.ACCEPTED, ())
    with open_store(workspace.database, create=False) as store:
        (answer,) = [each for each in query.latest_answers(store) if each.provenance.stakeholder == FIU]
    assert (answer.item, answer.value, answer.details) == (asked, "yes", "Since 2004.")


def test_the_same_form_again_is_the_same_file(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    first = form(workspace, FIU).read_bytes()
    assert form(workspace, FIU).read_bytes() == first


def test_a_form_of_a_body_that_must_not_be_named_says_nowhere_whose_it_is(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    path = form(workspace, ABRI)
    assert "abri" not in path.name.lower()
    document = Document(BytesIO(path.read_bytes()))
    text = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "abri" not in text.lower()
    assert "abri" not in document.core_properties.title.lower()


def test_a_body_that_is_not_asked_has_no_form(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    with pytest.raises(Refused) as refusal:
        form(workspace, "Quiet Club")
    assert isinstance(refused(refusal), BodyNotAsked)


def test_the_command_says_where_the_form_lies_and_what_to_do(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    result = CliRunner().invoke(app, ["-C", str(workspace.folder.root), "form", JUSTICE])
    assert result.exit_code == 0, result.output
    assert f"outbox/form-{JUSTICE}.docx" in result.output
    assert "attach it to a letter to this body alone" in " ".join(result.output.split())
    assert CliRunner().invoke(app, ["-C", str(workspace.folder.root), "form", "nobody"]).exit_code == 3


def in_place(workspace: Workspace, body: str) -> dict[str, tuple[str, str]]:
    """Return what stands in a body's form: of each question answered, the choice and the details."""
    paper = Paper(form(again(workspace), body).read_bytes())
    prompts = {say(language, "printed", "choose") for language in ("en", "fr")}
    found = {}
    for table in paper.document.tables:
        for row in table.rows:
            code, *cells = [
                "".join(text.text or "" for text in cell._tc.iter(qn("w:t"))) for cell in row.cells
            ]
            if code.startswith("untoc.") and ":" not in code and "#" not in code:
                found[code] = ("" if cells[1] in prompts else cells[1], cells[2])
    return {code: said for code, said in found.items() if any(said)}


def test_a_form_has_what_its_body_has_said_in_place(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    first, second, third = ITEM, "untoc.10.3", "untoc.10.4"
    answered(workspace, FIU, {first: {"answer": "Yes", "details": "Since 2004."}, second: {"comment": "?"}},
             language="en")  # fmt: skip
    assert in_place(workspace, FIU) == {first: ("Yes", "Since 2004.")}
    printed = print_form(again(workspace), process(), FIU, round="", at=FEBRUARY)
    assert (printed.questions, printed.answers) == (len(asked(workspace, FIU)), 1)
    paper = Paper((workspace.folder.root / printed.path).read_bytes()).type(third, "Later.", "details")
    (tmp_path / "form.docx").write_bytes(paper.bytes())
    receive(again(workspace), [tmp_path / "form.docx"], at=MARCH)
    assert in_place(workspace, FIU) == {first: ("Yes", "Since 2004."), third: ("", "Later.")}


def test_a_form_has_the_answers_that_were_passed_on_with_the_questions(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    first, second = ITEM, "untoc.10.3"
    answered(workspace, FIU, {first: {"answer": "Yes", "details": "Since 2004.", "comment": "for you"}},
             language="en")  # fmt: skip
    reassign(
        again(workspace), process(), FIU, PARQUET, items=[first, second], at=FEBRUARY, random=bytes_in_order()
    )
    assert {item: said for item, said in in_place(workspace, PARQUET).items() if item in {first, second}} == {
        first: ("Oui", "Since 2004.")
    }


def test_a_form_of_a_body_that_must_not_be_named_has_no_answers_in_place(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    first = asked(workspace, ABRI)[0]
    answered(workspace, ABRI, {first: {"answer": "Oui", "details": "Depuis 2004."}})
    assert in_place(workspace, ABRI) == {}


def remarked(workspace: Workspace, body: str) -> dict[str, str]:
    """Return what stands after → beneath the questions of a body's form."""
    paper = Paper(form(again(workspace), body).read_bytes())
    rows = (row.cells for table in paper.document.tables for row in table.rows)
    found = (cells[:2] for cells in rows if cells[0].text.startswith("untoc."))
    return {
        code.text: question.text.partition("→ ")[2].rstrip("\N{NO-BREAK SPACE}")
        for code, question in found
        if "→ " in question.text
    }


def test_a_form_says_what_its_body_was_asked_to_correct_until_it_has(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    first, second, third = ITEM, "untoc.10.3", "untoc.10.4"
    answered(workspace, FIU, {first: {"answer": "Yes", "law": "Act 7"}}, language="en")
    assert remarked(workspace, FIU) == {}
    unclear = {"answer": "half of it"}
    doubtful = {"answer": "No", "details": "see attached"}
    answered(workspace, FIU, {first: unclear, second: unclear, third: doubtful}, language="en", at=MARCH)
    reopen(again(workspace), process(), FIU, [(first, "Since when?")], at=MARCH)
    what = (
        "“half of it” (question {item}) is not one of: Yes · Yes, in part · No · Not our remit"
        " · We do not know · We cannot disclose. Please choose one of these;"
        " nothing was stored for this question."
    )
    cells = {item: f"In your file, cell C{row(workspace, item)}: " for item in (first, second)}
    assert remarked(workspace, FIU) == {
        first: f"Since when? {cells[first]}{what.format(item=first)} What we have kept of your answer to this"
        " question is in its place.",
        second: f"{cells[second]}{what.format(item=second)}",
        third: f"In your file, cell D{row(workspace, third)}: “see attached” (question {third}) was kept"
        " as you wrote it, but only what is written in this file becomes part of your answer: nothing else is"
        " read for it. Please write here what matters of it. What we have kept of your answer to this"
        " question is in its place.",
    }
    paper = Paper(form(again(workspace), FIU).read_bytes())
    paper.put(first, "No").put(second, "No").type(third, "Both kinds.", "details")
    (tmp_path / "form.docx").write_bytes(paper.bytes())
    (outcome,) = receive(again(workspace), [tmp_path / "form.docx"], at=MARCH + timedelta(days=1)).files
    assert (outcome.stakeholder, outcome.answers) == (FIU, 3)
    assert remarked(workspace, FIU) == {}


def row(workspace: Workspace, item: str) -> int:
    """Return the row in which a body's workbook asks a question."""
    sheet = load_workbook(BytesIO(issued(workspace.folder.root, FIU)))["Questions"]
    return next(int(cell.row) for (cell,) in sheet.iter_rows(max_col=1) if cell.value == item)


def test_a_form_of_a_body_that_must_not_be_named_says_nothing_of_what_was_unclear(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    answered(workspace, ABRI, {asked(workspace, ABRI)[0]: {"answer": "à moitié"}})
    assert remarked(workspace, ABRI) == {}
