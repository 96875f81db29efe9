"""The first sheet: who asks whom, what for, who will see it, until when, whom to ask, how to fill it in."""

from typing import Final

from xlsxwriter.worksheet import Worksheet

from languages import say
from workbooks.formulas import progress
from workbooks.layout import SheetId, applies_always, header, sheet_name
from workbooks.look import Formats, height
from workbooks.plan import Plan
from workbooks.stencil import hole

LABEL_WIDTH: Final = 24
TEXT_WIDTH: Final = 92
TALL: Final = {
    "title": 300.75,
    "who": 301.5,
    "purpose": 302.25,
    "seen": 303,
    "ask": 303.75,
    "fill": 304.5,
    "subject": 305.25,
}
"""Heights that stand for holes: of rows whose text is known only when a workbook is issued."""


def write_start(sheet: Worksheet, formats: Formats, plan: Plan, language: str) -> None:
    """Write the sheet; words that depend on the consultation or the stakeholder are holes."""
    sheet.set_column(0, 0, 3)
    sheet.set_column(1, 1, LABEL_WIDTH)
    sheet.set_column(2, 2, TEXT_WIDTH)
    sheet.hide_gridlines(2)
    row = _heading(sheet, formats)
    for name in ("purpose", "seen", "deadline", "ask", "fill"):
        row += 1
        sheet.write_string(row, 1, say(language, "workbook", f"start-{name}-label"), formats["label"])
        sheet.write_string(row, 2, hole(name), formats["strong" if name == "deadline" else "body"])
        sheet.set_row(row, TALL.get(name, 20))
    row = _progress(sheet, formats, plan, language, row + 2)
    sheet.write_string(row, 1, say(language, "workbook", "start-code-label"), formats["label"])
    sheet.write_string(row, 2, hole("code"), formats["token"])
    sheet.set_row(row, 18)
    for text in (say(language, "workbook", "start-code-note"), say(language, "workbook", "start-safe")):
        row += 1
        sheet.write_string(row, 2, text, formats["note"])
        sheet.set_row(row, height(text, TEXT_WIDTH, 9))
    for text in _honest(plan, language):
        row += 1
        sheet.write_string(row, 2, text, formats["note"])
        sheet.set_row(row, height(text, TEXT_WIDTH, 9))


def _heading(sheet: Worksheet, formats: Formats) -> int:
    for row, (name, style) in enumerate((("title", "title"), ("subject", "subtitle"), ("who", "lead")), 1):
        sheet.merge_range(row, 1, row, 2, "", formats[style])
        sheet.write_string(row, 1, hole(name), formats[style])
        sheet.set_row(row, TALL[name])
    return 3


def _progress(sheet: Worksheet, formats: Formats, plan: Plan, language: str, row: int) -> int:
    total = sum(applies_always(item, plan.items) for item in plan.items.values())
    sentence = say(language, "workbook", "start-progress", done="{done}", total="{total}")
    formula = progress(sentence, plan, language, "{done}", "{total}")
    seen = say(language, "workbook", "start-progress", done="0", total=str(total))
    sheet.write_string(row, 1, say(language, "workbook", "start-progress-label"), formats["label"])
    sheet.write_formula(row, 2, formula, formats["progress"], seen)
    sheet.set_row(row, 26)
    return row + 2


def _honest(plan: Plan, language: str) -> list[str]:
    """Say what is not yet official about the questions."""
    questionnaires = {line.questionnaire.id: line.questionnaire for line in plan.lines}.values()
    notes = []
    if any(questionnaire.status == "draft" for questionnaire in questionnaires):
        notes.append(say(language, "workbook", "start-draft"))
    if not all(questionnaire.verified for questionnaire in questionnaires):
        notes.append(say(language, "workbook", "start-unverified"))
    return notes


def fill_text(language: str, email: str) -> str:
    """Word how to fill the workbook in, in five lines."""
    return say(
        language,
        "workbook",
        "start-fill",
        questions=sheet_name(language, SheetId.QUESTIONS),
        laws=sheet_name(language, SheetId.LAWS),
        answer=header(language, "answer"),
        details=header(language, "details"),
        email=email,
    )
