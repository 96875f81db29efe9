"""In a Word or OpenDocument form, what is struck through is asked, and what is not shown is not taken."""

from pathlib import Path

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.text.run import Run

from tests.paper import Paper
from tests.sample_workbook import ACT, CHOICES, DATE, LINE, SCALE, TEXT, read_bytes
from tests.test_office import converted
from workbooks.layout import option_code
from workbooks.looks import Look
from workbooks.looks_word import word_looks

TICK = option_code(CHOICES, CHOICES.options[0])
LINES = {"struck-through", "partly-struck", "hidden-text"}


def typed(paper: Paper, code: str, text: str, column: str = "answer") -> Run:
    return paper.cell(code, column).paragraphs[0].add_run(text)


def crossed_out() -> Paper:
    paper = Paper.of()
    styles = paper.document.styles
    gone = styles.add_style("Gone", WD_STYLE_TYPE.CHARACTER)
    gone.font.strike = True
    based = styles.add_style("Gone too", WD_STYLE_TYPE.CHARACTER)
    based.base_style = gone
    paper.put(SCALE.id, "Yes")
    for run in paper.cell(SCALE.id)._tc.iter(qn("w:r")):
        Run(run, None).font.strike = True
    paper.put(TICK, "x")
    for run in paper.cell(TICK)._tc.iter(qn("w:r")):
        Run(run, None).font.strike = True
    typed(paper, LINE.id, "Act 1").font.double_strike = True
    typed(paper, TEXT.id, "life", "details").style = based
    typed(paper, TEXT.id, " ten years", "details")
    whole = typed(paper, ACT.id, "stays", "comment")
    whole.style, whole.font.strike = based, False
    typed(paper, DATE.id, "2004-05-06")
    typed(paper, DATE.id, "the minister said so").font.hidden = True
    return paper


ASKED = [
    (SCALE.id, "struck-through", "Yes", None),
    (LINE.id, "struck-through", "Act 1", None),
    (CHOICES.id, "struck-through", "✓", None),
    (TEXT.id, "partly-struck", "life ten years", "ten years"),
    ("", "hidden-text", "the minister said so", None),
]


def asked(data: bytes) -> list[tuple[str, str, str, str | None]]:
    from workbooks.child import examine  # its own remarks, too

    problems = [*read_bytes(data)[1], *examine(data)[1]]
    return [(p.item, p.code, p.value, getattr(p, "stands", None)) for p in problems if p.code in LINES]


def test_what_is_struck_through_is_asked_and_what_is_hidden_not_taken() -> None:
    data = crossed_out().bytes()
    assert asked(data) == ASKED
    said = {entry.item: (entry.value, entry.comment) for entry in read_bytes(data)[0].entries}
    assert {item: str(value) for item, (value, _) in said.items() if item == DATE.id} == {
        DATE.id: "2004-05-06"
    }
    assert not said.keys() & {SCALE.id, LINE.id, CHOICES.id, TEXT.id}
    assert said[ACT.id][1] == "stays"


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".odt", ".docx"])
def test_what_libreoffice_keeps_of_it_is_asked(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a.docx").write_bytes(crossed_out().bytes())
    assert asked(converted(tmp_path / "a.docx", suffix).read_bytes()) == ASKED


def test_a_form_without_lines_is_told_nothing_of_them() -> None:
    paper = Paper.of().put(SCALE.id, "Yes").put(TICK, "x")
    typed(paper, LINE.id, "Act 1").font.strike = False
    typed(paper, LINE.id, " ").font.strike = True
    assert asked(paper.bytes()) == []


def test_a_struck_number_of_a_list_stands_for_nothing() -> None:
    paper = Paper.of()
    cell = paper.cell(TEXT.id, "details")
    own = cell.paragraphs[0]
    own.style = "List Bullet"
    own.add_run("life").font.strike = True
    assert asked(paper.bytes()) == [(TEXT.id, "struck-through", "• life", None)]


def test_styles_that_go_round_in_a_circle_end() -> None:
    style = '<w:style w:styleId="{}" xmlns:w="w"><w:basedOn w:val="{}"/><w:rPr>{}</w:rPr></w:style>'.format
    words = style("a", "b", "<w:vanish/>") + style("b", "a", '<w:strike w:val="0"/>') + style("c", "d", "")
    assert word_looks(f"<styles>{words}</styles>".encode()) == {
        "a": Look(struck=False, hidden=True),
        "b": Look(struck=False, hidden=True),
    }
