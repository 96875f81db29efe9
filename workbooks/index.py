"""What may stand in a returned workbook: row codes, headers, names and wordings, ready to be looked up."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache
from typing import Final

from languages.messages import spoken
from questionnaires.model import SCALE, AnswerType, Item, Option, Questionnaire, of_form
from responses.model import Absence
from workbooks.contents import Value as CellValue
from workbooks.layout import (
    LAW_COLUMNS,
    QUESTION_COLUMNS,
    TICK,
    answer_name,
    header,
    label,
    option_code,
)
from workbooks.values import folded

_LAW_CODE: Final = re.compile(r"^l(\d{1,3})$")
_TABLE_CODE: Final = re.compile(r"^(.+)#(\d{0,4})$")
_LIKE_A_CODE: Final = re.compile(r"^(?:untoc|tip|som|fp)\.\d+\.[a-z0-9.:#-]+$")


_PLAIN: Final = 20
"""So many letters of a question are no accident within other words."""


class Index:
    """The codes, names and wordings of some questionnaires."""

    def __init__(self, asked: Iterable[Questionnaire]) -> None:
        self.questionnaires = questionnaires = tuple(asked)
        self.items: dict[str, Item] = {item.id: item for q in questionnaires for item in q.items}
        self.options: dict[str, tuple[Item, Option]] = {
            option_code(item, option): (item, option)
            for item in self.items.values()
            if item.type is AnswerType.CHOICES
            for option in item.options
        }
        self.order = {name: place for place, name in enumerate(self.items)}
        self.section = {
            item.id: f"{q.id} {place}"
            for q in questionnaires
            for place, section in enumerate(q.sections)
            for item in section.items
        }
        self.several = frozenset(item.id for item in self.items.values() if item.type is AnswerType.CHOICES)
        self.tables = frozenset(item.id for item in self.items.values() if item.type is AnswerType.ROWS)

    def code(self, text: str) -> str:
        """Return the row code that a text is, in our spelling; empty where it is none."""
        plain = text.strip().casefold()
        if plain in self.items or plain in self.options:
            return plain
        if "#" in plain:
            hit = _TABLE_CODE.match(plain)
            known = hit is not None and hit[1] in self.tables
            return f"{hit[1]}#{int(hit[2]) if hit[2] else ''}" if hit and known else ""
        hit = _LAW_CODE.match(plain) if plain.startswith("l") else None
        return f"L{int(hit[1])}" if hit else ""

    def like_a_code(self, text: str) -> bool:
        """Tell whether a text looks like the code of a question, known or not."""
        plain = text.strip().casefold()
        return _LIKE_A_CODE.match(plain) is not None or plain.startswith(self._forms)

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        return tuple({f"{item.instrument}." for item in self.items.values() if of_form(item.instrument)})

    def item_of(self, code: str) -> str:
        """Return the item that a code of a question, an option or a table row belongs to."""
        return code.partition("#")[0].partition(":")[0]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The codes by the defined name of their answer cell, without its token."""
        return {answer_name(code, "").casefold(): code for code in (*self.items, *self.options)}

    def worded(self, text: CellValue) -> frozenset[str]:
        """Return the questions that a question's cell may be, whatever stands around their words."""
        return self._worded(text) if isinstance(text, str) else frozenset()

    def meant(self, text: CellValue) -> frozenset[str]:
        """Return the codes of the questions and options that a cell of words may be."""
        return self._meant(text) if isinstance(text, str) else frozenset()

    @lru_cache(maxsize=4096)  # noqa: B019  # an index lives as long as its process
    def _meant(self, text: str) -> frozenset[str]:
        words = folded(text)
        return self._worded(text) | self._option_wordings.get(words, frozenset()) or self._within(words)

    def _within(self, words: str) -> frozenset[str]:
        """Return the questions whose wording stands in a text that has lost its line breaks, or has more."""
        held = [said for said in self._wordings if len(said) >= _PLAIN and said in words]
        return self._wordings[max(held, key=len)] if held else frozenset()

    @lru_cache(maxsize=4096)  # noqa: B019  # an index lives as long as its process
    def _worded(self, text: str) -> frozenset[str]:
        lines = {folded(line.partition(" [")[0]) for line in text.split("\n")} | {folded(text)}
        return frozenset[str]().union(*(self._wordings.get(line, frozenset()) for line in lines))

    @cached_property
    def _wordings(self) -> Mapping[str, frozenset[str]]:
        """The items by their folded wording in any language; several items may share one."""
        found: dict[str, set[str]] = defaultdict(set)
        for item in self.items.values():
            for text in item.text.values():
                found[folded(text)].add(item.id)
        return {wording: frozenset(ids) for wording, ids in found.items()}

    @cached_property
    def _option_wordings(self) -> Mapping[str, frozenset[str]]:
        """The codes of options by their folded labels; several questions may offer the same one."""
        found: dict[str, set[str]] = defaultdict(set)
        for code in self.options:
            for wording in self.wordings(code):
                found[wording].add(code)
        return {wording: frozenset(codes) for wording, codes in found.items()}

    def wordings(self, code: str) -> tuple[str, ...]:
        """Return the folded words of a question or an option, in every language it has."""
        if code in self.said:
            return self.said[code]
        return tuple(map(folded, self.options[code][1].label.values())) if code in self.options else ()

    @lru_cache(maxsize=1024)  # noqa: B019  # an index lives as long as its process
    def options_of(self, code: str) -> Mapping[str, str]:
        """Return the codes of a question's options by their folded words, in every language."""
        item = self.items[code]
        words = ((option_code(item, option), option.label.values()) for option in item.options)
        return {folded(text): code for code, texts in words for text in texts}

    def heads(self, text: str) -> frozenset[tuple[str, str]]:
        """Return the columns of our tables, with the table, that a text heads."""
        return self._heads.get(folded(text), frozenset()) if len(text) <= self._longest else frozenset()

    @cached_property
    def _heads(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for item in self.items.values():
            for column in item.columns:
                for text in column.label.values():
                    found[folded(text)].add((item.id, column.id))
        return {head: frozenset(columns) for head, columns in found.items()}

    @cached_property
    def _longest(self) -> int:
        """The length of the longest head of a column, with some room for blanks."""
        return 2 * max(map(len, self._heads), default=0)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where the row of each question and option stands among all others."""
        codes = (
            code
            for item in self.items.values()
            for code in (item.id, *(option_code(item, option) for option in item.options))
        )
        return {code: place for place, code in enumerate(codes)}

    @cached_property
    def said(self) -> Mapping[str, tuple[str, ...]]:
        """The folded wordings of each item, in every language it has."""
        return {item.id: tuple(map(folded, item.text.values())) for item in self.items.values()}

    @cached_property
    def answers(self) -> frozenset[str]:
        """The folded labels of the answers on our scale, and of the absences, in every language."""
        return frozenset(folded(label(tag, value)) for tag in spoken() for value in (*SCALE, *Absence))

    @cached_property
    def labels(self) -> frozenset[str]:
        """The folded labels of all answers, in every language."""
        options = (option for item in self.items.values() for option in item.options)
        texts = (text for option in options for text in option.label.values())
        return frozenset({TICK, *map(folded, texts)}) | self.answers


Labels = Mapping[str, tuple[tuple[str, str], ...]]
"""Folded header text → the (language, column) pairs it may head."""


@cache
def question_headers() -> Labels:
    return _headers(QUESTION_COLUMNS, header)


@cache
def law_headers() -> Labels:
    return _headers(LAW_COLUMNS, header)


def _headers(columns: Iterable[str], says: Callable[[str, str], str]) -> Labels:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for column in columns:
        for language in spoken():
            if text := says(language, column):
                found[folded(text)].append((language, column))
    return {text: tuple(pairs) for text, pairs in found.items()}
