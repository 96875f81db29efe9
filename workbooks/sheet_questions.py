"""The sheet of questions: one line per item under its article, the cells to fill tinted and unlocked."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from xlsxwriter.worksheet import Worksheet

from questionnaires.model import AnswerType, Item
from workbooks.formulas import LETTER, counted, paled
from workbooks.layout import QUESTION_COLUMNS, answer_name, header, said, words
from workbooks.look import OPTION_CODE, Formats, height
from workbooks.pen import Pen
from workbooks.plan import HEADER_ROW, Line, Plan
from workbooks.prefill import Prefill
from workbooks.stencil import hole
from workbooks.wordings import CODE_WIDTH, FORM_CODE_WIDTH, QUESTION_WIDTH, Wording, Wordings, code_width

WIDTHS: Final = {
    "code": CODE_WIDTH, "question": QUESTION_WIDTH, "answer": 17, "details": 41, "law": 24, "comment": 18,
    "count": 4, "token": 4,
}  # fmt: skip
FORM_WIDTHS: Final = {
    "code": FORM_CODE_WIDTH, "question": QUESTION_WIDTH, "answer": 24, "details": 44, "law": 24,
    "comment": 22, "count": 4, "token": 4,
}  # fmt: skip
"""Widths in a form, whose codes are words and which asks for no law: its column is hidden."""

AT: Final = {column: place for place, column in enumerate(QUESTION_COLUMNS)}
LAST_SHOWN: Final = AT["comment"]
TOTAL_WIDTH: Final = sum(list(WIDTHS.values())[: LAST_SHOWN + 1])
LAST_ROW: Final = 1_048_576
"""The last row that a sheet can have; in the frame it stands for the last that is written."""

_CODE, _TOKEN = hole("code"), hole("token")
_HINT: Final = {
    AnswerType.TEXT: "choose-text",
    AnswerType.CITATION: "choose-law",
    AnswerType.ROWS: "choose-table",
    AnswerType.CHOICES: "choose-options",
    AnswerType.LINE: "choose-line",
    AnswerType.DATE: "choose-date",
    AnswerType.NUMBER: "choose-number",
}
_ANSWER_FORMAT: Final = {
    AnswerType.DATE: "date",
    AnswerType.NUMBER: "number",
    AnswerType.LINE: "typed",
}


def frame_questions(
    sheet: Worksheet, formats: Formats, language: str, *, form: bool = False, remarked: bool = False
) -> None:
    """Write what stands above the questions, and the rule that pales those that do not apply.

    `remarked`: above them it is said that some need another look.
    """
    unseen = ("count", "token", "law") if form else ("count", "token")
    for column, width in (FORM_WIDTHS if form else WIDTHS).items():
        hidden = {"hidden": True} if column in unseen else {}
        sheet.set_column(AT[column], AT[column], width, None, hidden)
    title = said(language, "questions-title", (("instruments", hole("instruments")),))
    sheet.write_string(0, 0, title, formats["sheet-title"])
    sheet.write_string(0, LAST_SHOWN, hole("code"), formats["sheet-code"])
    if remarked:
        for place in range(LAST_SHOWN + 1):
            sheet.write_blank(1, place, None, formats["look"])
        sheet.write_string(1, 0, hole("look"), formats["look"])
    else:
        sheet.write_string(1, 0, said(language, "questions-hint"), formats["hint"])
    for column in QUESTION_COLUMNS[: LAST_SHOWN + 1]:
        sheet.write_string(HEADER_ROW, AT[column], header(language, column), formats["header"])
    for row, tall in enumerate((26, 22 if remarked else 16, 22)):
        sheet.set_row(row, tall)
    _dim(sheet, formats)


def _dim(sheet: Worksheet, formats: Formats) -> None:
    """Pale the rows that do not apply: those with a code whose hidden count is an empty text."""
    row = HEADER_ROW + 2
    dead = f'${LETTER["token"]}{row}<>"",${LETTER["count"]}{row}=""'
    of_item = f'ISERROR(FIND(":",${LETTER["code"]}{row}))'  # options have no further cells
    for first, last, criteria, style in (
        ("code", "question", f"=AND({dead})", "dim"),
        ("answer", "answer", f"=AND({dead})", "dim-input"),
        ("details", "comment", f"=AND({dead},{of_item})", "dim-input"),
    ):
        rule = {"type": "formula", "criteria": criteria, "format": formats[style]}
        sheet.conditional_format(row - 1, AT[first], LAST_ROW - 1, AT[last], rule)


@dataclass(slots=True)
class Page:
    """The rows being written: what every one of them needs, and what they leave to be written elsewhere."""

    pen: Pen
    plan: Plan
    language: str
    wordings: Wordings
    lists: Mapping[str, str]  # item id, `absences` or `tick` → the range its dropdown shows
    prefill: Prefill | None = None
    offers: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    names: list[tuple[str, int]] = field(default_factory=list)  # defined name of an answer cell → its row


def write_questions(page: Page) -> None:
    """Write the rows of the whole sheet."""
    writers: dict[str, Callable[[Page, Line], None]] = {
        "instrument": _instrument, "article": _article, "about": _about, "item": _item, "option": _option,
    }  # fmt: skip
    for line in page.plan.lines:
        writers[line.kind](page, line)


def _across(page: Page, line: Line, text: str, style: str, size: float) -> None:
    page.pen.row(line.row, height(text, TOTAL_WIDTH, size) + (0 if style == "about" else 6))
    page.pen.across(text, style, LAST_SHOWN)


def _instrument(page: Page, line: Line) -> None:
    _across(page, line, words(line.questionnaire.title, page.language), "instrument", 13)


def _article(page: Page, line: Line) -> None:
    title = words(line.section.title, page.language)
    kind = "part" if line.section.is_form else "article"
    text = said(page.language, kind, (("number", str(line.section.article)), ("title", title)))
    _across(page, line, text, "article", 12)


def _about(page: Page, line: Line) -> None:
    _across(page, line, words(line.section.about, page.language), "about", 10)


def _item(page: Page, line: Line) -> None:
    item, pen = line.item, page.pen
    assert item is not None  # noqa: S101  # a line of this kind has one
    wording = page.wordings.of(item, page.plan)
    formula, shown = counted(item, page.plan, page.language)
    if page.prefill is not None:
        wording = _with_answers(page, page.prefill, item, wording)
        answered = str(int(page.prefill.answered(item)))
        shown = answered if page.prefill.applies(item, page.plan.items) else ""
    pen.row(line.row, wording.tall)
    pen.text(AT["code"], item.id, "code")
    pen.rich(AT["question"], wording.runs, wording.style)
    _fill(page, item.id, "answer", _ANSWER_FORMAT.get(item.type, "answer"))
    for column in ("details", "law", "comment"):
        _fill(page, item.id, column, "typed")
    pen.formula(AT["count"], formula, shown, "unseen")
    pen.text(AT["token"], _CODE, "unseen")
    values = "absences" if item.type in _HINT else item.id
    _answerable(page, line, values, _HINT.get(item.type, "choose"))


def _fill(page: Page, code: str, column: str, style: str) -> None:
    """Write a cell to fill, with what is entered in it already."""
    if page.prefill is None:
        page.pen.blank(AT[column], style)
    else:
        mark = "-marked" if (code, column) in page.prefill.marked else ""
        page.pen.enter(AT[column], page.prefill.cells.get((code, column)), style + mark)


def _with_answers(page: Page, prefill: Prefill, item: Item, wording: Wording) -> Wording:
    """Return the wording with its remark, in a row high enough for what is entered beside it."""
    if remark := prefill.remarks.get(item.id):
        wording = wording.marked(remark, page.language)
    widths = FORM_WIDTHS if page.plan.is_form else WIDTHS
    columns = ("answer", "details", "law", "comment")
    tall = (height(prefill.text_at(item.id, column), widths[column] - 1) for column in columns)
    return replace(wording, tall=max(wording.tall, *tall))


def _option(page: Page, line: Line) -> None:
    item, option, pen = line.item, line.option, page.pen
    assert item is not None  # noqa: S101  # a line of this kind has both
    assert option is not None  # noqa: S101
    text = words(option.label, page.language)
    least = max(18, height(line.code, code_width(item) - 1, OPTION_CODE))
    pen.row(line.row, max(least, height(text, QUESTION_WIDTH - 6)))
    pen.text(AT["code"], line.code, "option-code")
    pen.text(AT["question"], text, "option")
    _fill(page, line.code, "answer", "tick")
    formula, shown = paled(item, page.plan)
    if page.prefill is not None:
        shown = "-" if page.prefill.applies(item, page.plan.items) else ""
    pen.formula(AT["count"], formula, shown, "unseen")
    pen.text(AT["token"], _CODE, "unseen")
    _answerable(page, line, "tick", "choose-tick")


def _answerable(page: Page, line: Line, values: str, hint: str) -> None:
    """Note the answer cell of a row: its dropdown, and the defined name that finds it again."""
    page.offers[page.lists[values], hint].append(line.row)
    page.names.append((answer_name(line.code, _TOKEN), line.row))
