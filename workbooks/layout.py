"""The layout of a stakeholder's workbook, once, for writer and reader: sheets, columns, row codes, names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from clusters.model import Text
from languages import say
from questionnaires.model import AnswerType, Item, Option, Questionnaire, Section
from responses.model import Absence

TEXT_LIMIT: Final = 32_767
"""The longest text of a cell, in UTF-16 units, as spreadsheet programs count."""

LAWS: Final = 30
"""Rows of the sheet of laws, L1 to L30."""

TABLE_ROWS: Final = 12
"""Rows of each table for repeated rows."""

TICK: Final = "✓"
"""What the dropdown of one option among several offers."""

REMARK_END: Final = "\N{NO-BREAK SPACE}" * 2
"""Ends a remark of ours beneath a question, unseen: what stands behind it is somebody else's."""

CODE_NAME: Final = "consult_code"
"""The constant defined name that carries the workbook's code."""


class SheetId(StrEnum):
    """The sheets, in their order; each one's name is the message `sheet-<id>` of `workbook`."""

    START = "start"
    QUESTIONS = "questions"
    TABLES = "tables"
    LAWS = "laws"
    LISTS = "lists"


QUESTION_COLUMNS: Final = ("code", "question", "answer", "details", "law", "comment", "count", "token")
"""Columns of the questions, A to H; the last two are hidden."""

LAW_COLUMNS: Final = ("law-number", "law-title", "law-date", "law-language", "law-link", "token")
"""Columns of the laws, A to F; the last is hidden."""

HIDDEN: Final = frozenset({"count", "token"})

ANSWER_CELL: Final[Mapping[AnswerType, str]] = {
    AnswerType.TEXT: "details",
    AnswerType.CITATION: "law",
}
"""The column that takes the answer, where it is not `answer`."""


@cache
def sheet_name(language: str, sheet: SheetId) -> str:
    return say(language, "workbook", f"sheet-{sheet}")


@cache
def header(language: str, column: str) -> str:
    """Return what the header row says over a column; nothing over the hidden ones."""
    return "" if column in HIDDEN else say(language, "workbook", f"column-{column}")


def words(text: Text, language: str) -> str:
    """Return a text in `language`, else in English, else empty."""
    return text.get(language) or text.get("en", "")


def label(language: str, value: str, item: Item | None = None) -> str:
    """Return the printed label of an answer: an option of `item`, or one of the scale and the absences."""
    if item and item.options and value not in set(Absence):
        return words(item.option(value).label, language)
    return _printed(language, value)


@cache
def _printed(language: str, value: str) -> str:
    return say(language, "answers", value)


def answer_labels(language: str, item: Item) -> tuple[str, ...]:
    """List what the answer cell of `item` offers: its values if it takes one, and always the absences."""
    values = () if item.type is AnswerType.CHOICES else item.values
    return tuple(label(language, value, item) for value in (*values, *Absence))


def option_code(item: Item, option: Option) -> str:
    return f"{item.id}:{option.value}"


def table_code(item: Item, row: int | None = None) -> str:
    """Return the code of row `row` (from 1) of an item's table; without it, of the table's header row."""
    return f"{item.id}#{row or ''}"


def law_code(number: int) -> str:
    return f"L{number}"


@lru_cache(maxsize=8192)
def answer_name(code: str, token: str) -> str:
    """Return the defined name of an answer cell: row code and token, in the letters that names allow."""
    letters = code.replace("-", "__").replace(".", "_").replace(":", "___")
    return f"{letters}_{token}"


@dataclass(frozen=True, slots=True)
class Question:
    """The parts of a question's cell, each on a line of its own, empty where there is none."""

    condition: str
    text: str
    provision: str
    guidance: str

    @property
    def plain(self) -> str:
        head = f"{self.text} {self.provision}" if self.provision else self.text
        return "\n".join(part for part in (self.condition, head, self.guidance) if part)


def question(item: Item, language: str, asked: Mapping[str, Item], before: str) -> Question:
    """Word a question: when it applies, the text, its provision in brackets, the guidance.

    `before` is the item asked just before it; a condition on any other one names its code.
    """
    optional = said(language, "see-optional") if item.required is False else ""
    guidance = (words(item.guidance, language), elsewhere(item, language), optional)
    return Question(
        condition=condition(item, language, asked, before),
        text=words(item.text, language),
        provision=f"[{provision(item, language)}]" if item.provision else "",
        guidance="\n".join(filter(None, guidance)),
    )


def elsewhere(item: Item, language: str) -> str:
    """Say where a question is answered, if not in the cell beside it: it must be plain on paper too."""
    match item.type:
        case AnswerType.ROWS:
            return said(language, "see-tables", (("sheet", sheet_name(language, SheetId.TABLES)),))
        case AnswerType.CHOICES:
            return said(language, "see-options")
        case AnswerType.TEXT | AnswerType.CITATION:
            return said(language, "see-column", (("column", header(language, ANSWER_CELL[item.type])),))
    return ""


def provision(item: Item, language: str) -> str:
    """Name an item's provision as in `Article 5, paragraph 1(a)(i)`."""
    kind = "provision-paragraph" if item.provision[:1].isdigit() else "provision-letter"
    return said(language, kind, (("article", str(item.article)), ("label", item.provision.replace("#", ""))))


def condition(item: Item, language: str, asked: Mapping[str, Item], before: str) -> str:
    """Say in words when a follow-up applies; empty where it always does, or nothing it rests on is known."""
    clauses = []
    for when in item.enable_when:
        other = asked.get(when.question)
        if other is None:
            continue
        above = "above" if when.question == before else "elsewhere"
        values = (when.answer,) if isinstance(when.answer, str) else when.answer
        quoted = (said(language, "quoted", (("text", label(language, v, other)),)) for v in values if v)
        listed = said(language, "or").join(quoted)
        kind = {"=": "is", "in": "is", "!=": "is-not", "answered": "answered"}[when.operator]
        if kind == "is" and other.type is AnswerType.CHOICES:
            kind = "ticked"
        words_of = (("code", when.question), ("answers", listed))
        clauses.append(said(language, f"only-if-{above}-{kind}", words_of))
    joined = said(language, "and" if item.enable_behavior == "all" else "or").join(clauses)
    return said(language, "only-if", (("condition", joined),)) if joined else ""


def remarked(remark: str, language: str) -> str:
    """Return a remark as it stands beneath a question, between marks by which it is known as ours."""
    return f"{said(language, 'remark-mark')}{remark.replace(REMARK_END, ' ')}{REMARK_END}"


@lru_cache(maxsize=8192)
def said(language: str, message: str, parameters: tuple[tuple[str, str], ...] = ()) -> str:
    """Say a message of the workbook; many questions share theirs."""
    return say(language, "workbook", message, **dict(parameters))


def asked_sections(
    questionnaires: Sequence[Questionnaire], items: Sequence[str]
) -> Iterator[tuple[Questionnaire, Section, tuple[Item, ...]]]:
    """Yield the sections that hold some of `items`, in treaty order, each with its items asked.

    Raises KeyError for an item that no questionnaire has.
    """
    wanted = set(items)
    for questionnaire in questionnaires:
        for section in questionnaire.sections:
            chosen = tuple(item for item in section.items if item.id in wanted)
            wanted.difference_update(item.id for item in chosen)
            if chosen:
                yield questionnaire, section, chosen
    if wanted:
        raise KeyError(", ".join(sorted(wanted)))


def applies_always(item: Item, asked: Mapping[str, Item]) -> bool:
    """Tell whether an item applies whatever is answered, as far as the items asked can say."""
    return not any(when.question in asked for when in item.enable_when)
