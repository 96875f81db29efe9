"""Problems of returned files before anything in them is understood: what was sent instead of a workbook.

Every `Refusal` says that a file was kept but not read; the rest are remarks about files that were read.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from problems.model import Problem, Severity

Kind = Literal[
    "html",
    "pdf",
    "word",
    "rtf",
    "slides",
    "picture",
    "archive",
    "numbers",
    "pages",
    "gnumeric",
    "xml",
    "link",
    "csv",
    "csv-laws",
    "text",
    "mail",
    "unknown",
]


@dataclass(frozen=True, kw_only=True)
class Refusal(Problem):
    """The file cannot be read, so nothing of it counts; its bytes are kept all the same."""

    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class EmptyFile(Refusal):
    code: ClassVar[str] = "empty-file"


@dataclass(frozen=True, kw_only=True)
class NotASpreadsheet(Refusal):
    code: ClassVar[str] = "not-a-spreadsheet"
    kind: Kind


@dataclass(frozen=True, kw_only=True)
class OldFormat(Refusal):
    code: ClassVar[str] = "old-format"
    kind: Literal["xls", "xlsb", "doc"]


@dataclass(frozen=True, kw_only=True)
class PasswordProtected(Refusal):
    code: ClassVar[str] = "password-protected"


@dataclass(frozen=True, kw_only=True)
class EncryptedOpenDocument(Refusal):
    code: ClassVar[str] = "opendocument-with-password"


@dataclass(frozen=True, kw_only=True)
class ArchiveWithPassword(Refusal):
    code: ClassVar[str] = "archive-with-password"


@dataclass(frozen=True, kw_only=True)
class RightsManaged(Refusal):
    """Rights management (IRM, sensitivity labels) has encrypted the file for named readers only."""

    code: ClassVar[str] = "rights-managed"


@dataclass(frozen=True, kw_only=True)
class LettersUnclear(Refusal):
    """A text file does not say its encoding, and its letters can be read in several ways, or in none."""

    code: ClassVar[str] = "letters-unclear"
    readings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class QuotesUnclear(Refusal):
    """The quotation marks around the cells of a text file do not match, so nobody can tell where one ends."""

    code: ClassVar[str] = "quotes-unclear"
    row: int


@dataclass(frozen=True, kw_only=True)
class FileTooLarge(Refusal):
    code: ClassVar[str] = "file-too-large"
    megabytes: int
    limit: int


@dataclass(frozen=True, kw_only=True)
class UnpacksTooLarge(Refusal):
    code: ClassVar[str] = "unpacks-too-large"
    megabytes: int
    limit: int


@dataclass(frozen=True, kw_only=True)
class TooManyParts(Refusal):
    code: ClassVar[str] = "too-many-parts"
    count: int
    limit: int


@dataclass(frozen=True, kw_only=True)
class OddPart(Refusal):
    code: ClassVar[str] = "odd-part"
    name: str
    why: Literal["path", "twice"]


@dataclass(frozen=True, kw_only=True)
class DeclaresEntities(Refusal):
    code: ClassVar[str] = "declares-entities"
    name: str


@dataclass(frozen=True, kw_only=True)
class DamagedFile(Refusal):
    code: ClassVar[str] = "damaged-file"


@dataclass(frozen=True, kw_only=True)
class TooManyCells(Refusal):
    code: ClassVar[str] = "too-many-cells"
    count: int
    limit: int


@dataclass(frozen=True, kw_only=True)
class CellsTooFarApart(Refusal):
    code: ClassVar[str] = "cells-too-far-apart"


@dataclass(frozen=True, kw_only=True)
class ReadingTooSlow(Refusal):
    code: ClassVar[str] = "reading-too-slow"
    seconds: int


@dataclass(frozen=True, kw_only=True)
class ReadingTooBig(Refusal):
    code: ClassVar[str] = "reading-too-big"


@dataclass(frozen=True, kw_only=True)
class ReadingCrashed(Refusal):
    code: ClassVar[str] = "reading-crashed"


@dataclass(frozen=True, kw_only=True)
class MacrosInside(Problem):
    code: ClassVar[str] = "macros-inside"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class LinksToOtherFiles(Problem):
    code: ClassVar[str] = "links-to-other-files"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class EmbeddedObjects(Problem):
    code: ClassVar[str] = "embedded-objects"
    severity: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class FarCellsLeftOut(Problem):
    """Values stand so far from the form that only the part near the top left was read."""

    code: ClassVar[str] = "far-cells-left-out"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NotesNotRead(Problem):
    """A text document has footnotes, endnotes or comments, which no answer is read from."""

    code: ClassVar[str] = "notes-not-read"
    severity: ClassVar[Severity] = Severity.WARNING
    count: int
