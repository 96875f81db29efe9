"""What a column carries instead of a Python value, and back, exactly: instants, values, citations."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from responses.model import Citation, Value

PROFILE = frozenset({"regions", "topics", "focal_for", "events", "trainings"})
"""What of a stakeholder is kept together as JSON: it is looked at, never counted."""

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def utc(at: datetime) -> str:
    """Return an instant as UTC text of fixed width, which sorts as time does; ValueError for a naive time."""
    if at.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def as_json(value: Any) -> str:
    """Return canonical JSON: no spaces, keys in order, letters as they are."""
    return visible(_ENCODE(value))  # an escape means the same to JSON


def visible(text: str) -> str:
    """Write half characters, which a file's name may hold and no database can, as backslash and number."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def value_to_json(value: Value) -> str | None:
    """Return an answer's value as JSON whose one key says its type; None where there is none.

    An empty tuple is `{"choices": []}`: no chosen option and no row are the same nothing.
    """
    match value:
        case None:
            return None
        case str():
            return f'{{"text":{as_json(value)}}}'
        case datetime():
            raise ValueError("a date has no time of day")
        case Decimal():
            return as_json({"number": str(value)})
        case date():
            return as_json({"date": value.isoformat()})
        case tuple() if value and isinstance(value[0], tuple):
            return as_json({"rows": value})
    return as_json({"choices": value})


def value_from_json(text: str | None) -> Value:
    """Return the value that `value_to_json` made `text` from."""
    if text is None:
        return None
    ((kind, said),) = json.loads(text).items()
    match kind:
        case "text":
            return str(said)
        case "number":
            return Decimal(said)
        case "date":
            return date.fromisoformat(said)
        case "choices":
            return tuple(said)
        case "rows":
            return tuple(tuple((column, words) for column, words in row) for row in said)
    raise ValueError(f"no value is of the type {kind!r}")


@lru_cache(maxsize=2048)  # many name the same few laws
def citations_to_json(citations: tuple[Citation, ...]) -> str:
    """Write each law as a list of its words, the language, which older records lack, only if there is one."""
    laws = [[c.title, c.provision, c.date, c.link, *([c.language] if c.language else [])] for c in citations]
    return as_json(laws) if laws else "[]"


def citations_from_json(text: str) -> tuple[Citation, ...]:
    return tuple(Citation(*words) for words in json.loads(text)) if text != "[]" else ()
