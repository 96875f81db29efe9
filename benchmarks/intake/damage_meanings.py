"""Meanings: placeholders, signs with two readings, laws that are not meant, options in other words."""

from datetime import date

from benchmarks.intake.book import COLUMN, Case
from benchmarks.intake.damages import damage
from questionnaires.model import AnswerType

SCALES = (AnswerType.SCALE, AnswerType.YES_NO)
TEXTS = (AnswerType.TEXT,)
LINES = (AnswerType.LINE,)


def overtyped(c: Case, part: str, kinds: tuple[AnswerType, ...], words: tuple[object, ...]) -> None:
    """Put words where an answer stood: what was said is gone, and the words must be mentioned."""
    items = [item for item in c.said(*kinds) if c.at(item, part).value is not None]
    for item, word in zip(items, words, strict=False):
        if c.parts(item, "answer") and c.at(item).value is not None and part == "details":
            continue
        cell = c.at(item, part)
        own = "answer" if item.type is AnswerType.TEXT and part == "details" else part
        c.lose(c.parts(item, own))
        cell.value = word
        if isinstance(word, str):
            cell.data_type = "s"
        c.notes.append((c.q.title, cell.coordinate))


@damage("Placeholders instead of texts: TBD, ???, same as above")
def placeholders(c: Case) -> None:
    overtyped(c, "details", TEXTS, ("TBD", "???", "same as above", "xxx", "idem"))


@damage("Placeholders instead of laws: idem, TBD, none")
def laws_as_placeholders(c: Case) -> None:
    overtyped(c, "law", SCALES, ("idem", "TBD", "None", "N/A", "-"))


@damage("Short answers of which a program made days")
def lines_as_days(c: Case) -> None:
    overtyped(c, "answer", LINES, (date(2026, 2, 6), date(2026, 10, 5)))
    c.not_by = "SheetJS ods"  # it keeps no formats: a day is a number there


@damage("Ticks and crosses in one list: ✓ for what applies, x for what does not")
def ticks_and_crosses(c: Case) -> None:
    for item in c.ticked():
        rows = c.option_rows(item)
        if all(c.q.cell(row, COLUMN["answer"]).value for row in rows):
            continue
        c.ask(c.parts(item, "answer", "details", "law", "comment"))
        for row in rows:
            cell = c.q.cell(row, COLUMN["answer"])
            cell.value = "✓" if cell.value else "x"


@damage("Options overtyped with other words, and ticked")
def options_reworded(c: Case) -> None:
    for item in c.ticked():
        for row in c.option_rows(item):
            if c.q.cell(row, COLUMN["answer"]).value:
                c.q.cell(row, COLUMN["question"]).value = "Scholarships abroad"
                c.notes.append((c.q.title, c.q.cell(row, COLUMN["answer"]).coordinate))
        c.ask([c.st(item)])


@damage("Options named in the answer cell of their question instead of being ticked")
def options_in_words(c: Case) -> None:
    for item in c.ticked():
        if c.at(item).value is not None:
            continue
        words = []
        for row in c.option_rows(item):
            cell = c.q.cell(row, COLUMN["answer"])
            if cell.value:
                words.append(str(c.q.cell(row, COLUMN["question"]).value))
                cell.value = None
        c.at(item).value = "; ".join(words)


@damage("Choices with the provision behind them, in brackets")
def choices_with_provisions(c: Case) -> None:
    for item in [item for item in c.typed(*SCALES) if c.truth[c.st(item)] in item.values][:5]:
        cell = c.at(item)
        cell.value = f"{cell.value} (art. 12)"
        c.truth[c.st(item, "details")] = "art. 12"
