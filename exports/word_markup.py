"""WordprocessingML as strings: text from strangers is escaped here and is nothing but text.

Bulk is built as strings, since an element per run and paragraph costs twenty times as much (see the bench).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from exports.texts import is_rtl

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

INDENT = 510
"""Twentieths of a point by which a level of questions is indented: the width of a number."""


def plain(text: str) -> str:
    """Return a text as the content of a run: escaped, with its line breaks and tabs."""
    inside = escape(text)
    if "\n" in inside or "\t" in inside:
        inside = inside.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        inside = inside.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{inside}</w:t>'


@dataclass(frozen=True)
class Ink:
    """Writes paragraphs and tables in one direction."""

    rtl: bool

    def run(self, text: str, style: str = "") -> str:
        """Return a run of our own words, optionally in a character style."""
        return _run(text, style, self.rtl)

    def said(self, text: str, style: str = "") -> str:
        """Return a run of somebody's words, in the direction in which they are written."""
        return _run(text, style, is_rtl(text) if not text.isascii() else False)

    def paragraph(
        self,
        style: str,
        *runs: str,
        level: int = 0,
        number: int = 0,
        bookmark: tuple[int, str] | None = None,
        keep: bool = False,
        page: bool = False,
    ) -> str:
        """Return a paragraph; `number` is the list it is counted in, at `level`; `level` alone indents it.

        The properties stand in the schema's order: Word takes a document with any other for damaged.
        """
        properties = f'<w:pStyle w:val="{style}"/>'
        if keep:
            properties += "<w:keepNext/>"
        if page:
            properties += "<w:pageBreakBefore/>"
        if number:
            properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        if self.rtl:
            properties += "<w:bidi/>"
        if level and not number:
            properties += f'<w:ind w:left="{INDENT * (level + 1)}"/>'
        content = "".join(runs)
        if bookmark:
            content = marked(*bookmark, content)
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    def narrative(self, style: str, text: str, level: int = 0, *, keep: bool = False) -> str:
        """Return a paragraph of somebody's words; it runs in their direction whatever the document's is."""
        rtl = is_rtl(text) if not text.isascii() else False
        properties = "<w:keepNext/>" if keep else ""
        if rtl or self.rtl:
            properties += "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>'
        if level:
            properties += f'<w:ind w:left="{INDENT * (level + 1)}"/>'
        mark = "<w:rPr><w:rtl/></w:rPr>" if rtl else ""
        pstyle = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
        return f"{pstyle}<w:r>{mark}{plain(text)}</w:r></w:p>"

    def table(self, widths: Iterable[int], rows: Iterable[str], style: str = "SubmissionTable") -> str:
        """Return a table of fixed column widths (twentieths of a point) with rows made by `row`."""
        widths = tuple(widths)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        visual = "<w:bidiVisual/>" if self.rtl else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{visual}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            ' w:noHBand="0" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )


def kept(content: str) -> str:
    """Keep the last paragraph of content on the page of what follows."""
    start = '<w:p><w:pPr><w:pStyle w:val="'
    before, _, last = content.rpartition(start)
    style, _, rest = last.partition('"/>')
    mark = "" if rest.startswith("<w:keepNext/>") or not last else "<w:keepNext/>"
    return f'{before}{start}{style}"/>{mark}{rest}' if last else content


def joined(rows: Sequence[str]) -> list[str]:
    """Keep a table's first rows on one page, and its last ones, so that none stands alone."""
    ends = {*range(2), *range(len(rows) - 3, len(rows))} - {len(rows) - 1}
    return [_PARAGRAPH.sub(r"\1<w:keepNext/>", row) if at in ends else row for at, row in enumerate(rows)]


_PARAGRAPH = re.compile('(<w:p><w:pPr><w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')


def row(cells: Iterable[str], *, head: bool = False, whole: bool = True) -> str:
    """Return a table row; `head` repeats on every page, `whole` is never broken over two."""
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(width: int, content: str, *, span: int = 1, fill: str = "", merge: str = "", edge: str = "") -> str:
    """Return a cell; `content` is paragraphs. `merge`: restart or continue, down the column."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        properties += f'<w:vMerge w:val="{merge}"/>'
    if edge:
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{edge}"/>'
            for side in ("top", "left", "bottom", "right")
        )
        properties += f"<w:tcBorders>{sides}</w:tcBorders>"
    if fill:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def marked(number: int, name: str, content: str) -> str:
    """Put a bookmark around content."""
    start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def linked(anchor: str, content: str) -> str:
    """Make content lead to a bookmark of this document."""
    return f'<w:hyperlink w:anchor={quoteattr(anchor)} w:history="1">{content}</w:hyperlink>'


def field(instruction: str, shown: str, *, style: str = "") -> str:
    """Return a complex field of ours with the result it shows until Word updates it; `shown` is runs."""
    mark = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'{field_start(instruction, mark)}{shown}<w:r>{mark}<w:fldChar w:fldCharType="end"/></w:r>'


def field_start(instruction: str, mark: str = "") -> str:
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return (
        f'<w:r>{mark}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{mark}{code}</w:r>'
        f'<w:r>{mark}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _run(text: str, style: str, rtl: bool) -> str:
    if not style and not rtl:
        return f"<w:r>{plain(text)}</w:r>"
    mark = f'<w:rStyle w:val="{style}"/>' if style else ""
    turned = "<w:rtl/>" if rtl else ""
    return f"<w:r><w:rPr>{mark}{turned}</w:rPr>{plain(text)}</w:r>"
