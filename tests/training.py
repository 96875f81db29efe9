"""A training course in a small State, day by day, with people who apply, study, come and answer."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from docx import Document
from openpyxl import load_workbook

from consultation.new import Wishes, new_consultation
from questionnaires.model import AnswerType, Questionnaire
from tests.stage import bytes_in_order, fill, letter
from workflows.advance import advance
from workflows.check import everything_known
from workflows.choose import Decided, decide
from workflows.hold import Held, held
from workflows.launch import launch
from workflows.process import Process
from workflows.process_read import read_forms, read_process
from workflows.receive import FileOutcome
from workflows.workspace import Workspace, open_workspace

ZONE = ZoneInfo("Africa/Bamako")
FIRST = date(2027, 3, 1)
REGISTRY = """\
name,kind,sector,mandates,languages,contact,email,at risk,attribution,regions,expertise
Ministry of Justice,authority,justice,untoc.5,{0},Awa Traoré,awa@justice.example,,,,
Coalition of Shelters,ngo,victims,,{0},Nia Example,nia@shelters.example,,,West Africa; Sahel,victims
Border Watch,ngo,migration,,{0},Koffi Sample,koffi@watch.example,yes,,Sahel,smuggling-of-migrants
University of the River,academia,law,untoc.6,{0},Ada River,law@river.example,,named,Sahel,money-laundering
Bank Association,private-sector,finance,,{0},,office@bank.example,,,West Africa,money-laundering
Legal Aid Network,ngo,law,,{0},Lea Sample,aid@legal.example,,,Sahel,victims
Silent Society,ngo,law,,{0},,office@silent.example,,,Sahel,victims
"""
SETTINGS = """
dates: {day-one: "2027-05-12 09:00", day-two: "2027-05-13 09:00"}
details:
  venue: School of Justice, room 4
  modules: on the learning platform of the School
  trainer: Dr Ines Sample
"""
RIGHT: Mapping[str, Sequence[str]] = {
    "serious-crime": ["maximum"],
    "group": ["three", "time", "benefit"],
    "offences": ["participation", "laundering", "corruption", "obstruction"],
    "consent": ["deceived"],
    "migrants": ["not-liable"],
    "firearms": ["manufacturing", "trafficking", "marking"],
    "focal-point": ["focal"],
    "conclusion": ["observations"],
    "consultation": ["encouraged"],
    "ways": ["answer", "dialogue", "pilot"],
}

Said = str | Sequence[str]


def at(day: date, clock: str = "10:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)


BACK = ("receipt-", "correct-")


@dataclass
class Course:
    """One course, advanced once a day; `mail`: what was new in the outbox, by the day."""

    workspace: Workspace
    process: Process
    language: str
    forms: Mapping[str, Questionnaire]
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
        for day in self._days(last):
            for name, content in arriving.get(day, {}).items():
                (self.root / "inbox" / f"{name}.xlsx").write_bytes(content)
            done = advance(self.workspace, self.process, at=at(day), random=self.random)
            self.files += done.received.files if done.received else ()
            self._look()

    def _days(self, last: date) -> Iterator[date]:
        while self.today <= last:
            yield self.today
            self.today += timedelta(days=1)

    def _look(self) -> None:
        new = {path.stem for path in (self.root / "outbox").glob("*.eml")} - self.seen
        self.seen |= new
        self.back += sorted(name for name in new if name.startswith(BACK))
        if sent := sorted(name for name in new if not name.startswith(BACK)):
            self.mail.setdefault(self.today.isoformat(), []).extend(sent)

    def book(self, body: str, kind: str) -> bytes:
        (attached,) = letter(self.root, body, kind).iter_attachments()
        content = attached.get_content()
        assert isinstance(content, bytes)
        return content

    def filled(self, book: bytes, form: str, said: Mapping[str, Said]) -> bytes:
        """Fill in a form: words where these are asked for, options by their values."""
        cells: dict[str, dict[str, object]] = {}
        for name, value in said.items():
            item = self.forms[form].by_id[f"training.{form}.{name}"]
            match item.type:
                case AnswerType.TEXT:
                    cells[item.id] = {"details": value}
                case AnswerType.CHOICES:
                    ticks = {each.value: "✓" if each.value in value else None for each in item.options}
                    cells |= {f"{item.id}:{option}": {"answer": tick} for option, tick in ticks.items()}
                case AnswerType.CHOICE:
                    cells[item.id] = {"answer": item.option(str(value)).label[self.language]}
                case AnswerType.YES_NO:
                    words = {"yes": {"en": "Yes", "fr": "Oui"}, "no": {"en": "No", "fr": "Non"}}
                    cells[item.id] = {"answer": words[str(value)][self.language]}
                case _:
                    cells[item.id] = {"answer": value}
        return fill(book, cells, self.language)

    def application(self, book: bytes, name: str, kind: str, person: str, **more: Said) -> bytes:
        said: dict[str, Said] = {
            "name": name,
            "kind": kind,
            "contact": person,
            "role": "Counsellor",
            "email": "x@y.example",
            "regions": "Sahel",
            "language": [self.language],
            "safety": "no",
            "level": "introductory",
            "both-days": "yes",
            "mode": "in-person",
            "use": ["answer"],
            "aim": "To know what concerns us.",
        }
        keyed = {key.replace("_", "-"): value for key, value in more.items()}
        return self.filled(book, "application", said | keyed)

    def answers(self, book: bytes, wrong: str = "", *, left: str = "", **feedback: Said) -> bytes:
        """Answer the ten questions: all rightly but those in `wrong`, and those `left` not at all."""
        asked = {name: self.forms["assessment"].by_id[f"training.assessment.{name}"] for name in RIGHT}
        several = {name for name, item in asked.items() if item.type is AnswerType.CHOICES}
        values = {
            name: [asked[name].options[0].value] if name in wrong.split() else right
            for name, right in RIGHT.items()
        }
        said: dict[str, Said] = {
            name: values[name] if name in several else values[name][0]
            for name in RIGHT
            if name not in left.split()
        }
        return self.filled(book, "assessment", said | feedback)

    def select(self, chosen: Mapping[str, tuple[str, str]], other: tuple[str, str], day: date) -> Decided:
        """Fill in the sheet of places as the trainer does, and read it back; rows are told by their codes."""
        path = self.root / f"exports/selection-{self.language}.xlsx"
        book = load_workbook(path)
        cover, choices = book.worksheets[:2]
        columns = {str(cell.value): int(cell.column) for cell in choices[1] if cell.value}
        for row in range(5, choices.max_row + 1):
            code = str(choices.cell(row, columns["consult:choice-subject"]).value)
            outcome, reason = chosen.get(code, other)
            label = self.process.say(self.language, "sheets", "selection", "outcomes", outcome)
            choices.cell(row, columns["consult:choice-outcome"]).value = label
            choices.cell(row, columns["consult:choice-reason"]).value = reason
        (decider,) = (row for row in range(1, 30) if cover.cell(row, 1).value == "decided-by")
        cover.cell(decider, 3).value = "Dr Ines Sample"
        book.save(path)
        return decide(self.workspace, self.process, path, at=at(day, "15:00"), actor="trainer")

    def hold(self, action: str, day: date, came: Sequence[str]) -> Held:
        return held(
            self.workspace, self.process, action, day=day, attended=came, at=at(day, "18:00"), actor="trainer"
        )

    def words(self, body: str, kind: str) -> list[str]:
        """Return the paragraphs of a letter."""
        part = letter(self.root, body, kind).get_body(("plain",))
        assert part is not None
        text = "\n".join(part.get_content().splitlines())
        return [each.strip() for each in text.split("\n\n") if each.strip()]

    def attached(self, body: str, kind: str) -> list[str | None]:
        return [each.get_filename() for each in letter(self.root, body, kind).iter_attachments()]

    def trainings(self) -> dict[str, str]:
        """Return what the registry says of trainings, by name."""
        text = (self.root / "stakeholders.csv").read_text(encoding="utf-8")
        heads, *rows = csv.reader(io.StringIO(text))
        place = heads.index({"en": "Trainings", "fr": "Formations"}[self.language])
        return {row[0]: row[place] for row in rows if len(row) > place and row[place]}


def document(path: Path) -> list[str]:
    """Return the lines of a Word document, its tables' rows after its paragraphs."""
    found = Document(io.BytesIO(path.read_bytes()))
    lines = [line for each in found.paragraphs for line in each.text.splitlines() if line.strip()]
    rows = [[cell.text for cell in row.cells] for table in found.tables for row in table.rows]
    return [*lines, *(" | ".join(row) for row in rows)]


def opened(folder: Path, language: str) -> Course:
    wishes = Wishes(
        state="XA",
        language=language,
        names={"en": "Example State", "fr": "État d’exemple"},
        deadline="2027-03-31 17:00",
        zone="Africa/Bamako",
        focal_point="Awa Traoré",
        office="Ministry of Justice" if language == "en" else "Ministère de la Justice",
        email="training@justice.example",
        telephone="+223 20 00 00 00",
        process="training",
    )
    _, problems = new_consultation(folder, wishes, at=at(FIRST, "09:00"), known=everything_known())
    assert problems == []
    (folder / "stakeholders.xlsx").unlink()
    (folder / "stakeholders.csv").write_text(REGISTRY.format(language), encoding="utf-8")
    with (folder / "consultation.yaml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS)
    workspace, problems = open_workspace(folder)
    assert workspace is not None, problems
    process, problems = read_process("training", folder)
    assert process is not None, problems
    return Course(workspace, process, language, read_forms(process)[0])
