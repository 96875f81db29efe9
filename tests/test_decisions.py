"""A decision workbook goes out with every position, comes back with decisions, and is found by code alone."""

import io
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from clusters.load import load_law
from consultation.model import Consultation, FocalPoint
from problems import Place, Problem
from problems.decisions import (
    DecidedTwice,
    DeciderMissing,
    DecisionAmbiguous,
    DecisionCellUnreadable,
    DecisionMissing,
    DecisionNotNeeded,
    DecisionNotRead,
    DecisionOutdated,
    DecisionsOpen,
    DecisionUnknownQuestion,
    DecisionUnknownValue,
    NotDecisionWorkbook,
    ReasonMissing,
)
from questionnaires.model import AnswerType, Item, Option
from responses.model import Absence, Answer, Citation, Decision, Divergence, Provenance, Settlement, Value
from responses.reconcile import outdated, reconcile, short_code
from stakeholders.model import Kind, Stakeholder
from workbooks.contents import Contents, Sheet
from workbooks.decision_sheets import CHUNK, chunks
from workbooks.decisions import decision_workbook, read_decisions
from workbooks.sandbox import Sandbox

Read = tuple[tuple[Decision, ...], list[Problem]]

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
DECIDED_AT = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)
CONSULTATION = Consultation(
    state="XA",
    name={"en": "Example State", "fr": "État exemple"},
    instruments=("untoc",),
    clusters=(1,),
    languages=("en", "fr"),
    deadline=datetime(2027, 3, 31, 17, 0),  # noqa: DTZ001
    zone="Africa/Bamako",
    focal_point=FocalPoint(name="A. Focal", office="Ministry of Justice", email="f@justice.example"),
)
BODIES = [
    Stakeholder(id="justice", name="Ministry of Justice", kind=Kind.AUTHORITY),
    Stakeholder(id="shelter", name="Shelter Network", kind=Kind.NGO, at_risk=True),
    Stakeholder(id="uni", name="Faculty of Law", kind=Kind.ACADEMIA),
]
KINDS = (
    Option(value="criminal", label={"en": "Criminal liability", "fr": "Responsabilité pénale"}),
    Option(value="civil", label={"en": "Civil liability", "fr": "Responsabilité civile"}),
    Option(value="other", label={"en": "Another kind", "fr": "Autre"}),
)


def item(name: str, kind: Any = "scale", **rest: Any) -> Item:
    article = int(name.split(".")[1])
    plain = {
        "instrument": "untoc",
        "article": article,
        "text": {"en": f"Is {name} so?", "fr": f"Est-ce {name} ?"},
    }
    return Item(id=name, type=AnswerType(kind), **(plain | rest))


SCALE, KIND, LINE, DAY, SUM = (
    item("untoc.5.1.b", provision="1(b)"),
    item("untoc.10.2.kind", "choice", options=KINDS),
    item("untoc.10.3.who", "line"),
    item("untoc.10.4.since", "date"),
    item("untoc.10.4.max", "number"),
)
ITEMS = [SCALE, KIND, LINE, DAY, SUM]


def answer(who: str, name: str, value: Value = None, response: str | None = None, **rest: Any) -> Answer:
    source = Provenance(
        stakeholder=who,
        response=response or f"r-{who}",
        sha256="0" * 64,
        sheet="Questions",
        cell="D7",
        received_at=AT,
        language="en",
        question="q",
    )
    return Answer(item=name, provenance=source, value=value, **rest)


LAW5 = "Criminalization of participation in an organized criminal group"
LAW = Citation("Criminal Code", "art. 12", "2004", "https://law.example/12")
ANSWERS = [
    answer("justice", SCALE.id, "yes", details="Article 12 covers it.", citations=(LAW,)),
    answer("shelter", SCALE.id, "no", details="=1+1", comment="Do not quote us."),
    answer("uni", SCALE.id, absent=Absence.NOT_KNOWN),
    answer("justice", KIND.id, "criminal"),
    answer("uni", KIND.id, "civil"),
    answer("justice", LINE.id, "Office A"),
    answer("uni", LINE.id, "Office B"),
    answer("justice", DAY.id, date(2004, 5, 1)),
    answer("uni", DAY.id, date(2005, 6, 2)),
    answer("justice", SUM.id, Decimal("1234.5")),
    answer("uni", SUM.id, Decimal(1500)),
]
DIVERGENCES = reconcile(ITEMS, ANSWERS)[1]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(children=1) as pool:
        yield pool


def make(
    language: str = "en",
    divergences: Mapping[str, Divergence] | None = None,
    items: Sequence[Item] = ITEMS,
    **rest: Any,
) -> bytes:
    open_ = DIVERGENCES if divergences is None else divergences
    return decision_workbook(CONSULTATION, open_, items, BODIES, language=language, at=AT, **rest)


def fill(
    data: bytes,
    rows: Mapping[str, Sequence[Any]],
    *,
    change: Callable[[Any, Any], object] | None = None,
    decider: str | None = None,
) -> bytes:
    """Write (decision, text, reason, decided by) under the code of each item, as a person would."""
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[1]
    for cells in sheet.iter_rows():
        code = cells[0].value
        if code in rows:
            for cell, value in zip(cells[3:7], rows[code], strict=True):
                cell.value = value
        if code == "consult:decided-by-all":
            cells[6].value = decider
    if change:
        change(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(
    sandbox: Sandbox,
    data: bytes,
    *,
    divergences: Mapping[str, Divergence] | None = None,
    language: str = "en",
) -> Read:
    contents, problems = sandbox.open(data, "d.xlsx")
    assert contents is not None, problems
    return read_contents(contents, divergences=divergences, language=language)


def read_contents(
    contents: Contents, *, divergences: Mapping[str, Divergence] | None = None, language: str = "en"
) -> Read:
    return read_decisions(
        contents,
        items=ITEMS,
        divergences=DIVERGENCES if divergences is None else divergences,
        language=language,
        decided_at=DECIDED_AT,
        shown="d.xlsx",
    )


def decision(
    asked: Item, value: Value, details: str = "", reason: str = "Because.", by: str = "A. Focal"
) -> Decision:
    return Decision(
        item=asked.id,
        fingerprint=DIVERGENCES[asked.id].fingerprint,
        value=value,
        details=details,
        reason=reason,
        decided_by=by,
        decided_at=DECIDED_AT,
    )


def cell_of(data: bytes, code: str, letter: str) -> Place:
    sheet = load_workbook(io.BytesIO(data)).worksheets[1]
    row = next(cells[0].row for cells in sheet.iter_rows() if cells[0].value == code)
    return Place("d.xlsx", sheet=sheet.title, cell=f"{letter}{row}")


def only(problems: list[Problem], left: int) -> list[Problem]:
    """Return the problems before the last, which says how many contradictions are left."""
    last = problems[-1]
    assert isinstance(last, DecisionsOpen)
    assert last.count == left
    return problems[:-1]


# Out


def test_the_workbook_shows_every_position_with_its_reasons_and_its_law() -> None:
    sheet = load_workbook(io.BytesIO(make(law=load_law()))).worksheets[1]
    shown = [tuple(c or "" for c in row) for row in sheet.iter_rows(min_col=3, max_col=7, values_only=True)]
    code = short_code(DIVERGENCES[SCALE.id].fingerprint)
    assert shown[:14] == [
        tuple(f"consult:{mark}" for mark in ("who", "decision", "text", "reason", "decided-by")),
        ("Contradictions to decide", "", "", "", "Internal. Not for distribution."),
        ("Decided by, for all rows below that name nobody", "", "", "", ""),
        ("Who", "Answer", "What they say", "Law and provision", "Their comment to you"),
        (f"Article 5. {LAW5} · {load_law().instrument('untoc').short['en']}", *[""] * 4),
        (f"untoc.5.1.b · {code}\nIs untoc.5.1.b so?  [Article 5, paragraph 1(b)]", "", "", "", ""),
        (
            "Ministry of Justice (Authority)",
            "Yes",
            "Article 12 covers it.",
            "Criminal Code, art. 12, 2004, https://law.example/12",
            "",
        ),
        ("Shelter Network (Non-governmental organization, at risk)", "No", "=1+1", "", "Do not quote us."),
        ("Faculty of Law (Academia)", "We do not know", "", "", ""),
        ("", "Decision ▾", "Agreed text (if any)", "Reason (required)", "Decided by (required)"),
        (f"Your decision\n{code}", "", "", "", ""),
        ("", "", "", "", ""),
        (
            f"Article 10. Liability of legal persons · {load_law().instrument('untoc').short['en']}",
            *[""] * 4,
        ),
        (
            f"untoc.10.2.kind · {short_code(DIVERGENCES[KIND.id].fingerprint)}\nIs untoc.10.2.kind so?",
            *[""] * 4,
        ),
    ]


def test_the_dropdown_offers_every_option_or_the_values_given_and_keep_open() -> None:
    book = load_workbook(io.BytesIO(make("fr")))
    lists = book["Listes"]
    assert lists.sheet_state == "hidden"
    offered = [[cell.value for cell in column if cell.value] for column in lists.columns]
    assert offered == [
        ["Oui", "Oui, en partie", "Non", "Laisser ouvert"],
        ["Responsabilité pénale", "Responsabilité civile", "Autre", "Laisser ouvert"],
        ["Office A", "Office B", "Laisser ouvert"],
        ["1er mai 2004", "2 juin 2005", "Laisser ouvert"],
        ["1\u202f234,5", "1\u202f500", "Laisser ouvert"],
    ]
    used = {str(rule.sqref): rule.formula1 for rule in book.worksheets[1].data_validations.dataValidation}
    assert list(used.values()) == [
        "'Listes'!$A$1:$A$4",
        "'Listes'!$B$1:$B$4",
        "'Listes'!$C$1:$C$3",
        "'Listes'!$D$1:$D$3",
        "'Listes'!$E$1:$E$3",
    ]


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert make() == make()


def test_what_strangers_wrote_never_becomes_a_formula_and_unprintable_signs_are_shown() -> None:
    hostile = ["=1+1", "+A1", "@SUM(1)", '=HYPERLINK("http://x")', "a\x07b\ud800c\uffff", "\r\nline"]
    answers = [
        answer(f"s{n}", SCALE.id, ("yes", "no")[n % 2], details=text) for n, text in enumerate(hostile)
    ]
    sheet = load_workbook(io.BytesIO(make(divergences=reconcile(ITEMS, answers)[1]))).worksheets[1]
    said = {
        c.value: c.data_type
        for row in sheet.iter_rows(min_row=7, min_col=5, max_col=5)
        for c in row
        if c.value
    }
    wanted = [*hostile[:4], "a�b�c�", "\nline"]
    assert {text: said[text] for text in wanted} == dict.fromkeys(wanted, "s")


def test_a_text_too_long_for_its_cell_stands_whole_on_the_annex() -> None:
    long = " ".join(f"word{n}" for n in range(9_000))
    assert len(long) > 2 * 32_767
    answers = [answer("justice", SCALE.id, "yes", details=long), answer("uni", SCALE.id, "no")]
    book = load_workbook(io.BytesIO(make(divergences=reconcile(ITEMS, answers)[1])))
    annex = list(book["Annex"].iter_rows(min_row=3, values_only=True))
    assert "".join(text for _, _, text in annex) == long
    assert annex[0][:2] == ("A1", "untoc.5.1.b\nMinistry of Justice (Authority)")
    said = [row[0] for row in book["Decisions"].iter_rows(min_col=5, max_col=5, values_only=True) if row[0]]
    assert any(text.endswith("[the whole text: sheet “Annex”, A1]") for text in said)


@given(st.text(alphabet="ab \n🙂", max_size=9_000))
def test_pieces_of_a_text_are_the_text(text: str) -> None:
    pieces = list(chunks(text))
    assert "".join(pieces) == text
    assert all(len(piece) <= CHUNK for piece in pieces)


def test_an_earlier_decision_is_shown_beside_the_new_answers() -> None:
    past = Decision(SCALE.id, "0" * 16, "yes", "", "The code is clear.", "A. Focal", AT)
    sheet = load_workbook(io.BytesIO(make(earlier=[past]))).worksheets[1]
    rows = list(sheet.iter_rows(min_col=3, max_col=7, values_only=True))
    assert (
        "Earlier decision, Monday, 1 March 2027",
        "Yes",
        "The answers have changed since. Please decide again.",
        "The code is clear.",
        "A. Focal",
    ) in rows


def test_the_workshop_edition_names_only_those_who_may_be_named() -> None:
    bodies = [
        Stakeholder(id="justice", name="Ministry of Justice", kind=Kind.AUTHORITY, attribution="named"),
        Stakeholder(id="shelter", name="Shelter Network", kind=Kind.NGO, attribution="named", at_risk=True),
        Stakeholder(id="uni", name="Faculty of Law", kind=Kind.ACADEMIA),
    ]
    secret = answer("police", SCALE.id, "no", absent=Absence.CANNOT_DISCLOSE, details="Under inquiry.")
    ticked = [answer(who, SCALE.id, "no") for who in ("uni", "bank")]
    divergences = reconcile(ITEMS, [*ANSWERS[:2], *ticked, secret])[1]
    data = decision_workbook(CONSULTATION, divergences, ITEMS, bodies, language="en", at=AT, names=False)
    sheet = load_workbook(io.BytesIO(data)).worksheets[1]
    rows = list(sheet.iter_rows(min_row=7, max_row=10, min_col=3, max_col=7, values_only=True))
    law = "Criminal Code, art. 12, 2004, https://law.example/12"
    assert [tuple(text or "" for text in row) for row in rows] == [
        ("Ministry of Justice (Authority)", "Yes", "Article 12 covers it.", law, ""),
        ("One body", "No", "=1+1", "", ""),
        ("2 bodies", "No", "", "", ""),
        ("One body", "We cannot disclose", "", "", ""),
    ]


def test_without_contradictions_the_workbook_says_so() -> None:
    book = load_workbook(io.BytesIO(make("fr", {})))
    said = [row[1] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert "Aucune réponse n’en contredit une autre. Il n’y a rien à trancher." in said


# Back


def test_decisions_are_read_as_they_were_written(sandbox: Sandbox) -> None:
    data = fill(
        make(),
        {
            SCALE.id: ("Yes, in part", "Yes, but seldom.", "Both are right.", "B. Expert"),
            KIND.id: ("Another kind", None, "Because.", None),
            LINE.id: ("Office C", None, "Because.", None),
            DAY.id: ("1 May 2004", None, "Because.", None),
            SUM.id: ("1,234.5", None, "Because.", None),
        },
        decider="A. Focal",
    )
    decisions, problems = read(sandbox, data)
    assert (decisions, problems) == (
        (
            decision(SCALE, "in-part", "Yes, but seldom.", "Both are right.", "B. Expert"),
            decision(KIND, "other"),
            decision(LINE, "Office C"),
            decision(DAY, date(2004, 5, 1)),
            decision(SUM, Decimal("1234.5")),
        ),
        [],
    )
    agreed, left = reconcile(ITEMS, ANSWERS, decisions=decisions)
    assert left == {}
    assert {one.settlement for one in agreed.values()} == {Settlement.DECISION}


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (SCALE, "oui", "yes"),
        (SCALE, " YES, in part. ", "in-part"),
        (KIND, "Responsabilité civile", "civil"),
        (DAY, date(2010, 1, 2), date(2010, 1, 2)),
        (DAY, "2010-01-02", date(2010, 1, 2)),
        (SUM, 12.5, Decimal("12.5")),
        (SUM, 1500, Decimal(1500)),
        (SUM, "1 234,5", Decimal("1234.5")),
    ],
)
def test_what_is_typed_by_hand_is_read_where_it_has_one_reading(
    sandbox: Sandbox, asked: Item, typed: Any, value: Value
) -> None:
    data = fill(make(), {asked.id: (typed, None, "Because.", "A. Focal")})
    decisions, problems = read(sandbox, data)
    assert (decisions, only(problems, 4)) == ((decision(asked, value),), [])


def test_empty_and_kept_open_rows_are_counted_and_nothing_else(sandbox: Sandbox) -> None:
    data = fill(make("fr"), {SCALE.id: ("Laisser ouvert", None, "Plus tard", None)}, decider="A. Focal")
    assert read(sandbox, data) == (
        (),
        [DecisionsOpen(place=Place("d.xlsx", sheet="Décisions"), count=5)],
    )


SCALE_LIST = ("Yes", "Yes, in part", "No", "Keep open")
WRONG = [
    (SCALE, "Yes, in prat", DecisionUnknownValue, {"allowed": SCALE_LIST, "near": "Yes, in part"}),
    (SCALE, "We do not know", DecisionUnknownValue, {"allowed": SCALE_LIST, "near": ""}),
    (SCALE, "2", DecisionAmbiguous, {"readings": ("Yes", "Yes, in part")}),
    (SUM, "1,500.000 or so", DecisionNotRead, {"expected": "number"}),
    (SUM, "2,000", DecisionAmbiguous, {"readings": ("2.000", "2000")}),
    (DAY, "in spring", DecisionNotRead, {"expected": "date"}),
    (DAY, "03/04/2004", DecisionAmbiguous, {"readings": ("2004-03-04", "2004-04-03")}),
]


@pytest.mark.parametrize(("asked", "typed", "kind", "fields"), WRONG)
def test_a_decision_that_cannot_be_read_for_certain_is_asked_back(
    sandbox: Sandbox, asked: Item, typed: Any, kind: Any, fields: dict[str, Any]
) -> None:
    data = fill(make(), {asked.id: (typed, None, "Because.", "A")})
    decisions, problems = read(sandbox, data)
    place = cell_of(data, asked.id, "D")
    assert (decisions, only(problems, 5)) == ((), [kind(place=place, item=asked.id, value=typed, **fields)])


@pytest.mark.parametrize(
    ("row", "kind", "letter"),
    [
        ((None, None, "Because.", "A"), DecisionMissing, "D"),
        (("Yes", "Text.", None, "A"), ReasonMissing, "F"),
        (("Yes", None, "Because.", "  "), DeciderMissing, "G"),
        (("Yes", None, "=1/0", "A"), DecisionCellUnreadable, "F"),
    ],
)
def test_a_decision_without_its_parts_decides_nothing(
    sandbox: Sandbox, row: Sequence[Any], kind: Any, letter: str
) -> None:
    data = fill(make(), {SCALE.id: row})
    decisions, problems = read(sandbox, data)
    assert (decisions, only(problems, 5)) == (
        (),
        [kind(place=cell_of(data, SCALE.id, letter), item=SCALE.id)],
    )


def test_a_decision_on_answers_that_have_changed_is_not_taken_over(sandbox: Sandbox) -> None:
    data = fill(make(), {SCALE.id: ("Yes", None, "Because.", "A. Focal")})
    changed = [*ANSWERS[2:], ANSWERS[0], answer("shelter", SCALE.id, "in-part", response="r-2")]
    now = reconcile(ITEMS, changed)[1]
    decisions, problems = read(sandbox, data, divergences=now)
    was = DIVERGENCES[SCALE.id].fingerprint
    assert (decisions, only(problems, 5)) == (
        (),
        [
            DecisionOutdated(
                place=cell_of(data, SCALE.id, "D"),
                item=SCALE.id,
                was=short_code(was),
                now=short_code(now[SCALE.id].fingerprint),
            )
        ],
    )
    stored = decision(SCALE, "yes")
    assert outdated(stored, now[SCALE.id]) == DecisionOutdated(
        item=SCALE.id, was=short_code(was), now=short_code(now[SCALE.id].fingerprint)
    )


def test_a_contradiction_that_is_gone_needs_no_decision(sandbox: Sandbox) -> None:
    data = fill(make(), {SCALE.id: ("Yes", None, "Because.", "A. Focal")})
    assert read(sandbox, data, divergences={}) == (
        (),
        [DecisionNotNeeded(place=cell_of(data, SCALE.id, "D"), item=SCALE.id)],
    )


def test_a_damaged_code_is_named_with_the_nearest(sandbox: Sandbox) -> None:
    def damage(_: Any, sheet: Any) -> None:
        cell = next(cells[0] for cells in sheet.iter_rows() if cells[0].value == SCALE.id)
        cell.value = "untoc.5.1.bb"

    data = fill(make(), {SCALE.id: ("Yes", None, "Because.", "A. Focal")}, change=damage)
    place = cell_of(data, "untoc.5.1.bb", "A")
    assert only(read(sandbox, data)[1], 5) == [
        DecisionUnknownQuestion(place=place, item="", value="untoc.5.1.bb", near="untoc.5.1.b")
    ]


def test_two_rows_that_disagree_decide_nothing_and_two_that_agree_decide_once(sandbox: Sandbox) -> None:
    def copy(book: Any, _: Any) -> None:
        book.copy_worksheet(book.worksheets[1]).title = "Copy"

    def copy_and_differ(book: Any, sheet: Any) -> None:
        copy(book, sheet)
        row = int(cell_of(make(), SCALE.id, "D").cell[1:])
        book["Copy"][f"D{row}"] = "No"

    rows = {SCALE.id: ("Yes", None, "Because.", "A. Focal")}
    assert read(sandbox, fill(make(), rows, change=copy))[0] == (decision(SCALE, "yes"),)
    data = fill(make(), rows, change=copy_and_differ)
    cell = cell_of(data, SCALE.id, "D").cell
    decisions, problems = read(sandbox, data)
    assert (decisions, only(problems, 5)) == (
        (),
        [
            DecidedTwice(
                place=Place("d.xlsx", sheet="Decisions", cell=cell), item=SCALE.id, others=(f"Copy!{cell}",)
            ),
            DecidedTwice(
                place=Place("d.xlsx", sheet="Copy", cell=cell), item=SCALE.id, others=(f"Decisions!{cell}",)
            ),
        ],
    )


def test_decisions_are_found_after_rows_and_columns_were_inserted_and_names_deleted(sandbox: Sandbox) -> None:
    def move(_: Any, sheet: Any) -> None:
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.delete_cols(3)
        sheet.insert_cols(1, 2)
        sheet.insert_rows(1, 7)
        sheet.title = "Atelier"

    data = fill(make(), {SCALE.id: ("Yes", "Text.", "Because.", "A. Focal")}, change=move)
    decisions, problems = read(sandbox, data)
    assert (decisions, only(problems, 4)) == ((decision(SCALE, "yes", "Text."),), [])


def test_another_workbook_is_refused() -> None:
    contents = Contents(format="xlsx", sheets=(Sheet("Sheet1", (("a", "b"),)),))
    assert read_contents(contents) == ((), [NotDecisionWorkbook(place=Place("d.xlsx"))])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_problem_can_be_said(language: str) -> None:
    every = [
        NotDecisionWorkbook(),
        DecisionUnknownQuestion(value="untoc.5.1.bb", near="untoc.5.1.b"),
        DecisionOutdated(item=SCALE.id, was="A", now="B"),
        DecisionNotNeeded(item=SCALE.id),
        DecisionUnknownValue(item=SCALE.id, value="x", allowed=("a", "b")),
        DecisionAmbiguous(item=SCALE.id, value="x", readings=("a", "b")),
        DecisionNotRead(item=SCALE.id, value="x", expected="number"),
        DecisionNotRead(item=SCALE.id, value="x", expected="date"),
        DecisionMissing(item=SCALE.id),
        ReasonMissing(item=SCALE.id),
        DeciderMissing(item=SCALE.id),
        DecidedTwice(item=SCALE.id, others=("B!D4",)),
        DecisionCellUnreadable(item=SCALE.id),
        DecisionsOpen(count=1),
        DecisionsOpen(count=3),
    ]
    said = [problem.message(language) for problem in every]
    assert len(set(said)) == len(every)


printable = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1)
printable = printable.filter(
    lambda text: text.strip() and text[0] != "="
)  # a program would make that a formula


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([SCALE.id, LINE.id]),
        st.tuples(st.sampled_from(["Yes", "No"]), st.just("") | printable, printable, printable),
    )
)
def test_what_is_decided_is_what_is_read(sandbox: Sandbox, rows: Mapping[str, Sequence[Any]]) -> None:
    """Whatever the words, a decision comes back with the same words (but for white space around them)."""
    data = fill(make(), {code: tuple(value or None for value in row) for code, row in rows.items()})
    decisions, problems = read(sandbox, data)
    by_id = {SCALE.id: SCALE, LINE.id: LINE}
    values = {SCALE.id: {"Yes": "yes", "No": "no"}, LINE.id: {"Yes": "Yes", "No": "No"}}
    expected = [
        decision(by_id[code], values[code][rows[code][0]], *(text.strip() for text in rows[code][1:]))
        for code in (SCALE.id, LINE.id)
        if code in rows
    ]
    assert list(decisions) == expected
    assert only(problems, 5 - len(rows)) == []


@pytest.mark.office
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_an_office_program_saves_it_and_it_reads_back_equal(
    sandbox: Sandbox, tmp_path: Path, form: str
) -> None:
    if shutil.which("soffice") is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not installed, and CI must have it")
        pytest.skip("LibreOffice (soffice) is not installed")
    rows = {SCALE.id: ("Oui", "Texte.", "Because.", "A. Focal"), SUM.id: (1500, None, "Because.", "A. Focal")}
    (tmp_path / "filled.xlsx").write_bytes(fill(make("fr"), rows))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    out = tmp_path / "out"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", form, "--outdir", out, tmp_path / "filled.xlsx"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    decisions, problems = read(sandbox, (out / f"filled.{form}").read_bytes(), language="fr")
    assert decisions == (decision(SCALE, "yes", "Texte."), decision(SUM, Decimal(1500)))
    assert only(problems, 3) == []
