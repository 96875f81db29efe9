"""The sheet of laws, and the cells that cite from it: `L1 art. 3; L2 art. 5(2)`, or free text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from problems import Place, Problem
from problems.meanings import UnclearLaws
from problems.returns import ConflictingCopies, LawNotCited, UnknownLaw
from responses.model import Citation
from workbooks.contents import text
from workbooks.found import Found, Row
from workbooks.references import cited, unclear
from workbooks.values import is_blank

PREVIEW: Final = 80
"""So much of a cell a problem shows."""

LAW_TEXTS: Final = ("law-title", "law-date", "law-language", "law-link")
"""The columns of a law that take something."""


@dataclass(slots=True)
class Laws:
    """The laws of one file by their number, and which of them its questions cite."""

    rows: Mapping[str, tuple[Row, Citation]]
    cited: set[str]

    def read(self, cell: str, place: Place, item: str) -> tuple[tuple[Citation, ...], list[Problem]]:
        """Read a law cell: the laws it refers to by number, however joined, and other texts as they are.

        A reference to a law without a title is kept as written, and reported; where it is not certain which
        laws are meant, none is read.
        """
        if unclear(cell, self.rows):
            return (), [UnclearLaws(place=place, item=item, value=" ".join(cell.split())[:PREVIEW])]
        citations: list[Citation] = []
        problems: list[Problem] = []
        for part in cited(cell, self.rows):
            if not part.law:
                citations.append(Citation(title=part.text))
            elif part.law in self.rows:
                self.cited.add(part.law)
                citations.append(replace(self.rows[part.law][1], provision=part.text))
            else:
                citations.append(Citation(title=part.written))
                problems.append(UnknownLaw(place=place, item=item, value=part.written, law=part.law))
        return tuple(citations), problems

    def unused(self, shown: str) -> Iterable[Problem]:
        """Yield a problem for each law that no question cites."""
        for law, (row, citation) in self.rows.items():
            if law not in self.cited:
                place = Place(shown, sheet=row.sheet.name, cell=row.cell("law-title"))
                yield LawNotCited(place=place, law=law, value=citation.title)


def read_laws(found: Found, shown: str) -> tuple[Laws, list[Problem]]:
    """Read the sheet of laws; two copies of a law that differ are reported, and the first is kept."""
    laws: dict[str, tuple[Row, Citation]] = {}
    problems: list[Problem] = []
    for law, copies in found.laws.items():
        filled = [row for row in copies if any(not is_blank(row.value(column)) for column in LAW_TEXTS)]
        if not filled:
            continue
        first = filled[0]
        if len({_texts(row) for row in filled}) > 1:
            others = tuple(f"{row.sheet.name}!{row.cell('law-title')}" for row in filled[1:])
            place = Place(shown, sheet=first.sheet.name, cell=first.cell("law-title"))
            problems.append(ConflictingCopies(place=place, others=others))
            continue
        title, when, language, link = _texts(first)
        if is_blank(title):
            title = link or when
        laws[law] = first, Citation(title=title, date=when, link=link, language=language)
    return Laws(laws, set()), problems


def _texts(row: Row) -> tuple[str, str, str, str]:
    title, when, language, link = (text(row.value(column)) for column in LAW_TEXTS)
    return title, when, language, link
