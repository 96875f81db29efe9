"""The first sheet: who asks whom, what for, who will see it, until when, whom to ask, how to fill it in."""

from collections.abc import Mapping, Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from languages import say
from questionnaires.model import Item
from workbooks.formulas import progress
from workbooks.layout import SheetId, applies_always, header, said, sheet_name
from workbooks.look import Formats, height
from workbooks.plan import Plan
from workbooks.prefill import Prefill
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
    "notice": 306.75,
}
"""Heights that stand for holes: of rows whose text is known only when a workbook is issued."""

NAMED: Final = 10
"""So many questions that need another look are named on the first sheet."""


def write_start(
    sheet: Worksheet, formats: Formats, language: str, notes: Sequence[str], *, marked: bool = False
) -> None:
    """Write the sheet, with some `notes`; words that depend on the items or the stakeholder are holes.

    `marked`: with a notice of what is in place already and what needs another look.
    """
    sheet.set_column(0, 0, 3)
    sheet.set_column(1, 1, LABEL_WIDTH)
    sheet.set_column(2, 2, TEXT_WIDTH)
    sheet.hide_gridlines(2)
    row = _heading(sheet, formats)
    if marked:
        row += 2
        sheet.merge_range(row - 1, 1, row - 1, 2, "", formats["notice"])
        sheet.write_string(row - 1, 1, hole("notice"), formats["notice"])
        sheet.set_row(row - 1, TALL["notice"])
        sheet.set_row(row, 8)
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


def counts(plan: Plan, language: str, prefill: Prefill | None = None) -> dict[str, str]:
    """Fill the holes of the progress line: its formula, and what it shows before anybody answers further."""
    items = plan.items.values()
    total, done = sum(applies_always(item, plan.items) for item in items), 0
    follow_ups = len(plan.items) - total
    if prefill is not None:
        applying = [item for item in items if prefill.applies(item, plan.items)]
        total, done = len(applying), sum(map(prefill.answered, applying))
    sentence = say(language, "workbook", "start-progress", done="{done}", total="{total}")
    return {
        "formula": progress(sentence, plan, language, "{done}", "{total}"),
        "progress": say(language, "workbook", "start-progress", done=str(done), total=str(total)),
        "counting": _counting(len(plan.items), follow_ups, language),
    }


def notice(prefill: Prefill, items: Mapping[str, Item], language: str) -> str:
    """Say how many answers are in place, how many are kept elsewhere, which questions need another look."""
    names = list(prefill.remarks)
    named = " · ".join(names[:NAMED]) + (" · …" if len(names) > NAMED else "")
    sheet = sheet_name(language, SheetId.QUESTIONS)
    told = {
        "start-filled": prefill.count(items),
        "start-withheld": prefill.withheld,
        "start-remarks": len(names),
    }
    return "\n".join(
        say(language, "workbook", message, count=count, names=named, sheet=sheet)
        for message, count in told.items()
        if count
    )


def look(prefill: Prefill, language: str) -> str:
    """Say above the questions how many of them need another look, and how they are marked."""
    return say(language, "workbook", "questions-look", count=len(prefill.remarks))


def _counting(asked: int, follow_ups: int, language: str) -> str:
    """Say what the progress line counts where that is not every question: the total may grow."""
    if not follow_ups:
        return ""
    return say(language, "workbook", "start-progress-note", asked=asked, followups=follow_ups)


def notes(plan: Plan) -> list[str]:
    """Name the messages that say what is not yet official about the questions."""
    questionnaires = {line.questionnaire.id: line.questionnaire for line in plan.lines}.values()
    drafts = {questionnaire.is_form for questionnaire in questionnaires if questionnaire.status == "draft"}
    found = [
        message for form, message in ((False, "start-draft"), (True, "start-form-draft")) if form in drafts
    ]
    if not all(questionnaire.verified for questionnaire in questionnaires):
        found.append("start-unverified")
    return found


def fill_text(language: str, email: str, *, form: bool = False) -> str:
    """Word how to fill the workbook in, in five lines; a form has no sheet of laws, and four."""
    return say(
        language,
        "workbook",
        "start-form-fill" if form else "start-fill",
        questions=sheet_name(language, SheetId.QUESTIONS),
        laws=sheet_name(language, SheetId.LAWS),
        answer=header(language, "answer"),
        details=header(language, "details"),
        email=email,
    )
