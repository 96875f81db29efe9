"""Lines drawn through words of a Word form, and words that it does not show."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from benchmarks.intake.damages import damage
from benchmarks.intake.paper import Element, Paper, paragraph


def _looking(tc: Element, how: str) -> None:
    for run in tc.iter(qn("w:r")):
        run.get_or_add_rPr().append(OxmlElement(how))


@damage("Word form: texts struck through and left in their cells")
def word_struck(p: Paper) -> None:
    """What else is said on a question waits until its sender has said whether they count."""
    first = {name: (body, name, part) for body, name, part in reversed(p.worded())}
    for number, each in enumerate(list(first.values())[:4]):
        tc = p.cell(each[1], each[2])
        _looking(tc, ("w:strike", "w:dstrike")[number % 2])
        p.ask([other for other in p.truth if other[1] == each[1]], tc)
        p.note(tc)


@damage("Word form: hidden words behind the answers")
def word_hidden(p: Paper) -> None:
    for _, name, part in p.worded()[:4]:
        tc = p.cell(name, part)
        for own in paragraph("For us alone: ask the ministry first"):
            tc.append(own)
            _looking(own, "w:vanish")
        p.note(tc)
