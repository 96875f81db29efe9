"""The look of the printed form, and the file around its body: made by python-docx, equal for equal bodies."""

import io
import re
import zipfile
from datetime import datetime
from typing import Final

from languages import say
from workbooks.look import ACCENT, ALERT, FONT, GREY, INK
from workbooks.printed_markup import TWIPS, Pen

PAGE: Final = (29.7, 21.0)
MARGIN: Final = 1.5
WIDTH: Final = PAGE[0] - 2 * MARGIN
"""Of the text, in centimetres: A4, landscape."""

_MADE: Final = datetime(2020, 1, 1)  # noqa: DTZ001  # equal forms have equal bytes
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_SPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_PARAGRAPHS: Final = {
    # name: size, colour, bold, italic, points after, kept with the next
    "FormTitle": (18, ACCENT, True, False, 4, True),
    "FormSubject": (12, GREY, False, False, 4, True),
    "FormLead": (11.5, INK, False, False, 4, False),
    "FormLabel": (10, ACCENT, True, False, 0, False),
    "FormBody": (10, INK, False, False, 1, False),
    "FormStrong": (10, INK, True, False, 1, False),
    "FormCover": (11, INK, False, False, 2, False),
    "FormNote": (8.5, GREY, False, False, 2, False),
    "FormInstrument": (13, ACCENT, True, False, 2, True),
    "FormArticle": (12, ACCENT, True, False, 1, True),
    "FormAbout": (9.5, GREY, False, True, 0, True),
    "FormToken": (7, GREY, False, False, 0, True),
    "FormHead": (9, "#FFFFFF", True, False, 0, True),
    "FormSubhead": (9, ACCENT, True, False, 0, True),
    "FormCode": (6.5, GREY, False, False, 0, False),
    "FormLawCode": (10, ACCENT, True, False, 0, False),
    "FormQuestion": (9.5, INK, False, False, 0, False),
    "FormFollowUp": (9.5, INK, False, False, 0, False),
    "FormAnswer": (9.5, INK, True, False, 0, False),
    "FormInput": (9.5, INK, False, False, 0, False),
    "FormGap": (6, INK, False, False, 0, False),
    "FormFooter": (8, GREY, False, False, 0, False),
}
_INDENTED: Final = {"FormFollowUp": 0.5}
_CHARACTERS: Final = {
    # name: size, colour, italic
    "FormCondition": (8.5, ACCENT, True),
    "FormProvision": (8.5, ACCENT, False),
    "FormGuidance": (8.5, GREY, False),
    "FormRemark": (9, ALERT, False),
    "PlaceholderText": (9, "#8A6D1A", False),
}


def document(body: str, pen: Pen, *, token: str, title: str, author: str) -> bytes:
    """Return the file with this body; its properties and its footer carry the token."""
    from docx import Document  # noqa: PLC0415  # 130 ms
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls, qn  # noqa: PLC0415
    from docx.shared import Cm  # noqa: PLC0415

    made = Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Cm(side) for side in PAGE)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin, section.bottom_margin = Cm(1.3), Cm(1.5)
    section.header_distance, section.footer_distance = Cm(0.6), Cm(0.7)
    styles = made.styles.element
    for xml in _styles(pen):
        styles.append(parse_xml(xml.replace(" ", f" {nsdecls('w')} ", 1)))
    _defaults(styles, pen.language)
    footer = section.footer._element  # noqa: SLF001  # python-docx has no other way to it
    for paragraph in list(footer):
        footer.remove(paragraph)
    footer.append(parse_xml(_footer(pen, token).replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    about = made.core_properties
    about.title, about.author, about.last_modified_by = title[:255], author[:255], ""
    about.identifier, about.keywords, about.language = token, token, pen.language
    about.comments, about.subject, about.revision = "", "", 1
    about.created = about.modified = _MADE
    sections = made.element.body.find(qn("w:sectPr"))
    file = io.BytesIO()
    made.save(file)
    from lxml import etree  # noqa: PLC0415

    end = re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(sections, encoding="unicode"))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    text = f"{head}<w:document {_SPACES}><w:body>{body}{end}</w:body></w:document>"
    return _packed(file.getvalue(), {"word/document.xml": text.encode()})


def _packed(data: bytes, replacing: dict[str, bytes]) -> bytes:
    """Write the file anew with fixed dates, some parts replaced, without the picture of the template."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            if name == "docProps/thumbnail.jpeg":
                continue
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = replacing.get(name, before.read(name))
            if name == "_rels/.rels":
                content = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
            after.writestr(entry, content, compresslevel=6)
    return file.getvalue()


def _defaults(styles: object, language: str) -> None:
    """Set the letters and the language of everything that says nothing else."""
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls, qn  # noqa: PLC0415

    defaults = styles.find(qn("w:docDefaults"))  # type: ignore[attr-defined]  # an lxml element
    for child in list(defaults):
        defaults.remove(child)
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="Arial"/>'
    tongue = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
    defaults.append(
        parse_xml(
            f'<w:rPrDefault {nsdecls("w")}><w:rPr>{fonts}<w:sz w:val="19"/><w:szCs w:val="19"/>{tongue}'
            "</w:rPr></w:rPrDefault>"
        )
    )
    defaults.append(
        parse_xml(
            f'<w:pPrDefault {nsdecls("w")}><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
            "</w:pPr></w:pPrDefault>"
        )
    )


def _styles(pen: Pen) -> list[str]:
    found = []
    for name, (size, colour, bold, italic, after, kept) in _PARAGRAPHS.items():
        turned = "<w:bidi/>" if pen.rtl else ""
        keep = "<w:keepNext/>" if kept else ""
        side = f'<w:ind w:start="{round(_INDENTED[name] * TWIPS)}"/>' if name in _INDENTED else ""
        found.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:pPr>{keep}{turned}<w:spacing w:before="0" w:after="{after * 20}"/>{side}</w:pPr>'
            f"<w:rPr>{_letters(size, colour, bold=bold, italic=italic)}</w:rPr></w:style>"
        )
    for name, (size, colour, italic) in _CHARACTERS.items():
        shown = "Placeholder Text" if name == "PlaceholderText" else name
        own = "" if name == "PlaceholderText" else ' w:customStyle="1"'
        found.append(
            f'<w:style w:type="character"{own} w:styleId="{name}"><w:name w:val="{shown}"/>'
            f"<w:rPr>{_letters(size, colour, bold=None, italic=italic)}</w:rPr></w:style>"
        )
    return found


def _letters(size: float, colour: str, *, bold: bool | None, italic: bool) -> str:
    strong = "" if bold is None else "<w:b/><w:bCs/>" if bold else ""
    if bold is None:
        strong = '<w:b w:val="0"/><w:bCs w:val="0"/>'
    slanted = "<w:i/><w:iCs/>" if italic else ""
    tall = round(size * 2)
    return f'{strong}{slanted}<w:color w:val="{colour[1:]}"/><w:sz w:val="{tall}"/><w:szCs w:val="{tall}"/>'


def _footer(pen: Pen, token: str) -> str:
    """Return the footer: the code on the one side, the page on the other."""
    pieces = re.split("(&P|&N)", say(pen.language, "workbook", "footer"))
    fields = {"&P": "PAGE", "&N": "NUMPAGES"}
    page = "".join(
        f'<w:fldSimple w:instr=" {fields[each]} ">{pen.run("1")}</w:fldSimple>'
        if each in fields
        else pen.run(each)
        for each in pieces
    )
    code = pen.run(say(pen.language, "printed", "footer-code", code=token))
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{round(WIDTH * TWIPS)}"/></w:tabs>'
    turned = "<w:bidi/>" if pen.rtl else ""
    about = f'<w:pPr><w:pStyle w:val="FormFooter"/>{stop}{turned}</w:pPr>'
    return f"<w:p>{about}{code}<w:r><w:tab/></w:r>{page}</w:p>"
