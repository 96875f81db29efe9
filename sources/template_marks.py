"""Where the marks of a template stand, and what is wrong where they do not fit together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError

from problems import Place, Problem, nearest
from problems.templates import TemplateNotClosed, TemplateSyntax, TemplateTagUnknown

BLOCKS = ("for", "if", "macro", "call", "filter", "block", "with", "autoescape", "raw")
TAGS = (
    *BLOCKS,
    *(f"end{name}" for name in BLOCKS),
    *("elif", "else", "set", "endset", "include", "import", "from", "extends"),
)
_CLOSING = {"variable_begin": "}}", "block_begin": "%}", "comment_begin": "#}"}


@dataclass(frozen=True)
class Mark:
    line: int
    column: int
    kind: str
    text: str


def marks(environment: Environment, source: str) -> Iterator[Mark]:
    """Yield what Jinja reads a template as, with places, as far as it can be read.

    Jinja counts lines only and drops white space; each piece is found again behind the one before it.
    """
    at = 0
    try:
        for _, kind, text in environment.lex(source):
            found = source.find(text, at)
            at = at if found < 0 else found
            line = source.count("\n", 0, at) + 1
            yield Mark(line, at - (source.rfind("\n", 0, at) + 1) + 1, kind, text)
            at += len(text)
    except TemplateSyntaxError:
        return


def syntax_problem(environment: Environment, source: str, shown: str, error: TemplateSyntaxError) -> Problem:
    """Say what is wrong with the syntax: where something opens that never closes, rather than at the end."""
    unknown = re.match(r"Encountered unknown tag '(\w+)'", error.message or "")
    found = list(marks(environment, source))
    if unknown and unknown[1] not in TAGS:
        place = _named(found, shown, error.lineno, unknown[1])
        return TemplateTagUnknown(place=place, tag=unknown[1], allowed=TAGS, near=nearest(unknown[1], TAGS))
    opened = _open_mark(found, source) or _open_tag(found, error)
    if opened:
        mark, text, closing = opened
        return TemplateNotClosed(
            place=Place(shown, line=mark.line, column=mark.column), tag=text, closing=closing
        )
    return TemplateSyntax(
        place=Place(shown, line=error.lineno, column=1), why=(error.message or "").rstrip(".")
    )


def _named(found: list[Mark], shown: str, line: int, name: str) -> Place:
    column = next((mark.column for mark in found if mark.line == line and mark.text == name), 1)
    return Place(shown, line=line, column=column)


def _open_mark(found: list[Mark], source: str) -> tuple[Mark, str, str] | None:
    """Return the last `{{`, `{%` or `{#` if nothing closes it before another one opens."""
    begun = [mark for mark in found if mark.kind in _CLOSING]
    if not begun:
        return _open_comment(source)
    last = begun[-1]
    if any(mark.kind == last.kind.replace("begin", "end") for mark in found[found.index(last) :]):
        return _open_comment(source)
    lines = source.split("\n")
    rest = "\n".join([lines[last.line - 1][last.column + 1 :], *lines[last.line :]])
    closing = _CLOSING[last.kind]
    inside = re.split(r"\{[{%#]", rest)[0]
    return None if closing in inside else (last, last.text.strip(), closing)


def _open_comment(source: str) -> tuple[Mark, str, str] | None:
    at = source.rfind("{#")
    if at < 0 or "#}" in source[at:]:
        return None
    line = source.count("\n", 0, at) + 1
    return Mark(line, at - source.rfind("\n", 0, at), "comment_begin", "{#"), "{#", "#}"


def _open_tag(found: list[Mark], error: TemplateSyntaxError) -> tuple[Mark, str, str] | None:
    """Return the innermost tag that is open where another one closes, or at the end of the template."""
    if "block that needs to be closed" not in (error.message or ""):
        return None
    stack: list[tuple[Mark, str]] = []
    for place, mark in enumerate(found):
        if mark.kind != "block_begin":
            continue
        name = next((each.text for each in found[place:] if each.kind == "name"), "")
        if name in BLOCKS:
            stack.append((mark, name))
        elif name.startswith("end"):
            if not stack or name != f"end{stack[-1][1]}":
                break
            stack.pop()
    if not stack:
        return None
    mark, name = stack[-1]
    return mark, f"{{% {name} … %}}", f"{{% end{name} %}}"
