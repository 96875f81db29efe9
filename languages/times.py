from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date, format_datetime

LOCALES = {"en": "en_GB"}
"""United Nations English writes 30 January 2026; a bare `en` would write January 30, 2026."""


def day(language: str, when: date) -> str:
    """Format a day with its weekday, as in `Friday, 30 January 2026`."""
    return format_date(when, format="full", locale=LOCALES.get(language, language))


@lru_cache(maxsize=1024)
def day_and_time(language: str, when: datetime) -> str:
    """Format an instant in its own zone: `Friday, 30 January 2026, 17:00 (Africa/Bamako)`."""
    clock = format_datetime(when, "HH:mm", locale=language)
    return f"{day(language, when.date())}, {clock} ({when.tzinfo})"
