"""Rows, columns and cells that are not where they were: what is read of them, and what is said."""

from base64 import b64decode
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from openpyxl.comments import Comment

from problems import Place
from problems.returns import ExtraSheet, FoundWithoutCode, TextBeyondTable
from problems.structure import (
    ChoiceElsewhere,
    CodeChanged,
    ColumnsGone,
    MergedAnswer,
    MergedAnswers,
    MergedTicks,
    MergedWords,
    Pictures,
    PinnedNotes,
    QuestionNotAskedNow,
    QuestionReplaced,
    QuestionsReplaced,
    RowsWithoutNumber,
    TextBesideQuestion,
    TextBoxes,
    TextInQuestion,
    TextOnCover,
    TextsBeyondTable,
)
from problems.witnesses import WordsForNumbers
from responses.model import Absence
from tests.sample_workbook import ACT, CHOICES, CITATION, ITEMS, LINE, ROWS, SCALE, TEXT, Filler
from tests.test_read import FILLED, fill, rewritten, rows_of, same
from workbooks.answers import Entry
from workbooks.child import examine
from workbooks.layout import option_code, table_code

QUESTIONS = "Questions"


def at(cell: str, sheet: str = QUESTIONS) -> Place:
    return Place("a.xlsx", sheet=sheet, cell=cell)


COLUMNS = [("details", "D6", "Details and explanation", "no"), ("law", "E6", "Law and provision", "no"),
           ("comment", "F6", "Comment", "no")]  # fmt: skip


@pytest.mark.parametrize(("column", "cell", "header", "beside"), COLUMNS)
def test_a_choice_in_another_column_is_taken_and_said(
    column: str, cell: str, header: str, beside: str
) -> None:
    reading, problems = Filler.of().put(SCALE.id, "Yes, in part", column).read()
    assert reading.entries == (Entry(SCALE.id, QUESTIONS, cell, value="in-part"),)
    assert problems == [
        ChoiceElsewhere(place=at(cell), item=SCALE.id, value="Yes, in part", column=header, beside=beside)
    ]
    assert all(problems[0].message(language) for language in ("en", "fr"))


def test_a_choice_beside_the_table_is_taken_and_said() -> None:
    filler = Filler.of("fr")
    filler.cell(SCALE.id).parent["J6"] = "Non communicable"
    reading, (problem,) = filler.read()
    assert reading.entries == (Entry(SCALE.id, QUESTIONS, "J6", absent=Absence.CANNOT_DISCLOSE),)
    assert (problem.code, problem.beside) == ("choice-elsewhere", "yes")
    assert "à droite du tableau" in problem.message("fr")


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ({"answer": "No", "details": "Yes"}, "no"),
        ({"details": "Yes", "comment": "No"}, None),
        ({"details": "Yes, since 2004"}, None),
        ({"details": "y"}, None),
    ],
)
def test_a_choice_in_another_column_is_not_guessed(cells: dict[str, str], value: str | None) -> None:
    filler = Filler.of()
    for column, words in cells.items():
        filler.put(SCALE.id, words, column)
    entry = filler.entry(SCALE.id)
    assert entry is not None
    assert entry.value == value
    assert "choice-elsewhere" not in {code for _, code in filler.said()}


def test_a_text_beside_the_table_is_said_with_its_question() -> None:
    filler = Filler.of()
    filler.cell(SCALE.id).parent["J6"] = "ask the ministry"
    assert filler.read()[1] == [TextBesideQuestion(place=at("J6"), item=SCALE.id, value="ask the ministry")]


def test_what_is_typed_into_our_own_words_is_said() -> None:
    filler = Filler.of().put(SCALE.id, "Yes")
    sheet = filler.cell(SCALE.id).parent
    sheet["D2"] = "To whom it may concern: see our letter"
    for code, more in ((SCALE.id, " MY ANSWER: yes"), (option_code(CHOICES, CHOICES.options[0]), ": urgent")):
        cell = filler.cell(code, "question")
        cell.value = f"{cell.value}{more}"
    reading, problems = filler.read()
    assert [entry.value for entry in reading.entries] == ["yes"]
    assert problems == [
        TextBeyondTable(place=at("D2"), value="To whom it may concern: see our letter"),
        TextInQuestion(place=at("B6"), item=SCALE.id, value="MY ANSWER: yes"),
        TextInQuestion(place=at("B11"), item=CHOICES.id, value="urgent"),
    ]
    assert all(problem.message(language) for problem in problems for language in ("en", "fr"))


def test_a_code_with_words_behind_it_is_named_and_its_row_read() -> None:
    filler = Filler.of().put(TEXT.id, "None so far.", "details")
    code = filler.cell(TEXT.id, "code")
    code.value = f"{TEXT.id} - none"
    reading, problems = filler.read()
    assert [entry.value for entry in reading.entries] == ["None so far."]
    assert problems == [
        CodeChanged(place=at(code.coordinate), item=TEXT.id, value=f"{TEXT.id} - none"),
        FoundWithoutCode(
            place=at(f"C{code.row}"), item=TEXT.id, how="name", there="yes", value=f"{TEXT.id} - none"
        ),
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_our_own_words_are_nobody_elses(language: str) -> None:
    assert fill(Filler.of(language), FILLED, language).said() == []


def test_an_answer_merged_over_two_questions_is_the_first_ones_and_the_other_is_asked() -> None:
    filler = Filler.of().put(SCALE.id, "Yes")
    filler.cell(SCALE.id).parent.merge_cells("C6:C7")
    reading, problems = filler.read()
    assert reading.entries == (Entry(SCALE.id, QUESTIONS, "C6", value="yes"),)
    assert problems == [MergedAnswer(place=at("C7"), item=ACT.id, first=SCALE.id)]


def test_a_tick_merged_over_options_is_the_first_ones_and_the_others_are_asked() -> None:
    filler = Filler.of().put(option_code(CHOICES, CHOICES.options[0]), "✓")
    filler.cell(SCALE.id).parent.merge_cells("C11:C13")
    reading, problems = filler.read()
    assert [entry.value for entry in reading.entries] == [("legal-drafting",)]
    assert problems == [MergedTicks(place=at("C11"), item=CHOICES.id)]


def test_words_merged_over_questions_are_the_first_ones_and_that_is_said() -> None:
    filler = Filler.of().put(SCALE.id, "Since 2004.", "details")
    filler.cell(SCALE.id).parent.merge_cells("D6:D8")
    _, problems = filler.read()
    column = "Details and explanation"
    assert problems == [
        MergedWords(place=at("D6"), item=SCALE.id, column=column, others=("untoc.5.1.a.i.act", "untoc.5.1.b"))
    ]


def test_an_answer_merged_with_its_details_is_read() -> None:
    filler = Filler.of().put(SCALE.id, "Yes")
    filler.cell(SCALE.id).parent.merge_cells("C6:F6")
    assert filler.read()[0].entries == (Entry(SCALE.id, QUESTIONS, "C6", value="yes"),)
    assert filler.said() == []


def test_columns_that_were_deleted_are_said_and_the_others_read() -> None:
    filler = fill(Filler.of(), FILLED)
    rewritten(filler.book[QUESTIONS], [[*row[:4], *row[6:]] for row in rows_of(filler.book[QUESTIONS])])
    reading, problems = filler.read()
    assert {entry.item for entry in reading.entries} == set(ITEMS) - {CITATION.id}
    assert not any(entry.comment for entry in reading.entries)
    gone = [problem for problem in problems if isinstance(problem, ColumnsGone)]
    assert gone == [
        ColumnsGone(place=Place("a.xlsx", sheet=QUESTIONS), columns=("Law and provision", "Comment"))
    ]


def test_the_rows_of_a_table_without_numbers_are_read_in_their_order() -> None:
    filler = Filler.of().put(table_code(ROWS, 1), "Customs", "1").put(table_code(ROWS, 2), "Police", "1")
    sheet = filler.book["Tables"]
    for row in range(5, 17):
        sheet.cell(row, 1).value = None
    reading, problems = filler.read()
    assert [[dict(row)["name"] for row in entry.value] for entry in reading.entries] == [
        ["Customs", "Police"]
    ]
    assert problems == [RowsWithoutNumber(place=at("B5", "Tables"), item=ROWS.id, count=2)]
    assert all(problems[0].message(language) for language in ("en", "fr"))


@pytest.mark.parametrize("typed", [2021, "2023 (provisional)", "Customs"])
def test_what_stands_over_the_codes_of_a_table_may_have_moved_everything(typed: str | int) -> None:
    """Somebody begins in the first column: every entry would stand beneath the heading of its neighbour."""
    filler = Filler.of().put(table_code(ROWS, 1), "Customs", "1").put(table_code(ROWS, 2), "Police", "1")
    sheet = filler.book["Tables"]
    sheet["A6"] = typed
    reading, problems = filler.read()
    assert reading.entries == ()
    assert problems == [WordsForNumbers(place=at("A6", "Tables"), item=ROWS.id, value=str(typed))]


def test_laws_numbered_by_hand_are_the_laws_of_these_numbers() -> None:
    filler = Filler.of().put("L1", "Penal Code", "law-title").put(SCALE.id, "L1 art. 3", "law")
    sheet = filler.book["Laws and links"]
    for number in range(1, 31):
        sheet.cell(3 + number, 1).value = number
    entry = filler.entry(SCALE.id)
    assert entry is not None
    assert [(law.title, law.provision) for law in entry.citations] == [("Penal Code", "art. 3")]


def test_a_transposed_sheet_is_read_and_its_cells_are_named_as_they_stand() -> None:
    filler = fill(Filler.of(), FILLED).put(LINE.id, "?", "comment")
    filler.put(SCALE.id, "perhaps")
    rewritten(
        filler.book[QUESTIONS], [list(row) for row in zip(*rows_of(filler.book[QUESTIONS]), strict=True)]
    )
    reading, problems = filler.read()
    said = {entry.item: (entry.cell, entry.value) for entry in reading.entries}
    assert said[ACT.id] == ("G3", "no")
    assert said[TEXT.id] == ("N4", "+1 على نحو")
    assert [(problem.code, problem.place.cell) for problem in problems] == [("unknown-option", "F3")]


def test_codes_that_were_dragged_down_are_not_believed_against_the_words() -> None:
    filler = fill(Filler.of(), FILLED)
    filler.cell(ACT.id, "code").value = SCALE.id
    filler.book.defined_names.clear()
    assert same(filler)
    assert filler.said() == [("Questions!C7", "read-by-its-words")]


def test_options_without_code_are_known_beneath_their_question() -> None:
    filler = fill(Filler.of("fr"), FILLED, "fr")
    for option in CHOICES.options:
        filler.cell(option_code(CHOICES, option), "code").value = None
    filler.book.defined_names.clear()
    assert same(filler)


def test_a_question_of_another_edition_is_named_with_its_words() -> None:
    filler = Filler.of()
    sheet = filler.book[QUESTIONS]
    sheet["A30"], sheet["B30"], sheet["C30"] = "untoc.5.9.z", "Is theft an offence?", "Yes"
    assert filler.read()[1] == [
        QuestionNotAskedNow(place=at("A30"), value="untoc.5.9.z", words="Is theft an offence?")
    ]


def test_an_answer_under_the_table_without_a_code_is_said() -> None:
    filler = Filler.of()
    filler.book[QUESTIONS]["C30"] = "Yes"
    assert filler.said() == [("Questions!C30", "text-beyond-table")]


def test_what_is_written_on_the_first_sheet_is_said() -> None:
    filler = Filler.of()
    filler.book["Start"]["B40"], filler.book["Start"]["F3"] = f"{SCALE.id}: Yes", "call us"
    assert filler.read()[1] == [
        TextOnCover(place=at("F3", "Start"), value="call us"),
        TextOnCover(place=at("B40", "Start"), value=f"{SCALE.id}: Yes"),
    ]


COVER = [
    ("C9", "WE DO NOT WANT OUR NAME TO BE PRINTED.", "WE DO NOT WANT OUR NAME TO BE PRINTED."),
    ("B4", "{} Not us.", "Not us."),
    ("C6", "{}\nNot before 2030!", "Not before 2030!"),
    ("B2", "{} (provisional)", "National consultation · Example State (provisional)"),
    ("C9", 2030, "2030"),
]


@pytest.mark.parametrize(("cell", "typed", "said"), COVER)
def test_what_is_written_over_or_behind_the_words_of_the_first_sheet_is_said(
    cell: str, typed: str | int, said: str
) -> None:
    filler = Filler.of()
    held = filler.book["Start"][cell]
    held.value = typed.format(held.value) if isinstance(typed, str) else typed
    assert filler.read()[1] == [TextOnCover(place=at(cell, "Start"), value=said)]


@pytest.mark.parametrize("words", ["No", "Да", "2009", "✓"])
def test_a_short_answer_behind_a_question_is_said(words: str) -> None:
    filler = Filler.of()
    cell = filler.cell(SCALE.id, "question")
    cell.value = f"{cell.value} {words}"
    assert filler.read()[1] == [TextInQuestion(place=at("B6"), item=SCALE.id, value=words)]


@pytest.mark.parametrize("words", ["No", "Yes, section 12 of the Act covers it", 2009])
def test_what_stands_in_the_place_of_a_question_is_asked(words: str | int) -> None:
    filler = Filler.of().put(ACT.id, "Yes")
    filler.cell(SCALE.id, "question").value = words
    filler.cell(ACT.id, "question").value = "Our Act of 2009"
    reading, problems = filler.read()
    assert [entry.item for entry in reading.entries] == [ACT.id]
    assert QuestionReplaced(place=at("B6"), item=SCALE.id, value=str(words)) in problems
    assert TextInQuestion(place=at("B7"), item=ACT.id, value="Our Act of 2009") in problems


def test_questions_that_were_all_replaced_are_said_once() -> None:
    filler = Filler.of()
    for number, item in enumerate(ITEMS):
        filler.cell(item, "question").value = f"Antwort {number}"
    (problem,) = filler.read()[1]
    assert isinstance(problem, QuestionsReplaced)
    assert problem.count == len(ITEMS)
    assert all(problem.message(language) for language in ("en", "fr"))


def test_a_column_of_numbers_is_said_once() -> None:
    filler = Filler.of()
    for row in range(6, 12):
        filler.book[QUESTIONS][f"J{row}"] = row - 5
    assert filler.read()[1] == [
        TextsBeyondTable(place=at("J6"), count=6, values=("1", "2", "3", "…"), cells=("J6:J11",))
    ]


def test_a_header_a_heading_and_our_lists_hold_our_words_alone() -> None:
    filler = Filler.of()
    sheet, lists = filler.book[QUESTIONS], filler.book["Lists"]
    sheet["F3"] = "Comment (provisional)"
    sheet["A1"] = f"{sheet['A1'].value} — for customs alone"
    sheet["A30"], sheet["J31"], lists["B2"] = "6.1 No", "Yes", "Yes"
    other = filler.book.create_sheet("Answers")
    for value in ("Yes", "No"):
        other.append([value])
    assert filler.read()[1] == [
        TextBeyondTable(place=at("A1"), value="for customs alone"),
        TextBeyondTable(place=at("F3"), value="Comment (provisional)"),
        TextBeyondTable(place=at("A30"), value="6.1 No"),
        TextBeyondTable(place=at("J31"), value="Yes"),
        TextBeyondTable(place=at("B2", "Lists"), value="Yes"),
        ExtraSheet(place=at("A1", "Answers"), name="Answers"),
    ]


def test_a_sheet_of_codes_and_answers_without_our_headers_is_not_guessed() -> None:
    filler = Filler.of()
    sheet = filler.book.create_sheet("Answers")
    for row in ([SCALE.id, "Yes"], [ACT.id, "No"], [LINE.id, "Racket"]):
        sheet.append(row)
    assert filler.read()[0].entries == ()
    assert filler.said() == [("Answers!", "columns-not-found")]


def test_pinned_notes_are_named() -> None:
    filler = Filler.of()
    filler.cell(SCALE.id).comment = Comment("Yes, but", "me")
    _, problems = examine(filler.bytes())
    assert problems == [PinnedNotes(place=Place(sheet=QUESTIONS, cell="C6"), count=1, cells=("C6",))]


def test_text_boxes_are_named() -> None:
    data = BytesIO()
    book = xlsxwriter.Workbook(data)
    sheet = book.add_worksheet(QUESTIONS)
    sheet.write("A1", "x")
    sheet.insert_textbox("D5", "Our answer is <yes> & more")
    book.close()
    _, problems = examine(data.getvalue())
    assert problems == [TextBoxes(place=Place(sheet=QUESTIONS), count=1, value="Our answer is <yes> & more")]


def test_pictures_are_named() -> None:
    data = BytesIO()
    book = xlsxwriter.Workbook(data)
    sheet = book.add_worksheet(QUESTIONS)
    sheet.write("A1", "x")
    for cell in ("D5", "D9"):
        sheet.insert_image(cell, "p.png", {"image_data": BytesIO(PIXEL)})
    book.close()
    _, problems = examine(data.getvalue())
    assert problems == [Pictures(place=Place(sheet=QUESTIONS, cell="D5"), count=2)]
    assert all(problems[0].message(language) for language in ("en", "fr"))


PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def test_what_is_drawn_in_a_cell_of_ods_is_none_of_its_words() -> None:
    drawn = "<draw:g><draw:ellipse><text:p>No!</text:p></draw:ellipse><draw:line/></draw:g><draw:line/>"
    content = CONTENT.replace("<text:p>val</text:p>", f"{drawn}<text:p>val</text:p>").replace(
        "<office:document-content", '<office:document-content xmlns:draw="urn:d"'
    )
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", MANIFEST)
        package.writestr("content.xml", content)
    contents, problems = examine(out.getvalue())
    assert contents is not None
    assert contents.sheets[0].rows == (("code", None), (None, "val"))
    assert problems == [
        TextBoxes(place=Place(sheet="Q"), count=1, value="No!"),
        Pictures(place=Place(sheet="Q", cell="B2"), count=1),
        PinnedNotes(place=Place(sheet="Q", cell="B2"), count=1, cells=("B2",)),
    ]


def test_an_answer_merged_over_many_questions_is_said_once() -> None:
    filler = Filler.of().put(SCALE.id, "Yes")
    filler.book[QUESTIONS].merge_cells("C6:C40")
    (problem,) = [each for each in filler.read()[1] if each.code.startswith("merged-answer")]
    assert isinstance(problem, MergedAnswers)
    assert (problem.place, problem.item) == (at("C6"), SCALE.id)
    assert problem.count == len(problem.others) > 3
    assert all(problem.message(language) for language in ("en", "fr"))


def test_ods_with_blanks_between_its_tags_is_read() -> None:
    """Gnumeric and SheetJS write it so."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", MANIFEST)
        package.writestr("content.xml", CONTENT)
    contents, problems = examine(out.getvalue())
    assert contents is not None
    assert contents.sheets[0].rows == (("code", None), (None, "val"))
    assert contents.merged == (("Q", "A1:B2"),)
    assert problems == [PinnedNotes(place=Place(sheet="Q", cell="B2"), count=1, cells=("B2",))]


MANIFEST = """<?xml version="1.0"?>
<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<m:file-entry m:media-type="application/vnd.oasis.opendocument.spreadsheet" m:full-path="/"/>
<m:file-entry m:media-type="text/xml" m:full-path="content.xml"/></m:manifest>"""
CONTENT = """<?xml version="1.0"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body> <office:spreadsheet>
 <table:table table:name="Q">
  <table:table-row>
   <table:table-cell office:value-type="string" table:number-columns-spanned="2"
     table:number-rows-spanned="2">
     <text:p>code</text:p> </table:table-cell>
   <table:covered-table-cell/>
  </table:table-row>
  <table:table-row>
   <table:covered-table-cell/>
   <table:table-cell office:value-type="string">
     <office:annotation> <text:p>a note</text:p> </office:annotation>
     <text:p>val</text:p>
   </table:table-cell>
  </table:table-row>
 </table:table>
</office:spreadsheet></office:body></office:document-content>"""
