"""The files of `clusters/definitions` as they are written: English inside, translations beside them."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from clusters.model import InstrumentId, Model, Obligation, Status


def _filled(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("own-text", "a text is needed")
    return text.strip()


def _label(value: Any) -> Any:
    """YAML reads the label `1` as a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _levels(value: Any) -> Any:
    """A paragraph has one level, none (it inherits), or a list: the main one first."""
    return value if isinstance(value, list) else [Obligation.INHERITED if value is None else value]


Sentence = Annotated[str, AfterValidator(_filled)]
Label = Annotated[str, BeforeValidator(_label)]
Levels = Annotated[tuple[Obligation, ...], BeforeValidator(_levels), Field(min_length=1)]


class WrittenArticle(Model):
    number: int
    title: Sentence
    obligation: Obligation = Obligation.INHERITED
    obligations: Status = Status.UNVERIFIED
    provisions: Mapping[Label, Levels] = Field(default_factory=dict)


class WrittenInstrument(Model):
    instrument: InstrumentId
    title: Sentence
    short: Sentence
    source: Sentence
    articles: tuple[WrittenArticle, ...] = Field(min_length=1)


class WrittenCluster(Model):
    number: int
    title: Sentence
    status: Status
    source: Sentence


class WrittenClusters(Model):
    clusters: tuple[WrittenCluster, ...]


class WrittenCell(Model):
    instrument: InstrumentId
    cluster: int = Field(ge=1, le=4)
    articles: tuple[int, ...] = Field(min_length=1)
    status: Status
    source: Sentence


class WrittenCells(Model):
    cells: tuple[WrittenCell, ...]


class WrittenTopics(Model):
    topics: Mapping[str, Sentence]
