"""Values as people type them: read where there is one reading, asked back where there are two."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

from languages.messages import spoken
from questionnaires.model import SCALE, YES_NO, AnswerType, Item
from responses.model import Absence
from workbooks.contents import Value as CellValue
from workbooks.contents import text
from workbooks.layout import label

DEFINITIONS: Final = Path(__file__).parent / "definitions" / "typed.yaml"


@dataclass(frozen=True, slots=True)
class Several:
    """A value with more than one reading: what they are, as ids of answers or as texts."""

    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A value with no reading; `why` where a reader can say more than that."""

    why: str = ""


PREVIEW: Final = 80
"""So much of a value a problem shows."""

UNREADABLE: Final = Unreadable()


def is_blank(value: CellValue) -> bool:
    """Tell whether a cell holds nothing that can be seen."""
    if value is None:
        return True
    if not isinstance(value, str) or value[:1].isalnum():
        return False
    return all(letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc") for letter in value)


def preview(value: CellValue) -> str:
    """Return the beginning of a value, on one line, for a problem's sentence."""
    words = " ".join(text(value).split())
    return words if len(words) <= PREVIEW else words[: PREVIEW - 1] + "…"


class _Plain(dict[int, str | None]):
    """What comparison minds of a letter, by its number; learned letter by letter, for `str.translate`."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        kind = unicodedata.category(letter)
        if kind in ("Mn", "Cf") or letter == "ـ":
            plain = None
        elif kind[0] in "PZ" or kind == "Cc":
            plain = " "
        else:
            plain = str(unicodedata.decimal(letter)) if kind == "Nd" else letter
        if len(self) < _LETTERS_KEPT:
            self[code] = plain
        return plain


_LETTERS_KEPT: Final = 20_000
"""More than people write with; a stranger's file may have a million."""

_plain: Final = _Plain()


@lru_cache(maxsize=8192)
def folded(words: str) -> str:
    """Reduce a text to what comparison minds: no case, accents, marks, punctuation, double spaces."""
    letters = unicodedata.normalize("NFKD", words.replace("’", "'")).casefold()
    return " ".join(unicodedata.normalize("NFKD", letters).translate(_plain).split())


_LETTERS: Final = str.maketrans(
    {"ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ە": "ه", "ٱ": "ا", "ı": "i"}
)
_FIGURE: Final = re.compile(r"[\s'\"“”„«»(\[\u200b-\u200f\u061c]*\d+[\s.)\]'\"“”»。\u200b-\u200f]*")
_DOUBT: Final = frozenset("?？؟⁇⁈⁉")
_OVERLAY: Final = 1
"""The combining class of what strikes a letter through, as in Y̶e̶s̶ and ≠."""

TURNED: Final = "≠"
"""The last word of the key of a text that is struck through, or turned round by a sign, as in `!Yes`."""
_BULLETS: Final = str.maketrans(dict.fromkeys("`´▪▫◦◆◇➢➤►▶❖\uf0b7\uf0a7\uf0d8\uf076\uf0e0\uf0e8\uf02d", " "))


@lru_cache(maxsize=8192)
def key(words: str) -> str:
    """Reduce a text to what a short answer is known by: `folded`, letters alike in Arabic, no bullets.

    Signs alone, such as ✓ and -, stay as they are; so does a question mark, since it may say everything, and
    what strikes a word through or turns it round.
    """
    plain = folded(words.translate(_BULLETS)).translate(_LETTERS)
    if not plain:
        return "".join(words.split())
    if not words.isascii() and any(map(_strikes, unicodedata.normalize("NFKD", words))):
        return f"{plain} {TURNED}"
    if words.lstrip().startswith(("!", "！")):
        return f"{plain} {TURNED}"
    return f"{plain} ?" if _DOUBT.intersection(words) else plain


def _strikes(letter: str) -> bool:
    return unicodedata.combining(letter) == _OVERLAY


_UPPER: Final = ("АВЕКМНОРСТХУІЅЈ", "ABEKMHOPCTXYISJ")
_LOWER: Final = ("аеорсухіѕј", "aeopcyxisj")
_GREEK: Final = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧου", "ABEZHIKMNOPTYXou")
_TO_LATIN: Final = str.maketrans(*("".join(parts) for parts in zip(_UPPER, _LOWER, _GREEK, strict=True)))
_TO_CYRILLIC: Final = str.maketrans(_UPPER[1] + _LOWER[1], _UPPER[0] + _LOWER[0])


def look_alike(words: str) -> tuple[str, ...]:
    """Return the keys of the words that a text looks like on paper: of `НЕТ` in Latin letters, and back.

    A single letter looks like too much.
    """
    if len(words) < 2:  # noqa: PLR2004
        return ()
    return tuple(key(words.translate(table)) for table in (_TO_LATIN, _TO_CYRILLIC))


@cache
def typed() -> Mapping[str, frozenset[str]]:
    """Return the keys of what people type for each answer."""
    words = YAML(typ="safe").load(DEFINITIONS.read_text(encoding="utf-8"))
    return {answer: frozenset(map(key, known)) for answer, known in words.items()}


Labels = tuple[tuple[str, tuple[str, ...]], ...]
"""What may be typed for each answer: the answer, and the words for it."""


def _labels(value: str) -> tuple[str, ...]:
    return (value, *(label(language, value) for language in spoken()))


@cache
def _absences() -> Mapping[str, frozenset[str]]:
    """Return the absences that each key may mean, as people type them."""
    return _by_key(tuple((value.value, (*_labels(value), *typed()[value])) for value in Absence))


@cache
def printed_absences() -> Mapping[str, Absence]:
    """Return the absence that each folded printed label means."""
    return {folded(word): value for value in Absence for word in _labels(value)}


@lru_cache(maxsize=2048)
def _readings(kind: AnswerType, options: Labels) -> Mapping[str, frozenset[str]]:
    """Return the answers that each key may mean for a question of this kind, with these options."""
    answers = [(value.value, (*_labels(value), *typed()[value])) for value in Absence]
    if options:
        answers += options
    elif kind in (AnswerType.SCALE, AnswerType.YES_NO):
        allowed = SCALE if kind is AnswerType.SCALE else YES_NO
        answers += [(value, (*_labels(value), *typed()[value])) for value in allowed]
        answers += _figures(kind)
    return _by_key(tuple(answers))


def _by_key(answers: Labels) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for answer, words in answers:
        for word in words:
            found.setdefault(key(word), set()).add(answer)
    return {word: frozenset(meant) for word, meant in found.items()}


def _figures(kind: AnswerType) -> list[tuple[str, tuple[str, ...]]]:
    """Read 1 and 0 as yes and no; on the scale 1 and 2 are asked back (place in the list, or a mark)."""
    if kind is AnswerType.YES_NO:
        return [("yes", ("1",)), ("no", ("0",))]
    return [("yes", ("1", "2")), ("in-part", ("1", "2")), ("no", ("0",))]


def words_for(item: Item) -> Mapping[str, frozenset[str]]:
    """Return the answers, absences too, that each key may mean in an answer cell of `item`."""
    return _readings(item.type, tuple((o.value, (o.value, *o.label.values())) for o in item.options))


def meant(words: str, known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the answers that a text may mean by its words, else by the words that it looks like.

    A figure stands alone: not the 1 of `1 %`, of `-1` or of `1*`.
    """
    plain = key(words)
    if plain.isdigit() and not _FIGURE.fullmatch(words):
        return frozenset()
    if found := known.get(plain):
        return found
    return frozenset().union(*(known.get(like, ()) for like in look_alike(words)))


def read_choice(value: CellValue, item: Item) -> str | Absence | Several | Unreadable:
    """Read an answer cell that offers a list: one of the item's values, or an absence."""
    if isinstance(value, bool):
        value = "true" if value else "false"
    return one_of(meant(text(value), words_for(item)), item)


def one_of(answers: Collection[str], item: Item) -> str | Absence | Several | Unreadable:
    """Return the one answer of some, several if there are, or that there is none."""
    if len(answers) > 1:
        return Several(tuple(sorted(answers, key=[*item.values, *Absence].index)))
    if not answers:
        return UNREADABLE
    (answer,) = answers
    return Absence(answer) if answer in set(Absence) else answer


def read_absence(value: CellValue) -> Absence | Several | None:
    """Read an absence, as people type it, from a cell that takes free values too; None where it is none."""
    found = meant(value, _absences()) if isinstance(value, str) else frozenset()
    if len(found) > 1:
        return Several(tuple(sorted(found, key=[*Absence].index)))
    return Absence(next(iter(found))) if found else None


def tick_key(words: str) -> str:
    """Reduce a text to what a tick is known by; a sign put there twice is that sign."""
    plain = key(words)
    return plain[0] if len(set(plain)) == 1 and not plain.isdigit() else plain


def read_tick(value: CellValue) -> bool | Unreadable:
    """Read the cell of one option among several by itself: ticked or not."""
    if isinstance(value, bool):
        return value
    words = tick_key(text(value))
    if words in typed()["ticked"] | typed()["yes"]:
        return True
    return False if words in typed()["unticked"] | typed()["no"] else UNREADABLE
