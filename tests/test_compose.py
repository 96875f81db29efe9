"""Composed workbooks are what XlsxWriter would write, whole files, and the same ones whatever came before."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from languages.messages import spoken
from questionnaires.load import load_questionnaire
from questionnaires.model import Questionnaire
from tests.sample_workbook import CONSULTATION, ITEMS, QUESTIONNAIRE, TOKEN, stakeholder
from tests.written_by_xlsxwriter import written
from workbooks.dropdowns import dropdowns
from workbooks.identity import bare
from workbooks.issue import Issuer
from workbooks.stencil import hole

SHIPPED = load_questionnaire("untoc.1")
ISSUERS = {each.id + each.source: Issuer(CONSULTATION, [each]) for each in (SHIPPED, QUESTIONNAIRE)}
TITLES = (*SHIPPED.title.values(), *QUESTIONNAIRE.title.values())
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def some(items: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(items), min_size=1, unique=True)


Chosen = tuple[Questionnaire, list[str]]
SETS: st.SearchStrategy[Chosen] = st.one_of(
    st.tuples(st.just(SHIPPED), some(tuple(SHIPPED.by_id))), st.tuples(st.just(QUESTIONNAIRE), some(ITEMS))
)


def issued(chosen: Chosen, language: str) -> bytes:
    questionnaire, items = chosen
    issuer = ISSUERS[questionnaire.id + questionnaire.source]
    return issuer.workbook(stakeholder(language), items, TOKEN)


@settings(max_examples=25, deadline=None)
@given(SETS, st.sampled_from(spoken()))
def test_a_composed_workbook_is_what_xlsxwriter_writes(chosen: Chosen, language: str) -> None:
    questionnaire, items = chosen
    ours = openpyxl.load_workbook(BytesIO(issued(chosen, language)), rich_text=True)
    theirs = openpyxl.load_workbook(BytesIO(written([questionnaire], items, language)), rich_text=True)
    for sheet in theirs.worksheets:
        assert list(told(ours[sheet.title])) == list(told(sheet))
    assert names(ours) == names(theirs)


def told(sheet: Worksheet) -> Iterator[object]:
    """Tell everything about the rows of a sheet that openpyxl reads; filled holes are opened again."""
    for row in sheet.iter_rows():
        for cell in row:
            yield (
                cell.coordinate,
                value(cell.value),
                *map(
                    repr,
                    (cell.font, cell.fill, cell.border, cell.alignment, cell.protection, cell.number_format),
                ),
            )
    yield sorted((row, each.height) for row, each in sheet.row_dimensions.items() if each.height)
    yield sheet.dimensions
    yield sorted(map(str, sheet.merged_cells.ranges))
    for found in sheet.conditional_formatting:
        last = str(found.sqref).replace("1048576", str(sheet.max_row))
        yield last, [(rule.formula, repr(rule.dxf)) for rule in found.rules]
    yield sorted(
        (cell, rule.formula1, rule.prompt, rule.promptTitle, rule.error, rule.errorTitle, rule.errorStyle,
         rule.showErrorMessage, rule.showInputMessage, rule.allowBlank)
        for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges for cell in area.cells
    )  # fmt: skip


def value(found: object) -> object:
    if isinstance(found, CellRichText):
        return [str(each) if isinstance(each, str) else (each.text, repr(each.font)) for each in found]
    known = {TOKEN: hole("code"), **dict.fromkeys(TITLES, hole("instruments"))}
    for text, opened_again in known.items():
        found = found.replace(text, opened_again) if isinstance(found, str) else found
    return found


def names(book: openpyxl.Workbook) -> dict[str, str]:
    return {
        name.replace(bare(TOKEN), hole("token")): each.attr_text.replace("'", "")
        for name, each in book.defined_names.items()
        if name != "consult_code"
    }


@settings(max_examples=25, deadline=None)
@given(SETS, st.sampled_from(spoken()))
def test_every_reference_in_the_file_leads_somewhere(chosen: Chosen, language: str) -> None:
    parts = opened(issued(chosen, language))
    strings = parts["xl/sharedStrings.xml"]
    held = [etree.tostring(each) for each in strings]
    styles = int(parts["xl/styles.xml"].find(f"{MAIN}cellXfs").get("count"))
    shown = []
    for name, sheet in parts.items():
        if not name.startswith("xl/worksheets/sheet"):
            continue
        cells = list(sheet.iter(f"{MAIN}c"))
        shown += [int(cell.find(f"{MAIN}v").text) for cell in cells if cell.get("t") == "s"]
        assert all(int(cell.get("s", "0")) < styles for cell in cells)
        assert sheet.find(f"{MAIN}dimension").get("ref") == extent([cell.get("r") for cell in cells])
        assert [cell.get("r") for cell in cells] == sorted((cell.get("r") for cell in cells), key=place)
        for kind in ("mergeCells", "dataValidations"):
            for group in sheet.iter(f"{MAIN}{kind}"):
                assert int(group.get("count")) == len(group) > 0
        order = [etree.QName(each).localname for each in sheet]
        assert order == [each for each in ORDER if each in order or each == "conditionalFormatting"
                         for _ in range(order.count(each))]  # fmt: skip
        assert "1048576" not in etree.tostring(sheet).decode()
    assert len(set(held)) == len(held) == int(strings.get("uniqueCount"))
    assert set(shown) == set(range(len(held)))
    assert len(shown) == int(strings.get("count"))
    listed = [each.get("PartName")[1:] for each in parts["[Content_Types].xml"] if each.get("PartName")]
    assert set(listed) | {"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"} == set(parts)
    defined = [each.get("name") for each in parts["xl/workbook.xml"].iter(f"{MAIN}definedName")]
    assert len({name.casefold() for name in defined if "Print" not in name}) == len(defined) - 2


ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection",
    "mergeCells", "conditionalFormatting", "dataValidations", "printOptions", "pageMargins", "pageSetup",
    "headerFooter",
)  # fmt: skip
"""The order that the format demands of what a sheet consists of."""


def opened(data: bytes) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def place(reference: str) -> tuple[int, str]:
    return int(reference[1:]), reference[0]


def extent(cells: list[str]) -> str:
    """The area from A1 that holds these cells; XlsxWriter writes `A1` alone for a single cell."""
    last = f"{max(cell[0] for cell in cells)}{max(int(cell[1:]) for cell in cells)}"
    return f"{min(cell[0] for cell in cells)}{min(int(cell[1:]) for cell in cells)}:{last}"


@settings(max_examples=15, deadline=None)
@given(some(tuple(SHIPPED.by_id)), some(tuple(SHIPPED.by_id)))
def test_what_was_issued_before_leaves_no_trace(first: list[str], second: list[str]) -> None:
    used = Issuer(CONSULTATION, [SHIPPED])
    for items in (first, second):
        again = used.workbook(stakeholder(), items, TOKEN)
        assert again == Issuer(CONSULTATION, [SHIPPED]).workbook(stakeholder(), items, TOKEN)


@pytest.mark.parametrize(
    ("rows", "area"),
    [([5], "C6"), ([5, 6, 7], "C6:C8"), ([0, 2, 3, 9], "C1 C3:C4 C10")],
)
def test_a_dropdown_names_as_few_areas_as_it_can(rows: list[int], area: str) -> None:
    assert f'sqref="{area}"' in dropdowns({("L!$A$1", "choose"): rows}, "C", "en")
