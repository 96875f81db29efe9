"""Items × bodies, with symbols and colours."""

from exports.counted import Mark, MatrixRow
from exports.excel_book import WIDE, Book, Column, height

LEADING = (
    Column("number", 15),
    Column("reference", 17, "small"),
    Column("question", 50),
    Column("agreed", 18, "strong"),
)
NARROW = 5
"""Characters: the width of a body's column."""
LOOK = {
    Mark.YES: "yes",
    Mark.IN_PART: "in-part",
    Mark.NO: "no",
    Mark.OTHER: "answered",
}


def matrix(book: Book) -> None:
    """Write a line per item and a column per body; the legend says what the symbols mean."""
    table = book.submission.matrix
    symbols = {mark: book.say(f"mark-{mark.value}") for mark in Mark}
    widths = sum(column.width for column in LEADING) + len(table.bodies) * NARROW + 22 * table.others
    sheet = book.sheet("matrix", wide=widths > WIDE)
    sheet.set_row(0, 28)
    book.write(sheet, 0, 0, book.say("sheet-matrix"), "title")
    legend = "   ".join(
        f"{symbols[mark]} {book.say(f'mark-meaning-{mark.value}')}"
        for mark in Mark
        if mark is not Mark.UNASKED
    )
    book.write(sheet, 1, 0, legend, "grey")
    if table.unshown:
        book.write(sheet, 2, 0, book.say("matrix-unshown"), "grey")
    head = 3 if table.unshown else 2
    columns = [*LEADING, *(Column(f"={name}", NARROW) for name in _distinct(table.bodies))]
    if table.others:
        columns.append(Column("others", 22))
    for number, row in enumerate(table.rows, head + 1):
        cells = tuple(zip(LEADING, (row.number, row.reference, row.question, row.agreed), strict=True))
        for index, (column, value) in enumerate(cells):
            book.write(sheet, number, index, value, column.format)
        sheet.set_row(number, height(cells))
        for index, mark in enumerate(row.marks, len(LEADING)):
            book.write(sheet, number, index, symbols[mark], LOOK.get(mark, "absent"))
        if table.others:
            book.write(sheet, number, len(columns) - 1, _others(row, symbols), "text")
    book.frame(sheet, columns, head, head + max(1, len(table.rows)))
    sheet.set_row(head, 150)
    for index, column in enumerate(columns[len(LEADING) :], len(LEADING)):
        look = "turned" if column.name.startswith("=") else "head"
        sheet.write_string(
            head, index, column.name[1:] if look == "turned" else book.say("column-others"), book.format(look)
        )
    sheet.freeze_panes(head + 1, 3)


def _others(row: MatrixRow, symbols: dict[Mark, str]) -> str:
    return "   ".join(f"{symbols[mark]} {count}" for mark, count in row.others)


def _distinct(names: tuple[str, ...]) -> list[str]:
    """Return the names as table headings: each unlike all others whatever its case, and not too long."""
    seen: dict[str, int] = {}
    headings = []
    for name in names:
        short = " ".join(name.split())[:200]
        count = seen[short.casefold()] = seen.get(short.casefold(), 0) + 1
        headings.append(short if count == 1 else f"{short} ({count})")
    return headings
