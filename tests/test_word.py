"""The Word document: what stands in it, in which styles, and that it is sound."""

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from exports.submission import Box, Submission
from exports.word import render_word
from exports.word_markup import W
from questionnaires.model import Questionnaire
from tests.small import JUSTICE, SMALL, said, sample, submit
from tests.synthetic import synthetic

GOLDEN = Path(__file__).parent / "golden"


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as entries:
        return {name: entries.read(name) for name in entries.namelist()}


def tree(package: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(package)[name])


def told(package: bytes) -> list[str]:
    """Project a document to lines: style, number level and text of each paragraph; cells of each row."""
    lines: list[str] = []
    for block in Document(io.BytesIO(package)).iter_inner_content():
        lines += _table(block) if isinstance(block, Table) else _paragraph(block)
    return lines


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    level = paragraph._p.find(f".//{{{W}}}ilvl")
    mark = "" if level is None else f" {level.get(f'{{{W}}}val')}"
    text = paragraph.text.replace("\t", "→")
    if text:
        yield f"{paragraph.style.name}{mark}: {text}"  # type: ignore[union-attr]


def _table(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield " | ".join("¶".join(p.text for p in cell.paragraphs) for cell in row.cells)


def compare(name: str, lines: list[str]) -> None:
    """Compare with the golden file; GOLDEN=1 in the environment writes it anew, for a person to read."""
    path, text = GOLDEN / name, "\n".join(lines) + "\n"
    if os.environ.get("GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "edition", "draft"),
    [("en", "external", False), ("fr", "external", False), ("en", "internal", True)],
)
def test_the_document_says_what_the_submission_says(language, edition, draft) -> None:  # type: ignore[no-untyped-def]
    submission = sample(language=language, edition=edition, draft=draft)
    compare(f"submission-{language}-{edition}.docx.txt", told(render_word(submission)))


@pytest.fixture(scope="module")
def draft() -> bytes:
    return render_word(sample(edition="internal"))


def test_the_same_submission_gives_the_same_bytes(draft: bytes) -> None:
    assert render_word(sample(edition="internal")) == draft


def test_every_part_is_well_formed_and_nothing_of_the_template_shows(draft: bytes) -> None:
    entries = parts(draft)
    for name, content in entries.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
    assert not [name for name in entries if "thumbnail" in name]
    assert b"python-docx" not in b"".join(entries.values())
    with zipfile.ZipFile(io.BytesIO(draft)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_say_what_it_is(draft: bytes) -> None:
    properties = Document(io.BytesIO(draft)).core_properties
    assert properties.title == "Example State: Replies to the self-assessment questionnaire"
    assert properties.author == "Directorate of International Cooperation, Ministry of Justice"
    assert (properties.language, properties.content_status, properties.comments) == ("en", "Draft", "")
    assert str(properties.created) == "2027-02-01 09:30:00+00:00"


def test_contents_are_a_real_field_filled_in_and_ask_nothing_on_opening(draft: bytes) -> None:
    body = tree(draft)
    codes = ["".join(code.itertext()).strip() for code in body.iter(f"{{{W}}}instrText")]
    pages = [code.split()[1] for code in codes if code.startswith("PAGEREF")]
    bookmarks = {mark.get(f"{{{W}}}name") for mark in body.iter(f"{{{W}}}bookmarkStart")}
    assert codes[0] == 'TOC \\o "1-2" \\h \\z \\u'
    assert len(pages) == 10
    assert set(pages) <= bookmarks
    assert b"updateFields" not in parts(draft)["word/settings.xml"]
    assert b"w:dirty" not in parts(draft)["word/document.xml"]


def test_bookmarks_are_unique_and_fields_closed(draft: bytes) -> None:
    body = tree(draft)
    marks = [(m.get(f"{{{W}}}id"), m.get(f"{{{W}}}name")) for m in body.iter(f"{{{W}}}bookmarkStart")]
    kinds = [mark.get(f"{{{W}}}fldCharType") for mark in body.iter(f"{{{W}}}fldChar")]
    assert len({number for number, _ in marks}) == len({name for _, name in marks}) == len(marks)
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_header_names_instrument_and_article_and_footer_counts_pages(draft: bytes) -> None:
    document = Document(io.BytesIO(draft))
    headers = [section.header.paragraphs[0].text for section in document.sections]
    assert headers == [
        "",
        "Organized Crime Convention\tExample State · Internal edition",
        "Organized Crime Convention · Article 5\tExample State · Internal edition",
        "Organized Crime Convention · Article 6\tExample State · Internal edition",
        "Organized Crime Convention\tExample State · Internal edition",
    ]
    footer = document.sections[2].footer.paragraphs[0]
    assert footer.text == "Replies to the self-assessment questionnaire · Draft\tPage 1 of 1"
    codes = {"".join(c.itertext()).strip() for c in footer._p.iter(f"{{{W}}}instrText")}
    assert codes == {"PAGE", "NUMPAGES"}
    assert b'STYLEREF "Article heading"' in b"".join(v for n, v in parts(draft).items() if "header" in n)


def test_a_long_header_gives_up_letters_of_the_instrument_not_of_the_state() -> None:
    state = "The United Kingdom of Great Britain and Northern Ireland"
    package = render_word(replace(sample(edition="internal"), state=state))
    header = Document(io.BytesIO(package)).sections[2].header.paragraphs[0].text
    assert header == f"Organized C… · Article 5\t{state} · Internal edition"


def test_options_stand_below_each_other_where_they_are_long() -> None:
    submission = sample(edition="external", draft=False)
    first, *others = submission.chapters[0].articles[0].entries
    boxes = (Box("An agreement to commit a serious crime", False), Box("Active part in a group's acts", True))
    article = replace(submission.chapters[0].articles[0], entries=(replace(first, boxes=boxes), *others))
    chapter = replace(submission.chapters[0], articles=(article,))
    lines = told(render_word(replace(submission, chapters=(chapter,))))
    assert [line for line in lines if line.startswith("Choice")] == [
        "Choice: ☐ An agreement to commit a serious crime",
        "Choice: ☒ Active part in a group's acts",
    ]


def test_long_names_and_many_questions_have_room() -> None:
    submission = sample()
    point = replace(submission.focal_point, office="Directorate of Everything " * 20)
    bars = (replace(submission.bars[0], yes=150, no=31), submission.bars[1])
    package = render_word(replace(submission, focal_point=point, bars=bars, state="State " * 60))
    columns = [len(list(grid)) for grid in tree(package).iter(f"{{{W}}}tblGrid")]
    assert max(columns) <= 63
    assert len(Document(io.BytesIO(package)).core_properties.title) == 255


def test_a_draft_has_a_watermark_on_every_page_and_a_final_one_none(draft: bytes) -> None:
    headers = [content for name, content in parts(draft).items() if "word/header" in name]
    final = b"".join(parts(render_word(sample(draft=False))).values())
    assert len(headers) == 5
    assert all(b'string="DRAFT"' in header for header in headers)
    assert b"PowerPlusWaterMarkObject" not in final


def test_questions_are_a_real_list_that_starts_anew_in_each_instrument() -> None:
    other = Questionnaire.model_validate_json(SMALL.model_dump_json(by_alias=True).replace("untoc", "tip"))
    submission = submit([JUSTICE], [], questionnaires=(SMALL, other))
    found = [
        (number.get(f"{{{W}}}val"), level.get(f"{{{W}}}val"))
        for p in tree(render_word(submission)).iter(f"{{{W}}}numPr")
        if (number := p.find(f"{{{W}}}numId")) is not None and (level := p.find(f"{{{W}}}ilvl")) is not None
    ]
    levels = ["0", "1", "2", "0", "0", "0", "0", "0", "0", "0"]
    assert found == [("1", level) for level in levels] + [("2", level) for level in levels]
    assert [c.articles[0].entries[0].number for c in submission.chapters] == ["1", "1"]


def test_table_headings_repeat_and_rows_stay_whole(draft: bytes) -> None:
    tables = [t for t in tree(draft).iter(f"{{{W}}}tbl") if t.find(f".//{{{W}}}tblHeader") is not None]
    rows = [row for table in tables for row in table.iter(f"{{{W}}}tr")]
    assert len(tables) == 7
    assert all(row.find(f".//{{{W}}}cantSplit") is not None for row in rows)


def test_a_law_stays_with_its_reply_and_no_row_of_a_closing_table_alone() -> None:
    body = tree(render_word(sample(draft=False)))
    paragraphs = list(body.iter(f"{{{W}}}p"))
    kept = [p.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None for p in paragraphs]
    styles = [style.get(f"{{{W}}}val") for style in body.iter(f"{{{W}}}pStyle")]
    laws = [at for at, style in enumerate(styles) if style == "Legislation"]
    assert [styles[at - 1] for at in laws] == ["Credit", "Question"]
    assert kept[laws[0] - 1]  # a question is kept by its style
    closing = next(t for t in body.iter(f"{{{W}}}tbl") if "Too few investigators." in "".join(t.itertext()))
    rows = [
        [p.find(f".//{{{W}}}keepNext") is not None for p in r.iter(f"{{{W}}}p")]
        for r in closing.iter(f"{{{W}}}tr")
    ]
    assert [all(row) for row in rows] == [True, True, False]


HOSTILE = (
    '=HYPERLINK("http://x.example")',
    "<w:p/></w:t>",
    "{{ 7*7 }}",
    "{% include '/etc/passwd' %}",
    ' TOC \\o "1-3" ',
    "&lt;b&gt;&amp;",
    "]]><!--",
    "_x0041_",
    "\u202eevil\u202c",
    "a\tb\nc",
    "https://click.example",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_stranger_wrote_is_only_ever_text(text: str) -> None:
    plain = submit([JUSTICE], [said(JUSTICE, "untoc.5.example", "plain")])
    hostile = submit([JUSTICE], [said(JUSTICE, "untoc.5.example", text)])
    package = render_word(hostile)
    found = [p.text for p in Document(io.BytesIO(package)).paragraphs if p.style.name == "Narrative"]  # type: ignore[union-attr]
    assert found == [text]
    fields = [len(list(tree(p).iter(f"{{{W}}}instrText"))) for p in (render_word(plain), package)]
    links = [len(list(tree(p).iter(f"{{{W}}}hyperlink"))) for p in (render_word(plain), package)]
    assert fields[0] == fields[1]
    assert links[0] == links[1]
    assert b"http://x.example" not in b"".join(v for n, v in parts(package).items() if n.endswith(".rels"))


def test_a_comment_stands_quietly_beneath_its_question() -> None:
    answers = [
        said(JUSTICE, "untoc.6.2.penalty", comment="See the\ndraft bill."),
        said(JUSTICE, "untoc.6.suggestions", comment="Write sooner."),
    ]
    lines = told(render_word(submit([JUSTICE], answers, edition="internal")))
    start = next(n for n, line in enumerate(lines) if "Maximum in years?" in line)
    assert lines[start + 1 : start + 3] == [
        "No reply: No reply was received.",
        (
            "Comment: Comment — The Justice Body: See the\ndraft bill."
            " · 0000000000, Questions!D15, 2027-02-01 09:30"
        ),
    ]
    at = lines.index("Suggestions | Nothing was reported. | ")
    assert lines[at + 1].split(" · ")[0].endswith("| Comment — The Justice Body: Write sooner.")


def test_a_text_repeated_is_a_reference_to_the_question() -> None:
    long = "The same explanation again. " * 6
    answers = [said(JUSTICE, "untoc.5.1.a.i", "yes", long), said(JUSTICE, "untoc.6.1", "yes", long)]
    package = render_word(submit([JUSTICE], answers))
    lines = told(package)
    assert sum(long.strip() in line for line in lines) == 1
    assert "Narrative: See the reply to question 1." in lines
    assert b"REF _c_untoc_1_1 \\w \\h" in parts(package)["word/document.xml"]


def test_an_arabic_text_in_an_english_document_runs_from_right_to_left() -> None:
    package = render_word(submit([JUSTICE], [said(JUSTICE, "untoc.5.example", "نص عربي")]))
    paragraph = next(p for p in tree(package).iter(f"{{{W}}}p") if "نص عربي" in "".join(p.itertext()))
    assert paragraph.find(f"{{{W}}}pPr/{{{W}}}bidi") is not None
    assert paragraph.find(f"{{{W}}}r/{{{W}}}rPr/{{{W}}}rtl") is not None


def test_an_arabic_document_runs_from_right_to_left_throughout() -> None:
    package = render_word(replace(sample(), language="ar"))
    body = tree(package)
    styles = parts(package)["word/styles.xml"]
    questions = [p for p in body.iter(f"{{{W}}}p") if p.find(f"{{{W}}}pPr/{{{W}}}numPr") is not None]
    assert all(p.find(f"{{{W}}}pPr/{{{W}}}bidi") is not None for p in questions)
    assert all(t.find(f"{{{W}}}tblPr/{{{W}}}bidiVisual") is not None for t in body.iter(f"{{{W}}}tbl"))
    assert all(s.find(f"{{{W}}}bidi") is not None for s in body.iter(f"{{{W}}}sectPr"))
    assert b'w:bidi="ar"' in styles


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs bidi spacing"
    " ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps noProof color spacing kern sz szCs u rtl cs lang",
    "tcPr": "tcW gridSpan vMerge tcBorders shd",
    "tblPr": "tblStyle bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW tblInd tblBorders tblLayout"
    " tblCellMar tblLook",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg bidi docGrid",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat rsid"
    " pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
}
"""Part of the schema's sequences, in which Word demands children; LibreOffice takes any."""


def test_children_stand_in_the_order_that_word_demands() -> None:
    for submission in (sample(edition="internal"), replace(sample(), language="ar")):
        for name, content in parts(render_word(submission)).items():
            if not name.startswith("word/") or not name.endswith(".xml") or "theme" in name:
                continue
            for element in etree.fromstring(content).iter(*(f"{{{W}}}{tag}" for tag in ORDER)):
                children = [etree.QName(child).localname for child in element]
                order = ORDER[etree.QName(element).localname].split()
                assert children == sorted(children, key=order.index), (name, element.attrib)


@pytest.mark.office
@pytest.mark.parametrize(
    "submission", [sample(edition="internal"), sample(language="fr", draft=False)], ids=["draft", "final"]
)
def test_libreoffice_opens_it_and_shows_every_question(submission: Submission, tmp_path: Path) -> None:
    if shutil.which("soffice") is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice (soffice) is not installed")
    (tmp_path / "s.docx").write_bytes(render_word(submission))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(tmp_path / "s.docx")], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "s.txt").read_text(encoding="utf-8")
    missing = [
        e.question
        for e in submission.entries
        if e.question not in text and e.purpose in ("question", "example")
    ]
    assert missing == []


def test_three_hundred_bodies_take_memory_and_time_in_proportion() -> None:
    made = synthetic(SMALL.items, 300, distinct=True)
    submission = submit(made.stakeholders, made.answers, edition="internal")
    texts = {
        n.text
        for e in submission.entries
        for n in (*e.narratives, *(m for s in e.stances for m in s.narratives))
    }
    printed = parts(render_word(submission))["word/document.xml"].decode()
    assert len(texts) > 1500
    assert [text for text in texts if text not in printed] == []
