"""A message in bytes, cut into its parts as MIME says (RFC 2045–2047, 2231): damage is no reason to stop.

The standard library's parser builds every part as text, folds what it forwards and recurses as deep as a
stranger likes. Here every part stays a slice of what came, and only headers, each bounded, go through it.
"""

import binascii
import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from email.policy import compat32
from functools import cached_property
from typing import Any, Final

DEPTH_LIMIT: Final = 12
NODES_LIMIT: Final = 2_000
HEADERS_LIMIT: Final = 256 * 2**10
VALUE_LIMIT: Final = 20_000
NAME_LIMIT: Final = 1_000

_END_OF_HEADERS: Final = re.compile(rb"\r{0,2}\n\r{0,2}\n|\r\r(?!\n)")
_END_OF_LINE: Final = re.compile(rb"\r{0,2}\n|\r")
_HEADER: Final = re.compile(rb"[!-9;-~]+[ \t]*:")
_PART: Final = re.compile(
    rb"^Content-(?:Type|Transfer-Encoding|Disposition)[ \t]*:", re.MULTILINE | re.IGNORECASE
)
_NOT_BASE64: Final = bytes(
    set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
)
_WORD: Final = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=(?:\s+(?==\?))?")
_GUESSED: Final = re.compile(rb"(?:\A|[\r\n])--([^\s-][^\s]{5,200})[ \t]*(?=[\r\n])")
_BLANK: Final = b" \t\r\n\x0b\x0c\0"
_WIDER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
"""What calls itself by the first name is often the second, of which it is a part."""
_NO_TEXT: Final = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "mbcs", "oem"}


@dataclass(frozen=True)
class Node:
    """A part that holds no others: its headers, its body as it came, and where it lies."""

    headers: Message
    body: bytes
    within: tuple[str, ...]  # the types of the multiparts around it, the outermost first

    @cached_property
    def kind(self) -> str:
        """The type, such as `text/plain`."""
        return self.headers.get_content_type()

    @cached_property
    def disposition(self) -> str:
        return value_of(self.headers, "Content-Disposition").partition(";")[0].strip().lower()

    @cached_property
    def name(self) -> str:
        """What the sender called it, and may be anything; empty where it has no name."""
        return _name(self.headers, "filename", "Content-Disposition") or _name(self.headers, "name")

    @cached_property
    def content_id(self) -> str:
        return value_of(self.headers, "Content-ID").strip(" <>")

    @cached_property
    def decoded(self) -> tuple[bytes, bool]:
        """The body without its transfer encoding, and whether that was damaged."""
        encoding = value_of(self.headers, "Content-Transfer-Encoding").strip().lower()
        if encoding == "base64":
            return from_base64(self.body)
        if encoding == "quoted-printable":
            return quopri.decodestring(self.body), False
        if encoding in {"x-uuencode", "uuencode", "x-uue", "uue"}:
            return from_uuencode(self.body)
        return self.body, False

    def text(self, limit: int = 200_000) -> str:
        """The beginning of the body as text."""
        try:
            charset = self.headers.get_content_charset("") or ""
        except Exception:  # noqa: BLE001  # what the library's own reading of parameters fails over
            charset = ""
        return as_text(self.decoded[0][:limit], charset)


@dataclass
class Cutting:
    """The walk through one message: what it met that a person should hear of."""

    too_deep: bool = False
    too_many: bool = False
    cut_off: bool = False
    nodes: int = 0

    def parts(self, data: bytes, within: tuple[str, ...] = (), default: str = "text/plain") -> Iterator[Node]:
        """Yield the parts that hold no others, in their order."""
        self.nodes += 1
        if self.nodes > NODES_LIMIT:
            self.too_many = True
            return
        headers, body = split(data, default)
        kind = headers.get_content_type()
        boundary = (_boundary(headers) or _guessed(body)) if kind.startswith("multipart/") else b""
        if not boundary:
            yield Node(headers, body, within)
        elif len(within) >= DEPTH_LIMIT:
            self.too_deep = True
        else:
            inner = "message/rfc822" if kind == "multipart/digest" else "text/plain"
            for piece in self._pieces(body, boundary):
                yield from self.parts(piece, (*within, kind), inner)
                if self.nodes > NODES_LIMIT:
                    return

    def _pieces(self, body: bytes, boundary: bytes) -> Iterator[bytes]:
        line = re.compile(rb"(?:\A|\r?\n|\r)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=[\r\n]|\Z)")
        start, aside = 0, True
        for found in line.finditer(body):
            yield from _parts(body[start : found.start()] if found.start() > start else b"", aside=aside)
            start, aside = _after_line(body, found.end()), found[1] is not None
        if start:
            yield from _parts(body[start:], aside=aside)
        else:  # no boundary at all: what is there is all that there is
            yield b"\r\n\r\n" + body
        self.cut_off = self.cut_off or not start or not aside


def _parts(piece: bytes, *, aside: bool) -> Iterator[bytes]:
    """Yield what stands between two boundaries.

    What stands `aside`, before the first and behind the last, is no part, unless it begins as one does: then
    the line of its own boundary was lost.
    """
    if not aside:
        yield piece
    elif found := _PART.search(piece):
        yield piece[found.start() :]


def split(data: bytes, default: str = "text/plain") -> tuple[Message, bytes]:
    """Split a message or part into its headers, of which the first 256 KiB count, and its body."""
    if data[:2] == b"\r\n":
        head, body = b"", data[2:]
    elif data[:1] in {b"\n", b"\r"}:
        head, body = b"", data[1:]
    elif end := _END_OF_HEADERS.search(data):
        head, body = data[: end.start()], data[end.end() :]
    else:
        head, body = (data, b"") if _HEADER.match(data) else (b"", data)
    lines = list(_fields(head[:HEADERS_LIMIT]))
    if head and not lines:
        body = data  # a text without headers
    headers = HeaderParser(policy=compat32).parsestr("\n".join(lines) + "\n\n")
    headers.set_default_type(default)
    for name in ("Content-Type", "Content-Disposition"):
        if len(value := headers.get(name, "")) > VALUE_LIMIT:
            headers.replace_header(name, value[:VALUE_LIMIT])
    return headers, body


def _fields(head: bytes) -> Iterator[str]:
    """Yield the lines of headers; what is none is left out, else all behind it would be none."""
    of_field = False
    for line in head.split(b"\n"):
        of_field = of_field if line.startswith((b" ", b"\t")) else _HEADER.match(line) is not None
        if of_field:
            yield as_text(line.rstrip(b"\r"), "")


def values(headers: Message, name: str) -> list[str]:
    """Return the values of a header as they came, unfolded."""
    wanted = name.lower()
    return [
        re.sub(r"[\r\n]+", "", str(value)[:VALUE_LIMIT])
        for key, value in headers.raw_items()
        if key.lower() == wanted
    ]


def value_of(headers: Message, name: str) -> str:
    return next(iter(values(headers, name)), "")


def readable(value: str) -> str:
    """Decode the encoded words (RFC 2047) of a header's value."""
    pieces: list[str] = []
    pending, charset, end = b"", "", 0
    for word in _WORD.finditer(value):
        if word.start() > end or word[1] != charset:  # what is split within a letter is put together first
            pieces += (as_text(pending, charset), value[end : word.start()])
            pending, charset = b"", word[1]
        data = word[3].encode("utf-8", "replace")
        pending += from_base64(data)[0] if word[2] in "bB" else quopri.decodestring(data, header=True)
        end = word.end()
    pieces += (as_text(pending, charset), value[end:])
    return "".join(pieces)


def as_text(data: bytes, charset: str) -> str:
    """Decode bytes as what they claim to be, else as UTF-8, else as Windows' Latin letters. Never fails."""
    for name in (_codec(charset), "utf-8"):
        if name:
            try:
                return data.decode(name).encode("utf-8", "replace").decode()
            except (UnicodeError, ValueError, LookupError):
                continue
    good = data.decode("utf-8", "ignore")  # cut within a letter, or a byte wrong in what else is UTF-8
    wide = sum(letter > "\x7f" for letter in good)
    if wide > 4 * (len(data) - len(good.encode())):
        return data.decode("utf-8", "replace")
    said = _codec(charset)
    return data.decode("cp1252" if said in {"", "utf-8"} else said, "replace")


def from_base64(data: bytes) -> tuple[bytes, bool]:
    """Decode what can be decoded, and say whether anything was damaged."""
    packed = data.translate(None, _BLANK)
    letters = packed.translate(None, _NOT_BASE64)
    damaged = len(letters) != len(packed) or len(letters) % 4 > 0
    pieces: list[bytes] = []
    for piece in filter(None, re.split(rb"=+", letters)):
        whole = piece[:-1] if len(piece) % 4 == 1 else piece
        pieces.append(binascii.a2b_base64(whole + b"=" * (-len(whole) % 4)))
    return b"".join(pieces), damaged


def from_uuencode(data: bytes) -> tuple[bytes, bool]:
    lines = iter(data.splitlines())
    if not any(line.startswith(b"begin ") for line in lines):
        return data, True
    pieces: list[bytes] = []
    for line in lines:
        if line.strip() in {b"end", b""}:
            if line.strip():
                return b"".join(pieces), False
            continue
        try:
            pieces.append(binascii.a2b_uu(line))
        except binascii.Error:
            return b"".join(pieces), True
    return b"".join(pieces), True


def _boundary(headers: Message) -> bytes:
    try:
        boundary = headers.get_boundary()
    except Exception:  # noqa: BLE001  # what the library's own reading of parameters fails over
        return b""
    return (boundary or "").encode("utf-8", "replace")[:1_000]


def _guessed(body: bytes) -> bytes:
    """Return the boundary of a multipart whose header does not say it: a line that looks like one."""
    found = _GUESSED.search(body)
    return found[1] if found else b""


def _name(headers: Message, parameter: str, header: str = "Content-Type") -> str:
    try:
        found = [value for key, value in headers.get_params([], header) if key.lower() == parameter]
        values: list[Any] = found  # a text, or a charset, a language and a text
        whole = next((value for value in values if isinstance(value, tuple)), None)
        if whole is None:
            return readable(str(next(iter(found), "")))[:NAME_LIMIT].strip()
        charset, _, name = whole  # beside a plain name, which is for programs that know no better
        return as_text(name.encode("latin-1"), charset or "")[:NAME_LIMIT]
    except Exception:  # noqa: BLE001  # what the library's own reading of parameters fails over
        return ""


def _codec(charset: str) -> str:
    try:
        name = codecs.lookup(charset.partition("*")[0].strip("\"' ").lower()).name if charset else ""
    except (LookupError, ValueError, UnicodeError):
        return ""
    return "" if name in _NO_TEXT else _WIDER.get(name, name)


def _after_line(body: bytes, at: int) -> int:
    end = _END_OF_LINE.match(body, at)
    return end.end() if end else at
