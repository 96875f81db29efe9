"""The look of our documents: the submission's, with some more; and that of a certificate."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from exports.word_styles import ACCENT, GREY, INK, LINE, LOOKS, Look, bordered, dress

ITEM = 400
"""Twentieths of a point by which a list's item is indented, on each level."""

_CENTRE = WD_ALIGN_PARAGRAPH.CENTER

PLAIN = (
    Look("Heading 1", 18, ACCENT, bold=True, before=22, after=8, line=1.1, keep=True),
    Look("Title", 26, ACCENT, bold=True, after=6, line=1.05),
    Look("Subtitle", 14, INK, after=10, line=1.1),
    Look("Centred", 14, INK, before=6, after=10, line=1.2, align=_CENTRE),
    Look("Quote", 10, INK, before=5, after=4, left=ITEM, line=1.2),
    Look("Statement by", 8.5, GREY, after=10, left=ITEM),
    Look("Table gap", 4, INK, after=6, line=1),
    Look("Rule", 4, INK, before=4, after=10, line=1),
    Look("Signature gap", 10, INK, before=30, after=20, keep=True),
    Look("Signatory", 10, INK, bold=True, before=2, after=1),
    Look("Signatory office", 8.5, GREY, after=1),
    *(
        Look(f"{name}{suffix}", 10, INK, after=3, left=ITEM * level, hanging=0 if "Cont" in name else ITEM)
        for name in ("List Bullet", "List Number", "List Continue")
        for level, suffix in ((1, ""), (2, " 2"), (3, " 3"))
    ),
)

CERTIFICATE = (
    Look("Normal", 13, INK, after=8, line=1.3, align=_CENTRE),
    Look("Heading 1", 38, ACCENT, bold=True, before=16, after=20, line=1.05, keep=True, align=_CENTRE),
    Look("Heading 2", 26, INK, bold=True, before=12, after=14, line=1.1, keep=True, align=_CENTRE),
    Look("Heading 3", 13, GREY, before=22, after=10, line=1.2, keep=True, align=_CENTRE),
    Look("Centred", 16, INK, before=6, after=10, line=1.25, align=_CENTRE),
    Look("Rule", 4, INK, before=8, after=18, line=1),
    Look("Signature gap", 10, INK, before=36, after=22, keep=True),
    Look("Signatory", 11, INK, bold=True, before=2, after=1, align=_CENTRE),
    Look("Signatory office", 9.5, GREY, after=1, align=_CENTRE),
    Look("Header", 8, GREY, after=0, line=1),
    Look("Footer", 8.5, GREY, after=0, line=1, align=_CENTRE),
)


def dress_document(document: Document, language: str, *, rtl: bool, certificate: bool) -> None:
    """Give a new document its styles: a later look takes the place of an earlier one of the same name."""
    more = (*PLAIN, *CERTIFICATE) if certificate else PLAIN
    looks = {look.name: look for look in (*LOOKS, *more)}
    dress(document, language, rtl=rtl, looks=tuple(looks.values()))
    side = "right" if rtl else "left"
    if rtl:
        _unbordered(document, "Note")
        bordered(document.styles["Note"], side, 18, ACCENT)
    if certificate:
        _unbordered(document, "Heading 2")
    bordered(document.styles["Quote"], side, 12, LINE)
    bordered(document.styles["Statement by"], side, 12, LINE)


def _unbordered(document: Document, name: str) -> None:
    layout = document.styles[name].element.get_or_add_pPr()
    for line in layout.findall(qn("w:pBdr")):
        layout.remove(line)
