"""What README and docs say is so."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from cli import app
from clusters.load import load_law, load_topics
from languages.messages import spoken
from questionnaires.load import load_questionnaire, shipped
from stakeholders.mandates import what_is_known
from stakeholders.model import Attended, Kind, Stakeholder
from stakeholders.routing import read_routing
from workflows.process_read import read_process

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
GENERAL = {"--json", "--as"}
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_and_option_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    words = set(re.findall(r"`consult ([a-z][a-z-]*)", text))
    assert words <= set(COMMANDS)
    section = ""
    for line in text.splitlines():
        if line.startswith("## "):
            section = " ".join(re.findall(r"consult ([a-z-]+)", line))
        known = {option for command in COMMANDS.values() for each in command.params for option in each.opts}
        mentioned = set(re.findall(r"`(--[a-z-]+)", line))
        if page.name == "commands.md" and section:
            several = [COMMANDS[name].params for name in section.split()]
            known = {option for params in several for each in params for option in each.opts}
        assert mentioned <= known | GENERAL, line


def test_every_command_is_documented() -> None:
    readme, commands = (ROOT / "README.md").read_text(), (ROOT / "docs" / "commands.md").read_text()
    assert [
        name for name in COMMANDS if f"`consult {name}" not in readme and f"consult {name} " not in readme
    ] == []
    assert [name for name in COMMANDS if f"consult {name}" not in commands] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("http") and not (page.parent / link).exists()] == []


def test_the_routing_shown_in_the_docs_is_read_without_a_problem(tmp_path: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "folder.md").read_text(), re.DOTALL)
    path = tmp_path / "routing.yaml"
    path.write_text(block)
    questionnaire = load_questionnaire("untoc.1")
    names = ("ministry-of-justice", "bank-association", "financial-intelligence-unit")
    people = [Stakeholder(id=name, name=name, kind=Kind.AUTHORITY) for name in names]
    people.append(Stakeholder(id="university", name="University", kind=Kind.ACADEMIA))
    trained = (Attended(id="introduction", title="introduction"),)
    people.append(Stakeholder(id="ngo", name="NGO", kind=Kind.NGO, trainings=trained))
    known = what_is_known(load_law(), load_topics(), [questionnaire])
    routing, problems = read_routing(
        path, shown="routing.yaml", known=known, stakeholders=people, items=questionnaire.items
    )
    assert problems == []
    assert (len(routing.rules), len(routing.add), len(routing.remove), len(routing.precedence)) == (
        2,
        1,
        1,
        1,
    )
    assert routing.limit == 80


def test_the_readme_says_today_s_languages_questionnaires_and_processes() -> None:
    assert (spoken(), shipped()) == (["en", "fr"], ("untoc.1",)), "then the README says something else, too"
    assert "162 items" in (ROOT / "CHANGELOG.md").read_text()
    assert len(load_questionnaire("untoc.1").items) == 162
    assert read_process("consultation", ROOT / "docs")[1] == []
