"""Problems of spreadsheets and text tables that a person writes: the file as such, not what stands in it."""

from dataclasses import dataclass
from typing import ClassVar

from problems.model import Problem, Severity


@dataclass(frozen=True, kw_only=True)
class TableTooLarge(Problem):
    code: ClassVar[str] = "table-too-large"
    severity: ClassVar[Severity] = Severity.BLOCKER
    megabytes: int


@dataclass(frozen=True, kw_only=True)
class NotSpreadsheet(Problem):
    code: ClassVar[str] = "table-not-spreadsheet"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class TableLocked(Problem):
    """An OLE file: a workbook with a password, or one of the old .xls kind."""

    code: ClassVar[str] = "table-locked"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class NotText(Problem):
    code: ClassVar[str] = "table-not-text"
    severity: ClassVar[Severity] = Severity.BLOCKER


@dataclass(frozen=True, kw_only=True)
class EncodingGuessed(Problem):
    code: ClassVar[str] = "table-encoding-guessed"
    severity: ClassVar[Severity] = Severity.WARNING
    encoding: str


@dataclass(frozen=True, kw_only=True)
class TableCut(Problem):
    """Rows beyond the limit, which no registry of bodies needs, were not read."""

    code: ClassVar[str] = "table-cut"
    rows: int


@dataclass(frozen=True, kw_only=True)
class CellError(Problem):
    """A cell that shows a spreadsheet's error, such as `#REF!`."""

    code: ClassVar[str] = "table-cell-error"
    value: str
