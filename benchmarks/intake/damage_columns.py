"""Columns: inserted, hidden, deleted, swapped."""

from benchmarks.intake.book import Case, rebuilt, with_columns
from benchmarks.intake.damages import damage


@damage("A column inserted on the left")
def column_left(c: Case) -> None:
    with_columns(c.q, [None, *range(1, 9)])


@damage("A column with own notes inserted in the middle")
def column_with_notes(c: Case) -> None:
    with_columns(c.q, [1, 2, 3, None, *range(4, 9)])
    c.note(c.q, 3, 4, "Qui répond ?")
    for item in c.said()[:4]:
        c.note(c.q, c.row(item.id), 4, "M. Traoré")


@damage("An empty column inserted in the middle")
def column_in_the_middle(c: Case) -> None:
    with_columns(c.q, [1, 2, None, *range(3, 9)])


@damage("A hidden column inserted")
def hidden_column(c: Case) -> None:
    with_columns(c.q, [1, 2, 3, None, *range(4, 9)])
    c.q.column_dimensions["D"].hidden = True


@damage("The hidden columns deleted")
def hidden_deleted(c: Case) -> None:
    with_columns(c.q, range(1, 7))


@damage("The hidden columns shown")
def hidden_shown(c: Case) -> None:
    for letter in "GH":
        c.q.column_dimensions[letter].hidden = False


@damage("The hidden counts deleted")
def counts_deleted(c: Case) -> None:
    with_columns(c.q, [1, 2, 3, 4, 5, 6, 8])


@damage("The column of comments deleted")
def comments_deleted(c: Case) -> None:
    c.lose(c.statements("comment"))
    with_columns(c.q, [1, 2, 3, 4, 5, 7, 8])


@damage("The column of laws deleted")
def law_column_deleted(c: Case) -> None:
    c.lose(c.statements("law"))
    with_columns(c.q, [1, 2, 3, 4, 6, 7, 8])


@damage("The columns of comments and laws deleted")
def two_columns_deleted(c: Case) -> None:
    c.lose([*c.statements("comment"), *c.statements("law")])
    with_columns(c.q, [1, 2, 3, 4, 7, 8])


@damage("The column of questions deleted")
def question_column_deleted(c: Case) -> None:
    with_columns(c.q, [1, 3, 4, 5, 6, 7, 8])


@damage("Answer and details swapped, with their headers")
def columns_swapped(c: Case) -> None:
    with_columns(c.q, [1, 2, 4, 3, 5, 6, 7, 8])


@damage("The columns in the opposite order")
def columns_mirrored(c: Case) -> None:
    with_columns(c.q, range(8, 0, -1))


@damage("Answer and details swapped without their headers, which were deleted")
def columns_swapped_unheaded(c: Case) -> None:
    """Whoever reads it sees from the cells which column is which; from the cells alone, each one of them."""
    with_columns(c.q, [1, 2, 4, 3, 5, 6, 7, 8])
    for column in range(1, 7):
        c.q.cell(3, column).value = None
    tables = {c.st(item) for item in c.filled_tables()}
    c.ask([each for each in c.truth if each not in tables])


@damage("A column of their own on the right: who answered, when")
def own_column_right(c: Case) -> None:
    with_columns(c.q, [1, 2, 3, 4, 5, 6, None, 7, 8])
    c.note(c.q, 3, 7, "Statut")
    for item in c.said()[::3]:
        c.note(c.q, c.row(item.id), 7, "fait, validé DG")


@damage("Columns made wide and narrow")
def widths(c: Case) -> None:
    for letter, width in zip("ABCDEF", (2, 10, 80, 3, 3, 120), strict=True):
        c.q.column_dimensions[letter].width = width


@damage("The columns of the tables swapped, with their headers")
def table_columns_swapped(c: Case) -> None:
    last = c.t.max_column
    if last > 3:
        rebuilt(c.t, range(1, c.t.max_row + 1), [1, 3, 2, *range(4, last + 1)])


@damage("The columns of the laws swapped, with their headers")
def law_columns_swapped(c: Case) -> None:
    with_columns(c.l, [1, 3, 2, 5, 4, 6])


@damage("All headers emptied, and a column inserted before the answers")
def unheaded_and_inserted(c: Case) -> None:
    """Where a column of ours begins and theirs ends, only the cells can say."""
    with_columns(c.q, [1, 2, None, *range(3, 9)])
    for column in range(1, 8):
        c.q.cell(3, column).value = None
    tables = {c.st(item) for item in c.filled_tables()}
    c.ask([each for each in c.truth if each not in tables])
