"""A process of one's own, in files alone: the expert group meeting of the examples, by the command line."""

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from typer.testing import CliRunner

from cli import app
from tests.stage import fill, letter, saved

EXAMPLE = Path(__file__).parent.parent / "examples" / "expert-group-meeting"
REGISTRY = """\
name,kind,sector,mandates,languages,contact,email
Port Operators,private-sector,supply chain,,{0},Ana Port,ana@ports.example
Bankers Federation,private-sector,finance,,{0},Ben Bank,ben@bank.example
Platform Alliance,private-sector,technology,,{0},Chi Plat,chi@plat.example
Freight Union,private-sector,supply chain,,{0},,info@freight.example
Ministry of Trade,authority,trade,untoc.10,{0},,trade@gov.example
"""
SAID = {
    "en": {"yes": "Yes", "sector": "Finance and payments", "invited": "Invited", "not": "Not this time"},
    "fr": {"yes": "Oui", "sector": "Finance et paiements", "invited": "Invité", "not": "Pas cette fois"},
}
INVITED = ("port-operators", "bankers-federation", "platform-alliance")
NOMINATION, INPUT = "expert-group-meeting.nomination.", "expert-group-meeting.input."


class Meeting:
    """One folder, run as a coordinator does."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language, self.words = folder, language, SAID[language]

    def at(self, now: str, *command: str) -> str:
        """Run a command at a time (UTC), which must go well; return what it printed."""
        arguments = [*command] if command[0] == "new" else ["-C", str(self.folder), *command]
        done = CliRunner().invoke(app, arguments, env={"CONSULT_NOW": now, "COLUMNS": "200"})
        assert done.exit_code == 0, done.output
        return done.stdout

    def begin(self) -> None:
        words = ("--name", "Example State", "--email", "awa@trade.example", "--focal-point", "Awa Traoré")
        where = ("--process", str(EXAMPLE), "--state", "XA", "--language", self.language, "--zone", "UTC")
        self.at("2027-01-04T10:00", "new", str(self.folder), *where, *words, "--office", "Ministry of Trade")
        (self.folder / "stakeholders.xlsx").unlink()
        registry = REGISTRY.format(self.language)
        (self.folder / "stakeholders.csv").write_text(registry, encoding="utf-8")

    def send(self, body: str, kind: str, cells: Mapping[str, Mapping[str, object]]) -> None:
        (attached,) = letter(self.folder, body, kind).iter_attachments()
        returned = fill(attached.get_content(), cells, self.language)
        (self.folder / "inbox" / f"{kind} from {body}.xlsx").write_bytes(returned)

    def nominate(self, body: str) -> None:
        words = self.words
        cells = {
            "expert": {"answer": f"Expert of {body}"},
            "sector": {"answer": words["sector"]},
            "experience": {"answer": words["yes"]},
            "case": {"details": "=A case & more"},
            "measures:reporting": {"answer": "✓"},
        }
        self.send(body, "call", {NOMINATION + name: cell for name, cell in cells.items()})

    def contribute(self, body: str) -> None:
        cells = {
            "risks": {"details": "Front companies in logistics.\n\n# not a heading"},
            "obstacles:channel": {"answer": "✓"},
            "recommendations": {"details": "One contact point, said {{ 7 * 7 }} times."},
            "again": {"answer": self.words["yes"]},
        }
        self.send(body, "inputs", {INPUT + name: cell for name, cell in cells.items()})

    def choose(self, invited: set[str]) -> Path:
        """Fill in the choice sheet as the chair does."""
        book = load_workbook(self.folder / "exports" / f"selection-{self.language}.xlsx")
        cover, sheet = book.worksheets[:2]
        places = {str(sheet.cell(1, column).value): column for column in range(1, sheet.max_column + 1)}
        (by,) = (row for row in range(1, 30) if "▸" in str(cover.cell(row, 2).value) and row < 12)
        cover.cell(by, 3).value = "Chair Diallo"
        for row in range(5, sheet.max_row + 1):
            chosen = sheet.cell(row, places["consult:choice-subject"]).value in invited
            outcome = self.words["invited" if chosen else "not"]
            sheet.cell(row, places["consult:choice-outcome"]).value = outcome
            if not chosen:
                sheet.cell(row, places["consult:choice-reason"]).value = "The same sector twice"
        path = self.folder / "chosen by the chair.xlsx"
        path.write_bytes(saved(book))
        return path

    def mail(self) -> set[str]:
        """Return the letters of the process; what answers a return stands apart."""
        names = {path.stem for path in (self.folder / "outbox").iterdir()}
        return {name for name in names if not name.startswith("receipt-")}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_meeting_from_the_call_to_the_thanks(tmp_path: Path, language: str) -> None:
    meeting = Meeting(tmp_path / "meeting", language)
    meeting.begin()
    meeting.at("2027-01-04T10:00", "check")
    meeting.at("2027-01-04T10:00", "launch")
    private = {"port-operators", "bankers-federation", "platform-alliance", "freight-union"}
    assert meeting.mail() == {f"call-{body}" for body in private}
    for body in ("port-operators", "bankers-federation", "freight-union"):
        meeting.nominate(body)
    meeting.at("2027-01-25T10:00", "advance")  # five working days before the deadline
    assert meeting.mail() - {f"call-{body}" for body in private} == {"reminder-platform-alliance"}
    meeting.nominate("platform-alliance")
    meeting.at("2027-02-03T18:00", "advance")
    chosen = meeting.choose(set(INVITED))
    meeting.at("2027-02-04T10:00", "decide", str(chosen))
    meeting.at("2027-02-04T10:30", "advance")
    who = "port-operators,Bankers Federation,platform-alliance"
    meeting.at("2027-02-25T18:00", "done", "meeting", "--attended", who, "--note", "Nobody to turn to.")
    meeting.at("2027-02-26T10:00", "advance")
    for body in INVITED:
        meeting.contribute(body)
    for day in ("2027-03-05", "2027-03-08", "2027-03-12", "2027-03-15", "2027-03-16", "2027-03-17"):
        meeting.at(f"{day}T10:00", "advance")
    assert meeting.mail() - {f"call-{body}" for body in private} == {
        "reminder-platform-alliance",
        "regrets-freight-union",
        *(f"{letter}-{body}" for letter in ("invitations", "inputs", "thanks") for body in INVITED),
    }
    attached = {
        each.get_filename() for each in letter(meeting.folder, "port-operators", "thanks").iter_attachments()
    }
    assert attached == {f"recommendations-{language}.docx"}
    told = (meeting.folder / "exports" / f"recommendations-{language}.docx").read_bytes()
    paragraphs = [each.text for each in Document(io.BytesIO(told)).paragraphs]
    assert paragraphs.count("# not a heading") == 1, "the same words stand once"
    assert paragraphs.count("One contact point, said {{ 7 * 7 }} times.") == 1
    assert "Nobody to turn to." in paragraphs
    assert "Port Operators" not in "\n".join(paragraphs), "shown by type"
    registry = (meeting.folder / "stakeholders.csv").read_text(encoding="utf-8")
    assert registry.count("(2027-02-25)") == 3


def test_its_letters_and_its_documents_have_no_unknown_facts(tmp_path: Path) -> None:
    """A letter to everybody in both languages, and the timeline, before anything has happened."""
    for language in ("en", "fr"):
        meeting = Meeting(tmp_path / language, language)
        meeting.begin()
        assert "selection" not in meeting.at("2027-01-04T10:00", "check")
        told = meeting.at("2027-01-04T10:00", "plan")
        assert len(told.splitlines()) > 14


def test_a_meeting_to_which_nobody_came_ends_all_the_same(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path / "meeting", "en")
    meeting.begin()
    meeting.at("2027-01-04T10:00", "launch")
    meeting.at("2027-02-04T10:00", "advance")  # nobody was nominated: there is nobody to choose from
    meeting.at("2027-02-04T11:00", "done", "meeting", "--note", "Nobody came.")
    for day in ("2027-02-05", "2027-02-22", "2027-02-23"):
        meeting.at(f"{day}T10:00", "advance")
    assert {name.partition("-")[0] for name in meeting.mail()} == {"call"}
    assert (meeting.folder / "exports" / "recommendations-en.docx").is_file()


def test_nothing_is_said_of_mandates_where_nothing_goes_by_them(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path / "meeting", "en")
    meeting.begin()
    told = meeting.at("2027-01-04T10:00", "route")
    assert "it says itself whom it asks" in told
    assert told.endswith("Next: see what will happen when: consult plan\n")
