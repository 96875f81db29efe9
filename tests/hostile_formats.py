"""Hostile files of the further formats: Word, OpenDocument text, one-file spreadsheets, tables of text."""

import random
from collections.abc import Callable

from tests.hostile import edited, mutation, ods_cell, ods_row, zipped
from tests.sample_workbook import ITEMS, TOKEN, issuer, stakeholder
from workbooks.printed import printed_form

DOCUMENT = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
CODE = "untoc.5.1.a.i"


def good_form() -> bytes:
    return printed_form(issuer(), stakeholder(), ITEMS, TOKEN)


def word(body: str) -> bytes:
    """Make a form whose body is this XML."""
    text = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    return edited(good_form(), DOCUMENT, lambda _: text.encode())


def word_cell(text: str = "", *, before: str = "") -> str:
    return f"<w:tc>{before}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def word_table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def odt(body: str) -> bytes:
    content = f"<office:document-content {_SPACES}><office:body><office:text>{body}"
    content += "</office:text></office:body></office:document-content>"
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def fods(rows: bytes, before: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>'
        + before
        + b"<office:document %b><office:body><office:spreadsheet>" % _SPACES.encode()
        + b'<table:table table:name="A">%b</table:table></office:spreadsheet></office:body></office:document>'
        % rows
    )


def _laughs() -> bytes:
    grow = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY l0 "ha">{grow}]>'.encode()


def _with_laughs(name: str) -> bytes:
    return edited(
        good_form(), name, lambda xml: b'<?xml version="1.0"?>' + _laughs() + xml.partition(b"?>")[2]
    )


def _cells(count: int) -> bytes:
    noise = _noise(count)  # so that no other limit is reached first
    rows = (f'<w:tr><w:tc w:x="{noise[at]}"/></w:tr>' for at in range(count))
    return word(f"<w:tbl><w:tr>{word_cell(CODE)}</w:tr>{''.join(rows)}</w:tbl>")


def _long_cell(letters: int) -> bytes:
    return f"{CODE},a,{'x' * letters}\n".encode()


def _noise(count: int, seed: int = 1) -> str:
    return random.Random(seed).randbytes(count).hex()


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "laughs in a document": ("declares-entities", lambda: _with_laughs(DOCUMENT)),
    "laughs in its footer": ("declares-entities", lambda: _with_laughs("word/footer1.xml")),
    "laughs in its styles": ("declares-entities", lambda: _with_laughs("word/styles.xml")),
    "laughs in a flat file": ("declares-entities", lambda: fods(ods_row(ods_cell()), _laughs())),
    "a document that is no XML": (
        "damaged-file",
        lambda: edited(good_form(), DOCUMENT, lambda _: b"<w:document>"),
    ),
    "a paragraph among the properties of a cell": (
        "damaged-file",
        lambda: word(
            word_table(word_cell(CODE), word_cell("a", before="<w:tcPr><w:x><w:p/></w:x></w:tcPr>"))
        ),
    ),
    "a document in UTF-16": (
        "damaged-file",
        lambda: edited(good_form(), DOCUMENT, lambda xml: xml.decode().encode("utf-16")),
    ),
    "a document of three hundred megabytes": (
        "unpacks-too-large",
        lambda: edited(good_form(), DOCUMENT, lambda xml: xml + b" " * 300_000_000),
    ),
    "a million cells of Word and more": ("too-many-cells", lambda: _cells(1_100_000)),
    "a document with a cell a thousand columns wide": (
        "cells-too-far-apart",
        lambda: word(
            word_table(word_cell(CODE), word_cell("x", before='<w:tcPr><w:gridSpan w:val="9999"/></w:tcPr>'))
        ),
    ),
    "a document beginning far to the right": (
        "cells-too-far-apart",
        lambda: word(
            f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="99999"/></w:trPr>{word_cell(CODE)}</w:tr></w:tbl>'
        ),
    ),
    "a billion columns in one cell of text": (
        "cells-too-far-apart",
        lambda: odt(
            f"<table:table><table:table-row><table:table-cell><text:p>{CODE}</text:p></table:table-cell>"
            '<table:table-cell table:number-columns-repeated="9999999"/></table:table-row></table:table>'
        ),
    ),
    "an odt with laughs": (
        "declares-entities",
        lambda: edited(odt("<text:p>a</text:p>"), "content.xml", lambda xml: _laughs() + xml),
    ),
    "a flat file with a billion cells": (
        "too-many-cells",
        lambda: fods(ods_row(ods_cell(repeated=999_999_999))),
    ),
    "a flat file cut off": ("damaged-file", lambda: fods(ods_row(ods_cell()))[:-60]),
    "a flat file in another encoding": (
        "damaged-file",
        lambda: fods(ods_row(ods_cell())).replace(b"UTF-8", b"windows-1252"),
    ),
    "a million cells of text and more": (
        "too-many-cells",
        lambda: f"{CODE},a,b\n".encode() + b",".join([b"1"] * 1_000_001) + b"\n",
    ),
    "a quotation mark that never ends": (
        "quotes-unclear",
        lambda: f'{CODE},a,"b\n'.encode() + _noise(3_000_000).encode(),
    ),
    "text with a code in random bytes": (
        "not-a-spreadsheet",
        lambda: b"\1\2" + random.Random(4).randbytes(9_000) + CODE.encode(),
    ),
    "half a letter at the end of UTF-16": (
        "damaged-file",
        lambda: f"{CODE},a,b\n".encode("utf-16") + b"\xd8",
    ),
    "half a pair in UTF-16": ("damaged-file", lambda: f"{CODE},a,b\n".encode("utf-16-le") + b"\x00\xd8a\x00"),
}
"""What cannot be read, with the code of the one problem that says so."""

ODD: dict[str, tuple[tuple[str, ...], Callable[[], bytes]]] = {
    "elements a hundred thousand deep": (
        (),
        lambda: word(
            word_table(word_cell(CODE), word_cell("a"))
            + "<w:sdt><w:sdtContent>" * 100_000
            + "</w:sdtContent></w:sdt>" * 100_000
        ),
    ),
    "tables a thousand deep": (
        (),
        lambda: word(
            word_table(word_cell(CODE))
            + "<w:tbl><w:tr><w:tc>" * 1_000
            + "<w:p/>"
            + "</w:tc></w:tr></w:tbl>" * 1_000
        ),
    ),
    "cells outside of tables, ends of controls in other cells": (
        (),
        lambda: word(
            word_table(word_cell(CODE))
            + "<w:tc><w:p/></w:tc><w:tr/><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + word_table(word_cell("a"))
            + "</w:sdtContent></w:sdt>"
        ),
    ),
    "a cell of two million letters": (
        (),
        lambda: word(word_table(word_cell(CODE), word_cell(_noise(1_000_000)))),
    ),
    "a sheet of text with one very long cell": ((), lambda: _long_cell(9_000_000)),
    "a flat file with a large picture": (
        (),
        lambda: fods(
            ods_row(ods_cell()) + b"<office:binary-data>%b</office:binary-data>" % (b"QUJD\n" * 1_000_000)
        ),
    ),
}
"""What looks dangerous, but can be read; with the codes of the remarks."""


def damaged(seed: int) -> bytes:
    """Damage a good file of one of these formats."""
    rng = random.Random(seed)
    match seed % 3:
        case 0:
            return mutation(_GOOD_FORM, seed)
        case 1:
            return _scratched(fods(ods_row(ods_cell(CODE) + ods_cell("Yes")) * 20), rng)
        case _:
            return _scratched(f'{CODE},"Is it, really?",Yes\n'.encode() * 20, rng)


def _scratched(data: bytes, rng: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(rng.choice((1, 2, 8))):
        at = rng.randrange(len(made))
        made[at : at + rng.randrange(4)] = rng.randbytes(rng.randrange(4))
    return bytes(made)


_GOOD_FORM = good_form()
