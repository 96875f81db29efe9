"""Damage to files: to their bytes, to the directory of a zip file, to the elements of XML."""

import random
import re
from collections.abc import Callable, Sequence

from tests.hostile import edited
from tests.hostile_archives import Entry, archive, entries

Mutator = Callable[[bytes, random.Random, Sequence[bytes]], bytes]
"""Damages a file; given are also dice, and other good files."""


def in_bytes(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        at, length = dice.randrange(len(data) + 1), dice.choice((1, 1, 4, 60, 1_000))
        match dice.randrange(7):
            case 0:
                data = (
                    data[:at]
                    + bytes([(data[at] if at < len(data) else 0) ^ 1 << dice.randrange(8)])
                    + data[at + 1 :]
                )
            case 1:
                data = data[:at] + dice.randbytes(length) + data[at + length :]
            case 2:
                data = data[:at] + data[at + length :]
            case 3:
                data = data[:at] + data[at : at + length] + data[at:]
            case 4:
                data = data[: max(at, 1)]
            case 5:
                other = dice.choice(others)
                data = data[:at] + other[dice.randrange(len(other) + 1) :]
            case _:
                where = dice.randrange(max(len(data) - 3_000, 0), len(data) + 1)  # the directory: no checksum
                data = data[:where] + dice.randbytes(dice.choice((1, 2, 4))) + data[where + 1 :]
    return data


_CHANGES: tuple[Callable[[Entry, Entry, int, random.Random], Entry], ...] = (
    lambda part, other, _, __: part._replace(name=other.name),
    lambda part, _, __, dice: part._replace(name=dice.choice(_names(part.name))),
    lambda part, _, __, dice: part._replace(method=dice.choice((0, 1, 8, 9, 12, 14, 95, 99))),
    lambda part, _, __, dice: part._replace(flags=dice.choice((1, 2, 8, 0x40, 0x800, 0x2000, 0xFFFF))),
    lambda part, _, number, __: part._replace(size=number),
    lambda part, _, number, __: part._replace(packed_size=number),
    lambda part, _, number, __: part._replace(crc=number),
    lambda part, _, number, __: part._replace(offset=number),
    lambda part, other, number, _: part._replace(local_name=other.name, local_size=number),
)
"""What may be wrong about one entry of a zip file."""


def _names(name: bytes) -> tuple[bytes, ...]:
    return b"", name.upper(), b"/" + name, b"../x", b"x" * 60_000, name[1:]


def in_zip(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    parts = entries(data)
    for _ in range(dice.choice((1, 1, 2, 3))):
        if not parts:
            break
        at, to = dice.randrange(len(parts)), dice.randrange(len(parts))
        part, other = parts[at], parts[to]
        number = dice.choice((0, 1, 2**16, 2**31 - 1, 2**31, 2**32 - 1, dice.getrandbits(32)))
        match dice.randrange(5 + len(_CHANGES)):
            case 0:
                dice.shuffle(parts)
            case 1:
                parts.append(part)
            case 2:
                del parts[at]
            case 3:
                parts[at] = part._replace(content=other.content)
                parts[to] = other._replace(content=part.content)
            case 4:
                strangers = {
                    each.name: each
                    for each in entries(dice.choice([each for each in others if each.startswith(b"PK")]))
                }
                parts[at] = strangers.get(part.name, Entry(b"xl/stranger.bin", b"x"))
            case which:
                parts[at] = _CHANGES[which - 5](part, other, number, dice)
    return archive(parts)


_TAG = re.compile(rb"<([A-Za-z][\w:.-]*)(?:\s[^<>]*)?>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"<]*)"')
_SPACE = re.compile(rb'\sxmlns(?::\w+)?="[^"<]*"')
_DOCTYPE = b'<!DOCTYPE x [<!ENTITY x "12">]>'
_VALUES = (
    b"",
    b"0",
    b"-1",
    b"1",
    b"2",
    b"7",
    b"99999",
    b"4294967295",
    b"4294967296",
    b"18446744073709551616",
    b"1e308",
    b"1e999",
    b"NaN",
    b"-0",
    b"0x10",
    b"A1",
    b"B2",
    b"C6",
    b"XFD1048576",
    b"AAAA1",
    b"A0",
    b"a1:b2",
    b"s",
    b"str",
    b"b",
    b"e",
    b"d",
    b"inlineStr",
    b"n",
    b"true",
    b"x",
    b"&#65;",
    b"&amp;",
    b"&lt;c&gt;",
    b"'",
    b"\xd8\xa7",
    b" ",
    b"x" * 5_000,
    b"9" * 400,
    b"rId1",
    b"worksheet",
    b"../x",
    b"string",
    b"float",
    b"date",
    b"2026-01-30",
)
_INSERTED = (
    b"<c r='XFD9'><v>1</v></c>",
    b"<",
    b"&",
    b"]]>",
    b"<!--",
    b"-->",
    b"<!-- x -->",
    b"<![CDATA[x]]>",
    b"<?x y?>",
    b"\0",
    b"&#65;",
    b"&#0;",
    b"&x;",
    b"<x/>",
    b"</c>",
    b"<c>",
    b"<row/>",
    b"<v>3</v>",
    b"<f>A1</f>",
    b"\xff",
    b"\xc3",
    b"<c r='C6' t='s'><v>3</v></c>",
    b"<!DOCTYPE x>",
    b"<t>x</t>",
    b"<table:table-cell/>",
    b"<text:p>x</text:p>",
    b"<text:s text:c='9'/>",
    b"<row r='3'><c r='C3' t='e'><v>#SPILL!</v></c></row>",
    b"_x0041_",
    b"\r\n",
    b"  ",
    b"<w:br/>",
    b"<w:t>x</w:t>",
    b"<w:p/>",
    b"<w:tc><w:p/></w:tc>",
    b"<w:tr/>",
    b"<w:del/>",
    b"<w:vMerge/>",
    b"<w:showingPlcHdr/>",
    b"<text:line-break/>",
    b"<text:note>x</text:note>",
    b"<table:covered-table-cell/>",
)


def in_xml(data: bytes, dice: random.Random, _others: Sequence[bytes]) -> bytes:
    if not data.startswith(b"PK"):
        return _marked(data, dice)
    names = [each.name.decode() for each in entries(data)]
    weights = [8 if _MAIN.search(name) else 4 if "haredS" in name else 1 for name in names]
    (name,) = dice.choices(names, weights)
    return edited(data, name, lambda part: _marked(part, dice))


_MAIN = re.compile("sheet|content|document.xml$")


def _marked(part: bytes, dice: random.Random) -> bytes:  # noqa: C901  # what may happen to an element
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        tags = list(_TAG.finditer(part))
        if not tags:
            return in_bytes(part, dice, [part])
        start, end = _element(part, dice.choice(tags))
        other = slice(*_element(part, dice.choice(tags)))
        one = part[start:end]
        match dice.randrange(10):
            case 0:
                part = part[:start] + part[end:]
            case 1:
                place = dice.choice((end, other.stop))
                part = part[:place] + one + part[place:]
            case 2:
                part = part[:start] + part[other] + part[end:]
            case 3 | 4:
                part = part[:start] + _described(one, dice) + part[end:]
            case 5:
                at = start + dice.randrange(len(one) + 1)
                part = part[:at] + dice.choice(_INSERTED) + part[at:]
            case 6:
                without = part[:start] + part[end:]
                place = dice.choice([hit.start() for hit in _TAG.finditer(without)] or [0])
                part = without[:place] + one + without[place:]
            case 7:
                times = dice.choice((1, 2, 40, 3_000))
                opening, closing = _around(one)
                part = part[:start] + opening * times + one + closing * times + part[end:]
            case 8:
                part = _respaced(part, start, dice)
            case _:
                part = in_bytes(part, dice, [part])
    return part


def _element(part: bytes, tag: re.Match[bytes]) -> tuple[int, int]:
    """Return where the element of a start tag begins and ends."""
    if tag[0].endswith(b"/>"):
        return tag.span()
    depth = 0
    for hit in re.compile(rb"<(/?)%b(?=[\s/>])[^<>]*>" % re.escape(tag[1])).finditer(part, tag.start()):
        depth += -1 if hit[1] else 0 if hit[0].endswith(b"/>") else 1
        if not depth:
            return tag.start(), hit.end()
    return tag.start(), len(part)


def _around(element: bytes) -> tuple[bytes, bytes]:
    tag = _TAG.match(element)
    assert tag is not None
    return tag[0].removesuffix(b"/>").removesuffix(b">") + b">", b"</%b>" % tag[1]


def _respaced(part: bytes, at: int, dice: random.Random) -> bytes:
    """Change a namespace, a prefix, or what is declared before the first element."""
    spaces = list(_SPACE.finditer(part))
    match dice.randrange(4):
        case 0 if spaces:
            start, end = dice.choice(spaces).span()
            return part[:start] + dice.choice((b"", dice.choice(spaces)[0], b' xmlns="x"')) + part[end:]
        case 1:
            return part[: at + 1] + dice.choice((b"x:", b"w:", b"table:")) + part[at + 1 :]
        case 2:
            end = re.compile(rb"[\s/>]").search(part, at)
            place = end.start() if end else at
            return part[:place] + dice.choice((b' xmlns="x"', b' xmlns=""', b' xmlns:w="x"')) + part[place:]
    start = part.find(b"?>") + 2 if part.startswith(b"<?xml") else 0
    return part[:start] + dice.choice((_DOCTYPE, b"<!-- x -->", b"\xef\xbb\xbf", b"<?x y?>")) + part[start:]


def _described(element: bytes, dice: random.Random) -> bytes:
    """Change an attribute or a text within an element, or take an attribute away."""
    held, texts = list(_ATTRIBUTE.finditer(element)), list(re.finditer(rb">([^<>]+)<", element))
    spans = [hit.span(2) for hit in held] + [hit.span(1) for hit in texts]
    if not spans:
        return element
    if held and dice.random() < 0.3:
        start, end = dice.choice(held).span()
        return element[:start] + element[end:]
    start, end = dice.choice(spans)
    return element[:start] + dice.choice((*_VALUES, *(hit[2] for hit in held))) + element[end:]
