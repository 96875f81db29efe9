"""What was said: an answer and where it came from, and what several answers become."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

Row = tuple[tuple[str, str], ...]
"""One repeated row: (column id, text) in the item's column order."""

Value = str | tuple[str, ...] | Decimal | date | tuple[Row, ...] | None
"""By answer type: scale, yes-no, choice, text, line: str · choices: tuple of option values ·
number: Decimal · date: date · rows: tuple of Row · citation: None (the citations are the answer)."""


class Absence(StrEnum):
    """Why there is no answer (after FHIR's data-absent reasons)."""

    NOT_OUR_REMIT = "not-our-remit"
    NOT_KNOWN = "not-known"
    CANNOT_DISCLOSE = "cannot-disclose"


@dataclass(frozen=True, slots=True)
class Citation:
    """A law or a case: its title, the exact provision, number and date as written, a link, its language."""

    title: str
    provision: str = ""
    date: str = ""
    link: str = ""
    language: str = ""  # as written: fr, French


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who said it, in which file and cell, when, in which language, to which wording of the question."""

    stakeholder: str
    response: str  # id of the return this answer came in
    sha256: str
    sheet: str
    cell: str
    received_at: datetime
    language: str
    question: str  # Item.digest(language) of the question as it was asked


@dataclass(frozen=True, slots=True)
class Answer:
    """What one stakeholder said on one item. Nothing said at all is no Answer."""

    item: str
    provenance: Provenance
    value: Value = None
    absent: Absence | None = None
    details: str = ""
    citations: tuple[Citation, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """One of several values given to an item, with the answers that gave it."""

    value: Value
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Divergence:
    """Answers to one item that contradict each other; `fingerprint` names exactly this set of answers."""

    item: str
    positions: tuple[Position, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the coordinator decided about a divergence, and why."""

    item: str
    fingerprint: str
    value: Value
    details: str
    reason: str
    decided_by: str
    decided_at: datetime


class Settlement(StrEnum):
    """How N answers became one."""

    SINGLE = "single"
    UNANIMOUS = "unanimous"
    JOINED = "joined"
    RULE = "rule"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Statement:
    """A text somebody wrote on an item, with whose it is."""

    text: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class AgreedAnswer:
    """One answer to one item, with everything it rests on."""

    item: str
    value: Value
    settlement: Settlement
    statements: tuple[Statement, ...] = ()  # narratives, deduplicated, in a stable order
    citations: tuple[tuple[Citation, Answer], ...] = ()
    sources: tuple[Answer, ...] = ()  # the answers that carry the value
    dissent: tuple[Position, ...] = ()
    absences: tuple[Answer, ...] = ()
    decision: Decision | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """One return of one stakeholder: the answers of one stored file, as one version."""

    id: str
    invitation: str
    stakeholder: str
    sha256: str
    language: str
    received_at: datetime
    answers: tuple[Answer, ...]
