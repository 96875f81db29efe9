"""What people do to a workbook before they send it back, and what is read from it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from problems.model import Severity
from questionnaires.model import Item, Option, Questionnaire
from responses.model import Absence, Citation
from tests.sample_workbook import (
    ACT,
    CHOICE,
    CHOICES,
    CITATION,
    DATE,
    ITEMS,
    LINE,
    NUMBER,
    QUESTIONNAIRE,
    QUESTIONNAIRES,
    ROWS,
    SCALE,
    TEXT,
    Filler,
)
from workbooks.answers import Cells, Entry, read_entry
from workbooks.citations import Laws
from workbooks.contents import Contents, Sheet
from workbooks.days import year_of
from workbooks.found import Row
from workbooks.layout import label, option_code, table_code
from workbooks.read import read
from workbooks.remarks import remark
from workbooks.values import folded, is_blank, printed_absences

FILLED = (
    Entry(SCALE.id, "Questions", "C6", value="in-part", details="Since 2004.\nSee below.", comment="- draft"),
    Entry(ACT.id, "Questions", "C7", value="no", citations=(Citation("Penal Code", "art. 3",
    "Act 1 of 1990", "https://law.example/1"),)),
    Entry(CHOICE.id, "Questions", "C8", value="fine"),
    Entry(LINE.id, "Questions", "C9", value='=HYPERLINK("http://x")'),
    Entry(CHOICES.id, "Questions", "C10", value=("training", "equipment")),
    Entry(TEXT.id, "Questions", "D14", value="+1 على نحو"),
    Entry(CITATION.id, "Questions", "E17", citations=(Citation("Act on companies; 2010"),
    Citation("Decree 7"))),
    Entry(ROWS.id, "Tables", "B5", value=((("name", "Customs"), ("task", "Borders"), ("contact", "")),)),
    Entry(DATE.id, "Questions", "C19", value=date(2004, 5, 6)),
    Entry(NUMBER.id, "Questions", "C20", absent=Absence.NOT_KNOWN),
)  # fmt: skip


def fill(
    filler: Filler,
    entries: Iterable[Entry],
    language: str = "en",
    questionnaire: Questionnaire = QUESTIONNAIRE,
) -> Filler:
    """Write entries into a workbook as a person would."""
    laws: dict[Citation, str] = {}
    for entry in entries:
        item = questionnaire.by_id[entry.item]
        if entry.absent:
            filler.put(item.id, label(language, entry.absent))
        elif entry.value is not None:
            _value(filler, item, entry.value, language)
        for column, words in (("details", entry.details), ("comment", entry.comment)):
            if words:
                filler.put(item.id, words, column)
        if entry.citations:
            filler.put(item.id, _law_cell(filler, entry.citations, laws), "law")
    return filler


def _value(filler: Filler, item: Item, value: object, language: str) -> None:
    match item.type:
        case "scale" | "yes-no" | "choice":
            filler.put(item.id, label(language, str(value), item))
        case "choices":
            for option in value:
                filler.put(f"{item.id}:{option}", "✓")
        case "text":
            filler.put(item.id, value, "details")
        case "number":
            filler.put(item.id, int(value) if value == int(value) else float(value))
        case "rows":
            for number, row in enumerate(value, 1):
                for place, (_, words) in enumerate(row, 1):
                    if words:
                        filler.put(table_code(item, number), words, str(place))
        case _:
            filler.put(item.id, value)


def _law_cell(filler: Filler, citations: Iterable[Citation], laws: dict[Citation, str]) -> str:
    if not any(citation.link for citation in citations):
        return "\n".join(citation.title for citation in citations)
    parts = []
    for citation in citations:
        law = replace(citation, provision="")
        if law not in laws:
            laws[law] = f"L{len(laws) + 1}"
            for column, words in (("law-title", law.title), ("law-date", law.date), ("law-link", law.link)):
                filler.put(laws[law], words, column)
        parts.append(f"{laws[law]} {citation.provision}")
    return "; ".join(parts)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_is_filled_in_is_read(language: str) -> None:
    reading, problems = fill(Filler.of(language), FILLED, language).read()
    names = {"Questions": "Questions", "Tables": "Tableaux"} if language == "fr" else {}
    assert reading.entries == tuple(replace(e, sheet=names.get(e.sheet, e.sheet)) for e in FILLED)
    assert problems == []


def test_an_empty_workbook_says_nothing() -> None:
    reading, problems = Filler.of().read()
    assert (reading.entries, problems, reading.language) == ((), [], "en")


def rows_of(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def rewritten(sheet: Worksheet, rows: list[list[object]]) -> None:
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.delete_rows(1, sheet.max_row)
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            if isinstance(value, str) and value.startswith("=") and not value.startswith("=IF("):
                cell.value, cell.data_type = value, "s"
            else:
                cell.value = value


def same(filler: Filler) -> bool:
    """Tell whether the filled answers are read, wherever they stand now."""
    return {replace(e, sheet="", cell="") for e in filler.read()[0].entries} == {
        replace(e, sheet="", cell="") for e in FILLED
    }


def test_rows_may_be_sorted_anew() -> None:
    filler = fill(Filler.of(), FILLED)
    for name in ("Questions", "Tables", "Laws and links"):
        rows = rows_of(filler.book[name])
        rewritten(filler.book[name], rows[:3] + sorted(rows[3:], key=lambda row: str(row[1]), reverse=True))
    assert same(filler)


def test_rows_may_be_sorted_above_their_header() -> None:
    filler = fill(Filler.of(), FILLED)
    rows = rows_of(filler.book["Questions"])
    rewritten(filler.book["Questions"], rows[::-1])
    assert same(filler)


def test_sheets_may_be_renamed_and_moved() -> None:
    filler = fill(Filler.of(), FILLED)
    filler.book["Questions"].title = "réponses finales"
    filler.book["Laws and links"].title = "x"
    filler.book["Tables"].title = "Feuil1"
    filler.book._sheets.reverse()
    assert same(filler)


def test_rows_and_columns_may_be_inserted() -> None:
    filler = fill(Filler.of(), FILLED)
    sheet = filler.book["Questions"]
    rows = [[*row[:2], None, *row[2:4], None, None, *row[4:]] for row in rows_of(sheet)]
    rewritten(sheet, [[None] * 3, *rows[:7], [None] * 3, *rows[7:]])
    assert same(filler)
    assert filler.read()[1] == []


def test_a_header_that_was_overwritten_is_known_by_its_neighbours() -> None:
    filler = fill(Filler.of(), FILLED)
    filler.book["Questions"]["C3"] = "OUR REPLY"
    assert same(filler)
    assert filler.said() == [("Questions!C3", "text-beyond-table")]


def test_a_missing_header_row_does_not_matter_while_the_columns_stand() -> None:
    filler = fill(Filler.of(), FILLED)
    filler.book["Questions"].delete_rows(1, 3)
    assert same(filler)


def test_columns_that_cannot_be_told_apart_are_not_guessed() -> None:
    filler = fill(Filler.of(), FILLED)
    sheet = filler.book["Questions"]
    rewritten(sheet, [[row[0], row[1], None, *row[2:]] for row in rows_of(sheet)])
    for cell in ("D3", "E3"):
        sheet[cell] = None
    reading, problems = filler.read()
    assert {entry.item for entry in reading.entries} == {ROWS.id}
    lost = [problem for problem in problems if problem.code == "columns-not-found"]
    assert [problem.columns for problem in lost] == [("Your answer", "Details and explanation")]


def test_a_lost_code_is_made_up_for_by_the_name_of_the_answer_cell() -> None:
    filler = fill(Filler.of(), FILLED)
    filler.cell(TEXT.id, "code").value = None
    assert same(filler)
    assert filler.said() == [("Questions!C14", "found-without-code")]
    assert [p.how for p in filler.read()[1]] == ["name"]


def test_a_name_that_sorting_left_behind_is_not_believed() -> None:
    filler = fill(Filler.of(), FILLED)
    sheet = filler.book["Questions"]
    rows = [row for row in rows_of(sheet) if row[0] in QUESTIONNAIRE.by_id and row[0] != CHOICES.id]
    head = rows_of(sheet)[:3]
    rewritten(sheet, head + [[None, *row[1:]] for row in reversed(rows)])
    entries = {entry.item: entry.value for entry in filler.read()[0].entries}
    assert (entries[SCALE.id], entries[ACT.id], entries[CHOICE.id]) == ("in-part", "no", "fine")


def test_a_lost_code_and_name_are_made_up_for_by_the_wording() -> None:
    filler = fill(Filler.of("fr"), FILLED, "fr")
    sheet = filler.book["Questions"]
    for item in (SCALE, ACT, LINE):
        filler.cell(item.id, "code").value = None
    filler.book.defined_names.clear()
    assert same(filler)
    assert filler.said() == [(f"{sheet.title}!{cell}", "found-without-code") for cell in ("C6", "C7", "C9")]


def test_a_sheet_copied_into_a_new_book_is_enough() -> None:
    """Row codes, row tokens and nothing else."""
    filler = fill(Filler.of(), FILLED)
    alone = openpyxl.Workbook()
    rewritten(alone.active, rows_of(filler.book["Questions"]))
    reading, _ = Filler(alone).read()
    assert [entry.item for entry in reading.entries] == [item for item in ITEMS if item != ROWS.id]
    assert {carrier.token for carrier in reading.carriers}


def test_equal_copies_of_a_sheet_merge() -> None:
    filler = fill(Filler.of(), FILLED)
    copy = filler.book.copy_worksheet(filler.book["Questions"])
    assert copy.title == "Questions Copy"
    assert filler.read()[0].entries == FILLED
    assert filler.said() == []


def test_an_empty_copy_does_not_speak_against_a_filled_one() -> None:
    filler = Filler.of()
    filler.book.copy_worksheet(filler.book["Questions"])
    fill(filler, FILLED)
    assert same(filler)


def test_different_copies_are_a_conflict() -> None:
    filler = fill(Filler.of(), FILLED)
    filler.book.copy_worksheet(filler.book["Questions"])
    filler.put(SCALE.id, "No")
    reading, problems = filler.read()
    assert SCALE.id not in {entry.item for entry in reading.entries}
    assert len(reading.entries) == len(FILLED) - 1
    assert [(p.code, p.place.cell, p.others) for p in problems] == [
        ("conflicting-copies", "C6", ("Questions Copy!C6",))
    ]


def test_two_sheets_that_each_say_more_than_the_other_are_told_once() -> None:
    """Last year's answers, kept on a copy of the sheet, fill what is blank this year: not without a word."""
    filler = Filler.of().put(SCALE.id, "Yes")
    filler.book.copy_worksheet(filler.book["Questions"])
    filler.put(SCALE.id, None).put(LINE.id, "The customs code")
    reading, problems = filler.read()
    assert [(entry.item, entry.sheet) for entry in reading.entries] == [
        (SCALE.id, "Questions Copy"),
        (LINE.id, "Questions"),
    ]
    assert [(each.code, str(each.place)) for each in problems] == [
        ("answers-on-two-sheets", "a.xlsx:Questions Copy!C6")
    ]
    assert problems[0].message("en").startswith("Two sheets, “Questions” and “Questions Copy”, hold the same")


def _copied(filler: Filler, title: str = "Questions", rows: Iterable[int] = range(1, 60)) -> Worksheet:
    """Copy what is visible of a sheet, as from another workbook: without hidden codes and names."""
    copy = filler.book.create_sheet(f"{title} of a colleague")
    for row in rows:
        for cell in filler.book[title][row][: 6 if title == "Questions" else 5]:
            copy.cell(cell.row, cell.column).value = cell.value
    return copy


def test_what_only_a_copy_without_our_hidden_code_says_is_asked_once_and_not_taken() -> None:
    """Another body's visible rows pasted as a sheet: they fill no blank, and contradict nothing unasked."""
    filler = fill(Filler.of(), FILLED[:1])
    copy = _copied(filler)
    copy["C7"], copy["C9"], copy["C6"] = "No", "theirs", "No"
    reading, problems = filler.read()
    assert reading.entries == ()
    assert [(each.code, each.place.cell, each.item, each.own) for each in problems] == [
        ("copy-without-token", "C6", SCALE.id, "Questions"),
        ("copy-without-token", "C7", ACT.id, "Questions"),
        ("copy-without-token", "C9", LINE.id, "Questions"),
    ]


def test_a_copy_without_our_hidden_code_that_says_nothing_more_speaks_against_nothing() -> None:
    filler = fill(Filler.of(), FILLED)
    copy = _copied(filler)
    copy["D6"], copy["C9"] = None, None
    assert filler.read()[0].entries == FILLED
    assert filler.said() == []


def test_laws_of_a_copy_without_our_hidden_code_are_not_cited() -> None:
    filler = Filler.of()
    copy = _copied(filler, "Laws and links", range(1, 12))
    copy["B4"] = "Their Penal Code"
    filler.put(SCALE.id, "Yes")
    filler.put(SCALE.id, "L1 art. 3", "law")
    entry = filler.entry(SCALE.id)
    assert entry is not None
    assert entry.citations == (Citation("L1 art. 3"),)
    assert [said for said in filler.said() if said[1] == "copy-without-token"] == [
        (f"{copy.title}!B4", "copy-without-token")
    ]


def test_where_no_row_has_its_hidden_code_copies_are_read_as_ever() -> None:
    filler = fill(Filler.of(), FILLED[:1])
    copy = _copied(filler)
    copy["C7"] = "No"
    filler.book["Questions"].delete_cols(8)
    filler.book.defined_names.clear()
    assert [entry.item for entry in filler.read()[0].entries] == [SCALE.id, ACT.id]


def test_the_name_of_an_answer_cell_marks_its_row_where_the_column_of_codes_is_gone() -> None:
    filler = Filler.of()
    copy = _copied(filler)
    copy["C7"] = "No"
    filler.book["Questions"].delete_cols(8)
    assert filler.read()[0].entries == ()
    assert filler.said() == [(f"{copy.title}!C7", "copy-without-token")]


def test_answers_to_what_was_not_asked_are_reported_and_left_out() -> None:
    filler = fill(Filler.of(), FILLED)
    reading, problems = filler.read(asked=[SCALE.id, ACT.id])
    assert [entry.item for entry in reading.entries] == [SCALE.id, ACT.id]
    assert {problem.code for problem in problems} == {"not-asked"}
    assert len(problems) == len(FILLED) - 2


def test_a_table_continues_as_far_as_its_codes() -> None:
    filler = Filler.of()
    sheet = filler.book["Tables"]
    row = filler.cell(table_code(ROWS, 12)).row + 1
    sheet.cell(row, 1).value, sheet.cell(row, 2).value = table_code(ROWS, 13), "Police"
    filler.put(table_code(ROWS, 3), "Customs", "1")
    entry = filler.entry(ROWS.id)
    assert entry is not None
    assert [dict(row)["name"] for row in entry.value] == ["Customs", "Police"]


PROBLEMS = [
    ("unknown-option", {(SCALE.id, "answer"): "Yes, maybe"}, "Questions!C6", {"value": "Yes, maybe"}),
    ("unknown-tick", {(option_code(CHOICES, CHOICES.options[0]), "answer"): "later"}, "Questions!C11",
    {"value": "later", "option": "Help with drafting laws"}),
    ("words-for-ticks", {(CHOICES.id, "answer"): "all of them"}, "Questions!C10", {}),
    ("ambiguous-value", {(SCALE.id, "answer"): 1}, "Questions!C6", {"readings": ("Yes", "Yes, in part")}),
    ("ambiguous-value", {(NUMBER.id, "answer"): "1,234"}, "Questions!C20", {"readings": ("1.234", "1234")}),
    ("ambiguous-value", {(DATE.id, "answer"): "03/04/2026"}, "Questions!C19", {"readings": ("2026-03-04",
    "2026-04-03")}),
    ("ambiguous-value", {(NUMBER.id, "answer"): "n/a"}, "Questions!C20", {"readings": ("Not our remit",
    "We do not know")}),
    ("not-a-number", {(NUMBER.id, "answer"): "a dozen"}, "Questions!C20", {"value": "a dozen"}),
    ("not-a-number", {(NUMBER.id, "answer"): date(2026, 1, 2)}, "Questions!C20", {"value": "2026-01-02"}),
    ("not-a-date", {(DATE.id, "answer"): "last year"}, "Questions!C19", {"value": "last year"}),
    ("other-calendar", {(DATE.id, "answer"): "1 Ramadan 1447"}, "Questions!C19", {"value": "1 Ramadan 1447"}),
    ("ambiguous-value", {(SCALE.id, "answer"): "Yes / No"}, "Questions!C6", {"readings": ("Yes", "No")}),
    ("answer-and-absence", {(CHOICES.id, "answer"): "We do not know", (f"{CHOICES.id}:training",
    "answer"): "x"}, "Questions!C10", {}),
    ("answer-and-absence", {(CITATION.id, "answer"): "We do not know", (CITATION.id, "law"): "Act 1"},
    "Questions!C17", {}),
    ("answer-and-absence", {(ROWS.id, "answer"): "Not our remit", (f"{ROWS.id}#1", "1"): "Police"},
    "Questions!C18", {"absence": "Not our remit"}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "cells", "place", "parameters"), PROBLEMS)
def test_what_has_no_one_reading_is_asked_back_at_its_cell(
    code: str, cells: dict[tuple[str, str], object], place: str, parameters: dict[str, object]
) -> None:
    filler = Filler.of()
    for (row, column), value in cells.items():
        filler.put(row, value, column)
    reading, problems = filler.read()
    assert reading.entries == ()
    assert [(p.code, f"{p.place.sheet}!{p.place.cell}") for p in problems] == [(code, place)]
    assert {name: getattr(problems[0], name) for name in parameters} == parameters
    assert all(problems[0].message(language) for language in ("en", "fr"))


def test_the_allowed_answers_are_listed_in_the_language_of_the_workbook() -> None:
    (problem,) = Filler.of("fr").put(SCALE.id, "Oui, mais partiellement ici").read()[1]
    assert str(problem.place) == "a.xlsx:Questions!C6"
    assert problem.message("fr").replace("\u00a0", " ") == (
        "« Oui, mais partiellement ici » (question untoc.5.1.a.i) ne figure pas parmi : Oui · Oui, en partie "
        "· Non · Pas de notre ressort · Nous ne savons pas · Non communicable. Veuillez choisir l’une de ces "
        "réponses et reporter le reste dans la colonne « Précisions et explications » ; rien n’a été "
        "enregistré pour cette question. Vouliez-vous dire « Oui, en partie » ?"
    )


@pytest.mark.parametrize(
    ("language", "typed", "near", "rest"),
    [
        ("fr", "Oui bien sûr", "Oui", "yes"),
        ("fr", "Oui, en partie (les juges seulement)", "Oui, en partie", "yes"),
        ("fr", "Oui, mais partiellement, selon le cas", "Oui, en partie", "yes"),
        ("en", "Yes, but only partly for adults", "Yes, in part", "yes"),
        ("fr", "Non, il n’existe pas de telle loi", "Non", "yes"),
        ("fr", "Non prévu par la loi", "Non", "yes"),
        ("en", "No information from the courts", "We do not know", "yes"),
        ("en", "No separate law", "No", "yes"),
        ("en", "I don’t know about the courts", "We do not know", "yes"),
        ("en", "Yess", "Yes", "no"),
        ("en", "Nothing", "", "no"),
    ],
)
def test_the_answer_that_a_text_begins_with_is_suggested_and_not_taken(
    language: str, typed: str, near: str, rest: str
) -> None:
    reading, (problem,) = Filler.of(language).put(SCALE.id, typed).read()
    assert reading.entries == ()
    assert (problem.code, problem.near, problem.rest) == ("unknown-option", near, rest)
    assert problem.message("en").endswith(f"Did you mean “{near}”?") == bool(near)
    (problem,) = Filler.of(language).put(SCALE.id, typed).put(SCALE.id, "More.", "details").read()[1]
    assert problem.rest == "no"


@pytest.mark.parametrize(
    ("item", "typed", "value", "reading"),
    [
        (SCALE, "☒ Oui ☐ Oui, en partie ☐ Non", "yes", "Yes"),
        (CHOICE, "1) Amende / Fine", "fine", "Fine"),
        (DATE, "2026-03-04T10:00", date(2026, 3, 4), "2026-03-04"),
        (DATE, datetime(2026, 3, 4, 10, 0), date(2026, 3, 4), "2026-03-04"),  # noqa: DTZ001  # cells have no zone
    ],
)
def test_what_is_read_from_among_other_signs_is_said(
    item: Item, typed: object, value: object, reading: str
) -> None:
    said, (problem,) = Filler.of().put(item.id, typed).read()
    assert [entry.value for entry in said.entries] == [value]
    assert (problem.code, problem.severity, problem.reading) == ("read-as", Severity.INFO, reading)
    assert all(problem.message(language) for language in ("en", "fr"))


@pytest.mark.parametrize(
    "typed",
    [
        "not yes",
        "ne dites pas oui",
        "не да",
        "Yes, but only for drugs",
        "Oui, mais",
        "Да, но",
        "نعم، لكن",
        "yes, or rather no",
        "Oui, pas encore",
    ],
)
def test_nothing_is_suggested_for_what_is_turned_round(typed: str) -> None:
    (problem,) = Filler.of().put(SCALE.id, typed).read()[1]
    assert (problem.code, problem.near) == ("unknown-option", "")


NO_NO = {
    "fr": "non renseigné|Non renseignées|non disponible|non pertinent|non déterminé|non communiqué"
    "|aucun avis|aucun commentaire|aucune réponse|Aucune réponse à ce jour|non concerné par cette loi"
    "|non applicable dans notre pays|Sans objet ici",
    "en": "No answer|No answer yet|no opinion|No opinions|no comment|no view|no data protection law"
    "|no information-sharing mechanism|n/a for us|no contesta|No consta|no disponible|No se prevé"
    "|no aplica aquí|нет ответа|нет комментариев|لا تعليق|لا رأي|لا إجابة",
}  # fmt: skip


@pytest.mark.parametrize("item", [SCALE, ACT])
@pytest.mark.parametrize("language", NO_NO)
def test_no_is_not_suggested_of_what_only_begins_with_it(language: str, item: Item) -> None:
    near = {}
    for words in NO_NO[language].split("|"):
        (problem,) = Filler.of(language).put(item.id, words).read()[1]
        near[words] = (problem.code, problem.near, problem.rest)
    assert near == dict.fromkeys(NO_NO[language].split("|"), ("unknown-option", "", "no"))


KEPT = [
    # the cells, the entry's value, details and laws, the problems with their places
    ({f"{CHOICES.id}:training": "x", f"{CHOICES.id}:equipment": "later"}, (("training",), "", ()),
    [("Questions!C13", "unknown-tick")]),
    ({CHOICES.id: "all kinds of it", f"{CHOICES.id}:training": "x"}, (("training",), "all kinds of it", ()),
    [("Questions!C10", "taken-as-details")]),
    ({CITATION.id: "Penal Code", f"{CITATION.id} law": "Act 1"}, (None, "", (Citation("Act 1"),)),
    [("Questions!C17", "two-answers")]),
    ({TEXT.id: "none to speak of", f"{TEXT.id} details": "Many."}, ("Many.", "", ()),
    [("Questions!C14", "two-answers")]),
    ({ROWS.id: "see Tables", f"{ROWS.id}#1 1": "Police"},
    (((("name", "Police"), ("task", ""), ("contact", "")),), "", ()), [("Questions!C18", "two-answers")]),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "said", "problems"), KEPT)
def test_what_can_be_read_is_kept_beside_what_is_asked_back(
    cells: dict[str, str], said: tuple[object, ...], problems: list[tuple[str, str]]
) -> None:
    filler = Filler.of()
    for place, value in cells.items():
        code, _, column = place.partition(" ")
        filler.put(code, value, column or "answer")
    reading, found = filler.read()
    (entry,) = reading.entries
    assert (entry.value, entry.details, entry.citations) == said
    assert [(f"{p.place.sheet}!{p.place.cell}", p.code) for p in found] == problems
    assert all(entry.item in found[0].message(language) for language in ("en", "fr"))


def test_a_text_that_is_not_taken_is_quoted_with_the_printed_names_of_the_columns() -> None:
    filler = Filler.of("fr").put(CITATION.id, "Code pénal, articles 331 à 334")
    (problem,) = filler.put(CITATION.id, "Loi 5", "law").read()[1]
    assert problem.message("fr").replace("\u00a0", " ") == (
        "La question untoc.10.1.law a une réponse dans « Loi et disposition », qui a été enregistrée, et un "
        "autre texte, « Code pénal, articles 331 à 334 », dans la colonne « Votre réponse », qui ne l’a pas "
        "été. Veuillez déplacer ce texte là où se trouve la réponse, ou le supprimer."
    )


@pytest.mark.parametrize("value", ["other", "others", "further"])
def test_words_beside_the_option_other_are_a_tick_and_details(value: str) -> None:
    other = Option(value=value, label={"en": "Other", "fr": "Autre"})
    item = CHOICES.model_copy(update={"options": (*CHOICES.options[:2], other)})
    rows = {
        code: Row(code, Sheet("Questions", (("", tick),)), 1, {"answer": 2})
        for code, tick in ((f"{item.id}:training", "✓"), (f"{item.id}:{value}", "Two\nvehicles"))
    }
    head = Row(item.id, Sheet("Questions", (("", None, "Soon."),)), 1, {"answer": 2, "details": 3})
    cells = Cells("a.xlsx", "fr", Laws({}, set()), {}, frozenset())
    entry = read_entry(item, head, rows, cells)
    assert entry == Entry(
        item.id, "Questions", "B1", value=("training", value), details="Soon.\nTwo\nvehicles"
    )
    (problem,) = cells.problems
    assert (problem.code, problem.value, problem.option) == ("other-in-words", "Two vehicles", "Autre")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (SCALE, "choose one from the list in the column “Your answer”"),
        (CHOICES, "put ✓ in the column “Your answer” beside what applies"),
        (TEXT, "write it in the column “Details and explanation”"),
        (CITATION, "write it in the column “Law and provision”"),
        (ROWS, "fill in the table of this question"),
    ],
)
def test_a_comment_without_an_answer_is_kept_and_mentioned(item: Item, words: str) -> None:
    reading, (problem,) = Filler.of().put(item.id, "Done since 2004.", "comment").read()
    assert [entry.comment for entry in reading.entries] == ["Done since 2004."]
    assert (problem.code, problem.place.cell[0]) == ("comment-only", "F")
    assert problem.message() == (
        f"You wrote a comment on question {item.id} but gave no answer. The comment was kept. If it is your "
        f"answer, please {words}."
    )
    assert problem.message("fr")


def test_a_text_in_the_answer_column_is_the_answer_where_there_is_no_other() -> None:
    filler = Filler.of().put(TEXT.id, "Many.").put(CITATION.id, "Act 1")
    reading, problems = filler.read()
    assert reading.entries == (
        Entry(TEXT.id, "Questions", "C14", value="Many."),
        Entry(CITATION.id, "Questions", "C17", citations=(Citation("Act 1"),)),
    )
    assert [problem.code for problem in problems] == ["answer-in-other-cell"] * 2


def test_an_absence_may_be_explained() -> None:
    filler = Filler.of().put(TEXT.id, "Not our remit").put(TEXT.id, "Ask Customs.", "details")
    assert filler.read() == (
        replace(
            filler.read()[0],
            entries=(
                Entry(TEXT.id, "Questions", "C14", absent=Absence.NOT_OUR_REMIT, details="Ask Customs."),
            ),
        ),
        [],
    )


def test_a_short_text_is_an_absence_only_in_the_printed_words() -> None:
    filler = Filler.of().put(LINE.id, "confidential")
    assert filler.entry(LINE.id).value == "confidential"
    assert filler.put(LINE.id, "non communicable.").entry(LINE.id).absent is Absence.CANNOT_DISCLOSE


def test_an_error_and_a_formula_without_result_are_not_empty() -> None:
    filler = Filler.of()
    filler.cell(SCALE.id).value, filler.cell(SCALE.id).data_type = "#N/A", "e"
    filler.cell(TEXT.id, "details").value = "=1+1"
    assert filler.read()[0].entries == ()
    assert filler.said() == [("Questions!C6", "error-cell"), ("Questions!D14", "uncached-formula")]


def test_laws_are_cited_by_number() -> None:
    filler = (
        Filler.of()
        .put("L1", "Penal Code", "law-title")
        .put("L1", "Act 1 of 1990", "law-date")
        .put("L1", "fr", "law-language")
    )
    filler.put("L7", "https://law.example/7", "law-link").put("L9", "Unused", "law-title")
    filler.put(SCALE.id, "L1 art. 3; l7: section 5(2)\nL 1, art. 4; L12 art. 1; Decree 8", "law")
    entry = filler.entry(SCALE.id)
    assert entry is not None
    assert entry.citations == (
        Citation("Penal Code", "art. 3", "Act 1 of 1990", language="fr"),
        Citation("https://law.example/7", "section 5(2)", "", "https://law.example/7"),
        Citation("Penal Code", "art. 4", "Act 1 of 1990", language="fr"),
        Citation("L12 art. 1"),
        Citation("Decree 8"),
    )
    assert filler.said() == [("Questions!E6", "unknown-law"), ("Laws and links!B12", "law-not-cited")]


CITED = [
    ("L1 art. 331 et L2 art. 4", ["Penal Code, art. 331", "AML Act, art. 4"]),
    ("L1 art. 331, voir aussi : L2", ["Penal Code, art. 331", "AML Act"]),
    ("L1, L2 & Decree 8", ["Penal Code", "AML Act, & Decree 8"]),
    ("L1 art. 3 y L2", ["Penal Code, art. 3", "AML Act"]),
    ("see L1, together with L2", ["Penal Code", "AML Act"]),
    ("L1/L2", ["Penal Code", "AML Act"]),
    ("art. 3 of L1 and art. 4 de L2 par. 2", ["Penal Code, art. 3", "AML Act, art. 4 par. 2"]),
    ("L1 as amended by L2 § 4", ["Penal Code, as amended by", "AML Act, § 4"]),
    ("Customs Act s. 9 (see L1)", ["Customs Act s. 9", "Penal Code"]),
    ("Code de commerce, art. L 233-3, et L1", ["Code de commerce, art. L 233-3", "Penal Code"]),
    ("L1 المادة 3 وL2 المادة 4", ["Penal Code, المادة 3", "AML Act, المادة 4"]),
    ("Code de commerce, art. L 3", ["Code de commerce, art. L 3"]),
]


@pytest.mark.parametrize(("cell", "citations"), CITED)
def test_every_law_that_a_cell_refers_to_is_cited_however_they_are_joined(
    cell: str, citations: list[str]
) -> None:
    filler = Filler.of().put("L1", "Penal Code", "law-title").put("L2", "AML Act", "law-title")
    entry = filler.put(SCALE.id, cell, "law").entry(SCALE.id)
    assert entry is not None
    assert [", ".join(filter(None, (c.title, c.provision))) for c in entry.citations] == citations


def test_a_reference_to_an_empty_row_of_laws_is_asked_back_wherever_it_stands() -> None:
    filler = Filler.of().put(SCALE.id, "AML Act s. 4; see also L2", "law")
    reading, (problem,) = filler.read()
    assert reading.entries[0].citations == (Citation("AML Act s. 4"), Citation("L2"))
    assert (problem.code, problem.place.cell, problem.law) == ("unknown-law", "E6", "L2")


def test_two_copies_of_a_law_that_differ_are_a_conflict() -> None:
    filler = Filler.of().put("L1", "Penal Code", "law-title")
    filler.book.copy_worksheet(filler.book["Laws and links"])
    filler.put("L1", "Criminal Code", "law-title")
    assert filler.said() == [("Laws and links!B4", "conflicting-copies")]


def test_texts_outside_the_cells_to_fill_are_mentioned() -> None:
    filler = Filler.of()
    questions, tables, laws = (filler.book[name] for name in ("Questions", "Tables", "Laws and links"))
    questions["J6"], questions["D30"], questions["D11"] = "a note", "another", "beside an option"
    tables["C30"], laws["B40"] = "a row too many", "a law too many"
    filler.book.create_sheet("Annexe")["B2"] = "everything else"
    assert filler.read()[0].entries == ()
    assert filler.said() == [
        ("Questions!J6", "text-beside-question"), ("Questions!D11", "text-beyond-table"),
        ("Questions!D30", "text-beyond-table"),
        ("Tables!C30", "text-beyond-table"), ("Laws and links!B40", "text-beyond-table"),
        ("Annexe!B2", "extra-sheet"),
    ]  # fmt: skip


def test_a_row_of_no_question_is_mentioned() -> None:
    filler = Filler.of()
    sheet = filler.book["Questions"]
    sheet["A30"], sheet["C30"], sheet["D30"] = "untoc.5.9.z", "Yes", "details"
    assert filler.said() == [("Questions!A30", "unknown-row-code")]


def test_a_changed_question_is_mentioned_when_it_is_answered() -> None:
    filler = Filler.of().put(SCALE.id, "Yes").put(SCALE.id, "Is murder an offence?", "question")
    filler.put(ACT.id, "Is theft an offence?", "question")
    assert filler.entry(SCALE.id).value == "yes"
    assert filler.said() == [("Questions!B6", "locked-text-changed"), ("Questions!B7", "text-in-question")]


def test_another_file_is_not_a_workbook_of_ours() -> None:
    contents = Contents("ods", (Sheet("Budget", (("Item", "Price"), ("Pens", 3.0))),))
    reading, problems = read(contents, questionnaires=QUESTIONNAIRES, shown="b.ods")
    assert (reading.entries, reading.carriers) == ((), ())
    assert [(str(problem.place), problem.code) for problem in problems] == [("b.ods", "no-questions-found")]


def visible(text: str) -> bool:
    return not is_blank(text)


hostile = st.one_of(
    st.sampled_from(
        ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "http://x", "mailto:a@b",
        "x" * 32_767, "_x0041_", "<r>a</r>",
         "&lt;b&gt;", "]]>", "a\nb\n", "  lead and trail  ", "مرحبا \u202e בלה", "e\u0301 é",
         "\U0001f468\u200d\U0001f469", "'quoted",
         "{{ 7*7 }}", "untoc.5.1.b", "L1", "#N/A", "TRUE", "1,234", "\t", "00ff"]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1,
    max_size=60),
).filter(lambda text: visible(text) and not remark(text))  # fmt: skip
word = st.text("abcdefghijkmnopqrstuvwxyz é()§٣", min_size=1, max_size=12).map(str.strip).filter(bool)
numbers = st.one_of(
    st.integers(-(10**15), 10**15).map(Decimal),
    st.floats(-1e9, 1e9, allow_subnormal=False).map(lambda f: Decimal(repr(float(f"{f:.14g}")))),
)
rows = st.lists(
    st.tuples(*(st.one_of(st.just(""), hostile) for _ in ROWS.columns)).filter(any), min_size=1, max_size=12
).map(lambda table: tuple(tuple(zip([c.id for c in ROWS.columns], row, strict=True)) for row in table))
VALUES = {
    SCALE.id: st.sampled_from(SCALE.values),
    ACT.id: st.sampled_from(ACT.values),
    CHOICE.id: st.sampled_from(CHOICE.values),
    CHOICES.id: st.lists(st.sampled_from(CHOICES.values), min_size=1, unique=True).map(
        lambda ticked: tuple(sorted(ticked, key=CHOICES.values.index))
    ),
    TEXT.id: hostile.filter(lambda text: folded(text) not in printed_absences()),
    LINE.id: hostile.filter(lambda text: folded(text) not in printed_absences()),
    DATE.id: st.dates(date(1900, 3, 1), date(2199, 12, 31)).filter(lambda day: not year_of(day)),
    NUMBER.id: numbers,
    ROWS.id: rows,
}


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Draw answers to some of the questions."""
    drawn = []
    for item in draw(
        st.lists(st.sampled_from(tuple(QUESTIONNAIRE.items)), unique_by=lambda item: item.id, min_size=1)
    ):
        values = VALUES.get(item.id)
        entry = Entry(item.id, "", "", comment=draw(st.one_of(st.just(""), hostile)))
        if values is None:
            titles = st.tuples(word, word, word).map(
                lambda t: Citation(f"Act {t[0]}", t[1], t[2], "https://law.example/")
            )
            entry = replace(entry, citations=tuple(draw(st.lists(titles, min_size=1, max_size=3))))
        elif draw(st.booleans()):
            entry = replace(entry, value=draw(values))
        else:
            entry = replace(entry, absent=draw(st.sampled_from(Absence)))
        if entry.item != TEXT.id:
            entry = replace(entry, details=draw(st.one_of(st.just(""), hostile)))
        drawn.append(entry)
    return tuple(drawn)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(entries(), st.sampled_from(["en", "fr"]))
def test_whatever_is_filled_in_is_read_unaltered(drawn: tuple[Entry, ...], language: str) -> None:
    reading, problems = fill(Filler.of(language), drawn, language).read()
    found = {replace(entry, sheet="", cell="") for entry in reading.entries}
    assert found == set(drawn)
    assert problems == []
