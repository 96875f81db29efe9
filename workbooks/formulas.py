"""The formulas of an issued workbook: what counts as answered, and when a follow-up applies."""

from collections.abc import Callable

from questionnaires.model import AnswerType, Condition, Item
from workbooks.layout import QUESTION_COLUMNS, SheetId, applies_always, label, sheet_name
from workbooks.plan import Plan

LETTER = {column: chr(ord("A") + place) for place, column in enumerate(QUESTION_COLUMNS)}


def quoted(text: str) -> str:
    """Return a text as a constant inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def sheet_reference(language: str, sheet: SheetId) -> str:
    return "'" + sheet_name(language, sheet).replace("'", "''") + "'!"


def answered(item: Item, plan: Plan, language: str) -> str:
    """Return the formula that tells whether something is said on an item."""
    first, last = plan.options(item)
    tests = [f"COUNTA({_cell('answer', first)}:{_cell('answer', last)})>0"]
    match item.type:
        case AnswerType.TEXT:
            tests.append(f'{_cell("details", first)}<>""')
        case AnswerType.CITATION:
            tests.append(f'{_cell("law", first)}<>""')
        case AnswerType.ROWS:
            block = next(block for block in plan.blocks if block.item.id == item.id)
            last_column = chr(ord("A") + len(item.columns))
            table = f"$B${block.first + 1}:${last_column}${block.last + 1}"
            tests.append(f"COUNTA({sheet_reference(language, SheetId.TABLES)}{table})>0")
    return _any(tests)


def applies(item: Item, plan: Plan, language: str) -> str:
    """Return the formula that tells whether a follow-up applies; empty for an item that always does."""
    tests = [
        _met(when, other, plan, language)
        for when in item.enable_when
        if (other := plan.items.get(when.question)) is not None
    ]
    join: Callable[[list[str]], str] = _all if item.enable_behavior == "all" else _any
    return join(tests) if tests else ""


def counted(item: Item, plan: Plan, language: str) -> tuple[str, str]:
    """Return the formula of the hidden count, and what it shows before anybody answers.

    1 answered, 0 not yet, an empty text where not applicable.
    """
    value = f"IF({answered(item, plan, language)},1,0)"
    condition = applies(item, plan, language)
    return (f'IF({condition},{value},"")', "") if condition else (value, "0")


def paled(item: Item, plan: Plan) -> tuple[str, str]:
    """Return the same beside an option: an empty text where it does not apply, else a dash."""
    shown = "-" if applies_always(item, plan.items) else ""
    return f'IF({_cell("count", plan.row_of[item.id])}="","","-")', shown


def progress(sentence: str, plan: Plan, language: str, done: str, total: str) -> str:
    """Return the formula of the progress line: `sentence` with the marks `done` and `total` counted."""
    rows = [line.row for line in plan.lines]
    column = LETTER["count"]
    area = (
        f"{sheet_reference(language, SheetId.QUESTIONS)}${column}${min(rows) + 1}:${column}${max(rows) + 1}"
    )
    text = quoted(sentence).replace(done, f'"&SUM({area})&"').replace(total, f'"&COUNT({area})&"')
    return text.removeprefix('""&').removesuffix('&""')


def _met(when: Condition, other: Item, plan: Plan, language: str) -> str:
    if when.operator == "answered":
        return answered(other, plan, language)
    wanted = (when.answer,) if isinstance(when.answer, str) else when.answer
    if other.type is AnswerType.CHOICES:
        ticked = [f'{_cell("answer", plan.row_of[f"{other.id}:{value}"])}<>""' for value in wanted]
        chosen = _any(ticked)
    else:
        cell = _cell("answer", plan.row_of[other.id])
        chosen = _any([f"{cell}={quoted(label(language, value, other))}" for value in wanted])
    if when.operator == "!=":
        return _all([answered(other, plan, language), f"NOT({chosen})"])
    return chosen


def _cell(column: str, row: int) -> str:
    return f"${LETTER[column]}${row + 1}"


def _any(tests: list[str]) -> str:
    return tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"


def _all(tests: list[str]) -> str:
    return tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"
