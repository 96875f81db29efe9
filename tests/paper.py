"""A Word form in the hands of a person: cells found by code and column, filled as Word fills them."""

from copy import deepcopy
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell, _Row

from tests.sample_workbook import ITEMS, TOKEN, issuer, stakeholder
from workbooks.layout import LAW_COLUMNS
from workbooks.printed import COLUMNS, printed_form


class Paper:
    """A form opened with python-docx."""

    def __init__(self, data: bytes) -> None:
        self.document = Document(BytesIO(data))

    @classmethod
    def of(cls, language: str = "en", **more: Any) -> "Paper":
        return cls(printed_form(issuer(), stakeholder(language), ITEMS, TOKEN, **more))

    def row(self, code: str) -> _Row:
        found: _Row = next(
            row for table in self.document.tables for row in table.rows if row.cells[0].text == code
        )
        return found

    def table(self, code: str) -> Table:
        """Return the table in which a code stands."""
        return next(
            table for table in self.document.tables if any(row.cells[0].text == code for row in table.rows)
        )

    def cell(self, code: str, column: str = "answer") -> _Cell:
        """Return the cell of a column (or a table's column number, from 1) in the row with `code`."""
        order = [*LAW_COLUMNS] if code.startswith("L") else [*COLUMNS]
        return self.row(code).cells[int(column) if column.isdigit() else order.index(column)]

    def put(self, code: str, text: str, column: str = "answer") -> "Paper":
        """Write into a cell: choose from its list or tick its box where it has one, else type."""
        cell = self.cell(code, column)
        control = cell._tc.find(f".//{qn('w:sdt')}")
        if control is None:
            self.type(code, text, column)
        elif (
            checked := next((each for each in control.iter() if each.tag.endswith("}checked")), None)
        ) is not None:
            checked.set(next(iter(checked.attrib)), "1" if text else "0")
            control.find(f".//{qn('w:t')}").text = "☒" if text else "☐"
        else:
            for mark in (qn("w:showingPlcHdr"), qn("w:rStyle")):
                for each in control.findall(f".//{mark}"):
                    each.getparent().remove(each)
            control.find(f".//{qn('w:t')}").text = text
        return self

    def type(self, code: str, text: str, column: str = "answer") -> "Paper":
        """Type into a cell, over whatever stands there: a paragraph per line."""
        cell = self.cell(code, column)
        for paragraph in cell.paragraphs:
            for run in paragraph.runs:
                run._r.getparent().remove(run._r)
        for control in cell._tc.findall(f".//{qn('w:sdt')}"):
            control.getparent().remove(control)
        first, *others = text.split("\n")
        cell.paragraphs[0].add_run(first)
        for line in others:
            cell.add_paragraph(line)
        return self

    def wrap(self, code: str, column: str, tag: str) -> None:
        """Put a tracked change around what stands in a cell: `ins` or `del`."""
        paragraph = self.cell(code, column).paragraphs[0]._p
        change = OxmlElement(f"w:{tag}")
        change.set(qn("w:id"), "1")
        for run in paragraph.findall(qn("w:r")):
            change.append(run)
            if tag == "del":
                for text in run.findall(qn("w:t")):
                    text.tag = qn("w:delText")
        paragraph.append(change)

    def add_row(self, code: str, *texts: str) -> None:
        """Add a row below the table in which `code` stands, as the Tab key does: without a code."""
        table = self.table(code)
        table._tbl.append(deepcopy(table.rows[-1]._tr))
        for cell, text in zip(table.rows[-1].cells, ("", *texts, "", "", ""), strict=False):
            for paragraph in cell.paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)
            cell.paragraphs[0].text = text

    def bytes(self) -> bytes:
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()
