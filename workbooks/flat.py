"""An OpenDocument spreadsheet in one XML file (.fods): put into the parts that the packed one has."""

import re
from typing import Final

from problems.intake import DeclaresEntities
from workbooks.prescan import PROLOG, RefusedError

MIMETYPE: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_DECLARED: Final = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']""")
_ROOT: Final = re.compile(rb"<office:document(\s[^<>]*)>")
_META: Final = re.compile(rb"<office:meta(?:\s[^<>]*)?>.*?</office:meta\s*>", re.DOTALL)
_INDENTED: Final = re.compile(rb"<text:[ph](?:\s[^<>]*)?(?<!/)>.*?</text:[ph]\s*>|(?<=>)\s+(?=<)", re.DOTALL)
"""A paragraph, or the space between two elements outside of paragraphs: calamine takes it for content."""

_PICTURE: Final = re.compile(rb"<office:binary-data(?:\s[^<>]*)?>[^<]*</office:binary-data\s*>")
_MACROS: Final = re.compile(rb"<(?:script:module|ooo:library-embedded|ooo:library\s|script:script)")


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts that a packed spreadsheet would have.

    Raises ValueError for a damaged file, RefusedError for one with a document type.
    """
    if not PROLOG.match(data) and b"<!DOCTYPE" in data:
        raise RefusedError(DeclaresEntities(name="office:document"))
    declared = _DECLARED.match(data)
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii"):
        raise ValueError("an encoding that no office program writes here")
    root = _ROOT.search(data)
    if root is None:
        raise ValueError("no document")
    meta = _META.search(data)
    found = {
        "mimetype": MIMETYPE,
        "META-INF/manifest.xml": b"<manifest/>",
        "content.xml": _INDENTED.sub(_plain, _PICTURE.sub(b"", data)),
        "meta.xml": b"<office:document%b>%b</office:document>" % (root[1], meta[0] if meta else b""),
    }
    if _MACROS.search(data):
        found["Basic/script.xml"] = b""
    return found


def _plain(found: re.Match[bytes]) -> bytes:
    return found[0] if found[0].startswith(b"<") else b""
