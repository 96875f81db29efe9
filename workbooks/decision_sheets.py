"""A decision workbook in the making, and its quiet sheets: how to use it, long texts whole, the lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from clusters.model import Law
from languages import say
from responses.model import Decision
from stakeholders.model import Stakeholder
from workbooks.contents import column_letters
from workbooks.decision_layout import units
from workbooks.decision_look import Formats
from workbooks.look import height

CELL_LIMIT: Final = 1_200
"""A longer text stands on the annex: no row grows high enough for it (409 points)."""

CHUNK: Final = 2_400
"""The most characters of a long text in one row of the annex."""

README_WIDTHS: Final = (26, 92)
ANNEX_WIDTHS: Final = (8, 34, 120)
HOW: Final = range(1, 7)


@dataclass(kw_only=True)
class Book:
    """A workbook while it is written; long texts and lists gather here and are written last.

    Its words are the messages of `subject`, the same ids for each kind of workbook.
    """

    book: Workbook
    formats: Formats
    language: str
    rtl: bool
    subject: str
    footer: str
    long_texts: list[tuple[str, str]] = field(default_factory=list)
    lists: dict[tuple[str, ...], int] = field(default_factory=dict)

    def word(self, message: str, **parameters: object) -> str:
        return say(self.language, self.subject, message, **parameters)

    def sheet(self, message: str) -> Worksheet:
        sheet = self.book.add_worksheet(self.word(message))
        if self.rtl:
            sheet.right_to_left()
        sheet.set_paper(9)
        sheet.hide_gridlines(2)
        page = self.word("page", page="&P", pages="&N")
        sheet.set_footer(f"&L&8{self.footer.replace('&', '&&')}&R&8{page}")
        return sheet

    def fitting(self, text: str, where: str, limit: int = CELL_LIMIT) -> str:
        """Return a text that fits its cell: itself or, if long, its beginning and where it stands whole."""
        if units(text) <= limit:
            return text
        self.long_texts.append((where, text))
        start = text[:200].rsplit(" ", 1)[0]
        mark = f"A{len(self.long_texts)}"
        return self.word("in-annex", start=start, sheet=self.word("sheet-annex"), mark=mark)

    def source(self, labels: tuple[str, ...]) -> str:
        """Return the reference of a dropdown's list, which is written once however often it is used."""
        index = self.lists.setdefault(labels, len(self.lists))
        letters = column_letters(index + 1)
        return f"={quoted(self.word('sheet-lists'))}!${letters}$1:${letters}${len(labels)}"


@dataclass(kw_only=True)
class Making(Book):
    """A decision workbook while it is written."""

    stakeholders: Mapping[str, Stakeholder]
    law: Law | None
    names: bool
    earlier: Mapping[str, Decision]

    @property
    def edition(self) -> str:
        """The edition, as its messages name it."""
        return edition(names=self.names)


def edition(*, names: bool) -> str:
    return "internal" if names else "workshop"


def write_read_me(
    making: Making, sheet: Worksheet, *, state: str, made: str, count: int, progress: str
) -> None:
    """Write the first sheet; `progress` is the formula that counts the decisions taken."""
    formats, say = making.formats, making.word
    sheet.set_column(0, 0, README_WIDTHS[0])
    sheet.set_column(1, 1, README_WIDTHS[1])
    sheet.fit_to_pages(1, 0)
    opening = say("open-count", count=count) if count else say("nothing-open")
    lines = [
        ("", say("title"), "title", 18.0),
        ("", state, "label", 11.0),
        ("", say(making.edition), "warning", 12.0),
        ("", say(f"{making.edition}-why"), "body", 11.0),
        ("", "", "body", 6.0),
        ("", opening, "body", 11.0),
        ("", say("made", when=made), "note", 9.0),
    ]
    if count:
        lines += [("progress-label", progress, "progress", 13.0), ("", "", "body", 6.0)]
        lines += [
            ("how" if number == 1 else "", text, "body", 11.0) for number, text in enumerate(_how(making), 1)
        ]
        lines += [("", say("how-command"), "command", 12.0), ("", say("how-late"), "note", 10.0)]
    for row, (label, text, style, size) in enumerate(lines):
        sheet.set_row(row, height(text, README_WIDTHS[1], size) if text[:1] != "=" else 24)
        sheet.write_string(row, 0, say(label) if label else "", formats["label"])
        if text.startswith("=") and style == "progress":
            sheet.write_formula(row, 1, text, formats[style], f"0 {say('progress-of')} {count}")
        else:
            sheet.write_string(row, 1, text, formats[style])
    sheet.protect("", {"format_columns": True, "format_rows": True})


def write_annex(making: Book) -> None:
    """Write the long texts whole, each in as many rows as it needs, if there are any."""
    if not making.long_texts:
        return
    sheet, formats = making.sheet("sheet-annex"), making.formats
    for index, width in enumerate(ANNEX_WIDTHS):
        sheet.set_column(index, index, width)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, making.word("annex-title"), formats["sheet-title"])
    sheet.set_row(0, 26)
    for index, message in enumerate(("annex-mark", "annex-where", "annex-text")):
        sheet.write_string(1, index, making.word(message), formats["header"])
    sheet.repeat_rows(1)
    sheet.freeze_panes(2, 0)
    row = 2
    for number, (where, text) in enumerate(making.long_texts, 1):
        for first, chunk in enumerate(chunks(text)):
            sheet.write_string(row, 0, f"A{number}" if first == 0 else "", formats["label"])
            sheet.write_string(row, 1, where if first == 0 else "", formats["whole"])
            sheet.write_string(row, 2, chunk, formats["whole"])
            sheet.set_row(row, height(chunk, ANNEX_WIDTHS[2]))
            row += 1


def write_lists(making: Book) -> None:
    """Write what the dropdowns offer, a column each, on a hidden last sheet."""
    if not making.lists:
        return
    sheet = making.sheet("sheet-lists")
    for labels, index in making.lists.items():
        for row, label in enumerate(labels):
            sheet.write_string(row, index, label)
    sheet.hide()


def chunks(text: str) -> Iterator[str]:
    """Cut a text, between words if it can, into pieces of at most `CHUNK` that joined are the text."""
    while len(text) > CHUNK:
        place = max(text.rfind("\n", 1, CHUNK), text.rfind(" ", 1, CHUNK)) + 1 or CHUNK
        yield text[:place]
        text = text[place:]
    yield text


def quoted(sheet: str) -> str:
    """Return a sheet's name as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"


def _how(making: Making) -> Iterator[str]:
    for number in HOW:
        yield making.word(
            f"how-{number}", sheet=making.word("sheet-decisions"), open=making.word("keep-open")
        )
