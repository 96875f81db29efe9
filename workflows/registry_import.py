"""Take bodies over from a spreadsheet in anybody's columns; what was understood is kept for the next one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from consultation.folder import write_whole
from problems import Place, Problem, Severity
from problems.registry import ColumnMissing
from problems.stages import Refused
from sources.presence import missing
from sources.tables import Cell, Table, read_table
from stakeholders.blank import blank_registry
from stakeholders.columns import COLUMNS, heading
from stakeholders.entries import Entry, Sheet, read_sheet, sheet_of
from stakeholders.foreign import Foreign, Match, Wishes, our_table, understand
from stakeholders.mandates import Known
from stakeholders.matching import Matched, match
from stakeholders.registry import read_bodies
from stakeholders.taking_over import Difference, Filled, TakenOver, take_over
from workflows.registry import known_to
from workflows.registry_mapping import keep_mapping, kept_mappings
from workflows.registry_tables import read_foreign
from workflows.registry_writing import copy_of, write_cells
from workflows.workspace import Workspace


@dataclass(frozen=True)
class Imported:
    """What an import did, or in a dry run would do."""

    matches: tuple[Match, ...] = ()
    unknown: tuple[str, ...] = ()  # headings that were not understood
    added: tuple[Entry, ...] = ()
    filled: tuple[Filled, ...] = ()
    differences: tuple[Difference, ...] = ()
    known: int = 0  # rows that are bodies which the registry has already
    problems: tuple[Problem, ...] = ()
    read: bool = False  # whether the table could be understood at all
    kept: bool = False  # whether the mapping was news, and has been kept
    copy: str = ""  # name of the file that keeps the registry as it was; empty: nothing was written

    @property
    def wanting(self) -> bool:
        """Say whether anything in the table needs a person."""
        return any(problem.severity >= Severity.ERROR for problem in self.problems)


def import_registry(
    workspace: Workspace, file: Path, wishes: Wishes, *, at: datetime, sheet: str = "", dry: bool = False
) -> Imported:
    """Add the bodies of a foreign table; of known ones fill only what was empty, and tell the differences.

    A row whose name or kind cannot be read is left out and named at its cell. Twice is once.
    """
    root = workspace.folder.root
    table, problems = read_foreign(file, workspace.shown(file), sheet)
    kept, more = kept_mappings(root)
    problems += more
    if table is None or any(problem.severity >= Severity.ERROR for problem in more):
        return Imported(problems=tuple(problems))
    foreign, more = understand(table, wishes, kept)
    problems += more
    if more:
        return Imported(foreign.matches, foreign.unknown, problems=tuple(problems))
    meant = wishes.over(kept.get(tuple(sorted(foreign.headings)), Wishes()))
    known = known_to(workspace)
    theirs, more = _readable(workspace, our_table(foreign, meant), known)
    ours = _registry(workspace, known, dry=dry)
    matched = match(theirs, ours.entries)
    taken = take_over(ours, matched, known)
    found = (*problems, *more, *matched.problems)
    news = False if dry else keep_mapping(root, foreign, meant)
    copy = _write(workspace, taken, at) if taken.cells and not dry else ""
    return _imported(foreign, matched, taken, found, news, copy)


def _imported(  # noqa: PLR0917  # it only puts together
    foreign: Foreign, matched: Matched, taken: TakenOver, problems: tuple[Problem, ...], news: bool, copy: str
) -> Imported:
    return Imported(
        foreign.matches,
        foreign.unknown,
        matched.new,
        taken.filled,
        taken.differences,
        len(matched.known),
        tuple(sorted(problems, key=lambda problem: problem.place)),
        read=True,
        kept=news,
        copy=copy,
    )


def _readable(workspace: Workspace, table: Table, known: Known) -> tuple[list[Entry], list[Problem]]:
    """Return the rows that are bodies, as they are written, and what is wrong with any."""
    consultation = workspace.consultation
    bodies, problems = read_bodies(
        table, disclosure=consultation.disclosure, languages=consultation.languages, known=known
    )
    ids = {body.id for body in bodies}
    sheet, _ = sheet_of(table)
    rows = [entry for entry in sheet.entries if entry.ref in ids] if sheet else []
    return rows, [each for each in problems if not isinstance(each, ColumnMissing)]


def _registry(workspace: Workspace, known: Known, *, dry: bool) -> Sheet:
    """Read the registry; where there is none, or an empty one, make one."""
    path = workspace.folder.registry
    sheet, problems = read_sheet(path, path.name)
    if sheet:
        return sheet
    if not _empty(path):
        raise Refused(problems[0])
    language = workspace.consultation.language
    if dry:
        titles = tuple(Cell(heading(language, column), Place(path.name)) for column in COLUMNS)
        sheet, _ = sheet_of(Table(Place(path.name), (titles,)))
    else:
        if path.suffix == ".csv":
            line = ";".join(heading(language, column) for column in COLUMNS)
            write_whole(path, f"{line}\n".encode("utf-8-sig"))
        else:
            write_whole(path, blank_registry(language, known))
        sheet, _ = read_sheet(path, path.name)
    if sheet is None:
        raise TypeError("our own empty registry has headings")
    return sheet


def _empty(path: Path) -> bool:
    """Say whether there is no registry, or one in which nothing stands."""
    if missing(path):
        return True
    table, _ = read_table(path)
    return table is not None and not any(cell.text for row in table.rows for cell in row)


def _write(workspace: Workspace, taken: TakenOver, at: datetime) -> str:
    path = workspace.folder.registry
    copy = copy_of(path, at, workspace.consultation.zone)
    write_cells(path, taken.cells, copy=copy)
    return copy.name
