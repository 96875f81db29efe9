"""The sheet of laws, and the cells that cite from it: `L1 art. 3; L2 art. 5(2)`, or free text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from problems import Place, Problem
from problems.returns import ConflictingCopies, LawNotCited, UnknownLaw
from responses.model import Citation
from workbooks.find import Found, Row
from workbooks.values import is_blank, text

_REFERENCE: Final = re.compile(r"^L ?(\d{1,3})(?!\w)[\s,:;.–—-]*(.*)$", re.IGNORECASE | re.DOTALL)
_COLUMNS: Final = ("law-title", "law-date", "law-language", "law-link")


@dataclass(slots=True)
class Laws:
    """The laws of one file by their number, and which of them its questions cite."""

    rows: Mapping[str, tuple[Row, Citation]]
    cited: set[str]

    def read(self, cell: str, place: Place, item: str) -> tuple[tuple[Citation, ...], list[Problem]]:
        """Read a law cell. References stand apart by semicolons or lines; free text is one citation per line.

        A reference to a law without a title is kept as written, and reported.
        """
        lines = [line for line in cell.split("\n") if not is_blank(line)]
        parts = [part.strip() for line in lines for part in re.split("[;؛；]", line) if not is_blank(part)]
        if not any(_REFERENCE.match(part) for part in parts):
            return tuple(Citation(title=line) for line in lines), []
        citations: list[Citation] = []
        problems: list[Problem] = []
        for part in parts:
            hit = _REFERENCE.match(part)
            law = f"L{int(hit[1])}" if hit else ""
            if hit is None:
                citations.append(Citation(title=part))
            elif law in self.rows:
                self.cited.add(law)
                known = self.rows[law][1]
                citations.append(replace(known, provision=hit[2].strip()))
            else:
                citations.append(Citation(title=part))
                problems.append(UnknownLaw(place=place, item=item, value=part, law=law))
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
        filled = [row for row in copies if any(not is_blank(row.value(column)) for column in _COLUMNS)]
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
    title, when, language, link = (text(row.value(column)) for column in _COLUMNS)
    return title, when, language, link
