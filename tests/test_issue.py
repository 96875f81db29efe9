"""What an issued workbook holds, and that equal arguments give equal bytes."""

import os
import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from languages import say
from languages.messages import spoken
from questionnaires.load import load_questionnaire
from questionnaires.model import AnswerType, Condition, Item
from stakeholders.model import Attribution, Kind
from tests.sample_workbook import (
    ACT,
    CHOICES,
    CONSULTATION,
    ITEMS,
    LINE,
    QUESTIONNAIRE,
    ROWS,
    SCALE,
    TEXT,
    TOKEN,
    issuer,
    read_bytes,
    stakeholder,
)
from workbooks.child import examine
from workbooks.issue import CannotIssue, Issuer
from workbooks.read import read

LATER = Item(
    id="untoc.5.later",
    instrument="untoc",
    article=5,
    type=AnswerType.NUMBER,
    text={"en": "How many people?", "fr": "Combien de personnes ?"},
    enable_when=(
        Condition(question=SCALE.id, operator="=", answer="no"),
        Condition(question=CHOICES.id, operator="in", answer=("training",)),
    ),
    enable_behavior="any",
)
FIRST, SECOND = QUESTIONNAIRE.sections
WITH_LATER = QUESTIONNAIRE.model_copy(
    update={"sections": (FIRST.model_copy(update={"items": (*FIRST.items, LATER)}), SECOND)}
)
GOLDEN = Path(__file__).parent / "golden"


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def issued(language: str = "en", items: tuple[str, ...] = ITEMS, **more: Any) -> bytes:
    return issuer().workbook(stakeholder(language, **more), items, TOKEN)


def projection(data: bytes) -> str:
    """Tell a workbook as text: its sheets, their cells in order; cells to fill in brackets."""
    lines = []
    for sheet in opened(data).worksheets:
        marks = [
            mark
            for mark, on in (("hidden", sheet.sheet_state != "visible"), ("locked", sheet.protection.sheet))
            if on
        ]
        marks += [f"freeze {sheet.freeze_panes}", sheet.page_setup.orientation or "portrait"]
        lines.append(f"== {sheet.title} ({'; '.join(marks)})")
        for row in sheet.iter_rows():
            cells = [f"{c.coordinate}: {c.value}" if c.value is not None else f"[{c.coordinate}]" for c in row
                     if c.value is not None or not c.protection.locked]  # fmt: skip
            if cells:
                lines.append(" | ".join(cells).replace("\n", "⏎"))
        rules = []
        for rule in sorted(sheet.data_validations.dataValidation, key=lambda rule: str(rule.sqref)):
            wall = "warns" if rule.showErrorMessage else "silent"
            rules.append(f"{rule.sqref} offers {rule.formula1} ({wall}: {rule.prompt})")
        lines += rules
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_issued_workbook_reads_as_it_was_agreed(language: str) -> None:
    """Compare with tests/golden; write it anew with UPDATE_GOLDEN=1, and look at the difference."""
    golden = GOLDEN / f"workbook.{language}.txt"
    told = projection(issued(language))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_equal_arguments_give_equal_bytes() -> None:
    assert issued() == issued()
    one = issuer()
    first = one.workbook(stakeholder(), ITEMS, TOKEN)
    one.workbook(stakeholder(name="Another body"), ITEMS, TOKEN)
    assert one.workbook(stakeholder(), ITEMS, TOKEN) == first


def test_the_zip_is_whole_and_carries_no_time() -> None:
    with ZipFile(BytesIO(issued())) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(2020, 1, 1, 0, 0, 0)}
        for name in archive.namelist():
            etree.fromstring(archive.read(name))


def test_nothing_of_the_template_is_left_over() -> None:
    with ZipFile(BytesIO(issued())) as archive:
        assert not [name for name in archive.namelist() if b"ZHOLE" in archive.read(name)]


def test_there_are_no_macros_links_or_outside_parts() -> None:
    with ZipFile(BytesIO(issued())) as archive:
        assert not [
            n
            for n in archive.namelist()
            if re.search(r"vba|external|embed|media|hyperlink|comment", n, re.IGNORECASE)
        ]
        assert not [
            n
            for n in archive.namelist()
            if b"TargetMode" in archive.read(n) or b"<hyperlink" in archive.read(n)
        ]


NAMES = [
    'Ministry of Justice & Law <Police> "CID"', '=HYPERLINK("http://x")', "مركز مكافحة الاتجار",
    "ZHOLEcodeZ", "&L&P", "<r>rich</r>",
    "_x0041_", "a\x00b\x1f\ud800", "N" * 5_000, "line\nbreak", " padded ", "]]>", "{ $name }",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_any_name_stands_on_the_first_sheet_as_it_is(name: str, language: str) -> None:
    data = issued(language, name=name)
    contents, problems = examine(data)
    assert contents is not None, problems
    texts = [value for _, _, value in contents.sheets[0].cells() if isinstance(value, str)]
    shown = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "�", name)
    assert len([text for text in texts if shown in text]) == 1
    assert not [
        c
        for row in opened(data)["Start"].iter_rows()
        for c in row
        if c.data_type == "f" and "HYPERLINK" in str(c.value)
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_no_name_breaks_the_file(name: str) -> None:
    with ZipFile(BytesIO(issued(name=name))) as archive:
        parts = {part: etree.fromstring(archive.read(part)) for part in archive.namelist()}
    assert "xl/sharedStrings.xml" in parts


def test_words_that_no_cell_can_hold_are_refused_not_cut() -> None:
    with pytest.raises(CannotIssue) as refused:
        issued(name="N" * 40_000)
    assert refused.value.problem.code == "cell-text-too-long"
    assert "32" in str(refused.value)
    assert refused.value.problem.message("fr").startswith("Un texte de 40")


def test_an_unknown_item_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError, match=r"untoc\.5\.nothing"):
        issued(items=("untoc.5.nothing",))


def test_only_the_items_asked_are_in_the_file() -> None:
    with ZipFile(BytesIO(issued(items=(SCALE.id, LINE.id)))) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert SCALE.text["en"] in whole
    assert not [
        item.id
        for item in QUESTIONNAIRE.items
        if item.id not in (SCALE.id, LINE.id) and item.text["en"] in whole
    ]
    assert "Tables" not in whole
    assert "Imprisonment" not in whole


def test_the_sheet_of_tables_is_there_when_it_is_needed() -> None:
    assert opened(issued()).sheetnames == ["Start", "Questions", "Tables", "Laws and links", "Lists"]
    assert opened(issued(items=(SCALE.id,))).sheetnames == ["Start", "Questions", "Laws and links", "Lists"]


def test_a_follow_up_whose_question_is_not_asked_stands_alone() -> None:
    sheet = opened(issued(items=(ACT.id,)))["Questions"]
    assert sheet["B6"].value == "Must an act in furtherance be committed? [Article 5, paragraph 1(a)(i)]"
    assert sheet["G6"].value == "=IF(COUNTA($C$6:$C$6)>0,1,0)"


@pytest.mark.parametrize(
    ("language", "kind", "attribution", "sentence"),
    [
        (
            "en",
            Kind.AUTHORITY,
            Attribution.NAMED,
            "In the report your organization may be named beside them.",
        ),
        (
            "en",
            Kind.NGO,
            Attribution.BY_TYPE,
            "only by type (“Non-governmental organization”), without your name",
        ),
        ("fr", Kind.NGO, Attribution.ANONYMOUS, "Le rapport n’indique ni votre nom ni le type d’organisme"),
    ],
)
def test_the_first_sheet_says_who_will_see_the_answers(
    language: str, kind: Kind, attribution: Attribution, sentence: str
) -> None:
    sheet = opened(issued(language, kind=kind, attribution=attribution)).worksheets[0]
    assert sentence in sheet["C6"].value


def test_the_first_sheet_says_until_when_and_whom_to_ask() -> None:
    sheet = opened(issued()).worksheets[0]
    assert [sheet["C7"].value, sheet["C8"].value, sheet["C13"].value] == [
        "Friday, 29 January 2027, 17:00 (Africa/Bamako)",
        "Aminata Keïta · Ministry of Justice · focal.point@justice.example · +999 20 22 10 10",
        TOKEN,
    ]


def test_a_draft_says_so_and_a_verified_active_questionnaire_does_not() -> None:
    def notes(data: bytes) -> set[str]:
        return {str(row[2].value) for row in opened(data).worksheets[0].iter_rows(min_row=14)}

    draft, unverified = (say("en", "workbook", f"start-{name}") for name in ("draft", "unverified"))
    assert {draft, unverified} <= notes(issued())
    settled = QUESTIONNAIRE.model_copy(update={"status": "active", "verified": True})
    assert not {draft, unverified} & notes(
        Issuer(CONSULTATION, [settled]).workbook(stakeholder(), ITEMS, TOKEN)
    )


def test_the_progress_line_starts_at_nothing() -> None:
    values = openpyxl.load_workbook(BytesIO(issued()), data_only=True)
    assert values["Start"]["C11"].value == "0 of 9 answered"
    assert [values["Questions"][f"G{row}"].value for row in (6, 7, 11)] == [0, None, "-"]


@pytest.mark.parametrize(
    ("language", "items", "note"),
    [
        ("en", (SCALE.id, LINE.id), ""),
        (
            "en",
            ITEMS,
            (
                "One of the 10 questions is a follow-up: it counts here only once it applies, "
                "so the total changes as you answer."
            ),
        ),
        (
            "fr",
            (SCALE.id, ACT.id, LATER.id),
            (
                "Sur les 3 questions, 2 sont complémentaires : elles ne sont comptées ici que "
                "lorsqu’elles s’appliquent ; le total change donc à mesure que vous répondez."
            ),
        ),
    ],
)
def test_the_first_sheet_says_why_its_total_changes(language: str, items: tuple[str, ...], note: str) -> None:
    data = Issuer(CONSULTATION, [WITH_LATER]).workbook(stakeholder(language), items, TOKEN)
    assert plain(opened(data).worksheets[0]["C12"].value) == note


@pytest.mark.parametrize(
    ("items", "english", "french"),
    [
        (
            (CHOICES.id, LATER.id),
            "Only if “Training” is ticked above:",
            "Seulement si « Formation » est coché ci-dessus :",
        ),
        (
            (CHOICES.id, TEXT.id, LATER.id),
            "Only if “Training” is ticked under question untoc.5.assistance:",
            "Seulement si « Formation » est coché à la question untoc.5.assistance :",
        ),
        (
            (SCALE.id, CHOICES.id, TEXT.id, LATER.id),
            (
                "Only if the answer to question untoc.5.1.a.i is “No” or "
                "“Training” is ticked under question untoc.5.assistance:"
            ),
            (
                "Seulement si la réponse à la question untoc.5.1.a.i est « Non » ou "
                "« Formation » est coché à la question untoc.5.assistance :"
            ),
        ),
        ((LATER.id,), "How many people?", "Combien de personnes ?"),
    ],
)
def test_a_condition_names_the_question_it_rests_on_unless_that_stands_just_above(
    items: tuple[str, ...], english: str, french: str
) -> None:
    for language, sentence in (("en", english), ("fr", french)):
        sheet = opened(
            Issuer(CONSULTATION, [WITH_LATER]).workbook(stakeholder(language), items, TOKEN)
        ).worksheets[1]
        (found,) = (row[1].value for row in sheet.iter_rows(min_row=4) if row[0].value == LATER.id)
        assert plain(found).split("\n")[0] == sentence


def plain(found: object) -> str:
    """Without the spaces that keep French punctuation on its line."""
    return str(found).replace("\u00a0", " ")


def test_right_to_left_sheets_for_arabic() -> None:
    assert [sheet.sheet_view.rightToLeft for sheet in opened(issued("ar")).worksheets] == [True] * 5
    assert not any(sheet.sheet_view.rightToLeft for sheet in opened(issued("fr")).worksheets)


def test_the_language_is_the_first_that_both_speak() -> None:
    one = issuer()
    assert one.language(stakeholder().model_copy(update={"languages": ("es", "fr", "en")})) == "fr"
    assert one.language(stakeholder().model_copy(update={"languages": ("es",)})) == "en"


def test_the_page_is_set_up_for_paper() -> None:
    sheet = opened(issued())["Questions"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$3:$3", "A4")
    assert sheet.oddFooter.left.text.strip() == TOKEN
    assert sheet.oddFooter.left.size == 8


def test_only_the_tinted_cells_can_be_changed_and_there_is_no_password() -> None:
    book = opened(issued())
    open_cells = {
        sheet.title: {c.column_letter for row in sheet.iter_rows() for c in row if not c.protection.locked}
        for sheet in book.worksheets
    }
    assert open_cells == {
        "Start": set(),
        "Questions": set("CDEF"),
        "Tables": set("BCD"),
        "Laws and links": set("BCDE"),
        "Lists": set(),
    }
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book.worksheets)
    tinted = {
        c.fill.fgColor.rgb
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for c in row
        if not c.protection.locked
    }
    assert tinted == {"FFFFF8E1"}


def test_rows_are_high_enough_for_long_questions() -> None:
    long = QUESTIONNAIRE.sections[0].items[0].model_copy(update={"text": {"en": "Is this so? " * 60}})
    section = QUESTIONNAIRE.sections[0].model_copy(update={"items": (long,)})
    sheet = opened(
        Issuer(CONSULTATION, [QUESTIONNAIRE.model_copy(update={"sections": (section,)})]).workbook(
            stakeholder(), (long.id,), TOKEN
        )
    )["Questions"]
    assert 150 < sheet.row_dimensions[6].height < 409


def test_a_long_name_makes_its_row_higher() -> None:
    short, long = (
        opened(issued(name=name)).worksheets[0].row_dimensions[4].height for name in ("A", "Body " * 80)
    )
    assert short < 45 < long


@pytest.mark.parametrize("language", spoken())
def test_what_a_cell_says_fits_where_excel_shows_it(language: str) -> None:
    """Excel refuses a title over 32 characters and a message over 255."""
    for name in (
        "choose",
        *(f"choose-{k}" for k in ("tick", "text", "law", "table", "options", "line", "date", "number")),
        "refused",
    ):
        assert len(say(language, "workbook", name)) <= 255
    assert all(len(say(language, "workbook", name)) <= 32 for name in ("choose-title", "refused-title"))


@pytest.mark.parametrize("language", spoken())
def test_the_shipped_questionnaire_is_issued_and_read_whole(language: str) -> None:
    questionnaire = load_questionnaire("untoc.1")
    items = tuple(questionnaire.by_id)
    data = Issuer(CONSULTATION, [questionnaire]).workbook(stakeholder(language), items, TOKEN)
    contents, problems = examine(data)
    assert contents is not None, problems
    reading, problems = read(contents, questionnaires={questionnaire.id: questionnaire}, shown="a.xlsx")
    assert (reading.entries, reading.language, problems) == ((), language, [])
    rows = {
        sheet.cell(row, 1).value for sheet in opened(data).worksheets for row in range(1, sheet.max_row + 1)
    }
    assert set(items) <= rows


def test_two_questionnaires_in_one_workbook_have_a_heading_each() -> None:
    text = (
        QUESTIONNAIRE.model_dump_json(by_alias=True)
        .replace("untoc", "tip")
        .replace("United Nations Convention against", "Protocol on")
    )
    other = type(QUESTIONNAIRE).model_validate_json(text)
    both = Issuer(CONSULTATION, [QUESTIONNAIRE, other])
    sheet = opened(both.workbook(stakeholder(), (SCALE.id, "tip.5.1.a.i"), TOKEN))["Questions"]
    assert [sheet.cell(row, 1).value for row in range(4, 12)] == [
        "United Nations Convention against Transnational Organized Crime",
        "Article 5. Criminalization of participation in an organized criminal group",
        "Taking part in a criminal group is an offence of its own.",
        SCALE.id,
        "Protocol on Transnational Organized Crime",
        "Article 5. Criminalization of participation in an organized criminal group",
        "Taking part in a criminal group is an offence of its own.",
        "tip.5.1.a.i",
    ]  # fmt: skip


def test_every_type_of_answer_is_in_the_sample() -> None:
    assert {item.type for item in QUESTIONNAIRE.items} == set(AnswerType)
    assert {CHOICES.type, ROWS.type} == {AnswerType.CHOICES, AnswerType.ROWS}


def test_an_issued_workbook_reads_as_nothing_said() -> None:
    reading, problems = read_bytes(issued())
    assert (reading.entries, problems) == ((), [])


def test_no_time_of_making_is_in_the_properties() -> None:
    assert opened(issued()).properties.created == datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
