"""Another focal point, with a dossier; and what has happened so far."""

import io
import json
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from cli import app
from exports.templating import check_product
from problems.changes import PersonMissing
from problems.settings import FocalPointDiffers
from problems.stages import NotTheFocalPoint, Refused
from store import standing
from store.open import open_store
from tests.changing import (
    ABRI,
    FEBRUARY,
    FIU,
    JUSTICE,
    MARCH,
    PARQUET,
    UNI,
    again,
    answered,
    body_of,
    entries,
    launched,
    mail,
    process,
    refused,
    said,
)
from tests.stage import bytes_in_order
from workflows.changes.dossier import HANDOVER_FACTS
from workflows.changes.extend import extend, move_deadline
from workflows.changes.handover import hand_over
from workflows.changes.history import history
from workflows.changes.reassign import reassign
from workflows.changes.reopen import reopen
from workflows.changes.undelivered import undelivered
from workflows.changes.withdraw import withdraw
from workflows.check import check
from workflows.process import Process
from workflows.process_read import COMMON
from workflows.submit import clear, compile_submission
from workflows.workspace import Workspace

NEW = {
    "name": "Moussa Diarra",
    "office": "Ministry of Foreign Affairs",
    "email": "moussa@mfa.example",
    "telephone": "+223 1",
}


def busy(folder: Path, language: str) -> Workspace:
    """A consultation to which everything has happened."""
    workspace = launched(folder, language=language)
    answered(workspace, FIU, {"untoc.10.1": {"answer": "Yes", "details": "The Act"}}, language="en")
    answered(workspace, JUSTICE, {"untoc.10.1": {"answer": "Non"}, "untoc.5.1": {"answer": "Oui"}})
    extend(workspace, process(), [PARQUET], until="2027-04-15", why="the minister", at=FEBRUARY)
    reassign(workspace, process(), ABRI, PARQUET, why="closed", at=FEBRUARY, random=bytes_in_order())
    reopen(workspace, process(), JUSTICE, [("untoc.5.1", "Which section?")], at=MARCH)
    undelivered(workspace, process(), [UNI], why="mailbox full", at=MARCH)
    return workspace


def told(document: bytes) -> str:
    found = Document(io.BytesIO(document))
    cells = (cell.text for table in found.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in found.paragraphs), *cells])


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "National consultation: handover",
                "Parquet général has more time: until Thursday, 15 April 2027, 17:00 (Africa/Bamako)",
                "untoc.5.1 (Monday, 1 March 2027): Does your country’s law punish",
                "Yes: Financial Intelligence Unit",
                "last letter came back",
                "corrections open: 1",
                "Passed on from Réseau Abri to Parquet général: 13 questions (article 23). Why: closed",
                "Réseau Abri (at risk)",
            ],
        ),
        (
            "fr",
            [
                "Consultation nationale : passation",
                "Parquet général dispose de plus de temps : jusqu’au jeudi 15 avril 2027",
                "Oui : Financial Intelligence Unit",
                "dernière lettre revenue",
                "Transmis de Réseau Abri à Parquet général : 13 questions (article 23). Pourquoi : closed",
            ],
        ),
    ],
)
def test_a_handover_is_recorded_written_down_and_told_in_a_dossier(
    tmp_path: Path, language: str, lines: list[str]
) -> None:
    workspace = busy(tmp_path / "c", language)
    settings = workspace.folder.settings
    before = settings.read_text(encoding="utf-8")
    change = hand_over(workspace, process(), **NEW, why="retired", at=MARCH)
    assert said(change) == [
        ("changes-handed-over", {"name": "Moussa Diarra", "before": "Awa Traoré"}),
        ("changes-dossier", {"path": "exports/handover-2027-03-01.docx"}),
        ("changes-settings-written", {}),
    ]
    text = told((workspace.folder.exports / "handover-2027-03-01.docx").read_bytes())
    plain = text.replace("\u00a0", " ")
    assert [line for line in lines if line not in plain] == []
    expected = before
    for old, new in (
        ("Awa Traoré", NEW["name"]),
        ("Ministère de la Justice", NEW["office"]),
        ("awa@justice.example", NEW["email"]),
        ("+223 20 00 00 00", NEW["telephone"]),
    ):
        expected = expected.replace(f'"{old}"', f'"{new}"')
    assert settings.read_text(encoding="utf-8") == expected
    count = entries(workspace)
    assert hand_over(again(workspace), process(), **NEW, at=MARCH).again
    assert entries(workspace) == count


def test_every_later_letter_and_the_clearance_are_the_new_focal_points(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "c")
    answered(workspace, FIU, {"untoc.10.1": {"answer": "Yes"}}, language="en")
    hand_over(workspace, process(), **NEW, at=MARCH)  # who holds the old settings hears the record
    change = move_deadline(workspace, process(), "2027-04-07", why="Elections", at=MARCH)
    path = change.letters[-1].path
    assert mail(workspace, path)["From"] == "Moussa Diarra <moussa@mfa.example>"
    assert "Moussa Diarra\nMinistry of Foreign Affairs\nmoussa@mfa.example" in body_of(workspace, path)
    compiled = compile_submission(workspace, at=MARCH, language="en", draft=False)
    assert compiled.submission.focal_point.name == "Moussa Diarra"
    with pytest.raises(Refused) as refusal:
        clear(workspace, by="Awa Traoré", at=MARCH)
    assert refused(refusal) == NotTheFocalPoint(by="Awa Traoré", focal_point="Moussa Diarra")
    assert clear(workspace, by="Moussa Diarra", at=MARCH).by == "Moussa Diarra"


def test_settings_that_name_somebody_else_than_the_record_are_named_by_check(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "c")
    hand_over(workspace, process(), **NEW, at=MARCH)
    settings = workspace.folder.settings
    settings.write_text(settings.read_text(encoding="utf-8").replace("Moussa Diarra", "Somebody"))
    problems = check(workspace.folder, at=MARCH).problems
    (found,) = (each for each in problems if isinstance(each, FocalPointDiffers))
    assert (found.key, found.value, found.recorded) == ("name", "Somebody", "Moussa Diarra")
    assert all("Somebody" in found.message(language) for language in ("en", "fr"))
    change = hand_over(again(workspace), process(), **NEW, at=MARCH)
    assert (change.again, said(change)[-1][0]) == (True, "changes-settings-written")


@pytest.mark.parametrize("wrong", [{"email": "nobody"}, {"name": " "}, {"office": ""}])
def test_a_focal_point_is_somebody_whom_mail_reaches(tmp_path: Path, wrong: dict[str, str]) -> None:
    workspace = launched(tmp_path / "c")
    with pytest.raises(Refused) as refusal:
        hand_over(workspace, process(), **{**NEW, **wrong}, at=MARCH)
    assert refused(refusal) == PersonMissing(email={**NEW, **wrong}["email"])
    with open_store(workspace.database, create=False) as store:
        assert standing.focal_point(store) is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_template_of_the_dossier_uses_only_what_there_is(language: str) -> None:
    path = COMMON / "products" / language / "handover.j2"
    assert check_product(path, path.name, HANDOVER_FACTS) == []


def test_what_has_happened_is_told_from_the_record(tmp_path: Path) -> None:
    workspace = busy(tmp_path / "c", "en")
    withdraw(workspace, process(), [UNI], why="dissolved", at=MARCH)
    found = [(f"{each.at:%m-%d}", each.what, each.why, each.by) for each in history(workspace, process())]
    assert found == [
        ("01-04", "Launched", "", "coordinator"),
        (
            "02-01",
            "More time for Parquet général: until Thursday, 15 April 2027, 17:00 (Africa/Bamako)",
            "the minister",
            "coordinator",
        ),
        (
            "02-01",
            "Passed on from Réseau Abri to Parquet général: 13 questions (article 23)",
            "closed",
            "coordinator",
        ),
        (
            "03-01",
            "Correction requested of Ministère de la Justice: one question (article 5)",
            "Which section?",
            "coordinator",
        ),
        (
            "03-01",
            f"A letter to University of the River came back (outbox/invitation-{UNI}.eml)",
            "mailbox full",
            "coordinator",
        ),
        (
            "03-01",
            "No longer asked of University of the River, which withdrew: 15 questions (article 10)",
            "dissolved",
            "coordinator",
        ),
        ("03-01", "University of the River takes no part any more", "dissolved", "coordinator"),
    ]
    assert [each.kind for each in history(workspace, process(), "Réseau Abri")] == ["reassigned"]


def test_the_commands_say_what_they_did_and_what_to_do_next(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "c")
    root = str(workspace.folder.root)

    def consult(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["-C", root, *words])
        return result.exit_code, result.output

    code, output = consult("extend", "Parquet général", "--until", "2099-04-15 17:00")
    (path,) = workspace.folder.outbox.glob("extension-*")
    assert (code, output) == (
        0,
        f"""\
Parquet général now has until Wednesday, 15 April 2099, 17:00 (Africa/Bamako).
One letter lies in outbox/:
  outbox/{path.name}

Next: look at the letters in outbox/ and send them
""",
    )
    assert consult("extend", "parquet")[0] == 2
    code, output = consult("extend", "Parket general", "--days", "3")
    assert (code, "Did you mean “Parquet général”?" in " ".join(output.split())) == (3, True)
    assert consult("consent", FIU)[0] == 2
    code, output = consult("changes", "--json")
    assert code == 0
    assert [each["kind"] for each in json.loads(output)] == ["launch", "extension"]
    assert "Next: see how things stand: consult status" in consult("changes", PARQUET)[1]


def test_all_letters_of_changes_are_there_in_both_languages() -> None:
    english, french = (
        {path.name for path in (COMMON / "letters" / tag).glob("*.j2")} for tag in ("en", "fr")
    )
    wanted = "added consent correction deadline declined extension item-withdrawn passed-on reassigned"
    assert english == french
    assert {f"{name}.j2" for name in [*wanted.split(), "withdrawn"]} <= english
    found: Process = process()
    assert all(found.part(f"letters/fr/{name}.j2") for name in wanted.split())
