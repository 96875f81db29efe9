"""What a cell shows counts where words are asked, its number where a number is; a day must be shown whole."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from problems import Place
from problems.returns import NotANumber
from tests.sample_workbook import ACT, CHOICE, DATE, LINE, NUMBER, ROWS, SCALE, TEXT, Filler, read_bytes
from tests.test_office import converted
from workbooks.child import examine
from workbooks.contents import Contents, Sheet, Shown, Value
from workbooks.figures import in_other_unit
from workbooks.formats import format_of, telling_styles
from workbooks.formats_ods import shown

MARCH, OCTOBER = date(2024, 3, 1), date(2026, 10, 5)
ACCOUNTING = r'_-* #,##0.00\ "€"_-;\-* #,##0.00\ "€"_-;_-* "-"??\ "€"_-;_-@_-'

FORMATS: list[tuple[str, float | date, str, str]] = [
    # the format, the value, what is taken for shown, what LibreOffice shows
    ("00000", 123, "00123", "00123"),
    ("0.00", 5.1, "5.10", "5.10"),
    ('0" months"', 48, "48 months", "48 months"),
    ('0" months"', -4, "-4 months", "-4 months"),
    ('"art. "0', 12, "art. 12", "art. 12"),
    ("[$€-2] #,##0", 1_500_000, "€ 1500000", "€ 1,500,000"),
    (r'#\ ##0\ "€"', 1234567, "1234567 €", "1234 567 €"),
    (ACCOUNTING, 5, "5.00 €", "5.00 €"),
    (ACCOUNTING, -5, "-5.00 €", "-5.00 €"),
    ('0.0" %"', 12.5, "12.5 %", "12.5 %"),
    ("mmmm yyyy", MARCH, "2024-03", "March 2024"),
    (r"[$-40C]mmmm\ yyyy;@", MARCH, "2024-03", "mars 2024"),
    ("yyyy", MARCH, "2024", "2024"),
    ("d-mmm", OCTOBER, "…-10-05", "5-Oct"),
]
SAME: list[tuple[str, float | date]] = [
    # what shows no other words than the value
    ("General", 5), ("0.00", 5.123), ("#,##0", 1500), ("#,##0_);[Red](#,##0)", -5), ("# ?/?", 0.5),
    ('0.0,"k"', 1500), ('"Yes";;"No"', 1), ("0.00E+00", 5.0), ('0;-0;"none"', 0), ('[>100]0" big";0', 5),
    (r"000\-0000", 1234567), ("yyyy-mm-dd", MARCH), ("m/d/yy", MARCH), ("[$-F800]dddd, mmmm dd, yyyy", MARCH),
]  # fmt: skip


def written(cells: list[tuple[str, float | date]]) -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Numbers")
    for row, (form, value) in enumerate(cells):
        write = sheet.write_datetime if isinstance(value, date) else sheet.write_number
        write(row, 0, value, book.add_format({"num_format": form}))
    book.close()
    return out.getvalue()


def column(data: bytes) -> list[Value]:
    contents, problems = examine(data)
    assert contents is not None, problems
    assert Contents.from_json(contents.as_json()) == contents
    return [row[0] for row in contents.sheets[0].rows]


def test_what_an_excel_cell_shows_beside_its_number_is_known() -> None:
    cells = [(form, value) for form, value, *_ in FORMATS]
    assert column(written(cells)) == [Shown(value, words) for _, value, words, _ in FORMATS]


def test_a_format_that_adds_no_words_changes_nothing() -> None:
    assert column(written(SAME)) == [value for _, value in SAME]


@pytest.mark.parametrize("nonsense", ['["5", "05"]', "[true, 1]", "[5, 5]", '[5, "5", "5"]', "[]", "5"])
def test_a_value_that_a_child_cannot_have_read_is_refused(nonsense: str) -> None:
    plain = Contents("xlsx", (Sheet("A", ((5, "here"),)),)).as_json().decode()
    with pytest.raises((TypeError, ValueError)):
        Contents.from_json(plain.replace('"here"', f'{{"shown": {nonsense}}}').encode())


@pytest.mark.office
@pytest.mark.slow
def test_what_an_opendocument_cell_shows_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(written([(form, value) for form, value, *_ in FORMATS]))
    (tmp_path / "b.xlsx").write_bytes(written(SAME))
    one, other = (column(converted(tmp_path / name, ".ods").read_bytes()) for name in ("a.xlsx", "b.xlsx"))
    assert one == [Shown(value, words) for _, value, _, words in FORMATS]
    assert other == [Shown(1500, "1.5k") if "k" in form else value for form, value in SAME]


def formatted() -> Filler:
    filler = Filler.of()
    for code, where, value, form in (
        (LINE.id, "answer", 1_500_000, '0" €"'),
        (SCALE.id, "details", 48, '0" months"'),
        (SCALE.id, "law", 123, "00000"),
        (SCALE.id, "comment", MARCH, "mmmm yyyy"),
        (NUMBER.id, "answer", 7, '0" cases"'),
        (DATE.id, "answer", MARCH, "mmm-yy"),
        (DATE.id, "comment", 5.1, "0.00"),
        (ACT.id, "answer", MARCH, "mmmm yyyy"),
        (CHOICE.id, "law", date(2026, 6, 2), "d-mmm"),
        (TEXT.id, "details", 12, '"art. "0'),
        (f"{ROWS.id}#1", "1", 7, "000"),
        (f"{ROWS.id}#1", "2", MARCH, "mmmm yyyy"),
        ("L1", "law-title", 45, "000"),
        ("L1", "law-date", MARCH, "mmmm yyyy"),
    ):
        filler.put(code, value, where).cell(code, where).number_format = form
    filler.put(SCALE.id, "Yes").put(CHOICE.id, "Fine").put(NUMBER.id, "L1", "law")
    return filler


def test_a_number_shown_in_another_unit_than_its_question_asks_in_is_asked() -> None:
    filler = Filler.of().put(NUMBER.id, 48)
    filler.cell(NUMBER.id).number_format = '0" months"'
    reading, problems = filler.read()
    assert reading.entries == ()
    assert problems == [
        NotANumber(place=Place("a.xlsx", "Questions", cell="C20"), item=NUMBER.id, value="48 months")
    ]


@pytest.mark.parametrize(
    ("words", "question", "other"),
    [
        ("48 months", "After how many years?", True),
        ("4 ans", "After how many years?", False),
        ("48 cases", "After how many years?", False),
        ("4 years", "How many cases?", True),
        ("48", "How many cases?", False),
    ],
)
def test_units_are_other_ones_whatever_language_they_are_in(
    words: str, question: str, *, other: bool
) -> None:
    assert in_other_unit(words, [question]) is other


def test_words_are_taken_as_shown_numbers_as_numbers_and_a_part_of_a_day_is_asked() -> None:
    reading, problems = formatted().read()
    said = {entry.item: entry for entry in reading.entries}
    assert {name: entry.value for name, entry in said.items()} == {
        SCALE.id: "yes", CHOICE.id: "fine", LINE.id: "1500000 €", TEXT.id: "art. 12", NUMBER.id: 7,
        ROWS.id: ((("name", "007"), ("task", "2024-03"), ("contact", "")),),
    }  # fmt: skip
    scale, (law,) = said[SCALE.id], said[NUMBER.id].citations
    assert (scale.details, [each.title for each in scale.citations], scale.comment) == (
        "48 months", ["00123"], "2024-03",
    )  # fmt: skip
    assert (law.title, law.date) == ("045", "2024-03")
    asked = [(p.code, p.item, getattr(p, "value", ""), getattr(p, "shown", "")) for p in problems]
    assert asked == [
        ("unknown-option", ACT.id, "2024-03-01", ""),
        ("day-for-words", CHOICE.id, "2026-06-02", ""),
        ("part-of-day", DATE.id, "2024-03-01", "2024-03"),
    ]


@pytest.mark.office
@pytest.mark.slow
def test_a_part_of_a_day_is_asked_in_an_opendocument_file(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(formatted().bytes())
    _, problems = read_bytes(converted(tmp_path / "a.xlsx", ".ods").read_bytes())
    assert [(p.item, p.value, p.shown) for p in problems if p.code == "part-of-day"] == [
        (DATE.id, "2024-03-01", "Mar-24")
    ]


def test_a_year_in_a_cell_for_years_is_asked_as_the_number_it_is() -> None:
    filler = Filler.of()
    filler.put(DATE.id, 2019).cell(DATE.id).number_format = "yyyy"
    assert filler.said() == [("Questions!C19", "year-as-day")]


STYLES = b"""<x:styleSheet xmlns:x="m"><x:numFmts>
<x:numFmt numFmtId='164' formatCode='0&quot; J&quot;'/></x:numFmts>
<x:cellStyleXfs><x:xf numFmtId="164"/></x:cellStyleXfs><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="17"/>
<x:xf numFmtId="164"/><x:xf numFmtId="14"/><x:xf numFmtId="2"/></x:cellXfs></x:styleSheet>"""


def test_styles_are_told_by_their_formats_built_in_or_not() -> None:
    formats = {
        number: form.shows(5.5) or form.shows(MARCH) for number, form in telling_styles(STYLES).items()
    }
    assert formats == {b"1": "2024-03", b"2": "5.5 J", b"4": "5.50"}
    assert telling_styles(b'no XML <numFmt formatCode="yyyy-mm-dd"/>') == {}


@pytest.mark.parametrize(
    "code", ["", ";;;", '"a', "\\", "[", "0;;", "[$", "0" * 300, "General", "@", "_", "*"]
)
def test_a_format_that_is_none_tells_nothing(code: str) -> None:
    assert format_of(code) is None


@given(st.text('0#?.,;"\\_*[]$-€ymdhse% @', max_size=40), st.floats() | st.integers() | st.dates())
def test_any_format_shows_some_text_of_any_value(code: str, value: float | date) -> None:
    form = format_of(code)
    assert form is None or isinstance(form.shows(value), str)


@pytest.mark.parametrize(
    ("words", "value", "told"),
    [
        ("01/24", date(2024, 1, 1), True),
        ("Jan 24", date(2024, 1, 1), True),
        ("24 Jan", date(2024, 1, 24), True),
        ("١ مارس ٢٠٢٤", MARCH, False),
        ("2024年3月", MARCH, True),
        ("平成31年3月1日", MARCH, False),
        ("01.03.24", MARCH, False),
        ("Friday, March 1, 2024", MARCH, False),
        ("01/01/01", date(2001, 1, 1), False),
        ("二〇二四年三月", MARCH, False),
        ("1,500", 1500.0, False),
        ("5,10", 5.1, True),
        ("5,1", 5.1, False),
        ("-007", -7, True),
        ("1.50E+03", 1500.0, False),
        ("###", 1500.0, False),
        ("TRUE", True, False),
        ("1 500,00 kr", 1500.0, True),
        ("000123", "000123", False),
    ],
)
def test_what_is_shown_beside_a_value_is_told_where_it_says_something_else(
    words: str, value: Value, told: bool
) -> None:
    assert shown(words, value) == (words if told else "")
