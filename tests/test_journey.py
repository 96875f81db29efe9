"""A consultation from an empty folder to a cleared submission, through the command line."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from cli import app
from questionnaires.load import load_questionnaire
from tests.stage import NAMES, REGISTRY, ROUTING, fill, issued
from workbooks.decision_layout import DECIDED_BY, column

ITEMS = load_questionnaire("untoc.1").by_id
CITED = "Code pénal, art. 175 et 176 (loi n° 2010-04)"
WRITTEN: dict[str, dict[str, dict[str, object]]] = {
    "justice": {
        "untoc.5.1": {"answer": "Oui", "details": "Depuis 2010.", "law": CITED},
        "untoc.5.1.a": {"answer": "Pas de notre ressort"},
        "untoc.5.1.b": {"answer": "Oui", "details": "=SUM(A1:A9) n’est pas une formule.\nDeuxième ligne."},
        "untoc.5.2": {"answer": "Oui, en partie", "details": "Le droit de 2010 l’admet en partie."},
        "untoc.5.difficulties": {"details": "Peu d’affaires ; preuves difficiles à réunir."},
        "untoc.5.assistance:training": {"answer": "✓"},
        "untoc.10.1": {"answer": "Oui", "law": CITED},
        "untoc.10.4": {"answer": "Non", "details": "Aucune sanction n’est prévue."},
        "untoc.10.4.maximum": {"answer": "1 000 000 francs"},
    },
    "parquet": {
        "untoc.5.1": {"answer": "Oui", "details": "Le parquet l’applique."},
        "untoc.5.1.b": {"answer": "Non", "details": "Le conseil n’est pas visé."},
        "untoc.5.2": {"answer": "Oui, en partie", "details": "La Cour suprême l’a jugé en 2019."},
        "untoc.5.assistance:equipment": {"answer": "✓"},
        "untoc.23.a": {"answer": "Oui", "law": "Code pénal, art. 210"},
    },
    "fiu": {
        "untoc.10.1": {"answer": "Yes"},
        "untoc.10.4": {"answer": "Yes", "details": "Fines under the Banking Act."},
    },
    "abri": {
        "untoc.23.a": {"answer": "Non", "details": "Des témoins que nous logeons ont été menacés."},
    },
    "uni": {
        "untoc.10.1": {"answer": "We do not know"},
        "untoc.10.4": {"answer": "Yes", "details": "See our study."},
    },
}
SAID_IN_FULL = {"question", "example"}  # the closing items stand in a table per article
LANGUAGE = {"justice": "fr", "parquet": "fr", "fiu": "en", "abri": "fr", "uni": "en"}


class Consult:
    """The command, run in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, exit_code: int = 0) -> str:
        result: Result = CliRunner().invoke(app, ["--folder", str(self.folder), *words])
        assert result.exit_code == exit_code, (words, result.output, result.exception)
        return result.output

    def json(self, *words: str, exit_code: int = 0) -> Any:
        return json.loads(self(*words, "--json", exit_code=exit_code))


@pytest.fixture(scope="module")
def consult(tmp_path_factory: pytest.TempPathFactory) -> Consult:
    """A consultation in a folder with a space and Arabic letters, launched, answered and reconciled."""
    folder = tmp_path_factory.mktemp("a b") / "استشارة وطنية"
    consult = Consult(folder)
    consult_new(folder)
    assert [each["code"] for each in consult.json("check")["problems"]] == ["registry-empty"]
    (folder / "stakeholders.xlsx").unlink()
    (folder / "stakeholders.csv").write_text(REGISTRY, encoding="utf-8")
    (folder / "routing.yaml").write_text(ROUTING, encoding="utf-8")
    consult("launch")
    for short, cells in WRITTEN.items():
        returned = fill(issued(folder, NAMES[short]), cells, LANGUAGE[short])
        (folder / "inbox" / f"réponses de {short}.xlsx").write_bytes(returned)
    return consult


def consult_new(folder: Path) -> None:
    words = ["new", str(folder), "--state", "XA", "--language", "fr", "--focal-point", "Awa Traoré"]
    words += ["--office", "Ministère de la Justice", "--email", "awa@justice.example"]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output


def test_the_whole_journey(consult: Consult) -> None:
    folder = consult.folder
    received = consult.json("receive")["files"]
    assert {each["stakeholder"]: each["answers"] for each in received} == {
        NAMES[short]: len({code.split(":")[0] for code in cells}) for short, cells in WRITTEN.items()
    }
    assert sorted(path.name for path in (folder / "inbox").iterdir()) == ["done"]
    assert len(list((folder / "received").iterdir())) == len(WRITTEN)

    settled = consult.json("reconcile")
    assert list(settled["divergences"]) == ["untoc.5.1.b", "untoc.23.a"]
    assert settled["agreed"]["untoc.5.1"] == "unanimous"
    assert settled["agreed"]["untoc.5.assistance"] == "joined"
    assert settled["agreed"]["untoc.10.4"] == "rule"
    assert "still-diverging" in consult("compile", exit_code=3)
    assert "nothing-compiled" in consult("clear", "--by", "Awa Traoré", exit_code=3)

    decide(folder / settled["decision_workbook"])
    decided = consult.json("reconcile", "--decisions", str(folder / settled["decision_workbook"]))
    assert (decided["decisions_recorded"], decided["divergences"]) == (2, {})
    again = consult.json("reconcile", "--decisions", str(folder / settled["decision_workbook"]))
    assert again["decisions_recorded"] == 0

    assert "answers-missing" in consult("compile")
    compiled = consult.json("compile")
    names = [Path(each).name for each in compiled["files"]]
    assert names == [
        f"xa-untoc-1-{edition}-fr.{kind}" for edition in ("external", "internal") for kind in ("docx", "xlsx")
    ]
    check_word(folder / "exports" / "xa-untoc-1-internal-fr.docx")
    check_excel(folder / "exports" / "xa-untoc-1-internal-fr.xlsx")
    check_nobody_is_named(folder / "exports" / "xa-untoc-1-external-fr.docx")

    with (folder / "exports" / "xa-untoc-1-external-fr.xlsx").open("ab") as changed:
        changed.write(b"!")
    assert "submission-outdated" in consult("clear", "--by", "Awa Traoré", exit_code=3)
    consult("compile")
    consult("compile", "--language", "en")
    assert "not-the-focal-point" in consult("clear", "--by", "Somebody Else", exit_code=3)
    assert consult("clear", "--by", "awa traoré").count("exports/xa-untoc-1-") == 8
    assert "already-cleared" in consult("receive", exit_code=3)
    assert "already-cleared" in consult("compile", exit_code=3)
    assert "Approuvée par le point de contact" in consult("status")


def decide(path: Path) -> None:
    """Decide as the coordinator does: choose, write the text, give the reason, sign once for all rows."""
    chosen = {"untoc.5.1.b": "Oui", "untoc.23.a": "Oui, en partie"}
    book = load_workbook(path)
    done = set()
    for sheet in book:
        for row in range(1, sheet.max_row + 1):
            item = str(sheet.cell(row, 1).value)
            if item == DECIDED_BY:
                sheet.cell(row, column("decided-by") + 1).value = "Comité de coordination"
            if item in chosen:
                sheet.cell(row, column("decision") + 1).value = chosen[item]
                sheet.cell(row, column("text") + 1).value = f"Texte convenu pour {item}."
                sheet.cell(row, column("reason") + 1).value = "Réunion du 2 avril."
                done.add(item)
    assert done == set(chosen)
    book.save(path)


REPLIES = {
    "untoc.5.1": "☒ Oui     ☐ Oui, en partie     ☐ Non",
    "untoc.5.1.b": "☒ Oui     ☐ Oui, en partie     ☐ Non",
    "untoc.5.2": "☐ Oui     ☒ Oui, en partie     ☐ Non",
    "untoc.10.1": "☒ Oui     ☐ Oui, en partie     ☐ Non",
    "untoc.10.4": "☒ Oui     ☐ Oui, en partie     ☐ Non",
    "untoc.23.a": "☐ Oui     ☒ Oui, en partie     ☐ Non",
}
"""What is agreed in the end on the questions of the scale; 10.4 by the rule of precedence."""


DISSENT = {
    "untoc.5.1.b": ["Non — Parquet général"],
    "untoc.10.4": ["Non — Ministère de la Justice"],
    "untoc.23.a": ["Oui — Parquet général", "Non — Contributeur anonyme n°\u202f1"],
}


def narratives(item: str) -> set[str]:
    said = {str(cells[item]["details"]) for cells in WRITTEN.values() if "details" in cells.get(item, {})}
    return said | ({f"Texte convenu pour {item}."} if item in {"untoc.5.1.b", "untoc.23.a"} else set())


def check_word(path: Path) -> None:
    """Every question stands in it once, with the reply and the texts that were filled in, and no others."""
    document = Document(str(path))
    blocks: dict[str, list[tuple[str, str]]] = {}
    asked = [item for item in ITEMS.values() if item.purpose.value in SAID_IN_FULL]
    article = ""
    current: list[tuple[str, str]] = []
    for paragraph in document.paragraphs:
        style = str(paragraph.style.name) if paragraph.style else ""
        if style in {"Question", "Question quiet"}:
            (item,) = (
                each.id
                for each in asked
                if str(each.article) == article and paragraph.text.startswith(each.text["fr"])
            )
            assert item not in blocks
            current = blocks.setdefault(item, [])
        elif style.startswith("Heading"):
            article, current = paragraph.text.removeprefix("Article ").split(".")[0], []
        else:
            current.append((style, paragraph.text))
    assert len(blocks) == len(asked)
    for item, reply in REPLIES.items():
        assert [text for style, text in blocks[item] if style == "Reply"] == [reply, *DISSENT.get(item, ())]
        told = {text for style, text in blocks[item] if style == "Narrative"}
        assert told == narratives(item), item
    answered = {code.split(":")[0] for cells in WRITTEN.values() for code in cells}
    silent = [lines for name, lines in blocks.items() if name not in answered]
    assert len(silent) == len(asked) - len(answered & {item.id for item in asked})
    assert [line for lines in silent for line in lines if line[0] in {"Reply", "Narrative"}] == []
    tables = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "Peu d’affaires ; preuves difficiles à réunir." in tables
    assert CITED in tables


def check_excel(path: Path) -> None:
    """The sheet of answers says on every item what was filled in and settled."""
    book = load_workbook(path)
    rows = [
        [str(cell or "") for cell in row] for row in book["Réponses"].iter_rows(min_row=2, values_only=True)
    ]
    head, *body = rows
    said = {row[head.index("Code")]: row for row in body}
    assert set(said) == set(ITEMS)
    labels = {item: reply.split("☒ ")[1].split("  ")[0] for item, reply in REPLIES.items()}
    assert {item: said[item][head.index("Réponse")] for item in labels} == labels
    texts = [list(row) for row in book["Textes"].iter_rows(min_row=2, values_only=True)]
    for item in labels:
        told = {row[texts[0].index("Texte")] for row in texts[1:] if row[texts[0].index("Code")] == item}
        assert told - {None} == narratives(item), item
    answered = {code.split(":")[0] for cells in WRITTEN.values() for code in cells}
    states = {row[head.index("État")] for item, row in said.items() if item not in answered}
    assert states == {"Non posée", "Sans réponse", "Sans objet"}
    matrix = [list(row) for row in book["Par organisme"].iter_rows(min_row=3, values_only=True)]
    names = [str(name) for name in matrix[0]]
    symbols = {"Oui": "●", "Yes": "●", "Oui, en partie": "◐", "Non": "○"}
    for short, name in (("justice", "Ministère de la Justice"), ("parquet", "Parquet général")):
        column_of = names.index(name)
        for code, cells in WRITTEN[short].items():
            if cells.get("answer") in symbols:
                (row,) = [row for row in matrix if row[names.index("Question")] == ITEMS[code].text["fr"]]
                assert row[column_of] == symbols[str(cells["answer"])], (short, code)


def check_nobody_is_named(path: Path) -> None:
    """The shelter network is at risk: neither its name nor its one text is in the external edition."""
    with zipfile.ZipFile(path) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
    for secret in ("Abri", "abri", "menacés", "reseau-abri"):
        assert secret.encode() not in everything
