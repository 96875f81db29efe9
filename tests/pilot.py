"""A Voluntary Pilot Initiative in a small State, with people who answer, meet and decide."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from consultation.new import Wishes, new_consultation
from tests.stage import bytes_in_order, fill, letter, saved
from workflows.advance import Advanced, advance
from workflows.check import everything_known
from workflows.choose import Decided, decide
from workflows.hold import Held, held
from workflows.launch import launch
from workflows.post import Posted
from workflows.process import Process
from workflows.process_read import read_process
from workflows.receive import receive
from workflows.workspace import Workspace, open_workspace

ZONE = ZoneInfo("Africa/Bamako")
LAUNCH = datetime(2027, 1, 4, 10, tzinfo=ZONE)
REGISTRY = """\
id,name,kind,sector,languages,contact,email,attribution,at risk,regions,expertise
justice,Ministry of Justice,authority,justice,en,Di Law,di@justice.example,,,,
police,Border Police,authority,security,en,,border@police.example,,,,
river,River Watch,ngo,environment,en,Ann River,ann@river.example,named,,North,money-laundering; corruption
hope,House of Hope,ngo,victims,en,,hope@hope.example,,,South,victims; trafficking-in-persons
path,Safe Path,ngo,migrants,en,,path@path.example,,,East,smuggling-of-migrants
lawyers,Lawyers for All,ngo,legal aid,en,,all@lawyers.example,,,,victims
abri,Réseau Abri,ngo,victims,fr,,abri@abri.example,,yes,,victims
uni,University of the River,academia,law,en,Cy Uni,cy@uni.example,named,,North,statistics
bank,Savings Bank,private-sector,finance,en,,desk@bank.example,named,,,money-laundering
"""
EXTRA = 'details:\n  venue: "House of Assemblies, Hall 2"\ndates:\n  government-meeting: "2027-04-20 10:00"\n'

PROFILES: Mapping[str, tuple[dict[str, object], list[str]]] = {
    "river": (
        {"sector": "Human rights and legal aid", "regions": "North; the coast", "safety": "No"},
        ["money-laundering", "corruption"],
    ),
    "hope": (
        {"sector": "Support for victims, witnesses or migrants", "regions": "South", "safety": "No"},
        ["victims", "trafficking-in-persons"],
    ),
    "uni": (
        {
            "sector": "Research and teaching",
            "regions": "The whole country",
            "safety": "No",
            "missing": "Fishing communities on the coast.",
        },
        ["statistics", "money-laundering"],
    ),
}
GAPS = {
    "justice": "Courts have no budget line for witness protection.",
    "police": "",
    "river": "Companies that launder timber money are never charged.",
    "hope": "There are two shelters in the whole country.",
    "path": "Nobody counts those who disappear at the border.",
    "lawyers": "Victims meet the accused in the corridor of the court.",
    "uni": "No court publishes its judgments.",
    "bank": "Reports to the unit are never answered.",
}
CHOICES = {
    "justice": ["witnesses", "money-laundering"],
    "police": ["borders"],
    "river": ["money-laundering", "corruption", "legal-persons"],
    "hope": ["victims", "trafficking-in-persons"],
    "path": ["victims", "smuggling-of-migrants"],
    "lawyers": ["victims", "witnesses"],
    "uni": ["statistics", "money-laundering"],
    "bank": ["money-laundering"],
}
NAMED = {"river": "named", "uni": "named", "bank": "named", "justice": "named", "police": "named"}
ATTRIBUTIONS = {
    "en": {
        "named": "With the name of our organization",
        "by-type": "With the kind of organization alone",
    },
}
DECISIONS = {
    "money-laundering": ("First", "Everybody meets it: banks, courts and those who live by the river."),
    "victims": ("First", "Two shelters are too few, and the courts can begin tomorrow."),
    "witnesses": ("Second", "The law is there; the money is not."),
    "legal-persons": ("Second", "As House of Hope says, companies hide behind the law."),  # may not be named
    "trafficking-in-persons": ("Later", "The plan of action is being revised; afterwards."),
}
STEPS = {
    "money-laundering": ("Authorities lead", "The Ministry of Justice answers every report, by June."),
    "victims": ("Both together", "Separate entrances in all courts, by September."),
    "witnesses": ("Authorities lead", "A budget line in the draft law of finances."),
    "legal-persons": ("Stakeholders lead", "River Watch collects cases, by the end of the year."),
}


class Initiative:
    """The folder of an initiative, moved on from day to day; keeps what was written, and when."""

    def __init__(self, folder: Path, *, language: str = "en", registry: str = REGISTRY) -> None:
        self.folder = folder
        wishes = Wishes(
            state="XA",
            language=language,
            names={"en": "Example State", "fr": "État d’exemple"},
            deadline="2027-03-05 17:00",
            zone="Africa/Bamako",
            focal_point="Awa Traoré",
            office="Ministry of Justice" if language == "en" else "Ministère de la Justice",
            email="awa@justice.example",
            telephone="+223 20 00 00 00",
            process="pilot",
        )
        _, problems = new_consultation(folder, wishes, at=LAUNCH, known=everything_known())
        assert problems == []
        (folder / "stakeholders.xlsx").unlink()
        (folder / "stakeholders.csv").write_text(registry, encoding="utf-8")
        settings = folder / "consultation.yaml"
        settings.write_text(settings.read_text(encoding="utf-8") + EXTRA, encoding="utf-8")
        workspace, problems = open_workspace(folder)
        assert problems == []
        assert workspace is not None
        process, problems = read_process("pilot", folder)
        assert problems == []
        assert process is not None
        self.workspace: Workspace = workspace
        self.process: Process = process
        self.random = bytes_in_order()
        self.now = LAUNCH
        self.letters: list[tuple[date, str, str]] = []

    def launch(self) -> list[str]:
        found = launch(self.workspace, at=self.now, random=self.random)
        assert not any(each.severity >= 2 for each in found.problems), found.problems  # noqa: PLR2004
        return [each.stakeholder.id for each in found.letters]

    def until(self, day: date) -> list[tuple[date, str]]:
        """Advance every morning up to and including a day; return the actions that did something, and when."""
        done = []
        while self.now.date() < day or self.now.hour < 10:  # noqa: PLR2004
            if self.now.hour >= 10:  # noqa: PLR2004
                self.now = self.now.replace(hour=9, minute=0) + timedelta(days=1)
            done += [(self.now.date(), step) for step in self._advance()]
            self.now = self.now.replace(hour=10)
        return done

    def _advance(self) -> Iterable[str]:
        found: Advanced = advance(self.workspace, self.process, at=self.now, random=self.random)
        for step in found.steps:
            if isinstance(step.result, tuple):
                self.letters += [
                    (self.now.date(), each.action, each.stakeholder)
                    for each in step.result
                    if isinstance(each, Posted)
                ]
            if step.result is not None and step.result != ():
                yield step.slot.action.id

    def workbook(self, body: str, kind: str) -> bytes:
        (found,) = (
            each.get_content()
            for each in letter(self.folder, body, kind).iter_attachments()
            if str(each.get_filename()).endswith(".xlsx")
        )
        assert isinstance(found, bytes)
        return found

    def send(
        self,
        body: str,
        kind: str,
        form: str,
        answers: Mapping[str, object],
        ticks: list[str],
        language: str = "en",
    ) -> None:
        """Let a body fill its workbook in and send it back."""
        cells = {f"pilot.{form}.{name}": {"answer": value} for name, value in answers.items()}
        cells |= {f"pilot.{form}.topics:{tick}": {"answer": "x"} for tick in ticks}
        filled = fill(self.workbook(body, kind), cells, language)
        (self.workspace.folder.inbox / f"{body}-{form}.xlsx").write_bytes(filled)
        found = receive(self.workspace, at=self.now)
        assert [each.verdict for each in found.files] == ["accepted"], found.files

    def hold(self, action: str, day: date, note: str = "", attended: str = "") -> Held:
        return held(
            self.workspace,
            self.process,
            action,
            day=day,
            note=note,
            attended=attended,
            at=self.now,
            actor="coordinator",
        )

    def choose(
        self, sheet: str, choices: Mapping[str, tuple[str, str]], others: tuple[str, str] | None = None
    ) -> Decided:
        """Fill a choice sheet in, by subject, the rest with `others`; read it back."""
        book = load_workbook(
            self.workspace.folder.exports / f"{sheet}-{self.workspace.consultation.language}.xlsx"
        )
        cover, page = book.worksheets[:2]
        for row in cover.iter_rows():
            if row[0].value == "decided-by":
                row[2].value = "State and stakeholders"
        marks = {str(cell.value): cell.column for cell in page[1] if cell.value}
        for number in range(5, page.max_row + 1):
            subject = page.cell(number, marks["consult:choice-subject"]).value
            outcome = choices.get(str(subject), others)
            if subject and outcome:
                page.cell(number, marks["consult:choice-outcome"]).value = outcome[0]
                page.cell(number, marks["consult:choice-reason"]).value = outcome[1]
        path = self.folder / f"{sheet} filled.xlsx"
        path.write_bytes(saved(book))
        return decide(self.workspace, self.process, path, at=self.now, actor="coordinator")
