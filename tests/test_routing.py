"""Who is asked what and why: mandates, routing.yaml, coverage."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from problems import Problem
from questionnaires.model import Item
from stakeholders.coverage import ArticleCoverage, Load, coverage
from stakeholders.mandates import Known
from stakeholders.model import Assignment, Kind, Stakeholder
from stakeholders.routing import Override, Routing, Rule, Targets, explain, read_routing, route


def item(name: str, *topics: str, under: str = "", purpose: str = "question") -> Item:
    instrument, article, *_ = name.split(".")
    return Item.model_validate(
        {
            "id": name,
            "instrument": instrument,
            "article": int(article),
            "topics": topics,
            "type": "scale" if purpose == "question" else "text",
            "purpose": purpose,
            "text": {"en": name},
            "under": under,
        }
    )


ITEMS = (
    item("untoc.6.1", "laundering"),
    item("untoc.6.1.how", "laundering", under="untoc.6.1"),
    item("untoc.6.1.how.often", "laundering", "statistics", under="untoc.6.1.how"),
    item("untoc.6.2", "sanctions"),
    item("untoc.6.difficulties", "laundering", "sanctions", "statistics", purpose="difficulties"),
    item("untoc.5.1", "participation"),
    item("untoc.5.2", "sanctions"),
    item("untoc.5.difficulties", "participation", "sanctions", purpose="difficulties"),
    item("tip.5.1", "trafficking"),
)
KNOWN = Known(
    instruments={"untoc": {"en": "Convention"}, "tip": {"en": "Trafficking Protocol"}},
    articles={key: {"en": key} for key in ("untoc.5", "untoc.6", "untoc.7", "tip.5")},
    topics={
        "laundering": {"en": "Money-laundering", "fr": "Blanchiment"},
        **{topic: {"en": topic} for topic in ("sanctions", "statistics", "participation", "trafficking")},
    },
    asked=frozenset(
        {"untoc.5", "untoc.6", "tip.5", "laundering", "sanctions", "statistics", "participation"}
    ),
)


def body(name: str, *mandates: str, kind: Kind = Kind.AUTHORITY, sector: str = "") -> Stakeholder:
    return Stakeholder(id=name, name=name.title(), kind=kind, sector=sector, mandates=mandates)


def asked(routing: Routing, *bodies: Stakeholder) -> list[tuple[str, str, str]]:
    """Return (item, reason, detail) of the only stakeholder's assignments."""
    return [(each.item, each.reason, each.detail) for each in route(ITEMS, bodies, routing)]


def test_a_mandate_on_an_article_brings_all_of_it() -> None:
    assert asked(Routing(), body("fiu", "untoc.6")) == [
        ("untoc.6.1", "because-article", "untoc.6"),
        ("untoc.6.1.how", "because-article", "untoc.6"),
        ("untoc.6.1.how.often", "because-article", "untoc.6"),
        ("untoc.6.2", "because-article", "untoc.6"),
        ("untoc.6.difficulties", "because-article", "untoc.6"),
    ]


def test_a_mandate_on_a_topic_brings_its_questions_their_follow_ups_and_the_closing_of_their_articles() -> (
    None
):
    assert asked(Routing(), body("bank", "laundering")) == [
        ("untoc.6.1", "because-topic", "laundering"),
        ("untoc.6.1.how", "because-topic", "laundering"),
        ("untoc.6.1.how.often", "because-topic", "laundering"),
        ("untoc.6.difficulties", "because-closing", "untoc.6"),
    ]


def test_a_follow_up_brings_the_questions_that_it_stands_under() -> None:
    assert asked(Routing(), body("office", "statistics")) == [
        ("untoc.6.1", "because-follow-up", "untoc.6.1.how.often"),
        ("untoc.6.1.how", "because-follow-up", "untoc.6.1.how.often"),
        ("untoc.6.1.how.often", "because-topic", "statistics"),
        ("untoc.6.difficulties", "because-closing", "untoc.6"),
    ]


def test_the_most_telling_mandate_is_the_reason_and_the_order_is_the_treaties() -> None:
    both = body("ministry", "sanctions", "untoc", "untoc.5")
    other = body("ngo", "tip", kind=Kind.NGO)
    assert route(ITEMS, [other, both])[0] == Assignment(
        stakeholder="ministry", item="untoc.5.1", reason="because-article", detail="untoc.5"
    )
    assert [(each.item, each.reason) for each in route(ITEMS, [other, both])] == [
        ("untoc.5.1", "because-article"),
        ("untoc.5.2", "because-article"),
        ("untoc.5.difficulties", "because-article"),
        ("untoc.6.1", "because-instrument"),
        ("untoc.6.1.how", "because-instrument"),
        ("untoc.6.1.how.often", "because-instrument"),
        ("untoc.6.2", "because-instrument"),
        ("untoc.6.difficulties", "because-instrument"),
        ("tip.5.1", "because-instrument"),
    ]


def test_a_rule_asks_those_who_fit_and_an_addition_brings_what_it_names() -> None:
    rules = Routing(
        rules=(
            Rule(
                about=Targets(topics=frozenset({"participation"})),
                kinds=frozenset({Kind.ACADEMIA}),
                sectors=frozenset({"law"}),
                why="Scholars asked for it.",
            ),
        ),
        add=(Override("university", Targets(items=frozenset({"untoc.6.1.how"}))),),
    )
    university = body("university", kind=Kind.ACADEMIA, sector="Law")
    assert asked(rules, university) == [
        ("untoc.5.1", "because-rule", "Scholars asked for it."),
        ("untoc.5.difficulties", "because-closing", "untoc.5"),
        ("untoc.6.1", "because-follow-up", "untoc.6.1.how"),
        ("untoc.6.1.how", "because-added-unexplained", ""),
        ("untoc.6.1.how.often", "because-added-unexplained", ""),
    ]
    assert asked(rules, body("faculty", kind=Kind.ACADEMIA, sector="Medicine")) == []


def test_a_removal_takes_follow_ups_along_and_with_the_last_question_the_closing() -> None:
    less = Routing(remove=(Override("fiu", Targets(items=frozenset({"untoc.6.1"}))),))
    assert [name for name, _, _ in asked(less, body("fiu", "untoc.6"))] == [
        "untoc.6.2",
        "untoc.6.difficulties",
    ]
    least = Routing(remove=(Override("fiu", Targets(items=frozenset({"untoc.6.1", "untoc.6.2"}))),))
    assert asked(least, body("fiu", "untoc.6")) == []


def test_every_reason_is_said_in_the_language_of_the_reader() -> None:
    by_topic = Assignment(stakeholder="bank", item="untoc.6.1", reason="because-topic", detail="laundering")
    assert explain("en", by_topic, KNOWN) == "Its mandate covers the topic: Money-laundering"
    assert explain("fr", by_topic, KNOWN) == "Son mandat couvre le thème suivant : Blanchiment"
    everything = Routing(
        rules=(
            Rule(Targets(articles=frozenset({"untoc.5"})), stakeholders=frozenset({"x"})),
            Rule(Targets(articles=frozenset({"untoc.5"})), stakeholders=frozenset({"y"}), why="Law."),
        ),
        add=(
            Override("v", Targets(articles=frozenset({"untoc.5"})), why="Asked."),
            Override("w", Targets(items=frozenset({"untoc.6.1.how"}))),
        ),
    )
    bodies = [
        body("x"),
        body("y"),
        body("v"),
        body("w"),
        body("a", "untoc.5"),
        body("b", "tip"),
        body("c", "sanctions"),
    ]
    assignments = route(ITEMS, bodies, everything)
    assert {each.reason for each in assignments} == {
        "because-article",
        "because-instrument",
        "because-topic",
        "because-rule",
        "because-rule-unexplained",
        "because-added",
        "because-added-unexplained",
        "because-closing",
        "because-follow-up",
    }
    for each in assignments:
        assert explain("en", each, KNOWN) != explain("fr", each, KNOWN)


names = st.sampled_from([each.id for each in ITEMS])
keys = st.sampled_from(["untoc.5", "untoc.6", "tip.5"])
topics = st.sampled_from(["laundering", "sanctions", "statistics", "participation", "trafficking"])
targets = st.builds(
    Targets, articles=st.frozensets(keys), topics=st.frozensets(topics), items=st.frozensets(names)
)
overrides = st.lists(st.builds(Override, st.just("a"), targets), max_size=3).map(tuple)


@given(mandates=st.lists(keys | topics | st.just("untoc"), max_size=3), add=overrides, remove=overrides)
def test_whatever_the_rules_no_follow_up_comes_alone_and_nothing_twice(
    mandates: list[str], add: tuple[Override, ...], remove: tuple[Override, ...]
) -> None:
    assignments = route(ITEMS, [body("a", *mandates)], Routing(add=add, remove=remove))
    given_items = [each.item for each in assignments]
    assert len(set(given_items)) == len(given_items)
    under = {each.id: each.under for each in ITEMS}
    assert all(not under[name] or under[name] in given_items for name in given_items)
    for override in remove:
        assert not [each.id for each in ITEMS if override.about.cover(each) and each.id in given_items]


def read(
    tmp_path: Path, text: str, *bodies: Stakeholder
) -> tuple[Routing, list[tuple[str, str]], list[Problem]]:
    path = tmp_path / "routing.yaml"
    path.write_text(text, encoding="utf-8")
    routing, problems = read_routing(
        path, shown="routing.yaml", known=KNOWN, stakeholders=bodies, items=ITEMS
    )
    return routing, [(str(problem.place), problem.code) for problem in problems], problems


def test_routing_yaml_becomes_rules(tmp_path: Path) -> None:
    routing, problems, _ = read(
        tmp_path,
        """\
rules:
  - ask: {kinds: [academia], sectors: [Law]}
    about: [untoc.5-6, laundering, tip.5.1]
    why: Scholars asked for it.
add:
  - {stakeholder: fiu, items: [untoc.5.1], why: It knows.}
remove:
precedence:
  - articles: [untoc.6]
    lead: fiu
    settles: true
  - items: [untoc.6.2]
    lead: court
    why: The law says so.
limits: {items: 3}
""",
        body("fiu"),
        body("court"),
        body("university", kind=Kind.ACADEMIA, sector="law"),
    )
    assert problems == []
    assert routing.rules == (
        Rule(
            about=Targets(
                articles=frozenset({"untoc.5", "untoc.6"}),
                topics=frozenset({"laundering"}),
                items=frozenset({"tip.5.1"}),
            ),
            kinds=frozenset({Kind.ACADEMIA}),
            sectors=frozenset({"law"}),
            why="Scholars asked for it.",
        ),
    )
    assert routing.add == (Override("fiu", Targets(items=frozenset({"untoc.5.1"})), "It knows."),)
    assert (routing.remove, routing.limit) == ((), 3)
    leads = {name: (rule.lead, rule.settles, rule.why) for name, rule in routing.leads(ITEMS).items()}
    assert leads == {
        "untoc.6.1": ("fiu", True, ""),
        "untoc.6.1.how": ("fiu", True, ""),
        "untoc.6.1.how.often": ("fiu", True, ""),
        "untoc.6.2": ("court", False, "The law says so."),
        "untoc.6.difficulties": ("fiu", True, ""),
    }


def test_names_that_nobody_knows_are_named_at_their_place(tmp_path: Path) -> None:
    routing, places, problems = read(
        tmp_path,
        """\
rules:
  - ask: {kinds: [ngo]}
    about: [untoc.8, laundring]
  - ask: {stakeholders: [fui]}
    about: []
  - ask: {}
    about: [untoc.7]
add:
  - stakeholder: fiuu
    items: [untoc.5.11]
remove:
  - stakeholder: fiu
precedence:
  - lead: cort
    topics: [sanction]
""",
        body("fiu"),
        body("court"),
    )
    assert places == [
        ("routing.yaml:2:5", "routing-rule-fits-nobody"),
        ("routing.yaml:3:13", "routing-target-unknown"),
        ("routing.yaml:3:22", "routing-target-unknown"),
        ("routing.yaml:4:26", "routing-stakeholder-unknown"),
        ("routing.yaml:5:5", "routing-says-nothing"),
        ("routing.yaml:6:5", "routing-says-nothing"),
        ("routing.yaml:7:13", "routing-target-not-asked"),
        ("routing.yaml:9:5", "routing-stakeholder-unknown"),
        ("routing.yaml:10:13", "routing-target-unknown"),
        ("routing.yaml:12:5", "routing-says-nothing"),
        ("routing.yaml:14:5", "routing-stakeholder-unknown"),
        ("routing.yaml:15:14", "routing-target-unknown"),
    ]
    nears = [getattr(problem, "near", None) for problem in problems]
    assert nears == [
        None,
        "untoc.5",
        "laundering",
        "fiu",
        None,
        None,
        None,
        "fiu",
        "untoc.5.1",
        None,
        "court",
        "sanctions",
    ]
    for problem in problems:
        assert problem.message("en") != problem.message("fr")
    assert route(ITEMS, [body("fiu", "untoc.5")], routing)


def test_keys_and_values_that_do_not_fit_are_named(tmp_path: Path) -> None:
    _, places, _ = read(tmp_path, "rules: yes\nlimits: {items: 0}\nprecedance: []\n")
    assert places == [
        ("routing.yaml:1:1", "bad-value"),
        ("routing.yaml:2:10", "bad-value"),
        ("routing.yaml:3:1", "unknown-key"),
    ]


def test_routing_yaml_may_be_missing_or_say_nothing(tmp_path: Path) -> None:
    missing = tmp_path / "no.yaml"
    assert read_routing(missing, shown="", known=KNOWN, stakeholders=(), items=ITEMS) == (Routing(), [])
    assert read(tmp_path, "# nothing yet\n")[:2] == (Routing(), [])
    assert read(tmp_path, "rules:\n# nothing yet\n")[:2] == (Routing(), [])


def test_coverage_finds_silence_single_voices_and_burdens() -> None:
    bodies = [
        body("fiu", "untoc.6"),
        body("ngo", "laundering", kind=Kind.NGO),
        body("court", "untoc.5"),
        body("idle"),
    ]
    routing = Routing(remove=(Override("court", Targets(items=frozenset({"untoc.5.2"}))),))
    covered = coverage(ITEMS, bodies, route(ITEMS, bodies, routing), limit=4)
    assert covered.articles == (
        ArticleCoverage("untoc.5", 3, 2, ("court",), ()),
        ArticleCoverage("untoc.6", 5, 5, ("fiu", "ngo"), ("ngo",)),
        ArticleCoverage("tip.5", 1, 0, (), ()),
    )
    assert covered.loads == (
        Load("fiu", 5, ("untoc.6",)),
        Load("ngo", 4, ("untoc.6",)),
        Load("court", 2, ("untoc.5",)),
        Load("idle", 0, ()),
    )
    assert covered.as_json() == {
        "articles": [
            {
                "article": "untoc.5",
                "items": 3,
                "answered_by_somebody": 2,
                "stakeholders": ("court",),
                "non_governmental": (),
            },
            {
                "article": "untoc.6",
                "items": 5,
                "answered_by_somebody": 5,
                "stakeholders": ("fiu", "ngo"),
                "non_governmental": ("ngo",),
            },
            {
                "article": "tip.5",
                "items": 1,
                "answered_by_somebody": 0,
                "stakeholders": (),
                "non_governmental": (),
            },
        ],
        "stakeholders": [
            {"stakeholder": "fiu", "items": 5, "articles": ("untoc.6",)},
            {"stakeholder": "ngo", "items": 4, "articles": ("untoc.6",)},
            {"stakeholder": "court", "items": 2, "articles": ("untoc.5",)},
            {"stakeholder": "idle", "items": 0, "articles": ()},
        ],
        "limit": 4,
        "articles_nobody_answers": ["tip.5"],
        "items_nobody_answers": ["untoc.5.2", "tip.5.1"],
        "single_voice": ["untoc.5"],
        "no_non_governmental_voice": ["untoc.5"],
        "idle": ["idle"],
        "overloaded": ["fiu"],
    }
