"""Who is asked: stakeholders, their mandates, and the assignments that follow."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from clusters.model import Model


class Kind(StrEnum):
    AUTHORITY = "authority"
    NGO = "ngo"
    ACADEMIA = "academia"
    PRIVATE_SECTOR = "private-sector"
    OTHER = "other"


NON_GOVERNMENTAL = frozenset({Kind.NGO, Kind.ACADEMIA, Kind.PRIVATE_SECTOR, Kind.OTHER})


class Attribution(StrEnum):
    """How a contributor may appear in what others read, from most to least disclosure."""

    NAMED = "named"
    BY_TYPE = "by-type"
    ANONYMOUS = "anonymous"


class Attended(Model):
    """An event or a training that a body took part in; `id` is the slug of its title."""

    id: str
    title: str
    on: str = ""  # 2026, 2026-11 or 2026-11-03

    def __str__(self) -> str:
        return f"{self.title} ({self.on})" if self.on else self.title


class Stakeholder(Model):
    """One body in the registry. `id` is a permanent slug made from the name at first sight, or given.

    A mandate is what it is responsible for, and brings it questions; a topic is what it knows about.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str
    kind: Kind
    sector: str = ""
    mandates: tuple[str, ...] = ()  # `untoc.5`, `untoc` (all of it), or a topic such as `money-laundering`
    languages: tuple[str, ...] = ("en",)  # in order of preference
    contact: str = ""  # a person's name
    email: str = ""
    telephone: str = ""
    at_risk: bool = False
    attribution: Attribution = Attribution.BY_TYPE
    regions: tuple[str, ...] = ()  # where it works, in the State's own words
    topics: tuple[str, ...] = ()  # ids of what it knows about
    focal_for: tuple[str, ...] = ()  # the regions whose focal point it is
    events: tuple[Attended, ...] = ()
    trainings: tuple[Attended, ...] = ()
    notes: str = ""

    @property
    def trained(self) -> frozenset[str]:
        """Return the ids of the trainings that it has completed."""
        return frozenset(training.id for training in self.trainings)


@dataclass(frozen=True, slots=True)
class Assignment:
    """One item asked of one stakeholder, and why. A plain value: there are tens of thousands."""

    stakeholder: str
    item: str
    reason: str  # a message id of `routing`, with `detail` as its parameter
    detail: str = ""


class Invitation(Model):
    """A workbook issued to a stakeholder; its id is random and is what the workbook's token carries."""

    id: str = Field(pattern=r"^[0-9a-f]{10}$")  # 40 random bits
    stakeholder: str
    language: str
    key: str  # id of the key that signed the token
