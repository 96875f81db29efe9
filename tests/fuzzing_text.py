"""Damage to what people's programs write as text: tables (CSV), and mails (MIME)."""

import random
import re
from collections.abc import Sequence

from tests.fuzzing_damage import in_bytes

_DELIMITERS = (",", ";", "\t", "|", " ", ":", "\x1f")
_ENDS = ("\n", "\r\n", "\r", "\n\r", "\r\r\n", "\u2028", "\x0b", "\n\n")
_QUOTES = ('"', '""', "'", "“", "\\", '" ', ' "', '","', '"\n')
_TYPED = (
    "\0", "\ufeff", "=1+1", "sep=;\n", "x", "\n", "\r", "9" * 400, "x" * 40_000, "\x07", "\x1a", "é", "Ä",
    "Ж", "ع", "\ufffd", "untoc.5.1.b", "untoc.9.9.z", "L1", "No", "Yes",
)  # fmt: skip
_ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1252", "cp1251", "cp1256",
    "cp437", "mac-roman", "gb18030", "cp500",
)  # fmt: skip


def in_table(  # noqa: C901, PLR0912  # what may happen to a line
    data: bytes, dice: random.Random, _others: Sequence[bytes]
) -> bytes:
    encoding = encoding_of(data)
    lines = data.decode(encoding).splitlines(keepends=True)
    delimiter = max(_DELIMITERS[:4], key=lambda each: sum(line.count(each) for line in lines))
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
        cells = lines[at].split(delimiter)
        one, two = dice.randrange(len(cells)), dice.randrange(len(cells))
        match dice.randrange(12):
            case 0:
                lines = [line.replace(delimiter, dice.choice(_DELIMITERS)) for line in lines]
            case 1:
                lines[at] = lines[at].replace(delimiter, dice.choice(_DELIMITERS))
            case 2:
                cells[one], cells[two] = cells[two], cells[one]
                lines[at] = delimiter.join(cells)
            case 3:
                del cells[one]
                lines[at] = delimiter.join(cells)
            case 4:
                lines[at] = delimiter.join([*cells[:one], *cells[two:], *cells[one:]])
            case 5:
                lines.insert(to, lines[at] if dice.random() < 0.5 else lines.pop(at))
            case 6:
                lines[at] = ""
            case 7:
                lines[at] = _typed(lines[at], dice.choice(_QUOTES), dice)
            case 8:
                lines[at] = lines[at].replace('"', "", 1)
            case 9:
                ends = dice.choice(_ENDS)
                wanted = {at} if dice.random() < 0.5 else set(range(len(lines)))
                lines = [
                    re.sub("[\r\n]+$", ends, line) if n in wanted else line for n, line in enumerate(lines)
                ]
            case 10:
                lines[at] = _typed(lines[at], dice.choice(_TYPED), dice)
            case _:
                return _encoded(lines, encoding, dice)
    return "".join(lines).encode(encoding, "replace")


def encoding_of(data: bytes) -> str:
    """Return in which encoding one of our good tables is written."""
    if data.startswith(b"\xff\xfe"):
        return "utf-16"
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _typed(line: str, text: str, dice: random.Random) -> str:
    at = dice.randrange(len(line) + 1)
    return line[:at] + text + line[at + dice.choice((0, 0, 1)) :]


def _encoded(lines: Sequence[str], encoding: str, dice: random.Random) -> bytes:
    """Write all lines, or some of them, in another encoding."""
    other, cut = dice.choice(_ENCODINGS), dice.choice((0, 0, dice.randrange(len(lines))))
    first, rest = "".join(lines[:cut]), "".join(lines[cut:])
    return first.encode(encoding, "replace") + rest.encode(other, "replace")


_HEADER = re.compile(rb"^[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n", re.MULTILINE)
_BOUNDARY = re.compile(rb"^--=_[^\r\n]*\r?\n?", re.MULTILINE)
_BASE64 = re.compile(rb"(?:^[A-Za-z0-9+/=]{60,}\r?\n)+", re.MULTILINE)
_TYPES = (
    b"text/plain", b"text/html", b"multipart/mixed", b"multipart/alternative", b"multipart/digest",
    b"multipart/report; report-type=delivery-status", b"multipart/signed", b"multipart/encrypted",
    b"message/rfc822", b"message/partial", b"message/delivery-status", b"message/external-body",
    b"application/octet-stream", b"application/ms-tnef", b"application/pkcs7-mime",
    b"text/csv; charset=utf-16",
    b"image/png", b"", b";", b"text", b"multipart/mixed; boundary", b'multipart/mixed; boundary="',
    b'multipart/mixed; boundary*0="=_"; boundary*1=x', b"text/plain; charset=\xff", b"x" * 30_000,
)  # fmt: skip
_TRANSFERS = (
    b"base64",
    b"quoted-printable",
    b"7bit",
    b"8bit",
    b"binary",
    b"x-uuencode",
    b"BASE64",
    b"x",
    b"",
)
_CHARSETS = (b"utf-8", b"utf-7", b"iso-2022-jp", b"unknown", b"utf-16", b"idna", b"cp1252", b"x" * 500, b"")
_WRITTEN = (
    b"\xe9", b"\xc3\xa9", b"\0", b"\r", b"\n", b"\r\n\r\n", b"\r\n ", b"\r\n\t", b'"', b";", b"<a@b>", b",",
    b"(", b"=?utf-8?b?w6k=?=", b"=?utf-8?q?=C3?= =?utf-8?q?=A9?=", b"=?x?b?!?=", b"=?utf-16?b?2AA=?=",
    b"\x7f", b"=00", b"--=_", b"From x 10:00\r\n", b"; filename*=utf-8''%E9.xlsx", b"; name=../../x",
    b"; filename*0*=utf-8''a; filename*1=b.csv", b"x" * 3_000, b"> ", b"begin 644 x\r\n", b".",
    b"\xef\xbb\xbf",
)  # fmt: skip


def in_mime(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        headers, marks = list(_HEADER.finditer(data)), list(_BOUNDARY.finditer(data))
        if not headers or not marks:
            return in_bytes(data, dice, others)
        match dice.randrange(9):
            case 0 | 1 | 2:
                data = _reheaded(data, headers, dice)
            case 3 | 4:
                data = _bounded(data, dice.choice(marks), dice)
            case 5:
                data = _recoded(data, dice)
            case 6:
                data = _nested(data, dice.choice((1, 1, 2, 11, 12, 13, 40)))
            case 7:
                old, new = dice.choice(
                    ((b"\r\n", b"\n"), (b"\r\n", b"\r"), (b"\n", b"\r\n"), (b"\r\n\r\n", b"\r\n"))
                )
                data = data.replace(old, new, dice.choice((-1, -1, 1, 5)))
            case _:
                data = in_bytes(data, dice, others)
    return data


def _reheaded(data: bytes, headers: Sequence[re.Match[bytes]], dice: random.Random) -> bytes:
    one, other = dice.choice(headers), dice.choice(headers)
    name, _, value = one[0].partition(b":")
    at = dice.randrange(len(value))
    match dice.randrange(8):
        case 0:
            new = b""
        case 1:
            new = one[0] + one[0]
        case 2:
            new = one[0] + other[0]
        case 3:
            new = name + b":" + value[:at] + dice.choice((b"\r\n ", b"\r\n\t", b"\r\n", b"\n  ")) + value[at:]
        case 4:
            new = name + b":" + value[:at] + dice.choice(_WRITTEN) + value[at:]
        case 5:
            known = {b"content-type": _TYPES, b"content-transfer-encoding": _TRANSFERS}
            new = name + b": " + dice.choice(known.get(name.lower(), _WRITTEN)) + b"\r\n"
        case 6:
            new = re.sub(rb'charset="?[^\s;"]*"?', b"charset=" + dice.choice(_CHARSETS), one[0])
        case _:
            new = dice.choice((name.upper(), name.lower(), name + b" ", name[1:])) + b":" + value
    return data[: one.start()] + new + data[one.end() :]


def _bounded(data: bytes, mark: re.Match[bytes], dice: random.Random) -> bytes:
    line = mark[0].rstrip(b"\r\n")
    ends = mark[0][len(line) :]
    parts = [hit.start() for hit in _BOUNDARY.finditer(data)]
    match dice.randrange(7):
        case 0:
            new = b""
        case 1:
            new = mark[0] * 2
        case 2:
            new = line + dice.choice((b"--", b" ", b"\t \t", b"x", b"-", b"\xe9")) + ends
        case 3:
            new = line[: dice.randrange(len(line))] + ends
        case 4:
            new = line.removesuffix(b"--") + ends
        case 5:
            start = mark.start()
            end = min((at for at in parts if at > start), default=len(data))
            part, rest = data[start:end], data[:start] + data[end:]
            place = dice.choice([at for at in parts if at < len(rest)] or [0])
            return rest[:place] + dice.choice((b"", part, part * 2)) + rest[place:]
        case _:
            new = b" " + mark[0]
    return data[: mark.start()] + new + data[mark.end() :]


def _recoded(data: bytes, dice: random.Random) -> bytes:
    """Damage what is written in base64: as servers, scanners and clipboards do."""
    runs = list(_BASE64.finditer(data))
    if not runs:
        return data
    start, end = dice.choice(runs).span()
    run, at = data[start:end], dice.randrange(end - start)
    match dice.randrange(6):
        case 0:
            run = run[:at]
        case 1:
            run = run[:at] + dice.choice(_WRITTEN) + run[at:]
        case 2:
            run = re.sub(rb"\r?\n", b"", run) + b"\r\n"
        case 3:
            run = run[:at] + b"\r\n\r\n[removed by the scanner]\r\n" + run[at:]
        case 4:
            run = run.replace(b"=", b"")
        case _:
            run = run[:at] + run[at + 1 :]
    return data[:start] + run + data[end:]


def _nested(data: bytes, depth: int) -> bytes:
    """Put a mail into a mail, as a forwarded one."""
    for level in range(depth):
        mark = b"=_nest_%d" % level
        data = b"\r\n".join((
            b"From: x@y.example", b"MIME-Version: 1.0", b"Subject: Fwd",
            b'Content-Type: multipart/mixed; boundary="%b"' % mark, b"", b"--" + mark,
            b"Content-Type: " + (b"multipart/mixed; boundary=x" if level % 2 else b"message/rfc822"), b"",
            data, b"--" + mark + b"--", b"",
        ))  # fmt: skip
    return data
