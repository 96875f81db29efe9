"""A process in the folder of a small State, lived day by day, with people who answer, meet and decide."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from docx import Document
from openpyxl import load_workbook

from consultation.new import Wishes, new_consultation
from tests.stage import bytes_in_order, letter, saved
from workflows.advance import advance
from workflows.check import everything_known
from workflows.launch import launch
from workflows.process import Process
from workflows.process_read import read_process
from workflows.receive import FileOutcome
from workflows.workspace import Workspace, open_workspace

ZONE = ZoneInfo("Africa/Bamako")
FIRST = date(2027, 3, 1)
BACK = ("receipt-", "correct-")
"""How the names of letters begin that answer what came in."""


def at(day: date, clock: str = "10:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)


@dataclass
class Story:
    """One process, advanced once a day; `mail`: what was new in the outbox, by the day."""

    workspace: Workspace
    process: Process
    language: str
    mail: dict[str, list[str]] = field(default_factory=dict)
    back: list[str] = field(default_factory=list)  # answers to what came in
    seen: set[str] = field(default_factory=set)
    files: list[FileOutcome] = field(default_factory=list)
    today: date = FIRST
    random = staticmethod(bytes_in_order())

    @property
    def root(self) -> Path:
        return self.workspace.folder.root

    def start(self) -> None:
        assert launch(self.workspace, at=at(FIRST), random=self.random).problems == ()
        self._look()

    def run(self, last: date, arriving: Mapping[date, Mapping[str, bytes]] = {}) -> None:
        """Advance once on each day up to `last`, with what lies in the inbox on it."""
        for day in self.until(last):
            for name, content in arriving.get(day, {}).items():
                (self.root / "inbox" / f"{name}.xlsx").write_bytes(content)

    def until(self, last: date) -> Iterator[date]:
        """Yield each day up to `last`, then advance on it."""
        while self.today <= last:
            yield self.today
            done = advance(self.workspace, self.process, at=at(self.today), random=self.random)
            self.files += done.received.files if done.received else ()
            self._look()
            self.today += timedelta(days=1)

    def _look(self) -> None:
        new = {path.stem for path in (self.root / "outbox").glob("*.eml")} - self.seen
        self.seen |= new
        self.back += sorted(name for name in new if name.startswith(BACK))
        if sent := sorted(name for name in new if not name.startswith(BACK)):
            self.mail.setdefault(self.today.isoformat(), []).extend(sent)

    def book(self, body: str, kind: str) -> bytes:
        """Return the workbook in a letter."""
        return attached_book(self.root, body, kind)

    def chosen(
        self, sheet: str, choices: Mapping[str, tuple[str, str]], others: tuple[str, str], by: str
    ) -> Path:
        """Fill in a choice sheet as (outcome, reason), the rest with `others`, and say who decided."""
        path = self.root / f"exports/{sheet}-{self.language}.xlsx"
        choose(path, self.process, self.language, sheet, choices, others, by)
        return path


def attached_book(root: Path, body: str, kind: str) -> bytes:
    """Return the one workbook that is attached to a letter in the outbox."""
    (attached,) = letter(root, body, kind).iter_attachments()
    content = attached.get_content()
    assert isinstance(content, bytes)
    return content


def choose(  # noqa: PLR0917
    path: Path,
    process: Process,
    language: str,
    sheet: str,
    choices: Mapping[str, tuple[str, str]],
    others: tuple[str, str],
    by: str,
) -> None:
    """Fill in a choice sheet; rows are told by the codes of their subjects."""
    book = load_workbook(path)
    cover, page = book.worksheets[:2]
    marks = {str(cell.value): int(cell.column) for cell in page[1] if cell.value}
    for row in range(5, page.max_row + 1):
        if subject := page.cell(row, marks["consult:choice-subject"]).value:
            outcome, reason = choices.get(str(subject), others)
            label = process.say(language, "sheets", sheet, "outcomes", outcome)
            page.cell(row, marks["consult:choice-outcome"]).value = label
            page.cell(row, marks["consult:choice-reason"]).value = reason
    (decider,) = (row for row in range(1, 30) if cover.cell(row, 1).value == "decided-by")
    cover.cell(decider, 3).value = by
    path.write_bytes(saved(book))


def document(path: Path) -> list[str]:
    """Return the lines of a Word document, its tables' rows after its paragraphs."""
    found = Document(io.BytesIO(path.read_bytes()))
    lines = [line for each in found.paragraphs for line in each.text.splitlines() if line.strip()]
    rows = [[cell.text for cell in row.cells] for table in found.tables for row in table.rows]
    return [*lines, *(" | ".join(row) for row in rows)]


def opened(
    folder: Path, name: str, language: str, *, registry: str, more: str, office: str, email: str
) -> tuple[Workspace, Process]:
    """Make the folder of a process by its name, with this registry, and `more` in its settings."""
    wishes = Wishes(
        state="XA",
        language=language,
        names={"en": "Example State", "fr": "État d’exemple"},
        deadline="2027-03-31 17:00",
        zone="Africa/Bamako",
        focal_point="Awa Traoré",
        office=office,
        email=email,
        telephone="+223 20 00 00 00",
        process=name,
    )
    _, problems = new_consultation(folder, wishes, at=at(FIRST, "09:00"), known=everything_known())
    assert problems == []
    (folder / "stakeholders.xlsx").unlink()
    (folder / "stakeholders.csv").write_text(registry.format(language), encoding="utf-8")
    with (folder / "consultation.yaml").open("a", encoding="utf-8") as settings:
        settings.write(more)
    workspace, problems = open_workspace(folder)
    assert workspace is not None, problems
    process, problems = read_process(name, folder)
    assert process is not None, problems
    return workspace, process
