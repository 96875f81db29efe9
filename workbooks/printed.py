"""The printed form: the questions of a workbook as a Word document, for those who would rather fill in Word.

It has the workbook's words, columns, codes and token, and comes back through the same reader. What stands in
it already is read back as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from languages import say
from questionnaires.model import AnswerType, Item
from responses.model import Absence, Answer, Citation
from stakeholders.model import Stakeholder
from workbooks.issue import Issuer
from workbooks.layout import (
    LAW_COLUMNS,
    SheetId,
    header,
    label,
    law_code,
    question,
    remarked,
    said,
    sheet_name,
    table_code,
    words,
)
from workbooks.plan import Line, Plan
from workbooks.prefill import Prefill, prefill
from workbooks.printed_markup import Pen, cell, row
from workbooks.printed_styles import WIDTH, document
from workbooks.sheet_start import notes

COLUMNS: Final = {"code": 3.5, "question": 8.0, "answer": 3.3, "details": 6.0, "law": 3.2, "comment": 2.7}
FORM_COLUMNS: Final = {"code": 3.5, "question": 8.9, "answer": 4.0, "details": 6.9, "comment": 3.4}
"""Widths in centimetres; a form asks for no law."""

LAW_WIDTHS: Final = (1.2, 10.0, 5.5, 2.8, 7.2)
LABEL: Final = 4.2
CODE: Final = 2.9
TABLE_ROWS: Final = 6
"""Rows of a table for repeated rows; in Word the Tab key makes more."""

LAW_ROWS: Final = 12
ROOM: Final = 2.4
"""The least height of a row for a long answer, in centimetres."""

_LISTED: Final = frozenset({AnswerType.SCALE, AnswerType.YES_NO, AnswerType.CHOICE})
_TYPED: Final = frozenset({AnswerType.LINE, AnswerType.DATE, AnswerType.NUMBER})


def printed_form(
    issuer: Issuer,
    stakeholder: Stakeholder,
    items: Sequence[str],
    token: str,
    *,
    answers: Sequence[Answer] = (),
    remarks: Mapping[str, str] | None = None,
    deadline: datetime | None = None,
) -> bytes:
    """Return the Word form that asks a stakeholder for `items`; equal arguments give equal bytes.

    `answers` stand in it already, and each of `remarks` (item → sentence) beneath its question; those on
    items that are not asked are left out.
    Raises KeyError for an item that no questionnaire has.
    """
    rows, told = issuer.words(stakeholder, items, token, deadline)
    language = issuer.language(stakeholder)
    entered = prefill(rows.items, answers, remarks or {}, language)
    form = _Form(Pen(language), rows, token, told, entered)
    title = say(language, "printed", "title", title=told["title"])
    return document("".join(form.parts()), form.pen, token=token, title=title, author=told["office"])


@dataclass(frozen=True, slots=True)
class _Form:
    """One form being written."""

    pen: Pen
    plan: Plan
    token: str
    told: Mapping[str, str]
    entered: Prefill

    @property
    def language(self) -> str:
        return self.pen.language

    @property
    def widths(self) -> Mapping[str, float]:
        return COLUMNS if self.with_laws else FORM_COLUMNS

    @property
    def with_laws(self) -> bool:
        """Whether laws are asked for, or some are cited all the same."""
        return not self.plan.is_form or any(column == "law" for _, column in self.entered.cells)

    def say(self, message: str, **parameters: object) -> str:
        return say(self.language, "printed", message, **parameters)

    def parts(self) -> Iterator[str]:
        """Yield the tables in their order, each followed by an empty line, which keeps them apart."""
        apart = self.pen.paragraph("FormGap")
        yield (
            self._start()
            + '<w:p><w:pPr><w:pStyle w:val="FormGap"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
        )
        for _, lines in groupby(self.plan.lines, lambda line: (line.questionnaire.id, line.section)):
            section = tuple(lines)
            yield self._section(section) + apart
            for line in section:
                if line.kind == "item" and line.item and line.item.type is AnswerType.ROWS:
                    yield self._rows(line.item) + apart
        if self.with_laws:
            yield self._laws() + apart

    # The first page

    def _start(self) -> str:
        pen, told = self.pen, self.told
        text, nothing = WIDTH - LABEL, pen.paragraph("FormNote")
        heading = (
            pen.plain("FormTitle", self.say("title", title=told["title"])),
            pen.plain("FormSubject", told["subject"]) if told["subject"] else "",
            pen.plain("FormLead", told["who"]),
        )
        rows = [row(cell(WIDTH, *heading, span=2))]
        if notice := self._notice():
            rows.append(row(cell(WIDTH, pen.plain("FormStrong", notice), span=2, fill="look")))
        for name in ("purpose", "seen", "deadline", "ask"):
            label = pen.plain("FormLabel", said(self.language, f"start-{name}-label"))
            style = "FormStrong" if name == "deadline" else "FormBody"
            rows.append(row(cell(LABEL, label), cell(text, pen.plain(style, told[name]))))
        label = pen.plain("FormLabel", self.say("fill-label"))
        filling = [pen.plain("FormBody", line) for line in self._how().split("\n")]
        rows.append(row(cell(LABEL, label), cell(text, *filling, fill="band")))
        remarks = (self.say("safe"), *(said(self.language, note) for note in notes(self.plan)))
        rows.append(row(cell(LABEL, nothing), cell(text, *(pen.plain("FormNote", each) for each in remarks))))
        label = pen.plain("FormLabel", self.say("code-label"))
        rows.append(row(cell(LABEL, label), cell(text, pen.plain("FormCover", self.token))))
        note = said(self.language, "start-code-note")  # the last words of a cover, in every workbook
        rows.append(row(cell(LABEL, nothing), cell(text, pen.plain("FormNote", note))))
        return pen.table((LABEL, text), rows, framed=False)

    def _notice(self) -> str:
        """Say how many answers are in place already, and how many questions need another look."""
        said = {
            ("workbook", "start-filled"): self.entered.count(self.plan.items),
            ("printed", "remarked"): len(self.entered.remarks),
        }
        return "\n".join(
            say(self.language, *message, count=count) for message, count in said.items() if count
        )

    def _how(self) -> str:
        names = {
            "answer": header(self.language, "answer"),
            "details": header(self.language, "details"),
            "laws": sheet_name(self.language, SheetId.LAWS),
            "choose": self.say("choose"),
            "absences": " · ".join(label(self.language, value) for value in Absence),
            "email": self.told["email"],
        }
        return self.say("fill-form" if self.plan.is_form else "fill", **names)

    # The questions

    def _section(self, lines: Sequence[Line]) -> str:
        widths = self.widths
        rows = [self._band(lines, list(widths.values())), self._header(list(widths.items()))]
        for line in lines:
            if line.kind == "item" and line.item:
                rows.append(self._item(line.item))
            elif line.kind == "option":
                rows.append(self._option(line))
        return self.pen.table(list(widths.values()), rows)

    def _band(self, lines: Sequence[Line], widths: Sequence[float]) -> str:
        """Return the heading of a section, with the code at its end: on every page that the table reaches."""
        pen, section = self.pen, lines[0].section
        kind = "part" if section.is_form else "article"
        parameters = (("number", str(section.article)), ("title", words(section.title, self.language)))
        texts = [pen.plain("FormArticle", said(self.language, kind, parameters))]
        if any(line.kind == "instrument" for line in lines):
            texts.insert(0, pen.plain("FormInstrument", words(lines[0].questionnaire.title, self.language)))
        if about := words(section.about, self.language):
            texts.append(pen.plain("FormAbout", about))
        return self._headed(texts, widths)

    def _headed(self, texts: Sequence[str], widths: Sequence[float], last: int = 2) -> str:
        token = self.pen.paragraph("FormToken", self.pen.run(self.token), end=True)
        return row(
            cell(sum(widths[:-last]), *texts, span=len(widths) - last, fill="band"),
            cell(sum(widths[-last:]), token, span=last, fill="band"),
            head=True,
        )

    def _header(self, columns: Sequence[tuple[str, float]]) -> str:
        return row(
            *(
                cell(
                    width, self.pen.plain("FormHead", header(self.language, column)), fill="head", middle=True
                )
                for column, width in columns
            ),
            head=True,
        )

    def _item(self, item: Item) -> str:
        pen, widths = self.pen, self.widths
        takes = [column for column in widths if column not in ("code", "question", "answer")]
        return row(
            cell(widths["code"], pen.plain("FormCode", item.id)),
            cell(widths["question"], self._question(item)),
            cell(
                widths["answer"],
                pen.paragraph("FormAnswer", self._choice(item)),
                fill=self._fill(item.id, "answer"),
            ),
            *(
                cell(widths[column], self._typed(item.id, column), fill=self._fill(item.id, column))
                for column in takes
            ),
            least=ROOM if item.type is AnswerType.TEXT else 0.9,
        )

    def _typed(self, code: str, column: str) -> str:
        return self.pen.typed("FormInput", self.entered.words_at(code, column))

    def _fill(self, code: str, column: str) -> str:
        return "look" if (code, column) in self.entered.marked else "input"

    def _question(self, item: Item) -> str:
        pen, language = self.pen, self.language
        asked = question(item, language, self.plan.items, self.plan.before.get(item.id, ""))
        runs = [pen.run(f"{asked.condition}\n", "FormCondition")] if asked.condition else []
        runs.append(pen.run(asked.text + (" " if asked.provision else "")))
        if asked.provision:
            runs.append(pen.run(asked.provision, "FormProvision"))
        guidance = [self._guidance(asked.guidance, item)] if asked.guidance else []
        if item.type in _LISTED:
            offered = " · ".join(label(language, value, item) for value in item.values)
            guidance.append(self.say("one-of", options=offered))
        if guidance:
            runs.append(pen.run("\n" + "\n".join(guidance), "FormGuidance"))
        if remark := self.entered.remarks.get(item.id):
            runs.append(pen.run(f"\n{remarked(' '.join(remark.split()), language)}", "FormRemark"))
        under = item.under in self.plan.items or asked.condition
        return pen.paragraph("FormFollowUp" if under else "FormQuestion", *runs)

    def _guidance(self, guidance: str, item: Item) -> str:
        """Say of a table that it follows, where the workbook names its sheet."""
        if item.type is not AnswerType.ROWS:
            return guidance
        there = (("sheet", sheet_name(self.language, SheetId.TABLES)),)
        return guidance.replace(said(self.language, "see-tables", there), self.say("see-table"))

    def _choice(self, item: Item) -> str:
        values = item.values if item.type in _LISTED else ()
        offered = [(value, label(self.language, value, item)) for value in (*values, *Absence)]
        kind = "comboBox" if item.type in _TYPED else "dropDownList"
        title = header(self.language, "answer")
        chosen = self.entered.words_at(item.id, "answer")
        return self.pen.choice(item.id, title, offered, self.say("choose"), kind, chosen)

    def _option(self, line: Line) -> str:
        pen, widths, option = self.pen, self.widths, line.option
        assert option is not None  # noqa: S101  # a line of this kind has one
        text = words(option.label, self.language)
        beyond = list(widths.values())[3:]
        return row(
            cell(widths["code"], pen.plain("FormCode", line.code)),
            cell(widths["question"], pen.plain("FormFollowUp", text), middle=True),
            cell(
                widths["answer"],
                pen.paragraph("FormAnswer", pen.box(line.code, text, ticked=self._ticked(line.code))),
                fill=self._fill(line.code, "answer"),
                middle=True,
            ),
            cell(sum(beyond), pen.paragraph("FormInput"), span=len(beyond)),
        )

    def _ticked(self, code: str) -> bool:
        return (code, "answer") in self.entered.cells

    # The tables

    def _rows(self, item: Item) -> str:
        pen, columns = self.pen, len(item.columns)
        widths = (CODE, *[(WIDTH - CODE) / columns] * columns)
        rows = [self._headed([pen.plain("FormArticle", words(item.text, self.language))], widths, last=1)]
        labels = (words(column.label, self.language) for column in item.columns)
        rows.append(
            row(
                cell(CODE, pen.plain("FormCode", table_code(item))),
                *(
                    cell(width, pen.plain("FormSubhead", text))
                    for width, text in zip(widths[1:], labels, strict=True)
                ),
                head=True,
            )
        )
        for number in range(1, max(TABLE_ROWS, self.entered.rows.get(item.id, 0)) + 1):
            code = table_code(item, number)
            inputs = (
                cell(width, self._typed(code, column.id), fill="input")
                for width, column in zip(widths[1:], item.columns, strict=True)
            )
            rows.append(row(cell(CODE, pen.plain("FormCode", code)), *inputs, least=0.9))
        return pen.table(widths, rows)

    def _laws(self) -> str:
        pen, language = self.pen, self.language
        hint = said(language, "laws-hint", (("law", header(language, "law")),))
        texts = [pen.plain("FormArticle", said(language, "laws-title")), pen.plain("FormAbout", hint)]
        columns = LAW_COLUMNS[:-1]
        rows = [self._headed(texts, LAW_WIDTHS), self._header(list(zip(columns, LAW_WIDTHS, strict=True)))]
        laws = {code: law for law, code in self.entered.laws.items()}
        last = max((int(code.removeprefix("L")) for code in laws), default=0)
        for number in range(1, max(LAW_ROWS, last) + 1):
            code = cell(LAW_WIDTHS[0], pen.plain("FormLawCode", law_code(number)), middle=True)
            law = laws.get(law_code(number), Citation(""))
            inputs = (
                cell(width, pen.typed("FormInput", text), fill="input")
                for width, text in zip(
                    LAW_WIDTHS[1:], (law.title, law.date, law.language, law.link), strict=True
                )
            )
            rows.append(row(code, *inputs, least=0.9))
        return pen.table(LAW_WIDTHS, rows)
