"""Issue workbooks: rendered once per language and set of items, then filled in per stakeholder."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape
from zipfile import ZipFile

from babel.lists import format_list
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from consultation.model import Consultation
from languages import day_and_time, direction, say
from problems import Problem
from problems.returns import CellTextTooLong
from questionnaires.model import Questionnaire
from stakeholders.model import Stakeholder
from workbooks.formulas import LETTER
from workbooks.identity import bare
from workbooks.layout import CODE_NAME, TEXT_LIMIT, SheetId, sheet_name, words
from workbooks.look import Formats, height
from workbooks.plan import HEADER_ROW, Plan, plan
from workbooks.sheet_lists import write_laws, write_lists, write_tables
from workbooks.sheet_questions import Page, write_questions
from workbooks.sheet_start import LABEL_WIDTH, TALL, TEXT_WIDTH, fill_text, write_start
from workbooks.stencil import Stencil, hole

CREATED: Final = datetime(2020, 1, 1)  # noqa: DTZ001  # fixed: equal content gives equal bytes
CACHED: Final = 64
"""Stencils kept: stakeholders with the same language and items share one."""


class CannotIssue(ValueError):  # noqa: N818  # says what it is
    """A workbook cannot be issued as asked; `problem` says why, for a person."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message())
        self.problem = problem


class Issuer:
    """Issues the workbooks of one consultation."""

    def __init__(self, consultation: Consultation, questionnaires: Sequence[Questionnaire]) -> None:
        self._consultation = consultation
        self._questionnaires = tuple(questionnaires)
        self._stencils: dict[tuple[str, tuple[str, ...]], tuple[Stencil, Plan]] = {}

    def language(self, stakeholder: Stakeholder) -> str:
        """Return the first of a stakeholder's languages that the consultation speaks, else its own first."""
        offered = self._consultation.languages
        return next((tag for tag in stakeholder.languages if tag in offered), self._consultation.language)

    def workbook(self, stakeholder: Stakeholder, items: Sequence[str], token: str) -> bytes:
        """Return the workbook that asks a stakeholder for `items`; equal arguments give equal bytes.

        Raises CannotIssue for words that no cell can hold, KeyError for an item that no questionnaire has.
        """
        language = self.language(stakeholder)
        stencil, rows = self._stencil(language, tuple(items))
        values = self._values(stakeholder, rows, token, language)
        for text in values.values():
            if len(text.encode("utf-16-le", "surrogatepass")) // 2 > TEXT_LIMIT:
                raise CannotIssue(CellTextTooLong(length=len(text), limit=TEXT_LIMIT, start=text[:60]))
        return stencil.fill(values)

    def _stencil(self, language: str, items: tuple[str, ...]) -> tuple[Stencil, Plan]:
        key = language, items
        if key not in self._stencils:
            if len(self._stencils) >= CACHED:
                self._stencils.pop(next(iter(self._stencils)))
            rows = plan(self._questionnaires, items)
            self._stencils[key] = Stencil(render(rows, language)), rows
        return self._stencils[key]

    def _values(self, stakeholder: Stakeholder, rows: Plan, token: str, language: str) -> dict[str, str]:
        """Word everything that depends on the consultation or the stakeholder."""
        settings, person = self._consultation, self._consultation.focal_point
        asked = {line.questionnaire.id: line.questionnaire for line in rows.lines}.values()
        titles = list(dict.fromkeys(words(q.title, language) for q in asked))
        parts = list(dict.fromkeys(words(q.cluster_title, language) for q in asked))
        shared: dict[str, Any] = {
            "state": settings.state_name(language),
            "office": person.office,
            "name": stakeholder.name,
            "count": len(rows.items),
            "texts": len(titles),
            "instruments": format_list(titles, locale=language),
        }
        kind = say(language, "stakeholders", stakeholder.kind)
        values = {
            "title": _worded(language, "start-title", shared),
            "subject": format_list(parts, locale=language),
            "who": _worded(language, "start-who", shared),
            "purpose": _worded(language, "start-purpose", shared),
            "seen": say(language, "workbook", f"start-seen-{stakeholder.attribution}", kind=kind),
            "deadline": day_and_time(language, settings.deadline_at),
            "ask": " · ".join(filter(None, (person.name, person.office, person.email, person.telephone))),
            "fill": fill_text(language, person.email),
            "instruments": shared["instruments"],
            "code": token,
            "token": bare(token),
            "office": person.office,
        }
        return values | {f"tall{name}": _tall(name, values[name]) for name in TALL}


def _worded(language: str, message: str, parameters: Mapping[str, object]) -> str:
    """Word a message with texts of any length in it: Fluent itself refuses those over 1,000 characters."""
    marks = {
        name: f"\ue000{name}\ue001" if isinstance(text, str) else text for name, text in parameters.items()
    }
    sentence = say(language, "workbook", message, **marks)
    return re.sub("\ue000(.+?)\ue001", lambda hit: str(parameters[hit[1]]), sentence)


def _tall(name: str, text: str) -> str:
    """Return the height of a row of the first sheet; those of the heading reach over both columns."""
    size = {"title": 18.0, "subject": 12.0, "who": 12.0}.get(name)
    if size:
        return f"{height(text, TEXT_WIDTH + LABEL_WIDTH, size) + 4}"
    return f"{height(text, TEXT_WIDTH, 11) + 8}"


def render(rows: Plan, language: str) -> dict[str, str]:
    """Render the parts of a workbook, with holes for what depends on the consultation or the stakeholder."""
    memory = BytesIO()
    book = Workbook(memory, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    rtl = direction(language) == "rtl"
    formats = Formats(book, rtl=rtl)
    wanted = [sheet for sheet in SheetId if sheet is not SheetId.TABLES or rows.blocks]
    sheets = {sheet: book.add_worksheet(sheet_name(language, sheet)) for sheet in wanted}
    lists = write_lists(sheets[SheetId.LISTS], formats, rows, language)
    page = Page(book, sheets[SheetId.QUESTIONS], formats, rows, language, lists)
    write_questions(page)
    if rows.blocks:
        write_tables(sheets[SheetId.TABLES], formats, rows, language)
    write_laws(sheets[SheetId.LAWS], formats, language)
    write_start(sheets[SheetId.START], formats, rows, language)
    for name, sheet in sheets.items():
        _dress(sheet, name, language, rtl=rtl)
    sheets[SheetId.LISTS].hide()
    book.define_name(CODE_NAME, f'="{hole("code")}"')
    about = {"title": hole("title"), "author": hole("office"), "keywords": hole("code"), "created": CREATED}
    book.set_properties(about)
    book.close()
    return _parts(memory.getvalue(), page.counts)


def _dress(sheet: Worksheet, name: SheetId, language: str, *, rtl: bool) -> None:
    """Set up protection, print and direction of a sheet."""
    allowed = {"format_rows": True, "format_columns": True, "format_cells": True}
    sheet.protect("", allowed)
    if rtl:
        sheet.right_to_left()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    page = say(language, "workbook", "footer")
    sheet.set_footer(f"&L&8 {hole('code')}&R&8 {page}")
    if name is not SheetId.START:
        sheet.set_landscape()
    if name in (SheetId.QUESTIONS, SheetId.LAWS):
        sheet.freeze_panes(HEADER_ROW + 1, 0)
        sheet.repeat_rows(HEADER_ROW)


def _parts(rendered: bytes, counts: Mapping[int, tuple[str, str]]) -> dict[str, str]:
    """Take a rendered workbook apart, and put in what XlsxWriter cannot write, or writes slowly.

    Holes for heights and for the identifier among the properties; the formulas of the hidden counts.
    """
    with ZipFile(BytesIO(rendered)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    start = parts["xl/worksheets/sheet1.xml"]
    for row, tall in TALL.items():
        start = start.replace(f'ht="{tall:g}"', f'ht="{hole("tall" + row)}"')
    identifier = f"<dc:identifier>{hole('code')}</dc:identifier></cp:coreProperties>"
    core = parts["docProps/core.xml"].replace("</cp:coreProperties>", identifier)
    questions = _with_counts(parts["xl/worksheets/sheet2.xml"], counts)
    return parts | {
        "xl/worksheets/sheet1.xml": start,
        "xl/worksheets/sheet2.xml": questions,
        "docProps/core.xml": core,
    }


def _with_counts(sheet: str, counts: Mapping[int, tuple[str, str]]) -> str:
    """Put the formulas of the hidden counts into their cells, each before the token's cell of its row."""
    letter, after = LETTER["count"], LETTER["token"]

    def cell(hit: re.Match[str]) -> str:
        formula, shown = counts[int(hit[1])]
        kind = "" if shown.isdigit() else ' t="str"'
        return f'<c r="{letter}{hit[1]}"{kind}><f>{escape(formula)}</f><v>{shown}</v></c>{hit[0]}'

    return re.sub(rf'<c r="{after}(\d+)"', cell, sheet)
