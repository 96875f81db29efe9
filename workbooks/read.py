"""Read a returned workbook: what it says on each item, whose it claims to be, and everything that is unclear.

Texts are kept as they came, but for line ends, which programs write as CR, LF or both: here always LF.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from problems import Place, Problem
from problems.returns import (
    ColumnsNotFound,
    ConflictingCopies,
    FoundWithoutCode,
    LockedTextChanged,
    NoQuestionsFound,
    NotAsked,
)
from questionnaires.model import Questionnaire
from workbooks.answers import Cells, Entry, read_entry
from workbooks.citations import read_laws
from workbooks.contents import Contents
from workbooks.find import CODE, INPUT, Found, Row, column_number, find
from workbooks.identity import Carrier, carriers
from workbooks.index import Index
from workbooks.layout import header
from workbooks.strays import strays
from workbooks.values import folded, is_blank, text

__all__ = ["Entry", "Reading", "read"]

_KEPT: Final = 8
_indexes: dict[tuple[int, ...], tuple[tuple[Questionnaire, ...], Index]] = {}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: the tokens it carries, the language of its headers, one entry per item answered."""

    carriers: tuple[Carrier, ...]
    language: str
    entries: tuple[Entry, ...]


def read(
    contents: Contents,
    *,
    questionnaires: Mapping[str, Questionnaire],
    shown: str,
    asked: Collection[str] | None = None,
    language: str = "en",
    tokens: tuple[Carrier, ...] | None = None,
) -> tuple[Reading, list[Problem]]:
    """Read a file; problems name it `shown`.

    `asked`: the items put to this stakeholder, once it is known whose file this is; answers to others are
    reported and left out. `language`: of the file, where its headers do not show it. An item with an error
    has no entry.
    """
    index = _index(questionnaires)
    found = find(contents, index)
    tokens = carriers(contents) if tokens is None else tokens
    if not found.rows:
        problem = NoQuestionsFound(place=Place(shown))
        return Reading(tokens, found.language, ()), [*_lost(found, shown, language), problem]
    spoken = found.language or language
    laws, problems = read_laws(found, shown)
    errors = {(sheet, cell): code for sheet, cell, code in contents.errors}
    cells = Cells(shown, spoken, laws, errors, frozenset(contents.uncached), problems)
    entries = tuple(_entries(found, index, cells, asked))
    problems += laws.unused(shown)
    problems += _lost(found, shown, spoken)
    problems += strays(contents, found, index, tokens, shown)
    problems.sort(key=_order(contents))
    return Reading(tokens, spoken, entries), problems


def _index(questionnaires: Mapping[str, Questionnaire]) -> Index:
    """Return the index of some questionnaires, made once as long as they are the same objects."""
    kept = tuple(questionnaires.values())
    key = tuple(map(id, kept))
    if key not in _indexes:
        if len(_indexes) >= _KEPT:
            _indexes.pop(next(iter(_indexes)))
        _indexes[key] = kept, Index(kept)
    return _indexes[key][1]


def _entries(found: Found, index: Index, cells: Cells, asked: Collection[str] | None) -> Iterator[Entry]:
    groups: dict[str, dict[str, list[Row]]] = defaultdict(dict)
    for code, copies in found.rows.items():
        groups[index.item_of(code)][code] = copies
    for name, item in index.items.items():
        if name not in groups:
            continue
        chosen = {code: _one(code, copies, name, cells) for code, copies in groups[name].items()}
        if None in chosen.values():
            continue
        rows = {code: row for code, row in chosen.items() if row is not None}
        own = rows.pop(name, None)
        before = len(cells.problems)
        entry = read_entry(item, own, _in_order(rows), cells)
        if entry is None and len(cells.problems) == before:
            continue
        if asked is not None and name not in asked:
            del cells.problems[before:]
            place = cells.place(own, "answer") if own else Place(cells.shown)
            cells.problems.append(NotAsked(place=place, item=name))
            continue
        _remarks(own, index, cells)
        if entry is not None:
            yield entry


def _in_order(rows: Mapping[str, Row]) -> dict[str, Row]:
    """Order the rows of a table by their numbers; those of options keep their order."""
    numbered = sorted(rows, key=lambda code: int(code.rpartition("#")[2]) if "#" in code else 0)
    return {code: rows[code] for code in numbered}


def _one(code: str, rows: Sequence[Row], item: str, cells: Cells) -> Row | None:
    """Return the one row to read of several copies: equal ones merge; two that differ are reported."""
    if len(rows) == 1:
        return rows[0]
    said = {
        row: tuple(text(row.value(column)) for column in row.columns if _taking(column, code)) for row in rows
    }
    filled = [row for row in rows if not all(map(is_blank, said[row])) or _broken(row, code, cells)]
    if len({said[row] for row in filled}) <= 1:
        return filled[0] if filled else rows[0]
    first, *others = (f"{row.sheet.name}!{row.cell(_answer_column(row))}" for row in filled)
    place = Place(cells.shown, sheet=filled[0].sheet.name, cell=first.rpartition("!")[2])
    cells.problems.append(ConflictingCopies(place=place, item=item, others=tuple(others)))
    return None


def _answer_column(row: Row) -> str:
    return "answer" if "answer" in row.columns else CODE


def _taking(column: str, code: str) -> bool:
    """Tell whether a column takes something of an answer, in a row of the questions or of a table."""
    return column in INPUT or ("#" in code and column != CODE)


def _broken(row: Row, code: str, cells: Cells) -> bool:
    """Tell whether an answer cell of the row holds an error or a formula without result: not nothing."""
    places = {(row.sheet.name, row.cell(column)) for column in row.columns if _taking(column, code)}
    return bool(places & (cells.errors.keys() | cells.uncached))


def _remarks(row: Row | None, index: Index, cells: Cells) -> None:
    """Remark, for an answered item, on a changed wording and on a lost code."""
    if row is None or "question" not in row.columns:
        return
    words = row.value("question")
    if row.how != "code":
        place = cells.place(row, "answer")
        cells.problems.append(FoundWithoutCode(place=place, item=row.code, how=row.how))
    if isinstance(words, str) and not any(said in folded(words) for said in index.said[row.code]):
        cells.problems.append(LockedTextChanged(place=cells.place(row, "question"), item=row.code))


def _lost(found: Found, shown: str, language: str) -> Iterator[Problem]:
    for sheet, columns in found.lost.items():
        names = tuple(header(language, column) for column in columns)
        yield ColumnsNotFound(place=Place(shown, sheet=sheet), columns=names)


def _order(contents: Contents) -> Callable[[Problem], tuple[int, int, int]]:
    """Return the key that sorts problems as a reader meets them: by sheet, row and column."""
    sheets = {sheet.name: place for place, sheet in enumerate(contents.sheets)}

    def key(problem: Problem) -> tuple[int, int, int]:
        letters = problem.place.cell.rstrip("0123456789")
        row = problem.place.cell[len(letters) :]
        return sheets.get(problem.place.sheet, -1), int(row or 0), column_number(letters)

    return key
