"""An address behind the words of an answer is told: only the words are taken."""

from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.worksheet.hyperlink import Hyperlink

from tests.paper import Paper
from tests.sample_workbook import ACT, CHOICES, DATE, LINE, NUMBER, ROWS, SCALE, TEXT, Filler, read_bytes
from tests.test_office import converted
from workbooks.child import examine
from workbooks.contents import Contents
from workbooks.layout import option_code
from workbooks.linked import shows
from workbooks.links import called, linked_cells

ACT_PDF = "https://law.example/act.pdf"
TICK = option_code(CHOICES, CHOICES.options[0])

LINKED = [
    ("Questions!C6", SCALE.id, "Yes", ACT_PDF),
    ("Questions!D7", ACT.id, "the Act", f"{ACT_PDF}?a=1&b=2"),
    ("Questions!C9", LINE.id, "Penal Code", 'https://law.example/"x"'),
    ("Questions!C11", CHOICES.id, "✓", ACT_PDF),
    ("Tables!B5", ROWS.id, "Customs", ACT_PDF),
    ("Laws and links!B4", "", "AML Act", ACT_PDF),
    ("Laws and links!E4", "", "https://law.example/one.pdf", "https://law.example/two.pdf"),
]  # fmt: skip


def linked() -> Filler:
    filler = Filler.of()
    for code, column, words, address in (
        (SCALE.id, "answer", "Yes", ACT_PDF),
        (ACT.id, "details", "the Act", f"{ACT_PDF}?a=1&b=2"),
        (ACT.id, "comment", "see www.law.example/.", "http://www.law.example"),
        (TICK, "answer", "✓", ACT_PDF),
        ("L1", "law-title", "AML Act", ACT_PDF),
        ("L1", "law-link", "https://law.example/one.pdf", "https://law.example/two.pdf"),
        (TEXT.id, "details", "ask a.b@law.example", "mailto:A.B@law.example?subject=law"),
        (f"{ROWS.id}#1", "1", "Customs", ACT_PDF),
    ):
        filler.put(code, words, column).cell(code, column).hyperlink = address
    filler.put(SCALE.id, "L1", "law")
    cell = filler.put(DATE.id, "2004-05-06").cell(DATE.id)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location="'Laws and links'!B4")
    filler.cell(NUMBER.id, "details").hyperlink = ACT_PDF  # the cell is empty
    filler.cell(NUMBER.id, "details").value = None
    return filler


def told(data: bytes) -> list[tuple[str, str, str, str]]:
    problems = [each for each in read_bytes(data)[1] if each.code == "hidden-address"]
    return [(f"{p.place.sheet}!{p.place.cell}", p.item, p.value, p.address) for p in problems]


WITHOUT_FORMULA = [each for each in LINKED if each[1] != LINE.id]


def test_an_address_that_the_words_do_not_show_is_told_and_the_words_are_kept() -> None:
    assert told(linked().bytes()) == WITHOUT_FORMULA
    said = {entry.item: entry for entry in linked().read()[0].entries}
    assert (said[SCALE.id].value, said[ACT.id].details) == ("yes", "the Act")


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_addresses_that_libreoffice_keeps_are_told(tmp_path: Path, suffix: str) -> None:
    filler = linked()
    filler.cell(LINE.id).value = '=HYPERLINK("https://law.example/""x""","Penal Code")'
    (tmp_path / "a.xlsx").write_bytes(filler.bytes())
    assert told(converted(tmp_path / "a.xlsx", suffix).read_bytes()) == LINKED


def contents_of(data: bytes) -> Contents:
    contents, problems = examine(data)
    assert contents is not None, problems
    return contents


def test_links_written_by_xlsxwriter_lead_out_of_the_file_or_nowhere() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Links")
    sheet.write_url("B2", f"{ACT_PDF}#page=3", string="the Act")
    sheet.write_url("B3", "internal:Links!A1", string="above")
    sheet.write_url("B4", "external:act.pdf", string="the file")
    sheet.write_formula("B5", f'=HYPERLINK("{ACT_PDF}","the Act")', value="the Act")
    sheet.write_formula("B6", '=HYPERLINK("https://"&A1)', value="https://")
    sheet.write_string("B7", "HYPERLINK(")
    book.close()
    assert contents_of(out.getvalue()).links == (
        ("Links", "B2", f"{ACT_PDF}#page=3"),
        ("Links", "B4", "act.pdf"),
        ("Links", "B5", ACT_PDF),
        ("Links", "B6", 'HYPERLINK("https://"&A1)'),
    )


RELATIONS = b"""<Relationships xmlns="r"><Relationship Id="rId1" TargetMode="External"
 Target="https://a.example/?x=1&amp;y=2" Type="http://schemas.example/hyperlink"/>
<Relationship Id='rId2' Target='drawing.xml' Type='x/drawing'/></Relationships>"""
SHEET = b"""<x:worksheet xmlns:x="m" xmlns:o="r"><x:sheetData><x:row r="2"><x:c r="B2" t="str"><x:f>HYPERLINK(
&quot;b.example&quot;)</x:f><x:v>b</x:v></x:c><x:c t="str">
<x:f>IF(A1,HYPERLINK("c.example","c"),"")</x:f><x:v>c</x:v></x:c></x:row></x:sheetData>
<x:hyperlinks><x:hyperlink o:id='rId1' ref='C3:D4' location='p'/><x:hyperlink ref="A1"
 location="Sheet!A1"/><x:hyperlink ref="A2" o:id="rId2"/></x:hyperlinks></x:worksheet>"""


def test_links_of_an_excel_file_are_found_however_it_is_written() -> None:
    address = "https://a.example/?x=1&y=2#p"
    assert list(linked_cells(SHEET, RELATIONS)) == [
        *((cell, address) for cell in ("C3", "D3", "C4", "D4")),
        ("B2", "b.example"),
        ("C2", "c.example"),
    ]
    assert list(linked_cells(SHEET, None)) == [("B2", "b.example"), ("C2", "c.example")]


def test_a_formula_links_to_what_it_names() -> None:
    assert list(called('HYPERLINK( "a""b" ; "c")')) == ['a"b']
    assert list(called('IF(A1;HYPERLINK(B1);HYPERLINK("x"))')) == ['IF(A1;HYPERLINK(B1);HYPERLINK("x"))', "x"]
    assert list(called("SUM(A1)")) == []


@pytest.mark.parametrize(
    ("words", "address", "shown"),
    [
        ("https://law.example/act", "HTTPS://Law.example/act", True),
        ("law.example/act", "http://law.example/act/", True),
        ("See (law.example/act).", "https://law.example/act", True),
        ("law.example/é t", "https://law.example/%C3%A9%20t", True),
        ("a@b.example", "mailto:a@b.example", True),
        ("above", "#Questions.A1", True),
        ("law.example/act/2", "https://law.example/act", False),
        ("the Act", "https://law.example/act", False),
        ("act.pdf", "file:///C:/act.pdf", False),
        ("Minister", "mailto:a@b.example", False),
    ],
)
def test_words_show_an_address_that_a_reader_can_type(words: str, address: str, shown: bool) -> None:
    assert shows(words, address) is shown


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def on_paper() -> Paper:
    paper = Paper.of()
    to_act = paper.document.part.relate_to(ACT_PDF, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = f"HYPERLINK &quot;{ACT_PDF}&quot;"
    simple = f'<w:fldSimple {nsdecls("w")} w:instr=" {link} ">{run("Act 1")}</w:fldSimple>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b'
        '</w:instrText></w:r><w:r><w:instrText>.example" \\o "x"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("life")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    inside = f'<w:hyperlink {nsdecls("w")} w:anchor="top">{run("see above")}</w:hyperlink>'
    for code, column, markup in (
        (
            SCALE.id,
            "details",
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{to_act}">{run("here")}</w:hyperlink>',
        ),
        (LINE.id, "answer", simple),
        (ACT.id, "comment", inside),
    ):
        paper.cell(code, column).paragraphs[0]._p.append(parse_xml(markup))
    for each in parse_xml(f"<w:p {nsdecls('w')}>{field}</w:p>"):
        paper.cell(TEXT.id, "details").paragraphs[0]._p.append(each)
    return paper


ON_PAPER = [
    (SCALE.id, "here", ACT_PDF), (LINE.id, "Act 1", ACT_PDF), (TEXT.id, "life", "https://b.example")
]  # fmt: skip


def test_addresses_in_a_word_form_are_told() -> None:
    data = on_paper().bytes()
    assert [(item, words, address) for _, item, words, address in told(data)] == ON_PAPER
    said = {entry.item: (entry.value, entry.details, entry.comment) for entry in read_bytes(data)[0].entries}
    assert (said[LINE.id], said[TEXT.id]) == (("Act 1", "", ""), ("life", "", ""))


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".odt", ".docx"])
def test_addresses_in_a_form_saved_by_libreoffice_are_told(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a.docx").write_bytes(on_paper().bytes())
    data = converted(tmp_path / "a.docx", suffix).read_bytes()
    assert [(item, words, address.rstrip("/")) for _, item, words, address in told(data)] == ON_PAPER
