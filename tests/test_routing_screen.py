"""`consult route` on a screen of sixty letters: who is asked what, and no id in pieces."""

from pathlib import Path

from typer.testing import CliRunner

from cli import app
from tests.stage import new_folder


def test_an_id_stands_whole_beneath_its_name(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "c", language="fr")
    result = CliRunner(env={"COLUMNS": "60"}).invoke(app, ["-C", str(workspace.folder.root), "route"])
    assert result.exit_code == 0, result.output
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert lines[:12] == [
        "Organisme                    Questions  Articles, et pourquoi",
        "Ministère de la Justice             39  5, 10\u00a0: mandat",
        "ministere-de-la-justice ·",
        "Autorité",
        "Parquet général                     37  5, 23\u00a0: mandat",
        "parquet-general · Autorité",
        "Financial Intelligence Unit         15  10\u00a0: mandat",
        "financial-intelligence-unit",
        "· Autorité",
        "Réseau Abri                         13  23\u00a0: mandat",
        "reseau-abri · Organisation",
        "non gouvernementale",
    ]
