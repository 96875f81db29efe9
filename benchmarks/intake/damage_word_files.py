"""Word forms whose tables went into other documents, and those that other programs made anew."""

from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml.ns import qn

from benchmarks.intake.bodies import OTHER_KEY
from benchmarks.intake.damage_others import other
from benchmarks.intake.damage_word_cells import word_controls_removed
from benchmarks.intake.damages import damage
from benchmarks.intake.paper import Paper, emptied, filled, issued, paragraph, rows_of, text
from questionnaires.model import AnswerType


def _into(p: Paper, *tables: object) -> None:
    """Copy tables into a document of the body's own, which has none of our properties."""
    new = Document()
    styles = new.styles.element
    for style in p.document.styles.element:  # which come along when Word pastes
        if style.get(qn("w:styleId"), "").startswith(("Form", "Placeholder")):
            styles.append(deepcopy(style))
    new.add_paragraph("Dear colleague, please find our answers below.")
    body = new.element.body
    note = body[0]
    for table in tables:
        body.insert(len(body) - 1, table)
        body.insert(len(body) - 1, paragraph("")[0])
    p.document, p.rows = new, rows_of(new)
    p.note(note)


@damage("Word form: all tables but the first page copied into another document")
def word_copied(p: Paper) -> None:
    _into(p, *p.tables[1:])


@damage("Word form: one table copied into another document")
def word_one_copied(p: Paper) -> None:
    """The laws that it cites stay behind."""
    table = p.sections[0]
    kept = {item.id for item in p.in_table(table)}
    tables = set(p.of_tables())
    p.lose([each for each in p.truth if each[1] not in kept or each in tables])
    p.ask([each for each in p.truth if each[2] == "law"])
    cells = {each: p.cell(each[1], "law") for each in p.asked}
    _into(p, table)
    p.spots = {each: [tc] for each, tc in cells.items()}


@damage("Word form: the first page deleted")
def word_cover_deleted(p: Paper) -> None:
    first = p.tables[0]
    first.getparent().remove(first)


@damage("Word form: the table of laws deleted, while the answers refer to it")
def word_laws_deleted(p: Paper) -> None:
    laws = p.rows["L1"].getparent()
    laws.getparent().remove(laws)
    for each in p.statements("law"):
        p.ask([each], p.cell(each[1], "law"))


@damage("Word form: an empty copy of the form behind the filled one")
def word_empty_copy(p: Paper) -> None:
    _behind(p, Document(BytesIO(issued(p.body))))


@damage("Word form: the form doubled, both copies equal")
def word_doubled(p: Paper) -> None:
    _behind(p, Document(BytesIO(filled(p.body)[0])))


def _behind(p: Paper, guest: object) -> None:
    body = p.document.element.body
    for table in [each for each in guest.element.body if each.tag == qn("w:tbl")]:
        body.insert(len(body) - 1, paragraph("")[0])
        body.insert(len(body) - 1, table)


@damage("Word form: the forms of two bodies in one document")
def word_two_bodies(p: Paper) -> None:
    """References to laws lead to the list of whoever made them: each table says whose it is."""
    guest = Paper.of(other(p))
    _behind(p, guest.document)
    p.truth |= guest.truth


@damage("Word form: a table of another body's form put among this one's")
def word_table_of_another(p: Paper) -> None:
    guest = Paper.of(other(p))
    table = guest.sections[0]
    kept = {item.id for item in guest.in_table(table)} - {item.id for item in guest.filled_tables()}
    theirs = {each: value for each, value in guest.truth.items() if each[1] in kept}
    laws = {each: guest.cell(each[1], "law") for each in theirs if each[2] == "law"}
    body = p.document.element.body
    body.insert(len(body) - 1, paragraph("")[0])
    body.insert(len(body) - 1, table)
    p.truth |= theirs
    for each, tc in laws.items():
        p.ask([each], tc)


@damage("Word form: a form of another consultation")
def word_another_consultation(p: Paper) -> None:
    body = replace(p.body, key=OTHER_KEY)
    p.document, p.fresh = Document(BytesIO(filled(body)[0])), True
    p.truth.clear()


@damage("Word form: empty, as it was sent")
def word_empty(p: Paper) -> None:
    p.document = Document(BytesIO(issued(p.body)))
    p.truth.clear()


def _plain(data: bytes) -> bytes:
    """Leave out the properties, as programs do that make a document anew."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "docProps/core.xml":
                content = (
                    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
                    b'core-properties"/>'
                )
            after.writestr(name, content)
    return out.getvalue()


def _unstyled(p: Paper) -> None:
    body = p.document.element.body
    for name in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:tblHeader", "w:cantSplit", "w:headerReference",
                 "w:footerReference"):  # fmt: skip
        for each in list(body.iter(qn(name))):
            each.getparent().remove(each)


@damage("Word form: made anew by a program that keeps no lists, styles and properties (Google Docs)")
def word_google(p: Paper) -> None:
    word_controls_removed(p)
    _unstyled(p)
    p.after.append(_plain)


@damage("Word form: made anew by a program that splits words into many runs (Pages)")
def word_pages(p: Paper) -> None:
    word_controls_removed(p)
    _unstyled(p)
    for run in list(p.document.element.body.iter(qn("w:r"))):
        words = run.findall(qn("w:t"))
        if len(words) != 1 or len(words[0].text or "") < 2:
            continue
        second, whole = deepcopy(run), words[0].text
        for part, own in ((whole[: len(whole) // 2], run), (whole[len(whole) // 2 :], second)):
            letters = own.find(qn("w:t"))
            letters.text = part
            letters.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addnext(second)
    p.after.append(_plain)


@damage("Word form: the tables converted to text")
def word_to_text(p: Paper) -> None:
    """Nobody can say which column a text without one belongs to: all of it is asked back."""
    marked = {each for each, value in p.truth.items() if "⟦" in str(value)}
    tables = set(p.of_tables())
    paragraphs = {}
    for table in p.sections:
        for row in table.tr_lst:
            code, words = text(row.tc_lst[0]), [_joined(tc) for tc in row.tc_lst]
            paragraphs[code] = paragraph("\t".join(words), breaks=True)[0]
            table.addprevious(paragraphs[code])
        table.getparent().remove(table)
    for each in [each for each in p.truth if each not in tables]:
        if each in marked:
            p.ask([each], paragraphs[each[1]])
        else:
            p.lose([each])
            p.note(paragraphs[each[1]])


def _joined(tc: object) -> str:
    return " ".join(text(each) for each in tc.findall(qn("w:p")))


@damage("Word form: absences chosen, then the whole column of details emptied")
def word_details_emptied(p: Paper) -> None:
    for item in p.items:
        emptied(p.cell(item.id, "details"))
        p.lose(p.parts(item, "details"))
        if item.type is AnswerType.TEXT and "⟦" in str(p.truth.get(p.st(item), "")):
            p.lose([p.st(item)])
