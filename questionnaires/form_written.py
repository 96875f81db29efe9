"""Forms as they are written: English inside, numbered parts, ids that are short within the form."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from clusters.model import Model
from clusters.written import Label, Sentence
from questionnaires.model import Fills
from questionnaires.written import Entry, Version, WrittenAsked
from sources.translations import Key
from sources.yaml import Document


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _of_all(value: object) -> object:
    """A list is what the whole question concerns; by answer, it is what each of these does."""
    return {"": value} if isinstance(value, list) else value


_NAMES = {"type": "array", "items": {"type": "string"}}
_ONE_OR_SEVERAL = WithJsonSchema({"anyOf": [{"type": "string"}, _NAMES]})
_OF_ALL_OR_EACH = WithJsonSchema({"anyOf": [_NAMES, {"type": "object", "additionalProperties": _NAMES}]})


class WrittenFormItem(WrittenAsked):
    id: str
    fills: Fills = ""
    points: dict[Label, int] = Field(default_factory=dict)  # value → what it counts
    right: Annotated[tuple[Label, ...], BeforeValidator(_several), _ONE_OR_SEVERAL] = ()
    required: bool | None = None
    concerns: Annotated[dict[Label, tuple[str, ...]], BeforeValidator(_of_all), _OF_ALL_OR_EACH] = Field(
        default_factory=dict
    )


class WrittenPart(Model):
    id: str
    title: Sentence
    about: Sentence
    items: tuple[WrittenFormItem, ...] = Field(min_length=1)


class WrittenForm(Model):
    form: str
    version: Version
    status: Literal["draft", "active", "retired"]
    source: Sentence
    title: Sentence
    about: Sentence
    purpose: Sentence | None = None  # what it is for, on the first sheet
    seen: Sentence | None = None  # who will see the answers, there too
    parts: tuple[WrittenPart, ...] = Field(min_length=1)


@dataclass(frozen=True)
class FormDraft:
    """A form as written, with the process that it belongs to."""

    document: Document
    written: WrittenForm
    process: str

    @property
    def id(self) -> str:
        return f"{self.process}.{self.written.form}"

    @cached_property
    def entries(self) -> tuple[Entry[WrittenFormItem], ...]:
        """The items under their short ids; the number of their part stands for an article."""
        return tuple(
            Entry(item.id, item, number + 1, self.document, ("parts", number, "items", index))
            for number, part in enumerate(self.written.parts)
            for index, item in enumerate(part.items)
        )

    @property
    def words(self) -> dict[Key, str]:
        """Everything of the form that is translated."""
        form = self.written
        head = {"title": form.title, "about": form.about, "purpose": form.purpose, "seen": form.seen}
        words: dict[Key, str] = {(name,): text for name, text in head.items() if text}
        for part in form.parts:
            words |= {("parts", part.id, "title"): part.title, ("parts", part.id, "about"): part.about}
        return words | {key: word for entry in self.entries for key, word in entry.words.items()}
