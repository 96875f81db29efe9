"""The HTML of a letter, made from its plain text, so that both say the same; everything is escaped.

Of plain text it knows three shapes. Lines that begin with `– ` are a list. A line followed by lines that are
indented is an entry: what stands before ` · ` in its first line is what it is about, `→` begins what is to be
done; entries one after the other are a table. Everything else is a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from languages import direction

DASH: Final = "– "
INDENT: Final = "  "
ARROW: Final = "→ "
BETWEEN: Final = " · "

_BREAK: Final = "<br>\n"

_LABEL: Final = re.compile("[^:→]{1,60}?\u00a0?: ?")
_BODY: Final = "font-family: Georgia, serif; line-height: 1.5; max-width: 46em; color: #222"
_TABLE: Final = "border-collapse: collapse; margin: 0 0 1em 0; width: 100%"
_CELL: Final = "vertical-align: top; padding: 6px 10px 6px 0; border-top: 1px solid #C9B98A"
_ABOUT: Final = f"{_CELL}; width: 7.5em; font-size: 85%; color: #5B6470; overflow-wrap: break-word"
_BULLET: Final = "margin: 0.2em 0; padding-{side}: 1.2em; text-indent: -1.2em"


def html(subject: str, body: str, language: str) -> str:
    """Return a letter's text as a page."""
    parts = [part.strip("\n") for part in body.split("\n\n")]
    shapes = groupby((part for part in parts if part.strip()), _is_entry)
    inner = "\n".join(
        _table(list(group)) if entries else "\n".join(_paragraph(part, language) for part in group)
        for entries, group in shapes
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction(language)}">\n<head><meta charset="utf-8">'
        f"<title>{escape(subject)}</title></head>\n"
        f'<body style="{_BODY}">\n{inner}\n</body>\n</html>\n'
    )


def _is_entry(part: str) -> bool:
    first, *rest = part.split("\n")
    return bool(rest) and not first.startswith(INDENT) and all(line.startswith(INDENT) for line in rest)


def _paragraph(part: str, language: str) -> str:
    return "\n".join(_lines(part.strip().split("\n"), language))


def _lines(lines: Sequence[str], language: str) -> Iterator[str]:
    side = "right" if direction(language) == "rtl" else "left"
    for listed, group in groupby(lines, lambda line: line.startswith(DASH)):
        if listed:
            yield from (f'<p style="{_BULLET.format(side=side)}">{escape(line)}</p>' for line in group)
        else:
            yield f"<p>{_BREAK.join(map(escape, group))}</p>"


def _table(entries: Sequence[str]) -> str:
    return f'<table role="presentation" style="{_TABLE}">\n{"".join(map(_entry, entries))}</table>'


def _entry(part: str) -> str:
    first, *rest = part.split("\n")
    about, between, head = first.partition(BETWEEN)
    told = f"<b>{escape(head if between else first)}</b>" + "".join(map(_line, rest))
    if not between:
        return f'<tr><td colspan="2" style="{_CELL}">{told}</td></tr>\n'
    return f'<tr><td style="{_ABOUT}">{escape(about)}</td><td style="{_CELL}">{told}</td></tr>\n'


def _line(line: str) -> str:
    text = line.strip()
    if text.startswith(ARROW):
        return f'<br>\n<span style="color: #9C3A00">{escape(text)}</span>'
    label = _LABEL.match(text)
    if label is None:
        return f"<br>\n{escape(text)}"
    return f'<br>\n<span style="color: #5B6470">{escape(label[0])}</span>{escape(text[label.end() :])}'
