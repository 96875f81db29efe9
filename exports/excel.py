"""The submission as an Excel workbook: the same content to filter, count and chart."""

import io

import xlsxwriter

from exports.collector import still
from exports.excel_book import Book
from exports.excel_matrix import matrix
from exports.excel_sheets import (
    answers,
    bodies,
    citations,
    coverage,
    divergences,
    needs,
    statements,
    withheld,
)
from exports.excel_summary import summary
from exports.submission import Submission
from exports.texts import label
from responses.wording import separator

PROPERTY = 255
"""Letters that a document property may have."""


@still()
def render_excel(submission: Submission) -> bytes:
    """Return the submission as .xlsx; the same submission gives the same bytes."""
    made = io.BytesIO()
    # Every text is written as a text: never a formula, never a link, never a number.
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    with xlsxwriter.Workbook(made, options) as workbook:
        _properties(workbook, submission)
        book = Book(workbook, submission)
        sheets = [summary, answers, statements, matrix, divergences, citations, needs, coverage, bodies]
        if submission.edition == "internal":
            sheets.append(withheld)
        for sheet in sheets:
            sheet(book)
        book.long_texts()
    return made.getvalue()


def _properties(workbook: xlsxwriter.Workbook, submission: Submission) -> None:
    named = (f"{chapter.instrument}, {chapter.cluster}" for chapter in submission.chapters)
    subject = separator(submission.language).join(named)
    workbook.set_properties(
        {
            "title": f"{submission.state}: {label(submission.language, 'replies')}"[:PROPERTY],
            "subject": subject[:PROPERTY],
            "author": submission.focal_point.office[:PROPERTY],
            "created": submission.at.replace(tzinfo=None, microsecond=0),
        }
    )
