"""The document around its text: sections, running headers and footers, numbering, watermark, properties."""

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from lxml import etree

from exports.submission import Submission
from exports.texts import label, phrase, rtl
from exports.word_markup import INDENT, Ink, field
from exports.word_styles import ACCENT, dress
from exports.word_watermark import NAMES, watermark

PAGE_WIDTH = 9070
"""Width of the text on A4 with our margins, in twentieths of a point."""

PROPERTY = 255
"""Letters that a document property may have."""

HEADER, FEWEST = 95, 12
"""Letters that stand on a header's one line, and as many as are left of the shortest part of it."""


class Frame:
    """A document with one section per running header, its text still empty.

    The first section is the title page, without header and footer.
    """

    def __init__(self, submission: Submission, headers: Sequence[tuple[str, str]]) -> None:
        """Make the frame; `headers` has for each section after the first: fixed words, heading."""
        self.submission = submission
        self.ink = Ink(rtl(submission.language))
        self.document = Document()
        dress(self.document, submission.language, rtl=self.ink.rtl)
        self._properties()
        modern(self.document)
        self._lists(len(submission.chapters))
        self._sections(headers)

    def section_ends(self) -> list[str]:
        """Return each section's properties, in order: all but the last belong into its last paragraph."""
        return [
            etree.tostring(section._sectPr, encoding="unicode")  # noqa: SLF001  # python-docx gives no other way
            for section in self.document.sections
        ]

    def _sections(self, headers: Sequence[tuple[str, str]]) -> None:
        document = self.document
        for _ in headers:
            document.add_section(WD_SECTION.NEW_PAGE)
        for index, section in enumerate(document.sections):
            section.page_width, section.page_height = Cm(21), Cm(29.7)
            section.left_margin = section.right_margin = Cm(2.5)
            section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.3)
            section.header_distance = section.footer_distance = Cm(1.2)
            section.gutter = 0
            if self.ink.rtl:
                turned(section._sectPr)  # noqa: SLF001
            section.header.is_linked_to_previous = False
            left = headers[index - 1] if index else None
            filled(section.header, self._header(left))
            if index < 2:  # noqa: PLR2004  # the title page, and the first page of text, whose footer goes on
                section.footer.is_linked_to_previous = False
                filled(section.footer, self._footer() if index else self.ink.paragraph("Normal"))

    def _header(self, left: tuple[str, str] | None) -> str:
        mark = watermark(label(self.submission.language, "draft-watermark")) if self.submission.draft else ""
        if left is None:
            return self.ink.paragraph("Normal", mark)
        fixed, heading = left
        parts = [self.submission.state]
        if self.submission.edition == "internal":
            parts.append(label(self.submission.language, "edition-internal-short"))
        right = " · ".join(parts)
        shown = self.ink.run(shortened(fixed, HEADER - len(right) - len(heading)))
        if heading:
            shown += self.ink.run(" · ") + field('STYLEREF "Article heading"', self.ink.run(heading))
        return self.ink.paragraph("Header", shown, self.ink.run(f"\t{right}"), mark)

    def _footer(self) -> str:
        say = phrase(self.submission.language, "page", "page", "pages")
        before, _, rest = say(page="\0", pages="\1").partition("\0")
        between, _, after = rest.partition("\1")
        title = label(self.submission.language, "replies")
        if self.submission.draft:
            title += " · " + label(self.submission.language, "draft")
        return self.ink.paragraph(
            "Footer",
            self.ink.run(f"{title}\t{before}"),
            field("PAGE", self.ink.run("1")),
            self.ink.run(between),
            field("NUMPAGES", self.ink.run("1")),
            self.ink.run(after) if after else "",
        )

    def _lists(self, chapters: int) -> None:
        """Number the questions as a real list of three levels, from 1 in each chapter."""
        numbering = self.document.part.numbering_part.element
        for child in list(numbering):
            numbering.remove(child)
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{INDENT * (level + 1)}" w:hanging="{INDENT}"/></w:pPr>'
            f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
            for level, (form, text) in enumerate(
                (("decimal", "%1"), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
            )
        )
        # One abstract list per chapter: counting starts anew without overrides, in every program.
        for number in range(1, chapters + 1):
            numbering.append(
                parse_xml(
                    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                    f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
                )
            )
        for number in range(1, chapters + 1):
            numbering.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
                )
            )

    def _properties(self) -> None:
        submission, properties = self.submission, self.document.core_properties
        properties.author = submission.focal_point.office[:PROPERTY]
        properties.last_modified_by = ""
        properties.title = f"{submission.state}: {label(submission.language, 'replies')}"[:PROPERTY]
        properties.subject = "; ".join(f"{c.instrument}, {c.cluster}" for c in submission.chapters)[:PROPERTY]
        properties.language = submission.language
        properties.comments = properties.keywords = properties.category = ""
        properties.content_status = label(submission.language, "draft") if submission.draft else ""
        properties.created = properties.modified = submission.at.replace(tzinfo=None, microsecond=0)
        properties.revision = 1
        without_template(self.document)


def filled(part: Any, paragraph: str) -> None:
    """Put a paragraph into a header or footer, in place of what is there."""
    element = part._element  # noqa: SLF001
    for child in list(element):
        element.remove(child)
    for child in parse_xml(f"<w:hdr {nsdecls('w', 'r')} {NAMES}>{paragraph}</w:hdr>"):
        element.append(child)


def modern(document: DocumentType) -> None:
    """Ask for the layout of current Word: without this it opens the document in an older mode."""
    settings = document.settings.element
    for name in ("savePreviewPicture", "rsids", "themeFontLang", "decimalSymbol", "listSeparator"):
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
    for option in settings.iter(qn("w:compatSetting")):
        if option.get(qn("w:name")) == "compatibilityMode":
            option.set(qn("w:val"), "15")


def without_template(document: DocumentType) -> None:
    """Take out what python-docx's template brings along."""
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(("/thumbnail", "/customXml", "/stylesWithEffects")):
                del relations[key]


def shortened(text: str, letters: int) -> str:
    """Return a text with an ellipsis for what does not fit; a few letters always stay."""
    letters = max(letters, FEWEST)
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def turned(section: Any) -> None:
    """Turn a section from right to left: the property stands before the grid, if there is one."""
    mark, grid = parse_xml(f"<w:bidi {nsdecls('w')}/>"), section.find(qn("w:docGrid"))
    if grid is None:
        section.append(mark)
    else:
        grid.addprevious(mark)
