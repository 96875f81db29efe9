"""The column of codes: deleted, hidden, overtyped, cut."""

from benchmarks.intake.book import Case, each_name, with_columns
from benchmarks.intake.damages import damage
from questionnaires.model import AnswerType


def codes(c: Case) -> list[tuple[int, str]]:
    """List the rows of the questions that have a code."""
    return [
        (row, c.q.cell(row, 1).value)
        for row in range(4, c.q.max_row + 1)
        if str(c.q.cell(row, 1).value).startswith("untoc.")
    ]


def unnamed(c: Case) -> None:
    for name, _ in each_name(c.book):
        del c.book.defined_names[name]


@damage("The column of codes deleted")
def code_column_deleted(c: Case) -> None:
    with_columns(c.q, range(2, 9))


@damage("The column of codes hidden")
def code_column_hidden(c: Case) -> None:
    c.q.column_dimensions["A"].hidden = True


@damage("The codes overtyped with 1, 2, 3 …")
def codes_numbered(c: Case) -> None:
    for number, (row, _) in enumerate(codes(c), 1):
        c.q.cell(row, 1).value = number


@damage("The codes cut to their first half")
def codes_cut(c: Case) -> None:
    for row, code in codes(c):
        c.q.cell(row, 1).value = code[: len(code) // 2]


@damage("The codes in capitals, with spaces around them")
def codes_in_capitals(c: Case) -> None:
    for row, code in codes(c):
        c.q.cell(row, 1).value = f" {code.upper()}\u00a0"


@damage("The codes emptied, and all defined names gone")
def codes_and_names_gone(c: Case) -> None:
    for row, _ in codes(c):
        c.q.cell(row, 1).value = None
    unnamed(c)


@damage("The column of codes deleted, and all defined names gone")
def code_column_and_names_gone(c: Case) -> None:
    with_columns(c.q, range(2, 9))
    unnamed(c)


@damage("The codes of some questions emptied by mistake")
def some_codes_emptied(c: Case) -> None:
    for row, _ in codes(c)[5:25:3]:
        c.q.cell(row, 1).value = None


@damage("The codes of some questions emptied, and all defined names gone")
def some_codes_and_names_gone(c: Case) -> None:
    for row, _ in codes(c)[5:25:3]:
        c.q.cell(row, 1).value = None
    unnamed(c)


@damage("The codes of the options emptied")
def option_codes_emptied(c: Case) -> None:
    for row, code in codes(c):
        if ":" in code:
            c.q.cell(row, 1).value = None


@damage("The codes of the options emptied, and all defined names gone")
def option_codes_and_names_gone(c: Case) -> None:
    option_codes_emptied(c)
    unnamed(c)


@damage("A remark typed behind some codes")
def remark_behind_codes(c: Case) -> None:
    for row, code in codes(c)[::9]:
        c.q.cell(row, 1).value = f"{code} (à relire)"


@damage("Codes dragged down: several rows bear the code of the first")
def codes_dragged(c: Case) -> None:
    """Which row is which, the question's words still say; but two rows say that they are the same one."""
    first, second = c.typed(AnswerType.SCALE, AnswerType.YES_NO)[:2]
    c.q.cell(c.row(second.id), 1).value = first.id
    c.ask([*c.parts(first), *c.parts(second)])


@damage("The row numbers of the tables emptied")
def table_codes_emptied(c: Case) -> None:
    for item in c.filled_tables():
        for row in c.table_rows(item, 12):
            c.t.cell(row, 1).value = None


@damage("The row numbers of the tables overtyped with 1, 2, 3 …")
def table_codes_numbered(c: Case) -> None:
    for item in c.filled_tables():
        for number, row in enumerate(c.table_rows(item, 12), 1):
            c.t.cell(row, 1).value = number


@damage("The numbers of the laws typed as 1, 2, 3 …")
def laws_numbered(c: Case) -> None:
    for number in range(1, 31):
        c.l.cell(c.row(f"L{number}"), 1).value = number


@damage("The codes of words with a changed letter: a full stop became a comma")
def codes_with_commas(c: Case) -> None:
    for row, code in codes(c):
        c.q.cell(row, 1).value = code.replace(".", ",")
