"""What people do to the tables of a Word form: split, joined, sorted; rows and columns gone, added, moved."""

from copy import deepcopy
from itertools import pairwise

from docx.oxml.ns import qn

from benchmarks.intake.damages import damage
from benchmarks.intake.paper import Paper, emptied, paragraph, text, type_into
from questionnaires.model import AnswerType, Item
from workbooks.layout import table_code


@damage("Word form: nothing, filled in and saved")
def word_nothing(_: Paper) -> None:
    pass


@damage("Word form: rows removed")
def word_rows_removed(p: Paper) -> None:
    for item in p.said(AnswerType.SCALE, AnswerType.TEXT)[1:12:3]:
        p.lose(p.parts(item))
        p.rows[item.id].getparent().remove(p.rows[item.id])


@damage("Word form: rows moved to the end of their table, and into the table of another article")
def word_rows_moved(p: Paper) -> None:
    items = p.said(AnswerType.SCALE)
    for item in items[:2]:
        p.table_of(item.id).append(p.rows[item.id])
    p.sections[-1].append(p.rows[items[3].id])


@damage("Word form: the rows of each table sorted by the words of the questions")
def word_rows_sorted(p: Paper) -> None:
    for table in p.sections:
        heads = p.heads(table)
        body = [row for row in table.tr_lst if row not in heads]
        for row in sorted(body, key=lambda row: text(row.tc_lst[1]).casefold()):
            table.append(row)


@damage("Word form: a row added under a question, with more words, without a code")
def word_row_added(p: Paper) -> None:
    for item in p.said(AnswerType.SCALE, part="details")[:3]:
        old = p.cell(item.id, "details")
        row = deepcopy(p.rows[item.id])
        for tc in row.tc_lst:
            emptied(tc)
        type_into(row.tc_lst[3], text(old))
        emptied(old)
        p.rows[item.id].addnext(row)
        p.ask([p.st(item, "details")], row.tc_lst[3])


@damage("Word form: rows added to a table of rows with the Tab key")
def word_table_rows_added(p: Paper) -> None:
    for item in p.filled_tables():
        last = p.rows[table_code(item, 6)]
        new = deepcopy(p.rows[table_code(item, 1)])
        last.addnext(new)
        emptied(new.tc_lst[0])
        words = []
        for column, tc in zip(item.columns, new.tc_lst[1:], strict=True):
            words.append((column.id, f"more of {column.id}"))
            type_into(tc, words[-1][1])
        p.truth[p.st(item)] = (*p.truth[p.st(item)], tuple(words))


@damage("Word form: a row of a table of rows removed")
def word_table_row_removed(p: Paper) -> None:
    for item in p.filled_tables():
        row = p.rows[table_code(item, 2)]
        row.getparent().remove(row)
        first, _, third = p.truth[p.st(item)]
        p.truth[p.st(item)] = (first, third)


def _apart(row: object) -> None:
    """Split a table before a row, as Word does: what follows has no heads."""
    table = row.getparent()
    after = deepcopy(table)
    for each in after.tr_lst:
        after.remove(each)
    at = table.tr_lst.index(row)
    for each in table.tr_lst[at:]:
        after.append(each)
    gap = paragraph("")[0]
    table.addnext(gap)
    gap.addnext(after)


@damage("Word form: each table of questions split in two, the second half without its heads")
def word_tables_split(p: Paper) -> None:
    for table in p.sections:
        items = p.in_table(table)
        _apart(p.rows[items[len(items) // 2].id])


def _join(first: object, second: object) -> None:
    for row in second.tr_lst:
        first.append(row)
    second.getparent().remove(second)


@damage("Word form: two tables of questions joined, the heads of the second in the middle")
def word_tables_joined(p: Paper) -> None:
    tables = p.sections
    for first, second in zip(tables[::2], tables[1::2], strict=False):
        _join(first, second)


@damage("Word form: two tables of questions joined, without the heads of the second")
def word_tables_joined_without(p: Paper) -> None:
    tables = p.sections
    for first, second in zip(tables[::2], tables[1::2], strict=False):
        for row in p.heads(second):
            second.remove(row)
        _join(first, second)


@damage("Word form: questions, rows and laws joined into one table")
def word_all_joined(p: Paper) -> None:
    first, *others = p.tables[1:]
    for table in others:
        _join(first, table)


@damage("Word form: the header rows deleted")
def word_heads_deleted(p: Paper) -> None:
    for table in p.sections:
        for row in p.heads(table):
            table.remove(row)


@damage("Word form: the row with the columns' names deleted")
def word_names_deleted(p: Paper) -> None:
    for table in p.sections:
        table.remove(p.heads(table)[1])


def _without(p: Paper, place: int) -> None:
    """Delete a column of the questions; a cell that reaches over it becomes narrower."""
    for table in p.sections:
        for row in table.tr_lst:
            right = 0
            for tc in row.tc_lst:
                if right <= place < right + tc.grid_span:
                    if tc.grid_span > 1:
                        tc.grid_span -= 1
                    else:
                        row.remove(tc)
                    break
                right += tc.grid_span
        grid = table.find(qn("w:tblGrid"))
        grid.remove(grid.findall(qn("w:gridCol"))[place])


@damage("Word form: the column of codes deleted")
def word_codes_deleted(p: Paper) -> None:
    _without(p, 0)


@damage("Word form: the column of questions deleted")
def word_questions_deleted(p: Paper) -> None:
    _without(p, 1)


@damage("Word form: the column of answers deleted")
def word_answers_deleted(p: Paper) -> None:
    """Without it nobody can say which column was which: what is left may be asked back as a whole."""
    p.lose([p.st(item) for item in p.items if _in_cell(p, item)])
    tables = [p.st(item) for item in p.filled_tables()]
    _without(p, 2)
    kept = set(tables)
    for each in [each for each in p.truth if each not in kept]:
        code = each[1]
        column = "details" if each[2] == "answer" else each[2]
        tcs = p.rows[code].tc_lst
        order = ["code", "question", "details", "law", "comment"]
        p.ask([each], tcs[order.index(column)])


def _in_cell(p: Paper, item: Item) -> bool:
    """Tell whether an answer stands in the column of answers."""
    value = p.truth.get(p.st(item))
    return value is not None and not (
        (item.type is AnswerType.TEXT and "⟦" in str(value))
        or (item.type is AnswerType.ROWS and isinstance(value, tuple))
    )


@damage("Word form: the column of comments deleted")
def word_comments_deleted(p: Paper) -> None:
    p.lose(p.statements("comment"))
    _without(p, 5)


@damage("Word form: a column of their own inserted before the answers")
def word_column_inserted(p: Paper) -> None:
    for table in p.sections:
        columns = table.find(qn("w:tblGrid"))
        columns.insert(2, deepcopy(columns[5]))
        marked = False
        for row in table.tr_lst:
            right = 0
            for tc in row.tc_lst:
                if right == 2:  # the answer's place
                    new = deepcopy(p.rows[p.in_table(table)[0].id].tc_lst[5])
                    emptied(new)
                    tc.addprevious(new)
                    if not marked and row is p.rows[p.in_table(table)[0].id]:
                        type_into(new, "our own remark")
                        p.note(new)
                        marked = True
                    break
                if right < 2 < right + tc.grid_span:
                    tc.grid_span += 1
                    break
                right += tc.grid_span


@damage("Word form: the borders of the cells of some rows dragged")
def word_borders_dragged(p: Paper) -> None:
    """Word then cuts the table into more columns, of which each cell covers one or two."""
    for table in p.sections:
        columns = table.find(qn("w:tblGrid"))
        columns.insert(2, deepcopy(columns[2]))
        columns[1].w, columns[2].w = columns[1].w - 400000, 400000
        dragged = [p.rows[item.id] for item in p.in_table(table)[1::3]]
        for row in table.tr_lst:
            right = 0
            for tc in list(row.tc_lst):
                if right <= 1 < right + tc.grid_span and row not in dragged:
                    tc.grid_span += 1
                    break
                if right == 2 and row in dragged:
                    tc.grid_span = 2
                    break
                right += tc.grid_span


@damage("Word form: details and answer of two questions merged")
def word_cells_merged(p: Paper) -> None:
    """The answer is the first one's; the other is asked."""
    document = {id(table._tbl): table for table in p.document.tables}  # noqa: SLF001
    for element in p.sections:
        table = document[id(element)]
        items = [item for item in p.in_table(element) if item in p.typed(AnswerType.SCALE)]
        pairs = [
            (one, two) for one, two in pairwise(items)
            if element.tr_lst.index(p.rows[two.id]) == element.tr_lst.index(p.rows[one.id]) + 1
        ]  # fmt: skip
        for one, two in pairs[:1]:
            rows = [element.tr_lst.index(p.rows[each.id]) for each in (one, two)]
            emptied(p.cell(two.id))
            table.cell(rows[0], 2).merge(table.cell(rows[1], 2))
            value = p.truth.pop(p.st(two))
            p.asked[p.st(two)] = value
            p.spots[p.st(two)] = [p.rows[two.id].tc_lst[2]]


@damage("Word form: law and comment merged into the details")
def word_cells_merged_across(p: Paper) -> None:
    document = {id(table._tbl): table for table in p.document.tables}  # noqa: SLF001
    for element in p.sections:
        table = document[id(element)]
        items = [i for i in p.in_table(element) if p.parts(i, "details") and not p.parts(i, "law", "comment")]
        for item in items[:2]:
            at = element.tr_lst.index(p.rows[item.id])
            table.cell(at, 3).merge(table.cell(at, 5))
