"""The sheet of questions: one line per item under its article, the cells to fill tinted and unlocked."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from languages import say
from questionnaires.model import AnswerType, Item
from workbooks.formulas import LETTER, applies, counted, paled
from workbooks.layout import (
    QUESTION_COLUMNS,
    Question,
    SheetId,
    answer_name,
    header,
    question,
    sheet_name,
    words,
)
from workbooks.look import Formats, height, stacked
from workbooks.plan import HEADER_ROW, Line, Plan
from workbooks.stencil import hole

WIDTHS: Final = {
    "code": 14, "question": 54, "answer": 17, "details": 46, "law": 26, "comment": 24, "count": 4, "token": 4,
}  # fmt: skip
AT: Final = {column: place for place, column in enumerate(QUESTION_COLUMNS)}
LAST_SHOWN: Final = AT["comment"]
LAST_LINES: Final = 90.0
"""The least height of a row for a long answer, in points, so that there is room to write."""

_HINT: Final = {
    AnswerType.TEXT: "choose-text",
    AnswerType.CITATION: "choose-law",
    AnswerType.ROWS: "choose-table",
    AnswerType.CHOICES: "choose-options",
    AnswerType.LINE: "choose-line",
    AnswerType.DATE: "choose-date",
    AnswerType.NUMBER: "choose-number",
}
_STRICT: Final = frozenset({AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE})
_ANSWER_FORMAT: Final = {
    AnswerType.DATE: "date",
    AnswerType.NUMBER: "number",
    AnswerType.LINE: "typed",
}


@dataclass(slots=True)
class Page:
    """A sheet being written, with what every part of it needs."""

    book: Workbook
    sheet: Worksheet
    formats: Formats
    plan: Plan
    language: str
    lists: Mapping[str, str]  # item id, `absences` or `tick` → the range its dropdown shows
    cells: dict[tuple[str, str], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )  # (range, hint)

    counts: dict[int, tuple[str, str]] = field(default_factory=dict)  # row from 1 → formula and first result

    def say(self, message: str, **parameters: object) -> str:
        return say(self.language, "workbook", message, **parameters)

    def put(self, row: int, column: str, text: str, style: str) -> None:
        """Write a text as a text, whatever it looks like."""
        self.sheet.write_string(row, AT[column], text, self.formats[style])


def write_questions(page: Page) -> None:
    """Write the whole sheet."""
    _frame(page)
    writers: dict[str, Callable[[Page, Line], None]] = {
        "instrument": _instrument, "article": _article, "about": _about, "item": _item, "option": _option,
    }  # fmt: skip
    for line in page.plan.lines:
        writers[line.kind](page, line)
    _dropdowns(page)
    _dim(page)


def _frame(page: Page) -> None:
    sheet = page.sheet
    for column, width in WIDTHS.items():
        hidden = {"hidden": True} if column in ("count", "token") else {}
        sheet.set_column(AT[column], AT[column], width, None, hidden)
    page.put(0, "code", page.say("questions-title", instruments=hole("instruments")), "sheet-title")
    page.put(0, "comment", hole("code"), "sheet-code")
    page.put(1, "code", page.say("questions-hint"), "hint")
    for column in QUESTION_COLUMNS[: LAST_SHOWN + 1]:
        page.put(HEADER_ROW, column, header(page.language, column), "header")
    sheet.set_row(0, 26)
    sheet.set_row(1, 16)
    sheet.set_row(HEADER_ROW, 22)


def _across(page: Page, line: Line, text: str, style: str, size: float) -> None:
    page.sheet.merge_range(line.row, 0, line.row, LAST_SHOWN, "", page.formats[style])
    page.sheet.write_string(line.row, 0, text, page.formats[style])
    width = sum(list(WIDTHS.values())[: LAST_SHOWN + 1])
    page.sheet.set_row(line.row, height(text, width, size) + (0 if style == "about" else 6))


def _instrument(page: Page, line: Line) -> None:
    _across(page, line, words(line.questionnaire.title, page.language), "instrument", 13)


def _article(page: Page, line: Line) -> None:
    title = words(line.section.title, page.language)
    text = page.say("article", number=str(line.section.article), title=title)
    _across(page, line, text, "article", 12)


def _about(page: Page, line: Line) -> None:
    _across(page, line, words(line.section.about, page.language), "about", 10)


def _item(page: Page, line: Line) -> None:
    item = line.item
    assert item is not None  # noqa: S101  # a line of this kind has one
    asked = question(item, page.language, page.plan.items)
    style = "follow-up" if item.under in page.plan.items else "question"
    _question(page, line.row, asked, style)
    page.put(line.row, "code", item.id, "code")
    answer = _ANSWER_FORMAT.get(item.type, "answer")
    page.sheet.write_blank(line.row, AT["answer"], None, page.formats[answer])
    for column in ("details", "law", "comment"):
        page.sheet.write_blank(line.row, AT[column], None, page.formats["typed"])
    page.counts[line.row + 1] = counted(item, page.plan, page.language), _starts(page, item)
    page.put(line.row, "token", hole("code"), "code")
    least = LAST_LINES if item.type is AnswerType.TEXT else 30
    width = WIDTHS["question"] - (3 if style == "follow-up" else 1)
    page.sheet.set_row(line.row, max(least, _tall(asked, width), height(item.id, WIDTHS["code"], 7)))
    _name(page, line)
    values = "absences" if item.type in (AnswerType.CHOICES, *_HINT) else item.id
    _offer(page, line.row, values, _HINT.get(item.type, "choose"))


def _tall(asked: Question, width: float) -> float:
    text = f"{asked.text} {asked.provision}"
    return stacked(((asked.condition, 8), (text, 10), (asked.guidance, 8)), width)


def _starts(page: Page, item: Item) -> str:
    """Return what the count of an item shows while nothing is filled in."""
    return "" if applies(item, page.plan, page.language) else "0"


def _question(page: Page, row: int, asked: Question, style: str) -> None:
    """Write a question as a rich text: condition, the question itself, provision, guidance."""
    parts: list[tuple[str, str]] = []
    if asked.condition:
        parts.append(("condition", asked.condition + "\n"))
    parts.append(("plain", asked.text + (" " if asked.provision else "")))
    if asked.provision:
        parts.append(("provision", asked.provision))
    if asked.guidance:
        parts.append(("guidance", "\n" + asked.guidance))
    if len(parts) == 1:
        page.put(row, "question", asked.text, style)
        return
    flat: list[Any] = [value for font, text in parts for value in (page.formats[font], text)]
    page.sheet.write_rich_string(row, AT["question"], *flat, page.formats[style])


def _option(page: Page, line: Line) -> None:
    item, option = line.item, line.option
    assert item is not None  # noqa: S101  # a line of this kind has both
    assert option is not None  # noqa: S101
    text = words(option.label, page.language)
    page.put(line.row, "code", line.code, "option-code")
    page.put(line.row, "question", text, "option")
    page.sheet.write_blank(line.row, AT["answer"], None, page.formats["tick"])
    page.counts[line.row + 1] = paled(item, page.plan), "-" if _starts(page, item) else ""
    page.put(line.row, "token", hole("code"), "code")
    tall = max(height(text, WIDTHS["question"] - 6), height(line.code, WIDTHS["code"], 6))
    page.sheet.set_row(line.row, tall)
    _name(page, line)
    _offer(page, line.row, "tick", "choose-tick")


def _name(page: Page, line: Line) -> None:
    sheet = "'" + sheet_name(page.language, SheetId.QUESTIONS).replace("'", "''") + "'"
    cell = xl_rowcol_to_cell(line.row, AT["answer"], row_abs=True, col_abs=True)
    page.book.define_name(answer_name(line.code, hole("token")), f"={sheet}!{cell}")


def _dim(page: Page) -> None:
    """Pale the rows that do not apply: those with a code whose hidden count is an empty text."""
    first, last = page.plan.lines[0].row, page.plan.lines[-1].row
    row = first + 1
    dead = f'${LETTER["token"]}{row}<>"",${LETTER["count"]}{row}=""'
    of_item = f'ISERROR(FIND(":",${LETTER["code"]}{row}))'  # options have no further cells
    for columns, criteria, style in (
        (("code", "question"), f"=AND({dead})", "dim"),
        (("answer", "answer"), f"=AND({dead})", "dim-input"),
        (("details", "comment"), f"=AND({dead},{of_item})", "dim-input"),
    ):
        rule = {"type": "formula", "criteria": criteria, "format": page.formats[style]}
        page.sheet.conditional_format(first, AT[columns[0]], last, AT[columns[1]], rule)


def _offer(page: Page, row: int, values: str, hint: str) -> None:
    page.cells[(page.lists[values], hint)].append(xl_rowcol_to_cell(row, AT["answer"]))


def _dropdowns(page: Page) -> None:
    """Attach one dropdown per list, each over all of its cells; a warning at most, never a wall."""
    for (area, hint), cells in page.cells.items():
        strict = hint in ("choose", "choose-tick")
        page.sheet.data_validation(
            cells[0],
            {
                "validate": "list",
                "source": area,
                "multi_range": " ".join(cells),
                "input_title": page.say("choose-title"),
                "input_message": page.say(hint),
                "error_title": page.say("refused-title"),
                "error_message": page.say("refused"),
                "error_type": "warning",
                "show_error": strict,
            },
        )
