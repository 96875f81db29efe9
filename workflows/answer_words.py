"""What a letter says of a return: what was read, question by question, and what needs another look."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from string import ascii_uppercase
from typing import Any

from languages import say
from problems import Problem, Severity
from problems.intake import Refusal
from problems.returns import ConflictingCopies, UnknownTick
from problems.stages import NothingFilledIn
from questionnaires.model import AnswerType, Item
from responses.model import Answer
from responses.quoting import one_line, quoted, shortened
from responses.wording import absence_text, citation_text, labelled, separator, value_text, words
from workbooks.layout import QUESTION_COLUMNS, header, option_code

WORDS = "answering"
WITHIN = " ▸ "
"""What stands between a mail and a file in it."""

QUESTION = 120
"""So much of a question says which one it is."""

SHOWN = 300
"""So much of a text is repeated in a letter; how long it is in all is said."""

NAME = 80
"""So much of what a sender calls its file is repeated."""

SENTENCE = 700
"""So much of what is wrong is said in one place."""

REMARK = 950
"""So much is said beneath a question of the workbook, in one cell with it."""

FILLED = frozenset({"answer", "details", "law", "comment"})
"""The columns of a question that are filled in."""

FEW = 200
"""Remarks about a file as a whole that a letter lists at most."""


def digits(sha256: str) -> str:
    """Return the beginning of a file's digest as it is read out on the telephone."""
    return " ".join(sha256[start : start + 4] for start in range(0, 16, 4))


def file_name(shown: str) -> str:
    """Return what the sender calls a file, fit to be quoted: it may be anything at all."""
    return quoted(shown.replace("\\", "/").rpartition("/")[2].rpartition(WITHIN)[2], NAME)


@lru_cache(maxsize=8192)
def short_question(text: str) -> str:
    return quoted(text, QUESTION)


def answers_told(
    answers: Sequence[Answer], problems: Sequence[Problem], items: Mapping[str, Item], language: str
) -> list[dict[str, Any]]:
    """Return each answer in lines, with the remarks on it."""
    remarks = by_item(problems)
    return [
        {
            "id": answer.item,
            "question": short_question(words(items[answer.item].text, language)),
            "lines": list(answer_lines(items[answer.item], answer, language)),
            "remarks": [sentence(each, language) for each in remarks.get(answer.item, ())],
        }
        for answer in answers
    ]


def answer_lines(item: Item, answer: Answer, language: str) -> Iterator[str]:
    """Say what was read on one question, under the headings of the workbook's columns."""
    parts = []
    if answer.absent:
        parts.append(("answer", absence_text(answer.absent, language)))
    value = value_text(item, answer.value, language)
    parts += [("answer", row) for row in (value.split("\n") if item.type is AnswerType.ROWS else [value])]
    parts += [("details", answer.details)]
    parts += [("law", separator(language).join(map(citation_text, answer.citations)))]
    parts += [("comment", answer.comment)]
    for column, text in parts:
        if text:
            yield labelled(header(language, column), _whole_or_measured(text, language), language)


def remarks_told(problems: Iterable[Problem], told: Iterable[str], language: str) -> list[str]:
    """Return the remarks on what stands under none of the questions `told`, each with its place."""
    elsewhere = set(told)
    left = [each for each in problems if each.item not in elsewhere]
    lines = [_placed(each, language) for each in left[:FEW]]
    return lines + ([say(language, WORDS, "more-remarks", count=len(left) - FEW)] if left[FEW:] else [])


def reasons(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return why nothing could be taken from a file: what it is, else what is wrong with all of it."""
    plain = tuple(each for each in problems if isinstance(each, (Refusal, NothingFilledIn)))
    return plain or tuple(each for each in wrong(problems) if not each.item)


def reasons_told(problems: Sequence[Problem], language: str, *, hidden: bool) -> list[str]:
    """Say why; to a hidden sender, only what tells nothing of what it wrote."""
    told = [each for each in reasons(problems) if not hidden or isinstance(each, (Refusal, NothingFilledIn))]
    return list(dict.fromkeys(_reason(each, language) for each in told))


def _reason(problem: Problem, language: str) -> str:
    if isinstance(problem, NothingFilledIn):  # which speaks to the coordinator
        return say(language, WORDS, "nothing-filled-in")
    return sentence(problem, language)


def places_told(
    problems: Sequence[Problem], items: Mapping[str, Item], language: str
) -> list[dict[str, Any]]:
    """Return the places that need another look: in the sender's own file, with what to do there."""
    found: list[dict[str, Any]] = []
    for each in problems:
        item = items.get(each.item)
        found.append(
            {
                "where": cell_name(each),
                "id": each.item,
                "question": short_question(words(item.text, language)) if item else "",
                "remark": sentence(each, language),
            }
        )
    return found


def remarks_in_workbook(problems: Iterable[Problem], language: str) -> dict[str, str]:
    """Return the remark that stands beneath each question, with the cell of the file that was sent.

    Where two rows of one question say different things, neither is in place, and the remark says so.
    """
    found: dict[str, list[Problem]] = by_item(problems)
    remarks = {}
    for item, many in found.items():
        said = list(dict.fromkeys(_with_cell(each, language) for each in many))
        if any(isinstance(each, ConflictingCopies) for each in many):
            said.append(say(language, WORDS, "copy-the-rest"))
        remarks[item] = shortened(" ".join(said), REMARK)
    return remarks


def _with_cell(problem: Problem, language: str) -> str:
    cell, said = problem.place.cell, sentence(problem, language)
    return say(language, WORDS, "in-your-file", cell=cell) + said if cell else said


def cell_in_workbook(problem: Problem, items: Mapping[str, Item]) -> tuple[str, str] | None:
    """Return the row code and the column of what is wrong, as our workbook has them; None where they differ.

    The columns of the file that was sent may stand elsewhere; then the answer's own cell is marked.
    """
    item, letter = items.get(problem.item), problem.place.cell.rstrip("0123456789")
    if item is None or item.type is AnswerType.ROWS or len(letter) != 1:
        return None
    if isinstance(problem, UnknownTick):
        of_row = (option for option in item.options if problem.option in option.label.values())
        return next(((option_code(item, option), "answer") for option in of_row), None)
    column = dict(zip(ascii_uppercase, QUESTION_COLUMNS, strict=False)).get(letter, "")
    return (item.id, column) if column in FILLED else None


def wrong(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what could not be read."""
    return tuple(each for each in problems if each.severity >= Severity.ERROR)


def by_item(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for each in problems:
        if each.item:
            found[each.item].append(each)
    return found


def sentence(problem: Problem, language: str) -> str:
    """Say what is wrong and what to do, on one line."""
    return quoted(problem.message(language), SENTENCE)


def cell_name(problem: Problem) -> str:
    """Name a cell as its sender sees it; only the sheet, or nothing, where it concerns more than one."""
    place = problem.place
    return "!".join(filter(None, (quoted(place.sheet, NAME), place.cell)))


def _placed(problem: Problem, language: str) -> str:
    where = " · ".join(filter(None, (problem.item, cell_name(problem))))
    return labelled(where, sentence(problem, language), language) if where else sentence(problem, language)


def _whole_or_measured(text: str, language: str) -> str:
    line = one_line(text)
    if len(line) <= SHOWN:
        return line
    return f"{shortened(line, SHOWN)} {say(language, WORDS, 'in-all', count=len(text))}"
