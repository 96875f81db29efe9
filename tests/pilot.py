"""A Voluntary Pilot Initiative in a small State, with people who answer, meet and decide."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from docx import Document
from docx.text.paragraph import Paragraph

from consultation.new import Wishes, new_consultation
from problems import Severity
from questionnaires.model import AnswerType
from tests.stage import bytes_in_order, fill
from tests.story import ZONE, attached_book, choose
from workflows.advance import advance
from workflows.check import everything_known
from workflows.choose import Decided, decide
from workflows.hold import held
from workflows.launch import launch
from workflows.process import Process
from workflows.process_read import read_forms, read_process
from workflows.receive import receive
from workflows.submit import clear
from workflows.workspace import Workspace, open_workspace

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

PROFILES: Mapping[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "river": (
        {"sector": "rights", "regions": "North; the coast", "safety": "no"},
        ("money-laundering", "corruption"),
    ),
    "hope": (
        {"sector": "support", "regions": "South", "safety": "no"},
        ("victims", "trafficking-in-persons"),
    ),
    "uni": (
        {
            "sector": "research",
            "regions": "The whole country",
            "safety": "no",
            "missing": "Fishing communities on the coast.",
        },
        ("statistics", "money-laundering"),
    ),
}
GAPS = {
    "justice": "Courts have no budget line for witness protection.",
    "police": "Two borders have no register.",
    "river": "Companies that launder timber money are never charged.",
    "hope": "There are two shelters in the whole country.",
    "path": "Nobody counts those who disappear at the border.",
    "lawyers": "Victims meet the accused in the corridor of the court.",
    "uni": "No court publishes its judgments.",
    "bank": "Reports to the unit are never answered.",
}
MEETING = "river; hope; path; lawyers; uni; bank"
TOGETHER = "justice; police; river; hope; path; lawyers; uni"
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
NAMED = frozenset({"justice", "police", "river", "uni", "bank"})
"""Who says in the survey that it may be named; the others: by type."""

DECISIONS = {
    "money-laundering": ("first", "Everybody meets it: banks, courts and those who live by the river."),
    "victims": ("first", "Two shelters are too few, and the courts can begin tomorrow."),
    "witnesses": ("second", "The law is there; the money is not."),
    "legal-persons": ("second", "As House of Hope says, companies hide behind the law."),  # may not be named
    "trafficking-in-persons": ("later", "The plan of action is being revised; afterwards."),
}
STEPS = {
    "money-laundering": ("authorities", "The Ministry of Justice answers every report, by June."),
    "victims": ("together", "Separate entrances in all courts, by September."),
    "witnesses": ("authorities", "A budget line in the draft law of finances."),
    "legal-persons": ("stakeholders", "River Watch collects cases, by the end of the year."),
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

    @property
    def language(self) -> str:
        return self.workspace.consultation.language

    def launch(self) -> list[str]:
        found = launch(self.workspace, at=self.now, random=self.random)
        assert [each for each in found.problems if each.severity >= Severity.ERROR] == []
        return [each.stakeholder.id for each in found.letters]

    def until(self, day: date, *, daily: bool = True) -> list[tuple[date, str]]:
        """Advance every morning up to a day, or on that day alone; return what was done when."""
        done: list[tuple[date, str]] = []
        while self.now.date() < day:
            self.now = datetime.combine(
                self.now.date() + timedelta(days=1) if daily else day, time(9), tzinfo=ZONE
            )
            found = advance(self.workspace, self.process, at=self.now, random=self.random)
            self.letters += [(self.now.date(), each.action, each.stakeholder) for each in found.posted]
            done += [
                (self.now.date(), step.slot.action.id)
                for step in found.steps
                if step.result not in {None, ()}
            ]
        self.now = datetime.combine(day, time(10), tzinfo=ZONE)
        return done

    def workbook(self, body: str, kind: str) -> bytes:
        return attached_book(self.folder, body, kind)

    def filled(
        self, workbook: bytes, form: str, said: Mapping[str, str], ticks: Mapping[str, Sequence[str]]
    ) -> bytes:
        """Fill a form in: by item, the id of an option, or words."""
        items = read_forms(self.process)[0][form].by_id
        cells: dict[str, dict[str, object]] = {}
        for name, words in said.items():
            item = items[f"pilot.{form}.{name}"]
            labels = {option.value: option.label[self.language] for option in item.options}
            if item.type is AnswerType.YES_NO:
                labels = {"no": {"en": "No", "fr": "Non"}[self.language]}
            column = "details" if item.type is AnswerType.TEXT else "answer"
            cells[item.id] = {column: labels.get(words, words)}
        cells |= {f"pilot.{form}.{item}:{tick}": {"answer": "x"} for item in ticks for tick in ticks[item]}
        return fill(workbook, cells, self.language)

    def send(self, name: str, content: bytes) -> None:
        (self.workspace.folder.inbox / f"{name}.xlsx").write_bytes(content)
        found = receive(self.workspace, at=self.now)
        assert [(each.verdict, each.problems) for each in found.files] == [("accepted", ())]

    def send_profile(self, body: str) -> None:
        said, topics = PROFILES[body]
        self.send(body, self.filled(self.workbook(body, "profile"), "profile", said, {"topics": topics}))

    def send_priorities(self, body: str) -> None:
        said = {
            "gaps": GAPS[body],
            "named": "named" if body in NAMED else "by-type",
            "attend": "in-person",
        }
        ticks = {"topics": CHOICES[body]}
        self.send(body, self.filled(self.workbook(body, "survey"), "priorities", said, ticks))

    def hold(self, action: str, day: date, note: str = "", attended: str = "") -> tuple[str, ...]:
        found = held(
            self.workspace,
            self.process,
            action,
            day=day,
            note=note,
            attended=attended,
            at=self.now,
            actor="coordinator",
        )
        assert found.problems == ()
        return found.attended

    def choose(self, sheet: str, choices: Mapping[str, tuple[str, str]], others: tuple[str, str]) -> Decided:
        """Fill a choice sheet in, by subject, the rest with `others`; read it back."""
        path = self.workspace.folder.exports / f"{sheet}-{self.language}.xlsx"
        choose(path, self.process, self.language, sheet, choices, others, "State and stakeholders")
        return decide(self.workspace, self.process, path, at=self.now, actor="coordinator")

    def run(self, *, daily: bool) -> list[tuple[date, str]]:
        """Live through all of it, from the launch to the thanks; return what was done when."""
        done = []
        self.launch()
        self.hold("request", date(2026, 12, 15), "Note verbale of 15 December 2026.")
        done += self.until(date(2027, 1, 11), daily=daily)
        for body in PROFILES:
            self.send_profile(body)
        for day in (date(2027, 1, 28), date(2027, 2, 12)):
            done += self.until(day, daily=daily)
        for body in CHOICES:
            self.send_priorities(body)
        for day in (date(2027, 3, 8), date(2027, 3, 19)):
            done += self.until(day, daily=daily)
        self.hold("stakeholder-meeting", date(2027, 3, 19), "The coast was missed.", MEETING)
        done += self.until(date(2027, 4, 20), daily=daily)
        self.hold("government-meeting", date(2027, 4, 20), "They meet again in a year.", TOGETHER)
        assert self.choose("joint-priorities", DECISIONS, ("not-now", "Few chose it.")).open == 0
        done += self.until(date(2027, 4, 21), daily=daily)
        assert self.choose("next-steps", STEPS, ("", "")).open == 0
        done += self.until(date(2027, 4, 22), daily=daily)
        clear(self.workspace, by="Awa Traoré", at=self.now)
        done += self.until(date(2027, 4, 26), daily=daily)
        return done


def texts(path: Path) -> list[str]:
    """Return the paragraphs and rows of a document, in order."""
    found = []
    for block in Document(str(path)).iter_inner_content():
        if isinstance(block, Paragraph):
            found.append(block.text)
        else:
            found += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
    return [text for text in found if text]
