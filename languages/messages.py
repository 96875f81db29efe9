"""Messages in Fluent files, `definitions/<language>/<subject>.ftl`: a further language is a folder more."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from languages.tags import direction

Subject = str
"""A file of messages, such as `terminal` or `problems/returns`."""

DEFINITIONS = Path(__file__).parent / "definitions"


def spoken() -> list[str]:
    """List the languages that have messages, English first."""
    found = (folder.name for folder in DEFINITIONS.iterdir() if folder.is_dir())
    return sorted(found, key=lambda tag: (tag != "en", tag))


@cache
def subjects(folder: str) -> frozenset[str]:
    """Name the files of messages in a folder of them, such as `terminal`."""
    return frozenset(path.stem for path in (DEFINITIONS / "en" / folder).glob("*.ftl"))


@cache
def _bundle(language: str, subject: Subject) -> Any:
    from fluent.runtime import FluentBundle, FluentResource  # noqa: PLC0415  # 100 ms, paid by those who speak

    path = DEFINITIONS / language / f"{subject}.ftl"
    if not path.is_file():
        path = DEFINITIONS / "en" / f"{subject}.ftl"
    bundle = FluentBundle([language], use_isolating=direction(language) == "rtl")
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def say(language: str, subject: Subject, message: str, /, **parameters: object) -> str:
    """Return the message `message` of `subject` in `language`, with its parameters in place.

    Raises KeyError for a message or a parameter that does not exist: a mistake of ours, not of a user.
    """
    if all(type(value) is str or type(value) is int for value in parameters.values()):
        return _again(language, subject, message, tuple(parameters.items()))
    return _said(language, subject, message, parameters)


@lru_cache(maxsize=8192)
def _again(language: str, subject: Subject, message: str, parameters: tuple[tuple[str, object], ...]) -> str:
    """Say what was said before: most of what workbooks and letters say is, with the same words and numbers.

    Of values of other types, two may be equal and yet be said otherwise: an instant in another zone.
    """
    return _said(language, subject, message, dict(parameters))


def _said(language: str, subject: Subject, message: str, parameters: Mapping[str, object]) -> str:
    worded = pattern(language, subject, message)
    text, errors = _bundle(language, subject).format_pattern(worded, parameters)
    if errors:
        raise KeyError(f"{language}/{subject}.ftl, {message}: {errors[0]}")
    return str(text)


def pattern(language: str, subject: Subject, message: str) -> Any:
    """Return how a message is worded, as Fluent has it. Raises KeyError for one that does not exist."""
    bundle = _bundle(language, subject)
    if not bundle.has_message(message):
        raise KeyError(f"{language}/{subject}.ftl has no message {message!r}")
    return bundle.get_message(message).value
