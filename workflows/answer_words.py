"""What a letter says of a return: what was read, question by question, and what needs another look."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_uppercase
from typing import Any

from languages import say
from problems import Place, Problem, Severity
from problems.identity import CopyWithoutToken
from problems.intake import FarCellsLeftOut, NotesNotRead, Refusal
from problems.returns import (
    ColumnsNotFound,
    ConflictingCopies,
    ExtraSheet,
    TextBeyondTable,
    UnknownRowCode,
    UnknownTick,
)
from problems.stages import NothingFilledIn
from problems.structure import (
    HiddenText,
    PinnedNotes,
    TextBesideQuestion,
    TextBoxes,
    TextOnCover,
    TextOutsideTables,
    TextsBeyondTable,
)
from questionnaires.model import AnswerType, Item, of_form
from responses.model import Answer
from responses.quoting import one_line, quoted, shortened
from responses.wording import absence_text, citation_text, labelled, separator, value_text, words
from workbooks.layout import QUESTION_COLUMNS, header, option_code
from workbooks.printed import FORM_COLUMNS
from workflows.arriving import WITHIN

WORDS = "answering"
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

OUTSIDE = (
    FarCellsLeftOut,
    HiddenText,
    NotesNotRead,
    PinnedNotes,
    TextBesideQuestion,
    TextBeyondTable,
    TextBoxes,
    TextOnCover,
    TextOutsideTables,
    TextsBeyondTable,
    UnknownRowCode,
)
"""What stands outside the cells to fill in, and is not read."""

NAMED = 5
"""So many open questions are named one by one."""

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


def questions_named(items: Sequence[Item], language: str) -> list[str]:
    """Name questions that are few, as `untoc.9.2 · Is it an offence?`; many are only counted."""
    named = [f"{item.id} · {short_question(words(item.text, language))}" for item in items]
    return named if len(named) <= NAMED else []


def answers_told(
    answers: Sequence[Answer], beneath: Mapping[str, Sequence[str]], items: Mapping[str, Item], language: str
) -> list[dict[str, Any]]:
    """Return each answer in lines, with the remarks that stand `beneath` it alone."""
    return [
        {
            "id": answer.item,
            "question": short_question(words(items[answer.item].text, language)),
            "lines": list(answer_lines(items[answer.item], answer, language)),
            "remarks": list(beneath.get(answer.item, ())),
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


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is said of a return besides what could not be read, each sentence once, with all its places."""

    todo: list[str]  # what the sender is asked to do
    noted: list[str]  # what it should know
    beneath: dict[str, list[str]]  # what stands beneath one question and concerns no other, by item


def remarks_told(problems: Iterable[Problem], shown: Iterable[str], language: str) -> Remarks:
    """Sort remarks: what needs doing first; what concerns one of the questions `shown` alone stands there."""
    alike: dict[str, list[Problem]] = defaultdict(list)
    for each in problems:
        alike[sentence(each, language)].append(each)
    todo, noted, beneath, own = [], [], defaultdict(list), frozenset(shown)
    for said, many in alike.items():
        items = {each.item for each in many}
        if to_look_at(many):
            todo.append(_placed(many, said, language))
        elif len(items) == 1 and items <= own:
            beneath[many[0].item].append(said)
        else:
            noted.append(_placed(many, said, language))
    return Remarks(_at_most(todo, language), _at_most(noted, language), dict(beneath))


def _at_most(lines: list[str], language: str) -> list[str]:
    more = [say(language, WORDS, "more-remarks", count=len(lines) - FEW)] if lines[FEW:] else []
    return lines[:FEW] + more


def unread_told(problems: Iterable[Problem], language: str) -> str:
    """Say how much stands where nothing is read, and nothing of what it says; empty where there is none."""
    found: Counter[str] = Counter()
    for each in problems:
        if isinstance(each, (ExtraSheet, ColumnsNotFound)):
            found["unread-sheets"] += 1
        elif isinstance(each, OUTSIDE):
            found["unread-texts"] += getattr(each, "count", 1)
    return " ".join(say(language, WORDS, name, count=found[name]) for name in sorted(found, reverse=True))


def hidden_remarks(problems: Iterable[Problem], language: str) -> dict[str, str]:
    """Return what kind of mistake stands at each question, and nothing of what was written there."""
    return {
        item: " ".join(
            dict.fromkeys(say(language, WORDS, "look-again-hidden", kind=each.code) for each in many)
        )
        for item, many in by_item(problems).items()
    }


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
    for many in _together(problems, language):
        ids = dict.fromkeys(each.item for each in many if each.item)
        item = items.get(many[0].item) if len(ids) == 1 else None
        found.append(
            {
                "where": ", ".join(dict.fromkeys(filter(None, (cell_name(each, language) for each in many)))),
                "id": ", ".join(ids),
                "question": short_question(words(item.text, language)) if item else "",
                "remark": sentence(many[0], language),
            }
        )
    return found


def _together(problems: Iterable[Problem], language: str) -> Iterable[list[Problem]]:
    """Return problems one by one, but together those of a whole block of which the same is true."""
    found: dict[object, list[Problem]] = defaultdict(list)
    for number, each in enumerate(problems):
        block = (each.place.sheet, sentence(each, language)) if isinstance(each, CopyWithoutToken) else number
        found[block].append(each)
    return found.values()


def remarks_in_workbook(problems: Iterable[Problem], language: str) -> dict[str, str]:
    """Return the remark that stands beneath each question, with the cell of the file that was sent.

    Where two rows of one question say different things, neither is in place, and the remark says so.
    """
    found: dict[str, list[Problem]] = by_item(problems)
    remarks = {}
    for item, many in found.items():
        said = list(dict.fromkeys(with_cell(each.place, sentence(each, language), language) for each in many))
        if any(isinstance(each, ConflictingCopies) for each in many):
            said.append(say(language, WORDS, "copy-the-rest"))
        remarks[item] = shortened(" ".join(said), REMARK)
    return remarks


def with_cell(place: Place, said: str, language: str) -> str:
    """Say of what is said where it stands in the file that came."""
    if words := place.in_document(language):
        return say(language, WORDS, "in-your-document", place=words) + said
    return say(language, WORDS, "in-your-file", cell=place.cell) + said if place.cell else said


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
    printed = problem.place.of_document and of_form(item.instrument)
    columns = FORM_COLUMNS if printed else QUESTION_COLUMNS
    column = dict(zip(ascii_uppercase, columns, strict=False)).get(letter, "")
    return (item.id, column) if column in FILLED else None


def wrong(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what could not be read."""
    return tuple(each for each in problems if each.severity >= Severity.ERROR)


def to_look_at(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what the sender is asked to do something about: what could not be read, and what is doubtful."""
    return tuple(each for each in problems if each.severity >= Severity.WARNING)


def by_item(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for each in problems:
        if each.item:
            found[each.item].append(each)
    return found


def sentence(problem: Problem, language: str) -> str:
    """Say what is wrong and what to do, on one line."""
    return quoted(problem.message(language), SENTENCE)


def cell_name(problem: Problem, language: str) -> str:
    """Name a cell as its sender sees it; only the sheet, or nothing, where it concerns more than one."""
    place = problem.place
    return place.in_document(language) or "!".join(filter(None, (quoted(place.sheet, NAME), place.cell)))


def _placed(problems: Sequence[Problem], said: str, language: str) -> str:
    """Put before a sentence all the places that it is true of: the questions; of one, with its cell."""
    if len(problems) == 1:
        where = " · ".join(filter(None, (problems[0].item, cell_name(problems[0], language))))
    else:
        places = (each.item or cell_name(each, language) for each in problems)
        where = ", ".join(dict.fromkeys(filter(None, places)))
    return labelled(where, said, language) if where else said


def _whole_or_measured(text: str, language: str) -> str:
    line = one_line(text)
    if len(line) <= SHOWN:
        return line
    return f"{shortened(line, SHOWN)} {say(language, WORDS, 'in-all', count=len(text))}"
