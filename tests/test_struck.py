"""What is struck through is asked and not taken, wherever a program keeps the line; nothing else is."""

from pathlib import Path

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.sample_workbook import ACT, CHOICES, DATE, LINE, SCALE, TEXT, Filler, read_bytes
from tests.test_office import converted
from tests.test_read import FILLED, fill
from workbooks.layout import option_code
from workbooks.looks import Look, looks
from workbooks.struck import struck_cells, struck_styles, struck_texts
from workbooks.struck_ods import struck_cells as struck_in_ods

LINES = InlineFont(strike=True)
ASKED = [
    # cell, code, what stands
    ("Questions!C6", "struck-through", None),
    ("Questions!B7", "question-struck", None),
    ("Questions!C9", "partly-struck", "Act 2"),
    ("Questions!C12", "struck-through", None),
    ("Questions!D14", "partly-struck", "ten years"),
    ("Questions!C19", "struck-through", None),
    ("Laws and links!B4", "struck-through", None),
]


def crossed_out() -> Filler:
    filler = fill(Filler.of(), FILLED)
    tick = next(option_code(CHOICES, each) for each in CHOICES.options if each.value == "training")
    for code, column in (
        (SCALE.id, "answer"), (ACT.id, "question"), (DATE.id, "answer"), (tick, "answer"),
        ("L1", "law-title"), (ACT.id, "details"),
    ):  # fmt: skip
        filler.cell(code, column).font = Font(strike=True)
    filler.cell(LINE.id).value = CellRichText("Act ", TextBlock(LINES, "1"), " 2")
    filler.cell(TEXT.id, "details").value = CellRichText(TextBlock(LINES, "life"), "ten years")
    filler.cell(SCALE.id, "comment").value = CellRichText("as ", TextBlock(InlineFont(b=True), "ever"))
    return filler


def asked(data: bytes) -> list[tuple[str, str, str | None]]:
    problems = read_bytes(data)[1]
    lines = [each for each in problems if "struck" in each.code]
    return [(f"{p.place.sheet}!{p.place.cell}", p.code, getattr(p, "stands", None)) for p in lines]


def test_what_is_struck_through_is_asked_and_not_taken() -> None:
    reading, _ = crossed_out().read()
    assert asked(crossed_out().bytes()) == ASKED
    assert not {entry.item for entry in reading.entries} & {
        SCALE.id, LINE.id, CHOICES.id, TEXT.id, DATE.id
    }  # fmt: skip


def test_a_line_taken_off_again_is_none() -> None:
    filler = fill(Filler.of(), FILLED)
    for code in (SCALE.id, DATE.id, LINE.id):
        filler.cell(code).font = Font(strike=False)
    assert filler.read()[0].entries == FILLED
    assert asked(filler.bytes()) == []


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_what_libreoffice_keeps_of_lines_is_asked(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(crossed_out().bytes())
    assert asked(converted(tmp_path / "a.xlsx", suffix).read_bytes()) == ASKED


STYLES = b"""<x:styleSheet xmlns:x="m"><x:fonts><x:font/><x:font><x:strike/></x:font>
<x:font><x:strike val='0'/></x:font></x:fonts><x:cellXfs><x:xf fontId="0"/><x:xf fontId='1'/>
<x:xf fontId="2"/></x:cellXfs><x:dxfs><x:dxf><x:font><x:strike/></x:font></x:dxf></x:dxfs></x:styleSheet>"""
SHEET = b"""<x:worksheet xmlns:x="m"><x:cols><x:col min="1" max="1" style="1"/></x:cols><x:sheetData>
<x:row r="3"><x:c r="B3" s="1"><x:v>7</x:v></x:c><x:c s="1"/><x:c s="1" t="s"><x:v>0</x:v></x:c>
<x:c s="2"><x:v>7</x:v></x:c></x:row><x:row><x:c t="s"><x:v> 1 </x:v></x:c><x:c t="s"><x:v>2</x:v></x:c>
<x:c t="inlineStr"><x:is><x:r><x:rPr><x:strike/></x:rPr
><x:t>no</x:t></x:r><x:r><x:t>yes</x:t></x:r></x:is></x:c>
<x:c s="1" t="s"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>"""
TEXTS = b"""<x:sst xmlns:x="m"><x:si><x:t>strike</x:t></x:si><x:si><x:r><x:t>a</x:t></x:r><x:r><x:rPr
><x:strike/></x:rPr><x:t>b</x:t></x:r></x:si><x:si><x:r><x:rPr><x:b/></x:rPr><x:t>c</x:t></x:r></x:si></x:sst>"""


def test_lines_of_an_excel_file_are_found_however_it_is_written() -> None:
    styles = struck_styles(STYLES)
    assert styles == {1}
    texts = struck_texts(TEXTS, styles)
    assert list(struck_cells(SHEET, styles, texts)) == [("B3", ""), ("D3", ""), ("A4", "a"), ("C4", "yes")]


def test_the_word_strike_in_a_text_is_no_line() -> None:
    assert struck_styles(STYLES.replace(b"<x:strike/>", b"")) == frozenset()
    assert struck_texts(b"<sst><si><t>strike</t></si></sst>", frozenset()) == {}


CONTENT = b"""<office:document-content xmlns:office="o" xmlns:style="s" xmlns:table="t" xmlns:text="x"
 xmlns:draw="d"><style:style style:name="ce1" style:family="table-cell"><style:text-properties
 style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Gone"/>
<style:style style:name="T1" style:family="text"><style:text-properties
 style:text-line-through-type="none"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties
 style:text-line-through-style="dotted"/></style:style>
<table:table table:name="A"><table:table-column table:number-columns-repeated="2"/>
<table:table-column table:default-cell-style-name="ce1"/><table:table-row table:number-rows-repeated="2"/>
<table:table-row><table:table-cell table:style-name="ce1"><text:p>no <text:span
 text:style-name="T1">yes</text:span></text:p></table:table-cell><table:table-cell><text:p>7</text:p></table:table-cell><table:table-cell><text:p>x
</text:p></table:table-cell><table:table-cell
 table:style-name="ce2" table:number-columns-repeated="2"><text:p>y
</text:p><office:annotation><text:p>z</text:p></office:annotation></table:table-cell><table:table-cell><text:p>
<text:span text:style-name="T2">life</text:span>ten</text:p></table:table-cell></table:table-row
></table:table>
</office:document-content>"""
COMMON = b"""<s><style:style style:name="Gone" style:family="table-cell"><style:text-properties
 style:text-line-through-style="solid"/></style:style></s>"""


def test_lines_of_an_opendocument_file_are_found_through_columns_parents_and_parts() -> None:
    assert list(struck_in_ods(CONTENT, looks(CONTENT, COMMON))) == [
        ("A", "A3", "yes"),
        ("A", "C3", ""),
        ("A", "D3", ""),
        ("A", "E3", ""),
        ("A", "F3", "ten"),
    ]


def test_styles_that_go_round_in_a_circle_end() -> None:
    style = b'<style:style style:name="%b" style:family="text" style:parent-style-name="%b">%b</style:style>'
    hidden = b'<style:text-properties text:display="none"/>'
    found = looks(style % (b"a", b"b", hidden) + style % (b"b", b"a", b""))
    assert found == {("text", "a"): Look(hidden=True), ("text", "b"): Look(hidden=True)}
