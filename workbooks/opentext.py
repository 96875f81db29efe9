"""Read an OpenDocument text, such as our Word form saved by LibreOffice: its tables become sheets."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from problems import Problem
from problems.intake import EmbeddedObjects, MacrosInside, NotASpreadsheet, NotesNotRead
from workbooks.codes import of_ours
from workbooks.contents import Contents
from workbooks.flow import Flow, contents_of, follow, not_too_many, texts_of, told_of
from workbooks.layout import TICK
from workbooks.lists import BULLET
from workbooks.looks import NO_LOOKS, PLAIN, Look, Looks, looks
from workbooks.placeholders import says_nothing
from workbooks.prescan import Package, RefusedError
from workbooks.scan import document_properties
from workbooks.wire import Answer

_SPACE: Final = re.compile(r"(?:^|:)([\w-]+):[\d.]+$")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_LEFT_OUT: Final = frozenset(
    {
        "text:tracked-changes",
        "office:forms",
        "svg-compatible:title",
        "svg-compatible:desc",
        "office:scripts",
        "text:list-header",
    }
)
_NOTES: Final = frozenset({"text:note", "office:annotation"})
_MARGINS: Final = frozenset(
    f"style:{kind}{which}" for kind in ("header", "footer") for which in ("", "-left", "-first")
)
_PARAGRAPHS: Final = frozenset({"text:p", "text:h"})
_SHAPES: Final = tuple(
    f"drawing:{kind}"
    for kind in (
        "custom-shape", "rect", "ellipse", "circle", "line", "connector", "path", "polyline", "polygon",
        "regular-polygon", "caption", "measure",
    )
)  # fmt: skip
_PICTURES: Final = ("drawing:image", "drawing:object")
_CELL: Final = re.compile(rb"<(?:\w+:)?(?:covered-)?table-cell[\s/>]")
_MOST: Final = 10_000
"""So many spaces or columns in one element are believed."""


@lru_cache(maxsize=1024)
def _name(name: str) -> str:
    """Return an expanded name with the last word of its namespace, such as `table:table-row`."""
    space, _, local = name.rpartition(" ")
    hit = _SPACE.search(space)
    return f"{hit[1]}:{local}" if hit else local


@dataclass(slots=True)
class _List:
    style: str
    count: int = 0
    waiting: bool = False
    """Whether an item has begun and its mark is not yet written."""


class _Document:
    """Follows the elements of one part; `margins`: only its headers and footers count.

    `bulleted`: styles of lists with bullets, which another part has.
    """

    def __init__(
        self, *, margins: bool = False, bulleted: Iterable[str] = (), looks: Looks = NO_LOOKS
    ) -> None:
        self._looks = looks
        self._shades = [PLAIN]
        """How the section, the paragraph and the spans look that are open."""
        self.flow = Flow()
        self.notes = 0
        self._reading = not margins
        self._skipped = 0
        self._paragraphs = 0
        self._at_start = True
        self.bulleted = set(bulleted)
        self._style = ""
        self._lists: list[_List] = []
        self._cells: list[int] = []
        self._over = 0
        """How many columns the cell before still covers."""
        self._around: list[tuple[Flow, bool, list[_List]]] = []
        self._framed: list[bool] = []
        """Whether the frames that are open hold a picture."""
        self._controls: list[tuple[int, dict[str, str]]] = []
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            "text:list-style": self._begin_style,
            "text:list-level-style-bullet": self._begin_bullets,
            "table:table": lambda _: self.flow.begin_table(),
            "table:table-row": lambda _: self.flow.begin_row(),
            "table:table-cell": self._begin_cell,
            "table:covered-table-cell": self._begin_covered,
            "text:list": self._begin_list,
            "text:list-item": self._begin_item,
            "text:p": self._begin_paragraph,
            "text:h": self._begin_paragraph,
            "text:span": lambda own: self._shade("text", own),
            "text:section": self._begin_section,
            "text:a": lambda own: self.flow.link(own.get("href", "")),
            "text:s": lambda own: self._sign(" " * _count(own.get("text:c"))),
            "text:tab": lambda _: self._sign("\t"),
            "text:line-break": lambda _: self._sign("\n"),
            "drawing:text-box": self._begin_box,
            **dict.fromkeys(_SHAPES, self._begin_box),
            "drawing:frame": lambda _: self._framed.append(False),
            **dict.fromkeys(_PICTURES, lambda _: self._show()),
            "loext:content-control": lambda own: self._controls.append((self.flow.mark(), own)),
        }
        self._ends: dict[str, Callable[[], object]] = {
            "table:table": self._end_table,
            "table:table-row": self._end_row,
            "drawing:text-box": self._end_box,
            **dict.fromkeys(_SHAPES, self._end_shape),
            "drawing:frame": self._end_frame,
            "table:table-cell": lambda: self.flow.end_cell(span=self._cells.pop()),
            "table:covered-table-cell": self._end_covered,
            "text:list": self._end_list,
            "text:p": self._end_paragraph,
            "text:h": self._end_paragraph,
            "text:span": self._unshade,
            "text:section": self._unshade,
            "loext:content-control": self._end_control,
        }

    def start(self, expanded: str, attributes: dict[str, str]) -> None:
        name = _name(expanded)
        if self._skipped or name in _LEFT_OUT or name in _NOTES:
            self.notes += not self._skipped and name in _NOTES
            self._skipped += 1
        elif name in _MARGINS:
            self._reading = True
        elif begin := self._begins.get(name):
            begin({_name(key): value for key, value in attributes.items()})

    def end(self, expanded: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        name = _name(expanded)
        if name in _MARGINS:
            self._reading = False
        elif end := self._ends.get(name):
            end()

    def text(self, text: str) -> None:
        if self._paragraphs and self._reading and not self._skipped:
            words = _BLANKS.sub(" ", text)
            self._write(words.lstrip(" ") if self._at_start else words)

    def _sign(self, text: str) -> None:
        if self._paragraphs and self._reading:
            self._write(text)

    def _write(self, text: str) -> None:
        if not text:
            return
        if self._lists and self._lists[-1].waiting:
            listed = self._lists[-1]
            listed.waiting = False
            mark = BULLET if listed.style in self.bulleted else f"{listed.count}. "
            self.flow.write(mark, self._shades[-1])
        self._at_start = False
        self.flow.write(text, self._shades[-1])

    def _shade(self, family: str, own: dict[str, str]) -> None:
        look = self._looks.get((family, own.get("text:style-name", "")), PLAIN)
        self._shades.append(look.over(self._shades[-1]))

    def _unshade(self) -> None:
        self._shades.pop()

    def _begin_section(self, own: dict[str, str]) -> None:
        """Hide what stands in a hidden section of a cell; what holds whole tables hides no answers."""
        hidden = self.flow.depth > 0 and own.get("text:display") == "none"
        self._shades.append(Look(hidden=hidden or None).over(self._shades[-1]))

    def _begin_style(self, own: dict[str, str]) -> None:
        self._style = own.get("style:name", "")

    def _begin_bullets(self, own: dict[str, str]) -> None:
        if own.get("text:level") == "1":
            self.bulleted.add(self._style)

    def _begin_cell(self, own: dict[str, str]) -> None:
        self._cells.append(_count(own.get("table:number-columns-repeated")))
        self.flow.begin_cell()
        self._over = _count(own.get("table:number-columns-spanned")) - 1
        if (rows := _count(own.get("table:number-rows-spanned"))) > 1:
            self.flow.merge(rows)

    def _end_table(self) -> None:
        self.flow.end_table()

    def _end_row(self) -> None:
        self.flow.end_row()

    def _begin_covered(self, own: dict[str, str]) -> None:
        self._cells.append(_count(own.get("table:number-columns-repeated")))
        self.flow.begin_cell()

    def _end_covered(self) -> None:
        """End a cell that the one before covers, or the one above."""
        span, before = self._cells.pop(), self._over > 0
        self._over -= span if before else 0
        self.flow.end_cell(span=span, covered=True, whole=not before)

    def _begin_box(self, _: dict[str, str]) -> None:
        self._around.append((self.flow, self._at_start, self._lists))
        self.flow, self._lists = Flow(), []

    def _end_box(self) -> Flow:
        inside = self.flow
        self.flow, self._at_start, self._lists = self._around.pop()
        self.flow.box(inside)
        return inside

    def _end_shape(self) -> None:
        if self._end_box().silent:
            self.flow.picture()

    def _show(self) -> None:
        """Note a picture or chart; a frame holds some of them in several forms."""
        if self._framed:
            self._framed[-1] = True

    def _end_frame(self) -> None:
        if self._framed.pop():
            self.flow.picture()

    def _begin_list(self, own: dict[str, str]) -> None:
        outer = self._lists[-1].style if self._lists else ""
        self._lists.append(_List(own.get("text:style-name", outer)))

    def _end_list(self) -> None:
        self._lists.pop()

    def _begin_item(self, _: dict[str, str]) -> None:
        if self._lists:
            self._lists[-1].count += 1
            self._lists[-1].waiting = True

    def _begin_paragraph(self, own: dict[str, str]) -> None:
        self._shade("paragraph", own)
        self._paragraphs += 1
        self._at_start = True

    def _end_paragraph(self) -> None:
        self._paragraphs -= 1
        self._unshade()
        self.flow.end_paragraph()

    def _end_control(self) -> None:
        """End a content control: a box is ticked or not, a placeholder is nothing."""
        mark, own = self._controls.pop()
        if own.get("loext:checkbox") == "true":
            look = self.flow.look(mark)
            self.flow.cut(mark)
            self.flow.write(TICK if own.get("loext:checked") == "true" else "", look)
        elif own.get("loext:showing-place-holder") == "true" and says_nothing(self.flow.since(mark)):
            self.flow.cut(mark)


def _count(value: str | None) -> int:
    """Return how often something stands there: once, where nothing sensible is said."""
    return min(int(value), _MOST) if value and value.isdecimal() and 0 < len(value) < 8 else 1  # noqa: PLR2004


def read(package: Package) -> Answer[Contents]:
    """Read the document. Raises ExpatError or ValueError for a damaged one, RefusedError for no form."""
    part = package.part("content.xml")
    if part is None:
        raise ValueError("no content")
    not_too_many(part, _CELL)
    margins = _Document(margins=True)
    if styles := package.part("styles.xml"):
        follow(styles, margins)
    document = _Document(bulleted=margins.bulleted, looks=looks(part, styles or b""))
    follow(part, document)
    properties = document_properties(package.part("meta.xml"))
    around = [*texts_of(margins.flow), *(text for texts in margins.flow.boxes.values() for text in texts)]
    contents = contents_of("odt", document.flow, around, properties)
    if not of_ours(contents):
        raise RefusedError(NotASpreadsheet(kind="word"))
    return contents, list(_remarks(package, part, document))


def _remarks(package: Package, part: bytes, document: _Document) -> list[Problem]:
    found: list[Problem] = []
    if any(name.startswith(("basic/", "scripts/")) for name in package.entries):
        found.append(MacrosInside())
    if b"<draw:object-ole" in part:
        found.append(EmbeddedObjects())
    if document.notes:
        found.append(NotesNotRead(count=document.notes))
    return [*found, *told_of(document.flow)]
