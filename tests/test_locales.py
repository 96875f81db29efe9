"""Values of many countries, labelled by hand or written as CLDR says: read rightly, or asked back."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from babel import Locale, localedata
from babel.dates import format_date
from babel.numbers import format_decimal
from ruamel.yaml import YAML

from questionnaires.model import Item
from tests.sample_workbook import CHOICES, DATE, NUMBER, SCALE
from workbooks.answers import Cells, read_entry
from workbooks.citations import Laws
from workbooks.contents import Sheet
from workbooks.contents import Value as CellValue
from workbooks.days import read_date
from workbooks.figures import read_number
from workbooks.found import Row
from workbooks.values import Several, Unreadable

VALUES = Path(__file__).parent / "data" / "locale_values.yaml"
ITEMS = {"scale": SCALE, "number": NUMBER, "date": DATE}
OUTCOMES = {
    "other-calendar": "calendar",
    "says-nothing": "nothing",
    "says-unchanged": "unchanged",
    "year-as-day": "year",
}
ASKED = {"unknown-option", "not-a-number", "not-a-date"}


def labelled() -> Iterator[tuple[str, str, CellValue]]:
    """Yield kind, outcome and value of everything in the file."""
    for kind, groups in YAML(typ="safe").load(VALUES.read_text(encoding="utf-8")).items():
        for group in groups:
            for outcome, values in group.items():
                if outcome != "from":
                    yield from ((kind, outcome, value) for value in values)


def outcome_of(item: Item, value: CellValue) -> str:
    """Read an answer cell as a return's are, and say what became of it, in the words of the file."""
    cells = Cells("a.xlsx", "en", Laws({}, set()), {}, frozenset())
    entry = read_entry(item, Row(item.id, Sheet("Questions", ((value,),)), 1, {"answer": 1}), {}, cells)
    codes = [problem.code for problem in cells.problems]
    if entry is None:
        (problem,) = cells.problems
        if problem.code == "ambiguous-value":
            return f"several {problem.parameters()['readings']}"
        return OUTCOMES.get(problem.code, "asked" if codes[0] in ASKED else codes[0])
    if codes == ["rest-in-details"]:
        return f"with {entry.value} · {entry.details}"
    assert codes in ([], ["read-as"])
    if entry.absent and item is not SCALE:
        return f"absent {entry.absent}"
    value = (
        f"{entry.value.normalize():f}" if isinstance(entry.value, Decimal) else entry.absent or entry.value
    )
    return f"{'said ' if codes else ''}{value}"


def tick_of(value: CellValue) -> str:
    option = f"{CHOICES.id}:training"
    cells = Cells("a.xlsx", "en", Laws({}, set()), {}, frozenset())
    head = Row(CHOICES.id, Sheet("Questions", ((None,),)), 1, {"answer": 1})
    row = Row(option, Sheet("Questions", ((value,),)), 1, {"answer": 1})
    entry = read_entry(CHOICES, head, {option: row}, cells)
    if cells.problems:
        return "asked" if [problem.code for problem in cells.problems] == ["unknown-tick"] else "?"
    return "true" if entry and entry.value == ("training",) else "false"


@pytest.mark.parametrize("kind", ["scale", "tick", "number", "date"])
def test_every_labelled_value_is_read_as_labelled_or_asked_back(kind: str) -> None:
    mine = [(outcome, value) for each, outcome, value in labelled() if each == kind]
    read = tick_of if kind == "tick" else partial(outcome_of, ITEMS[kind])
    found = [(read(value), value) for _, value in mine]
    assert [pair for pair, label in zip(found, mine, strict=True) if pair != label] == []


def test_the_labelled_values_are_many_and_none_is_labelled_in_two_ways() -> None:
    outcomes: dict[tuple[str, str], set[str]] = {}
    for kind, outcome, value in labelled():
        outcomes.setdefault((kind, repr(value)), set()).add(outcome)
    assert [label for label in outcomes.items() if len(label[1]) > 1] == []
    assert len(outcomes) >= 900


LOCALES = sorted(localedata.locale_identifiers())
FEW = [
    "en", "en_US", "en_CA", "en_ZA", "en_IN", "fr", "fr_CA", "fr_CH", "de", "de_AT", "de_CH", "es",
    "es_MX", "es_US", "ru", "ar", "ar_EG", "ar_MA", "ar_SA", "ar_DZ", "zh", "zh_Hant", "ja", "ko",
    "hu", "lt", "lv", "bg", "hr", "sr", "sl", "pl", "cs", "sv", "fi", "nb",
    "da", "pt", "pt_BR", "it", "tr", "fa", "ur", "hi", "bn", "th", "vi", "id",
    "sw", "mn", "kk", "ky", "he", "el", "uk", "ne", "my",
]  # fmt: skip
PATTERNS = (
    *("full", "long", "medium", "short", "d/M/y", "dd/MM/y", "dd.MM.y", "y-MM-dd", "y/M/d"),
    *("d MMM y", "MMM d, y", "d MMMM y", "EEE d MMM y"),
)
YEAR = [date(2026, 1, 1) + timedelta(day) for day in range(365)]
TWICE_A_MONTH = [day for day in YEAR if day.day in (4, 23)]
ENGLISH_ELSEWHERE = {"bas", "dua", "st", "teo", "trv"}
"""Basaa, Duala, Sotho, Teso and Taroko: by CLDR, a short month of theirs is spelt as another in English."""

NUMBERS = [
    *map(Decimal, ("0", "7", "12.5", "-3", "0.125", "999", "1234", "-1234", "1234.5", "12345", "123456.789")),
    *map(Decimal, ("1234567", "-1234567.25", "12345678.5")),
]
ZEROS = {"arab": "٠", "arabext": "۰", "deva": "०", "beng": "০", "mymr": "၀", "tibt": "༠", "olck": "᱐"}
BY_HUNDREDS = {"tok"}
"""Toki Pona groups figures by two: 12,34 is 1234 there and 12.34 everywhere else."""


def wrong_days(locales: list[str], days: list[date]) -> Iterator[tuple[str, str]]:
    """Yield the language and the writing of every day that is read as another one."""
    outcomes = Counter[str]()
    for locale in locales:
        for pattern in PATTERNS:
            for day in days:
                written = format_date(day, pattern, locale)
                outcome = outcome_of_reading(read_date(written), day, day.isoformat())
                outcomes[outcome] += 1
                if outcome == "wrong":
                    yield locale.partition("_")[0], written
    assert outcomes["read"] > outcomes.total() / 2


def test_no_day_that_cldr_writes_is_misread() -> None:
    assert list(wrong_days(FEW, TWICE_A_MONTH)) == []


@pytest.mark.slow
def test_no_day_of_a_year_is_misread() -> None:
    assert list(wrong_days(FEW, YEAR)) == []


@pytest.mark.slow
def test_no_day_is_misread_in_any_locale_that_does_not_spell_english_months_for_others() -> None:
    assert {language for language, _ in wrong_days(LOCALES, TWICE_A_MONTH)} == ENGLISH_ELSEWHERE


def wrong_numbers(locales: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the language and the writing of every number that is read as another one."""
    outcomes, seen = Counter[str](), set[str]()
    for locale in locales:
        known = Locale.parse(locale)
        for system, symbols in known.number_symbols.items():
            if (way := f"{sorted(symbols.items())} {known.decimal_formats[None].pattern} {system}") in seen:
                continue
            seen.add(way)
            figures = str.maketrans({str(n): chr(ord(ZEROS.get(system, "0")) + n) for n in range(10)})
            for number, grouped in product(NUMBERS, (True, False)):
                written = format_decimal(
                    number,
                    locale=locale,
                    decimal_quantization=False,
                    group_separator=grouped,
                    numbering_system=system,
                ).translate(figures)
                outcome = outcome_of_reading(read_number(written), number, f"{number:f}")
                outcomes[outcome] += 1
                if outcome == "wrong":
                    yield locale.partition("_")[0], written
    assert outcomes["read"] > outcomes.total() * 0.75


def test_no_number_that_cldr_writes_is_misread() -> None:
    assert list(wrong_numbers(FEW)) == []


@pytest.mark.slow
def test_no_number_is_misread_in_any_locale_that_groups_by_thousands() -> None:
    assert {language for language, _ in wrong_numbers(LOCALES)} == BY_HUNDREDS


def outcome_of_reading(found: object, meant: object, reading: str) -> str:
    """Say whether a value was read rightly, asked back with the right reading among others, or without."""
    match found:
        case Several(readings=readings):
            return "several" if reading in readings else "wrong"
        case Unreadable():
            return "asked"
    return "read" if found == meant else "wrong"
