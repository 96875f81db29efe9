"""What a returned file turns out to be, and what of it is read: the child's work, done in this process."""

# ruff: noqa: DTZ001  # spreadsheets know no time zones

import io
import os
import shutil
import subprocess
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from problems import Severity, intake
from problems.intake import DamagedFile, FarCellsLeftOut, NotASpreadsheet, Refusal
from problems.model import Place, Problem
from tests.hostile import (
    ODD,
    REFUSED,
    SHEET,
    edited,
    good_sheet,
    good_workbook,
    ods,
    ods_cell,
    ods_row,
    with_rows,
    zipped,
)
from workbooks.child import _reply, examine
from workbooks.contents import Contents, Sheet, Value, cell_name, cell_position
from workbooks.wire import decode, encode


def read(data: bytes) -> Contents:
    contents, problems = examine(data)
    assert contents is not None, problems
    return contents


def first_rows(data: bytes) -> tuple[tuple[object, ...], ...]:
    return read(data).sheets[0].rows


def written(**cells: object) -> bytes:
    """Make a workbook of one sheet by XlsxWriter from cell name → value."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("Questions")
    for name, value in cells.items():
        sheet.write(name, value)
    book.close()
    return file.getvalue()


def test_a_good_workbook_is_read_with_its_sheets_names_and_properties() -> None:
    contents, problems = examine(good_workbook(sheets=2, rows=3))
    assert problems == []
    assert contents == Contents(
        format="xlsx",
        sheets=(
            Sheet("Article 1", good_sheet(3)),
            Sheet("Article 2", tuple((_code(row[0]), *row[1:]) for row in good_sheet(3))),
        ),
        properties={"title": "Questionnaire", "keywords": "7K3M-Q2PD"},
        names={
            f"q_{sheet}_{row}": f"'Article {sheet}'!$C${row + 1}" for sheet in (1, 2) for row in (1, 2, 3)
        },
    )


def _code(value: Value) -> Value:
    return value.replace("untoc.1", "untoc.2") if isinstance(value, str) else value


def test_a_cell_keeps_its_true_coordinates() -> None:
    sheet = read(written(D17="Oui", F19="Non")).sheets[0]
    assert (sheet.first_row, sheet.first_column) == (17, 4)
    assert sheet.at(17, 4) == "Oui"
    assert [(cell_name(row, column), value) for row, column, value in sheet.cells()] == [
        ("D17", "Oui"),
        ("F19", "Non"),
    ]
    assert sheet.at(1, 1) is None
    assert sheet.at(99, 99) is None


def test_cell_names_and_positions_are_each_others_inverse() -> None:
    for name in ("A1", "Z9", "AA10", "XFD1048576"):
        assert cell_name(*cell_position(name)) == name
    assert cell_position("$D$17") == (17, 4)


@pytest.mark.parametrize("since_1904", [False, True])
def test_dates_mean_the_same_day_in_both_of_excels_calendars(since_1904: bool) -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "date_1904": since_1904})
    sheet = book.add_worksheet()
    for column, (value, shown) in enumerate(
        [
            (datetime(2026, 1, 30), "dd/mm/yyyy"),
            (datetime(2026, 1, 30, 14, 5), "dd/mm/yyyy hh:mm"),
            (time(14, 5), "hh:mm"),
            (timedelta(hours=30), "[hh]:mm"),
        ]
    ):
        sheet.write_datetime(0, column, value, book.add_format({"num_format": shown}))
    book.close()
    expected = (date(2026, 1, 30), datetime(2026, 1, 30, 14, 5), time(14, 5), timedelta(hours=30))
    assert first_rows(file.getvalue()) == (expected,)


def test_errors_and_formulas_without_a_result_are_reported_and_never_read_as_values() -> None:
    contents = read(
        with_rows(
            b'<row r="3"><c r="B3" t="e"><v>#N/A</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
            b'<c r="D3"><f>SUM(A1)</f></c><c r="E3"><f>SUM(A1)</f><v></v></c><c r="F3"><f>1+1</f><v/></c>'
            b'<c r="G3" t="str"><f>A1&amp;""</f><v></v></c><c r="H3"><f t="shared" si="0"/><v>5</v></c>'
            b'<c r="I3"><f t="shared" si="0"/></c><c r="J3"><v>1</v></c></row>'
        )
    )
    sheet = contents.sheets[0]
    assert contents.errors == (("Article 1", "B3", "#N/A"), ("Article 1", "C3", "#DIV/0!"))
    assert contents.uncached == tuple(("Article 1", cell) for cell in ("D3", "E3", "F3", "I3"))
    assert list(sheet.cells()) == [(3, 8, 5.0), (3, 10, 1.0)]


def test_what_has_no_value_is_reported_where_it_stands_although_its_cell_says_no_place() -> None:
    contents = read(
        with_rows(
            b'<row r="3"><c r="B3"><v>1</v></c><c><f>1+1</f></c><c t="e"><v>#N/A</v></c>'
            b'<c s="0"><v>NaN</v></c></row><row><c><v>2</v></c><c><f>1+1</f><v/></c></row>'
        )
    )
    assert contents.uncached == (("Article 1", "C3"), ("Article 1", "B4"))
    assert contents.errors == (("Article 1", "E3", "#NUM!"), ("Article 1", "D3", "#N/A"))
    assert list(contents.sheets[0].cells()) == [(3, 2, 1.0), (4, 1, 2.0)]


def test_errors_are_found_in_sheets_whose_elements_carry_a_prefix() -> None:
    sheet = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<x:sheetData><x:row r='2'>"
        b"<x:c t='e' r='A2'><x:v>#REF!</x:v></x:c><x:c r='B2'><x:f>A1</x:f></x:c>"
        b"<x:c r='C2'><x:v>3</x:v></x:c>"
        b"</x:row></x:sheetData></x:worksheet>"
    )
    contents = read(edited(good_workbook(), SHEET, lambda _: sheet))
    assert contents.errors == (("Article 1", "A2", "#REF!"),)
    assert contents.uncached == (("Article 1", "B2"),)
    assert list(contents.sheets[0].cells()) == [(2, 3, 3.0)]


def test_numbers_that_are_none_become_errors() -> None:
    data = with_rows(
        b'<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>2</v></c></row>'
    )
    contents, problems = decode(_reply(data), "x.xlsx")
    assert problems == []
    assert contents is not None
    assert contents.errors == (("Article 1", "A1", "#NUM!"), ("Article 1", "B1", "#NUM!"))
    assert contents.sheets[0].rows == ((None, None, 2.0),)


def test_hidden_sheets_are_read_and_marked() -> None:
    hide = b'<sheet name="Article 2" sheetId="2" state="veryHidden"'
    data = edited(
        good_workbook(),
        "xl/workbook.xml",
        lambda xml: xml.replace(b'<sheet name="Article 2" sheetId="2"', hide),
    )
    assert [(sheet.name, sheet.hidden) for sheet in read(data).sheets] == [
        ("Article 1", False),
        ("Article 2", True),
    ]


def test_a_name_for_the_whole_file_goes_before_the_same_name_on_one_sheet() -> None:
    names = (
        b'<definedNames><definedName name="q" localSheetId="1">\'Article 2\'!$A$1</definedName>'
        b"<definedName name=\"q\">'Article 1'!$A$1</definedName>"
        b'<definedName name="token">"7K3M-Q2PD"</definedName>'
        b'<definedName name="_xlnm.Print_Area" localSheetId="0">\'Article 1\'!$A$1</definedName>'
        b"</definedNames></workbook>"
    )

    def only_these(xml: bytes) -> bytes:
        return xml[: xml.index(b"<definedNames>")] + names

    assert read(edited(good_workbook(), "xl/workbook.xml", only_these)).names == {
        "q": "'Article 1'!$A$1",
        "token": '"7K3M-Q2PD"',
    }


def test_a_far_stray_value_does_not_stop_the_rest_from_being_read() -> None:
    contents, problems = examine(ODD["one far cell"][1]())
    assert contents is not None
    assert list(contents.sheets[0].cells()) == [(1, 1, 1.0), (19000, 2, 2.0)]
    place = Place(sheet="Article 1", cell="XFD1048576")
    assert problems == [FarCellsLeftOut(place=place, count=1, cells=("XFD1048576",))]


def test_far_cells_that_are_only_formatted_are_no_news() -> None:
    rows = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'
    contents, problems = examine(with_rows(rows))
    assert problems == []
    assert contents is not None
    assert contents.sheets[0].rows == ((1.0,),)


def test_one_far_value_alone_is_read_where_it_stands() -> None:
    contents = read(with_rows(b'<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'))
    assert list(contents.sheets[0].cells()) == [(1048576, 16384, 7.0)]


def test_opendocument_values_names_and_places_are_read() -> None:
    rows = (
        ods_row(b"<table:table-cell/>", repeated=2)
        + ods_row(
            b'<table:table-cell table:number-columns-repeated="2"/>' + ods_cell("Oui")
            + b'<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
            b'<table:table-cell office:value-type="date" office:date-value="2026-01-30"/>'
            b'<table:table-cell office:value-type="float" office:value="2.5"/>'
        )
        + ods_row(b'<table:table-cell table:number-columns-repeated="16384"/>', repeated=1_048_573)
    )  # fmt: skip
    names = (
        b'<table:named-expressions><table:named-range table:name="q_1" '
        b'table:base-cell-address="$A.$A$1" '
        b'table:cell-range-address="$&apos;L&apos;&apos;article 1&apos;.$C$3"/>'
        b'<table:named-range table:name="block" table:cell-range-address="$Questions.$A$1:.$B$9"/>'
        b'<table:named-expression table:name="token" table:expression="of:=&quot;7K3M-Q2PD&quot;"/>'
        b"</table:named-expressions>"
    )
    contents, problems = examine(ods(rows, names))
    assert problems == []
    assert contents == Contents(
        format="ods",
        sheets=(Sheet("Article 1", (("Oui", True, date(2026, 1, 30), 2.5),), first_row=3, first_column=3),),
        names={"q_1": "'L''article 1'!$C$3", "block": "Questions!$A$1:$B$9", "token": '"7K3M-Q2PD"'},
    )


def test_opendocument_errors_and_formulas_without_a_result_are_reported() -> None:
    cells = (
        b'<table:table-cell table:number-columns-repeated="2"/>'
        b'<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        b'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
        b'<table:table-cell table:formula="of:=[.A1]"/>'
        b'<table:table-cell table:formula="of:=A1" office:value-type="string" office:string-value=""/>'
        b'<table:table-cell table:formula="of:=B1"><text:p/></table:table-cell>'
        b'<table:table-cell table:formula="of:=NA()" office:value-type="string"><text:p>#N/A</text:p>'
        b"</table:table-cell>"
    )
    contents = read(ods(ods_row(ods_cell("Oui")) + ods_row(cells)))
    assert contents.errors == (("Article 1", "C2", "#DIV/0!"), ("Article 1", "G2", "#N/A"))
    assert contents.uncached == (("Article 1", "D2"),)
    assert list(contents.sheets[0].cells()) == [(1, 1, "Oui")]


def test_opendocument_numbers_and_days_without_a_value_are_reported_whatever_they_show() -> None:
    cells = (
        b'<table:table-cell office:value-type="float"><text:p>Oui</text:p></table:table-cell>'
        b'<table:table-cell office:value-type="date" office:value="7"/>'
        b'<table:table-cell office:date-value="2026-01-30" office:value-type="date"/>'
        b'<table:table-cell office:value-type="boolean"/>'
    )
    contents = read(ods(ods_row(ods_cell("Oui") + cells)))
    assert contents.errors == (("Article 1", "B1", "#ERROR!"), ("Article 1", "E1", "#ERROR!"))
    assert contents.sheets[0].at(1, 4) == date(2026, 1, 30)


def test_opendocument_line_breaks_and_tabs_stay_in_the_answer() -> None:
    text = "one<text:tab/>two<text:line-break/>three</text:p><text:p>four"
    assert first_rows(ods(ods_row(ods_cell(text)))) == (("one\ttwo\nthree\nfour",),)


@pytest.mark.parametrize("name", [name for name in REFUSED if name != "three gigabytes of text"])
def test_what_cannot_be_read_gets_exactly_one_problem_that_says_why(name: str) -> None:
    code, make = REFUSED[name]
    contents, problems = decode(_reply(make()), name)
    assert contents is None
    assert [(problem.code, problem.severity, problem.place.path) for problem in problems] == [
        (code, Severity.BLOCKER, name)
    ]


@pytest.mark.parametrize("name", ODD)
def test_what_only_looks_dangerous_is_read_with_a_remark(name: str) -> None:
    codes, make = ODD[name]
    contents, problems = examine(make())
    assert contents is not None
    assert [(problem.code, problem.severity) for problem in problems] == [
        (code, Severity.WARNING) for code in codes
    ]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"<!DOCTYPE html><p>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b"{\\rtf1", "rtf"),
        (b"GIF89a", "picture"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (b"a,b\n1,2\n", "csv"),
        ("a\tb\n1\t2\n".encode("utf-16"), "csv"),
        (b"Dear colleague, our answers follow.", "text"),
        (b"Received: by mail.example.org", "mail"),
        (b"\0\1\2\3", "unknown"),
    ],
)
def test_other_files_are_recognised_by_how_they_begin(start: bytes, kind: intake.Kind) -> None:
    assert examine(start) == (None, [NotASpreadsheet(kind=kind)])


def test_other_packages_are_recognised_by_their_parts() -> None:
    odt = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
    assert examine(odt) == (None, [NotASpreadsheet(kind="word")])
    assert examine(zipped({"Index/CalculationEngine.iwa": b"x"})) == (None, [NotASpreadsheet(kind="numbers")])
    assert examine(zipped({"Index/Document.iwa": b"x"})) == (None, [NotASpreadsheet(kind="pages")])
    assert examine(zipped({"[Content_Types].xml": b"<Types/>"})) == (None, [DamagedFile()])


def test_every_problem_speaks_english_and_french_and_says_what_to_do() -> None:
    examples: dict[str, Any] = {
        "kind": "html",
        "megabytes": 30,
        "limit": 20,
        "count": 3,
        "name": "a",
        "why": "path",
        "seconds": 20,
        "cells": ("XFD1",),
        "readings": ("Äà", "Да"),
        "row": 3,
    }
    classes = [kind for kind in vars(intake).values() if isinstance(kind, type) and issubclass(kind, Problem)]
    codes = []
    for kind in classes:
        if kind not in {Problem, Refusal}:
            names = {field.name for field in fields(kind)} - {"place", "item"}
            problem = kind(**{name: examples[name] for name in names})
            english, french = problem.message("en"), problem.message("fr")
            assert english != french
            assert min(len(english), len(french)) > 60
            codes.append(problem.code)
    assert len(codes) == len(set(codes)) == 25


def test_contents_and_problems_survive_the_pipe_unchanged() -> None:
    contents = Contents(
        format="ods",
        sheets=(
            Sheet(
                "اسئلة",
                (
                    ("=1+1", None, True, False, 0, 1.5, "  é\u0301\u2028\x01 "),
                    (
                        date(2026, 1, 30),
                        datetime(2026, 1, 30, 9, 30),
                        time(9, 30),
                        timedelta(days=1, seconds=5),
                    ),
                ),
                7,
                2,
                hidden=True,
            ),
        ),
        properties={"identifier": "7K3M"},
        names={"q": "A!$B$1"},
        uncached=(("A", "B2"),),
        errors=(("A", "B3", "#N/A"),),
    )
    problem = FarCellsLeftOut(place=Place(sheet="A", cell="XFD1"), count=2, cells=("XFD1", "XFD2"))
    returned, problems = decode(encode(contents, [problem]), "inbox/x.ods")
    assert returned == contents
    assert problems == [
        FarCellsLeftOut(place=Place("inbox/x.ods", sheet="A", cell="XFD1"), count=2, cells=("XFD1", "XFD2"))
    ]


def _by_office(folder: Path, data: bytes, kind: str) -> bytes:
    """Let LibreOffice open a workbook and save it."""
    if shutil.which("soffice") is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice (soffice) is not installed")
    (folder / "in").mkdir()
    source = folder / "in" / "workbook.xlsx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    arguments = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(arguments, check=True, capture_output=True, timeout=120)
    return (folder / f"workbook.{kind}").read_bytes()


@pytest.mark.office
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_libreoffice_saves_reads_as_what_we_wrote(tmp_path: Path, kind: str) -> None:
    ours = read(good_workbook())
    theirs = read(_by_office(tmp_path, good_workbook(), kind))
    assert theirs.format == kind
    assert theirs.sheets == ours.sheets
    assert theirs.names == ours.names
    assert {key: theirs.properties[key] for key in ours.properties} == ours.properties
    assert (theirs.uncached, theirs.errors) == ((), ())


@pytest.mark.office
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_libreoffice_calculates_to_an_error_is_reported_as_one(tmp_path: Path, kind: str) -> None:
    file, book = io.BytesIO(), openpyxl.Workbook()  # openpyxl saves formulas without a result
    for cell, value in {"A1": "x", "B2": "=1/0", "C3": '=""', "D4": "=2+2", "E5": "b\nc"}.items():
        book.active[cell] = value
    book.save(file)
    assert read(file.getvalue()).uncached == (("Sheet", "B2"), ("Sheet", "C3"), ("Sheet", "D4"))
    contents = read(_by_office(tmp_path, file.getvalue(), kind))
    assert contents.errors == (("Sheet", "B2", "#DIV/0!"),)
    assert contents.uncached == ()
    assert list(contents.sheets[0].cells()) == [(1, 1, "x"), (4, 4, 4.0), (5, 5, "b\nc")]
