"""The annexes: laws, needs, bodies, method, and in the internal edition what the external one leaves out."""

from collections.abc import Iterable, Sequence

from exports.submission import Law, Submission, Title
from exports.texts import label
from exports.unnamed import tellable
from exports.word_articles import LONG_ROW, Pages
from exports.word_front import gap, heading
from exports.word_markup import Ink, cell, row
from languages import say
from responses.wording import labelled, separator


def annexes(submission: Submission, pages: Pages) -> str:
    ink, language = pages.ink, submission.language
    parts = [
        heading(ink, "Heading1", label(language, "annex-laws"), "annex-laws"),
        _laws(submission.laws, ink, language),
        _next(ink, language, "annex-needs"),
        _needs(submission, ink),
        _next(ink, language, "annex-bodies"),
        _bodies(submission, ink),
        _next(ink, language, "annex-method"),
        _method(submission, ink),
    ]
    if submission.edition == "internal":
        parts += [_next(ink, language, "annex-withheld"), _withheld(submission, ink)]
    return "".join(parts)


def _next(ink: Ink, language: str, name: str) -> str:
    return gap(24) + heading(ink, "Heading1", label(language, name), name)


def _laws(laws: Sequence[Law], ink: Ink, language: str) -> str:
    if not laws:
        return ink.paragraph("Normal", ink.run(label(language, "laws-none")))
    rows = []
    for law in laws:
        details = (_date(law), *law.links, *map(_title, law.titles[1:]))
        rows.append(
            (
                ink.paragraph("Tabletext", ink.run(f"L{law.number}", "Chosen")),
                ink.narrative("Tabletext", law.title)
                + "".join(ink.narrative("Tabletrace", text) for text in details if text),
                _cited(law, ink, language),
            )
        )
    return table(ink, language, (700, 5170, 3200), ("laws-number", "laws-title", "laws-cited"), rows)


def _date(law: Law) -> str:
    """Return date or number, and the language in which the title stands, where it is another."""
    return " · ".join(filter(None, (law.date, law.titles[0].language)))


def _title(title: Title) -> str:
    """Return a law's title in another language, with the language."""
    return " · ".join(filter(None, (title.text, title.language)))


def _cited(law: Law, ink: Ink, language: str) -> str:
    """Return a line for each provision cited, with the questions that cite it."""
    questions: dict[str, list[str]] = {}
    for number, provision in law.cited_in:
        questions.setdefault(provision, []).append(number)
    lines = []
    for provision, numbers in questions.items():
        runs = [ink.said(labelled(provision or label(language, "laws-whole"), "", language))]
        runs.append(ink.run(separator(language).join(numbers), "Label"))
        lines.append(ink.paragraph("Tabletext", *runs))
    return "".join(lines)


def _needs(submission: Submission, ink: Ink) -> str:
    language = submission.language
    if not submission.needs:
        return ink.paragraph("Normal", ink.run(label(language, "needs-none")))
    rows = [
        (
            ink.paragraph("Tabletext", ink.run(need.kind)),
            ink.paragraph("Tabletext", ink.run(separator(language).join(need.articles))),
        )
        for need in submission.needs
    ]
    return table(ink, language, (4070, 5000), ("needs-kind", "needs-articles"), rows)


def _bodies(submission: Submission, ink: Ink) -> str:
    language, bodies = submission.language, submission.bodies
    parts = [ink.paragraph("Normal", ink.run(label(language, "bodies-intro")))]
    if bodies.named:
        rows = [
            (ink.narrative("Tabletext", body.name), ink.paragraph("Tabletext", ink.run(body.kind)))
            for body in bodies.named
        ]
        parts.append(table(ink, language, (5570, 3500), ("bodies-name", "bodies-kind"), rows))
        parts.append(ink.paragraph("Gap"))
    if bodies.counted:
        rows = [
            (ink.paragraph("Tabletext", ink.run(name)), ink.paragraph("Tabletext", ink.run(str(number))))
            for name, number in bodies.counted
        ]
        parts.append(table(ink, language, (5570, 3500), ("bodies-others", "bodies-count"), rows))
    if bodies.unnamed:
        message = "bodies-unnamed-counted" if tellable(bodies.unnamed) else "bodies-unnamed"
        text = say(language, "submission", message, count=bodies.unnamed)
        parts.append(ink.paragraph("Normal", ink.run(text)))
    return "".join(parts)


def _method(submission: Submission, ink: Ink) -> str:
    language = submission.language
    names = ["method-routing", "method-settling", "method-attribution"]
    texts = [label(language, name) for name in names]
    texts.append(say(language, "submission", "method-withheld", count=submission.figures.withheld))
    if submission.replaced:
        texts.append(label(language, "method-characters"))
    return "".join(ink.paragraph("Normal", ink.run(text)) for text in texts)


def _withheld(submission: Submission, ink: Ink) -> str:
    language = submission.language
    if not submission.withheld:
        return ink.paragraph("Normal", ink.run(label(language, "withheld-none")))
    rows = [
        (
            ink.paragraph("Tabletext", ink.run(one.number)),
            ink.narrative("Tabletext", one.text) + ink.narrative("Tabletrace", one.trace),
            ink.paragraph("Tabletext", ink.run(one.why)),
        )
        for one in submission.withheld
    ]
    intro = ink.paragraph("Normal", ink.run(label(language, "withheld-intro")))
    names = ("withheld-where", "withheld-text", "withheld-why")
    return intro + table(ink, language, (1400, 5170, 2500), names, rows)


def table(
    ink: Ink, language: str, widths: Sequence[int], names: Sequence[str], rows: Iterable[Sequence[str]]
) -> str:
    """Return a table with a repeated heading; each cell is paragraphs."""
    head = [
        cell(width, ink.paragraph("Tablehead", ink.run(label(language, name))))
        for width, name in zip(widths, names, strict=True)
    ]
    made = [row(head, head=True)]
    for content in rows:
        cells = [cell(width, text) for width, text in zip(widths, content, strict=True)]
        made.append(row(cells, whole=sum(map(len, content)) < 2 * LONG_ROW))
    return ink.table(widths, made)
