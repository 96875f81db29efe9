"""A percentage is read as it is shown: 12 % may mean 12 or 0.12, and is asked back where a number is due."""

from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_workbook import DATE, LINE, NUMBER, Filler
from tests.test_office import converted
from workbooks.child import examine
from workbooks.contents import Shown
from workbooks.percents import percent_styles, with_percents

SHOWN = [
    # the format, the stored number, what is read
    ("0%", 0.125, "12.5%"),
    ("0.00%", -0.07, "-7%"),
    ("# ##0,0 %", 1.5, "150%"),
    ("[Red]0.0%;-0%", 0.1 + 0.2, "30%"),
    ("0%", 1e-12, "0.0000000001%"),
    ('0.0" %"', 12.5, Shown(12.5, "12.5 %")),  # a letter like others: Excel multiplies nothing
    ("0\\%", 12.5, Shown(12.5, "12.5%")),
    ("0.0", 0.125, 0.125),
    ("General", 0.125, 0.125),
]


def written() -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Numbers")
    for row, (form, number, _) in enumerate(SHOWN):
        sheet.write_number(row, 0, number, book.add_format({"num_format": form}))
        sheet.write_formula(row, 1, "=A1*1", book.add_format({"num_format": form}), number)
    percent = book.add_format({"num_format": "0%"})
    sheet.write_string(len(SHOWN), 0, "text", percent)
    sheet.write_boolean(len(SHOWN) + 1, 0, True, percent)
    sheet.write_blank(len(SHOWN) + 2, 0, None, percent)
    book.close()
    return out.getvalue()


def column(data: bytes, number: int = 1) -> list[object]:
    contents, _ = examine(data)
    assert contents is not None
    return [contents.sheets[0].at(row, number) for row in range(1, len(SHOWN) + 4)]


def test_percentages_are_texts_and_other_numbers_numbers() -> None:
    shown = [value for _, _, value in SHOWN]
    assert column(written()) == [*shown, "text", True, None]
    assert column(written(), 2)[: len(SHOWN)] == shown


@pytest.mark.office
@pytest.mark.slow
def test_percentages_in_an_ods_are_texts(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(written())
    values = column(converted(tmp_path / "a.xlsx", ".ods").read_bytes())
    assert [isinstance(value, str) for value in values[: len(SHOWN)]] == [
        isinstance(value, str) for _, _, value in SHOWN
    ]
    assert values[1] == "-7.00%"


def test_a_percentage_is_asked_back_from_a_question_for_a_number_and_kept_in_words() -> None:
    filler = Filler.of()
    for code in (NUMBER.id, DATE.id, LINE.id):
        filler.put(code, 0.12).cell(code).number_format = "0%"
    reading, problems = filler.read()
    assert [(entry.item, entry.value) for entry in reading.entries] == [(LINE.id, "12%")]
    assert [(problem.code, problem.item, problem.value) for problem in problems] == [
        ("not-a-date", DATE.id, "12%"),
        ("not-a-number", NUMBER.id, "12%"),
    ]


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_what_is_shown_is_the_hundredfold(number: int, places: int) -> None:
    stored = number / 10**places
    cell = f'<c r="A1" s="3"><v>{stored!r}</v></c>'.encode()
    read = with_percents(cell, {b"3"})
    assert read.startswith(b'<c r="A1" s="3" t="str"><v>')
    assert float(read.partition(b"<v>")[2].partition(b"%")[0]) == pytest.approx(stored * 100, rel=1e-14)


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="A1" s="2"><v>0.1</v></c>',
        b'<c r="A1" s="3" t="s"><v>7</v></c>',
        b'<c r="A1" s="3" t="b"><v>1</v></c>',
        b'<c r="A1" s="3"/>',
        b'<c r="A1" s="3"><v>NaN</v></c>',
        b'<c r="A1" s="3"><v>x</v></c>',
        b'<cols><col s="3"/></cols><v>0.1</v>',
    ],
)
def test_other_cells_stay_as_they_are(cell: bytes) -> None:
    assert with_percents(cell, {b"3"}) == cell


def test_a_prefix_and_a_stated_type_are_no_hindrance() -> None:
    cell = b"""<x:c r='A1' t='n' s='3'><x:f>B1</x:f><x:v>0.5</x:v></x:c>"""
    assert with_percents(cell, {b"3"}) == b"""<x:c r='A1' s='3' t="str"><x:f>B1</x:f><x:v>50%</x:v></x:c>"""


def test_styles_without_percentages_are_not_even_parsed() -> None:
    assert percent_styles(b"no XML at all") == frozenset()
