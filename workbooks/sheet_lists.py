"""The hidden sheet of lists: what the dropdowns of one workbook offer."""

from collections.abc import Iterable, Mapping

from questionnaires.model import AnswerType, Questionnaire
from responses.model import Absence
from workbooks.formulas import sheet_reference
from workbooks.layout import TICK, SheetId, answer_labels, label
from workbooks.pen import Pen
from workbooks.plan import Plan

Lists = Mapping[str, tuple[str, ...]]
"""What is offered: by item id, `absences`, `tick`."""


def lists(questionnaires: Iterable[Questionnaire], language: str) -> Lists:
    """List what the dropdowns can offer, for all items of some questionnaires."""
    wanted = {"absences": tuple(label(language, value) for value in Absence), "tick": (TICK,)}
    return wanted | {
        item.id: answer_labels(language, item)
        for questionnaire in questionnaires
        for item in questionnaire.items
        if item.type in {AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE}
    }


def write_lists(pen: Pen, known: Lists, plan: Plan, language: str) -> dict[str, str]:
    """Write each list of a workbook once, one below the other; return the range of every one."""
    offered = {name: known[name] for name in ("absences", "tick", *plan.items) if name in known}
    areas: dict[tuple[str, ...], str] = {}
    row = 0
    for values in dict.fromkeys(offered.values()):
        areas[values] = f"{sheet_reference(language, SheetId.LISTS)}$A${row + 1}:$A${row + len(values)}"
        for value in values:
            pen.row(row)
            pen.text(0, value, "listed")
            row += 1
    return {name: areas[values] for name, values in offered.items()}
