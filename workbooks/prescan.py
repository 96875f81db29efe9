"""The parts of a returned file, unpacked within limits: nothing later inflates a byte by itself."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from problems import Problem
from problems.intake import (
    ArchiveWithPassword,
    DamagedFile,
    DeclaresEntities,
    OddPart,
    PasswordProtected,
    TooManyParts,
    UnpacksTooLarge,
)

# The largest honest files among 3,340 public ones: 57 MiB unpacked, ratio 69 : 1, 188 parts.
FILE_LIMIT: Final = 20 * 2**20
UNPACKED_LIMIT: Final = 200 * 2**20
RATIO_LIMIT: Final = 100
RATIO_FROM: Final = 10 * 2**20
PARTS_LIMIT: Final = 2_000

_OFFICE: Final = re.compile(r"(?:xl|word|ppt)/|META-INF/manifest|content\.xml$", re.IGNORECASE)
"""Parts of an office file, which a program of its own may have encrypted as a zip file."""

_ODD_PATH: Final = re.compile(r"^/|^[A-Za-z]:|\\|\x00|(^|/)\.\.?(/|$)")
PROLOG: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?[^>]*\?>|<!--.*?-->)*+<[A-Za-z_]", re.DOTALL)
"""What may stand before the first element when there is no document type; it can stand nowhere else."""
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class RefusedError(Exception):
    """Raised deep inside the scan of a file that is not read further; the child turns it into its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Package:
    """A zip file whose directory is within the limits; parts are unpacked one by one, on demand."""

    data: bytes
    entries: dict[str, ZipInfo]
    """By name in small letters, as office programs look parts up."""

    def part(self, name: str) -> bytes | None:
        """Unpack a part; None when it is missing. Raises ValueError or zlib.error when damaged.

        A part is inflated to at most the size that the directory declares, which the limits have counted; a
        part that lies about its size fails here. A document type is refused here, before any parser runs.
        """
        entry = self.entries.get(name.lower())
        if entry is None:
            return None
        content = inflated(self.data, entry)
        if not PROLOG.match(content) and b"<!DOCTYPE" in content:
            raise RefusedError(DeclaresEntities(name=entry.filename[:80]))
        if b"\0" in content[:200]:
            raise ValueError("a part in UTF-16, or no text at all")
        return content


def open_package(data: bytes) -> tuple[Package | None, list[Problem]]:
    """Read a zip file's directory and hold it against the limits."""
    listed = directory(data)
    if listed is None:
        return None, [DamagedFile()]
    if problem := next(chain(beyond_limits(listed, len(data)), _odd_names(listed)), None):
        return None, [problem]
    return Package(data, {entry.filename.lower(): entry for entry in listed}), []


def directory(data: bytes) -> list[ZipInfo] | None:
    """List the files of a zip file as its directory does; None where that cannot be read.

    What is called as a folder is, and holds something, is a file all the same.
    """
    try:
        with ZipFile(io.BytesIO(data)) as zipped:
            return [entry for entry in zipped.infolist() if entry.file_size or not entry.is_dir()]
    except Exception:  # noqa: BLE001  # zipfile raises nine kinds over damaged directories
        return None


def beyond_limits(entries: list[ZipInfo], size: int) -> Iterator[Problem]:
    """Hold the directory of a zip file of `size` bytes against the limits."""
    if len(entries) > PARTS_LIMIT:
        yield TooManyParts(count=len(entries), limit=PARTS_LIMIT)
    if any(entry.flag_bits & 1 for entry in entries):
        office = any(_OFFICE.match(entry.filename) for entry in entries)
        yield PasswordProtected() if office else ArchiveWithPassword()
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > UNPACKED_LIMIT or (unpacked > RATIO_FROM and unpacked > RATIO_LIMIT * size):
        yield UnpacksTooLarge(megabytes=unpacked // 2**20, limit=UNPACKED_LIMIT // 2**20)


def _odd_names(entries: list[ZipInfo]) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in entries:
        if _ODD_PATH.search(entry.orig_filename):
            yield OddPart(name=entry.filename[:80], why="path")
        if entry.filename.lower() in seen:
            yield OddPart(name=entry.filename[:80], why="twice")
        seen.add(entry.filename.lower())


def inflated(data: bytes, entry: ZipInfo) -> bytes:
    """Unpack one file of a zip file to at most its declared size. Raises ValueError or zlib.error."""
    at = entry.header_offset
    if data[at : at + 4] != b"PK\x03\x04":
        raise ValueError("no part where the directory says")
    name_length, extra_length = struct.unpack_from("<HH", data, at + 26)
    start = at + 30 + name_length + extra_length
    name = entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")
    if data[at + 30 : at + 30 + name_length] != name:
        raise ValueError("a part that calls itself otherwise than the directory does")
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == ZIP_DEFLATED:
        content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size + 1)
    elif entry.compress_type == ZIP_STORED:
        content = bytes(packed)
    else:
        raise ValueError("a compression that spreadsheets do not use")
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise ValueError("a part differs from what the directory says")
    return content
