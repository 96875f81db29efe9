"""Documents of a process: what they may say of whom, where they lie, what is wrong with their templates."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from docx import Document

from problems import Place, Severity
from problems.forms import UnknownConcern
from problems.settings import LinkedUnreadable
from problems.stages import Refused
from problems.templates import TemplateFailed, TemplateMissing
from questionnaires.form import read_form
from store.changes import (
    record_consent,
    record_extension,
    record_focal_point,
    record_held,
    record_outcomes,
    record_relief,
    record_reopening,
    record_withdrawal,
)
from tests.dialogue import AT, FORM, desk_of, launched_dialogue, new_dialogue, process_of, say
from tests.test_feedback import consulted
from workflows.advance import advance
from workflows.check import check
from workflows.facts import facts_of
from workflows.facts_known import KNOWN
from workflows.post import Desk
from workflows.process_read import read_process, shipped_processes
from workflows.produce import Produced, produce
from workflows.product_check import check_products

WHY = "talks.survey.why"
SUBJECTS = "talks.survey.subjects"
BAMAKO = ZoneInfo("Africa/Bamako")
TEN = "10:00 (Africa/Bamako)"
WHO: dict[str, Any] = {"at": AT, "actor": "coordinator"}
PARTNERS = ("ministry-of-justice", "bar-association", "open-press", "shelter-house")


@contextmanager
def answered(folder: Path, **files: str) -> Iterator[Desk]:
    """Two who may be named, two by type and one at risk have answered; four came to the meeting."""
    workspace, store = launched_dialogue(folder, **files)
    with store:
        say(store, "ministry-of-justice", {SUBJECTS: ("victims",), WHY: "Because of the new law."})
        say(store, "bar-association", {SUBJECTS: ("victims", "money"), WHY: "Because # of *courts*."})
        say(store, "open-press", {SUBJECTS: ("money",), WHY: "Because of the press."})
        say(store, "rights-now", {SUBJECTS: ("money",), WHY: "Because of rights, says Rights Now."})
        say(store, "shelter-house", {SUBJECTS: ("victims",)})
        chosen = [("money", "later", ""), ("victims", "joint", "Named by most, says Open Press.")]
        record_outcomes(store, "choosing", chosen, decided_by="Awa Traoré", **WHO)
        accepted = [(each, "accepted", "") for each in PARTNERS]
        record_outcomes(store, "screening", accepted, decided_by="Awa Traoré", **WHO)
        record_held(store, "first-meeting", date(2027, 1, 24), "In the great hall.", PARTNERS, **WHO)
        yield desk_of(workspace, store)


def concern(provision: str, label: str, title: str) -> dict[str, Any]:
    short = "Organized Crime Convention"
    return {"id": provision, "label": label, "title": title, "instrument": short, "items": []}


VICTIMS = concern("untoc.25", "Article 25", "Assistance to and protection of victims")
MONEY = concern("untoc.12.1", "Article 12 (1)", "Confiscation and seizure")


def test_what_was_asked_and_said_is_told_as_far_as_it_may_be(tmp_path: Path) -> None:
    """Those by type and the one at risk hide among three where three chose; their texts would tell them."""
    with answered(tmp_path / "c") as desk:
        told = facts_of(desk, language="en")["rounds"]["first_survey"]
    options, why = told["items"]
    (article,) = why.pop("concerns")
    assert options == {
        "id": SUBJECTS,
        "text": "Which subjects do you want to speak about?",
        "type": "choices",
        "answered": 5,
        "uncounted": False,
        "reply": "",
        "options": [
            {
                "value": "victims",
                "label": "Protection of victims",
                "count": 3,
                "bodies": ["Bar Association", "Ministry of Justice"],
                "concerns": [VICTIMS],
            },
            {
                "value": "money",
                "label": "Confiscation",
                "count": 3,
                "bodies": ["Bar Association"],
                "concerns": [MONEY],
            },
        ],
        "statements": [],
        "withheld": 0,
        "concerns": [],
    }
    assert why == {
        "id": WHY,
        "text": "Why?",
        "type": "text",
        "answered": 2,
        "uncounted": True,
        "reply": "",
        "options": [],
        "statements": [
            {"who": "Bar Association", "text": "Because # of *courts*.", "absent": ""},
            {"who": "Ministry of Justice", "text": "Because of the new law.", "absent": ""},
        ],
        "withheld": 2,
    }
    assert (article["label"], article["items"][1]["id"]) == ("Article 5", "untoc.5.1")
    assert {key: value for key, value in told.items() if key not in {"items", "parts"}} == {
        "id": "first-survey",
        "title": "Survey of subjects",
        "opened": AT,
        "deadline": datetime(2027, 1, 18, 17, tzinfo=BAMAKO),
        "asked": 7,
        "returned": 5,
        "kinds": {
            "Authorities": 1,
            "Non-governmental organizations": 1,
            "Non-governmental stakeholders": 3,
        },
        "articles": [],
        "figures": {"asked": 0, "answered": 0, "agreed": 0, "open": 0},
    }
    assert [(part["id"], part["title"], part["items"]) for part in told["parts"]] == [
        ("talks.survey.1", "Subjects", told["items"])
    ]


def test_texts_of_three_of_a_type_stand_under_the_type(tmp_path: Path) -> None:
    with answered(tmp_path / "c") as desk:
        say(desk.store, "river-watch", {WHY: "Because of the river."})
        why = facts_of(desk, language="fr")["rounds"]["first_survey"]["items"][1]
    assert [(each["who"], each["text"]) for each in why["statements"]] == [
        ("Bar Association", "Because # of *courts*."),
        ("Ministry of Justice", "Because of the new law."),
        ("Organisations non gouvernementales", "Because of the press."),
        ("Organisations non gouvernementales", "Because of the river."),
    ]
    assert (why["answered"], why["uncounted"], why["withheld"]) == (5, False, 1)  # one names itself


def test_what_was_chosen_and_held_names_only_who_may_be_named(tmp_path: Path) -> None:
    by = {"by": "Awa Traoré", "reason": ""}
    with answered(tmp_path / "c") as desk:
        told = facts_of(desk, language="en")
    bodies = [("bar-association", "Bar Association"), ("ministry-of-justice", "Ministry of Justice")]
    accepted: dict[str, Any] = {
        "outcome": "accepted",
        "label": "Accepted",
        **by,
        "points": None,
        "concerns": [],
    }
    assert told["outcomes"] == {
        "choosing": [
            {
                "subject": "victims",
                "name": "Protection of victims",
                "outcome": "joint",
                "label": "Joint priority",
                **by,  # the reason names somebody
                "points": 3,
                "concerns": [VICTIMS],
            },
            {
                "subject": "money",
                "name": "Confiscation",
                "outcome": "later",
                "label": "For later",
                **by,
                "points": 3,
                "concerns": [MONEY],
            },
        ],
        "screening": [{"subject": id_, "name": name, **accepted} for id_, name in bodies],
    }
    assert told["held"] == {
        "first_meeting": {
            "title": "The first meeting",
            "day": date(2027, 1, 24),
            "note": "In the great hall.",
            "attended": ["Bar Association", "Ministry of Justice"],
            "count": 4,
            "kinds": {"Authorities": 1, "Non-governmental organizations": 1},
            "regions": {"North": 1, "South": 1},
        }
    }


def test_what_is_said_of_bodies_and_of_the_consultation(tmp_path: Path) -> None:
    with answered(tmp_path / "c") as desk:
        told = facts_of(desk, language="en")
    assert told["bodies"][0] == {
        "id": "bar-association",
        "name": "Bar Association",
        "type": "Non-governmental organization",
        "sector": "law",
        "topics": ["Money-laundering"],
        "regions": ["South"],
        "trainings": ["introduction (2026-10-03)"],
    }
    assert [each["name"] for each in told["bodies"]] == [
        "Bar Association",
        "Ministère de l'Intérieur",
        "Ministry of Justice",
    ]
    assert (told["kinds"], told["unnamed"]) == (
        {"Authorities": 2, "Non-governmental organizations": 1, "Non-governmental stakeholders": 4},
        4,
    )
    assert told["status"] == [
        {"body": "Bar Association", "asked": 2, "answered": 2, "returned": AT.date()},
        {"body": "Ministère de l'Intérieur", "asked": 2, "answered": 0, "returned": None},
        {"body": "Ministry of Justice", "asked": 2, "answered": 2, "returned": AT.date()},
    ]
    assert told["dates"]["first_meeting"] == datetime(2027, 1, 25, 10, tzinfo=BAMAKO)
    assert {key: told[key] for key in ("state", "language", "title", "today", "process", "details")} == {
        "state": "Example State",
        "language": "en",
        "title": "Talks",
        "today": date(2027, 2, 3),
        "process": {"id": "talks", "title": "Talks", "about": "Bodies say what they want to speak about."},
        "details": {},
    }


def test_one_or_two_who_are_not_named_are_not_counted(tmp_path: Path) -> None:
    workspace, store = launched_dialogue(tmp_path / "c")
    with store:
        say(store, "bar-association", {SUBJECTS: ("money",)})
        say(store, "open-press", {SUBJECTS: ("victims",)})
        told = facts_of(desk_of(workspace, store), language="en")["rounds"]["first_survey"]
    item = told["items"][0]
    assert (told["returned"], told["kinds"]) == (2, {"Non-governmental organizations": 1})
    assert (item["answered"], item["uncounted"], [each["count"] for each in item["options"]]) == (
        1,
        True,
        [0, 1],
    )


def test_who_asks_for_less_later_is_named_no_more(tmp_path: Path) -> None:
    with answered(tmp_path / "c") as desk:
        record_consent(desk.store, "bar-association", "anonymous", "Please do not name us.", **WHO)
        told = facts_of(desk_of(desk.workspace, desk.store), language="en")
    assert "Bar Association" not in str(told)


def test_what_changed_is_told_of_those_who_may_be_named(tmp_path: Path) -> None:
    with answered(tmp_path / "c") as desk:
        store, later = desk.store, AT + timedelta(days=3)
        record_extension(store, "first-survey", "", later + timedelta(days=20), "Holidays.", **WHO)
        for body in ("bar-association", "open-press"):
            record_extension(
                store,
                "first-survey",
                body,
                later + timedelta(days=30),
                "As Open Press asked.",
                at=later,
                actor="coordinator",
            )
            record_relief(store, body, [WHY], "declined", "Not ours.", at=later, actor="coordinator")
        record_reopening(store, "ministry-of-justice", [(SUBJECTS, "Both?")], at=later, actor="coordinator")
        record_withdrawal(store, "shelter-house", "", at=later, actor="coordinator")
        person = {"name": "Kofi Sample", "office": "Ministry of Justice", "email": "k@x.example"}
        record_focal_point(store, **person, telephone="", at=later + timedelta(days=1), actor="focal-point")
        told = facts_of(desk_of(desk.workspace, store), language="en")
    assert [(each["day"].day, each["kind"], each["text"], each["reason"]) for each in told["changes"]] == [
        (4, "deadline", f"The deadline of all was moved to Wednesday, 27 January 2027, {TEN}.", "Holidays."),
        (7, "extension", f"Bar Association was given until Saturday, 6 February 2027, {TEN}.", ""),
        (7, "declined", "Bar Association declined one question.", "Not ours."),
        (7, "correction", "Ministry of Justice was asked to look at one answer again.", ""),
        (8, "focal-point", "Kofi Sample (Ministry of Justice) took over as focal point.", ""),
    ]  # fmt: skip
    assert told["focal_point"]["name"] == "Kofi Sample"


def test_a_document_for_one_body_names_it(tmp_path: Path) -> None:
    with answered(tmp_path / "c") as desk:
        body = facts_of(desk, language="en", body=desk.bodies["shelter-house"])["body"]
    assert body == {
        "id": "shelter-house",
        "name": "Shelter House",
        "type": "Non-governmental organization",
        "sector": "victims",
        "topics": [],
        "regions": [],
        "trainings": [],
        "contact": "",
        "language": "en",
        "attended": [{"title": "The first meeting", "day": date(2027, 1, 24)}],
        "outcomes": {"screening": {"outcome": "accepted", "label": "Accepted"}},
        "said": {"survey_subjects": "Protection of victims"},
        "hidden": True,  # at risk: what goes out by mail leaves the name out
    }


def test_the_facts_are_those_that_templates_are_checked_against_and_the_page_names(tmp_path: Path) -> None:
    with answered(tmp_path / "c") as desk:
        record_extension(desk.store, "first-survey", "", AT + timedelta(days=20), "", **WHO)
        told = facts_of(desk, language="en", body=desk.bodies["bar-association"])
    assert _strange(told, KNOWN, "") == []
    page = (Path(__file__).parent.parent / "docs" / "products.md").read_text(encoding="utf-8")
    assert [name for name in sorted(_names(KNOWN)) if f"`{name}`" not in page] == []


def _strange(told: Any, known: Any, where: str) -> list[str]:
    """Return the facts that are given and not known, or known and not given."""
    if isinstance(told, list) and isinstance(known, list):
        return [found for each in told for found in _strange(each, known[0], where)]
    if not isinstance(told, dict) or not isinstance(known, dict):
        return []
    if "*" in known:
        return [found for name in told for found in _strange(told[name], known["*"], f"{where}.{name}")]
    wrong = [f"{where}.{name}" for name in told.keys() ^ known.keys()]
    return wrong + [
        found
        for name in told.keys() & known.keys()
        for found in _strange(told[name], known[name], f"{where}.{name}")
    ]


def _names(known: object) -> set[str]:
    if isinstance(known, list):
        return set().union(*map(_names, known))
    if not isinstance(known, dict):
        return set()
    return {name for name in known if name != "*"}.union(*map(_names, known.values()))


def text_of(path: Path) -> list[str]:
    document = Document(io.BytesIO(path.read_bytes()))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def test_one_document_for_all_lies_in_exports(tmp_path: Path) -> None:
    with answered(tmp_path / "c") as desk:
        made = produce(desk, desk.process.action("joint"))
        path = desk.workspace.folder.exports / "priorities-en.docx"
        first = path.read_bytes()
        again = produce(desk_of(desk.workspace, desk.store), desk.process.action("joint"))
    assert made == again == Produced("priorities", ("exports/priorities-en.docx",))
    assert path.read_bytes() == first
    assert text_of(path) == [
        "Talks",
        "Example State · Wednesday, 3 February 2027",
        "Protection of victims: Joint priority",
        "3 of 5 bodies. ",
        "Organized Crime Convention, Article 25: Assistance to and protection of victims",
        "Confiscation: For later",
        "3 of 5 bodies. ",
        "Organized Crime Convention, Article 12 (1): Confiscation and seizure",
        "What was said",
        "Because # of *courts*.",
        "— Bar Association",
        "Because of the new law.",
        "— Ministry of Justice",
    ]


def test_each_body_gets_its_own_and_its_training_is_in_the_registry_once(tmp_path: Path) -> None:
    names = tuple(f"exports/certificate/certificate-{body}.docx" for body in PARTNERS)
    with answered(tmp_path / "c") as desk:
        action = desk.process.action("certificates")
        first = produce(desk, action)
        later = produce(desk_of(desk.workspace, desk.store, AT + timedelta(days=40)), action)
    trained = ("ministry-of-justice", "open-press", "shelter-house")  # the bar had it before
    assert (first, later) == (Produced("certificate", names, trained), Produced("certificate", names))
    registry = desk.workspace.folder.registry.read_text(encoding="utf-8")
    assert registry.count("introduction (2027-02-03)") == len(trained)
    assert registry.count("introduction (2026-10-03)") == 1
    folder = desk.workspace.folder.exports / "certificate"
    assert text_of(folder / "certificate-shelter-house.docx") == [  # in its language
        "État d’exemple",
        "Attestation",
        "Shelter House",
        "took part on dimanche 24 janvier 2027.",
    ]


def test_it_is_done_when_it_is_due(tmp_path: Path) -> None:
    with answered(tmp_path / "c") as desk:
        workspace = desk.workspace
    done = advance(workspace, process_of(workspace), at=AT + timedelta(days=32), only="joint")
    assert done.results(Produced) == (Produced("priorities", ("exports/priorities-en.docx",)),)
    assert advance(workspace, process_of(workspace), at=AT + timedelta(days=32), only="joint").steps == ()


def test_what_is_wrong_with_a_template_is_refused_at_its_line(tmp_path: Path) -> None:
    with answered(tmp_path / "a") as desk:
        template = desk.workspace.folder.root / "products/en/priorities.j2"
        template.write_text("Fine.\n{{ nobody.name }}\n", encoding="utf-8")
        with pytest.raises(Refused) as refused:
            produce(desk, desk.process.action("joint"))
    place = Place("products/en/priorities.j2", line=2, column=1)
    assert refused.value.problem == TemplateFailed(place=place, why="'nobody' is undefined")
    assert not list(desk.workspace.folder.exports.glob("*.docx"))
    assert [(each.code, each.place.line) for each in check_products(desk.process)] == [
        ("template-fact-unknown", 2)
    ]
    template.unlink()
    with pytest.raises(Refused) as refused:
        produce(desk, desk.process.action("joint"))
    name = "products/en/priorities.j2"
    assert refused.value.problem == TemplateMissing(place=Place(name), name=name)


@pytest.mark.parametrize("name", shipped_processes())
def test_every_shipped_template_asks_only_for_facts_that_there_are(name: str, tmp_path: Path) -> None:
    process, problems = read_process(name, tmp_path)
    assert process is not None, problems
    assert list(check_products(process)) == []


def test_only_a_document_for_each_of_several_knows_a_body(tmp_path: Path) -> None:
    workspace = new_dialogue(tmp_path / "c", **{"products/en/priorities.j2": "{{ body.name }}\n"})
    found = check(workspace.folder, at=AT, definitions=False).problems
    assert [(each.code, str(each.place)) for each in found if each.severity >= Severity.ERROR] == [
        ("template-fact-unknown", "products/en/priorities.j2:1:4")
    ]


def test_what_a_question_concerns_is_for_all_its_answers_or_for_each(tmp_path: Path) -> None:
    path = tmp_path / "survey.yaml"
    path.write_text(FORM, encoding="utf-8")
    form, _ = read_form(path, "talks", path.name)
    assert form is not None
    assert [item.concerns for item in form.items] == [
        {"victims": ("untoc.25",), "money": ("untoc.12.1",)},
        {"": ("untoc.5",)},
    ]
    path.write_text(FORM.replace("untoc.12.1]", "untoc.12.99]"), encoding="utf-8")
    _, problems = read_form(path, "talks", path.name)
    assert UnknownConcern(
        place=Place("survey.yaml", line=16, column=49), item="subjects", name="untoc.12.99"
    ) in problems  # fmt: skip


def test_the_linked_consultation_is_told_without_names(tmp_path: Path) -> None:
    consulted(tmp_path / "other")
    with answered(tmp_path / "c", linked="../other") as desk:
        told = facts_of(desk, language="en")["linked"]
        assert produce(desk, desk.process.action("joint")).problems == ()
    assert {key: value for key, value in told.items() if key != "articles"} == {
        "there": True,
        "state": "Example State",
        "title": "United Nations Convention against Transnational Organized Crime,"
        " cluster I (Criminalization and jurisdiction)",
        "asked": 52,
        "answered": 4,
        "agreed": 3,
        "open": 1,
    }
    assert next(each for each in told["articles"] if each["id"] == "untoc.5") == {
        "id": "untoc.5",
        "label": "Article 5",
        "title": "Criminalization of participation in an organized criminal group",
        "items": 24,
        "asked": 24,
        "answered": 2,
        "agreed": 1,
        "open": 1,
    }
    assert "Abri" not in str(told)


@pytest.mark.parametrize("why", ["no-consultation", "settings", "not-launched", "record"])
def test_a_linked_consultation_that_cannot_be_read_is_said_and_left_out(tmp_path: Path, why: str) -> None:
    other = tmp_path / "other"
    if why != "no-consultation":
        new_dialogue(other)
    if why == "settings":
        (other / "consultation.yaml").write_text("state: [", encoding="utf-8")
    if why == "record":
        (other / "consult.db").write_bytes(b"no database at all" * 100)
    with answered(tmp_path / "c", linked="../other") as desk:
        told = facts_of(desk, language="en")["linked"]
        (problem,) = produce(desk, desk.process.action("joint")).problems
    assert problem == LinkedUnreadable(place=Place("consultation.yaml"), folder="../other", why=why)
    assert all(problem.message(language) for language in ("en", "fr"))
    assert (told["there"], told["articles"], told["asked"]) == (False, [], 0)
