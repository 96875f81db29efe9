"""Several returns in one book: what stands under each invitation, told apart by the tokens of its rows.

Every row of our sheets carries its token. In a sheet of one invitation, a row that lost its own belongs to
it; in a sheet with rows of several, nobody can say whose it is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from problems import Place, Problem
from problems.identity import RowsOfAnother, RowsOfNobody
from workbooks.contents import Contents, Sheet, cell_name, cell_position
from workbooks.identity import Carrier, named, well_formed

Owners = Mapping[int, frozenset[str]]
"""The invitations that the tokens of a row name, by row."""

IsCode = Callable[[str], object]
"""Tells whether a text is the code of a row of ours."""


def invitations(tokens: Iterable[Carrier]) -> tuple[str, ...]:
    """Return the invitations that tokens name, proven or not, in the order in which they are met."""
    letters = dict.fromkeys(carrier.token for carrier in tokens)
    return tuple(dict.fromkeys(named(each) for each in letters if well_formed(each)))


def share_of(
    contents: Contents, tokens: Iterable[Carrier], invitation: str, is_code: IsCode
) -> tuple[Contents, tuple[Carrier, ...], tuple[Problem, ...]]:
    """Return what stands under one of several invitations: the contents, its tokens, and what was left out.

    A sheet without any token goes with the invitation that the names and properties of the file carry.
    """
    found = tuple(tokens)
    own = tuple(each for each in found if invitation in invitations([each]))
    rows = _rows(found)
    hosts = invitations(each for each in found if "!" not in each.where)
    kept: list[Sheet] = []
    problems: list[Problem] = []
    for sheet in contents.sheets:
        owners = rows.get(sheet.name, {})
        everybody = frozenset[str]().union(*owners.values())
        nobodys = _nobodys(sheet, owners, is_code) if len(everybody) > 1 else frozenset[int]()
        if invitation in everybody or (not everybody and hosts[:1] in ((), (invitation,))):
            others = {row for row, names in owners.items() if names != {invitation}}
            kept.append(_emptied(sheet, others | nobodys))
        problems += _left_out(sheet, owners, invitation, nobodys)
    return replace(contents, sheets=tuple(kept)), own, tuple(problems)


def _rows(tokens: Iterable[Carrier]) -> dict[str, Owners]:
    """Return whose each row is, by sheet."""
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for carrier in tokens:
        sheet, mark, cell = carrier.where.rpartition("!")
        if mark:
            row, _ = cell_position(cell)
            found[sheet][row].update(invitations([carrier]))
    return {
        sheet: {row: frozenset(names) for row, names in owners.items()} for sheet, owners in found.items()
    }


def _nobodys(sheet: Sheet, owners: Owners, is_code: IsCode) -> frozenset[int]:
    """Return the rows of ours that carry no token."""
    return frozenset(
        row
        for row, values in enumerate(sheet.rows, sheet.first_row)
        if row not in owners and any(isinstance(value, str) and is_code(value) for value in values)
    )


def _emptied(sheet: Sheet, rows: Iterable[int]) -> Sheet:
    gone = set(rows)
    left = (
        (None,) * len(values) if row in gone else values
        for row, values in enumerate(sheet.rows, sheet.first_row)
    )
    return replace(sheet, rows=tuple(left))


def _left_out(sheet: Sheet, owners: Owners, invitation: str, nobodys: frozenset[int]) -> Iterator[Problem]:
    """Name, once a sheet, the rows that are somebody else's, and those that may be anybody's."""
    others = [row for row, names in owners.items() if names != {invitation}]
    for kind, rows in ((RowsOfAnother, others), (RowsOfNobody, sorted(nobodys))):
        if rows:
            place = Place(sheet=sheet.name, cell=cell_name(min(rows), sheet.first_column))
            yield kind(place=place, count=len(rows), name=sheet.name)
