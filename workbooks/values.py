"""Values as people type them: read where there is one reading, asked back where there are two."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from babel.dates import get_month_names
from ruamel.yaml import YAML

from languages import LANGUAGES
from languages.messages import spoken
from questionnaires.model import SCALE, YES_NO, AnswerType, Item
from responses.model import Absence
from workbooks.contents import Value as CellValue
from workbooks.layout import label

DEFINITIONS: Final = Path(__file__).parent / "definitions" / "typed.yaml"


@dataclass(frozen=True, slots=True)
class Several:
    """A value with more than one reading: what they are, as ids of answers or as texts."""

    readings: tuple[str, ...]


class Unreadable:
    """A value with no reading."""

    def __repr__(self) -> str:
        return "UNREADABLE"


UNREADABLE: Final = Unreadable()


def is_blank(value: CellValue) -> bool:
    """Tell whether a cell holds nothing that can be seen."""
    if value is None:
        return True
    if not isinstance(value, str) or value[:1].isalnum():
        return False
    return all(letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc") for letter in value)


def text(value: CellValue) -> str:  # noqa: PLR0911  # a return per type of cell
    """Return a cell as the text of an answer, unaltered but for its line ends, which become LF.

    Numbers appear without a superfluous `.0`, dates as year-month-day, truth values as TRUE and FALSE.
    """
    match value:
        case None:
            return ""
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n")
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return f"{number_of(value):f}"
        case datetime() if (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0):
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def number_of(value: float) -> Decimal:
    """Return a stored number as the decimal that a person sees: 12 for 12.0, 0.1 for 0.1."""
    if isinstance(value, int) or value.is_integer():
        return Decimal(int(value))
    return Decimal(repr(value))


@lru_cache(maxsize=8192)
def folded(words: str) -> str:
    """Reduce a text to what comparison minds: no case, accents, marks, punctuation, double spaces."""
    letters = unicodedata.normalize("NFKD", words.replace("’", "'")).casefold()
    kept = []
    for letter in unicodedata.normalize("NFKD", letters):
        kind = unicodedata.category(letter)
        if kind in ("Mn", "Cf") or letter == "ـ":
            continue
        plain = str(unicodedata.decimal(letter)) if kind == "Nd" else letter
        kept.append(" " if kind[0] in "PZ" or kind == "Cc" else plain)
    return " ".join("".join(kept).split())


@cache
def typed() -> Mapping[str, frozenset[str]]:
    """Return what people type for each answer, folded; signs alone, such as ✓ and -, stay as they are."""
    words = YAML(typ="safe").load(DEFINITIONS.read_text(encoding="utf-8"))
    return {answer: frozenset(folded(word) or word for word in known) for answer, known in words.items()}


Labels = tuple[tuple[str, tuple[str, ...]], ...]
"""What may be typed for each answer: the answer, and the words for it."""


def _labels(value: str) -> tuple[str, ...]:
    return (value, *(label(language, value) for language in spoken()))


@cache
def _absences() -> Mapping[str, frozenset[str]]:
    """Return the absences that each folded text may mean, as people type them."""
    return _by_word(tuple((value.value, (*_labels(value), *typed()[value])) for value in Absence))


@cache
def printed_absences() -> Mapping[str, Absence]:
    """Return the absence that each folded printed label means."""
    return {folded(word): value for value in Absence for word in _labels(value)}


@lru_cache(maxsize=2048)
def _readings(kind: AnswerType, options: Labels) -> Mapping[str, frozenset[str]]:
    """Return the answers that each folded text may mean for a question of this kind, with these options."""
    answers = [(value.value, (*_labels(value), *typed()[value])) for value in Absence]
    if options:
        answers += options
    elif kind in (AnswerType.SCALE, AnswerType.YES_NO):
        allowed = SCALE if kind is AnswerType.SCALE else YES_NO
        answers += [(value, (*_labels(value), *typed()[value])) for value in allowed]
        answers += _figures(kind)
    return _by_word(tuple(answers))


def _by_word(answers: Labels) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for answer, words in answers:
        for word in words:
            found.setdefault(folded(word) or word, set()).add(answer)
    return {word: frozenset(meant) for word, meant in found.items()}


def _figures(kind: AnswerType) -> list[tuple[str, tuple[str, ...]]]:
    """Read 1 and 0 as yes and no; on the scale 1 and 2 are asked back (place in the list, or a mark)."""
    if kind is AnswerType.YES_NO:
        return [("yes", ("1",)), ("no", ("0",))]
    return [("yes", ("1", "2")), ("in-part", ("1", "2")), ("no", ("0",))]


def words_for(item: Item) -> Mapping[str, frozenset[str]]:
    """Return the answers, absences too, that each folded text may mean in an answer cell of `item`."""
    return _readings(item.type, tuple((o.value, (o.value, *o.label.values())) for o in item.options))


def read_choice(value: CellValue, item: Item) -> str | Absence | Several | Unreadable:
    """Read an answer cell that offers a list: one of the item's values, or an absence."""
    if isinstance(value, bool):
        value = "true" if value else "false"
    found = words_for(item).get(folded(text(value)), frozenset())
    if len(found) > 1:
        return Several(tuple(sorted(found, key=[*item.values, *Absence].index)))
    if not found:
        return UNREADABLE
    (answer,) = found
    return Absence(answer) if answer in set(Absence) else answer


def read_absence(value: CellValue) -> Absence | Several | None:
    """Read an absence, as people type it, from a cell that takes free values too; None where it is none."""
    found = _absences().get(folded(value), frozenset()) if isinstance(value, str) else frozenset()
    if len(found) > 1:
        return Several(tuple(sorted(found, key=[*Absence].index)))
    return Absence(next(iter(found))) if found else None


def read_tick(value: CellValue) -> bool | Unreadable:
    """Read the cell of one option among several: ticked or not."""
    if isinstance(value, bool):
        return value
    words = folded(text(value)) or text(value).strip()
    if words in typed()["ticked"] | typed()["yes"]:
        return True
    return False if words in typed()["unticked"] | typed()["no"] else UNREADABLE


_MINUS: Final = str.maketrans({"−": "-", "–": "-", "٫": ".", "٬": "'", "’": "'", "،": ","})
_FULL_WIDTH: Final = {letter: letter - 0xFEE0 for letter in range(0xFF01, 0xFF5F)}
_GROUPED: Final = r"[1-9]\d{0,2}(?:(?P<s>[ '.,])\d{3})(?:(?P=s)\d{3})*"


def _ascii_figures(words: str) -> str:
    """Write a text's figures, of any script and width, as 0–9, and its spaces as plain ones.

    Not by NFKC, which would make 102 of 10².
    """
    plain = words.translate(_FULL_WIDTH).translate(_MINUS)
    kept = (
        str(unicodedata.decimal(letter)) if letter.isdecimal() else " " if letter.isspace() else letter
        for letter in plain
        if unicodedata.category(letter) != "Cf"
    )
    return "".join(kept).strip()


def read_number(value: CellValue) -> Decimal | Several | Unreadable:
    """Read a number, typed in any usual way: `12,5`, `1 234,5`, `1,234.5`, `١٢`; `1,234` has two readings."""
    if isinstance(value, (bool, date)) or value is None:
        return UNREADABLE
    if isinstance(value, (int, float)):
        return number_of(value)
    if not isinstance(value, str):
        return UNREADABLE
    found = sorted({Decimal(reading) for reading in _number_readings(_ascii_figures(value))})
    if len(found) > 1:
        return Several(tuple(f"{reading:f}" for reading in found))
    return found[0] if found else UNREADABLE


def _number_readings(words: str) -> Iterable[str]:
    hit = re.fullmatch(r"([+-]?) ?(\d[\d ',.]*)", words)
    if not hit:
        return
    sign, body = hit[1].replace("+", ""), hit[2]
    for whole, fraction in _splits(body):
        if re.fullmatch(r"\d+", whole) or re.fullmatch(_GROUPED, whole) or _indian(whole):
            yield sign + re.sub(r"\D", "", whole) + (f".{fraction}" if fraction else "")


def _splits(body: str) -> Iterable[tuple[str, str]]:
    """Yield the ways to split a number into whole and fraction: at no mark, or at its last comma or point."""
    yield body, ""
    hit = re.fullmatch(r"(.*?)([.,])(\d+)", body)
    if hit and hit[2] not in hit[1]:
        yield hit[1], hit[3]


def _indian(whole: str) -> bool:
    return re.fullmatch(r"[1-9]\d?(?:,\d{2})+,\d{3}", whole) is not None


EARLIEST, LATEST = 1800, 2199
"""Years that a date may have; others (Hijri, Buddhist, mistyped) are asked back."""


def read_date(value: CellValue) -> date | Several | Unreadable:
    """Read a day: a date cell, year-month-day, day-month-year, or with the month's name in six languages.

    `03/04/2026` has two readings; `03.04.2026` has one, since dots stand day first in every language; a
    number is asked back, since it counts days from 1900 or 1904.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value if EARLIEST <= value.year <= LATEST else UNREADABLE
    if not isinstance(value, str):
        return UNREADABLE
    found = sorted(set(_date_readings(_ascii_figures(value))))
    if len(found) > 1:
        return Several(tuple(day.isoformat() for day in found))
    return found[0] if found else UNREADABLE


def _date_readings(words: str) -> Iterable[date]:
    hit = re.fullmatch(r"(\d{4}) ?([-/.年]) ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日.]?", words)
    if hit:
        yield from _day(hit[1], hit[3], hit[4])
        return
    hit = re.fullmatch(r"(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?([-/.]) ?(\d{4})", words)
    if hit and hit[2] == hit[4]:
        yield from _day(hit[5], hit[3], hit[1])
        if hit[2] != ".":
            yield from _day(hit[5], hit[1], hit[3])
        return
    plain = folded(words)
    hit = re.fullmatch(
        r"(\d{1,2})(?:er|st|nd|rd|th|o)? (?:of |de |du )?(\D+?) (?:de |del )?(\d{4})(?: [гсم]| года)?", plain
    )
    if hit:
        yield from _named(hit[3], hit[2], hit[1])
    hit = re.fullmatch(r"(\D+?) (\d{1,2})(?:st|nd|rd|th)? (\d{4})", plain)
    if hit:
        yield from _named(hit[3], hit[1], hit[2])


def _day(year: str, month: str, day: str) -> Iterable[date]:
    if EARLIEST <= int(year) <= LATEST:
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            return


def _named(year: str, name: str, day: str) -> Iterable[date]:
    for month in _months().get(name.strip(), ()):
        yield from _day(year, str(month), day)


@cache
def _months() -> Mapping[str, frozenset[int]]:
    """Return the months that each folded name may mean, in the six languages, in full and short."""
    found: dict[str, set[int]] = {}
    for language in (*LANGUAGES, "ar_SY", "ar_MA", "ar_DZ"):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in get_month_names(width, context, language).items():
                    found.setdefault(folded(name), set()).add(month)
    return {name: frozenset(months) for name, months in found.items()}
