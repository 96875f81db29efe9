"""Others' answers: of other bodies, of another consultation, to other questions."""

from dataclasses import replace
from io import BytesIO

import openpyxl

from benchmarks.intake.bodies import (
    BODIES,
    OTHER_KEY,
    Body,
    consultation,
    filled,
    issuer,
    questionnaires,
    typed,
    workbook_of,
)
from benchmarks.intake.book import COLUMN, Case, copied
from benchmarks.intake.damages import damage
from questionnaires.model import AnswerType
from workbooks.issue import Issuer


def other(c: Case) -> Body:
    """Return another body; the workbook of the last one has every question of this one's."""
    number = BODIES - 1 if c.body.number != BODIES - 1 else 0
    return replace(c.body, number=number)


@damage("Rows of another body's workbook pasted into this one, with their hidden codes")
def rows_of_another(c: Case) -> None:
    """They stay the other body's: under its own invitation they may count, under this one never."""
    guest = Case.of(other(c))
    shared = [item for item in c.typed(AnswerType.SCALE) if item in guest.typed(AnswerType.SCALE)][:5]
    for item in shared:
        row, theirs = c.row(item.id), guest.row(item.id)
        c.lose(c.parts(item))
        for column in range(1, 9):
            value = guest.q.cell(theirs, column)
            c.q.cell(row, column).value = 1 if value.data_type == "f" else value.value
        for each in guest.parts(item):
            c.asked[each] = guest.truth[each]
            c.cells[each] = [(c.q.title, c.q.cell(row, COLUMN["answer"]).coordinate)]


@damage("Another body's sheets moved into this book")
def sheets_of_another(c: Case) -> None:
    guest = Case.of(other(c))
    for sheet in (guest.q, guest.t, guest.l):
        copied(sheet, c.book, f"{sheet.title} (2)")
    c.truth |= guest.truth


@damage("Another body's sheet of questions moved into this book")
def questions_of_another(c: Case) -> None:
    """References to laws lead to the list of whoever made them, which is not there."""
    guest = Case.of(other(c))
    copied(guest.q, c.book, "Autre service")
    tables = set(guest.of_tables())
    for each, value in guest.truth.items():
        if each in tables:
            continue
        if each[2] == "law" and str(guest.at(_item(guest, each[1]), "law").value).startswith("L"):
            cell = guest.at(_item(guest, each[1]), "law").value
            c.truth[each] = _as_written(cell)
        else:
            c.truth[each] = value


def _item(c: Case, name: str):
    return next(item for item in c.items if item.id == name)


def _as_written(cell: str) -> object:
    from responses.model import Citation  # noqa: PLC0415

    return tuple(Citation(part.strip()) for part in cell.split(";"))


@damage("The code on the cover overtyped with another body's")
def cover_of_another(c: Case) -> None:
    """One file, two invitations; the rows say whose they are."""
    for values in c.s.iter_rows():
        for cell in values:
            if cell.value == c.body.token:
                cell.value = other(c).token


@damage("A workbook of another consultation")
def another_consultation(c: Case) -> None:
    body = replace(c.body, key=OTHER_KEY)
    data, _ = filled(body)
    c.book, c.fresh = openpyxl.load_workbook(BytesIO(data)), True
    c.truth.clear()


@damage("Rows of a workbook of another consultation pasted into this one, with their hidden codes")
def rows_of_another_consultation(c: Case) -> None:
    guest = Case.of(replace(other(c), key=OTHER_KEY))
    shared = [item for item in c.typed(AnswerType.SCALE) if item in guest.typed(AnswerType.SCALE)][:5]
    for item in shared:
        row, theirs = c.row(item.id), guest.row(item.id)
        c.lose(c.parts(item))
        for column in range(1, 9):
            value = guest.q.cell(theirs, column)
            c.q.cell(row, column).value = 1 if value.data_type == "f" else value.value


@damage("An empty workbook, as it was sent")
def empty(c: Case) -> None:
    data = workbook_of(issuer(c.body.language), c.body, tuple(item.id for item in c.items))
    c.book = openpyxl.load_workbook(BytesIO(data))
    c.truth.clear()


def _older(c: Case, change) -> None:
    """Put in the body's place what it would have sent on an older edition of the questionnaire.

    `change` returns an item as it was in the older edition.
    """
    edition, old = [], {}
    for each in questionnaires():
        sections = []
        for section in each.sections:
            items = tuple(change(item) for item in section.items)
            old |= {new.id: item.id for new, item in zip(items, section.items, strict=True)}
            sections.append(
                type(section).model_validate(section.model_dump(by_alias=True) | {"items": items})
            )
        words = each.model_dump(by_alias=True, exclude={"sections"})  # a copy would keep what it computed
        edition.append(type(each).model_validate(words | {"sections": sections}))
    made_by = Issuer(consultation(c.body.language), edition)
    wanted = {item.id for item in c.items}
    items = tuple(
        item
        for each in edition
        for section in each.sections
        for item in section.items
        if old[item.id] in wanted
    )
    data, truth = typed(c.body, workbook_of(made_by, c.body, tuple(i.id for i in items)), items)
    c.book = openpyxl.load_workbook(BytesIO(data))
    c.truth = {(body, old[name], part): value for (body, name, part), value in truth.items()}


CHANGED = 6
"""Every so many-th question was otherwise in the older edition."""


def _nth(item) -> bool:
    return sum(map(ord, item.id)) % CHANGED == 0 and item.type in {
        AnswerType.SCALE, AnswerType.YES_NO, AnswerType.TEXT, AnswerType.NUMBER
    }  # fmt: skip


@damage("An older edition, in which some questions had other words")
def older_words(c: Case) -> None:
    _older(
        c,
        lambda item: (
            item.model_copy(
                update={
                    "text": {tag: f"In the older edition: {text[::-1]}" for tag, text in item.text.items()}
                }
            )
            if _nth(item)
            else item
        ),
    )


@damage("An older edition, in which some questions had other codes and the same words")
def older_codes(c: Case) -> None:
    """Questions whose words another one shares can be told only by their article and their neighbours."""
    _older(c, lambda item: item.model_copy(update={"id": f"{item.id}.old"}) if _nth(item) else item)


@damage("An older edition with questions that are not asked any more")
def older_questions(c: Case) -> None:
    changed = []

    def change(item):
        if not _nth(item):
            return item
        changed.append(item.id)
        text = dict.fromkeys(item.text, f"Question {item.id} of the older edition?")
        return item.model_copy(update={"id": f"{item.id}.gone", "text": text})

    _older(c, change)
    gone = set(changed)
    for each in [each for each in c.truth if each[1] in gone]:
        item = _item(c, each[1])
        row = c.row(f"{item.id}.gone")
        column = "details" if item.type is AnswerType.TEXT and each[2] == "answer" else each[2]
        if item.type is AnswerType.TEXT and c.q.cell(row, COLUMN["answer"]).value:
            column = "answer" if each[2] == "answer" else each[2]
        c.ask([each], (c.q, row, COLUMN[column]))
