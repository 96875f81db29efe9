"""What is asked: questionnaire ▸ section (article) ▸ item ▸ answer option."""

import hashlib
import re
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from clusters.model import InstrumentId, Model, Obligation, Text

ITEM_ID = r"^(untoc|tip|som|fp)\.\d+(\.[a-z0-9-]+)+$"
"""Instrument, article, paragraph labels, suffix: `untoc.5.1.a.ii.b`. Permanent, never reused."""

FORM_ITEM_ID = r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$"
"""Process, form, name: `dialogue.application.name`. No process has the name of an instrument."""

INSTRUMENTS: Final = frozenset(get_args(InstrumentId))


def _item_id(text: str) -> str:
    of_form = re.match(FORM_ITEM_ID, text) and text.partition(".")[0] not in INSTRUMENTS
    if not of_form and not re.match(ITEM_ID, text):
        raise PydanticCustomError("string_pattern_mismatch", "neither of a treaty nor of a form")
    return text


def of_form(instrument: str) -> bool:
    """Say whether what stands where an instrument stands is the id of a form: `dialogue.application`."""
    return "." in instrument


class AnswerType(StrEnum):
    SCALE = "scale"  # yes / yes, in part / no
    YES_NO = "yes-no"
    CHOICE = "choice"  # one of the item's options
    CHOICES = "choices"  # several of the item's options
    TEXT = "text"  # long
    LINE = "line"  # short
    DATE = "date"
    NUMBER = "number"
    CITATION = "citation"  # title, provision, date, link; as many as needed
    ROWS = "rows"  # repeated rows with the item's columns


class Purpose(StrEnum):
    """What an item contributes to the review."""

    QUESTION = "question"
    EXAMPLE = "example"
    DIFFICULTIES = "difficulties"
    ASSISTANCE = "assistance"
    GOOD_PRACTICES = "good-practices"
    SUGGESTIONS = "suggestions"


class Option(Model):
    value: str = Field(pattern=r"^[a-z0-9-]+$")
    label: Text


SCALE = ("yes", "in-part", "no")
YES_NO = ("yes", "no")


class Condition(Model):
    """`question` has (`=`), has not (`!=`) or has any of (`in`) the values; `answered`: has any at all."""

    question: str
    operator: Literal["=", "!=", "in", "answered"] = "="
    answer: str | tuple[str, ...] = ""


class Column(Model):
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    label: Text


Fills = Literal[
    "",
    "name",
    "kind",
    "contact",
    "email",
    "telephone",
    "languages",
    "regions",
    "topics",
    "attribution",
    "at-risk",
]
"""The field of the registry that an answer fills when somebody applies who is not in the registry.

What is said of `attribution` and `at-risk` holds of whoever answers: it is consent, or takes it back.
"""


class Item(Model):
    """One thing asked, about one provision. `article` and `instrument` come from the section it stands in.

    In a form, the instrument is the form's id and the article the number of its part.
    """

    id: Annotated[str, AfterValidator(_item_id)]
    instrument: str
    article: int
    provision: str = ""  # a paragraph label of the article; empty = the whole article
    obligation: Obligation = Obligation.INHERITED
    topics: tuple[str, ...] = ()
    type: AnswerType
    purpose: Purpose = Purpose.QUESTION
    text: Text
    guidance: Text = Field(default_factory=dict)
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    under: str = ""  # the item this one follows up
    enable_when: tuple[Condition, ...] = Field(default=(), alias="enableWhen")
    enable_behavior: Literal["any", "all"] = Field(default="all", alias="enableBehavior")
    fills: Fills = ""
    points: dict[str, int] = Field(default_factory=dict)  # value → what it counts in a screening
    right: tuple[str, ...] = ()  # in an assessment: any of them, or exactly these where several are chosen
    required: bool | None = None  # whether it is owed; None: where it follows nothing up
    concerns: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # option ("": all) → `untoc.24`, …

    @cached_property
    def article_key(self) -> str:
        """The article's key, such as `untoc.5`."""
        return f"{self.instrument}.{self.article}"

    @property
    def main(self) -> bool:
        """Say whether the item counts towards progress: conditional and closing items are asked, not owed."""
        owed = not self.under if self.required is None else self.required
        return owed and not self.enable_when and self.purpose is Purpose.QUESTION

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The answer values that may be chosen; empty where the answer is free."""
        match self.type:
            case AnswerType.SCALE:
                return SCALE
            case AnswerType.YES_NO:
                return YES_NO
        return tuple(option.value for option in self.options)

    def option(self, value: str) -> Option:
        return next(option for option in self.options if option.value == value)

    def digest(self, language: str) -> str:
        """Return the digest of the question as asked in `language`: it changes when its words do."""
        words = [self.text.get(language, self.text["en"]), *(o.label.get(language, "") for o in self.options)]
        return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


class Section(Model):
    """The items about one article, or one part of a form: then `article` is its number."""

    instrument: str
    article: int
    title: Text
    about: Text  # one line in plain words
    items: tuple[Item, ...]

    @property
    def is_form(self) -> bool:
        return of_form(self.instrument)


_FORM_ALONE: Final[Any] = {
    "purpose": True,
    "seen": True,
    "sections": {"__all__": {"items": {"__all__": {"fills", "points", "right", "required", "concerns"}}}},
}
"""What only forms have."""


class Questionnaire(Model):
    """One instrument in one cluster; or a form, which has its own id as instrument and no cluster (0).

    The title of a form's cluster is the line about the form.
    """

    id: str  # untoc.1, dialogue.application
    instrument: str
    cluster: int
    version: str
    status: Literal["draft", "active", "retired"]
    source: str
    title: Text
    cluster_title: Text
    verified: bool  # whether the allocation of its articles to the cluster has been verified
    sections: tuple[Section, ...]
    purpose: Text = Field(default_factory=dict)  # of a form: what it is for, in a sentence of its own
    seen: Text = Field(default_factory=dict)  # of a form: who will see the answers, in a sentence of its own

    @property
    def is_form(self) -> bool:
        return of_form(self.instrument)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def digest(self) -> str:
        left_out = None if self.is_form else _FORM_ALONE  # whoever has recorded a digest keeps it
        return hashlib.sha256(self.model_dump_json(by_alias=True, exclude=left_out).encode()).hexdigest()
