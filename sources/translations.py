"""Definitions are written in English; what they say in another language stands in a file beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from languages import LANGUAGES
from problems import Place, Problem, nearest
from problems.definitions import (
    FixedValue,
    TextTooLong,
    TranslationFileMissing,
    TranslationMissing,
    TranslationSurplus,
    UnknownLanguage,
)
from problems.files import BadValue, MissingKey, NotAllowed
from sources.yaml import Document, Step, read_yaml

Key = tuple[str, ...]
"""Where a text stands: `("items", "untoc.5.1.b", "options", "organizing")`."""

Texts = dict[Key, dict[str, str]]
"""The same words by key and language."""

REQUIRED = ("fr",)
"""Languages besides English in which everything that ships must be said."""


REMARKS = ("status", "source")
"""What a translation may say of itself: `status: unverified` until somebody has compared it."""

STATUSES = ("verified", "unverified")


@dataclass(frozen=True)
class _Leaf:
    steps: tuple[Step, ...]  # as written, with numbers as numbers
    value: Any


def translate(
    path: Path,
    shown: str,
    words: Mapping[Key, str],
    *,
    head: Mapping[str, str] | None = None,
    longest: int = 0,
) -> tuple[Texts, list[Problem]]:
    """Join the English `words` of the file at `path` with those of its translations, `name.<language>.yaml`.

    `head` are further keys of a translation with the value each must have; `longest` limits characters.
    """
    texts: Texts = {key: {"en": word} for key, word in words.items()}
    problems: list[Problem] = []
    found = dict(_beside(path))
    for language in REQUIRED:
        if language not in found:
            name = f"{path.stem}.{language}.yaml"
            problems.append(TranslationFileMissing(place=Place(shown), name=name, tag=language))
    for language, file in found.items():
        document, wrong = read_yaml(file, str(PurePath(shown).with_name(file.name)))
        problems += wrong
        if document is None:
            continue
        expected = {"language": language, **(head or {})}
        problems += _check(document, words, expected, longest)
        for key, leaf in _leaves(document, expected).items():
            if key in texts and isinstance(leaf.value, str):
                texts[key][language] = leaf.value.strip()
    return texts, problems


def _beside(path: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(path.parent.iterdir()):
        if file.name.startswith(f"{path.stem}.") and file.suffix == path.suffix and file.name != path.name:
            yield file.name[len(path.stem) + 1 : -len(path.suffix)], file


def _leaves(document: Document, head: Iterable[str]) -> dict[Key, _Leaf]:
    data = document.data if isinstance(document.data, dict) else {}
    return {
        tuple(map(str, leaf.steps)): leaf
        for name, value in data.items()
        if name not in head and name not in REMARKS
        for leaf in _walk((name,), value)
    }


def _walk(steps: tuple[Step, ...], value: Any) -> Iterator[_Leaf]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _walk((*steps, name), inner)
    elif value is not None and value != "":
        yield _Leaf(steps, value)


def _check(
    document: Document, words: Mapping[Key, str], head: Mapping[str, str], longest: int
) -> Iterator[Problem]:
    if not isinstance(document.data, dict):
        yield BadValue(place=document.place(), key=document.path, value="…", reason="mapping")
        return
    yield from _check_head(document, head)
    leaves = _leaves(document, head)
    yield from _missing(document, words, leaves, head["language"])
    yield from _surplus(document, words, leaves)
    for key, leaf in leaves.items():
        if key in words and not isinstance(leaf.value, str):
            yield BadValue(
                place=document.place(leaf.steps), key=key[-1], value=str(leaf.value), reason="text"
            )
        elif key in words and longest and len(leaf.value) > longest:
            place = document.place(leaf.steps)
            item = key[1] if key[0] == "items" else ""
            yield TextTooLong(place=place, item=item, characters=len(leaf.value), most=longest)


def _check_head(document: Document, head: Mapping[str, str]) -> Iterator[Problem]:
    language = head["language"]
    if language not in LANGUAGES:
        yield UnknownLanguage(place=Place(document.path), tag=language, allowed=tuple(LANGUAGES))
        return
    for key, expected in head.items():
        if key not in document.data:
            yield MissingKey(place=document.place(), key=key)
        elif (value := document.data[key]) != expected:
            yield FixedValue(place=document.place((key,)), key=key, value=str(value), expected=expected)
    status = document.data.get("status", STATUSES[1])
    if status not in STATUSES:
        place, near = document.place(("status",)), nearest(str(status), STATUSES)
        yield NotAllowed(place=place, key="status", value=str(status), allowed=STATUSES, near=near)


def _missing(
    document: Document, words: Mapping[Key, str], leaves: Mapping[Key, _Leaf], language: str
) -> Iterator[Problem]:
    """Report the whole of what is missing once: an item, not each of its texts."""
    written = {
        key[:depth]: leaf.steps[:depth] for key, leaf in leaves.items() for depth in range(len(key) + 1)
    }
    reported: set[Key] = set()
    for key in words:
        depth = next((depth for depth in range(1, len(key) + 1) if key[:depth] not in written), 0)
        if depth and key[:depth] not in reported:
            reported.add(key[:depth])
            place = document.place(written.get(key[: depth - 1], ()))
            yield TranslationMissing(place=place, key=_spell(key[:depth]), tag=language)


def _surplus(document: Document, words: Mapping[Key, str], leaves: Mapping[Key, _Leaf]) -> Iterator[Problem]:
    known = {key[:depth] for key in words for depth in range(1, len(key) + 1)}
    reported: set[Key] = set()
    for key, leaf in leaves.items():
        depth = next((depth for depth in range(1, len(key) + 1) if key[:depth] not in known), 0)
        if depth and key[:depth] not in reported:
            reported.add(key[:depth])
            siblings = {
                other[depth - 1] for other in known if other[: depth - 1] == key[: depth - 1] != other
            }
            near = nearest(key[depth - 1], siblings)
            yield TranslationSurplus(
                place=document.place(leaf.steps[:depth]), key=_spell(key[:depth]), near=near
            )


def _spell(key: Key) -> str:
    return " › ".join(key)
