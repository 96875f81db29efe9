"""Facts as examples: what a letter may be given, with all that may be there and without each of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Undefined

Facts = Mapping[str, Any]
"""Facts by name: texts, numbers, further facts, lists with one example of what they hold, `OneOf` these."""


@dataclass(frozen=True, eq=False)
class OneOf:
    """A fact of several shapes: at first the fullest, at last the emptiest."""

    values: tuple[Any, ...]


class Anything(dict[str, str]):
    """Facts that have whatever is asked for: a consultation names its own."""

    def __missing__(self, name: str) -> str:
        return name

    def __contains__(self, name: object) -> bool:
        return True

    def get(self, name: str, default: object = None) -> str:  # noqa: ARG002
        return name


class Nothing(dict[str, str]):
    """Facts of which none is there; that a letter takes one for granted is no mistake that shows here."""

    def __missing__(self, name: str) -> Undefined:
        return Undefined(name=name)


def perhaps(value: Any) -> OneOf:
    """Return a fact that may be empty, false or zero."""
    return OneOf((value, type(value)()))


def names_of(facts: Any) -> Any:
    """Return the names in facts, however deep, and nothing of what they say: a `Known`."""
    match facts:
        case OneOf(values=(first, *_)):
            return names_of(first)
        case Anything():
            return {"*": None}
        case Mapping():
            return {name: names_of(each) for name, each in facts.items()}
        case [each]:
            return [names_of(each)]
    return None


def examples(facts: Facts) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield facts in every shape, with a word for it and the name of the fact that makes the difference.

    `full`: all at their fullest; `other`: one is otherwise; `bare`: all at their emptiest, or all but one.
    """
    shapes = dict(_shapes(facts))
    empty = {each: each.values[-1] for each in shapes}
    yield "full", "", _made(facts, {})
    for each, name in shapes.items():
        for value in each.values[1:]:
            yield "other", name, _made(facts, {each: value})
    yield "bare", "", _made(facts, empty)
    for each, name in shapes.items():
        for value in each.values[:-1]:
            yield "bare", name, _made(facts, empty | {each: value})


def _shapes(facts: Any, name: str = "") -> Iterator[tuple[OneOf, str]]:
    match facts:
        case OneOf(values=(first, *_)):
            yield facts, name
            yield from _shapes(first, name)
        case Mapping():
            for key, each in facts.items():
                yield from _shapes(each, f"{name}.{key}" if name else key)
        case [each]:
            yield from _shapes(each, name)


def _made(facts: Any, chosen: Mapping[OneOf, Any]) -> Any:
    """Return facts as a letter gets them: of each shape the one chosen, else the first; of many, two."""
    match facts:
        case OneOf(values=(first, *_)):
            return _made(chosen.get(facts, first), chosen)
        case Anything() | Nothing():
            return facts
        case Mapping():
            return {key: _made(each, chosen) for key, each in facts.items()}
        case [each]:
            return [_made(each, chosen), _made(each, chosen)]
    return facts
