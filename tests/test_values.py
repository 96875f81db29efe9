"""Values as people type them: every labelled value has its one reading, its several, or none."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from responses.model import Absence
from tests.sample_workbook import ACT, CHOICE, SCALE
from workbooks.contents import text
from workbooks.days import OTHER_CALENDAR, read_date
from workbooks.figures import read_number
from workbooks.rescue import rescued
from workbooks.values import (
    UNREADABLE,
    Several,
    Unreadable,
    is_blank,
    key,
    read_absence,
    read_choice,
    read_tick,
    typed,
)

REMIT, KNOWN, CLOSED = Absence.NOT_OUR_REMIT, Absence.NOT_KNOWN, Absence.CANNOT_DISCLOSE

SCALE_WORDS = {
    "yes": "Yes|yes|YES|yes.|yes!| Yes |Y|y|Oui|oui|oui.|OUI|\u00a0Oui\u00a0|Sí|Si|sí|SÍ.|Да|да|ДА.|д|是"
    "|是。|是的|نعم|نعم.|«Oui»"
    "|“yes”|true|TRUE|vrai|O\u0075i|yes",
    "in-part": "Yes, in part|yes in part|Yes - in part|YES, IN PART.|in part|partly|Partially|in-part"
    "|Oui, en partie|oui en partie"
    "|Oui, partiellement|Yes, partially|Sí, parcialmente|да, частично|部分地|是的，部分地|نعم، جزئياً"
    "|OUI,EN PARTIE|en partie|partiellement|Sí, en parte|si en parte|en parte|parcialmente|Да, частично"
    "|частично|部分是|部分"
    "|نعم، جزئيًا|نعم، جزئيا|جزئيا|Yes,\u00a0in\u00a0part|Oui,\u202fen\u202fpartie|Yes, in\npart",
    "no": "No|no|NO.|n|N|Non|non|NON!|нет|Нет.|否|不是|لا|كلا|false|FALSE|faux|0|none",
    REMIT: "Not our remit|not our remit.|Pas de notre ressort|pas  de notre ressort"
    "|не в нашей компетенции|خارج اختصاصنا"
    "|not-our-remit|hors de notre compe\u0301tence|hors de notre compétence",
    KNOWN: "We do not know|we don't know|we don’t know|unknown|not known|Nous ne savons pas|inconnu"
    "|не знаем|不知道|لا نعلم"
    "|desconocido|no sabemos|not-known",
    CLOSED: "We cannot disclose|confidential|Non communicable|non communicable.|конфиденциально|保密|سري"
    "|cannot-disclose",
}  # fmt: skip


@pytest.mark.parametrize(("expected", "words"), SCALE_WORDS.items())
def test_answers_of_the_scale_typed_by_hand(expected: str, words: str) -> None:
    assert {word: read_choice(word, SCALE) for word in words.split("|")} == dict.fromkeys(
        words.split("|"), expected
    )


@pytest.mark.parametrize(
    "value",
    [
        "maybe",
        "x",
        "yes, see article 5",
        "oui mais",
        "5",
        2.5,
        "yesno",
        "да/нет",
        "yes no",
        date(2026, 1, 1),
    ],
)
def test_a_value_without_a_reading_is_not_guessed(value: object) -> None:
    assert read_choice(value, SCALE) is UNREADABLE


@pytest.mark.parametrize("value", ["1", 1, 1.0, "١", "１", "2", 2.0])
def test_a_figure_on_the_scale_is_a_place_in_the_list_or_a_mark(value: object) -> None:
    assert read_choice(value, SCALE) == Several(("yes", "in-part"))


@pytest.mark.parametrize(
    ("value", "answer"), [(1, "yes"), ("1", "yes"), (0.0, "no"), (True, "yes"), (False, "no")]
)
def test_a_figure_for_yes_or_no_is_a_truth_value(value: object, answer: str) -> None:
    assert read_choice(value, ACT) == answer


def test_in_part_is_no_answer_to_yes_or_no() -> None:
    assert read_choice("Yes, in part", ACT) is UNREADABLE


@pytest.mark.parametrize("value", ["n/a", "N/A", "s/o", "Sans objet"])
def test_not_applicable_may_mean_two_things(value: str) -> None:
    assert read_choice(value, SCALE) == Several((REMIT.value, KNOWN.value))
    assert read_absence(value) == Several((REMIT.value, KNOWN.value))


@pytest.mark.parametrize(
    ("value", "answer"),
    [("Fine", "fine"), ("amende", "fine"), ("EMPRISONNEMENT.", "prison"), ("une autre peine", "other"),
    ("other", "other"),
     ("Inconnu", KNOWN), ("yes", UNREADABLE), ("1", UNREADABLE)],
)  # fmt: skip
def test_options_are_read_by_their_labels_in_every_language(value: str, answer: object) -> None:
    assert read_choice(value, CHOICE) == answer


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert read_choice("Si\u0301", SCALE) == read_choice("S\u00ed", SCALE) == "yes"


def test_no_word_of_the_table_has_two_readings_but_those_meant_to() -> None:
    words = [
        (word, answer)
        for answer, known in typed().items()
        if answer
        not in ("ticked", "unticked", "crosses", "circles", "struck", "yet", "or", "not", "but", "not-no")
        for word in known
    ]
    several = {word for word, _ in words if sum(word == other for other, _ in words) > 1}
    assert several == typed()[REMIT] & typed()[KNOWN]


@pytest.mark.parametrize(
    "value", ["✓", "✔", "x", "X", "х", "×", "☒", "☑", "1", 1.0, True, "yes", "Oui", "نعم"]
)
def test_ticked(value: object) -> None:
    assert read_tick(value) is True


@pytest.mark.parametrize("value", ["-", "–", "0", 0.0, False, "no", "Non", "☐", "нет"])
def test_not_ticked(value: object) -> None:
    assert read_tick(value) is False


@pytest.mark.parametrize("value", ["maybe", "?", "2", "training"])
def test_a_tick_that_is_none(value: object) -> None:
    assert read_tick(value) is UNREADABLE


NUMBERS = {
    "12": "12", " 12 ": "12", "+12": "12", "-12": "-12", "−12": "-12", "12,5": "12.5", "12.5": "12.5",
    "0,5": "0.5",
    "0.123": "0.123", "0,123": "0.123", "00,125": "0.125", "1 234": "1234", "1\u00a0234": "1234",
    "1\u202f234,5": "1234.5",
    "1'234": "1234", "1’234.50": "1234.5", "1,234.5": "1234.5", "1.234,5": "1234.5", "1,234,567": "1234567",
    "1.234.567": "1234567", "1.234.567,89": "1234567.89", "12,34,567": "1234567", "1234,567": "1234.567",
    "1234.567": "1234.567", "12,3456": "12.3456", "١٢": "12", "١٢٫٥": "12.5", "١٬٢٣٤٫٥": "1234.5",
    "۱۲": "12", "１２": "12",
    "१२": "12", "１２．５": "12.5", "1 234 567": "1234567", "007": "7", "\u200f12": "12", "1,5": "1.5",
    "3.1400": "3.14",
}  # fmt: skip


@pytest.mark.parametrize(("typed_as", "number"), NUMBERS.items())
def test_numbers_as_people_type_them(typed_as: str, number: str) -> None:
    assert read_number(typed_as) == Decimal(number)


@pytest.mark.parametrize(
    ("value", "readings"),
    [("1,234", ("1.234", "1234")), ("1.234", ("1.234", "1234")), ("-12,500", ("-12500", "-12.500")),
    ("١٢,٥٠٠", ("12.500", "12500")),
     ("999.999", ("999.999", "999999"))],
)  # fmt: skip
def test_a_mark_before_three_figures_has_two_readings(value: str, readings: tuple[str, ...]) -> None:
    assert read_number(value) == Several(readings)


@pytest.mark.parametrize(
    "value",
    ["", "twelve", "12 %", "12 cases", "about 12", "12-15", "1,23,4", "12 34", "1.2.3", "1e5", "½", "²",
    "Ⅻ", "--1", "1,", ",5",
     "0x10", "12/3", "1 2345", True, date(2026, 1, 2), "=1+1"],
)  # fmt: skip
def test_what_is_no_number_is_not_made_one(value: object) -> None:
    assert read_number(value) is UNREADABLE


@pytest.mark.parametrize(
    ("value", "number"),
    [(12.0, "12"), (12, "12"), (0.1, "0.1"), (1.234, "1.234"), (-3.5, "-3.5"), (1e15, "1000000000000000")],
)
def test_stored_numbers_are_read_as_a_person_sees_them(value: float, number: str) -> None:
    assert read_number(value) == Decimal(number)


@given(st.integers(-(10**15), 10**15))
def test_every_whole_number_is_read_as_itself(number: int) -> None:
    assert read_number(number) == read_number(float(number)) == read_number(str(number)) == Decimal(number)


DAYS = {
    "2026-01-30": (2026, 1, 30), "2026/01/30": (2026, 1, 30), "2026.01.30": (2026, 1, 30),
    "2026-1-3": (2026, 1, 3),
    "30/01/2026": (2026, 1, 30), "30-01-2026": (2026, 1, 30), "30.01.2026": (2026, 1, 30),
    "01/30/2026": (2026, 1, 30),
    "3.4.2026": (2026, 4, 3), "03.04.2026": (2026, 4, 3), "04/04/2026": (2026, 4, 4),
    "30 January 2026": (2026, 1, 30),
    "30 Jan 2026": (2026, 1, 30), "January 30, 2026": (2026, 1, 30), "30th January 2026": (2026, 1, 30),
    "1st of March 2026": (2026, 3, 1), "30 janvier 2026": (2026, 1, 30), "1er février 2026": (2026, 2, 1),
    "1er fevrier 2026": (2026, 2, 1), "30 janv. 2026": (2026, 1, 30), "30 AOÛT 2026": (2026, 8, 30),
    "30 de enero de 2026": (2026, 1, 30), "30 января 2026": (2026, 1, 30), "30 января 2026 г.": (2026, 1, 30),
    "2026年1月30日": (2026, 1, 30), "30 يناير 2026": (2026, 1, 30), "٣٠ يناير ٢٠٢٦": (2026, 1, 30),
    "30 كانون الثاني 2026": (2026, 1, 30), "٣٠/٠١/٢٠٢٦": (2026, 1, 30), "３０/０１/２０２６": (2026, 1, 30),
    " 2026-01-30 ": (2026, 1, 30), "2026 - 01 - 30": (2026, 1, 30), "12/31/1999": (1999, 12, 31),
}  # fmt: skip


@pytest.mark.parametrize(("typed_as", "day"), DAYS.items())
def test_days_as_people_type_them(typed_as: str, day: tuple[int, int, int]) -> None:
    assert read_date(typed_as) == date(*day)


@pytest.mark.parametrize("value", ["03/04/2026", "3-4-2026", "٠٣/٠٤/٢٠٢٦", "3 / 4 / 2026"])
def test_two_small_numbers_are_two_days(value: str) -> None:
    assert read_date(value) == Several(("2026-03-04", "2026-04-03"))


@pytest.mark.parametrize(
    "value",
    ["", "2026", "March 2026", "30/1/26", "03.04.26", "31/02/2026", "2026-13-01", "30/01-2026", "tomorrow",
    46052.0, 46052, True, "30 Janury 2026", "32 January 2026",
    "Monday 30 January 2026", "4 March\n5 March 2026"],
)  # fmt: skip
def test_what_is_no_day_for_certain_is_not_made_one(value: object) -> None:
    assert read_date(value) is UNREADABLE


@pytest.mark.parametrize(
    "value",
    ["1447-07-11", "2569/01/30", date(1447, 7, 11), "١١ رجب ١٤٤٧ هـ", "4 มีนาคม 2569", "۱۴۰۴/۱۲/۱۳"],
)
def test_a_year_of_another_calendar_is_asked_back_as_such(value: object) -> None:
    assert read_date(value) is OTHER_CALENDAR


def test_a_date_cell_is_its_day() -> None:
    assert read_date(datetime(2026, 1, 30, 17, 5)) == read_date(date(2026, 1, 30)) == date(2026, 1, 30)  # noqa: DTZ001  # cells have no zone


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_itself(day: date) -> None:
    assert (
        read_date(day) == read_date(day.isoformat()) == read_date(f"{day.day}.{day.month}.{day.year}") == day
    )


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_a_day_before_the_month_is_never_misread(day: date) -> None:
    found = read_date(f"{day:%d/%m/%Y}")
    assert found == day or (isinstance(found, Several) and day.isoformat() in found.readings)


@given(
    st.one_of(
        st.text(), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.dates(), st.none()
    )
)
def test_no_value_breaks_the_reading(value: object) -> None:
    read = [read_choice(value, item) for item in (SCALE, ACT, CHOICE)]
    read += [rescued(value, item) for item in (SCALE, ACT, CHOICE)]
    read += [read_number(value), read_date(value), read_tick(value), read_absence(value)]
    assert len(read) == 10


WORDS = [word for kind in ("yes", "no", "in-part", "or") for word in sorted(typed()[kind])]
WORDS += ["☒", "☐", "[x]", "✓", "1)", "maybe"]


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_of_many_words_at_most_one_answer_is_read(words: str) -> None:
    """Two answers are never read as one of them, whatever stands between, unless boxes say so."""
    answers = {
        answer
        for answer in ("yes", "no")
        if any(f" {word} " in f" {key(words)} " for word in typed()[answer] if len(word) > 1)
    }
    found = rescued(words, SCALE)
    if len(answers) > 1 and not set("☒☐✓[") & set(words):
        assert isinstance(found, (Several, Unreadable)) or found == "in-part"


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 15))
def test_a_stored_number_of_fifteen_figures_is_read_as_it_was_typed(figures: int, places: int) -> None:
    typed_in = Decimal(figures).scaleb(-places)
    assert read_number(float(typed_in)) == typed_in


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, ""), ("a\r\nb\rc\nd", "a\nb\nc\nd"), (" as is ", " as is "), (12.0, "12"), (0.1, "0.1"), (True,
    "TRUE"), (False, "FALSE"),
     (date(2026, 1, 30), "2026-01-30"), (datetime(2026, 1, 30), "2026-01-30"), (datetime(2026, 1, 30, 17,  # noqa: DTZ001  # cells have no zone
     5), "2026-01-30 17:05:00"),
     (1e22, "10000000000000000000000")],
)  # fmt: skip
def test_a_cell_as_text(value: object, words: str) -> None:
    assert text(value) == words


@pytest.mark.parametrize("value", [None, "", " ", "\u00a0", "\u200b", "\n\t", "\u200f "])
def test_blank_is_what_nobody_can_see(value: str | None) -> None:
    assert is_blank(value)


@pytest.mark.parametrize("value", ["x", ".", 0, 0.0, False])
def test_anything_to_be_seen_is_not_blank(value: object) -> None:
    assert not is_blank(value)
