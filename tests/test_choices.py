"""A choice sheet goes out by rank, comes back with outcomes, and its rows are found by code alone."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from problems import Place, Problem
from problems.choices import (
    ChoiceAmbiguous,
    ChoiceCellUnreadable,
    ChoiceDayUnclear,
    ChoiceMissing,
    ChoiceReasonMissing,
    ChoiceRowForeign,
    ChoicesOpen,
    ChoiceUnknownOutcome,
    ChoiceUnknownSubject,
    ChoiceWithoutSubject,
    ChooserMissing,
    ChosenTwice,
    NotChoiceSheet,
    NothingChosen,
    OtherChoiceSheet,
    TooManyChosen,
)
from tests.test_office import converted
from workbooks.child import examine
from workbooks.choice_layout import Choice, ChoiceSheet, Outcome, Subject, ranking
from workbooks.choice_read import read_choices
from workbooks.choice_words import readings
from workbooks.choice_write import choice_workbook
from workbooks.contents import Contents, Sheet
from workbooks.sandbox import Sandbox

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
CODE = "XA-2027 screening 1"


def said(en: str, fr: str) -> dict[str, str]:
    return {"en": en, "fr": fr}


SCREENING = ChoiceSheet(
    id="screening",
    title=said("Applicants", "Candidats"),
    about=said("Who takes part in the dialogue.", "Qui participe au dialogue."),
    columns=(said("Applicant", "Candidat"), said("Strand", "Volet")),
    outcomes=(
        Outcome("accepted", said("Accepted", "Accepté(e)")),
        Outcome("regret", said("Regret", "Regret")),
        Outcome("waiting-list", said("Waiting list", "Liste d’attente")),
    ),
    places=2,
    reason_for=("regret",),
)
PRIORITIES = ChoiceSheet(
    id="priorities",
    title=said("Joint priorities", "Priorités communes"),
    about=said("What comes first.", "Ce qui vient en premier."),
    columns=(said("Topic", "Thème"),),
    outcomes=(
        Outcome("priority-1", said("Priority 1", "Priorité 1")),
        Outcome("priority-2", said("Priority 2", "Priorité 2")),
        Outcome("not-now", said("Not now", "Pas maintenant")),
    ),
)
MODULES = ChoiceSheet(
    id="module-1",
    title=said("Module 1", "Module 1"),
    about=said("Who has completed it.", "Qui l’a achevé."),
    columns=(said("Participant", "Participant"),),
    outcomes=(
        Outcome("completed", said("Completed", "Achevé")),
        Outcome("not-completed", said("Not completed", "Non achevé")),
    ),
)
SUBJECTS = (
    Subject("a-1", ("Legal Aid Centre", "Firearms"), 5, "expertise 5"),
    Subject("a-2", ("Port Workers", "Firearms"), 9, "expertise 9"),
    Subject("a-3", ("Faculty of Law", "Trafficking"), 5, "expertise 5"),
    Subject("a-4", ("Shelter Network", "Trafficking")),
)
IDS = tuple(subject.id for subject in SUBJECTS)
LABELS = ("Accepted", "Regret", "Waiting list")

Read = tuple[tuple[Choice, ...], list[Problem]]
Change = Callable[[Any, Any], object]


def make(language: str = "en", sheet: ChoiceSheet = SCREENING, **rest: Any) -> bytes:
    plain = {"subjects": SUBJECTS, "state": "Example State", "office": "Ministry of Justice", "code": CODE}
    return choice_workbook(sheet, language=language, at=AT, **(plain | rest))


def column(page: Any, name: str) -> int:
    """Return the number of a column from its mark, wherever it is."""
    return next(
        cell.column for row in page.iter_rows() for cell in row if cell.value == f"consult:choice-{name}"
    )


def typed(cell: Any, value: Any) -> None:
    """Fill a cell; a text stays one even where it begins as a formula does."""
    cell.value = value
    if isinstance(value, str) and value != "=1/0":
        cell.data_type = "s"


def fill(
    data: bytes,
    rows: Mapping[str, Sequence[Any]],
    *,
    by: Any = "The Bureau",
    on: Any = None,
    change: Change | None = None,
) -> bytes:
    """Write (outcome, reason) beside the code of each subject, and who decided, as a person would."""
    book = load_workbook(io.BytesIO(data))
    cover, page = book.worksheets[:2]
    subject, outcome, reason = (column(page, name) for name in ("subject", "outcome", "reason"))
    for row in range(1, page.max_row + 1):
        code = page.cell(row, subject).value
        if code in rows:
            typed(page.cell(row, outcome), rows[code][0])
            typed(page.cell(row, reason), rows[code][1])
    for row in range(1, cover.max_row + 1):
        value = {"decided-by": by, "decided-on": on}.get(cover.cell(row, 1).value)
        if value:
            typed(cover.cell(row, 3), value)
    if change:
        change(book, page)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes, sheet: ChoiceSheet = SCREENING, *, language: str = "en", **rest: Any) -> Read:
    contents, problems = examine(data)
    assert contents is not None, problems
    return read_choices(
        contents, sheet, **({"subjects": IDS, "code": CODE, "shown": "c.xlsx"} | rest), language=language
    )


def place(data: bytes, code: str, name: str) -> Place:
    page = load_workbook(io.BytesIO(data)).worksheets[1]
    row = next(cell.row for cells in page.iter_rows() for cell in cells if cell.value == code)
    return Place("c.xlsx", sheet=page.title, cell=page.cell(row, column(page, name)).coordinate)


def cover_place(data: bytes, key: str) -> Place:
    cover = load_workbook(io.BytesIO(data)).worksheets[0]
    row = next(row for row in range(1, cover.max_row + 1) if cover.cell(row, 1).value == key)
    return Place("c.xlsx", sheet=cover.title, cell=f"C{row}")


def choice(subject: str, outcome: str, reason: str = "", by: str = "The Bureau", **rest: Any) -> Choice:
    return Choice("screening", subject, outcome, reason, by, **rest)


def left(count: int, sheet: str = "Choices") -> ChoicesOpen:
    return ChoicesOpen(place=Place("c.xlsx", sheet=sheet), count=count)


# Out


def test_equal_points_share_a_rank_and_those_without_points_come_last() -> None:
    ranked = [(rank, subject.id) for rank, subject in ranking(reversed(SUBJECTS))]
    assert ranked == [(1, "a-2"), (2, "a-1"), (2, "a-3"), (4, "a-4")]


@given(st.permutations(SUBJECTS))
def test_ranking_minds_no_order(subjects: list[Subject]) -> None:
    assert ranking(subjects) == ranking(SUBJECTS)


def test_the_rows_stand_by_rank_with_what_is_known_of_each() -> None:
    page = load_workbook(io.BytesIO(make())).worksheets[1]
    rows = [tuple("" if cell is None else cell for cell in row) for row in page.iter_rows(values_only=True)]
    assert rows[3:] == [
        ("Rank", "Code", "Applicant", "Strand", "Points", "Why so many", "Outcome ▾",
         "Reason (required for: Regret)", "consult:choice-header"),
        (1, "a-2", "Port Workers", "Firearms", 9, "expertise 9", "", "", CODE),
        (2, "a-1", "Legal Aid Centre", "Firearms", 5, "expertise 5", "", "", CODE),
        (2, "a-3", "Faculty of Law", "Trafficking", 5, "expertise 5", "", "", CODE),
        (4, "a-4", "Shelter Network", "Trafficking", "", "", "", "", CODE),
    ]  # fmt: skip


def test_without_points_and_notes_there_are_no_columns_for_them() -> None:
    topics = [Subject("t-2", ("Witnesses",)), Subject("t-1", ("Ownership",))]
    page = load_workbook(io.BytesIO(make("fr", PRIORITIES, subjects=topics))).worksheets[1]
    rows = [row[:6] for row in page.iter_rows(min_row=4, values_only=True)]
    assert rows == [
        ("N°", "Code", "Thème", "Résultat ▾", "Motif", "consult:choice-header"),
        (1, "t-1", "Ownership", None, None, CODE),
        (2, "t-2", "Witnesses", None, None, CODE),
    ]


def test_the_dropdown_offers_the_outcomes_in_the_language_of_the_file() -> None:
    book = load_workbook(io.BytesIO(make("fr")))
    assert [cell.value for cell in book["Listes"]["A"]] == ["Accepté(e)", "Regret", "Liste d’attente"]
    (rule,) = book.worksheets[1].data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("G5:G8", "'Listes'!$A$1:$A$3")


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert make() == make()


def test_a_row_with_a_cell_too_many_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="a-1"):
        make(subjects=[Subject("a-1", ("one", "two", "three"))])


def test_what_strangers_wrote_never_becomes_a_formula() -> None:
    hostile = ("=1+1", "+A1", "@SUM(1)", '=HYPERLINK("http://x")', "-2", "a\x07b\ud800c", "{=1}")
    subjects = [Subject(f"{text}", (text, text), 1, text) for text in hostile]
    book = load_workbook(io.BytesIO(make(subjects=subjects, code="=2+2", office="=3+3", state="=4+4")))
    formulas = [
        cell.value for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert all("SUMPRODUCT" in formula for formula in formulas)
    assert len(formulas) == 5


def test_a_long_text_stands_whole_on_the_annex() -> None:
    long = "word " * 2_000
    book = load_workbook(io.BytesIO(make(subjects=[Subject("a-1", ("Centre", long))])))
    assert "".join(row[2] for row in book["Annex"].iter_rows(min_row=3, values_only=True)) == long
    assert book["Choices"]["D5"].value.endswith("[the whole text: sheet “Annex”, A1]")


def test_what_was_chosen_before_stands_there_and_is_read_again() -> None:
    earlier = {"a-1": choice("a-1", "regret", "=Not this time.", by="X"), "a-2": choice("a-2", "abolished"),
               "gone": choice("gone", "accepted")}  # fmt: skip
    assert read(fill(make("fr", earlier=earlier), {}), language="fr") == (
        (choice("a-1", "regret", "=Not this time."),),
        [left(3, "Choix")],
    )


# Back


def test_choices_are_read_as_they_were_made() -> None:
    rows = {
        "a-3": ("Accepted", None),
        "a-1": ("Waiting list", "If a place is free."),
        "a-2": ("Regret", "Late."),
    }
    assert read(fill(make(), rows, on="2027-03-05")) == (
        (
            choice("a-1", "waiting-list", "If a place is free.", on=date(2027, 3, 5)),
            choice("a-2", "regret", "Late.", on=date(2027, 3, 5)),
            choice("a-3", "accepted", on=date(2027, 3, 5)),
        ),
        [left(1)],
    )


@pytest.mark.parametrize(
    ("sheet", "words", "outcomes"),
    [
        (SCREENING, "ACCEPTED", ("accepted",)),
        (SCREENING, " accepte ", ("accepted",)),
        (SCREENING, "acceptée", ("accepted",)),
        (SCREENING, "Accepté(e)", ("accepted",)),
        (SCREENING, "yes", ("accepted",)),
        (SCREENING, "Oui.", ("accepted",)),
        (SCREENING, "✓", ("accepted",)),
        (SCREENING, True, ("accepted",)),
        (SCREENING, "refused", ("regret",)),
        (SCREENING, "non retenue", ("regret",)),
        (SCREENING, "liste d'attente", ("waiting-list",)),
        (SCREENING, "waiting", ("waiting-list",)),
        (SCREENING, "waiting-list", ("waiting-list",)),
        (SCREENING, "1", ()),
        (SCREENING, "accepted, if a place is free", ()),
        (SCREENING, "?", ()),
        (PRIORITIES, 1.0, ("priority-1",)),
        (PRIORITIES, "P2", ("priority-2",)),
        (PRIORITIES, "priorite 2", ("priority-2",)),
        (PRIORITIES, "12", ()),
        (PRIORITIES, "later", ("not-now",)),
        (PRIORITIES, "no", ("not-now",)),
        (PRIORITIES, "priority", ("priority-1", "priority-2")),
        (PRIORITIES, "yes", ()),
        (MODULES, "done", ("completed",)),
        (MODULES, "oui", ("completed",)),
        (MODULES, "not", ("not-completed",)),
        (MODULES, "Terminé", ("completed",)),
    ],
)  # fmt: skip
def test_what_is_typed_by_hand_is_read_where_it_has_one_reading(
    sheet: ChoiceSheet, words: Any, outcomes: tuple[str, ...]
) -> None:
    assert readings(words, sheet, "en") == outcomes


@pytest.mark.parametrize("sheet", [SCREENING, PRIORITIES, MODULES])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_label_is_read_as_itself(sheet: ChoiceSheet, language: str) -> None:
    for outcome in sheet.outcomes:
        for label in (outcome.id, *outcome.label.values()):
            assert readings(label, sheet, language) == (outcome.id,)


@pytest.mark.parametrize(
    ("row", "kind", "where", "fields"),
    [
        (("Acepted?!", None), ChoiceUnknownOutcome, "outcome",
         {"value": "Acepted?!", "allowed": LABELS, "near": "Accepted"}),
        ((None, "Because."), ChoiceMissing, "outcome", {"allowed": LABELS}),
        (("Regret", "  "), ChoiceReasonMissing, "reason", {"outcome": "Regret"}),
        (("Accepted", "=1/0"), ChoiceCellUnreadable, "reason", {}),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_for_certain_is_asked_back(
    row: Sequence[Any], kind: Any, where: str, fields: Mapping[str, Any]
) -> None:
    data = fill(make(), {"a-1": row})
    assert read(data) == ((), [kind(place=place(data, "a-1", where), item="a-1", **fields), left(3)])


def test_a_word_with_two_readings_is_asked_back() -> None:
    topics = [Subject("t-1", ("Ownership",))]
    data = fill(make(sheet=PRIORITIES, subjects=topics), {"t-1": ("priority", None)})
    assert read(data, PRIORITIES, subjects=["t-1"])[1] == [
        ChoiceAmbiguous(place=place(data, "t-1", "outcome"), item="t-1", value="priority",
                        readings=("Priority 1", "Priority 2")),
    ]  # fmt: skip


def test_nothing_is_taken_where_nobody_is_named() -> None:
    data = fill(make(), {"a-1": ("Accepted", None)}, by=" ")
    assert read(data) == ((), [ChooserMissing(place=cover_place(data, "decided-by")), left(3)])


def test_a_name_that_is_a_formula_without_a_result_is_no_name() -> None:
    data = fill(make(), {"a-1": ("Accepted", None)}, by="=1/0")
    assert read(data) == ((), [ChoiceCellUnreadable(place=cover_place(data, "decided-by")), left(3)])


def test_a_cover_that_is_gone_names_nobody() -> None:
    data = fill(make(), {"a-1": ("Accepted", None)}, change=lambda book, _: book.remove(book.worksheets[0]))
    assert read(data) == ((), [ChooserMissing(place=Place("c.xlsx", sheet="Choices")), left(3)])


def test_a_day_with_two_readings_is_left_out_and_said() -> None:
    data = fill(make(), {"a-1": ("Accepted", None)}, on="03/04/2027")
    unclear = ChoiceDayUnclear(place=cover_place(data, "decided-on"), value="03/04/2027")
    assert read(data) == ((choice("a-1", "accepted"),), [unclear, left(3)])


def test_more_accepted_than_places_is_a_warning_at_the_first_too_many() -> None:
    data = fill(make(), dict.fromkeys(IDS, ("Accepted", None)))
    choices, problems = read(data)
    assert [one.subject for one in choices] == list(IDS)
    third = place(data, "a-3", "outcome")
    assert problems == [TooManyChosen(place=third, outcome="Accepted", count=4, places=2)]


def test_an_empty_sheet_says_so_once() -> None:
    assert read(fill(make(), {})) == ((), [NothingChosen(place=Place("c.xlsx", sheet="Choices"))])


def test_a_changed_code_is_named_with_the_nearest() -> None:
    def damage(_: Any, page: Any) -> None:
        next(cell for row in page.iter_rows() for cell in row if cell.value == "a-1").value = "a-11"

    data = fill(make(), {"a-1": ("Accepted", None)}, change=damage)
    unknown = ChoiceUnknownSubject(place=place(data, "a-11", "subject"), value="a-11", near="a-1")
    assert read(data) == ((), [unknown, left(4)])


def test_a_row_added_by_hand_counts_with_a_code_and_is_asked_back_without() -> None:
    def add(_: Any, page: Any) -> None:
        page["B12"], page["G12"] = "a-4", "accepted"
        page["G13"] = "accepted"

    data = fill(make(), {}, change=add)
    nameless = ChoiceWithoutSubject(place=Place("c.xlsx", sheet="Choices", cell="B13"), value="accepted")
    assert read(data) == ((choice("a-4", "accepted"),), [nameless, left(3)])


def test_another_sheet_or_round_is_recognised_even_when_it_is_empty() -> None:
    data = make(code="XA-2027 screening 2")
    other = OtherChoiceSheet(place=cover_place(data, "code"), found="XA-2027 screening 2", expected=CODE)
    assert read(data) == ((), [other])


def test_without_its_hidden_column_a_file_is_known_by_its_cover_and_then_by_its_name() -> None:
    def hidden(_: Any, page: Any) -> None:
        page.delete_cols(column(page, "code"))

    def cover_too(book: Any, page: Any) -> None:
        hidden(book, page)
        cover = book.worksheets[0]
        next(row[2] for row in cover.iter_rows() if row[0].value == "code").value = None

    def name_too(book: Any, page: Any) -> None:
        cover_too(book, page)
        del book.defined_names["consult_choice"]

    rows = {"a-1": ("Accepted", None)}
    for change in (hidden, cover_too):
        assert read(fill(make(), rows, change=change)) == ((choice("a-1", "accepted"),), [left(3)])
        assert [one.code for one in read(fill(make(code="X"), rows, change=change))[1]] == [
            "other-choice-sheet"
        ]
    assert read(fill(make(), rows, change=name_too)) == ((), [NotChoiceSheet(place=Place("c.xlsx"))])


def test_a_row_pasted_from_another_file_is_not_taken() -> None:
    def paste(_: Any, page: Any) -> None:
        for cell, value in zip(page[12], (1, "a-4", "", "", "", "", "Accepted", "", "XB"), strict=True):
            cell.value = value

    data = fill(
        make(), {"a-1": ("Accepted", None)}, change=lambda book, page: (page.cell(12, 9), paste(book, page))
    )
    foreign = ChoiceRowForeign(
        place=Place("c.xlsx", sheet="Choices", cell="B12"), item="a-4", found="XB", expected=CODE
    )
    assert read(data) == ((choice("a-1", "accepted"),), [foreign, left(2)])


def test_two_rows_that_differ_choose_nothing_and_two_that_agree_choose_once() -> None:
    def copy(book: Any, _: Any) -> None:
        book.copy_worksheet(book.worksheets[1]).title = "Copy"

    def differ(book: Any, page: Any) -> None:
        copy(book, page)
        book["Copy"]["G6"] = "Waiting list"

    rows = {"a-1": ("Accepted", None)}
    assert read(fill(make(), rows, change=copy)) == ((choice("a-1", "accepted"),), [left(3)])
    places = [Place("c.xlsx", sheet=sheet, cell="G6") for sheet in ("Choices", "Copy")]
    assert read(fill(make(), rows, change=differ)) == (
        (),
        [
            ChosenTwice(place=places[0], item="a-1", others=("Copy!G6",)),
            ChosenTwice(place=places[1], item="a-1", others=("Choices!G6",)),
            left(3),
        ],
    )


def test_a_sheet_renamed_sorted_with_rows_deleted_and_columns_inserted_reads_the_same() -> None:
    def disturb(book: Any, page: Any) -> None:
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=5)]
        for row, values in enumerate(sorted(rows, key=lambda row: str(row[2])), 5):
            for at, value in enumerate(values, 1):
                page.cell(row, at).value = value
        page.delete_rows(next(cell.row for cell in page["B"] if cell.value == "a-4"))
        page.insert_cols(1, 2)
        page.insert_cols(9)
        page.insert_rows(1, 3)
        page.title = "Bureau, 5 March"
        book.worksheets[0].insert_rows(2, 4)
        book.worksheets[0].title = "Cover"

    rows = {"a-1": ("Accepted", None), "a-2": ("Regret", "Late.")}
    choices, problems = read(fill(make(), rows, change=disturb))
    assert choices == (choice("a-1", "accepted"), choice("a-2", "regret", "Late."))
    assert problems == [left(2, "Bureau, 5 March")]


def test_another_workbook_is_refused() -> None:
    contents = Contents(format="xlsx", sheets=(Sheet("Sheet1", (("a", "b"),)),))
    assert read_choices(contents, SCREENING, IDS, language="en", code=CODE, shown="x.xlsx") == (
        (),
        [NotChoiceSheet(place=Place("x.xlsx"))],
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_problem_can_be_said(language: str) -> None:
    every = [
        NotChoiceSheet(),
        OtherChoiceSheet(found="A", expected="B"),
        ChoiceRowForeign(item="a-1", found="A", expected="B"),
        ChoiceUnknownSubject(value="a-11", near="a-1"),
        ChoiceWithoutSubject(value="Accepted"),
        ChoiceUnknownOutcome(item="a-1", value="x", allowed=LABELS, near="Regret"),
        ChoiceAmbiguous(item="a-1", value="x", readings=LABELS),
        ChoiceMissing(item="a-1", allowed=LABELS),
        ChoiceReasonMissing(item="a-1", outcome="Regret"),
        ChosenTwice(item="a-1", others=("B!D4",)),
        ChoiceCellUnreadable(),
        ChooserMissing(),
        ChoiceDayUnclear(value="spring"),
        TooManyChosen(outcome="Accepted", count=2, places=1),
        TooManyChosen(outcome="Accepted", count=41, places=40),
        NothingChosen(),
        ChoicesOpen(count=1),
        ChoicesOpen(count=3),
    ]
    assert len({problem.message(language) for problem in every}) == len(every)


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=60)
formulas = ["=1+1", "+1", "-", "@x", "'=1", "Oui", "=cmd|' /C calc'!A0", "&A"]
hostile = words | st.sampled_from([*formulas, "_x0041_"])
told = (words | st.sampled_from(formulas)).filter(
    lambda text: any(letter.isalnum() for letter in text) and "_x" not in text  # openpyxl does not escape it
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.tuples(told, hostile, hostile), min_size=1, max_size=5, unique_by=lambda row: row[0].strip()),
    st.data(),
    told,
    st.sampled_from(["en", "fr"]),
)
def test_what_is_chosen_is_what_is_read(rows: Any, data: Any, by: str, language: str) -> None:
    """Whatever the words, a choice comes back with the same ones (but for white space around them)."""
    subjects = [Subject(code.strip(), (cell, note), None, note) for code, cell, note in rows]
    outcomes = {
        subject.id: data.draw(st.tuples(st.sampled_from(SCREENING.outcomes), told)) for subject in subjects
    }
    sheet = replace(SCREENING, places=None)
    filled = fill(
        make(language, sheet, subjects=subjects),
        {code: (outcome.label[language], reason) for code, (outcome, reason) in outcomes.items()},
        by=by,
    )
    expected = [
        choice(code, outcome.id, reason.strip(), by.strip()) for code, (outcome, reason) in outcomes.items()
    ]
    choices, problems = read(filled, sheet, language=language, subjects=list(outcomes))
    assert choices == tuple(sorted(expected, key=lambda one: one.subject))
    assert problems == []


def test_the_sandbox_reads_it_as_any_returned_file() -> None:
    data = fill(make(), {"a-1": ("Accepted", None)})
    with Sandbox(children=1) as sandbox:
        contents, problems = sandbox.open(data, shown="c.xlsx")
    assert contents is not None, problems
    read_back = read_choices(contents, SCREENING, IDS, language="en", code=CODE, shown="c.xlsx")
    assert read_back == ((choice("a-1", "accepted"),), [left(3)])


@pytest.fixture(scope="module")
def through_the_office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("choices")
    first = folder / "filled.xlsx"
    rows = {"a-1": ("Liste d’attente", "=S’il reste une place"), "a-2": ("oui", None)}
    first.write_bytes(fill(make("fr"), rows, on="2027-03-05"))
    ods = converted(first, ".ods")
    again: Path = converted(ods, ".xlsx")
    return {"ods": ods.read_bytes(), "xlsx": again.read_bytes()}


@pytest.mark.office
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_an_office_program_saves_it_and_it_reads_back_equal(
    through_the_office: dict[str, bytes], form: str
) -> None:
    on = date(2027, 3, 5)
    data = through_the_office[form]
    assert read(data, language="fr") == (
        (choice("a-1", "waiting-list", "=S’il reste une place", on=on), choice("a-2", "accepted", on=on)),
        [left(2, "Choix")],
    )
    contents, _ = examine(data)
    assert contents is not None
    told_above = contents.sheets[1].at(3, 1)
    assert (
        told_above == "Accepté(e)\u00a0: 0 sur 2 places   ·   Regret\u00a0: 0   ·   Liste d’attente\u00a0: 1"
    )
    assert contents.names["consult_choice"].strip('="') == CODE
