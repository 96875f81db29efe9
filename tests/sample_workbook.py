"""A small questionnaire with all ten types of answer, and a consultation that asks it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell

from clusters.model import Obligation
from consultation.model import Consultation, FocalPoint
from problems import Problem
from questionnaires.model import AnswerType, Column, Condition, Item, Option, Purpose, Questionnaire, Section
from stakeholders.model import Attribution, Kind, Stakeholder
from workbooks.answers import Entry
from workbooks.child import examine
from workbooks.identity import new_key, token
from workbooks.issue import Issuer
from workbooks.layout import LAW_COLUMNS, QUESTION_COLUMNS
from workbooks.read import Reading, read

KEY = new_key(bytes(range(32)))
INVITATION = "00ff12ab9c"
TOKEN = token(KEY, INVITATION)


def both(en: str, fr: str) -> dict[str, str]:
    return {"en": en, "fr": fr}


def item(name: str, kind: AnswerType, text: dict[str, str], article: int = 5, **more: object) -> Item:
    return Item(
        id=f"untoc.{article}.{name}", instrument="untoc", article=article, type=kind, text=text, **more
    )


SCALE = item(
    "1.a.i",
    AnswerType.SCALE,
    both(
        "Is agreeing to commit a serious crime an offence?",
        "L’entente en vue d’une infraction grave est-elle punie ?",
    ),
    provision="1(a)(i)",
    obligation=Obligation.MANDATORY,
    guidance=both("Think of conspiracy & similar offences.", "Pensez à l’association de malfaiteurs."),
)
ACT = item(
    "1.a.i.act",
    AnswerType.YES_NO,
    both("Must an act in furtherance be committed?", "Un acte matériel est-il exigé ?"),
    provision="1(a)(i)",
    under=SCALE.id,
    enable_when=(Condition(question=SCALE.id, operator="in", answer=("yes", "in-part")),),
)
CHOICE = item(
    "1.b",
    AnswerType.CHOICE,
    both("Which penalty is the heaviest?", "Quelle est la peine la plus lourde ?"),
    provision="1(b)",
    options=(
        Option(value="prison", label=both("Imprisonment", "Emprisonnement")),
        Option(value="fine", label=both("Fine", "Amende")),
        Option(value="other", label=both("Another penalty", "Une autre peine")),
    ),
)
CHOICES = item(
    "assistance",
    AnswerType.CHOICES,
    both("What help do you need?", "De quelle aide avez-vous besoin ?"),
    purpose=Purpose.ASSISTANCE,
    options=(
        Option(value="legal-drafting", label=both("Help with drafting laws", "Aide à la rédaction de lois")),
        Option(value="training", label=both("Training", "Formation")),
        Option(value="equipment", label=both("Equipment", "Équipement")),
    ),
)
TEXT = item(
    "difficulties",
    AnswerType.TEXT,
    both("Which difficulties did you meet?", "Quelles difficultés ?"),
    purpose=Purpose.DIFFICULTIES,
)
LINE = item(
    "2.name",
    AnswerType.LINE,
    both("What is the offence called?", "Comment s’appelle l’infraction ?"),
    provision="2",
)
DATE = item("3.since", AnswerType.DATE, both("Since when?", "Depuis quand ?"), article=10, provision="1")
NUMBER = item(
    "4.cases",
    AnswerType.NUMBER,
    both("How many cases in 2025?", "Combien d’affaires en 2025 ?"),
    article=10,
    provision="4",
)
CITATION = item(
    "1.law",
    AnswerType.CITATION,
    both("Which law applies?", "Quelle loi s’applique ?"),
    article=10,
    provision="1",
)
ROWS = item(
    "2.authorities",
    AnswerType.ROWS,
    both("Which authorities are competent?", "Quelles autorités sont compétentes ?"),
    article=10,
    provision="2",
    columns=(
        Column(id="name", label=both("Name", "Nom")),
        Column(id="task", label=both("Task", "Mission")),
        Column(id="contact", label=both("Contact", "Contact")),
    ),
)

QUESTIONNAIRE = Questionnaire(
    id="untoc.1",
    instrument="untoc",
    cluster=1,
    version="1",
    status="draft",
    source="a test",
    title=both(
        "United Nations Convention against Transnational Organized Crime",
        "Convention des Nations Unies contre la criminalité transnationale organisée",
    ),
    cluster_title=both("Criminalization and jurisdiction", "Incrimination et compétence"),
    verified=False,
    sections=(
        Section(
            instrument="untoc",
            article=5,
            title=both(
                "Criminalization of participation in an organized criminal group",
                "Incrimination de la participation à un groupe criminel organisé",
            ),
            about=both(
                "Taking part in a criminal group is an offence of its own.",
                "Participer à un groupe criminel est une infraction en soi.",
            ),
            items=(SCALE, ACT, CHOICE, LINE, CHOICES, TEXT),
        ),
        Section(
            instrument="untoc",
            article=10,
            title=both("Liability of legal persons", "Responsabilité des personnes morales"),
            about=both(
                "Companies answer for organized crime too.",
                "Les sociétés répondent aussi de la criminalité organisée.",
            ),
            items=(CITATION, ROWS, DATE, NUMBER),
        ),
    ),
)
ITEMS = tuple(QUESTIONNAIRE.by_id)
QUESTIONNAIRES = {QUESTIONNAIRE.id: QUESTIONNAIRE}

CONSULTATION = Consultation(
    state="XA",
    name=both("Example State", "État d’exemple"),
    instruments=("untoc",),
    clusters=(1,),
    languages=("en", "fr", "ar"),
    deadline="2027-01-29 17:00",
    zone="Africa/Bamako",
    focal_point=FocalPoint(
        name="Aminata Keïta",
        office="Ministry of Justice",
        email="focal.point@justice.example",
        telephone="+999 20 22 10 10",
    ),
)


def stakeholder(
    language: str = "en", name: str = "Financial intelligence unit", **more: object
) -> Stakeholder:
    values = {"id": "fiu", "kind": Kind.AUTHORITY, "attribution": Attribution.NAMED, **more}
    return Stakeholder(name=name, languages=(language,), **values)


def issuer() -> Issuer:
    return Issuer(CONSULTATION, [QUESTIONNAIRE])


@dataclass
class Filler:
    """A workbook opened with openpyxl, as a person opens it: cells found by code and column."""

    book: openpyxl.Workbook

    @classmethod
    def of(cls, language: str = "en", items: Sequence[str] = ITEMS) -> "Filler":
        data = issuer().workbook(stakeholder(language), items, TOKEN)
        return cls(openpyxl.load_workbook(BytesIO(data)))

    def cell(self, code: str, column: str = "answer") -> Cell:
        """Return the cell of a column (or a table's column number, from 1) in the row with `code`."""
        for sheet in self.book.worksheets:
            for row in range(1, sheet.max_row + 1):
                if sheet.cell(row, 1).value == code:
                    order = LAW_COLUMNS if code.startswith("L") else QUESTION_COLUMNS
                    place = int(column) if column.isdigit() else order.index(column)
                    return sheet.cell(row, place + 1)
        raise KeyError(code)

    def put(self, code: str, value: object, column: str = "answer") -> "Filler":
        """Type a value; texts are texts, whatever they look like, as Excel keeps them in a cell for text."""
        cell = self.cell(code, column)
        if isinstance(value, str):
            cell.value = "x"
            cell._value = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", value)
            cell.data_type = "s"
        else:
            cell.value = value
        return self

    def bytes(self) -> bytes:
        out = BytesIO()
        self.book.save(out)
        return out.getvalue()

    def read(self, **more: object) -> tuple[Reading, list[Problem]]:
        return read_bytes(self.bytes(), **more)

    def entry(self, item: str) -> Entry | None:
        """Save, read, and return the entry of one item."""
        return next((entry for entry in self.read()[0].entries if entry.item == item), None)

    def said(self) -> list[tuple[str, str]]:
        """Save, read, and return the problems as (sheet!cell, code)."""
        return [(f"{p.place.sheet}!{p.place.cell}", p.code) for p in self.read()[1]]


def read_bytes(data: bytes, **more: object) -> tuple[Reading, list[Problem]]:
    contents, problems = examine(data)
    assert contents is not None, problems
    return read(contents, questionnaires=QUESTIONNAIRES, shown="a.xlsx", **more)
