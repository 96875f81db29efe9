"""The sheet on which the coordinator decides: per question its positions, and the tinted decision row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from languages import day, say
from questionnaires.model import Item
from responses.gather import texts_of
from responses.model import Answer, Decision, Divergence
from responses.reconcile import short_code
from responses.wording import absence_text, citation_text, value_text, words
from workbooks.decision_layout import (
    DECIDED_BY,
    LISTED,
    MARKS,
    OPEN,
    column,
    offered,
    visible,
)
from workbooks.decision_sheets import Making, quoted
from workbooks.layout import provision
from workbooks.look import height

Entry = tuple[Item, Divergence]

WIDTHS: Final = (12, 12, 26, 21, 54, 36, 25)
WHO, LAST = column("who"), column("decided-by")
HEADERS: Final = ("header-who", "header-answer", "header-said", "header-law", "header-comment")
TITLE_ROW, DECIDED_BY_ROW, HEADER_ROW, FIRST_ROW = 1, 2, 3, 4
DECISION_HEIGHT: Final = 46.0


def write_decisions(making: Making, sheet: Worksheet, entries: Sequence[Entry]) -> str:
    """Write a block per divergence; return the formula that counts those decided."""
    _set_up(making, sheet)
    row, article = FIRST_ROW, ""
    for item, divergence in entries:
        if item.article_key != article:
            article = item.article_key
            row = _article(making, sheet, row, item)
        row = _question(making, sheet, row, item, divergence)
        for line in _lines(making, item, divergence):
            row = _line(making, sheet, row, line, "said")
        if decision := making.earlier.get(item.id):
            row = _line(making, sheet, row, _outrun(making, item, decision), "past")
        row = _decision(making, sheet, row, item, divergence)
    sheet.print_area(TITLE_ROW, WHO, max(row - 1, FIRST_ROW), LAST)
    return _progress(making, row, len(entries))


def _progress(making: Making, last: int, count: int) -> str:
    name = quoted(making.word("sheet-decisions"))
    codes, chosen = (f"{name}!${letter}${FIRST_ROW + 1}:${letter}${last}" for letter in "BD")
    keep_open = making.word(OPEN).replace('"', '""')
    decided = f'SUMPRODUCT(--({codes}<>""),--({chosen}<>""),--({chosen}<>"{keep_open}"))'
    return f'={decided}&" {making.word("progress-of")} {count}"'


def _set_up(making: Making, sheet: Worksheet) -> None:
    formats, say_it = making.formats, making.word
    for index, width in enumerate(WIDTHS):
        sheet.set_column(index, index, width, None, {"hidden": index < WHO})
    for index, mark in enumerate(MARKS):
        sheet.write_string(0, index, mark, formats["hidden"])
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.set_row(TITLE_ROW, 28)
    sheet.write_string(TITLE_ROW, WHO, say_it("title"), formats["sheet-title"])
    sheet.write_string(TITLE_ROW, LAST, say_it("internal"), formats["sheet-warning"])
    sheet.set_row(DECIDED_BY_ROW, 30)
    sheet.write_string(DECIDED_BY_ROW, 0, DECIDED_BY, formats["hidden"])
    sheet.merge_range(
        DECIDED_BY_ROW, WHO, DECIDED_BY_ROW, LAST - 1, say_it("decided-by-all"), formats["hint"]
    )
    sheet.write_blank(DECIDED_BY_ROW, LAST, None, formats["input"])
    sheet.set_row(HEADER_ROW, 22)
    for index, message in enumerate(HEADERS, WHO):
        sheet.write_string(HEADER_ROW, index, say_it(message), formats["header"])
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW)
    sheet.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})


def _article(making: Making, sheet: Worksheet, row: int, item: Item) -> int:
    """Write an article's band, with its title and instrument where the law is at hand."""
    text = making.word("article", number=item.article)
    if making.law:
        instrument = making.law.instrument(item.instrument)
        title = words(instrument.article(item.article).title, making.language)
        text = making.word("article-title", number=item.article, title=title)
        text = f"{text} · {words(instrument.short, making.language)}"
    sheet.merge_range(row, WHO, row, LAST, text, making.formats["article"])
    sheet.set_row(row, 24)
    return row + 1


def _question(making: Making, sheet: Worksheet, row: int, item: Item, divergence: Divergence) -> int:
    formats, text = making.formats, words(item.text, making.language)
    code = making.word("heading-code", code=item.id, fingerprint=short_code(divergence.fingerprint))
    parts = [formats["code"], f"{code}\n", formats["text"], text]
    if item.provision:
        parts += [formats["provision"], f"  [{provision(item, making.language)}]"]
    sheet.merge_range(row, WHO, row, LAST, "", formats["question"])
    sheet.write_rich_string(row, WHO, *parts, formats["question"])
    sheet.set_row(row, height(f"{text} {item.provision:>24}", sum(WIDTHS[WHO:]), 11) + 16)
    return row + 1


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands in one row above a decision."""

    item: str
    who: str
    value: str
    said: str = ""
    law: str = ""
    comment: str = ""


def _lines(making: Making, item: Item, divergence: Divergence) -> Iterator[_Line]:
    """Yield a line per answer, position by position; bodies that only ticked share one."""
    for position in divergence.positions:
        bare: dict[str, list[str]] = {}
        for answer in position.answers:
            line = _answer_line(making, item, answer)
            if line.said or line.law or line.comment:
                yield line
            else:
                bare.setdefault(line.value, []).append(line.who)
        for value, bodies in bare.items():
            yield _Line(item.id, "\n".join(bodies), value)


def _answer_line(making: Making, item: Item, answer: Answer) -> _Line:
    value = value_text(item, answer.value, making.language)
    absence = absence_text(answer.absent, making.language) if answer.absent else ""
    return _Line(
        item=item.id,
        who=_who(making, answer.provenance.stakeholder),
        value=" / ".join(filter(None, (value, absence))) or "—",
        said="\n".join(texts_of(item, answer)),
        law="\n".join(map(citation_text, answer.citations)),
        comment=answer.comment,
    )


def _outrun(making: Making, item: Item, decision: Decision) -> _Line:
    """Word a decision that the answers have outrun."""
    when = day(making.language, decision.decided_at.date())
    return _Line(
        item=item.id,
        who=making.word("earlier", when=when),
        value=value_text(item, decision.value, making.language) or "—",
        said="\n".join(filter(None, (making.word("earlier-why"), decision.details))),
        law=decision.reason,
        comment=decision.decided_by,
    )


def _who(making: Making, stakeholder: str) -> str:
    """Name a body with its kind, and remind that it is at risk where it is."""
    body = making.stakeholders.get(stakeholder)
    if body is None:
        return stakeholder
    about = say(making.language, "stakeholders", body.kind.value)
    return f"{body.name} ({about}{', ' + making.word('at-risk') if body.at_risk else ''})"


def _line(making: Making, sheet: Worksheet, row: int, line: _Line, style: str) -> int:
    texts = [visible(text) for text in (line.who, line.value, line.said, line.law, line.comment)]
    fitted = [making.fitting(text, f"{line.item}\n{texts[0]}") for text in texts]
    for index, text in enumerate(fitted, WHO):
        name = "value" if style == "said" and index == WHO + 1 else style
        sheet.write_string(row, index, text, making.formats[name])
    sheet.set_row(row, max(height(text, WIDTHS[index]) for index, text in enumerate(fitted, WHO)))
    return row + 1


def _decision(making: Making, sheet: Worksheet, row: int, item: Item, divergence: Divergence) -> int:
    """Write the tinted row, under what each of its cells wants."""
    formats = making.formats
    for index, name in enumerate(("decision", "text", "reason", "decided-by"), WHO + 1):
        sheet.write_string(row, index, making.word(f"label-{name}"), formats["decide-label"])
        sheet.write_blank(row + 1, index, None, formats["decision" if name == "decision" else "input"])
    sheet.set_row(row, 16)
    row += 1
    sheet.write_string(row, column("item"), item.id, formats["hidden"])
    sheet.write_string(row, column("fingerprint"), divergence.fingerprint, formats["hidden"])
    code = short_code(divergence.fingerprint)
    sheet.write_rich_string(
        row, WHO, formats["label"], making.word("label-row"), formats["code"], f"\n{code}", formats["decide"]
    )
    sheet.set_row(row, DECISION_HEIGHT)
    sheet.data_validation(
        row,
        column("decision"),
        row,
        column("decision"),
        {
            "validate": "list",
            "source": making.source(offered(item, divergence, making.language)),
            "show_error": item.type in LISTED,
            "error_title": making.word("label-row"),
            "error_message": making.word("choose"),
        },
    )
    sheet.set_row(row + 1, 14)
    return row + 2
