"""Choice sheets, once, for writer and reader: what is chosen for whom, the columns and their marks.

A person (an approving body, a meeting, a trainer) gives each subject (an applicant, a topic, a participant)
one outcome, with a reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from clusters.model import Text
from languages import say
from workbooks.decision_look import MIDDLE, SAID, STYLES, TINTED, Styles
from workbooks.layout import words

SUBJECT: Final = "choices"

COLUMNS: Final = ("subject", "outcome", "reason", "code")
"""The columns that are read. Between the first two stand those of the sheet; the last, hidden, binds each
row to the sheet and the round it was written for."""

MARKS: Final = {f"consult:choice-{column}": column for column in COLUMNS}
"""What the hidden first row says over each column: they are found by it wherever they have been moved."""

NEEDED: Final = ("subject", "outcome")

COVER_MARKS: Final = {"consult:choice-key": "key", "consult:choice-value": "value"}
"""The same over the columns of the cover; the first is hidden and says what stands in each row."""

BY, ON, CODE = "decided-by", "decided-on", "code"
"""The keys of the rows of the cover that are read."""

HEADER: Final = "consult:choice-header"
"""The code of the header row, which is no subject."""

CODE_NAME: Final = "consult_choice"
"""The constant defined name that carries the code of the whole file."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One row, with a cell for each column of the sheet; `note` says why it has so many points."""

    id: str
    cells: tuple[str, ...]
    points: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class ChoiceSheet:
    """What is chosen: `places` is how many may get the first outcome, `reason_for` what needs a reason."""

    id: str
    title: Text
    about: Text
    columns: tuple[Text, ...]
    outcomes: tuple[Outcome, ...]
    places: int | None = None
    reason_for: tuple[str, ...] = ()

    def label(self, outcome: str, language: str) -> str:
        """Return the label of an outcome, given by its id; the id itself where it has none."""
        found = next(one for one in self.outcomes if one.id == outcome)
        return words(found.label, language) or outcome

    def labels(self, language: str) -> tuple[str, ...]:
        return tuple(self.label(outcome.id, language) for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for a subject; `on` is the day they gave, if they gave one."""

    sheet: str
    subject: str
    outcome: str
    reason: str
    by: str
    on: date | None = None


def ranking(subjects: Iterable[Subject]) -> tuple[tuple[int, Subject], ...]:
    """Rank subjects by points, the highest first, then by id; equal points share a rank (1, 2, 2, 4).

    Those without points come last, and share theirs too.
    """
    ordered = sorted(subjects, key=lambda one: (one.points is None, -(one.points or 0), one.id))
    ranked: list[tuple[int, Subject]] = []
    for place, subject in enumerate(ordered, 1):
        same = ranked and ranked[-1][1].points == subject.points
        ranked.append((ranked[-1][0] if same else place, subject))
    return tuple(ranked)


def word(language: str, message: str, **parameters: object) -> str:
    return say(language, SUBJECT, message, **parameters)


_TYPED: Final[Mapping[str, Any]] = {**TINTED, "num_format": "@"}

LOOK: Final[Styles] = {
    **STYLES,
    "rank": {**SAID, "align": "center", "font_color": "#6B7280"},
    "subject": {**SAID, "font_size": 9, "font_color": "#6B7280", "quote_prefix": True},
    "name": {**SAID, "bold": True, "quote_prefix": True},
    "points": {**SAID, "align": "center", "bold": True},
    "why": {**SAID, "font_size": 9, "quote_prefix": True},
    "outcome": {**_TYPED, "bold": True},
    "reason": _TYPED,
    "by": {**_TYPED, **MIDDLE, "font_size": 12, "bold": True},
    "on": {**TINTED, **MIDDLE, "num_format": "yyyy-mm-dd", "align": "left", "font_size": 12},
    "count": {**MIDDLE, "bold": True, "font_color": "#1F4E79"},
    "figure": {**MIDDLE, "font_size": 11, "align": "left"},
    "token": {"font_size": 10, "font_name": "Consolas", "quote_prefix": True},
    "missing": {"bg_color": "#FBD9D3", "border": 1, "border_color": "#9B1C1C"},
}
"""How it looks: as the decision workbook does, and what only a choice sheet has."""
