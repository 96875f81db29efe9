"""The submission as a Word document: real headings, lists, fields and tables, to go on with."""

import io
from collections.abc import Iterator

from exports.collector import still
from exports.submission import Submission
from exports.word_annexes import annexes
from exports.word_articles import Pages
from exports.word_frame import Frame
from exports.word_front import front, title_page
from exports.word_markup import R, W
from exports.word_package import repacked


@still()
def render_word(submission: Submission) -> bytes:
    """Return the submission as .docx; the same submission gives the same bytes."""
    shorts = " · ".join(dict.fromkeys(chapter.short for chapter in submission.chapters))
    headers = [(shorts, "")]
    headers += [(c.short, article.label) for c in submission.chapters for article in c.articles]
    headers.append((shorts, ""))
    frame = Frame(submission, headers)
    pages = Pages(submission, frame.ink)
    parts = [
        title_page(submission, frame.ink),
        front(submission, frame.ink),
        *pages.articles(),
        annexes(submission, pages),
    ]
    body = "".join(_sectioned(parts, frame.section_ends()))
    made = io.BytesIO()
    frame.document.save(made)
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {names}><w:body>{body}</w:body></w:document>"
    )
    return repacked(made.getvalue(), {"word/document.xml": document.encode()})


def _sectioned(parts: list[str], ends: list[str]) -> Iterator[str]:
    """Close each part with its section's properties: in a paragraph of its own, the last one bare."""
    for part, end in zip(parts[:-1], ends[:-1], strict=True):
        yield part
        yield f'<w:p><w:pPr><w:pStyle w:val="Gap"/>{end}</w:pPr></w:p>'
    yield parts[-1]
    yield ends[-1]
