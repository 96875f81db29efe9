"""Which question a row is: what its code, its words and the name of its answer cell say together.

Where the code stands beside the words of another question, the words are believed only if the name of the
answer cell agrees with them; else the sender is asked, and nothing is taken from the row.
"""

from collections.abc import Iterator, Sequence, Set
from typing import Final

from problems.witnesses import CodeAgainstWords
from workbooks.found import INPUT, Doubt, Found, Row
from workbooks.index import Index
from workbooks.named import Named
from workbooks.values import folded, is_blank

FEW: Final = 3
"""Up to so many rows are told of one by one; more of a sheet are told of as one block."""

Meant = frozenset[str]
"""The codes that a row may have by its words."""


def weigh(index: Index, found: Found, named: Named) -> None:
    """Settle the rows whose words are those of another question, and what they make doubtful beside them."""
    against = [
        row for code, rows in found.rows.items() if "#" not in code for row in rows if _against(row, index)
    ]
    if not against:
        return
    known = found.rows.keys() | named.cells.keys()
    settled = {row: _settled(row, index, found, named) for row in against}
    doubtful = [row for row, how in settled.items() if how is row]
    moved = {row.sheet.name for row, how in settled.items() if how is not None}
    doubtful += [
        row
        for rows in found.rows.values()
        for row in rows
        if row.sheet.name in moved and row not in settled and not _plain(row, index, named)
    ]
    for row, how in settled.items():
        if how is not row:
            found.leave(row)
        if how is not None and how is not row:
            found.add(how)
    for row in doubtful:
        found.leave(row)
        found.claim(Row("", row.sheet, row.row, row.columns, "doubt"))
    for sheet in moved:
        _ask([row for row in doubtful if row.sheet.name == sheet and holds(row)], known, index, found)


def holds(row: Row) -> bool:
    """Tell whether somebody filled in a cell of a row."""
    return any(not is_blank(row.value(column)) for column in INPUT)


def _against(row: Row, index: Index) -> bool:
    meant = index.meant(row.value("question"))
    return bool(meant) and row.code not in meant and not _overtyped(row, index)


def _overtyped(row: Row, index: Index) -> bool:
    """Tell whether an answer, such as “No”, stands over the words of a question; lists offer it, too."""
    words = row.value("question")
    over = row.code in index.items and isinstance(words, str) and folded(words) in index.answers
    return over and not holds(row)


def _settled(row: Row, index: Index, found: Found, named: Named) -> Row | None:
    """Return what a row is by its words and name; itself where nothing tells; None if it is not its code's.

    A code is not the row's own where it stands in its own row, too (it was dragged down), or where that row
    has none (another was cut to it): then the words are left to tell.
    """
    names, meant = named.at(row), index.meant(row.value("question"))
    if row.code in names:
        return row
    if len(names & meant) == 1:
        return Row(min(names & meant), row.sheet, row.row, row.columns, "name")
    own = any(row.code in index.meant(other.value("question")) for other in found.rows[row.code])
    return None if own or frozenset({row.code}) in open_words(row, index, found) else row


def open_words(row: Row, index: Index, found: Found) -> Iterator[Meant]:
    """Yield what the rows without a code, on the sheet of this one, may be by their words."""
    sheet, column = row.sheet, row.columns.get("question", 0)
    for other in range(sheet.first_row, sheet.first_row + len(sheet.rows)):
        if (sheet.name, other) not in found.claimed:
            yield index.meant(sheet.at(other, column))


def _plain(row: Row, index: Index, named: Named) -> bool:
    """Tell whether more than its code says what a row is, on a sheet whose codes or words were moved."""
    if "#" in row.code or row.how != "code" or row.code in named.at(row):
        return True
    words = row.value("question")
    meant = index.meant(words)
    if meant or not isinstance(words, str):
        return meant == {row.code}
    return any(said in folded(words) for said in index.wordings(row.code))


def _ask(rows: Sequence[Row], known: Set[str], index: Index, found: Found) -> None:
    """Ask for every question that one of these rows may be the answer to, and that has no row of its own."""
    asked: dict[str, tuple[Row, Meant]] = {}
    for row in rows:
        meant = index.meant(row.value("question"))
        possible = {row.code} | (meant if len(meant) == 1 else meant & known)
        for code in sorted(possible - found.rows.keys(), key=lambda code: code != row.code):
            asked.setdefault(index.item_of(code), (row, meant))
    if not asked:
        return
    places = sorted({(row.row, f"{row.sheet.name}!{row.cell('answer')}") for row, _ in asked.values()})
    block = {"first": places[0][1], "last": places[-1][1], "count": len(places)}
    parts = iter(["first"])
    for item, (row, meant) in sorted(asked.items(), key=lambda each: (each[1][0].row, index.order[each[0]])):
        part = "one" if len(places) <= FEW else next(parts, "more")
        part = part if meant else "unsure"
        about = {"part": part, "stands": row.code, "worded": " · ".join(sorted(meant)), **block}
        found.doubt(item, Doubt(row, CodeAgainstWords, about))
