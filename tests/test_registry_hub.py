"""The registry as a knowledge hub: listed, searched, asked who could speak; what looks like one body."""

from pathlib import Path

import pytest

from problems import Place
from problems.registry import LanguageUnknown, MandateArticleUnknown, TopicUnknown, ValueUnknown
from problems.stages import Refused
from stakeholders.model import Kind
from stakeholders.speakers import WEIGHTS, History, speakers, subject_of
from tests.registry_folder import BODIES, as_json, consult, new_folder
from workflows.registry import (
    Filter,
    Register,
    find_bodies,
    likely_duplicates,
    list_bodies,
    read_register,
    who_could_speak,
)

ALL = ["ministry-of-justice", "financial-intelligence-unit", "shelter-network", "uni"]


@pytest.fixture
def hub(tmp_path: Path) -> Register:
    return read_register(new_folder(tmp_path / "c"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), ALL),
        (Filter(kind="autorité"), ALL[:2]),
        (Filter(sector="justice"), ALL[:1]),
        (Filter(topic="money laundering"), ["financial-intelligence-unit"]),
        (Filter(topic="Témoins"), ["shelter-network", "uni"]),
        (Filter(region="delta"), ["shelter-network"]),
        (Filter(language="Bambara"), ["shelter-network"]),
        (Filter(language="fr"), ["shelter-network", "uni"]),
        (Filter(trained="introduction"), ALL[:1]),
        (Filter(event="2026-11"), ["shelter-network"]),
        (Filter(kind="ngo", region="capital"), []),
    ],
)
def test_bodies_are_listed_by_what_they_have_in_common(
    hub: Register, wanted: Filter, found: list[str]
) -> None:
    assert [body.id for body in list_bodies(hub, wanted)] == found


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        (Filter(kind="autority"), ValueUnknown),
        (Filter(topic="moneylaundry"), TopicUnknown),
        (Filter(language="klingonn"), LanguageUnknown),
    ],
)
def test_what_nobody_can_be_is_refused_with_what_was_meant(
    hub: Register, wanted: Filter, problem: type[ValueUnknown]
) -> None:
    with pytest.raises(Refused) as refusal:
        list_bodies(hub, wanted)
    assert isinstance(refusal.value.problem, problem)
    assert refusal.value.problem.near


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["justice"], [("ministry-of-justice", ("name",))]),
        (["minstry"], [("ministry-of-justice", ("name",))]),
        (["universite", "fleuve"], [("uni", ("name",))]),
        (["temoins"], [("shelter-network", ("expertise",)), ("uni", ("expertise",))]),
        (["ong", "delta"], [("shelter-network", ("kind", "regions"))]),
        (["shelter.example"], [("shelter-network", ("name", "email"))]),
        (["0001"], []),
        (["justice", "delta"], []),
        (["blanchiment"], [("financial-intelligence-unit", ("mandates",))]),
        (["!"], []),
    ],
)
def test_a_search_forgives_accents_and_typing_errors_and_says_where(
    hub: Register, words: list[str], found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(hit.entry.ref, hit.columns) for hit in find_bodies(hub, words)] == found


def test_who_could_speak_is_ranked_with_reasons_and_with_what_is_missing(hub: Register) -> None:
    found = who_could_speak(hub, "23")
    assert found.subject.article == "untoc.23"
    assert found.subject.source == "items"
    assert [(each.stakeholder.id, each.score) for each in found.ranked] == [
        ("shelter-network", 8 + 5 + 2),
        ("ministry-of-justice", 8 + 1),
        ("uni", 5),
    ]
    assert [(reason.code, reason.details) for reason in found.ranked[0].reasons] == [
        ("mandate-article", ("untoc.23",)),
        ("expertise", ("witnesses",)),
        ("event-on-it", ("Round table on witnesses",)),
    ]
    assert found.missing_kinds == (Kind.PRIVATE_SECTOR,)
    assert found.missing_regions == ()
    assert not found.nobody_trained


@pytest.mark.parametrize(
    ("words", "article", "topics", "source"),
    [
        ("24", "untoc.24", ("witnesses",), "title"),
        ("article 24", "untoc.24", ("witnesses",), "title"),
        ("TIP 5", "tip.5", ("criminalization",), "title"),
        ("untoc.16", "untoc.16", (), "none"),
        ("Firearms", "", ("firearms",), "given"),
    ],
)
def test_an_article_has_the_topics_of_its_questions_else_of_its_title_else_none(
    hub: Register, words: str, article: str, topics: tuple[str, ...], source: str
) -> None:
    subject = who_could_speak(hub, words).subject
    assert (subject.article, subject.topics, subject.source) == (article, topics, source)


def test_an_article_that_does_not_exist_is_refused(hub: Register) -> None:
    with pytest.raises(Refused) as refusal:
        who_could_speak(hub, "99")
    assert refusal.value.problem == MandateArticleUnknown(
        place=Place("99"), value="99", article="untoc.99", near="untoc.9"
    )


def test_what_the_record_says_counts(hub: Register) -> None:
    subject = subject_of("untoc.23", hub.known, hub.items)
    history = History(
        asked=frozenset({"uni", "financial-intelligence-unit", "ministry-of-justice"}),
        answered=frozenset({"uni"}),
        declined=frozenset({"ministry-of-justice"}),
    )
    found = speakers(subject, hub.stakeholders, history)
    assert [(each.stakeholder.id, each.score) for each in found.ranked] == [
        ("shelter-network", 15),
        ("uni", WEIGHTS["expertise"] + WEIGHTS["answered"]),
        ("ministry-of-justice", 8 + 1 + 1 - 8),
        ("financial-intelligence-unit", WEIGHTS["asked"]),
    ]


def test_rows_that_look_like_one_body_are_paired_with_why(tmp_path: Path) -> None:
    rows = (
        *BODIES,
        {
            "name": "Ministry of Justce",
            "kind": "Authority",
            "email": "x@gov.example",
            "telephone": "20000001",
        },
        {"name": "FIU", "kind": "Authority", "email": "FIU@gov.example"},
        {"name": "Regional Court 1", "kind": "Authority", "email": "c1@gov.example"},
        {"name": "Regional Court 2", "kind": "Authority", "email": "c2@gov.example"},
        {"name": "the Shelter Network", "kind": "NGO", "email": "s@shelter.example"},
        {"name": "shelter network", "kind": "NGO", "email": "t@shelter.example"},
    )
    hub = read_register(new_folder(tmp_path / "c", rows))
    pairs = likely_duplicates(hub)
    assert [(pair.keep.ref, pair.other.ref, {sign.kind for sign in pair.signs}) for pair in pairs] == [
        ("ministry-of-justice", "ministry-of-justce", {"near-name", "telephone"}),
        ("financial-intelligence-unit", "fiu", {"email", "initials"}),
        ("shelter-network", "the-shelter-network", {"name"}),
        ("shelter-network", "row:14", {"name"}),
        ("the-shelter-network", "row:14", {"name"}),
    ]


def test_the_commands_say_it_on_a_screen_and_as_json(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    new_folder(folder)
    assert "Shelter network (at risk)" in consult(folder, "list")[1]
    assert "Trained: 1. At risk: 1" in consult(folder, "list")[1]
    assert [
        each["id"] for each in as_json(folder, "list", "--trained", "introduction")["stakeholders"]
    ] == ALL[:1]
    assert "No body has all of these words" in consult(folder, "find", "nobody", "here")[1]
    assert as_json(folder, "find", "minstry")["found"][0]["columns"] == ["name"]
    said = consult(folder, "who", "24")[1]
    assert "UNTOC 24 · Protection of witnesses" in said
    assert "knows about: Witnesses" in said
    assert "No authority could speak to it." in said
    assert as_json(folder, "who", "TIP", "5")["article"] == "tip.5"
    assert "No two rows look like one body." in consult(folder, "duplicates")[1]
    assert consult(folder, "who", "99")[0] == 3


def test_no_more_than_a_screen_is_listed_unless_all_is_wanted(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    new_folder(
        folder, [{"name": f"Body {n}", "kind": "other", "email": f"b{n}@x.example"} for n in range(40)]
    )
    assert "and 22 more: --all shows everybody" in consult(folder, "list")[1]
    assert "Body 39" in consult(folder, "list", "--all")[1]


def test_every_sentence_of_the_screens_is_said(tmp_path: Path) -> None:
    """In French as well: found cells, pairs, a merge, and an article that nobody could speak to."""
    folder = tmp_path / "c"
    twin = {
        **BODIES[0],
        "name": "Ministry of Justce",
        "sector": "",
        "contact": "Other",
        "mandates": "untoc.6",
    }
    new_folder(folder, [*BODIES, twin], language="fr")
    assert "Expertise\u00a0: Témoins" in consult(folder, "find", "temoins", "fleuve")[1]
    said = consult(folder, "duplicates")[1]
    assert "la même adresse, moj@gov.example" in said
    assert "consult registry merge ministry-of-justice ministry-of-justce" in said
    said = consult(folder, "merge", "ministry-of-justice", "ministry-of-justce")[1]
    assert "Mandats\u00a0: untoc.5; untoc.23; untoc.6" in said
    assert "Other" in said
    assert "Personne au registre ne pourrait s’exprimer" in consult(folder, "who", "untoc.16")[1]
    assert consult(folder, "list", "--kind", "ngoo")[0] == 3
