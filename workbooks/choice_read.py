"""Choices read back from a choice sheet: found by the code of their row, never by position."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from problems import Place, Problem, nearest
from problems.choices import (
    ChoiceAmbiguous,
    ChoiceCellUnreadable,
    ChoiceDayUnclear,
    ChoiceMissing,
    ChoiceReasonMissing,
    ChoiceRowForeign,
    ChoicesOpen,
    ChoiceUnknownOutcome,
    ChoiceUnknownSubject,
    ChoiceWithoutSubject,
    ChooserMissing,
    ChosenTwice,
    NotChoiceSheet,
    NothingChosen,
    TooManyChosen,
)
from workbooks.choice_layout import BY, MARKS, NEEDED, ON, Choice, ChoiceSheet
from workbooks.choice_rows import Cover, Row, not_ours, read_cover, table_rows
from workbooks.choice_words import readings
from workbooks.contents import Contents
from workbooks.days import read_date
from workbooks.decision_layout import visible
from workbooks.marked import marked_columns


def read_choices(
    contents: Contents,
    sheet: ChoiceSheet,
    subjects: Collection[str],
    *,
    language: str,
    code: str,
    shown: str,
) -> tuple[tuple[Choice, ...], list[Problem]]:
    """Read the choices, by subject, and what is wrong with the others, at `shown`:sheet!cell.

    Nothing is taken from a file that does not carry `code`, or on which nobody is named as having decided.
    Empty rows choose nothing; how many subjects are left is said at the end.
    """
    tables = [(page, *found) for page in contents.sheets if (found := marked_columns(page, MARKS, NEEDED))]
    if not tables:
        return (), [NotChoiceSheet(place=Place(shown))]
    cover = read_cover(contents, shown)
    rows = [row for table in tables for row in table_rows(contents, *table, shown)]
    expected = visible(code).strip()
    if stop := not_ours(contents, cover, rows, expected, shown):
        return (), [stop]
    top = Place(shown, sheet=tables[0][0].name)
    filled = [row for row in rows if not row.blank]
    if not filled:
        return (), [NothingChosen(place=top)]
    written = {visible(one).strip(): one for one in subjects}
    reading = _Reading(sheet, written, language, expected, _by_subject(filled, expected))
    outcomes = [(row, reading.read(row)) for row in filled]
    taken = {written[row.subject]: (row, one) for row, one in outcomes if isinstance(one, str)}
    on, problems = _day(cover)
    problems += [outcome for _, outcome in outcomes if isinstance(outcome, Problem)]
    problems += _too_many(sheet, list(taken.values()), language)
    if left := len(written.keys() - {row.subject for row in filled}):
        problems.append(ChoicesOpen(place=top, count=left))
    by = cover.text(BY)
    if not by:
        return (), [_nobody(cover, top), *problems]
    choices = (
        Choice(sheet.id, subject, outcome, row.text("reason"), by, on)
        for subject, (row, outcome) in sorted(taken.items(), key=lambda entry: entry[0])
    )
    return tuple(choices), problems


def _by_subject(rows: Sequence[Row], code: str) -> Mapping[str, Sequence[Row]]:
    """Group the rows of this sheet and round by the subject they name."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row.text("code") in {"", code}:
            groups.setdefault(row.subject, []).append(row)
    return groups


@dataclass(frozen=True, slots=True)
class _Reading:
    """What rows are read against: the sheet, the subjects by their written codes, the file's other rows."""

    sheet: ChoiceSheet
    subjects: Mapping[str, str]
    language: str
    code: str
    rows: Mapping[str, Sequence[Row]]

    def read(self, row: Row) -> str | Problem:
        """Return the outcome of a filled row, or the first thing wrong with it."""
        if row.broken:
            return ChoiceCellUnreadable(place=row.broken[0], item=row.subject)
        place = row.place("subject")
        if (found := row.text("code")) and found != self.code:
            return ChoiceRowForeign(place=place, item=row.subject, found=found, expected=self.code)
        if not row.subject:
            return ChoiceWithoutSubject(place=place, value=row.text("outcome") or row.text("reason"))
        if row.subject not in self.subjects:
            near = nearest(row.subject, self.subjects)
            return ChoiceUnknownSubject(place=place, value=row.subject, near=near)
        return self._twice(row) or self._outcome(row)

    def _outcome(self, row: Row) -> str | Problem:
        place, item, said = row.place("outcome"), row.subject, row.text("outcome")
        allowed = self.sheet.labels(self.language)
        meant = self._meant(row)
        if not said:
            return ChoiceMissing(place=place, item=item, allowed=allowed)
        if len(meant) > 1:
            several = tuple(self.sheet.label(one, self.language) for one in meant)
            return ChoiceAmbiguous(place=place, item=item, value=said, readings=several)
        if not meant:
            near = nearest(said, allowed)
            return ChoiceUnknownOutcome(place=place, item=item, value=said, allowed=allowed, near=near)
        if meant[0] in self.sheet.reason_for and not row.text("reason"):
            label = self.sheet.label(meant[0], self.language)
            return ChoiceReasonMissing(place=row.place("reason"), item=item, outcome=label)
        return meant[0]

    def _twice(self, row: Row) -> Problem | None:
        """Say that another row has something else for the same subject, as after copying a sheet."""
        own = self._said(row)
        others = [other.place("outcome") for other in self.rows[row.subject] if self._said(other) != own]
        cells = tuple(f"{place.sheet}!{place.cell}" for place in others)
        return ChosenTwice(place=row.place("outcome"), item=row.subject, others=cells) if cells else None

    def _said(self, row: Row) -> tuple[object, str]:
        return self._meant(row) or row.text("outcome"), row.text("reason")

    def _meant(self, row: Row) -> tuple[str, ...]:
        return readings(row.values["outcome"], self.sheet, self.language)


def _day(cover: Cover) -> tuple[date | None, list[Problem]]:
    if not cover.text(ON):
        return None, []
    found = read_date(cover.values[ON])
    if isinstance(found, date):
        return found, []
    return None, [ChoiceDayUnclear(place=cover.places[ON], value=cover.text(ON))]


def _nobody(cover: Cover, top: Place) -> Problem:
    place = cover.places.get(BY, top)
    return ChoiceCellUnreadable(place=place) if place in cover.broken else ChooserMissing(place=place)


def _too_many(sheet: ChoiceSheet, taken: Sequence[tuple[Row, str]], language: str) -> list[Problem]:
    """Warn of more first outcomes than places, at the first that is too many."""
    first = sheet.outcomes[0].id
    places = [row.place("outcome") for row, outcome in taken if outcome == first]
    if sheet.places is None or len(places) <= sheet.places:
        return []
    label = sheet.label(first, language)
    return [TooManyChosen(place=places[sheet.places], outcome=label, count=len(places), places=sheet.places)]
