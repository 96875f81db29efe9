"""What the workbooks of one language have in common, rendered by XlsxWriter: all but the rows with questions.

To write these rows we need to know how XlsxWriter numbers the styles and writes the fonts. So it renders
a specimen of each on the sheet of lists, reads it back, and takes it out again.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from languages import direction
from workbooks.layout import CODE_NAME, SheetId, said, sheet_name
from workbooks.look import FONTS, MARKED, STYLES, Formats
from workbooks.pen import Fonts
from workbooks.plan import HEADER_ROW
from workbooks.sheet_laws import write_laws
from workbooks.sheet_questions import frame_questions
from workbooks.sheet_start import TALL, write_start
from workbooks.sheet_tables import frame_tables
from workbooks.stencil import Part, begin, hole

CREATED: Final = datetime(2020, 1, 1)  # noqa: DTZ001  # fixed: equal content gives equal bytes
STRINGS: Final = "xl/sharedStrings.xml"
BOOK: Final = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Frame:
    """A rendered workbook without its questions."""

    sheets: Mapping[SheetId, str]  # the name of each sheet's part
    parts: Mapping[str, str]  # in the order of the file, with holes
    fixed: Mapping[str, Part]  # those that stay as they are
    palette: Mapping[str, int]  # style → its number
    fonts: Fonts
    strings: tuple[str, ...]  # the shared strings, as XML
    used: int  # how often a cell shows one of them


def render(
    language: str,
    notes: Sequence[str],
    columns: int,
    *,
    form: bool = False,
    marked: bool = False,
    remarked: bool = False,
) -> Frame:
    """Render the frame of workbooks with these notes on the first sheet, and so many columns in their tables.

    Without columns there is no sheet of tables; the laws of a form are hidden; a `marked` workbook has
    answers in place, and in one that is `remarked` some need another look.
    """
    memory = BytesIO()
    book = Workbook(memory, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    formats = Formats(book, rtl=direction(language) == "rtl")
    wanted = [sheet for sheet in SheetId if sheet is not SheetId.TABLES or columns]
    sheets = {sheet: book.add_worksheet(sheet_name(language, sheet)) for sheet in wanted}
    write_start(sheets[SheetId.START], formats, language, notes, marked=marked)
    frame_questions(sheets[SheetId.QUESTIONS], formats, language, form=form, remarked=remarked)
    if columns:
        frame_tables(sheets[SheetId.TABLES], formats, language, columns)
    write_laws(sheets[SheetId.LAWS], formats, language)
    if form:
        sheets[SheetId.LAWS].hide()
    styles = (*STYLES, *MARKED) if marked else tuple(STYLES)
    _specimens(sheets[SheetId.LISTS], formats, styles)
    for name, sheet in sheets.items():
        _dress(sheet, name, language)
    book.define_name(CODE_NAME, f'="{hole("code")}"')
    about = {"title": hole("title"), "author": hole("office"), "keywords": hole("code"), "created": CREATED}
    book.set_properties(about)
    book.close()
    parts = {name: f"xl/worksheets/sheet{n}.xml" for n, name in enumerate(wanted, 1)}
    return _taken_apart(memory.getvalue(), parts, styles)


def _specimens(sheet: Worksheet, formats: Formats, styles: Sequence[str]) -> None:
    """Write one cell in every style, and one text with every font."""
    for row, style in enumerate(styles):
        sheet.write_blank(row, 0, None, formats[style])
    sheet.write_rich_string(0, 1, *(each for font in FONTS for each in (formats[font], font)))
    sheet.hide()


def _dress(sheet: Worksheet, name: SheetId, language: str) -> None:
    """Set up protection, print and direction of a sheet."""
    allowed = {"format_rows": True, "format_columns": True, "format_cells": True}
    sheet.protect("", allowed)
    if direction(language) == "rtl":
        sheet.right_to_left()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&8 {hole('code')}&R&8 {said(language, 'footer')}")
    if name is not SheetId.START:
        sheet.set_landscape()
    if name in {SheetId.QUESTIONS, SheetId.LAWS}:
        sheet.freeze_panes(HEADER_ROW + 1, 0)
        sheet.repeat_rows(HEADER_ROW)


def _taken_apart(rendered: bytes, sheets: Mapping[SheetId, str], styles: Sequence[str]) -> Frame:
    """Take the rendered workbook apart, and put in what XlsxWriter cannot write."""
    with ZipFile(BytesIO(rendered)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    identifier = f"<dc:identifier>{hole('code')}</dc:identifier></cp:coreProperties>"
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace("</cp:coreProperties>", identifier)
    listed = r"<HeadingPairs>.*</TitlesOfParts>"  # of sheets and names; a program makes it again at will
    parts["docProps/app.xml"] = re.sub(listed, "", parts["docProps/app.xml"])
    for row, tall in TALL.items():
        name = sheets[SheetId.START]
        parts[name] = parts[name].replace(f'ht="{tall:g}"', f'ht="{hole("tall" + row)}"')
    lists = parts[sheets[SheetId.LISTS]]
    numbers = re.findall(r'<c r="A\d+" s="(\d+)"/>', lists)
    parts[sheets[SheetId.LISTS]] = re.sub("<sheetData>.*</sheetData>", "<sheetData></sheetData>", lists)
    *strings, specimen = re.findall("<si>(.*?)</si>", parts[STRINGS], re.DOTALL)
    (used,) = re.findall(r' count="(\d+)"', parts[STRINGS])
    composed = {STRINGS, BOOK, *(name for sheet, name in sheets.items() if sheet in COMPOSED)}
    return Frame(
        sheets=sheets,
        parts=parts,
        fixed={name: begin(name, text) for name, text in parts.items() if name not in composed},
        palette={style: int(number) for style, number in zip(styles, numbers, strict=True)},
        fonts=tuple(zip(FONTS, re.findall("<rPr>.*?</rPr>", specimen), strict=True)),
        strings=tuple(strings),
        used=int(used) - 1,
    )


COMPOSED: Final = frozenset({SheetId.QUESTIONS, SheetId.TABLES, SheetId.LISTS})
"""The sheets whose rows depend on what is asked."""
