"""The submission as frozen values: what is printed, in which order, in words ready for paper.

`assemble` makes it; `word` and `excel` print it and know nothing else. Every text is in the submission's
language and holds only characters that XML can carry. The external edition names only who may be named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from exports.counted import Bar, Bodies, Coverage, Figures, Matrix, Need
from questionnaires.model import Purpose

Edition = Literal["internal", "external"]
"""Internal: for the focal point, with who said what, in which cell. External: names only who may be named."""


class Outcome(StrEnum):
    """What became of an item."""

    SETTLED = "settled"
    OPEN = "open"  # the answers contradict each other and nobody has decided
    ABSENT = "absent"  # only: not our remit, not known, cannot disclose
    SILENT = "silent"  # asked, no reply
    UNASKED = "unasked"  # assigned to nobody
    MOOT = "moot"  # a follow-up whose condition is not met


@dataclass(frozen=True, slots=True)
class Box:
    """An answer that could be chosen, and whether it was.

    `by` says who did, where several bodies' ticks were joined and are not the same (internal edition).
    """

    label: str
    ticked: bool
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Narrative:
    """A text somebody wrote, under whose name it may stand (empty: the focal point's own).

    `trace` says where it comes from (internal edition); `see` is the number of the item under which the same
    words of the same contributor already stand.
    """

    text: str
    credit: str
    trace: str = ""
    see: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A law of the annex by its number, and what of it is cited here, in the law's order."""

    law: int
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Repeated rows under their column headings."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Stance:
    """One of several values given to an item, and who gave it as far as that may be said."""

    answer: str
    credits: tuple[str, ...]
    narratives: tuple[Narrative, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One item and everything that is printed about it."""

    item: str
    number: str  # 7 · 7(a)
    level: int  # 0 = a question, 1 = its follow-up, …
    purpose: Purpose
    reference: str  # art. 5, para. 1 (a) (i)
    obligation: str
    question: str
    outcome: Outcome
    answer: str = ""  # the value in words, on one line
    day: date | None = None  # the value, where it is a date
    boxes: tuple[Box, ...] = ()
    grid: Grid | None = None
    narratives: tuple[Narrative, ...] = ()
    citations: tuple[Cited, ...] = ()
    stances: tuple[Stance, ...] = ()  # of an open divergence
    dissent: tuple[Stance, ...] = ()  # internal: who saw it otherwise than decided
    note: str = ""  # why there is no answer
    settlement: str = ""  # internal: how it was settled, by whom and why
    sources: tuple[str, ...] = ()  # internal: who gave the value, in which file and cell
    comments: tuple[Narrative, ...] = ()  # internal: remarks to the focal point
    withheld: int = 0  # texts and citations left out of the external edition


@dataclass(frozen=True, slots=True)
class ArticleReplies:
    """An article in its place: its questions, then difficulties, needs, good practices and suggestions."""

    key: str  # untoc.5
    label: str  # Article 5; stands in the running header
    title: str
    about: str
    entries: tuple[Entry, ...]
    closing: tuple[Entry, ...]

    @property
    def heading(self) -> str:
        return f"{self.label}. {self.title}"

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        return self.entries + self.closing


@dataclass(frozen=True, slots=True)
class Chapter:
    """One questionnaire: an instrument in a cluster."""

    key: str  # untoc.1
    short: str  # UNTOC
    instrument: str
    cluster: str  # Cluster I. Criminalization and jurisdiction
    notes: tuple[str, ...]  # what is not verified
    articles: tuple[ArticleReplies, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """What a law is called, and in which language unless in the submission's own or one that is not known."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """A law or case of the annex, once, with the questions that cite it in the order of its provisions."""

    number: int
    titles: tuple[Title, ...]  # the first is used everywhere; the others are its titles in other languages
    date: str
    links: tuple[str, ...]
    cited_in: tuple[tuple[str, str], ...]  # (number of the question, provision)

    @property
    def title(self) -> str:
        return self.titles[0].text


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something left out of the external edition, for a person to decide (internal edition)."""

    number: str
    why: str
    text: str
    trace: str


@dataclass(frozen=True, slots=True)
class Clearer:
    """The focal point, who clears the submission."""

    name: str
    office: str
    email: str
    telephone: str


@dataclass(frozen=True, slots=True)
class Submission:
    """A whole submission in one language and edition, compiled at `at` (in the consultation's zone)."""

    language: str
    edition: Edition
    draft: bool
    at: datetime
    state: str
    focal_point: Clearer
    guidance: tuple[str, ...]
    prepared: tuple[str, ...]  # sentences: when, who was asked, how it was settled
    chapters: tuple[Chapter, ...]
    figures: Figures
    bars: tuple[Bar, ...]
    bodies: Bodies
    laws: tuple[Law, ...]
    needs: tuple[Need, ...]
    matrix: Matrix
    coverage: tuple[Coverage, ...]
    withheld: tuple[Withheld, ...]
    replaced: tuple[str, ...]  # items with characters that no document can carry, replaced by �

    @property
    def articles(self) -> Iterator[ArticleReplies]:
        return (article for chapter in self.chapters for article in chapter.articles)

    @property
    def entries(self) -> Iterator[Entry]:
        return (entry for article in self.articles for entry in article.all_entries)
