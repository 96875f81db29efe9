"""Where the writer puts each row of an issued workbook. The reader never relies on it: it goes by codes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from questionnaires.model import AnswerType, Item, Option, Questionnaire, Section
from workbooks.layout import TABLE_ROWS, asked_sections, option_code, table_code

HEADER_ROW: Final = 2
"""The header row of the questions and of the laws, from 0; title and hint stand above it."""

TABLES_TOP: Final = 2
"""The first row of the tables, from 0."""


class Line(NamedTuple):
    """A row of the questions: a heading, an item, or one option of an item. `row` counts from 0."""

    kind: Literal["instrument", "article", "about", "item", "option"]
    row: int
    questionnaire: Questionnaire
    section: Section
    item: Item | None = None
    option: Option | None = None

    @property
    def code(self) -> str:
        """The row's code; empty for a heading."""
        if self.item is None:
            return ""
        return option_code(self.item, self.option) if self.option else self.item.id


@dataclass(frozen=True, slots=True)
class Block:
    """A table on the sheet of tables: a heading row, a header row, and rows to fill, from `row` on."""

    item: Item
    row: int
    rows: int = TABLE_ROWS

    @property
    def first(self) -> int:
        return self.row + 2

    @property
    def last(self) -> int:
        return self.first + self.rows - 1

    def codes(self) -> Iterator[tuple[int, str]]:
        """Yield the row and the code of every row to fill."""
        for number in range(1, self.rows + 1):
            yield self.first + number - 1, table_code(self.item, number)


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of one workbook."""

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    items: Mapping[str, Item]
    row_of: Mapping[str, int] = field(default_factory=dict)  # row code → row of the questions, from 0
    before: Mapping[str, str] = field(default_factory=dict)  # item → the item asked just before it

    @property
    def is_form(self) -> bool:
        """Whether nothing but forms is asked."""
        return all(line.questionnaire.is_form for line in self.lines)

    @property
    def columns(self) -> int:
        """The greatest number of columns of its tables."""
        return max((len(block.item.columns) for block in self.blocks), default=0)

    def options(self, item: Item) -> tuple[int, int]:
        """Return the first and last row that an item takes up: its own and those of its options."""
        row = self.row_of[item.id]
        return row, row + (len(item.options) if item.type is AnswerType.CHOICES else 0)


def plan(
    questionnaires: Sequence[Questionnaire], items: Sequence[str], rows: Mapping[str, int] | None = None
) -> Plan:
    """Lay out the rows for `items`; in a table at least as many as `rows` says are filled in.

    Raises KeyError for an item that no questionnaire has.
    """
    sections = tuple(asked_sections(questionnaires, items))
    several = len({questionnaire.id for questionnaire, _, _ in sections}) > 1
    lines: list[Line] = []
    seen: set[str] = set()
    for questionnaire, section, chosen in sections:
        if several and questionnaire.id not in seen:
            _add(lines, "instrument", questionnaire, section)
        seen.add(questionnaire.id)
        _add(lines, "article", questionnaire, section)
        _add(lines, "about", questionnaire, section)
        for item in chosen:
            _add(lines, "item", questionnaire, section, item)
            for option in item.options if item.type is AnswerType.CHOICES else ():
                _add(lines, "option", questionnaire, section, item, option)
    asked = {line.item.id: line.item for line in lines if line.item}
    blocks: list[Block] = []
    for item in asked.values():
        if item.type is AnswerType.ROWS:
            first = blocks[-1].last + 2 if blocks else TABLES_TOP
            blocks.append(Block(item, first, max(TABLE_ROWS, (rows or {}).get(item.id, 0))))
    row_of = {line.code: line.row for line in lines if line.item}
    return Plan(tuple(lines), tuple(blocks), asked, row_of, dict(zip(list(asked)[1:], asked, strict=False)))


def _add(  # noqa: PLR0917  # the fields of a line, in its order
    lines: list[Line],
    kind: Literal["instrument", "article", "about", "item", "option"],
    questionnaire: Questionnaire,
    section: Section,
    item: Item | None = None,
    option: Option | None = None,
) -> None:
    lines.append(Line(kind, HEADER_ROW + 1 + len(lines), questionnaire, section, item, option))
