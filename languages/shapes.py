"""Messages with holes for their parameters, to know a sentence of ours again whatever stands in it."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from fluent.syntax import ast

from languages.messages import Subject, pattern

Piece = tuple[bool, str]
"""Whether it is a hole, and the name of its parameter; else words as they stand."""

Line = tuple[Piece, ...]
"""A line of a message; two sets of words never follow each other."""

_BREAK: Final = (False, "\n")


@cache
def lines(language: str, subject: Subject, message: str) -> tuple[Line, ...]:
    """List the lines that a message may have, one for each way in which it is worded."""
    found = dict.fromkeys(
        line for pieces in _ways(pattern(language, subject, message)) for line in _split(pieces)
    )
    return tuple(line for line in found if line)


def _ways(node: object) -> Iterator[Line]:
    """Yield the pieces of a pattern, for every choice between its variants."""
    match node:
        case ast.Pattern():
            yield from _after_each_other(node.elements)
        case ast.TextElement() | ast.StringLiteral():
            yield tuple((False, text) for text in _with_breaks(node.value))
        case ast.Placeable():
            yield from _ways(node.expression)
        case ast.SelectExpression():
            for variant in node.variants:
                yield from _ways(variant.value)
        case ast.VariableReference():
            yield ((True, node.id.name),)
        case _:
            raise TypeError(f"{type(node).__name__} in a message to be known again")


def _after_each_other(nodes: Iterable[object]) -> Iterator[Line]:
    found: list[Line] = [()]
    for node in nodes:
        found = [(*before, *after) for before in found for after in _ways(node)]
    yield from found


def _with_breaks(text: str) -> Iterator[str]:
    for place, line in enumerate(text.split("\n")):
        if place:
            yield "\n"
        if line:
            yield line


def _split(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Yield the lines of a message, with words that follow each other joined."""
    line: list[Piece] = []
    for piece in (*pieces, _BREAK):
        if piece == _BREAK:
            yield tuple(line)
            line = []
        elif line and not piece[0] and not line[-1][0]:
            line[-1] = (False, line[-1][1] + piece[1])
        else:
            line.append(piece)
