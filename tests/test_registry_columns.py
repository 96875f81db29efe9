"""What else the registry knows: regions, expertise, focal points, events; and rules for the trained."""

from pathlib import Path

import pytest

from problems import Place
from problems.registry import DateImpossible, FocalWithoutRegion, TopicUnknown
from problems.routing import RoutingTrainingUnknown, RuleFitsNobody
from stakeholders.attended import parts_of, read_attended
from stakeholders.model import Attended, Kind, Stakeholder
from stakeholders.routing import Rule, Targets, read_routing
from tests.test_registry import KNOWN, registry

INTRODUCTION = Attended(id="introduction", title="introduction", on="2026-10-03")


def test_what_a_body_knows_and_where_it_was_is_read_in_any_language(tmp_path: Path) -> None:
    stakeholders, problems = registry(
        tmp_path,
        """
        | Nom  | Type | Courriel      | Régions        | Expertise             | Point de contact régional | Événements                         | Formations                            | Notes      |
        | Abri | ONG  | a@abri.example | Nord, Delta; nord | Blanchiment d'argent; integrity | oui      | 2026-11 Réunion de lancement; Forum | introduction (2026-10-03); convention | à appeler |
        | Parquet | Autorité | p@gov.example | Capitale   |                       | Nord; Sud                 |                                    |                                       |           |
        """,  # noqa: E501  # a table is read as one
    )
    assert problems == []
    abri, parquet = stakeholders
    assert abri.regions == abri.focal_for == ("Nord", "Delta")
    assert abri.topics == ("money-laundering", "integrity")
    assert abri.mandates == ()
    assert [str(each) for each in abri.events] == ["Réunion de lancement (2026-11)", "Forum"]
    assert abri.trainings == (INTRODUCTION, Attended(id="convention", title="convention"))
    assert abri.trained == {"introduction", "convention"}
    assert abri.notes == "à appeler"
    assert (parquet.regions, parquet.focal_for) == (("Capitale",), ("Nord", "Sud"))


def test_a_registry_of_before_reads_as_before(tmp_path: Path) -> None:
    (body,), problems = registry(
        tmp_path, "|Name|Kind|E-mail|Topics|\n|Bar|other|b@x.example|money-laundering|"
    )
    assert problems == []
    assert body == Stakeholder(
        id="bar",
        name="Bar",
        kind=Kind.OTHER,
        email="b@x.example",
        mandates=("money-laundering",),
        languages=("fr",),
    )


def test_what_cannot_be_read_there_is_named_at_its_cell(tmp_path: Path) -> None:
    (body,), problems = registry(
        tmp_path,
        "|Name|Kind|E-mail|Expertise|Focal point|Events|\n"
        "|Bar|other|b@x.example|moneylaundry|yes|2026-13 Forum|",
    )
    path = "stakeholders.csv"
    assert problems == [
        TopicUnknown(
            place=Place(path, line=2, column=4),
            value="moneylaundry",
            allowed=("money-laundering", "integrity", "firearms"),
            near="Money-laundering",
        ),
        FocalWithoutRegion(place=Place(path, line=2, column=5)),
        DateImpossible(place=Place(path, line=2, column=6), value="2026-13 Forum", date="2026-13"),
    ]
    assert (body.topics, body.focal_for) == ((), ())
    assert body.events == (Attended(id="2026-13-forum", title="2026-13 Forum"),)
    for problem in problems:
        assert problem.message("en") != problem.message("fr")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("introduction, convention", ["introduction", "convention"]),
        ("introduction (2026-10-03), convention", ["introduction (2026-10-03)", "convention"]),
        ("Crime, law and order", ["Crime, law and order"]),
        ("Crime, law and order; Forum", ["Crime, law and order", "Forum"]),
        ("introduction\nconvention", ["introduction", "convention"]),
        ("", []),
    ],
)
def test_titles_may_have_commas(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("text", "title", "on"),
    [
        ("2026-11 Kick-off", "Kick-off", "2026-11"),
        ("2026-11-03: Kick-off", "Kick-off", "2026-11-03"),
        ("Kick-off (2026)", "Kick-off", "2026"),
        ("Kick-off", "Kick-off", ""),
        ("2026-11", "2026-11", ""),
        ("Room 2026", "Room 2026", ""),
    ],
)
def test_a_date_stands_before_or_behind(text: str, title: str, on: str) -> None:
    ((attended, wrong),) = read_attended(text)
    assert (attended.title, attended.on, wrong) == (title, on, "")


def body(name: str, kind: Kind = Kind.NGO, *trainings: str) -> Stakeholder:
    return Stakeholder(
        id=name, name=name, kind=kind, trainings=tuple(Attended(id=each, title=each) for each in trainings)
    )


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (Rule(Targets(), trained=frozenset({"introduction"})), ["ngo", "uni"]),
        (Rule(Targets(), trained=frozenset({"introduction", "x"})), ["ngo", "uni"]),
        (Rule(Targets(), kinds=frozenset({Kind.NGO}), trained=frozenset({"introduction"})), ["ngo"]),
        (
            Rule(Targets(), stakeholders=frozenset({"uni", "late"}), trained=frozenset({"introduction"})),
            ["uni"],
        ),
        (Rule(Targets(), kinds=frozenset({Kind.NGO})), ["ngo", "late"]),
    ],
)
def test_a_rule_for_the_trained_asks_nobody_else(rule: Rule, fits: list[str]) -> None:
    bodies = [body("ngo", Kind.NGO, "introduction"), body("late"), body("uni", Kind.ACADEMIA, "introduction")]
    assert [each.id for each in bodies if rule.fits(each)] == fits


def test_a_rule_may_name_trainings_in_routing_yaml(tmp_path: Path) -> None:
    path = tmp_path / "routing.yaml"
    path.write_text(
        "rules:\n"
        "  - {ask: {trained: Introduction}, about: [untoc.10]}\n"
        "  - {ask: {kinds: [ngo], trained: [introduktion]}, about: [untoc.10]}\n"
        "  - {ask: {kinds: [academia], trained: [introduction]}, about: [untoc.10]}\n"
    )
    bodies = [body("ngo", Kind.NGO, "introduction"), body("uni", Kind.ACADEMIA)]
    routing, problems = read_routing(path, shown="routing.yaml", known=KNOWN, stakeholders=bodies, items=[])
    assert [rule.trained for rule in routing.rules] == [{"introduction"}, {"introduktion"}, {"introduction"}]
    assert problems == [
        RoutingTrainingUnknown(
            place=Place("routing.yaml", line=3, column=36), value="introduktion", near="introduction"
        ),
        RuleFitsNobody(place=Place("routing.yaml", line=4, column=6)),
    ]
