"""The Word form with answers in place: it reads back as them, and a change is a change of that one alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from problems import Problem
from questionnaires.model import Item
from responses.model import Answer, Citation
from tests.paper import Paper
from tests.sample_form import form
from tests.sample_workbook import (
    ACT,
    CHOICE,
    CHOICES,
    CITATION,
    CONSULTATION,
    DATE,
    ITEMS,
    LINE,
    NUMBER,
    ROWS,
    SCALE,
    TEXT,
    TOKEN,
    issuer,
    stakeholder,
)
from tests.test_office import converted
from tests.test_prefill import ANSWERS, CITED, answer, plainly, said
from tests.test_printed import read_form
from tests.test_read import entries, hostile
from workbooks.answers import Entry
from workbooks.child import examine
from workbooks.issue import Issuer
from workbooks.layout import option_code, table_code
from workbooks.prefill import in_figures
from workbooks.printed import printed_form
from workbooks.read import read
from workbooks.remarks import names_no_law

ARABIC = "نعم، منذ 2004 (Act 7)\n\tثانيًا: انظر"


def written(answers: Sequence[Answer], language: str = "en", **more: Any) -> bytes:
    return printed_form(issuer(), stakeholder(language), ITEMS, TOKEN, answers=answers, **more)


def read_back(data: bytes) -> tuple[set[Answer], list[Problem]]:
    reading, problems = read_form(data)
    return said(reading.entries), problems


def by_item(found: set[Answer]) -> dict[str, Answer]:
    return {each.item: each for each in found}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_an_untouched_form_reads_back_as_the_answers_in_it(language: str) -> None:
    assert read_back(written(ANSWERS, language)) == (set(ANSWERS), [])


def test_equal_answers_make_equal_bytes() -> None:
    assert written(ANSWERS) == written(ANSWERS) != written(ANSWERS[1:])


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_libreoffice_keeps_the_answers_in_place(tmp_path: Path, suffix: str) -> None:
    answers = {*ANSWERS[1:], answer(SCALE.id, "in-part", details=ARABIC.replace("\t", ""))}
    path = tmp_path / "form.docx"
    path.write_bytes(written(tuple(answers), "fr"))
    assert read_back(converted(path, suffix).read_bytes()) == (answers, [])


LAWS = CITED.filter(lambda laws: not any(names_no_law(law.title) for law in laws))
PIECES = ("a", "ثانيًا", "\n", "\t", " ", "•", "1.", "☒", "‑", "\u00a0")
SHAPED = st.lists(st.sampled_from(PIECES), min_size=1).map("".join)
"""Texts in which lines, tabs and directions meet."""


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(entries(), LAWS, st.one_of(hostile, SHAPED).filter(str.strip), st.sampled_from(["en", "fr", "ar"]))
def test_whatever_is_put_in_place_is_read_unaltered(
    drawn: tuple[Entry, ...], cited: tuple[Citation, ...], words: str, language: str
) -> None:
    answers = list(said(drawn))
    answers[0] = replace(answers[0], comment=words)
    if not answers[0].citations and all(map(plainly, cited)):
        answers[0] = replace(answers[0], citations=() if answers[0].absent else cited)
    remarks = {answers[0].item: words}
    assert read_back(written(answers, language, remarks=remarks)) == (set(answers), [])


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-10_000, max_value=10_000))
def test_a_number_is_written_with_one_reading(number: Decimal) -> None:
    ((entry,), problems) = read_back(written([answer(NUMBER.id, number)]))
    assert (entry.value, problems) == (number, [])


def test_a_number_that_could_be_a_thousand_gets_a_nought() -> None:
    written_so = {"1.234": "1.2340", "1.5": "1.5", "0.125": "0.125", "1234": "1234", "-12.345": "-12.3450"}
    assert {number: in_figures(Decimal(number)) for number in written_so} == written_so


@pytest.mark.parametrize(
    ("item", "change", "column", "new"),
    [
        (SCALE, "No", "answer", {"value": "no"}),
        (SCALE, "Changed.\nTwice.", "details", {"details": "Changed.\nTwice."}),
        (SCALE, "", "details", {"details": ""}),
        (SCALE, "", "comment", {"comment": ""}),
        (CHOICE, "Imprisonment", "answer", {"value": "prison"}),
        (LINE, "Conspiracy", "answer", {"value": "Conspiracy"}),
        (TEXT, "Other words", "details", {"value": "Other words"}),
        (DATE, "2005-01-31", "answer", {"value": date(2005, 1, 31)}),
        (NUMBER, "12", "answer", {"value": Decimal(12), "absent": None}),
        (CITATION, "Decree 9", "law", {"citations": (Citation("Decree 9"),)}),
    ],
)
def test_what_is_changed_changes_and_nothing_else(
    item: Item, change: str, column: str, new: dict[str, Any]
) -> None:
    paper = Paper.of(answers=ANSWERS)
    if column == "answer" and item.values:
        paper.put(item.id, change)
    else:
        paper.type(item.id, change, column)
    found, problems = read_back(paper.bytes())
    before = by_item(set(ANSWERS))
    assert (by_item(found), problems) == (before | {item.id: replace(before[item.id], **new)}, [])


@pytest.mark.parametrize("item", [CHOICE, LINE, TEXT, DATE, NUMBER])
def test_what_is_cleared_is_gone_and_nothing_else(item: Item) -> None:
    column = "details" if item is TEXT else "answer"
    paper = Paper.of(answers=ANSWERS).type(item.id, "", column)
    assert read_back(paper.bytes()) == ({each for each in ANSWERS if each.item != item.id}, [])


def test_a_tick_taken_away_and_a_row_emptied_leave_the_others() -> None:
    paper = Paper.of(answers=ANSWERS).put(option_code(CHOICES, CHOICES.option("training")), "")
    paper.type(table_code(ROWS, 1), "", "2")
    found = by_item(read_back(paper.bytes())[0])
    assert found[CHOICES.id].value == ("equipment",)
    assert found[ROWS.id].value == ((("name", "Customs"), ("task", ""), ("contact", "")),)
    others = {each for each in ANSWERS if each.item not in {CHOICES.id, ROWS.id}}
    assert others == {each for name, each in found.items() if name not in {CHOICES.id, ROWS.id}}


def test_tables_grow_with_what_is_in_them() -> None:
    rows = tuple((("name", f"Body {number}"), ("task", "ثان"), ("contact", "")) for number in range(9))
    laws = tuple(
        Citation(f"Act {number}", f"art. {number}", link="https://x.example") for number in range(20)
    )
    answers = {answer(ROWS.id, rows), answer(ACT.id, "yes", citations=laws)}
    assert read_back(written(tuple(answers))) == (answers, [])


def test_arabic_words_run_from_right_to_left_in_an_english_form_and_english_ones_in_an_arabic_form() -> None:
    for language, words, turned in (("en", ARABIC, None), ("ar", "Since 2004.", "0")):
        paragraph = (
            Paper.of(language, answers=[answer(SCALE.id, "yes", details=words)])
            .cell(SCALE.id, "details")
            .paragraphs[0]
            ._p
        )
        bidi = paragraph.pPr.find(qn("w:bidi"))
        assert (bidi is not None, bidi.get(qn("w:val"))) == (True, turned)
        assert (paragraph.find(f".//{qn('w:rtl')}") is not None) == (language == "en")


def test_what_needs_another_look_stands_beneath_its_question() -> None:
    paper = Paper.of(answers=ANSWERS, remarks={SCALE.id: "Which part is missing?"})
    assert (
        paper.cell(SCALE.id, "question")
        .text.rstrip("\N{NO-BREAK SPACE}")
        .endswith("\n→ Which part is missing?")
    )
    assert paper.document.tables[0].rows[1].cells[0].text == (
        "10 answers are in place already. Please check them, and change what is not right.\n"
        "One question needs another look: its cell is reddish, "
        "and what it is about stands beneath it, after →."
    )
    shades = [next(paper.cell(item.id)._tc.iter(qn("w:shd"))) for item in (SCALE, ACT)]
    fills = [shade.get(qn("w:fill")) for shade in shades]
    assert fills == ["FCE4D6", "FFF8E1"]


def test_what_is_not_asked_is_left_out() -> None:
    data = printed_form(issuer(), stakeholder(), (SCALE.id,), TOKEN, answers=ANSWERS)
    assert read_back(data)[0] == {ANSWERS[0]}


def test_the_answers_of_a_form_are_in_place_even_laws_that_it_does_not_ask_for(tmp_path: Path) -> None:
    application = form(tmp_path)
    base = "dialogue.application"
    answers = {
        answer(f"{base}.name", "شبكة النساء", citations=(Citation("Act 7"),)),
        answer(f"{base}.subjects", ("victims",)),
        answer(f"{base}.delegates", ((("name", "Awa"), ("role", "")),)),
    }
    data = printed_form(
        Issuer(CONSULTATION, [application]),
        stakeholder(),
        tuple(application.by_id),
        TOKEN,
        answers=tuple(answers),
    )
    contents, _ = examine(data)
    assert contents is not None
    reading, wrong = read(contents, questionnaires={application.id: application}, shown="form.docx")
    assert (said(reading.entries), wrong) == (answers, [])
