from datetime import date, datetime
from functools import lru_cache
from re import sub
from typing import Literal

from babel.dates import format_date, format_datetime

LOCALES = {"en": "en_GB"}
"""United Nations English writes 30 January 2026; a bare `en` would write January 30, 2026."""


def day(language: str, when: date) -> str:
    """Format a day with its weekday, as in `Friday, 30 January 2026`."""
    return dated(language, when, "full")


def dated(language: str, when: date, length: Literal["full", "long"]) -> str:
    """Format a day in words, with its weekday if `full`."""
    return _formatted(language, when, length)


def in_words(language: str, written: str) -> str:
    """Return a day written as year-month-day as `4 March 2018`; any other text as it is."""
    try:
        when = date.fromisoformat(written)
    except ValueError:
        return written
    return dated(language, when, "long") if when.isoformat() == written else written


def brief(language: str, when: date, *, weekday: bool = False, year: bool = False) -> str:
    """Format a day in few letters, as a table has room for: `30 Jan`, `Fri 30 Jan 2026`."""
    return _formatted(language, when, f"{'EEE ' * weekday}d MMM{' y' * year}")


def _formatted(language: str, when: date, form: str) -> str:
    """Format a day; the first of a month as French writes it: `1er`."""
    text = format_date(when, format=form, locale=LOCALES.get(language, language))
    first = language == "fr" and when.day == 1  # which CLDR, and so Babel, leaves a plain number
    return sub(r"\b1\b", "1er", text, count=1) if first else text


def day_and_time(language: str, when: datetime) -> str:
    """Format an instant in its own zone: `Friday, 30 January 2026, 17:00 (Africa/Bamako)`."""
    return f"{_on_the_clock(language, when.replace(tzinfo=None))} ({when.tzinfo})"


@lru_cache(maxsize=1024)
def _on_the_clock(language: str, local: datetime) -> str:
    """Format a local time; with a zone, 09:00 in Bamako would be found here as the equal 09:00 UTC."""
    return f"{day(language, local.date())}, {format_datetime(local, 'HH:mm', locale=language)}"
