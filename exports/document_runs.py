"""Text of our documents as runs: the template's words and the values between them, each in its direction."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from exports.document_styles import ITEM
from exports.document_values import segments
from exports.texts import printable
from exports.word_markup import plain

Direction = Literal["ltr", "rtl", ""]
Align = Literal["left", "center", "right"]

QUOTE = "Quote"
_BLANK_ENDS = re.compile(r"\A(?:[ \t]*\n)+|(?:\n[ \t]*)+\Z")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Piece:
    """A stretch of text in one look; `value` where it is a fact and not the template's own words."""

    text: str
    value: bool = False
    bold: bool = False
    italic: bool = False


Line = tuple[Piece, ...]
"""The pieces of one paragraph."""


def paragraphs_in(inline: SyntaxTreeNode, *, lines: bool = False) -> list[Line]:
    """Return the paragraphs that a piece of Markdown comes to: a value with blank lines makes several.

    With `lines` a line of the template is a line of the document.
    """
    pieces = _pieces(inline, Piece(""), "\n" if lines else " ")
    made: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = _split(piece.text) if piece.value else [piece.text]
        made[-1].append(replace(piece, text=first))
        made += [[replace(piece, text=text)] for text in others]
    return [trimmed for line in made if (trimmed := _trimmed(line))]


def _split(text: str) -> list[str]:
    """Split a value where blank lines stand; what is blank before and behind it does not count."""
    return _BLANK_LINES.split(_BLANK_ENDS.sub("", text))


def _pieces(node: SyntaxTreeNode, look: Piece, soft: str) -> Iterator[Piece]:
    for child in node.children:
        match child.type:
            case "strong":
                yield from _pieces(child, replace(look, bold=True), soft)
            case "em":
                yield from _pieces(child, replace(look, italic=True), soft)
            case "softbreak":
                yield replace(look, text=soft)
            case "hardbreak":
                yield replace(look, text="\n")
            case _:
                for text, value in segments(child.content):
                    yield replace(look, text=printable(text), value=value)


def _trimmed(line: list[Piece]) -> Line:
    """Leave out line breaks at both ends, and a paragraph in which nothing stands."""
    pieces = [piece for piece in line if piece.text]
    while pieces and not pieces[0].text.lstrip("\n"):
        pieces.pop(0)
    while pieces and not pieces[-1].text.rstrip("\n"):
        pieces.pop()
    if not any(piece.text.strip() for piece in pieces):
        return ()
    pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip("\n"))
    pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip("\n"))
    return tuple(pieces)


def words(line: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in line)


def runs(line: Line, *, rtl: bool) -> str:
    return "".join(_run(piece, rtl=rtl) for piece in line)


def _run(piece: Piece, *, rtl: bool) -> str:
    turned = strong_direction(piece.text) == "rtl" if piece.value else rtl
    marks = "<w:b/><w:bCs/>" if piece.bold else ""
    marks += "<w:i/><w:iCs/>" if piece.italic else ""
    marks += "<w:rtl/>" if turned else ""
    return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' if marks else ''}{plain(piece.text)}</w:r>"


def said_in(line: Line) -> Direction:
    """Return the direction of a paragraph that is somebody's words and nothing else."""
    if all(piece.value or not piece.text.strip() for piece in line):
        return strong_direction(words(line))
    return ""


def strong_direction(text: str) -> Direction:
    """Return the direction of the first letter that has one; figures and signs have none."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return ""


@dataclass(frozen=True)
class Form:
    """How a paragraph stands: its style, and what it has beyond it. Measures in twentieths of a point.

    `aside` is room at a line's end. Somebody's words run in their own direction; `beside` keeps them to the
    side on which the others are.
    """

    style: str = "Normal"
    list_: int = 0
    level: int = 0
    indent: int = 0
    aside: int = 0
    after: int = 0
    align: Align | None = None
    keep: bool = False
    beside: bool = False


def paragraph(line: Sequence[Piece], form: Form, *, rtl: bool) -> str:
    """Return a paragraph, its properties in the order that Word demands."""
    said = said_in(tuple(line))
    turned = said == "rtl" if said else rtl
    properties = f'<w:pStyle w:val="{form.style}"/>'
    properties += "<w:keepNext/>" if form.keep else ""
    if form.list_:
        properties += f'<w:numPr><w:ilvl w:val="{form.level}"/><w:numId w:val="{form.list_}"/></w:numPr>'
    if turned or rtl:
        properties += "<w:bidi/>" if turned else '<w:bidi w:val="0"/>'
    properties += f'<w:spacing w:after="{form.after}"/>' if form.after else ""
    properties += _indent(form, turned=turned != rtl)
    align = form.align
    if form.beside and turned != rtl:
        # "left" is where lines begin: in a paragraph that is turned, the right-hand side.
        align = {None: "right", "left": "right", "right": "left", "center": "center"}[align]  # type: ignore[assignment]
    properties += f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs(tuple(line), rtl=rtl)}</w:p>"


def _indent(form: Form, *, turned: bool) -> str:
    """Return the indents: a statement that is turned keeps to the line that its quotation has at the side."""
    if turned and form.style == QUOTE:
        return f'<w:ind w:left="0" w:right="{form.indent or ITEM}"/>'
    left = f' w:left="{form.indent}"' if form.indent else ""
    right = f' w:right="{form.aside}"' if form.aside else ""
    return f"<w:ind{left}{right}/>" if left or right else ""
