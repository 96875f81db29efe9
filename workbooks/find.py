"""Find our rows in a returned file: by row code, by the name of the answer cell, by the question's words.

Never by position or sheet name: rows may be re-sorted, inserted, copied; sheets renamed, moved, doubled.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from questionnaires.model import Item, of_form
from workbooks.contents import Contents, Sheet, cell_name
from workbooks.contents import Value as CellValue
from workbooks.index import Index, law_headers, question_headers
from workbooks.layout import LAW_COLUMNS, QUESTION_COLUMNS
from workbooks.values import folded

_REFERENCE: Final = re.compile(r"^=?\$?(?:'((?:[^']|'')+)'|([^'!]+?))[!.]\$?([A-Z]{1,3})\$?(\d+)$")
_HEADER_LENGTH: Final = 60
_LAW_SHEET: Final = 5
"""So many row codes of laws make a sheet of laws even where its headers are gone."""

HEADER_LEAST: Final = 3
"""So many header words make a header row; one or two may be anything."""

INPUT: Final = ("answer", "details", "law", "comment")
"""The columns of a question that take something."""

INPUT_OF_FORMS: Final = ("answer", "details", "comment")
"""A form asks for no law: its column is hidden in the workbook, and absent on paper."""

NOT_OF_OPTIONS: Final = frozenset({"details", "law", "comment"})
"""The columns that the row of an option does not have."""

CODE: Final = "code"

How = Literal["code", "name", "text"]
Hits = Sequence[tuple[int, str]]
Header = tuple[tuple[str, str], ...]
"""The (language, column) pairs that a text may head."""


def column_number(letters: str) -> int:
    """Return the number of a column, from 1, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@dataclass(slots=True, eq=False)  # not frozen: a file has hundreds, and frozen ones cost three times as much
class Row:
    """One of our rows in a file: its code, and where the columns stand. Never altered."""

    code: str
    sheet: Sheet
    row: int
    columns: Mapping[str, int]
    how: How = "code"
    values: tuple[CellValue, ...] = field(init=False)
    """What the row holds, from the sheet's first column on."""

    def __post_init__(self) -> None:
        down = self.row - self.sheet.first_row
        self.values = self.sheet.rows[down] if 0 <= down < len(self.sheet.rows) else ()

    def value(self, column: str) -> CellValue:
        place = self.columns.get(column, 0) - self.sheet.first_column
        return self.values[place] if 0 <= place < len(self.values) else None

    def cell(self, column: str) -> str:
        return cell_name(self.row, self.columns[column])

    @property
    def accounted(self) -> frozenset[int]:
        """The columns whose cells are read with this row."""
        kept = self.columns.keys() - NOT_OF_OPTIONS if ":" in self.code else self.columns.keys()
        return frozenset(self.columns[column] for column in kept)


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a sheet of ours: column of codes, header row, hidden count; 0 where unknown."""

    first: int
    top: int = 0
    count: int = 0


@dataclass(slots=True)
class Found:
    """Everything of ours in a file."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    laws: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    claimed: dict[tuple[str, int], Row] = field(default_factory=dict)
    """(sheet, row) of each row of ours, headers too."""
    questions: dict[str, Mapping[str, int]] = field(default_factory=dict)  # sheet → where its columns stand
    lost: dict[str, tuple[str, ...]] = field(default_factory=dict)  # sheet → columns that are not recognized
    frames: dict[str, Frame] = field(default_factory=dict)  # by sheet
    language: str = ""

    def add(self, row: Row) -> None:
        self.rows[row.code].append(row)
        self.claim(row)

    def claim(self, row: Row) -> None:
        self.claimed.setdefault((row.sheet.name, row.row), row)


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
        _questions(sheet, marks, index, found, languages)
        _laws(sheet, marks, found)
        _tables(sheet, marks, index, found)
    found.language = languages.most_common(1)[0][0] if languages else ""
    _by_name(contents, index, found)
    _by_wording(contents, index, found)
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
    main, hits = _main(marks, lambda code: "#" not in code and not code.startswith("L"))
    row, labels = _header(marks.headers)
    if len(labels) < HEADER_LEAST and (not hits or _outnumbered(marks, len(hits))):
        return
    columns = _columns(labels, main, QUESTION_COLUMNS)
    found.questions[sheet.name] = columns
    languages.update(marks.languages)
    if row:
        found.claim(Row("", sheet, row, columns))
    forms = hits and all(of_form(index.items[index.item_of(code)].instrument) for _, code in hits)
    wanted = INPUT_OF_FORMS if forms else INPUT
    missing = tuple(column for column in wanted if column not in columns)
    if missing:
        found.lost[sheet.name] = missing
        return
    found.frames[sheet.name] = Frame(columns.get(CODE, 0), row, columns.get("count", 0))
    for down, code in hits:
        found.add(Row(code, sheet, down, columns))


def _laws(sheet: Sheet, marks: _Marks, found: Found) -> None:
    main, hits = _main(marks, lambda code: code.startswith("L"))
    row, labels = _header(marks.law_headers)
    if len(labels) < HEADER_LEAST and (len(hits) < _LAW_SHEET or sheet.name in found.questions):
        return
    columns = _columns(labels, main, LAW_COLUMNS)
    if "law-title" not in columns:
        found.lost.setdefault(sheet.name, ("law-title",))
        return
    found.frames.setdefault(sheet.name, Frame(columns.get("law-number", 0), row))
    if row:
        found.claim(Row("", sheet, row, columns))
    for down, code in hits:
        law = Row(code, sheet, down, columns)
        found.laws[code].append(law)
        found.claim(law)


def _tables(sheet: Sheet, marks: _Marks, index: Index, found: Found) -> None:
    main, hits = _main(marks, lambda code: "#" in code)
    if main != found.questions.get(sheet.name, {CODE: main}).get(CODE):
        return  # somebody wrote of a table's row among the answers
    heads = {index.item_of(code): row for row, code in reversed(hits) if code.endswith("#")}
    columns = {
        name: _table_columns(sheet, heads.get(name, 0), main, index.items[name])
        for name in dict.fromkeys(index.item_of(code) for _, code in hits)
    }
    if hits:
        found.frames.setdefault(sheet.name, Frame(main))
    for down, code in hits:
        row = Row(code, sheet, down, columns[index.item_of(code)])
        if code.endswith("#"):
            found.claim(row)
        else:
            found.add(row)


def _table_columns(sheet: Sheet, head: int, main: int, item: Item) -> dict[str, int]:
    """Return where the columns of an item's table stand: by the labels of its header row, or by order."""
    labels = {folded(text): column.id for column in item.columns for text in column.label.values()}
    seen: dict[str, int] = {}
    for right in range(sheet.first_column, sheet.first_column + max(map(len, sheet.rows), default=0)):
        value = sheet.at(head, right) if head else None
        if isinstance(value, str) and folded(value) in labels:
            seen.setdefault(labels[folded(value)], right)
    return _columns(seen, main, (CODE, *(column.id for column in item.columns)))


def _main(marks: _Marks, wanted: Callable[[str], bool]) -> tuple[int, Hits]:
    """Return the column that holds most of the codes wanted, and the codes there with their rows."""
    columns = {
        right: [(row, code) for row, code in hits if wanted(code)] for right, hits in marks.codes.items()
    }
    main = max(columns, key=lambda right: len(columns[right]), default=0)
    return (main, columns[main]) if main and columns[main] else (0, [])


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


def _columns(seen: Mapping[str, int], main: int, order: Sequence[str]) -> dict[str, int]:
    """Return where columns stand: by their headers; a lost header by its place among the others.

    A place is inferred only where everything that was seen stands as it was sent, one beside the other.
    """
    columns = dict(seen)
    if main:
        columns[order[0]] = main
    offsets = {right - order.index(column) for column, right in columns.items()}
    if len(offsets) == 1:
        (offset,) = offsets
        columns |= {column: place + offset for place, column in enumerate(order) if place + offset > 0}
    return columns


def _by_name(contents: Contents, index: Index, found: Found) -> None:
    """Find the answer cells whose rows lost their code by their defined names."""
    sheets = {sheet.name: sheet for sheet in contents.sheets}
    for name, reference in contents.names.items():
        code = index.names.get(name[: name.rfind("_") + 1].casefold(), "")
        hit = _REFERENCE.match(reference) if code and code not in found.rows else None
        sheet = sheets.get((hit[1] or hit[2]).replace("''", "'")) if hit else None
        if hit is None or sheet is None or (sheet.name, int(hit[4])) in found.claimed:
            continue
        answer = column_number(hit[3])
        columns = found.questions.get(sheet.name) or _columns({"answer": answer}, 0, QUESTION_COLUMNS)
        row = Row(code, sheet, int(hit[4]), columns, "name")
        if columns.get("answer") == answer and _own_wording(row, index):
            found.add(row)


def _own_wording(row: Row, index: Index) -> bool:
    """Tell whether a row's words do not speak against its code: names stay behind when rows are sorted."""
    words = row.value("question")
    if not isinstance(words, str):
        return True
    if row.code in index.options:
        return folded(words) in map(folded, index.options[row.code][1].label.values())
    return any(said in folded(words) for said in index.said[row.code])


def _by_wording(contents: Contents, index: Index, found: Found) -> None:
    """Find the questions whose rows lost code and name by their wording."""
    for sheet in contents.sheets:
        columns = found.questions.get(sheet.name, {})
        if "question" not in columns or sheet.name in found.lost:
            continue
        for row in range(sheet.first_row, sheet.first_row + len(sheet.rows)):
            if (sheet.name, row) in found.claimed:
                continue
            words = sheet.at(row, columns["question"])
            if not isinstance(words, str):
                continue
            lines = {folded(line.partition(" [")[0]) for line in words.split("\n")} | {folded(words)}
            codes = {index.wordings[line] for line in lines if line in index.wordings}
            if len(codes) == 1 and not codes & found.rows.keys():
                found.add(Row(codes.pop(), sheet, row, columns, "text"))
