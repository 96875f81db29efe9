"""Messages put together from parts that are made once: writing thousands with `email` alone takes minutes.

What comes out is what `email.message.EmailMessage` would write, byte for byte; only names of attachments in
ASCII are never folded.
"""

import re
from binascii import b2a_base64
from collections.abc import Iterator, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from functools import lru_cache
from typing import Final

OURS: Final = frozenset({"Date", "Message-ID", "X-Unsent", "Content-Language"})
"""Headers that hold only what we make ourselves: short, and written as they are."""

SHORT: Final = 76
PLAIN: Final = re.compile(
    r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*(?: <[a-z0-9]+(?:[.+-][a-z0-9]+)*@[a-z0-9]+(?:[.-][a-z0-9]+)*>)?"
)
"""Words, or a name with an address, in which nothing is to be quoted, encoded or folded: most are so."""

LINE: Final = b"\r\n"
_TEXT: Final = b'Content-Type: text/%b; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n%b\r\n%b'
_WIDTH: Final = 76
_VERSION: Final = b"MIME-Version: 1.0\r\n"

Named = tuple[str, str, str, bytes]
"""What is attached: its name, its main and its sub type, its bytes."""


def header(policy: "EmailPolicy[EmailMessage]", name: str, value: str | Sequence[Address]) -> bytes:
    """Return a header as it is written: encoded and folded. ValueError for a line break in it."""
    said = value if isinstance(value, str) else ", ".join(map(str, value))
    ours = name in OURS and said.isascii() and said.isprintable()
    if ours or (len(name) + len(said) < SHORT and PLAIN.fullmatch(said)):
        return f"{name}: {said}\r\n".encode()
    return _folded(policy, name, said)


def multipart(
    headers: Sequence[bytes], *, key: str, language: str, text: str, html: str, files: Sequence[Named]
) -> bytes:
    """Return a message with these headers, its text in both forms, and what is attached."""
    kind = "mixed" if files else "alternative"
    top = b'Content-Type: multipart/%b; boundary="=_%b_0"\r\n' % (kind.encode(), key.encode())
    head = b"".join((*headers, _VERSION, top, header(SMTP, "Content-Language", language), LINE))
    both = (_text(b"plain", b"", text), _text(b"html", _VERSION, html))
    if not files:
        return head + _joined(f"=_{key}_0", both)
    inner = b'Content-Type: multipart/alternative; boundary="=_%b_1"\r\n\r\n' % key.encode()
    return head + _joined(f"=_{key}_0", (inner + _joined(f"=_{key}_1", both), *map(_attached, files)))


def _joined(boundary: str, parts: Sequence[bytes]) -> bytes:
    mark = b"--" + boundary.encode()
    return b"".join(_between(mark, parts)) + mark + b"--" + LINE


def _between(mark: bytes, parts: Sequence[bytes]) -> Iterator[bytes]:
    for part in parts:
        yield mark + LINE + part + LINE


def _text(kind: bytes, more: bytes, text: str) -> bytes:
    lines = LINE.join(text.encode("utf-8").splitlines()) + LINE
    return _TEXT % (kind, more, _base64(lines))


def _attached(file: Named) -> bytes:
    name, main, sub, data = file
    return _file_head(name, main, sub) + _base64(data)


@lru_cache(maxsize=256)
def _file_head(name: str, main: str, sub: str) -> bytes:
    if name.isascii() and name.isprintable() and not set(name) & set('"\\'):
        told = f'attachment; filename="{name}"'.encode()
        kind = f"Content-Type: {main}/{sub}\r\nContent-Transfer-Encoding: base64\r\n".encode()
        return kind + b"Content-Disposition: " + told + LINE + _VERSION + LINE
    message = EmailMessage(policy=SMTP)
    message.set_content(b"", main, sub, filename=name)
    return message.as_bytes().partition(LINE * 2)[0] + LINE * 2


def _base64(data: bytes) -> bytes:
    written = b2a_base64(data, newline=False)
    return b"".join(written[at : at + _WIDTH] + LINE for at in range(0, len(written), _WIDTH))


@lru_cache(maxsize=1024)
def _folded(policy: "EmailPolicy[EmailMessage]", name: str, value: str) -> bytes:
    kept = policy.header_store_parse(name, value)
    return policy.fold_binary(*kept)
