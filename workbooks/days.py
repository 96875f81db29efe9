"""Days as people type them, in figures or with the month's name in six languages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

from babel.dates import get_day_names, get_month_names
from ruamel.yaml import YAML

from languages import LANGUAGES
from workbooks.contents import Value as CellValue
from workbooks.figures import ascii_figures
from workbooks.values import UNREADABLE, Several, Unreadable, key

DEFINITIONS: Final = Path(__file__).parent / "definitions" / "days.yaml"

EARLIEST, LATEST = 1800, 2199
"""Years that a date may have; others (Hijri, Buddhist, mistyped) are asked back."""

_FIRST: Final = date(1899, 12, 30)
"""The day from which spreadsheet programs count."""

_YEARS: Final = range(1900, 2100)
"""Numbers that are years; as days, they are some of 1905."""

OTHER_CALENDAR: Final = Unreadable("other-calendar")
"""A day whose year no Gregorian date of our times has, but one of the Islamic or the Buddhist era."""

_ERAS: Final = (range(1250, 1500), range(2400, 2700))
_LONGEST: Final = 60
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_YEAR_FIRST: Final = re.compile(r"(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号號.]?")
_YEAR_LAST: Final = re.compile(r"(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?([-/.]) ?(\d{4})\.?(?: ?(?:г\.?|م))?")
_CHINESE_WEEKDAY: Final = re.compile(r"[ (（,]*(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])[)）]?$")
_TOKENS: Final = re.compile(r"\d+|[^\W\d_]+")


def read_date(value: CellValue) -> date | Several | Unreadable:
    """Read a day: a date cell, year-month-day, day-month-year, or with the month's name in six languages.

    `03/04/2026` has two readings; `03.04.2026` has one, since dots stand day first in every language; a
    number is asked back, since it counts days from 1900 or 1904.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value if EARLIEST <= value.year <= LATEST else _why(value.isoformat())
    if not isinstance(value, str) or len(value) > _LONGEST:
        return UNREADABLE
    words = ascii_figures(value)
    found = sorted(set(_readings(words)) or set(_after_weekday(words)))
    if len(found) > 1:
        return Several(tuple(day.isoformat() for day in found))
    return found[0] if found else _why(words)


def year_of(value: CellValue) -> int:
    """Return the year typed into a cell for days, of which a program made a day of 1905; else 0."""
    if not isinstance(value, date):
        return 0
    day = value.date() if isinstance(value, datetime) else value
    number = (day - _FIRST).days
    return number if number in _YEARS else 0


def unbroken(value: CellValue) -> date | None:
    """Return the one day that eight figures can be, such as 20190301; None for none or two."""
    figures = value if isinstance(value, str) else f"{value:.0f}" if isinstance(value, (int, float)) else ""
    hit = re.fullmatch(r"(\d\d)(\d\d)(\d\d)(\d\d)", ascii_figures(figures))
    if hit is None or isinstance(value, bool):
        return None
    one, two, three, four = hit.groups()
    shapes = ((one + two, three, four), (three + four, two, one), (three + four, one, two))
    found = {day for shape in shapes for day in _day(*shape)}
    return found.pop() if len(found) == 1 else None


def _why(words: str) -> Unreadable:
    years = [int(figures) for figures in re.findall(r"(?<!\d)\d{4}(?!\d)", words)]
    other = len(years) == 1 and any(years[0] in era for era in _ERAS)
    return OTHER_CALENDAR if other else UNREADABLE


def _after_weekday(words: str) -> Iterator[date]:
    """Read a day with its weekday before it or, in Chinese, after; none where the two contradict."""
    if hit := _CHINESE_WEEKDAY.search(words):
        weekdays, rest = {min("一二三四五六日天".index(hit[1]), 6)}, words[: hit.start()].strip()
    elif hit := re.match(r"([^\W\d_]+)[\s,.،、]*", words):
        weekdays, rest = _weekdays().get(key(hit[1]), set()), words[hit.end() :]
    else:
        return
    yield from (day for day in _readings(rest) if day.weekday() in weekdays)


def _readings(words: str) -> Iterator[date]:
    if hit := _YEAR_FIRST.fullmatch(words):
        yield from _day(hit[1], hit[2], hit[3])
    elif (hit := _YEAR_LAST.fullmatch(words)) and hit[2] == hit[4]:
        yield from _day(hit[5], hit[3], hit[1])
        if hit[2] != ".":
            yield from _day(hit[5], hit[1], hit[3])
    else:
        yield from _named(key(words))


def _day(year: str, month: str, day: str) -> Iterator[date]:
    if EARLIEST <= int(year) <= LATEST:
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            return


def _named(words: str) -> Iterator[date]:
    """Read day, month and year, month, day and year, or year, month and day, with what joins them."""
    if _TOKENS.sub("", words).strip():
        return
    tokens = [token for token in _TOKENS.findall(words) if token not in _joining()]
    shape = re.sub("a+", "a", "".join(str(min(len(t), 5)) if t.isdigit() else "a" for t in tokens))
    if shape not in {"1a4", "2a4", "a14", "a24", "4a1", "4a2"}:
        return
    figures = [token for token in tokens if token.isdigit()]
    day, year = sorted(figures, key=len)
    for month in _month([token for token in tokens if not token.isdigit()]):
        yield from _day(year, str(month), day)


def _month(words: list[str]) -> Iterable[int]:
    """Return the months that some words name; two names of one, as in `آذار/مارس`, are that one."""
    months = _months()
    if found := months.get(" ".join(words)):
        return found
    parts = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    return {month for one, other in parts for month in months.get(one, set()) & months.get(other, set())}


@cache
def _joining() -> frozenset[str]:
    """Return the words that join a day's parts and say nothing: `of`, `th`, `года`."""
    return frozenset(map(key, YAML(typ="safe").load(DEFINITIONS.read_text(encoding="utf-8"))["joining"]))


@cache
def _months() -> Mapping[str, set[int]]:
    """Return the months that each name may mean, in the six languages, in full, short and Roman."""
    names = [(name, number) for number, name in enumerate(_ROMAN, 1)]
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names.append((name, number))
    more = YAML(typ="safe").load(DEFINITIONS.read_text(encoding="utf-8"))["months"]
    names += [(name, number) for number, known in more.items() for name in known]
    found: dict[str, set[int]] = {}
    for name, number in names:
        found.setdefault(key(name), set()).add(number)
    return found


@cache
def _weekdays() -> Mapping[str, set[int]]:
    """Return the weekdays, 0 for Monday, that each name may mean, in the six languages, in full and short."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_day_names(width, "format", language).items():
                found.setdefault(key(name), set()).add(number)
    return found
