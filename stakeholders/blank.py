"""The empty registry: a spreadsheet to fill in, with lists to choose from, and a sheet that explains it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from languages import say
from sources.tables import ROWS
from stakeholders.columns import ATTRIBUTIONS, COLUMNS, KINDS, REQUIRED, heading
from stakeholders.mandates import Known
from stakeholders.words import printed

BODIES = 300
"""Rows that look ready to be filled in; the lists to choose from go on to the last row that is read."""

FONT, INK, GREY, ACCENT, TINT, LINE = "Calibri", "#1F2933", "#6B7280", "#1F4E79", "#E8EEF4", "#D5DCE4"
WIDTHS = {
    "name": 36,
    "kind": 21,
    "sector": 18,
    "mandates": 46,
    "languages": 12,
    "contact": 22,
    "email": 30,
    "telephone": 19,
    "at-risk": 13,
    "attribution": 14,
    "id": 14,
    "regions": 22,
    "expertise": 34,
    "focal": 26,
    "events": 40,
    "trainings": 36,
    "notes": 34,
}
HEADINGS = 3
"""The row of headings, counted from 0: below the title and the hint."""

SCALE = 47
"""Per cent at which the columns up to the id fill an A4 page's breadth."""

BASE = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "top", "align": "left"}
STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_size": 18, "bold": True, "font_color": ACCENT, "valign": "vcenter"},
    "hint": {"font_color": GREY, "valign": "vcenter"},
    "section": {"font_size": 13, "bold": True, "font_color": ACCENT, "valign": "vcenter"},
    "header": {
        "text_wrap": True,
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": ACCENT,
        "valign": "vcenter",
        "indent": 1,
    },
    "body": {"text_wrap": True, "bottom": 1, "bottom_color": LINE, "num_format": "@", "indent": 1},
    "label": {"text_wrap": True, "bold": True, "bottom": 1, "bottom_color": LINE, "indent": 1},
    "text": {"text_wrap": True, "bottom": 1, "bottom_color": LINE, "indent": 1},
    "example": {"text_wrap": True, "bottom": 1, "bottom_color": LINE, "bg_color": TINT, "indent": 1},
    "plain": {"text_wrap": True},
}


Rows = Sequence[Mapping[str, str]]
"""Bodies as they are written, by our columns."""


def blank_registry(language: str, known: Known, rows: Rows = ()) -> bytes:
    """Return an .xlsx to fill in, in `language`; its second sheet lists what this consultation asks about.

    `rows` are bodies that stand in it already.
    """
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": say(language, "registry-book", "title"), "author": "", "comments": ""})
    formats = {name: book.add_format(BASE | style) for name, style in STYLES.items()}
    registry = book.add_worksheet(say(language, "registry-book", "sheet-registry"))
    help_sheet = book.add_worksheet(say(language, "registry-book", "sheet-help"))
    lists = _Help(help_sheet, formats, language, known).write()
    _registry(registry, formats, language, lists, rows)
    book.close()
    return target.getvalue()


def _registry(
    sheet: Worksheet, formats: dict[str, Format], language: str, lists: dict[str, str], rows: Rows
) -> None:
    sheet.hide_gridlines(2)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, say(language, "registry-book", "title"), formats["title"])
    sheet.write_string(1, 0, say(language, "registry-book", "hint"), formats["hint"])
    sheet.set_row(2, 6)
    sheet.set_row(HEADINGS, 33)  # two lines: "Exposé à des risques"
    headings = [heading(language, column) + " *" * (column in REQUIRED) for column in COLUMNS]
    ready = max(BODIES, len(rows))
    for row in range(ready):
        texts = rows[row] if row < len(rows) else {}
        for number, column in enumerate(COLUMNS):
            text = texts.get(column, "")
            if text:
                sheet.write_string(HEADINGS + 1 + row, number, text, formats["body"])
            else:
                sheet.write_blank(HEADINGS + 1 + row, number, None, formats["body"])
        if texts:
            sheet.set_row(HEADINGS + 1 + row, 15 * max(_lines(texts.get(name, ""), name) for name in COLUMNS))
    sheet.add_table(
        HEADINGS,
        0,
        HEADINGS + ready,
        len(COLUMNS) - 1,
        {
            "name": "stakeholders",
            "style": None,
            "columns": [{"header": text, "header_format": formats["header"]} for text in headings],
        },
    )
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, WIDTHS[column])
        source = lists.get(column)
        choice = {"validate": "list", "source": source} if source else {"validate": "any"}
        title, message = heading(language, column), say(language, "registry-book", f"prompt-{column}")
        sheet.data_validation(
            HEADINGS + 1, number, ROWS - 1, number, choice | {"input_title": title, "input_message": message}
        )
    sheet.freeze_panes(HEADINGS + 1, 1)
    sheet.set_selection(HEADINGS + 1, 0, HEADINGS + 1, 0)
    _print(sheet)
    sheet.repeat_rows(HEADINGS)
    sheet.repeat_columns(0)
    sheet.set_print_scale(SCALE)  # two pages side by side: whom to ask and how, and what else is known
    sheet.set_v_pagebreaks([COLUMNS.index("regions")])


def _lines(text: str, column: str) -> int:
    """Return how many lines a text takes in its column, for those who do not fit heights themselves."""
    return sum(-(-max(len(line), 1) // (WIDTHS[column] - 2)) for line in (text or " ").split("\n"))


def _print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")


@dataclass
class _Help:
    """Writes the second sheet from top to bottom, and remembers where the lists to choose from stand."""

    sheet: Worksheet
    formats: dict[str, Format]
    language: str
    known: Known
    row: int = 0

    def write(self) -> dict[str, str]:
        """Write the sheet; return the reference of the list of each column that has one."""
        self.sheet.hide_gridlines(2)
        for column, width in enumerate((24, 54, 30, 30, 30)):
            self.sheet.set_column(column, column, width)
        self.line(self.say("help-title"), "title", 30)
        for number in range(1, 5):
            self.paragraph(self.say(f"help-{number}"))
        self.columns()
        lists = {
            "kind": self.words("kinds-title", "kind-", "kind-about-", KINDS),
            "at-risk": self.words("answers-title", "", "at-risk-about-", ("yes", "no")),
            "attribution": self.words(
                "attributions-title", "attribution-", "attribution-about-", ATTRIBUTIONS
            ),
        }
        self.mandates()
        _print(self.sheet)
        return lists

    def say(self, message: str, **parameters: str) -> str:
        return say(self.language, "registry-book", message, **parameters)

    def line(self, text: str, style: str, height: float) -> None:
        self.sheet.set_row(self.row, height)
        self.sheet.write_string(self.row, 0, text, self.formats[style])
        self.row += 1

    def paragraph(self, text: str) -> None:
        self.sheet.merge_range(self.row, 0, self.row, 4, text, self.formats["plain"])
        self.sheet.set_row(self.row, 17 * (1 + len(text) // 180))
        self.row += 1

    def section(self, message: str) -> None:
        self.row += 1
        self.line(self.say(message), "section", 24)

    def columns(self) -> None:
        self.section("columns-title")
        heads = [self.say(f"columns-{name}") for name in ("heading", "meaning", "a", "b", "c")]
        for number, text in enumerate(heads):
            self.sheet.write_string(self.row, number, text, self.formats["header"])
        self.sheet.set_row(self.row, 22)
        self.row += 1
        for column in COLUMNS:
            meaning = self.say(f"prompt-{column}")
            name = heading(self.language, column) + " *" * (column in REQUIRED)
            self.sheet.set_row(self.row, 16 * max(1, -(-len(meaning) // 56)) + 3)
            self.sheet.write_string(self.row, 0, name, self.formats["label"])
            self.sheet.write_string(self.row, 1, meaning, self.formats["text"])
            for number, example in enumerate("abc", start=2):
                text = self.say(f"{example}-{column}")
                self.sheet.write_string(self.row, number, text, self.formats["example"])
            self.row += 1

    def words(self, title: str, prefix: str, about: str, names: Iterable[str]) -> str:
        """Write the words of a list with what they mean; return the reference of the words."""
        self.section(title)
        rows = [(printed(self.language, prefix + name), self.say(about + name)) for name in names]
        first = self.row + 1
        self.pairs(rows)
        sheet = self.say("sheet-help").replace("'", "''")
        return f"='{sheet}'!$A${first}:$A${self.row}"

    def mandates(self) -> None:
        self.section("mandates-title")
        articles = [key for key in self.known.articles if key in self.known.asked]
        topics = [topic for topic in self.known.topics if topic in self.known.asked]
        forms = []
        for instrument in self.known.asked_instruments:
            keys = [key for key in articles if key.startswith(f"{instrument}.")]
            title = self.words_of(self.known.long_titles.get(instrument, {}))
            forms += [(keys[0], self.say("mandates-form-article"))]
            if len(keys) > 1:
                span = f"{keys[0]}-{keys[:3][-1].rpartition('.')[2]}"
                forms += [(span, self.say("mandates-form-range"))]
            forms += [(instrument, self.say("mandates-form-instrument", title=title))]
        forms += [(topics[0], self.say("mandates-form-topic"))] if topics else []
        self.pairs(forms)
        self.section("articles-title")
        self.pairs((key, self.words_of(self.known.articles[key])) for key in articles)
        self.paragraph(self.say("articles-more"))
        self.section("topics-title")
        self.pairs((topic, self.words_of(self.known.topics[topic])) for topic in topics)
        others = [topic for topic in self.known.topics if topic not in topics]
        if others:
            self.section("topics-other-title")
            self.pairs((topic, self.words_of(self.known.topics[topic])) for topic in others)
        self.paragraph(self.say("topics-more"))

    def words_of(self, text: dict[str, str] | Any) -> str:
        return str(text.get(self.language) or text.get("en", ""))

    def pairs(self, rows: Iterable[tuple[str, str]]) -> None:
        for name, meaning in rows:
            self.sheet.write_string(self.row, 0, name, self.formats["label"])
            self.sheet.merge_range(self.row, 1, self.row, 4, meaning, self.formats["text"])
            self.sheet.set_row(self.row, 18)
            self.row += 1
