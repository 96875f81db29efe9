"""Cite laws as a person does who fills in a workbook: on the sheet of laws, by number; else as text."""

from collections.abc import Sequence
from dataclasses import replace

from responses.model import Citation
from responses.wording import citation_text
from workbooks.layout import LAWS, law_code
from workbooks.references import cited, unclear


def cite(citations: Sequence[Citation], laws: dict[Citation, str]) -> str:
    """Return the cell that cites these; laws that are more than a title are added to `laws` with their code.

    What is cited is read back as it is. Only where the sheet of laws is full, or a provision looks like
    the number of a law, all of a citation stands on a line of text.
    """
    if not citations:
        return ""
    titles = "\n".join(citation.title for citation in citations)
    if _reads(titles, laws, [Citation(title=citation.title) for citation in citations], citations):
        return titles
    mine = dict(laws)
    for citation in citations:
        mine.setdefault(replace(citation, provision=""), law_code(len(mine) + 1))
    cell = "; ".join(f"{mine[replace(each, provision='')]} {each.provision}".strip() for each in citations)
    if len(mine) <= LAWS and _reads(cell, mine, citations, citations):
        laws |= mine
        return cell
    return "\n".join(" ".join(citation_text(citation).split()) for citation in citations)


def _reads(cell: str, laws: dict[Citation, str], said: Sequence[Citation], meant: Sequence[Citation]) -> bool:
    """Tell whether a cell would be read as what is meant."""
    if list(said) != list(meant):
        return False
    by_code = {code: law for law, code in laws.items()}
    if unclear(cell, by_code):
        return False
    found = [
        replace(by_code[part.law], provision=part.text) if part.law in by_code else Citation(title=part.text)
        for part in cited(cell, by_code)
        if not part.law or part.law in by_code
    ]
    return found == list(meant)
