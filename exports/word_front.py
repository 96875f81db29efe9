"""What stands before the first article: title page, contents, how the replies were prepared."""

from exports.counted import Bar
from exports.submission import Submission
from exports.texts import label, phrase
from exports.unnamed import tellable
from exports.word_frame import PAGE_WIDTH
from exports.word_markup import FIELD_END, Ink, cell, field, field_start, linked, marked, row
from exports.word_styles import ACCENT, LINE
from languages import day, say
from responses.wording import separator

ANNEXES = ("annex-laws", "annex-needs", "annex-bodies", "annex-method")


def title_page(submission: Submission, ink: Ink) -> str:
    language, point = submission.language, submission.focal_point
    lines = [
        gap(120),
        _rule(),
        ink.paragraph("Title", ink.said(submission.state)),
        ink.paragraph("Subtitle", ink.run(label(language, "replies"))),
    ]
    for chapter in submission.chapters:
        lines.append(ink.paragraph("Coverinstrument", ink.run(chapter.instrument)))
        lines.append(ink.paragraph("Covercluster", ink.run(chapter.cluster)))
    if submission.draft:
        lines.append(ink.paragraph("Covernotice", ink.run(label(language, "draft"))))
    if submission.edition == "internal":
        lines.append(ink.paragraph("Covernotice", ink.run(label(language, "edition-internal"))))
    lines.append(gap(150 if submission.draft else 60))
    if not submission.draft:
        lines.append(_clearance(submission, ink))
        lines.append(gap(40))
    lines.append(ink.paragraph("Coverfact", ink.run(label(language, "focal-point"), "Label")))
    lines += [ink.paragraph("Coverfact", ink.said(text)) for text in (point.name, point.office) if text]
    reach = " · ".join(filter(None, (point.email, point.telephone)))
    lines.append(ink.paragraph("Coverfact", ink.said(reach)))
    compiled = say(language, "submission", "compiled", day=day(language, submission.at.date()))
    lines.append(ink.paragraph("Coverfact", ink.run(compiled)))
    return "".join(lines)


def front(submission: Submission, ink: Ink) -> str:
    language = submission.language
    return (
        _contents(submission, ink)
        + gap(24)
        + heading(ink, "Heading1", label(language, "guidance"), "guidance")
        + "".join(ink.paragraph("Normal", ink.run(text)) for text in submission.guidance)
        + heading(ink, "Heading1", label(language, "prepared"), "prepared", page=True)
        + "".join(ink.paragraph("Normal", ink.run(text)) for text in submission.prepared)
        + _consulted(submission, ink)
        + _figures(submission, ink)
        + _chart(submission, ink)
    )


def gap(points: int) -> str:
    """Return an empty line of so many points."""
    return f'<w:p><w:pPr><w:pStyle w:val="Gap"/><w:spacing w:before="{points * 20}"/></w:pPr></w:p>'


def _rule() -> str:
    """Return a short line in the accent colour."""
    line = f'<w:pBdr><w:top w:val="single" w:sz="36" w:space="1" w:color="{ACCENT}"/></w:pBdr>'
    space = '<w:spacing w:after="240"/><w:ind w:right="7700"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="Gap"/>{line}{space}</w:pPr></w:p>'


def heading(ink: Ink, style: str, text: str, anchor: str, *, page: bool = False, label: str = "") -> str:
    """Return a heading with a bookmark that the contents lead to.

    `label` is how it begins: the running header takes it from there.
    """
    runs = ink.run(label, "Articleheading") if label else ""
    runs += ink.run(text.removeprefix(label))
    return ink.paragraph(style, marked(bookmark_id(anchor), bookmark(anchor), runs), page=page)


def bookmark(anchor: str) -> str:
    """Return a bookmark's name: at most 40 letters, digits and underscores, hidden in Word's list."""
    return "_c_" + "".join(letter if letter.isalnum() else "_" for letter in anchor)[:36]


def bookmark_id(anchor: str) -> int:
    """Return a number for a bookmark: the same in each run, and hardly ever another's."""
    from zlib import crc32  # noqa: PLC0415

    return crc32(anchor.encode()) & 0x3FFFFFFF


def contents_of(submission: Submission) -> list[tuple[int, str, str]]:
    """List level, text and anchor of every heading that the contents show."""
    language = submission.language
    lines = [(1, label(language, name), name) for name in ("guidance", "prepared")]
    for chapter in submission.chapters:
        lines.append((1, f"{chapter.instrument}. {chapter.cluster}", chapter.key))
        lines += [(2, article.heading, article.key) for article in chapter.articles]
    names = [*ANNEXES, *(["annex-withheld"] if submission.edition == "internal" else [])]
    return lines + [(1, label(language, name), name) for name in names]


def _contents(submission: Submission, ink: Ink) -> str:
    """Return a real table of contents, filled in, its page numbers as fields.

    It is not marked for updating on opening: Word would ask a question that looks like a warning. Page
    numbers appear when the fields are updated (F9) or the document is printed.
    """
    title = ink.paragraph("Contentstitle", ink.run(label(submission.language, "contents")))
    lines = []
    entries = contents_of(submission)
    for index, (level, text, anchor) in enumerate(entries):
        page = field(f"PAGEREF {bookmark(anchor)} \\h", ink.run(" "))
        line = linked(bookmark(anchor), ink.run(text) + "<w:r><w:tab/></w:r>" + page)
        start = field_start('TOC \\o "1-2" \\h \\z \\u') if index == 0 else ""
        end = FIELD_END if index == len(entries) - 1 else ""
        lines.append(ink.paragraph(f"TOC{level}", start + line + end))
    return title + "".join(lines)


FEW = 24
"""Up to so many bodies are named on the page; more stand in the annex only."""


def _consulted(submission: Submission, ink: Ink) -> str:
    language, bodies = submission.language, submission.bodies
    names = [body.name for body in bodies.named]
    names += [
        say(language, "submission", "consulted-counted", kind=kind, count=str(count))
        for kind, count in bodies.counted
    ]
    names += [others_text(bodies.unnamed, language)] if bodies.unnamed else []
    if not (bodies.named or bodies.counted) or len(names) > FEW:
        return ""
    runs = [ink.run(label(language, "consulted") + " ")]
    for index, name in enumerate(names):
        runs += [ink.run(separator(language))] if index else []
        runs.append(ink.said(name))
    return ink.paragraph("Normal", *runs, ink.run("."))


def others_text(count: int, language: str) -> str:
    """Say that others took part who are not named, and how many where that is enough to single out nobody."""
    if tellable(count):
        return say(language, "submission", "consulted-others", count=count)
    return label(language, "others-unnamed")


def _figures(submission: Submission, ink: Ink) -> str:
    language, figures = submission.language, submission.figures
    shown = (
        (figures.asked, "figure-asked"),
        (figures.answered, "figure-answered"),
        (figures.settled, "figure-settled"),
        (figures.open, "figure-open"),
        (figures.bodies_answered, "figure-bodies"),
    )
    width = PAGE_WIDTH // len(shown)
    cells = [
        cell(
            width,
            ink.paragraph("Figure", ink.run(label(language, "untold") if n is None else str(n)))
            + ink.paragraph("Figurelabel", ink.run(label(language, m))),
        )
        for n, m in shown
    ]
    table = ink.table([width] * len(shown), [row(cells)], "SubmissionChart")
    untold = figures.bodies_answered is None
    note = ink.paragraph("Chartnote", ink.run(label(language, "untold-note"))) if untold else ""
    return table + note


LABEL_WIDTH = 1500
UNITS = 55
"""As many columns as a bar may span, one for each question while there are few: Word allows 63 in a table."""
FILLS = (
    ("yes", ACCENT, "Chartbar"),
    ("in-part", "8FB3C0", "Chartbardark"),
    ("no", "E3D9C6", "Chartbardark"),
    ("open", "FFFFFF", "Chartbardark"),
    ("silent", "F1F1F1", "Chartbardark"),
)


def _chart(submission: Submission, ink: Ink) -> str:
    """Return a bar per article, made of shaded cells with their numbers: it prints in every program."""
    language, bars = submission.language, submission.bars
    if not bars:
        return ""
    step = -(-max(sum(bar.counts) for bar in bars) // UNITS)
    spans = [[-(-count // step) for count in bar.counts] for bar in bars]
    units = max(map(sum, spans))
    unit = (PAGE_WIDTH - LABEL_WIDTH) // units
    widths = [LABEL_WIDTH, *[unit] * units]
    rows = [_bar(bar, ink, unit, span, units) for bar, span in zip(bars, spans, strict=True)]
    legend = _legend(language, ink)
    return (
        ink.paragraph("Heading3", ink.run(label(language, "chart-title")))
        + ink.table(widths, rows, "SubmissionChart")
        + ink.paragraph("Gap")
        + legend
        + ink.paragraph("Chartnote", ink.run(label(language, "chart-note")))
    )


def _bar(bar: Bar, ink: Ink, unit: int, spans: list[int], units: int) -> str:
    cells = [cell(LABEL_WIDTH, ink.paragraph("Chartlabel", ink.run(bar.label)))]
    for count, span, (_, fill, style) in zip(bar.counts, spans, FILLS, strict=True):
        if count:
            text = ink.paragraph(style, ink.run(str(count)))
            cells.append(cell(unit * span, text, span=span, fill=fill, edge=LINE))
    rest = units - sum(spans)
    if rest:
        cells.append(cell(unit * rest, ink.paragraph("Chartlabel"), span=rest))
    return row(cells)


def _legend(language: str, ink: Ink) -> str:
    box, width = 300, PAGE_WIDTH // len(FILLS) - 300
    cells = []
    for name, fill, _ in FILLS:
        cells.append(cell(box, ink.paragraph("Chartlabel"), fill=fill, edge=LINE))
        cells.append(cell(width, ink.paragraph("Chartlabel", ink.run(label(language, f"legend-{name}")))))
    return ink.table([box, width] * len(FILLS), [row(cells)], "SubmissionChart")


def _clearance(submission: Submission, ink: Ink) -> str:
    language = submission.language
    width = PAGE_WIDTH // 3
    names = ("clearance-name", "clearance-signature", "clearance-date")
    point = submission.focal_point
    filled = (f"{point.name}\n{point.office}", "\n\n", "")
    rows = [
        row([cell(width, ink.paragraph("Tablehead", ink.run(label(language, name)))) for name in names]),
        row([cell(width, ink.paragraph("Tabletext", ink.said(text))) for text in filled]),
    ]
    return ink.paragraph(
        "Coverfact", ink.run(label(language, "clearance-text"), "Label"), keep=True
    ) + ink.table([width] * 3, rows)


__all__ = ["bookmark", "contents_of", "front", "heading", "phrase", "title_page"]
