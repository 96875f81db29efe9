"""Answers that are marked with a colour in a form, as on paper: asked about, never taken."""

from copy import deepcopy
from pathlib import Path

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from problems import Place
from problems.shown import AnswerHighlighted
from tests.paper import Paper
from tests.sample_workbook import ACT, CHOICE, CHOICES, SCALE, TEXT
from tests.test_formats import anywhere
from tests.test_office import converted
from tests.test_printed import read_form
from workbooks.answers import Entry
from workbooks.layout import option_code


def light(paper: Paper, code: str, words: str, column: str = "question", *, shaded: bool = False) -> None:
    """Highlight some words of a cell, as with a marker, or by the colour behind the text."""
    run = next(r for p in paper.cell(code, column).paragraphs for r in p.runs if words in r.text)
    before, _, behind = run.text.partition(words)
    parts = [run._r]
    for _ in "ab":
        parts.append(deepcopy(run._r))
        parts[-2].addnext(parts[-1])
    for part, text in zip(parts, (before, words, behind), strict=True):
        part.text = text
    look = OxmlElement("w:shd" if shaded else "w:highlight")
    look.set(qn("w:fill") if shaded else qn("w:val"), "FFFF00" if shaded else "yellow")
    parts[1].get_or_add_rPr().append(look)


def lit() -> Paper:
    paper = Paper.of().put(CHOICE.id, "Fine").type(TEXT.id, "Yes, indeed", "details")
    light(paper, SCALE.id, "Yes, in part")
    light(paper, ACT.id, "No", shaded=True)
    light(paper, CHOICE.id, "Imprisonment")  # its answer is given
    light(paper, option_code(CHOICES, CHOICES.options[1]), "Training")
    light(paper, TEXT.id, "Which difficulties")  # no answer of a list
    light(paper, TEXT.id, "Yes", "details")
    return paper


ENTRIES = (Entry(CHOICE.id, "", "", value="fine"), Entry(TEXT.id, "", "", value="Yes, indeed"))
ASKED = [(SCALE.id, "Yes, in part", "B3"), (ACT.id, "No", "B4"), (CHOICES.id, "Training", "B9")]


def test_a_highlighted_answer_is_asked_where_none_is_given() -> None:
    reading, problems = read_form(lit().bytes())
    assert anywhere(reading.entries) == ENTRIES
    assert problems == [
        AnswerHighlighted(place=Place("form.docx", sheet="Table 2", cell=cell), item=item, value=value)
        for item, value, cell in ASKED
    ]
    assert problems[0].message("en").startswith("“Yes, in part” is highlighted in the words of question")


@pytest.mark.office
def test_libreoffice_keeps_what_is_highlighted(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(lit().bytes())
    reading, problems = read_form(converted(path, ".odt").read_bytes())
    assert anywhere(reading.entries) == ENTRIES
    assert [(each.code, each.item) for each in problems] == [
        ("answer-highlighted", item) for item, _, _ in ASKED
    ]
