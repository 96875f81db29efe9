"""A Constructive Dialogue from the call to the thanks, day by day: everything once, nobody given away."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook

from problems.files import NotAllowed
from problems.stages import NothingDrafted, Refused
from questionnaires.form import read_form
from stakeholders.model import Attribution
from store import query
from store.audit import verify
from store.open import open_store
from tests.stage import bytes_in_order, fill, letter, new_folder
from tests.story import BACK, FIRST, Story, at, document
from tests.story import opened as story_opened
from workflows.admit import Admitted, admit
from workflows.advance import advance
from workflows.choose import Decided, decide
from workflows.hold import held
from workflows.launch import launch
from workflows.post import Desk
from workflows.process_read import read_forms, read_process, shipped_processes
from workflows.produce import produce
from workflows.product_check import check_products
from workflows.submit import clear

LAST = date(2027, 6, 14)
REGISTRY = """\
name,kind,sector,mandates,languages,contact,email,at risk,regions,expertise
Ministry of Justice,authority,justice,untoc.5,{0},Awa Traoré,awa@justice.example,,,
Coalition of Shelters,ngo,victims,,{0},Nia Example,nia@shelters.example,,West Africa; Sahel,victims
Border Watch,ngo,migration,,{0},Koffi Sample,koffi@watch.example,yes,Sahel,smuggling-of-migrants
University of the River,academia,law,,{0},,law@river.example,,West Africa,smuggling-of-migrants
Bank Association,private-sector,finance,,{0},,office@bank.example,,West Africa,money-laundering
Legal Aid Network,ngo,law,,{0},,aid@legal.example,,Sahel,victims
Silent Society,ngo,law,,{0},,office@silent.example,,Sahel,victims
"""
SETTINGS = """
dates: {dialogue: "2027-05-12 10:00"}
details:
  strand: smuggling-of-migrants
  venue: Vienna and online
  session: "14 September 2027"
"""
APPLICATION, INPUTS = "dialogue.application.", "dialogue.inputs."


@dataclass
class Dialogue(Story):
    """One dialogue."""

    draft: bytes = b""

    def label(self, form: str, item: str, value: str) -> str:
        found = read_forms(self.process)[0][form].by_id[f"dialogue.{form}.{item}"]
        if not found.options:
            return {"yes": {"en": "Yes", "fr": "Oui"}, "no": {"en": "No", "fr": "Non"}}[value][self.language]
        return found.option(value).label[self.language]

    def application(self, book: bytes, name: str, kind: str, years: str, proof: str, **more: str) -> bytes:
        """Fill in the form of an applicant; `proof`: what they tick."""
        said = {"regions": "Sahel", "contact": "Ama", "email": "x@y.example", "safety": "no"} | more
        return fill(
            book,
            {
                f"{APPLICATION}name": {"answer": name},
                f"{APPLICATION}kind": {"answer": self.label("application", "kind", kind)},
                **{
                    f"{APPLICATION}{each}": {"answer": said[each]} for each in ("regions", "contact", "email")
                },
                f"{APPLICATION}languages:{self.language}": {"answer": "✓"},
                f"{APPLICATION}safety": {"answer": self.label("application", "safety", said["safety"])},
                f"{APPLICATION}strands:smuggling-of-migrants": {"answer": "✓"},
                f"{APPLICATION}experience": {"answer": self.label("application", "experience", years)},
                **{f"{APPLICATION}proof:{each}": {"answer": "✓"} for each in proof.split()},
                f"{APPLICATION}work": {"details": "Ten years of work, published."},
                f"{APPLICATION}contribution": {"details": "What happens on the road."},
                f"{APPLICATION}mode": {"answer": self.label("application", "mode", "either")},
            },
            self.language,
        )

    def invited(self, body: str, name: str, kind: str, years: str, proof: str, **more: str) -> bytes:
        return self.application(self.book(body, "call"), name, kind, years, proof, **more)

    def input(self, body: str, named: str, first: str, topics: str, **said: str) -> bytes:
        return fill(
            self.book(body, "inputs"),
            {
                f"{INPUTS}named": {"answer": self.label("inputs", "named", named)},
                f"{INPUTS}first": {"details": first},
                **{f"{INPUTS}topics:{each}": {"answer": "✓"} for each in topics.split()},
                **{f"{INPUTS}{key.replace('_', '.')}": {"details": text} for key, text in said.items()},
            },
            self.language,
        )

    def screened(self, choices: Mapping[str, tuple[str, str]], other: tuple[str, str]) -> Path:
        """Fill in the screening sheet as the approving body does."""
        return self.chosen("screening", choices, other, "Extended Bureau")

    def product(self, name: str) -> list[str]:
        return document(self.root / f"exports/{name}-{self.language}.docx")


def opened(folder: Path, language: str, more: str = SETTINGS) -> Dialogue:
    office, mail = "Secretariat of the Dialogue", "dialogue@justice.example"
    workspace, process = story_opened(
        folder, "dialogue", language, registry=REGISTRY, more=more, office=office, email=mail
    )
    return Dialogue(workspace, process, language)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Dialogue:
    """The whole dialogue, in English, with everybody who has a part in it."""
    told = opened(tmp_path_factory.mktemp("dialogue") / "d", "en")
    told.start()
    form = (told.root / "exports/applications-en.xlsx").read_bytes()
    rescue = told.application(
        form,
        "Rescue at Sea",
        "ngo",
        "two-to-five",
        "practice",
        email="crew@rescue.example",
        contact="Efua",
        regions="West Africa",
    )
    shelters = told.invited(
        "coalition-of-shelters", "Coalition of Shelters", "ngo", "over-five", "practice research"
    )
    border = told.invited("border-watch", "Border Watch", "ngo", "two-to-five", "practice", safety="yes")
    river = told.invited("university-of-the-river", "University of the River", "academia", "over-five", "law")
    bank = told.invited("bank-association", "Bank Association", "private-sector", "beginning", "none")
    legal = told.invited("legal-aid-network", "Legal Aid Network", "ngo", "two-to-five", "law", safety="yes")
    told.run(date(2027, 3, 9), {date(2027, 3, 8): {"shelters": shelters, "rescue": rescue}})
    admitted = admit(
        told.workspace,
        told.process,
        told.root / "inbox/rescue.xlsx",
        at=at(date(2027, 3, 9), "15:00"),
        actor="coordinator",
        random=told.random,
    )
    assert admitted == Admitted("rescue-at-sea", "Rescue at Sea", "applications", 13, 1)
    early = {"border": border, "river": river, "bank": bank}
    told.run(date(2027, 4, 12), {date(2027, 3, 22): early, date(2027, 4, 1): {"legal": legal}})
    path = told.screened({"bank-association": ("declined", "No work on the strand yet.")}, ("accepted", ""))
    decided = decide(
        told.workspace, told.process, path, at=at(date(2027, 4, 12), "15:00"), actor="coordinator"
    )
    assert decided == Decided("screening", 6, 0, 6)
    told.run(date(2027, 5, 12))
    came = ["Coalition of Shelters", "border-watch", "University of the River", "Legal Aid Network"]
    meeting = held(
        told.workspace,
        told.process,
        "dialogue",
        day=date(2027, 5, 12),
        attended=[*came, "Rescue at Sea"],
        at=at(date(2027, 5, 12), "18:00"),
        actor="coordinator",
    )
    assert meeting.problems == ()
    told.run(date(2027, 5, 13))
    told.run(date(2027, 5, 19), {date(2027, 5, 17): inputs(told)})
    river = told.input(
        "university-of-the-river", "by-type", "Data are missing.", "law", law_gaps="Terms differ."
    )
    told.run(date(2027, 6, 10), {date(2027, 5, 20): {"river": river}})
    told.draft = (told.root / "exports/summary-en.docx").read_bytes()
    cleared = clear(told.workspace, by="Awa Traoré", at=at(date(2027, 6, 10), "11:00"))
    assert cleared.paths == ("exports/summary-en.docx", "exports/summary-fr.docx")
    told.run(LAST)
    return told


def inputs(told: Dialogue) -> dict[str, bytes]:
    return {
        "shelters": told.input(
            "coalition-of-shelters",
            "named",
            "Shelters close when projects end.",
            "protection review",
            protection_gaps="No shelter is open to men.\n\n# Nor to {{ families }}.",
            protection_assistance="Training of shelter staff.",
            protection_suggestions="Fund shelters for five years.",
            review_suggestions="Publish the list of observations.",
        ),
        "border": told.input(
            "border-watch",
            "named",
            "Rescue is not smuggling.",
            "protection",
            protection_gaps="Border Watch sees children detained.",
        ),
        "rescue": told.input(
            "rescue-at-sea",
            "named",
            "Ships are seized.",
            "law",
            law_gaps="Rescuers are charged as smugglers.",
            law_practices="A court has acquitted them.",
            law_suggestions="Exempt help at sea.",
        ),
    }


def test_the_process_its_forms_and_its_documents_are_without_a_fault_and_in_both_languages() -> None:
    assert "dialogue" in shipped_processes()
    process, problems = read_process("dialogue", Path("nowhere"))
    assert process is not None
    forms, wrong = read_forms(process)
    assert [*problems, *wrong, *check_products(process)] == []
    assert sorted(forms) == ["application", "inputs"]
    assert {"en", "fr"} <= set(process.text("title"))
    for form in forms.values():
        assert all({"en", "fr"} <= set(item.text) for item in form.items)
    (root,) = (root for root in process.roots if root.name == "dialogue")
    for kind in ("letters", "products"):
        english = sorted(path.name for path in (root / kind / "en").iterdir())
        assert english == sorted(path.name for path in (root / kind / "fr").iterdir())


def test_each_letter_goes_once_on_its_day_and_to_nobody_who_owes_nothing(story: Dialogue) -> None:
    took_part = ("border-watch", "coalition-of-shelters", "legal-aid-network")
    more = ("rescue-at-sea", "university-of-the-river")
    assert len(story.back) == sum(each.version > 0 and not each.known for each in story.files)
    assert story.mail == {
        "2027-03-01": [
            "call-bank-association",
            "call-border-watch",
            "call-coalition-of-shelters",
            "call-legal-aid-network",
            "call-silent-society",
            "call-university-of-the-river",
        ],
        "2027-03-24": ["closing-soon-legal-aid-network", "closing-soon-silent-society"],
        "2027-04-13": [
            *(f"acceptance-{body}" for body in (*took_part, *more)),
            "regret-bank-association",
        ],
        "2027-05-13": [f"inputs-{body}" for body in (*took_part, *more)],
        "2027-05-27": ["inputs-reminder-legal-aid-network", "inputs-warning-20270527"],
        "2027-06-01": ["inputs-last-legal-aid-network"],
        "2027-06-04": ["inputs-overdue-legal-aid-network"],
        "2027-06-11": [f"thanks-{body}" for body in (*took_part, *more)],
    }
    attached = {
        kind: [each.get_filename() for each in letter(story.root, "border-watch", kind).iter_attachments()]
        for kind in ("call", "acceptance", "inputs", "thanks")
    }
    assert attached == {
        "call": ["consultation.xlsx"],
        "acceptance": ["briefing-en.docx"],
        "inputs": ["consultation.xlsx"],
        "thanks": ["summary-en.docx"],
    }


def test_everything_lies_in_exports_and_the_record_is_whole(story: Dialogue) -> None:
    assert sorted(path.name for path in (story.root / "exports").iterdir()) == [
        "applications-en.xlsx",
        "applications-fr.xlsx",
        *(f"{name}-{tag}.docx" for name in ("briefing", "call", "cover-note") for tag in ("en", "fr")),
        "screening-en.xlsx",
        "summary-en.docx",
        "summary-fr.docx",
    ]
    assert {
        file.stakeholder: file.verdict.value for file in story.files if file.stakeholder
    } == dict.fromkeys(
        (
            "coalition-of-shelters",
            "border-watch",
            "university-of-the-river",
            "bank-association",
            "legal-aid-network",
            "rescue-at-sea",
        ),
        "accepted",
    )
    with open_store(story.workspace.database, create=False) as store:
        assert list(verify(store)) == []


def test_the_approving_body_sees_points_with_reasons_and_no_name_of_who_could_come_to_harm(
    story: Dialogue,
) -> None:
    choices = load_workbook(story.root / "exports/screening-en.xlsx").worksheets[1]
    heads = {str(choices.cell(4, column).value): column for column in range(1, choices.max_column + 1)}
    rows = [
        tuple(choices.cell(row, heads[name]).value for name in ("Rank", "Body", "Kind", "Points"))
        for row in range(5, choices.max_row + 1)
    ]
    assert sorted(rows) == [
        (1, "Coalition of Shelters", "Non-governmental organization", 8),
        (2, "University of the River", "Academia", 6),
        (3, "Not named here", "Non-governmental organization", 5),
        (3, "Not named here", "Non-governmental organization", 5),
        (3, "Rescue at Sea", "Non-governmental organization", 5),
        (6, "Bank Association", "Private sector", 0),
    ]
    assert choices.cell(5, heads["Why so many"]).value == (
        "+4 · How long have you worked on the subject of this dialogue? More than five years\n"
        "+4 · What can you show of this work? Services to those affected, or work in the field, "
        "Published research or data"
    )


def test_who_took_part_stands_in_the_registry_and_so_does_who_came_uninvited(story: Dialogue) -> None:
    rows = (story.root / "stakeholders.csv").read_text(encoding="utf-8").splitlines()
    came = {row.split(",")[0] for row in rows if "Constructive Dialogue (2027-05-12)" in row}
    assert came == {
        "Coalition of Shelters",
        "Border Watch",
        "University of the River",
        "Legal Aid Network",
        "Rescue at Sea",
    }


def test_what_a_form_says_of_naming_holds_and_harm_goes_before_it(story: Dialogue) -> None:
    with open_store(story.workspace.database, create=False) as store:
        found = {body.id: body.attribution for body in query.stakeholders(store)}
    assert found == {
        "ministry-of-justice": Attribution.NAMED,
        "coalition-of-shelters": Attribution.NAMED,
        "border-watch": Attribution.ANONYMOUS,  # wished to be named, but could come to harm
        "university-of-the-river": Attribution.BY_TYPE,
        "bank-association": Attribution.BY_TYPE,
        "legal-aid-network": Attribution.ANONYMOUS,
        "silent-society": Attribution.BY_TYPE,
        "rescue-at-sea": Attribution.NAMED,
    }


def golden(name: str) -> str:
    return (Path(__file__).parent / "golden" / name).read_text(encoding="utf-8")


def test_the_summary_says_who_took_part_and_what_was_said_and_names_nobody_at_risk(story: Dialogue) -> None:
    told = "\n".join(story.product("summary"))
    assert told + "\n" == golden("dialogue-summary-en.docx.txt")
    assert not any(word in told for word in ("Border Watch", "Legal Aid", "Koffi", "detained"))


def test_the_cover_note_goes_to_the_working_group(story: Dialogue) -> None:
    title, to, *more = story.product("cover-note")
    assert (title, to) == (
        "Cover note: summary of the Constructive Dialogue",
        "To the working group: 14 September 2027",
    )
    assert "Organizations that took part: 5. Organizations that sent written inputs: 4." in more[3]
    assert more[4] == "The summary was cleared by Awa Traoré. It was sent to everybody who took part."


def headers(document: bytes) -> str:
    package = zipfile.ZipFile(io.BytesIO(document))
    return "".join(package.read(name).decode() for name in package.namelist() if "header" in name)


def test_a_draft_says_so_and_what_is_cleared_no_longer_does(story: Dialogue, tmp_path: Path) -> None:
    assert "DRAFT" in headers(story.draft)
    assert "DRAFT" not in headers((story.root / "exports/summary-en.docx").read_bytes())
    early = opened(tmp_path / "d", "en")
    early.start()
    with pytest.raises(Refused) as refused:
        clear(early.workspace, by="Awa Traoré", at=at(FIRST, "12:00"))
    assert refused.value.problem == NothingDrafted()


def test_each_of_the_letters_says_whom_to_ask_and_asks_for_nothing_strange(story: Dialogue) -> None:
    letters = [path for path in (story.root / "outbox").glob("*.eml") if "warning" not in path.name]
    for path in sorted(letters):
        message = message_from_bytes(path.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        plain = message.get_body(("plain",))
        assert plain is not None
        text = plain.get_content()
        assert "dialogue@justice.example" in text, path.name
        assert "http" not in text, path.name
        assert not [line for line in text.splitlines() if "  " in line.strip()], path.name
        assert "{" not in text or path.name.startswith(BACK), path.name  # what they wrote is theirs


@pytest.mark.parametrize("linked", [False, True])
def test_the_briefing_tells_the_linked_consultation_s_state_or_what_is_known(
    tmp_path: Path, linked: bool
) -> None:
    other = new_folder(tmp_path / "consultation", language="en")
    assert launch(other, at=at(date(2027, 1, 4)), random=bytes_in_order()).problems == ()
    told = opened(tmp_path / "d", "en", 'linked: "../consultation"\n' if linked else "")
    told.start()
    with open_store(told.workspace.database, create=False) as store:
        desk = Desk(told.workspace, told.process, store, at(FIRST, "12:00"))
        assert produce(desk, told.process.action("briefing")).problems == ()
    lines = told.product("briefing")
    nobody = "This briefing rests on what is known of the Review Mechanism as a whole;"
    assert any(line.startswith(nobody) for line in lines) is not linked
    rows = [line for line in lines if line.startswith("Article 23 |")]
    assert rows == (
        ["Article 23 | Criminalization of obstruction of justice | 13 | 0 | 0 | 0"] if linked else []
    )
    assert "Under way on 30 September 2024 | 81" in lines


def test_a_dialogue_in_french(tmp_path: Path) -> None:
    told = opened(tmp_path / "d", "fr")
    told.start()
    for body in ("coalition-of-shelters", "university-of-the-river"):
        content = told.invited(body, body, "ngo", "over-five", "law")
        (told.root / f"inbox/{body}.xlsx").write_bytes(content)
    for day in (date(2027, 3, 2), date(2027, 4, 2)):
        advance(told.workspace, told.process, at=at(day), random=told.random)
    path = told.screened({"university-of-the-river": ("declined", "Autre volet.")}, ("accepted", ""))
    when = at(date(2027, 4, 12), "15:00")
    assert decide(told.workspace, told.process, path, at=when, actor="coordinator").problems == ()
    advance(told.workspace, told.process, at=at(date(2027, 4, 13)), random=told.random)
    held(
        told.workspace,
        told.process,
        "dialogue",
        day=date(2027, 5, 12),
        attended=["coalition-of-shelters"],
        at=at(date(2027, 5, 12), "18:00"),
        actor="coordinator",
    )
    advance(told.workspace, told.process, at=at(date(2027, 5, 13)), random=told.random)
    said = {"law_gaps": "Les définitions diffèrent.", "law_suggestions": "Les rapprocher du Protocole."}
    content = told.input("coalition-of-shelters", "named", "Des refuges ferment.", "law", **said)
    (told.root / "inbox/i.xlsx").write_bytes(content)
    for day in (date(2027, 5, 17), date(2027, 6, 8)):
        advance(told.workspace, told.process, at=at(day), random=told.random)
    clear(told.workspace, by="Awa Traoré", at=at(date(2027, 6, 10)))
    advance(told.workspace, told.process, at=at(date(2027, 6, 11)), random=told.random)
    assert "\n".join(told.product("summary")) + "\n" == golden("dialogue-summary-fr.docx.txt")
    subjects = {
        path.stem: letter(
            told.root, "coalition-of-shelters", path.stem.removesuffix("-coalition-of-shelters")
        )["subject"]
        for path in sorted((told.root / "outbox").glob("*-coalition-of-shelters.eml"))
    }
    assert subjects == {
        "acceptance-coalition-of-shelters": "État d’exemple : vous êtes invités au dialogue constructif",
        "call-coalition-of-shelters": (
            "État d’exemple : dialogue constructif, candidatures jusqu’au mercredi 31 mars 2027"
        ),
        "inputs-coalition-of-shelters": (
            "État d’exemple : vos contributions après le dialogue constructif, jusqu’au jeudi 3 juin 2027"
        ),
        "thanks-coalition-of-shelters": (
            "État d’exemple : résumé du dialogue constructif, avec nos remerciements"
        ),
    }


FORM = """\
form: ask
version: "1"
status: active
source: Own wording.
title: Form
about: A form.
parts:
  - id: one
    title: Part
    about: A part.
    items:
      - {id: how, type: choice, text: "How may you appear?", options: {nowhere: Nowhere}, fills: attribution}
      - {id: risk, type: line, text: "Is there a risk?", fills: at-risk}
"""


def test_a_form_asks_for_consent_in_the_words_that_are_understood(tmp_path: Path) -> None:
    (tmp_path / "ask.yaml").write_text(FORM, encoding="utf-8")
    form, problems = read_form(tmp_path / "ask.yaml", "talks", "forms/ask.yaml")
    assert form is None
    assert [
        (each.place.line, each.key, each.value, each.allowed)
        for each in problems
        if isinstance(each, NotAllowed)
    ] == [
        (12, "options", "nowhere", ("named", "by-type", "anonymous")),
        (13, "type", "line", ("yes-no",)),
    ]
