"""The blocks of a document, from its Markdown: headings, lists, quotes, tables, and our own boxes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from exports.document_runs import Align, Form, Line, paragraph, paragraphs_in, words
from exports.document_styles import ITEM
from exports.document_tables import table
from exports.word_markup import Ink, cell, kept, row
from exports.word_styles import ACCENT, GREY, LINE

LEVELS, AFTER_LIST = 3, 160
"""So deep lists go (what is deeper stands on the last level), and so much room there is behind one."""


@dataclass(frozen=True)
class Counted:
    """A list of the document: each numbered one counts anew."""

    number: int
    kind: Literal["bullet", "decimal"]
    start: int = 1


class Blocks:
    """Writes the blocks of one document, and remembers its lists."""

    def __init__(self, ink: Ink, width: int, *, certificate: bool) -> None:
        self.ink = ink
        self.width = width
        self.certificate = certificate
        self.lists: list[Counted] = [Counted(1, "bullet")]

    def written(self, nodes: Sequence[SyntaxTreeNode], form: Form = Form()) -> str:  # noqa: B008  # frozen
        parts = [self._block(node, form) for node in nodes]
        for place, node in enumerate(nodes):
            if place and node.type == "box" and node.info == "signature":
                parts[place - 1] = kept(parts[place - 1])  # nobody signs an empty page
        return "".join(parts)

    def _block(self, node: SyntaxTreeNode, form: Form) -> str:  # noqa: PLR0911  # one for each kind
        match node.type:
            case "heading":
                level = min(int(node.tag[1:]), 3)
                return self._paragraphs(node, replace(form, style=f"Heading{level}", indent=0), one=True)
            case "paragraph":
                return self._paragraphs(node, form)
            case "bullet_list" | "ordered_list":
                return self._list(node, form)
            case "blockquote":
                return self._quote(node, form)
            case "table":
                return table(node, self.ink, self.width)
            case "hr":
                return self._rule()
            case "page_break":
                return '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
            case "box":
                return self._box(node, form)
        return self.written(node.children, form)

    def _paragraphs(self, node: SyntaxTreeNode, form: Form, *, one: bool = False) -> str:
        lines = paragraphs_in(node.children[0])
        if one:
            lines = [_joined(lines)] if lines else []
            form = replace(form, align="center" if self.certificate else None, beside=True)
        return "".join(paragraph(line, form, rtl=self.ink.rtl) for line in lines)

    def _list(self, node: SyntaxTreeNode, form: Form) -> str:
        written = list(self._items(node, form, 0))
        if written and not isinstance(written[-1], str):
            line, last = written[-1]
            written[-1] = (line, replace(last, after=AFTER_LIST))
        return "".join(
            each if isinstance(each, str) else paragraph(*each, rtl=self.ink.rtl) for each in written
        )

    def _items(self, node: SyntaxTreeNode, form: Form, level: int) -> Iterator[tuple[Line, Form] | str]:
        """Yield a list's paragraphs; what is neither a paragraph nor a list stands between them, written."""
        number = 1
        if node.type == "ordered_list":
            number = len(self.lists) + 1
            self.lists.append(Counted(number, "decimal", int(node.attrs.get("start", 1))))
        kind = "ListBullet" if node.type == "bullet_list" else "ListNumber"
        suffix = str(level + 1) if level else ""
        following = Form(f"ListContinue{suffix}", indent=ITEM * (level + 1))
        for item in node.children:
            now = Form(kind + suffix, list_=number, level=level)
            for child in item.children:
                if child.type == "paragraph":
                    for line in paragraphs_in(child.children[0]):
                        yield line, now
                        now = following
                elif child.type.endswith("_list"):
                    yield from self._items(child, form, min(level + 1, LEVELS - 1))
                else:
                    yield self._block(child, following)

    def _quote(self, node: SyntaxTreeNode, form: Form) -> str:
        """Write a statement; a paragraph that the template begins with a dash says whose it is."""
        parts: list[tuple[Line | None, str]] = []
        indent = form.indent + 170 if form.indent else 0
        for child in node.children:
            if child.type == "paragraph":
                parts += [(line, "") for line in paragraphs_in(child.children[0])]
            else:
                parts.append((None, self._block(child, form)))
        written = []
        for place, (line, text) in enumerate(parts):
            after = parts[place + 1][0] if place + 1 < len(parts) else None
            style = "Statementby" if line and _is_credit(line) else "Quote"
            kept = bool(after and _is_credit(after))
            shape = Form(style, indent=indent, keep=kept)
            written.append(text if line is None else paragraph(line, shape, rtl=self.ink.rtl))
        return "".join(written)

    def _rule(self) -> str:
        width, colour = (18, ACCENT) if self.certificate else (4, LINE)
        aside = (
            f'<w:ind w:left="{self.width * 2 // 5}" w:right="{self.width * 2 // 5}"/>'
            if self.certificate
            else ""
        )
        line = f'<w:pBdr><w:bottom w:val="single" w:sz="{width}" w:space="1" w:color="{colour}"/></w:pBdr>'
        return f'<w:p><w:pPr><w:pStyle w:val="Rule"/>{line}{aside}</w:pPr></w:p>'

    def _box(self, node: SyntaxTreeNode, form: Form) -> str:
        match node.info:
            case "title":
                return self._title(node)
            case "centre":
                lines = [line for each in _inlines(node) for line in paragraphs_in(each, lines=True)]
                shape = replace(form, style="Centred")
                return "".join(paragraph(line, shape, rtl=self.ink.rtl) for line in lines)
            case "note":
                return self.written(node.children, replace(form, style="Note"))
            case "signature":
                return self._signature(node)
        return self.written(node.children, form)

    def _title(self, node: SyntaxTreeNode) -> str:
        """Write what a document is called, beneath a short line in the accent colour."""
        texts = [text for each in _inlines(node) for text in paragraphs_in(each, lines=True)]
        lines = [line for text in texts for line in _lines_of(text)]
        line = f'<w:pBdr><w:top w:val="single" w:sz="36" w:space="1" w:color="{ACCENT}"/></w:pBdr>'
        turned = "<w:bidi/>" if self.ink.rtl else ""
        space = f'<w:spacing w:after="160"/><w:ind w:right="{self.width * 17 // 20}"/>'
        parts = [f'<w:p><w:pPr><w:pStyle w:val="Gap"/>{line}{turned}{space}</w:pPr></w:p>']
        styles = ("Title", "Subtitle", *("Coverfact" for _ in lines))
        parts += [
            paragraph(line, Form(style, beside=True), rtl=self.ink.rtl)
            for line, style in zip(lines, styles, strict=False)
        ]
        return "".join(parts) + self.ink.paragraph("Gap") + self.ink.paragraph("Gap")

    def _signature(self, node: SyntaxTreeNode) -> str:
        """Write a line to sign on for each paragraph, beneath it who signs; up to three side by side."""
        signing = [line for each in _inlines(node) for line in paragraphs_in(each, lines=True)]
        if not signing:
            return ""
        columns = 2 * max(min(len(signing), 3), 2 if not self.certificate else 1) - 1
        gap = 400
        width = min((self.width - gap * (columns // 2)) // (columns // 2 + 1), 5600)
        widths = [gap if place % 2 else width for place in range(columns)]
        rows = []
        for start in range(0, len(signing), columns // 2 + 1):
            group = signing[start : start + columns // 2 + 1]
            cells = [
                cell(each, self._signing(group[place // 2]))
                if not place % 2 and place // 2 < len(group)
                else cell(each, self.ink.paragraph("Signatory"))
                for place, each in enumerate(widths)
            ]
            rows.append(row(cells))
        made = self.ink.table(widths, rows, "SubmissionChart")
        if self.certificate:
            layout = '<w:tblLayout w:type="fixed"/>'
            made = made.replace(layout, f'<w:jc w:val="center"/>{layout}', 1)
        return self.ink.paragraph("Signaturegap", keep=True) + made + self.ink.paragraph("Gap")

    def _signing(self, line: Line) -> str:
        """Write one signatory: the line, the name, and smaller what follows in further lines."""
        top = f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="{GREY}"/></w:pBdr>'
        made = []
        for place, each in enumerate(_lines_of(line)):
            style = "Signatory" if place == 0 else "Signatoryoffice"
            align: Align | None = "center" if self.certificate else None
            text = paragraph(each, Form(style, align=align, beside=True), rtl=self.ink.rtl)
            mark = f'<w:pStyle w:val="{style}"/>'
            made.append(text.replace(mark, mark + top, 1) if place == 0 else text)
        return "".join(made)


def _inlines(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """Yield the texts inside a box, whatever they were written as."""
    for child in node.children:
        if child.type == "inline":
            yield child
        else:
            yield from _inlines(child)


def _lines_of(line: Line) -> list[Line]:
    """Break a paragraph where its lines end."""
    made: list[list[object]] = [[]]
    for piece in line:
        first, *others = piece.text.split("\n")
        made[-1].append(replace(piece, text=first))
        made += [[replace(piece, text=text)] for text in others]
    return [tuple(each) for each in made if words(each).strip()]  # type: ignore[arg-type]


def _joined(lines: Sequence[Line]) -> Line:
    """Put several paragraphs of a heading on one line."""
    made: list[object] = []
    for place, line in enumerate(lines):
        if place:
            made.append(replace(line[0], text=" "))
        made += [replace(piece, text=piece.text.replace("\n", " ")) for piece in line]
    return tuple(made)  # type: ignore[arg-type]


def _is_credit(line: Line) -> bool:
    return not line[0].value and line[0].text.startswith("—")


__all__ = ["Blocks", "Counted"]
