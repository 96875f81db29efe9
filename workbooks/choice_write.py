"""A choice sheet written: a cover that says what is decided, and one row for each subject."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from types import MappingProxyType
from typing import Final

from xlsxwriter import Workbook

from languages import day, direction
from workbooks.choice_cover import write_cover
from workbooks.choice_layout import (
    CODE_NAME,
    LOOK,
    SUBJECT,
    Choice,
    ChoiceSheet,
    Subject,
    ranking,
    word,
)
from workbooks.choice_table import Table
from workbooks.decision_layout import visible
from workbooks.decision_look import Formats
from workbooks.decision_sheets import Book, write_annex, write_lists
from workbooks.formulas import quoted
from workbooks.layout import words

NOTHING: Final[Mapping[str, Choice]] = MappingProxyType({})


def choice_workbook(
    sheet: ChoiceSheet,
    subjects: Iterable[Subject],
    *,
    language: str,
    state: str,
    office: str,
    code: str,
    at: datetime,
    earlier: Mapping[str, Choice] = NOTHING,
) -> bytes:
    """Write the sheet on which each subject is given an outcome, as xlsx; same arguments, same bytes.

    Subjects stand by rank. `code` binds the file to this sheet and round; `office` is whom it goes back to.
    `earlier`, by subject, stands in the cells already, to be kept or changed. Raises ValueError for a subject
    whose cells do not match the columns.
    """
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    title = visible(words(sheet.title, language))
    about = {"title": f"{title} · {visible(state)}"[:255], "keywords": visible(code)[:255]}
    book.set_properties({**about, "created": at.astimezone(UTC).replace(tzinfo=None)})
    book.define_name(CODE_NAME, f"={quoted(visible(code))}")
    rtl = direction(language) == "rtl"
    making = Book(
        book=book,
        formats=Formats(book, rtl=rtl, styles=LOOK),
        language=language,
        rtl=rtl,
        subject=SUBJECT,
        footer=word(language, "footer", title=title[:80], code=visible(code)),
    )
    cover, page = making.sheet("sheet-cover"), making.sheet("sheet-choices")
    table = Table(making, sheet, ranking(subjects), code, earlier)
    table.write(page)
    write_cover(cover, table, state=state, office=office, made=day(language, at.date()))
    write_annex(making)
    write_lists(making)
    book.close()
    return buffer.getvalue()
