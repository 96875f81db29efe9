"""What stands where in a text document, by python-docx and by a plain XML parser: not by our reader."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn

from workbooks.contents import cell_name

Cell = tuple[str, int, int, str]
"""The name of a table, the row and column in it, and what stands there."""

OUTSIDE = "Text"
_SILENT = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr"), qn("w:tbl")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_OFFICE, _TABLE, _TEXT, _DRAW = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text", "drawing")
)


def of_word(data: bytes) -> Iterator[Cell]:
    """Yield the texts of a Word document with their places; those of text boxes where they are anchored."""
    for sheet, row, column, element in _elements(Document(BytesIO(data)).element.body):
        if words := _words(element):
            yield sheet, row, column, words
        for box in _boxes(element):
            yield sheet, row, column, _words(box)


def places(body: Any) -> dict[Any, tuple[str, str]]:
    """Return where each cell, and each paragraph outside the tables, of a document stands."""
    return {
        element: (sheet, cell_name(row, column))
        for sheet, row, column, element in _elements(body, covered=True)
    }


def _elements(body: Any, *, covered: bool = False) -> Iterator[tuple[str, int, int, Any]]:
    tables = paragraphs = 0
    for block in _blocks(body):
        if block.tag == qn("w:p"):
            if _words(block).strip():
                paragraphs += 1
                yield OUTSIDE, paragraphs, 1, block
            elif any(True for _ in _boxes(block)):
                yield OUTSIDE, paragraphs + 1, 1, block
            continue
        tables += 1
        rows = (row for row in block.tr_lst if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None)
        for down, row in enumerate(rows, 1):
            before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
            right = 1 + (int(before.get(qn("w:val"))) if before is not None else 0)
            for tc in row.iter(qn("w:tc")):
                if next(tc.iterancestors(qn("w:tr"))) is not row:
                    continue  # of a table within a cell
                merge = tc.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                if covered or merge is None or merge.get(qn("w:val")) == "restart":
                    yield f"Table {tables}", down, right, tc
                span = tc.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                right += int(span.get(qn("w:val"))) if span is not None else 1


def _blocks(around: Any) -> Iterator[Any]:
    for each in around:
        if each.tag in {qn("w:p"), qn("w:tbl")}:
            yield each
        elif each.tag in {qn("w:sdt"), qn("w:sdtContent")}:
            yield from _blocks(each)


def _boxes(element: Any) -> Iterator[Any]:
    for box in element.iter(qn("w:txbxContent")):
        if next(box.iterancestors(_FALLBACK), None) is None:
            yield box


def _words(element: Any) -> str:
    """Return the words of a cell, a paragraph or a text box, a line for each paragraph."""
    paragraphs = [element] if element.tag == qn("w:p") else element.findall(f".//{qn('w:p')}")
    own = [each for each in paragraphs if element.tag == qn("w:txbxContent") or not _boxed(each)]
    return "\n".join("".join(_letters(each)) for each in own)


def _boxed(element: Any) -> bool:
    return next(element.iterancestors(qn("w:txbxContent")), None) is not None


def _letters(element: Any) -> Iterator[str]:
    for each in element:
        if each.tag in _SILENT or each.tag == _FALLBACK:
            continue
        if each.tag == qn("w:t"):
            yield each.text or ""
        elif each.tag in {qn("w:tab"), qn("w:br")}:
            yield "\t" if each.tag == qn("w:tab") else "\n"
        else:
            yield from _letters(each)


def of_open_text(data: bytes) -> Iterator[Cell]:
    """Yield the texts of an OpenDocument text with their places; text boxes where they are anchored."""
    with ZipFile(BytesIO(data)) as package:
        root = ET.fromstring(package.read("content.xml"))
    tables = paragraphs = 0
    for block in _open_blocks(root.find(f"{_OFFICE}body/{_OFFICE}text")):
        if block.tag != f"{_TABLE}table":
            here = paragraphs + 1
            if _open_words(block).strip():
                paragraphs += 1
                yield OUTSIDE, paragraphs, 1, _open_words(block)
            yield from ((OUTSIDE, here, 1, words) for words in _open_boxes(block))
            continue
        tables += 1
        for down, row in enumerate(_open_rows(block), 1):
            right = 1
            for tc in row:
                if tc.tag == f"{_TABLE}table-cell":
                    inside = "\n".join(map(_open_words, _open_paragraphs(tc)))
                    if inside.strip():
                        yield f"Table {tables}", down, right, inside
                    yield from ((f"Table {tables}", down, right, words) for words in _open_boxes(tc))
                if tc.tag in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
                    right += int(tc.get(f"{_TABLE}number-columns-repeated", 1))


def _open_blocks(around: ET.Element | None) -> Iterator[ET.Element]:
    for each in around if around is not None else ():
        if each.tag in {f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table"}:
            yield each
        elif each.tag in {f"{_TEXT}list", f"{_TEXT}list-item", f"{_TEXT}section"}:
            yield from _open_blocks(each)


def _open_rows(table: ET.Element) -> Iterator[ET.Element]:
    for each in table:
        if each.tag == f"{_TABLE}table-row":
            yield each
        elif each.tag in {f"{_TABLE}table-header-rows", f"{_TABLE}table-row-group", f"{_TABLE}table-rows"}:
            yield from _open_rows(each)


def _open_paragraphs(around: ET.Element) -> Iterator[ET.Element]:
    for each in around:
        if each.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            yield each
        elif not each.tag.startswith(_DRAW):
            yield from _open_paragraphs(each)


def _open_words(element: ET.Element) -> str:
    sign = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(element.tag, "")
    if element.tag == f"{_TEXT}s":
        sign = " " * int(element.get(f"{_TEXT}c", 1))
    inner = ""
    for each in element:
        silent = each.tag.startswith(_DRAW) or each.tag in {f"{_OFFICE}annotation", f"{_TEXT}note"}
        inner += ("" if silent else _open_words(each)) + (each.tail or "")
    return sign + (element.text or "") + inner


def _open_boxes(element: ET.Element) -> Iterator[str]:
    """Yield what the text boxes anchored in a paragraph or cell say."""
    for each in element:
        if each.tag in {f"{_DRAW}text-box", f"{_DRAW}custom-shape"}:
            yield "\n".join(_open_words(inner) for inner in _open_paragraphs(each))
        else:
            yield from _open_boxes(each)
