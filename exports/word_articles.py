"""The articles: question, boxes, what was said, laws; then the table of difficulties, needs, practices, suggestions."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from exports.submission import ArticleReplies, Chapter, Entry, Grid, Narrative, Outcome, Stance, Submission
from exports.texts import label, phrase
from exports.word_frame import PAGE_WIDTH
from exports.word_front import bookmark, bookmark_id, heading
from exports.word_markup import Ink, cell, field, row

QUIET = frozenset({Outcome.MOOT})
INLINE = 4
"""Up to so many boxes stand on one line."""
LONG_ROW = 1500
"""A row with more characters than this may break over two pages: one kept whole could run off the paper."""
CLOSING_WIDTHS = (1900, 5170, 2000)


class Pages:
    """Writes the chapters of a submission."""

    def __init__(self, submission: Submission, ink: Ink) -> None:
        self.submission = submission
        self.ink = ink
        self._see = phrase(submission.language, "see", "number")
        self._prefix = self.say("legislation-inline")
        self._seen = {
            narrative.see for entry in submission.entries for narrative in entry.narratives if narrative.see
        }

    def say(self, message: str) -> str:
        return label(self.submission.language, message)

    def articles(self) -> Iterator[str]:
        """Yield the text of each article; the first of a chapter begins with the chapter's heading."""
        for number, chapter in enumerate(self.submission.chapters, 1):
            for index, article in enumerate(chapter.articles):
                head = self._chapter(chapter) if index == 0 else ""
                yield head + self._article(article, chapter, number)

    def _chapter(self, chapter: Chapter) -> str:
        ink = self.ink
        title = heading(ink, "Heading1", f"{chapter.instrument}. {chapter.cluster}", chapter.key)
        return title + "".join(ink.paragraph("Note", ink.run(note)) for note in chapter.notes)

    def _article(self, article: ArticleReplies, chapter: Chapter, number: int) -> str:
        ink = self.ink
        parts = [
            heading(ink, "Heading2", article.heading, article.key, character="Articleheading"),
            ink.paragraph("About", ink.run(article.about)) if article.about else "",
        ]
        parts += [self._entry(entry, chapter, number) for entry in article.entries]
        if article.closing:
            parts.append(ink.paragraph("Heading3", ink.run(self.say("closing"))))
            parts.append(self._closing(article.closing))
        return "".join(parts)

    def _entry(self, entry: Entry, chapter: Chapter, number: int) -> str:
        ink = self.ink
        quiet = entry.outcome in QUIET
        runs = [ink.run(entry.question), self._provision(entry)]
        if quiet:
            runs.append(ink.run(f" {entry.note}", "Provision"))
        anchor = f"{chapter.key} {entry.number}"
        mark = (bookmark_id(anchor), bookmark(anchor)) if entry.number in self._seen else None
        question = ink.paragraph(
            "Questionquiet" if quiet else "Question", *runs, level=entry.level, number=number, bookmark=mark
        )
        return question if quiet else question + self.reply(entry, chapter.key)

    def _provision(self, entry: Entry) -> str:
        inside = " · ".join(filter(None, (entry.reference, entry.obligation)))
        return self.ink.run(f" [{inside}]", "Provision")

    def reply(self, entry: Entry, chapter: str) -> str:
        """Return what was answered, under the question."""
        ink, level = self.ink, entry.level
        parts = []
        if entry.outcome is Outcome.OPEN:
            parts.append(ink.paragraph("Open", ink.run(self.say("open-title")), level=level))
            parts += [self._stance(stance, level, chapter) for stance in entry.stances]
        elif entry.outcome is not Outcome.SETTLED:
            parts.append(ink.paragraph("Noreply", ink.run(entry.note), level=level))
        elif entry.boxes:
            parts.append(self._boxes(entry))
        elif entry.answer:
            parts.append(ink.narrative("Reply", entry.answer, level))
        if entry.grid:
            parts.append(self._grid(entry.grid))
        parts += [self.narrative(narrative, level, chapter) for narrative in entry.narratives]
        parts.append(self._laws(entry))
        parts.append(self._inside(entry, chapter))
        return "".join(parts)

    def _boxes(self, entry: Entry) -> str:
        ink = self.ink
        marks = [
            (ink.run(self.say("yes-box" if box.ticked else "no-box"), "Box"), box) for box in entry.boxes
        ]
        shown = [mark + ink.run(f" {box.label}", "Chosen" if box.ticked else "") for mark, box in marks]
        if len(shown) <= INLINE:
            return ink.paragraph("Reply", ink.run("     ").join(shown), level=entry.level)
        return "".join(ink.paragraph("Choice", line, level=entry.level) for line in shown)

    def narrative(self, narrative: Narrative, level: int, chapter: str, styles: str = "Narrative Credit Trace") -> str:
        """Return a text with its contributor beneath, and in the internal edition where it comes from."""
        ink = self.ink
        text, credit, trace = styles.split()
        if narrative.see:
            shown = ink.run(self._see(number=narrative.see))
            anchor = bookmark(f"{chapter} {narrative.see}")
            parts = [ink.paragraph(text, field(f"REF {anchor} \\r \\h", shown), level=level)] if False else []
            parts = [ink.paragraph(text, shown, level=level)]
        else:
            parts = [ink.narrative(text, narrative.text, level)]
        if narrative.credit:
            parts.append(ink.paragraph(credit, ink.run("— "), ink.said(narrative.credit), level=level))
        if narrative.trace:
            parts.append(ink.paragraph(trace, ink.said(narrative.trace), level=level))
        return "".join(parts)

    def _stance(self, stance: Stance, level: int, chapter: str) -> str:
        ink = self.ink
        who = "; ".join(stance.credits)
        line = ink.paragraph(
            "Reply",
            ink.said(stance.answer, "Chosen"),
            ink.run(" — ", "Label"),
            ink.said(who, "Label"),
            level=level,
        )
        return line + "".join(self.narrative(n, level, chapter) for n in stance.narratives)

    def _grid(self, grid: Grid) -> str:
        ink = self.ink
        width = PAGE_WIDTH // len(grid.columns)
        head = row([cell(width, ink.paragraph("Tablehead", ink.run(name))) for name in grid.columns], head=True)
        rows = [
            row([cell(width, ink.narrative("Tabletext", text)) for text in line], whole=_short(line))
            for line in grid.rows
        ]
        return ink.table([width] * len(grid.columns), [head, *rows]) + ink.paragraph("Gap")

    def _laws(self, entry: Entry) -> str:
        if not entry.citations:
            return ""
        ink = self.ink
        shown = "; ".join(
            f"{cited.title}{', ' + cited.provision if cited.provision else ''} [L{cited.law}]" for cited in entry.citations
        )
        return ink.paragraph("Legislation", ink.run(f"{self._prefix} ", "Label"), ink.said(shown), level=entry.level)

    def _inside(self, entry: Entry, chapter: str) -> str:
        """Return the grey lines of the internal edition: sources of the value, how it was settled, dissent, remarks."""
        ink, level, lines = self.ink, entry.level, []
        if entry.sources:
            lines.append(f"{self.say('value-from')}: {' · '.join(entry.sources)}")
        if entry.settlement:
            lines.append(f"{self.say('settled-label')}: {entry.settlement}")
        parts = [ink.paragraph("Trace", ink.said(line), level=level) for line in lines]
        for stance in entry.dissent:
            parts.append(ink.paragraph("Credit", ink.run(self.say("dissent-title")), level=level, keep=True))
            parts.append(self._stance(stance, level, chapter))
        for comment in entry.comments:
            parts.append(ink.paragraph("Credit", ink.run(self.say("comments-title")), level=level, keep=True))
            parts.append(self.narrative(comment, level, chapter))
        return "".join(parts)

    def _closing(self, entries: Iterable[Entry]) -> str:
        ink = self.ink
        names = ("closing-subject", "closing-reply", "closing-credit")
        head = row(
            [
                cell(width, ink.paragraph("Tablehead", ink.run(self.say(name))))
                for width, name in zip(CLOSING_WIDTHS, names, strict=True)
            ],
            head=True,
        )
        rows = [head]
        for purpose, group in groupby(entries, key=lambda entry: entry.purpose):
            lines = [line for entry in group for line in self._closing_lines(entry)]
            lines = lines or [(ink.paragraph("Tabletext", ink.run(self.say("closing-nothing"))), "", True)]
            for index, (content, credit, whole) in enumerate(lines):
                subject = ink.paragraph("Tablehead", ink.run(self.say(f"closing-{purpose.value}"))) if index == 0 else ""
                merge = ("restart" if index == 0 else "continue") if len(lines) > 1 else ""
                rows.append(
                    row(
                        [
                            cell(CLOSING_WIDTHS[0], subject or ink.paragraph("Tabletext"), merge=merge),
                            cell(CLOSING_WIDTHS[1], content),
                            cell(CLOSING_WIDTHS[2], credit or ink.paragraph("Tabletext")),
                        ],
                        whole=whole,
                    )
                )
        return ink.table(CLOSING_WIDTHS, rows) + ink.paragraph("Gap")

    def _closing_lines(self, entry: Entry) -> Iterator[tuple[str, str, bool]]:
        """Yield content, contributor and whether to keep the row whole, for each thing said on a closing question."""
        ink = self.ink
        if entry.outcome is not Outcome.SETTLED:
            return
        ticked = [box.label for box in entry.boxes if box.ticked]
        if ticked:
            text = "".join(ink.paragraph("Tabletext", ink.run(f"{self.say('yes-box')} {name}")) for name in ticked)
            text += "".join(ink.paragraph("Tabletrace", ink.said(source)) for source in entry.sources)
            yield text, "", True
        elif entry.answer and not entry.boxes:
            yield ink.narrative("Tabletext", entry.answer), "", len(entry.answer) < LONG_ROW
        for narrative in entry.narratives:
            said = self._see(number=narrative.see) if narrative.see else narrative.text
            credit = ink.narrative("Tabletext", narrative.credit)
            if narrative.trace:
                credit += ink.narrative("Tabletrace", narrative.trace)
            yield ink.narrative("Tabletext", said), credit, len(said) < LONG_ROW


def _short(texts: Iterable[str]) -> bool:
    return max(map(len, texts)) < LONG_ROW
