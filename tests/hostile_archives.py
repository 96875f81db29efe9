"""Zip files that lie about themselves: their directory, their sizes, their names, what stands around them."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tests.hostile import SHEET, STRINGS, edited, good_workbook, zipped


class Entry(NamedTuple):
    """One entry as it is to be written; what is None is as it should be."""

    name: bytes
    content: bytes
    method: int = 8
    flags: int = 0
    local_name: bytes | None = None
    size: int | None = None
    packed: bytes | None = None
    packed_size: int | None = None
    crc: int | None = None
    local_size: int | None = None
    offset: int | None = None
    extra: bytes = b""


def entries(data: bytes) -> list[Entry]:
    """Take a zip file apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped_:
        return [Entry(each.filename.encode(), zipped_.read(each)) for each in zipped_.infolist()]


def archive(
    parts: Iterable[Entry], *, count: int | None = None, before: bytes = b"", after: bytes = b""
) -> bytes:
    """Write a zip file entry by entry, with whatever is wrong about them."""
    body, directory, number = bytearray(before), bytearray(), 0
    for part in parts:
        number += 1
        packed = _deflated(part.content) if part.method == 8 else part.content
        packed = packed if part.packed is None else part.packed
        crc = zlib.crc32(part.content) if part.crc is None else part.crc
        size = len(part.content) if part.size is None else part.size
        packed_size = len(packed) if part.packed_size is None else part.packed_size
        at = len(body) if part.offset is None else part.offset
        local_name = part.name if part.local_name is None else part.local_name
        local_size = size if part.local_size is None else part.local_size
        body += struct.pack("<4s5H3L2H", b"PK\3\4", 20, part.flags, part.method, 0, 0x21, crc, packed_size,
                            local_size, len(local_name), 0) + local_name + packed  # fmt: skip
        directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, part.flags, part.method, 0, 0x21, crc,
                                 packed_size, size, len(part.name), len(part.extra), 0, 0, 0, 0,
                                 at & 0xFFFFFFFF) + part.name + part.extra  # fmt: skip
    number = min(number, 0xFFFF) if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, number, number, len(directory), len(body), 0)
    return bytes(body + directory + end) + after


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def changed(part: str, /, **how: object) -> bytes:
    """Write the good workbook with one entry told wrongly."""
    good = entries(good_workbook())
    return archive(each._replace(**how) if each.name == part.encode() else each for each in good)


def streamed() -> bytes:
    """Write as a stream does: sizes follow the data, and the local headers know none."""

    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *_: int) -> int:
            raise OSError

    file = Unseekable()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for each in entries(good_workbook()):
            after.writestr(each.name.decode(), each.content)
    return file.getvalue()


def zip64() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for each in entries(good_workbook()):
            with after.open(each.name.decode(), "w", force_zip64=True) as part:
                part.write(each.content)
    return file.getvalue()


def overlapping(copies: int, size: int) -> bytes:
    """Let many entries share one kernel of zeros, after D. Fifield: no recursion, no ratio over 1,032."""
    good = entries(good_workbook())
    kernel = Entry(b"xl/media/0.bin", bytes(size))
    start, packed, crc = (
        len(archive(good)) - _directory_size(good),
        len(_deflated(bytes(size))),
        zlib.crc32(bytes(size)),
    )
    others = [
        kernel._replace(name=b"xl/media/%d.bin" % number, packed=b"", crc=crc,
                        packed_size=packed, offset=start)
        for number in range(1, copies)
    ]  # fmt: skip
    return archive([*good, kernel, *others])


def _directory_size(parts: list[Entry]) -> int:
    return sum(46 + len(each.name) for each in parts) + 22


def many(count: int) -> bytes:
    return zipped({f"xl/media/{number}.png": b"" for number in range(count)})


def nested(depth: int) -> bytes:
    """Put a zip of zeros in a zip, so many times, as part of a good workbook."""
    inner = zipped({"0": bytes(9 * 2**20)})
    for level in range(depth):
        inner = zipped({f"{level}-{copy}.zip": inner for copy in range(10)})
    return edited(good_workbook(), "xl/media/bomb.zip", lambda _: inner)


def just_under(megabytes: int = 190) -> bytes:
    """Make a sheet that is just within every limit of unpacking: 190 MiB, at 90 to 1."""
    noise = random.Random(5).randbytes(megabytes * 2**20 // 90)
    blank = b"<!--" + b" " * (megabytes * 2**20) + b"-->"
    file = edited(good_workbook(), SHEET, lambda xml: xml.replace(b"<sheetData>", blank + b"<sheetData>"))
    return archive([*entries(file), Entry(b"xl/media/noise.bin", noise, method=0)])


def two_in_one() -> bytes:
    """Write one workbook behind another: the last directory counts, and it knows only the second."""
    return good_workbook(sheets=3) + good_workbook(sheets=1)


LYING: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a part longer than the directory says": ("damaged-file", lambda: changed(SHEET, size=100)),
    "a part shorter than the directory says": ("damaged-file", lambda: changed(SHEET, size=900_000)),
    "a part of four gigabytes, it says": ("unpacks-too-large", lambda: changed(SHEET, size=2**32 - 2)),
    "packed into nothing": ("damaged-file", lambda: changed(SHEET, packed_size=0)),
    "a wrong checksum": ("damaged-file", lambda: changed(SHEET, crc=7)),
    "stored, it says, but deflated": ("damaged-file", lambda: changed(SHEET, method=0, packed=b"\3\0")),
    "bzip2": ("damaged-file", lambda: changed(SHEET, method=12)),
    "lzma": ("damaged-file", lambda: changed(SHEET, method=14)),
    "a compression that there is not": ("damaged-file", lambda: changed(SHEET, method=99)),
    "an encrypted part": ("password-protected", lambda: changed(SHEET, flags=1)),
    "strongly encrypted": ("password-protected", lambda: changed(SHEET, flags=0x41)),
    "a local header of another part": ("damaged-file", lambda: changed(SHEET, local_name=STRINGS.encode())),
    "a part that begins before the file": ("damaged-file", lambda: changed(SHEET, offset=-40)),
    "a part that begins behind the file": ("damaged-file", lambda: changed(SHEET, offset=2**31)),
    "a part in the middle of another": ("damaged-file", lambda: changed(SHEET, offset=45)),
    "a broken zip64 field": ("damaged-file", lambda: changed(SHEET, size=2**32 - 1, extra=b"\1\0\4\0abcd")),
    "a field longer than itself": ("damaged-file", lambda: changed(SHEET, extra=b"\1\0\xff\xffab")),
    "a name with a NUL": ("odd-part", lambda: changed("docProps/app.xml", name=b"xl/x\0.xml")),
    "a name with backslashes": ("odd-part", lambda: changed("docProps/app.xml", name=b"xl\\..\\..\\evil")),
    "a drive": ("odd-part", lambda: changed("docProps/app.xml", name=b"C:evil.exe")),
    "a home": ("odd-part", lambda: changed("docProps/app.xml", name=b"xl/../../../.bashrc")),
    "two names differing in case": (
        "odd-part",
        lambda: archive([*entries(good_workbook()), Entry(b"XL/Worksheets/SHEET1.xml", b"<x/>")]),
    ),
    "65,535 parts": ("too-many-parts", lambda: many(65_535)),
    "parts that overlap": ("unpacks-too-large", lambda: overlapping(250, 2**20)),
    "a megabyte of zeros behind": ("damaged-file", lambda: good_workbook() + bytes(2**20)),
    "zeros between parts and directory": (
        "damaged-file",
        lambda: archive(entries(good_workbook()), count=0xFFFF)[:-22] + bytes(70_000),
    ),
    "pdf before": ("not-a-spreadsheet", lambda: b"%PDF-1.4\n%%EOF\n" + good_workbook()),
    "a web page before": ("not-a-spreadsheet", lambda: b"<html><body>x</body></html>" + good_workbook()),
    "a picture before": ("not-a-spreadsheet", lambda: b"GIF89a" + bytes(20) + good_workbook()),
    "a remark that is a directory": (
        "damaged-file",
        lambda: archive(entries(good_workbook()))[:-2] + struct.pack("<H", 40) + b"PK\5\6" + b"\xff" * 36,
    ),
    "only a directory's end": ("damaged-file", lambda: b"PK\5\6" + b"\xff" * 18),
    "a directory of itself": (
        "damaged-file",
        lambda: b"PK\3\4" + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 26, 0, 0),
    ),
}
"""Refused, with the code of the one problem."""

HARMLESS: dict[str, tuple[tuple[str, ...], Callable[[], bytes]]] = {
    "packed longer than the file": ((), lambda: changed(SHEET, packed_size=2**31)),
    "streamed": ((), streamed),
    "zip64": ((), zip64),
    "stored": ((), lambda: archive(each._replace(method=0) for each in entries(good_workbook()))),
    "a remark behind the directory": (
        (),
        lambda: archive(entries(good_workbook()))[:-2] + struct.pack("<H", 60_000) + b"x" * 60_000,
    ),
    "a zip of zips of zeros as a picture": ((), lambda: nested(2)),
    "few parts that overlap": ((), lambda: overlapping(5, 2**20)),
    "just under every limit": ((), just_under),
    "a size that only the local header lies about": ((), lambda: changed(SHEET, local_size=9)),
    "a date that there is not": (
        (),
        lambda: good_workbook().replace(struct.pack("<HH", 0, 0x21), b"\xff" * 4),
    ),
    "one workbook behind another": ((), two_in_one),
}
"""Read, with the codes of the remarks."""


def truncated() -> list[bytes]:
    """Cut a good workbook after every hundredth."""
    data = good_workbook()
    return [data[: len(data) * hundredth // 100] for hundredth in range(100)]
