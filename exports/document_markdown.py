"""The small Markdown of our documents: headings, lists, tables, quotes, emphasis, and what is our own.

No links, images, code or HTML: what looks like one is text. docs/products.md is the list for people.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.tree import SyntaxTreeNode

BOXES = ("title", "centre", "note", "signature")
OPENING = re.compile(r":::[ \t]*([A-Za-z-]*)[ \t]*")
PAGE_BREAK = "\\pagebreak"


def parsed(markdown: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(_parser().parse(markdown))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(
        ["heading", "list", "blockquote", "table", "hr", "emphasis", "escape", "newline", "entity"]
    )
    interrupting: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list", "table"]}
    parser.block.ruler.before("table", "page_break", _page_break, interrupting)
    parser.block.ruler.before("table", "box", _box, interrupting)
    return parser


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip(" \t")


def _page_break(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    if _line(state, start) != PAGE_BREAK:
        return False
    if not silent:
        state.push("page_break", "", 0).map = [start, start + 1]
        state.line = start + 1
    return True


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `::: name` and what stands up to a line `:::`; one that is alone is passed over."""
    opening = OPENING.fullmatch(_line(state, start))
    if not opening:
        return False
    if silent:
        return True
    stop = start + 1
    while opening[1] and stop < end and _line(state, stop) != ":::":
        stop += 1
    token = state.push("box_open", "div", 1)
    token.info, token.map = opening[1], [start, stop]
    outer, outer_end = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", stop
    if opening[1]:
        state.md.block.tokenize(state, start + 1, stop)
    state.parentType, state.lineMax = outer, outer_end
    state.push("box_close", "div", -1)
    state.line = min(stop + 1, end) if opening[1] else start + 1
    return True
