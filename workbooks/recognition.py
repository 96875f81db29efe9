"""What a returned file is, told by its bytes and never by its name; and why one is not read."""

import re
from itertools import islice
from typing import Final, Literal

from problems import Problem
from problems.intake import (
    DamagedFile,
    EmptyFile,
    EncryptedOpenDocument,
    FileTooLarge,
    Kind,
    NotASpreadsheet,
    OldFormat,
    PasswordProtected,
    RightsManaged,
)
from workbooks.contents import Format
from workbooks.mailhead import looks_like_mail
from workbooks.prescan import FILE_LIMIT, OLE, Package, RefusedError

Shape = Literal["package", "flat", "separated"]
"""A zip file of parts, a spreadsheet in one XML file, or a table of text."""


_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_STARTS: Final[tuple[tuple[bytes, Kind], ...]] = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"From ", "mail"),
    (b"Return-Path:", "mail"),
    (b"Received:", "mail"),
)
_MAIL_STARTS: Final = (
    "return-path:",
    "received:",
    "from:",
    "mime-version:",
    "delivered-to:",
    "message-id:",
)
_TEXTS: Final[tuple[tuple[str | tuple[str, ...], tuple[str, ...], Kind], ...]] = (
    ("<", ("<office:document", "mso-application", "schemas-microsoft-com:office:spreadsheet"), "xml"),
    ("<?xml", ("www.gnumeric.org",), "gnumeric"),
    ("<", ("<html", "doctype html", "<table", "<body"), "html"),
    ("{", ("docs.google.com", '"doc_id"'), "link"),
    ("[internetshortcut]", ("",), "link"),
    (_MAIL_STARTS, ("",), "mail"),
)
"""How a text begins, what stands in its first lines, and what it is then."""

_FIELD: Final = re.compile(r"[a-z][a-z0-9-]*:[ \t]")
_OF_MAIL: Final = tuple(f"\n{start}" for start in _MAIL_STARTS)
"""A message may begin with any field, as long as one of these follows."""

_HEIC: Final = re.compile(rb"....ftyp(?:hei|mif|avif)", re.DOTALL)
_FLAT: Final = re.compile(rb"<office:spreadsheet[\s>/]")
_MAY_HOLD: Final = re.compile(
    rb"(?:untoc|tip|som|fp)\.\d+\.|[a-z0-9-]+\.[a-z0-9-]+\.[a-z0-9-]|(?:[0-9A-Z]{4}-){6}", re.IGNORECASE
)
_LAW_ROW: Final = re.compile(r'^"?L ?\d{1,2}"?[,;\t|]', re.MULTILINE)
_LAWS: Final = 5
"""So many rows with the numbers of laws make a list of laws."""

_TABLES: Final = frozenset({"csv", "csv-laws", "text", "unknown"})
"""What may be a table of text: one in UTF-16 begins like nothing known."""

_OTHER_PACKAGES: Final[tuple[tuple[str, str, Kind], ...]] = (
    ("word/document.xml", "text", "word"),
    ("ppt/presentation.xml", "presentation", "slides"),
    ("index/document.iwa", "pages", "pages"),
    ("index/calculationengine.iwa", "numbers", "numbers"),
)


def recognise(data: bytes) -> Problem | None:
    """Say what a file is when it is not a zip file; None when it is one."""
    if not data.strip(b"\0 \t\r\n"):
        return EmptyFile()
    if len(data) > FILE_LIMIT:
        return FileTooLarge(megabytes=-(-len(data) // 2**20), limit=FILE_LIMIT // 2**20)
    if data.startswith(OLE):
        return _ole(data)
    if data.startswith(_ZIP):
        return None
    return NotASpreadsheet(kind=_kind(data))


def _kind(data: bytes) -> Kind:
    begins = next((kind for start, kind in _STARTS if data.startswith(start)), None)
    if begins:
        return begins
    if looks_like_mail(data):
        return "mail"
    return "picture" if _HEIC.match(data) else _text_kind(data)


def shape(data: bytes, found: Problem | None) -> Shape | None:
    """Say how to read what `recognise` found in a file; None where nothing of ours can be in it."""
    if found is None:
        return "package"
    if not isinstance(found, NotASpreadsheet):
        return None
    if found.kind == "xml" and _FLAT.search(data):
        return "flat"
    return "separated" if found.kind in _TABLES and _may_hold_codes(data) else None


def _may_hold_codes(data: bytes) -> bool:
    """Tell whether bytes of a text, in whatever encoding, may hold a row code or a token of ours."""
    return _MAY_HOLD.search(data.replace(b"\0", b"")) is not None


def package_format(package: Package) -> Format:
    """Say what a package is that is read. Raises RefusedError for anything else."""
    names = package.entries
    mimetype = (package.part("mimetype") or b"").decode("ascii", "replace").rpartition(".opendocument.")[2]
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "encrypted-package" in names:  # LibreOffice 24.8 and later, with a password
        raise RefusedError(EncryptedOpenDocument())
    if mimetype.startswith(("spreadsheet", "text")):
        if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
            raise RefusedError(EncryptedOpenDocument())
        return "ods" if mimetype.startswith("spreadsheet") else "odt"
    if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return "docx"
    raise RefusedError(_other_package(package, mimetype))


def _other_package(package: Package, mimetype: str) -> Problem:
    kind: Kind = "archive"
    for name, mime, its_kind in _OTHER_PACKAGES:
        if name in package.entries or (mime and mimetype.startswith(mime)):
            kind = its_kind
    if "xl/workbook.bin" in package.entries:
        return OldFormat(kind="xlsb")
    if kind == "archive" and "[content_types].xml" in package.entries:
        return DamagedFile()
    return NotASpreadsheet(kind=kind)


def _ole(data: bytes) -> Problem:
    """Tell what a compound file is by the names of its streams, which are UTF-16."""

    def names(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if names("DRMEncryptedDataSpace") or names("DRMEncryptedTransform") or names("\tDRMContent"):
        return RightsManaged()
    if names("EncryptedPackage"):
        return PasswordProtected()
    if names("WordDocument"):
        return OldFormat(kind="doc")
    if names("PowerPoint Document"):
        return NotASpreadsheet(kind="slides")
    if names("__properties_version1.0"):
        return NotASpreadsheet(kind="mail")
    return OldFormat(kind="xls")


def _text_kind(data: bytes) -> Kind:
    """Tell what a text is by its beginning."""
    start = data[:4096]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = start.decode("utf-16", "replace")
    else:
        text = start.decode("latin-1")
    lowered = text.lstrip("\ufeff\u00ef\u00bb\u00bf \t\r\n").lower()
    if any(ord(letter) < ord("\t") for letter in text):
        return "unknown"
    for begins, marks, kind in _TEXTS:
        if lowered.startswith(begins) and any(mark in lowered for mark in marks):
            return kind
    if _FIELD.match(lowered) and any(mark in lowered for mark in _OF_MAIL):
        return "mail"
    lines = [line for line in text.splitlines()[:5] if line.strip()]
    if len(lines) > 1 and any(all(mark in line for line in lines) for mark in ",;\t|"):
        return table_kind(text)
    return "text"


def table_kind(text: str) -> Kind:
    """Tell whether a table of text without codes of questions is our list of laws."""
    laws = islice(_LAW_ROW.finditer(text), _LAWS)
    return "csv-laws" if sum(1 for _ in laws) == _LAWS else "csv"
