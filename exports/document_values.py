"""Values inside a template's Markdown: letters out of the parser's reach, each standing for itself only.

Escaping with backslashes would not do: what needs one depends on where a value lands, and a blank line or
a bar breaks a table all the same. So each letter of a value moves to a plane of Unicode that Markdown knows
nothing of, and comes back when the text of the document is written.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

BASE = 0xF0000
"""U+F0000 to U+FFFFF, private use, stand for U+0000 to U+FFFF."""
MARK = "\U0010fffd"
"""Before a letter beyond U+FFFF, which then stands for itself."""
NOTHING = "\U0010fffc"
"""An empty value: it keeps `**{{ name }}**` from becoming a rule of four asterisks."""

_GUARDED = re.compile(f"((?:{MARK}.|{NOTHING}|[\U000f0000-\U000fffff])+)", re.DOTALL)
_PIECE = re.compile(f"{MARK}(.)|{NOTHING}|([\U000f0000-\U000fffff])", re.DOTALL)
_OURS = re.compile(f"[\U000f0000-\U000fffff{NOTHING}{MARK}]")


class _Plane(dict[int, str]):
    def __missing__(self, code: int) -> str:
        guarded = chr(BASE + code) if code < 0x10000 else MARK + chr(code)  # noqa: PLR2004  # the first plane
        self[code] = guarded
        return guarded


_PLANE = _Plane()


def guarded(value: object) -> str:
    """Return a value as it goes into Markdown. What is guarded already stays as it is."""
    text = "" if value is None else str(value)
    if not text:
        return NOTHING
    parts = _GUARDED.split(text)
    return "".join(part if place % 2 else part.translate(_PLANE) for place, part in enumerate(parts))


def sheltered(facts: Any) -> Any:
    """Return facts in which no letter can be taken for a guarded one."""
    if isinstance(facts, str):
        return _OURS.sub(lambda found: MARK + found[0], facts)
    if isinstance(facts, Mapping):
        return {sheltered(key): sheltered(value) for key, value in facts.items()}
    if isinstance(facts, (list, tuple)):
        return type(facts)(map(sheltered, facts)) if type(facts) in {list, tuple} else facts
    return facts


def segments(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text, with whether each is a value or the template's own words."""
    for place, part in enumerate(_GUARDED.split(text)):
        if part:
            yield (_bare(part), True) if place % 2 else (part, False)


def bare(text: str) -> str:
    """Return a text with its values as they were."""
    return "".join(part for part, _ in segments(text))


def _bare(part: str) -> str:
    return _PIECE.sub(lambda found: found[1] or (chr(ord(found[2]) - BASE) if found[2] else ""), part)
