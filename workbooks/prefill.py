"""A workbook with answers in place: what stands in which cell, and what needs another look."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from questionnaires.model import SCALE, AnswerType, Condition, Item
from responses.model import Answer, Citation
from responses.validate import settles
from workbooks.citing import cite, unresolved
from workbooks.figures import read_number
from workbooks.layout import ANSWER_CELL, TICK, label, option_code, table_code

Entered = str | Decimal
"""What is entered into a cell: a text, or a number; a day is the number that spreadsheets give it."""

_DAY_ONE: Final = date(1899, 12, 30)
_FIRST: Final = date(1900, 3, 1)
"""The first day that all spreadsheet programs give the same number."""


@dataclass(slots=True)
class Prefill:
    """What is entered by row code and column (in tables: the column's id), and the remarks by item."""

    cells: dict[tuple[str, str], Entered] = field(default_factory=dict)
    laws: dict[Citation, str] = field(default_factory=dict)  # a law without its provision → its code
    rows: dict[str, int] = field(default_factory=dict)  # item → rows of its table that are filled in
    answers: dict[str, Answer] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    marked: set[tuple[str, str]] = field(default_factory=set)  # the cells that need another look
    withheld: int = 0  # answers that are kept and, to protect whoever gave them, not in place

    def texts(self) -> Iterator[str]:
        """Yield every text that is entered."""
        yield from (entered for entered in self.cells.values() if isinstance(entered, str))
        for law in self.laws:
            yield from (law.title, law.date, law.language, law.link)

    def text_at(self, code: str, column: str) -> str:
        """Return a text that is entered; empty for a number and for nothing."""
        entered = self.cells.get((code, column))
        return entered if isinstance(entered, str) else ""

    def words_at(self, code: str, column: str) -> str:
        """Return what is entered as a person types it, where no cell knows a number or a day from a text."""
        entered = self.cells.get((code, column), "")
        if isinstance(entered, str):
            return entered
        value = self.answers[code].value
        return value.isoformat() if isinstance(value, date) else in_figures(entered)

    def answered(self, item: Item) -> bool:
        """Say whether something is said on an item, as the formula of its count does."""
        answer = self.answers.get(item.id)
        if answer is None:
            return False
        written = (item.type is AnswerType.TEXT and answer.details) or (
            item.type is AnswerType.CITATION and answer.citations
        )
        return bool(answer.absent or written) or answer.value not in {None, "", ()}

    def count(self, items: Mapping[str, Item]) -> int:
        """Return how many answers are in place; what only stands beside an empty one is none."""
        return sum(settles(items[name], answer) for name, answer in self.answers.items())

    def applies(self, item: Item, asked: Mapping[str, Item]) -> bool:
        """Say whether an item applies, as the formula of its count does."""
        met = [self._met(when, asked[when.question]) for when in item.enable_when if when.question in asked]
        return not met or (all(met) if item.enable_behavior == "all" else any(met))

    def _met(self, when: Condition, other: Item) -> bool:
        if when.operator == "answered":
            return self.answered(other)
        wanted = {when.answer} if isinstance(when.answer, str) else set(when.answer)
        answer = self.answers.get(other.id)
        value = answer.value if answer and not answer.absent else None
        given = set(value) if isinstance(value, tuple) else {value}
        return self.answered(other) and not given & wanted if when.operator == "!=" else bool(given & wanted)


def prefill(
    items: Mapping[str, Item],
    answers: Sequence[Answer],
    remarks: Mapping[str, str],
    language: str,
    cells: Collection[tuple[str, str]] = (),
) -> Prefill:
    """Return what stands in the workbook that asks `items`; what is said on others is left out.

    `cells`: those that the remarks are about, by row code and column; else it is the answer of each question.
    """
    made = Prefill(remarks={name: text for name, text in remarks.items() if name in items and text})
    for name in made.remarks:
        own = {(code, column) for code, column in cells if code.partition(":")[0] == name}
        made.marked |= own or _answer_cells(items[name])
    made.answers = {answer.item: answer for answer in answers if answer.item in items}
    loose = unresolved(each for answer in made.answers.values() for each in answer.citations)
    for answer in made.answers.values():
        _enter(made, items[answer.item], answer, language, loose)
    return made


def in_figures(number: Decimal) -> str:
    """Write a number so that it has one reading: 1.2340, since 1.234 may be over a thousand or over one."""
    plain = f"{number:f}"
    return plain if read_number(plain) == number else f"{plain}0"


def _answer_cells(item: Item) -> set[tuple[str, str]]:
    """Return the cells that take the answer to a question; those of a table stand on a sheet of their own."""
    match item.type:
        case AnswerType.ROWS:
            return set()
        case AnswerType.CHOICES:
            return {(option_code(item, option), "answer") for option in item.options}
    return {(item.id, ANSWER_CELL.get(item.type, "answer"))}


def _enter(made: Prefill, item: Item, answer: Answer, language: str, loose: Collection[str]) -> None:
    details = [answer.details]
    if answer.absent:
        made.cells[item.id, "answer"] = label(language, answer.absent)
    elif answer.value is not None:
        if item.type is AnswerType.TEXT:
            details.insert(0, str(answer.value))
        else:
            _value(made, item, answer, language)
    texts = {
        "details": "\n".join(filter(None, details)),
        "law": cite(answer.citations, made.laws, loose),
        "comment": answer.comment,
    }
    made.cells |= {(item.id, column): text for column, text in texts.items() if text}


def _value(made: Prefill, item: Item, answer: Answer, language: str) -> None:
    match answer.value:
        case tuple() as rows if item.type is AnswerType.ROWS:
            _rows(made, item, rows)
        case tuple() as several:
            made.cells |= {(f"{item.id}:{value}", "answer"): TICK for value in several}
        case str() as value:
            chosen = value in (item.values if item.options else SCALE) and value in item.values
            made.cells[item.id, "answer"] = label(language, value, item) if chosen else value
        case date() as day:
            number = Decimal((day - _DAY_ONE).days)
            made.cells[item.id, "answer"] = number if day >= _FIRST else day.isoformat()
        case Decimal() as number:
            exact = number.is_finite() and Decimal(repr(float(number))) == number
            made.cells[item.id, "answer"] = number if exact else f"{number:f}"


def _rows(made: Prefill, item: Item, rows: Iterable[object]) -> None:
    table = [row for row in rows if isinstance(row, tuple)]
    for number, row in enumerate(table, 1):
        made.cells |= {(table_code(item, number), column): text for column, text in row if text}
    made.rows[item.id] = len(table)
