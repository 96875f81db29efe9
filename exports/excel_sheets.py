"""The sheets that are one table each."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from exports.excel_book import CELL, Book, Column, units
from exports.submission import ArticleReplies, Chapter, Cited, Entry, Narrative, Submission
from exports.tallies import agreed_text
from exports.texts import phrase
from exports.unnamed import tellable
from responses.wording import separator

Line = tuple[str | int | date, ...]


def answers(book: Book) -> None:
    """One line per item: what was asked and what is answered."""
    columns = [
        *_instrument(book),
        Column("article", 10, "small"),
        Column("number", 13),
        Column("reference", 15, "small"),
        Column("obligation", 10, "small"),
        Column("question", 40),
        Column("outcome", 10),
        Column("answer", 18, "strong"),
        Column("text", 54),
        Column("laws", 24, "small"),
        Column("code", 17, "small"),
    ]
    if book.submission.edition == "internal":
        columns += [Column("settlement", 22, "small"), Column("sources", 32, "small")]
    lines = (_answer(book, *place) for place in entries(book.submission))
    book.table("answers", columns, lines)


def entries(submission: Submission) -> Iterator[tuple[Chapter, ArticleReplies, Entry]]:
    for chapter in submission.chapters:
        for article in chapter.articles:
            for entry in article.all_entries:
                yield chapter, article, entry


def _instrument(book: Book) -> list[Column]:
    """Return the column of the instrument, unless all lines would say the same."""
    several = len({chapter.short for chapter in book.submission.chapters}) > 1
    return [Column("instrument", 13, "small")] if several else []


def _place(book: Book, chapter: Chapter, article: ArticleReplies, entry: Entry) -> Line:
    return (*((chapter.short,) if _instrument(book) else ()), article.label, entry.number)


def _answer(book: Book, chapter: Chapter, article: ArticleReplies, entry: Entry) -> Line:
    line: Line = (
        *_place(book, chapter, article, entry),
        entry.reference,
        entry.obligation,
        entry.question,
        book.say(f"outcome-{entry.outcome.value}"),
        entry.day or agreed_text(entry, book.submission.language),
        _text(book, entry),
        "\n".join(_cited(book, cited) for cited in entry.citations),
        entry.item,
    )
    if book.submission.edition == "internal":
        line = (*line, entry.settlement, "\n".join((*_ticked_by(book, entry), *entry.sources)))
    return line


def _cited(book: Book, cited: Cited) -> str:
    title = book.submission.laws[cited.law - 1].title
    provisions = separator(book.submission.language).join(cited.provisions)
    return f"L{cited.law} {title}{', ' if provisions else ''}{provisions}"


def _ticked_by(book: Book, entry: Entry) -> Iterator[str]:
    """Yield who ticked an option, for each that not all of them ticked."""
    language = book.submission.language
    return (f"{box.label} — {separator(language).join(box.by)}" for box in entry.boxes if box.by)


def _text(book: Book, entry: Entry) -> str:
    """Return an entry's texts if one cell holds them, else where they stand."""
    rows = [" · ".join(row) for row in entry.grid.rows] if entry.grid else []
    said = [f"{n.text}\n— {n.credit}" if n.credit else n.text for n in entry.narratives]
    text = "\n".join(rows + said) or entry.note
    if len(text) <= CELL // 2 or units(text) <= CELL:
        return text
    say = phrase(book.submission.language, "many-texts", "sheet", "count")
    return say(sheet=book.say("sheet-statements"), count=str(len(rows) + len(said)))


def statements(book: Book) -> None:
    """One line per text: who said what on which question."""
    columns = [
        *_instrument(book),
        Column("article", 10, "small"),
        Column("number", 15),
        Column("part", 12, "small"),
        Column("position", 16),
        Column("text", 90),
        Column("contributor", 32),
        Column("code", 20, "small"),
    ]
    if book.submission.edition == "internal":
        columns.append(Column("sources", 44, "small"))
    lines = chain.from_iterable(_statements(book, *place) for place in entries(book.submission))
    book.table("statements", columns, (line[: len(columns)] for line in lines))


def _statements(book: Book, chapter: Chapter, article: ArticleReplies, entry: Entry) -> Iterator[Line]:
    start = _place(book, chapter, article, entry)

    def lines(part: str, position: str, narratives: Iterable[Narrative]) -> Iterator[Line]:
        for n in narratives:
            yield (*start, book.say(part), position, n.text, n.credit, entry.item, n.trace)

    for row in entry.grid.rows if entry.grid else ():
        yield (*start, book.say("statement-grid"), "", " · ".join(row), "", entry.item, "")
    yield from lines("statement-answer", entry.answer, entry.narratives)
    for part, stances in (("statement-position", entry.stances), ("statement-dissent", entry.dissent)):
        for stance in stances:
            yield from lines(part, stance.answer, stance.narratives)
    yield from lines("statement-comment", "", entry.comments)


def divergences(book: Book) -> None:
    """One line per position in what is still open."""
    columns = (
        Column("article", 10, "small"),
        Column("number", 15),
        Column("question", 46),
        Column("position", 20, "strong"),
        Column("contributor", 44),
        Column("text", 70),
    )
    rows = (
        (
            article.label,
            entry.number,
            entry.question,
            stance.answer,
            "\n".join(stance.credits),
            "\n".join(f"{n.text}\n— {n.credit}" for n in stance.narratives),
        )
        for _, article, entry in entries(book.submission)
        for stance in entry.stances
    )
    book.table("divergences", columns, rows)


def citations(book: Book) -> None:
    """One line per law and question that cites it."""
    columns = (
        Column("laws", 7, "number"),
        Column("law", 60),
        Column("law-language", 13, "small"),
        Column("other-titles", 36, "small"),
        Column("date", 20),
        Column("link", 46, "small"),
        Column("provision-cited", 26),
        Column("cited-in", 16),
    )
    rows = (
        (
            f"L{law.number}",
            law.title,
            law.titles[0].language,
            "\n".join(" · ".join(filter(None, (title.text, title.language))) for title in law.titles[1:]),
            law.date,
            "\n".join(law.links),
            provision,
            number,
        )
        for law in book.submission.laws
        for number, provision in law.cited_in
    )
    book.table("citations", columns, rows)


def needs(book: Book) -> None:
    """One line per kind of assistance and article that asks for it."""
    columns = (Column("kind", 50), Column("article", 16))
    rows = ((need.kind, article) for need in book.submission.needs for article in need.articles)
    book.table("needs", columns, rows)


def coverage(book: Book) -> None:
    """One line per article: what was asked, of how many, and who answered."""
    columns = (
        Column("article", 12),
        Column("title", 60),
        Column("items", 12, "number"),
        Column("answered", 12, "number"),
        Column("open", 12, "number"),
        Column("bodies-asked", 14, "number"),
        Column("bodies-answered", 14, "number"),
        Column("non-governmental", 18, "number"),
    )
    rows = (
        (
            line.label,
            line.title,
            line.items,
            line.answered,
            line.open,
            *(
                book.say("untold") if count is None else count
                for count in (line.bodies_asked, line.bodies_answered, line.non_governmental)
            ),
        )
        for line in book.submission.coverage
    )
    note = book.say("untold-note") if book.submission.edition == "external" else ""
    book.table("coverage", columns, rows, note)


def bodies(book: Book) -> None:
    """One line per body that may be named, with how much it was asked and answered."""
    columns = (
        Column("body", 60),
        Column("kind", 30),
        Column("count", 10, "number"),
        Column("asked", 12, "number"),
        Column("answered", 12, "number"),
    )
    named: list[Line] = [
        (body.name, body.kind, 1, body.asked, body.answered) for body in book.submission.bodies.named
    ]
    said = phrase(book.submission.language, "counted-answered", "kind")
    counted: list[Line] = [
        ("", said(kind=kind), count, "", "") for kind, count in book.submission.bodies.counted
    ]
    others, internal = book.submission.bodies.unnamed, book.submission.edition == "internal"
    if others:
        count = others if internal or tellable(others) else book.say("untold")
        counted.append((book.say("bodies-others"), "", count, "", ""))
    book.table("bodies", columns, named + counted, book.say("bodies-intro"))


def withheld(book: Book) -> None:
    """One line per text that the external edition leaves out."""
    columns = (Column("number", 14), Column("why", 40), Column("text", 80), Column("sources", 60, "small"))
    book.table("withheld", columns, ((w.number, w.why, w.text, w.trace) for w in book.submission.withheld))
