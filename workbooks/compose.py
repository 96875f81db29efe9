"""Compose the workbook for a set of items: a rendered frame, and the rows of these items written into it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from questionnaires.model import Questionnaire
from workbooks import frame
from workbooks.dropdowns import dropdowns
from workbooks.formulas import LETTER, sheet_reference
from workbooks.frame import BOOK, STRINGS, Frame
from workbooks.layout import SheetId
from workbooks.pen import Pen, Strings
from workbooks.plan import Plan, plan
from workbooks.prefill import Prefill
from workbooks.sheet_laws import enter_laws
from workbooks.sheet_lists import lists, write_lists
from workbooks.sheet_questions import LAST_ROW, Page, write_questions
from workbooks.sheet_start import counts, look, notes, notice
from workbooks.sheet_tables import write_tables
from workbooks.stencil import Part, Stencil, begin
from workbooks.wordings import Wordings


@dataclass(frozen=True, slots=True)
class Composed:
    """A workbook for a set of items, with holes for what depends on the consultation or the stakeholder."""

    plan: Plan
    stencil: Stencil
    values: dict[str, str]  # for the holes that the items fill


class Composer:
    """Composes workbooks in one language."""

    def __init__(self, questionnaires: Sequence[Questionnaire], language: str) -> None:
        self._questionnaires = questionnaires
        self._language = language
        self._wordings = Wordings(language)
        self._lists = lists(questionnaires, language)
        self._frames: dict[tuple[tuple[str, ...], int, bool, bool, bool], Frame] = {}

    def compose(self, items: Sequence[str], prefill: Prefill | None = None) -> Composed:
        """Compose the workbook for `items`, with what is in place already.

        Raises KeyError for an item that no questionnaire has.
        """
        rows = plan(self._questionnaires, items, prefill.rows if prefill else None)
        remarked = prefill is not None and bool(prefill.remarks)
        key = tuple(notes(rows)), rows.columns, rows.is_form, prefill is not None, remarked
        if key not in self._frames:
            said, columns, form, marked, remarked = key
            self._frames[key] = frame.render(
                self._language, said, columns, form=form, marked=marked, remarked=remarked
            )
        parts = self._parts(self._frames[key], rows, prefill)
        values = counts(rows, self._language, prefill)
        if prefill is not None:
            told = notice(prefill, rows.items, self._language)
            values |= {"notice": told, "look": look(prefill, self._language)}
        return Composed(rows, Stencil(parts), values)

    def _parts(self, frame: Frame, rows: Plan, prefill: Prefill | None) -> list[Part]:
        """Return the parts of the file in their order: the frame, with the rows written into it."""
        language, strings = self._language, Strings(frame.strings, frame.used)
        pens = {name: Pen(frame.palette, frame.fonts, strings) for name in SheetId}
        ranges = write_lists(pens[SheetId.LISTS], self._lists, rows, language)
        page = Page(pens[SheetId.QUESTIONS], rows, language, self._wordings, ranges, prefill)
        write_questions(page)
        write_tables(pens[SheetId.TABLES], rows, language, prefill.cells if prefill else {})
        rules = {SheetId.QUESTIONS: dropdowns(page.offers, LETTER["answer"], language)}
        written = {
            name: _sheet(frame.parts[name], pens[sheet], rules.get(sheet, ""))
            for sheet, name in frame.sheets.items()
            if name not in frame.fixed
        }
        if prefill and prefill.laws:
            laws = frame.sheets[SheetId.LAWS]
            written[laws] = enter_laws(frame.parts[laws], prefill.laws, strings)
        names = _names(page.names, language)
        written[BOOK] = frame.parts[BOOK].replace("</definedNames>", f"{names}</definedNames>")
        written[STRINGS] = strings.part()
        return [begin(name, written[name]) if name in written else frame.fixed[name] for name in frame.parts]


def _sheet(part: str, pen: Pen, dropdowns: str) -> str:
    """Write rows into a sheet, and behind them what the format wants there, in its order."""
    rows, merged, column, row = pen.finish()
    part = re.sub(r'(<dimension ref="A1)[^"]*', rf"\g<1>:{column}{row}", part, count=1)
    head, data, rest = part.partition("</sheetData>")
    protection, mark, tail = re.split("(<conditionalFormatting|<pageMargins)", rest, maxsplit=1)
    rest = f"{protection}{merged}{mark}{tail}".replace(str(LAST_ROW), row)
    rest = rest.replace("<pageMargins", f"{dropdowns}<pageMargins", 1)
    return f"{head}{rows}{data}{rest}"


def _names(names: Sequence[tuple[str, int]], language: str) -> str:
    """Define the names of the answer cells."""
    column = f"{sheet_reference(language, SheetId.QUESTIONS)}${LETTER['answer']}$"
    return "".join(f'<definedName name="{name}">{column}{row + 1}</definedName>' for name, row in names)
