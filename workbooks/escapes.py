"""Characters that a spreadsheet writes as `_xHHHH_`, of which calamine knows those up to 00FF."""

import re
from typing import Final

_CODES: Final = re.compile(rb"_x([0-9A-Fa-f]{4})_(?:(?<=_x[Dd][89ABab].._)_x([Dd][C-Fc-f]..)_)?")
_KNOWN: Final = 0xFF
_IMPOSSIBLE: Final = frozenset({0xFFFE, 0xFFFF})


def unescaped(content: bytes) -> bytes:
    """Write the escaped characters above 00FF as themselves, two halves of one as that one.

    Left as they are: `_x005F_` and what else calamine reads, halves alone, and what XML cannot hold.
    """
    if b"_" not in content or b"_x" not in content:  # one letter is found a hundred times as fast as two
        return content
    return _CODES.sub(_character, content)


def _character(hit: re.Match[bytes]) -> bytes:
    code = int(hit[1], 16)
    if hit[2]:
        return bytes.fromhex(f"{hit[1].decode()}{hit[2].decode()}").decode("utf-16-be").encode()
    if code <= _KNOWN or 0xD800 <= code <= 0xDFFF or code in _IMPOSSIBLE:  # noqa: PLR2004  # halves of UTF-16
        return hit[0]
    return chr(code).encode()
