"""The sheet of laws: each law or case once, cited by its number. It is the same for every stakeholder."""

import re
from collections.abc import Mapping
from typing import Final

from xlsxwriter.worksheet import Worksheet

from responses.model import Citation
from workbooks.layout import LAW_COLUMNS, LAWS, header, law_code, said
from workbooks.look import Formats
from workbooks.pen import Strings, as_entered
from workbooks.plan import HEADER_ROW
from workbooks.stencil import hole

WIDTHS: Final = {
    "law-number": 7,
    "law-title": 56,
    "law-date": 30,
    "law-language": 14,
    "law-link": 46,
    "token": 4,
}


def write_laws(sheet: Worksheet, formats: Formats, language: str) -> None:
    """Write the sheet of laws, L1 to L30."""
    for place, (column, width) in enumerate(WIDTHS.items()):
        sheet.set_column(place, place, width, None, {"hidden": True} if column == "token" else {})
    sheet.write_string(0, 0, said(language, "laws-title"), formats["sheet-title"])
    sheet.write_string(0, len(LAW_COLUMNS) - 2, hole("code"), formats["sheet-code"])
    hint = said(language, "laws-hint", (("law", header(language, "law")),))
    sheet.write_string(1, 0, hint, formats["hint"])
    for place, column in enumerate(LAW_COLUMNS[:-1]):
        sheet.write_string(HEADER_ROW, place, header(language, column), formats["header"])
    for row, tall in enumerate((26, 16, 22)):
        sheet.set_row(row, tall)
    for number in range(1, LAWS + 1):
        row = HEADER_ROW + number
        sheet.write_string(row, 0, law_code(number), formats["law-code"])
        for place in range(1, len(LAW_COLUMNS) - 1):
            sheet.write_blank(row, place, None, formats["typed"])
        sheet.write_string(row, len(LAW_COLUMNS) - 1, hole("code"), formats["unseen"])
        sheet.set_row(row, 30)


def enter_laws(part: str, laws: Mapping[Citation, str], strings: Strings) -> str:
    """Enter laws into the rendered sheet, each in the row of its code."""
    entered: dict[str, str] = {}
    for law, code in laws.items():
        for letter, text in zip("BCDE", (law.title, law.date, law.language, law.link), strict=True):
            if text:
                entered[f"{letter}{HEADER_ROW + 1 + int(code.removeprefix('L'))}"] = text

    def enter(cell: re.Match[str]) -> str:
        text = entered.get(cell[1])
        if text is None:
            return cell[0]
        return f'<c r="{cell[1]}" s="{cell[2]}" t="s"><v>{strings.place(as_entered(text))}</v></c>'

    return re.sub(r'<c r="([B-E]\d+)" s="(\d+)"/>', enter, part)
