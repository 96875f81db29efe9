"""N answers become one: what merges, what joins, what stays open, and that nothing is lost on the way."""

import time
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires.model import AnswerType, Column, Item, Option
from responses.gather import laws, merged
from responses.model import (
    Absence,
    AgreedAnswer,
    Answer,
    Citation,
    Decision,
    Divergence,
    Position,
    Provenance,
    Settlement,
    Statement,
    Value,
)
from responses.reconcile import Lead, reconcile, stale_decisions

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
OPTIONS = tuple(Option(value=v, label={"en": v.title()}) for v in ("criminal", "civil", "administrative"))
COLUMNS = (Column(id="name", label={"en": "Name"}), Column(id="email", label={"en": "E-mail"}))


def item(kind: str = "scale", name: str = "untoc.5.1.b") -> Item:
    return Item(
        id=name,
        instrument="untoc",
        article=5,
        type=AnswerType(kind),
        text={"en": "Is it so?"},
        options=OPTIONS if kind in {"choice", "choices"} else (),
        columns=COLUMNS if kind == "rows" else (),
    )


def answer(
    who: str,
    value: Value = None,
    name: str = "untoc.5.1.b",
    response: str | None = None,
    cell: str = "D7",
    **rest: Any,
) -> Answer:
    source = Provenance(
        stakeholder=who,
        response=response or f"r-{who}",
        sha256="0" * 64,
        sheet="Questions",
        cell=cell,
        received_at=AT,
        language="en",
        question="q",
    )
    return Answer(item=name, provenance=source, value=value, **rest)


def settle(kind: str, *answers: Answer, lead: Lead | None = None, decisions: Iterable[Decision] = ()) -> Any:
    asked = item(kind)
    precedence = {asked.id: lead} if lead else {}
    agreed, divergences = reconcile([asked], answers, precedence=precedence, decisions=decisions)
    assert len(agreed) + len(divergences) == 1
    return agreed[asked.id] if agreed else divergences[asked.id]


def decide(divergence: Divergence, value: Value, at: datetime = AT, **rest: Any) -> Decision:
    plain = {"details": "", "reason": "The law says so.", "decided_by": "A. Focal"} | rest
    return Decision(
        item=divergence.item, fingerprint=divergence.fingerprint, value=value, decided_at=at, **plain
    )


def test_one_answer_is_agreed_as_it_stands() -> None:
    law = Citation("Criminal Code", "art. 12")
    said = answer("justice", "yes", details="Since 2004.", citations=(law,))
    assert settle("scale", said) == AgreedAnswer(
        item="untoc.5.1.b",
        value="yes",
        settlement=Settlement.SINGLE,
        statements=(Statement("Since 2004.", said),),
        citations=((law, said),),
        sources=(said,),
    )


def test_equal_answers_merge_and_keep_every_text_and_law() -> None:
    a = answer(
        "justice", "yes", details="Since 2004.", citations=(Citation("Criminal Code", "art. 12", "2004"),)
    )
    b = answer("police", "yes", details="Since  2004.", citations=(Citation("CRIMINAL code", "Art. 12"),))
    c = answer("ngo", "yes", details="Never applied.")
    agreed = settle("scale", c, b, a)
    assert agreed == AgreedAnswer(
        item="untoc.5.1.b",
        value="yes",
        settlement=Settlement.UNANIMOUS,
        statements=(
            Statement("Since 2004.", a),
            Statement("Since  2004.", b),
            Statement("Never applied.", c),
        ),
        citations=((a.citations[0], a), (b.citations[0], b)),
        sources=(a, c, b),
    )
    assert merged(agreed.statements) == (("Since 2004.", (a, b)), ("Never applied.", (c,)))
    assert laws(agreed.citations) == ((Citation("Criminal Code", "art. 12", "2004"), (a, b)),)


def test_different_answers_stay_open_in_the_order_of_the_scale_with_the_silent_last() -> None:
    no, yes, part = answer("ngo", "no"), answer("justice", "yes"), answer("police", "in-part")
    silent = answer("bank", absent=Absence.NOT_KNOWN)
    divergence = settle("scale", silent, no, part, yes)
    assert divergence.positions == (
        Position("yes", (yes,)),
        Position("in-part", (part,)),
        Position("no", (no,)),
        Position(None, (silent,)),
    )


def test_a_lead_whose_word_settles_prevails_and_dissent_is_kept() -> None:
    lead = Lead("justice", settles=True, why="The Ministry of Justice leads on article 5.")
    yes, no, other = answer("justice", "yes"), answer("ngo", "no"), answer("police", "yes")
    assert settle("scale", no, other, yes, lead=lead) == AgreedAnswer(
        item="untoc.5.1.b",
        value="yes",
        settlement=Settlement.RULE,
        sources=(yes, other),
        dissent=(Position("no", (no,)),),
        reason="The Ministry of Justice leads on article 5.",
    )


def test_a_lead_that_is_silent_contradicts_itself_or_does_not_settle_leaves_the_divergence() -> None:
    yes, no = answer("police", "yes"), answer("ngo", "no")
    settling = Lead("justice", settles=True, why="why")
    absent = answer("justice", absent=Absence.NOT_OUR_REMIT)
    twice = (answer("justice", "yes", cell="D7"), answer("justice", "no", cell="D9"))
    assert isinstance(settle("scale", yes, no, lead=settling), Divergence)
    assert isinstance(settle("scale", yes, no, absent, lead=settling), Divergence)
    assert isinstance(settle("scale", *twice, lead=settling), Divergence)
    assert isinstance(settle("scale", yes, no, lead=Lead("police", settles=False)), Divergence)


def test_the_lead_speaks_first_even_where_it_does_not_settle() -> None:
    a, z = answer("a-body", "yes", details="A."), answer("z-body", "yes", details="Z.")
    agreed = settle("scale", a, z, lead=Lead("z-body"))
    assert [statement.text for statement in agreed.statements] == ["Z.", "A."]


def test_numbers_dates_and_lines_are_equal_after_normalisation() -> None:
    numbers = settle("number", answer("a", Decimal("4.0")), answer("b", Decimal(4)))
    dates = settle("date", answer("a", date(2004, 5, 1)), answer("b", date(2004, 5, 1)))
    lines = settle(
        "line", answer("a", "Unité  spéciale"), answer("b", "unite\u0301 SPÉCIALE".replace("u", "U"))
    )
    assert [one.settlement for one in (numbers, dates, lines)] == [Settlement.UNANIMOUS] * 3
    assert (numbers.value, dates.value, lines.value) == (Decimal("4.0"), date(2004, 5, 1), "Unité  spéciale")
    years = settle("number", answer("a", Decimal(10)), answer("b", Decimal(9)))
    assert [position.value for position in years.positions] == [Decimal(9), Decimal(10)]


def test_numbers_that_differ_only_in_the_last_of_many_digits_differ() -> None:
    one, other = Decimal(1234567890123456789012345678901), Decimal(1234567890123456789012345678902)
    assert isinstance(settle("number", answer("a", one), answer("b", other)), Divergence)


def test_choices_join_in_the_order_of_the_options() -> None:
    a, b = answer("a", ("administrative",)), answer("b", ("civil", "criminal"))
    agreed = settle("choices", a, b)
    assert (agreed.value, agreed.settlement) == (("criminal", "civil", "administrative"), Settlement.JOINED)
    assert agreed.sources == (a, b)


def test_rows_join_and_the_same_row_stands_once() -> None:
    one = (("name", "Ministry of Justice"), ("email", ""))
    same = (("name", "ministry of  justice"), ("email", ""))
    two = (("name", "Police"), ("email", "p@example.org"))
    agreed = settle("rows", answer("a", (one,)), answer("b", (same, two)))
    assert (agreed.value, agreed.settlement) == ((one, two), Settlement.JOINED)


def test_texts_and_citations_join_without_a_value() -> None:
    a, b = answer("a", "First."), answer("b", "Second.", details="More.")
    agreed = settle("text", a, b)
    assert (agreed.value, agreed.settlement, agreed.sources) == (None, Settlement.JOINED, (a, b))
    assert agreed.statements == (Statement("First.", a), Statement("Second.", b), Statement("More.", b))
    c, d = (answer(who, citations=(Citation("Act 5"),)) for who in "cd")
    assert settle("citation", c, d).settlement is Settlement.UNANIMOUS


def test_absences_contradict_nothing() -> None:
    yes = answer("justice", "yes")
    unknown = answer("ngo", absent=Absence.NOT_KNOWN, details="Ask the police.")
    assert settle("scale", unknown, yes) == AgreedAnswer(
        item="untoc.5.1.b",
        value="yes",
        settlement=Settlement.SINGLE,
        statements=(Statement("Ask the police.", unknown),),
        sources=(yes,),
        absences=(unknown,),
    )


def test_where_nobody_knows_the_agreed_answer_has_no_value_and_says_why() -> None:
    a, b = answer("a", absent=Absence.NOT_KNOWN), answer("b", absent=Absence.NOT_KNOWN)
    c = answer("c", absent=Absence.NOT_OUR_REMIT)
    nothing = AgreedAnswer(item="untoc.5.1.b", value=None, settlement=Settlement.UNANIMOUS, absences=(a, b))
    assert settle("scale", a, b) == nothing
    assert settle("scale", a).settlement is Settlement.SINGLE
    assert settle("scale", a, c).settlement is Settlement.JOINED
    assert settle("rows", a, c).absences == (a, c)


def test_what_stands_beside_cannot_disclose_is_not_used() -> None:
    law = Citation("Secret Act")
    secret = answer("a", "no", absent=Absence.CANNOT_DISCLOSE, details="Under inquiry.", citations=(law,))
    yes = answer("b", "yes")
    agreed = settle("scale", secret, yes)
    assert agreed == AgreedAnswer(
        item="untoc.5.1.b",
        value="yes",
        settlement=Settlement.SINGLE,
        sources=(yes,),
        absences=(secret,),
    )


def test_a_decision_settles_and_keeps_dissent_and_reason() -> None:
    yes, no = answer("justice", "yes"), answer("ngo", "no", details="Not in practice.")
    decision = decide(settle("scale", yes, no), "yes", details="Yes, by article 12.")
    assert settle("scale", yes, no, decisions=[decision]) == AgreedAnswer(
        item="untoc.5.1.b",
        value="yes",
        settlement=Settlement.DECISION,
        statements=(Statement("Not in practice.", no),),
        sources=(yes,),
        dissent=(Position("no", (no,)),),
        decision=decision,
        reason="The law says so.",
    )


def test_a_decision_may_choose_what_nobody_said_and_goes_before_a_rule() -> None:
    yes, no = answer("justice", "yes"), answer("ngo", "no")
    decision = decide(settle("scale", yes, no), "in-part")
    agreed = settle("scale", yes, no, decisions=[decision], lead=Lead("justice", settles=True))
    assert (agreed.value, agreed.settlement, agreed.sources) == ("in-part", Settlement.DECISION, ())
    assert agreed.dissent == (Position("yes", (yes,)), Position("no", (no,)))


def test_the_later_of_two_decisions_counts_whatever_their_order() -> None:
    yes, no = answer("justice", "yes"), answer("ngo", "no")
    divergence = settle("scale", yes, no)
    first, second = decide(divergence, "yes"), decide(divergence, "no", at=AT.replace(hour=12))
    assert settle("scale", yes, no, decisions=[second, first]).value == "no"
    assert settle("scale", yes, no, decisions=[first, second]).value == "no"


def test_a_new_return_makes_a_decision_stale() -> None:
    yes, no = answer("justice", "yes"), answer("ngo", "no")
    decision = decide(settle("scale", yes, no), "yes")
    again = answer("ngo", "in-part", response="r-ngo-2")
    agreed, divergences = reconcile([item()], [yes, again], decisions=[decision])
    assert (agreed, list(divergences)) == ({}, ["untoc.5.1.b"])
    assert stale_decisions(divergences, [decision]) == (decision,)
    assert stale_decisions({}, [decision]) == ()


def test_who_does_not_know_leaves_a_decision_standing() -> None:
    yes, no = answer("justice", "yes"), answer("ngo", "no")
    decision = decide(settle("scale", yes, no), "yes")
    late = answer("bank", absent=Absence.NOT_KNOWN)
    assert settle("scale", yes, no, late, decisions=[decision]).settlement is Settlement.DECISION


KINDS = ["scale", "yes-no", "choice", "choices", "text", "line", "date", "number", "citation", "rows"]
ITEMS = [item(kind, f"untoc.5.{kind}") for kind in KINDS]
texts = st.text(alphabet="ab É\u0301\n=", max_size=6)
rows = st.lists(
    st.tuples(st.tuples(st.just("name"), texts), st.tuples(st.just("email"), texts)), min_size=1, max_size=3
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "scale": st.sampled_from(["yes", "in-part", "no"]),
    "yes-no": st.sampled_from(["yes", "no"]),
    "choice": st.sampled_from([option.value for option in OPTIONS]),
    "choices": st.sets(st.sampled_from([option.value for option in OPTIONS])).map(tuple),
    "text": texts,
    "line": texts,
    "date": st.dates(date(2004, 1, 1), date(2004, 1, 4)),
    "number": st.decimals(-3, 3, places=1),
    "citation": st.none(),
    "rows": rows.map(tuple),
}
cited = st.builds(Citation, texts.filter(str.strip), texts, st.sampled_from(["", "2004"]))


@st.composite
def some_answer(draw: st.DrawFn) -> Answer:
    asked = draw(st.sampled_from(ITEMS))
    return answer(
        draw(st.sampled_from("abcde")),
        draw(st.none() | VALUES[asked.type.value]),
        name=asked.id,
        response=draw(st.sampled_from(["r1", "r2"])),
        cell=draw(st.sampled_from(["D7", "D8"])),
        absent=draw(st.none() | st.sampled_from(Absence)),
        details=draw(texts),
        citations=tuple(draw(st.lists(cited, max_size=2))),
        comment=draw(texts),
    )


answer_lists = st.lists(some_answer(), max_size=12)
leads = st.dictionaries(
    st.sampled_from([asked.id for asked in ITEMS]),
    st.builds(Lead, st.sampled_from("abcde"), st.booleans(), st.just("because")),
)


@given(st.data(), answer_lists, leads)
def test_order_never_matters(
    data: st.DataObject, answers: Sequence[Answer], precedence: dict[str, Lead]
) -> None:
    divergences = reconcile(ITEMS, answers, precedence=precedence)[1]
    decisions = [decide(d, data.draw(st.sampled_from(d.positions)).value) for d in divergences.values()]
    shuffled = data.draw(st.permutations(answers))
    turned = data.draw(st.permutations(decisions))
    expected = reconcile(ITEMS, answers, precedence=precedence, decisions=decisions)
    assert reconcile(ITEMS, shuffled, precedence=precedence, decisions=turned) == expected


@given(answer_lists, leads)
def test_every_answered_item_ends_in_exactly_one_of_both_and_nothing_said_is_lost(
    answers: Sequence[Answer], precedence: dict[str, Lead]
) -> None:
    agreed, divergences = reconcile(ITEMS, answers, precedence=precedence)
    assert sorted([*agreed, *divergences]) == sorted({one.item for one in answers})
    for one in answers:
        if one.item in divergences:
            assert any(one in position.answers for position in divergences[one.item].positions)
            continue
        result = agreed[one.item]
        if one.absent:
            assert one in result.absences
        if one.absent is not Absence.CANNOT_DISCLOSE:
            assert not one.details.strip() or any(
                " ".join(told.text.split()) == " ".join(one.details.split()) and told.answer == one
                for told in result.statements
            )
            assert all((citation, one) in result.citations for citation in one.citations)
            if one.value not in (None, ()) and not one.item.endswith((".text", ".citation")):
                holders = [*result.sources, *(a for position in result.dissent for a in position.answers)]
                assert one in holders


@given(answer_lists)
def test_every_divergence_can_be_decided(answers: Sequence[Answer]) -> None:
    divergences = reconcile(ITEMS, answers)[1]
    decisions = [decide(d, d.positions[0].value) for d in divergences.values()]
    agreed, left = reconcile(ITEMS, answers, decisions=decisions)
    assert left == {}
    for decision in decisions:
        result = agreed[decision.item]
        assert (result.settlement, result.value) == (Settlement.DECISION, decision.value)
        assert result.sources
        assert all(position.value is not None for position in result.dissent)


@settings(max_examples=20)
@given(answer_lists)
def test_answers_to_other_items_are_left_alone(answers: Sequence[Answer]) -> None:
    agreed, divergences = reconcile(ITEMS[:1], answers)
    assert {*agreed, *divergences} <= {ITEMS[0].id}


def test_36_000_answers_are_settled_in_half_a_second() -> None:
    items = [item("scale", f"untoc.5.{number}.a") for number in range(120)]
    law = (Citation("Criminal Code", "art. 12", "2004", "https://law.example/12"),)
    answers = [
        answer(f"s{who}", ("yes", "no")[who % 2], asked.id, details=f"Text {who % 7}.", citations=law)
        for asked in items
        for who in range(300)
    ]
    started = time.process_time()
    agreed, divergences = reconcile(items, answers)
    took = time.process_time() - started
    assert (len(agreed), len(divergences)) == (0, 120)
    assert took < 1.5, took  # 0.15 s on an idle core; CI machines are slow
