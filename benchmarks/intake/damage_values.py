"""Values: pasted from Word, from formulas, as texts, in the other language, with stray spaces."""

import re
import unicodedata
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.datavalidation import DataValidationList

from benchmarks.intake.book import Case
from benchmarks.intake.damages import damage
from questionnaires.model import AnswerType
from responses.model import Absence, Citation
from workbooks.layout import label

CHOSEN = (AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE)


def shown(c: Case) -> list:
    return [c.at(item) for item in c.said(*CHOSEN)]


@damage("Choices pasted from Word: bullets, spaces that do not break, line breaks")
def choices_from_word(c: Case) -> None:
    for number, cell in enumerate(shown(c)):
        cell.value = ("{}\u00a0", "• {}", "{}\n", "  {}", "– {}.", "\u200e{}")[number % 6].format(cell.value)


@damage("Long answers pasted from Word: curly quotes, tabs, bullets, several paragraphs")
def texts_from_word(c: Case) -> None:
    for item in c.said(AnswerType.TEXT):
        cell = c.at(item, "details")
        if cell.value and c.at(item).value is None:
            text = f"• “Première” partie\n\t▪ détail\u00a0; suite\n\n{cell.value}\n"
            cell.value, cell.data_type = text, "s"
            c.truth[c.st(item)] = text


@damage("Choices in small letters, in capitals, without accents")
def choices_in_letters(c: Case) -> None:
    for number, cell in enumerate(shown(c)):
        plain = unicodedata.normalize("NFD", cell.value)
        bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
        cell.value = (cell.value.lower(), cell.value.upper(), bare, plain)[number % 4]


@damage("Choices in our words of the other language")
def choices_in_other_language(c: Case) -> None:
    other = "fr" if c.body.language == "en" else "en"
    for item in c.said(*CHOSEN):
        value = c.truth[c.st(item)]
        c.at(item).value = label(other, value, None if isinstance(value, Absence) else item)


@damage("Ticks as x, X, 1, yes, ☒ and TRUE, of one kind in each list")
def ticks_of_all_kinds(c: Case) -> None:
    for number, item in enumerate(c.ticked()):
        for row in c.option_rows(item):
            if c.q.cell(row, 3).value:
                c.q.cell(row, 3).value = ("x", "X", 1, "yes", "☒", True)[number % 6]


@damage("Options not ticked marked with 0, - and no")
def unticked_marked(c: Case) -> None:
    for item in c.ticked():
        for number, row in enumerate(c.option_rows(item)):
            if not c.q.cell(row, 3).value:
                c.q.cell(row, 3).value = ("0", "-", "no")[number % 3]


@damage("Numbers stored as texts")
def numbers_as_text(c: Case) -> None:
    for item in c.said(AnswerType.NUMBER):
        if not isinstance(c.truth[c.st(item)], Absence):
            c.at(item).value = f" {c.at(item).value}"


@damage("Days as texts, year first")
def days_as_text(c: Case) -> None:
    for item in c.said(AnswerType.DATE):
        if not isinstance(c.truth[c.st(item)], Absence):
            c.at(item).value = c.truth[c.st(item)].isoformat()


@damage("Days counted from 1904, as old Macintosh programs do")
def days_from_1904(c: Case) -> None:
    c.book.epoch = CALENDAR_MAC_1904


@damage("Empty cells filled with spaces and apostrophes")
def blanks_of_spaces(c: Case) -> None:
    for code, row in c.rows().items():
        if code.startswith("untoc"):
            for column in (3, 4, 5, 6):
                cell = c.q.cell(row, column)
                if cell.value is None:
                    cell.value = (" ", "\u00a0", "\u200b")[row % 3]


def as_formula(data: bytes, *, cached: bool) -> bytes:
    """Make a formula of every choice: with the result that was shown, or without."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet2.xml":
                part = _formulas(part.decode(), cached=cached).encode()
            new.writestr(name, part)
    return out.getvalue()


def _formulas(part: str, *, cached: bool) -> str:
    def change(hit: re.Match[str]) -> str:
        if "&#10214;" in hit[3]:  # a text with a mark
            return hit[0]
        text = re.sub(r"&#(\d+);", lambda number: chr(int(number[1])), hit[3])  # as Excel writes it
        value = f"<v>{text}</v>" if cached else ""
        return f'<c r="{hit[1]}"{hit[2]} t="str"><f>"{text}"</f>{value}</c>'

    cells = r'<c r="(C(?:[4-9]|\d{2,}))"([^<>]*?) t="inlineStr"><is><t[^<>]*>([^<]*)</t></is></c>'
    return re.sub(cells, change, part)


@damage("Choices that are formulas, with their results")
def formulas_with_results(c: Case) -> None:
    c.after.append(lambda data: as_formula(data, cached=True))


@damage("Choices that are formulas, whose results were not saved")
def formulas_without_results(c: Case) -> None:
    """A program that calculates brings the results back; where none has, only the sender knows them.

    SheetJS keeps nothing of such a formula, and so nothing of these answers is in its files.
    """
    c.not_by = "SheetJS"
    c.after.append(lambda data: as_formula(data, cached=False))
    c.ask(
        [c.st(item) for item in c.said() if c.at(item).value is not None and "⟦" not in str(c.at(item).value)]
    )
    c.ask([c.st(item) for item in c.ticked()])


@damage("Error values in answer cells")
def errors(c: Case) -> None:
    for item in c.typed(*CHOSEN)[:4]:
        cell = c.at(item)
        c.lose(c.parts(item, "answer"))
        cell.value, cell.data_type = "#N/A", "e"
        c.notes.append((c.q.title, cell.coordinate))


@damage("Dropdowns gone")
def dropdowns_gone(c: Case) -> None:
    for sheet in c.book.worksheets:
        sheet.data_validations = DataValidationList()


@damage("Answers only coloured, nothing typed")
def coloured(c: Case) -> None:
    """A colour says nothing that a program could read; nor may it be taken for anything."""
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    for item in c.typed(AnswerType.SCALE)[:4]:
        c.at(item).fill = PatternFill("solid", fgColor="00FF00")
        c.at(item).value = None
        c.lose(c.parts(item, "answer"))


@damage("References to laws typed in small letters, with spaces, joined by and")
def references_loosely(c: Case) -> None:
    for each in c.statements("law"):
        item = next(item for item in c.items if item.id == each[1])
        cell = c.at(item, "law")
        if str(cell.value).startswith("L"):
            cell.value = re.sub(r"\bL(\d)", r"l \1", cell.value).replace("; ", " and ")


@damage("References to laws that are not in the list")
def references_to_nothing(c: Case) -> None:
    for each in c.statements("law")[:3]:
        item = next(item for item in c.items if item.id == each[1])
        cell = c.at(item, "law")
        if str(cell.value).startswith("L"):
            cell.value = "L29 art. 7"
            c.truth[each] = (Citation("L29 art. 7"),)
            c.notes.append((c.q.title, cell.coordinate))
