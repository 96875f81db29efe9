"""Events and trainings as people write them: `2026-11 Kick-off meeting; convention (2027-02-03)`."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from stakeholders.model import Attended
from stakeholders.words import slug, split_list

_DATE = r"(?P<on>\d{4}(?:-\d{2}(?:-\d{2})?)?)"
_BEFORE = re.compile(rf"{_DATE}(?:\s*[:,–—]\s*|\s+)(?P<title>\S.*)")
_AFTER = re.compile(rf"(?P<title>.*\S)\s*\(\s*{_DATE}\s*\)")
_HARD = re.compile(r"[;\n؛；]")
_ONE_WORD = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*(?:\s*\([\d-]+\))?")
_WHOLE = {4: "-01-01", 7: "-01", 10: ""}


def read_attended(text: str) -> Iterator[tuple[Attended, str]]:
    """Yield what is listed in a cell, each with its date where the calendar has no such day (else empty)."""
    for part in parts_of(text):
        found = _BEFORE.fullmatch(part) or _AFTER.fullmatch(part)
        on = found["on"] if found else ""
        wrong = on if on and not _on_calendar(on) else ""
        title = found["title"] if found and not wrong else part
        yield Attended(id=slug(title), title=title, on="" if wrong else on), wrong


def parts_of(text: str) -> list[str]:
    """Cut a list of titles, which may have commas inside: commas part single words only."""
    if not _HARD.search(text):
        parts = split_list(text)
        if all(map(_ONE_WORD.fullmatch, parts)):
            return parts
    return [" ".join(part.split()) for part in _HARD.split(text) if part.strip()]


def each_once(attended: Iterable[Attended]) -> tuple[Attended, ...]:
    """Leave out what is listed twice: the same title at the same date."""
    return tuple({(each.id, each.on): each for each in attended}.values())


def _on_calendar(on: str) -> bool:
    try:
        date.fromisoformat(on + _WHOLE[len(on)])
    except ValueError:
        return False
    return True
