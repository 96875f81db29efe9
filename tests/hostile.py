"""Files that strangers send, by accident or on purpose, each made from a few lines; and good ones."""

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable
from datetime import date

import xlsxwriter

from workbooks.contents import Value

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def good_workbook(sheets: int = 2, rows: int = 12) -> bytes:
    """Make a workbook of our kind: codes, answers, a formula, a date, defined names, properties."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": "Questionnaire", "keywords": "7K3M-Q2PD"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number in range(1, sheets + 1):
        sheet = book.add_worksheet(f"Article {number}")
        sheet.write_row(0, 0, ["code", "question", "answer", "details"])
        for row in range(1, rows + 1):
            code = f"untoc.{number}.{row}"
            sheet.write_row(
                row, 0, [code, f"Question {row}?", "Oui" if row % 2 else "Non", "Détails <&> «é»"]
            )
            book.define_name(f"q_{number}_{row}", f"='Article {number}'!$C${row + 1}")
        sheet.write_datetime(rows + 1, 2, date(2026, 1, 30), day)
        sheet.write_formula(rows + 2, 2, f"=COUNTA(C2:C{rows + 1})", None, rows)
    book.close()
    return file.getvalue()


def good_sheet(rows: int = 12) -> tuple[tuple[Value, ...], ...]:
    """Say what the first sheet of `good_workbook` holds."""
    asked = [
        (f"untoc.1.{row}", f"Question {row}?", "Oui" if row % 2 else "Non", "Détails <&> «é»")
        for row in range(1, rows + 1)
    ]
    return (
        ("code", "question", "answer", "details"),
        *asked,
        (None, None, date(2026, 1, 30), None),
        (None, None, rows, None),
    )


def edited(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Rewrite a zip file with one part changed, or added where there was none."""
    with zipfile.ZipFile(io.BytesIO(data)) as before:
        parts = {entry.filename: before.read(entry) for entry in before.infolist()}
    parts[name] = change(parts.get(name, b""))
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name, content in parts.items():
            after.writestr(name, content)
    return file.getvalue()


def without(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as before:
        return zipped(
            {entry.filename: before.read(entry) for entry in before.infolist() if entry.filename != name}
        )


def with_rows(rows: bytes) -> bytes:
    """Make a workbook whose first sheet has these rows, as XML."""
    return edited(
        good_workbook(sheets=1),
        SHEET,
        lambda _: b"<worksheet %b><sheetData>%b</sheetData></worksheet>" % (MAIN, rows),
    )


def ods(rows: bytes, names: bytes = b"") -> bytes:
    """Make an OpenDocument spreadsheet of one table with these rows, as XML."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "table", "text")
    )
    content = (
        b'<?xml version="1.0" encoding="UTF-8"?><office:document-content %b '
        b'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        b"<office:body><office:spreadsheet>"
        b'<table:table table:name="Article 1">%b</table:table>%b</office:spreadsheet></office:body>'
        b"</office:document-content>"
    ) % (spaces.encode(), rows, names)
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


def ods_cell(text: str = "Oui", *, repeated: int = 1) -> bytes:
    return (
        f'<table:table-cell table:number-columns-repeated="{repeated}" office:value-type="string">'
        f"<text:p>{text}</text:p></table:table-cell>"
    ).encode()


def ods_row(cells: bytes, *, repeated: int = 1) -> bytes:
    return b'<table:table-row table:number-rows-repeated="%d">%b</table:table-row>' % (repeated, cells)


def compound_file(*streams: str) -> bytes:
    """Make the header and directory of a compound file (OLE), as old and encrypted workbooks have them."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    directory = b""
    for name in ("Root Entry", *streams):
        letters = name.encode("utf-16-le")
        directory += letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters) + 2, 2, 1) + bytes(60)
    return header.ljust(512, b"\0") + b"\xff" * 512 + directory.ljust(512, b"\0")


def lying_about_its_size(data: bytes) -> bytes:
    """Make a part of many megabytes pretend, in both directories, to be 100 bytes long."""
    bomb = b"<a>" + b" " * 9_000_000
    file = edited(data, STRINGS, lambda _: bomb)
    return file.replace(struct.pack("<L", len(bomb)), struct.pack("<L", 100))


def twice(data: bytes, name: str) -> bytes:
    file = io.BytesIO(data)
    with warnings.catch_warnings(), zipfile.ZipFile(file, "a") as again:
        warnings.simplefilter("ignore")  # zipfile warns of duplicates, rightly
        again.writestr(name, again.read(name))
    return file.getvalue()


def laughs(name: str) -> bytes:
    """Declare entities that would grow to a billion laughs in one part of a good workbook."""
    grow = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{grow}]><x>&l9;</x>'
    return edited(good_workbook(), name, lambda _: bomb.encode())


def slow_to_read() -> bytes:
    """Put error cells into each other, so that the search for each one's end goes far."""
    return with_rows(b'<row r="1">' + b'<c r="A1" t="e">' * 480_000 + b"</c>" * 480_000 + b"</row>")


def large_in_memory(cells: int = 100_000) -> bytes:
    """Make one text of 32,000 letters that so many cells share: three gigabytes when read."""
    rows = (b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(1, cells + 1))
    strings = b"<sst %b><si><t>%b</t></si></sst>" % (MAIN, b"x" * 32_000)
    return edited(with_rows(b"".join(rows)), STRINGS, lambda _: strings)


def _many_cells() -> bytes:
    noise = random.Random(3).randbytes(20_000).hex().encode()  # so that no other limit is reached first
    row = (
        b"<row>" + b"".join(b"<c><v>%b</v></c>" % noise[at : at + 8] for at in range(0, 4_000, 4)) + b"</row>"
    )
    return with_rows(b"".join(row.replace(b"<v>", b"<v>" + noise[at : at + 4]) for at in range(1_050)))


def _deep() -> bytes:
    return with_rows(b"<row><c><is>" + b"<r>" * 400_000 + b"</r>" * 400_000 + b"</is></c></row>")


def _one_cell(name: str, value: bytes = b"<v>7</v>") -> bytes:
    row = "".join(filter(str.isdigit, name))
    return with_rows(f'<row r="{row}"><c r="{name}">'.encode() + value + b"</c></row>")


def _far_cell() -> bytes:
    near = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="19000"><c r="B19000"><v>2</v></c></row>'
    return with_rows(near + b'<row r="1048576"><c r="XFD1048576"><v>3</v></c></row>')


def _mail() -> bytes:
    return b"Return-Path: <someone@example.org>\r\nSubject: answers\r\n\r\nPlease find attached.\r\n"


_HTML = b"<html><body><table><tr><td>untoc.1.1</td><td>Oui</td></tr></table></body></html>"
_CSV = "code;réponse\nuntoc.1.1;Oui\nuntoc.1.2;Non\n".encode()
_RELATIONS = "xl/_rels/workbook.xml.rels"

REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("empty-file", lambda: b""),
    "only zeros": ("empty-file", lambda: bytes(5_000)),
    "truncated": ("damaged-file", lambda: good_workbook()[:-700]),
    "the first half": ("damaged-file", lambda: good_workbook()[: len(good_workbook()) // 2]),
    "random after a zip's first bytes": (
        "damaged-file",
        lambda: b"PK\3\4" + random.Random(1).randbytes(9_000),
    ),
    "random bytes": ("not-a-spreadsheet", lambda: b"\1" + random.Random(2).randbytes(9_000)),
    "html": ("not-a-spreadsheet", lambda: _HTML),
    "html after a byte order mark": ("not-a-spreadsheet", lambda: b"\xef\xbb\xbf\n" + _HTML),
    "csv": ("not-a-spreadsheet", lambda: _CSV),
    "pdf": ("not-a-spreadsheet", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "png": ("not-a-spreadsheet", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50)),
    "rar": ("not-a-spreadsheet", lambda: b"Rar!\x1a\7\1\0" + bytes(50)),
    "mail": ("not-a-spreadsheet", _mail),
    "docx": (
        "not-a-spreadsheet",
        lambda: zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
    ),
    "a zip with the workbook inside": (
        "not-a-spreadsheet",
        lambda: zipped({"answers.xlsx": good_workbook()}),
    ),
    "an empty zip": ("not-a-spreadsheet", lambda: zipped({})),
    "old xls": ("old-format", lambda: compound_file("Workbook")),
    "xlsb": ("old-format", lambda: zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"\1"})),
    "password": ("password-protected", lambda: compound_file("EncryptionInfo", "EncryptedPackage")),
    "ods with a password": (
        "opendocument-with-password",
        lambda: edited(ods(ods_row(ods_cell())), "META-INF/manifest.xml", lambda _: b"<m:encryption-data/>"),
    ),
    "too large a file": ("file-too-large", lambda: b"PK\3\4" + bytes(21 * 2**20)),
    "zip bomb": ("unpacks-too-large", lambda: edited(good_workbook(), SHEET, lambda _: bytes(30_000_000))),
    "a bomb that lies about its size": ("damaged-file", lambda: lying_about_its_size(good_workbook())),
    "many parts": ("too-many-parts", lambda: zipped({f"xl/{number}.xml": b"" for number in range(2_500)})),
    "a path upwards": ("odd-part", lambda: edited(good_workbook(), "../../evil", lambda _: b"x")),
    "an absolute path": ("odd-part", lambda: edited(good_workbook(), "/etc/passwd", lambda _: b"x")),
    "a part twice": ("odd-part", lambda: twice(good_workbook(), SHEET)),
    "a part twice in other letters": (
        "odd-part",
        lambda: edited(good_workbook(), SHEET.upper(), lambda _: b"<x/>"),
    ),
    "laughs in the texts": ("declares-entities", lambda: laughs(STRINGS)),
    "laughs in a sheet": ("declares-entities", lambda: laughs(SHEET)),
    "laughs in the book": ("declares-entities", lambda: laughs("xl/workbook.xml")),
    "laughs in the properties": ("declares-entities", lambda: laughs("docProps/core.xml")),
    "no book": ("damaged-file", lambda: without(good_workbook(), "xl/workbook.xml")),
    "no relations": ("damaged-file", lambda: without(good_workbook(), _RELATIONS)),
    "no sheet": ("damaged-file", lambda: without(good_workbook(), SHEET)),
    "a text that does not exist": (
        "damaged-file",
        lambda: with_rows(b'<row r="1"><c r="A1" t="s"><v>9999</v></c></row>'),
    ),
    "no UTF-8": (
        "damaged-file",
        lambda: edited(good_workbook(), STRINGS, lambda xml: xml.replace(b"Question", b"\xff\xfe")),
    ),
    "UTF-16": (
        "damaged-file",
        lambda: edited(good_workbook(), SHEET, lambda xml: xml.decode().encode("utf-16")),
    ),
    "an unknown entity": ("damaged-file", lambda: _one_cell("A1", b"<is><t>&evil;</t></is>")),
    "a million cells and more": ("too-many-cells", _many_cells),
    "ods, one row a million times": (
        "too-many-cells",
        lambda: ods(ods_row(ods_cell(repeated=20), repeated=1_000_000)),
    ),
    "ods, one cell a billion times": ("too-many-cells", lambda: ods(ods_row(ods_cell(repeated=999_999_999)))),
    "ods, two cells far apart": (
        "cells-too-far-apart",
        lambda: ods(
            ods_row(ods_cell(repeated=30))
            + ods_row(b"<table:table-cell/>", repeated=1_000_000)
            + ods_row(ods_cell())
        ),
    ),
    "ods, a cell off the grid": (
        "cells-too-far-apart",
        lambda: ods(ods_row(b'<table:table-cell table:number-columns-repeated="16384"/>' + ods_cell("x"))),
    ),
    "ods without contents": ("damaged-file", lambda: without(ods(b""), "content.xml")),
    "ods with laughs": (
        "declares-entities",
        lambda: edited(ods(b""), "content.xml", lambda xml: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + xml),
    ),
    "three gigabytes of text": ("reading-too-big", large_in_memory),
}
"""What cannot be read, with the code of the one problem that says so."""

ODD: dict[str, tuple[tuple[str, ...], Callable[[], bytes]]] = {
    "macros": (
        ("macros-inside",),
        lambda: edited(good_workbook(), "xl/vbaProject.bin", lambda _: b"\xd0\xcf\x11\xe0"),
    ),
    "links": (
        ("links-to-other-files",),
        lambda: edited(good_workbook(), "xl/externalLinks/externalLink1.xml", lambda _: b"<x/>"),
    ),
    "embedded": (
        ("embedded-objects",),
        lambda: edited(good_workbook(), "xl/embeddings/oleObject1.bin", lambda _: b"x"),
    ),
    "one far cell": (("far-cells-left-out",), _far_cell),
    "a billion in the dimension": (
        (),
        lambda: edited(
            good_workbook(), SHEET, lambda xml: xml.replace(b'ref="A1:D15"', b'ref="A1:XFD1048576"')
        ),
    ),
    "deep XML": ((), _deep),
    "ods, a million empty rows": (
        (),
        lambda: ods(
            ods_row(ods_cell())
            + ods_row(b'<table:table-cell table:number-columns-repeated="16384"/>', repeated=1_048_575)
        ),
    ),
}
"""What looks dangerous, but can be read; with the codes of the remarks."""


def mutation(data: bytes, seed: int) -> bytes:
    """Damage a good workbook: bytes flipped, cut, doubled or moved, in the zip or inside one of its parts."""
    rng = random.Random(seed)
    if rng.random() < 0.4:
        return _damaged(data, rng)
    with zipfile.ZipFile(io.BytesIO(data)) as before:
        name = rng.choice(before.namelist())
    return edited(data, name, lambda part: _damaged(part, rng))


def _damaged(part: bytes, rng: random.Random) -> bytes:
    damaged = bytearray(part)
    for _ in range(rng.choice((1, 1, 2, 8))):
        at, length = rng.randrange(len(damaged) + 1), rng.randrange(1, 60)
        match rng.randrange(6):
            case 0:
                damaged[at : at + 1] = rng.randbytes(1)
            case 1:
                del damaged[at : at + length]
            case 2:
                damaged[at:at] = damaged[at : at + length]
            case 3:
                damaged[at:at] = rng.choice(
                    (b"<c r='XFD9'><v>1</v></c>", b"<", b"&", b"]]>", b"<!--", b"\0", b"9" * 9)
                )
            case 4:
                digits = [place for place, byte in enumerate(damaged) if 48 <= byte <= 57]
                if digits:
                    damaged[rng.choice(digits)] = 48 + rng.randrange(10)
            case _:
                damaged = damaged[: max(at, len(damaged) // 2)]
    return bytes(damaged)
