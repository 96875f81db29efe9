"""What one return says about itself: each doubt at its cell, kindly, and no answer lost for it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from problems import Place, Problem
from problems.answers import (
    AbsenceWithValue,
    EarlierAnswerStands,
    FollowUpNotApplicable,
    FollowUpWithoutQuestion,
    InPartWithoutDetails,
    LinkNotWeb,
    NegativeNumber,
    NothingChosenBeside,
    YesWithoutLaw,
)
from questionnaires.model import AnswerType, Column, Condition, Item, Option
from responses.gather import citations, laws, merged, statements
from responses.model import Absence, AgreedAnswer, Answer, Citation, Provenance, Settlement, Value
from responses.validate import enabled, validate
from responses.wording import absence_text, citation_text, number_text, row_text, value_text

LAW = (Citation("Criminal Code", "art. 12"),)
Q = "untoc.5.1.b"


def item(name: str = Q, kind: str = "scale", when: Iterable[Condition] = (), **rest: Any) -> Item:
    plain: dict[str, Any] = {
        "instrument": "untoc",
        "article": 5,
        "text": {"en": "Is it so?"},
        "obligation": "mandatory",
    }
    return Item(id=name, type=AnswerType(kind), **(plain | {"enableWhen": tuple(when)} | rest))


def answer(name: str = Q, value: Value | str = None, cell: str = "D7", **rest: Any) -> Answer:
    source = Provenance(
        stakeholder="justice",
        response="r1",
        sha256="0" * 64,
        sheet="Questions",
        cell=cell,
        received_at=datetime(2027, 3, 1, tzinfo=UTC),
        language="en",
        question="q",
    )
    return Answer(item=name, provenance=source, value=value, **rest)


def doubts(items: Iterable[Item], *answers: Answer, asked: Any = None) -> list[Problem]:
    by_id = {one.id: one for one in items}
    return list(validate(by_id, answers, asked if asked is not None else set(by_id), "inbox/a.xlsx"))


def at(cell: str = "D7") -> Place:
    return Place("inbox/a.xlsx", sheet="Questions", cell=cell)


def test_a_sound_return_raises_no_doubt() -> None:
    asked = [item(), item("untoc.5.2"), item("untoc.5.3", "number")]
    given_ = (
        answer(value="yes", citations=LAW),
        answer("untoc.5.2", "no"),
        answer("untoc.5.3", Decimal(4)),
    )
    assert doubts(asked, *given_) == []


@pytest.mark.parametrize("kind", ["scale", "yes-no", "choice"])
def test_words_or_laws_beside_a_list_from_which_nothing_is_chosen(kind: str) -> None:
    options = {"options": (Option(value="a", label={"en": "A"}),)} if kind == "choice" else {}
    asked = [item(kind=kind, **options)]
    found = [NothingChosenBeside(place=at(), item=Q)]
    assert doubts(asked, answer(details="Yes, knowing is enough.")) == found
    assert doubts(asked, answer(citations=LAW)) == found
    assert doubts(asked, answer(comment="to be discussed")) == []
    assert doubts(asked, answer(absent=Absence.NOT_KNOWN, details="Ask the police.")) == []
    assert doubts([item(kind="number")], answer(details="for life")) == []


@pytest.mark.parametrize("value", ["yes", "in-part"])
def test_a_yes_wants_its_law(value: Value | str) -> None:
    assert doubts([item()], answer(value=value, details="Somewhere.")) == [YesWithoutLaw(place=at(), item=Q)]


@pytest.mark.parametrize(
    "asked",
    [
        item(obligation=""),
        item(obligation="definition"),
        item(purpose="example"),
        item(under="untoc.5.1"),
        item(kind="choice", options=(Option(value="yes", label={"en": "Yes"}),)),
    ],
)
def test_a_yes_wants_no_law_where_none_was_asked_for(asked: Any) -> None:
    assert doubts([asked], answer(value="yes")) == []


def test_a_follow_up_that_names_the_law_is_enough() -> None:
    law = item(f"{Q}.law", "citation", under=Q)
    assert doubts([item(), law], answer(value="yes"), answer(law.id, citations=LAW)) == []


def test_in_part_wants_to_be_explained_here_or_beneath() -> None:
    explain = item(f"{Q}.explain", "text", under=Q)
    assert doubts([item()], answer(value="in-part", citations=LAW)) == [
        InPartWithoutDetails(place=at(), item=Q)
    ]
    assert doubts([item()], answer(value="in-part", citations=LAW, details="Only for drugs.")) == []
    explained = (answer(value="in-part", citations=LAW), answer(explain.id, "Only for drugs."))
    assert doubts([item(), explain], *explained) == []


def test_a_follow_up_is_held_against_its_question() -> None:
    act = item(
        f"{Q}.act", "yes-no", [Condition(question=Q, operator="in", answer=("yes", "in-part"))], under=Q
    )
    both = [item(), act]
    follow = answer(act.id, "yes", cell="D8")
    assert doubts(both, answer(value="no"), follow) == [
        FollowUpNotApplicable(place=at("D8"), item=act.id, question=Q)
    ]
    assert doubts(both, follow) == [FollowUpWithoutQuestion(place=at("D8"), item=act.id, question=Q)]
    assert doubts(both, answer(absent=Absence.NOT_KNOWN), follow) == [
        FollowUpWithoutQuestion(place=at("D8"), item=act.id, question=Q)
    ]
    assert doubts(both, answer(value="yes", citations=LAW), follow) == []


def test_a_follow_up_whose_question_was_not_asked_is_not_held_against_it() -> None:
    act = item(f"{Q}.act", "yes-no", [Condition(question=Q, answer="yes")], under=Q)
    assert doubts([item(), act], answer(act.id, "yes"), asked={act.id}) == []


def test_not_knowing_a_follow_up_that_does_not_apply_is_no_doubt() -> None:
    act = item(f"{Q}.act", "yes-no", [Condition(question=Q, answer="yes")], under=Q)
    assert doubts([item(), act], answer(value="no"), answer(act.id, absent=Absence.NOT_KNOWN)) == []


def test_an_absence_beside_a_value_or_a_law_is_asked_back_but_may_be_explained() -> None:
    beside = answer(value="no", absent=Absence.NOT_OUR_REMIT)
    assert doubts([item()], beside) == [AbsenceWithValue(place=at(), item=Q, absence="not-our-remit")]
    cited = answer(absent=Absence.CANNOT_DISCLOSE, citations=LAW)
    assert doubts([item()], cited) == [AbsenceWithValue(place=at(), item=Q, absence="cannot-disclose")]
    assert doubts([item()], answer(absent=Absence.NOT_OUR_REMIT, details="Ask the police.")) == []


def test_numbers_below_zero_are_asked_back() -> None:
    assert doubts([item(kind="number")], answer(value=Decimal("-3.5"))) == [
        NegativeNumber(place=at(), item=Q, value="-3.5")
    ]


@pytest.mark.parametrize(
    "link",
    [
        "law.example/12",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "http://[bad",
        "mailto:a@b.example",
    ],
)
def test_a_link_that_is_no_web_address_is_asked_back(link: str) -> None:
    cited = (Citation("Act 5", "art. 1", link=link),)
    assert doubts([item(kind="citation")], answer(citations=cited)) == [
        LinkNotWeb(place=Place("inbox/a.xlsx"), item=Q, link=link, law="Act 5")
    ]


def test_a_link_is_told_once_where_it_was_typed() -> None:
    asked = [item(kind="citation"), item("untoc.5.2", "citation")]
    given_ = [
        answer(name, citations=(Citation("Act 5", provision, link="law"), Citation("Act 6", link="law")))
        for name, provision in ((Q, "art. 1"), ("untoc.5.2", "art. 2"))
    ]
    place = Place("a.xlsx", sheet="Laws")
    assert list(validate({one.id: one for one in asked}, given_, {Q}, "a.xlsx", laws="Laws")) == [
        LinkNotWeb(place=place, item=Q, link="law", law="Act 5"),
        LinkNotWeb(place=place, item=Q, link="law", law="Act 6"),
    ]


@pytest.mark.parametrize(
    "link", ["", "https://law.example/12", "HTTP://law.example", " https://law.example/é "]
)
def test_web_addresses_pass(link: str) -> None:
    assert doubts([item(kind="citation")], answer(citations=(Citation("Act 5", link=link),))) == []


def test_answers_to_unknown_questions_are_passed_over() -> None:
    assert doubts([], answer("untoc.9.9.x", "yes")) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_doubt_can_be_said(language: str) -> None:
    every = [
        YesWithoutLaw(item=Q),
        InPartWithoutDetails(item=Q),
        FollowUpNotApplicable(item=Q, question="untoc.5.1"),
        FollowUpWithoutQuestion(item=Q, question="untoc.5.1"),
        *(AbsenceWithValue(item=Q, absence=absence.value) for absence in Absence),
        NegativeNumber(item=Q, value="-3"),
        EarlierAnswerStands(item=Q, answer="x"),
        NothingChosenBeside(item=Q),
        LinkNotWeb(item=Q, link="x", law="Act 5"),
    ]
    said = [problem.message(language) for problem in every]
    assert len(set(said)) == len(every)
    labels = {"en": ["Not our remit", "We do not know", "We cannot disclose"], "fr": ["Pas de notre ressort"]}
    assert all(any(label in sentence for sentence in said) for label in labels[language])


# What applies


def when(operator: str, wanted: str | tuple[str, ...] = "", question: str = Q) -> Condition:
    return Condition(question=question, operator=operator, answer=wanted)


@pytest.mark.parametrize(
    ("condition", "said", "applies"),
    [
        (when("=", "yes"), answer(value="yes"), True),
        (when("=", "yes"), answer(value="no"), False),
        (when("=", "yes"), None, False),
        (when("=", "yes"), answer(absent=Absence.NOT_KNOWN), False),
        (when("in", ("yes", "in-part")), answer(value="in-part"), True),
        (when("in", ("yes", "in-part")), answer(value="no"), False),
        (when("!=", "yes"), answer(value="no"), True),
        (when("!=", "yes"), answer(value="yes"), False),
        (when("!=", "yes"), None, False),
        (when("=", "civil"), answer(value=("criminal", "civil")), True),
        (when("!=", "civil"), answer(value=("criminal", "civil")), False),
        (when("=", "4"), answer(value=Decimal(4)), True),
        (when("=", "2004-05-01"), answer(value=date(2004, 5, 1)), True),
        (when("answered"), answer(value=Decimal(0)), True),
        (when("answered"), answer(citations=LAW), True),
        (when("answered"), answer(absent=Absence.NOT_KNOWN), False),
        (when("answered"), answer(comment="Later."), False),
        (when("answered"), AgreedAnswer(item=Q, value="no", settlement=Settlement.SINGLE), True),
        (when("answered"), AgreedAnswer(item=Q, value=None, settlement=Settlement.SINGLE), False),
    ],
)
def test_one_condition(condition: Condition, said: Answer | AgreedAnswer | None, applies: bool) -> None:
    follow = item("untoc.5.1.c", "text", [condition])
    assert enabled(follow, {Q: said} if said else {}) is applies


NAMES = ["untoc.5.1.a", "untoc.5.1.b", "untoc.5.1.c"]
conditions = st.lists(
    st.builds(
        Condition,
        question=st.sampled_from(NAMES),
        operator=st.sampled_from(["=", "!=", "in"]),
        answer=st.sampled_from(["yes", "no"]),
    ),
    min_size=1,
    max_size=4,
)
said_so = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["yes", "in-part", "no"]))


@given(conditions, said_so)
def test_all_implies_any_and_each_is_the_join_of_its_conditions(
    whens: list[Condition], values: dict[str, str]
) -> None:
    answers = {name: answer(name, value) for name, value in values.items()}
    single = [enabled(item("untoc.5.2", "text", [one]), answers) for one in whens]
    assert enabled(item("untoc.5.2", "text", whens), answers) is all(single)
    assert enabled(item("untoc.5.2", "text", whens, enableBehavior="any"), answers) is any(single)


@given(said_so)
def test_equal_and_not_equal_part_the_answered_and_neither_holds_of_the_silent(
    values: dict[str, str],
) -> None:
    answers = {name: answer(name, value) for name, value in values.items()}
    for name in NAMES:
        held = [enabled(item("untoc.5.2", "text", [when(o, "yes", name)]), answers) for o in ("=", "!=")]
        assert sum(held) == (name in values)


def test_without_conditions_an_item_applies() -> None:
    assert enabled(item(), {})


# As people read it

KINDS = (
    Option(value="criminal", label={"en": "Criminal", "fr": "Pénale"}),
    Option(value="civil", label={"en": "Civil"}),
)
COLUMNS = (Column(id="name", label={"en": "Name", "fr": "Nom"}), Column(id="tel", label={"en": "Telephone"}))
ROW = (("name", "Ministry"), ("tel", ""))


@pytest.mark.parametrize(
    ("kind", "value", "en", "fr"),
    [
        ("scale", "in-part", "Yes, in part", "Oui, en partie"),
        ("yes-no", "no", "No", "Non"),
        ("choice", "criminal", "Criminal", "Pénale"),
        ("choice", "gone", "gone", "gone"),
        ("choices", ("criminal", "civil"), "Criminal; Civil", "Pénale\u202f; Civil"),
        ("line", "yes", "yes", "yes"),
        ("text", "Two\nlines", "Two\nlines", "Two\nlines"),
        ("number", Decimal("1234567.12345"), "1,234,567.12345", "1\u202f234\u202f567,12345"),
        ("date", date(2026, 1, 30), "30 January 2026", "30 janvier 2026"),
        (
            "rows",
            (ROW, (("name", "Police"), ("tel", "12"))),
            "Name: Ministry\nName: Police · Telephone: 12",
            None,
        ),
        ("citation", None, "", ""),
    ],
)
def test_values_are_read_in_the_readers_language(
    kind: str, value: Value | str, en: str, fr: str | None
) -> None:
    asked = item(
        kind=kind, options=KINDS if "choice" in kind else (), columns=COLUMNS if kind == "rows" else ()
    )
    assert value_text(asked, value, "en") == en
    assert fr is None or value_text(asked, value, "fr") == fr


def test_a_text_of_any_length_may_stand_after_its_label() -> None:
    long = "word " * 1000
    assert row_text(item(kind="rows", columns=COLUMNS), (("name", long),), "en") == f"Name: {long}"


def test_the_parts_of_a_row_and_of_a_citation_stand_on_one_line() -> None:
    assert row_text(item(kind="rows", columns=COLUMNS), ROW, "fr") == "Nom\u202f: Ministry"
    assert (
        citation_text(Citation("Act 5", "art. 1", "2004", "https://a.example", "en"))
        == "Act 5, art. 1, 2004, https://a.example, en"
    )
    assert citation_text(Citation("Act 5")) == "Act 5"
    assert absence_text(Absence.NOT_KNOWN, "fr") == "Nous ne savons pas"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_no_digit_of_a_number_is_lost(number: Decimal) -> None:
    assert Decimal(number_text(number, "en").replace(",", "")) == number


# The same thing said once


def test_the_same_text_and_the_same_law_stand_once_with_everyone() -> None:
    a = answer(details="In force.", citations=(Citation("Act 5", "art. 1"),))
    b = answer(details="In  force.\n", citations=(Citation("ACT 5", "Art. 1", "2004", "https://a.example"),))
    c = answer(details="Not applied.", cell="D9")
    told = statements(item(), [a, c, b])
    assert [statement.text for statement in told] == ["In force.", "In  force.\n", "Not applied."]
    assert merged(told) == (("In force.", (a, b)), ("Not applied.", (c,)))
    cited = citations([a, c, b])
    assert cited == ((a.citations[0], a), (b.citations[0], b))
    assert laws(cited) == ((Citation("Act 5", "art. 1", "2004", "https://a.example"), (a, b)),)
