"""Read a returned workbook: what it says on each item, whose it claims to be, and everything that is unclear.

Texts are kept as they came, but for line ends, which programs write as CR, LF or both: here always LF.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from problems import Place, Problem
from problems.returns import (
    ColumnsNotFound,
    ConflictingCopies,
    FoundWithoutCode,
    LockedTextChanged,
    NoQuestionsFound,
)
from problems.structure import ColumnsGone, RowsWithoutNumber
from problems.witnesses import ReadByItsWords
from questionnaires.model import Item, Questionnaire
from workbooks.answers import Cells, Entry, read_entry
from workbooks.citations import read_laws
from workbooks.contents import Contents, text
from workbooks.copies import holds, on_two_sheets, taking, without_strangers
from workbooks.crossed import crossed_out
from workbooks.find import find
from workbooks.findings import Findings, Told, in_order
from workbooks.found import CODE, Doubt, Found, Row
from workbooks.highlighted import highlighted
from workbooks.identity import Carrier, carriers
from workbooks.index import Index
from workbooks.layout import header
from workbooks.linked import hidden_addresses
from workbooks.misplaced import merged, with_its_choice
from workbooks.strays import strays
from workbooks.upright import as_it_stands, upright
from workbooks.values import folded, preview

__all__ = ["Entry", "Reading", "look_through", "read"]

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
) -> tuple[Reading, list[Problem]]:
    """Read a file; problems name it `shown`.

    `asked`: the items put to this stakeholder, once it is known whose file this is; answers to others are
    reported and left out. `language`: of the file, where its headers do not show it. An item with an error
    has no entry.
    """
    tokens = carriers(contents)
    findings = look_through(contents, tokens, _index(questionnaires), shown=shown, language=language)
    entries, problems = findings.answers_to(asked, shown)
    return Reading(tokens, findings.language, entries), problems


def look_through(
    contents: Contents, tokens: tuple[Carrier, ...], index: Index, *, shown: str, language: str
) -> Findings:
    """Find everything a file says, whoever filled it in; `tokens` are its carriers."""
    found = find(contents, index)
    if not found.turned:
        return _findings(contents, found, tokens, index, shown=shown, language=language)
    turned, marked = upright(contents, tokens, found.turned)
    findings = _findings(turned, find(turned, index), marked, index, shown=shown, language=language)
    return as_it_stands(findings, tokens, found.turned)


def _findings(
    contents: Contents, found: Found, tokens: tuple[Carrier, ...], index: Index, *, shown: str, language: str
) -> Findings:
    if not found.rows and not found.doubts:
        problem = NoQuestionsFound(place=Place(shown))
        return Findings(tokens, found.language, problems=(*_lost(found, shown, language), problem))
    spoken = found.language or language
    asked, strangers = without_strangers(contents, tokens, found, index, shown)
    doubled = tuple(on_two_sheets(found, shown))
    struck = {(sheet, cell): stands for sheet, cell, stands in contents.struck}
    crossed = tuple(crossed_out(found, struck, index, shown))
    laws, problems = read_laws(found, shown)
    problems += [*strangers, *doubled, *crossed]
    errors = {(sheet, cell): code for sheet, cell, code in contents.errors}
    cells = Cells(shown, spoken, laws, errors, frozenset(contents.uncached), struck, problems)
    told = tuple(each for each in _told(found, index, cells) if each.item not in asked)
    problems += merged(contents, found, index, cells)
    problems += laws.unused(shown)
    problems += _lost(found, shown, spoken)
    problems += strays(contents, found, index, tokens, shown)
    problems += hidden_addresses(contents, found, index, shown)
    problems += highlighted(contents, found, index, shown)
    sheets = tuple(sheet.name for sheet in contents.sheets)
    return Findings(tokens, spoken, sheets, told, tuple(sorted(problems, key=in_order(sheets))))


def _index(questionnaires: Mapping[str, Questionnaire]) -> Index:
    """Return the index of some questionnaires, made once as long as they are the same objects."""
    kept = tuple(questionnaires.values())
    key = tuple(map(id, kept))
    if key not in _indexes:
        if len(_indexes) >= _KEPT:
            _indexes.pop(next(iter(_indexes)))
        _indexes[key] = kept, Index(kept)
    return _indexes[key][1]


def _told(found: Found, index: Index, cells: Cells) -> Iterator[Told]:
    groups: dict[str, dict[str, list[Row]]] = defaultdict(dict)
    for code, copies in found.rows.items():
        name = code if code in index.items else index.item_of(code)
        groups[name][code] = copies
    for name, item in index.items.items():
        if name in found.doubts:
            yield _asked(name, found.doubts[name], cells)
            continue
        if name not in groups:
            continue
        rows = _chosen(name, groups[name], cells)
        if rows is None:
            continue
        own, before = rows.pop(name, None), len(cells.problems)
        if own is not None:
            own = _with_its_choice(own, item, found, cells)
        entry = read_entry(item, own, rows, cells)
        if entry is None and len(cells.problems) == before:
            continue
        _remarks(own, index, cells)
        _options_by_words(rows, index, cells)
        _without_number(item, rows, cells)
        problems = tuple(cells.problems[before:])
        del cells.problems[before:]
        sheet, cell = (own.sheet.name, own.cell("answer")) if own else ("", "")
        yield Told(name, sheet, cell, entry, problems, cells.rest)


def _asked(name: str, doubt: Doubt, cells: Cells) -> Told:
    """Ask for an item of which nobody can say where its answer stands."""
    place = cells.place(doubt.row, "answer")
    problem = doubt.kind(place=place, item=name, **doubt.about)
    return Told(name, place.sheet, place.cell, None, (problem,))


def _with_its_choice(row: Row, item: Item, found: Found, cells: Cells) -> Row:
    new = with_its_choice(row, item, cells)
    if new is not row:
        found.claimed[row.sheet.name, row.row] = new
    return new


def _without_number(item: Item, rows: Mapping[str, Row], cells: Cells) -> None:
    """Remark on the rows of a table that were read by their place."""
    placed = [row for row in rows.values() if row.how == "place"]
    if placed:
        place = cells.place(placed[0], item.columns[0].id)
        cells.problems.append(RowsWithoutNumber(place=place, item=item.id, count=len(placed)))


def _chosen(name: str, found: Mapping[str, Sequence[Row]], cells: Cells) -> dict[str, Row] | None:
    """Return the one row to read for each code of an item; None where two of them contradict each other.

    The rows of a table come in the order of their numbers; others keep theirs.
    """
    chosen = {code: _one(code, copies, name, cells) for code, copies in found.items()}
    rows = {code: row for code, row in chosen.items() if row is not None}
    if len(rows) < len(chosen):
        return None
    if len(rows) == 1:
        return rows
    numbered = sorted(rows, key=lambda code: int(code.rpartition("#")[2] or 0) if "#" in code else 0)
    return {code: rows[code] for code in numbered}


def _one(code: str, rows: Sequence[Row], item: str, cells: Cells) -> Row | None:
    """Return the one row to read of several copies: equal ones merge; two that differ are reported."""
    if len(rows) == 1:
        return rows[0]
    said = {row: holds(row) for row in rows}
    filled = [row for row in rows if said[row] or _broken(row, code, cells)]
    if len({said[row] for row in filled}) <= 1:
        return filled[0] if filled else rows[0]
    first, *others = (f"{row.sheet.name}!{row.cell(_answer_column(row))}" for row in filled)
    place = Place(cells.shown, sheet=filled[0].sheet.name, cell=first.rpartition("!")[2])
    cells.problems.append(ConflictingCopies(place=place, item=item, others=tuple(others)))
    return None


def _answer_column(row: Row) -> str:
    return "answer" if "answer" in row.columns else CODE


def _broken(row: Row, code: str, cells: Cells) -> bool:
    """Tell whether an answer cell of the row holds an error or a formula without result: not nothing."""
    places = {(row.sheet.name, row.cell(column)) for column in row.columns if taking(column, code)}
    return bool(places & (cells.errors.keys() | cells.uncached))


def _remarks(row: Row | None, index: Index, cells: Cells) -> None:
    """Remark, for an answered item, on a changed wording and on a lost code."""
    if row is None or "question" not in row.columns:
        return
    words = row.value("question")
    if row.how != "code":
        cells.problems.append(_recognized(row, index, cells.place(row, "answer")))
    if isinstance(words, str) and not any(said in folded(words) for said in index.said[row.code]):
        cells.problems.append(LockedTextChanged(place=cells.place(row, "question"), item=row.code))


def _options_by_words(rows: Mapping[str, Row], index: Index, cells: Cells) -> None:
    """Remark, once for an answered item, on options whose rows bear the codes of others."""
    for code, row in rows.items():
        if ":" in code and row.how != "code" and index.code(text(row.value(CODE))):
            place = cells.place(row, "answer")
            cells.problems.append(ReadByItsWords(place=place, item=index.item_of(code), what="option"))
            return


def _recognized(row: Row, index: Index, place: Place) -> Problem:
    """Tell how a row was recognized whose code is gone, or is none of ours, or that of another question."""
    stands = text(row.value(CODE))
    if index.code(stands):
        return ReadByItsWords(place=place, item=row.code)
    there = "yes" if stands.strip() else "no"
    return FoundWithoutCode(place=place, item=row.code, how=row.how, there=there, value=preview(stands))


def _lost(found: Found, shown: str, language: str) -> Iterator[Problem]:
    for sheet, columns in found.lost.items():
        names = tuple(header(language, column) for column in columns)
        yield ColumnsNotFound(place=Place(shown, sheet=sheet), columns=names)
    for sheet, columns in found.gone.items():
        names = tuple(header(language, column) for column in columns)
        yield ColumnsGone(place=Place(shown, sheet=sheet), columns=names)
