"""The first sheet: who asks whom, what for, who will see it, until when, whom to ask, how to fill it in."""

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from languages import say
from workbooks.formulas import progress
from workbooks.layout import SheetId, applies_always, header, said, sheet_name
from workbooks.look import Formats, height
from workbooks.plan import Plan
from workbooks.stencil import hole

LABEL_WIDTH: Final = 22
TEXT_WIDTH: Final = 84
TALL: Final = {
    "title": 300.75,
    "who": 301.5,
    "purpose": 302.25,
    "seen": 303,
    "ask": 303.75,
    "fill": 304.5,
    "subject": 305.25,
    "counting": 306,
}
"""Heights that stand for holes: of rows whose text is known only when a workbook is issued."""


def write_start(sheet: Worksheet, formats: Formats, language: str, notes: Sequence[str]) -> None:
    """Write the sheet, with some `notes`; words that depend on the items or the stakeholder are holes."""
    sheet.set_column(0, 0, 3)
    sheet.set_column(1, 1, LABEL_WIDTH)
    sheet.set_column(2, 2, TEXT_WIDTH)
    sheet.hide_gridlines(2)
    row = _heading(sheet, formats)
    for name in ("purpose", "seen", "deadline", "ask", "fill"):
        row += 1
        sheet.write_string(row, 1, said(language, f"start-{name}-label"), formats["label"])
        sheet.write_string(row, 2, hole(name), formats["strong" if name == "deadline" else "body"])
        sheet.set_row(row, TALL.get(name, 20))
    row = _progress(sheet, formats, language, row + 2)
    sheet.write_string(row, 1, said(language, "start-code-label"), formats["label"])
    sheet.write_string(row, 2, hole("code"), formats["token"])
    sheet.set_row(row, 18)
    for note in ("start-code-note", "start-safe", *notes):
        row += 1
        text = said(language, note)
        sheet.write_string(row, 2, text, formats["note"])
        sheet.set_row(row, height(text, TEXT_WIDTH, 9))


def _heading(sheet: Worksheet, formats: Formats) -> int:
    for row, (name, style) in enumerate((("title", "title"), ("subject", "subtitle"), ("who", "lead")), 1):
        sheet.merge_range(row, 1, row, 2, "", formats[style])
        sheet.write_string(row, 1, hole(name), formats[style])
        sheet.set_row(row, TALL[name])
    return 3


def _progress(sheet: Worksheet, formats: Formats, language: str, row: int) -> int:
    sheet.write_string(row, 1, said(language, "start-progress-label"), formats["label"])
    sheet.write_formula(row, 2, f"={hole('formula')}", formats["progress"], hole("progress"))
    sheet.set_row(row, 26)
    sheet.write_string(row + 1, 2, hole("counting"), formats["note"])
    sheet.set_row(row + 1, TALL["counting"])
    return row + 2


def counts(plan: Plan, language: str) -> dict[str, str]:
    """Fill the holes of the progress line: its formula, and what it shows before anybody answers."""
    total = sum(applies_always(item, plan.items) for item in plan.items.values())
    sentence = say(language, "workbook", "start-progress", done="{done}", total="{total}")
    return {
        "formula": progress(sentence, plan, language, "{done}", "{total}"),
        "progress": say(language, "workbook", "start-progress", done="0", total=str(total)),
        "counting": _counting(len(plan.items), len(plan.items) - total, language),
    }


def _counting(asked: int, follow_ups: int, language: str) -> str:
    """Say what the progress line counts where that is not every question: the total may grow."""
    if not follow_ups:
        return ""
    return say(language, "workbook", "start-progress-note", asked=asked, followups=follow_ups)


def notes(plan: Plan) -> list[str]:
    """Name the messages that say what is not yet official about the questions."""
    questionnaires = {line.questionnaire.id: line.questionnaire for line in plan.lines}.values()
    found = []
    if any(questionnaire.status == "draft" for questionnaire in questionnaires):
        found.append("start-draft")
    if not all(questionnaire.verified for questionnaire in questionnaires):
        found.append("start-unverified")
    return found


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
