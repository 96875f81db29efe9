"""A document from its Markdown, as Word: calm, in the look of the submission, to go on with and to sign."""

import io
from datetime import datetime

from exports.document_blocks import Blocks
from exports.document_frame import About, Look, Page, framed
from exports.document_markdown import parsed
from exports.texts import rtl
from exports.word_markup import Ink, R, W
from exports.word_package import repacked


def render_document(
    markdown: str,
    *,
    language: str,
    title: str,
    footer: str = "",
    draft: bool = False,
    page: Page = "portrait",
    look: Look = "plain",
    author: str = "",
    at: datetime,
) -> bytes:
    """Return Markdown, with its values guarded, as .docx; equal arguments give the same bytes.

    `title` stands in the properties, in the header from the second page on and, failing a `footer`, below.
    """
    about = About(language, title, footer, author, draft, page, look, at)
    ink = Ink(rtl(language))
    blocks = Blocks(ink, about.width, certificate=look == "certificate")
    body = blocks.written(parsed(markdown).children)
    document, section = framed(about, ink, blocks.lists)
    made = io.BytesIO()
    document.save(made)
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>'
    )
    return repacked(made.getvalue(), {"word/document.xml": text.encode()})
