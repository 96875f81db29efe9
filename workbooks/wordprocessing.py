"""Follow a Word document, whatever Word or another program wrapped its text in.

What Word shows is what counts: tracked insertions are there, deletions are not, a control that shows its
placeholder is empty, a merged cell stands where it begins.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from workbooks.flow import PARAGRAPH, Flow
from workbooks.layout import TICK
from workbooks.lists import Lists
from workbooks.looks import PLAIN, Look
from workbooks.looks_word import NO_LOOKS, is_on
from workbooks.placeholders import says_nothing

_W: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_LEFT_OUT: Final = frozenset(
    {
        "del", "moveFrom", "delText", "delInstrText", "pPrChange", "rPrChange", "tcPrChange",
        "trPrChange", "tblPrChange", "tblGridChange", "tblPrExChange", "sectPrChange", "numberingChange",
        "rt", "docPartObj",
    }
)  # fmt: skip
_CONTENT: Final = frozenset({"tbl", "tr", "tc", "p", "r", "t", "sdt", "sdtContent"})
"""What Word finds nowhere among properties: a file that has it there was put together wrongly."""

_NOTES: Final = frozenset({"footnoteReference", "endnoteReference", "commentReference"})
_SIGNS: Final = {"F0FC": "✓", "F0FE": "☒", "F0FD": "☒", "F078": "☒", "F0A8": "☐", "F06F": "☐", "F0A1": "☐"}
"""Letters of Wingdings that people tick boxes with."""

_LINK: Final = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_NO_FILL: Final = frozenset({"auto", "ffffff", ""})
_OFF: Final = frozenset({"0", "false", "off"})


NOWHERE: Final[Mapping[str, str]] = {}


@dataclass(slots=True)
class _Cell:
    span: int = 1
    covered: bool = False


@dataclass(slots=True)
class _Paragraph:
    style: str = ""
    list: str = ""
    level: int = 0
    begun: bool = False
    joined: bool = False
    """Whether its end was deleted, so that the next paragraph goes on in its line."""


@dataclass(slots=True)
class _Control:
    """A content control; `cells`: how many cells were open where it began."""

    mark: int
    cells: int
    placeholder: bool = False
    ticked: bool | None = None


@dataclass(slots=True)
class _Run:
    own: Look = PLAIN
    style: str = ""


class Document:
    """Follows the elements of one part."""

    def __init__(
        self, lists: Lists, looks: Mapping[str, Look] = NO_LOOKS, targets: Mapping[str, str] = NOWHERE
    ) -> None:
        self._looks = looks
        self._targets = targets
        """The addresses outside of the file, by the ids that its links have."""
        self._field = ""
        """The instruction of the field being read."""
        self._run: _Run | None = None
        """How the run being read looks, if it says so."""
        self.flow = Flow()
        self.notes = 0
        self.foreign = False
        self._lists = lists
        self._open: list[str] = []
        self._skipped = 0
        self._around: list[tuple[Flow, _Run | None]] = []
        self._drawn: list[bool] = []
        """Whether the drawings that are open say something."""
        self._properties = 0
        """How many elements are open that only say how something looks."""
        self._cells: list[_Cell] = []
        self._paragraphs: list[_Paragraph] = []
        self._controls: list[_Control] = []
        self._deleted = [False]
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            name.removeprefix("_begin_"): getattr(self, name)
            for name in dir(self)
            if name.startswith("_begin_")
        }
        self._ends: dict[str, Callable[[], None]] = {
            name.removeprefix("_end_"): getattr(self, name) for name in dir(self) if name.startswith("_end_")
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self._skipped or (space == _MC and local == "Fallback") or self._left_out(space, local):
            self._skipped += 1
            return
        if space in _W:
            if self._properties and local in _CONTENT:
                raise ValueError("contents among properties")
            if local in _NOTES:
                self.notes += 1
            elif begin := self._begins.get(local):
                begin({key.rpartition(" ")[2]: value for key, value in attributes.items()})
        elif space == _W14 and local == "checked" and self._controls:
            value = next((value for key, value in attributes.items() if key.endswith("val")), "1")
            self._controls[-1].ticked = value not in _OFF
        self._open.append(local)
        self._properties += local.endswith("Pr")

    def _left_out(self, space: str, local: str) -> bool:
        return space in _W and local in _LEFT_OUT and self._within() not in ("trPr", "rPr")

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        self._open.pop()
        space, _, local = name.rpartition(" ")
        self._properties -= local.endswith("Pr")
        if space in _W and (end := self._ends.get(local)):
            end()

    def text(self, text: str) -> None:
        if not self._skipped and self._open and self._open[-1] == "t":
            self._write(text)
        elif not self._skipped and self._open and self._open[-1] == "instrText":
            self._field += text

    def _write(self, text: str) -> None:
        look = self._look()
        if self._paragraphs and not self._paragraphs[-1].begun:
            paragraph = self._paragraphs[-1]
            paragraph.begun = True
            if text.strip():
                self.flow.write(self._lists.prefix(paragraph.style, paragraph.list, paragraph.level), look)
        self.flow.write(text, look)

    def _look(self) -> Look:
        """Return how the text being read looks: by itself, by its style, by that of its paragraph."""
        if self._run is None and not self._looks:
            return PLAIN
        run = self._run or _Run()
        paragraph = self._paragraphs[-1].style if self._paragraphs else ""
        return run.own.over(self._looks.get(run.style, PLAIN)).over(self._looks.get(paragraph, PLAIN))

    def _within(self, up: int = 1) -> str:
        return self._open[-up] if len(self._open) >= up else ""

    # Tables

    def _begin_tbl(self, _: dict[str, str]) -> None:
        self.flow.begin_table()

    def _end_tbl(self) -> None:
        self.flow.end_table()

    def _begin_tr(self, _: dict[str, str]) -> None:
        self._deleted.append(False)
        self.flow.begin_row()

    def _end_tr(self) -> None:
        self.flow.end_row(deleted=self._deleted.pop())

    def _begin_del(self, _: dict[str, str]) -> None:
        """Mark a row, or the end of a paragraph, as deleted; deleted text does not come here."""
        if self._within() == "trPr":
            self._deleted[-1] = True
        elif self._within(2) == "pPr" and self._paragraphs:
            self._paragraphs[-1].joined = True

    def _begin_gridBefore(self, attributes: dict[str, str]) -> None:  # noqa: N802  # Word's name
        if columns := _number(attributes):
            self.flow.pass_columns(columns)

    def _begin_tc(self, _: dict[str, str]) -> None:
        self._cells.append(_Cell())
        self.flow.begin_cell()

    def _begin_gridSpan(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._cells and self._within() == "tcPr":
            self._cells[-1].span = _number(attributes) or 1

    def _begin_vMerge(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._cells and self._within() == "tcPr":
            self._cells[-1].covered = attributes.get("val", "continue") == "continue"
            self.flow.merge(on=self._cells[-1].covered)

    def _begin_cellDel(self, _: dict[str, str]) -> None:  # noqa: N802
        if self._cells:
            self._cells[-1].covered = True

    def _end_tc(self) -> None:
        cell = self._cells.pop()
        around = [control for control in self._controls if control.cells == len(self._cells)]
        tick = next((control.ticked for control in around if control.ticked is not None), None)
        instead = None if tick is None else TICK if tick else ""
        marked = any(control.placeholder for control in around)
        empty = cell.covered or (marked and says_nothing(self.flow.since(0)))
        self.flow.end_cell(span=cell.span, covered=empty, instead=instead)

    # Drawings and text boxes

    def _begin_drawing(self, _: dict[str, str]) -> None:
        self._drawn.append(False)

    def _end_drawing(self) -> None:
        if not self._drawn.pop():
            self.flow.picture()

    _begin_pict, _end_pict = _begin_drawing, _end_drawing

    def _begin_txbxContent(self, _: dict[str, str]) -> None:  # noqa: N802
        self._around.append((self.flow, self._run))
        self.flow, self._run = Flow(), None

    def _end_txbxContent(self) -> None:  # noqa: N802
        inside = self.flow
        self.flow, self._run = self._around.pop()
        self.flow.box(inside)
        if self._drawn:
            self._drawn[-1] = self._drawn[-1] or not inside.silent

    # Links

    def _begin_hyperlink(self, attributes: dict[str, str]) -> None:
        if address := self._targets.get(attributes.get("id", "")):
            part = attributes.get("anchor")
            self.flow.link(f"{address}#{part}" if part else address)

    def _begin_fldChar(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if attributes.get("fldCharType") == "separate":
            self._begin_fldSimple({"instr": self._field})
        self._field = ""

    def _begin_fldSimple(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if link := _LINK.match(attributes.get("instr", "")):
            self.flow.link(link[1])

    # Paragraphs

    def _begin_p(self, _: dict[str, str]) -> None:
        self._paragraphs.append(_Paragraph())

    def _end_p(self) -> None:
        if not self._paragraphs.pop().joined:
            self.flow.end_paragraph()

    def _end_r(self) -> None:
        self._run = None

    def _begin_rStyle(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._within(2) == "r":  # there is more that has such properties
            self._run = self._run or _Run()
            self._run.style = attributes.get("val", "")

    def _begin_strike(self, attributes: dict[str, str]) -> None:
        if self._within(2) == "r":
            self._run = self._run or _Run()
            own = self._run.own
            self._run.own = own._replace(struck=bool(own.struck) or is_on(attributes.get("val")))

    _begin_dstrike = _begin_strike

    def _begin_vanish(self, attributes: dict[str, str]) -> None:
        if self._within(2) == "r":
            self._run = self._run or _Run()
            self._run.own = self._run.own._replace(hidden=is_on(attributes.get("val")))

    def _begin_highlight(self, attributes: dict[str, str]) -> None:
        if self._within(2) == "r":
            self._run = self._run or _Run()
            self._run.own = self._run.own._replace(lit=attributes.get("val", "none") != "none")

    def _begin_shd(self, attributes: dict[str, str]) -> None:
        if self._within(2) == "r" and attributes.get("fill", "auto").lower() not in _NO_FILL:
            self._run = self._run or _Run()
            self._run.own = self._run.own._replace(lit=True)

    def _begin_pStyle(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._paragraphs:
            self._paragraphs[-1].style = attributes.get("val", "")

    def _begin_numId(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._paragraphs:
            self._paragraphs[-1].list = attributes.get("val", "")

    def _begin_ilvl(self, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].level = _number(attributes)

    def _begin_tab(self, _: dict[str, str]) -> None:
        if self._within() == "r":
            self._write("\t")

    def _begin_ptab(self, _: dict[str, str]) -> None:
        self._write("\t")

    def _begin_br(self, attributes: dict[str, str]) -> None:
        if attributes.get("type", "textWrapping") == "textWrapping":
            self._write("\n")

    def _begin_cr(self, _: dict[str, str]) -> None:
        self._write("\n")

    def _begin_noBreakHyphen(self, _: dict[str, str]) -> None:  # noqa: N802
        self._write("‑")

    def _begin_sym(self, attributes: dict[str, str]) -> None:
        self._write(_SIGNS.get(attributes.get("char", "").upper(), "�"))

    def _begin_altChunk(self, _: dict[str, str]) -> None:  # noqa: N802
        self.foreign = True

    # Content controls

    def _begin_sdt(self, _: dict[str, str]) -> None:
        self._controls.append(_Control(self.flow.mark(), len(self._cells)))

    def _begin_showingPlcHdr(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._controls:
            self._controls[-1].placeholder = attributes.get("val", "1") not in _OFF

    def _end_sdt(self) -> None:
        control = self._controls.pop()
        if control.cells != len(self._cells) or not self.flow.depth or not self._cells:
            return
        if self._within() in ("tr", "tbl") or (
            self._within() == "sdtContent" and self._within(3) in ("tr", "tbl")
        ):
            return  # it held whole cells or rows, which have ended
        held = self.flow.since(control.mark)
        if control.ticked is not None or (control.placeholder and says_nothing(held)):
            look = self.flow.look(control.mark)
            self.flow.cut(control.mark)
            self.flow.write(TICK if control.ticked else "", look)
            if held.endswith(PARAGRAPH):
                self.flow.end_paragraph()


def _number(attributes: dict[str, str]) -> int:
    value = attributes.get("val", "")
    return int(value) if value.isdecimal() and len(value) < 6 else 0  # noqa: PLR2004
