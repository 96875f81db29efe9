"""The first sheet: which of its words are ours, whoever it was made for, and what somebody wrote there.

What differs from body to body, such as names and numbers, is known by the sentences it stands in, and by
standing in several of them alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Final

from languages import LANGUAGES, day, say
from languages.shapes import Line, lines
from responses.model import Absence
from workbooks.contents import Sheet, cell_name, text
from workbooks.contents import Value as CellValue
from workbooks.headings import is_list, titles
from workbooks.identity import LETTERS, bare, well_formed
from workbooks.index import Index
from workbooks.layout import SheetId, header, label, said, sheet_name
from workbooks.ours import Check, Ours, plainly
from workbooks.values import folded, is_blank

LEAST: Final = 3
"""So many cells with words of ours make a sheet the first one."""

_LABELS: Final = ("purpose", "seen", "deadline", "ask", "fill", "progress", "code")
_SAME: Final = ("start-code-note", "start-safe", "start-draft", "start-form-draft", "start-unverified")
_LINES: Final = (
    "start-title", "start-who", "start-purpose", "start-seen-named", "start-seen-by-type",
    "start-seen-anonymous", "start-fill", "start-progress", "start-progress-note", "start-form-who",
    "start-form-purpose", "start-form-seen-named", "start-form-seen-by-type", "start-form-seen-anonymous",
    "start-form-fill", "start-filled", "start-withheld", "start-remarks",
)  # fmt: skip
_ALIKE: Final = ("state", "office", "email")
"""What stands in several sentences, alike in all of them where nobody added to one."""

_INSTANT: Final = re.compile(r"(.+?)[,\s]+[0-9]{1,2}[:.][0-9]{2} \([\w+:/-]+\)")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PARTS: Final = re.compile(r" [·?] ")
_BEFORE_ADDRESS: Final = (1, 2)
"""Before the address stand an office, or a person and an office."""

_LETTERS_BY_TELEPHONE: Final = 12
"""A telephone number holds hardly more letters: an extension is named in few."""


def on_cover(sheet: Sheet, index: Index) -> list[tuple[str, CellValue]] | None:
    """Return the cells of a sheet with what is not ours in them; None for a sheet that is not our first."""
    found: list[tuple[str, CellValue]] = []
    alike: dict[str, dict[str, tuple[str, CellValue]]] = defaultdict(dict)
    ours = 0
    for row, right, value in sheet.cells():
        if is_blank(value):
            continue
        cell = cell_name(row, right)
        left, held = _left(value, index) if isinstance(value, str) else (text(value), {})
        ours += value != left
        if left:
            found.append((cell, left))
        for name in _ALIKE:
            if name in held:
                alike[name].setdefault(held[name], (cell, value))
    for cells in alike.values():
        (_, *others) = sorted(cells, key=len)
        found += [cells[held] for held in others if cells[held] not in found]
    return found if ours >= LEAST else None


@lru_cache(maxsize=4096)
def _left(value: str, index: Index) -> tuple[str, Mapping[str, str]]:
    """Return what of a cell is not ours, and what stands in the holes of our sentences there."""
    left, held = _sentences(index).left(value)
    if not left or left != value.strip():
        return left, held
    if (len(bare(value)) == LETTERS and well_formed(value)) or _instant(value) or _listed(value, index):
        return "", {}
    return ("", asked) if (asked := _whom_to_ask(value)) else (value, {})


@lru_cache(maxsize=8)
def _sentences(index: Index) -> Ours:
    return Ours(_same(index), _lines(), _checks(index))


def _same(index: Index) -> Iterator[str]:
    for tag in LANGUAGES:
        yield from (said(tag, f"start-{name}-label") for name in _LABELS)
        yield from (said(tag, message) for message in _SAME)
        yield from (say(tag, "printed", message) for message in ("fill-label", "safe", "code-label"))
    for each in index.questionnaires:
        for words in (each.title, each.cluster_title, each.purpose, each.seen):
            yield from (words or {}).values()


def _lines() -> Iterator[Line]:
    for tag in LANGUAGES:
        for message in _LINES:
            yield from lines(tag, "workbook", message)
        for message in ("title", "fill", "fill-form", "remarked"):
            yield from lines(tag, "printed", message)


def _checks(index: Index) -> dict[str, Check]:
    """Return what may stand in the holes of our sentences, as far as that is known."""
    sheets = {folded(sheet_name(tag, sheet)) for tag in LANGUAGES for sheet in SheetId}
    columns = {folded(header(tag, column)) for tag in LANGUAGES for column in ("answer", "details")}
    codes = {word for item in index.items for word in folded(item).split()} | {"…"}
    numbers = dict.fromkeys(("count", "done", "total", "asked", "followups"), _number)
    return {
        **numbers,
        **dict.fromkeys(("questions", "laws", "sheet"), sheets.__contains__),
        **dict.fromkeys(("answer", "details"), columns.__contains__),
        "choose": {plainly(say(tag, "printed", "choose")) for tag in LANGUAGES}.__contains__,
        "absences": {
            plainly(" ".join(label(tag, value) for value in Absence)) for tag in LANGUAGES
        }.__contains__,
        "names": lambda held: codes.issuperset(held.split()),
        "instruments": lambda held: is_list(held, titles(index)),
    }


def _number(held: str) -> bool:
    return held.replace(" ", "").isdecimal()


def _listed(value: str, index: Index) -> bool:
    """Tell whether a text is nothing but titles of instruments, or of parts of the review."""
    parts = {plainly(text) for each in index.questionnaires for text in each.cluster_title.values()}
    return is_list(plainly(value), {*parts, *titles(index)})


def _instant(value: str) -> bool:
    """Tell whether a text is a day and a time, as a deadline is written."""
    hit = _INSTANT.fullmatch(value.strip())
    words = folded(hit[1]).split() if hit else ()
    return bool(words) and all(word in _of_days() or word.isdecimal() for word in words)


@cache
def _of_days() -> frozenset[str]:
    """Return the words in which days are written, in every language."""
    days = [date(2024, month, number) for month in range(1, 13) for number in range(1, 8)]
    return frozenset(word for tag in LANGUAGES for each in days for word in folded(day(tag, each)).split())


def _whom_to_ask(value: str) -> Mapping[str, str]:
    """Return office and address where a text names a person, their office, address and telephone."""
    parts = _PARTS.split(value.strip())
    place = next((at for at, part in enumerate(parts) if _EMAIL.fullmatch(part)), 0)
    letters = sum(letter.isalpha() for part in parts[place + 1 :] for letter in part)
    if place not in _BEFORE_ADDRESS or len(parts) > place + 2 or letters > _LETTERS_BY_TELEPHONE:
        return {}
    return {"office": plainly(parts[place - 1]), "email": plainly(parts[place])}
