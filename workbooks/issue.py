"""Issue workbooks: composed once per language and set of items, then filled in per stakeholder."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from babel.lists import format_list

from consultation.model import Consultation
from languages import day_and_time, say
from problems import Problem
from problems.returns import CellTextTooLong
from questionnaires.model import Item, Questionnaire
from responses.model import Answer
from stakeholders.model import Stakeholder
from workbooks.compose import Composed, Composer
from workbooks.identity import bare
from workbooks.layout import TEXT_LIMIT, question, words
from workbooks.look import height
from workbooks.plan import Plan, plan
from workbooks.prefill import prefill
from workbooks.sheet_start import LABEL_WIDTH, TALL, TEXT_WIDTH, fill_text

ROOM: Final = 1000
"""So much of a question's cell is left for what a remark joins to: its condition and its mark."""

KEPT: Final = 64
"""Composed workbooks kept: stakeholders with the same language and items share one."""


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
        self._composers: dict[str, Composer] = {}
        self._composed: dict[tuple[str, tuple[str, ...]], Composed] = {}

    def language(self, stakeholder: Stakeholder) -> str:
        """Return the first of a stakeholder's languages that the consultation speaks, else its own first."""
        offered = self._consultation.languages
        return next((tag for tag in stakeholder.languages if tag in offered), self._consultation.language)

    def workbook(
        self,
        stakeholder: Stakeholder,
        items: Sequence[str],
        token: str,
        *,
        answers: Sequence[Answer] = (),
        remarks: Mapping[str, str] | None = None,
        cells: Collection[tuple[str, str]] = (),
        withheld: int = 0,
        deadline: datetime | None = None,
    ) -> bytes:
        """Return the workbook that asks a stakeholder for `items`; equal arguments give equal bytes.

        `answers` stand in it already, and each of `remarks` (item → sentence) beneath its question; those on
        items that are not asked are left out. `cells`: which of them the remarks are about, by row code and
        column, where it is not the answer. `withheld`: how many answers are kept and, to protect whoever gave
        them, not in place. `deadline`: the body's own, instead of the consultation's.
        Raises CannotIssue for words that no cell can hold, KeyError for an item that no questionnaire has.
        """
        language = self.language(stakeholder)
        if answers or remarks:
            composed = self._filled(language, tuple(items), answers, remarks or {}, cells, withheld)
        else:
            composed = self._for(language, tuple(items))
        values = self._values(stakeholder, composed.plan, token, language, deadline) | composed.values
        values |= {f"tall{name}": _tall(name, values[name]) for name in TALL if name in values}
        for text in values.values():
            _held(text)
        return composed.stencil.fill(values)

    def words(
        self, stakeholder: Stakeholder, items: Sequence[str], token: str, deadline: datetime | None = None
    ) -> tuple[Plan, dict[str, str]]:
        """Return the rows that ask a stakeholder for `items`, and the words before them, as in its workbook.

        Raises KeyError for an item that no questionnaire has.
        """
        rows = plan(self._questionnaires, items)
        return rows, self._values(stakeholder, rows, token, self.language(stakeholder), deadline)

    def _filled(  # noqa: PLR0917
        self,
        language: str,
        items: tuple[str, ...],
        answers: Sequence[Answer],
        remarks: Mapping[str, str],
        cells: Collection[tuple[str, str]],
        withheld: int,
    ) -> Composed:
        """Compose a workbook with answers in place, which is nobody else's and not kept."""
        empty = self._for(language, items)
        asked = empty.plan.items
        filled = prefill(asked, answers, remarks, language, cells)
        filled.withheld = withheld
        if not filled.answers and not filled.remarks:
            return empty
        for text in filled.texts():
            _held(text)
        for name, remark in filled.remarks.items():
            _held(f"{question(asked[name], language, asked, '').plain}\n{remark}", room=ROOM)
        return self._composers[language].compose(items, filled)

    def _local(self, at: datetime) -> datetime:
        zone = self._consultation.deadline_at.tzinfo
        return at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone)

    def _for(self, language: str, items: tuple[str, ...]) -> Composed:
        key = language, items
        if key not in self._composed:
            if len(self._composed) >= KEPT:
                self._composed.pop(next(iter(self._composed)))
            if language not in self._composers:
                self._composers[language] = Composer(self._questionnaires, language)
            self._composed[key] = self._composers[language].compose(items)
        return self._composed[key]

    def _values(
        self,
        stakeholder: Stakeholder,
        rows: Plan,
        token: str,
        language: str,
        deadline: datetime | None,
    ) -> dict[str, str]:
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
        return {
            "title": _worded(language, "start-title", shared),
            "subject": format_list(parts, locale=language),
            "who": _worded(language, "start-who", shared),
            "purpose": _worded(language, "start-purpose", shared),
            "seen": say(language, "workbook", f"start-seen-{stakeholder.attribution}", kind=kind),
            "fill": fill_text(language, person.email),
            **(self._form_values(stakeholder, asked, shared, language) if rows.is_form else {}),
            "deadline": day_and_time(language, self._local(deadline) if deadline else settings.deadline_at),
            "ask": " · ".join(filter(None, (person.name, person.office, person.email, person.telephone))),
            "instruments": shared["instruments"],
            "code": token,
            "token": bare(token),
            "office": person.office,
            "email": person.email,
        }

    def _form_values(
        self,
        stakeholder: Stakeholder,
        forms: Iterable[Questionnaire],
        shared: Mapping[str, object],
        language: str,
    ) -> dict[str, str]:
        """Word what a form says otherwise; its own words on its purpose and its readers go before ours."""
        purposes = dict.fromkeys(words(form.purpose, language) for form in forms if form.purpose)
        readers = dict.fromkeys(words(form.seen, language) for form in forms if form.seen)
        kind = say(language, "stakeholders", stakeholder.kind)
        ours = say(language, "workbook", f"start-form-seen-{stakeholder.attribution}", kind=kind)
        return {
            "title": str(shared["instruments"]),
            "who": _worded(language, "start-form-who", shared),
            "purpose": "\n".join(purposes) or _worded(language, "start-form-purpose", shared),
            "seen": "\n".join(readers) or ours,
            "fill": fill_text(language, self._consultation.focal_point.email, form=True),
        }


def fits_cells(answer: Answer, items: Mapping[str, Item], language: str) -> bool:
    """Say whether each cell of an answer can hold what is entered there."""
    try:
        for text in prefill({answer.item: items[answer.item]}, [answer], {}, language).texts():
            _held(text)
    except CannotIssue:
        return False
    return True


def _held(text: str, room: int = 0) -> None:
    """Refuse a text that no cell can hold, with some room for what is joined to it."""
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 + room > TEXT_LIMIT:
        raise CannotIssue(CellTextTooLong(length=len(text), limit=TEXT_LIMIT, start=text[:60]))


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
    if name == "counting":
        return f"{height(text, TEXT_WIDTH, 9) + 12}"
    return f"{height(text, TEXT_WIDTH, 11) + 8}"
