"""Find our rows in a returned file: by row code, by the name of the answer cell, by the question's words.

Never by position or sheet name: rows may be re-sorted, inserted, copied; sheets renamed, moved, doubled.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from problems.witnesses import CodesOfAnotherTable, WordsForNumbers
from questionnaires.model import Item, of_form
from workbooks.columns import Hits, columns_of, question_columns
from workbooks.contents import Contents, Sheet, text
from workbooks.contents import Value as CellValue
from workbooks.found import CODE, INPUT, Doubt, Found, Frame, Row
from workbooks.index import Index, law_headers, question_headers
from workbooks.layout import LAW_COLUMNS, LAWS, QUESTION_COLUMNS
from workbooks.named import Named, answer_cells
from workbooks.shifted import moved_cells
from workbooks.table_heads import headers, in_doubt
from workbooks.unlabelled import by_wording
from workbooks.values import folded, is_blank, preview
from workbooks.witnesses import open_words, weigh

_HEADER_LENGTH: Final = 60
_LAW_SHEET: Final = 5
"""So many row codes of laws make a sheet of laws even where its headers are gone."""

_ACROSS: Final = 4
"""More codes than these in one row, and more than in any column, make a sheet that was transposed."""

FAR: Final = 10_000_000
"""More than the number of any row of a table, so that rows without one come in their own order, last."""

HEADER_LEAST: Final = 3
"""So many header words make a header row; one or two may be anything."""

INPUT_OF_FORMS: Final = ("answer", "details", "comment")
"""A form asks for no law: its column is hidden in the workbook, and absent on paper."""

Header = tuple[tuple[str, str], ...]
"""The (language, column) pairs that a text may head."""


def column_number(letters: str) -> int:
    """Return the number of a column, from 1, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@dataclass(slots=True)
class _Marks:
    """What a sheet shows of ours: codes by column, header labels by row."""

    codes: dict[int, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    headers: dict[int, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    law_headers: dict[int, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    languages: Counter[str] = field(default_factory=Counter)


def find(contents: Contents, index: Index) -> Found:
    """Find every row of ours in a file."""
    found, languages = Found(), Counter[str]()
    for sheet in contents.sheets:
        marks = _marks(sheet, index)
        if _transposed(marks):
            found.turned.add(sheet.name)
            continue
        _questions(sheet, marks, index, found, languages)
        _laws(sheet, marks, found)
        _tables(sheet, marks, index, found)
    found.language = languages.most_common(1)[0][0] if languages else ""
    named = answer_cells(contents, index)
    weigh(index, found, named)
    _by_name(contents, index, found, named)
    by_wording(contents, index, found)
    moved_cells(index, found, named)
    return found


def _marks(sheet: Sheet, index: Index) -> _Marks:
    marks = _Marks()
    for down, values in enumerate(sheet.rows, sheet.first_row):
        for right, value in enumerate(values, sheet.first_column):
            if type(value) is not str or len(value) > 2 * _HEADER_LENGTH:
                continue
            mark = _mark(value, index)
            if mark is None:
                continue
            code, questions, laws = mark
            if code:
                marks.codes[right].append((down, code))
            for language, column in questions:
                marks.headers[down].setdefault(column, right)
                marks.languages[language] += 1
            for _, column in laws:
                marks.law_headers[down].setdefault(column, right)
    return marks


@lru_cache(maxsize=16_384)
def _mark(value: str, index: Index) -> tuple[str, Header, Header] | None:
    """Tell what a text is of ours: a code, or a header of questions or laws. Files repeat each other."""
    if code := index.code(value):
        return code, (), ()
    words = folded(value) if len(value) <= _HEADER_LENGTH else ""
    questions, laws = question_headers().get(words, ()), law_headers().get(words, ())
    return ("", questions, laws) if questions or laws else None


def _questions(sheet: Sheet, marks: _Marks, index: Index, found: Found, languages: Counter[str]) -> None:
    row, labels = _header(marks.headers)
    words = labels.get("question", 0)
    main, hits = _main(marks, _of_question, lambda row, code: code in index.meant(sheet.at(row, words)))
    if len(labels) < HEADER_LEAST and (not hits or _outnumbered(marks, len(hits))):
        return
    columns = question_columns(sheet, labels, main, hits, index) | _copied(sheet, main, marks, labels)
    found.questions[sheet.name] = columns
    languages.update(marks.languages)
    for other, seen in marks.headers.items():
        if other == row or len(seen) >= HEADER_LEAST:
            found.claim(Row("", sheet, other, columns))
    if "answer" not in columns:
        found.lost[sheet.name] = tuple(column for column in INPUT if column not in columns)
        return
    forms = hits and all(of_form(index.items[index.item_of(code)].instrument) for _, code in hits)
    wanted = INPUT_OF_FORMS if forms else INPUT
    if missing := tuple(column for column in wanted if column not in columns):
        found.gone[sheet.name] = missing
    found.frames[sheet.name] = Frame(columns.get(CODE, 0), row, columns.get("count", 0))
    for down, code in hits:
        found.add(Row(code, sheet, down, columns))


def _copied(sheet: Sheet, main: int, marks: _Marks, labels: Mapping[str, int]) -> dict[str, int]:
    """Return the columns that hold nothing but what stands in the column of codes: copies say nothing."""
    others = marks.codes.keys() - {main, *labels.values()}
    if not others:
        return {}
    down = range(sheet.first_row, sheet.first_row + len(sheet.rows))
    ours = {sheet.at(row, main) for row in down}
    return {
        f"{CODE}-{right}": right
        for right in others
        if all(value in ours or is_blank(value) for value in (sheet.at(row, right) for row in down))
    }


def _laws(sheet: Sheet, marks: _Marks, found: Found) -> None:
    main, hits = _main(marks, lambda code: code.startswith("L"))
    row, labels = _header(marks.law_headers)
    if len(labels) < HEADER_LEAST and (len(hits) < _LAW_SHEET or sheet.name in found.questions):
        return
    columns = columns_of(labels, main, LAW_COLUMNS)
    if "law-title" not in columns:
        found.lost.setdefault(sheet.name, ("law-title",))
        return
    found.frames.setdefault(sheet.name, Frame(columns.get("law-number", 0), row))
    if row:
        found.claim(Row("", sheet, row, columns))
    for down, code in hits:
        found.add_law(Row(code, sheet, down, columns))
    if row and not hits:
        _numbered(sheet, row, columns, found)


def _numbered(sheet: Sheet, top: int, columns: Mapping[str, int], found: Found) -> None:
    """Find the laws of a list whose codes became plain numbers."""
    for row in range(top + 1, sheet.first_row + len(sheet.rows)):
        number = sheet.at(row, columns.get("law-number", 0))
        plain = text(number)
        if plain.isascii() and plain.isdigit() and 0 < int(plain) <= LAWS:
            found.add_law(Row(f"L{int(plain)}", sheet, row, columns))


def _tables(sheet: Sheet, marks: _Marks, index: Index, found: Found) -> None:
    main, hits = _main(marks, lambda code: "#" in code)
    if main != found.questions.get(sheet.name, {CODE: main}).get(CODE):
        return  # somebody wrote of a table's row among the answers
    heads = {index.item_of(code): row for row, code in reversed(hits) if code.endswith("#")}
    columns = {
        name: _table_columns(sheet, heads.get(name, 0), main, index.items[name])
        for name in dict.fromkeys(index.item_of(code) for _, code in hits)
    }
    doubted = _doubted_tables(sheet, main, hits, index, found) if hits else frozenset()
    for down, code in hits:
        name = index.item_of(code)
        row = Row(code, sheet, down, columns[name])
        if name in doubted:
            row = Row("", sheet, down, columns[name], "doubt")
        if code.endswith("#") or name in doubted:
            found.claim(row)
        else:
            found.add(row)
    for name, head in heads.items():
        if name in doubted:
            continue
        _unnumbered(sheet, head, min((row for row in heads.values() if row > head), default=0), name,
                    columns[name], found)  # fmt: skip


def _doubted_tables(sheet: Sheet, main: int, hits: Hits, index: Index, found: Found) -> Set[str]:
    """Ask for the tables whose rows bear the codes of others; the heads of our columns are nobody's row."""
    found.frames.setdefault(sheet.name, Frame(main))
    tops = headers(sheet, index)
    doubted = in_doubt(sheet, main, hits, tops, index)
    for name, head in doubted.items():
        columns = _table_columns(sheet, head, main, index.items[name])
        found.doubt(name, Doubt(Row(f"{name}#", sheet, head, columns), CodesOfAnotherTable, {}))
        found.claim(Row("", sheet, head, columns, "doubt"))
    return doubted.keys()


def _unnumbered(  # noqa: PLR0917
    sheet: Sheet, head: int, following: int, item: str, columns: Mapping[str, int], found: Found
) -> None:
    """Find the rows of a table that lost their number, between its header and its last numbered row.

    Where none has a number, they reach as far as the next table, or as there is no empty row between them.
    """
    rows = (row for code, rows in found.rows.items() if code.partition("#")[0] == item for row in rows)
    numbered = [row.row for row in rows if row.sheet.name == sheet.name]
    end = max(numbered, default=0) or following or sheet.first_row + len(sheet.rows)
    for row in range(head + 1, end):
        if (sheet.name, row) in found.claimed:
            continue
        new = Row(f"{item}#{FAR + row}", sheet, row, columns, "place")
        if any(not is_blank(new.value(column)) for column in columns if column != CODE):
            if _says_something(new.value(CODE), item, end - head):
                found.doubt(item, Doubt(new, WordsForNumbers, {"value": preview(new.value(CODE))}))
            found.add(new)
        elif not numbered and not following:
            return


def _says_something(value: CellValue, item: str, rows: int) -> bool:
    """Tell whether more than a row's number, or a piece of its code, stands there: all may have moved."""
    plain = folded(text(value))
    numbered = plain.isdecimal() and int(plain) <= rows
    return bool(plain) and not numbered and plain.split()[0] not in folded(item).split()


def _table_columns(sheet: Sheet, head: int, main: int, item: Item) -> dict[str, int]:
    """Return where the columns of an item's table stand: by the labels of its header row, or by order."""
    labels = {folded(text): column.id for column in item.columns for text in column.label.values()}
    seen: dict[str, int] = {}
    for right in range(sheet.first_column, sheet.first_column + max(map(len, sheet.rows), default=0)):
        value = sheet.at(head, right) if head else None
        if isinstance(value, str) and folded(value) in labels:
            seen.setdefault(labels[folded(value)], right)
    return columns_of(seen, main, (CODE, *(column.id for column in item.columns)))


def _of_question(code: str) -> bool:
    return "#" not in code and not code.startswith("L")


def _main(
    marks: _Marks, wanted: Callable[[str], bool], own: Callable[[int, str], bool] | None = None
) -> tuple[int, Hits]:
    """Return the column that holds most of the codes wanted, and the codes there with their rows.

    Of several that hold many, that in which most codes stand in their own row.
    """
    columns = {
        right: [(row, code) for row, code in hits if wanted(code)] for right, hits in marks.codes.items()
    }
    most = max(map(len, columns.values()), default=0)
    if most == 0:
        return 0, []
    many = sorted(right for right, hits in columns.items() if 2 * len(hits) >= most)
    if own and len(many) > 1:
        main = max(many, key=lambda right: (sum(own(row, code) for row, code in columns[right]), -right))
    else:
        main = max(many, key=lambda right: (len(columns[right]), -right))
    return main, columns[main]


def _transposed(marks: _Marks) -> bool:
    """Tell whether a sheet shows one code a column, as many beside each other as nowhere beneath."""
    across = Counter(row for hits in marks.codes.values() for row, _ in hits)
    most = max(across.values(), default=0)
    return most > _ACROSS and most > max(map(len, marks.codes.values()))


def _outnumbered(marks: _Marks, hits: int) -> bool:
    """Tell whether a sheet shows more codes of tables or laws than the `hits` of questions in it."""
    others = [
        code for codes in marks.codes.values() for _, code in codes if "#" in code or code.startswith("L")
    ]
    return len(others) > hits


def _header(rows: Mapping[int, dict[str, int]]) -> tuple[int, dict[str, int]]:
    """Return the row with most header labels, and its labels."""
    row = max(rows, key=lambda row: len(rows[row]), default=0)
    return (row, rows[row]) if row else (0, {})


def _by_name(contents: Contents, index: Index, found: Found, named: Named) -> None:
    """Find the answer cells whose rows lost their code by their defined names."""
    sheets = {sheet.name: sheet for sheet in contents.sheets}
    lost = [(code, cells) for code, cells in named.cells.items() if code not in found.rows]
    for code, (name, down, answer) in ((code, cell) for code, cells in lost for cell in cells):
        if name not in sheets or (name, down) in found.claimed or index.item_of(code) in found.doubts:
            continue
        columns = found.questions.get(name) or columns_of({"answer": answer}, 0, QUESTION_COLUMNS)
        row = Row(code, sheets[name], down, columns, "name")
        if columns.get("answer") == answer and _own_wording(row, index, found):
            found.add(row)


def _own_wording(row: Row, index: Index, found: Found) -> bool:
    """Tell whether a row's words do not speak against its code: names stay behind when rows are sorted."""
    words = row.value("question")
    if not isinstance(words, str):
        return not any(row.code in meant for meant in open_words(row, index, found))
    if row.code in index.options:
        return folded(words) in map(folded, index.options[row.code][1].label.values())
    return any(said in folded(words) for said in index.said[row.code])
