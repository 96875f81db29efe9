"""Say things in the reader's language: messages, dates, direction of writing."""

from languages.messages import Subject, say
from languages.tags import LANGUAGES, Language, direction, native_name
from languages.times import brief, day, day_and_time

__all__ = [
    "LANGUAGES",
    "Language",
    "Subject",
    "brief",
    "day",
    "day_and_time",
    "direction",
    "native_name",
    "say",
]
