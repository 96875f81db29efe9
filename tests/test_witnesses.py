"""What a row is where its code, its words and the name of its answer cell speak of different questions."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from problems import Place, Problem
from problems.witnesses import CellsMoved, CodeAgainstWords, CodesOfAnotherTable, ReadByItsWords
from tests.sample_workbook import (
    ACT,
    CHOICE,
    CHOICES,
    CITATION,
    DATE,
    LINE,
    NUMBER,
    QUESTIONNAIRE,
    QUESTIONNAIRES,
    ROWS,
    SCALE,
    TEXT,
    Filler,
)
from workbooks.child import examine
from workbooks.contents import Contents, Value
from workbooks.read import Reading, read

QUESTIONS = (SCALE, ACT, CHOICE, LINE, CHOICES, TEXT, CITATION, ROWS, DATE, NUMBER)
OPTION_ROWS = tuple(f"{CHOICES.id}:{option.value}" for option in CHOICES.options)
CODES = tuple(code for item in QUESTIONS for code in (item.id, *(OPTION_ROWS if item is CHOICES else ())))
FIRST, LAST = "Questions!C6", "Questions!C20"


@cache
def _filled(*, answered: bool = True) -> Contents:
    """Return a workbook with a comment at every question, naming it, and a tick beside training."""
    filler = Filler.of().put(OPTION_ROWS[1], "✓")
    for item in QUESTIONS:
        filler.put(item.id, f"at {item.id}", "comment")
    if answered:
        filler.put(SCALE.id, "Yes").put(ACT.id, "No").put(CHOICE.id, "Fine")
    contents, _ = examine(filler.bytes())
    assert contents is not None
    return contents


def _rows(contents: Contents) -> dict[str, int]:
    sheet = contents.sheets[1]
    return {str(sheet.at(row, 1)): row for row in range(1, 22) if sheet.at(row, 1) in CODES}


def _moved(contents: Contents, column: int, order: Sequence[str]) -> Contents:
    """Put what stands in a column at `order` into the rows of CODES, one by one."""
    sheet, rows = contents.sheets[1], _rows(_filled())
    values: dict[int, Value] = {
        rows[code]: sheet.at(rows[other], column) if other else None
        for code, other in zip(CODES, order, strict=True)
    }
    new = tuple(
        tuple(
            values[down] if right == column and down in values else cell for right, cell in enumerate(row, 1)
        )
        for down, row in enumerate(sheet.rows, sheet.first_row)
    )
    changed = replace(sheet, rows=new)
    return replace(contents, sheets=(contents.sheets[0], changed, *contents.sheets[2:]))


def _read(contents: Contents) -> tuple[Reading, list[Problem]]:
    return read(contents, questionnaires=QUESTIONNAIRES, shown="a.xlsx")


def _swapped(one: str, two: str) -> list[str]:
    return [{one: two, two: one}.get(code, code) for code in CODES]


def _unnamed(contents: Contents) -> Contents:
    return replace(contents, names={})


def _at(code: str, sheet: str = "Questions") -> Place:
    return Place("a.xlsx", sheet=sheet, cell=f"C{_rows(_filled())[code]}")


@settings(deadline=None, max_examples=150)
@given(
    st.permutations(CODES),
    st.one_of(st.just(list(CODES)), st.permutations(CODES)),
    st.booleans(),
)
def test_no_answer_stands_under_another_question_than_the_one_beside_it(
    codes: list[str], words: list[str], named: bool
) -> None:
    """Wherever codes and words are put: an answer is read under the words beside it, or asked back."""
    contents = _moved(_moved(_filled(answered=False), 1, codes), 2, words)
    reading, problems = _read(contents if named else _unnamed(contents))
    beside = dict(zip(CODES, words, strict=True))
    for entry in reading.entries:
        if entry.comment:
            assert entry.item == beside[entry.comment.removeprefix("at ")]
        if entry.item == CHOICES.id and entry.value:
            assert entry.value == (beside[OPTION_ROWS[1]].rpartition(":")[2],)
    kept = {entry.comment for entry in reading.entries}
    asked = {problem.item for problem in problems} | {problem.place.cell[1:] for problem in problems}
    for code, stands in zip(CODES, codes, strict=True):
        told = {stands.partition(":")[0], beside[code].partition(":")[0], str(_rows(_filled())[code])}
        if ":" not in code:
            assert f"at {code}" in kept or asked & told


def test_swapped_codes_are_not_believed_where_words_and_names_agree() -> None:
    reading, problems = _read(_moved(_filled(), 1, _swapped(SCALE.id, ACT.id)))
    read_as = {entry.item: (entry.value, entry.comment) for entry in reading.entries}
    assert read_as[SCALE.id] == ("yes", f"at {SCALE.id}")
    assert read_as[ACT.id] == ("no", f"at {ACT.id}")
    told = [problem for problem in problems if isinstance(problem, ReadByItsWords)]
    assert told == [ReadByItsWords(place=_at(code), item=code) for code in (SCALE.id, ACT.id)]
    assert "the code in this row" in told[0].message("en").casefold()
    assert "le code de cette ligne" in told[0].message("fr").casefold()


def test_swapped_codes_are_asked_about_where_no_name_tells() -> None:
    reading, problems = _read(_unnamed(_moved(_filled(), 1, _swapped(SCALE.id, ACT.id))))
    assert not {SCALE.id, ACT.id} & {entry.item for entry in reading.entries}
    told = [problem for problem in problems if isinstance(problem, CodeAgainstWords)]
    block = {"first": str(_at(SCALE.id))[len("a.xlsx:") :], "last": "Questions!C6", "count": 1}
    assert told == [
        CodeAgainstWords(place=_at(SCALE.id), item=code, stands=ACT.id, worded=SCALE.id, **block)
        for code in (SCALE.id, ACT.id)
    ]


def test_words_that_were_sorted_alone_are_asked_about_in_one_block() -> None:
    words = [*CODES[1:], CODES[0]]
    reading, problems = _read(_moved(_filled(), 2, words))
    assert reading.entries == ()
    told = [problem for problem in problems if isinstance(problem, CodeAgainstWords)]
    assert {problem.item for problem in told} == {item.id for item in QUESTIONS}
    assert [problem.part for problem in told].count("first") == 1
    assert {problem.part for problem in told} == {"first", "more"}
    assert all(problem.message(tag) for problem in told for tag in ("en", "fr"))


def test_words_that_lost_their_line_breaks_are_words_all_the_same() -> None:
    """Gnumeric writes a question and what stands above and beneath it as one line."""
    contents = _moved(_filled(), 1, _swapped(SCALE.id, ACT.id))
    rows = tuple(
        tuple(cell.replace("\n", "") if isinstance(cell, str) else cell for cell in row)
        for row in contents.sheets[1].rows
    )
    sheets = (contents.sheets[0], replace(contents.sheets[1], rows=rows), *contents.sheets[2:])
    reading, _ = _read(replace(contents, sheets=sheets))
    read_as = {entry.item: entry.comment for entry in reading.entries}
    assert (read_as[SCALE.id], read_as[ACT.id]) == (f"at {SCALE.id}", f"at {ACT.id}")


def test_ticks_are_read_by_the_words_of_their_options() -> None:
    codes = _swapped(OPTION_ROWS[1], OPTION_ROWS[2])
    reading, problems = _read(_moved(_filled(), 1, codes))
    ticked = {entry.item: entry.value for entry in reading.entries}
    assert ticked[CHOICES.id] == ("training",)
    told = [problem for problem in problems if isinstance(problem, ReadByItsWords)]
    assert told == [ReadByItsWords(place=_at(OPTION_ROWS[1]), item=CHOICES.id, what="option")]
    unnamed, problems = _read(_unnamed(_moved(_filled(), 1, codes)))
    assert CHOICES.id not in {entry.item for entry in unnamed.entries}
    assert [problem.item for problem in problems if isinstance(problem, CodeAgainstWords)] == [CHOICES.id]


def _shift(contents: Contents, first: str, by: int) -> Contents:
    """Move answers from a row on with their names, as programs do that insert or delete a cell."""
    sheet, top = contents.sheets[1], _rows(contents)[first]
    column = [sheet.at(row, 3) for row in range(1, 26)]
    above, below = column[: top - 1], column[top - 1 :]
    values = [*above, *[None] * by, *below[max(0, -by) :], None, None]
    new = tuple(
        tuple(values[down - 1] if right == 3 else cell for right, cell in enumerate(row, 1))
        for down, row in enumerate(sheet.rows, sheet.first_row)
    )
    names = dict(contents.names)
    for name, reference in contents.names.items():
        head, _, row = reference.rpartition("$")
        if row.isdigit() and int(row) >= top:
            names[name] = f"{head}${int(row) + by}" if int(row) + by >= top else "#REF!"
    return replace(
        contents, sheets=(contents.sheets[0], replace(sheet, rows=new), *contents.sheets[2:]), names=names
    )


@pytest.mark.parametrize("by", [1, 2, -1])
@pytest.mark.parametrize("first", [SCALE.id, CHOICE.id, CITATION.id])
def test_answers_moved_against_their_questions_are_asked_as_one_block(by: int, first: str) -> None:
    """Cells inserted or deleted among the answers take names with them, down to the sheet's end."""
    reading, problems = _read(_shift(_filled(), first, by))
    place = [item.id for item in QUESTIONS].index(first)
    below = [item.id for item in QUESTIONS[place:]]
    assert not set(below) & {entry.item for entry in reading.entries if entry.item != ROWS.id}
    told = [problem for problem in problems if isinstance(problem, CellsMoved)]
    assert [problem.item for problem in told] == below
    assert [problem.part for problem in told] == ["first", *["more"] * (len(below) - 1)]
    assert {problem.first for problem in told} == {f"Questions!{_at(first).cell}"}
    assert all(problem.message(tag) for problem in told for tag in ("en", "fr"))


def test_rows_that_were_sorted_or_moved_stay_what_they_are() -> None:
    """Names stay behind when rows are sorted: there it is the rows that stand elsewhere."""
    orders = [
        list(reversed(CODES)),
        sorted(CODES),
        [*CODES[9:], *CODES[:9]],
        [*CODES[:2], *CODES[5:], *CODES[2:5]],
    ]
    for order in orders:
        contents = _filled()
        for column in range(1, 7):
            contents = _moved(contents, column, order)
        reading, problems = _read(contents)
        assert {entry.item: entry.comment for entry in reading.entries if entry.comment} == {
            item.id: f"at {item.id}" for item in QUESTIONS
        }
        assert not [problem for problem in problems if isinstance(problem, (CellsMoved, CodeAgainstWords))]


def test_names_that_a_program_left_behind_do_not_count() -> None:
    """A script that inserts or deletes whole rows leaves all names where they were."""
    contents = _filled()
    sheet = contents.sheets[1]
    for rows in ((None, *sheet.rows), sheet.rows[2:], (*sheet.rows[:8], (None,), *sheet.rows[8:])):
        changed = replace(sheet, rows=tuple(row or (None,) for row in rows))
        reading, _ = _read(replace(contents, sheets=(contents.sheets[0], changed, *contents.sheets[2:])))
        assert len(reading.entries) == len(QUESTIONS)


def test_one_answer_cut_and_pasted_elsewhere_counts_where_it_stands() -> None:
    contents = _filled()
    names = {
        name: reference.replace("$C$6", "$C$7") if name.startswith("untoc_5_1_a_i_T") else reference
        for name, reference in contents.names.items()
    }
    reading, problems = _read(replace(contents, names=names))
    assert len(reading.entries) == len(QUESTIONS)
    assert not [problem for problem in problems if isinstance(problem, CellsMoved)]


def test_rows_of_a_table_with_the_codes_of_another_are_asked_about() -> None:
    """A header is known by the heads of its columns, whatever code stands beside them."""
    filler = Filler.of().put(f"{ROWS.id}#1", "Customs", "1").put(ROWS.id, "Not our remit", "comment")
    sheet = filler.cell(f"{ROWS.id}#1", "1").parent
    codes = [sheet.cell(row, 1).value for row in range(4, sheet.max_row + 1)]
    for row, code in enumerate([*codes[1:], None], 4):
        sheet.cell(row, 1).value = code
    reading, problems = filler.read()
    assert reading.entries == ()
    told = [problem for problem in problems if isinstance(problem, CodesOfAnotherTable)]
    assert [(problem.item, problem.place.sheet, problem.place.cell) for problem in told] == [
        (ROWS.id, "Tables", "A4")
    ]
    assert all(problem.message(tag) for problem in told for tag in ("en", "fr"))


def test_a_copy_of_the_codes_beside_the_table_is_no_column_of_codes() -> None:
    filler = Filler.of().put(SCALE.id, "Yes").put(ACT.id, "No")
    sheet = filler.cell(SCALE.id).parent
    for row in range(5, 20):
        sheet.cell(row, 9).value = sheet.cell(row + 1, 1).value
    reading, problems = filler.read()
    assert {entry.item: entry.value for entry in reading.entries} == {SCALE.id: "yes", ACT.id: "no"}
    assert not [problem for problem in problems if problem.place.cell in {"I6", "I7", "I8", "I9", "I10"}]


def test_the_names_of_answer_cells_are_known_as_gnumeric_writes_them() -> None:
    """It leaves the apostrophes around a sheet's name as they are."""
    content = (
        b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        b' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        b'<table:table table:name="Questions"><table:table-row><table:table-cell office:value-type="string">'
        b"<text:p>Yes</text:p></table:table-cell></table:table-row></table:table><table:named-expressions>"
        b'<table:named-range table:name="answer" table:cell-range-address="$\'My sheet\'.$C$24"/>'
        b"</table:named-expressions></office:spreadsheet></office:body></office:document-content>"
    )
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", content)
    contents, _ = examine(out.getvalue())
    assert contents is not None
    assert contents.names == {"answer": "'My sheet'!$C$24"}


def test_the_sample_is_what_the_tests_suppose() -> None:
    assert tuple(QUESTIONNAIRE.by_id) == tuple(item.id for item in QUESTIONS)
    assert (str(_at(SCALE.id)), str(_at(NUMBER.id))) == (f"a.xlsx:{FIRST}", f"a.xlsx:{LAST}")
