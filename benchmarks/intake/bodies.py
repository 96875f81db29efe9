"""The bodies of the benchmark, their workbooks, and what each said: every text with a mark of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from consultation.model import Consultation, FocalPoint
from languages.messages import spoken
from questionnaires.load import load_questionnaire, shipped
from questionnaires.model import AnswerType, Item, Questionnaire
from responses.model import Absence, Citation
from stakeholders.model import Attribution, Kind, Stakeholder
from workbooks.identity import Key, new_key, token
from workbooks.issue import Issuer
from workbooks.layout import (
    LAW_COLUMNS,
    QUESTION_COLUMNS,
    TICK,
    SheetId,
    label,
    law_code,
    option_code,
    sheet_name,
    table_code,
)

KEY = new_key(bytes(range(32)))
OTHER_KEY = new_key(bytes(range(1, 33)))
BODIES = 3
LAWS = 4

Statement = tuple[str, str, str]
"""One thing said: by which body, on which item, in which part (answer, details, law, comment)."""

Truth = dict[Statement, object]


@dataclass(frozen=True)
class Body:
    """A body asked, in one language; its number is in everything that it writes."""

    number: int
    language: str
    key: Key = KEY

    @property
    def id(self) -> str:
        return f"body-{self.number}"

    @property
    def invitation(self) -> str:
        return f"{0xC0FFEE00 + self.number:010x}"

    @property
    def token(self) -> str:
        return token(self.key, self.invitation)

    @property
    def items(self) -> tuple[Item, ...]:
        """What is put to it: the last body gets everything, each other one every second article."""
        sections = [section for each in questionnaires() for section in each.sections]
        chosen = (
            sections if self.number % BODIES == BODIES - 1 else sections[self.number % BODIES :: BODIES - 1]
        )
        return tuple(item for section in chosen for item in section.items)

    def sheet(self, sheet: SheetId) -> str:
        return sheet_name(self.language, sheet)

    def mark(self, number: int, part: str) -> str:
        """Return the mark of a text: found again in the file, it says who wrote it, and where."""
        return f"⟦{self.number}-{number:03d}-{part}⟧"


@cache
def questionnaires() -> tuple[Questionnaire, ...]:
    return tuple(load_questionnaire(name) for name in shipped())


def languages() -> list[str]:
    """List the languages in which both the workbook and every question are worded."""
    texts = [item.text for each in questionnaires() for item in each.items]
    return [tag for tag in spoken() if all(tag in text for text in texts)]


def consultation(language: str) -> Consultation:
    return Consultation(
        state="XA",
        name={"en": "Example State", "fr": "État d’exemple"},
        instruments=("untoc",),
        clusters=(1,),
        languages=tuple(dict.fromkeys((language, "en"))),
        deadline="2027-01-29 17:00",
        zone="Africa/Bamako",
        focal_point=FocalPoint(
            name="Aminata Keïta", office="Ministry of Justice", email="focal.point@justice.example"
        ),
    )


@cache
def issuer(language: str) -> Issuer:
    return Issuer(consultation(language), questionnaires())


@cache
def issued(body: Body) -> bytes:
    """Return the workbook that goes out to a body."""
    return workbook_of(issuer(body.language), body, tuple(item.id for item in body.items))


def workbook_of(made_by: Issuer, body: Body, items: tuple[str, ...]) -> bytes:
    return made_by.workbook(person(body), items, body.token)


def person(body: Body) -> Stakeholder:
    return Stakeholder(
        id=body.id,
        name=f"Body number {body.number}",
        kind=Kind.AUTHORITY,
        attribution=Attribution.NAMED,
        languages=(body.language,),
    )


@cache
def filled(body: Body) -> tuple[bytes, Truth]:
    """Return a body's workbook with its answers typed in, and what they say."""
    return typed(body, issued(body), body.items)


def typed(body: Body, data: bytes, items: tuple[Item, ...]) -> tuple[bytes, Truth]:
    book = openpyxl.load_workbook(BytesIO(data))
    typing = Typing(book, body)
    truth: Truth = {}
    for number, item in enumerate(items):
        for part, value in typing.say(item, number):
            truth[body.id, item.id, part] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue(), truth


class Typing:
    """Types a body's answers into its workbook: of every kind, with blanks and absences between them."""

    def __init__(self, book: openpyxl.Workbook, body: Body) -> None:
        self.book, self.body = book, body
        self.rows: dict[str, tuple[Worksheet, int]] = {}
        for sheet in book.worksheets:
            for row in range(1, sheet.max_row + 1):
                code = sheet.cell(row, 1).value
                if isinstance(code, str):
                    self.rows.setdefault(code, (sheet, row))
        self.laws = [self._law(number) for number in range(1, LAWS + 1)]

    def _law(self, number: int) -> Citation:
        law = Citation(
            title=f"Loi n° {number} sur l’entraide {self.body.mark(number, 'L')}",
            date=f"200{number}-05-1{number}",
            language=("fr", "en")[number % 2],
            link=f"https://law.example/{self.body.number}/{number}",
        )
        for column, text in zip(LAW_COLUMNS[1:], (law.title, law.date, law.language, law.link), strict=False):
            self.put(law_code(number), column, text)
        return law

    def put(self, code: str, column: str | int, value: object) -> None:
        sheet, row = self.rows[code]
        order = LAW_COLUMNS if sheet.title == self.body.sheet(SheetId.LAWS) else QUESTION_COLUMNS
        place = column + 1 if isinstance(column, int) else order.index(column) + 1
        cell = sheet.cell(row, place)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    def say(self, item: Item, number: int) -> Iterator[tuple[str, object]]:
        """Type what is said on an item, and yield it part by part."""
        if (number + self.body.number) % 7 == 5:  # a blank now and then
            return
        if (number + self.body.number) % 9 == 4:
            absent = tuple(Absence)[number % len(Absence)]
            self.put(item.id, "answer", label(self.body.language, absent))
            yield "answer", absent
        else:
            yield from self._answer(item, number)
        if item.type not in {AnswerType.TEXT, AnswerType.ROWS} and number % 3 == 0:
            yield "details", self._words(item, number, "details")
        if item.type is AnswerType.SCALE and number % 4 == 1:
            yield "law", self._cite(item, number)
        if number % 11 == 0:
            yield "comment", self._words(item, number, "comment")

    def _words(self, item: Item, number: int, column: str) -> str:
        text = _TEXTS[number % len(_TEXTS)].format(mark=self.body.mark(number, column[0]))
        self.put(item.id, column, text)
        return text

    def _answer(self, item: Item, number: int) -> Iterator[tuple[str, object]]:
        match item.type:
            case AnswerType.TEXT:
                yield "answer", self._words(item, number, "details")
            case AnswerType.LINE:
                text = f"Groupe n° {number} {self.body.mark(number, 'a')}"
                self.put(item.id, "answer", text)
                yield "answer", text
            case AnswerType.NUMBER:
                self.put(item.id, "answer", 10_000 * (self.body.number + 1) + number)
                yield "answer", Decimal(10_000 * (self.body.number + 1) + number)
            case AnswerType.DATE:
                day = date(2001 + self.body.number, 1, 1) + timedelta(days=number)
                self.put(item.id, "answer", day)
                yield "answer", day
            case AnswerType.CITATION:
                yield "law", self._cite(item, number)
            case AnswerType.CHOICES:
                ticked = item.values[number % 2 :: 2]
                for value in ticked:
                    self.put(option_code(item, item.option(value)), "answer", TICK)
                yield "answer", ticked
            case AnswerType.ROWS:
                yield "answer", self._table(item, number)
            case _:
                value = item.values[(number + self.body.number) % len(item.values)]
                self.put(item.id, "answer", label(self.body.language, value, item))
                yield "answer", value

    def _table(self, item: Item, number: int) -> object:
        rows = []
        for row in range(1, 4):
            cells = [
                (column.id, f"{column.id} {row} {self.body.mark(number, f'r{row}{place}')}")
                for place, column in enumerate(item.columns, 1)
            ]
            for place, (_, text) in enumerate(cells, 1):
                self.put(table_code(item, row), place, text)
            rows.append(tuple(cells))
        return tuple(rows)

    def _cite(self, item: Item, number: int) -> tuple[Citation, ...]:
        provision = f"art. {number + 1} {self.body.mark(number, 'l')}"
        law = self.laws[number % LAWS]
        if number % 5 == 2:
            free = f"Arrêté du 3 mai, {provision}"
            self.put(item.id, "law", free)
            return (Citation(free),)
        second = self.laws[(number + 1) % LAWS]
        self.put(item.id, "law", f"L{number % LAWS + 1} {provision}; L{(number + 1) % LAWS + 1}")
        return (replace(law, provision=provision), second)


_TEXTS = (
    "Since the reform of 2014 the courts apply it. {mark}",
    "– premier point\n– second point : « à voir »\n{mark}",
    "See the report, p. 12; 3 cases & more <2020>. {mark}",
    "L’article n’a pas encore été appliqué.\n\nUn projet existe. {mark}",
    "1) Customs 2) Police\t3) Prosecutors {mark}",
    "=SUM of all cases, as the ministry says {mark}",
    "Примечание: см. закон; 参见法律; انظر القانون {mark}",
)
