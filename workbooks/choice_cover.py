"""The cover of a choice sheet: what is decided, for how many, how far it is, and who decides."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from xlsxwriter.worksheet import Worksheet

from workbooks.choice_layout import BY, CODE, COVER_MARKS, ON
from workbooks.choice_table import HOLE, Count, Table
from workbooks.decision_layout import visible
from workbooks.layout import words
from workbooks.look import height

WIDTHS: Final = (4, 26, 92)
LABEL, VALUE = 1, 2


class _Line(NamedTuple):
    """A row of the cover; `key` is what the hidden first column says where the row is read back."""

    label: str = ""
    text: str | Count = ""
    style: str = "body"
    size: float = 11
    key: str = ""


def write_cover(cover: Worksheet, table: Table, *, state: str, office: str, made: str) -> None:
    """Write the first sheet; `made` is the day in words."""
    formats = table.making.formats
    for index, width in enumerate(WIDTHS):
        cover.set_column(index, index, width, None, {"hidden": index < LABEL})
    for index, mark in zip((0, VALUE), COVER_MARKS, strict=True):
        cover.write_string(0, index, mark, formats["hidden"])
    cover.set_row(0, None, None, {"hidden": True})
    for row, line in enumerate(_lines(table, state, office, made), 1):
        cover.write_string(row, LABEL, line.label, formats["label"])
        if line.key:
            cover.write_string(row, 0, line.key, formats["hidden"])
        if isinstance(line.text, Count):
            cover.write_formula(row, VALUE, f"={line.text.text}", formats[line.style], line.text.shown)
        elif line.text:
            cover.write_string(row, VALUE, line.text, formats[line.style])
        else:
            cover.write_blank(row, VALUE, None, formats[line.style])
        cover.set_row(row, _height(line))
    cover.set_landscape()
    cover.fit_to_pages(1, 0)
    cover.protect("", {"format_columns": True, "format_rows": True, "insert_rows": True})


def _height(line: _Line) -> float:
    if line.style in {"by", "on"}:
        return 26
    told = line.text if isinstance(line.text, str) else ""
    return max(height(told, WIDTHS[VALUE], line.size), height(line.label, WIDTHS[LABEL] - 2, 11))


def _lines(table: Table, state: str, office: str, made: str) -> Iterator[_Line]:
    say, sheet = table.making.word, table.sheet
    yield _Line(text=visible(words(sheet.title, table.making.language)), style="title", size=18)
    yield _Line(text=visible(f"{state} · {office}"), style="label")
    yield _Line(text=visible(words(sheet.about, table.making.language)))
    yield _Line(text=say("subjects", count=len(table.ranked)))
    if sheet.places is not None:
        text = say("places", count=sheet.places, outcome=table.labels[0])
        yield _Line(say("places-label"), text)
    if table.earlier:
        yield _Line(text=say("earlier", count=len(table.earlier)))
    yield _Line(text=say("made", when=made), style="note", size=9)
    yield _Line()
    yield _Line(say("by-label"), style="by", key=BY)
    yield _Line(text=say("by-hint"), style="note", size=9)
    yield _Line(say("on-label"), style="on", key=ON)
    yield _Line(text=say("on-hint"), style="note", size=9)
    yield _Line()
    yield from _progress(table)
    yield _Line()
    yield from _how(table, office)
    yield _Line()
    yield _Line(say("code-label"), visible(table.code), "token", key=CODE)


def _progress(table: Table) -> Iterator[_Line]:
    say, places = table.making.word, table.sheet.places
    for number, count in enumerate(table.counts()):
        sentence = HOLE
        if number == 0 and places is not None:
            sentence = say("of-places", count=HOLE, places=str(places))
        yield _Line(table.labels[number], count._replace(sentence=sentence), "figure")
    yield _Line(say("no-choice"), table.left(), "figure")


def _how(table: Table, office: str) -> Iterator[_Line]:
    say, sheet = table.making.word, table.sheet
    required = " · ".join(sheet.label(one, table.making.language) for one in sheet.reason_for)
    steps = (
        say("how-1", sheet=say("sheet-choices")),
        say("how-2", outcomes=required) if required else say("how-2-free"),
        say("how-3"),
        say("how-4"),
        say("how-5", office=office),
    )
    for number, step in enumerate(steps):
        yield _Line("" if number else say("how"), visible(step))
