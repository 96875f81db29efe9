"""How the questions of a consultation stand in their cells, each worded once for all bodies asked."""

from dataclasses import dataclass, replace

from questionnaires.model import AnswerType, Item, of_form
from workbooks.layout import Question, question, remarked
from workbooks.look import CODE, ROW_LIMIT, SMALL, TEXT, height, stacked
from workbooks.pen import Runs
from workbooks.plan import Plan

CODE_WIDTH, QUESTION_WIDTH = 16, 54
"""Widths of the columns of codes and questions, in digits."""

FORM_CODE_WIDTH = 26
"""The width of the column of codes in a form, whose codes are words."""

LONG_ANSWER = 90.0
"""The least height of a row for a long answer, in points, so that there is room to write."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The cell of a question: what is written in which font, the cell's style, the height of its row."""

    runs: Runs
    style: str
    tall: float

    def marked(self, remark: str, language: str) -> "Wording":
        """Return the cell with a remark on a line of its own beneath the question."""
        text = remarked(remark, language)
        more = height(text, QUESTION_WIDTH - (4 if self.style == "follow-up" else 2)) + 2
        return replace(
            self,
            runs=(*self.runs, ("remark", "\n" + text)),
            style=f"{self.style}-marked",
            tall=min(ROW_LIMIT, self.tall + more),
        )


class Wordings:
    """The wordings in one language, kept by item and by what of its condition stands in the workbook."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._kept: dict[tuple[object, ...], Wording] = {}

    def of(self, item: Item, plan: Plan) -> Wording:
        """Word an item as it is asked among those of a workbook."""
        before = plan.before.get(item.id, "")
        rests = tuple((when.question in plan.items, when.question == before) for when in item.enable_when)
        under = item.under in plan.items
        key = item.id, under, rests
        if key not in self._kept:
            asked = question(item, self._language, plan.items, before)
            self._kept[key] = _wording(item, asked, "follow-up" if under or asked.condition else "question")
        return self._kept[key]


def code_width(item: Item) -> int:
    """Return the width of the column in which the item's code stands."""
    return FORM_CODE_WIDTH if of_form(item.instrument) else CODE_WIDTH


def _wording(item: Item, asked: Question, style: str) -> Wording:
    runs: list[tuple[str, str]] = []
    if asked.condition:
        runs.append(("condition", asked.condition + "\n"))
    runs.append(("plain", asked.text + (" " if asked.provision else "")))
    if asked.provision:
        runs.append(("provision", asked.provision))
    if asked.guidance:
        runs.append(("guidance", "\n" + asked.guidance))
    least = LONG_ANSWER if item.type is AnswerType.TEXT else 30
    width = QUESTION_WIDTH - (4 if style == "follow-up" else 2)
    text = f"{asked.text} {asked.provision}"
    tall = stacked(((asked.condition, SMALL), (text, TEXT), (asked.guidance, SMALL)), width)
    return Wording(tuple(runs), style, max(least, tall + 2, height(item.id, code_width(item) - 1, CODE)))
