"""A consultation folder with a registry, and the commands of the registry on it."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import typer
from typer.testing import CliRunner

from clusters.load import load_law, load_topics
from commands.given import Given
from commands.registry import app as commands
from consultation.new import Wishes, new_consultation
from questionnaires.load import load_questionnaire, shipped
from stakeholders.columns import COLUMNS
from stakeholders.mandates import Known, what_is_known
from workflows.workspace import Workspace, open_workspace

AT = datetime(2027, 1, 4, 10, 30, tzinfo=ZoneInfo("Africa/Bamako"))
KNOWN: Known = what_is_known(load_law(), load_topics(), map(load_questionnaire, shipped()))
BODIES = (
    {"name": "Ministry of Justice", "kind": "Authority", "sector": "Justice", "mandates": "untoc.5; untoc.23",
     "contact": "Ms A. Example", "email": "moj@gov.example", "telephone": "+000 20 00 00 01",
     "regions": "Capital", "trainings": "introduction (2026-10-03)"},
    {"name": "Financial Intelligence Unit", "kind": "Authority", "mandates": "Money-laundering",
     "email": "fiu@gov.example", "regions": "Capital", "expertise": "Confiscation and seizure"},
    {"name": "Shelter network", "kind": "NGO", "mandates": "untoc.23", "languages": "Bambara, fr",
     "email": "office@shelter.example", "at-risk": "Yes", "regions": "North; Delta", "focal": "Yes",
     "expertise": "Witnesses; Victims", "events": "2026-11 Round table on witnesses", "notes": "Call first"},
    {"name": "Université du Fleuve", "kind": "University", "email": "law@uni.example", "languages": "fr",
     "expertise": "Témoins", "id": "uni"},
)  # fmt: skip


def new_folder(folder: Path, rows: Any = BODIES, *, language: str = "en") -> Workspace:
    """Make a consultation in `folder`, its registry an .xlsx as people fill it in."""
    wishes = Wishes(
        state="XA",
        language=language,
        zone="Africa/Bamako",
        deadline="2027-03-31 17:00",
        focal_point="Awa Traoré",
        office="Ministry of Justice",
        email="awa@gov.example",
    )
    written, problems = new_consultation(folder, wishes, at=AT, known=KNOWN)
    assert problems == []
    assert written
    path = folder / "stakeholders.xlsx"
    book = openpyxl.load_workbook(path)
    for number, row in enumerate(rows, start=5):
        for column, text in row.items():
            cell = book.worksheets[0].cell(number, COLUMNS.index(column) + 1, text)
            cell.data_type = "s"
    book.save(path)
    return again(folder)


def again(folder: Path) -> Workspace:
    workspace, problems = open_workspace(folder)
    assert problems == []
    assert workspace is not None
    return workspace


def consult(folder: Path, *words: str) -> tuple[int, str]:
    app = typer.Typer()

    @app.callback()
    def main(context: typer.Context) -> None:
        context.obj = Given(folder, "")

    app.add_typer(commands, name="registry")
    result = CliRunner().invoke(app, ["registry", *words], env={"COLUMNS": "100"})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result.exit_code, result.output


def as_json(folder: Path, *words: str) -> Any:
    exit_code, output = consult(folder, *words, "--json")
    assert exit_code in {0, 1}
    return json.loads(output)
