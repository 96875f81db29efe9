"""What stands on a returned choice sheet: its cover and its rows, wherever a person has moved them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from languages.messages import spoken
from problems import Place, Problem
from problems.choices import NotChoiceSheet, OtherChoiceSheet
from workbooks.choice_layout import BY, CODE, CODE_NAME, COVER_MARKS, HEADER, MARKS, NEEDED, ON, word
from workbooks.contents import Contents, Sheet, Value, cell_name
from workbooks.marked import cell_text, marked_columns, unread_cells

WATCHED: Final = ("subject", "outcome", "reason")
"""The columns in which an error or a formula without a result is not taken for an empty cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was filled in."""

    values: Mapping[str, Value]
    places: Mapping[str, Place]
    broken: tuple[Place, ...]  # cells with an error or without a result

    def text(self, column: str) -> str:
        return cell_text(self.values.get(column))

    def place(self, column: str) -> Place:
        return self.places.get(column, self.places["outcome"])

    @property
    def subject(self) -> str:
        return self.text("subject")

    @property
    def blank(self) -> bool:
        return not (self.broken or self.text("outcome") or self.text("reason"))


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the cover, as far as it was found, and where."""

    values: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    broken: tuple[Place, ...] = ()

    def text(self, key: str) -> str:
        return cell_text(self.values.get(key))


def table_rows(
    contents: Contents, page: Sheet, first: int, columns: Mapping[str, int], shown: str
) -> Iterator[Row]:
    """Yield the rows of a table; people may have sorted them to above its marks."""
    broken = unread_cells(contents, page)
    headers = {(word(tag, "header-subject"), word(tag, "header-outcome")) for tag in spoken()}
    for number in range(page.first_row, page.first_row + len(page.rows)):
        values = {name: page.at(number, column) for name, column in columns.items()}
        if number == first or values.get("code") == HEADER:
            continue
        if (values["subject"], values["outcome"]) in headers:  # its code may have been deleted
            continue
        places = {
            name: Place(shown, sheet=page.name, cell=cell_name(number, column))
            for name, column in columns.items()
        }
        wrong = (places[name] for name in WATCHED if name in places and places[name].cell in broken)
        yield Row(values, places, tuple(wrong))


def read_cover(contents: Contents, shown: str) -> Cover:
    for page in contents.sheets:
        if not (found := marked_columns(page, COVER_MARKS, COVER_MARKS.values())):
            continue
        key, value = found[1]["key"], found[1]["value"]
        rows = {str(page.at(row, key)): row for row in range(page.first_row, page.first_row + len(page.rows))}
        at = {name: rows[name] for name in (BY, ON, CODE) if name in rows}
        places = {name: Place(shown, sheet=page.name, cell=cell_name(row, value)) for name, row in at.items()}
        unread = unread_cells(contents, page)
        return Cover(
            {name: page.at(row, value) for name, row in at.items()},
            places,
            tuple(place for place in places.values() if place.cell in unread),
        )
    return Cover()


def codes_of(contents: Contents) -> frozenset[str]:
    """Return the codes that a file carries: of its rows or, if they say nothing, of its cover and name."""
    tables = [(page, *found) for page in contents.sheets if (found := marked_columns(page, MARKS, NEEDED))]
    rows = [row for table in tables for row in table_rows(contents, *table, "")]
    return frozenset(_carried(contents, read_cover(contents, ""), rows))


def not_ours(contents: Contents, cover: Cover, rows: Sequence[Row], code: str, shown: str) -> Problem | None:
    """Say that a file is another one's: by its rows or, if they say nothing, by its cover and its name."""
    carried = _carried(contents, cover, rows)
    if code in carried:
        return None
    place = cover.places.get(CODE, Place(shown))
    if not carried:
        return NotChoiceSheet(place=Place(shown))
    return OtherChoiceSheet(place=place, found=carried.most_common(1)[0][0], expected=code)


def _carried(contents: Contents, cover: Cover, rows: Sequence[Row]) -> Counter[str]:
    """Count the codes in a file."""
    carried = Counter(row.text("code") for row in rows if row.text("code"))
    if carried:
        return carried
    named = contents.names.get(CODE_NAME, "").removeprefix("=").strip('"').replace('""', '"')
    return Counter(filter(None, (cover.text(CODE), named.strip())))
