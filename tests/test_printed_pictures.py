"""Pictures and drawings in a form filled in with a word processor: told where they stand, never taken."""

import io
import zlib
from pathlib import Path
from struct import pack

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from problems import Place, Problem
from problems.structure import Pictures, TextBoxes
from tests.hostile import edited
from tests.paper import Paper
from tests.sample_workbook import SCALE, TEXT
from tests.test_formats import anywhere
from tests.test_office import converted
from tests.test_printed import read_form
from workbooks.answers import Entry

LINE = (
    f"<w:r {nsdecls('w')}><w:pict><v:oval xmlns:v='urn:schemas-microsoft-com:vml' style='width:9pt'/>"
    "</w:pict></w:r>"
)
"""An oval, as people draw around an answer."""


def png() -> bytes:
    """One white dot."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    head, dot = pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0), zlib.compress(b"\0\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


def scanned() -> Paper:
    """A form with an answer, two scans beside it, a stamp and an oval beneath the tables."""
    paper = Paper.of().put(SCALE.id, "Yes")
    words = paper.cell(SCALE.id, "details").paragraphs[0].add_run()
    words.add_picture(io.BytesIO(png()))
    words.add_picture(io.BytesIO(png()))
    beneath = paper.document.add_paragraph("")
    beneath.add_run().add_picture(io.BytesIO(png()))
    beneath._p.append(parse_xml(LINE))
    return paper


def drawn(sheet: str, cell: str, count: int) -> Problem:
    return Pictures(place=Place(sheet=sheet, cell=cell), count=count, within="document")


def test_pictures_are_told_where_they_stand() -> None:
    reading, problems = read_form(scanned().bytes())
    assert anywhere(reading.entries) == (Entry(SCALE.id, "", "", value="yes"),)
    assert problems == [drawn("Table 2", "D3", 2), drawn("Text", "A1", 2)]
    assert problems[0].message("en").startswith("2 pictures or drawings stand here, which we cannot read.")
    assert problems[0].message("fr").startswith("2 images ou dessins")


@pytest.mark.office
def test_libreoffice_keeps_pictures_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(scanned().bytes())
    reading, problems = read_form(converted(path, ".odt").read_bytes())
    assert anywhere(reading.entries) == (Entry(SCALE.id, "", "", value="yes"),)
    assert problems == [drawn("Table 2", "D3", 2), drawn("Text", "A1", 2)]


@pytest.mark.office
def test_what_is_drawn_into_a_cell_is_none_of_its_words(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(Paper.of().put(TEXT.id, "Few staff.", "details").bytes())
    shapes = (
        "<draw:ellipse svg:width='1cm' svg:height='1cm'><text:p>Ask Tomas first</text:p></draw:ellipse>"
        "<draw:line svg:x1='0cm' svg:y1='0cm' svg:x2='1cm' svg:y2='1cm'><text:p/></draw:line>"
    )
    odt = edited(
        converted(path, ".odt").read_bytes(),
        "content.xml",
        lambda part: part.replace(b"Few staff.", shapes.encode() + b"Few staff."),
    )
    reading, problems = read_form(odt)
    assert anywhere(reading.entries) == (Entry(TEXT.id, "", "", value="Few staff."),)
    (box, line) = problems
    assert isinstance(box, TextBoxes)
    assert (box.value, box.within) == ("Ask Tomas first", "document")
    assert line == drawn(box.place.sheet, box.place.cell, 1)
