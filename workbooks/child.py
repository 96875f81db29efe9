"""The child process that opens strangers' files: it confines itself, then answers frame after frame.

A child that was given a lesson also reads what it opens, and answers with what the file says.

Whatever happens to it, the parent learns it from the exit status. It writes no file, opens no connection and
starts no process.
"""

import ctypes
import gc
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from io import BytesIO
from math import ceil, isfinite
from typing import BinaryIO, Final

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from problems import Problem
from problems.intake import DamagedFile, ReadingTooBig
from workbooks import flat, ooxml, opendocument
from workbooks.contents import Contents, Sheet, Shown, Value, cell_name, cell_position
from workbooks.prescan import RefusedError, open_package
from workbooks.recognition import package_format, recognise, shape
from workbooks.scan import Scan, packed
from workbooks.wire import CPU_SECONDS, HEADER, REPLY_LIMIT, Answer, encode

MEMORY_LIMIT: Final = 2**30
RETIRE_FROM: Final = 300 * 2**20
"""A child that once grew beyond this asks to be replaced, so that the next file finds its whole memory."""

_FILES: Final = 16
_NEW_USERS, _NEW_NETWORK = 0x10000000, 0x40000000

Tell = Callable[[Contents | None, Sequence[Problem], bytes], bytes]
"""Makes the reply of what opening a file brought, and of its bytes, which may hold other files."""


def examine(data: bytes) -> Answer[Contents]:
    """Read a returned file from its bytes. Raises BaseException for a damaged one: calamine panics."""
    problem = recognise(data)
    try:
        match shape(data, problem):
            case "package":
                return _package(data)
            case "flat":
                return _package(packed(flat.parts(data)))
            case "separated":
                from workbooks import separated  # noqa: PLC0415  # few files are

                return separated.read(data), []
            case None:
                return None, [problem] if problem else []
    except RefusedError as refused:
        return None, [refused.problem]


def _package(data: bytes) -> Answer[Contents]:
    package, problems = open_package(data)
    if package is None:
        return None, problems
    match package_format(package):
        case "xlsx":
            return _spreadsheet(ooxml.scan(package))
        case "ods":
            return _spreadsheet(opendocument.scan(package))
        case "odt":
            from workbooks import opentext  # noqa: PLC0415  # few files are

            return opentext.read(package)
        case _:
            from workbooks import word_file  # noqa: PLC0415  # few files are

            return word_file.read(package)


def _spreadsheet(found: Scan) -> Answer[Contents]:
    return _contents(found, tuple(_sheets(found))), found.problems


def _sheets(found: Scan) -> Iterator[Sheet]:
    """Yield the sheets as calamine reads them, from the scanned bytes alone."""
    book = CalamineWorkbook.from_filelike(BytesIO(packed(found.parts)))
    for index, about in enumerate(book.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        read = book.get_sheet_by_index(index)
        down, right = read.start or (0, 0)
        rows = tuple([tuple([None if value == "" else value for value in row]) for row in read.to_python()])
        yield Sheet(about.name, rows, down + 1, right + 1, about.visible != SheetVisibleEnum.Visible)


def _contents(found: Scan, sheets: tuple[Sheet, ...]) -> Contents:
    """Put the scan's findings and calamine's values together; an error has no value, whatever it shows."""
    wrong = {(sheet, cell_position(cell)) for sheet, cell, _ in found.errors}
    if wrong:
        sheets = tuple(_without(sheet, {at for name, at in wrong if name == sheet.name}) for sheet in sheets)
    if found.shown:
        sheets = tuple(_as_shown(sheet, found) for sheet in sheets)
    by_name = {sheet.name: sheet for sheet in sheets}
    uncached = (
        (name, cell)
        for name, cell in found.uncached
        if name in by_name and by_name[name].at(*cell_position(cell)) is None
    )
    return Contents(
        found.format, sheets, found.properties, found.names, tuple(uncached), tuple(found.errors),
        tuple(found.merged), tuple(found.struck), tuple(found.links),
    )  # fmt: skip


def _as_shown(sheet: Sheet, found: Scan) -> Sheet:
    """Put what is shown beside the values of a sheet that show something else."""
    tell = {cell_position(cell): shows for name, cell, shows in found.shown if name == sheet.name}

    def shown(row: int, column: int, value: Value) -> Value:
        shows = tell.get((row, column))
        words = shows(value) if shows else ""
        return Shown(value, words) if words and isinstance(value, (int, float, date)) else value

    return _changed(sheet, shown) if tell else sheet


def _without(sheet: Sheet, cells: set[tuple[int, int]]) -> Sheet:
    """Empty the given cells."""
    return _changed(sheet, lambda row, column, value: None if (row, column) in cells else value)


def _changed(sheet: Sheet, change: Callable[[int, int, Value], Value]) -> Sheet:
    rows = tuple(
        tuple(change(row, column, value) for column, value in enumerate(values, sheet.first_column))
        for row, values in enumerate(sheet.rows, sheet.first_row)
    )
    return replace(sheet, rows=rows)


def _finite(contents: Contents) -> Contents:
    """Make errors of numbers that are none, such as NaN, which no office program shows as a number."""
    wrong = {sheet.name: set(_no_numbers(sheet)) for sheet in contents.sheets}
    if not any(wrong.values()):
        return contents
    errors = [(name, cell_name(*at), "#NUM!") for name, cells in wrong.items() for at in sorted(cells)]
    sheets = tuple(_without(sheet, wrong[sheet.name]) for sheet in contents.sheets)
    return replace(contents, sheets=sheets, errors=(*contents.errors, *errors))


def _no_numbers(sheet: Sheet) -> Iterator[tuple[int, int]]:
    for row, values in enumerate(sheet.rows, sheet.first_row):
        if all(map(isfinite, [value for value in values if type(value) is float])):
            continue  # nearly every row, and at that speed
        for column, value in enumerate(values, sheet.first_column):
            if type(value) is float and not isfinite(value):
                yield row, column


def confine() -> None:
    """Give up memory, processor time, files, processes and the network, each as far as the system lets us."""
    os.umask(0o077)
    with suppress(OSError, AttributeError):
        flags = _NEW_NETWORK if os.geteuid() == 0 else _NEW_USERS | _NEW_NETWORK
        ctypes.CDLL(None, use_errno=True).unshare(flags)
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY_LIMIT),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_NPROC, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (limit, limit))


def serve(asked: BinaryIO, answered: BinaryIO) -> None:
    """Answer files until the parent closes the pipe."""
    tell: Tell = encode
    retire_from = max(
        RETIRE_FROM, _peak()
    )  # a new process inherits its parent's peak, however large that was
    while len(header := asked.read(HEADER.size)) == HEADER.size:
        lesson, length = HEADER.unpack(header)
        body = asked.read(length)
        _allow_more_time()
        if lesson:
            tell = _taught(body) if body else encode
            answered.write(HEADER.pack(False, 0))  # a word that this process is there, and ready
            answered.flush()
            continue
        reply = _reply(body, tell)
        retire = _peak() > retire_from
        answered.write(HEADER.pack(retire, len(reply)) + reply)
        answered.flush()
        if retire:
            return


def _peak() -> int:
    """Return the most memory that this process has held, in bytes; not its parent's, where Linux tells."""
    with suppress(OSError, ValueError), open("/proc/self/status", "rb") as status:  # noqa: PTH123  # many times
        return int(status.read().partition(b"VmHWM:")[2].split(maxsplit=1)[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _taught(lesson: bytes) -> Tell:
    """Learn to read; what is needed for it is loaded only by those who do."""
    from workbooks.reader import Reader  # noqa: PLC0415

    return Reader(lesson).tell


def _allow_more_time() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (ceil(used.ru_utime + used.ru_stime) + CPU_SECONDS, most))


def _reply(data: bytes, tell: Tell = encode) -> bytes:
    try:
        contents, problems = examine(data)
        reply = tell(contents and _finite(contents), problems, data)
    except MemoryError:
        return tell(None, [ReadingTooBig()], b"")
    except BaseException:  # noqa: BLE001  # a panic in calamine is a BaseException; any failure is a verdict
        return tell(None, [DamagedFile()], b"")
    return reply if len(reply) <= REPLY_LIMIT else tell(None, [ReadingTooBig()], b"")


def main() -> None:
    confine()
    gc.disable()  # it would go through everything learned, again and again; a child that grows is replaced
    serve(sys.stdin.buffer, sys.stdout.buffer)
