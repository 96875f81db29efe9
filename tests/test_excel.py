"""The Excel companion: what stands in it, as texts that are only ever texts."""

import io
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from exports.excel import render_excel
from exports.excel_book import pieces, units
from questionnaires.model import Questionnaire
from tests.small import JUSTICE, SMALL, body, said, sample, submit
from tests.synthetic import synthetic
from tests.test_word import HOSTILE, compare, parts

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def book(package: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(package))


def told(package: bytes) -> list[str]:
    """Project a workbook to lines: each sheet's name, then its rows."""
    lines: list[str] = []
    for sheet in book(package).worksheets:
        lines.append(f"## {sheet.title}")
        for row in sheet.iter_rows(values_only=True):
            cells = ["" if value is None else str(value).replace("\n", "¶") for value in row]
            if any(cells):
                lines.append(" | ".join(cells).rstrip(" |"))
    return lines


@pytest.mark.parametrize(
    ("language", "edition"), [("en", "external"), ("fr", "external"), ("en", "internal")]
)
def test_the_workbook_says_what_the_submission_says(language, edition) -> None:  # type: ignore[no-untyped-def]
    package = render_excel(sample(language=language, edition=edition))
    compare(f"submission-{language}-{edition}.xlsx.txt", told(package))


def test_the_same_submission_gives_the_same_bytes() -> None:
    assert render_excel(sample()) == render_excel(sample())


def test_each_sheet_is_a_table_with_filters_and_a_heading_that_stays() -> None:
    workbook = book(render_excel(sample(edition="internal")))
    assert workbook.sheetnames == [
        "Summary",
        "Answers",
        "Statements",
        "By stakeholder",
        "Divergences",
        "Citations",
        "Assistance needs",
        "Coverage",
        "Bodies",
        "Withheld",
    ]
    wide = ("Answers", "Statements", "Divergences", "Citations", "Withheld")
    for sheet in workbook.worksheets[1:]:
        assert len(sheet.tables) == 1, sheet.title
        assert next(iter(sheet.tables.values())).autoFilter is not None
        assert sheet.freeze_panes is not None
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
            "landscape",
            8 if sheet.title in wide else 9,
        )
        assert sheet.print_title_rows


def test_table_headings_are_the_cells_above_them() -> None:
    """Excel calls a file damaged where they differ."""
    twins = (
        body("a", name="Same  Name"),
        body("b", name="same name"),
        body("c", name="=1+1"),
        body("d", name="N" * 300),
    )
    submission = submit(twins, [said(b, "untoc.6.1", "yes") for b in twins])
    for sheet in book(render_excel(submission)).worksheets:
        for table in sheet.tables.values():
            heads = [cell.value for cell in sheet[table.ref][0]]
            assert [column.name for column in table.tableColumns] == heads
            assert len({str(head).casefold() for head in heads}) == len(heads)


def test_the_summary_draws_implementation_and_outcomes() -> None:
    entries = parts(render_excel(sample()))
    charts = [name for name in entries if name.startswith("xl/charts/chart")]
    kinds = [b'<c:grouping val="stacked"/>' in entries[name] for name in sorted(charts)]
    assert kinds == [True, False]


@pytest.mark.parametrize(
    "text", [*HOSTILE, "+1", "-1", "@SUM(A1)", "12", "1e5", "TRUE", "2027-01-01", "mailto:a@b.example"]
)
def test_what_a_stranger_wrote_is_only_ever_text(text: str) -> None:
    package = render_excel(submit([JUSTICE], [said(JUSTICE, "untoc.5.example", text)]))
    sheet = book(package)["Statements"]
    cell = next(c for row in sheet.iter_rows(min_row=3) for c in row if c.column == 5)
    assert (cell.value, cell.data_type) == (text, "s")
    for name, content in parts(package).items():
        if name.startswith("xl/worksheets/sheet"):
            assert etree.fromstring(content).find(f".//{S}f") is None
            assert etree.fromstring(content).find(f".//{S}hyperlink") is None


def test_a_day_that_is_an_answer_is_a_day() -> None:
    for value, kind, shown in (
        (date(2016, 3, 1), "d", datetime(2016, 3, 1)),  # noqa: DTZ001  # as openpyxl reads it
        (date(1898, 3, 1), "s", "1898-03-01"),  # before Excel's days begin
    ):
        sheet = book(render_excel(submit([JUSTICE], [said(JUSTICE, "untoc.6.2.since", value)])))["Answers"]
        cell = next(row[6] for row in sheet.iter_rows() if row[9].value == "untoc.6.2.since")
        assert (cell.value, cell.data_type) == (shown, kind)
        assert cell.number_format == ("yyyy-mm-dd" if kind == "d" else "General")


def test_who_ticked_what_stands_in_the_internal_workbook() -> None:
    sheet = book(render_excel(sample(edition="internal")))["Answers"]
    sources = next(row[11].value for row in sheet.iter_rows() if row[9].value == "untoc.5.assistance")
    assert sources.split("\n")[:2] == [
        "Training — The Justice Body; The Police Body",
        "Expert — The Police Body",
    ]


def test_the_instrument_has_a_column_where_there_are_several() -> None:
    other = Questionnaire.model_validate_json(SMALL.model_dump_json(by_alias=True).replace("untoc", "tip"))
    answers = [said(JUSTICE, "untoc.5.example", "So it was.")]
    for questionnaires, heads in (
        ((SMALL,), ("Article", "No.")),
        ((SMALL, other), ("Instrument", "Article", "No.")),
    ):
        workbook = book(render_excel(submit([JUSTICE], answers, questionnaires=questionnaires)))
        for name in ("Answers", "Statements"):
            rows = workbook[name].iter_rows(min_row=2, max_row=3, values_only=True)
            found = [row[: len(heads)] for row in rows]
            first = ("Organized Crime Convention", "Article 5", "1" if name == "Answers" else "3")
            assert found == [heads, first[-len(heads) :]]


def test_a_text_too_long_for_a_cell_stands_whole_on_the_annex_sheet() -> None:
    long = "".join(f"Sentence {n} 😀. " for n in range(3000))
    workbook = book(render_excel(submit([JUSTICE], [said(JUSTICE, "untoc.5.example", long)])))
    statement = next(row for row in workbook["Statements"].iter_rows(min_row=3, values_only=True))
    assert statement[4] == "→ Long texts, no. 1"
    rows = workbook["Long texts"].iter_rows(min_row=3, values_only=True)
    assert "".join(str(text) for number, _, text in rows if number == 1) == long
    assert all(units(piece) <= 32_767 for piece in pieces(long))


def test_many_texts_of_one_question_are_referred_to() -> None:
    people = [body(f"b{n}") for n in range(60)]
    answers = [said(b, "untoc.5.example", f"{b.id} " + "word " * 200) for b in people]
    workbook = book(render_excel(submit(people, answers)))
    row = next(r for r in workbook["Answers"].iter_rows(values_only=True) if "untoc.5.example" in r)
    assert "→ Statements: 60 texts" in row
    assert sum("untoc.5.example" in r for r in workbook["Statements"].iter_rows(values_only=True)) == 60


def test_an_arabic_workbook_runs_from_right_to_left() -> None:
    workbook = book(render_excel(replace(sample(), language="ar")))
    assert all(sheet.sheet_view.rightToLeft for sheet in workbook.worksheets)


def test_the_package_holds_nothing_that_runs_or_leads_outside() -> None:
    package = render_excel(sample(edition="internal"))
    entries = parts(package)
    assert not [name for name in entries if "vba" in name or "externalLink" in name]
    assert b"TargetMode" not in b"".join(entries.values())
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert len({entry.date_time for entry in archive.infolist()}) == 1


def test_every_statement_of_many_stands_on_a_line() -> None:
    made = synthetic(SMALL.items, 40, distinct=True)
    submission = submit(made.stakeholders, made.answers, edition="internal")
    count = sum(
        len(e.grid.rows if e.grid else ())
        + len(e.narratives)
        + len(e.comments)
        + sum(len(s.narratives) for s in (*e.stances, *e.dissent))
        for e in submission.entries
    )
    sheet = book(render_excel(submission))["Statements"]
    assert sheet.max_row == count + 2


@pytest.mark.office
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    if shutil.which("soffice") is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice (soffice) is not installed")
    (tmp_path / "s.xlsx").write_bytes(render_excel(sample(edition="internal")))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "s.xlsx")], check=True, capture_output=True, timeout=120)
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF")
