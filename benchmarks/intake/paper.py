"""A filled Word form on its way through people's hands, and what is still true of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from benchmarks.intake.bodies import LAWS, Body, Statement, Truth, Typing, issuer, person
from benchmarks.intake.documents import places
from benchmarks.intake.statements import Stated
from questionnaires.model import AnswerType, Item
from workbooks.layout import LAW_COLUMNS, TICK, option_code, table_code
from workbooks.printed import COLUMNS, FORM_COLUMNS, printed_form

Element = Any
"""An element of the document, of python-docx and lxml."""

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@cache
def issued(body: Body) -> bytes:
    """Return the Word form that goes out to a body."""
    items = [item.id for item in body.items]
    return printed_form(issuer(body.language), person(body), items, body.token)


@cache
def filled(body: Body) -> tuple[bytes, Truth]:
    """Return a body's Word form with its answers typed in, and what they say."""
    typing = PaperTyping(Document(BytesIO(issued(body))), body)
    truth: Truth = {}
    for number, item in enumerate(body.items):
        for part, value in typing.say(item, number):
            truth[body.id, item.id, part] = value
    return saved(typing.book), truth


def saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def rows_of(document: Any) -> dict[str, Element]:
    """Return the row of every code, and of the heads of tables, by what its first cell says."""
    found: dict[str, Element] = {}
    for row in document.element.body.iter(qn("w:tr")):
        found.setdefault(text(row.tc_lst[0]), row)
    return found


def text(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t")))


def cell(rows: dict[str, Element], code: str, column: str | int) -> Element:
    """Return the cell of a column (of a table's column, from 1) in the row with a code."""
    cells = rows[code].tc_lst
    if isinstance(column, int):
        return cells[column]
    if code.startswith("L") and code[1:].isdigit():
        return cells[LAW_COLUMNS.index(column)]
    order = [*(COLUMNS if len(cells) != len(FORM_COLUMNS) or ":" in code else FORM_COLUMNS)]
    return cells[order.index(column)]


def emptied(tc: Element) -> Element:
    """Leave one empty paragraph in a cell, and return it."""
    first, *others = tc.findall(qn("w:p"))
    for each in (*others, *tc.findall(qn("w:tbl"))):
        tc.remove(each)
    for each in list(first):
        if each.tag != qn("w:pPr"):
            first.remove(each)
    return first


def paragraph(words: str, *, breaks: bool = False) -> list[Element]:
    """Return the paragraphs that somebody types: one a line, or one with line breaks."""
    made = []
    for line in [words] if breaks else words.split("\n"):
        new, run = OxmlElement("w:p"), OxmlElement("w:r")
        run.text = line
        new.append(run)
        made.append(new)
    return made


def type_into(tc: Element, words: str, *, breaks: bool = False) -> None:
    """Type over whatever stands in a cell."""
    emptied(tc)
    old = tc.find(qn("w:p"))
    new = paragraph(words, breaks=breaks)
    for each in new:
        old.addprevious(each)
    tc.remove(old)


def choose(tc: Element, words: str) -> None:
    """Choose from the list of a cell."""
    control = next(tc.iter(qn("w:sdt")))
    for mark in (qn("w:showingPlcHdr"), qn("w:rStyle")):
        for each in list(control.iter(mark)):
            each.getparent().remove(each)
    next(control.iter(qn("w:t"))).text = words


def tick(tc: Element, *, ticked: bool = True) -> None:
    """Tick the box of a cell, or take the tick away."""
    next(tc.iter(f"{W14}checked")).set(f"{W14}val", str(int(ticked)))
    next(next(tc.iter(qn("w:sdt"))).iter(qn("w:t"))).text = "☒" if ticked else "☐"


class PaperTyping(Typing):
    """Types a body's answers into its form: chooses from lists, ticks boxes, writes into cells."""

    def __init__(self, document: Any, body: Body) -> None:
        self.book, self.body = document, body
        self.at = rows_of(document)
        self.laws = [self._law(number) for number in range(1, LAWS + 1)]

    def put(self, code: str, column: str | int, value: object) -> None:
        tc = cell(self.at, code, column)
        controls = list(tc.iter(qn("w:sdt")))
        if controls and value == TICK:
            tick(tc)
        elif controls and controls[0].find(f"{qn('w:sdtPr')}/{qn('w:dropDownList')}") is not None:
            choose(tc, str(value))
        else:
            type_into(tc, value.isoformat() if isinstance(value, date) else str(value))


@dataclass(kw_only=True)
class Paper(Stated):
    """A Word form that is being damaged; what it names are the elements of the document, wherever they go."""

    document: Any
    rows: dict[str, Element] = field(default_factory=dict)
    spots: dict[Statement, list[Element]] = field(default_factory=dict)
    noted: list[Element] = field(default_factory=list)
    suffix: str = ".docx"

    @classmethod
    def of(cls, body: Body) -> "Paper":
        data, truth = filled(body)
        document = Document(BytesIO(data))
        return cls(body=body, document=document, truth=dict(truth), items=body.items, rows=rows_of(document))

    @property
    def tables(self) -> list[Element]:
        """The tables as they stand now, the first page among them."""
        return [each for each in self.document.element.body if each.tag == qn("w:tbl")]

    @property
    def sections(self) -> list[Element]:
        """The tables of questions."""
        codes = {item.id for item in self.items}
        return [
            each
            for each in self.tables
            if any(text(row.tc_lst[0]) in codes for row in each.tr_lst if row.tc_lst)
        ]

    def cell(self, code: str, column: str | int = "answer") -> Element:
        return cell(self.rows, code, column)

    def table_of(self, code: str) -> Element:
        return self.rows[code].getparent()

    def heads(self, table: Element) -> list[Element]:
        """Return the rows that stand on every page of a table."""
        return [row for row in table.tr_lst if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]

    def in_table(self, table: Element) -> list[Item]:
        """List the items whose rows stand in a table."""
        return [item for item in self.items if self.rows[item.id].getparent() is table]

    def options(self, item: Item) -> list[Element]:
        return [self.rows[option_code(item, option)] for option in item.options]

    def table_rows(self, item: Item, upto: int = 3) -> list[Element]:
        return [self.rows[table_code(item, number)] for number in range(1, upto + 1)]

    def typed(self, *kinds: AnswerType) -> list[Item]:
        """List the items with an answer in the answer cell itself, and no words or laws beside it."""
        return [item for item in self.said(*kinds) if not self.parts(item, "details", "law", "comment")]

    def worded(self) -> list[Statement]:
        """List the statements that are words with a mark, in a cell of details or comments."""
        return [
            each for each, value in self.truth.items()
            if isinstance(value, str) and "⟦" in value and each[2] in {"details", "comment"}
        ]  # fmt: skip

    def ask(self, statements: Iterable[Statement], *at: Element) -> None:
        """Statements of which only the sender can say where they belong; `at`: their cells or paragraphs."""
        for each in list(statements):
            if each in self.truth:
                self.asked[each] = self.truth.pop(each)
                self.spots[each] = list(at)

    def note(self, *at: Element) -> None:
        """Cells or paragraphs with words that are no answer, which must not go unmentioned."""
        self.noted += at

    def whole(self) -> None:
        """Say where everything stands that was named by its element."""
        where = places(self.document.element.body)
        for each, elements in self.spots.items():
            self.cells[each] = [where[element] for element in elements]
        self.notes += [where[element] for element in self.noted]

    def bytes(self) -> bytes:
        data = saved(self.document)
        for change in self.after:
            data = change(data)
        return data
