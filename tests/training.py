"""A training course in a small State, day by day, with people who apply, study, come and answer."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from questionnaires.model import AnswerType, Questionnaire
from tests import story
from tests.stage import fill, letter
from tests.story import Story, at
from workflows.choose import Decided, decide
from workflows.hold import Held, held
from workflows.process_read import read_forms

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


@dataclass
class Course(Story):
    """One course."""

    forms: Mapping[str, Questionnaire] = field(default_factory=dict)

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

    def select(self, places: Mapping[str, tuple[str, str]], other: tuple[str, str], day: date) -> Decided:
        """Fill in the sheet of places as the trainer does, and read it back."""
        path = self.chosen("selection", places, other, "Dr Ines Sample")
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


def opened(folder: Path, language: str) -> Course:
    office = "Ministry of Justice" if language == "en" else "Ministère de la Justice"
    mail = "training@justice.example"
    workspace, process = story.opened(
        folder, "training", language, registry=REGISTRY, more=SETTINGS, office=office, email=mail
    )
    return Course(workspace, process, language, forms=read_forms(process)[0])
