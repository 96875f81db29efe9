"""The look of the Word document: one accent colour, one family of letters, generous margins; styles only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from exports.word_markup import INDENT

ACCENT = "1F4E5F"
INK = "262626"
GREY = "595959"
FAINT = "6E6E6E"
LINE = "C5D2D7"
TINT = "EDF3F5"

FONT = "Arial"
"""On every Windows and Mac, elsewhere as wide as Liberation Sans; with Cyrillic and Arabic letters."""
EAST_ASIAN = "Microsoft YaHei"


@dataclass(frozen=True)
class Look:
    """A paragraph style. Sizes and spaces in points, indents in twentieths of a point."""

    name: str
    size: float = 10
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 4
    line: float = 1.15
    left: int = 0
    hanging: int = 0
    keep: bool = False
    whole: bool = False
    based: str = "Normal"
    align: Any = None


LOOKS = (
    Look("Normal", after=6, line=1.2),
    Look("Title", 30, ACCENT, bold=True, before=0, after=8, line=1.05),
    Look("Subtitle", 16, INK, before=0, after=26, line=1.1),
    Look("Heading 1", 18, ACCENT, bold=True, before=0, after=8, line=1.1, keep=True),
    Look("Heading 2", 14, ACCENT, bold=True, before=20, after=3, line=1.1, keep=True),
    Look("Heading 3", 11, ACCENT, bold=True, before=18, after=5, keep=True),
    Look("Contents title", 18, ACCENT, bold=True, after=8, line=1.1, keep=True),
    Look("Cover instrument", 12, INK, bold=True, before=6, after=1),
    Look("Cover cluster", 12, GREY, after=8),
    Look("Cover fact", 10, GREY, after=2),
    Look("Cover notice", 10, ACCENT, bold=True, before=10, after=2),
    Look("About", 10, GREY, italic=True, after=12, keep=True),
    Look("Note", 9, GREY, before=2, after=6, left=170),
    Look(
        "Question", 10, INK, bold=True, before=15, after=4, left=INDENT, hanging=INDENT, keep=True, whole=True
    ),
    Look("Question quiet", 9, FAINT, before=5, after=1, left=INDENT, hanging=INDENT, keep=True, whole=True),
    Look("Reply", 10, INK, before=1, after=5, left=INDENT),
    Look("Choice", 10, INK, after=1, left=INDENT, hanging=0),
    Look("Narrative", 10, INK, before=2, after=3, left=INDENT, line=1.2),
    Look("Credit", 8.5, GREY, after=7, left=INDENT),
    Look("Trace", 7.5, FAINT, after=5, left=INDENT, line=1.1),
    Look("Comment", 8.5, GREY, before=1, after=5, left=INDENT),
    Look("Legislation", 9, INK, before=3, after=5, left=INDENT, whole=True),
    Look("Open", 10, ACCENT, bold=True, before=2, after=3, left=INDENT, keep=True),
    Look("No reply", 10, FAINT, italic=True, after=5, left=INDENT),
    Look("Moot", 8.5, FAINT, italic=True, after=4, left=INDENT),
    Look("Table text", 9, INK, before=2, after=2),
    Look("Table head", 8.5, ACCENT, bold=True, before=3, after=3, keep=True),
    Look("Table subject", 8.5, ACCENT, bold=True, before=3, after=3),
    Look("Table trace", 7.5, FAINT, after=2, line=1.1),
    Look("Figure", 24, ACCENT, bold=True, after=0, line=1, keep=True),
    Look("Figure label", 8.5, GREY, after=6, keep=True),
    Look("Chart label", 9, INK, before=2, after=2, line=1, keep=True),
    Look(
        "Chart bar",
        8,
        "FFFFFF",
        bold=True,
        before=2,
        after=2,
        line=1,
        keep=True,
        align=WD_ALIGN_PARAGRAPH.CENTER,
    ),
    Look(
        "Chart bar dark",
        8,
        INK,
        bold=True,
        before=2,
        after=2,
        line=1,
        keep=True,
        align=WD_ALIGN_PARAGRAPH.CENTER,
    ),
    Look("Chart note", 8, FAINT, before=4, after=10),
    Look("Gap", 4, INK, after=0, line=1),
    Look("Header", 8, FAINT, after=0, line=1),
    Look("Footer", 8, FAINT, after=0, line=1),
    Look("TOC 1", 10, INK, bold=True, before=7, after=2),
    Look("TOC 2", 10, INK, after=2, left=280),
)

CHARACTERS = (
    ("Provision", 9, FAINT, False),
    ("Box", 11, ACCENT, False),
    ("Chosen", 10, ACCENT, True),
    ("Label", 8.5, GREY, False),
    ("Source", 7.5, FAINT, False),
    ("Article heading", 0, "", False),
)
"""Name, size, colour, bold. "Article heading" looks like nothing: the running header finds "Article 5" by it.
A style of ours has the same name in every language of Word, a built-in one does not."""


def dress(document: Document, language: str, *, rtl: bool, looks: Sequence[Look] = LOOKS) -> None:
    """Give a new document our styles, language and direction; of python-docx's template the names remain."""
    _defaults(document, language, rtl=rtl)
    for look in looks:
        _paragraph_style(document, look, rtl=rtl)
    for name, size, colour, bold in CHARACTERS:
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        if size:
            style.font.size, style.font.bold = Pt(size), bold
            style.font.color.rgb = RGBColor.from_string(colour)
            _complex(style.element.get_or_add_rPr(), size, bold=bool(bold))
    _table_style(document)
    for name in ("TOC 1", "TOC 2"):
        _tabs(document.styles[name], 9070, "none")
        # Word knows its own style by this name; python-docx translates only some.
        document.styles[name].element.name_val = name.lower()
    for name in ("Header", "Footer"):
        _tabs(document.styles[name], 9070, "none")
    bordered(document.styles["Note"], "left", 18, ACCENT)
    bordered(document.styles["Heading 2"], "bottom", 4, LINE)
    bordered(document.styles["Footer"], "top", 4, LINE)
    bordered(document.styles["Header"], "bottom", 4, LINE)


def _defaults(document: Document, language: str, *, rtl: bool) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for child in list(defaults):
        defaults.remove(child)
    latin, turned = ("en-GB", language) if rtl else (language, "ar-SA")
    marked = f'<w:lang w:val="{latin}" w:eastAsia="zh-CN" w:bidi="{turned}"/>'
    letters = f'w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{EAST_ASIAN}"'
    defaults.append(
        parse_xml(
            f'<w:rPrDefault {nsdecls("w")}><w:rPr><w:rFonts {letters}/><w:sz w:val="20"/><w:szCs w:val="20"/>'
            f"{marked}</w:rPr></w:rPrDefault>"
        )
    )
    defaults.append(
        parse_xml(f"<w:pPrDefault {nsdecls('w')}><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>")
    )


def _paragraph_style(document: Document, look: Look, *, rtl: bool) -> None:
    names = {style.name for style in document.styles}
    style = (
        document.styles[look.name]
        if look.name in names
        else document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    )
    properties = style.element.rPr
    if properties is not None:
        style.element.remove(properties)
    layout = style.element.pPr
    level = layout.find(qn("w:outlineLvl")) if layout is not None else None
    if layout is not None:
        style.element.remove(layout)
    if look.name != "Normal":
        style.base_style = document.styles[look.based]
    style.font.name, style.font.size = FONT, Pt(look.size)
    style.font.bold, style.font.italic = look.bold, look.italic
    style.font.color.rgb = RGBColor.from_string(look.colour)
    _complex(style.element.get_or_add_rPr(), look.size, bold=look.bold, italic=look.italic)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), look.line
    form.keep_with_next, form.keep_together, form.widow_control = look.keep, look.whole, True
    form.alignment = look.align
    if look.left:
        form.left_indent = Pt(look.left / 20)
    if look.hanging:
        form.first_line_indent = Pt(-look.hanging / 20)
    if rtl:
        _ordered(style.element.get_or_add_pPr(), "<w:bidi {}/>")
    if level is not None:
        style.element.get_or_add_pPr().append(level)


def _complex(properties: Any, size: float, *, bold: bool = False, italic: bool = False) -> None:
    """Say size, weight and letters again for Arabic and Hebrew: Word asks for them apart."""
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    fonts.set(qn("w:eastAsia"), EAST_ASIAN)
    for found in properties.findall(qn("w:szCs")):
        properties.remove(found)
    own = properties.find(qn("w:sz"))
    if own is not None:
        own.addnext(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(size * 2)}"/>'))
    for name, wanted in (("b", bold), ("i", italic)):
        plain = properties.find(qn(f"w:{name}"))
        if plain is not None:
            plain.addnext(parse_xml(f'<w:{name}Cs {nsdecls("w")} w:val="{int(wanted)}"/>'))


def _tabs(style: Any, position: int, leader: str) -> None:
    tabs = f'<w:tabs {{}}><w:tab w:val="right" w:leader="{leader}" w:pos="{position}"/></w:tabs>'
    _ordered(style.element.get_or_add_pPr(), tabs)


def bordered(style: Any, side: str, width: int, colour: str) -> None:
    line = f'<w:{side} w:val="single" w:sz="{width}" w:space="4" w:color="{colour}"/>'
    _ordered(style.element.get_or_add_pPr(), f"<w:pBdr {{}}>{line}</w:pBdr>")


_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
)


def _ordered(layout: Any, fragment: str) -> None:
    """Insert a paragraph property where the schema wants it."""
    element = parse_xml(fragment.format(nsdecls("w")))
    rank = _ORDER.index(element.tag.rpartition("}")[2])
    for child in layout:
        if _ORDER.index(child.tag.rpartition("}")[2]) > rank:
            child.addprevious(element)
            return
    layout.append(element)


def _table_style(document: Document) -> None:
    """Add the one table style: hairlines between rows, an accent line under the heading, nothing else."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
    strong = f'w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"'
    margins = '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    under = f"<w:tcPr><w:tcBorders><w:bottom {strong}/></w:tcBorders></w:tcPr>"
    heading = f'<w:tblStylePr w:type="firstRow">{under}</w:tblStylePr>'
    borders = f"<w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
    for name, lines, head in (("Submission Table", borders, heading), ("Submission Chart", "", "")):
        style = f'w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}"'
        document.styles.element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} {style}><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
                f'<w:uiPriority w:val="99"/><w:tblPr>{lines}{margins}</w:tblPr>{head}</w:style>'
            )
        )
