"""WordprocessingML for the printed form: paragraphs, cells, tables, lists to choose from, boxes to tick."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from languages.tags import direction
from workbooks.look import ACCENT, BAND, FLAG, LINE, TINT
from workbooks.stencil import legible

TWIPS: Final = 567
"""Twentieths of a point in a centimetre."""

BOX, TICKED = "2610", "2612"
_SIGNS: Final = "Segoe UI Symbol"
_STRONG: Final = frozenset({"L", "R", "AL"})
"""The directions of letters, in Unicode: left to right, right to left, and that of Arabic."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes in one language: from right to left where it is written so."""

    language: str

    @property
    def rtl(self) -> bool:
        return direction(self.language) == "rtl"

    def run(self, text: str, style: str = "", *, rtl: bool | None = None) -> str:
        """Return a run; line breaks and tabs stay, and what XML cannot hold is replaced visibly.

        `rtl`: whether it is written from right to left; None where it is as everything else.
        """
        lines = legible(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        said = "<w:br/>".join("<w:tab/>".join(map(_text, line.split("\t"))) for line in lines)
        look = f'<w:rStyle w:val="{style}"/>' if style else ""
        turned = "<w:rtl/>" if (self.rtl if rtl is None else rtl) else ""
        return f"<w:r><w:rPr>{look}{turned}</w:rPr>{said}</w:r>"

    def paragraph(self, style: str, *runs: str, end: bool = False, rtl: bool | None = None) -> str:
        """Return a paragraph; with `end` it stands at the end of its lines."""
        rtl = self.rtl if rtl is None else rtl
        turned = "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>' if self.rtl else ""
        side = '<w:jc w:val="end"/>' if end else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{turned}{side}</w:pPr>{"".join(runs)}</w:p>'

    def typed(self, style: str, text: str) -> str:
        """Return a paragraph with what somebody typed, in the direction of its first letter that has one."""
        if not text:
            return self.paragraph(style)
        rtl = _rightward(text, other=self.rtl)
        return self.paragraph(style, self.run(text, rtl=rtl), rtl=rtl)

    def plain(self, style: str, text: str) -> str:
        return self.paragraph(style, self.run(text))

    def choice(  # noqa: PLR0917  # what the control says of itself, in its order
        self,
        code: str,
        title: str,
        values: Sequence[tuple[str, str]],
        prompt: str,
        kind: str,
        chosen: str = "",
    ) -> str:
        """Return a control that offers (value, label) pairs and shows what is `chosen`, else its prompt.

        `kind`: dropDownList, or comboBox to type in.
        """
        listed = "".join(
            f'<w:listItem w:displayText="{_attribute(label)}" w:value="{_attribute(value)}"/>'
            for value, label in values
        )
        about = f'<w:alias w:val="{_attribute(title)}"/><w:tag w:val="{_attribute(code)}"/>'
        if chosen:
            shown, mark = self.run(chosen, rtl=_rightward(chosen, other=self.rtl)), ""
        else:
            shown, mark = self.run(prompt, "PlaceholderText"), "<w:showingPlcHdr/>"
        return (
            f"<w:sdt><w:sdtPr>{about}{mark}<w:{kind}>{listed}</w:{kind}></w:sdtPr>"
            f"<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
        )

    def box(self, code: str, title: str, *, ticked: bool = False) -> str:
        """Return a box to tick."""
        about = f'<w:alias w:val="{_attribute(title)}"/><w:tag w:val="{_attribute(code)}"/>'
        font = f'<w:rFonts w:ascii="{_SIGNS}" w:hAnsi="{_SIGNS}" w:eastAsia="{_SIGNS}" w:cs="{_SIGNS}"/>'
        states = (
            f'<w14:checked w14:val="{int(ticked)}"/>'
            f'<w14:checkedState w14:val="{TICKED}" w14:font="{_SIGNS}"/>'
            f'<w14:uncheckedState w14:val="{BOX}" w14:font="{_SIGNS}"/>'
        )
        sign = chr(int(TICKED if ticked else BOX, 16))
        return (
            f"<w:sdt><w:sdtPr>{about}<w14:checkbox>{states}</w14:checkbox></w:sdtPr><w:sdtContent>"
            f"<w:r><w:rPr>{font}</w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
        )

    def table(self, widths: Sequence[float], rows: Iterable[str], *, framed: bool = True) -> str:
        """Return a table with columns of so many centimetres."""
        grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE[1:]}"/>' for side in sides
        )
        visual = "<w:bidiVisual/>" if self.rtl else ""
        return (
            f'<w:tbl><w:tblPr>{visual}<w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/>'
            f"{f'<w:tblBorders>{lines}</w:tblBorders>' if framed else ''}"
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
            '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )


def cell(width: float, *paragraphs: str, span: int = 1, fill: str = "", middle: bool = False) -> str:
    """Return a cell `width` centimetres wide; `fill`: a colour of `FILLS`."""
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{FILLS[fill]}"/>' if fill else ""
    upright = '<w:vAlign w:val="center"/>' if middle else ""
    about = f'<w:tcW w:w="{_twips(width)}" w:type="dxa"/>{over}{shade}{upright}'
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def row(*cells: str, head: bool = False, least: float = 0) -> str:
    """Return a row that no page splits, at least so many centimetres high; a `head` is on every page."""
    tall = f'<w:trHeight w:val="{_twips(least)}" w:hRule="atLeast"/>' if least else ""
    again = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{again}</w:trPr>{''.join(cells)}</w:tr>"


FILLS: Final = {"input": TINT[1:], "head": ACCENT[1:], "band": BAND[1:], "look": FLAG[1:]}


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _rightward(text: str, *, other: bool) -> bool:
    """Tell whether a text is written from right to left, by its first letter; `other`: where none says so."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in _STRONG), "")
    return first != "L" if first else other


def _twips(centimetres: float) -> int:
    return round(centimetres * TWIPS)


def _attribute(text: str) -> str:
    return escape(legible(text).replace("\n", " "), {'"': "&quot;"})
