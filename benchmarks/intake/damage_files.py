"""The file: names, properties, protection, kinds of file, and what does no harm at all."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.comments import Comment
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from benchmarks.intake.book import Case, each_name
from benchmarks.intake.damage_codes import unnamed
from benchmarks.intake.damages import damage
from questionnaires.model import AnswerType


def renamed(c: Case, change) -> None:
    for name, defined in each_name(c.book):
        c.book.defined_names[name] = DefinedName(name, attr_text=change(defined.attr_text or ""))


@damage("All defined names deleted")
def names_deleted(c: Case) -> None:
    unnamed(c)


@damage("All defined names broken (#REF!)")
def names_broken(c: Case) -> None:
    renamed(c, lambda text: re.sub(r"\$[A-Z]+\$\d+$", "#REF!", text))


@damage("All defined names pointing one row too low")
def names_lower(c: Case) -> None:
    """A cell inserted above the first answer leaves the same names: only the sender knows what it was."""
    renamed(c, lambda text: re.sub(r"\$(\d+)$", lambda hit: f"${int(hit[1]) + 1}", text))
    c.ask(list(c.truth))


@damage("The codes emptied, and all defined names pointing one row too low")
def names_lower_without_codes(c: Case) -> None:
    """The words of the questions say which row is which; names that contradict them are not believed."""
    names_lower(c)
    for code, row in c.rows().items():
        if code.startswith("untoc."):
            c.q.cell(row, 1).value = None


@damage("Author, title and all other properties removed")
def properties_removed(c: Case) -> None:
    c.book.properties = DocumentProperties()


@damage("Properties, names, cover and printed codes removed: only the hidden code of each row is left")
def only_row_tokens(c: Case) -> None:
    unnamed(c)
    c.book.properties = DocumentProperties()
    c.book.remove(c.s)
    for sheet in (c.q, c.l):
        for cell in sheet[1]:
            if cell.value and len(str(cell.value)) < 60:  # the printed code
                cell.value = None


@damage("Every trace of the code removed")
def every_token_removed(c: Case) -> None:
    """Nothing says whose it is: nothing may count, and a person is asked."""
    only_row_tokens(c)
    for sheet in c.book.worksheets:
        for values in sheet.iter_rows():
            for cell in values:
                if str(cell.value) in {c.body.token, c.body.token.replace("-", "")}:
                    cell.value = None
    c.ask(list(c.truth))


@damage("The sheets' protection removed")
def unprotected(c: Case) -> None:
    for sheet in c.book.worksheets:
        sheet.protection.sheet = False


@damage("The sheets protected with a password")
def protected(c: Case) -> None:
    for sheet in c.book.worksheets:
        sheet.protection.sheet = True
        sheet.protection.set_password("geheim")
        for values in sheet.iter_rows():
            for cell in values:
                cell.protection = cell.protection.copy(locked=True)


@damage("The file renamed after somebody else")
def file_renamed(c: Case) -> None:
    c.name = "Ministère de l’Intérieur – body-0 (copie) FINAL"


@damage("Saved as a template")
def as_template(c: Case) -> None:
    c.book.template = True


@damage("Saved as a file for macros, without any")
def as_macro_file(c: Case) -> None:
    c.suffix = ".xlsm"
    c.after.append(
        lambda data: _replaced(
            data,
            "[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
    )


def _replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(out, "w", ZIP_DEFLATED) as changed:
        for each in package.namelist():
            part = package.read(each)
            changed.writestr(each, part.replace(old.encode(), new.encode()) if each == name else part)
    return out.getvalue()


@damage("Frozen elsewhere, zoomed, with other margins and printed areas")
def view_changed(c: Case) -> None:
    for sheet in c.book.worksheets:
        sheet.freeze_panes = "D9"
        sheet.sheet_view.zoomScale = 60
        sheet.print_area = "A1:D20"
        sheet.page_margins.left = 2
        sheet.sheet_properties.tabColor = "FF0000"


@damage("Other fonts, colours and alignments")
def looks_changed(c: Case) -> None:
    for values in c.q.iter_rows(min_row=3):
        for cell in values:
            cell.font = Font(name="Comic Sans MS", size=9, italic=True)
            cell.fill = PatternFill("solid", fgColor="FFFF99")
            cell.alignment = Alignment(textRotation=45)


@damage("Made an Excel table with stripes")
def made_a_table(c: Case) -> None:
    for merged in list(c.q.merged_cells.ranges):
        c.q.unmerge_cells(str(merged))
    for column in (7, 8):
        c.q.cell(3, column).value = f"Column{column}"
    c.q.add_table(Table(displayName="Table1", ref=f"A3:H{c.q.max_row}"))


@damage("Notes pinned to cells beside the answers")
def notes_pinned(c: Case) -> None:
    """That there are notes is said when a file is opened; what they say stays in the file for a person."""
    for item in c.said()[:4]:
        c.at(item).comment = Comment("Voir avec M. Diallo", "Secrétariat")


@damage("Answers written in pinned notes instead of cells")
def answers_in_notes(c: Case) -> None:
    for item in c.typed(AnswerType.SCALE)[:3]:
        cell = c.at(item)
        cell.comment = Comment(str(cell.value), "Secrétariat")
        cell.value = None
        c.lose(c.parts(item, "answer"))
