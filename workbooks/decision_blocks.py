"""The sheet on which the coordinator decides: per question its positions, and the tinted decision row."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from xlsxwriter.worksheet import Worksheet

from languages import day, say
from questionnaires.model import Item
from responses.gather import texts_of
from responses.model import Absence, Answer, Decision, Divergence
from responses.reconcile import short_code
from responses.wording import absence_text, citation_text, value_text, words
from stakeholders.model import Attribution
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
HEADER_HEIGHT, ARTICLE_HEIGHT, LABEL_HEIGHT, DECISION_HEIGHT, GAP_HEIGHT = 22.0, 24.0, 16.0, 46.0, 14.0
HEAD_HEIGHT: Final = 28 + 30 + HEADER_HEIGHT
BLOCK_END: Final = LABEL_HEIGHT + DECISION_HEIGHT + GAP_HEIGHT

SCALE: Final = 74
"""Per cent at which the visible columns fit the width of A4 across."""

PAGE_HEIGHT: Final = (595 - 1.1 * 72) / SCALE * 100 * 0.96
"""Points of rows on a printed page, less a little, since programs draw rows a little higher."""


def write_decisions(making: Making, sheet: Worksheet, entries: Sequence[Entry]) -> str:
    """Write a block per divergence; return the formula that counts those decided."""
    _set_up(making, sheet)
    row, article, pages = FIRST_ROW, "", _Pages()
    for item, divergence in entries:
        lines = _lines(making, item, divergence)
        new_article = item.article_key != article
        article = item.article_key
        tall = ARTICLE_HEIGHT * new_article + _question_height(making, item) + BLOCK_END
        pages.keep_together(row, tall + sum(line.height for line in lines))
        if new_article:
            row = _article(making, sheet, row, item)
        row = _question(making, sheet, row, item, divergence)
        for line in lines:
            row = _line(making, sheet, row, line)
        row = _decision(making, sheet, row, item, divergence)
    sheet.set_h_pagebreaks(pages.breaks)
    sheet.print_area(TITLE_ROW, WHO, max(row - 1, FIRST_ROW), LAST)
    return _progress(making, row, len(entries))


@dataclass
class _Pages:
    """Where printed pages break: between questions, where the next one would not fit whole."""

    used: float = HEAD_HEIGHT
    breaks: list[int] = field(default_factory=list)

    def keep_together(self, row: int, tall: float) -> None:
        if self.used + tall > PAGE_HEIGHT and self.used > HEADER_HEIGHT:
            self.breaks.append(row)
            self.used = HEADER_HEIGHT
        self.used += tall


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
    sheet.write_string(TITLE_ROW, LAST, say_it(making.edition), formats["sheet-warning"])
    sheet.set_row(DECIDED_BY_ROW, 30)
    sheet.write_string(DECIDED_BY_ROW, 0, DECIDED_BY, formats["hidden"])
    sheet.merge_range(
        DECIDED_BY_ROW, WHO, DECIDED_BY_ROW, LAST - 1, say_it("decided-by-all"), formats["hint"]
    )
    sheet.write_blank(DECIDED_BY_ROW, LAST, None, formats["input"])
    sheet.set_row(HEADER_ROW, HEADER_HEIGHT)
    for index, message in enumerate(HEADERS, WHO):
        text = "" if message == "header-comment" and not making.names else say_it(message)
        sheet.write_string(HEADER_ROW, index, text, formats["header"])
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.center_horizontally()
    sheet.set_print_scale(SCALE)  # not "fit to width", with which page breaks are not heeded
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
    sheet.set_row(row, ARTICLE_HEIGHT)
    return row + 1


def _question(making: Making, sheet: Worksheet, row: int, item: Item, divergence: Divergence) -> int:
    formats, text = making.formats, words(item.text, making.language)
    code = making.word("heading-code", code=item.id, fingerprint=short_code(divergence.fingerprint))
    parts = [formats["code"], f"{code}\n", formats["text"], text]
    if item.provision:
        parts += [formats["provision"], f"  [{provision(item, making.language)}]"]
    sheet.merge_range(row, WHO, row, LAST, "", formats["question"])
    sheet.write_rich_string(row, WHO, *parts, formats["question"])
    sheet.set_row(row, _question_height(making, item))
    return row + 1


def _question_height(making: Making, item: Item) -> float:
    whole = f"{words(item.text, making.language)} [{provision(item, making.language)}]"
    return height(whole, sum(WIDTHS[WHO:]) - 8, 11) + 14


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands in one row above a decision, each text fit for its cell."""

    texts: tuple[str, ...]  # who · answer · what they say · law · comment
    past: bool = False

    @property
    def height(self) -> float:
        return max(height(text, width) for text, width in zip(self.texts, WIDTHS[WHO:], strict=True))


def _lines(making: Making, item: Item, divergence: Divergence) -> list[_Line]:
    """Return a line per answer, position by position; bodies that only ticked share one."""
    lines: list[_Line] = []
    for position in divergence.positions:
        bare: dict[str, list[str]] = {}  # names by what they ticked
        for answer in position.answers:
            texts = _texts(making, item, answer)
            if any(texts[2:]):
                lines.append(_fit(making, item, texts))
            else:
                bare.setdefault(texts[1], []).append(texts[0])
        for value, bodies in bare.items():
            lines.append(_fit(making, item, (_together(making, bodies), value, "", "", "")))
    if decision := making.earlier.get(item.id):
        lines.append(_outrun(making, item, decision))
    return lines


def _texts(making: Making, item: Item, answer: Answer) -> tuple[str, ...]:
    value = value_text(item, answer.value, making.language)
    absence = absence_text(answer.absent, making.language) if answer.absent else ""
    who, stands = (
        _who(making, answer.provenance.stakeholder),
        " / ".join(filter(None, (value, absence))) or "—",
    )
    if not making.names and answer.absent is Absence.CANNOT_DISCLOSE:
        return (who, absence, "", "", "")
    return (
        who,
        stands,
        "\n".join(texts_of(item, answer)),
        "\n".join(map(citation_text, answer.citations)),
        answer.comment if making.names else "",
    )


def _together(making: Making, bodies: Sequence[str]) -> str:
    """List bodies beneath each other; those without a name are only counted."""
    nameless = making.word("bodies", count=1)
    named = [body for body in bodies if making.names or body != nameless]
    if others := len(bodies) - len(named):
        named.append(making.word("bodies", count=others))
    return named[0] if len(named) == 1 else "\n".join(f"• {body}" for body in named)


def _outrun(making: Making, item: Item, decision: Decision) -> _Line:
    """Word a decision that the answers have outrun."""
    texts = (
        making.word("earlier", when=day(making.language, decision.decided_at.date())),
        value_text(item, decision.value, making.language) or "—",
        "\n".join(filter(None, (making.word("earlier-why"), decision.details))),
        decision.reason,
        decision.decided_by,
    )
    return replace(_fit(making, item, texts), past=True)


def _fit(making: Making, item: Item, texts: Sequence[str]) -> _Line:
    shown = [visible(text) for text in texts]
    where = f"{item.id}\n{shown[0]}"
    return _Line(tuple(making.fitting(text, where) for text in shown))


def _who(making: Making, stakeholder: str) -> str:
    """Name a body with its kind, and remind that it is at risk where it is; or name nobody who may not be."""
    body = making.stakeholders.get(stakeholder)
    if not making.names and (body is None or body.at_risk or body.attribution is not Attribution.NAMED):
        return making.word("bodies", count=1)
    if body is None:
        return stakeholder
    about = say(making.language, "stakeholders", body.kind.value)
    return f"{body.name} ({about}{', ' + making.word('at-risk') if body.at_risk else ''})"


def _line(making: Making, sheet: Worksheet, row: int, line: _Line) -> int:
    for index, text in enumerate(line.texts, WHO):
        style = "past" if line.past else "value" if index == column("decision") else "said"
        sheet.write_string(row, index, text, making.formats[style])
    sheet.set_row(row, line.height)
    return row + 1


def _decision(making: Making, sheet: Worksheet, row: int, item: Item, divergence: Divergence) -> int:
    """Write the tinted row, under what each of its cells wants."""
    formats = making.formats
    for index, name in enumerate(("decision", "text", "reason", "decided-by"), WHO + 1):
        sheet.write_string(row, index, making.word(f"label-{name}"), formats["decide-label"])
        sheet.write_blank(row + 1, index, None, formats["decision" if name == "decision" else "input"])
    sheet.set_row(row, LABEL_HEIGHT)
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
    sheet.set_row(row + 1, GAP_HEIGHT)
    return row + 2
