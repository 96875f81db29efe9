"""Numbers as people type them, in the figures and with the marks of any country."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

from workbooks.contents import Value as CellValue
from workbooks.contents import number_of
from workbooks.values import UNREADABLE, Several, Unreadable, folded

DEFINITIONS: Final = Path(__file__).parent / "definitions" / "units.yaml"

_MARKS: Final = str.maketrans({**dict.fromkeys("−–‐‑﹣", "-"), **dict.fromkeys("٬’ʼ´`", "'"), "。": "."})
_FULL_WIDTH: Final = {letter: letter - 0xFEE0 for letter in range(0xFF01, 0xFF5F)}
_QUOTED: Final = re.compile(r'["“”„«] ?(.*?) ?["“”»]')
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:(?P<s>[ '.,،])\d{3})(?:(?P=s)\d{3})*")
_INDIAN: Final = re.compile(r"[1-9]\d?(?P<s>[,'])\d{2}(?:(?P=s)\d{2})*(?P=s)\d{3}")


def ascii_figures(words: str) -> str:
    """Write a text's figures, of any script and width, as 0–9, and its spaces as plain ones.

    Not by NFKC, which would make 102 of 10². Line ends and tabs stay: they part two things. The
    apostrophe by which a spreadsheet knows a number for text goes.
    """
    plain = words.translate(_FULL_WIDTH).translate(_MARKS)
    kept = []
    for letter in plain:
        kind = unicodedata.category(letter)
        if kind != "Cf":
            kept.append(str(unicodedata.decimal(letter)) if kind == "Nd" else " " if kind == "Zs" else letter)
    return re.sub(r"^'(?=\S)", "", "".join(kept).strip())


def read_number(value: CellValue) -> Decimal | Several | Unreadable:
    """Read a number, typed in any usual way: `12,5`, `1 234,5`, `1,234.5`, `١٢`; `1,234` has two readings."""
    if isinstance(value, (bool, date)) or value is None:
        return UNREADABLE
    if isinstance(value, (int, float)):
        return number_of(value)
    if not isinstance(value, str):
        return UNREADABLE
    found = sorted({Decimal(reading) for reading in _readings(ascii_figures(value))})
    if len(found) > 1:
        return Several(tuple(f"{reading:f}" for reading in found))
    return found[0] if found else UNREADABLE


def without_unit(value: CellValue, question: Iterable[str]) -> str:
    """Return a number without the unit behind it, if its question asks in that unit alone: `4 years`."""
    hit = re.fullmatch(r"\s*(.*\d)\s*([^\d.,]{1,12})\.?\s*", value) if isinstance(value, str) else None
    if hit is None:
        return ""
    asked = _units_in(question)
    return hit[1] if asked and _units_in([hit[2]]) == asked else ""


def in_other_unit(words: str, question: Iterable[str]) -> bool:
    """Tell whether a text names a unit, and not the one that its question asks in: months for years."""
    named = _units_in([words])
    return bool(named) and named != _units_in(question)


def _units_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the units of which a word stands in some texts."""
    words = {word for text in texts for word in folded(text.replace("’", " ").replace("'", " ")).split()}
    return frozenset(unit for unit, known in _units().items() if known & words)


@cache
def _units() -> Mapping[str, frozenset[str]]:
    units = YAML(typ="safe").load(DEFINITIONS.read_text(encoding="utf-8"))
    return {unit: frozenset(map(folded, words)) for unit, words in units.items()}


def _readings(words: str) -> Iterable[str]:
    if quoted := _QUOTED.fullmatch(words):
        words = quoted[1]
    hit = re.fullmatch(r"([+-]?) ?(\d(?:[\d ',.٫،]*\d)?)\.?", words)
    if not hit:
        return
    sign, body = hit[1].replace("+", ""), hit[2]
    for whole, fraction in _splits(body):
        if whole.isdigit() or _GROUPED.fullmatch(whole) or _INDIAN.fullmatch(whole):
            yield sign + re.sub(r"\D", "", whole) + (f".{fraction}" if fraction else "")


def _splits(body: str) -> Iterable[tuple[str, str]]:
    """Yield the ways to split a number into whole and fraction: at no mark, or at its last decimal one."""
    yield body, ""
    hit = re.fullmatch(r"(.*?)([.,٫،])(\d+)", body)
    if hit and hit[2] not in hit[1]:
        yield hit[1], hit[3]
