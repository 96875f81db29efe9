"""A Voluntary Pilot Initiative from the request to the thanks, day by day: everything once, nobody told."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from exports.templating import check_product
from problems import Place
from problems.processes import ActionUnknown
from store import query, standing
from store.audit import verify
from store.open import open_store
from tests.pilot import DECISIONS, REGISTRY, Initiative, texts
from tests.stage import letter
from workflows.admit import admit
from workflows.audience import audience
from workflows.due import schedule
from workflows.facts_known import KNOWN
from workflows.process import Process, Select
from workflows.process_read import DEFINITIONS, read_forms, read_process
from workflows.reading import read_record

PILOT = DEFINITIONS / "pilot"
EVERYBODY = ["abri", "bank", "hope", "justice", "lawyers", "path", "police", "river", "uni"]
STAKEHOLDERS = [body for body in EVERYBODY if body not in {"justice", "police"}]
DONE = [
    (date(2027, 1, 5), "first-mapping"),
    (date(2027, 1, 18), "profile-reminder"),
    (date(2027, 1, 28), "mapping"),
    (date(2027, 2, 1), "ask-priorities"),
    (date(2027, 2, 26), "survey-reminder"),
    (date(2027, 2, 26), "survey-warning"),
    (date(2027, 3, 3), "survey-last"),
    (date(2027, 3, 8), "results"),
    (date(2027, 3, 8), "invite-stakeholders"),
    (date(2027, 3, 22), "joint-priorities"),
    (date(2027, 3, 22), "invite-all"),
    (date(2027, 4, 21), "next-steps"),
    (date(2027, 4, 22), "draft"),
    (date(2027, 4, 23), "final"),
    (date(2027, 4, 23), "contribution"),
    (date(2027, 4, 23), "thanks"),
]


class Lived:
    """An initiative that has been lived through, with what was done when."""

    def __init__(self, folder: Path) -> None:
        self.initiative = Initiative(folder)
        self.done = self.initiative.run(daily=True)
        self.folder = folder

    def document(self, name: str, language: str = "en") -> list[str]:
        return texts(self.folder / "exports" / f"{name}-{language}.docx")

    def text(self, body: str, kind: str) -> str:
        part = letter(self.folder, body, kind).get_body(("plain",))
        assert part is not None
        return str(part.get_content()).replace("\r\n", "\n")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    return Lived(tmp_path_factory.mktemp("pilot") / "xa")


def between(lines: list[str], first: str, last: str) -> list[str]:
    return lines[lines.index(first) + 1 : lines.index(last)]


def test_the_process_its_forms_and_its_documents_are_without_problems_in_both_languages(
    tmp_path: Path,
) -> None:
    process, problems = read_process("pilot", tmp_path)
    assert (process is not None, problems) == (True, [])
    assert process
    forms, problems = read_forms(process)
    assert (list(forms), problems) == (["profile", "priorities"], [])
    assert [
        problem for path in PILOT.glob("products/*/*.j2") for problem in check_product(path, path.name, KNOWN)
    ] == []
    for kind in ("letters", "products"):
        names = {path.parent.name: set[str]() for path in PILOT.glob(f"{kind}/*/*.j2")}
        for path in PILOT.glob(f"{kind}/*/*.j2"):
            names[path.parent.name].add(path.name)
        assert names["en"] == names["fr"]


def test_every_topic_of_the_survey_concerns_articles_and_no_article_two_of_them(tmp_path: Path) -> None:
    process, _ = read_process("pilot", tmp_path)
    assert process
    topics = read_forms(process)[0]["priorities"].by_id["pilot.priorities.topics"]
    assert set(topics.concerns) == set(topics.values)
    counts = Counter(article for each in topics.concerns.values() for article in each)
    assert max(counts.values()) == 1
    untoc = {int(name.split(".")[1]) for name in counts if name.startswith("untoc.")}
    assert untoc == {2, *range(5, 32)}  # every article that is reviewed


def test_everything_happens_once_on_its_day(lived: Lived) -> None:
    assert lived.done == DONE


def test_each_letter_goes_once_and_who_owes_nothing_is_not_reminded(lived: Lived) -> None:
    sent: dict[str, list[str]] = {}
    for _, action, body in lived.initiative.letters:
        sent.setdefault(action, []).append(body)
    assert {action: sorted(bodies) for action, bodies in sent.items()} == {
        "profile-reminder": ["abri", "bank", "lawyers", "path"],
        "survey-reminder": ["abri"],
        "survey-last": ["abri"],
        "invite-stakeholders": STAKEHOLDERS,
        "invite-all": EVERYBODY,
        "thanks": [body for body in EVERYBODY if body != "abri"],  # nothing came from there
    }
    outbox = {path.name for path in (lived.folder / "outbox").glob("*.eml")}
    assert {name.removesuffix(".eml") for name in outbox if name.startswith("survey-")} == {
        *(f"survey-{body}" for body in EVERYBODY),
        "survey-reminder-abri",
        "survey-last-abri",
        "survey-warning-20270226",
    }


def test_letters_say_when_and_where_and_carry_the_documents(lived: Lived) -> None:
    venue = "House of Assemblies, Hall 2"
    survey = lived.text("bank", "survey")
    assert "asks 3 questions, and 7 more that you may leave empty" in survey
    assert f"Friday, 19 March 2027, 09:00 (Africa/Bamako), {venue}; the meeting" in survey
    assert f": Friday, 19 March 2027, 09:00 (Africa/Bamako), {venue}." in lived.text(
        "bank", "invite-stakeholders"
    )
    assert f": Tuesday, 20 April 2027, 10:00 (Africa/Bamako), {venue}." in lived.text("justice", "invite-all")
    french = lived.text("abri", "invite-all")
    assert "mardi 20 avril 2027, 10:00 (Africa/Bamako)" in french
    attached = {
        (kind, body): [each.get_filename() for each in letter(lived.folder, body, kind).iter_attachments()]
        for kind, body in (("invite-stakeholders", "river"), ("invite-all", "abri"), ("thanks", "police"))
    }
    assert attached == {
        ("invite-stakeholders", "river"): ["results-en.docx"],
        ("invite-all", "abri"): ["results-fr.docx"],
        ("thanks", "police"): ["joint-priorities-en.docx"],
    }
    for kind in ("profile", "profile-reminder", "survey", "invite-stakeholders", "invite-all"):
        for body in ("bank", "abri"):
            assert "awa@justice.example\n+223 20 00 00 00" in lived.text(body, kind)


def test_the_document_has_the_priorities_in_order_with_votes_reasons_steps_and_questions(
    lived: Lived,
) -> None:
    lines = lived.document("joint-priorities")
    assert between(lines, "Priority | Chosen by | When", "Smuggling of migrants | 1 | Not now") == [
        "Money-laundering | 4 | First",
        "Assistance to victims and their protection | 3 | First",
        "Protection of witnesses | 2 | Second",
        "Companies that commit or serve organized crime | 1 | Second",
        "Trafficking in persons | 1 | Later",
        "Corruption and the integrity of public officials | 1 | Not now",
    ]
    assert between(lines, "What was decided, and why", "Later") == [
        "First",
        "Money-laundering",
        DECISIONS["money-laundering"][1],
        "Articles concerned: Organized Crime Convention 6, 7.",
        "Assistance to victims and their protection",
        DECISIONS["victims"][1],
        "Articles concerned: Organized Crime Convention 25.",
        "Second",
        "Protection of witnesses",
        DECISIONS["witnesses"][1],
        "Articles concerned: Organized Crime Convention 24.",
        "Companies that commit or serve organized crime",
        "The reason is not printed here: it names somebody who may not be named.",
        "Articles concerned: Organized Crime Convention 10.",
    ]
    assert between(lines, "Priority | Next step | Who leads", "How this came about, and who took part") == [
        "Money-laundering | The Ministry of Justice answers every report, by June. | Authorities lead",
        (
            "Assistance to victims and their protection | Separate entrances in all courts, by September."
            " | Both together"
        ),
        "Protection of witnesses | A budget line in the draft law of finances. | Authorities lead",
        (
            "Companies that commit or serve organized crime | "
            "River Watch collects cases, by the end of the year. | Stakeholders lead"
        ),
    ]
    where = between(lines, "Priority | Article | Questions", "What follows")
    assert where[2:5] == [
        (
            "Assistance to victims and their protection | "
            "Organized Crime Convention, article 25: Assistance to and protection of victims | none yet"
        ),
        (
            "Protection of witnesses | "
            "Organized Crime Convention, article 24: Protection of witnesses | none yet"
        ),
        (
            "Companies that commit or serve organized crime | "
            "Organized Crime Convention, article 10: Liability of legal persons | "
            "untoc.10.legislation, untoc.10.1, untoc.10.2.kinds, untoc.10.3, untoc.10.4"
        ),
    ]


def test_the_document_says_who_took_part_by_kind(lived: Lived) -> None:
    lines = lived.document("joint-priorities")
    header = "Kind | Survey | Meeting of stakeholders | Meeting with the government"
    assert lines[lines.index(header) - 2 : lines.index(header) + 8] == [
        "Meeting of stakeholders, Friday, 19 March 2027 |  | 6",
        "Meeting with the government, Tuesday, 20 April 2027 |  | 7",
        header,
        "Academia | 1 | 1 | 1",
        "Authorities | 2 | – | 2",
        "Non-governmental organizations | 4 | 4 | 4",
        "Private sector | 1 | 1 | –",
        (
            "At the meeting with the government, named with their agreement: "
            "Border Police, Ministry of Justice, River Watch and University of the River."
        ),
        "From the meeting of stakeholders: The coast was missed.",
        "From the meeting with the government: They meet again in a year.",
    ]


def test_no_document_names_who_may_not_be_named(lived: Lived) -> None:
    for path in (lived.folder / "exports").glob("*.docx"):
        whole = "\n".join(texts(path))
        assert [
            name for name in ("House of Hope", "Safe Path", "Lawyers for All", "Abri") if name in whole
        ] == []
    assert "Nobody counts those who disappear at the border." in lived.document("results")


def test_the_mapping_counts_by_sector_and_topic_and_says_what_is_missing(lived: Lived) -> None:
    lines = lived.document("mapping")
    assert between(lines, "Topic | Organizations | Named with their agreement", "By region") == [
        "Money-laundering | 2 | River Watch and University of the River",
        "Corruption and the integrity of public officials | 1 | River Watch",
        "Research and data on organized crime | 1 | University of the River",
    ]
    missing = between(
        lines, "Topics on which no profile is counted:", "Sectors of which no profile is counted:"
    )
    assert (len(missing), missing[-1]) == (14, "Training and technical assistance")
    assert "Fishing communities on the coast." in lines


def test_the_contribution_leads_to_the_questions_of_the_self_assessment(lived: Lived) -> None:
    lines = lived.document("contribution")
    start = lines.index("Organized Crime Convention, article 10: Liability of legal persons")
    assert lines[start - 3 : start] == [
        "Companies that commit or serve organized crime",
        "Taken up second; chosen in the survey by 1.",
        "Next step (stakeholders lead): River Watch collects cases, by the end of the year.",
    ]
    assert lines[start + 2].startswith("untoc.10.legislation | ")
    assert "There is no questionnaire on this article here yet: keep this for it." in lines


def test_the_record_is_whole_and_says_who_leads(lived: Lived, tmp_path: Path) -> None:
    shutil.copy(lived.folder / "consult.db", tmp_path / "consult.db")
    with open_store(tmp_path / "consult.db", create=False) as store:
        assert verify(store) == []
        assert query.clearance(store) is not None
        standings = {each.subject: each.outcome for each in standing.outcomes(store, "next-steps")}
    assert standings == {
        "legal-persons": "stakeholders",
        "money-laundering": "authorities",
        "victims": "together",
        "witnesses": "authorities",
    }


def test_in_french_it_runs_as_well(tmp_path: Path) -> None:
    initiative = Initiative(tmp_path / "xa", language="fr", registry=REGISTRY.replace(",en,", ",fr,"))
    done = initiative.run(daily=False)
    assert [action for _, action in done if not action.startswith(("survey-", "profile-"))] == [
        action for _, action in DONE if not action.startswith(("survey-", "profile-"))
    ]
    lines = texts(tmp_path / "xa" / "exports" / "joint-priorities-fr.docx")
    assert between(lines, "Priorité | Voix | Quand", "Trafic illicite de migrants | 1 | Pas maintenant") == [
        "Blanchiment d’argent | 4 | En premier",
        "Assistance aux victimes et leur protection | 3 | En premier",
        "Protection des témoins | 2 | En deuxième",
        "Entreprises qui commettent ou servent la criminalité organisée | 1 | En deuxième",
        "Traite des personnes | 1 | Plus tard",
        "Corruption et intégrité des agents publics | 1 | Pas maintenant",
    ]
    subject = str(letter(tmp_path / "xa", "river", "survey")["Subject"])
    assert subject == (
        "État d’exemple : ce qui compte le plus dans notre pays, enquête jusqu’au vendredi 5 mars 2027"
    )


def test_nothing_is_asked_about_priorities_before_the_state_has_requested_it(tmp_path: Path) -> None:
    initiative = Initiative(tmp_path / "xa")
    assert initiative.launch() == ["river", "hope", "path", "lawyers", "abri", "uni", "bank"]
    assert initiative.until(date(2027, 2, 5), daily=False) == []
    initiative.hold("request", date(2027, 2, 5))
    assert initiative.until(date(2027, 2, 8), daily=False) == [
        (date(2027, 2, 8), "mapping"),
        (date(2027, 2, 8), "ask-priorities"),
    ]


def test_whoever_was_named_by_others_comes_in_with_the_open_form(tmp_path: Path) -> None:
    initiative = Initiative(tmp_path / "xa")
    initiative.launch()
    open_form = (tmp_path / "xa" / "exports" / "profiles-en.xlsx").read_bytes()
    said = {
        "sector": "communities",
        "regions": "The coast",
        "safety": "no",
        "name": "Fishers of the Coast",
        "kind": "ngo",
        "contact": "Eva Net",
        "email": "eva@fishers.example",
    }
    filled = initiative.filled(open_form, "profile", said, {"topics": ["prevention"], "languages": ["en"]})
    path = tmp_path / "open.xlsx"
    path.write_bytes(filled)
    found = admit(initiative.workspace, initiative.process, path, at=initiative.now, actor="coordinator")
    assert (found.stakeholder, found.problems) == ("fishers-of-the-coast", ())
    initiative.hold("request", date(2027, 1, 4))
    initiative.until(date(2027, 1, 28), daily=False)
    initiative.until(date(2027, 2, 1), daily=False)
    assert letter(tmp_path / "xa", "fishers-of-the-coast", "survey")["To"] == "Eva Net <eva@fishers.example>"


def test_who_took_part_in_any_of_several_is_meant_once(lived: Lived) -> None:
    with open_store(lived.folder / "consult.db", create=False) as store:
        bodies = query.stakeholders(store)

        def meant(*names: str) -> list[str]:
            select = Select.model_validate({"took-part": list(names)})
            return [body.id for body in audience(select, store, bodies)]

        assert meant("profiles") == ["river", "hope", "uni"]
        assert meant("government-meeting", "profiles") == [
            "justice", "police", "river", "hope", "path", "lawyers", "uni"
        ]  # fmt: skip
        assert meant("next-steps") == []


def test_names_of_an_audience_and_of_options_chosen_before_are_checked(tmp_path: Path) -> None:
    text = (PILOT / "process.yaml").read_text(encoding="utf-8")
    text = text.replace("took-part: [profiles, ", "took-part: [profile, ")
    text = text.replace("among: {sheet: joint-priorities, ", "among: {sheet: joint-priority, ")
    (tmp_path / "process.yaml").write_text(text, encoding="utf-8")
    shutil.copy(PILOT / "process.fr.yaml", tmp_path)
    process, problems = read_process("pilot", tmp_path)
    assert process is None
    found = {each.name: each.near for each in problems if isinstance(each, ActionUnknown)}
    assert found == {"joint-priority": "joint-priorities", "profile": "profiles"}
    assert {type(each.place) for each in problems} == {Place}


def test_the_plan_knows_every_date_that_follows_from_the_settings(tmp_path: Path) -> None:
    initiative = Initiative(tmp_path / "xa")
    initiative.launch()
    process: Process = initiative.process
    with open_store(tmp_path / "xa" / "consult.db", create=False) as store:
        slots = schedule(process, read_record(initiative.workspace, process, store))
    days = {slot.action.id: slot.at.date() for slot in slots}
    assert (days["stakeholder-meeting"], days["government-meeting"]) == (date(2027, 3, 19), date(2027, 4, 20))
