"""The articles: question, boxes, what was said, laws; then the table of what closes an article."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from exports.submission import (
    ArticleReplies,
    Box,
    Chapter,
    Entry,
    Grid,
    Narrative,
    Outcome,
    Stance,
    Submission,
)
from exports.texts import NO_BREAK, label, phrase
from exports.word_frame import PAGE_WIDTH
from exports.word_front import bookmark, bookmark_id, heading
from exports.word_markup import Ink, cell, field, joined, kept, row
from responses.wording import labelled, separator

QUIET = frozenset({Outcome.MOOT})
INLINE, LINE = 4, 60
"""Up to so many boxes stand on one line, if their labels have no more letters than this."""
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
        self._separator = separator(submission.language)
        self._chapter_key = ""
        self._referred = {
            (chapter.key, narrative.see)
            for chapter in submission.chapters
            for article in chapter.articles
            for entry in article.all_entries
            for narrative in (*entry.narratives, *(n for stance in entry.stances for n in stance.narratives))
            if narrative.see
        }

    def say(self, message: str) -> str:
        return label(self.submission.language, message)

    def _labelled(self, message: str, text: str) -> str:
        return labelled(self.say(message), text, self.submission.language)

    def articles(self) -> Iterator[str]:
        """Yield the text of each article; the first of a chapter begins with the chapter's heading."""
        for number, chapter in enumerate(self.submission.chapters, 1):
            self._chapter_key = chapter.key
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
            heading(ink, "Heading2", article.heading, article.key, label=article.label),
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
        anchor = f"{chapter.key} {entry.number}"
        mark = (
            (bookmark_id(anchor), bookmark(anchor)) if (chapter.key, entry.number) in self._referred else None
        )
        question = ink.paragraph(
            "Questionquiet" if quiet else "Question", *runs, level=entry.level, number=number, bookmark=mark
        )
        if not quiet:
            return question + self._reply(entry)
        note = ink.paragraph("Moot", ink.run(entry.note), level=entry.level)
        return _together((question, note, self._comments(entry)))

    def _provision(self, entry: Entry) -> str:
        inside = " · ".join(filter(None, (entry.reference.replace(" ", NO_BREAK), entry.obligation)))
        return self.ink.run(f" [{inside}]", "Provision")

    def _reply(self, entry: Entry) -> str:
        """Return what was answered, under the question."""
        ink, level = self.ink, entry.level
        parts = []
        if entry.outcome is Outcome.OPEN:
            parts.append(ink.paragraph("Open", ink.run(self.say("open-title")), level=level))
            parts += [self._stance(stance, level) for stance in entry.stances]
        elif entry.note:
            parts.append(ink.paragraph("Noreply", ink.run(entry.note), level=level))
        elif entry.boxes:
            parts.append(self._boxes(entry))
        elif entry.answer:
            parts.append(ink.narrative("Reply", entry.answer, level))
        if entry.grid:
            parts.append(self._grid(entry.grid))
        parts.append(self._narratives(entry.narratives, level))
        parts.append(self._laws(entry))
        parts.append(self._inside(entry))
        return _together(parts)

    def _boxes(self, entry: Entry) -> str:
        ink = self.ink
        marks = [
            (ink.run(self.say("yes-box" if box.ticked else "no-box"), "Box"), box) for box in entry.boxes
        ]
        shown = [
            mark + ink.run(f" {box.label}", "Chosen" if box.ticked else "") + self._ticked_by(box)
            for mark, box in marks
        ]
        letters = sum(len(box.label) for box in entry.boxes)
        if len(shown) <= INLINE and letters <= LINE and not any(box.by for box in entry.boxes):
            return ink.paragraph("Reply", ink.run("     ").join(shown), level=entry.level)
        return _together(ink.paragraph("Choice", line, level=entry.level) for line in shown)

    def _ticked_by(self, box: Box) -> str:
        return self.ink.said(f" — {self._separator.join(box.by)}", "Label") if box.by else ""

    def _narratives(self, narratives: Sequence[Narrative], level: int) -> str:
        """Return texts with their contributors beneath; several of the same ones share a line."""
        parts = []
        for narrative, following in zip_longest(narratives, narratives[1:]):
            together = following and not narrative.trace and following.credit == narrative.credit
            parts.append(self._narrative(narrative, level, credit="" if together else narrative.credit))
        return "".join(parts)

    def _narrative(self, narrative: Narrative, level: int, *, credit: str) -> str:
        """Return a text with its contributor beneath, and in the internal edition where it comes from."""
        ink = self.ink
        followed = bool(credit or narrative.trace)
        if narrative.see:
            parts = [ink.paragraph("Narrative", self._reference(narrative.see), level=level, keep=followed)]
        else:
            parts = [ink.narrative("Narrative", narrative.text, level, keep=followed)]
        if narrative.trace:
            line = f"— {credit} · {narrative.trace}" if credit else narrative.trace
            parts.append(ink.paragraph("Trace", ink.said(line), level=level))
        elif credit:
            parts.append(ink.paragraph("Credit", ink.run("— "), ink.said(credit), level=level))
        return "".join(parts)

    def _reference(self, number: str) -> str:
        """Return "see the reply to question 7", the number as a field that follows when questions move."""
        before, _, after = self._see(number="\0").partition("\0")
        anchor = bookmark(f"{self._chapter_key} {number}")
        shown = field(f"REF {anchor} \\w \\h", self.ink.run(number))
        return self.ink.run(before) + shown + self.ink.run(after)

    def _stance(self, stance: Stance, level: int) -> str:
        ink = self.ink
        who = self._separator.join(stance.credits)
        line = ink.paragraph(
            "Reply",
            ink.said(stance.answer, "Chosen"),
            ink.run(" — ", "Label"),
            ink.said(who, "Label"),
            level=level,
        )
        return line + self._narratives(stance.narratives, level)

    def _grid(self, grid: Grid) -> str:
        ink = self.ink
        width = PAGE_WIDTH // len(grid.columns)
        head = row(
            [cell(width, ink.paragraph("Tablehead", ink.run(name))) for name in grid.columns], head=True
        )
        rows = [
            row([cell(width, ink.narrative("Tabletext", text)) for text in line], whole=_short(line))
            for line in grid.rows
        ]
        return ink.table([width] * len(grid.columns), joined([head, *rows])) + ink.paragraph("Gap")

    def _laws(self, entry: Entry) -> str:
        if not entry.citations:
            return ""
        ink = self.ink
        runs = [ink.run(f"{self._prefix} ", "Label")]
        for index, cited in enumerate(entry.citations):
            provisions = self._separator.join(cited.provisions)
            runs += [ink.run(" · ", "Label")] if index else []
            runs += [
                ink.said(self.submission.laws[cited.law - 1].title),
                ink.run(f"{NO_BREAK}[L{cited.law}]", "Label"),
            ]
            runs += [ink.said(f", {provisions}")] if provisions else []
        return ink.paragraph("Legislation", *runs, level=entry.level)

    def _inside(self, entry: Entry) -> str:
        """Return the internal edition's grey lines: sources of the value, settlement, dissent, remarks."""
        ink, level, lines = self.ink, entry.level, []
        if entry.sources:
            lines.append(self._labelled("value-from", " · ".join(entry.sources)))
        if entry.settlement:
            lines.append(self._labelled("settled-label", entry.settlement))
        parts = [ink.paragraph("Trace", ink.said(line), level=level) for line in lines]
        for stance in entry.dissent:
            parts.append(ink.paragraph("Credit", ink.run(self.say("dissent-title")), level=level, keep=True))
            parts.append(self._stance(stance, level))
        return "".join(parts) + self._comments(entry)

    def _comments(self, entry: Entry, style: str = "Comment") -> str:
        """Return a quiet line for each remark to the focal point."""
        return "".join(
            self.ink.paragraph(style, *self._comment(comment), level=entry.level)
            for comment in entry.comments
        )

    def _comment(self, comment: Narrative) -> tuple[str, ...]:
        said = labelled(f"{self.say('comments-title')} — {comment.credit}", "", self.submission.language)
        return self.ink.said(said), self.ink.said(comment.text), self.ink.run(f" · {comment.trace}", "Source")

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
        for purpose, grouped in groupby(entries, key=lambda entry: entry.purpose):
            group = tuple(grouped)
            lines = [line for entry in group for line in self._closing_lines(entry)]
            lines = lines or [(ink.paragraph("Tabletext", ink.run(self.say("closing-nothing"))), "", True)]
            lines += [line for entry in group for line in self._closing_remarks(entry)]
            for index, (content, credit, whole) in enumerate(lines):
                subject = (
                    ink.paragraph("Tablesubject", ink.run(self.say(f"closing-{purpose.value}")))
                    if index == 0
                    else ""
                )
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
        return ink.table(CLOSING_WIDTHS, joined(rows)) + ink.paragraph("Gap")

    def _closing_lines(self, entry: Entry) -> Iterator[tuple[str, str, bool]]:
        """Yield content, contributor and whether to keep the row whole, for each thing said."""
        ink = self.ink
        if entry.outcome is not Outcome.SETTLED:
            return
        ticked = [box for box in entry.boxes if box.ticked]
        if ticked:
            tick = self.say("yes-box")
            text = "".join(
                ink.paragraph("Tabletext", ink.run(f"{tick} {box.label}"), self._ticked_by(box))
                for box in ticked
            )
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

    def _closing_remarks(self, entry: Entry) -> Iterator[tuple[str, str, bool]]:
        for comment in entry.comments:
            text = self.ink.paragraph("Tabletrace", *self._comment(comment))
            yield text, "", len(comment.text) < LONG_ROW


def _together(parts: Iterable[str]) -> str:
    """Join what is said about one item, each part kept on the page where the next begins."""
    *before, last = [part for part in parts if part] or [""]
    return "".join((*map(kept, before), last))


def _short(texts: Iterable[str]) -> bool:
    return max(map(len, texts)) < LONG_ROW
