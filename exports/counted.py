"""What a submission counts, as frozen values: figures, chart, bodies, matrix, coverage, needs."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """One body's word on one item, as a mark in the matrix."""

    YES = "yes"
    IN_PART = "in-part"
    NO = "no"
    OTHER = "answered"  # an answer that is not one of these
    NOT_OUR_REMIT = "not-our-remit"
    NOT_KNOWN = "not-known"
    CANNOT_DISCLOSE = "cannot-disclose"
    SILENT = "silent"
    UNASKED = "unasked"


@dataclass(frozen=True, slots=True)
class Bar:
    """One article in the chart of implementation: how many of its questions are answered how."""

    label: str
    title: str
    yes: int
    in_part: int
    no: int
    open: int
    silent: int

    @property
    def counts(self) -> tuple[int, int, int, int, int]:
        return self.yes, self.in_part, self.no, self.open, self.silent


Telling = int | None
"""A count of bodies; None in the external edition where it would tell one or two who are not named apart."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of items, and of bodies."""

    items: int
    asked: int
    answered: int  # settled or open
    settled: int
    open: int
    absent: int
    silent: int
    moot: int
    unasked: int
    bodies: Telling
    bodies_answered: Telling
    laws: int
    withheld: int  # texts and citations that a person has to decide about


@dataclass(frozen=True, slots=True)
class Body:
    """A body that was consulted and may be named."""

    name: str
    kind: str
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies consulted: named where they may be; of the others, those who answered by kind, if enough."""

    named: tuple[Body, ...]
    counted: tuple[tuple[str, int], ...]
    unnamed: int  # further ones, whether they answered or not; told only where there are enough of them


@dataclass(frozen=True, slots=True)
class Need:
    """A kind of technical assistance, and the articles that ask for it."""

    kind: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    number: str
    reference: str
    question: str
    agreed: str
    marks: tuple[Mark, ...]  # one per body of the matrix
    others: tuple[tuple[Mark, int], ...]  # those who may not be named, where there are enough of them


@dataclass(frozen=True, slots=True)
class Matrix:
    """Items × bodies."""

    bodies: tuple[str, ...]
    others: bool  # whether there is a column for those who may not be named
    unshown: bool  # whether settled answers may rest on answers that no column shows
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """An article: what was asked about it, of how many, and who answered."""

    label: str
    title: str
    items: int
    answered: int
    open: int
    bodies_asked: Telling
    bodies_answered: Telling
    non_governmental: Telling  # how many of those who answered
