from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any, ClassVar

from languages import say
from problems.place import NOWHERE, Place


class Severity(IntEnum):
    INFO = 1
    WARNING = 2
    ERROR = 3
    BLOCKER = 4


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing wrong; a subclass each, with a permanent kebab-case `code`.

    The sentence is the message `code` in `languages/definitions/<language>/<subject>.ftl`, where the
    subject is its module (`problems.returns` → `problems/returns`) and the parameters are its
    fields.
    It says what is wrong with which value, what is allowed, and what to do.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    asked_back: ClassVar[str] = "did-you-mean"
    place: Place = NOWHERE
    item: str = ""

    def parameters(self) -> dict[str, Any]:
        """Return the fields as message parameters; a sequence becomes `a · b · c`."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: " · ".join(map(str, value)) if isinstance(value, (tuple, list)) else value
            for name, value in values.items()
            if name != "place"
        }

    def told(self, language: str) -> dict[str, Any]:  # noqa: ARG002  # for those that tell of places
        """Return the message parameters as people of a language are told them."""
        return self.parameters()

    def where(self, language: str) -> str:
        """Say where this is; in a text document, whose rows have no numbers, with the question."""
        words = self.place.words(language)
        return f"{words} ({self.item})" if self.item and self.place.of_document else words

    def message(self, language: str = "en") -> str:
        """Return the sentence, with "Did you mean …?" after it where a field `near` holds a word."""
        shown = {name: shortened(value) for name, value in self.told(language).items()}
        sentence = say(language, type(self).__module__.replace(".", "/"), self.code, **shown)
        near = getattr(self, "near", "")
        return (
            f"{sentence} {say(language, 'problems/model', self.asked_back, near=near)}" if near else sentence
        )

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """Return the problem for `--json` and for the store, its message in `language`."""
        return {
            "code": self.code,
            "severity": self.severity.name.lower(),
            "place": str(self.place),
            "item": self.item,
            "parameters": {name: value for name, value in self.parameters().items() if name != "item"},
            "message": self.message(language),
        }


def shortened(value: Any, limit: int = 300) -> Any:
    """Shorten a text to what a sentence can carry (Fluent refuses parts of over 1,000 letters)."""
    return f"{value[:limit].rstrip()} …" if isinstance(value, str) and len(value) > limit else value


def worst(problems: Iterable[Problem]) -> Severity | None:
    return max((problem.severity for problem in problems), default=None)


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Return the allowed word that `word` most likely meant, or an empty string where none is near."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415  # only when something is wrong

    best = process.extractOne(
        word, list(allowed), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=60
    )
    return best[0] if best else ""
