"""Questionnaires as they are written: English inside, the article given by the section."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from clusters.model import Article, Cell, Instrument, Model, Obligation
from clusters.written import Label, Sentence
from problems import Place
from questionnaires.model import SCALE, YES_NO, AnswerType, Condition, Purpose
from sources.translations import Key
from sources.yaml import Document, Step


def _answer(value: Any) -> Any:
    """A number is the word that it is written as; anything else but words is refused once, not twice."""
    if isinstance(value, list):
        return [_answer(one) for one in value]
    if isinstance(value, dict) or value is None:
        raise PydanticCustomError("own-text", "a text is needed")
    return str(value)


class WrittenCondition(Condition):
    answer: Annotated[str | tuple[str, ...], BeforeValidator(_answer)] = ""


class WrittenAsked(Model):
    """What everything that is asked has in common."""

    topics: tuple[str, ...] = ()
    type: AnswerType
    text: Sentence
    guidance: str = ""
    options: Mapping[Label, Sentence] = Field(default_factory=dict)  # value → label
    columns: Mapping[Label, Sentence] = Field(default_factory=dict)  # id → label
    under: str = ""
    enable_when: tuple[WrittenCondition, ...] = Field(default=(), alias="enableWhen")
    enable_behavior: Literal["any", "all"] = Field(default="all", alias="enableBehavior")

    @property
    def values(self) -> tuple[str, ...]:
        """The answers that a condition can compare with; empty where the answer is free."""
        fixed = {AnswerType.SCALE: SCALE, AnswerType.YES_NO: YES_NO}
        return fixed.get(self.type) or tuple(self.options)


class WrittenItem(WrittenAsked):
    """What an item and a closing question have in common."""

    provision: Label = ""
    obligation: Obligation = Obligation.INHERITED
    purpose: Purpose = Purpose.QUESTION


class WrittenQuestion(WrittenItem):
    id: str


class WrittenClosing(WrittenItem):
    """A closing question; `suffix` completes the id, and `under` and `enableWhen` name other suffixes."""

    suffix: str = Field(pattern=r"^[a-z0-9-]+$")
    purpose: Purpose


class WrittenSection(Model):
    article: int
    about: Sentence
    items: tuple[WrittenQuestion, ...] = Field(min_length=1)


Version = Annotated[
    str, BeforeValidator(lambda value: str(value) if isinstance(value, int | float) else value)
]


class WrittenQuestionnaire(Model):
    questionnaire: str
    version: Version
    status: Literal["draft", "active", "retired"]
    source: Sentence
    sections: tuple[WrittenSection, ...] = Field(min_length=1)


class WrittenClosings(Model):
    items: tuple[WrittenClosing, ...]


W_co = TypeVar("W_co", bound=WrittenAsked, covariant=True)


@dataclass(frozen=True)
class Entry(Generic[W_co]):
    """One item with its id and where in its file it stands."""

    id: str
    item: W_co
    article: int
    document: Document
    steps: tuple[Step, ...]

    def place(self, *steps: Step) -> Place:
        return self.document.place((*self.steps, *steps))

    @property
    def words(self) -> dict[Key, str]:
        """Everything of the item that is translated."""
        item = self.item
        at: Key = ("items", self.id)
        return (
            {(*at, "text"): item.text}
            | ({(*at, "guidance"): item.guidance.strip()} if item.guidance else {})
            | {(*at, "options", value): label for value, label in item.options.items()}
            | {(*at, "columns", column): label for column, label in item.columns.items()}
        )


@dataclass(frozen=True)
class Closing:
    """The closing questions, as one file for all articles of all questionnaires."""

    document: Document
    written: WrittenClosings

    @cached_property
    def entries(self) -> tuple[Entry[WrittenItem], ...]:
        return tuple(
            Entry(item.suffix, item, 0, self.document, ("items", index))
            for index, item in enumerate(self.written.items)
        )

    @property
    def words(self) -> dict[Key, str]:
        return {key: word for entry in self.entries for key, word in entry.words.items()}


@dataclass(frozen=True)
class Draft:
    """A questionnaire as written, with the part of the law that it asks about."""

    document: Document
    written: WrittenQuestionnaire
    instrument: Instrument
    cell: Cell

    @cached_property
    def articles(self) -> dict[int, Article]:
        return {article.number: article for article in self.instrument.articles}

    @cached_property
    def entries(self) -> tuple[Entry[WrittenItem], ...]:
        return tuple(
            Entry(item.id, item, section.article, self.document, ("sections", number, "items", index))
            for number, section in enumerate(self.written.sections)
            for index, item in enumerate(section.items)
        )

    @property
    def words(self) -> dict[Key, str]:
        abouts: dict[Key, str] = {("sections", str(s.article)): s.about for s in self.written.sections}
        return abouts | {key: word for entry in self.entries for key, word in entry.words.items()}
