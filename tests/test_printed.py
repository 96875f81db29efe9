"""The questions as a Word form: written, filled in as people fill in Word, and read like a workbook."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from languages import say
from problems import Place, Problem
from problems.intake import EmbeddedObjects, MacrosInside, NotASpreadsheet, NotesNotRead
from problems.structure import MergedAnswer, TextBoxes, TextOutsideTables
from questionnaires.load import load_questionnaire
from responses.model import Absence
from tests.hostile import edited, zipped
from tests.paper import Paper
from tests.sample_workbook import (
    ACT,
    CHOICE,
    CHOICES,
    CITATION,
    CONSULTATION,
    DATE,
    INVITATION,
    ITEMS,
    KEY,
    LINE,
    NUMBER,
    QUESTIONNAIRES,
    ROWS,
    SCALE,
    TEXT,
    TOKEN,
    issuer,
    stakeholder,
)
from tests.test_formats import anywhere, refused
from tests.test_office import converted, needed
from tests.test_read import FILLED
from workbooks.answers import Entry
from workbooks.child import examine
from workbooks.flow import MARGINS
from workbooks.identity import Identity, identify
from workbooks.issue import Issuer
from workbooks.layout import label, option_code, table_code
from workbooks.printed import printed_form
from workbooks.read import Reading, read


def read_form(data: bytes) -> tuple[Reading, list[Problem]]:
    contents, problems = examine(data)
    assert contents is not None, problems
    reading, more = read(contents, questionnaires=QUESTIONNAIRES, shown="form.docx")
    return reading, [*problems, *more]


def said(paper: Paper) -> tuple[tuple[Entry, ...], list[str]]:
    """Save, read, and return the entries, wherever they stand, and the codes of the problems."""
    reading, problems = read_form(paper.bytes())
    return anywhere(reading.entries), [problem.code for problem in problems]


def entry(paper: Paper, item: str) -> Entry | None:
    return next((each for each in said(paper)[0] if each.item == item), None)


def filled(language: str = "en") -> Paper:
    """Fill in everything that FILLED says: choose, tick and type."""
    paper = Paper.of(language)
    paper.put(SCALE.id, label(language, "in-part")).put(SCALE.id, "Since 2004.\nSee below.", "details")
    paper.put(SCALE.id, "- draft", "comment")
    paper.put(ACT.id, label(language, "no")).put(ACT.id, "L1 art. 3", "law")
    paper.put(CHOICE.id, label(language, "fine", CHOICE)).type(LINE.id, '=HYPERLINK("http://x")')
    for option in CHOICES.options[1:]:
        paper.put(option_code(CHOICES, option), "x")
    paper.put(TEXT.id, "+1 على نحو", "details").put(CITATION.id, "Act on companies; 2010\nDecree 7", "law")
    paper.put(table_code(ROWS, 1), "Customs", "1").put(table_code(ROWS, 1), "Borders", "2")
    paper.put(DATE.id, "2004-05-06").put(NUMBER.id, label(language, Absence.NOT_KNOWN))
    laws = (("law-title", "Penal Code"), ("law-date", "Act 1 of 1990"), ("law-link", "https://law.example/1"))
    for column, words in laws:
        paper.put("L1", words, column)
    return paper


# What goes out


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_an_empty_form_says_nothing_and_whose_it_is(language: str) -> None:
    reading, problems = read_form(printed_form(issuer(), stakeholder(language), ITEMS, TOKEN))
    assert (reading.entries, problems) == ((), [])
    assert identify(reading.carriers, [KEY]) == (Identity.IDENTIFIED, (INVITATION,))
    where = {carrier.where.partition("!")[0] for carrier in reading.carriers}
    assert where == {"identifier", "keywords", *(f"Table {number}" for number in range(1, 6)), MARGINS}


def test_equal_forms_have_equal_bytes_and_nothing_of_the_program_that_made_them() -> None:
    first, second = (printed_form(issuer(), stakeholder(), ITEMS, TOKEN) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        about = parts.read("docProps/core.xml").decode()
        assert "docProps/thumbnail.jpeg" not in parts.namelist()
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in parts.infolist())
    assert TOKEN in about
    assert "python-docx" not in about


def test_the_form_has_the_words_of_the_workbook() -> None:
    tables = Document(io.BytesIO(printed_form(issuer(), stakeholder("fr"), ITEMS, TOKEN))).tables
    start = "\n".join(cell.text for row in tables[0].rows for cell in row.cells)
    for words in (
        "Consultation nationale · État d’exemple",
        "vendredi 29 janvier 2027",
        "Aminata Keïta",
        "focal.point@justice.example",
        TOKEN,
    ):
        assert words in start
    assert [row.cells[0].text for row in tables[1].rows][2:] == [
        SCALE.id,
        ACT.id,
        CHOICE.id,
        LINE.id,
        CHOICES.id,
        *(option_code(CHOICES, option) for option in CHOICES.options),
        TEXT.id,
    ]
    assert tables[1].rows[3].cells[1].text.replace("\xa0", " ") == (
        "Seulement si la réponse ci-dessus est « Oui » ou « Oui, en partie » :\n"
        "Un acte matériel est-il exigé ? [Article 5, paragraphe 1(a)(i)]\nAu choix : Oui · Non."
    )


def test_lists_offer_the_answers_and_the_absences() -> None:
    paper = Paper.of()

    def offered(item: str) -> list[str]:
        return [each.get(qn("w:displayText")) for each in paper.cell(item)._tc.iter(qn("w:listItem"))]

    absences = [label("en", absence) for absence in Absence]
    assert offered(SCALE.id) == ["Yes", "Yes, in part", "No", *absences]
    assert offered(CHOICE.id) == ["Imprisonment", "Fine", "Another penalty", *absences]
    assert offered(TEXT.id) == offered(ROWS.id) == absences
    kinds = {item: len(list(paper.cell(item)._tc.iter(qn("w:comboBox")))) for item in (SCALE.id, DATE.id)}
    assert kinds == {SCALE.id: 0, DATE.id: 1}  # a day is typed, or an absence chosen


def test_pages_repeat_the_heads_of_tables_and_split_no_row() -> None:
    for table in Paper.of().document.tables[1:]:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads[:3] == [True, True, False]
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_a_form_in_arabic_runs_from_right_to_left() -> None:
    with zipfile.ZipFile(io.BytesIO(printed_form(issuer(), stakeholder("ar"), ITEMS, TOKEN))) as parts:
        body = parts.read("word/document.xml").decode()
    assert body.count("<w:bidiVisual/>") == body.count("<w:tbl>") == 5
    assert body.count("<w:bidi/>") > 100


def test_what_strangers_wrote_into_the_registry_is_text() -> None:
    body = stakeholder(name="<w:p/> & Söhne ]]> \x0b {x}")
    start = Document(io.BytesIO(printed_form(issuer(), body, ITEMS, TOKEN))).tables[0]
    assert "<w:p/> & Söhne ]]> � {x}" in start.rows[0].cells[0].text


def test_the_whole_questionnaire_is_a_form_that_reads_back() -> None:
    questionnaire = load_questionnaire("untoc.1")
    data = printed_form(
        Issuer(CONSULTATION, [questionnaire]), stakeholder(), list(questionnaire.by_id), TOKEN
    )
    contents, problems = examine(data)
    assert contents is not None
    assert problems == []
    reading, more = read(contents, questionnaires={questionnaire.id: questionnaire}, shown="form.docx")
    assert (reading.entries, more) == ((), [])


# What comes back


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_chosen_ticked_and_typed_is_read(language: str) -> None:
    assert said(filled(language)) == (anywhere(FILLED), [])


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".docx", ".odt"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_libreoffice_changes_nothing(tmp_path: Path, suffix: str, language: str) -> None:
    for name, paper, entries in (("full", filled(language), FILLED), ("empty", Paper.of(language), ())):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(paper.bytes())
        reading, problems = read_form(converted(path, suffix).read_bytes())
        assert (anywhere(reading.entries), problems) == (anywhere(entries), [])
        assert identify(reading.carriers, [KEY]) == (Identity.IDENTIFIED, (INVITATION,))


@pytest.mark.office
def test_a_form_goes_through_odt_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "full.docx"
    path.write_bytes(filled().bytes())
    again = converted(converted(path, ".odt"), ".docx")
    assert anywhere(read_form(again.read_bytes())[0].entries) == anywhere(FILLED)


def test_text_typed_over_a_list_is_the_answer() -> None:
    found = entry(Paper.of().type(SCALE.id, "yes in part"), SCALE.id)
    assert found == Entry(SCALE.id, "", "", value="in-part")


def test_a_placeholder_in_the_words_of_another_word_is_nothing() -> None:
    paper = Paper.of()
    text = paper.cell(SCALE.id)._tc.find(f".//{qn('w:t')}")
    text.text = "Wählen Sie ein Element aus."
    assert said(paper) == ((), [])


def test_our_placeholder_is_nothing_even_where_a_program_made_plain_text_of_it() -> None:
    paper = Paper.of("fr").type(SCALE.id, say("fr", "printed", "choose"))
    assert said(paper) == ((), [])


def test_words_that_a_poor_program_left_marked_as_a_placeholder_count() -> None:
    """A program that does not know controls may keep the mark; words in plain letters are new."""
    paper = Paper.of()
    control = paper.cell(SCALE.id)._tc.find(f".//{qn('w:sdt')}")
    style = control.find(f".//{qn('w:rStyle')}")
    style.getparent().remove(style)
    control.find(f".//{qn('w:t')}").text = "No"
    assert entry(paper, SCALE.id) == Entry(SCALE.id, "", "", value="no")


def test_words_that_kept_the_mark_and_the_style_of_a_placeholder_count() -> None:
    paper = Paper.of().type(LINE.id, "")
    for code, words in ((SCALE.id, "Yes, in part"), (CHOICE.id, "Fine")):
        next(paper.cell(code)._tc.iter(qn("w:t"))).text = words
    assert said(paper) == (
        (Entry(SCALE.id, "", "", value="in-part"), Entry(CHOICE.id, "", "", value="fine")),
        [],
    )


def test_a_tick_is_typed_as_well() -> None:
    paper = Paper.of().type(option_code(CHOICES, CHOICES.options[0]), "☑")
    paper.type(option_code(CHOICES, CHOICES.options[1]), "✓").type(
        option_code(CHOICES, CHOICES.options[2]), "☐"
    )
    found = entry(paper, CHOICES.id)
    assert found == Entry(CHOICES.id, "", "", value=("legal-drafting", "training"))


def test_a_box_around_a_whole_cell_is_read() -> None:
    """Word puts the control around the cell where somebody selected the cell before inserting it."""
    paper = Paper.of()
    for option, state in zip(CHOICES.options, "101", strict=True):
        cell = paper.cell(option_code(CHOICES, option))._tc
        control = next(cell.iter(qn("w:sdt")))
        for element in control.iter():
            if element.tag.endswith("}checked"):
                element.set(next(iter(element.attrib)), state)
        inner = control.find(qn("w:sdtContent"))
        paragraph = control.getparent()
        paragraph.remove(control)
        for run in list(inner):
            paragraph.append(run)
        place = cell.getparent().index(cell)
        cell.getparent().insert(place, control)
        inner.append(cell)
    found = entry(paper, CHOICES.id)
    assert found == Entry(CHOICES.id, "", "", value=("legal-drafting", "equipment"))


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    paper = Paper.of().type(SCALE.id, "kept", "details").type(SCALE.id, "gone", "comment")
    paper.wrap(SCALE.id, "details", "ins")
    paper.wrap(SCALE.id, "comment", "del")
    paper.put(SCALE.id, "Yes")
    assert entry(paper, SCALE.id) == Entry(SCALE.id, "", "", value="yes", details="kept")


def test_a_row_whose_deletion_is_tracked_is_gone() -> None:
    paper = Paper.of().put(SCALE.id, "Yes").put(CHOICE.id, "Fine")
    mark = OxmlElement("w:del")
    mark.set(qn("w:id"), "7")
    paper.row(SCALE.id)._tr.get_or_add_trPr().append(mark)
    assert [each.item for each in said(paper)[0]] == [CHOICE.id]


def test_rows_moved_and_added_are_found() -> None:
    paper = Paper.of().put(SCALE.id, "Yes").put(CHOICE.id, "Fine")
    row = paper.row(SCALE.id)._tr
    row.getparent().append(row)  # to the end of its table
    paper.put(table_code(ROWS, 1), "Customs", "1")
    paper.add_row(table_code(ROWS, 1), "Police", "Inquiries")
    paper.add_row(table_code(ROWS, 1), "Coast guard")
    entries, problems = said(paper)
    assert problems == []
    assert {each.item: each.value for each in entries} == {
        SCALE.id: "yes",
        CHOICE.id: "fine",
        ROWS.id: (
            (("name", "Customs"), ("task", ""), ("contact", "")),
            (("name", "Police"), ("task", "Inquiries"), ("contact", "")),
            (("name", "Coast guard"), ("task", ""), ("contact", "")),
        ),
    }


def test_merged_cells_stand_where_they_begin() -> None:
    paper = Paper.of().put(SCALE.id, "Yes").put(CHOICE.id, "Fine")
    merged = paper.cell(SCALE.id, "details").merge(paper.cell(SCALE.id, "law"))
    merged.paragraphs[0].add_run("over two columns")
    paper.cell(SCALE.id, "comment").paragraphs[0].add_run("beside")
    down = paper.cell(CHOICE.id, "details").merge(paper.cell(LINE.id, "details"))
    down.paragraphs[0].add_run("over two rows")
    assert said(paper) == (
        (
            Entry(SCALE.id, "", "", value="yes", details="over two columns", comment="beside"),
            Entry(CHOICE.id, "", "", value="fine", details="over two rows"),
        ),
        ["merged-words"],
    )


def test_an_answer_in_cells_merged_over_two_questions_is_the_first_one_s_and_the_other_is_asked() -> None:
    paper = Paper.of()
    merged = paper.cell(SCALE.id).merge(paper.cell(ACT.id))
    for control in merged._tc.findall(f".//{qn('w:sdt')}"):
        control.getparent().remove(control)
    merged.paragraphs[0].add_run("No")
    reading, problems = read_form(paper.bytes())
    assert anywhere(reading.entries) == (Entry(SCALE.id, "", "", value="no"),)
    place = Place("form.docx", sheet="Table 2", cell="C4")
    assert problems == [MergedAnswer(place=place, item=ACT.id, first=SCALE.id)]


def test_rows_whose_borders_were_dragged_are_read_under_their_heads() -> None:
    """Word then cuts the table into more columns, of which most cells cover two."""
    paper = Paper.of().put(SCALE.id, "Yes").put(CHOICE.id, "Fine").put(SCALE.id, "Since 2004.", "details")
    for row in paper.table(SCALE.id).rows:
        cells = row._tr.tc_lst
        cells[0 if row.cells[0].text == SCALE.id else 1 if len(cells) > 2 else 0].grid_span += 1
    assert said(paper) == (
        (
            Entry(SCALE.id, "", "", value="yes", details="Since 2004."),
            Entry(CHOICE.id, "", "", value="fine"),
        ),
        [],
    )


BOX = (
    f"<w:r {nsdecls('w')}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' id='b' style='width:99pt'>"
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>Since 2004.</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r>"
)
"""A text box with words in it."""


def with_boxes() -> Paper:
    paper = Paper.of().put(SCALE.id, "Yes").put(SCALE.id, "Short.", "details")
    paper.cell(SCALE.id, "details").paragraphs[0]._p.append(parse_xml(BOX))
    paper.document.add_paragraph("One thing more.")._p.append(parse_xml(BOX.replace("'b'", "'c'")))
    return paper


BOXED = [("Table 2", "D3"), ("Text", "A1"), ("Text", "A1")]


def test_what_text_boxes_say_is_told_and_goes_nowhere() -> None:
    reading, problems = read_form(with_boxes().bytes())
    assert anywhere(reading.entries) == (Entry(SCALE.id, "", "", value="yes", details="Short."),)
    assert [(each.place.sheet, each.place.cell) for each in problems] == BOXED
    assert problems[0] == TextBoxes(
        place=Place(sheet="Table 2", cell="D3"), count=1, value="Since 2004.", within="document"
    )
    assert "Une zone de texte se trouve ici" in problems[0].message("fr")


@pytest.mark.office
def test_libreoffice_keeps_boxes_bullets_and_merged_cells_where_they_are(tmp_path: Path) -> None:
    paper = with_boxes()
    paper.cell(TEXT.id, "details").add_paragraph("staff", style="List Bullet")
    merged = paper.cell(CHOICE.id, "details").merge(paper.cell(LINE.id, "details"))
    merged.paragraphs[0].add_run("over two rows")
    path = tmp_path / "form.docx"
    path.write_bytes(paper.bytes())
    reading, problems = read_form(converted(path, ".odt").read_bytes())
    assert anywhere(reading.entries) == (
        Entry(SCALE.id, "", "", value="yes", details="Short."),
        Entry(CHOICE.id, "", "", details="over two rows"),
        Entry(TEXT.id, "", "", value="• staff"),
    )
    assert [each.code for each in problems] == [
        "text-boxes",
        "text-boxes",
        "merged-words",
        "text-outside-tables",
    ]


@pytest.mark.parametrize("sign", ["x", "☒", "✓"])
def test_a_tick_typed_into_our_words_or_over_a_code_is_told(sign: str) -> None:
    first, second, third = (option_code(CHOICES, option) for option in CHOICES.options)
    paper = Paper.of().put(second, "x")
    words = paper.cell(first, "question").paragraphs[0]
    words.runs[0].text = f"{sign} {words.text}"
    paper.cell(third, "code").paragraphs[0].runs[0].text = sign
    reading, problems = read_form(paper.bytes())
    assert anywhere(reading.entries) == (Entry(CHOICES.id, "", "", value=("training",)),)
    assert [(each.code, each.place.cell) for each in problems] == [
        ("text-in-question", "B8"),
        ("code-changed", "A10"),
    ]


def test_lists_keep_their_bullets_and_numbers() -> None:
    paper = Paper.of()
    cell = paper.cell(TEXT.id, "details")
    cell.paragraphs[0].add_run("We lack:")
    for style, words in (
        ("List Bullet", "staff"),
        ("List Bullet", "time"),
        ("List Number", "laws"),
        ("List Number", "funds"),
    ):
        cell.add_paragraph(words, style=style)
    found = entry(paper, TEXT.id)
    assert found == Entry(TEXT.id, "", "", value="We lack:\n• staff\n• time\n1. laws\n2. funds")


def test_breaks_tabs_hyphens_and_signs_are_what_they_look_like() -> None:
    paper = Paper.of()
    xml = (
        f"<w:p {nsdecls('w')}><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
        '<w:t>d </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        '<w:hyperlink><w:r><w:t> linked</w:t></w:r></w:hyperlink><w:bookmarkStart w:id="1" w:name="x"/></w:p>'
    )
    cell = paper.cell(TEXT.id, "details")
    cell._tc.replace(cell.paragraphs[0]._p, parse_xml(xml))
    assert entry(paper, TEXT.id) == Entry(TEXT.id, "", "", value="a\tb\nc‑d ✓ linked")


def test_a_table_within_a_cell_becomes_its_text() -> None:
    paper = Paper.of()
    cell = paper.cell(TEXT.id, "details")
    inner = cell.add_table(2, 2)
    for number, each in enumerate(cell for row in inner.rows for cell in row.cells):
        each.text = str(number)
    assert entry(paper, TEXT.id) == Entry(TEXT.id, "", "", value="0\t1\n2\t3")


def test_words_outside_the_tables_and_notes_are_said() -> None:
    paper = Paper.of().put(SCALE.id, "Yes")
    paper.document.add_paragraph("Dear colleague, one thing more.")
    note = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')
    paper.cell(SCALE.id, "details").paragraphs[0]._p.append(note)
    reading, problems = read_form(paper.bytes())
    assert [each.value for each in reading.entries] == ["yes"]
    assert problems == [
        NotesNotRead(count=1),
        TextOutsideTables(
            place=Place("form.docx", sheet="Text", cell="A1"), value="Dear colleague, one thing more."
        ),
    ]
    assert problems[1].message("fr").startswith("Ces mots se trouvent hors des tableaux")


def test_a_table_copied_into_another_document_keeps_its_answers_and_whose_it_is() -> None:
    paper, other = Paper.of().put(SCALE.id, "Yes"), Document()
    other.add_paragraph("Our reply")
    other.element.body.insert(1, paper.table(SCALE.id)._tbl)
    out = io.BytesIO()
    other.save(out)
    reading, _ = read_form(out.getvalue())
    assert anywhere(reading.entries) == (Entry(SCALE.id, "", "", value="yes"),)
    assert identify(reading.carriers, [KEY]) == (Identity.IDENTIFIED, (INVITATION,))


def test_macros_and_embedded_files_are_said_and_left_alone() -> None:
    data = filled().bytes()
    macros = edited(data, "word/vbaProject.bin", lambda _: b"\xd0\xcf\x11\xe0")
    embedded = edited(data, "word/embeddings/oleObject1.bin", lambda _: b"x")
    for changed, problem in ((macros, MacrosInside()), (embedded, EmbeddedObjects())):
        contents, problems = examine(changed)
        assert contents == examine(data)[0]
        assert problems == [problem]


@pytest.mark.parametrize("kind", ["template.main", "document.macroEnabled.main"])
def test_templates_are_read(kind: str) -> None:
    data = edited(
        filled().bytes(),
        "[Content_Types].xml",
        lambda xml: xml.replace(b"document.main+xml", f"{kind}+xml".encode()),
    )
    assert anywhere(read_form(data)[0].entries) == anywhere(FILLED)


def test_a_document_without_our_codes_is_asked_back() -> None:
    other = Document()
    other.add_paragraph("Our answers follow by post.")
    other.add_table(2, 2).rows[0].cells[0].text = "www.example.org"
    out = io.BytesIO()
    other.save(out)
    assert refused(out.getvalue()) == [NotASpreadsheet(kind="word")]
    odt = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
    assert refused(odt) == [NotASpreadsheet(kind="word")]


@pytest.mark.office
def test_the_form_prints_on_a_few_landscape_pages(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(Paper.of("fr").bytes())
    printed = converted(path, ".pdf")
    about = subprocess.run(
        [needed("pdfinfo"), str(printed)], capture_output=True, text=True, check=True
    ).stdout
    found = dict(line.split(":", 1) for line in about.splitlines() if ":" in line)
    wide, high = re.findall(r"\d+", found["Page size"].replace(".", " "))[0:4:2][:2]
    assert (int(wide), int(high)) == (841, 595)
    assert int(found["Pages"]) == 4


def test_entries_say_in_which_table_they_stand() -> None:
    (found,) = read_form(Paper.of().put(SCALE.id, "Yes").bytes())[0].entries
    assert found == replace(Entry(SCALE.id, "Table 2", "C3", value="yes"))
