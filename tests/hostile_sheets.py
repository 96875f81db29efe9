"""Workbooks whose XML is hostile, broken or merely rare: entities, references, values, repetitions."""

import random
from collections.abc import Callable

from tests.hostile import (
    MAIN,
    SHEET,
    STRINGS,
    edited,
    good_workbook,
    ods,
    ods_cell,
    ods_row,
    with_rows,
)

BOOK, STYLES, CORE = "xl/workbook.xml", "xl/styles.xml", "docProps/core.xml"
RELATIONS, PACKAGE, TYPES = "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (OFFICE, b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
)

QUADRATIC = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "%b">]><x>%b</x>' % (b"a" * 50_000, b"&a;" * 5_000)
EXTERNAL = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
PARAMETER = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/x.dtd"> %a;]><x/>'


def part(name: str, content: bytes) -> Callable[[], bytes]:
    return lambda: edited(good_workbook(), name, lambda _: content)


def inserted(name: str, before: bytes, new: bytes) -> Callable[[], bytes]:
    def change(xml: bytes) -> bytes:
        assert before in xml
        return xml.replace(before, new + before, 1)

    return lambda: edited(good_workbook(), name, change)


def replaced(name: str, old: bytes, new: bytes) -> Callable[[], bytes]:
    def change(xml: bytes) -> bytes:
        assert old in xml
        return xml.replace(old, new)

    return lambda: edited(good_workbook(), name, change)


def behind_the_prolog(junk: bytes, name: str = STRINGS) -> Callable[[], bytes]:
    """Hide a document type behind something that may stand before it."""
    kind = b"<!DOCTYPE x [<!ENTITY a 'b'>]>"

    def change(xml: bytes) -> bytes:
        start = xml.index(b"?>") + 2
        return xml[:start] + junk + kind + xml[start:]

    return lambda: edited(good_workbook(), name, change)


def cells(*contents: bytes) -> Callable[[], bytes]:
    """Put these cells into the first row of the only sheet."""
    return lambda: with_rows(b'<row r="1">' + b"".join(contents) + b"</row>")


def strict() -> bytes:
    data = good_workbook()
    for name in (BOOK, SHEET, STRINGS, STYLES, RELATIONS, PACKAGE):
        for old, new in _STRICT:
            data = edited(data, name, lambda xml, old=old, new=new: xml.replace(old, new))
    return data


def long_text(megabytes: int, copies: int = 1) -> bytes:
    """Make one shared text of noise that so many cells show."""
    noise = random.Random(7).randbytes(megabytes * 2**20 // 2).hex().encode()
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, copies + 1))
    strings = b"<sst %b><si><t>%b</t></si></sst>" % (MAIN, noise)
    return edited(with_rows(rows), STRINGS, lambda _: strings)


def many_elements(
    opening: bytes, each: bytes, closing: bytes, before: bytes, name: str = SHEET
) -> Callable[[], bytes]:
    """Put a million elements into a part, with noise, so that no limit of unpacking is met."""

    def make() -> bytes:
        noise = (
            random.Random(9)
            .randbytes(3_000_000)
            .hex()
            .upper()
            .translate(str.maketrans("0123456789", "GHIJKLMNOP"))
        )
        new = b"".join(each % noise[at * 6 : at * 6 + 5].encode() for at in range(1_000_000))
        return inserted(name, before, opening + new + closing)()

    return make


def renamed_sheet(name: bytes) -> Callable[[], bytes]:
    return replaced(BOOK, b'<sheet name="Article 1"', b'<sheet name="' + name + b'"')


def deep(name: str, levels: int = 200_000) -> Callable[[], bytes]:
    return part(name, b"<a>" * levels + b"</a>" * levels)


def no_sheets(xml: bytes) -> bytes:
    start, end = xml.index(b"<sheets>"), xml.index(b"</sheets>")
    return xml[: start + 8] + xml[end:]


def span(columns: int) -> bytes:
    return ods(ods_row(b'<table:table-cell table:number-columns-spanned="%d" office:value-type="string">'
                       b"<text:p>Oui</text:p></table:table-cell>" % columns))  # fmt: skip


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    # entities
    **{
        f"{what} in {name}": ("declares-entities", part(name, bomb))
        for what, bomb in (
            ("a quadratic blow-up", QUADRATIC),
            ("another file", EXTERNAL),
            ("parameters", PARAMETER),
        )
        for name in (STRINGS, SHEET, BOOK, STYLES, CORE, RELATIONS, PACKAGE)
    },
    "a document type behind a comment": ("declares-entities", behind_the_prolog(b"<!-- <x> -->")),
    "behind ten thousand comments": ("declares-entities", behind_the_prolog(b"<!-- -->" * 10_000)),
    "behind a megabyte of spaces": ("declares-entities", behind_the_prolog(b" " * 2**20)),
    "behind instructions": ("declares-entities", behind_the_prolog(b"<?a b?><?c?>\r\n\t")),
    "behind an instruction with a bracket": ("declares-entities", behind_the_prolog(b"<?a > <b ?>")),
    "behind a comment with an element": ("declares-entities", behind_the_prolog(b"<!--\n<a>-->")),
    "in the book behind a comment": ("declares-entities", behind_the_prolog(b"<!-- <x> -->", BOOK)),
    # encodings
    "UTF-16 without mark": (
        "damaged-file",
        lambda: edited(good_workbook(), SHEET, lambda xml: xml.decode().encode("utf-16-le")),
    ),
    "UTF-16 book": (
        "damaged-file",
        lambda: edited(good_workbook(), BOOK, lambda xml: xml.decode().encode("utf-16")),
    ),
    "UTF-32": (
        "damaged-file",
        lambda: edited(good_workbook(), SHEET, lambda xml: xml.decode().encode("utf-32")),
    ),
    "UTF-7 book": ("damaged-file", part(BOOK, b'<?xml version="1.0" encoding="UTF-7"?>+ADw-workbook/+AD4-')),
    "EBCDIC book": (
        "damaged-file",
        part(BOOK, b'<?xml version="1.0" encoding="cp037"?>' + "<workbook/>".encode("cp037")),
    ),
    "invalid UTF-8 in a sheet": ("damaged-file", cells(b'<c r="A1" t="inlineStr"><is><t>\xc3(</t></is></c>')),
    "half a surrogate": ("damaged-file", cells(b'<c r="A1" t="inlineStr"><is><t>\xed\xa0\x80</t></is></c>')),
    "an overlong letter": ("damaged-file", cells(b'<c r="A1" t="inlineStr"><is><t>\xc0\xbc</t></is></c>')),
    # references
    "a text before the first": ("damaged-file", cells(b'<c r="A1" t="s"><v>-1</v></c>')),
    "the text number 2 to the 32": ("damaged-file", cells(b'<c r="A1" t="s"><v>4294967296</v></c>')),
    "the text number 2 to the 64": (
        "damaged-file",
        cells(b'<c r="A1" t="s"><v>18446744073709551616</v></c>'),
    ),
    "the text number one and a half": ("damaged-file", cells(b'<c r="A1" t="s"><v>1.5</v></c>')),
    "a column that there is not": ("damaged-file", cells(b'<c r="AAAA1"><v>7</v></c>')),
    "a column beyond 32 bits": ("damaged-file", cells(b'<c r="ZZZZZZZ1"><v>7</v></c>')),
    "a column of a megabyte": ("damaged-file", cells(b'<c r="' + b"A" * 2**20 + b'1"><v>7</v></c>')),
    "a row that there is not": ("damaged-file", cells(b'<c r="A1048577"><v>7</v></c>')),
    "a row beyond 32 bits": ("damaged-file", cells(b'<c r="A99999999999"><v>7</v></c>')),
    "a row of ten thousand digits": ("damaged-file", cells(b'<c r="A' + b"9" * 10_000 + b'"><v>7</v></c>')),
    "row 0": ("damaged-file", cells(b'<c r="A0"><v>7</v></c>')),
    "row -1": ("damaged-file", cells(b'<c r="A-1"><v>7</v></c>')),
    "only a row": ("damaged-file", cells(b'<c r="1"><v>7</v></c>')),
    "only a column": ("damaged-file", cells(b'<c r="A"><v>7</v></c>')),
    "a row element beyond 32 bits": (
        "damaged-file",
        lambda: with_rows(b'<row r="99999999999"><c><v>7</v></c></row>'),
    ),
    "a sheet that is not there": (
        "damaged-file",
        replaced(RELATIONS, b"worksheets/sheet1.xml", b"worksheets/sheet9.xml"),
    ),
    "a sheet outside": (
        "damaged-file",
        replaced(RELATIONS, b"worksheets/sheet1.xml", b"../../../etc/passwd"),
    ),
    "a sheet in the network": (
        "damaged-file",
        replaced(RELATIONS, b"worksheets/sheet1.xml", b"http://127.0.0.1/x.xml"),
    ),
    "a sheet in a file": (
        "damaged-file",
        replaced(RELATIONS, b"worksheets/sheet1.xml", b"file:///etc/passwd"),
    ),
    "a sheet that is the book": (
        "damaged-file",
        replaced(RELATIONS, b"worksheets/sheet1.xml", b"workbook.xml"),
    ),
    "a sheet that is its relations": (
        "damaged-file",
        replaced(RELATIONS, b"worksheets/sheet1.xml", b"_rels/workbook.xml.rels"),
    ),
    "a dimension of nothing": ("damaged-file", replaced(SHEET, b'ref="A1:D15"', b'ref=""')),
    # cut and nested
    "a letter by its number within a tag": (
        "damaged-file",
        replaced(SHEET, b"<dimension", b"<dime&#110;sion"),
    ),
    "ods without tables": ("damaged-file", lambda: edited(ods(b""), "content.xml", lambda _: b"<a/>")),
    "a sheet cut in a tag": (
        "damaged-file",
        lambda: edited(good_workbook(), SHEET, lambda xml: xml[: len(xml) // 2]),
    ),
    "a deep book": ("damaged-file", deep(BOOK)),
    "deep relations": ("damaged-file", deep(RELATIONS)),
    "a deep sheet": ("damaged-file", deep(SHEET)),
    "a million repeated by entity": (
        "too-many-cells",
        lambda: ods(
            ods_row(
                b'<table:table-cell table:number-columns-repeated="&#57;99999999" '
                b'office:value-type="float" office:value="1"/>'
            )
        ),
    ),
    "ods, a negative repetition": ("damaged-file", lambda: ods(ods_row(ods_cell(repeated=-5)))),
    "ods, spaces without end": (
        "reading-too-big",
        lambda: ods(ods_row(ods_cell('<text:s text:c="2000000000"/>'))),
    ),
    "ods, a repetition of forty digits": ("too-many-cells", lambda: ods(ods_row(ods_cell(repeated=10**40)))),
    "ods, rows in a group without end": (
        "too-many-cells",
        lambda: ods(
            b"<table:table-row-group>" + ods_row(ods_cell(), repeated=2**31) + b"</table:table-row-group>"
        ),
    ),
    "ods that declares another file": (
        "declares-entities",
        lambda: edited(ods(b""), "content.xml", lambda _: EXTERNAL),
    ),
    "ods whose properties declare": (
        "declares-entities",
        lambda: edited(ods(b""), "meta.xml", lambda _: QUADRATIC),
    ),
    "ods whose list is encrypted": (
        "opendocument-with-password",
        lambda: edited(
            ods(ods_row(ods_cell())), "META-INF/manifest.xml", lambda _: b"<manifest:encryption-data/>"
        ),
    ),
}

ODD: dict[str, tuple[tuple[str, ...], Callable[[], bytes]]] = {
    # never opened by us: read on
    **{
        f"entities in {name}": ((), part(name, QUADRATIC))
        for name in (
            "docProps/app.xml",
            "docProps/custom.xml",
            "xl/theme/theme1.xml",
            "customXml/item1.xml",
            TYPES,
        )
    },
    "relations in a circle": (
        (),
        part(
            "xl/worksheets/_rels/sheet1.xml.rels",
            b'<Relationships xmlns="x"><Relationship Id="a" Type="worksheet" Target="sheet1.xml"/>'
            b"</Relationships>",
        ),
    ),
    # what programs add
    "a template with macros": (("macros-inside",), part("xl/macrosheets/sheet1.xml", b"<x/>")),
    "a control": (("embedded-objects",), part("xl/activeX/activeX1.bin", b"x")),
    "a query": (("links-to-other-files",), part("xl/connections.xml", b"<connections/>")),
    "a web extension": (("embedded-objects",), part("xl/webextensions/webextension1.xml", b"<x/>")),
    "a link by DDE": (
        ("links-to-other-files",),
        part(
            "xl/externalLinks/externalLink1.xml", b"<externalLink><ddeLink ddeService='cmd'/></externalLink>"
        ),
    ),
    # rare, and read
    "strict Open XML": ((), strict),
    "a byte order mark": ((), lambda: edited(good_workbook(), SHEET, lambda xml: b"\xef\xbb\xbf" + xml)),
    "no dimension": ((), replaced(SHEET, b'<dimension ref="A1:D15"/>', b"")),
    "a dimension backwards": ((), replaced(SHEET, b'ref="A1:D15"', b'ref="D15:A1"')),
    "a dimension of one cell": ((), replaced(SHEET, b'ref="A1:D15"', b'ref="A1"')),
    "a million merged cells": (
        (),
        many_elements(b"<mergeCells>", b'<mergeCell ref="A1:%b1"/>', b"</mergeCells>", b"<pageMargins"),
    ),
    "a million lists": (
        (),
        many_elements(
            b"<dataValidations>", b'<dataValidation sqref="%b1"/>', b"</dataValidations>", b"<pageMargins"
        ),
    ),
    "a format that there is not": ((), cells(b'<c r="A1" s="99999"><v>7</v></c>')),
    "a negative format": ((), cells(b'<c r="A1" s="-1"><v>7</v></c>')),
    "one text of ten megabytes": ((), lambda: long_text(10)),
    "nineteen megabytes of text": ((), lambda: long_text(19)),
    "a sheet with a name of a megabyte": ((), renamed_sheet(b"x" * 2**20)),
    "a sheet with marks in its name": ((), renamed_sheet(b"=cmd|' /C calc'!A0 [../..\\x] &quot;&lt;&#10;")),
    "a sheet without name": ((), renamed_sheet(b"")),
    "two sheets of one name": ((), renamed_sheet(b"Article 2")),
    "no number": ((), cells(b'<c r="A1"><v>twelve</v></c>')),
    "no sheets": ((), lambda: edited(good_workbook(), BOOK, no_sheets)),
    "a million names": (
        (),
        many_elements(
            b"<definedNames>",
            b'<definedName name="n%b">1</definedName>',
            b"</definedNames>",
            b"<calcPr",
            BOOK,
        ),
    ),
    "an empty sheet": ((), lambda: with_rows(b"")),
    "ods, a cell over many columns": ((), lambda: span(2_000_000_000)),
    "ods, ten megabytes in a paragraph": (
        (),
        lambda: ods(ods_row(ods_cell(random.Random(3).randbytes(5 * 2**20).hex()))),
    ),
    "a workbook in an ods": (
        (),
        lambda: edited(ods(ods_row(ods_cell())), "answers.xlsx", lambda _: good_workbook()),
    ),
    "ods, no rows": ((), lambda: ods(b"")),
}
