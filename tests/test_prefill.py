"""A workbook with answers in place: it says them, reads back as them, and shows what needs another look."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from time import perf_counter

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaires.load import load_questionnaire
from questionnaires.model import Questionnaire
from responses.model import Absence, Answer, Citation, Provenance
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
    QUESTIONNAIRES,
    ROWS,
    SCALE,
    TEXT,
    TOKEN,
    issuer,
    read_bytes,
    stakeholder,
)
from tests.test_office import converted
from tests.test_read import entries, hostile, word
from workbooks.answers import Entry
from workbooks.child import examine
from workbooks.issue import CannotIssue, Issuer
from workbooks.layout import REMARK_END
from workbooks.read import read

PROVENANCE = Provenance("fiu", "r-1", "0" * 64, "", "", datetime(2027, 1, 4, tzinfo=UTC), "en", "")
PENAL_CODE = Citation("Penal Code", "art. 3", "Act 1 of 1990", "https://law.example/1", "en")
DECREE = Citation("Decree 7", "art. L 233-3")


def answer(item: str, value: object = None, **more: object) -> Answer:
    return Answer(item, PROVENANCE, value, **more)


ANSWERS = (
    answer(SCALE.id, "in-part", details="Since 2004.\nSee below.", comment="- draft"),
    answer(ACT.id, "no", citations=(PENAL_CODE, DECREE)),
    answer(CHOICE.id, "fine"),
    answer(LINE.id, '=HYPERLINK("http://x")'),
    answer(CHOICES.id, ("training", "equipment")),
    answer(TEXT.id, "+1 على نحو"),
    answer(CITATION.id, citations=(Citation("Act on companies; 2010"), Citation("Decree 7"))),
    answer(ROWS.id, ((("name", "Customs"), ("task", "=Borders"), ("contact", "")),)),
    answer(DATE.id, date(2004, 5, 6)),
    answer(NUMBER.id, absent=Absence.NOT_KNOWN),
)


def issued(answers: Sequence[Answer] = ANSWERS, language: str = "en", **more: object) -> bytes:
    return issuer().workbook(stakeholder(language), ITEMS, TOKEN, answers=answers, **more)


def opened(data: bytes, *, values: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data), data_only=values)


def said(found: Sequence[Entry]) -> set[Answer]:
    return {
        answer(e.item, e.value, absent=e.absent, details=e.details, citations=e.citations, comment=e.comment)
        for e in found
    }


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_answers_in_place_read_back_as_they_are(language: str) -> None:
    reading, wrong = read_bytes(issued(language=language))
    assert said(reading.entries) == set(ANSWERS)
    assert wrong == []


CITED = st.lists(
    st.one_of(
        st.builds(Citation, st.one_of(hostile.filter(lambda text: len(text) < 1000), word)),
        st.tuples(word, word, word).map(lambda t: Citation(f"Act {t[0]}", f"art. {t[1]}", t[2], "https://x.example")),
    ),
    min_size=1,
    max_size=4,
    unique=True,
).map(tuple)  # fmt: skip
HOLES = st.sampled_from(["ZHOLEcodeZ", "ZHOLEnothingZ", "aZHOLEtokenZb ZHOLE", "<t>ZHOLE"])


def plainly(citation: Citation) -> bool:
    """Say whether a title is one that a cell can hold as a line or a row."""
    return citation.title == citation.title.strip() and "\n" not in citation.title


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(entries(), CITED, HOLES, st.sampled_from(["en", "fr"]))
def test_whatever_is_put_in_place_is_read_unaltered(
    drawn: tuple[Entry, ...], cited: tuple[Citation, ...], hole: str, language: str
) -> None:
    answers = [
        answer(e.item, e.value, absent=e.absent, details=e.details, citations=e.citations, comment=e.comment)
        for e in drawn
    ]
    answers[0] = replace(answers[0], comment=hole)
    if not answers[0].citations and all(map(plainly, cited)):
        answers[0] = replace(answers[0], citations=() if answers[0].absent else cited)
    reading, wrong = read_bytes(issued(answers, language, remarks={drawn[0].item: hole}))
    assert said(reading.entries) == set(answers)
    assert {each.code for each in wrong} <= {"unknown-law"}  # a text such as “L9” is cited as it stands


def test_laws_stand_on_their_sheet_and_mere_titles_in_the_cell() -> None:
    book = opened(issued())
    questions, laws = book["Questions"], book["Laws and links"]
    assert questions["E7"].value == "L1 art. 3; L2 art. L 233-3"
    assert questions["E17"].value == "Act on companies; 2010\nDecree 7"
    assert [[cell.value for cell in row[:5]] for row in laws.iter_rows(min_row=4, max_row=6)] == [
        ["L1", "Penal Code", "Act 1 of 1990", "en", "https://law.example/1"],
        ["L2", "Decree 7", None, None, None],
        ["L3", None, None, None, None],
    ]


def test_a_number_that_led_nowhere_stands_as_it_was_written() -> None:
    """“L9 s. 3”, without a law in the row L9: it is no law's title, and no other law gets the number."""
    missing = Citation("L2 s. 3")
    answers = (
        answer(SCALE.id, "yes", citations=(missing,)),
        answer(ACT.id, "no", citations=(PENAL_CODE, DECREE)),
    )
    data = issued(answers)
    book = opened(data)
    assert book["Questions"]["E6"].value == "L2 s. 3"
    assert [book["Laws and links"][cell].value for cell in ("B4", "B5", "B6")] == [
        "Penal Code",
        None,
        "Decree 7",
    ]
    reading, wrong = read_bytes(data)
    assert said(reading.entries) == set(answers)
    assert [(each.code, each.place.cell) for each in wrong] == [("unknown-law", "E6")]


def test_more_laws_than_the_sheet_holds_stand_as_text() -> None:
    many = tuple(Citation(f"Act {number}", "art. 1") for number in range(31))
    reading, _ = read_bytes(issued([answer(CITATION.id, citations=many)]))
    assert reading.entries[0].citations == tuple(Citation(f"Act {number}, art. 1") for number in range(31))


def test_what_begins_like_a_formula_is_a_text() -> None:
    book = opened(issued())
    assert book["Questions"]["C9"].data_type == book["Tables"]["C5"].data_type == "s"
    assert (book["Questions"]["C9"].number_format, book["Questions"]["C9"].protection.locked) == ("@", False)


def test_a_table_grows_with_its_rows() -> None:
    rows = tuple((("name", f"Body {number}"), ("task", ""), ("contact", "")) for number in range(15))
    reading, wrong = read_bytes(issued([answer(ROWS.id, rows)]))
    assert ([entry.value for entry in reading.entries], wrong) == ([rows], [])


def test_what_is_not_asked_is_left_out() -> None:
    data = issuer().workbook(stakeholder(), (SCALE.id,), TOKEN, answers=ANSWERS, remarks={TEXT.id: "Look."})
    assert said(read_bytes(data)[0].entries) == {ANSWERS[0]}
    assert opened(data)["Start"]["B5"].value == (
        "One answer is in place already. Please check it, and change it where it is not right."
    )


REMARKS = {SCALE.id: "Which part is missing?", CHOICES.id: "=Another body named drafting too."}


@pytest.mark.parametrize(
    ("language", "notice", "mark"),
    [
        (
            "en",
            (
                "10 answers are in place already. Please check them, and change what is not right.\n"
                "2 questions need another look: untoc.5.1.a.i · untoc.5.assistance. What it is about stands "
                "beneath each of them, after →, on the sheet “Questions”."
            ),
            f"Think of conspiracy & similar offences.\n→ Which part is missing?{REMARK_END}",
        ),
        (
            "fr",
            (
                "10 réponses sont déjà inscrites. Veuillez les vérifier et corriger ce qui n’est pas exact.\n"
                "2 questions sont à revoir : untoc.5.1.a.i · untoc.5.assistance. Ce dont il s’agit figure "
                "sous chacune d’elles, après →, sur la feuille « Questions »."
            ),
            f"Pensez à l’association de malfaiteurs.\n→ Which part is missing?{REMARK_END}",
        ),
    ],
)  # fmt: skip
def test_a_remark_stands_beneath_its_question_and_is_counted_first(
    language: str, notice: str, mark: str
) -> None:
    book = opened(issued(language=language, remarks=REMARKS))
    start, questions = book.worksheets[:2]
    plain = str(start["B5"].value).replace("\u2068", "").replace("\u2069", "")
    assert plain.replace("\u00a0", " ") == notice
    assert str(questions["B6"].value).endswith(mark)
    assert [questions[f"B{row}"].fill.fgColor.rgb for row in (6, 7, 10)] == [
        "FFFCE4D6",
        "00000000",
        "FFFCE4D6",
    ]


def test_more_remarks_than_can_be_named_are_counted_all_the_same() -> None:
    shipped = load_questionnaire("untoc.1")
    names = tuple(shipped.by_id)[:12]
    data = Issuer(CONSULTATION, [shipped]).workbook(
        stakeholder(), names, TOKEN, remarks=dict.fromkeys(names, "Look.")
    )
    notice = str(opened(data)["Start"]["B5"].value)
    assert notice.startswith("12 questions need another look: ")
    assert f"{names[9]} · …." in notice
    assert names[10] not in notice


def test_the_counts_show_what_is_answered_before_anything_is_calculated() -> None:
    book = opened(issued(), values=True)
    texts = [cell.value for row in book["Start"].iter_rows() for cell in row]
    assert "10 of 10 answered" in texts
    assert [book["Questions"][f"G{row}"].value for row in (6, 7, 11)] == [1, 1, "-"]
    without = opened(issued([answer(SCALE.id, "no")]), values=True)
    assert "1 of 9 answered" in [cell.value for row in without["Start"].iter_rows() for cell in row]
    assert [without["Questions"][f"G{row}"].value for row in (6, 7, 8)] == [1, None, 0]


@pytest.mark.parametrize(
    ("answers", "remarks"),
    [
        ([answer(TEXT.id, "a" * 32_768)], {}),
        ([answer(ROWS.id, ((("name", "a" * 32_768), ("task", ""), ("contact", "")),))], {}),
        ([answer(SCALE.id, "yes", citations=(Citation("a" * 32_768, "art. 1"),))], {}),
        ([answer(SCALE.id, "yes", comment="\U0001f468" * 16_384)], {}),
        ([], {SCALE.id: "a" * 32_700}),
    ],
)
def test_what_no_cell_can_hold_is_refused(answers: Sequence[Answer], remarks: Mapping[str, str]) -> None:
    with pytest.raises(CannotIssue) as refused:
        issued(answers, remarks=remarks)
    assert refused.value.problem.code == "cell-text-too-long"


def test_a_prefilled_workbook_leaves_no_trace_in_those_that_follow() -> None:
    used, plain = issuer(), issuer().workbook(stakeholder(), ITEMS, TOKEN)
    filled = used.workbook(stakeholder(), ITEMS, TOKEN, answers=ANSWERS, remarks=REMARKS)
    assert used.workbook(stakeholder(), ITEMS, TOKEN) == plain
    assert used.workbook(stakeholder(), ITEMS, TOKEN, answers=(), remarks={}) == plain
    elsewhere = answer("untoc.11.1", "yes")
    assert used.workbook(stakeholder(), ITEMS, TOKEN, answers=[elsewhere]) == plain
    assert issued(remarks=REMARKS) == filled != plain


@pytest.mark.parametrize(
    ("deadline", "shown"),
    [
        (datetime(2027, 3, 1, 23, 30, tzinfo=UTC), "Monday, 1 March 2027, 23:30 (Africa/Bamako)"),
        (datetime.fromisoformat("2027-03-02T01:30+05:00"), "Monday, 1 March 2027, 20:30 (Africa/Bamako)"),
        (None, "Friday, 29 January 2027, 17:00 (Africa/Bamako)"),
    ],
)
def test_a_body_may_have_a_deadline_of_its_own(deadline: datetime | None, shown: str) -> None:
    data = issuer().workbook(stakeholder(), ITEMS, TOKEN, deadline=deadline)
    assert opened(data)["Start"]["C7"].value == shown


def test_the_answers_of_a_form_are_passed_on(tmp_path: Path) -> None:
    application = form(tmp_path)
    base = "dialogue.application"
    answers = {
        answer(f"{base}.name", "Women’s Network"),
        answer(f"{base}.kind", "academia"),
        answer(f"{base}.expertise", "no"),
        answer(f"{base}.subjects", ("victims",)),
        answer(f"{base}.delegates", ((("name", "Awa"), ("role", "")),)),
    }
    data = Issuer(CONSULTATION, [application]).workbook(
        stakeholder(),
        tuple(application.by_id),
        TOKEN,
        answers=tuple(answers),
        remarks={f"{base}.name": "Look."},
    )
    contents, _ = examine(data)
    assert contents is not None
    reading, wrong = read(contents, questionnaires={application.id: application}, shown="a.xlsx")
    assert (said(reading.entries), wrong) == (answers, [])


@pytest.mark.office
@pytest.mark.parametrize("language", ["en", "fr"])
def test_answers_in_place_survive_the_office_suite(tmp_path: Path, language: str) -> None:
    path = tmp_path / "prefilled.xlsx"
    path.write_bytes(issued(language=language, remarks=REMARKS))
    contents, _ = examine(converted(path, ".ods").read_bytes())
    assert contents is not None
    reading, wrong = read(contents, questionnaires=QUESTIONNAIRES, shown="a.ods")
    assert (said(reading.entries), wrong) == (set(ANSWERS), [])


def test_a_large_prefilled_workbook_takes_little_time() -> None:
    """50 milliseconds are the aim; the test leaves room for a busy machine."""
    shipped: Questionnaire = load_questionnaire("untoc.1")
    names = tuple(shipped.by_id)
    scales = [item for item in shipped.items if item.type == SCALE.type]
    answers = [
        answer(item.id, "yes", details="Since 2004. " * 40, citations=(PENAL_CODE,)) for item in scales
    ]
    used, times = Issuer(CONSULTATION, [shipped]), []
    for _ in range(3):
        start = perf_counter()
        used.workbook(stakeholder(), names, TOKEN, answers=answers, remarks={names[0]: "Look."})
        times.append(perf_counter() - start)
    assert min(times) < 0.25
