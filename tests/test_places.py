"""Places in a Word form are told in words, in the language of the reader; in JSON they stay as they were."""

from pathlib import Path

import pytest

from problems import Place
from problems.place import in_words
from problems.returns import ConflictingCopies, UnknownOption
from questionnaires.model import AnswerType, Item
from terminal.console import Terminal
from tests.changing import FEBRUARY, FIU, again, body_of, launched
from tests.paper import Paper
from tests.sample_workbook import SCALE
from tests.test_form_command import ITEM, form
from workflows.answer_words import cell_in_workbook, cell_name, remarks_in_workbook
from workflows.receive import receive

CELL = Place("form.docx", sheet="Table 2", cell="C6")


@pytest.mark.parametrize(
    ("place", "en", "fr"),
    [
        (CELL, "form.docx, table 2, row 6, column 3", "form.docx, tableau 2, ligne 6, colonne 3"),
        (Place(sheet="Table 12", cell="AA10"), "table 12, row 10, column 27",
         "tableau 12, ligne 10, colonne 27"),
        (Place("a.odt", sheet="Table 3"), "a.odt, table 3", "a.odt, tableau 3"),
        (Place("a.odt", sheet="Text", cell="A5"), "a.odt, outside the tables, paragraph 5",
         "a.odt, hors des tableaux, paragraphe 5"),
        (Place("a.odt", sheet="Text"), "a.odt, outside the tables", "a.odt, hors des tableaux"),
        (Place("a.odt", sheet="Header and footer", cell="A1"), "a.odt, header or footer",
         "a.odt, en-tête ou pied de page"),
        (Place("a.xlsx", sheet="Table 2", cell="C6"), "a.xlsx:Table 2!C6", "a.xlsx:Table 2!C6"),
        (Place("a.docx", sheet="Table", cell="C6"), "a.docx:Table!C6", "a.docx:Table!C6"),
        (Place("routing.yaml", line=3, column=7), "routing.yaml:3:7", "routing.yaml:3:7"),
        (Place("form.docx"), "form.docx", "form.docx"),
    ],
)  # fmt: skip
def test_a_place_is_told_as_people_find_it(place: Place, en: str, fr: str) -> None:
    assert (place.words("en"), place.words("fr")) == (en, fr)
    assert in_words(str(place), "fr") == fr.removeprefix(":")


def test_json_keeps_the_form_for_machines() -> None:
    problem = ConflictingCopies(place=CELL, item=SCALE.id, others=("Table 3!C7", "Table 4!C8"))
    told = problem.as_json("fr")
    assert (told["place"], told["parameters"]) == (
        "form.docx:Table 2!C6",
        {"others": "Table 3!C7 · Table 4!C8"},
    )
    assert "tableau 3, ligne 7, colonne 3 · tableau 4, ligne 8, colonne 3" in problem.message("fr")
    assert "Questions!C7" in ConflictingCopies(place=CELL, item=SCALE.id, others=("Questions!C7",)).message(
        "fr"
    )


def problem(item: str, place: Place = CELL) -> UnknownOption:
    return UnknownOption(place=place, item=item, value="?", allowed=("Yes",), near="", rest="no", details="")


def test_the_terminal_says_of_which_question_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal("fr").problems([problem(SCALE.id)], to_error=False)
    assert capsys.readouterr().out.startswith(
        "form.docx, tableau 2, ligne 6, colonne 3 (untoc.5.1.a.i)  unknown-option\n"
    )


def test_letters_and_the_workbook_to_correct_say_it_in_words() -> None:
    assert cell_name(problem(SCALE.id), "fr") == "tableau 2, ligne 6, colonne 3"
    remark = remarks_in_workbook([problem(SCALE.id)], "en")[SCALE.id]
    assert remark.startswith("In your document, table 2, row 6, column 3: “?”")
    sheet = Place("a.xlsx", sheet="Questions", cell="C6")
    assert cell_name(problem(SCALE.id, sheet), "fr") == "Questions!C6"


def test_the_cell_to_correct_is_that_of_the_printed_column() -> None:
    """A printed form has no column for laws, so that its fifth column is the workbook's sixth."""
    own = Item(
        id="dialogue.form.name",
        instrument="dialogue.form",
        article=1,
        type=AnswerType.LINE,
        text={"en": "Name?"},
    )
    fifth = Place("form.docx", sheet="Table 2", cell="E6")
    items = {SCALE.id: SCALE, own.id: own}
    assert cell_in_workbook(problem(own.id, fifth), items) == (own.id, "comment")
    assert cell_in_workbook(problem(SCALE.id, fifth), items) == (SCALE.id, "law")


def test_the_letter_to_a_body_names_the_table(tmp_path: Path) -> None:
    workspace = launched(tmp_path / "example")
    paper = Paper(form(workspace, FIU).read_bytes()).put(ITEM, "perhaps")
    (tmp_path / "form.docx").write_bytes(paper.bytes())
    received = receive(again(workspace), [tmp_path / "form.docx"], at=FEBRUARY)
    (problem,) = received.files[0].problems
    assert str(problem.place).endswith("form.docx:Table 2!C4")
    (letter,) = (workspace.folder.root / "outbox").glob(f"correct-{FIU}-*.eml")
    assert "table 2, row 4, column 3" in body_of(workspace, f"outbox/{letter.name}")
