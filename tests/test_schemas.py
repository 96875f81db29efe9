"""The JSON Schemas agree with the readers: what ships is valid, what is refused is not."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from typer.testing import CliRunner

from cli import app
from tests.stage import new_folder
from workflows.process_read import DEFINITIONS
from workflows.schemas import SCHEMAS, schema

ROOT = Path(__file__).parent.parent
SHIPPED = [
    *(("process", path) for path in DEFINITIONS.glob("*/process.yaml")),
    *(("form", path) for path in DEFINITIONS.glob("*/forms/*.yaml") if path.stem.count(".") == 0),
    *(("questionnaire", path) for path in ROOT.glob("questionnaires/definitions/*/cluster-?.yaml")),
]


def as_written(path: Path) -> Any:
    """Return a YAML file as JSON has it: days are texts."""
    return json.loads(json.dumps(YAML(typ="safe").load(path.read_text(encoding="utf-8")), default=str))


def wrong(name: str, path: Path) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(as_written(path))]


@pytest.mark.parametrize(("name", "path"), SHIPPED, ids=lambda value: getattr(value, "name", value))
def test_what_ships_is_valid(name: str, path: Path) -> None:
    assert wrong(name, path) == []


def test_a_new_folder_is_valid(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c")
    for name, path in (("consultation", workspace.folder.settings), ("routing", workspace.folder.routing)):
        assert [
            error.message for error in Draft202012Validator(schema(name)).iter_errors(as_written(path))
        ] == []


def test_a_mistyped_action_is_not() -> None:
    process = as_written(DEFINITIONS / "consultation" / "process.yaml")
    process["phases"][0]["actions"][0]["perform"] = "recieve"
    (error,) = Draft202012Validator(schema("process")).iter_errors(process)
    assert list(error.absolute_path) == ["phases", 0, "actions", 0, "perform"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_a_schema(name: str) -> None:
    printed = json.loads(CliRunner().invoke(app, ["schema", name]).stdout)
    Draft202012Validator.check_schema(printed)
    assert printed["title"] == f"consult: {name}.yaml"


def test_an_unknown_name_says_which_there_are() -> None:
    result = CliRunner().invoke(app, ["schema", "proces"])
    assert result.exit_code == 2
    assert "consultation · form · process · questionnaire · routing" in result.stderr
