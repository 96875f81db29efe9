"""What people write into a Word form elsewhere and otherwise than it asks for."""

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from benchmarks.intake.damages import damage
from benchmarks.intake.paper import Element, Paper, emptied, paragraph, text, tick, type_into
from questionnaires.model import AnswerType, Item
from responses.model import Absence
from workbooks.layout import label, option_code


def _taken(p: Paper, count: int = 4) -> list[tuple[str, str, str]]:
    """Take some words out of their cells, and return where they were and what they say."""
    taken = []
    for body, name, part in p.worded()[:count]:
        tc = p.cell(name, part)
        taken.append((name, part, str(p.truth[body, name, part])))
        emptied(tc)
    return taken


@damage("Word form: answers typed below the table")
def word_below(p: Paper) -> None:
    for name, part, words in _taken(p):
        new = paragraph(words, breaks=True)[0]
        p.table_of(name).addnext(new)
        p.ask([(p.body.id, name, part)], new)


@damage("Word form: answers typed above the table")
def word_above(p: Paper) -> None:
    for name, part, words in _taken(p):
        new = paragraph(words, breaks=True)[0]
        p.table_of(name).addprevious(new)
        p.ask([(p.body.id, name, part)], new)


@damage("Word form: answers typed on the first page")
def word_on_cover(p: Paper) -> None:
    (name, part, words), *_ = _taken(p, 1)
    cover = p.tables[0]
    last = cover.tr_lst[-1].tc_lst[-1]
    new = paragraph(words)
    for each in new:
        last.append(each)
    p.ask([(p.body.id, name, part)], last)


@damage("Word form: answers typed behind the words of the questions")
def word_in_question(p: Paper) -> None:
    for name, part, words in _taken(p):
        tc = p.cell(name, "question")
        for each in paragraph(words):
            tc.append(each)
        p.ask([(p.body.id, name, part)], tc)


@damage("Word form: long texts in list paragraphs, with bullets and numbers")
def word_bullets(p: Paper) -> None:
    for body, name, part in p.worded()[:6]:
        tc, words = p.cell(name, part), str(p.truth[body, name, part])
        lines = [line for line in words.split("\n") if line.strip()]
        type_into(tc, "\n".join(lines))
        for each in tc.findall(qn("w:p")):
            each.style = "ListBullet"
        p.truth[body, name, part] = "\n".join(f"• {line}" for line in lines)


@damage("Word form: line breaks instead of paragraphs")
def word_breaks(p: Paper) -> None:
    for body, name, part in p.worded():
        type_into(p.cell(name, part), str(p.truth[body, name, part]), breaks=True)


@damage("Word form: empty lines before and behind the answers")
def word_empty_lines(p: Paper) -> None:
    for body, name, part in p.worded():
        type_into(p.cell(name, part), f"\n{p.truth[body, name, part]}\n\n")


@damage("Word form: lists replaced by typed words")
def word_typed_over(p: Paper) -> None:
    for item in p.items:
        tc = p.cell(item.id)
        if p.st(item) in p.truth and next(tc.iter(qn("w:sdt")), None) is not None:
            words = _shown(tc)
            type_into(tc, words)


def _shown(tc: Element) -> str:
    control = next(tc.iter(qn("w:sdt")))
    return "" if next(control.iter(qn("w:showingPlcHdr")), None) is not None else text(control)


@damage("Word form: lists and boxes removed, their words left as plain text")
def word_controls_removed(p: Paper) -> None:
    for control in list(p.document.element.body.iter(qn("w:sdt"))):
        _unwrapped(control)


def _unwrapped(control: Element) -> None:
    for each in control.find(qn("w:sdtContent")):
        control.addprevious(each)
    control.getparent().remove(control)


def _boxes(p: Paper, item: Item) -> list[Element]:
    values = p.truth[p.st(item)]
    return [p.rows[option_code(item, option)] for option in item.options if option.value in values]


@damage("Word form: ticks typed as x, ☒ and ✓ over the boxes")
def word_ticks_typed(p: Paper) -> None:
    for number, item in enumerate(p.ticked()):
        for row in _boxes(p, item):
            type_into(row.tc_lst[2], "x☒✓"[number % 3])


@damage("Word form: ticks typed beside the box, which stays empty")
def word_ticks_beside(p: Paper) -> None:
    for number, item in enumerate(p.ticked()):
        rows = _boxes(p, item)
        for row in rows:
            tick(row.tc_lst[2], ticked=False)
            type_into(row.tc_lst[3], "x☒✓"[number % 3])
        p.ask([p.st(item)], *(row.tc_lst[3] for row in rows))


@damage("Word form: ticks typed before the words of the options")
def word_ticks_before(p: Paper) -> None:
    """Each one must be told at its own place."""
    for number, item in enumerate(p.ticked()):
        rows = _boxes(p, item)
        for row in rows:
            tick(row.tc_lst[2], ticked=False)
            old = row.tc_lst[1]
            type_into(old, f"{'x☒✓'[number % 3]} {text(old)}")
        p.note(*(row.tc_lst[1] for row in rows))
        p.lose([p.st(item)])


@damage("Word form: ticks typed over the codes of the options")
def word_ticks_on_codes(p: Paper) -> None:
    for number, item in enumerate(p.ticked()):
        rows = _boxes(p, item)
        for row in rows:
            tick(row.tc_lst[2], ticked=False)
            type_into(row.tc_lst[0], "x☒✓"[number % 3])
        p.note(*(row.tc_lst[0] for row in rows))
        p.lose([p.st(item)])


@damage("Word form: choices typed into the details")
def word_choices_in_details(p: Paper) -> None:
    for item in p.typed(AnswerType.SCALE):
        tc = p.cell(item.id)
        words = _shown(tc)
        emptied(tc)
        type_into(p.cell(item.id, "details"), words)


@damage("Word form: codes emptied, overtyped with 1, 2, 3, or with words behind them")
def word_codes_edited(p: Paper) -> None:
    for number, item in enumerate(p.items):
        tc = p.cell(item.id, "code")
        if number % 4 == 1:
            type_into(tc, f"{item.id} see below")
        elif number % 4 == 2:
            type_into(tc, str(number))
        elif number % 4 == 3:
            emptied(tc)


@damage("Word form: changes tracked: words inserted, words and rows deleted")
def word_tracked(p: Paper) -> None:
    inserted, deleted, *_ = p.worded()
    for own in p.cell(inserted[1], inserted[2]).findall(qn("w:p")):
        change = _tracked("w:ins")
        for run in own.findall(qn("w:r")):
            change.append(run)
        own.append(change)
    for own in p.cell(deleted[1], deleted[2]).findall(qn("w:p")):
        _deleted(own)
    p.lose([deleted])
    gone = p.said(AnswerType.SCALE)[-1]
    row = p.rows[gone.id]
    row.get_or_add_trPr().append(_tracked("w:del"))
    for control in list(row.iter(qn("w:sdt"))):
        _unwrapped(control)
    for own in row.iter(qn("w:p")):
        _deleted(own)
    p.lose(p.parts(gone))


def _deleted(own: Element) -> None:
    """Delete the words of a paragraph, and its end."""
    change = _tracked("w:del")
    for run in own.findall(qn("w:r")):
        change.append(run)
        for words in run.findall(qn("w:t")):
            words.tag = qn("w:delText")
    own.append(change)
    mark = OxmlElement("w:rPr")
    mark.append(_tracked("w:del"))
    own.get_or_add_pPr().append(mark)


def _tracked(tag: str) -> Element:
    made = OxmlElement(tag)
    made.set(qn("w:id"), "7")
    made.set(qn("w:author"), "A colleague")
    return made


@damage("Word form: comments and footnotes")
def word_comments(p: Paper) -> None:
    for each in p.worded()[:2]:
        own = p.document.tables[0].cell(0, 0).paragraphs[0]
        run = next(iter(p.cell(each[1], each[2]).iter(qn("w:r"))))
        holder = own.add_run()
        run.addnext(holder._r)  # noqa: SLF001
        p.document.add_comment([holder], text="Really?", author="A colleague", initials="AC")
    p.codes.append("notes-not-read")


_BOX = """<w:r {spaces}><w:pict><v:shape id="b{number}" style="position:absolute;width:200pt;height:40pt"
 xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p>
 </w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


@damage("Word form: answers in text boxes laid over the table")
def word_boxes(p: Paper) -> None:
    for number, (name, part, words) in enumerate(_taken(p, 3)):
        plain = " ".join(words.split()).replace("&", "&amp;").replace("<", "&lt;")
        xml = _BOX.format(spaces=nsdecls("w"), number=number, words=plain)
        tc = p.cell(name, part)
        tc.find(qn("w:p")).append(parse_xml(xml))
        p.ask([(p.body.id, name, part)], tc)


@damage("Word form: answers as a table within their cell")
def word_nested(p: Paper) -> None:
    for body, name, part in p.worded()[:3]:
        words = " ".join(str(p.truth[body, name, part]).split())
        tc = p.cell(name, part)
        old = emptied(tc)
        inner = parse_xml(
            f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"
            "<w:tc><w:tcPr/><w:p><w:r><w:t>First</w:t></w:r></w:p></w:tc>"
            "<w:tc><w:tcPr/><w:p><w:r><w:t/></w:r></w:p></w:tc></w:tr></w:tbl>"
        )
        next(reversed(list(inner.iter(qn("w:t"))))).text = words
        old.addprevious(inner)
        p.truth[body, name, part] = f"First\t{words}"


@damage("Word form: absences typed in own words")
def word_absences(p: Paper) -> None:
    for item in p.items:
        value = p.truth.get(p.st(item))
        if isinstance(value, Absence):
            type_into(p.cell(item.id), label(p.body.language, value).upper())
