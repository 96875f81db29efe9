"""What a cell means: no answer, one reading with more beside it, or two; each is said at its cell."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from problems import Place
from problems.meanings import SaysUnchanged, UnchangedStands
from questionnaires.model import Item
from responses.model import Absence, Answer, Citation
from responses.unchanged import unchanged, with_unchanged
from tests.sample_workbook import CHOICES, CITATION, DATE, LINE, NUMBER, SCALE, TEXT, Filler
from tests.test_validate import answer
from workbooks.figures import without_unit
from workbooks.references import cited, unclear
from workbooks.remarks import remark
from workbooks.ticks import read_ticks
from workbooks.ticks import unclear as unclear_ticks
from workbooks.values import typed

REMIT, KNOWN = Absence.NOT_OUR_REMIT, Absence.NOT_KNOWN
LAWS = {f"L{number}" for number in range(1, 6)}


def said(filler: Filler) -> list[tuple[str, str]]:
    """Return where something is told, and what, but for laws that are not cited."""
    return [each for each in filler.said() if each[1] != "law-not-cited"]


@pytest.mark.parametrize(
    ("column", "word"),
    [("law", "No"), ("law", "non"), ("comment", "No"), ("law", "We do not know"), ("law", "Not our remit")],
)
def test_a_no_that_may_be_said_of_its_column_is_no_answer(column: str, word: str) -> None:
    filler = Filler.of().put(SCALE.id, word, column)
    at = {"law": "Questions!E6", "comment": "Questions!F6"}[column]
    assert filler.entry(SCALE.id) is None
    assert filler.said() == [(at, "choice-or-remark")]


@pytest.mark.parametrize(
    ("column", "word", "value"),
    [("law", "Yes", "yes"), ("comment", "Yes, in part", "in-part"), ("details", "No", "no")],
)
def test_a_choice_that_says_nothing_of_its_column_is_the_answer(column: str, word: str, value: str) -> None:
    filler = Filler.of().put(SCALE.id, word, column)
    entry = filler.entry(SCALE.id)
    assert entry is not None
    assert entry.value == value
    assert [code for _, code in filler.said()] == ["choice-elsewhere"]


@pytest.mark.parametrize(
    ("law", "laws"),
    [
        ("L1-L3", ["L1", "L2", "L3"]),
        ("L1 to L3", ["L1", "L2", "L3"]),
        ("L1 à L3", ["L1", "L2", "L3"]),
        ("L1 – L5", ["L1", "L2", "L3", "L4", "L5"]),
        ("L1, L2-L4", ["L1", "L2", "L3", "L4"]),
        ("L1 & 2", ["L1", "L2"]),
        ("L1/2", ["L1", "L2"]),
        ("L1+3", ["L1", "L3"]),
        ("L1 and 2", ["L1", "L2"]),
        ("(L1; L2)", ["L1", "L2"]),
    ],
)
def test_ranges_and_lists_of_laws_name_each_of_them(law: str, laws: list[str]) -> None:
    assert not unclear(law, LAWS)
    assert [(each.law, each.text) for each in cited(law, LAWS)] == [(law, "") for law in laws]


@given(st.integers(1, 29), st.integers(1, 29), st.sampled_from(["-", " – ", " to ", " à ", " по ", "–"]))
def test_a_range_names_every_law_between(one: int, other: int, joint: str) -> None:
    cell = f"L{one}{joint}L{other}"
    if one < other:
        assert [each.law for each in cited(cell, LAWS)] == [f"L{n}" for n in range(one, other + 1)]
        assert not unclear(cell, LAWS)
    else:
        assert unclear(cell, LAWS)


DOUBTED = [
    "not L1 but L2", "L2 (repealed by L3)", "L1 except L3", "L1, sauf L2", "L1, 2 and 3", "L1, 3, 5", "L1-3",
    "L1-L3 art. 5", "L3-L1", "L1 – L40", "не L1",
]  # fmt: skip


@pytest.mark.parametrize("law", DOUBTED)
def test_laws_that_may_not_be_meant_are_asked_and_the_answer_is_kept(law: str) -> None:
    filler = Filler.of().put(SCALE.id, "No").put(SCALE.id, law, "law")
    for each in LAWS:
        filler.put(each, f"Act {each}", "law-title")
    entry = filler.entry(SCALE.id)
    assert entry is not None
    assert (entry.value, entry.citations) == ("no", ())
    assert said(filler) == [("Questions!E6", "unclear-laws")]


@pytest.mark.parametrize(
    ("law", "read"),
    [
        ("L1, 12 and 14", [("L1", "12 and 14")]),
        ("L1 no. 5, L2 no. 7", [("L1", "no. 5"), ("L2", "no. 7")]),
        ("L1 art. 3, except 4", [("L1", "art. 3, except 4")]),
        ("L1 (art. 3) and L2", [("L1", "(art. 3)"), ("L2", "")]),
        ("Penal Code (L1)", [("", "Penal Code"), ("L1", "")]),
        ("art. L 233-3", [("", "art. L 233-3")]),
    ],
)
def test_provisions_that_look_like_laws_stay_provisions(law: str, read: list[tuple[str, str]]) -> None:
    assert not unclear(law, LAWS)
    assert [(each.law, each.text) for each in cited(law, LAWS)] == read


@pytest.mark.parametrize(
    "word", ["None", "N/A", "-", "néant", "no law", "нет", "无", "لا يوجد", "Not our remit"]
)
def test_words_that_name_no_law_are_no_law(word: str) -> None:
    filler = Filler.of().put(SCALE.id, "No").put(SCALE.id, word, "law")
    entry = filler.entry(SCALE.id)
    assert entry is not None
    assert (entry.value, entry.citations, entry.details) == ("no", (), "")
    assert filler.said() == [("Questions!E6", "no-law-named")]


@pytest.mark.parametrize(
    ("item", "column", "word", "outcome"),
    [
        (CITATION, "law", "Not our remit", (REMIT, (), "", [])),
        (CITATION, "law", "Unknown", (KNOWN, (), "", ["read-as"])),
        (CITATION, "law", "None", (None, (), "None", ["no-law-named"])),
        (TEXT, "details", "We do not know", (KNOWN, (), "", [])),
        (TEXT, "details", "Pas de notre ressort", (REMIT, (), "", [])),
    ],
)
def test_an_absence_where_the_answer_goes_is_that_absence(
    item: Item, column: str, word: str, outcome: tuple[object, ...]
) -> None:
    filler = Filler.of().put(item.id, word, column)
    entry = filler.entry(item.id)
    assert entry is not None
    told = [code for _, code in filler.said()]
    assert (entry.absent, entry.citations, entry.details, told) == outcome


@pytest.mark.parametrize(
    "word", ["TBD", "???", "xxx", "à compléter", "idem", "″", "same as above", "see above", "待定"]
)
@pytest.mark.parametrize(("item", "column"), [(TEXT, "details"), (LINE, "answer"), (SCALE, "law")])
def test_a_placeholder_is_no_answer(item: Item, column: str, word: str) -> None:
    filler = Filler.of().put(item.id, word, column)
    assert filler.entry(item.id) is None
    assert [code for _, code in filler.said()] == ["not-an-answer"]


def test_beside_a_placeholder_the_answer_is_kept() -> None:
    filler = Filler.of().put(SCALE.id, "No").put(SCALE.id, "idem", "law").put(SCALE.id, "TBD", "details")
    entry = filler.entry(SCALE.id)
    assert entry is not None
    assert (entry.value, entry.details, entry.citations) == ("no", "", ())
    assert filler.said() == [("Questions!D6", "not-an-answer"), ("Questions!E6", "not-an-answer")]


@pytest.mark.parametrize(
    ("item", "column"), [(TEXT, "details"), (LINE, "answer"), (SCALE, "answer"), (DATE, "answer")]
)
def test_a_dash_says_nothing_and_that_is_told(item: Item, column: str) -> None:
    filler = Filler.of().put(item.id, "-", column)
    assert filler.entry(item.id) is None
    assert [code for _, code in filler.said()] == ["says-nothing"]


def test_what_is_attached_is_kept_as_written_and_asked_for() -> None:
    filler = Filler.of().put(TEXT.id, "see attached annex 3", "details").put(SCALE.id, "voir annexe", "law")
    text, scale = filler.entry(TEXT.id), filler.entry(SCALE.id)
    assert text is not None
    assert scale is not None
    assert (text.value, scale.citations) == ("see attached annex 3", (Citation("voir annexe"),))
    assert filler.said() == [("Questions!E6", "see-attached"), ("Questions!D14", "see-attached")]


@given(st.text(min_size=61))
def test_a_long_text_is_no_remark(words: str) -> None:
    assert remark(words) == ""


TICKS = [
    (["V", "X"], ("V", "X")), (["✓", "x"], ("✓", "x")), (["Yes", "x", "x"], ("Yes", "x")),
    (["☑", "☒"], ("☑", "☒")), (["O", "X"], ("O", "X")), ([True, "x"], ("TRUE", "x")),
    ([1, 2, 3], ("1", "2", "3")), ([1, 2, 1], ("1", "2")), ([2, 3], ("2", "3")),
    (["x", "X"], ()), (["x", "-"], ()), (["x", "no"], ()), (["☒", "☐"], ()), (["✓", "✗"], ()), ([1, 0], ()),
    (["✓", "yes", 1], ()), (["x", "xx", "☒"], ()),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "signs"), TICKS)
def test_signs_of_a_list_are_read_together(cells: list[object], signs: tuple[str, ...]) -> None:
    assert unclear_ticks(cells) == signs


@given(
    st.lists(st.sampled_from(sorted(typed()["ticked"] | typed()["unticked"] | typed()["struck"])), max_size=6)
)
def test_nothing_is_crossed_and_ticked_in_one_list_without_a_question(signs: list[str]) -> None:
    crosses = typed()["crosses"] & set(signs)
    others = typed()["ticked"] & set(signs) - typed()["crosses"]
    assert bool(unclear_ticks(signs)) == bool(crosses and others)


def test_a_cross_beside_a_tick_says_no_and_alone_nothing_for_certain() -> None:
    assert read_ticks({"a": "✓", "b": "✗", "c": "❌"}) == {"a": True, "b": False, "c": False}
    assert True not in read_ticks({"a": "✗"}).values()
    assert False not in read_ticks({"a": "✗", "b": "x"}).values()


def ticked(*signs: object) -> Filler:
    filler = Filler.of()
    for option, sign in zip(CHOICES.options, signs, strict=False):
        filler.put(f"{CHOICES.id}:{option.value}", sign)
    return filler


def test_a_list_with_two_readings_is_asked_once() -> None:
    filler = ticked("✓", "x", "x")
    assert filler.entry(CHOICES.id) is None
    assert filler.said() == [("Questions!C11", "unclear-ticks")]


def test_a_tick_beside_other_words_than_ours_is_asked() -> None:
    filler = ticked("✓", "✓")
    filler.cell(f"{CHOICES.id}:training", "question").value = "Scholarships"
    entry = filler.entry(CHOICES.id)
    assert entry is not None
    assert entry.value == ("legal-drafting",)
    assert ("Questions!C12", "option-reworded") in filler.said()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Training", ("training",)),
        ("Training; Equipment", ("training", "equipment")),
        ("Équipement, formation", ("training", "equipment")),
        ("help with drafting laws and training", ("legal-drafting", "training")),
    ],
)
def test_options_named_in_words_are_ticked(words: str, value: tuple[str, ...]) -> None:
    filler = Filler.of().put(CHOICES.id, words)
    entry = filler.entry(CHOICES.id)
    assert entry is not None
    assert entry.value == value
    assert filler.said() == [("Questions!C10", "read-as")]


@pytest.mark.parametrize(
    "words", ["All of them", "Training, not equipment", "Training for judges", "Training?"]
)
def test_other_words_for_ticks_are_asked(words: str) -> None:
    filler = Filler.of().put(CHOICES.id, words)
    assert filler.entry(CHOICES.id) is None
    assert filler.said() == [("Questions!C10", "words-for-ticks")]


def test_options_named_and_ticked_are_said_twice_and_no_more() -> None:
    filler = ticked(None, "✓", "✓").put(CHOICES.id, "Training")
    entry = filler.entry(CHOICES.id)
    assert entry is not None
    assert (entry.value, entry.details, filler.said()) == (("training", "equipment"), "", [])


def test_a_provision_behind_a_yes_goes_to_the_details() -> None:
    filler = Filler.of().put(SCALE.id, "Yes (s. 12)").put(SCALE.id, "Since 2004.", "details")
    entry = filler.entry(SCALE.id)
    assert entry is not None
    assert (entry.value, entry.details) == ("yes", "Since 2004.\ns. 12")
    assert filler.said() == [("Questions!C6", "rest-in-details")]


YEARS = ["In years of imprisonment?", "En années d’emprisonnement\u202f?"]


@pytest.mark.parametrize(
    ("value", "question", "number"),
    [
        ("4 years", YEARS, "4"), ("4 ans", YEARS, "4"), ("2,5 years", YEARS, "2,5"), ("4 лет", YEARS, "4"),
        ("48 months", YEARS, ""), ("4 cases", YEARS, ""), ("4 %", YEARS, ""), ("4-5 years", YEARS, "4-5"),
        ("4 years", ["How many cases?"], ""), ("4 years", ["In years and months?"], ""), (4, YEARS, ""),
    ],
)  # fmt: skip
def test_the_unit_that_is_asked_for_may_stand_behind_a_number(
    value: object, question: list[str], number: str
) -> None:
    assert without_unit(value, question) == number


def test_a_number_in_the_wrong_unit_is_asked() -> None:
    assert Filler.of().put(NUMBER.id, "48 months").said() == [("Questions!C20", "not-a-number")]
    entry = Filler.of().put(NUMBER.id, 48).entry(NUMBER.id)
    assert entry is not None
    assert entry.value == Decimal(48)


@pytest.mark.parametrize(
    ("item", "column", "told", "kept"),
    [
        (SCALE, "law", "day-for-words", False),
        (LINE, "answer", "day-for-words", False),
        (TEXT, "details", "day-for-words", False),
        (SCALE, "details", "day-among-words", True),
    ],
)
def test_a_day_that_a_program_made_of_figures_is_told(item: Item, column: str, told: str, kept: bool) -> None:
    filler = Filler.of().put(item.id, date(2026, 2, 6), column)
    entry = filler.entry(item.id)
    assert [code for _, code in filler.said()] == [told]
    assert (entry is not None and entry.details == "2026-02-06") == kept


def test_a_year_typed_as_a_day_is_asked() -> None:
    filler = Filler.of().put(DATE.id, 2019)
    assert filler.said() == [("Questions!C19", "year-as-day")]
    assert Filler.of().put(DATE.id, date(1906, 1, 2)).said() == []


PLACE = Place("b.xlsx", sheet="Questions", cell="C6")


def standing(item: Item, **more: object) -> dict[str, Answer]:
    return {item.id: answer(item.id, **more)}


@pytest.mark.parametrize(
    ("item", "part", "before", "words"),
    [
        (SCALE, "answer", {"value": "yes"}, "Yes"),
        (SCALE, "answer", {"absent": REMIT}, "Not our remit"),
        (SCALE, "details", {"value": "yes", "details": "Since 2004."}, "Since 2004."),
        (SCALE, "law", {"value": "yes", "citations": (Citation("Act 5", "s. 2"),)}, "Act 5, s. 2"),
        (TEXT, "details", {"value": "Lack of staff"}, "Lack of staff"),
        (CITATION, "law", {"citations": (Citation("Act 5"),)}, "Act 5"),
    ],
)
def test_no_change_lets_stand_what_was_said_before(
    item: Item, part: str, before: dict[str, object], words: str
) -> None:
    found = [SaysUnchanged(place=PLACE, item=item.id, value="no change", part=part)]
    told = UnchangedStands(place=PLACE, item=item.id, value="no change", answer=words)
    assert list(unchanged(found, standing(item, **before), {item.id: item}, "en")) == [told]
    assert list(unchanged(found, {}, {item.id: item}, "en")) == found
    assert with_unchanged([], found, standing(item, **before), {item.id: item}) == ()


def test_no_change_in_one_part_leaves_the_others_new() -> None:
    before = standing(SCALE, value="yes", details="Since 2004.", citations=(Citation("Act 5"),))
    now = answer(SCALE.id, value="in-part", comment="New.")
    found = [SaysUnchanged(place=PLACE, item=SCALE.id, value="idem", part="details")]
    (kept,) = with_unchanged([now], found, before, {SCALE.id: SCALE})
    assert (kept.value, kept.details, kept.citations, kept.comment) == ("in-part", "Since 2004.", (), "New.")
    assert with_unchanged([now], [], before, {SCALE.id: SCALE}) == (now,)


def test_nothing_before_and_no_change_now_is_asked() -> None:
    filler = Filler.of().put(SCALE.id, "unchanged").put(TEXT.id, "no change", "details")
    assert filler.read()[0].entries == ()
    assert filler.said() == [("Questions!C6", "says-unchanged"), ("Questions!D14", "says-unchanged")]
