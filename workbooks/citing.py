"""Cite laws as a person does who fills in a workbook: on the sheet of laws, by number; else as text."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from responses.model import Citation
from responses.wording import citation_text
from workbooks.layout import LAWS, law_code
from workbooks.references import cited, unclear


def unresolved(citations: Iterable[Citation]) -> frozenset[str]:
    """Return the numbers of laws in what was cited as text: they led nowhere, and must go on so."""
    return frozenset(part.law for each in citations for part in cited(each.title, ()) if part.law)


def cite(citations: Sequence[Citation], laws: dict[Citation, str], loose: Collection[str] = ()) -> str:
    """Return the cell that cites these; laws that are more than a title are added to `laws` with their code.

    What is cited is read back as it is. Only where the sheet of laws is full, or a provision looks like
    the number of a law, all of a citation stands on a line of text. No law gets a number that is `loose`.
    """
    if not citations:
        return ""
    titles = "\n".join(citation.title for citation in citations)
    if _reads(titles, laws, [Citation(title=citation.title) for citation in citations], citations):
        return titles
    mine = dict(laws)
    free = _free({*mine.values(), *loose})
    for citation in citations:
        if (law := replace(citation, provision="")) not in mine:
            mine[law] = next(free)
    cell = "; ".join(f"{mine[replace(each, provision='')]} {each.provision}".strip() for each in citations)
    fits = frozenset(map(law_code, range(1, LAWS + 1))).issuperset(mine.values())
    if fits and _reads(cell, mine, citations, citations):
        laws |= mine
        return cell
    return "\n".join(" ".join(citation_text(citation).split()) for citation in citations)


def _free(taken: Collection[str]) -> Iterator[str]:
    """Yield the codes of laws that are not taken; those beyond the sheet's last row stand in no row."""
    return (code for code in map(law_code, count(1)) if code not in taken)


def _reads(cell: str, laws: dict[Citation, str], said: Sequence[Citation], meant: Sequence[Citation]) -> bool:
    """Tell whether a cell would be read as what is meant."""
    if list(said) != list(meant):
        return False
    by_code = {code: law for law, code in laws.items()}
    if unclear(cell, by_code):
        return False
    found = [
        replace(by_code[part.law], provision=part.text)
        if part.law in by_code
        else Citation(title=part.written or part.text)
        for part in cited(cell, by_code)
    ]
    return found == list(meant)
