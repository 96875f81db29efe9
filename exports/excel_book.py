"""What all sheets share: formats, tables with filters and frozen headings, and texts too long for a cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.submission import Submission
from exports.texts import is_rtl, label, phrase, rtl

ACCENT, LINE, TINT, GREY, INK = "#1F4E5F", "#C5D2D7", "#EDF3F5", "#595959", "#262626"
FONT = "Arial"

CELL = 32_767
"""As many UTF-16 units as a cell holds; Excel cuts what is longer, without a word."""
PIECE = 30_000
LINE_HEIGHT, HIGHEST = 12, 400
"""Points: of a line, and of the highest row (Excel allows 409)."""
A3, A4 = 8, 9
WIDE = 170
"""Characters: columns that together are wider could not be read when printed on A4."""
FIRST_YEAR = 1900
"""Excel knows no earlier days."""

Value = str | int | date


@dataclass(frozen=True)
class Column:
    """A table column: the message that heads it (`column-…`), its width in characters, its format."""

    name: str
    width: float
    format: str = "text"


class Book:
    """A workbook being written."""

    def __init__(self, workbook: Workbook, submission: Submission) -> None:
        self.workbook = workbook
        self.submission = submission
        self.rtl = rtl(submission.language)
        self._formats: dict[str, Any] = {}
        self._long: list[str] = []
        self._tables = 0
        for name, look in LOOKS.items():
            self._formats[name] = workbook.add_format({**BASE, **look})
            reading = 2 if name not in ("head", "title") else 0
            self._formats[f"{name} rtl"] = workbook.add_format({**BASE, **look, "reading_order": reading})

    def say(self, message: str) -> str:
        return label(self.submission.language, message)

    def format(self, name: str) -> Any:
        return self._formats[name]

    def sheet(self, name: str, *, wide: bool = False) -> Worksheet:
        """Add a sheet for printing on A4 landscape (A3 if `wide`), with who and what in its header."""
        sheet = self.workbook.add_worksheet(self.say(f"sheet-{name}"))
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A3 if wide else A4)
        sheet.set_margins(0.5, 0.5, 0.75, 0.65)
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&L&8{_codeless(self.submission.state)}&R&8{_codeless(self.say('replies'))}")
        mark = f"&C&8{self.say('draft')}" if self.submission.draft else ""
        sheet.set_footer(f"&L&8{self.say(f'sheet-{name}')}{mark}&R&8{self.say('sheet-footer')}")
        if self.rtl:
            sheet.right_to_left()
        return sheet

    def table(
        self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]], note: str = ""
    ) -> Worksheet:
        """Add a sheet with one table: a line that says what it is, then headings that stay and filter.

        A note stands under the table.
        """
        sheet = self.sheet(name, wide=sum(column.width for column in columns) > WIDE)
        sheet.set_row(0, 28)
        self.write(sheet, 0, 0, self.say(f"sheet-{name}"), "title")
        last = 1
        for last, line in enumerate(rows, 2):
            for index, (column, value) in enumerate(zip(columns, line, strict=True)):
                self.write(sheet, last, index, value, column.format)
            sheet.set_row(last, height(zip(columns, line, strict=True)))
        if last == 1:
            last = 2
            self.write(sheet, last, 0, self.say("nothing"), "quiet")
        self.frame(sheet, columns, 1, last)
        if note:
            self.write(sheet, last + 2, 0, note, "grey")
        return sheet

    def frame(self, sheet: Worksheet, columns: Sequence[Column], head: int, last: int) -> None:
        """Make a table of what was written, freeze its heading and repeat it on paper."""
        self._tables += 1
        sheet.add_table(
            head,
            0,
            last,
            len(columns) - 1,
            {
                "name": f"Table{self._tables}",
                "style": None,
                "columns": [
                    {"header": self._heading(column), "header_format": self.format("head")}
                    for column in columns
                ],
            },
        )
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
        sheet.set_row(head, 30)
        sheet.freeze_panes(head + 1, 0)
        sheet.repeat_rows(head)

    def _heading(self, column: Column) -> str:
        return column.name[1:] if column.name.startswith("=") else self.say(f"column-{column.name}")

    def write(self, sheet: Worksheet, row: int, column: int, value: Value, look: str = "text") -> None:
        """Write a number as a number, a day as a day, a text as a text.

        A text too long for a cell goes to the annex sheet.
        """
        if isinstance(value, int):
            sheet.write_number(row, column, value, self._formats[look])
            return
        if isinstance(value, date):
            if value.year >= FIRST_YEAR:
                sheet.write_datetime(row, column, value, self._formats["day"])
                return
            value = value.isoformat()
        if not value:
            sheet.write_blank(row, column, None, self._formats[look])
            return
        if len(value) > CELL // 2 and units(value) > CELL:
            value = self._elsewhere(value)
        elif not value.isascii() and is_rtl(value):
            look = f"{look} rtl"
        sheet.write_string(row, column, value, self._formats[look])

    def _elsewhere(self, text: str) -> str:
        self._long.append(text)
        say = phrase(self.submission.language, "long-text", "sheet", "number")
        return say(sheet=self.say("sheet-long"), number=str(len(self._long)))

    def long_texts(self) -> None:
        """Add the annex sheet with the texts that no cell holds, in pieces that together are whole."""
        texts, self._long = self._long, []
        if texts:
            columns = (Column("number", 8, "number"), Column("part", 8, "number"), Column("text", 120))
            rows = [
                (number, part, piece)
                for number, text in enumerate(texts, 1)
                for part, piece in enumerate(pieces(text), 1)
            ]
            self.table("long", columns, rows)


def height(cells: Iterable[tuple[Column, Value]]) -> float:
    """Return a row's height in points, so that its texts can be read: not every program finds it."""
    lines = 1
    for column, value in cells:
        if isinstance(value, str) and (len(value) > column.width or "\n" in value):
            letters = column.width * (1.4 if column.format == "small" else 1.25)
            lines = max(lines, sum(1 + int(len(part) / letters) for part in value.split("\n")))
    return float(min(LINE_HEIGHT * lines + 4, HIGHEST))


def units(text: str) -> int:
    """Return the length of a text as Excel counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str) -> list[str]:
    """Cut a text into pieces that each fit a cell and together are the text."""
    size = PIECE // 2  # every character may be two units
    return [text[start : start + size] for start in range(0, len(text), size)]


def _codeless(text: str) -> str:
    """Return a text for a page header, where `&` begins a code, short enough for Excel."""
    return text[:80].replace("&", "&&")


MARK = {"align": "center", "valign": "vcenter", "border": 1, "border_color": LINE}
BASE = {"font_name": FONT, "font_size": 9, "font_color": INK, "valign": "top"}
LOOKS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "bottom": 1, "bottom_color": LINE},
    "small": {"text_wrap": True, "bottom": 1, "bottom_color": LINE, "font_color": GREY, "font_size": 8},
    "strong": {"text_wrap": True, "bottom": 1, "bottom_color": LINE, "bold": True},
    "day": {"bottom": 1, "bottom_color": LINE, "bold": True, "align": "left", "num_format": "yyyy-mm-dd"},
    "number": {"bottom": 1, "bottom_color": LINE, "align": "center"},
    "quiet": {"font_color": GREY, "italic": True},
    "head": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": ACCENT,
        "text_wrap": True,
        "valign": "vcenter",
    },
    "turned": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": ACCENT,
        "rotation": 90,
        "align": "center",
        "text_wrap": True,
        "valign": "bottom",
    },
    "title": {"bold": True, "font_size": 14, "font_color": ACCENT, "valign": "vcenter"},
    "headline": {"bold": True, "font_size": 20, "font_color": ACCENT, "valign": "vcenter"},
    "section": {"bold": True, "font_size": 11, "font_color": ACCENT, "bottom": 1, "bottom_color": LINE},
    "plain": {},
    "grey": {"font_color": GREY},
    "note": {"font_color": GREY, "text_wrap": True},
    "figure": {"bold": True, "font_size": 18, "font_color": ACCENT, "align": "left"},
    "yes": {"bg_color": ACCENT, "font_color": "#FFFFFF", **MARK},
    "in-part": {"bg_color": "#8FB3C0", **MARK},
    "no": {"bg_color": "#E3D9C6", **MARK},
    "answered": {"bg_color": TINT, **MARK},
    "absent": {"font_color": GREY, **MARK},
}
