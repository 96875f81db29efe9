"""Rows: sorted, inserted, deleted, hidden, doubled; and the header among them."""

from benchmarks.intake.book import COLUMN, Case, inserted, rebuilt, sorted_by, without_rows
from benchmarks.intake.damages import damage
from workbooks.layout import QUESTION_COLUMNS, header


@damage("Rows sorted by the answer")
def sorted_by_answer(c: Case) -> None:
    sorted_by(c.q, COLUMN["answer"], 4)


@damage("Rows sorted by the question")
def sorted_by_question(c: Case) -> None:
    sorted_by(c.q, COLUMN["question"], 4)


@damage("Everything sorted, the header too")
def sorted_with_header(c: Case) -> None:
    sorted_by(c.q, COLUMN["question"], 1)


@damage("Rows in the opposite order")
def upside_down(c: Case) -> None:
    rebuilt(c.q, range(c.q.max_row, 0, -1), follow=False)


@damage("Empty rows inserted between the questions")
def blank_rows(c: Case) -> None:
    inserted(c.q, range(5, c.q.max_row, 4))


@damage("Rows with notes inserted between the questions")
def rows_with_notes(c: Case) -> None:
    inserted(c.q, (6, 15, 30))
    c.note(c.q, 6, 2, "NB : demander au service juridique")
    c.note(c.q, 16, 4, "voir plus haut")
    c.note(c.q, 32, 3, "Yes")


@damage("Half of the questions deleted")
def half_deleted(c: Case) -> None:
    gone = c.items[1::2]
    for item in gone:
        c.lose(c.parts(item))
    names = {item.id for item in gone}
    without_rows(c.q, [row for code, row in c.rows().items() if code.partition(":")[0] in names])
    without_rows(c.t, [row for item in gone for row in _table_rows(c, item.id)])


def _table_rows(c: Case, item: str) -> list[int]:
    return [row for row in range(1, c.t.max_row + 1) if str(c.t.cell(row, 1).value).partition("#")[0] == item]


@damage("Unanswered questions deleted")
def unanswered_deleted(c: Case) -> None:
    said = {each[1] for each in c.truth}
    without_rows(
        c.q,
        [
            r
            for code, r in c.rows().items()
            if code.startswith("untoc") and code.partition(":")[0] not in said
        ],
    )


@damage("Options that were not ticked deleted")
def unticked_deleted(c: Case) -> None:
    without_rows(c.q, [r for code, r in c.rows().items() if ":" in code and not c.q.cell(r, 3).value])


@damage("Rows hidden by a filter")
def filtered(c: Case) -> None:
    c.q.auto_filter.ref = f"A3:F{c.q.max_row}"
    for row in range(4, c.q.max_row + 1, 2):
        c.q.row_dimensions[row].hidden = True


@damage("Rows grouped and folded")
def grouped(c: Case) -> None:
    c.q.row_dimensions.group(5, 20, outline_level=1, hidden=True)
    c.q.column_dimensions.group("D", "F", outline_level=1, hidden=True)


@damage("An article moved to the end")
def article_moved(c: Case) -> None:
    rows = list(range(1, c.q.max_row + 1))
    rebuilt(c.q, [*rows[:3], *rows[24:], *rows[3:24]])


@damage("Options moved away from their question")
def options_apart(c: Case) -> None:
    options = sorted(row for code, row in c.rows().items() if ":" in code)
    rest = [row for row in range(1, c.q.max_row + 1) if row not in options]
    rebuilt(c.q, [*rest, *options])


@damage("Some rows doubled, both copies equal")
def rows_doubled(c: Case) -> None:
    rows: list[int] = []
    twice = {c.row(item.id) for item in c.typed()[::4]}
    for row in range(1, c.q.max_row + 1):
        rows += [row, row] if row in twice else [row]
    rebuilt(c.q, rows, follow=False)


@damage("Rows of a table sorted")
def table_sorted(c: Case) -> None:
    for item in c.filled_tables():
        rows = c.table_rows(item, 12)
        order = list(range(1, c.t.max_row + 1))
        for row, other in zip(rows, reversed(rows), strict=True):
            order[row - 1] = other
        rebuilt(c.t, order, follow=False)


@damage("Laws sorted by their title")
def laws_sorted(c: Case) -> None:
    rows = [c.row(f"L{number}") for number in range(1, 5)]
    order = list(range(1, c.l.max_row + 1))
    for row, other in zip(rows, (rows[2], rows[0], rows[3], rows[1]), strict=True):
        order[row - 1] = other
    rebuilt(c.l, order, follow=False)


@damage("The header row deleted")
def header_deleted(c: Case) -> None:
    for sheet in (c.q, c.l):
        without_rows(sheet, [3])


@damage("The title rows above the header deleted")
def titles_deleted(c: Case) -> None:
    for sheet in (c.q, c.l):
        without_rows(sheet, [1, 2])


@damage("The header translated into Spanish by hand")
def header_translated(c: Case) -> None:
    words = ("N.º", "Pregunta", "Respuesta", "Detalles", "Ley", "Observaciones")
    for column, text in enumerate(words, 1):
        c.q.cell(3, column).value = text


@damage("The header in our words of the other language")
def header_in_other_language(c: Case) -> None:
    other = "fr" if c.body.language == "en" else "en"
    for column, name in enumerate(QUESTION_COLUMNS[:6], 1):
        c.q.cell(3, column).value = header(other, name)


@damage("Two headers overtyped with own words")
def header_overtyped(c: Case) -> None:
    for column, text in ((3, "OUR REPLY (draft 2)"), (5, "Statutes")):
        c.q.cell(3, column).value = text


@damage("The header repeated above each article")
def header_repeated(c: Case) -> None:
    rows: list[int] = []
    for row in range(1, c.q.max_row + 1):
        heading = row > 4 and isinstance(c.q.cell(row, 1).value, str) and c.q.cell(row, 2).value is None
        rows += [3, row] if heading else [row]
    rebuilt(c.q, rows)


@damage("A second header row of their own inserted")
def second_header(c: Case) -> None:
    inserted(c.q, [4])
    for column, text in enumerate(("Réf.", "Texte", "Rép.", "Suite", "Base", "Autre"), 1):
        c.note(c.q, 4, column, text)


@damage("Question texts shortened and reworded by hand")
def questions_reworded(c: Case) -> None:
    """Of a tick beside words that are none of ours, only the sender knows what it ticks."""
    ticks = {row: item for item in c.ticked() for row in c.option_rows(item) if c.q.cell(row, 3).value}
    for row in list(c.rows().values())[6::5]:
        if isinstance(c.q.cell(row, 2).value, str):
            c.q.cell(row, 2).value = "see e-mail of 3 May"
            if row in ticks:
                c.ask([c.st(ticks[row])])
