"""The law: instruments, their articles and provisions, and which cluster reviews which article."""

from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Text = dict[str, str]
"""The same words by language tag; English is always there."""

InstrumentId = Literal["untoc", "tip", "som", "fp"]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Obligation(StrEnum):
    """What the verb of a provision demands; `none` for a chapeau's continuation that inherits."""

    MANDATORY = "mandatory"
    CONSIDER = "optional-consider"
    BEST_EFFORTS = "best-efforts"
    MAY = "may"
    DEFINITION = "definition"
    INHERITED = ""


class Status(StrEnum):
    VERIFIED = "verified"
    UNVERIFIED = "unverified"


def above(label: str) -> str:
    """Return the label that this one continues: `1(a)(ii)#b` → `1(a)(ii)` → `1(a)` → `1` → nothing."""
    return label[: max(label.rfind("("), label.rfind("#"), 0)]


class Provision(Model):
    """A paragraph, by its label in the treaty: `1(a)(ii)#b` is the second level of letters."""

    label: str
    obligation: Obligation = Obligation.INHERITED
    also: tuple[Obligation, ...] = ()  # what its other sentences say, as in "shall … It may also …"


class Article(Model):
    """An article; `obligation` is that of its chapeau, or of its only paragraph."""

    number: int
    title: Text
    obligation: Obligation = Obligation.INHERITED
    obligations: Status = Status.UNVERIFIED  # whether the levels were derived verb by verb
    provisions: tuple[Provision, ...] = ()

    @cached_property
    def labels(self) -> frozenset[str]:
        return frozenset(provision.label for provision in self.provisions)

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """Labels of the paragraphs that no other paragraph of the article continues."""
        chapeaus = {above(label) for label in self.labels}
        return tuple(p.label for p in self.provisions if p.label not in chapeaus)

    def obligation_of(self, label: str) -> Obligation:
        """Return what a paragraph demands, from what it continues where it has no verb of its own."""
        own = {provision.label: provision.obligation for provision in self.provisions}
        while label and own.get(label, Obligation.INHERITED) is Obligation.INHERITED:
            label = above(label)
        return own[label] if label else self.obligation

    def allows(self, label: str, obligation: Obligation) -> bool:
        """Tell whether a paragraph says this, in its main sentence or in another."""
        others = next((provision.also for provision in self.provisions if provision.label == label), ())
        return obligation is self.obligation_of(label) or obligation in others


class Instrument(Model):
    id: InstrumentId
    title: Text
    short: Text
    source: str
    articles: tuple[Article, ...]

    def article(self, number: int) -> Article:
        """Return an article by number; KeyError where the instrument has none."""
        for article in self.articles:
            if article.number == number:
                return article
        raise KeyError(number)


class Cluster(Model):
    number: int = Field(ge=1, le=4)
    title: Text
    status: Status
    source: str


class Cell(Model):
    """One instrument in one cluster: the articles that its questionnaire asks about."""

    instrument: InstrumentId
    cluster: int = Field(ge=1, le=4)
    articles: tuple[int, ...]
    status: Status
    source: str


class Law(Model):
    """Everything of `clusters/definitions`, loaded."""

    instruments: tuple[Instrument, ...]
    clusters: tuple[Cluster, ...]
    cells: tuple[Cell, ...]

    def instrument(self, name: str) -> Instrument:
        for instrument in self.instruments:
            if instrument.id == name:
                return instrument
        raise KeyError(name)

    def cluster(self, number: int) -> Cluster:
        for cluster in self.clusters:
            if cluster.number == number:
                return cluster
        raise KeyError(number)

    def cell(self, instrument: str, cluster: int) -> Cell:
        for cell in self.cells:
            if (cell.instrument, cell.cluster) == (instrument, cluster):
                return cell
        raise KeyError((instrument, cluster))
