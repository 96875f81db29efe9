"""The rows of a choice sheet, by rank, and the formulas that count what is chosen on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from xlsxwriter.worksheet import Worksheet

from workbooks.choice_layout import HEADER, MARKS, Choice, ChoiceSheet, Subject
from workbooks.choice_widths import fitting_widths
from workbooks.contents import column_letters
from workbooks.decision_layout import LABEL_LIMIT, visible
from workbooks.decision_sheets import Book, quoted
from workbooks.formulas import quoted as constant
from workbooks.layout import words
from workbooks.look import ROW_LIMIT, height

MARK_ROW, TITLE_ROW, COUNT_ROW, HEADER_ROW, FIRST_ROW = range(5)
RANK_WIDTH, POINTS_WIDTH, WHY_WIDTH, OUTCOME_WIDTH, REASON_WIDTH = 6.5, 9.0, 22.0, 18.0, 32.0
LEAST_HEIGHT: Final = 30.0

LONG: Final = 400
"""A longer text stands on the annex: in a narrow column no row grows high enough for it."""

HOLE: Final = "\ue000"
"""Stands in a sentence where a formula puts its count."""


class Count(NamedTuple):
    """A sentence with its `HOLE`, the formula that fills it, and the number in it as the file is written."""

    sentence: str
    formula: str
    now: int

    @property
    def shown(self) -> str:
        return self.sentence.replace(HOLE, str(self.now))

    @property
    def text(self) -> str:
        """Return the formula, without its equals sign, that says the whole sentence."""
        joined = constant(self.sentence).replace(HOLE, f'"&{self.formula}&"')
        return joined.removeprefix('""&').removesuffix('&""')


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as it is written; `mark` is its mark if it is read back."""

    header: str
    style: str
    width: float
    mark: str = ""


class Table:
    """The table of one choice sheet, before and while it is written."""

    def __init__(
        self,
        making: Book,
        sheet: ChoiceSheet,
        ranked: Sequence[tuple[int, Subject]],
        code: str,
        earlier: Mapping[str, Choice],
    ) -> None:
        self.making, self.sheet, self.ranked, self.code = making, sheet, ranked, code
        known = {outcome.id for outcome in sheet.outcomes}
        asked = [subject.id for _, subject in ranked]
        self.earlier = {
            one: earlier[one] for one in asked if one in earlier and earlier[one].outcome in known
        }
        self.labels = tuple(map(visible, sheet.labels(making.language)))
        self.scored = any(subject.points is not None for _, subject in ranked)
        self.noted = any(subject.note for _, subject in ranked)
        self.last_row = FIRST_ROW + max(len(ranked), 1) - 1
        self.columns = tuple(self._columns())
        by_mark = {column.mark: index for index, column in enumerate(self.columns)}
        self.subject, self.outcome, self.reason, self.binding = (by_mark[mark] for mark in MARKS)

    def _columns(self) -> Iterator[_Column]:
        say, language = self.making.word, self.making.language
        subject, outcome, reason, code = MARKS
        headers = [words(column, language) for column in self.sheet.columns]
        rows = [(one.id, *one.cells) for _, one in self.ranked]
        first, *others = fitting_widths([say("header-subject"), *headers], rows)
        yield _Column(say("header-rank" if self.scored else "header-number"), "rank", RANK_WIDTH)
        yield _Column(say("header-subject"), "subject", first, subject)
        for number, (header, width) in enumerate(zip(headers, others, strict=True)):
            yield _Column(header, "said" if number else "name", width)
        if self.scored:
            yield _Column(say("header-points"), "points", POINTS_WIDTH)
        if self.noted:
            yield _Column(say("header-why" if self.scored else "header-note"), "why", WHY_WIDTH)
        required = " · ".join(self.sheet.label(one, language) for one in self.sheet.reason_for)
        why = say("header-reason-for", outcomes=required) if required else say("header-reason")
        yield _Column(say("header-outcome"), "outcome", OUTCOME_WIDTH, outcome)
        yield _Column(why, "reason", REASON_WIDTH, reason)
        yield _Column(HEADER, "hidden", RANK_WIDTH, code)

    def write(self, page: Worksheet) -> None:
        formats = self.making.formats
        for index, column in enumerate(self.columns):
            page.set_column(index, index, column.width, None, {"hidden": index == self.binding})
            page.write_string(MARK_ROW, index, column.mark, formats["hidden"])
            page.write_string(HEADER_ROW, index, visible(column.header), formats["header"])
        page.set_row(MARK_ROW, None, None, {"hidden": True})
        page.set_row(TITLE_ROW, 26)
        title = visible(words(self.sheet.title, self.making.language))
        page.write_string(TITLE_ROW, 0, title, formats["sheet-title"])
        page.set_row(COUNT_ROW, 20)
        counts = self.counts()
        told = '&"   ·   "&'.join(count.text for count in counts)
        page.write_formula(
            COUNT_ROW, 0, f"={told}", formats["count"], "   ·   ".join(count.shown for count in counts)
        )
        seen = self.columns[: self.binding]
        page.set_row(HEADER_ROW, max(LEAST_HEIGHT, *(height(each.header, each.width - 3) for each in seen)))
        for row, (rank, subject) in enumerate(self.ranked, FIRST_ROW):
            self._row(page, row, rank if self.scored else row - FIRST_ROW + 1, subject)
        self._offer(page)
        self._set_up(page)

    def _set_up(self, page: Worksheet) -> None:
        """Freeze, filter and print; nothing is locked, so that people may sort."""
        page.autofilter(HEADER_ROW, 0, self.last_row, self.binding)
        page.freeze_panes(FIRST_ROW, self.subject + 1)
        page.set_landscape()
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEADER_ROW)
        page.print_area(TITLE_ROW, 0, self.last_row, self.reason)

    def _row(self, page: Worksheet, row: int, rank: int, subject: Subject) -> None:
        texts, tall = self._texts(subject), [LEAST_HEIGHT]
        page.write_number(row, 0, rank, self.making.formats["rank"])
        for index, (column, text) in enumerate(zip(self.columns[1:], texts, strict=True), 1):
            look = self.making.formats[column.style]
            if column.style == "points" and subject.points is not None:
                page.write_number(row, index, subject.points, look)
            elif text:
                page.write_string(row, index, text, look)
            else:
                page.write_blank(row, index, None, look)
            if index < self.binding:
                tall.append(height(text, column.width))
        page.set_row(row, min(ROW_LIMIT, max(tall) + 3))

    def _texts(self, subject: Subject) -> list[str]:
        """Return the texts of a row, as its cells may hold them, from the code on."""
        where = visible("\n".join((subject.id, *subject.cells[:1])))
        told = [*subject.cells, *([""] * self.scored), *([subject.note] * self.noted)]
        choice = self.earlier.get(subject.id)
        chosen = (
            (self.sheet.label(choice.outcome, self.making.language), choice.reason) if choice else ("", "")
        )
        fitting = (self.making.fitting(visible(text), where, LONG) for text in told)
        return [visible(subject.id), *fitting, *map(visible, (*chosen, self.code))]

    def _offer(self, page: Worksheet) -> None:
        """Offer the outcomes in each row, and redden a reason that is required and not there."""
        making = self.making
        offer = {
            "validate": "list",
            "source": making.source(self.labels),
            "error_type": "warning",
            "error_title": making.word("choose-title"),
            "error_message": making.word("choose"),
        }
        page.data_validation(FIRST_ROW, self.outcome, self.last_row, self.outcome, offer)
        labels = (visible(self.sheet.label(one, making.language)) for one in self.sheet.reason_for)
        outcome, reason = (f"${column_letters(at + 1)}{FIRST_ROW + 1}" for at in (self.outcome, self.reason))
        tests = [f"{outcome}={constant(label)}" for label in labels if len(label) <= LABEL_LIMIT]
        if tests:
            criteria = f'=AND(OR({",".join(tests)}),TRIM({reason})="")'
            rule = {"type": "formula", "criteria": criteria, "format": making.formats["missing"]}
            page.conditional_format(FIRST_ROW, self.reason, self.last_row, self.reason, rule)

    def counts(self) -> list[Count]:
        """Return how often each outcome was chosen, the first with the places there are for it."""
        found = []
        for number, label in enumerate(self.labels):
            places = self.sheet.places if number == 0 else None
            kind = "of-rows" if places is None else "of-rows-and-places"
            sentence = self.making.word(kind, outcome=label[:60], count=HOLE, places=str(places))
            found.append(Count(sentence, self._chosen(number), self._now(number)))
        return found

    def left(self) -> Count:
        """Return how many rows have no outcome yet."""
        codes, chosen = self._area(self.subject), self._area(self.outcome)
        formula = f'SUMPRODUCT(--({codes}<>""),--({chosen}=""))'
        return Count(HOLE, formula, len(self.ranked) - len(self.earlier))

    def _chosen(self, number: int) -> str:
        listed = f"{quoted(self.making.word('sheet-lists'))}!$A${number + 1}"  # the only list of this file
        return f"SUMPRODUCT(--({self._area(self.outcome)}={listed}))"

    def _now(self, number: int) -> int:
        chosen = self.sheet.outcomes[number].id
        return sum(choice.outcome == chosen for choice in self.earlier.values())

    def _area(self, column: int) -> str:
        letters = column_letters(column + 1)
        name = quoted(self.making.word("sheet-choices"))
        return f"{name}!${letters}${FIRST_ROW + 1}:${letters}${self.last_row + 1}"
