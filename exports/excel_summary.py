"""The first sheet: what this is, figures, and two charts."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from exports.excel_book import ACCENT, FONT, GREY, LINE, Book, Column, height
from languages import day, say

COLOURS = {"yes": ACCENT, "in-part": "#8FB3C0", "no": "#E3D9C6", "open": "#FFFFFF", "silent": "#EDEDED"}
NOTE_WIDTH = 80
"""Characters that the columns of the tables have together."""
FIRST = 11
"""Row (from 0) in which the figures that the charts draw begin."""


def summary(book: Book) -> None:
    sheet = book.sheet("summary")
    sheet.fit_to_pages(1, 1)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 5, 13)
    last = _head(book, sheet)
    _figures(book, sheet, last + 1)
    articles = _implementation(book, sheet, FIRST)
    _note(book, sheet, articles, book.say("chart-note"))
    outcomes = _outcomes(book, sheet, articles + 3)
    _stacked(book, sheet, FIRST, articles)
    _pie(book, sheet, articles + 3, outcomes)
    _notes(book, sheet, outcomes + 2)


def _head(book: Book, sheet: Worksheet) -> int:
    submission = book.submission
    sheet.set_row(0, 34)
    book.write(sheet, 0, 0, submission.state, "headline")
    book.write(sheet, 1, 0, book.say("replies"), "plain")
    row = 2
    for chapter in submission.chapters:
        book.write(sheet, row, 0, f"{chapter.instrument} · {chapter.cluster}", "plain")
        row += 1
    compiled = say(
        submission.language, "submission", "compiled", day=day(submission.language, submission.at.date())
    )
    marks = [compiled]
    marks += [book.say("draft")] if submission.draft else []
    marks += [book.say("edition-internal")] if submission.edition == "internal" else []
    book.write(sheet, row, 0, " · ".join(marks), "grey")
    return row + 1


def _figures(book: Book, sheet: Worksheet, row: int) -> None:
    figures = book.submission.figures
    shown = (
        (figures.asked, "figure-asked"),
        (figures.answered, "figure-answered"),
        (figures.settled, "figure-settled"),
        (figures.open, "figure-open"),
        (figures.bodies_answered, "figure-bodies"),
    )
    sheet.set_row(row, 26)
    for column, (number, name) in enumerate(shown):
        book.write(sheet, row, column, book.say("untold") if number is None else number, "figure")
        book.write(sheet, row + 1, column, book.say(name), "grey")


def _implementation(book: Book, sheet: Worksheet, row: int) -> int:
    """Write the table that the chart of implementation draws; return the row after it."""
    book.write(sheet, row - 1, 0, book.say("chart-title"), "section")
    for column, name in enumerate(("column-article", *(f"legend-{key}" for key in COLOURS))):
        book.write(sheet, row, column, book.say(name), "head")
    for row, bar in enumerate(book.submission.bars, row + 1):  # noqa: B020, PLR1704  # counting on from the heading
        line: tuple[str | int, ...] = (bar.label, *bar.counts)
        for column, value in enumerate(line):
            book.write(sheet, row, column, value, "text" if column == 0 else "number")
    return row + 1


def _outcomes(book: Book, sheet: Worksheet, row: int) -> int:
    figures = book.submission.figures
    book.write(sheet, row - 1, 0, book.say("kinds-title"), "section")
    for column, name in enumerate(("column-outcome", "column-count")):
        book.write(sheet, row, column, book.say(name), "head")
    counts: dict[str, int] = {
        name: getattr(figures, name) for name in ("settled", "open", "absent", "silent", "moot", "unasked")
    }
    for row, (name, count) in enumerate(counts.items(), row + 1):  # noqa: B020, PLR1704
        book.write(sheet, row, 0, book.say(f"outcome-{name}"), "text")
        book.write(sheet, row, 1, count, "number")
    return row + 1


def _notes(book: Book, sheet: Worksheet, row: int) -> None:
    """Write what is verified and what is not, under the tables."""
    book.write(sheet, row - 1, 0, book.say("notes-title"), "section")
    for chapter in book.submission.chapters:
        if len(book.submission.chapters) > 1:
            book.write(sheet, row, 0, f"{chapter.instrument} · {chapter.cluster}", "plain")
            row += 1
        for note in chapter.notes:
            _note(book, sheet, row, note)
            row += 1


def _note(book: Book, sheet: Worksheet, row: int, text: str) -> None:
    """Write a note across the columns of the tables."""
    sheet.merge_range(row, 0, row, len(COLOURS), text, book.format("note"))
    sheet.set_row(row, height([(Column("note", NOTE_WIDTH), text)]))


def _stacked(book: Book, sheet: Worksheet, head: int, end: int) -> None:
    if end == head + 1:
        return
    chart: Any = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    name = book.say("sheet-summary")
    for column, colour in enumerate(COLOURS.values(), 1):
        chart.add_series(
            {
                "name": [name, head, column],
                "categories": [name, head + 1, 0, end - 1, 0],
                "values": [name, head + 1, column, end - 1, column],
                "fill": {"color": colour},
                "border": {"color": LINE},
                "gap": 45,
            }
        )
    chart.set_title({"name": book.say("chart-title"), "name_font": _font(11, bold=True), "overlay": False})
    chart.set_y_axis({"reverse": True, "num_font": _font(8), "line": {"color": LINE}})
    chart.set_x_axis(
        {
            "num_font": _font(8),
            "major_gridlines": {"visible": True, "line": {"color": LINE}},
            "label_position": "high",
        }
    )
    chart.set_legend({"position": "bottom", "font": _font(9)})
    chart.set_size({"width": 620, "height": 330})
    chart.set_chartarea({"border": {"none": True}})
    sheet.insert_chart(FIRST - 1, 7, chart)


def _pie(book: Book, sheet: Worksheet, head: int, end: int) -> None:
    chart: Any = book.workbook.add_chart({"type": "bar"})
    name = book.say("sheet-summary")
    chart.add_series(
        {
            "name": book.say("chart-outcomes"),
            "categories": [name, head + 1, 0, end - 1, 0],
            "values": [name, head + 1, 1, end - 1, 1],
            "fill": {"color": ACCENT},
            "data_labels": {"value": True, "font": _font(8)},
            "gap": 60,
        }
    )
    chart.set_title({"name": book.say("chart-outcomes"), "name_font": _font(11, bold=True), "overlay": False})
    chart.set_y_axis({"reverse": True, "num_font": _font(8), "line": {"color": LINE}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    chart.set_size({"width": 620, "height": 220})
    chart.set_chartarea({"border": {"none": True}})
    sheet.insert_chart(head + 8, 7, chart)


def _font(size: int, *, bold: bool = False) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": bold, "color": ACCENT if bold else GREY}
