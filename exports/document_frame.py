"""The paper of our documents: size and margins, header and footer, lists, properties."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from lxml import etree

from exports.document_blocks import Counted
from exports.document_styles import ITEM, dress_document
from exports.texts import label, phrase, printable
from exports.word_frame import (
    HEADER,
    PAGE_WIDTH,
    PROPERTY,
    filled,
    modern,
    shortened,
    turned,
    without_template,
)
from exports.word_markup import Ink, field
from exports.word_styles import ACCENT
from exports.word_watermark import watermark
from languages.messages import spoken

Page = Literal["portrait", "landscape"]
Look = Literal["plain", "certificate"]

SHORT, LONG = 11906, 16838
"""The sides of A4, in twentieths of a point."""
MARGIN = (SHORT - PAGE_WIDTH) // 2
BULLETS = ("•", "–", "·")
NUMBERS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


_ISOLATES = {0x2068: None, 0x2069: None}
"""What Fluent puts around numbers in Arabic: a field between them would stand at the wrong end."""


@dataclass(frozen=True)
class About:
    """What stands around the text of a document."""

    language: str
    title: str
    footer: str
    author: str
    draft: bool
    page: Page
    look: Look
    at: datetime

    @property
    def width(self) -> int:
        """Return how wide the text is."""
        return (LONG if self.page == "landscape" else SHORT) - 2 * self.margin

    @property
    def margin(self) -> int:
        return MARGIN + (850 if self.look == "certificate" and self.page == "landscape" else 0)


def framed(about: About, ink: Ink, lists: Sequence[Counted]) -> tuple[DocumentType, str]:
    """Return a document without text, and the properties of its one section."""
    certificate = about.look == "certificate"
    document = Document(io.BytesIO(_dressed(about.language, rtl=ink.rtl, certificate=certificate)))
    _properties(document, about)
    _lists(document, lists)
    section = document.sections[0]
    sides = (LONG, SHORT) if about.page == "landscape" else (SHORT, LONG)
    section.page_width, section.page_height = map(Twips, sides)
    section.orientation = WD_ORIENT.LANDSCAPE if about.page == "landscape" else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Twips(about.margin)
    section.top_margin, section.bottom_margin = Twips(1474), Twips(1304)
    section.header_distance = section.footer_distance = Twips(680)
    section.gutter = 0
    if ink.rtl:
        turned(section._sectPr)  # noqa: SLF001  # python-docx gives no other way
    section.different_first_page_header_footer = True
    mark = watermark(label(about.language, "draft-watermark")) if about.draft else ""
    foot = _band(about, ink) if certificate else _footer(about, ink)
    for header, first in ((section.first_page_header, True), (section.header, False)):
        header.is_linked_to_previous = False
        filled(header, _top(mark) if certificate else _header(about, ink, mark, first=first))
    for footer in (section.first_page_footer, section.footer):
        footer.is_linked_to_previous = False
        filled(footer, foot)
    return document, etree.tostring(section._sectPr, encoding="unicode")  # noqa: SLF001


@cache
def _dressed(language: str, *, rtl: bool, certificate: bool) -> bytes:
    """Return a document that has its styles and nothing else: most of the work, and the same for many."""
    document = Document()
    dress_document(document, language, rtl=rtl, certificate=certificate)
    modern(document)
    without_template(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _header(about: About, ink: Ink, mark: str, *, first: bool) -> str:
    if first:
        return ink.paragraph("Normal", mark)
    return ink.paragraph("Header", ink.run(shortened(_one_line(about.title), HEADER)), mark)


def _footer(about: About, ink: Ink) -> str:
    counted = phrase(about.language, "page", "page", "pages")(page="\0", pages="\1").translate(_ISOLATES)
    before, _, rest = counted.partition("\0")
    between, _, after = rest.partition("\1")
    parts = [_one_line(about.footer or about.title)]
    parts += [label(about.language, "draft")] if about.draft else []
    room = HEADER * about.width // PAGE_WIDTH
    text = " · ".join([shortened(parts[0], room - 20 - len("".join(parts[1:]))), *parts[1:]])
    words = ink if about.language in spoken() else Ink(rtl=False)  # else English: "Page 1 of 2"
    left_to_right = "\u200e" if ink.rtl and not words.rtl else ""  # a number at the end stays there
    made = ink.paragraph(
        "Footer",
        ink.run(f"{text}\t"),
        words.run(before),
        field("PAGE", words.run("1")),
        words.run(between),
        field("NUMPAGES", words.run("1")),
        words.run(after + left_to_right) if after or left_to_right else "",
    )
    return _tabbed(made, about.width)


def _tabbed(footer: str, width: int) -> str:
    """Move the footer's tab to where the text of a broad page ends."""
    if width == PAGE_WIDTH:
        return footer
    style = '<w:pStyle w:val="Footer"/>'
    stops = f'<w:tab w:val="clear" w:pos="{PAGE_WIDTH}"/><w:tab w:val="right" w:pos="{width}"/>'
    return footer.replace(style, f"{style}<w:tabs>{stops}</w:tabs>", 1)


def _top(mark: str) -> str:
    """Return the certificate's upper line: broad, in the accent colour."""
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="48" w:space="1" w:color="{ACCENT}"/></w:pBdr>'
    return f'<w:p><w:pPr><w:pStyle w:val="Header"/>{line}</w:pPr>{mark}</w:p>'


def _band(about: About, ink: Ink) -> str:
    return ink.paragraph("Footer", ink.run(_one_line(about.footer)))


def _lists(document: DocumentType, lists: Sequence[Counted]) -> None:
    """Define each list by itself: counting starts anew without overrides, in every program."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for counted in lists:
        levels = "".join(_level(counted, level) for level in range(len(BULLETS)))
        numbering.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{counted.number}">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
        )
    for counted in lists:
        number = f'<w:abstractNumId w:val="{counted.number}"/>'
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{counted.number}">{number}</w:num>'))


def _level(counted: Counted, level: int) -> str:
    form, text = ("bullet", BULLETS[level]) if counted.kind == "bullet" else NUMBERS[level]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{counted.start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{ITEM * (level + 1)}" w:hanging="{ITEM}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
    )


def _properties(document: DocumentType, about: About) -> None:
    properties: Any = document.core_properties
    properties.author = _one_line(about.author)[:PROPERTY]
    properties.title = _one_line(about.title)[:PROPERTY]
    properties.language = about.language
    properties.last_modified_by = properties.subject = ""
    properties.comments = properties.keywords = properties.category = ""
    properties.content_status = label(about.language, "draft") if about.draft else ""
    properties.created = properties.modified = about.at.replace(tzinfo=None, microsecond=0)
    properties.revision = 1


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


__all__ = ["About", "Look", "Page", "framed"]
