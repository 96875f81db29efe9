"""An applicant as the registry would have them: from the answers that fill its fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from problems import Place, Problem
from questionnaires.model import AnswerType, Item
from responses.wording import option_text
from sources.tables import Cell, Table
from stakeholders.columns import COLUMNS, REQUIRED, heading
from stakeholders.duplicates import duplicates
from stakeholders.entries import Entry, Sheet
from stakeholders.mandates import Known
from stakeholders.model import Kind, Stakeholder
from stakeholders.registry import read_bodies
from stakeholders.taking_over import in_words
from workbooks.answers import Entry as Said
from workflows.registry import Register
from workflows.workspace import Workspace

COLUMN_OF = MappingProxyType({"topics": "expertise"})
"""The columns that are called otherwise than what an answer fills."""

CODED = frozenset({"kind", "languages", "topics", "at-risk", "attribution"})
"""What is understood by the value of an option; of anything else, the label is what people read."""

ENOUGH = 4
"""From this sum of signs on, two rows are likely one body."""


@dataclass(frozen=True)
class Applicant:
    """What stands in the row, by column; the body it makes, where it can be read."""

    texts: Mapping[str, str]
    body: Stakeholder | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Likely:
    """A body that an applicant likely is; `sure`: name and address are the same."""

    body: str
    name: str
    sure: bool = field(default=False)


def applicant(
    workspace: Workspace, known: Known, said: Iterable[Said], items: Mapping[str, Item], shown: str
) -> Applicant:
    """Read an applicant as a row of the registry is read, with every problem at its cell."""
    consultation = workspace.consultation
    language = consultation.language
    cells = {column: Cell("", Place(shown)) for column in REQUIRED}
    for each in said:
        item = items[each.item]
        if item.fills:
            place = Place(shown, sheet=each.sheet, cell=each.cell)
            text = _text(item, each, known, language)
            cells[COLUMN_OF.get(item.fills, item.fills)] = Cell(text, place)
    asked = {item.fills for item in items.values()}
    if "at-risk" in asked and not (cells.get("at-risk") and cells["at-risk"].text):
        cells["at-risk"] = Cell("yes", Place(shown))  # not said, or not to be read: a person asks first
    columns = [column for column in COLUMNS if column in cells]
    headings = tuple(Cell(heading(language, column), Place(shown)) for column in columns)
    table = Table(Place(shown), (headings, tuple(cells[column] for column in columns)))
    bodies, problems = read_bodies(
        table, disclosure=consultation.disclosure, languages=consultation.languages, known=known
    )
    texts = {column: cells[column].text for column in columns if cells[column].text}
    return Applicant(texts, bodies[0] if bodies else None, tuple(problems))


def _text(item: Item, said: Said, known: Known, language: str) -> str:
    """Return an answer as a cell of the registry says it."""
    values = (said.value,) if isinstance(said.value, str) else said.value
    chosen = [each for each in values if isinstance(each, str)] if isinstance(values, tuple) else []
    if item.type not in {AnswerType.CHOICE, AnswerType.CHOICES}:
        return " ".join("; ".join(chosen).split())
    if item.fills == "kind" and chosen and chosen[0] not in set(Kind):
        return Kind.OTHER.value  # a form may offer more kinds than the registry tells apart
    coded = item.fills in CODED and (item.fills != "topics" or set(chosen) <= known.topics.keys())
    return "; ".join(chosen if coded else [option_text(item, each, language) for each in chosen])


def known_already(register: Register, record: Sequence[Stakeholder], new: Applicant) -> Likely | None:
    """Return the body that an applicant likely is: of the registry, or of the record alone."""
    if new.body is None:
        return None
    written = [entry for entry in register.entries if entry.ref in register.bodies]
    names = {entry.ref for entry in written}
    rest = [body for body in record if body.id not in names]
    others = [*written, *(_entry(-2 - number, body) for number, body in enumerate(rest))]
    own = _entry(-1, new.body)
    for pair in duplicates([*others, own]):
        if (pair.keep is own or pair.other is own) and pair.score >= ENOUGH:
            there = pair.other if pair.keep is own else pair.keep
            kinds = {sign.kind for sign in pair.signs}
            return Likely(there.ref, there.name, {"name", "email"} <= kinds)
    same = next((each for each in others if each.ref == new.body.id), None)
    return Likely(same.ref, same.name) if same else None


def _entry(row: int, body: Stakeholder) -> Entry:
    texts = {"name": body.name, "email": body.email, "telephone": body.telephone}
    return Entry(row, body.id, texts, Place())


def row_cells(sheet: Sheet, new: Applicant) -> dict[tuple[int, int], str]:
    """Return the cells of a further row of the registry, and of headings that it lacks."""
    where, cells = sheet.columns_for(list(new.texts))
    for column, text in new.texts.items():
        cells[sheet.next_row, where[column]] = in_words(sheet.language, column, text)
    return cells
