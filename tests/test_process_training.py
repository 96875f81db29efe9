"""A training course from the call to the report, day by day; whoever has completed it is asked for it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app
from questionnaires.model import AnswerType
from stakeholders.model import Attribution
from store import query, standing
from store.audit import verify
from store.open import open_store
from tests.stage import new_folder
from tests.story import ZONE, at, document
from tests.training import RIGHT, Course, opened
from workflows.admit import admit
from workflows.choose import Decided
from workflows.moments import Times
from workflows.process_read import read_forms, read_process, shipped_processes
from workflows.product_check import check_products
from workflows.record import Record
from workflows.submit import clear
from workflows.working_time import Calendar

LAST = date(2027, 6, 20)
CAME = ["Coalition of Shelters", "border-watch", "University of the River", "Rescue at Sea"]


def applications(told: Course) -> None:
    """Seven apply, two of whom nobody has invited; one application says that it could do harm."""

    def invited(body: str, name: str, kind: str, person: str, **more: str) -> bytes:
        return told.application(told.book(body, "call"), name, kind, person, **more)

    form = (told.root / f"exports/applications-{told.language}.xlsx").read_bytes()
    rescue = told.application(form, "Rescue at Sea", "ngo", "Efua Sample", email="crew@rescue.example")
    harbour = told.application(
        form, "Harbour Union", "other", "Jo Sample", email="jo@harbour.example", both_days="no"
    )
    shelters = told.application(
        told.book("coalition-of-shelters", "call"),
        "Coalition of Shelters",
        "ngo",
        "Nia Example",
        use=["answer", "share"],
        needs="Step-free access",
    )
    told.run(
        date(2027, 3, 9),
        {date(2027, 3, 8): {"rescue": rescue, "harbour": harbour, "shelters": shelters}},
    )
    for name in ("rescue", "harbour"):
        admitted = admit(
            told.workspace,
            told.process,
            told.root / f"inbox/{name}.xlsx",
            at=at(date(2027, 3, 9), "15:00"),
            actor="coordinator",
            random=told.random,
        )
        assert (admitted.answers, admitted.problems) == (13, ())
    early = {
        "border": invited("border-watch", "Border Watch", "ngo", "Koffi Sample", safety="yes"),
        "river": invited(
            "university-of-the-river",
            "University of the River",
            "academia",
            "Ada River",
            level="intermediate",
        ),
        "bank": invited("bank-association", "Bank Association", "private-sector", "Ben Bank", both_days="no"),
    }
    late = {"legal": invited("legal-aid-network", "Legal Aid Network", "ngo", "Lea Sample")}
    told.run(date(2027, 4, 5), {date(2027, 3, 22): early, date(2027, 4, 1): late})


def places(told: Course) -> Decided:
    chosen = {
        "bank-association": ("waiting", ""),
        "harbour-union": ("declined", "Cannot come on either day."),
    }
    return told.select(chosen, ("accepted", ""), date(2027, 4, 5))


def modules(told: Course, body: str, *done: str) -> bytes:
    said = {"completed": done, "unclear": "What a predicate offence is."}
    return told.filled(told.book(body, "acceptance"), "modules", said)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The whole course, in English: one passes at once, one later, one not; one misses a day."""
    told = opened(tmp_path_factory.mktemp("training") / "t", "en")
    told.start()
    applications(told)
    assert places(told) == Decided("selection", 7, 0, 7)
    told.run(date(2027, 4, 6))
    shelters = modules(told, "coalition-of-shelters", "introduction", "convention")
    river = modules(told, "university-of-the-river", "introduction", "convention", "review")
    border = modules(told, "border-watch", "introduction")
    told.run(
        date(2027, 5, 12),
        {date(2027, 4, 8): {"m1": shelters, "m2": river}, date(2027, 4, 20): {"m3": border}},
    )
    assert told.hold("day-one", date(2027, 5, 12), [*CAME, "legal-aid-network"]).problems == ()
    told.run(date(2027, 5, 13))
    assert told.hold("day-two", date(2027, 5, 13), CAME).problems == ()
    told.run(date(2027, 5, 14))
    first = {
        "a1": told.answers(
            told.book("coalition-of-shelters", "assessment"),
            helped=["modules", "exchange"],
            missing="More time for the exercises.",
            next=["consultation"],
        ),
        "a2": told.answers(
            told.book("border-watch", "assessment"), "group consent migrants firearms", left="ways"
        ),
        "a3": told.answers(
            told.book("university-of-the-river", "assessment"), "serious-crime group offences firearms"
        ),
    }
    told.run(date(2027, 5, 19), {date(2027, 5, 18): first})
    second = {
        "b2": told.answers(told.book("border-watch", "not-yet"), "group", helped=["modules"]),
        "b3": told.answers(
            told.book("university-of-the-river", "not-yet"),
            "serious-crime group offences firearms consent",
            helped=["exchange"],
        ),
        "a4": told.answers(told.book("legal-aid-network", "assessment"), "group", helped=["exchange"]),
    }
    told.run(date(2027, 6, 11), {date(2027, 6, 1): second})
    cleared = clear(told.workspace, by="Awa Traoré", at=at(date(2027, 6, 11), "11:00"))
    assert cleared.paths == ("exports/report-en.docx", "exports/report-fr.docx")
    told.run(LAST)
    return told


def test_the_process_its_forms_and_its_documents_are_without_a_fault_and_in_both_languages() -> None:
    assert "training" in shipped_processes()
    process, problems = read_process("training", Path("nowhere"))
    assert process is not None
    forms, wrong = read_forms(process)
    assert [*problems, *wrong, *check_products(process)] == []
    assert sorted(forms) == ["application", "assessment", "modules"]
    assert {"en", "fr"} <= set(process.text("title"))
    for form in forms.values():
        assert all({"en", "fr"} <= set(item.text) for item in form.items)
    (root,) = (root for root in process.roots if root.name == "training")
    for kind in ("letters", "products"):
        english = sorted(path.name for path in (root / kind / "en").iterdir())
        assert english == sorted(path.name for path in (root / kind / "fr").iterdir())


def test_ten_questions_have_a_right_answer_each_of_them_named_by_its_provision() -> None:
    process, _ = read_process("training", Path("nowhere"))
    assert process is not None
    asked = [item for item in read_forms(process)[0]["assessment"].items if item.right]
    assert {item.id.rpartition(".")[2]: list(item.right) for item in asked} == RIGHT
    assert all(item.concerns[""] for item in asked)
    for item in asked:
        wrong = set(item.values) - set(item.right)
        assert len(wrong) >= (2 if item.type is AnswerType.CHOICES else 3)
    assert process.action("marking").needs == 70


def test_what_comes_before_the_workshop_goes_by_its_day() -> None:
    process, _ = read_process("training", Path("nowhere"))
    assert process is not None
    decided = {"selection.decided": at(date(2027, 4, 5))}
    record = Record(ZONE, Calendar(ZONE), at(date(2027, 3, 31)), done=decided)
    names = ("day-one.planned", "day-two.planned", "modules.deadline")
    foreseen = [Times(process, record).moment(name) for name in names]
    fixed = replace(record, dates={"day-one": at(date(2027, 6, 3), "14:00")})
    assert foreseen == [
        at(date(2027, 5, 3), "09:00"),
        at(date(2027, 5, 4), "09:00"),
        at(date(2027, 4, 26), "17:00"),
    ]
    assert [Times(process, fixed).moment(name) for name in names] == [
        at(date(2027, 6, 3), "14:00"),
        at(date(2027, 6, 4), "14:00"),
        at(date(2027, 5, 27), "17:00"),
    ]


def test_each_letter_goes_once_on_its_day_and_to_nobody_who_owes_nothing(story: Course) -> None:
    accepted = ("border-watch", "coalition-of-shelters", "legal-aid-network")
    more = ("rescue-at-sea", "university-of-the-river")
    everybody = (*accepted, *more)
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
        "2027-04-06": [
            *(f"acceptance-{body}" for body in everybody),
            "regret-harbour-union",
            "waiting-list-bank-association",
        ],
        "2027-04-29": ["modules-reminder-legal-aid-network", "modules-reminder-rescue-at-sea"],
        "2027-05-07": [f"workshop-soon-{body}" for body in everybody],
        "2027-05-14": [f"assessment-{body}" for body in everybody],
        "2027-05-18": [
            "not-yet-border-watch",
            "not-yet-university-of-the-river",
            "passed-coalition-of-shelters",
        ],
        "2027-05-21": ["assessment-warning-20270521"],
        "2027-05-25": [
            "assessment-reminder-border-watch",  # left a question open
            "assessment-reminder-legal-aid-network",
            "assessment-reminder-rescue-at-sea",
        ],
        "2027-06-01": [
            "assessment-last-rescue-at-sea",
            "passed-border-watch",
            "passed-legal-aid-network",
        ],
        "2027-06-07": [
            "certificate-border-watch",
            "certificate-coalition-of-shelters",
            "next-course-university-of-the-river",
        ],
        "2027-06-14": [f"thanks-{body}" for body in everybody],
    }
    assert {
        kind: story.attached("border-watch", kind)
        for kind in ("call", "acceptance", "workshop-soon", "assessment", "not-yet", "certificate", "thanks")
    } == {
        "call": ["consultation.xlsx"],
        "acceptance": ["consultation.xlsx"],
        "workshop-soon": [],
        "assessment": ["consultation.xlsx"],
        "not-yet": ["consultation.xlsx"],
        "certificate": ["certificate.docx"],
        "thanks": ["report-en.docx"],
    }
    assert {file.verdict.value for file in story.files if file.stakeholder} == {"accepted"}
    with open_store(story.workspace.database, create=False) as store:
        assert verify(store) == []


def test_who_has_not_passed_yet_learns_what_to_look_at_again_and_not_what_is_right(story: Course) -> None:
    words = story.words("border-watch", "not-yet")
    assert "\n\n".join(words[1:5]) == SECOND_CHANCE
    assert story.words("legal-aid-network", "passed")[1:4] == [
        "Congratulations: 9 of 10 answers are right, and you have passed.",
        "If you would like to look something up: not everything was right on",
        "- The Convention (2 of 3)",
    ]
    with open_store(story.workspace.database, create=False) as store:
        marks = {each.subject: (each.outcome, each.reason) for each in standing.outcomes(store, "marking")}
    assert marks == {
        "border-watch": ("passed", "9/10"),
        "coalition-of-shelters": ("passed", "10/10"),
        "legal-aid-network": ("passed", "9/10"),
        "university-of-the-river": ("failed", "5/10"),
    }


def test_who_was_there_on_both_days_and_has_passed_gets_a_certificate_and_is_trained(story: Course) -> None:
    folder = story.root / "exports/certificate"
    assert sorted(path.name for path in folder.iterdir()) == [
        "certificate-border-watch.docx",
        "certificate-coalition-of-shelters.docx",
    ]
    assert story.trainings() == {
        "Coalition of Shelters": "introduction (2027-06-07)",
        "Border Watch": "introduction (2027-06-07)",
    }
    assert document(folder / "certificate-coalition-of-shelters.docx") == [
        "Example State · Ministry of Justice",
        "Certificate",
        "Nia Example",
        "Coalition of Shelters",
        COMPLETED,
        "workshop days on Wednesday, 12 May 2027 and Thursday, 13 May 2027; assessment passed",
        "Monday, 7 June 2027",
        "Dr Ines Sample\nMinistry of Justice",
    ]
    hidden = "\n".join(document(folder / "certificate-border-watch.docx"))
    assert "Border" not in hidden
    assert "Koffi" not in hidden
    assert "_" * 24 in hidden  # a line for the name


def test_who_could_come_to_harm_is_anonymous_from_then_on(story: Course) -> None:
    with open_store(story.workspace.database, create=False) as store:
        found = {body.id: body.attribution for body in query.stakeholders(store)}
    assert found["border-watch"] is Attribution.ANONYMOUS
    assert story.words("border-watch", "certificate")[0] == "Dear colleagues,"


def test_the_report_says_how_many_and_no_single_result(story: Course) -> None:
    lines = document(story.root / "exports/report-en.docx")
    assert lines == REPORT
    assert not any(word in "\n".join(lines) for word in ("Border Watch", "Koffi", "Legal Aid"))


def consult(folder: Path, *words: str) -> Any:
    result = CliRunner().invoke(app, ["-C", str(folder), *words])
    assert result.exit_code == 0, result.output
    return json.loads(result.output) if "--json" in words else result.output


def test_a_consultation_takes_the_registry_over_and_asks_those_who_are_trained(
    story: Course, tmp_path: Path
) -> None:
    exported = tmp_path / "trained.csv"
    consult(story.root, "registry", "export", str(exported))
    registry = (
        "name,kind,sector,mandates,languages,contact,email\n"
        "Ministry of Justice,authority,justice,untoc.5,en,Awa Traoré,awa@justice.example\n"
        "Coalition of Shelters,ngo,victims,,en,Nia Example,nia@shelters.example\n"
    )
    routing = (
        "rules:\n  - {ask: {trained: introduction}, about: [untoc.23], why: has completed the introduction}\n"
    )
    workspace = new_folder(tmp_path / "c", language="en", registry=registry, routing=routing)
    folder = workspace.folder.root
    taken = consult(folder, "registry", "import", str(exported), "--json")
    assert [each["id"] for each in taken["filled"] if each["column"] == "trainings"] == [
        "coalition-of-shelters"
    ]
    routed = consult(folder, "route", "--json")["assignments"]
    assert {each["stakeholder"] for each in routed if each["item"].startswith("untoc.23.")} == {
        "coalition-of-shelters",
        "border-watch",
    }
    assert "A rule in routing.yaml: has completed the introduction" in consult(folder, "route")
    shown = consult(folder, "registry", "list", "--trained", "introduction", "--json")
    assert [body["id"] for body in shown["stakeholders"]] == ["coalition-of-shelters", "border-watch"]


def test_in_french_the_places_are_given_and_the_letters_say_so(tmp_path: Path) -> None:
    told = opened(tmp_path / "t", "fr")
    told.start()
    applications(told)
    assert places(told) == Decided("selection", 7, 0, 7)
    told.run(date(2027, 4, 6))
    assert told.mail["2027-04-06"][0] == "acceptance-border-watch"
    assert told.words("legal-aid-network", "acceptance")[1].startswith("Nous vous remercions de votre")
    assert told.words("legal-aid-network", "acceptance")[2] == (
        "L’atelier (School of Justice, room 4)\u00a0: la première journée commence le mercredi 12 mai 2027,"
        " 09:00 (Africa/Bamako), la seconde le jeudi 13 mai 2027, 09:00 (Africa/Bamako)."
    )


COMPLETED = (
    "has completed the introductory course for stakeholders on the United Nations Convention against"
    " Transnational Organized Crime, its Protocols and the Review Mechanism:"
)
SECOND_CHANCE = """\
Thank you for your answers. 5 of 10 are right; it takes 7 to pass, so that it is not quite enough yet. 1 \
question was left open, and counts as not right.

What to look at again:

- The Convention (2 of 3): Articles 2 and 3 of the Convention, and the offences in its articles 5, 6, 8 \
and 23.
- The three Protocols (0 of 3): Article 3 of the Trafficking in Persons Protocol, articles 5 and 6 of the \
Smuggling of Migrants Protocol, article 5 of the Firearms Protocol.
- How a stakeholder contributes (1 of 2): How those outside government are heard, in their own State and \
beyond.

You have a second chance. Your workbook is attached, with your answers in place: change those that you see \
differently now, save it, and send it back as a reply to this message by Friday, 4 June 2027, 17:00 \
(Africa/Bamako). What you send last counts, and nobody but us learns of the first time."""
REPORT = """\
Training course for stakeholders: report
The Convention against Transnational Organized Crime, its Protocols and their review
Workshop on Wednesday, 12 May 2027 and Thursday, 13 May 2027
Ministry of Justice · Example State
In figures
Each organization stands for one person. In the tables below, one or two organizations that could be told \
from a figure stand under a wider heading, or are left out.
By kind
Took part and have agreed to be named: University of the River.
What was studied
What helped, and what comes next
What would you like next? Too few answered this for figures to be shown.
What should be different
Nothing was said on this that can stand here.
Statements left out, because they or those who made them could be recognized: 1. The office has read them.
What follows
The registry of stakeholders says of those who were there on both days and have passed that they have \
completed the introduction. The national consultation can turn to them for the articles that concern their \
work. How somebody did in the ten questions stands neither here nor there.
Awa Traoré
Ministry of Justice
training@justice.example
+223 20 00 00 00
Organizations that … | \n\
applied, by Wednesday, 31 March 2027 | 7
got a place | 5
told us about their modules | 3
were there on the first day | 5
were there on the second day | 4
answered the ten questions | 4
passed | 3
Applied | Organizations
Academia | 1
Non-governmental stakeholders | 3
Non-governmental organizations | 3
Were there on the first day | Organizations
Academia | 1
Non-governmental stakeholders | 4
Passed, of kinds of which at least three were there | Organizations
Non-governmental stakeholders | 3
Region, first day | Organizations
Sahel | 5
Which modules have you completed? | Organizations
Introduction (half an hour) | 1
The Convention | 1
The three Protocols | 0
From the treaty to law and practice | 0
The Review Mechanism and its questionnaires | 1
Organized crime and the 2030 Agenda | 0
None yet | 0
What has helped you most? | Organizations
The modules | 2
The explanations at the workshop | 0
The exercises with the questionnaire | 0
The exchange with the others | 3
The ten questions themselves | 0
None of this | 0
""".splitlines()
